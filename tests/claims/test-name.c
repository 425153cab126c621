/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-name.h"

static void
test_clean (void)
{
  static const struct
  {
    const char *typed;
    const char *clean;
  } names[] = {
    { "Ana Ruiz", "Ana Ruiz" },
    { "  Ana \t Ruiz\n", "Ana Ruiz" },
    { "Zoe\xcc\x88", "Zoë" },
    { "Ana\xc2\xa0Ruiz", "Ana Ruiz" },
    { "\xe2\x80\xae"
      "Ana\xe2\x80\xac",
      "Ana" }, /* turned from right to left */
    { "\xef\xbb\xbf"
      "An\xe2\x80\x8b"
      "a",
      "Ana" },                            /* a byte order mark, a space of no width */
    { "Zoe\xe2\x80\x8b\xcc\x88", "Zoë" }, /* which it kept apart */
    { "\xd9\x85\xe2\x80\x8c\xdb\x8c",
      "\xd9\x85\xe2\x80\x8c\xdb\x8c" }, /* a joiner that is needed */
    { "An\x01"
      "a",
      "An a" },
    { " \xe2\x80\x8f ", "" },
    { "", "" },
    { "An\xff"
      "a",
      "An\xef\xbf\xbd"
      "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *clean = galley_name_clean (names[i].typed);
      g_autofree char *again = galley_name_clean (clean);

      g_assert_cmpstr (clean, ==, names[i].clean);
      g_assert_cmpstr (again, ==, clean);
    }
}

static void
test_looks_like (void)
{
  g_assert_true (galley_name_looks_like ("Zoë", "zoe\xcc\x88 "));
  g_assert_true (galley_name_looks_like ("Ana Ruiz", "ana\xc2\xa0ruiz"));
  g_assert_true (galley_name_looks_like ("Ana", "A\xe2\x80\x8dna"));
  g_assert_true (galley_name_looks_like ("Weiß", "WEISS"));
  g_assert_true (galley_name_looks_like ("ﬁn", "fin"));
  g_assert_false (galley_name_looks_like ("Zoë", "Zoe"));
  g_assert_false (galley_name_looks_like ("Ana", "Anna"));
  g_assert_false (galley_name_looks_like ("", "Ana"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/name/clean", test_clean);
  g_test_add_func ("/name/looks-like", test_looks_like);

  return g_test_run ();
}
