/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-evidence-list.h"

#include "galley-evidence-drafts.h"
#include "galley-evidence-form.h"
#include "galley-evidence-row.h"
#include "galley-fetch.h"
#include "galley-form-dialog.h"
#include "galley-popup-in-sight.h"
#include "galley-record-verbs.h"
#include "galley-source-form.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many are shown at once; the panel is to open at once. */
#define N_SHOWN 6

/* What is longer, in bytes, was not copied to be a passage. */
#define MAX_PASSAGE_BYTES 4000

/**
 * GalleyEvidenceList:
 *
 * The sources that are used for a claim, and the form to use another one.
 *
 * What was filled in stays in the form until the claim has it: a source that could not be saved
 * does not have to be typed again. It belongs to the claim that it was filled in for: it is put
 * aside while another one is shown, and is there again with its own.
 */
struct _GalleyEvidenceList
{
  AdwBin parent_instance;

  GalleyClaim *claim;           /* nullable */
  GalleyEvidenceDrafts *drafts; /* what was filled in, but for what stands in the form */
  char *title;                  /* nullable: what is to be filled in when the form is shown */
  char *address;                /* nullable: likewise */
  char *passage;                /* nullable: likewise */
  GCancellable *cancellable;    /* of what is done for @claim */
  gboolean is_all_shown;

  /* from the template */
  GtkListBox *rows;
  GtkButton *others;
  GtkMenuButton *add_button;
  GtkPopover *popover;
  GalleyEvidenceForm *form;
  GtkLabel *problem;
  GtkWidget *busy;
  GtkWidget *unfinished;
};

enum
{
  PERFORM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyEvidenceList, galley_evidence_list, ADW_TYPE_BIN)

/* To make a row costs many times what it costs to show something else in it. */
static void
show_row (GalleyEvidenceList *self, guint position, GalleyEvidence *evidence)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, position);
  gboolean is_new = row == NULL;

  if (is_new)
    {
      row = GTK_LIST_BOX_ROW (gtk_list_box_row_new ());
      gtk_list_box_row_set_child (row, g_object_new (GALLEY_TYPE_EVIDENCE_ROW, NULL));
      gtk_list_box_row_set_activatable (row, FALSE);
    }
  galley_evidence_row_show (GALLEY_EVIDENCE_ROW (gtk_list_box_row_get_child (row)), evidence);
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  evidence->source->texts[GALLEY_SOURCE_TITLE], -1);
  if (is_new)
    gtk_list_box_append (self->rows, GTK_WIDGET (row));
}

/* Rows that are not needed wait for the next claim, but for those of a claim with very many. */
static void
hide_rows (GalleyEvidenceList *self, guint n_shown)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, MAX (n_shown, N_SHOWN))) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = n_shown; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
}

/* Shows the latest of @evidence, or all of it. What undermines the claim is never out of sight. */
static void
fill (GalleyEvidenceList *self, GPtrArray *evidence)
{
  guint n = evidence != NULL ? evidence->len : 0, n_shown = 0;
  guint first = self->is_all_shown || n <= N_SHOWN ? 0 : n - N_SHOWN;
  g_autofree char *label = NULL;
  guint n_hidden;

  for (guint i = 0; i < n; i++)
    {
      GalleyEvidence *item = g_ptr_array_index (evidence, i);

      if (i >= first || item->stance == GALLEY_STANCE_CONTRADICTS)
        show_row (self, n_shown++, item);
    }
  hide_rows (self, n_shown);

  n_hidden = n - n_shown;
  label = g_strdup_printf (ngettext ("Show %u Earlier Source", "Show %u Earlier Sources", n_hidden),
                           n_hidden);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n > 0);
  gtk_button_set_label (self->others, label);
  gtk_widget_set_visible (GTK_WIDGET (self->others), n_hidden > 0);
}

/* Says that there is something in the form while it cannot be seen. */
static void
show_unfinished (GalleyEvidenceList *self)
{
  gtk_widget_set_visible (self->unfinished, !gtk_widget_get_visible (GTK_WIDGET (self->popover)) &&
                                                !galley_evidence_form_is_empty (self->form));
}

static void
form_closed_cb (GalleyEvidenceList *self)
{
  show_unfinished (self);
}

