/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyChartKind:
 * @GALLEY_CHART_BARS: a bar for each row, one value each
 * @GALLEY_CHART_STACKS: a bar for each row, made of what its values tell
 * @GALLEY_CHART_RANGES: a bar for each row from its first value to its third, with a stroke at the
 *   second; milliseconds
 * @GALLEY_CHART_COLUMNS: a column for each row, made of what its values tell; rows follow each
 *   other in time
 * @GALLEY_CHART_LAYERS: likewise, as areas on each other
 *
 * What a chart looks like.
 */
typedef enum
{
  GALLEY_CHART_BARS,
  GALLEY_CHART_STACKS,
  GALLEY_CHART_RANGES,
  GALLEY_CHART_COLUMNS,
  GALLEY_CHART_LAYERS,
} GalleyChartKind;

/**
 * GalleyChartFill:
 * @GALLEY_CHART_CONFIRMED: of what is confirmed: solid
 * @GALLEY_CHART_DISPUTED: of what is disputed: hatched
 * @GALLEY_CHART_PENDING: of what is pending: dotted
 * @GALLEY_CHART_FIRST: of the first of several other things: solid
 * @GALLEY_CHART_SECOND: of the second: hatched
 * @GALLEY_CHART_THIRD: of the third: dotted
 *
 * How areas are told apart: by a pattern, and only then by a colour.
 */
typedef enum
{
  GALLEY_CHART_CONFIRMED,
  GALLEY_CHART_DISPUTED,
  GALLEY_CHART_PENDING,
  GALLEY_CHART_FIRST,
  GALLEY_CHART_SECOND,
  GALLEY_CHART_THIRD,
} GalleyChartFill;
#define GALLEY_N_CHART_FILLS (GALLEY_CHART_THIRD + 1)

/* Values that a row has at most. */
#define GALLEY_CHART_MAX_VALUES 3

/* Bars that are drawn at most; all others are in the table beside the chart only. */
#define GALLEY_CHART_MAX_BARS 20

/**
 * GalleyChartSeries:
 * @label: what it is
 * @fill: how it is drawn
 */
typedef struct
{
  char *label;
  GalleyChartFill fill;
} GalleyChartSeries;

/**
 * GalleyChartRow:
 * @label: what it is about, in full
 * @values: its values; those that are not told are 0
 * @words: (nullable): its values in words, which stand at the end of its bar
 * @fill: how it is drawn where there are no series
 */
typedef struct
{
  char *label;
  double values[GALLEY_CHART_MAX_VALUES];
  char *words;
  GalleyChartFill fill;
} GalleyChartRow;

/**
 * GalleyChart:
 * @kind: what it looks like
 * @title: what it shows
 * @summary: what is to be seen in it, in a sentence, for those who do not see it
 * @series: (element-type GalleyChartSeries): what the values of a row are; none where each row has
 *   but one
 * @rows: (element-type GalleyChartRow): what is drawn
 *
 * Numbers to be drawn: a picture of a table that stands beside it. Where and on what is up to who
 * draws it: see galley-chart-scene.h. Immutable once it is in a copy; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  GalleyChartKind kind;
  char *title;
  char *summary;
  GPtrArray *series;
  GPtrArray *rows;
} GalleyChart;

GalleyChart *galley_chart_new (GalleyChartKind kind, const char *title, const char *summary)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyChart *galley_chart_ref (GalleyChart *self);
void galley_chart_unref (GalleyChart *self);

void galley_chart_add_series (GalleyChart *self, const char *label, GalleyChartFill fill);
GalleyChartRow *galley_chart_add_row (GalleyChart *self, const char *label, const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyChart, galley_chart_unref)

G_END_DECLS
