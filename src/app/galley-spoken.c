/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-spoken.h"

#include <adwaita.h>

/* Where the focus comes to, a screen reader says what has it and what holds that. GTK 4.8 calls
 * what has no name of its own after its class: pages of stacks are “GtkStackPage”, three or four of
 * them in a row, a menu is “GtkPopoverMenu”, and a button is labelled by its icon, so that it is
 * “GtkImage Undo”. */

static void
hush (gpointer accessible)
{
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
}

static void
hush_icon (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && GTK_IS_IMAGE (gtk_button_get_child (GTK_BUTTON (widget))))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
hush_page (GtkWidget *parent, GtkWidget *child)
{
  GtkStackPage *page =
      GTK_IS_STACK (parent) ? gtk_stack_get_page (GTK_STACK (parent), child) : NULL;

  if (page != NULL && gtk_stack_page_get_title (page) == NULL)
    hush (page);
}

/* Rows that stand together for their looks alone. */
static void
hush_list (GtkWidget *list)
{
  GtkWidget *group = gtk_widget_get_ancestor (list, ADW_TYPE_PREFERENCES_GROUP);

  if (group != NULL && *adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) == '\0')
    hush (list);
}

/* The words in a row are called after nothing, though the title of the row stands above them. */
static void
name_entry (GtkWidget *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (text, ADW_TYPE_ENTRY_ROW);

  if (row != NULL && GTK_IS_TEXT (text))
    gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

static void
focused_cb (GtkWindow *window)
{
  GtkWidget *widget = gtk_window_get_focus (window);
  GtkWidget *parent;

  if (widget == NULL)
    return;

  hush_icon (widget);
  name_entry (widget);
  for (; (parent = gtk_widget_get_parent (widget)) != NULL; widget = parent)
    {
      hush_page (parent, widget);
      if (GTK_IS_POPOVER_MENU (parent))
        hush (parent);
      else if (GTK_IS_LIST_BOX (parent))
        hush_list (parent);
    }
}

static void
windows_changed_cb (GListModel *windows, guint position, guint n_removed, guint n_added)
{
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, position + i);

      g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focused_cb), NULL);
    }
}

/**
 * galley_spoken_set_up:
 *
 * Has a screen reader say names that people know, and none of classes, in any window from now on.
 */
void
galley_spoken_set_up (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  windows_changed_cb (windows, 0, 0, g_list_model_get_n_items (windows));
  g_signal_connect (windows, "items-changed", G_CALLBACK (windows_changed_cb), NULL);
}
