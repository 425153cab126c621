/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_submit_key_add (GtkWidget *form, GtkShortcutFunc submit);

G_END_DECLS
