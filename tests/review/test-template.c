/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-template.h"

static void
test_fill (void)
{
  static const GalleyTemplateWords words = {
    .claim = "{date} rain", .source = NULL, .date = "May 5", .name = "Ana"
  };
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "Nothing to fill in.", "Nothing to fill in." },
    { "{date}: {name}", "May 5: Ana" },
    /* The words of a claim are words. */
    { "“{claim}”", "“{date} rain”" },
    { "Seen in {source}.", "Seen in …." },
    { "{datum} {} { name } {date", "{datum} {} { name } {date" },
    { "{{date}}", "{May 5}" },
    { "{date{name}", "{dateAna" },
    { "é{name}é", "éAnaé" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *filled = galley_template_fill (cases[i].text, &words);

      g_assert_cmpstr (filled, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/fill", test_fill);

  return g_test_run ();
}
