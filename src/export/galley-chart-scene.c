/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-chart-private.h"

/* No letters are measured here, so that a layout is the same wherever it is drawn: their width is
 * estimated, a little above what fonts have, and words that need more are cut by who draws them. */
#define LETTER_EM 0.6
#define WIDE_EM 1.05

#define SWATCH_EM 1.1
#define LEGEND_LINE_EM 1.7

static void
clear_mark (gpointer data)
{
  g_free (((GalleyChartMark *) data)->text);
}

void
galley_chart_scene_free (GalleyChartScene *self)
{
  g_array_unref (self->points);
  g_array_unref (self->marks);
  g_free (self);
}

/**
 * galley_chart_estimate_width:
 * @em: size of the letters
 *
 * Returns: about how wide words are, in the unit of @em
 */
double
galley_chart_estimate_width (const char *utf8, double em)
{
  double width = 0;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? WIDE_EM : LETTER_EM;
    }

  return width * em;
}

static void
add_mark (GalleyChartScene *self,
          const GalleyChartMark *mark,
          const GalleyChartPoint *points,
          guint n_points)
{
  GalleyChartMark copy = *mark;

  copy.first_point = self->points->len;
  copy.n_points = n_points;
  g_array_append_vals (self->points, points, n_points);
  g_array_append_val (self->marks, copy);
}

void
galley_chart_add_area (GalleyChartScene *self,
                       GalleyChartFill fill,
                       const GalleyChartPoint *points,
                       guint n_points)
{
  GalleyChartMark mark = { .kind = GALLEY_CHART_AREA, .fill = fill };

  add_mark (self, &mark, points, n_points);
}

void
galley_chart_add_box (GalleyChartScene *self,
                      GalleyChartFill fill,
                      double x,
                      double y,
                      double width,
                      double height)
{
  GalleyChartPoint points[] = {
    { x, y }, { x + width, y }, { x + width, y + height }, { x, y + height }
  };

  galley_chart_add_area (self, fill, points, G_N_ELEMENTS (points));
}

void
galley_chart_add_line (GalleyChartScene *self,
                       GalleyChartInk ink,
                       double thickness,
                       const GalleyChartPoint *points,
                       guint n_points)
{
  GalleyChartMark mark = { .kind = GALLEY_CHART_LINE, .ink = ink, .width = thickness };

  add_mark (self, &mark, points, n_points);
}

void
galley_chart_add_stroke (GalleyChartScene *self,
                         GalleyChartInk ink,
                         double thickness,
                         double x1,
                         double y1,
                         double x2,
                         double y2)
{
  GalleyChartPoint points[] = { { x1, y1 }, { x2, y2 } };

  galley_chart_add_line (self, ink, thickness, points, G_N_ELEMENTS (points));
}

void
galley_chart_add_words (GalleyChartScene *self,
                        GalleyChartInk ink,
                        GalleyChartAnchor anchor,
                        double x,
                        double baseline,
                        double width,
                        const char *utf8)
{
  GalleyChartPoint point = { x, baseline };
  GalleyChartMark mark = { .kind = GALLEY_CHART_WORDS, .ink = ink, .anchor = anchor };

  mark.width = width;
  mark.text = g_strdup (utf8);
  add_mark (self, &mark, &point, 1);
}

/* What each series looks like, over the chart; returns how high that is. */
double
galley_chart_add_legend (GalleyChartScene *self, GalleyChart *chart)
{
  double em = self->em, x = 0, y = 0;

  if (chart->series->len == 0)
    return 0;

  for (guint i = 0; i < chart->series->len; i++)
    {
      const GalleyChartSeries *series = g_ptr_array_index (chart->series, i);
      double words = galley_chart_estimate_width (series->label, em);
      double width = (SWATCH_EM + 0.5) * em + words;

      if (x > 0 && x + width > self->width)
        {
          x = 0;
          y += LEGEND_LINE_EM * em;
        }
      galley_chart_add_box (self, series->fill, x, y + 0.1 * em, SWATCH_EM * em, 0.9 * em);
      galley_chart_add_words (self, GALLEY_CHART_INK, GALLEY_CHART_LEFT, x + (SWATCH_EM + 0.5) * em,
                              y + 0.9 * em, words + em, series->label);
      x += width + 1.2 * em;
    }

  return y + LEGEND_LINE_EM * em;
}

/**
 * galley_chart_find_step:
 * @max: the greatest value
 * @n_steps: about how many steps there are to be
 *
 * Returns: a round whole number of which about @n_steps make @max
 */
double
galley_chart_find_step (double max, guint n_steps)
{
  double rough = max / n_steps, power = 1;

  while (power * 10 <= rough)
    power *= 10;
  if (rough <= power)
    return power;
  if (rough <= 2 * power)
    return 2 * power;

  return rough <= 5 * power ? 5 * power : 10 * power;
}

static void
mirror (GalleyChartScene *self)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      GalleyChartPoint *point = &g_array_index (self->points, GalleyChartPoint, i);

      point->x = self->width - point->x;
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      GalleyChartMark *mark = &g_array_index (self->marks, GalleyChartMark, i);

      if (mark->anchor == GALLEY_CHART_LEFT)
        mark->anchor = GALLEY_CHART_RIGHT;
      else if (mark->anchor == GALLEY_CHART_RIGHT)
        mark->anchor = GALLEY_CHART_LEFT;
    }
}

/**
 * galley_chart_lay_out:
 * @width: of the drawing
 * @em: size of the letters, in the same unit
 * @is_mirrored: whether its reader reads from right to left
 *
 * Finds the place of everything in a chart. Linear in what is drawn.
 *
 * Returns: (transfer full): what is drawn
 */
GalleyChartScene *
galley_chart_lay_out (GalleyChart *chart, double width, double em, gboolean is_mirrored)
{
  GalleyChartScene *self = g_new0 (GalleyChartScene, 1);

  self->width = MAX (width, 20 * em);
  self->em = em;
  self->points = g_array_new (FALSE, FALSE, sizeof (GalleyChartPoint));
  self->marks = g_array_new (FALSE, FALSE, sizeof (GalleyChartMark));
  g_array_set_clear_func (self->marks, clear_mark);

  if (chart->kind == GALLEY_CHART_COLUMNS || chart->kind == GALLEY_CHART_LAYERS)
    galley_chart_lay_out_time (self, chart);
  else
    galley_chart_lay_out_bars (self, chart);
  if (is_mirrored)
    mirror (self);

  return self;
}
