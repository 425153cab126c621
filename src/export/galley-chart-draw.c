/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-chart-draw.h"

#include "galley-pages-private.h"

#define HATCH_EM 0.42
#define HATCH_THICKNESS_EM 0.17
#define DOT_EM 0.5
#define DOT_SIZE_EM 0.17
#define OUTLINE_EM 0.09

/* More words than this are in no line of a chart. */
#define MAX_WORDS 400

static const GalleyChartPalette palettes[GALLEY_N_CHART_LOOKS] = {
  [GALLEY_CHART_ON_PAPER] = {
    .inks = { { 0.00, 0.00, 0.00 }, { 0.30, 0.30, 0.30 }, { 0.80, 0.80, 0.80 }, { 1, 1, 1 } },
    .fills = { { 0.11, 0.42, 0.24 }, { 0.64, 0.10, 0.18 }, { 0.49, 0.32, 0.00 },
               { 0.10, 0.31, 0.55 }, { 0.10, 0.31, 0.55 }, { 0.30, 0.30, 0.30 } },
  },
  [GALLEY_CHART_ON_DARK] = {
    .inks = { { 0.93, 0.92, 0.90 }, { 0.72, 0.70, 0.66 }, { 0.33, 0.32, 0.30 },
              { 0.118, 0.118, 0.118 } },
    .fills = { { 0.53, 0.81, 0.62 }, { 0.96, 0.60, 0.64 }, { 0.90, 0.74, 0.38 },
               { 0.55, 0.73, 0.93 }, { 0.55, 0.73, 0.93 }, { 0.72, 0.70, 0.66 } },
  },
  [GALLEY_CHART_ON_WHITE] = {
    .inks = { { 0, 0, 0 }, { 0, 0, 0 }, { 0.45, 0.45, 0.45 }, { 1, 1, 1 } },
    .fills = { { 0.02, 0.28, 0.12 }, { 0.50, 0.00, 0.08 }, { 0.34, 0.21, 0.00 },
               { 0.02, 0.18, 0.40 }, { 0.02, 0.18, 0.40 }, { 0, 0, 0 } },
  },
  [GALLEY_CHART_ON_BLACK] = {
    .inks = { { 1, 1, 1 }, { 1, 1, 1 }, { 0.60, 0.60, 0.60 }, { 0.118, 0.118, 0.118 } },
    .fills = { { 0.70, 0.95, 0.78 }, { 1.00, 0.75, 0.78 }, { 1.00, 0.88, 0.55 },
               { 0.75, 0.88, 1.00 }, { 0.75, 0.88, 1.00 }, { 1, 1, 1 } },
  },
};

/**
 * galley_chart_get_palette:
 *
 * Returns: (transfer none): the colours for a ground
 */
const GalleyChartPalette *
galley_chart_get_palette (GalleyChartLook look)
{
  g_return_val_if_fail ((guint) look < GALLEY_N_CHART_LOOKS, NULL);

  return &palettes[look];
}

static void
set_color (cairo_t *cr, const double *color)
{
  galley_drawing.cairo_set_source_rgb (cr, color[0], color[1], color[2]);
}

static void
trace (const GalleyChartScene *scene, cairo_t *cr, const GalleyChartMark *mark)
{
  for (guint i = 0; i < mark->n_points; i++)
    {
      const GalleyChartPoint *point =
          &g_array_index (scene->points, GalleyChartPoint, mark->first_point + i);

      if (i == 0)
        galley_drawing.cairo_move_to (cr, point->x, point->y);
      else
        galley_drawing.cairo_line_to (cr, point->x, point->y);
    }
}

static void
find_box (const GalleyChartScene *scene,
          const GalleyChartMark *mark,
          GalleyChartPoint *from,
          GalleyChartPoint *to)
{
  *from = *to = g_array_index (scene->points, GalleyChartPoint, mark->first_point);
  for (guint i = 1; i < mark->n_points; i++)
    {
      const GalleyChartPoint *point =
          &g_array_index (scene->points, GalleyChartPoint, mark->first_point + i);

      from->x = MIN (from->x, point->x);
      from->y = MIN (from->y, point->y);
      to->x = MAX (to->x, point->x);
      to->y = MAX (to->y, point->y);
    }
}

/* Lines that lean, where they would be if all of the drawing was hatched. */
static void
hatch (const GalleyChartScene *scene, cairo_t *cr, GalleyChartPoint from, GalleyChartPoint to)
{
  double step = HATCH_EM * scene->em, height = to.y - from.y;

  galley_drawing.cairo_set_line_width (cr, HATCH_THICKNESS_EM * scene->em);
  for (gint64 i = (gint64) ((from.x + from.y) / step) - 1; i * step - to.y <= to.x; i++)
    {
      galley_drawing.cairo_move_to (cr, i * step - from.y, from.y);
      galley_drawing.cairo_line_to (cr, i * step - from.y - height, to.y);
    }
  galley_drawing.cairo_stroke (cr);
}

static void
dot (const GalleyChartScene *scene, cairo_t *cr, GalleyChartPoint from, GalleyChartPoint to)
{
  double step = DOT_EM * scene->em, size = DOT_SIZE_EM * scene->em;

  for (gint64 row = (gint64) (from.y / step) - 1; row * step <= to.y; row++)
    for (gint64 i = (gint64) (from.x / step) - 1; i * step <= to.x; i++)
      galley_drawing.cairo_rectangle (cr, (i + (row % 2 == 0 ? 0. : 0.5)) * step, row * step, size,
                                      size);
  galley_drawing.cairo_fill (cr);
}

