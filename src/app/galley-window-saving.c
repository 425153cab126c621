/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-dialogs.h"
#include "galley-discard.h"
#include "galley-plain.h"
#include "galley-refusal.h"

#include <glib/gi18n.h>

/* What the window does so that nothing is lost: it shows only what is durable, keeps a failure on
 * the screen, and does not close before everything is saved or given up. */

/* Seconds: long enough to notice that it was the wrong article. */
#define UNDO_TIMEOUT_S 10

/* What to say when an action is durable. */
typedef struct
{
  GalleyWindow *window;
  char *toast; /* (nullable) */
} Saved;

static void
saved_free (gpointer data)
{
  Saved *saved = data;

  g_object_unref (saved->window);
  g_free (saved->toast);
  g_free (saved);
}

/* Where undo finds @outcome: in the second reading that is open, in an article, or anywhere. */
static const char *
find_undo_scope (GalleyWindow *self, GalleyOutcome *outcome)
{
  gboolean is_open = self->check != NULL && g_strcmp0 (outcome->article_id, self->article_id) == 0;

  return is_open ? galley_check_get_undo_scope (self->check) : outcome->article_id;
}

static void
offer_undo (GalleyWindow *self, const char *sentence, GalleyOutcome *outcome)
{
  AdwToast *toast = galley_plain_toast_new (sentence);

  adw_toast_set_timeout (toast, UNDO_TIMEOUT_S);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-unit");
  adw_toast_set_action_target_value (
      toast, g_variant_new ("(ss)", outcome->article_id != NULL ? outcome->article_id : "",
                            outcome->unit_id));
  g_set_weak_pointer (&self->offer, toast);
  g_free (self->offer_scope);
  self->offer_scope = g_strdup (find_undo_scope (self, outcome));
  galley_window_show_toast (self, toast);
}

/* What is undone is undone once: a step that was offered must not be asked for again. */
static void
forget_offer (GalleyWindow *self, const char *scope_id)
{
  if (self->offer == NULL || (scope_id != NULL && g_strcmp0 (scope_id, self->offer_scope) != 0))
    return;

  galley_toasts_dismiss (self->sayings, self->offer);
  g_clear_weak_pointer (&self->offer);
}

/* Where no article is open, what undo is about is the article that is gone. */
static void
note_removed (GalleyWindow *self, GalleyOutcome *outcome)
{
  if (g_strcmp0 (outcome->verb, "remove-article") != 0)
    return;

  g_clear_pointer (&self->removed_id, g_free);
  g_clear_pointer (&self->removed_unit, g_free);
  if (outcome->gone_articles->len == 0)
    return;

  self->removed_id = g_strdup (g_ptr_array_index (outcome->gone_articles, 0));
  self->removed_unit = g_strdup (outcome->unit_id);
}

/* Shows what the library holds now. */
static void
take_over (GalleyWindow *self, GalleyOutcome *outcome)
{
  note_removed (self, outcome);
  for (guint i = 0; i < outcome->gone_articles->len; i++)
    if (g_strcmp0 (g_ptr_array_index (outcome->gone_articles, i), self->article_id) == 0)
      galley_window_close_article (self);

  galley_window_show_sign_offs (self);
  galley_window_take_sessions (self, outcome);
  if (outcome->has_new_settings)
    galley_claim_panel_load_requirements (self->claim_panel);
  galley_library_pane_refresh (self->library_pane);
  galley_window_update_pages (self);
  galley_window_show_removed (self);
  galley_window_show_failure (self);
  galley_window_update_actions (self);
}

static void
saved_cb (GalleyOutcome *outcome, gpointer user_data)
{
  Saved *saved = user_data;

  galley_window_choose_marked (saved->window);
  galley_window_show_hint (saved->window);
  if (saved->toast != NULL)
    offer_undo (saved->window, saved->toast, outcome);
}

