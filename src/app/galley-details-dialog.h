/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_DETAILS_DIALOG (galley_details_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GalleyDetailsDialog, galley_details_dialog, GALLEY, DETAILS_DIALOG, AdwWindow)

GalleyDetailsDialog *galley_details_dialog_new (GtkWindow *parent, GalleyCheck *check)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
