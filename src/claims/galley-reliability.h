/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GALLEY_RELIABILITY_MAX_CATEGORIES 8
#define GALLEY_RELIABILITY_MISSING (-1)

/**
 * GalleyPairFigures:
 * @n_both: units that both have judged
 * @n_agree: those of them to which both gave one category
 * @counts: how many units the first put into the row's category and the second into the column's
 * @has_kappa: whether @kappa is defined: not where both used one and the same category only
 * @kappa: Cohen's kappa, at most 1
 * @expected: the share in which both would agree by chance, given how often each used each category
 *
 * How far two people agree.
 */
typedef struct
{
  guint n_both;
  guint n_agree;
  guint counts[GALLEY_RELIABILITY_MAX_CATEGORIES][GALLEY_RELIABILITY_MAX_CATEGORIES];
  gboolean has_kappa;
  double kappa;
  double expected;
} GalleyPairFigures;

/**
 * GalleyAlphaFigures:
 * @n_units: units that two people or more have judged
 * @n_values: verdicts on these
 * @coincidences: Krippendorff's coincidence matrix, symmetric; its sum is @n_values
 * @has_alpha: whether @alpha is defined: not where all used one category only
 * @alpha: Krippendorff's alpha for categories without an order, at most 1
 * @observed: observed disagreement, between 0 and 1
 * @expected: the disagreement that chance would give
 *
 * How far any number of people agree.
 */
typedef struct
{
  guint n_units;
  guint n_values;
  double coincidences[GALLEY_RELIABILITY_MAX_CATEGORIES][GALLEY_RELIABILITY_MAX_CATEGORIES];
  gboolean has_alpha;
  double alpha;
  double observed;
  double expected;
} GalleyAlphaFigures;

void galley_reliability_compare (const gint8 *first,
                                 const gint8 *second,
                                 guint n_units,
                                 GalleyPairFigures *out_figures);
void galley_reliability_compute_alpha (const gint8 *values,
                                       guint n_raters,
                                       guint n_units,
                                       GalleyAlphaFigures *out_figures);

G_END_DECLS
