/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_outcome_row_set_up (GtkListItem *item);
void galley_outcome_row_bind (GtkListItem *item,
                              const char *icon_name,
                              const char *name,
                              const char *outcome);

G_END_DECLS