/* What is repeated is about the claim that it comes from. */
static gboolean
is_about_one (GalleyOutcome *outcome)
{
  return g_strcmp0 (outcome->verb, "repeat-verdict") != 0 &&
         outcome->claims->len + outcome->gone_claims->len + outcome->dismissals->len +
                 outcome->gone_dismissals->len ==
             1;
}

/* Goes to what was undone or done again: a verdict that is taken back out of sight would look as
 * though nothing had happened. What was done in many places at once is in none of them. Whoever has
 * gone elsewhere meanwhile stays there: what they do next is about the words that they went to. */
static void
undone_cb (GalleyOutcome *outcome, gpointer user_data)
{
  GalleyWindow *self = ((Saved *) user_data)->window;
  guint caret = galley_article_view_get_caret (self->article_view);
  GalleyClaim *claim = NULL;

  saved_cb (outcome, user_data);
  if (self->check == NULL || outcome->has_new_draft || !is_about_one (outcome) ||
      caret != self->undone_caret || galley_window_find_typing (self) != NULL ||
      g_strcmp0 (outcome->article_id, self->article_id) != 0)
    return;

  if (outcome->claims->len == 1)
    claim = galley_claim_list_find (galley_check_get_claims (self->check),
                                    galley_claim_get_id (outcome->claims->pdata[0]));
  if (claim != NULL)
    galley_article_view_set_current_claim (self->article_view, claim);
  else if (self->touched.start < self->touched.end &&
           (caret < self->touched.start || caret > self->touched.end))
    galley_article_view_set_caret (self->article_view, self->touched.start);
  self->undone_caret = galley_article_view_get_caret (self->article_view);
}

static Saved *
saved_new (GalleyWindow *self, const char *toast)
{
  Saved *saved = g_new0 (Saved, 1);

  saved->window = g_object_ref (self);
  saved->toast = g_strdup (toast);

  return saved;
}

/**
 * galley_window_save:
 * @action: what the person did
 * @toast: (nullable): what to say, with a button for undoing, when it is durable
 *
 * Has it saved, whatever it is about: the one way from this window to the library. In a second
 * reading it is another action that is saved, or none. Fields hand over what is in them when they
 * lose the keyboard, also as the window closes: nothing is saved of what was discarded then.
 */
void
galley_window_save (GalleyWindow *self, GalleyAction *action, const char *toast)
{
  g_autoptr (GalleyAction) done = self->may_close ? NULL : galley_window_translate (self, action);

  if (done != NULL)
    galley_saver_perform (self->saver, done, saved_cb, saved_new (self, toast), saved_free);
}

/**
 * galley_window_perform:
 * @action: what the person did to the open article
 * @toast: (nullable): what to say, with a button for undoing, when it is durable
 *
 * Has it saved, unless the article is signed off.
 */
void
galley_window_perform (GalleyWindow *self, GalleyAction *action, const char *toast)
{
  if (galley_window_refuse_signed (self))
    g_hash_table_remove_all (self->unsettled);
  else
    galley_window_save (self, action, toast);
}

/**
 * galley_window_undo:
 * @scope_id: (nullable): an article or a second reading
 * @unit_id: (nullable): the step; %NULL for what was done last in @scope_id
 *
 * Undoes a step.
 */
void
galley_window_undo (GalleyWindow *self, const char *scope_id, const char *unit_id)
{
  g_hash_table_remove_all (self->unsettled);
  if (unit_id == NULL)
    forget_offer (self, scope_id);
  self->undone_caret = galley_article_view_get_caret (self->article_view);
  galley_saver_undo (self->saver, scope_id, unit_id, undone_cb, saved_new (self, NULL), saved_free);
}

static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  if (self->check == NULL)
    {
      forget_offer (self, self->removed_id);
      galley_window_undo (self, self->removed_id, self->removed_unit);
    }
  else if (!galley_window_refuse_signed (self))
    galley_window_undo (self, galley_check_get_undo_scope (self->check), /* unit_id= */ NULL);
}