/* What was handed over is there, or given up. What was typed since stays. */
static void
settle (GalleyEvidenceList *self, const char *evidence_id)
{
  GalleySentEvidence *sent = galley_evidence_drafts_find_sent (self->drafts, evidence_id);
  const char *id = self->claim != NULL ? galley_claim_get_id (self->claim) : NULL;

  if (sent == NULL)
    return;

  if (g_strcmp0 (sent->claim_id, id) == 0)
    {
      g_autoptr (GalleyEvidenceDraft) draft = galley_evidence_form_save_draft (self->form);

      if (draft != NULL && galley_evidence_draft_is_equal (draft, sent->draft))
        galley_evidence_form_clear (self->form);
      show_unfinished (self);
    }
  galley_evidence_drafts_settle (self->drafts, evidence_id);
}

static void
update (GalleyEvidenceList *self)
{
  GPtrArray *evidence = self->claim != NULL ? galley_claim_get_evidence (self->claim) : NULL;

  fill (self, evidence);
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    settle (self, ((GalleyEvidence *) g_ptr_array_index (evidence, i))->id);
}

static void
show_others_cb (GalleyEvidenceList *self)
{
  self->is_all_shown = TRUE;
  update (self);
}

/* Another try takes the place of the one that failed. */
static void
withdraw (GalleyEvidenceList *self, const GalleyEvidenceDraft *draft)
{
  GalleyLogBook *log_book = galley_log_book_find_for (GTK_WIDGET (self));
  g_autoptr (GalleyAction) failed =
      galley_evidence_drafts_take_failed (self->drafts, galley_claim_get_id (self->claim), draft);

  if (failed != NULL && log_book != NULL)
    galley_saver_withdraw (galley_log_book_get_saver (log_book), failed);
}

static void
submitted_cb (GalleyEvidenceList *self)
{
  const char *id = self->claim != NULL ? galley_claim_get_id (self->claim) : NULL;
  g_autoptr (GalleyAction) action = NULL;
  GalleyEvidenceDraft *draft;
  GalleyChange *change;

  if (id == NULL)
    return;
  action = galley_evidence_form_make_action (self->form, id);
  if (action == NULL)
    return;

  change = g_ptr_array_index (action->changes, action->changes->len - 1);
  draft = galley_evidence_form_save_draft (self->form);
  withdraw (self, draft);
  galley_evidence_drafts_send (self->drafts, change->subject_id, id, draft, action);
  gtk_menu_button_popdown (self->add_button);
  g_signal_emit (self, signals[PERFORM], 0, action);
}

static void
forget_proposal (GalleyEvidenceList *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->passage, g_free);
}

/* The form hangs on its button, which may be anywhere in what is scrolled. */
static void
open_form (GalleyEvidenceList *self)
{
  galley_popup_in_sight (self->add_button);
}

static void
form_shown_cb (GalleyEvidenceList *self)
{
  gboolean is_busy = FALSE;

  galley_evidence_form_set_log_book (self->form, galley_log_book_find_for (GTK_WIDGET (self)));
  galley_evidence_form_start (self->form, self->claim);
  if (self->title != NULL || self->address != NULL || self->passage != NULL)
    is_busy = !galley_evidence_form_propose (self->form, self->title, self->address, self->passage);
  gtk_widget_set_visible (self->busy, is_busy && self->title != NULL);
  gtk_widget_set_visible (
      GTK_WIDGET (self->problem),
      self->claim != NULL &&
          galley_evidence_drafts_has_failed (self->drafts, galley_claim_get_id (self->claim)));
  forget_proposal (self);
  show_unfinished (self);
}

static void
remove_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GalleyAction) action =
      galley_verb_remove_evidence (g_variant_get_string (parameter, NULL));

  g_signal_emit (widget, signals[PERFORM], 0, action);
}

static GalleyAction *
make_change (GtkWidget *form)
{
  return galley_evidence_form_make_action (GALLEY_EVIDENCE_FORM (form), /* claim_id= */ NULL);
}

