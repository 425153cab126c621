/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-article-places.h"
#include "galley-draft-dialog.h"
#include "galley-file-picker.h"
#include "galley-import.h"
#include "galley-novelty.h"
#include "galley-place-verbs.h"
#include "galley-tray-words.h"

#include <glib/gi18n.h>

/* A new draft of the article: from where it comes, what is done with it, and what is done about the
 * claims whose words it has changed or not got any more. */

static void
made_action_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autoptr (GalleyAction) action = g_task_propagate_pointer (G_TASK (result), NULL);

  if (action != NULL && self->saver != NULL)
    galley_window_perform (self, action, _ ("New draft imported"));
}

static void
make_action_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, galley_redraft_make_action (source),
                         (GDestroyNotify) galley_action_unref);
}

/* With many claims, even to write down what is to be done takes a while. */
static void
import_cb (GalleyWindow *self, GalleyRedraft *redraft, GalleyDraftDialog *dialog)
{
  GalleyDocument *document = galley_redraft_get_new (redraft);
  g_autoptr (GTask) task =
      g_task_new (redraft, self->cancellable, made_action_cb, g_object_ref (self));

  galley_window_note_origin (galley_redraft_get_article_id (redraft),
                             galley_draft_dialog_get_origin (dialog),
                             galley_document_get_original_sha256 (document));
  g_task_run_in_thread (task, make_action_in_thread);
}

/* The dialog is there at once, and what it waits for is read meanwhile. */
static GalleyDraftDialog *
open_dialog (GalleyWindow *self)
{
  GalleyDraftDialog *dialog;

  galley_window_flush (self);
  dialog = galley_draft_dialog_new (GTK_WINDOW (self), self->check);
  g_signal_connect_object (dialog, "import", G_CALLBACK (import_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

static void
show_document (GalleyDraftDialog *dialog, GalleyDocument *document, const GError *error)
{
  /* The dialog was closed meanwhile. */
  if (g_cancellable_is_cancelled (galley_draft_dialog_get_cancellable (dialog)))
    return;

  if (document != NULL)
    galley_draft_dialog_compare (dialog, document);
  else
    galley_draft_dialog_fail (dialog, error->message);
}

static void
read_file_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyDraftDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = galley_import_file_finish (result, &error);

  show_document (dialog, document, error);
}

/**
 * galley_window_import_draft:
 * @file: what may become a new draft of the article
 *
 * Shows what would become of the article.
 */
void
galley_window_import_draft (GalleyWindow *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GalleyDraftDialog *dialog;

  if (self->check == NULL || galley_window_refuse_signed (self))
    return;
  dialog = open_dialog (self);
  galley_draft_dialog_set_origin (dialog, uri);
  galley_import_file_async (file, galley_draft_dialog_get_cancellable (dialog), read_file_cb,
                            g_object_ref (dialog));
}

static void
picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autoptr (GFile) file = galley_file_picker_open_finish (result, NULL);

  if (file != NULL)
    galley_window_import_draft (self, file);
}

static void
import_draft_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_file_picker_open (GTK_WINDOW (self), _ ("Import New Draft"), self->cancellable, picked_cb,
                           g_object_ref (self));
}

static void
import_draft_uri_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  galley_window_import_draft (user_data, file);
}

static void
read_bytes_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GalleyDraftDialog *dialog = GALLEY_DRAFT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = g_task_propagate_pointer (G_TASK (result), &error);

  show_document (dialog, document, error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GalleyDocument *document = galley_import_bytes (data, "pasted.txt", &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autofree char *text =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, /* error= */ NULL);
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autoptr (GTask) task = NULL;
  GalleyDraftDialog *dialog;

  if (self->check == NULL || g_cancellable_is_cancelled (self->cancellable) ||
      galley_window_refuse_signed (self))
    return;
  if (*stripped == '\0')
    {
      galley_window_say (self, _ ("There is no text to paste"));
      return;
    }

  dialog = open_dialog (self);
  task = g_task_new (dialog, galley_draft_dialog_get_cancellable (dialog), read_bytes_cb, NULL);
  g_task_set_task_data (task, g_bytes_new (text, strlen (text)), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static void
paste_draft_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable,
                                 pasted_cb, g_object_ref (self));
}

