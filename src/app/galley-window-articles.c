/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-file-picker.h"
#include "galley-verbs.h"

#include <glib/gi18n.h>

/* What is done with whole articles and libraries. */

/**
 * galley_window_find_article:
 * @parameter: the id that an action was given, "" for none
 *
 * Returns: (transfer none) (nullable): the article that the action is about: the one that
 *   @parameter names, or whose row has the focus, or that is open
 */
GalleyArticle *
galley_window_find_article (GalleyWindow *self, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);
  GalleyArticle *focused = galley_library_pane_get_focused_article (self->library_pane);

  if (*id == '\0' && focused != NULL)
    return focused;

  id = *id != '\0' ? id : self->article_id;

  return id != NULL ? galley_desk_find_article (self->desk, id) : NULL;
}

static void
archive_action (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  GalleyArticle *article = galley_window_find_article (self, parameter);
  g_autoptr (GalleyAction) action = NULL;
  gboolean is_archived;

  if (article == NULL)
    return;

  is_archived = galley_article_is_archived (article);
  action = galley_verb_archive (galley_article_get_id (article), !is_archived);
  galley_window_save (
      self, action, is_archived ? _ ("Article taken out of the archive") : _ ("Article archived"));
}

static void
remove_action (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  GalleyArticle *article = galley_window_find_article (self, parameter);
  g_autoptr (GalleyAction) action = NULL;

  if (article == NULL || galley_window_keep_signed (self, article))
    return;

  action = galley_verb_remove_article (galley_article_get_id (article));
  galley_window_save (self, action, _ ("Article removed from the library"));
}

static void
bring_back_cb (GalleyWindow *self, const char *article_id, const char *unit_id)
{
  galley_window_undo (self, article_id, unit_id);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) removals =
      galley_desk_list_removals_finish (GALLEY_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (removals == NULL)
    galley_window_say (self, error->message);
  else if (self->removed != NULL)
    galley_removed_dialog_set_removals (self->removed, removals);
  else
    {
      g_set_weak_pointer (&self->removed, galley_removed_dialog_new (GTK_WINDOW (self), removals));
      g_signal_connect_object (self->removed, "bring-back", G_CALLBACK (bring_back_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_window_present (GTK_WINDOW (self->removed));
    }
}

static void
list_removed (GalleyWindow *self)
{
  galley_desk_list_removals_async (self->desk, self->cancellable, listed_cb, g_object_ref (self));
}

/**
 * galley_window_show_removed:
 *
 * Shows in the dialog of removed articles, if it is open, which there are now.
 */
void
galley_window_show_removed (GalleyWindow *self)
{
  if (self->removed != NULL)
    list_removed (self);
}

static void
removed_articles_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  list_removed (user_data);
}

static void
reopen_article_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  g_autofree char *id = g_strdup (self->article_id);

  if (id != NULL)
    galley_window_open_article (self, id);
}

static void
reopen_library_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_open_library (user_data);
}

static void
library_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autoptr (GFile) file = galley_file_picker_open_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (path == NULL || application == NULL)
    return;

  galley_application_open_library (GALLEY_APPLICATION (application), path);
  if (self->desk == NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static void
open_library_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_file_picker_open (GTK_WINDOW (self), _ ("Open Library"), self->cancellable,
                           library_picked_cb, g_object_ref (self));
}

/**
 * galley_window_add_article_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_article_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "archive", .activate = archive_action, .parameter_type = "s" },
    { .name = "remove", .activate = remove_action, .parameter_type = "s" },
    { .name = "removed-articles", .activate = removed_articles_action },
    { .name = "reopen-article", .activate = reopen_article_action },
    { .name = "reopen-library", .activate = reopen_library_action },
    { .name = "open-library", .activate = open_library_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
