/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-append.h"

static void
test_format (void)
{
  g_autoptr (GString) out = g_string_new ("a");

  galley_append (out, "%s", "");
  g_assert_cmpstr (out->str, ==, "a");
  galley_append (out, "<%s id=\"%u\"%s>", "p", 0u, " lang=\"ü\"");
  galley_append (out, "plain");
  galley_append (out, "%u%u", 10u, G_MAXUINT);
  g_assert_cmpstr (out->str, ==, "a<p id=\"0\" lang=\"ü\">plain104294967295");
  g_assert_cmpuint (out->len, ==, strlen (out->str));
}

/* Over every end of the room that there is. */
static void
test_growth (void)
{
  g_autoptr (GString) out = g_string_new (NULL), expected = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    {
      galley_append (out, "%u,%s", i, "xyz");
      galley_append_bytes (out, "12345", i % 6);
      g_string_append_printf (expected, "%u,xyz%.*s", i, (int) (i % 6), "12345");
    }
  g_assert_cmpstr (out->str, ==, expected->str);
  g_assert_cmpuint (out->len, ==, expected->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/append/format", test_format);
  g_test_add_func ("/export/append/growth", test_growth);

  return g_test_run ();
}
