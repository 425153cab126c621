/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-chart.h"

G_BEGIN_DECLS

/* A chart laid out: areas, lines and words in their places, for whoever draws them. Lengths are
 * units of the drawing, from its upper left corner. */

/**
 * GalleyChartMarkKind:
 * @GALLEY_CHART_AREA: a polygon, filled
 * @GALLEY_CHART_LINE: a line
 * @GALLEY_CHART_WORDS: words in a line
 */
typedef enum
{
  GALLEY_CHART_AREA,
  GALLEY_CHART_LINE,
  GALLEY_CHART_WORDS,
} GalleyChartMarkKind;

/**
 * GalleyChartInk:
 * @GALLEY_CHART_INK: that of words
 * @GALLEY_CHART_SOFT: of what stands back
 * @GALLEY_CHART_RULE: of what helps the eye
 * @GALLEY_CHART_PAPER: of what is drawn on, to keep areas apart
 *
 * The colour of words and lines.
 */
typedef enum
{
  GALLEY_CHART_INK,
  GALLEY_CHART_SOFT,
  GALLEY_CHART_RULE,
  GALLEY_CHART_PAPER,
} GalleyChartInk;
#define GALLEY_N_CHART_INKS (GALLEY_CHART_PAPER + 1)

/**
 * GalleyChartAnchor:
 * @GALLEY_CHART_LEFT: words begin, or end if they run to the left, at their place
 * @GALLEY_CHART_MIDDLE: their middle is there
 * @GALLEY_CHART_RIGHT: their right end is there
 */
typedef enum
{
  GALLEY_CHART_LEFT,
  GALLEY_CHART_MIDDLE,
  GALLEY_CHART_RIGHT,
} GalleyChartAnchor;

typedef struct
{
  double x;
  double y;
} GalleyChartPoint;

/**
 * GalleyChartMark:
 * @kind: what it is
 * @fill: of an area
 * @ink: of words and lines
 * @first_point: index of its first point; words have one, on their baseline
 * @n_points: how many it has
 * @width: of a line, how thick it is; of words, how wide they may be
 * @anchor: of words
 * @text: (nullable): words, whole
 */
typedef struct
{
  GalleyChartMarkKind kind;
  GalleyChartFill fill;
  GalleyChartInk ink;
  guint first_point;
  guint n_points;
  double width;
  GalleyChartAnchor anchor;
  char *text;
} GalleyChartMark;

/**
 * GalleyChartScene:
 * @width: of the drawing
 * @height: of the drawing
 * @em: size of the letters
 * @points: (element-type GalleyChartPoint): of all marks
 * @marks: (element-type GalleyChartMark): in the order in which they are drawn
 */
typedef struct
{
  double width;
  double height;
  double em;
  GArray *points;
  GArray *marks;
} GalleyChartScene;

GalleyChartScene *
galley_chart_lay_out (GalleyChart *chart, double width, double em, gboolean is_mirrored)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_chart_scene_free (GalleyChartScene *self);

double galley_chart_estimate_width (const char *utf8, double em);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyChartScene, galley_chart_scene_free)

G_END_DECLS
