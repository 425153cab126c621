/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-panel-private.h"

#include "galley-claim-words.h"
#include "galley-disagreement-bar.h"
#include "galley-former-bar.h"
#include "galley-look.h"
#include "galley-verbs.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/* A longer quote is cut; in code points. */
#define MAX_QUOTE 600

enum
{
  PROP_CLAIM = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  PERFORM,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyClaimPanel, galley_claim_panel, ADW_TYPE_BIN)

static void
perform (GalleyClaimPanel *self, GalleyAction *action)
{
  g_signal_emit (self, signals[PERFORM], 0, action);
}

static gboolean
is_blind (GalleyClaimPanel *self)
{
  return self->check != NULL && galley_check_get_source (self->check) != NULL;
}

static void
change_status_cb (GSimpleAction *simple, GVariant *value, gpointer user_data)
{
  GalleyClaimPanel *self = user_data;
  const char *ids[] = { NULL, NULL };
  g_autoptr (GalleyAction) action = NULL;
  g_autofree char *reason = NULL;
  GalleyStatus status;

  if (self->claim == NULL ||
      !galley_status_from_nick (g_variant_get_string (value, NULL), &status) ||
      (status == galley_claim_get_status (self->claim) && !galley_claim_is_unjudged (self->claim)))
    return;

  ids[0] = galley_claim_get_id (self->claim);
  reason = galley_claim_record_take_reason (self->record, status);
  action = galley_verb_set_status (ids, status, reason);
  perform (self, action);
}

static void
refuse_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[REFUSED], 0);
}

static void
use_note_cb (GalleyClaimPanel *self, const char *title, const char *address)
{
  galley_evidence_list_propose (self->sources, title, address);
}

static void
set_state (GalleyClaimPanel *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), state);
}

static void
update_missing (GalleyClaimPanel *self)
{
  g_autofree char *words = galley_claim_words_describe_missing (
      self->claim, is_blind (self) ? NULL : self->requirements);

  gtk_widget_set_visible (GTK_WIDGET (self->missing), words != NULL);
  gtk_label_set_label (self->missing, words != NULL ? words : "");
}

static void
update_independence (GalleyClaimPanel *self)
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
update_words (GalleyClaimPanel *self)
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
claim_changed_cb (GalleyClaimPanel *self)
{
  update_words (self);
  galley_claim_history_refresh (self->history);
}

static void
show_claim (GalleyClaimPanel *self)
{
  update_words (self);
  galley_claim_history_set_claim (self->history, galley_claim_get_id (self->claim));
}

static void
show_page (GalleyClaimPanel *self)
{
  const char *page = "nothing";

  if (self->has_several)
    page = "several";
  else if (self->claim != NULL)
    page = "claim";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
requirements_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyClaimPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  GalleyRequirements *requirements =
      galley_desk_load_requirements_finish (GALLEY_DESK (source), result, &error);

  /* Whoever cannot read the library hears of it elsewhere: nothing is said to be missing then. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  galley_claim_record_set_requirements (self->record, requirements);
  galley_claim_thread_set_requirements (self->thread, requirements);
  galley_claim_batch_set_requirements (self->batch, requirements);
  g_clear_pointer (&self->requirements, galley_requirements_free);
  self->requirements = requirements;
  update_missing (self);
}

static void
forget_question (GalleyClaimPanel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/**
 * galley_claim_panel_load_requirements:
 *
 * Finds out what the desk wants of claims, which may be something else by now.
 */
void
galley_claim_panel_load_requirements (GalleyClaimPanel *self)
{
  forget_question (self);
  if (self->desk == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  galley_desk_load_requirements_async (self->desk, self->cancellable, requirements_loaded_cb,
                                       g_object_ref (self));
}

static void
galley_claim_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CLAIM:
      g_value_set_object (value, GALLEY_CLAIM_PANEL (object)->claim);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_claim_panel_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CLAIM:
      galley_claim_panel_set_claim (GALLEY_CLAIM_PANEL (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_claim_panel_dispose (GObject *object)
{
  GalleyClaimPanel *self = GALLEY_CLAIM_PANEL (object);

  forget_question (self);
  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_CLAIM_PANEL);
  g_clear_object (&self->claim);
  g_clear_object (&self->check);
  g_clear_object (&self->desk);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->requirements, galley_requirements_free);

  G_OBJECT_CLASS (galley_claim_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (GALLEY_TYPE_CLAIM_BATCH);
  g_type_ensure (GALLEY_TYPE_CLAIM_HISTORY);
  g_type_ensure (GALLEY_TYPE_CLAIM_RECORD);
  g_type_ensure (GALLEY_TYPE_CLAIM_THREAD);
  g_type_ensure (GALLEY_TYPE_EVIDENCE_LIST);
  g_type_ensure (GALLEY_TYPE_DISAGREEMENT_BAR);
  g_type_ensure (GALLEY_TYPE_FORMER_BAR);
  g_type_ensure (GALLEY_TYPE_NO_CLAIM);
  g_type_ensure (GALLEY_TYPE_NOTE_LIST);
  g_type_ensure (GALLEY_TYPE_QUERY_LIST);
  g_type_ensure (GALLEY_TYPE_REPEAT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/claim-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, frozen_bar);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, no_claim);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, batch);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, quote);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, checked);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, missing);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, repeats);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, notes);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, record);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, blind_sources);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, rest);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, sources);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, independence);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, thread);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, queries);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, history);
  gtk_widget_class_bind_template_callback (widget_class, use_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, perform);
  gtk_widget_class_install_action (widget_class, "panel.refuse", NULL, refuse_action);
}

