/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-batch.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_EXPORT_REPORT (galley_export_report_get_type ())
G_DECLARE_FINAL_TYPE (GalleyExportReport, galley_export_report, GALLEY, EXPORT_REPORT, AdwWindow)

GtkWindow *galley_export_report_new (GtkWindow *parent, GalleyBatch *batch)
    G_GNUC_WARN_UNUSED_RESULT;

char *galley_export_report_summarise (GalleyBatch *batch) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
