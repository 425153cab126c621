/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-dialogs.h"
#include "galley-plain.h"
#include "galley-sign-off-dialog.h"
#include "galley-sign-off-verbs.h"
#include "galley-sign-off-words.h"
#include "galley-weak.h"

#include <glib/gi18n.h>

/* Signing the open article and opening it again. An article that is signed says so in a bar; what
 * would change it is refused here already, with a way to reopen it, and in any case by the library.
 */

/* What can't be done then; sessions and second readings are no part of what was signed. */
static const char *const frozen_actions[] = {
  "confirm",
  "dispute",
  "pending",
  "mark",
  "mark-all",
  "dismiss-opinion",
  "dismiss-not-checkable",
  "delete-claim",
  "star",
  "high-priority",
  "low-priority",
  "edit-category",
  "edit-reason",
  "edit-note",
  "write-note",
  "add-source",
  "add-query",
  "extend-end",
  "shrink-end",
  "extend-start",
  "shrink-start",
  "fit-claim",
  "repeat-verdict",
  "keep-verdict",
  "import-draft",
  "import-draft-uri",
  "paste-draft",
  "import-annotations",
  "import-annotations-uri",
  "undo",
  "redo",
  NULL,
};

/* Who reads second changes nothing that is signed, and is not told what the signature says of it.
 */
static gboolean
is_signed (GalleyWindow *self)
{
  return self->check != NULL && !galley_window_is_blind (self) &&
         galley_article_is_signed (galley_check_get_article (self->check));
}

/**
 * galley_window_is_frozen:
 *
 * Returns: whether the open article is signed off and its check can only be read. A second reader's
 *   verdicts are none of it.
 */
gboolean
galley_window_is_frozen (GalleyWindow *self)
{
  return is_signed (self);
}

/**
 * galley_window_refuse_signed:
 *
 * Says so if the open article is signed off, and offers to reopen it.
 *
 * Returns: whether nothing about it can be changed
 */
gboolean
galley_window_refuse_signed (GalleyWindow *self)
{
  AdwToast *toast;

  if (!galley_window_is_frozen (self))
    return FALSE;

  toast = galley_plain_toast_new (_ ("This article is signed off"));
  adw_toast_set_timeout (toast, 5);
  adw_toast_set_button_label (toast, _ ("_Reopen…"));
  adw_toast_set_action_name (toast, "win.reopen");
  galley_window_show_toast (self, toast);
  return TRUE;
}

/**
 * galley_window_freezes:
 * @action: name of an action of the window, without its prefix
 *
 * Returns: whether it can't be done because the open article is signed off
 */
gboolean
galley_window_freezes (GalleyWindow *self, const char *action)
{
  return galley_window_is_frozen (self) && g_strv_contains (frozen_actions, action);
}

/**
 * galley_window_keep_signed:
 * @article: an article that is to be taken out of the library
 *
 * Returns: whether it stays, because it is signed off
 */
gboolean
galley_window_keep_signed (GalleyWindow *self, GalleyArticle *article)
{
  if (!galley_article_is_signed (article))
    return FALSE;

  galley_window_say (self, _ ("This article is signed off, so it stays until it is reopened"));
  return TRUE;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = galley_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sign_offs =
      galley_desk_list_sign_offs_finish (GALLEY_DESK (source), result, &error);
  g_autofree char *sentence = sign_offs != NULL ? galley_sign_off_words_describe (sign_offs) : NULL;

  if (self == NULL || !is_signed (self) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_label_set_label (self->sign_off_label, sentence != NULL ? sentence : _ ("Signed off"));
}

static void
update_actions (GalleyWindow *self)
{
  GAction *sign_off = g_action_map_lookup_action (G_ACTION_MAP (self), "sign-off");
  GAction *reopen = g_action_map_lookup_action (G_ACTION_MAP (self), "reopen");
  gboolean is_first = self->check != NULL && !galley_window_is_blind (self);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (sign_off), is_first);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (reopen), is_first && is_signed (self));
}

/**
 * galley_window_show_sign_offs:
 *
 * Another article is shown, or something may have been done about it: says who has signed it, if
 * anybody has, and whether it can be signed and reopened.
 */
void
galley_window_show_sign_offs (GalleyWindow *self)
{
  g_cancellable_cancel (self->list_sign_offs);
  g_clear_object (&self->list_sign_offs);
  update_actions (self);
  gtk_revealer_set_reveal_child (self->sign_off_revealer, is_signed (self));
  if (!is_signed (self))
    return;

  if (*gtk_label_get_label (self->sign_off_label) == '\0')
    gtk_label_set_label (self->sign_off_label, _ ("Signed off"));
  self->list_sign_offs = g_cancellable_new ();
  galley_desk_list_sign_offs_async (self->desk, self->article_id, self->list_sign_offs, listed_cb,
                                    galley_weak_new (self));
}

static void
show_words_cb (GalleyWindow *self, guint start, GalleySignOffDialog *dialog)
{
  if (self->check == NULL)
    return;

  gtk_window_present (GTK_WINDOW (self));
  galley_article_view_set_caret (self->article_view, start);
  gtk_widget_grab_focus (GTK_WIDGET (self->article_view));
}

/* Whether the dialog is there, with what somebody has written, while they fill a gap. */
static gboolean
is_signing (GalleyWindow *self)
{
  return self->sign_off != NULL &&
         g_strcmp0 (galley_sign_off_dialog_get_article_id (GALLEY_SIGN_OFF_DIALOG (self->sign_off)),
                    self->article_id) == 0;
}

/* It is about one article: another one takes its place. The same key that opened it leads back to
 * it. */
static void
sign_off_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  GalleySignOffDialog *dialog;

  galley_window_flush (self);
  if (is_signing (self))
    {
      gtk_window_present (self->sign_off);
      return;
    }
  if (self->sign_off != NULL)
    gtk_window_destroy (self->sign_off);
  dialog = galley_sign_off_dialog_new (GTK_WINDOW (self), self->log_book, self->article_id);
  g_signal_connect_object (dialog, "show-words", G_CALLBACK (show_words_cb), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->sign_off, GTK_WINDOW (dialog));
  gtk_window_present (self->sign_off);
}

static gboolean
is_reason (const char *text)
{
  return *text != '\0';
}

static void
reason_given_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GalleyWindow *self = g_task_get_source_object (task);
  const char *article_id = g_task_get_task_data (task);
  g_autofree char *reason = galley_dialogs_ask_text_finish (result);
  g_autoptr (GalleyAction) action = reason != NULL ? galley_verb_reopen (article_id, reason) : NULL;

  if (action != NULL && self->saver != NULL)
    galley_saver_perform (self->saver, action, NULL, NULL, NULL);
}

static void
reopen_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  GTask *task = g_task_new (self, NULL, NULL, NULL);

  g_task_set_task_data (task, g_strdup (self->article_id), g_free);
  galley_dialogs_ask_text (
      GTK_WINDOW (self),
      &(GalleyQuestion){ .heading = _ ("Reason for Reopening"),
                         .body = _ ("All sign-offs of this article end. Who signed, and why it was "
                                    "reopened, stays in its reports."),
                         .cancel = _ ("_Cancel"),
                         .accept = _ ("_Reopen") },
      /* initial_text= */ NULL, is_reason, self->cancellable, reason_given_cb, task);
}

/**
 * galley_window_add_sign_off_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_sign_off_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "sign-off", .activate = sign_off_action },
    { .name = "reopen", .activate = reopen_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  update_actions (self);
}
