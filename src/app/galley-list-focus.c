/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-list-focus.h"

/* A list gives the keyboard to the row that had it last, wherever that is now. Keys act on what is
 * selected, and so that is where it has to be seen. */

/**
 * galley_list_find_selected:
 *
 * Returns: (transfer none) (nullable): the row that is selected, or the first of them
 */
GtkWidget *
galley_list_find_selected (GtkListView *list)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      return row;

  return NULL;
}

/**
 * galley_list_focus_selected:
 *
 * Gives the keyboard to the row that is selected, or the first of them.
 *
 * Returns: whether there is one
 */
gboolean
galley_list_focus_selected (GtkListView *list)
{
  GtkWidget *row = galley_list_find_selected (list);

  return row != NULL && gtk_widget_grab_focus (row);
}

/* In which a row that is to be shown is there. */
#define MAX_FRAMES 10

/**
 * galley_list_has_focus:
 *
 * Returns: whether one of its rows has the keyboard
 */
gboolean
galley_list_has_focus (GtkListView *list)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (list));
}

/* A row that was far away, or in a list that was not shown, is made in one of the next frames.
 * Until then the list has the keyboard, or what it is scrolled in. */
static gboolean
focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  GtkListView *list = GTK_LIST_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  guint *n_frames = user_data;

  if (!galley_list_has_focus (list) && (focus == NULL || !gtk_widget_is_ancestor (widget, focus)))
    return G_SOURCE_REMOVE;

  return galley_list_focus_selected (list) || --*n_frames == 0 ? G_SOURCE_REMOVE
                                                               : G_SOURCE_CONTINUE;
}

/* Calls @callback, which has a number of frames to count down, until it is done. */
static void
each_frame (GtkListView *list, GtkTickCallback callback)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (list), callback,
                                g_memdup2 (&(guint){ MAX_FRAMES }, sizeof (guint)), g_free);
}

/* Whether any row has its place. */
static gboolean
is_laid_out (GtkListView *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_height (row) > 0)
      return TRUE;

  return FALSE;
}

static void
scroll_now (GtkListView *list)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (gtk_list_view_get_model (list));

  if (!gtk_bitset_is_empty (selected))
    gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u",
                                gtk_bitset_get_minimum (selected));
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  GtkListView *list = GTK_LIST_VIEW (widget);
  guint *n_frames = user_data;

  if (!is_laid_out (list) && --*n_frames > 0)
    return G_SOURCE_CONTINUE;

  scroll_now (list);

  return G_SOURCE_REMOVE;
}

/* A list that was filled just now has no heights to reckon with, and would stay where it is. */
static void
scroll (GtkListView *list)
{
  if (is_laid_out (list))
    scroll_now (list);
  else
    each_frame (list, scroll_cb);
}

/**
 * galley_list_focus_chosen:
 *
 * Scrolls to what is selected and gives its row the keyboard; to another one if nothing is.
 *
 * Returns: whether the list is shown and has any row to give it to
 */
gboolean
galley_list_focus_chosen (GtkListView *list)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), FALSE);

  if (!gtk_widget_get_mapped (GTK_WIDGET (list)))
    return FALSE;
  scroll (list);
  if (galley_list_focus_selected (list))
    return TRUE;

  each_frame (list, focus_cb);

  return galley_list_has_focus (list) ||
         gtk_widget_child_focus (GTK_WIDGET (list), GTK_DIR_TAB_FORWARD);
}

/**
 * galley_list_show_chosen:
 *
 * Scrolls to what is selected. If the list has the keyboard, its row gets it.
 */
void
galley_list_show_chosen (GtkListView *list)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  if (galley_list_has_focus (list))
    galley_list_focus_chosen (list);
  else
    scroll (list);
}

/* GTK moves the keyboard on from a row that has gone in one of the next frames. */
static gboolean
choose_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  GtkListView *list = GTK_LIST_VIEW (widget);
  GtkSelectionModel *model = gtk_list_view_get_model (list);
  g_autoptr (GtkBitset) selected =
      model != NULL ? gtk_selection_model_get_selection (model) : gtk_bitset_new_empty ();
  guint *n_frames = user_data;

  if (model == NULL || !gtk_bitset_is_empty (selected))
    return G_SOURCE_REMOVE;
  if (!galley_list_has_focus (list))
    return --*n_frames == 0 ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;

  gtk_widget_activate_action (gtk_root_get_focus (gtk_widget_get_root (widget)), "listitem.select",
                              "(bb)", FALSE, FALSE);

  return G_SOURCE_REMOVE;
}

/**
 * galley_list_choose_focused:
 *
 * Selects the row that gets the keyboard in place of one that has gone, unless one is selected.
 */
void
galley_list_choose_focused (GtkListView *list)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  each_frame (list, choose_cb);
}

/* GTK goes from row to row with Tab, through hundreds of them, and leaves what is selected behind.
 */
static gboolean
key_pressed_cb (GtkWidget *list, guint key, guint code, GdkModifierType modifiers)
{
  gboolean is_back = key == GDK_KEY_ISO_Left_Tab || (modifiers & GDK_SHIFT_MASK) != 0;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab && key != GDK_KEY_KP_Tab) ||
      (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_set_can_focus (list, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)),
                          is_back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  gtk_widget_set_can_focus (list, TRUE);

  return GDK_EVENT_STOP;
}

/**
 * galley_list_focus_as_one:
 * @list: one in whose rows there is nothing to go to
 *
 * Lets Tab go to the list and on from it as if it were one thing: arrows go from row to row.
 */
void
galley_list_focus_as_one (GtkListView *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), list,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}
