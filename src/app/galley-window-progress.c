/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-progress-window.h"

/* How far the work is, in a window of its own, of the open article or of the library. */

static void
show_progress (GalleyWindow *self, gboolean is_about_all)
{
  galley_window_flush (self);
  if (self->progress == NULL)
    g_set_weak_pointer (&self->progress, GTK_WINDOW (galley_progress_window_new (GTK_WINDOW (self),
                                                                                 self->log_book)));
  galley_progress_window_show (GALLEY_PROGRESS_WINDOW (self->progress), self->article_id,
                               is_about_all);
  gtk_window_present (self->progress);
}

static void
progress_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_progress (user_data, /* is_about_all= */ FALSE);
}

static void
library_progress_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_progress (user_data, /* is_about_all= */ TRUE);
}

/**
 * galley_window_add_progress_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_progress_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "progress", .activate = progress_action },
    { .name = "library-progress", .activate = library_progress_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
