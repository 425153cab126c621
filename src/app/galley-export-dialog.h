/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-desk.h"
#include "galley-layout.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_EXPORT_DIALOG (galley_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GalleyExportDialog, galley_export_dialog, GALLEY, EXPORT_DIALOG, AdwWindow)

GtkWindow *galley_export_dialog_new (GtkWindow *parent, GalleyDesk *desk, GalleyCheck *check)
    G_GNUC_WARN_UNUSED_RESULT;

void galley_export_dialog_choose (GalleyExportDialog *self, GalleyLayout layout);
void galley_export_dialog_choose_minutes (GalleyExportDialog *self, const char *session_id);

G_END_DECLS