static void
undo_unit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *article_id, *unit_id;

  g_variant_get (parameter, "(&s&s)", &article_id, &unit_id);
  galley_window_undo (user_data, *article_id != '\0' ? article_id : NULL, unit_id);
}

static void
redo_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  if (galley_window_refuse_signed (self))
    return;
  self->undone_caret = galley_article_view_get_caret (self->article_view);
  galley_saver_redo (self->saver, galley_check_get_undo_scope (self->check), undone_cb,
                     saved_new (self, NULL), saved_free);
}

static void
purge_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GalleyWindow *self = g_task_get_source_object (task);
  const char *article_id = g_task_get_task_data (task);

  if (galley_dialogs_ask_finish (result) == GALLEY_ANSWER_ACCEPT && self->saver != NULL)
    galley_saver_purge (self->saver, article_id, saved_cb, saved_new (self, NULL), saved_free);
}

static void
purge_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  GalleyArticle *article = galley_window_find_article (self, parameter);
  g_autofree char *body = NULL;

  if (article == NULL || galley_window_keep_signed (self, article))
    return;

  /* Translators: the title of an article is put between the quotes. */
  body = g_strdup_printf (_ ("“%s”, its claims, sources, history and backups will be destroyed for "
                             "good. This cannot be undone. Copies of the library that were made by "
                             "hand, or before it was restored, are left as they are."),
                          galley_article_get_title (article));
  {
    GTask *task = g_task_new (self, NULL, NULL, NULL);

    g_task_set_task_data (task, g_strdup (galley_article_get_id (article)), g_free);
    galley_dialogs_ask (GTK_WINDOW (self),
                        &(GalleyQuestion){ .heading = _ ("Delete This Article Permanently?"),
                                           .body = body,
                                           .cancel = _ ("_Cancel"),
                                           .accept = _ ("_Delete Permanently"),
                                           .is_destructive = TRUE },
                        self->cancellable, purge_confirmed_cb, task);
  }
}

static void
retry_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_refusal_retry (GTK_WINDOW (self), self->saver, self->check, self->cancellable);
}

static void
discard_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_discard_ask (GTK_WINDOW (self), self->saver, self->cancellable);
}

/**
 * galley_window_show_failure:
 *
 * Shows what is not saved, and why, which depends on what is shown of the article.
 */
void
galley_window_show_failure (GalleyWindow *self)
{
  guint n = self->saver != NULL ? galley_saver_get_n_failed (self->saver) : 0;
  g_autofree char *count = NULL, *why = NULL, *sentence = NULL;

  if (n > 0)
    {
      count =
          g_strdup_printf (ngettext ("%u change is not saved", "%u changes are not saved", n), n);
      why = galley_refusal_describe (self->saver, self->check);
      /* Translators: how many changes are not saved, and why. */
      sentence = g_strdup_printf (_ ("%s: %s"), count, why);
      gtk_label_set_label (self->failure_label, sentence);
      gtk_widget_set_visible (self->retry_button,
                              galley_refusal_can_retry (self->saver, self->check));
    }
  gtk_revealer_set_reveal_child (self->failure_revealer, n > 0);
}

static void
saver_changed_cb (GalleyWindow *self)
{
  if (galley_saver_get_n_running (self->saver) + galley_saver_get_n_failed (self->saver) == 0)
    g_hash_table_remove_all (self->unsettled);
  galley_window_show_failure (self);
  galley_window_update_actions (self);
  if (self->is_closing && galley_saver_get_n_running (self->saver) == 0)
    gtk_window_close (GTK_WINDOW (self));
  /* What fails when everything was given up already, and the window closed, is given up, too. */
  if (self->may_close && galley_saver_get_n_failed (self->saver) > 0)
    galley_saver_discard (self->saver);
}

/**
 * galley_window_start_saving:
 *
 * The library is open: begins to save into it.
 */
