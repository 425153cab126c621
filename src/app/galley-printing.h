/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-desk.h"
#include "galley-export-form.h"
#include "galley-report.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_PRINTING (galley_printing_get_type ())
G_DECLARE_FINAL_TYPE (GalleyPrinting, galley_printing, GALLEY, PRINTING, GtkPrintOperation)

GalleyPrinting *galley_printing_new (GalleyDesk *desk, GalleyCheck *check)
    G_GNUC_WARN_UNUSED_RESULT;

GalleyPrinting *galley_printing_new_for_report (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;

GalleyExportForm *galley_printing_get_form (GalleyPrinting *self);
const GError *galley_printing_get_error (GalleyPrinting *self);

G_END_DECLS
