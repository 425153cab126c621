/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-review-window-private.h"

#include "galley-dialogs.h"
#include "galley-weak.h"

#include <glib/gi18n.h>

/* What people type in a review session. It is about the point that was on the stage then, and waits
 * with it until something is decided, and that is durable: a decision that is refused, and given
 * up, leaves it where it was. */

typedef struct
{
  char *words;
  char *correction;
} Typed;

/* What was typed and is part of something that is not durable yet. */
typedef struct
{
  gpointer window; /* weak */
  char *key;       /* of the point that it is about */
  char *words;
  char *correction; /* (nullable) if it is no part of that */
} Sent;

static void
typed_free (Typed *typed)
{
  g_free (typed->words);
  g_free (typed->correction);
  g_free (typed);
}

/* Keeps what stands in the fields, if anything does. */
static void
keep_typed (GalleyReviewWindow *self)
{
  const char *words = gtk_editable_get_text (self->words);
  const char *correction = gtk_editable_get_text (self->correction);
  Typed *typed;

  if (self->typed_for == NULL)
    return;
  if (*words == '\0' && *correction == '\0')
    {
      g_hash_table_remove (self->typed, self->typed_for);
      return;
    }

  typed = g_new (Typed, 1);
  *typed = (Typed){ g_strdup (words), g_strdup (correction) };
  g_hash_table_replace (self->typed, g_strdup (self->typed_for), typed);
}

/**
 * galley_review_window_follow_typing:
 *
 * Another point may be on the stage: shows what was typed about that, and not what was typed about
 * the one before.
 */
void
galley_review_window_follow_typing (GalleyReviewWindow *self)
{
  GalleyReviewPoint *point = self->is_finished ? NULL : galley_review_get_current (self->review);
  const char *key = point != NULL ? galley_review_point_get_key (point) : NULL;
  const Typed *typed;

  if (g_strcmp0 (key, self->typed_for) == 0)
    return;

  keep_typed (self);
  g_free (self->typed_for);
  self->typed_for = g_strdup (key);
  self->wanted = NULL;
  typed = key != NULL ? g_hash_table_lookup (self->typed, key) : NULL;
  gtk_editable_set_text (self->words, typed != NULL ? typed->words : "");
  gtk_editable_set_text (self->correction, typed != NULL ? typed->correction : "");
}

static void
sent_free (gpointer data)
{
  Sent *sent = data;
  g_autoptr (GalleyReviewWindow) window = galley_weak_take (sent->window);

  if (window != NULL && window->sent == sent)
    window->sent = NULL;
  g_free (sent->key);
  g_free (sent->words);
  g_free (sent->correction);
  g_free (sent);
}

static void
clear_field (GtkEditable *field, const char *sent)
{
  if (g_strcmp0 (gtk_editable_get_text (field), sent) == 0)
    gtk_editable_set_text (field, "");
}

static void
clear_text (char **text, const char *sent)
{
  if (g_strcmp0 (*text, sent) == 0)
    **text = '\0';
}

/* What was typed is part of a decision now. What was changed since is not. */
static void
sent_saved_cb (GalleyOutcome *outcome, gpointer user_data)
{
  const Sent *sent = user_data;
  g_autoptr (GalleyReviewWindow) self = galley_weak_get (sent->window);
  Typed *typed;

  if (self == NULL || self->typed == NULL)
    return;
  if (g_strcmp0 (self->typed_for, sent->key) == 0)
    {
      clear_field (self->words, sent->words);
      clear_field (self->correction, sent->correction);
    }

  typed = g_hash_table_lookup (self->typed, sent->key);
  if (typed == NULL)
    return;
  clear_text (&typed->words, sent->words);
  clear_text (&typed->correction, sent->correction);
  if (*typed->words == '\0' && *typed->correction == '\0')
    g_hash_table_remove (self->typed, sent->key);
}

