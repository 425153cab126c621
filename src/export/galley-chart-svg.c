/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-chart-svg.h"

#include "galley-append.h"
#include "galley-chart-scene.h"
#include "galley-escape.h"

#include <string.h>

/*
 * A chart as an element of a page. Its words are words, which can be found and copied. Who does not
 * see it is told its title and its summary; its numbers are in the table beside it. Colours are
 * those of the page's style, by classes; a program without one finds attributes.
 */

#define WIDTH 640.
#define EM 13.

/* A little more may stand where it was estimated that it does not. */
#define TOLERANCE 1.06

static const char *const fill_names[GALLEY_N_CHART_FILLS] = {
  [GALLEY_CHART_CONFIRMED] = "confirmed", [GALLEY_CHART_DISPUTED] = "disputed",
  [GALLEY_CHART_PENDING] = "pending",     [GALLEY_CHART_FIRST] = "first",
  [GALLEY_CHART_SECOND] = "second",       [GALLEY_CHART_THIRD] = "third",
};

static const char *const fill_colors[GALLEY_N_CHART_FILLS] = {
  [GALLEY_CHART_CONFIRMED] = "#1d6b3c", [GALLEY_CHART_DISPUTED] = "#a3192d",
  [GALLEY_CHART_PENDING] = "#7d5200",   [GALLEY_CHART_FIRST] = "#1a4f8b",
  [GALLEY_CHART_SECOND] = "#1a4f8b",    [GALLEY_CHART_THIRD] = "#5c5850",
};

static const char *const ink_names[GALLEY_N_CHART_INKS] = {
  [GALLEY_CHART_INK] = "ink",
  [GALLEY_CHART_SOFT] = "soft",
  [GALLEY_CHART_RULE] = "rule",
  [GALLEY_CHART_PAPER] = "paper",
};

static const char *const ink_colors[GALLEY_N_CHART_INKS] = {
  [GALLEY_CHART_INK] = "#1f1e1b",
  [GALLEY_CHART_SOFT] = "#5c5850",
  [GALLEY_CHART_RULE] = "#d9d4c9",
  [GALLEY_CHART_PAPER] = "#fbfaf7",
};

static gboolean
is_solid (GalleyChartFill fill)
{
  return fill == GALLEY_CHART_CONFIRMED || fill == GALLEY_CHART_FIRST;
}

static gboolean
is_hatched (GalleyChartFill fill)
{
  return fill == GALLEY_CHART_DISPUTED || fill == GALLEY_CHART_SECOND;
}

/* With a point whatever the language. */
static void
append_number (GString *out, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.1f", value));
}

static void
append_attribute (GString *out, const char *name, double value)
{
  galley_append (out, " %s=\"", name);
  append_number (out, value);
  g_string_append_c (out, '"');
}

static void
append_pattern (GString *out, GalleyChartFill fill, guint number)
{
  galley_append (out, "<pattern id=\"chart-%u-%s\" patternUnits=\"userSpaceOnUse\"", number,
                 fill_names[fill]);
  if (is_hatched (fill))
    galley_append (
        out,
        " width=\"4\" height=\"4\" patternTransform=\"rotate(45)\"><rect class=\"chart-%s\" "
        "width=\"1.7\" height=\"4\" fill=\"%s\"/></pattern>\n",
        fill_names[fill], fill_colors[fill]);
  else
    galley_append (out,
                   " width=\"6.4\" height=\"6.4\"><path class=\"chart-%s\" "
                   "d=\"M0 0h2.2v2.2h-2.2zM3.2 3.2h2.2v2.2h-2.2z\" fill=\"%s\"/></pattern>\n",
                   fill_names[fill], fill_colors[fill]);
}

static void
append_patterns (GString *out, const GalleyChartScene *scene, guint number)
{
  guint used = 0;

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const GalleyChartMark *mark = &g_array_index (scene->marks, GalleyChartMark, i);

      if (mark->kind == GALLEY_CHART_AREA && !is_solid (mark->fill))
        used |= 1u << mark->fill;
    }
  if (used == 0)
    return;

  g_string_append (out, "<defs>\n");
  for (guint i = 0; i < GALLEY_N_CHART_FILLS; i++)
    if (used & (1u << i))
      append_pattern (out, i, number);
  g_string_append (out, "</defs>\n");
}

static void
append_points (GString *out, const GalleyChartScene *scene, const GalleyChartMark *mark)
{
  g_string_append (out, " points=\"");
  for (guint i = 0; i < mark->n_points; i++)
    {
      const GalleyChartPoint *point =
          &g_array_index (scene->points, GalleyChartPoint, mark->first_point + i);

      g_string_append (out, i > 0 ? " " : "");
      append_number (out, point->x);
      g_string_append_c (out, ',');
      append_number (out, point->y);
    }
  g_string_append_c (out, '"');
}

