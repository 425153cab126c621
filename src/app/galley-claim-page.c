/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-page.h"

#include "galley-claim-history.h"
#include "galley-claim-thread.h"
#include "galley-claim-words.h"
#include "galley-disagreement-bar.h"
#include "galley-evidence-list.h"
#include "galley-former-bar.h"
#include "galley-look.h"
#include "galley-note-list.h"
#include "galley-prompt-buttons.h"
#include "galley-query-list.h"
#include "galley-repeat-list.h"
#include "galley-verbs.h"
#include "galley-wrap-box.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/* A longer quote is cut; in code points. */
#define MAX_QUOTE 600

/**
 * GalleyClaimPage:
 *
 * Everything about one claim, to read and to edit in place.
 */
struct _GalleyClaimPage
{
  AdwBin parent_instance;

  GalleyCheck *check; /* nullable */
  GalleyClaim *claim; /* nullable */
  const GalleyRequirements
      *requirements;           /* (nullable) what the desk wants, as far as it is known */
  GSimpleActionGroup *actions; /* "claim" */

  /* from the template */
  GtkScrolledWindow *scroller;
  GtkLabel *quote;
  GtkWidget *verdicts;
  GtkLabel *checked;
  GtkLabel *missing;
  GalleyRepeatList *repeats;
  GalleyNoteList *notes;
  GalleyClaimRecord *record;
  GtkLabel *blind_sources;
  GtkWidget *rest; /* what a second reader is not shown */
  GalleyEvidenceList *sources;
  GtkLabel *independence;
  GalleyClaimThread *thread;
  GalleyQueryList *queries;
  GalleyClaimHistory *history;
};

enum
{
  PROP_CLAIM = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  PERFORM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyClaimPage, galley_claim_page, ADW_TYPE_BIN)

static void
perform (GalleyClaimPage *self, GalleyAction *action)
{
  g_signal_emit (self, signals[PERFORM], 0, action);
}

static gboolean
is_blind (GalleyClaimPage *self)
{
  return self->check != NULL && galley_check_get_source (self->check) != NULL;
}

static void
change_status_cb (GSimpleAction *simple, GVariant *value, gpointer user_data)
{
  GalleyClaimPage *self = user_data;
  const char *ids[] = { NULL, NULL };
  g_autoptr (GalleyAction) action = NULL;
  g_autofree char *reason = NULL;
  GalleyStatus status;

  if (self->claim == NULL ||
      !galley_status_from_nick (g_variant_get_string (value, NULL), &status) ||
      (status == galley_claim_get_status (self->claim) && !galley_claim_is_unjudged (self->claim) &&
       !galley_claim_has_new_sentence (self->claim)))
    return;

  ids[0] = galley_claim_get_id (self->claim);
  reason = galley_claim_record_take_reason (self->record, status);
  action = galley_verb_set_status (ids, status, reason);
  perform (self, action);
}

static void
use_note_cb (GalleyClaimPage *self, const char *title, const char *address)
{
  galley_evidence_list_propose (self->sources, title, address);
}

static void
set_state (GalleyClaimPage *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), state);
}

static void
update_missing (GalleyClaimPage *self)
{
  g_autofree char *words = galley_claim_words_describe_missing (
      self->claim, is_blind (self) ? NULL : self->requirements);

  gtk_widget_set_visible (GTK_WIDGET (self->missing), words != NULL);
  gtk_label_set_label (self->missing, words != NULL ? words : "");
}

static void
update_independence (GalleyClaimPage *self)
{
  GalleyIndependence counts =
      galley_evidence_count_independent (galley_claim_get_evidence (self->claim));
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u independent of %u", "%u independent of %u", counts.n_independent),
      counts.n_independent, counts.n_supporting);

  gtk_label_set_label (self->independence, words);
  gtk_widget_set_visible (GTK_WIDGET (self->independence), counts.n_supporting > 0);
}