static void
draw_area (const GalleyChartScene *scene,
           cairo_t *cr,
           const GalleyChartMark *mark,
           const GalleyChartPalette *palette)
{
  GalleyChartPoint from, to;

  find_box (scene, mark, &from, &to);
  set_color (cr, palette->fills[mark->fill]);
  trace (scene, cr, mark);
  galley_drawing.cairo_close_path (cr);
  if (mark->fill == GALLEY_CHART_CONFIRMED || mark->fill == GALLEY_CHART_FIRST)
    {
      galley_drawing.cairo_fill (cr);
      return;
    }

  galley_drawing.cairo_save (cr);
  galley_drawing.cairo_clip (cr);
  if (mark->fill == GALLEY_CHART_DISPUTED || mark->fill == GALLEY_CHART_SECOND)
    hatch (scene, cr, from, to);
  else
    dot (scene, cr, from, to);
  galley_drawing.cairo_restore (cr);

  trace (scene, cr, mark);
  galley_drawing.cairo_close_path (cr);
  galley_drawing.cairo_set_line_width (cr, OUTLINE_EM * scene->em);
  galley_drawing.cairo_stroke (cr);
}

static void
draw_line (const GalleyChartScene *scene,
           cairo_t *cr,
           const GalleyChartMark *mark,
           const GalleyChartPalette *palette)
{
  set_color (cr, palette->inks[mark->ink]);
  galley_drawing.cairo_set_line_width (cr, mark->width);
  trace (scene, cr, mark);
  galley_drawing.cairo_stroke (cr);
}

/* (transfer full): what can be set in a line, and is no longer than any line has room for. */
static char *
clean (const char *utf8)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (utf8, -1) <= MAX_WORDS)
    return galley_pages_clean_text (utf8);

  start = g_utf8_substring (utf8, 0, MAX_WORDS);
  return galley_pages_clean_text (start);
}

static void
draw_words (const GalleyChartScene *scene,
            cairo_t *cr,
            PangoLayout *layout,
            const GalleyChartMark *mark,
            const GalleyChartPalette *palette)
{
  const GalleyChartPoint *at = &g_array_index (scene->points, GalleyChartPoint, mark->first_point);
  g_autofree char *text = clean (mark->text);
  PangoLayoutLine *line;
  PangoRectangle logical;
  double x = at->x, width;

  if (*text == '\0')
    return;

  galley_drawing.pango_layout_set_width (layout,
                                         (int) (MAX (mark->width, scene->em) * PANGO_SCALE));
  galley_drawing.pango_layout_set_text (layout, text, -1);
  line = galley_drawing.pango_layout_get_lines_readonly (layout)->data;
  galley_drawing.pango_layout_line_get_extents (line, /* ink_rect= */ NULL, &logical);
  width = (double) logical.width / PANGO_SCALE;
  if (mark->anchor == GALLEY_CHART_RIGHT)
    x -= width;
  else if (mark->anchor == GALLEY_CHART_MIDDLE)
    x -= width / 2;
  set_color (cr, palette->inks[mark->ink]);
  galley_drawing.cairo_move_to (cr, x, at->y);
  galley_drawing.pango_cairo_show_layout_line (cr, line);
}

static PangoLayout *
make_layout (PangoContext *context, const char *family, double em)
{
  PangoLayout *layout = galley_drawing.pango_layout_new (context);
  PangoAttrList *list = galley_drawing.pango_attr_list_new ();
  PangoFontDescription *description = galley_drawing.pango_font_description_new ();

  if (family != NULL)
    galley_drawing.pango_font_description_set_family_static (description, family);
  galley_drawing.pango_font_description_set_absolute_size (description, em * PANGO_SCALE);
  galley_drawing.pango_attr_list_insert (list,
                                         galley_drawing.pango_attr_font_desc_new (description));
  galley_drawing.pango_font_description_free (description);
  galley_drawing.pango_layout_set_attributes (layout, list);
  galley_drawing.pango_attr_list_unref (list);
  galley_drawing.pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

/**
 * galley_chart_draw:
 * @cr: what to draw on, from its origin
 * @context: for its words
 * @family: (nullable): font of its words, borrowed for good; %NULL for that of @context
 *
 * Draws a chart. galley_drawing_load() has to have succeeded.
 */
void
galley_chart_draw (const GalleyChartScene *scene,
                   cairo_t *cr,
                   PangoContext *context,
                   const char *family,
                   const GalleyChartPalette *palette)
{
  g_autoptr (GObject) layout = G_OBJECT (make_layout (context, family, scene->em));

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const GalleyChartMark *mark = &g_array_index (scene->marks, GalleyChartMark, i);

      if (mark->kind == GALLEY_CHART_AREA)
        draw_area (scene, cr, mark, palette);
      else if (mark->kind == GALLEY_CHART_LINE)
        draw_line (scene, cr, mark, palette);
      else
        draw_words (scene, cr, (PangoLayout *) layout, mark, palette);
    }
}
