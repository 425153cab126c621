/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_REMOVED_DIALOG (galley_removed_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GalleyRemovedDialog, galley_removed_dialog, GALLEY, REMOVED_DIALOG, AdwWindow)

GalleyRemovedDialog *galley_removed_dialog_new (GtkWindow *parent, GPtrArray *removals)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_removed_dialog_set_removals (GalleyRemovedDialog *self, GPtrArray *removals);

G_END_DECLS
