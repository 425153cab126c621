/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-shortcuts.h"

#include "galley-keys.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The overview of the keyboard shortcuts, made of the one table of keys. */

static GtkWidget *
create_row (const GalleyKey *key)
{
  GtkWidget *row = adw_action_row_new ();
  g_auto (GStrv) triggers = g_strsplit (key->triggers, " ", -1);
  g_autofree char *shown = galley_keys_get_shown (key->action);
  GtkWidget *label = gtk_label_new (shown);

  gtk_widget_add_css_class (label, "keycap");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (key->label));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

static AdwPreferencesGroup *
create_group (GalleyKeyGroup group)
{
  AdwPreferencesGroup *widget = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  guint n_keys;
  const GalleyKey *keys = galley_keys_get (&n_keys);

  adw_preferences_group_set_title (widget, galley_key_group_get_label (group));
  if (group == GALLEY_KEY_GROUP_CHECKING)
    adw_preferences_group_set_description (
        widget, _ ("Single letters act while the article or the list of claims has the focus."));
  for (guint i = 0; i < n_keys; i++)
    if (keys[i].group == group)
      adw_preferences_group_add (widget, create_row (&keys[i]));

  return widget;
}

/**
 * galley_shortcuts_show:
 * @parent: the window to show it over
 *
 * Shows the overview of the keyboard shortcuts.
 */
void
galley_shortcuts_show (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkShortcut *close = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                         gtk_named_action_new ("window.close"));
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < GALLEY_N_KEY_GROUPS; i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), create_group (i));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), close);
  gtk_widget_add_controller (window, controller);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Keyboard Shortcuts"));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 640);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
