/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_popup_in_sight (GtkMenuButton *button);
void galley_popup_in_sight_stop (GtkMenuButton *button);

G_END_DECLS
