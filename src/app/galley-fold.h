/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_FOLD (galley_fold_get_type ())
G_DECLARE_FINAL_TYPE (GalleyFold, galley_fold, GALLEY, FOLD, GtkWidget)

G_END_DECLS
