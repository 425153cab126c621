/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_search_keys_add (GtkSearchEntry *entry);

G_END_DECLS