/* Everything that can be shown without touching what somebody types. */
static void
update_words (GalleyClaimPage *self)
{
  GalleyStatus status = galley_claim_get_status (self->claim);
  GalleyRange range = galley_claim_get_range (self->claim);
  g_autofree char *checked = galley_claim_words_describe_check (self->claim);
  g_autofree char *quote = NULL;
  gboolean is_open = galley_claim_is_unjudged (self->claim);

  galley_note_list_set_words (self->notes, self->check, range);
  range.end = MIN (range.end, range.start + MAX_QUOTE);
  quote = galley_claim_words_get_quote (self->check, range);
  gtk_label_set_label (self->quote, quote);
  gtk_widget_set_css_classes (
      GTK_WIDGET (self->quote),
      (const char *[]){ "claim-quote", is_open ? NULL : galley_look_get_css_class (status), NULL });
  gtk_label_set_label (self->checked, checked != NULL ? checked : "");
  gtk_widget_set_visible (GTK_WIDGET (self->checked), checked != NULL);
  set_state (self, "status", g_variant_new_string (is_open ? "" : galley_status_to_nick (status)));
  galley_claim_words_show_sources (self->blind_sources, is_blind (self) ? self->claim : NULL);
  update_missing (self);
  update_independence (self);
}

static void
claim_changed_cb (GalleyClaimPage *self)
{
  update_words (self);
  galley_claim_history_refresh (self->history);
}

static void
show_claim (GalleyClaimPage *self)
{
  update_words (self);
  galley_claim_history_set_claim (self->history, galley_claim_get_id (self->claim));
}

static void
galley_claim_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CLAIM:
      g_value_set_object (value, GALLEY_CLAIM_PAGE (object)->claim);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_claim_page_dispose (GObject *object)
{
  GalleyClaimPage *self = GALLEY_CLAIM_PAGE (object);

  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_CLAIM_PAGE);
  g_clear_object (&self->claim);
  g_clear_object (&self->check);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (galley_claim_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (GALLEY_TYPE_CLAIM_HISTORY);
  g_type_ensure (GALLEY_TYPE_CLAIM_RECORD);
  g_type_ensure (GALLEY_TYPE_CLAIM_THREAD);
  g_type_ensure (GALLEY_TYPE_EVIDENCE_LIST);
  g_type_ensure (GALLEY_TYPE_DISAGREEMENT_BAR);
  g_type_ensure (GALLEY_TYPE_FORMER_BAR);
  g_type_ensure (GALLEY_TYPE_NOTE_LIST);
  g_type_ensure (GALLEY_TYPE_QUERY_LIST);
  g_type_ensure (GALLEY_TYPE_REPEAT_LIST);
  g_type_ensure (GALLEY_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/claim-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, quote);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, verdicts);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, checked);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, missing);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, repeats);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, notes);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, record);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, blind_sources);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, rest);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, sources);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, independence);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, thread);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, queries);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPage, history);
  gtk_widget_class_bind_template_callback (widget_class, use_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, perform);
}

static void
galley_claim_page_class_init (GalleyClaimPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = galley_claim_page_dispose;
  object_class->get_property = galley_claim_page_get_property;
  bind_template (GTK_WIDGET_CLASS (klass));

  properties[PROP_CLAIM] = g_param_spec_object ("claim", NULL, NULL, GALLEY_TYPE_CLAIM,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GalleyClaimPage::perform:
   * @action: a #GalleyAction
   *
   * Somebody wants this to be done.
   */
  signals[PERFORM] = g_signal_new ("perform", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_ACTION);
}

static void
galley_claim_page_init (GalleyClaimPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "status", .parameter_type = "s", .state = "''", .change_state = change_status_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "claim", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
  galley_prompt_buttons_set_up (self->verdicts);
}

/**
 * galley_claim_page_set_desk:
 * @desk: (nullable): who knows the history of claims
 */
void
galley_claim_page_set_desk (GalleyClaimPage *self, GalleyDesk *desk)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PAGE (self));

  galley_claim_history_set_desk (self->history, desk);
}

/**
 * galley_claim_page_set_requirements:
 * @requirements: (nullable): what the desk wants; has to stay until others are set
 */
void
galley_claim_page_set_requirements (GalleyClaimPage *self, const GalleyRequirements *requirements)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PAGE (self));

  self->requirements = requirements;
  galley_claim_record_set_requirements (self->record, requirements);
  galley_claim_thread_set_requirements (self->thread, requirements);
  update_missing (self);
}

/**
 * galley_claim_page_set_read_only:
 * @is_read_only: whether the claim can only be read, selected and copied
 *
 * What somebody is typing stays in its field.
 */
void
galley_claim_page_set_read_only (GalleyClaimPage *self, gboolean is_read_only)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PAGE (self));

  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "status")),
      !is_read_only);
  galley_note_list_set_read_only (self->notes, is_read_only);
  galley_claim_record_set_read_only (self->record, is_read_only);
  galley_evidence_list_set_read_only (self->sources, is_read_only);
  galley_claim_thread_set_read_only (self->thread, is_read_only);
  galley_query_list_set_read_only (self->queries, is_read_only);
}

