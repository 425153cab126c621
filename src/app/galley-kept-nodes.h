/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean galley_kept_nodes_append (GBytes *key, GtkSnapshot *snapshot);
void galley_kept_nodes_keep (GBytes *key, GskRenderNode *node);

G_END_DECLS