static void
append_area (GString *out, const GalleyChartScene *scene, const GalleyChartMark *mark, guint number)
{
  const char *name = fill_names[mark->fill], *color = fill_colors[mark->fill];

  g_string_append (out, "<polygon");
  append_points (out, scene, mark);
  if (is_solid (mark->fill))
    galley_append (out, " class=\"chart-%s\" fill=\"%s\"/>\n", name, color);
  else
    galley_append (out,
                   " class=\"chart-edge-%s\" fill=\"url(#chart-%u-%s)\" stroke=\"%s\" "
                   "stroke-width=\"1.2\"/>\n",
                   name, number, name, color);
}

static void
append_line (GString *out, const GalleyChartScene *scene, const GalleyChartMark *mark)
{
  g_string_append (out, "<polyline");
  append_points (out, scene, mark);
  append_attribute (out, "stroke-width", mark->width);
  galley_append (out, " class=\"chart-line-%s\" fill=\"none\" stroke=\"%s\"/>\n",
                 ink_names[mark->ink], ink_colors[mark->ink]);
}

/* (transfer full): as much of @utf8 as there is room for. Marks stay with what they are on, and
 * what turns the direction of words is closed. */
static char *
cut (const char *utf8, double width)
{
  GString *words = g_string_new (NULL);
  double used = 0, dots = galley_chart_estimate_width ("…", EM);
  const char *p = utf8;

  if (galley_chart_estimate_width (utf8, EM) <= width * TOLERANCE)
    p += strlen (utf8);
  else
    for (; *p != '\0'; p = g_utf8_next_char (p))
      {
        char letter[7] = { 0 };

        g_unichar_to_utf8 (g_utf8_get_char (p), letter);
        used += galley_chart_estimate_width (letter, EM);
        /* What takes no room ends somewhere, too. */
        if ((used + dots > width && !g_unichar_iszerowidth (g_utf8_get_char (p))) ||
            p - utf8 > 1000)
          break;
      }
  g_string_append_len (words, utf8, p - utf8);
  galley_escape_close_direction (words, words->str);
  if (*p != '\0')
    g_string_append (words, "…");

  return g_string_free (words, FALSE);
}

static void
append_words (GString *out, const GalleyChartScene *scene, const GalleyChartMark *mark)
{
  static const char *const anchors[] = {
    [GALLEY_CHART_LEFT] = "start",
    [GALLEY_CHART_MIDDLE] = "middle",
    [GALLEY_CHART_RIGHT] = "end",
  };
  const GalleyChartPoint *at = &g_array_index (scene->points, GalleyChartPoint, mark->first_point);
  g_autofree char *words = cut (mark->text, mark->width);

  g_string_append (out, "<text");
  append_attribute (out, "x", at->x);
  append_attribute (out, "y", at->y);
  galley_append (out, " text-anchor=\"%s\" class=\"chart-%s\" fill=\"%s\">", anchors[mark->anchor],
                 ink_names[mark->ink], ink_colors[mark->ink]);
  galley_escape_html (out, words, /* length_bytes= */ -1);
  g_string_append (out, "</text>\n");
}

static void
append_head (GString *out, GalleyChart *chart, const GalleyChartScene *scene, guint number)
{
  galley_append (out,
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
                 "aria-labelledby=\"chart-%u-title chart-%u-summary\" direction=\"ltr\" "
                 "font-family=\"sans-serif\"",
                 number, number);
  append_attribute (out, "font-size", scene->em);
  g_string_append (out, " viewBox=\"0 0 ");
  append_number (out, scene->width);
  g_string_append_c (out, ' ');
  append_number (out, scene->height);
  galley_append (out, "\">\n<title id=\"chart-%u-title\">", number);
  galley_escape_html (out, chart->title, /* length_bytes= */ -1);
  galley_append (out, "</title>\n<desc id=\"chart-%u-summary\">", number);
  galley_escape_html (out, chart->summary, /* length_bytes= */ -1);
  g_string_append (out, "</desc>\n");
}

/**
 * galley_chart_append_svg:
 * @number: of the chart in its page, from 1
 * @is_mirrored: whether its reader reads from right to left
 *
 * Appends a chart as an SVG element, which is well-formed XML also within HTML.
 */
void
galley_chart_append_svg (GString *out, GalleyChart *chart, guint number, gboolean is_mirrored)
{
  g_autoptr (GalleyChartScene) scene = galley_chart_lay_out (chart, WIDTH, EM, is_mirrored);

  append_head (out, chart, scene, number);
  append_patterns (out, scene, number);
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const GalleyChartMark *mark = &g_array_index (scene->marks, GalleyChartMark, i);

      if (mark->kind == GALLEY_CHART_AREA)
        append_area (out, scene, mark, number);
      else if (mark->kind == GALLEY_CHART_LINE)
        append_line (out, scene, mark);
      else
        append_words (out, scene, mark);
    }
  g_string_append (out, "</svg>\n");
}