/* Shows @claim in all parts. */
static void
take_claim (GalleyClaimPage *self, GalleyClaim *claim)
{
  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  g_set_object (&self->claim, claim);
  galley_claim_record_set_claim (self->record, self->check, claim);
  galley_claim_thread_set_claim (self->thread, self->check, claim);
  galley_evidence_list_set_claim (self->sources, claim);
  galley_repeat_list_set_claim (self->repeats, self->check, claim);
  if (claim != NULL)
    {
      g_signal_connect_swapped (claim, "notify", G_CALLBACK (claim_changed_cb), self);
      show_claim (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLAIM]);
}

/**
 * galley_claim_page_set_check:
 * @check: (nullable): the article whose claims are shown
 * @claim: (nullable): a claim of it
 *
 * Shows a claim of another article, or the one that is shown, in its article loaded again: what is
 * typed about that goes on. What is typed about another has to be handed over before.
 */
void
galley_claim_page_set_check (GalleyClaimPage *self, GalleyCheck *check, GalleyClaim *claim)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PAGE (self) && (check == NULL || GALLEY_IS_CHECK (check)));
  g_return_if_fail (claim == NULL || check != NULL);

  g_set_object (&self->check, check);
  gtk_widget_set_visible (self->rest, !is_blind (self));
  galley_claim_record_set_blind (self->record, is_blind (self));
  galley_note_list_set_words (self->notes, /* check= */ NULL, (GalleyRange){ 0, 0 });
  take_claim (self, claim);
}

/**
 * galley_claim_page_set_claim:
 * @claim: (nullable): a claim of the check
 *
 * Shows a claim from its top on. What is typed about the one before has to be handed over before.
 */
void
galley_claim_page_set_claim (GalleyClaimPage *self, GalleyClaim *claim)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PAGE (self) && (claim == NULL || self->check != NULL));

  if (self->claim == claim)
    return;

  take_claim (self, claim);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * galley_claim_page_flush:
 *
 * Hands over everything that was typed.
 */
void
galley_claim_page_flush (GalleyClaimPage *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PAGE (self));

  galley_claim_record_flush (self->record);
  galley_claim_thread_flush (self->thread);
}

/**
 * galley_claim_page_set_failed:
 * @action: what #GalleyClaimPage::perform handed over
 * @is_failed: whether it could not be saved
 *
 * Says what came of an action; see galley_claim_panel_set_failed().
 */
void
galley_claim_page_set_failed (GalleyClaimPage *self, GalleyAction *action, gboolean is_failed)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PAGE (self) && action != NULL);

  for (guint i = 0; i < action->changes->len; i++)
    {
      GalleyChange *change = g_ptr_array_index (action->changes, i);

      galley_claim_record_set_failed (self->record, action->verb, change, is_failed);
      galley_claim_thread_set_failed (self->thread, action->verb, change, is_failed);
      galley_evidence_list_set_failed (self->sources, change, is_failed);
    }
}

/**
 * galley_claim_page_has_unsaved:
 *
 * Returns: whether there is text that the library does not have, here or about another claim
 */
gboolean
galley_claim_page_has_unsaved (GalleyClaimPage *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_PAGE (self), FALSE);

  return galley_claim_record_has_unsaved (self->record) ||
         galley_claim_thread_has_unsaved (self->thread) ||
         galley_claim_page_count_unfinished (self) > 0;
}

/**
 * galley_claim_page_count_unfinished:
 *
 * Returns: for how many claims somebody began to fill in a source and did not add it
 */
guint
galley_claim_page_count_unfinished (GalleyClaimPage *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_PAGE (self), 0);

  return galley_evidence_list_count_unfinished (self->sources);
}

/**
 * galley_claim_page_edit:
 * @field: a field
 *
 * Puts the keyboard into a field of the claim.
 */
void
galley_claim_page_edit (GalleyClaimPage *self, GalleyRecordField field)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PAGE (self));

  galley_claim_record_edit (self->record, field);
}

/**
 * galley_claim_page_write_note:
 *
 * Puts the keyboard into the field for a note in the discussion.
 */
void
galley_claim_page_write_note (GalleyClaimPage *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PAGE (self));

  if (self->claim != NULL)
    galley_claim_thread_write (self->thread);
}

/**
 * galley_claim_page_add_source:
 *
 * Opens the form to use a source for the claim.
 */
void
galley_claim_page_add_source (GalleyClaimPage *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PAGE (self));

  galley_evidence_list_add (self->sources);
}
