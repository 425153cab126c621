/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-export.h"

G_BEGIN_DECLS

GalleyReport *galley_figures_report_new (GalleyFigures *figures, const GalleyReportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

GalleyReport *galley_figures_report_new_empty (const char *article_id,
                                               const char *title,
                                               GalleyLayout layout,
                                               const GalleyReportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_figures_report_has_format (const GalleyExportFormat *format);
GString *galley_figures_report_write_csv (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
