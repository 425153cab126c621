/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-dialogs.h"
#include "galley-fetch.h"
#include "galley-file-picker.h"
#include "galley-import-report.h"
#include "galley-plain.h"

#include <glib/gi18n.h>

/* How articles come in: files and folders that were chosen, web addresses, the recent ones, the
 * command line; and what is said of it. */

#define EXAMPLE_URI "resource:///org/galleydesk/Galley/us-mexico-security.txt"
#define N_RECENT 8
#define RECENT_GROUP "galley-articles"

static void
remember_recent (GalleyImported *imported)
{
  g_autofree char *scheme = imported->uri != NULL ? g_uri_parse_scheme (imported->uri) : NULL;
  GtkRecentData data = { .mime_type = imported->media_type,
                         .app_name = (char *) "galley",
                         .app_exec = (char *) "galley %u",
                         .groups = (char *[]){ (char *) RECENT_GROUP, NULL } };

  if (g_strcmp0 (scheme, "file") == 0)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), imported->uri, &data);
}

/* Whether @file holds annotations, by its name. */
static gboolean
is_annotations (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, ".jsonld");
}

/**
 * galley_window_import:
 * @file: an article, also one on the web, or a folder with articles, or annotations of the article
 *   that is open, or is being opened
 *
 * Takes an article into the library and opens it. Waits for the library if that is not open yet.
 */
void
galley_window_import (GalleyWindow *self, GFile *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (GALLEY_IS_WINDOW (self) && G_IS_FILE (file));

  uri = g_file_get_uri (file);
  if (self->importer == NULL)
    g_ptr_array_add (self->to_import, g_object_ref (file));
  else if (galley_fetch_is_address (uri))
    galley_importer_add_address (self->importer, uri, /* even_if_known= */ FALSE);
  else if (is_annotations (file))
    galley_window_take_annotations (self, file);
  else
    galley_importer_add_file (self->importer, file, /* even_if_known= */ FALSE);
}

/**
 * galley_window_has_articles_to_import:
 *
 * Returns: whether an article waits for the library; annotations are for the one that was open last
 */
gboolean
galley_window_has_articles_to_import (GalleyWindow *self)
{
  for (guint i = 0; i < self->to_import->len; i++)
    if (!is_annotations (g_ptr_array_index (self->to_import, i)))
      return TRUE;

  return FALSE;
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

/* The input was imported before: its article is opened, and another one offered. */
static void
offer_again (GalleyWindow *self, GalleyImported *imported)
{
  AdwToast *toast = galley_plain_toast_new (_ ("This article is in the library already"));

  if (imported->uri != NULL)
    {
      adw_toast_set_button_label (toast, _ ("_Import Again"));
      adw_toast_set_action_name (toast, "win.import-again");
      adw_toast_set_action_target_value (toast, g_variant_new_string (imported->uri));
    }
  galley_window_show_toast (self, toast);
}

static void
say_notices (GalleyWindow *self, GalleyImported *imported)
{
  for (guint i = 0; imported->notices != NULL && imported->notices[i] != NULL; i++)
    {
      AdwToast *toast = galley_plain_toast_new (imported->notices[i]);

      adw_toast_set_timeout (toast, 10);
      galley_toasts_queue (self->sayings, toast);
    }
}

static void
say_failure (GalleyWindow *self, GalleyImported *imported)
{
  g_autofree char *sentence = NULL;

  if (strstr (imported->error->message, imported->name) != NULL)
    sentence = g_strdup (imported->error->message);
  else
    /* Translators: the name of a file, and why it could not be imported. */
    sentence = g_strdup_printf (_ ("“%s”: %s"), imported->name, imported->error->message);
  galley_window_say (self, sentence);
}

/* One input: its article is there to be seen, and what else is to be said passes by. */
static void
say_one (GalleyWindow *self, GalleyImported *imported)
{
  if (imported->error != NULL)
    say_failure (self, imported);
  else if (imported->was_known)
    offer_again (self, imported);
  else
    say_notices (self, imported);
}

/* Several: what came of each, if there is anything to say but that all went well. */
static void
say_several (GalleyWindow *self, GPtrArray *results)
{
  gboolean is_all_well = TRUE;
  g_autofree char *summary = galley_import_report_summarise (results);
  GalleyImportReport *report;

  for (guint i = 0; i < results->len; i++)
    {
      GalleyImported *imported = g_ptr_array_index (results, i);

      if (imported->error != NULL || imported->was_known ||
          (imported->notices != NULL && imported->notices[0] != NULL))
        is_all_well = FALSE;
    }
  if (is_all_well)
    {
      galley_window_say (self, summary);
      return;
    }

  report = galley_import_report_new (GTK_WINDOW (self), results);
  g_signal_connect_object (report, "article-chosen", G_CALLBACK (galley_window_open_article), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (report));
}

static void
finished_cb (GalleyWindow *self, GPtrArray *results)
{
  GalleyImported *last = NULL;

  for (guint i = 0; i < results->len; i++)
    {
      GalleyImported *imported = g_ptr_array_index (results, i);

      if (imported->error != NULL)
        continue;
      last = imported;
      remember_recent (imported);
      galley_window_note_origin (imported->article_id, imported->uri, imported->sha256);
    }

  galley_window_update_pages (self);
  galley_window_watch_origin (self);
  if (last != NULL && last->article_id != NULL)
    galley_window_open_article (self, last->article_id);
  if (results->len == 1)
    say_one (self, g_ptr_array_index (results, 0));
  else if (results->len > 1)
    say_several (self, results);
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
    galley_window_import (self, g_ptr_array_index (self->to_import, i));
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
import_folder_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_file_picker_select_multiple_folders (GTK_WINDOW (self),
                                              _ ("Import All Articles of a Folder"),
                                              self->cancellable, picked_cb, g_object_ref (self));
}

static void
addressed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autofree char *address = galley_dialogs_ask_text_finish (result);

  if (address != NULL)
    galley_importer_add_address (self->importer, address, /* even_if_known= */ FALSE);
}

