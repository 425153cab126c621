/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_prompt_buttons_set_up (GtkWidget *box);

G_END_DECLS
