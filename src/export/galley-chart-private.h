/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-chart-scene.h"

G_BEGIN_DECLS

/* What the parts of a layout are made of. All is laid out from left to right, and mirrored in the
 * end where words run the other way. */

void galley_chart_add_box (GalleyChartScene *self,
                           GalleyChartFill fill,
                           double x,
                           double y,
                           double width,
                           double height);
void galley_chart_add_area (GalleyChartScene *self,
                            GalleyChartFill fill,
                            const GalleyChartPoint *points,
                            guint n_points);
void galley_chart_add_line (GalleyChartScene *self,
                            GalleyChartInk ink,
                            double thickness,
                            const GalleyChartPoint *points,
                            guint n_points);
void galley_chart_add_stroke (GalleyChartScene *self,
                              GalleyChartInk ink,
                              double thickness,
                              double x1,
                              double y1,
                              double x2,
                              double y2);
void galley_chart_add_words (GalleyChartScene *self,
                             GalleyChartInk ink,
                             GalleyChartAnchor anchor,
                             double x,
                             double baseline,
                             double width,
                             const char *utf8);

double galley_chart_add_legend (GalleyChartScene *self, GalleyChart *chart);
double galley_chart_find_step (double max, guint n_steps);

/* galley-chart-bars.c */
void galley_chart_lay_out_bars (GalleyChartScene *self, GalleyChart *chart);

/* galley-chart-time.c */
void galley_chart_lay_out_time (GalleyChartScene *self, GalleyChart *chart);

G_END_DECLS