static void
ask_address (GalleyWindow *self, const char *initial)
{
  const GalleyQuestion question = {
    .heading = _ ("Import from the Web"),
    .body = _ ("The page is fetched once, and kept as it is now with the server’s answer."),
    .cancel = _ ("_Cancel"),
    .accept = _ ("_Fetch"),
  };

  galley_dialogs_ask_text (GTK_WINDOW (self), &question, initial, galley_fetch_is_address,
                           self->cancellable, addressed_cb, g_object_ref (self));
}

/* An address in the clipboard is most often the one that is meant. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (text != NULL)
    g_strstrip (text);
  ask_address (self, text != NULL && galley_fetch_is_address (text) ? text : NULL);
}

static void
import_address_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable,
                                 looked_cb, g_object_ref (self));
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
  const char *uri = g_variant_get_string (parameter, NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  if (galley_fetch_is_address (uri))
    galley_importer_add_address (self->importer, uri, /* even_if_known= */ TRUE);
  else
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

/**
 * galley_window_update_import_menu:
 *
 * Offers other ways to import, with the keys that they have now, and the recent files.
 */
void
galley_window_update_import_menu (GalleyWindow *self)
{
  static const char *const actions[] = { "win.import-folder", "win.import-address", "win.paste",
                                         "win.open-example", NULL };
  g_autoptr (GMenu) menu = galley_keys_build_menu (actions);
  g_autoptr (GMenu) recent = build_recent_menu ();

  if (g_menu_model_get_n_items (G_MENU_MODEL (recent)) > 0)
    g_menu_append_section (menu, _ ("Recent"), G_MENU_MODEL (recent));
  adw_split_button_set_menu_model (self->import_button, G_MENU_MODEL (menu));
}

/**
 * galley_window_watch_recent:
 *
 * Offers the recent files as they change.
 */
void
galley_window_watch_recent (GalleyWindow *self)
{
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (galley_window_update_import_menu), self, G_CONNECT_SWAPPED);
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
    { .name = "import-folder", .activate = import_folder_action },
    { .name = "import-address", .activate = import_address_action },
    { .name = "cancel-import", .activate = cancel_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
