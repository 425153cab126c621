/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-web-address.h"

static void
assert_found (const char *text, const char *expected)
{
  gsize start = 0, length = 0;
  g_autofree char *found = NULL;

  g_test_message ("%.2000s", text);
  if (galley_web_address_find (text, &start, &length))
    found = g_strndup (text + start, length);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_find (void)
{
  assert_found ("See https://example.org/a?b=1#c.", "https://example.org/a?b=1#c");
  assert_found ("Minutes <http://example.org/minutes>, page 3", "http://example.org/minutes");
  assert_found ("(www.example.org)", "www.example.org");
  assert_found ("HTTPS://EXAMPLE.ORG", "HTTPS://EXAMPLE.ORG");
  assert_found ("It is at https://example.org/Ship_(vessel), I think",
                "https://example.org/Ship_(vessel)");
  assert_found ("(at https://example.org/Ship_(vessel))", "https://example.org/Ship_(vessel)");
  assert_found ("“https://example.org/”", "https://example.org/");
  assert_found ("«https://example.org/a»", "https://example.org/a");
  assert_found ("https://example.org/straße?q=é ja", "https://example.org/straße?q=é");
  assert_found ("http://[::1]/x", "http://[::1]/x");
  assert_found ("first https://a.example, then https://b.example", "https://a.example");
  assert_found ("https://a.example/b…", "https://a.example/b");
  assert_found ("https://a.example/x)(", "https://a.example/x");
  assert_found ("What? https:// no, https://a.example!?", "https://a.example");
}

static void
test_find_none (void)
{
  assert_found ("", NULL);
  assert_found ("www.", NULL);
  assert_found ("www.example", NULL);
  assert_found ("https://", NULL);
  assert_found ("https://.", NULL);
  assert_found ("the awww.example.org thing", NULL);
  assert_found ("mail ana@www.example.org", NULL);
  assert_found ("Whose ship was it? How? www", NULL);
}

/* The cost stays in proportion to the text. */
static void
test_long (void)
{
  g_autofree char *text = g_strnfill (2 * 1000 * 1000, 'w');
  g_autoptr (GString) brackets = g_string_new ("https://a.example/");
  g_autoptr (GString) empty = g_string_new (NULL);
  gsize start, length;

  for (guint i = 0; i < 200 * 1000; i++)
    g_string_append (empty, "http://,https://,www.,");
  g_assert_false (galley_web_address_find (empty->str, &start, &length));
  g_assert_false (galley_web_address_find (text, &start, &length));
  for (guint i = 0; i < 1000 * 1000; i++)
    g_string_append (brackets, i % 2 == 0 ? ")" : "]");
  assert_found (brackets->str, "https://a.example/");
}

static void
assert_complete (const char *address, const char *expected)
{
  g_autofree char *complete = galley_web_address_complete (address);

  g_assert_cmpstr (complete, ==, expected);
}

static void
test_complete (void)
{
  assert_complete ("https://example.org/", "https://example.org/");
  assert_complete ("HTTP://example.org/", "HTTP://example.org/");
  assert_complete ("mailto:ana@example.org", "mailto:ana@example.org");
  assert_complete ("www.example.org", "https://www.example.org");
  assert_complete ("javascript:alert(1)", NULL);
  assert_complete ("file:///etc/passwd", NULL);
  assert_complete ("/news/2", NULL);
  assert_complete ("#top", NULL);
  assert_complete ("", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/web-address/find", test_find);
  g_test_add_func ("/web-address/find-none", test_find_none);
  g_test_add_func ("/web-address/long", test_long);
  g_test_add_func ("/web-address/complete", test_complete);

  return g_test_run ();
}
