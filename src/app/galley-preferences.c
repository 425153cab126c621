/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-preferences.h"

#include "galley-library-page.h"
#include "galley-settings.h"

/**
 * GalleyPreferences:
 *
 * What a checker can choose: the name that changes are signed with, and what the library wants of
 * everybody.
 */
struct _GalleyPreferences
{
  AdwWindow parent_instance;

  GalleyDesk *desk; /* (nullable) */
  char *shown_name; /* as it was when it was shown last */
  GtkEditable *name_row;
  GalleyLibraryPage *library_page;
};

G_DEFINE_FINAL_TYPE (GalleyPreferences, galley_preferences, ADW_TYPE_WINDOW)

static void
name_applied_cb (GalleyPreferences *self)
{
  g_autofree char *name = NULL;

  galley_settings_set_string ("checker-name", gtk_editable_get_text (self->name_row));
  name = galley_settings_get_checker_name ();
  if (self->desk != NULL)
    galley_desk_set_actor (self->desk, name);
}

/* Changed elsewhere: whoever is typing a name goes on with it. */
static void
name_changed_cb (GalleyPreferences *self)
{
  g_autofree char *name = galley_settings_get_checker_name ();

  if (g_strcmp0 (gtk_editable_get_text (self->name_row), self->shown_name) == 0)
    gtk_editable_set_text (self->name_row, name);
  g_free (self->shown_name);
  self->shown_name = g_steal_pointer (&name);
}

static void
galley_preferences_dispose (GObject *object)
{
  g_clear_object (&GALLEY_PREFERENCES (object)->desk);
  g_clear_pointer (&GALLEY_PREFERENCES (object)->shown_name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_PREFERENCES);

  G_OBJECT_CLASS (galley_preferences_parent_class)->dispose (object);
}

static void
galley_preferences_class_init (GalleyPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_preferences_dispose;

  g_type_ensure (GALLEY_TYPE_LIBRARY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyPreferences, name_row);
  gtk_widget_class_bind_template_child (widget_class, GalleyPreferences, library_page);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_preferences_init (GalleyPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown_name = g_strdup ("");
  name_changed_cb (self);
  if (galley_settings_get_default () != NULL)
    g_signal_connect_object (galley_settings_get_default (), "changed::checker-name",
                             G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * galley_preferences_new:
 * @parent: the window to show it over
 * @desk: (nullable): where the name is used from now on, and whose settings are shown
 * @saver: (nullable): where changes of the library go
 *
 * Returns: (transfer none): the preferences; GTK holds them until they are closed
 */
GtkWindow *
galley_preferences_new (GtkWindow *parent, GalleyDesk *desk, GalleySaver *saver)
{
  GalleyPreferences *self =
      g_object_new (GALLEY_TYPE_PREFERENCES, "transient-for", parent, "modal", TRUE, NULL);

  g_set_object (&self->desk, desk);
  if (desk != NULL && saver != NULL)
    galley_library_page_set_library (self->library_page, desk, saver);

  return GTK_WINDOW (self);
}
