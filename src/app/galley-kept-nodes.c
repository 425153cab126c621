/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-kept-nodes.h"

/* What is drawn with cairo, or as a pattern, is new to GSK each time, and so is painted anew with
 * all that lies under it. Kept by everything that its look depends on, it is the same node as long
 * as it looks the same, and costs nothing where nothing has changed. */

/* More than one screen shows; then all are forgotten. */
#define MAX_NODES 512

static GHashTable *
get_table (void)
{
  static GHashTable *table;

  if (table == NULL)
    table = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                   (GDestroyNotify) gsk_render_node_unref);

  return table;
}

/**
 * galley_kept_nodes_append:
 * @key: everything that the look of a node depends on
 * @snapshot: where it is drawn
 *
 * Returns: whether such a node was kept, and is drawn now
 */
gboolean
galley_kept_nodes_append (GBytes *key, GtkSnapshot *snapshot)
{
  GskRenderNode *node = g_hash_table_lookup (get_table (), key);

  if (node != NULL)
    gtk_snapshot_append_node (snapshot, node);

  return node != NULL;
}

/**
 * galley_kept_nodes_keep:
 * @key: everything that the look of @node depends on
 *
 * Keeps a node for the next frames.
 */
void
galley_kept_nodes_keep (GBytes *key, GskRenderNode *node)
{
  GHashTable *table = get_table ();

  if (g_hash_table_size (table) >= MAX_NODES)
    g_hash_table_remove_all (table);
  g_hash_table_insert (table, g_bytes_ref (key), gsk_render_node_ref (node));
}
