/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_PANE_BIN (galley_pane_bin_get_type ())
G_DECLARE_FINAL_TYPE (GalleyPaneBin, galley_pane_bin, GALLEY, PANE_BIN, GtkWidget)

G_END_DECLS
