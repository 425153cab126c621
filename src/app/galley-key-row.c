/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-key-row.h"

#include "galley-key-map.h"

#include <glib/gi18n.h>

/**
 * GalleyKeyRow:
 *
 * An action, where its keys act, and which ones it has now; with buttons to change them and, where
 * that was done, to have them as before. The buttons name actions, which #GalleyShortcuts has.
 */
struct _GalleyKeyRow
{
  AdwActionRow parent_instance;

  const GalleyKey *key;

  GtkBox *keys;
  GtkWidget *reset_button;
  GtkWidget *change_button;
};

G_DEFINE_FINAL_TYPE (GalleyKeyRow, galley_key_row, ADW_TYPE_ACTION_ROW)

static void
add_label (GalleyKeyRow *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->keys, label);
}

/* Returns the keys as a list for people. */
static char *
show_presses (GalleyKeyRow *self)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_presses;
  const GalleyKeyPress *presses =
      galley_key_map_get_presses (galley_key_map_get_default (), self->key, &n_presses);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->keys))) != NULL)
    gtk_box_remove (self->keys, child);
  for (guint i = 0; i < n_presses; i++)
    {
      g_autofree char *label = galley_key_press_get_label (&presses[i]);

      add_label (self, label, "keycap");
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", label);
    }
  if (n_presses == 0)
    {
      /* Translators: in the place of the keys of an action that has none. */
      add_label (self, _ ("No keys"), "dim-label");
      g_string_append (list, _ ("No keys"));
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
list_defaults (const GalleyKey *key)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_presses;
  g_autofree GalleyKeyPress *presses = galley_key_dup_default_presses (key, &n_presses);

  for (guint i = 0; i < n_presses; i++)
    {
      g_autofree char *label = galley_key_press_get_label (&presses[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", label);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Instead of the title, which libadwaita takes for the name of a row and of its button. */
static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (GalleyKeyRow *self)
{
  const char *title = _ (self->key->label);
  g_autofree char *list = show_presses (self);
  /* Translators: what a screen reader says of an action: what it does, and its keys. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), title, list);

  gtk_widget_set_visible (self->reset_button,
                          galley_key_map_is_changed (galley_key_map_get_default (), self->key));
  set_name (GTK_WIDGET (self), name);
}

static void
set_key (GalleyKeyRow *self, const GalleyKey *key)
{
  const char *title = _ (key->label);
  g_autofree char *defaults = list_defaults (key);
  /* Translators: a tooltip: gives an action its usual keys again, which are put for %s. */
  g_autofree char *tooltip = g_strdup_printf (_ ("Reset to %s"), defaults);
  /* Translators: %s is an action, such as “Confirm”. */
  g_autofree char *reset = g_strdup_printf (_ ("Reset Keys for “%s”"), title);
  g_autofree char *change = g_strdup_printf (_ ("Change Keys for “%s”"), title);

  self->key = key;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), galley_key_scope_get_label (key->scope));
  gtk_widget_set_tooltip_text (self->reset_button, tooltip);
  set_name (self->reset_button, reset);
  set_name (self->change_button, change);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->reset_button), "s", key->action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->change_button), "s", key->action);

  update (self);
  g_signal_connect_object (galley_key_map_get_default (), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

static void
galley_key_row_class_init (GalleyKeyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/galleydesk/Galley/key-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyKeyRow, keys);
  gtk_widget_class_bind_template_child (widget_class, GalleyKeyRow, reset_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyKeyRow, change_button);
}

static void
galley_key_row_init (GalleyKeyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_key_row_new:
 * @key: an action
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
galley_key_row_new (const GalleyKey *key)
{
  GalleyKeyRow *self = g_object_new (GALLEY_TYPE_KEY_ROW, NULL);

  set_key (self, key);

  return GTK_WIDGET (self);
}

/**
 * galley_key_row_get_key:
 *
 * Returns: (transfer none): its action
 */
const GalleyKey *
galley_key_row_get_key (GalleyKeyRow *self)
{
  g_return_val_if_fail (GALLEY_IS_KEY_ROW (self), NULL);

  return self->key;
}
