/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_CHART_VIEW (galley_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (GalleyChartView, galley_chart_view, GALLEY, CHART_VIEW, GtkWidget)

GtkWidget *galley_chart_view_new (GalleyChart *chart);

G_END_DECLS
