/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean galley_list_has_focus (GtkListView *list);
void galley_list_focus_as_one (GtkListView *list);
GtkWidget *galley_list_find_selected (GtkListView *list);
gboolean galley_list_focus_selected (GtkListView *list);
gboolean galley_list_focus_chosen (GtkListView *list);
void galley_list_choose_focused (GtkListView *list);
void galley_list_show_chosen (GtkListView *list);

G_END_DECLS