void
galley_window_start_saving (GalleyWindow *self)
{
  self->saver = galley_saver_new (self->desk);
  g_signal_connect_object (self->saver, "saved", G_CALLBACK (take_over), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "changed", G_CALLBACK (saver_changed_cb), self,
                           G_CONNECT_SWAPPED);
  galley_window_start_log (self);
}

static void
close_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;

  switch (galley_dialogs_ask_finish (result))
    {
    case GALLEY_ANSWER_ACCEPT:
      galley_saver_discard (self->saver);
      self->may_close = TRUE;
      gtk_window_close (GTK_WINDOW (self));
      break;
    case GALLEY_ANSWER_OTHER:
      self->is_closing = TRUE;
      galley_saver_retry (self->saver);
      break;
    case GALLEY_ANSWER_CANCEL:
    default:
      break;
    }
}

static void
ask_before_closing (GalleyWindow *self)
{
  guint n = galley_saver_get_n_failed (self->saver);
  g_autofree char *count = g_strdup_printf (
      ngettext ("%u change could not be saved and will be lost if you close now.",
                "%u changes could not be saved and will be lost if you close now.", n),
      n);
  g_autofree char *body =
      g_strdup_printf ("%s\n\n%s.", count, galley_saver_get_first_error_message (self->saver));

  galley_dialogs_ask (GTK_WINDOW (self),
                      &(GalleyQuestion){ .heading = _ ("Close Without Saving?"),
                                         .body = body,
                                         .cancel = _ ("_Cancel"),
                                         .other = _ ("_Retry"),
                                         .accept = _ ("Close and _Discard"),
                                         .is_destructive = TRUE },
                      self->cancellable, close_answered_cb, g_object_ref (self));
}

static void
unfinished_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;

  if (galley_dialogs_ask_finish (result) != GALLEY_ANSWER_ACCEPT)
    return;

  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask_about_unfinished (GalleyWindow *self, guint n)
{
  g_autofree char *body = g_strdup_printf (
      ngettext ("You began to fill in a source for %u claim and did not add it. What you typed "
                "will be lost if you close now.",
                "You began to fill in sources for %u claims and did not add them. What you typed "
                "will be lost if you close now.",
                n),
      n);

  galley_dialogs_ask (GTK_WINDOW (self),
                      &(GalleyQuestion){ .heading = _ ("Close With Unfinished Sources?"),
                                         .body = body,
                                         .cancel = _ ("_Cancel"),
                                         .accept = _ ("Close and _Discard"),
                                         .is_destructive = TRUE },
                      self->cancellable, unfinished_answered_cb, g_object_ref (self));
}

/**
 * galley_window_try_close:
 *
 * Saves what is not saved yet. The window closes by itself when that is done; if something could
 * not be saved, or was begun and not finished, a person is asked.
 *
 * Returns: whether the window may close now
 */
gboolean
galley_window_try_close (GalleyWindow *self)
{
  guint n_unfinished = galley_claim_panel_count_unfinished (self->claim_panel);

  if (self->may_close || self->saver == NULL)
    return TRUE;
  galley_window_close_session (self);

  self->is_closing = galley_saver_get_n_running (self->saver) > 0;
  if (self->is_closing)
    return FALSE;
  if (galley_saver_get_n_failed (self->saver) > 0)
    {
      ask_before_closing (self);
      return FALSE;
    }
  if (n_unfinished > 0)
    {
      ask_about_unfinished (self, n_unfinished);
      return FALSE;
    }

  return TRUE;
}

/**
 * galley_window_add_saving_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_saving_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "undo", .activate = undo_action },
    { .name = "redo", .activate = redo_action },
    { .name = "undo-unit", .activate = undo_unit_action, .parameter_type = "(ss)" },
    { .name = "purge", .activate = purge_action, .parameter_type = "s" },
    { .name = "retry-save", .activate = retry_action },
    { .name = "discard-unsaved", .activate = discard_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
