/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-shortcuts.h"

#include "galley-dialogs.h"
#include "galley-key-dialog.h"
#include "galley-key-map.h"
#include "galley-key-row.h"
#include "galley-key-rules.h"
#include "galley-key-search.h"

#include <glib/gi18n.h>

/**
 * GalleyShortcuts:
 *
 * The one table of keys, to be read, searched and changed. What is changed acts at once.
 */
struct _GalleyShortcuts
{
  AdwWindow parent_instance;

  GPtrArray *rows; /* (element-type GalleyKeyRow) (unowned) in the order of the table */
  GtkWidget *groups[GALLEY_N_KEY_GROUPS];
  GCancellable *cancellable; /* dies with the window */
  const GalleyKey *asked;    /* (nullable) the action that is to be reset; NULL for all */

  GtkSearchEntry *search;
  GtkStack *stack;
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (GalleyShortcuts, galley_shortcuts, ADW_TYPE_WINDOW)

static void
add_groups (GalleyShortcuts *self)
{
  for (guint i = 0; i < GALLEY_N_KEY_GROUPS; i++)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      g_autofree char *title = g_markup_escape_text (galley_key_group_get_label (i), -1);

      adw_preferences_group_set_title (group, title);
      adw_preferences_page_add (self->page, group);
      self->groups[i] = GTK_WIDGET (group);
    }
}

static void
add_rows (GalleyShortcuts *self)
{
  guint n_keys;
  const GalleyKey *keys = galley_keys_get (&n_keys);

  for (guint i = 0; i < n_keys; i++)
    {
      GtkWidget *row = galley_key_row_new (&keys[i]);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->groups[keys[i].group]), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
search_changed_cb (GalleyShortcuts *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean is_found[GALLEY_N_KEY_GROUPS] = { FALSE };
  gboolean is_any = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GalleyKeyRow *row = g_ptr_array_index (self->rows, i);
      const GalleyKey *key = galley_key_row_get_key (row);
      gboolean is_match = galley_key_search_matches (key, query);

      gtk_widget_set_visible (GTK_WIDGET (row), is_match);
      is_found[key->group] |= is_match;
      is_any |= is_match;
    }
  for (guint i = 0; i < GALLEY_N_KEY_GROUPS; i++)
    gtk_widget_set_visible (self->groups[i], is_found[i]);
  gtk_stack_set_visible_child_name (self->stack, is_any ? "list" : "no-match");
}

/* Goes to the first of what was found. */
static void
search_activated_cb (GalleyShortcuts *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (!gtk_widget_get_visible (row))
        continue;
      gtk_widget_grab_focus (row);
      return;
    }
}

static void
stop_search_cb (GalleyShortcuts *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* Keys that do nothing in an entry are looked for. */
static gboolean
key_pressed_cb (GalleyShortcuts *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventController *controller)
{
  g_autofree char *label = NULL;
  GalleyKeyPress press;

  if (keyval == GDK_KEY_Down)
    {
      search_activated_cb (self);
      return GDK_EVENT_STOP;
    }
  if (!galley_key_press_from_event (gtk_event_controller_get_current_event (controller), &press) ||
      galley_key_rules_check_scope (GALLEY_KEY_ANYWHERE, &press) != GALLEY_KEY_FITS)
    return GDK_EVENT_PROPAGATE;

  label = galley_key_press_get_label (&press);
  gtk_editable_set_text (GTK_EDITABLE (self->search), label);
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
  return GDK_EVENT_STOP;
}

/* What is typed into a row is looked for. The entry's own way to have that would take Return and
 * Space from the rows and their buttons. */
static gboolean
typed_cb (GalleyShortcuts *self,
          guint keyval,
          guint keycode,
          GdkModifierType state,
          GtkEventController *controller)
{
  GtkEditable *editable = GTK_EDITABLE (self->search);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      !g_unichar_isprint (gdk_keyval_to_unicode (keyval)))
    return GDK_EVENT_PROPAGATE;
  if (!gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (controller),
                                         GTK_WIDGET (gtk_editable_get_delegate (editable))))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (editable, -1);
  return GDK_EVENT_STOP;
}

static void
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (GALLEY_SHORTCUTS (widget)->search));
}