static void
relink_cb (GalleyWindow *self, const char *claim_id)
{
  g_autoptr (GalleyAction) action = NULL;
  GalleyRange range;

  if (self->check == NULL || self->load != NULL)
    return;
  if (!galley_article_view_get_selection (self->article_view, &range))
    {
      galley_window_say (self, _ ("Select the words in the article that the claim is about now"));
      gtk_window_present (GTK_WINDOW (self));
      return;
    }

  action = galley_verb_relink (claim_id, galley_check_get_document (self->check), range,
                               /* keeps_verdict= */ FALSE);
  galley_window_perform (self, action, _ ("Claim re-linked"));
}

static void
put_back_cb (GalleyWindow *self, const char *claim_id)
{
  GalleyClaim *claim = self->check != NULL
                           ? galley_claim_list_find (galley_check_get_tray (self->check), claim_id)
                           : NULL;
  g_autoptr (GalleyAction) action = NULL;
  GalleyRange range;

  if (claim == NULL || self->load != NULL || !galley_tray_words_find (self->check, claim, &range))
    return;

  action = galley_verb_relink (claim_id, galley_check_get_document (self->check), range,
                               /* keeps_verdict= */ FALSE);
  galley_window_perform (self, action, _ ("Claim re-linked"));
}

/* Shows one place after the other that has the words of a claim, to re-link it to one of them. */
static void
next_place_cb (GalleyWindow *self, const char *claim_id)
{
  GalleyClaim *claim = self->check != NULL
                           ? galley_claim_list_find (galley_check_get_tray (self->check), claim_id)
                           : NULL;
  GalleyFormer *former = claim != NULL ? galley_claim_get_former (claim) : NULL;

  if (former != NULL && self->load == NULL)
    galley_article_places_next (self->article_view, galley_check_get_document (self->check),
                                former->quote);
}

static void
retire_cb (GalleyWindow *self, const char *claim_id)
{
  g_autoptr (GalleyAction) action = galley_verb_retire ((const char *[]){ claim_id, NULL });

  galley_window_perform (self, action, _ ("Claim retired"));
}

static void
tray_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  if (self->tray == NULL)
    {
      self->tray = galley_tray_dialog_new (GTK_WINDOW (self), self->check);
      g_object_add_weak_pointer (G_OBJECT (self->tray), (gpointer *) &self->tray);
      g_signal_connect_object (self->tray, "relink", G_CALLBACK (relink_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->tray, "put-back", G_CALLBACK (put_back_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->tray, "next-place", G_CALLBACK (next_place_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->tray, "retire", G_CALLBACK (retire_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (self->tray));
}

/* Of the claims that are selected in the list, else of the chosen one, those that were decided on
 * other words. */
static GPtrArray *
list_with_former (GalleyWindow *self)
{
  g_autoptr (GPtrArray) selected = galley_window_list_selected (self);
  GalleyClaim *chosen = galley_window_get_claim (self);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  guint n = selected != NULL ? selected->len : chosen != NULL;

  for (guint i = 0; i < n; i++)
    {
      GalleyClaim *claim = selected != NULL ? g_ptr_array_index (selected, i) : chosen;

      if (galley_claim_get_former (claim) != NULL)
        g_ptr_array_add (ids, g_strdup (galley_claim_get_id (claim)));
    }

  return ids;
}

/**
 * galley_window_has_former:
 *
 * Returns: whether there is a claim whose former verdict could be kept
 */
gboolean
galley_window_has_former (GalleyWindow *self)
{
  g_autoptr (GPtrArray) selected = galley_window_list_selected (self);
  GalleyClaim *chosen = galley_window_get_claim (self);

  for (guint i = 0; selected != NULL && i < selected->len; i++)
    if (galley_claim_get_former (g_ptr_array_index (selected, i)) != NULL)
      return TRUE;

  return selected == NULL && chosen != NULL && galley_claim_get_former (chosen) != NULL;
}

static void
keep_verdict_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  g_autoptr (GPtrArray) ids = list_with_former (self);
  g_autoptr (GalleyAction) keep = NULL;
  g_autofree char *toast = NULL;

  if (ids->len == 0)
    {
      galley_window_say (self, _ ("This claim has no former verdict"));
      return;
    }

  if (ids->len > 1)
    toast = g_strdup_printf (
        ngettext ("%u former verdict kept", "%u former verdicts kept", ids->len), ids->len);
  g_ptr_array_add (ids, NULL);
  keep = galley_verb_keep_verdict ((const char *const *) ids->pdata);
  galley_window_perform (self, keep, toast);
}

/* The first claim behind @caret whose words were changed and not checked since, else the first. */
static GalleyClaim *
find_changed (GalleyWindow *self, guint caret)
{
  GalleyClaimList *claims = galley_check_get_claims (self->check);
  GalleyClaim *first = NULL;

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);

      if (galley_claim_get_former (claim) == NULL)
        continue;
      if (galley_claim_get_range (claim).start > caret)
        return claim;
      if (first == NULL)
        first = claim;
    }

  return first;
}

static void
next_changed_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  GalleyClaim *claim = find_changed (self, galley_article_view_get_caret (self->article_view));

  if (claim == NULL)
    {
      galley_window_say (self, _ ("No claim waits to be checked again"));
      return;
    }
  galley_article_view_set_caret (self->article_view, galley_claim_get_range (claim).start);
  galley_article_view_set_current_claim (self->article_view, claim);
}

