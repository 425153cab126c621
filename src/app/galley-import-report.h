/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-imported.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_IMPORT_REPORT (galley_import_report_get_type ())
G_DECLARE_FINAL_TYPE (GalleyImportReport, galley_import_report, GALLEY, IMPORT_REPORT, AdwWindow)

GalleyImportReport *galley_import_report_new (GtkWindow *parent, GPtrArray *results)
    G_GNUC_WARN_UNUSED_RESULT;

char *galley_import_report_summarise (GPtrArray *results) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
