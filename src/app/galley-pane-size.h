/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GalleyPaneSizeFind:
 * @size: that the pane has where there is no reason for another, in pixels
 * @space: that there is for both panes, in pixels
 *
 * Returns: what a pane is given while nobody has chosen a size for it, in pixels
 */
typedef int (*GalleyPaneSizeFind) (int size, int space);

#define GALLEY_TYPE_PANE_SIZE (galley_pane_size_get_type ())
G_DECLARE_FINAL_TYPE (GalleyPaneSize, galley_pane_size, GALLEY, PANE_SIZE, GObject)

GalleyPaneSize *galley_pane_size_new (GtkPaned *paned,
                                      GtkPackType side,
                                      int size,
                                      int usual,
                                      GalleyPaneSizeFind find) G_GNUC_WARN_UNUSED_RESULT;
void galley_pane_size_renew (GalleyPaneSize *self);
int galley_pane_size_get (GalleyPaneSize *self);

G_END_DECLS