static void
next_new_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  GalleyRange range;

  if (!galley_novelty_find_next (self->check, galley_article_view_get_caret (self->article_view),
                                 &range))
    {
      galley_window_say (self, _ ("No sentence is new in this draft and unmarked"));
      return;
    }
  galley_article_view_set_current_claim (self->article_view, NULL);
  galley_article_view_set_caret (self->article_view, range.start);
}

static void
found_new_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyCheck) check = user_data;
  g_autoptr (GArray) words = galley_novelty_find_finish (result, /* error= */ NULL);

  if (words != NULL && words->len > 0)
    galley_check_set_new_words (check, words);
}

/**
 * galley_window_show_tray:
 *
 * Says how many claims the present draft has changed, and how many it has no words for.
 */
void
galley_window_show_tray (GalleyWindow *self)
{
  guint n_changed =
      self->check != NULL
          ? galley_claim_list_get_n_with_former (galley_check_get_claims (self->check))
          : 0;
  guint n_waiting = self->check != NULL ? galley_check_get_n_waiting (self->check) : 0;
  guint n_new = self->check != NULL ? galley_novelty_count (self->check) : 0;
  /* Translators: how many claims are to be checked again because their words were changed. */
  g_autofree char *changed =
      g_strdup_printf (ngettext ("%u changed", "%u changed", n_changed), n_changed);
  /* Translators: how many sentences are new in the present draft and not marked yet. */
  g_autofree char *fresh =
      g_strdup_printf (ngettext ("%u new sentence", "%u new sentences", n_new), n_new);
  /* Translators: how many claims have no words in the present draft. */
  g_autofree char *waiting =
      g_strdup_printf (ngettext ("%u in the tray", "%u in the tray", n_waiting), n_waiting);

  gtk_button_set_label (GTK_BUTTON (self->changed_button), changed);
  gtk_widget_set_visible (self->changed_button, n_changed > 0);
  gtk_button_set_label (GTK_BUTTON (self->new_button), fresh);
  gtk_widget_set_visible (self->new_button, n_new > 0);
  gtk_button_set_label (GTK_BUTTON (self->tray_button), waiting);
  gtk_widget_set_visible (self->tray_button, n_waiting > 0);
}

/**
 * galley_window_renew_tray:
 *
 * Another article is shown, or another draft of it.
 */
void
galley_window_renew_tray (GalleyWindow *self)
{
  galley_window_close_intake (self);
  if (self->check != NULL && self->desk != NULL)
    galley_novelty_find_async (self->desk, self->check, self->cancellable, found_new_cb,
                               g_object_ref (self->check));
  galley_window_show_tray (self);
  if (self->tray != NULL && self->check != NULL)
    galley_tray_dialog_set_check (self->tray, self->check);
  else if (self->tray != NULL)
    gtk_window_close (GTK_WINDOW (self->tray));
}

/**
 * galley_window_add_draft_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_draft_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "import-draft", .activate = import_draft_action },
    { .name = "import-draft-uri", .activate = import_draft_uri_action, .parameter_type = "s" },
    { .name = "paste-draft", .activate = paste_draft_action },
    { .name = "tray", .activate = tray_action },
    { .name = "keep-verdict", .activate = keep_verdict_action },
    { .name = "next-changed", .activate = next_changed_action },
    { .name = "next-new", .activate = next_new_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