static void
edit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyEvidenceList *self = GALLEY_EVIDENCE_LIST (widget);
  GPtrArray *list = self->claim != NULL ? galley_claim_get_evidence (self->claim) : NULL;
  GalleyEvidence *evidence = galley_evidence_find (list, g_variant_get_string (parameter, NULL));
  GalleyLogBook *log_book = galley_log_book_find_for (widget);
  GalleyEvidenceForm *form;

  if (evidence == NULL || log_book == NULL)
    return;

  form = g_object_new (GALLEY_TYPE_EVIDENCE_FORM, NULL);
  galley_evidence_form_edit (form, evidence);
  gtk_window_present (GTK_WINDOW (galley_form_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), evidence->source->texts[GALLEY_SOURCE_TITLE],
      GTK_WIDGET (form), galley_log_book_get_saver (log_book), make_change)));
}

static void
edit_source_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyLogBook *log_book = galley_log_book_find_for (widget);
  GalleySource *source =
      log_book != NULL ? galley_log_book_find (log_book, g_variant_get_string (parameter, NULL))
                       : NULL;

  if (source != NULL)
    galley_source_form_open (GTK_WINDOW (gtk_widget_get_root (widget)), log_book, source);
}

static void
galley_evidence_list_dispose (GObject *object)
{
  GalleyEvidenceList *self = GALLEY_EVIDENCE_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_EVIDENCE_LIST);
  g_clear_object (&self->claim);
  g_clear_pointer (&self->drafts, galley_evidence_drafts_free);
  forget_proposal (self);

  G_OBJECT_CLASS (galley_evidence_list_parent_class)->dispose (object);
}

static void
galley_evidence_list_class_init (GalleyEvidenceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_evidence_list_dispose;

  /**
   * GalleyEvidenceList::perform:
   * @action: a #GalleyAction
   *
   * Somebody wants this to be done.
   */
  signals[PERFORM] = g_signal_new ("perform", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_ACTION);

  g_type_ensure (GALLEY_TYPE_EVIDENCE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/evidence-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceList, rows);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceList, others);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceList, add_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceList, form);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceList, problem);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceList, busy);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceList, popover);
  gtk_widget_class_bind_template_child (widget_class, GalleyEvidenceList, unfinished);
  gtk_widget_class_bind_template_callback (widget_class, show_others_cb);
  gtk_widget_class_bind_template_callback (widget_class, submitted_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_form);
  gtk_widget_class_install_action (widget_class, "evidence.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "evidence.edit-source", "s", edit_source_cb);
  gtk_widget_class_install_action (widget_class, "evidence.remove", "s", remove_cb);
}

static void
galley_evidence_list_init (GalleyEvidenceList *self)
{
  self->drafts = galley_evidence_drafts_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/* What was begun for the claim before must not be done for another one. */
static void
stop (GalleyEvidenceList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  galley_popup_in_sight_stop (self->add_button);
  forget_proposal (self);
  gtk_menu_button_popdown (self->add_button);
}

/* Puts aside what is filled in for the claim that is shown. */
static void
put_aside (GalleyEvidenceList *self)
{
  if (self->claim == NULL)
    return;

  galley_evidence_drafts_keep (self->drafts, galley_claim_get_id (self->claim),
                               galley_evidence_form_save_draft (self->form));
  galley_evidence_form_clear (self->form);
}

static void
take_up (GalleyEvidenceList *self)
{
  const GalleyEvidenceDraft *draft =
      galley_evidence_drafts_find (self->drafts, galley_claim_get_id (self->claim));

  if (draft != NULL)
    galley_evidence_form_restore_draft (self->form, draft);
}

/**
 * galley_evidence_list_set_claim:
 * @claim: (nullable): whose sources to show
 */
void
galley_evidence_list_set_claim (GalleyEvidenceList *self, GalleyClaim *claim)
{
  g_return_if_fail (GALLEY_IS_EVIDENCE_LIST (self));

  if (self->claim == claim)
    return;

  stop (self);
  put_aside (self);
  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  g_set_object (&self->claim, claim);
  self->is_all_shown = FALSE;
  if (claim != NULL)
    {
      galley_evidence_form_set_log_book (self->form, galley_log_book_find_for (GTK_WIDGET (self)));
      take_up (self);
      g_signal_connect_swapped (claim, "notify::evidence", G_CALLBACK (update), self);
    }
  update (self);
  show_unfinished (self);
}

/**
 * galley_evidence_list_set_read_only:
 * @is_read_only: whether the evidence can only be read. The sources themselves belong to the log,
 *   and can be changed there
 *
 * What somebody began to fill in stays there.
 */
void
galley_evidence_list_set_read_only (GalleyEvidenceList *self, gboolean is_read_only)
{
  g_return_if_fail (GALLEY_IS_EVIDENCE_LIST (self));

  if (is_read_only)
    gtk_menu_button_popdown (self->add_button);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), !is_read_only);
  gtk_widget_set_sensitive (self->unfinished, !is_read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.edit", !is_read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.remove", !is_read_only);
}

