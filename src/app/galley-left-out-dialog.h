/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_LEFT_OUT_DIALOG (galley_left_out_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GalleyLeftOutDialog,
                      galley_left_out_dialog,
                      GALLEY,
                      LEFT_OUT_DIALOG,
                      AdwWindow)

GalleyLeftOutDialog *galley_left_out_dialog_new (GtkWindow *parent, GalleyCheck *check)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_left_out_dialog_set_check (GalleyLeftOutDialog *self, GalleyCheck *check);

G_END_DECLS
