/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_bars_set_up_all (GtkWidget *widget);

G_END_DECLS
