/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-dialogs.h"
#include "galley-file-picker.h"

#include <glib/gi18n.h>

/* How articles come in: chosen, dropped, pasted, from the recent ones, from the command line. */

#define EXAMPLE_URI "resource:///org/galleydesk/Galley/us-mexico-security.txt"
#define N_RECENT 8
#define RECENT_GROUP "galley-articles"

static void
remember_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = { .mime_type = (char *) "text/plain",
                         .app_name = (char *) "galley",
                         .app_exec = (char *) "galley %u",
                         .groups = (char *[]){ (char *) RECENT_GROUP, NULL } };

  if (!g_file_has_uri_scheme (file, "resource"))
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * galley_window_import:
 * @file: an article
 *
 * Takes an article into the library and opens it. Waits for the library if that is not open yet.
 */
void
galley_window_import (GalleyWindow *self, GFile *file)
{
  g_return_if_fail (GALLEY_IS_WINDOW (self) && G_IS_FILE (file));

  if (self->importer != NULL)
    galley_importer_add_file (self->importer, file, /* even_if_known= */ FALSE);
  else
    g_ptr_array_add (self->to_import, g_object_ref (file));
}

static void
importer_changed_cb (GalleyWindow *self)
{
  guint n_total = galley_importer_get_n_total (self->importer);
  guint n_done = galley_importer_get_n_done (self->importer);
  g_autofree char *sentence = NULL;

  if (n_total > 0)
    {
      /* Translators: which one of how many articles is being imported. */
      sentence = n_total == 1 ? g_strdup (_ ("Importing an article"))
                              : g_strdup_printf (_ ("Importing %u of %u"), n_done + 1, n_total);
      gtk_label_set_label (self->import_label, sentence);
    }
  gtk_spinner_set_spinning (self->import_spinner, n_total > 0);
  gtk_revealer_set_reveal_child (self->import_revealer, n_total > 0);
  galley_window_update_actions (self);
}

/* The file was imported before: its article is opened, and another one offered. */
static void
offer_again (GalleyWindow *self, const GalleyImported *imported)
{
  AdwToast *toast = adw_toast_new (_ ("This article is in the library already"));
  g_autofree char *uri = imported->file != NULL ? g_file_get_uri (imported->file) : NULL;

  if (uri != NULL)
    {
      adw_toast_set_button_label (toast, _ ("_Import Again"));
      adw_toast_set_action_name (toast, "win.import-again");
      adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
    }
  galley_window_show_toast (self, toast);
}

static void
say_notices (GalleyWindow *self, const GalleyImported *imported)
{
  for (guint i = 0; imported->notices != NULL && imported->notices[i] != NULL; i++)
    {
      AdwToast *toast = adw_toast_new (imported->notices[i]);

      adw_toast_set_timeout (toast, 10);
      adw_toast_overlay_add_toast (self->toasts, toast);
    }
}

static void
append_failure (GString *failures, const GalleyImported *imported)
{
  if (failures->len > 0)
    g_string_append_c (failures, '\n');
  if (strstr (imported->error->message, imported->name) != NULL)
    g_string_append (failures, imported->error->message);
  else
    /* Translators: the name of a file, and why it could not be imported. */
    g_string_append_printf (failures, _ ("“%s”: %s"), imported->name, imported->error->message);
}

static void
say_failures (GalleyWindow *self, GString *failures, guint n_failures)
{
  g_autofree char *heading = NULL;

  if (n_failures == 0)
    return;

  heading = g_strdup_printf (
      ngettext ("%u Article Was Not Imported", "%u Articles Were Not Imported", n_failures),
      n_failures);
  galley_dialogs_tell (GTK_WINDOW (self), heading, failures->str);
}

static void
finished_cb (GalleyWindow *self, GPtrArray *results)
{
  g_autoptr (GString) failures = g_string_new (NULL);
  const GalleyImported *last = NULL;
  guint n_failures = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const GalleyImported *imported = g_ptr_array_index (results, i);

      if (imported->error != NULL)
        {
          append_failure (failures, imported);
          n_failures++;
          continue;
        }
      last = imported;
      say_notices (self, imported);
      if (imported->file != NULL)
        remember_recent (imported->file);
    }

  galley_window_update_pages (self);
  if (last != NULL)
    {
      galley_window_open_article (self, last->article_id);
      if (last->was_known)
        offer_again (self, last);
    }
  if (n_failures == 1 && results->len == 1)
    galley_window_say (self, failures->str);
  else
    say_failures (self, failures, n_failures);
}

