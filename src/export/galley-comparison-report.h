/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-export.h"

G_BEGIN_DECLS

GalleyReport *galley_comparison_report_new (GalleyComparison *comparison,
                                            const GalleyReportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

gboolean galley_comparison_report_has_format (const GalleyExportFormat *format);
GString *galley_comparison_report_write_csv (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