/**
 * galley_evidence_list_set_failed:
 * @change: something that was done, here or elsewhere
 * @is_failed: whether it could not be saved
 *
 * Opens the form again if it is what is in there. Of another claim, it is there with that one.
 */
void
galley_evidence_list_set_failed (GalleyEvidenceList *self, GalleyChange *change, gboolean is_failed)
{
  GalleySentEvidence *sent;

  g_return_if_fail (GALLEY_IS_EVIDENCE_LIST (self));

  sent = galley_evidence_drafts_find_sent (self->drafts, change->subject_id);
  if (sent == NULL)
    return;
  if (!is_failed)
    {
      settle (self, change->subject_id);
      return;
    }

  sent->is_failed = TRUE;
  if (self->claim != NULL && g_str_equal (sent->claim_id, galley_claim_get_id (self->claim)))
    open_form (self);
}

/**
 * galley_evidence_list_count_unfinished:
 *
 * Returns: for how many claims somebody began to fill in a source and did not add it
 */
guint
galley_evidence_list_count_unfinished (GalleyEvidenceList *self)
{
  guint n;

  g_return_val_if_fail (GALLEY_IS_EVIDENCE_LIST (self), 0);

  n = galley_evidence_drafts_count (self->drafts);
  if (self->claim != NULL &&
      galley_evidence_drafts_find (self->drafts, galley_claim_get_id (self->claim)) != NULL)
    n--;

  return n + (self->claim != NULL && !galley_evidence_form_is_empty (self->form));
}

/**
 * galley_evidence_list_offer:
 * @copied: words that somebody copied in another program
 *
 * Fills an address into the form, or what may be a passage, and opens it. Anything else is left
 * alone, and so is a form that somebody began to fill in.
 */
void
galley_evidence_list_offer (GalleyEvidenceList *self, const char *copied)
{
  g_autofree char *words = g_strstrip (g_strdup (copied));

  g_return_if_fail (GALLEY_IS_EVIDENCE_LIST (self));

  if (self->claim == NULL)
    return;
  forget_proposal (self);
  if (galley_fetch_is_address (words))
    self->address = g_steal_pointer (&words);
  else if (*words != '\0' && strlen (words) <= MAX_PASSAGE_BYTES)
    self->passage = g_steal_pointer (&words);
  open_form (self);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyEvidenceList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    galley_evidence_list_offer (self, text != NULL ? text : "");
}

/**
 * galley_evidence_list_add:
 *
 * Opens the form, with what was copied in another program: an address, or a passage. What was
 * copied here is no passage of a source.
 */
void
galley_evidence_list_add (GalleyEvidenceList *self)
{
  GdkClipboard *clipboard;
  GdkContentFormats *formats;

  g_return_if_fail (GALLEY_IS_EVIDENCE_LIST (self));

  if (self->claim == NULL)
    return;

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  formats = gdk_clipboard_get_formats (clipboard);
  if (gdk_clipboard_is_local (clipboard) ||
      !gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    open_form (self);
  else
    gdk_clipboard_read_text_async (clipboard, self->cancellable, copied_cb, g_object_ref (self));
}

/**
 * galley_evidence_list_propose:
 * @title: what the source could be called
 * @address: (nullable): where it is
 *
 * Opens the form with a source filled in; somebody decides what comes of it. If the form holds
 * another one already, it says so and stays as it is.
 */
void
galley_evidence_list_propose (GalleyEvidenceList *self, const char *title, const char *address)
{
  g_return_if_fail (GALLEY_IS_EVIDENCE_LIST (self) && title != NULL);

  if (self->claim == NULL)
    return;

  forget_proposal (self);
  self->title = g_strdup (title);
  self->address = g_strdup (address);
  open_form (self);
}
