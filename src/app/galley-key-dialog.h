/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-keys.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_KEY_DIALOG (galley_key_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GalleyKeyDialog, galley_key_dialog, GALLEY, KEY_DIALOG, AdwWindow)

GtkWindow *galley_key_dialog_new (GtkWindow *parent, const GalleyKey *key)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_key_dialog_press (GalleyKeyDialog *self, const GalleyKeyPress *press);

G_END_DECLS
