/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-selected.h"

/* What is selected of a list. */

/**
 * galley_selected_count:
 *
 * Returns: how many items are selected
 */
guint
galley_selected_count (GtkMultiSelection *selection)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (selection));

  return gtk_bitset_get_size (selected);
}

/**
 * galley_selected_is_among:
 * @position: a position, or %GTK_INVALID_LIST_POSITION
 *
 * Returns: whether the item there is selected
 */
gboolean
galley_selected_is_among (GtkMultiSelection *selection, guint position)
{
  return position != GTK_INVALID_LIST_POSITION &&
         gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), position);
}

/**
 * galley_selected_dup_first:
 *
 * Returns: (transfer full) (nullable): the first item that is selected
 */
gpointer
galley_selected_dup_first (GtkMultiSelection *selection)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (selection));

  return gtk_bitset_is_empty (selected)
             ? NULL
             : g_list_model_get_item (G_LIST_MODEL (selection), gtk_bitset_get_minimum (selected));
}

/**
 * galley_selected_list:
 *
 * Returns: (transfer full): the items that are selected, in their order
 */
GPtrArray *
galley_selected_list (GtkMultiSelection *selection)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (selection));
  GPtrArray *items = g_ptr_array_new_full (gtk_bitset_get_size (selected), g_object_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean is_valid = gtk_bitset_iter_init_first (&iter, selected, &position); is_valid;
       is_valid = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (selection), position));

  return items;
}

/**
 * galley_selected_choose:
 * @position: a position, or %GTK_INVALID_LIST_POSITION
 *
 * Selects the item there and no other, or none.
 */
void
galley_selected_choose (GtkMultiSelection *selection, guint position)
{
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), position,
                                     /* unselect_rest= */ TRUE);
  else
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (selection));
}

/**
 * galley_selected_choose_any:
 * @selection: of one item or of several
 *
 * Selects the first item, unless one is selected already or there is none.
 */
void
galley_selected_choose_any (GtkSelectionModel *selection)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);

  if (gtk_bitset_is_empty (selected))
    gtk_selection_model_select_item (selection, 0, /* unselect_rest= */ TRUE);
}
