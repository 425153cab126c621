/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-quoted.h"

static void
test_inner_marks (void)
{
  static const struct
  {
    const char *words;
    const char *quoted;
  } all[] = {
    { "", "“”" },
    { "The dam held", "“The dam held”" },
    { "the workers’", "“the workers’”" },
    { "“Nobody was told,”", "‘“Nobody was told,”’" },
    { "She said “no” twice", "‘She said “no” twice’" },
    { "“at least” twelve", "‘“at least” twelve’" },
    { "told of “it", "‘told of “it’" },
    { "\"straight\" marks", "‘\"straight\" marks’" },
    { "«Nadie»", "“«Nadie»”" },
    { "‘The river “laughed” at us.’", "“‘The river “laughed” at us.’”" },
    { "“him” and the workers’", "‘“him” and the workers’’" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *quoted = galley_quoted (all[i].words);

      g_assert_cmpstr (quoted, ==, all[i].quoted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/claims/quoted/inner-marks", test_inner_marks);

  return g_test_run ();
}
