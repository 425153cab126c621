/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_cursor_sight_keep (GtkTextView *view);

G_END_DECLS
