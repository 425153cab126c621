/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-origins.h"

/* The file that the open article came from is watched. When it changes, a bar asks whether to
 * compare; nothing is ever imported by itself. */

/**
 * galley_window_note_origin:
 * @article_id: an article
 * @uri: (nullable): where its present draft was read from
 * @sha256: digest of what was read
 *
 * Remembers the file that an article comes from, if it comes from one of this machine.
 */
void
galley_window_note_origin (const char *article_id, const char *uri, const char *sha256)
{
  g_autofree char *scheme = uri != NULL ? g_uri_parse_scheme (uri) : NULL;

  if (g_strcmp0 (scheme, "file") == 0)
    galley_origins_note (article_id, uri, sha256);
}

static void
set_enabled (GalleyWindow *self, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
show (GalleyWindow *self)
{
  gboolean differs = self->origin_watch != NULL && galley_origin_watch_differs (self->origin_watch);

  gtk_revealer_set_reveal_child (self->origin_revealer, differs);
  set_enabled (self, "compare-origin", differs);
  set_enabled (self, "leave-origin", differs);
}

static void
stop (GalleyWindow *self)
{
  if (self->origin_watch == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->origin_watch, self);
  g_clear_object (&self->origin_watch);
}

/**
 * galley_window_watch_origin:
 *
 * Another article is shown, or another draft of it, or none. Who reads second gives it no draft.
 */
void
galley_window_watch_origin (GalleyWindow *self)
{
  g_autofree char *uri = NULL, *sha256 = NULL;
  g_autoptr (GFile) file = NULL;

  stop (self);
  if (self->check != NULL && self->article_id != NULL && !galley_window_is_blind (self) &&
      galley_origins_find (self->article_id, &uri, &sha256))
    file = g_file_new_for_uri (uri);
  if (file != NULL && g_file_is_native (file))
    {
      self->origin_watch = galley_origin_watch_new (file, sha256);
      g_signal_connect_object (self->origin_watch, "changed", G_CALLBACK (show), self,
                               G_CONNECT_SWAPPED);
    }
  show (self);
}

static void
compare_origin_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_window_import_draft (self, galley_origin_watch_get_file (self->origin_watch));
}

/* The file is not asked about again before there is something else in it. */
static void
leave_origin_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  g_autofree char *uri = g_file_get_uri (galley_origin_watch_get_file (self->origin_watch));

  galley_origins_note (self->article_id, uri, galley_origin_watch_get_found (self->origin_watch));
  galley_window_watch_origin (self);
}

/**
 * galley_window_add_origin_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_origin_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "compare-origin", .activate = compare_origin_action },
    { .name = "leave-origin", .activate = leave_origin_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  show (self);
}