/**
 * galley_window_start_importing:
 *
 * The library is open: imports what waits for it, and whatever comes from now on.
 */
void
galley_window_start_importing (GalleyWindow *self)
{
  self->importer = galley_importer_new (self->desk);
  g_signal_connect_object (self->importer, "changed", G_CALLBACK (importer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->importer, "finished", G_CALLBACK (finished_cb), self,
                           G_CONNECT_SWAPPED);

  for (guint i = 0; i < self->to_import->len; i++)
    galley_importer_add_file (self->importer, g_ptr_array_index (self->to_import, i),
                              /* even_if_known= */ FALSE);
  g_ptr_array_set_size (self->to_import, 0);
}

static void
picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autoptr (GListModel) files = galley_file_picker_open_multiple_finish (result, NULL);
  guint n = files != NULL ? g_list_model_get_n_items (files) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      galley_window_import (self, file);
    }
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_file_picker_open_multiple (GTK_WINDOW (self), _ ("Import Articles"), self->cancellable,
                                    picked_cb, g_object_ref (self));
}

static void
import_uri_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  galley_window_import (user_data, file);
}

static void
import_again_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  galley_importer_add_file (self->importer, file, /* even_if_known= */ TRUE);
}

static void
example_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (EXAMPLE_URI);

  galley_window_import (user_data, file);
}

static void
cancel_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_importer_cancel (self->importer);
}

static void
import_text (GalleyWindow *self, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*stripped == '\0')
    galley_window_say (self, _ ("There is no text to paste"));
  else
    galley_importer_add_text (self->importer, text);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  import_text (self, text);
}

static void
paste_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable,
                                 pasted_cb, g_object_ref (self));
}

static gboolean
drop_cb (GalleyWindow *self, const GValue *value)
{
  if (self->importer == NULL)
    return FALSE;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
        galley_window_import (self, link->data);
      return TRUE;
    }
  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    {
      galley_window_import (self, g_value_get_object (value));
      return TRUE;
    }
  if (G_VALUE_HOLDS (value, G_TYPE_STRING))
    {
      import_text (self, g_value_get_string (value));
      return TRUE;
    }

  return FALSE;
}

/**
 * galley_window_add_drop_targets:
 *
 * Lets files and text be dropped anywhere on the window. Fields that take text themselves are
 * asked first.
 */
void
galley_window_add_drop_targets (GalleyWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static int
compare_recent (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/* The files that were imported last, newest first. */
static GMenu *
build_recent_menu (void)
{
  GMenu *menu = g_menu_new ();
  GList *infos = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()),
                              compare_recent);
  guint n = 0;

  for (GList *link = infos; link != NULL && n < N_RECENT; link = link->next)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!gtk_recent_info_has_group (link->data, RECENT_GROUP))
        continue;
      item = g_menu_item_new (gtk_recent_info_get_display_name (link->data), NULL);
      g_menu_item_set_action_and_target (item, "win.import-uri", "s",
                                         gtk_recent_info_get_uri (link->data));
      g_menu_append_item (menu, item);
      n++;
    }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);

  return menu;
}

static void
update_import_menu (GalleyWindow *self)
{
  static const char *const actions[] = { "win.paste", "win.open-example", NULL };
  g_autoptr (GMenu) menu = galley_keys_build_menu (actions);
  g_autoptr (GMenu) recent = build_recent_menu ();

  if (g_menu_model_get_n_items (G_MENU_MODEL (recent)) > 0)
    g_menu_append_section (menu, _ ("Recent"), G_MENU_MODEL (recent));
  adw_split_button_set_menu_model (self->import_button, G_MENU_MODEL (menu));
}

/**
 * galley_window_add_import_menu:
 *
 * Offers other ways to import, and the recent files as they change.
 */
void
galley_window_add_import_menu (GalleyWindow *self)
{
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (update_import_menu), self, G_CONNECT_SWAPPED);
  update_import_menu (self);
}

/**
 * galley_window_add_import_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_import_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "import", .activate = import_action },
    { .name = "import-uri", .activate = import_uri_action, .parameter_type = "s" },
    { .name = "import-again", .activate = import_again_action, .parameter_type = "s" },
    { .name = "open-example", .activate = example_action },
    { .name = "paste", .activate = paste_action },
    { .name = "cancel-import", .activate = cancel_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