static void
change_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const GalleyKey *key = galley_keys_find (g_variant_get_string (parameter, NULL));

  if (key != NULL)
    gtk_window_present (galley_key_dialog_new (GTK_WINDOW (widget), key));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyShortcuts) self = user_data;
  GalleyAnswer answer = galley_dialogs_ask_finish (result);

  if (answer != GALLEY_ANSWER_ACCEPT || g_cancellable_is_cancelled (self->cancellable))
    return;

  if (self->asked != NULL)
    galley_key_map_reset (galley_key_map_get_default (), self->asked);
  else
    galley_key_map_reset_all (galley_key_map_get_default ());
  /* The button that was pressed has nothing more to do, and lost the focus. */
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
ask (GalleyShortcuts *self, const GalleyQuestion *question, const GalleyKey *key)
{
  self->asked = key;
  galley_dialogs_ask (GTK_WINDOW (self), question, self->cancellable, answered_cb,
                      g_object_ref (self));
}

static void
ask_to_reset (GalleyShortcuts *self, const GalleyKey *key, GPtrArray *users)
{
  g_autofree char *names = galley_keys_quote (users);
  /* Translators: the first %s is an action, the second one is another or several, in quotation
   * marks. */
  g_autofree char *body = g_strdup_printf (
      _ ("“%s” gets its usual keys again, which are taken from %s."), _ (key->label), names);
  GalleyQuestion question = { .heading = _ ("Take the Keys Over?"),
                              .body = body,
                              .cancel = _ ("_Cancel"),
                              .accept = _ ("_Take Over") };

  ask (self, &question, key);
}

static void
reset_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const GalleyKey *key = galley_keys_find (g_variant_get_string (parameter, NULL));
  g_autoptr (GPtrArray) users = NULL;

  if (key == NULL)
    return;

  users = galley_key_map_find_users (galley_key_map_get_default (), key, /* press= */ NULL);
  if (users->len > 0)
    ask_to_reset (GALLEY_SHORTCUTS (widget), key, users);
  else
    galley_key_map_reset (galley_key_map_get_default (), key);
}

static void
reset_all_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyQuestion question = { .heading = _ ("Reset All Keys?"),
                              .body = _ ("Every action gets its usual keys again. What you changed "
                                         "is forgotten."),
                              .cancel = _ ("_Cancel"),
                              .accept = _ ("_Reset All"),
                              .is_destructive = TRUE };

  ask (GALLEY_SHORTCUTS (widget), &question, /* key= */ NULL);
}

/* What was found stays: an action is not to go from under somebody who changed its keys. */
static void
keys_changed_cb (GalleyShortcuts *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shortcuts.reset-all",
                                 galley_key_map_has_changes (galley_key_map_get_default ()));
}

static void
galley_shortcuts_dispose (GObject *object)
{
  GalleyShortcuts *self = GALLEY_SHORTCUTS (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_SHORTCUTS);

  G_OBJECT_CLASS (galley_shortcuts_parent_class)->dispose (object);
}

static void
galley_shortcuts_finalize (GObject *object)
{
  GalleyShortcuts *self = GALLEY_SHORTCUTS (object);

  g_ptr_array_unref (self->rows);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (galley_shortcuts_parent_class)->finalize (object);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "shortcuts.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "shortcuts.change", "s", change_action);
  gtk_widget_class_install_action (widget_class, "shortcuts.reset", "s", reset_action);
  gtk_widget_class_install_action (widget_class, "shortcuts.reset-all", NULL, reset_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK,
                                       "shortcuts.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_shortcuts_class_init (GalleyShortcutsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_shortcuts_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_shortcuts_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/galleydesk/Galley/shortcuts.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyShortcuts, search);
  gtk_widget_class_bind_template_child (widget_class, GalleyShortcuts, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyShortcuts, page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  add_actions (widget_class);
}

static void
galley_shortcuts_init (GalleyShortcuts *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_groups (self);
  add_rows (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->search));
  g_signal_connect_object (galley_key_map_get_default (), "changed", G_CALLBACK (keys_changed_cb),
                           self, G_CONNECT_SWAPPED);
  keys_changed_cb (self);
}

/**
 * galley_shortcuts_new:
 * @parent: the window to show it over
 *
 * Returns: (transfer none): the window of the keyboard shortcuts; GTK holds it until it is closed
 */
GtkWindow *
galley_shortcuts_new (GtkWindow *parent)
{
  return g_object_new (GALLEY_TYPE_SHORTCUTS, "transient-for", parent, NULL);
}
