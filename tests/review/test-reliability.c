/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-reliability.h"

#define NONE GALLEY_RELIABILITY_MISSING

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 0.0005);
}

/* Krippendorff, “Computing Krippendorff’s Alpha-Reliability” (2011), section C: four observers,
 * twelve units, five categories, data missing; nominal alpha is 0.743. */
static void
test_alpha_published (void)
{
  static const gint8 values[4][12] = {
    { 1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE },
    { 1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3 },
    { NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE },
    { 1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE },
  };
  GalleyAlphaFigures figures;

  galley_reliability_compute_alpha (&values[0][0], 4, 12, &figures);
  g_assert_true (figures.has_alpha);
  assert_near (figures.alpha, 0.743);
  g_assert_cmpuint (figures.n_units, ==, 11); /* One observer alone judged the last unit. */
  g_assert_cmpuint (figures.n_values, ==, 40);
  assert_near (figures.coincidences[1][1], 7);
  assert_near (figures.coincidences[1][2], 4.0 / 3);
  assert_near (figures.coincidences[2][2], 10);
  assert_near (figures.coincidences[3][3], 8);
  assert_near (figures.coincidences[4][4], 4);
  assert_near (figures.coincidences[5][5], 3);
}

/* Section A of the same: two observers, ten units, binary; alpha is 0.095. */
static void
test_alpha_two_observers (void)
{
  static const gint8 values[2][10] = {
    { 0, 1, 0, 0, 0, 0, 0, 0, 1, 0 },
    { 1, 1, 1, 0, 0, 1, 0, 0, 0, 0 },
  };
  GalleyAlphaFigures figures;

  galley_reliability_compute_alpha (&values[0][0], 2, 10, &figures);
  g_assert_true (figures.has_alpha);
  assert_near (figures.alpha, 0.095);
  assert_near (figures.observed, 0.4);
  assert_near (figures.coincidences[0][0], 10);
  assert_near (figures.coincidences[0][1], 4);
  assert_near (figures.coincidences[1][1], 2);
}

/* Fifty applications for a grant, read by two readers: both yes 20, both no 15, the first alone
 * yes 5, the second alone yes 10. They agree on 0.7, by chance on 0.5: kappa is 0.4. */
static void
test_kappa_textbook (void)
{
  static const guint counts[2][2] = { { 20, 5 }, { 10, 15 } };
  gint8 first[50], second[50];
  GalleyPairFigures figures;
  guint n = 0;

  for (gint8 i = 0; i < 2; i++)
    for (gint8 j = 0; j < 2; j++)
      for (guint k = 0; k < counts[i][j]; k++)
        {
          first[n] = i;
          second[n++] = j;
        }
  galley_reliability_compare (first, second, 50, &figures);
  g_assert_cmpuint (figures.n_both, ==, 50);
  g_assert_cmpuint (figures.n_agree, ==, 35);
  g_assert_cmpuint (figures.counts[0][1], ==, 5);
  g_assert_cmpuint (figures.counts[1][0], ==, 10);
  assert_near (figures.expected, 0.5);
  g_assert_true (figures.has_kappa);
  assert_near (figures.kappa, 0.4);
}

static void
test_undefined (void)
{
  static const gint8 same[2][3] = { { 1, 1, 1 }, { 1, 1, 1 } };
  static const gint8 apart[2][2] = { { 0, NONE }, { NONE, 1 } };
  static const gint8 all_yes[2][4] = { { 1, 1, 1, 1 }, { 1, 1, 1, 0 } };
  GalleyPairFigures pair;
  GalleyAlphaFigures alpha;

  galley_reliability_compare (same[0], same[1], 3, &pair);
  g_assert_cmpuint (pair.n_agree, ==, 3);
  g_assert_false (pair.has_kappa);
  galley_reliability_compute_alpha (&same[0][0], 2, 3, &alpha);
  g_assert_cmpuint (alpha.n_values, ==, 6);
  g_assert_false (alpha.has_alpha);

  galley_reliability_compare (apart[0], apart[1], 2, &pair);
  g_assert_cmpuint (pair.n_both, ==, 0);
  g_assert_false (pair.has_kappa);
  galley_reliability_compute_alpha (&apart[0][0], 2, 2, &alpha);
  g_assert_cmpuint (alpha.n_values, ==, 0);
  g_assert_false (alpha.has_alpha);
  galley_reliability_compute_alpha (&apart[0][0], 2, 0, &alpha);
  g_assert_false (alpha.has_alpha);

  /* One of the two has no variation: as good as chance, which is a figure. */
  galley_reliability_compare (all_yes[0], all_yes[1], 4, &pair);
  g_assert_true (pair.has_kappa);
  assert_near (pair.kappa, 0);
}

static void
test_perfect (void)
{
  static const gint8 values[3][4] = { { 0, 1, 2, 1 }, { 0, 1, 2, 1 }, { 0, NONE, 2, 1 } };
  GalleyAlphaFigures alpha;
  GalleyPairFigures pair;

  galley_reliability_compute_alpha (&values[0][0], 3, 4, &alpha);
  g_assert_true (alpha.has_alpha);
  assert_near (alpha.alpha, 1);
  galley_reliability_compare (values[0], values[1], 4, &pair);
  assert_near (pair.kappa, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reliability/alpha/published", test_alpha_published);
  g_test_add_func ("/reliability/alpha/two-observers", test_alpha_two_observers);
  g_test_add_func ("/reliability/kappa/textbook", test_kappa_textbook);
  g_test_add_func ("/reliability/undefined", test_undefined);
  g_test_add_func ("/reliability/perfect", test_perfect);

  return g_test_run ();
}
