/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean galley_pass_focus (GtkWidget *bin, GtkDirectionType direction);

G_END_DECLS
