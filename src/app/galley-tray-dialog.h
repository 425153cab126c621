/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_TRAY_DIALOG (galley_tray_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GalleyTrayDialog, galley_tray_dialog, GALLEY, TRAY_DIALOG, AdwWindow)

GalleyTrayDialog *galley_tray_dialog_new (GtkWindow *parent, GalleyCheck *check)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_tray_dialog_set_check (GalleyTrayDialog *self, GalleyCheck *check);

G_END_DECLS
