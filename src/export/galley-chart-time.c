/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-chart-private.h"

#include "galley-figures-words.h"

/* What happened, and what there was, from the first span of time to the last. */

#define PLOT_EM 11.
#define AXIS_EM 1.9 /* for what stands under it */
#define COLUMN_PART 0.78
#define MAX_COLUMN_EM 4.
#define GAP_EM 0.12
#define N_STEPS 4
#define FEW_COLUMNS 16 /* that have their number over them */

typedef struct
{
  double left; /* where time begins */
  double width;
  double top;
  double height;
  double max; /* the value at the top */
} Plot;

static double
get_sum (const GalleyChartRow *row)
{
  double sum = 0;

  for (guint i = 0; i < GALLEY_CHART_MAX_VALUES; i++)
    sum += row->values[i];

  return sum;
}

static double
get_y (const Plot *plot, double value)
{
  return plot->top + plot->height * (1 - value / plot->max);
}

/* The lines that tell values, and what they tell. */
static void
add_values (GalleyChartScene *self, Plot *plot, double step)
{
  double em = self->em;

  for (double value = 0; value <= plot->max + step / 2; value += step)
    {
      g_autofree char *number = galley_figures_words_format_number ((guint64) (value + 0.5));
      double y = get_y (plot, value);

      galley_chart_add_stroke (self, value > 0 ? GALLEY_CHART_RULE : GALLEY_CHART_SOFT, 0.08 * em,
                               plot->left, y, plot->left + plot->width, y);
      galley_chart_add_words (self, GALLEY_CHART_SOFT, GALLEY_CHART_RIGHT, plot->left - 0.5 * em,
                              y + 0.35 * em, plot->left - 0.5 * em, number);
    }
}

/* As many names of spans as there is room for, always that of the first. */
static void
add_times (GalleyChartScene *self, GalleyChart *chart, const Plot *plot)
{
  guint n_rows = chart->rows->len, every;
  double each = plot->width / n_rows, em = self->em, widest = 0;

  for (guint i = 0; i < n_rows; i++)
    widest = MAX (widest, galley_chart_estimate_width (
                              ((GalleyChartRow *) g_ptr_array_index (chart->rows, i))->label, em));
  every = (guint) MAX ((widest + em) / each + 1, 1);
  for (guint i = 0; i < n_rows; i += every)
    {
      const GalleyChartRow *row = g_ptr_array_index (chart->rows, i);
      double x = plot->left + (i + 0.5) * each;
      /* Neither end is cut off. */
      double half = galley_chart_estimate_width (row->label, em) / 2;

      x = CLAMP (x, MIN (half, self->width / 2), MAX (self->width - half, self->width / 2));
      galley_chart_add_words (self, GALLEY_CHART_SOFT, GALLEY_CHART_MIDDLE, x,
                              plot->top + plot->height + 1.3 * em, MIN (2 * half + em, self->width),
                              row->label);
    }
}

static void
add_column (GalleyChartScene *self,
            GalleyChart *chart,
            const Plot *plot,
            guint index,
            gboolean has_number)
{
  const GalleyChartRow *row = g_ptr_array_index (chart->rows, index);
  double each = plot->width / chart->rows->len, em = self->em, value = 0;
  double width = MIN (each * COLUMN_PART, MAX_COLUMN_EM * em);
  double x = plot->left + (index + 0.5) * each - width / 2;

  for (guint i = 0; i < chart->series->len; i++)
    {
      const GalleyChartSeries *series = g_ptr_array_index (chart->series, i);
      double bottom = get_y (plot, value), top = get_y (plot, value + row->values[i]);

      if (row->values[i] <= 0)
        continue;
      galley_chart_add_box (self, series->fill, x, top, width,
                            MAX (bottom - top - GAP_EM * em, GAP_EM * em));
      value += row->values[i];
    }
  if (has_number && value > 0)
    {
      g_autofree char *number = galley_figures_words_format_number ((guint64) (value + 0.5));

      galley_chart_add_words (self, GALLEY_CHART_INK, GALLEY_CHART_MIDDLE, x + width / 2,
                              get_y (plot, value) - 0.35 * em, each + em, number);
    }
}

/* The points over which layer @index ends; what was at the end of a span stands at its end. The
 * first span has what was at its end from its beginning on, for nothing is known of before. */
static GalleyChartPoint *
find_edge (GalleyChart *chart, const Plot *plot, guint index)
{
  guint n_rows = chart->rows->len;
  GalleyChartPoint *points = g_new0 (GalleyChartPoint, n_rows + 1);

  for (guint i = 0; i <= n_rows; i++)
    {
      const GalleyChartRow *row = g_ptr_array_index (chart->rows, i > 0 ? i - 1 : 0);
      double value = 0;

      for (guint j = 0; j < index; j++)
        value += row->values[j];
      points[i].x = plot->left + plot->width * i / n_rows;
      points[i].y = get_y (plot, value);
    }

  return points;
}

static gboolean
has_any (GalleyChart *chart, guint series)
{
  for (guint i = 0; i < chart->rows->len; i++)
    if (((GalleyChartRow *) g_ptr_array_index (chart->rows, i))->values[series] > 0)
      return TRUE;

  return FALSE;
}

static void
add_layer (GalleyChartScene *self, GalleyChart *chart, const Plot *plot, guint index)
{
  const GalleyChartSeries *series = g_ptr_array_index (chart->series, index);
  guint n = chart->rows->len + 1;
  g_autofree GalleyChartPoint *lower = find_edge (chart, plot, index);
  g_autofree GalleyChartPoint *upper = find_edge (chart, plot, index + 1);
  g_autofree GalleyChartPoint *points = g_new (GalleyChartPoint, 2 * n);

  if (!has_any (chart, index))
    return;

  for (guint i = 0; i < n; i++)
    {
      points[i] = upper[i];
      points[2 * n - 1 - i] = lower[i];
    }
  galley_chart_add_area (self, series->fill, points, 2 * n);
  if (index + 1 < chart->series->len)
    galley_chart_add_line (self, GALLEY_CHART_PAPER, 0.18 * self->em, upper, n);
}

void
galley_chart_lay_out_time (GalleyChartScene *self, GalleyChart *chart)
{
  double em = self->em, max = 0, step;
  g_autofree char *widest = NULL;
  Plot plot = { .top = galley_chart_add_legend (self, chart) + 1.2 * em, .height = PLOT_EM * em };

  for (guint i = 0; i < chart->rows->len; i++)
    max = MAX (max, get_sum (g_ptr_array_index (chart->rows, i)));
  step = galley_chart_find_step (max, N_STEPS);
  plot.max = MAX (step * (guint64) ((max + step - 1) / step), step);
  widest = galley_figures_words_format_number ((guint64) plot.max);
  plot.left = galley_chart_estimate_width (widest, em) + em;
  plot.width = self->width - plot.left;
  self->height = plot.top + plot.height + AXIS_EM * em;
  if (chart->rows->len == 0)
    return;

  add_values (self, &plot, step);
  for (guint i = 0; chart->kind == GALLEY_CHART_COLUMNS && i < chart->rows->len; i++)
    add_column (self, chart, &plot, i, chart->rows->len <= FEW_COLUMNS);
  for (guint i = 0; chart->kind == GALLEY_CHART_LAYERS && i < chart->series->len; i++)
    add_layer (self, chart, &plot, i);
  add_times (self, chart, &plot);
}
