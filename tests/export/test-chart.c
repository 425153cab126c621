/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-chart-draw.h"
#include "galley-chart-private.h"
#include "galley-chart-svg.h"
#include "galley-copy.h"
#include "galley-figures-builder.h"
#include "galley-figures-report.h"
#include "galley-figures-words.h"

#include <locale.h>
#include <string.h>

#define HOSTILE "<b onclick='x'>&amp;\xE2\x80\xAE evil \xE2\x81\xA6]]> \"q\"\n\t"
#define WIDTH 600.
#define EM 10.

/* Relative luminance and contrast as WCAG 2 has them. */
static double
get_luminance (const double *color)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double luminance = 0;

  for (guint i = 0; i < 3; i++)
    {
      double c = color[i], low = c / 12.92, base = (c + 0.055) / 1.055;
      /* base to the power of 2.4, near enough: 2.4 lies between 2 and 3. */
      double high = base * base * (0.6 + 0.4 * base);

      luminance += weights[i] * (c <= 0.03928 ? low : high);
    }

  return luminance;
}

static double
get_contrast (const double *a, const double *b)
{
  double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* The power above is a little too great for dark colours and right for none; this is checked with
 * room to spare. */
static void
test_contrast (void)
{
  for (guint look = 0; look < GALLEY_N_CHART_LOOKS; look++)
    {
      const GalleyChartPalette *palette = galley_chart_get_palette (look);
      const double *paper = palette->inks[GALLEY_CHART_PAPER];

      for (guint i = 0; i < GALLEY_N_CHART_FILLS; i++)
        g_assert_cmpfloat (get_contrast (palette->fills[i], paper), >, 3.5);
      g_assert_cmpfloat (get_contrast (palette->inks[GALLEY_CHART_INK], paper), >, 7);
      g_assert_cmpfloat (get_contrast (palette->inks[GALLEY_CHART_SOFT], paper), >, 4.5);
    }
}

static void
test_steps (void)
{
  static const double cases[][2] = { { 0, 1 },    { 1, 1 },     { 4, 1 },       { 5, 2 },
                                     { 8, 2 },    { 9, 5 },     { 20, 5 },      { 21, 10 },
                                     { 150, 50 }, { 999, 500 }, { 10000, 5000 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (galley_chart_find_step (cases[i][0], 4), ==, cases[i][1]);
}

static GalleyChart *
make_chart (GalleyChartKind kind, guint n_rows, const char *label, double value)
{
  gboolean has_series = kind != GALLEY_CHART_BARS && kind != GALLEY_CHART_RANGES;
  GalleyChart *chart = galley_chart_new (kind, "Title", "Summary");

  for (guint i = 0; has_series && i < 3; i++)
    galley_chart_add_series (chart, "A series", GALLEY_CHART_FIRST + i);
  for (guint i = 0; i < n_rows; i++)
    {
      GalleyChartRow *row = galley_chart_add_row (chart, label, "12 and more");

      for (guint j = 0; j < 3; j++)
        row->values[j] = value * (i % 7 + j);
      row->fill = GALLEY_CHART_DISPUTED;
    }

  return chart;
}

static void
assert_within (const GalleyChartScene *scene)
{
  g_assert_cmpfloat (scene->height, >, 0);
  for (guint i = 0; i < scene->points->len; i++)
    {
      const GalleyChartPoint *point = &g_array_index (scene->points, GalleyChartPoint, i);

      g_assert_cmpfloat (point->x, >=, -1);
      g_assert_cmpfloat (point->x, <=, scene->width + 1);
      g_assert_cmpfloat (point->y, >=, -1);
      g_assert_cmpfloat (point->y, <=, scene->height + 1);
    }
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const GalleyChartMark *mark = &g_array_index (scene->marks, GalleyChartMark, i);

      g_assert_cmpuint (mark->first_point + mark->n_points, <=, scene->points->len);
      g_assert_cmpfloat (mark->width, <=, scene->width + 3 * EM);
    }
}

/* Whatever is drawn has its place, and there are never more bars than have room. */
static void
test_everything_is_within (void)
{
  static const guint n_rows[] = { 0, 1, 2, 20, 21, 60, 500 };
  static const double values[] = { 0, 1, 0.001, 1e9 };
  g_autofree char *longest = g_strnfill (10000, 'x');
  const char *labels[] = { "", "Ana", HOSTILE, longest };

  for (GalleyChartKind kind = GALLEY_CHART_BARS; kind <= GALLEY_CHART_LAYERS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (n_rows); i++)
      for (guint j = 0; j < G_N_ELEMENTS (values) * G_N_ELEMENTS (labels); j++)
        {
          g_autoptr (GalleyChart) chart =
              make_chart (kind, MIN (n_rows[i], 60), labels[j / 4], values[j % 4]);
          g_autoptr (GalleyChartScene) scene =
              galley_chart_lay_out (chart, j % 2 == 0 ? WIDTH : 100, EM, j % 3 == 0);

          assert_within (scene);
          if (kind <= GALLEY_CHART_RANGES)
            g_assert_cmpfloat (scene->height, <, 25 * 2 * EM);
        }
}

static guint
count_marks (const GalleyChartScene *scene, GalleyChartMarkKind kind)
{
  guint n = 0;

  for (guint i = 0; i < scene->marks->len; i++)
    n += g_array_index (scene->marks, GalleyChartMark, i).kind == kind;

  return n;
}

static gboolean
says (const GalleyChartScene *scene, const char *words)
{
  for (guint i = 0; i < scene->marks->len; i++)
    if (g_strcmp0 (g_array_index (scene->marks, GalleyChartMark, i).text, words) == 0)
      return TRUE;

  return FALSE;
}

static void
test_too_many_bars (void)
{
  g_autoptr (GalleyChart) chart = make_chart (GALLEY_CHART_BARS, 25, "Ana", 1);
  g_autoptr (GalleyChartScene) scene = NULL;

  for (guint i = 0; i < chart->rows->len; i++)
    ((GalleyChartRow *) g_ptr_array_index (chart->rows, i))->values[0] = 1;
  scene = galley_chart_lay_out (chart, WIDTH, EM, FALSE);
  g_assert_cmpuint (count_marks (scene, GALLEY_CHART_AREA), ==, 20);
  g_assert_true (says (scene, "and 5 more, in the table"));
}

/* Bars are as long as their values, and what there is is seen. */
static void
test_lengths (void)
{
  g_autoptr (GalleyChart) chart = galley_chart_new (GALLEY_CHART_BARS, "Title", "Summary");
  g_autoptr (GalleyChartScene) scene = NULL;
  double widths[3];
  guint n = 0;

  galley_chart_add_row (chart, "a", NULL)->values[0] = 100;
  galley_chart_add_row (chart, "b", NULL)->values[0] = 50;
  galley_chart_add_row (chart, "c", NULL)->values[0] = 0.001;
  galley_chart_add_row (chart, "d", NULL)->values[0] = 0;
  scene = galley_chart_lay_out (chart, WIDTH, EM, FALSE);
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const GalleyChartMark *mark = &g_array_index (scene->marks, GalleyChartMark, i);
      const GalleyChartPoint *points =
          &g_array_index (scene->points, GalleyChartPoint, mark->first_point);

      if (mark->kind == GALLEY_CHART_AREA)
        widths[n++] = points[1].x - points[0].x;
    }
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat_with_epsilon (widths[1] / widths[0], 0.5, 0.01);
  g_assert_cmpfloat (widths[2], >, 1);
}

/* From right to left all is where it would be in a mirror, and words end where they began. */
static void
test_mirrored (void)
{
  g_autoptr (GalleyChart) chart = make_chart (GALLEY_CHART_STACKS, 3, "Ana", 2);
  g_autoptr (GalleyChartScene) scene = galley_chart_lay_out (chart, WIDTH, EM, FALSE);
  g_autoptr (GalleyChartScene) mirrored = galley_chart_lay_out (chart, WIDTH, EM, TRUE);

  g_assert_cmpuint (scene->points->len, ==, mirrored->points->len);
  for (guint i = 0; i < scene->points->len; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (mirrored->points, GalleyChartPoint, i).x,
                                    WIDTH - g_array_index (scene->points, GalleyChartPoint, i).x,
                                    0.001);
  for (guint i = 0; i < scene->marks->len; i++)
    {
      GalleyChartAnchor anchor = g_array_index (scene->marks, GalleyChartMark, i).anchor;
      GalleyChartAnchor other = g_array_index (mirrored->marks, GalleyChartMark, i).anchor;

      if (g_array_index (scene->marks, GalleyChartMark, i).kind == GALLEY_CHART_WORDS)
        g_assert_cmpint (anchor + other, ==, GALLEY_CHART_LEFT + GALLEY_CHART_RIGHT);
    }
}

static void
append_text_cb (GMarkupParseContext *context,
                const char *text,
                gsize length,
                gpointer user_data,
                GError **error)
{
  g_string_append_len (user_data, text, (gssize) length);
}

/* Names that are markup, turn directions or never end do no harm. */
static void
test_hostile_svg (void)
{
  static const GMarkupParser parser = { .text = append_text_cb };
  g_autofree char *longest = g_strnfill (10000, 'x');
  const char *labels[] = { HOSTILE, longest, "\xE2\x80\xAE\xE2\x80\xAE" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (GalleyChart) chart = make_chart (GALLEY_CHART_STACKS, 3, labels[i], 1);
      g_autoptr (GString) svg = g_string_new (NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GMarkupParseContext) context = NULL;
      g_autoptr (GError) error = NULL;

      galley_chart_append_svg (svg, chart, 1, FALSE);
      context = g_markup_parse_context_new (&parser, 0, text, NULL);
      g_markup_parse_context_parse (context, svg->str, (gssize) svg->len, &error);
      g_assert_no_error (error);
      g_assert_true (g_markup_parse_context_end_parse (context, &error));
      g_assert_cmpuint (svg->len, <, 20000);
      g_assert_null (strstr (svg->str, "<b"));
      g_assert_nonnull (strstr (text->str, "Title"));
      g_assert_nonnull (strstr (text->str, "Summary"));
      /* Each override is popped where it stands. */
      if (i != 1)
        g_assert_nonnull (strstr (text->str, "\xE2\x80\xAC"));
    }
}

static cairo_status_t
count_cb (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

/* Anything can be drawn, in any look. */
static void
test_draw (void)
{
  g_autofree char *longest = g_strnfill (10000, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) map = NULL;
  g_autoptr (GObject) context = NULL;
  gsize n_bytes = 0;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_assert_true (galley_drawing_load (&error));
  map = G_OBJECT (galley_drawing.pango_cairo_font_map_new ());
  context = G_OBJECT (galley_drawing.pango_font_map_create_context ((PangoFontMap *) map));
  surface = galley_drawing.cairo_pdf_surface_create_for_stream (count_cb, &n_bytes, WIDTH, WIDTH);
  cr = galley_drawing.cairo_create (surface);
  for (GalleyChartKind kind = GALLEY_CHART_BARS; kind <= GALLEY_CHART_LAYERS; kind++)
    for (guint look = 0; look < GALLEY_N_CHART_LOOKS; look++)
      {
        g_autoptr (GalleyChart) chart = make_chart (kind, 5, look % 2 ? longest : HOSTILE, 3);
        g_autoptr (GalleyChartScene) scene = galley_chart_lay_out (chart, WIDTH, EM, look % 2 == 0);

        galley_chart_draw (scene, cr, (PangoContext *) context, NULL,
                           galley_chart_get_palette (look));
        galley_drawing.cairo_show_page (cr);
        g_assert_cmpint (galley_drawing.cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      }
  galley_drawing.cairo_destroy (cr);
  galley_drawing.cairo_surface_finish (surface);
  galley_drawing.cairo_surface_destroy (surface);
  g_assert_cmpuint (n_bytes, >, 1000);
}

static GalleyFigures *
make_figures (void)
{
  GalleyFiguresScope scope = { 0 };
  g_autoptr (GalleyFiguresBuilder) builder = galley_figures_builder_new (&scope);

  galley_figures_builder_add_article (builder, "a", "Flood", FALSE, 1500);
  galley_figures_builder_add_article (builder, "b", "Fire", FALSE, 500);
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      GalleyFiguresClaim claim = { .id = id,
                                   .article_id = i % 2 == 0 ? "a" : "b",
                                   .status = i % GALLEY_N_STATUSES,
                                   .checked_by = "Ana",
                                   .counts = TRUE };

      galley_figures_builder_add_claim (builder, &claim);
    }
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *unit = g_strdup_printf ("unit %u", i);
      GalleyFiguresEvent event = { .kind = GALLEY_FIGURES_ADD,
                                   .subject = id,
                                   .time = 1756900800000 + i * 30000,
                                   .actor = "Ana",
                                   .unit = "mark",
                                   .is_done = TRUE,
                                   .status = "pending" };

      galley_figures_builder_add_event (builder, &event);
      event.kind = GALLEY_FIGURES_STATUS;
      event.status = galley_status_to_nick (i % GALLEY_N_STATUSES);
      event.unit = unit;
      galley_figures_builder_add_event (builder, &event);
    }

  return galley_figures_builder_finish (builder);
}

/* Each chart is a picture of a table that follows under the same heading. */
static void
test_layout (void)
{
  g_autoptr (GalleyFigures) figures = make_figures ();
  GalleyReportOptions options = { 0 };
  g_autoptr (GalleyReport) report = galley_figures_report_new (figures, &options);
  g_autoptr (GalleyCopy) copy = galley_copy_set (report);
  guint n_elements, n_charts = 0, n_waiting = 0;
  const GalleyCopyElement *elements = galley_copy_get_elements (copy, &n_elements);

  for (guint i = 0; i < n_elements; i++)
    {
      const GalleyCopyElement *element = &elements[i];

      if (element->kind == GALLEY_COPY_CHART)
        {
          g_assert_nonnull (element->chart);
          n_charts++;
          n_waiting++;
        }
      if (element->kind == GALLEY_COPY_BEGIN && element->part == GALLEY_COPY_TABLE)
        n_waiting = 0;
      if (element->kind == GALLEY_COPY_END && element->part == GALLEY_COPY_SECTION)
        g_assert_cmpuint (n_waiting, ==, 0);
    }
  g_assert_cmpuint (n_charts, ==, 9);
}

static void
test_words (void)
{
  static const struct
  {
    double time_ms;
    const char *words;
  } cases[] = { { 0, "under 1 s" }, { 499, "under 1 s" },    { 500, "1 s" },      { 59499, "59 s" },
                { 59500, "1 min" }, { 80000, "1 min 20 s" }, { 900000, "15 min" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = galley_figures_words_format_time (cases[i].time_ms);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/chart/contrast", test_contrast);
  g_test_add_func ("/export/chart/steps", test_steps);
  g_test_add_func ("/export/chart/everything-is-within", test_everything_is_within);
  g_test_add_func ("/export/chart/too-many-bars", test_too_many_bars);
  g_test_add_func ("/export/chart/lengths", test_lengths);
  g_test_add_func ("/export/chart/mirrored", test_mirrored);
  g_test_add_func ("/export/chart/hostile-svg", test_hostile_svg);
  g_test_add_func ("/export/chart/draw", test_draw);
  g_test_add_func ("/export/chart/layout", test_layout);
  g_test_add_func ("/export/chart/words", test_words);

  return g_test_run ();
}
