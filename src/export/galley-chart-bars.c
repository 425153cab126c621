/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-chart-private.h"

#include "galley-figures-words.h"

#include <glib/gi18n-lib.h>

/* Bars lie, since that leaves room for names: a name, its bar, and what it says in words. */

#define ROW_EM 1.75
#define BAR_EM 1.1
#define GAP_EM 0.15 /* between the parts of a bar */
#define MAX_LABEL_PART 0.34
#define MAX_WORDS_PART 0.36
#define MARGIN_EM 0.7

typedef struct
{
  double label;  /* room for names, with the gap behind them */
  double bars;   /* where bars begin */
  double length; /* of the longest bar */
  double max;    /* the greatest value */
} Columns;

static double
get_length (GalleyChart *chart, const GalleyChartRow *row)
{
  double sum = 0;

  if (chart->kind == GALLEY_CHART_RANGES)
    return row->values[2];
  for (guint i = 0; i < GALLEY_CHART_MAX_VALUES; i++)
    sum += row->values[i];

  return sum;
}

static void
measure (GalleyChartScene *self, GalleyChart *chart, guint n_rows, Columns *columns)
{
  double em = self->em, label = 3 * em, words = 2 * em;

  columns->max = 0;
  for (guint i = 0; i < n_rows; i++)
    {
      const GalleyChartRow *row = g_ptr_array_index (chart->rows, i);

      label = MAX (label, galley_chart_estimate_width (row->label, em));
      if (row->words != NULL)
        words = MAX (words, galley_chart_estimate_width (row->words, em));
      columns->max = MAX (columns->max, get_length (chart, row));
    }
  columns->label = MIN (label, MAX_LABEL_PART * self->width);
  columns->bars = columns->label + MARGIN_EM * em;
  columns->length =
      self->width - columns->bars - MARGIN_EM * em - MIN (words, MAX_WORDS_PART * self->width);
}

/* Returns where the bar ends. */
static double
add_parts (GalleyChartScene *self,
           GalleyChart *chart,
           const GalleyChartRow *row,
           const Columns *columns,
           double y)
{
  double x = columns->bars, gap = GAP_EM * self->em;
  guint n_parts = chart->series->len > 0 ? chart->series->len : 1;

  for (guint i = 0; i < n_parts; i++)
    {
      double length = columns->max > 0 ? row->values[i] / columns->max * columns->length : 0;
      GalleyChartFill fill =
          chart->series->len > 0
              ? ((GalleyChartSeries *) g_ptr_array_index (chart->series, i))->fill
              : row->fill;

      if (row->values[i] <= 0)
        continue;
      /* What there is is seen, however little. */
      galley_chart_add_box (self, fill, x, y, MAX (length - gap, gap), BAR_EM * self->em);
      x += MAX (length, 2 * gap);
    }

  return x;
}

static double
add_range (GalleyChartScene *self, const GalleyChartRow *row, const Columns *columns, double y)
{
  double scale = columns->max > 0 ? columns->length / columns->max : 0;
  double from = columns->bars + row->values[0] * scale;
  double middle = columns->bars + row->values[1] * scale;
  double to = columns->bars + row->values[2] * scale;
  double em = self->em;

  if (row->values[2] <= 0)
    return columns->bars;

  galley_chart_add_box (self, row->fill, from, y + 0.15 * em, MAX (to - from, 0.2 * em),
                        (BAR_EM - 0.3) * em);
  galley_chart_add_stroke (self, GALLEY_CHART_PAPER, 0.5 * em, middle, y, middle, y + BAR_EM * em);
  galley_chart_add_stroke (self, GALLEY_CHART_INK, 0.22 * em, middle, y - 0.1 * em, middle,
                           y + (BAR_EM + 0.1) * em);

  return to;
}

static void
add_row (GalleyChartScene *self,
         GalleyChart *chart,
         const GalleyChartRow *row,
         const Columns *columns,
         double y)
{
  double em = self->em, baseline = y + 0.9 * em, end;

  galley_chart_add_words (self, GALLEY_CHART_INK, GALLEY_CHART_RIGHT, columns->label, baseline,
                          columns->label, row->label);
  end = chart->kind == GALLEY_CHART_RANGES ? add_range (self, row, columns, y)
                                           : add_parts (self, chart, row, columns, y);
  if (row->words != NULL)
    galley_chart_add_words (self, GALLEY_CHART_INK, GALLEY_CHART_LEFT, end + MARGIN_EM * em,
                            baseline, self->width - end - MARGIN_EM * em, row->words);
}

void
galley_chart_lay_out_bars (GalleyChartScene *self, GalleyChart *chart)
{
  guint n_rows = MIN (chart->rows->len, GALLEY_CHART_MAX_BARS);
  double em = self->em, y = galley_chart_add_legend (self, chart), top;
  Columns columns;

  measure (self, chart, n_rows, &columns);
  y += 0.3 * em;
  top = y;
  for (guint i = 0; i < n_rows; i++, y += ROW_EM * em)
    add_row (self, chart, g_ptr_array_index (chart->rows, i), &columns, y);
  galley_chart_add_stroke (self, GALLEY_CHART_SOFT, 0.08 * em, columns.bars - 0.1 * em,
                           top - 0.2 * em, columns.bars - 0.1 * em, y - 0.3 * em);
  if (n_rows < chart->rows->len)
    {
      guint n_more = chart->rows->len - n_rows;
      g_autofree char *number = galley_figures_words_format_number (n_more);
      g_autofree char *more =
          /* Translators: under a chart; %s is a number of at least 1. */
          g_strdup_printf (
              ngettext ("and %s more, in the table", "and %s more, in the table", n_more), number);

      galley_chart_add_words (self, GALLEY_CHART_SOFT, GALLEY_CHART_LEFT, columns.bars,
                              y + 0.9 * em, self->width - columns.bars, more);
      y += ROW_EM * em;
    }
  self->height = y;
}
