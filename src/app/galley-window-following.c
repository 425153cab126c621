/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-settings.h"

#include <glib/gi18n.h>

/* The window's part in what other programs do to its library: galleyctl, or a copy of this one that
 * somebody else has started. What is open shows it by itself, for it comes as what is saved here
 * does. The window says so, and asks when somebody comes back to it, since not everywhere a change
 * of a file is told of. */

static gboolean
is_about_open (GalleyWindow *self, GalleyOutcome *outcome)
{
  return self->article_id != NULL &&
         (outcome->is_whole || g_strcmp0 (outcome->article_id, self->article_id) == 0);
}

static gboolean
is_open_gone (GalleyWindow *self, GalleyOutcome *outcome)
{
  for (guint i = 0; self->article_id != NULL && i < outcome->gone_articles->len; i++)
    if (g_str_equal (g_ptr_array_index (outcome->gone_articles, i), self->article_id))
      return TRUE;

  return FALSE;
}

/* One toast, after those with which a person can still do something, for however much is done. Who
 * reads a second time is not told that anybody else does anything. */
static void
learned_cb (GalleyWindow *self, GalleyOutcome *outcome)
{
  AdwToast *toast;

  if (self->news != NULL || galley_window_is_blind (self) ||
      !(is_about_open (self, outcome) || is_open_gone (self, outcome)))
    return;

  toast = adw_toast_new (is_open_gone (self, outcome)
                             ? _ ("Another program took this article out of the library")
                             : _ ("Another program changed this article"));
  adw_toast_set_timeout (toast, 3);
  g_set_weak_pointer (&self->news, toast);
  galley_toasts_queue (self->sayings, toast);
}

static void
active_cb (GalleyWindow *self)
{
  if (self->desk != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    galley_desk_look (self->desk);
}

/* Somebody may have said their name in the window of another library. Who reads second goes on
 * under the name that they began with. */
static void
name_changed_cb (GalleyWindow *self)
{
  g_autofree char *name = galley_settings_get_checker_name ();

  if (!galley_window_is_blind (self))
    galley_desk_set_actor (self->desk, name);
}

/**
 * galley_window_start_following:
 *
 * The library is open: begins to follow what other programs do to it. Before anything else hears of
 * that, which may close the article.
 */
void
galley_window_start_following (GalleyWindow *self)
{
  g_signal_connect_object (self->desk, "learned", G_CALLBACK (learned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_cb), self,
                           G_CONNECT_SWAPPED);
  if (galley_settings_get_default () != NULL)
    g_signal_connect_object (galley_settings_get_default (), "changed::checker-name",
                             G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  galley_desk_follow (self->desk);
}
