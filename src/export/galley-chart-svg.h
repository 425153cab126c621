/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-chart.h"

G_BEGIN_DECLS

void galley_chart_append_svg (GString *out, GalleyChart *chart, guint number, gboolean is_mirrored);

G_END_DECLS
