/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-reliability.h"

#define N GALLEY_RELIABILITY_MAX_CATEGORIES

/**
 * galley_reliability_compare:
 * @first: (array length=n_units): a category from 0 for each unit, or %GALLEY_RELIABILITY_MISSING
 * @second: (array length=n_units): likewise, of somebody else
 * @out_figures: (out caller-allocates): how far they agree
 *
 * Cohen's kappa (Cohen 1960, “A Coefficient of Agreement for Nominal Scales”) is (o − e) / (1 − e),
 * with o the share in which two people agree and e the one that chance would give. It is computed
 * over the units that both have judged.
 */
void
galley_reliability_compare (const gint8 *first,
                            const gint8 *second,
                            guint n_units,
                            GalleyPairFigures *out_figures)
{
  guint64 rows[N] = { 0 }, columns[N] = { 0 }, by_chance = 0, n;

  *out_figures = (GalleyPairFigures){ 0 };
  for (guint i = 0; i < n_units; i++)
    {
      if (first[i] == GALLEY_RELIABILITY_MISSING || second[i] == GALLEY_RELIABILITY_MISSING)
        continue;
      g_assert (first[i] >= 0 && first[i] < N && second[i] >= 0 && second[i] < N);
      out_figures->counts[first[i]][second[i]]++;
      rows[first[i]]++;
      columns[second[i]]++;
      out_figures->n_both++;
      out_figures->n_agree += first[i] == second[i];
    }

  n = out_figures->n_both;
  if (n == 0)
    return;
  for (guint c = 0; c < N; c++)
    by_chance += rows[c] * columns[c];

  out_figures->expected = (double) by_chance / (double) (n * n);
  out_figures->has_kappa = by_chance < n * n;
  if (out_figures->has_kappa)
    out_figures->kappa = ((double) (n * out_figures->n_agree) - (double) by_chance) /
                         ((double) (n * n) - (double) by_chance);
}

/* Adds the pairs of values of one unit to the coincidences, each unit as one for each value. */
static void
add_unit (const gint8 *values, guint n_raters, guint n_units, guint unit, GalleyAlphaFigures *out)
{
  guint counts[N] = { 0 }, n_values = 0;

  for (guint r = 0; r < n_raters; r++)
    {
      gint8 value = values[r * n_units + unit];

      if (value == GALLEY_RELIABILITY_MISSING)
        continue;
      g_assert (value >= 0 && value < N);
      counts[value]++;
      n_values++;
    }
  if (n_values < 2)
    return;

  out->n_units++;
  out->n_values += n_values;
  for (guint c = 0; c < N; c++)
    for (guint k = 0; k < N; k++)
      out->coincidences[c][k] +=
          (double) (counts[c] * (counts[k] - (c == k && counts[k] > 0))) / (n_values - 1);
}

/**
 * galley_reliability_compute_alpha:
 * @values: for each rater the units, one rater after the other: a category from 0, or
 *   %GALLEY_RELIABILITY_MISSING
 * @n_raters: how many raters
 * @n_units: how many units
 * @out_figures: (out caller-allocates): how far they agree
 *
 * Krippendorff's alpha for nominal data (Krippendorff 2011, “Computing Krippendorff’s
 * Alpha-Reliability”, section C) is 1 − observed / expected disagreement, over the coincidence
 * matrix of all pairs of values within units. Units that fewer than two people have judged have no
 * part in it.
 */
void
galley_reliability_compute_alpha (const gint8 *values,
                                  guint n_raters,
                                  guint n_units,
                                  GalleyAlphaFigures *out_figures)
{
  double agreeing = 0, by_chance = 0, n;
  guint n_used = 0;

  *out_figures = (GalleyAlphaFigures){ 0 };
  for (guint i = 0; i < n_units; i++)
    add_unit (values, n_raters, n_units, i, out_figures);

  n = out_figures->n_values;
  if (out_figures->n_values == 0)
    return;
  for (guint c = 0; c < N; c++)
    {
      double total = 0;

      for (guint k = 0; k < N; k++)
        total += out_figures->coincidences[c][k];
      agreeing += out_figures->coincidences[c][c];
      by_chance += total * (total - 1);
      n_used += total > 0.5;
    }

  out_figures->observed = 1 - agreeing / n;
  out_figures->has_alpha = n_used > 1;
  if (!out_figures->has_alpha)
    return;
  out_figures->expected = 1 - by_chance / (n * (n - 1));
  out_figures->alpha = 1 - out_figures->observed / out_figures->expected;
}