static void
galley_claim_panel_class_init (GalleyClaimPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = galley_claim_panel_dispose;
  object_class->get_property = galley_claim_panel_get_property;
  object_class->set_property = galley_claim_panel_set_property;
  bind_template (GTK_WIDGET_CLASS (klass));

  properties[PROP_CLAIM] =
      g_param_spec_object ("claim", NULL, NULL, GALLEY_TYPE_CLAIM,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GalleyClaimPanel::perform:
   * @action: a #GalleyAction
   *
   * Somebody wants this to be done. The window does it and tells with
   * galley_claim_panel_set_failed() what came of it.
   */
  signals[PERFORM] = g_signal_new ("perform", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_ACTION);

  /**
   * GalleyClaimPanel::refused:
   *
   * Somebody typed into what can only be read now.
   */
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_claim_panel_init (GalleyClaimPanel *self)
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
}

/**
 * galley_claim_panel_set_desk:
 * @desk: (nullable): who knows the history of claims
 */
void
galley_claim_panel_set_desk (GalleyClaimPanel *self, GalleyDesk *desk)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  g_set_object (&self->desk, desk);
  galley_claim_history_set_desk (self->history, desk);
  galley_claim_panel_load_requirements (self);
}

/* The claim that is shown, as it is in the same article, or second reading, loaded again. */
static GalleyClaim *
find_same (GalleyClaimPanel *self, GalleyCheck *check)
{
  if (self->claim == NULL || self->has_several || check == NULL ||
      !g_str_equal (galley_check_get_undo_scope (check), galley_check_get_undo_scope (self->check)))
    return NULL;

  return galley_claim_list_find (galley_check_get_claims (check),
                                 galley_claim_get_id (self->claim));
}

/* Shows @claim in all parts. */
static void
take_claim (GalleyClaimPanel *self, GalleyClaim *claim)
{
  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  g_set_object (&self->claim, claim);
  galley_claim_record_set_claim (self->record, self->check, claim);
  galley_claim_thread_set_claim (self->thread, self->check, claim);
  galley_evidence_list_set_claim (self->sources, claim);
  galley_repeat_list_set_claim (self->repeats, self->check, claim);
  show_page (self);
  if (claim != NULL)
    {
      g_signal_connect_swapped (claim, "notify", G_CALLBACK (claim_changed_cb), self);
      show_claim (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLAIM]);
}

/**
 * galley_claim_panel_set_check:
 * @check: (nullable): the article whose claims are shown
 *
 * Shows no claim until one of @check is set. What is typed is handed over first. If it is the same
 * article, loaded again, and the claim that is shown stands in it still, that goes on, with what
 * somebody is typing about it.
 */
void
galley_claim_panel_set_check (GalleyClaimPanel *self, GalleyCheck *check)
{
  GalleyClaim *same;

  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self) && (check == NULL || GALLEY_IS_CHECK (check)));

  if (self->check == check)
    return;

  same = find_same (self, check);
  if (same == NULL)
    galley_claim_panel_set_claim (self, NULL);
  galley_claim_panel_set_selected (self, NULL);
  g_set_object (&self->check, check);
  gtk_widget_set_visible (self->rest, !is_blind (self));
  galley_claim_record_set_blind (self->record, is_blind (self));
  if (same != NULL)
    take_claim (self, same);
  else
    galley_claim_record_set_claim (self->record, check, NULL);
  galley_claim_batch_set_claims (self->batch, check, NULL);
  galley_note_list_set_words (self->notes, /* check= */ NULL, (GalleyRange){ 0, 0 });
  galley_claim_panel_set_words (self, (GalleyRange){ 0, 0 });
  if (check != NULL)
    galley_claim_panel_load_requirements (self);
}

