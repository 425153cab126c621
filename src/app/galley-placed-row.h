/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_placed_row_set_up (GtkListItem *item);
void galley_placed_row_bind (GtkListItem *item,
                             const char *kind,
                             const char *former,
                             const char *markup,
                             const char *decision);

G_END_DECLS
