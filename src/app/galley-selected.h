/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

guint galley_selected_count (GtkMultiSelection *selection);
gboolean galley_selected_is_among (GtkMultiSelection *selection, guint position);
gpointer galley_selected_dup_first (GtkMultiSelection *selection) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_selected_list (GtkMultiSelection *selection) G_GNUC_WARN_UNUSED_RESULT;
void galley_selected_choose (GtkMultiSelection *selection, guint position);
void galley_selected_choose_any (GtkSelectionModel *selection);

G_END_DECLS
