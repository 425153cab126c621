/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-desk-sessions.h"
#include "galley-session-dialog.h"
#include "galley-session-verbs.h"
#include "galley-weak.h"

#include <glib/gi18n.h>

/* The window's part in review sessions: it begins them, offers to go on with one that was not
 * finished, and puts claims on the agenda of the one that is open. */

/* Who reads second sits in no session. */
static void
show_offer (GalleyWindow *self)
{
  gtk_revealer_set_reveal_child (self->session_revealer, self->unfinished != NULL &&
                                                             self->review_window == NULL &&
                                                             !galley_window_is_blind (self));
}

/* @session: (nullable) (transfer none) */
static void
set_unfinished (GalleyWindow *self, GalleySession *session)
{
  g_clear_pointer (&self->unfinished, galley_session_unref);
  if (session != NULL && session->state != GALLEY_SESSION_ENDED)
    self->unfinished = galley_session_ref (session);
  show_offer (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = galley_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions =
      galley_desk_list_sessions_finish (GALLEY_DESK (source), result, &error);
  GalleySession *last = NULL;

  if (self == NULL || self->check == NULL)
    return;
  if (sessions == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        galley_window_say (self, error->message);
      return;
    }

  for (guint i = 0; i < sessions->len; i++)
    {
      GalleySession *session = g_ptr_array_index (sessions, i);

      if (session->state != GALLEY_SESSION_ENDED)
        last = session;
    }
  if (last == NULL || g_strcmp0 (last->article_id, self->article_id) == 0)
    set_unfinished (self, last);
}

/**
 * galley_window_look_for_session:
 *
 * Another article is shown, or none: offers to go on with its review session if one was not
 * finished.
 */
void
galley_window_look_for_session (GalleyWindow *self)
{
  set_unfinished (self, NULL);
  if (self->check != NULL)
    galley_desk_list_sessions_async (self->desk,
                                     galley_article_get_id (galley_check_get_article (self->check)),
                                     self->cancellable, listed_cb, galley_weak_new (self));
}

/**
 * galley_window_take_sessions:
 * @outcome: what the library holds now
 *
 * Follows what becomes of the sessions of the article.
 */
void
galley_window_take_sessions (GalleyWindow *self, GalleyOutcome *outcome)
{
  for (guint i = 0; i < outcome->sessions->len; i++)
    {
      GalleySession *session = g_ptr_array_index (outcome->sessions, i);

      if (self->check != NULL && g_strcmp0 (session->article_id, self->article_id) == 0)
        set_unfinished (self, session);
    }
}

/* Gone, or about to be. */
static void
review_closed_cb (GalleyWindow *self)
{
  g_clear_weak_pointer (&self->review_window);
  show_offer (self);
  galley_window_update_actions (self);
}

static void
open_review (GalleyWindow *self, GalleySession *session)
{
  GalleyReviewWindow *window;

  if (self->check == NULL || self->review_window != NULL ||
      g_strcmp0 (session->article_id, self->article_id) != 0)
    return;
  window =
      galley_review_window_new (GTK_WINDOW (self), self->desk, self->saver, self->check, session);
  g_set_weak_pointer (&self->review_window, window);
  g_signal_connect_object (window, "destroy", G_CALLBACK (review_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
  show_offer (self);
  galley_window_update_actions (self);
}

/* People sit together, durably. */
static void
sat_down_cb (GalleyOutcome *outcome, gpointer user_data)
{
  if (outcome->sessions->len > 0)
    open_review (user_data, g_ptr_array_index (outcome->sessions, 0));
}

static void
sit_down (GalleyWindow *self, GalleyAction *action)
{
  galley_saver_perform (self->saver, action, sat_down_cb, g_object_ref (self), g_object_unref);
}

static void
people_chosen_cb (GalleyWindow *self, const char *chair, GStrv present, GalleySessionDialog *dialog)
{
  g_autoptr (GPtrArray) points = galley_session_dialog_list_points (dialog);
  GalleySessionPlan plan = { NULL, chair, (const char *const *) present, points };
  g_autoptr (GalleyAction) action = NULL;

  if (self->check == NULL)
    return;
  action = galley_verb_start_session (self->article_id, &plan);
  sit_down (self, action);
}

static void
start (GalleyWindow *self)
{
  GalleySessionDialog *dialog =
      galley_session_dialog_new (GTK_WINDOW (self), self->desk, self->check, /* session= */ NULL);

  g_signal_connect_object (dialog, "people", G_CALLBACK (people_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Shows the session that is open, goes on with the one that was not finished, or begins one. */
static void
review_action (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_window_flush (self);
  if (self->review_window != NULL)
    gtk_window_present (GTK_WINDOW (self->review_window));
  else if (self->unfinished != NULL)
    {
      g_autoptr (GalleyAction) action =
          galley_verb_resume_session (self->unfinished, /* chair= */ NULL, /* present= */ NULL);

      sit_down (self, action);
    }
  else
    start (self);
}

static void
add_to_agenda_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  GalleyClaim *claim = galley_window_get_claim (self);

  if (claim != NULL && self->review_window != NULL)
    galley_review_window_add_claim (self->review_window, claim);
}

/**
 * galley_window_can_add_to_agenda:
 *
 * Returns: whether a session about the article is open
 */
gboolean
galley_window_can_add_to_agenda (GalleyWindow *self)
{
  return self->review_window != NULL &&
         galley_review_get_check (galley_review_window_get_review (self->review_window)) ==
             self->check;
}

/**
 * galley_window_close_session:
 *
 * Closes the session that is open, which pauses it.
 */
void
galley_window_close_session (GalleyWindow *self)
{
  if (self->review_window != NULL)
    gtk_window_close (GTK_WINDOW (self->review_window));
}

/**
 * galley_window_add_session_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_session_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "review-session", .activate = review_action },
    { .name = "add-to-agenda", .activate = add_to_agenda_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
