/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-chart.h"

static void
series_free (gpointer data)
{
  GalleyChartSeries *series = data;

  g_free (series->label);
  g_free (series);
}

static void
row_free (gpointer data)
{
  GalleyChartRow *row = data;

  g_free (row->label);
  g_free (row->words);
  g_free (row);
}

/**
 * galley_chart_new:
 * @title: what it shows
 * @summary: what is to be seen in it
 *
 * Returns: (transfer full): a chart without rows
 */
GalleyChart *
galley_chart_new (GalleyChartKind kind, const char *title, const char *summary)
{
  GalleyChart *self = g_new0 (GalleyChart, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->title = g_strdup (title);
  self->summary = g_strdup (summary);
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);

  return self;
}

GalleyChart *
galley_chart_ref (GalleyChart *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_chart_unref (GalleyChart *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_free (self->summary);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * galley_chart_add_series:
 * @label: what the next one of the values of a row is
 *
 * Adds a series.
 */
void
galley_chart_add_series (GalleyChart *self, const char *label, GalleyChartFill fill)
{
  GalleyChartSeries *series = g_new0 (GalleyChartSeries, 1);

  g_return_if_fail (self->series->len < GALLEY_CHART_MAX_VALUES);

  series->label = g_strdup (label);
  series->fill = fill;
  g_ptr_array_add (self->series, series);
}

/**
 * galley_chart_add_row:
 * @label: what it is about
 * @words: (nullable): its values in words
 *
 * Returns: (transfer none): a row whose values are still to be set
 */
GalleyChartRow *
galley_chart_add_row (GalleyChart *self, const char *label, const char *words)
{
  GalleyChartRow *row = g_new0 (GalleyChartRow, 1);

  row->label = g_strdup (label);
  row->words = g_strdup (words);
  g_ptr_array_add (self->rows, row);

  return row;
}