/**
 * galley_review_window_perform_typed:
 * @action: what people did about the point on the stage, with what they typed
 * @has_correction: whether the correction is part of it, and not only the words
 *
 * Has it saved. What was typed stays until that is done.
 */
void
galley_review_window_perform_typed (GalleyReviewWindow *self,
                                    GalleyAction *action,
                                    gboolean has_correction)
{
  Sent *sent = g_new (Sent, 1);

  *sent = (Sent){ galley_weak_new (self), g_strdup (self->typed_for),
                  g_strdup (gtk_editable_get_text (self->words)),
                  has_correction ? g_strdup (gtk_editable_get_text (self->correction)) : NULL };
  self->sent = sent;
  galley_review_window_perform_full (self, action, sent_saved_cb, sent, sent_free);
}

/**
 * galley_review_window_want_words:
 * @field: what has to be filled in
 * @action: (transfer none): the action that is nothing without that; static
 * @sentence: what people have to do, without full stop
 *
 * Goes where words are typed, and does @action when Enter is pressed there.
 */
void
galley_review_window_want_words (GalleyReviewWindow *self,
                                 GtkEditable *field,
                                 const char *action,
                                 const char *sentence)
{
  self->wanted = action;
  gtk_widget_grab_focus (GTK_WIDGET (field));
  galley_review_window_say (self, sentence);
}

/* Single keys act again. */
static void
leave_field (GalleyReviewWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->stage));
}

/* Enter does what the words were wanted for; else it only leaves the field, as Escape does. */
static void
activate_cb (GalleyReviewWindow *self, GtkEditable *field)
{
  const char *action = *gtk_editable_get_text (field) != '\0' ? self->wanted : NULL;

  self->wanted = NULL;
  leave_field (self);
  if (action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static gboolean
key_cb (GalleyReviewWindow *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;

  self->wanted = NULL;
  leave_field (self);
  return TRUE;
}

static void
watch_field (GalleyReviewWindow *self, GtkEditable *field)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (field, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (field), keys);
}

/**
 * galley_review_window_start_typing:
 *
 * For a new window.
 */
void
galley_review_window_start_typing (GalleyReviewWindow *self)
{
  self->typed =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) typed_free);
  watch_field (self, self->words);
  watch_field (self, self->correction);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyReviewWindow) self = user_data;

  if (galley_dialogs_ask_finish (result) != GALLEY_ANSWER_ACCEPT)
    return;

  self->may_lose_typed = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
is_sent (const Typed *typed, const char *key, const Sent *sent)
{
  return sent != NULL && g_strcmp0 (key, sent->key) == 0 &&
         g_str_equal (typed->words, sent->words) &&
         g_str_equal (typed->correction, sent->correction != NULL ? sent->correction : "");
}

/* Whether anything was typed that is not part of what waits to be saved: that is not lost. */
static gboolean
has_typed (GalleyReviewWindow *self)
{
  GHashTableIter iter;
  gpointer key, typed;

  g_hash_table_iter_init (&iter, self->typed);
  while (g_hash_table_iter_next (&iter, &key, &typed))
    if (!is_sent (typed, key, self->sent))
      return TRUE;

  return FALSE;
}

/**
 * galley_review_window_ask_for_typed:
 *
 * Somebody closes the window: asks, if there is anything that was typed and not decided.
 *
 * Returns: whether it has to stay open for now
 */
gboolean
galley_review_window_ask_for_typed (GalleyReviewWindow *self)
{
  keep_typed (self);
  if (self->may_lose_typed || !has_typed (self))
    return FALSE;

  galley_dialogs_ask (GTK_WINDOW (self),
                      &(GalleyQuestion){
                          .heading = _ ("Discard What Was Typed?"),
                          .body = _ ("Something was typed that is part of no decision yet. It is "
                                     "lost when the session is closed."),
                          .cancel = _ ("_Cancel"),
                          .accept = _ ("_Discard"),
                          .is_destructive = TRUE,
                      },
                      self->cancellable, answered_cb, g_object_ref (self));
  return TRUE;
}
