/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-late.h"

#include <math.h>

#define MATH_FUNCTIONS(F) F (fmin) F (hypot)
#define MATH_ENTRY(name) GALLEY_LATE_ENTRY (math, name)

static struct
{
  MATH_FUNCTIONS (GALLEY_LATE_MEMBER)
} math;

static const GalleyLateFunction math_functions[] = { MATH_FUNCTIONS (MATH_ENTRY) };

static void
assert_missing (GalleyLate *late)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (galley_late_load (late, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_false (late->is_loaded);
}

static void
test_functions (void)
{
  GalleyLate late = GALLEY_LATE_INIT ("libm.so.6", math_functions);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (galley_late_load (&late, &error));
      g_assert_no_error (error);
    }
  g_assert_true (late.is_loaded);
  g_assert_cmpfloat (math.hypot (3, 4), ==, 5);
  g_assert_cmpfloat (math.fmin (2, 3), ==, 2);
}

static void
test_no_library (void)
{
  GalleyLate late = GALLEY_LATE_INIT ("libthereisnosuchthing.so.0", math_functions);

  assert_missing (&late);
}

static void
test_no_function (void)
{
  gpointer there, missing;
  const GalleyLateFunction functions[] = { { "hypot", &there },
                                           { "there_is_no_such_thing", &missing } };
  GalleyLate late = GALLEY_LATE_INIT ("libm.so.6", functions);

  assert_missing (&late);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/late/functions", test_functions);
  g_test_add_func ("/late/no-library", test_no_library);
  g_test_add_func ("/late/no-function", test_no_function);

  return g_test_run ();
}
