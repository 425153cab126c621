/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

PangoWrapMode galley_wrapping_choose (const char *text);
void galley_wrapping_set_up (GtkLabel *label);
void galley_wrapping_set_up_view (GtkTextView *view);
void galley_wrapping_set_up_all (GtkWidget *widget);

G_END_DECLS
