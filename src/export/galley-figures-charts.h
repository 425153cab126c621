/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-chart.h"
#include "galley-figures.h"

G_BEGIN_DECLS

/* The charts of progress. All are (transfer full); (nullable) where there is nothing to draw. */

GalleyChart *galley_figures_chart_statuses (GalleyFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
GalleyChart *galley_figures_chart_categories (GalleyFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
GalleyChart *galley_figures_chart_checkers (GalleyFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
GalleyChart *galley_figures_chart_verdicts (GalleyFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
GalleyChart *galley_figures_chart_standing (GalleyFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
GalleyChart *galley_figures_chart_times_by_checker (GalleyFigures *figures)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyChart *galley_figures_chart_times_by_category (GalleyFigures *figures)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyChart *galley_figures_chart_articles (GalleyFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
GalleyChart *galley_figures_chart_rates (GalleyFigures *figures) G_GNUC_WARN_UNUSED_RESULT;

/* The statuses in the order in which they are drawn and told. */
extern const GalleyStatus galley_figures_order[GALLEY_N_STATUSES];
GalleyChartFill galley_figures_get_fill (GalleyStatus status);

G_END_DECLS
