/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-key-map.h"
#include "galley-look.h"
#include "galley-prompt-buttons.h"

#include <glib/gi18n.h>

/* The buttons and menus of the window, and the keys that they show, whenever those change. */

static GtkWidget *
add_button (GtkBox *box, const char *action)
{
  GtkWidget *button = gtk_button_new ();

  /* The article keeps the focus, so that keys go on where the pointer left off. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (box, button);

  return button;
}

static void
add_icon_button (GtkBox *box, const char *action, const char *icon_name)
{
  GtkWidget *button = add_button (box, action);

  gtk_button_set_icon_name (GTK_BUTTON (button), icon_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (galley_keys_find (action)->label), -1);
}

static void
add_dismiss_button (GtkBox *box, const char *action, const char *label)
{
  gtk_button_set_label (GTK_BUTTON (add_button (box, action)), label);
}

static void
add_status_button (GtkBox *box, const char *action, GalleyStatus status)
{
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content),
                                    galley_look_get_icon_name (status));
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ (galley_keys_find (action)->label));
  gtk_button_set_child (GTK_BUTTON (add_button (box, action)), content);
}

static void
add_footer (GalleyWindow *self)
{
  add_status_button (self->verdict_box, "win.confirm", GALLEY_STATUS_CONFIRMED);
  add_status_button (self->verdict_box, "win.dispute", GALLEY_STATUS_DISPUTED);
  add_status_button (self->verdict_box, "win.pending", GALLEY_STATUS_PENDING);
  add_dismiss_button (self->dismiss_box, "win.dismiss-opinion", _ ("Opinion"));
  add_dismiss_button (self->dismiss_box, "win.dismiss-not-checkable", _ ("Not Checkable"));
  add_icon_button (self->moving_box, "win.previous-open", "go-up-symbolic");
  add_icon_button (self->moving_box, "win.next-open", "go-down-symbolic");
  galley_prompt_buttons_set_up (self->footer);
}

/* A menu of that size takes longer to make than the rest of the header bar: it is made whenever
 * somebody opens it. */
static void
fill_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  static const char *const main_menu[] = {
    "win.mark-all",
    "win.show-uncovered",
    "win.details",
    "win.left-out",
    GALLEY_KEYS_SUBMENU,
    N_ ("Drafts"),
    "win.import-draft",
    "win.import-annotations",
    "win.paste-draft",
    "win.tray",
    "win.changes",
    GALLEY_KEYS_END_SUBMENU,
    "win.sign-off",
    "win.reopen",
    "",
    "win.export",
    "win.export-articles::",
    "win.print",
    GALLEY_KEYS_SUBMENU,
    N_ ("Copy Claim"),
    "win.copy-claim",
    "win.copy-claim-markdown",
    "win.copy-claim-json",
    GALLEY_KEYS_END_SUBMENU,
    "",
    "win.removed-articles",
    "win.source-log",
    "win.open-queries",
    "win.review-session",
    "win.minutes",
    "win.add-to-agenda",
    GALLEY_KEYS_SUBMENU,
    N_ ("Second Reading"),
    "win.start-reading",
    "win.pause-reading",
    "win.end-reading",
    "win.agreement",
    GALLEY_KEYS_END_SUBMENU,
    "win.progress",
    "win.library-progress",
    GALLEY_KEYS_SUBMENU,
    N_ ("Find"),
    "win.find",
    "win.search-claims",
    "win.search-library",
    "win.next-note",
    "win.previous-note",
    GALLEY_KEYS_END_SUBMENU,
    "",
    "win.open-library",
    "win.preferences",
    "win.shortcuts",
    "win.about",
    NULL,
  };
  g_autoptr (GMenu) menu = galley_keys_build_menu (main_menu);

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
update_tooltip (GtkWidget *button, const char *action)
{
  g_autofree char *tooltip = galley_keys_describe (action);

  gtk_widget_set_tooltip_text (button, tooltip);
}

static void
update_footer (GtkBox *box)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (box)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    update_tooltip (button, gtk_actionable_get_action_name (GTK_ACTIONABLE (button)));
}

static void
update_tooltips (GalleyWindow *self)
{
  update_footer (self->verdict_box);
  update_footer (self->dismiss_box);
  update_footer (self->moving_box);
  update_tooltip (self->library_button, "win.show-library");
  update_tooltip (GTK_WIDGET (self->import_button), "win.import");
  update_tooltip (self->export_button, "win.export");
  update_tooltip (self->session_button, "win.review-session");
  update_tooltip (self->left_out_button, "win.left-out");
  update_tooltip (self->changed_button, "win.next-changed");
  update_tooltip (self->tray_button, "win.tray");
  update_tooltip (GTK_WIDGET (self->menu_button), "win.main-menu");
  update_tooltip (self->retry_button, "win.retry-save");
  update_tooltip (self->discard_button, "win.discard-unsaved");
  update_tooltip (self->cancel_import_button, "win.cancel-import");
}

static void
keys_changed_cb (GalleyWindow *self)
{
  galley_window_update_import_menu (self);
  update_tooltips (self);
  galley_window_update_actions (self);
}

/* The arrow of a split button has no name of its own. */
static void
name_arrow (AdwSplitButton *button)
{
  GtkWidget *arrow = gtk_widget_get_last_child (GTK_WIDGET (button));

  while (arrow != NULL && !GTK_IS_MENU_BUTTON (arrow))
    arrow = gtk_widget_get_prev_sibling (arrow);
  if (arrow != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    adw_split_button_get_dropdown_tooltip (button), -1);
}

/**
 * galley_window_set_up_keys:
 *
 * Gives the window the buttons and menus for its actions.
 */
void
galley_window_set_up_keys (GalleyWindow *self)
{
  add_footer (self);
  name_arrow (self->import_button);
  gtk_menu_button_set_create_popup_func (self->menu_button, fill_menu_cb, NULL, NULL);
  galley_window_update_import_menu (self);
  update_tooltips (self);
  galley_window_watch_recent (self);
  g_signal_connect_object (galley_key_map_get_default (), "changed", G_CALLBACK (keys_changed_cb),
                           self, G_CONNECT_SWAPPED);
}