/**
 * galley_claim_panel_set_claim:
 * @claim: (nullable): a claim of the check
 *
 * Shows a claim. What is typed about the one before is handed over first.
 */
void
galley_claim_panel_set_claim (GalleyClaimPanel *self, GalleyClaim *claim)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self) && (claim == NULL || self->check != NULL));

  if (self->claim == claim)
    return;

  galley_claim_panel_flush (self);
  take_claim (self, claim);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * galley_claim_panel_set_selected:
 * @claims: (nullable) (element-type GalleyClaim): several claims of the check
 *
 * Shows what can be done to several claims at once, until there are none. What is typed about the
 * one that is chosen is handed over first.
 */
void
galley_claim_panel_set_selected (GalleyClaimPanel *self, GPtrArray *claims)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  if (!self->has_several && claims != NULL)
    galley_claim_panel_flush (self);
  self->has_several = claims != NULL;
  galley_claim_batch_set_claims (self->batch, self->check, claims);
  show_page (self);
}

/**
 * galley_claim_panel_get_claim:
 *
 * Returns: (transfer none) (nullable): the claim that is shown
 */
GalleyClaim *
galley_claim_panel_get_claim (GalleyClaimPanel *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_PANEL (self), NULL);

  return self->claim;
}

/**
 * galley_claim_panel_set_words:
 * @range: the words at the caret; may be empty
 *
 * Shows what the writer noted about these words while no claim is chosen.
 */
void
galley_claim_panel_set_words (GalleyClaimPanel *self, GalleyRange range)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  galley_no_claim_set_words (self->no_claim, self->check, range);
}

/**
 * galley_claim_panel_flush:
 *
 * Hands over everything that was typed, as before the window closes.
 */
void
galley_claim_panel_flush (GalleyClaimPanel *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  galley_claim_record_flush (self->record);
  galley_claim_thread_flush (self->thread);
  galley_claim_batch_flush (self->batch);
}

/**
 * galley_claim_panel_set_failed:
 * @action: what #GalleyClaimPanel::perform handed over
 * @is_failed: whether it could not be saved
 *
 * Says what came of an action. What could not be saved stays in its field, marked, also if the
 * claim is not shown any more and is shown again later.
 */
void
galley_claim_panel_set_failed (GalleyClaimPanel *self, GalleyAction *action, gboolean is_failed)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self) && action != NULL);

  for (guint i = 0; i < action->changes->len; i++)
    {
      GalleyChange *change = g_ptr_array_index (action->changes, i);

      galley_claim_record_set_failed (self->record, action->verb, change, is_failed);
      galley_claim_thread_set_failed (self->thread, action->verb, change, is_failed);
      galley_evidence_list_set_failed (self->sources, change, is_failed);
    }
  galley_claim_batch_set_failed (self->batch, action, is_failed);
}

/**
 * galley_claim_panel_has_unsaved:
 *
 * Returns: whether there is text that the library does not have, here or about another claim
 */
gboolean
galley_claim_panel_has_unsaved (GalleyClaimPanel *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_PANEL (self), FALSE);

  return galley_claim_record_has_unsaved (self->record) ||
         galley_claim_thread_has_unsaved (self->thread) ||
         galley_claim_batch_has_unsaved (self->batch) ||
         galley_claim_panel_count_unfinished (self) > 0;
}

/**
 * galley_claim_panel_count_unfinished:
 *
 * Returns: for how many claims somebody began to fill in a source and did not add it
 */
guint
galley_claim_panel_count_unfinished (GalleyClaimPanel *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_PANEL (self), 0);

  return galley_evidence_list_count_unfinished (self->sources);
}

/**
 * galley_claim_panel_edit:
 * @field: a field
 *
 * Puts the keyboard into a field of the claim, or of all that are selected.
 */
void
galley_claim_panel_edit (GalleyClaimPanel *self, GalleyRecordField field)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  if (self->has_several)
    galley_claim_batch_edit (self->batch, field);
  else
    galley_claim_record_edit (self->record, field);
}

/**
 * galley_claim_panel_write_note:
 *
 * Puts the keyboard into the field for a note in the discussion.
 */
void
galley_claim_panel_write_note (GalleyClaimPanel *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  if (self->claim != NULL)
    galley_claim_thread_write (self->thread);
}

/**
 * galley_claim_panel_add_source:
 *
 * Opens the form to use a source for the claim.
 */
void
galley_claim_panel_add_source (GalleyClaimPanel *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  galley_evidence_list_add (self->sources);
}
