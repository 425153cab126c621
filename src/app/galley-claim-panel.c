/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-panel.h"

#include "galley-claim-field.h"
#include "galley-claim-history.h"
#include "galley-claim-words.h"
#include "galley-evidence-list.h"
#include "galley-look.h"
#include "galley-no-claim.h"
#include "galley-note-list.h"
#include "galley-query-list.h"
#include "galley-unsaved.h"
#include "galley-verbs.h"

/* A longer quote is cut; in code points. */
#define MAX_QUOTE 600

enum
{
  FIELD_REASON,
  FIELD_CORRECTION,
  FIELD_NOTE,
  N_FIELDS
};

/* By which verbs the fields are saved, and a name of our own. */
static const struct
{
  const char *verb;
  const char *name;
} field_changes[N_FIELDS] = {
  [FIELD_REASON] = { "set-status", "reason" },
  [FIELD_CORRECTION] = { "set-correction", "correction" },
  [FIELD_NOTE] = { "set-note", "note" },
};

/**
 * GalleyClaimPanel:
 *
 * Everything about the chosen claim, to read and to edit in place.
 *
 * It changes nothing by itself: it makes actions and hands them to the window with
 * #GalleyClaimPanel::perform, and shows what became of the claim when it hears so from the claim.
 * Text that could not be saved is kept, for claims that are not shown any more as well, until the
 * window says that it was saved.
 */
struct _GalleyClaimPanel
{
  AdwBin parent_instance;

  GalleyCheck *check;          /* nullable */
  GalleyClaim *claim;          /* nullable */
  GalleyUnsaved *unsaved;      /* what was typed into fields */
  GSimpleActionGroup *actions; /* "claim" */

  /* from the template */
  GtkStack *stack;
  GalleyNoClaim *no_claim;
  GtkScrolledWindow *scroller;
  GtkLabel *quote;
  GtkLabel *checked;
  GalleyClaimField *fields[N_FIELDS];
  GalleyNoteList *notes;
  GalleyEvidenceList *sources;
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

G_DEFINE_FINAL_TYPE (GalleyClaimPanel, galley_claim_panel, ADW_TYPE_BIN)

static void
perform (GalleyClaimPanel *self, GalleyAction *action)
{
  g_signal_emit (self, signals[PERFORM], 0, action);
}

static void
remember (GalleyClaimPanel *self, guint field, const char *text)
{
  galley_unsaved_send (self->unsaved, galley_claim_get_id (self->claim), field_changes[field].name,
                       text);
}

static const char *
null_if_empty (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static void
set_status (GalleyClaimPanel *self, GalleyStatus status, const char *reason)
{
  const char *ids[] = { galley_claim_get_id (self->claim), NULL };
  g_autoptr (GalleyAction) action = galley_verb_set_status (ids, status, null_if_empty (reason));

  perform (self, action);
}

static void
reason_commit_cb (GalleyClaimPanel *self, const char *text)
{
  remember (self, FIELD_REASON, text);
  set_status (self, galley_claim_get_status (self->claim), text);
}

static void
correction_commit_cb (GalleyClaimPanel *self, const char *text)
{
  g_autoptr (GalleyAction) action =
      galley_verb_set_correction (galley_claim_get_id (self->claim), null_if_empty (text));

  remember (self, FIELD_CORRECTION, text);
  perform (self, action);
}

static void
note_commit_cb (GalleyClaimPanel *self, const char *text)
{
  g_autoptr (GalleyAction) action =
      galley_verb_set_note (galley_claim_get_id (self->claim), null_if_empty (text));

  remember (self, FIELD_NOTE, text);
  perform (self, action);
}

/* A verdict takes along the reason that was just typed. One that was typed before was the reason of
 * the former verdict: it may well be that of another objection, never that of a confirmation. */
static void
change_status_cb (GSimpleAction *simple, GVariant *value, gpointer user_data)
{
  GalleyClaimPanel *self = user_data;
  g_autofree char *reason = NULL;
  GalleyStatus status;

  if (self->claim == NULL ||
      !galley_status_from_nick (g_variant_get_string (value, NULL), &status) ||
      status == galley_claim_get_status (self->claim))
    return;

  if (galley_claim_field_is_edited (self->fields[FIELD_REASON]))
    {
      reason = galley_claim_field_get_text (self->fields[FIELD_REASON]);
      remember (self, FIELD_REASON, reason);
    }
  else if (status != GALLEY_STATUS_CONFIRMED)
    reason = g_strdup (galley_claim_get_reason (self->claim));
  set_status (self, status, reason);
}

static void
change_strike_cb (GSimpleAction *simple, GVariant *value, gpointer user_data)
{
  GalleyClaimPanel *self = user_data;
  g_autoptr (GalleyAction) action = NULL;
  g_autofree char *text = NULL;

  if (self->claim == NULL)
    return;

  text = galley_claim_field_get_text (self->fields[FIELD_CORRECTION]);
  action = galley_verb_set_correction (galley_claim_get_id (self->claim),
                                       g_variant_get_boolean (value) ? "" : null_if_empty (text));
  perform (self, action);
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

static const char *
get_value (GalleyClaim *claim, guint field)
{
  switch (field)
    {
    case FIELD_REASON:
      return galley_claim_get_reason (claim);
    case FIELD_CORRECTION:
      return galley_claim_get_correction (claim);
    default:
      return galley_claim_get_note (claim);
    }
}

/* Everything that can be shown without touching what somebody types. */
static void
update_words (GalleyClaimPanel *self)
{
  GalleyStatus status = galley_claim_get_status (self->claim);
  GalleyRange range = galley_claim_get_range (self->claim);
  const char *correction = galley_claim_get_correction (self->claim);
  gboolean is_struck = correction != NULL && *correction == '\0';
  g_autofree char *checked = galley_claim_words_describe_check (self->claim);
  g_autofree char *quote = NULL;

  galley_note_list_set_words (self->notes, self->check, range);
  range.end = MIN (range.end, range.start + MAX_QUOTE);
  quote = galley_claim_words_get_quote (self->check, range);
  gtk_label_set_label (self->quote, quote);
  gtk_widget_set_css_classes (
      GTK_WIDGET (self->quote),
      (const char *[]){ "claim-quote", galley_look_get_css_class (status), NULL });
  gtk_label_set_label (self->checked, checked != NULL ? checked : "");
  gtk_widget_set_visible (GTK_WIDGET (self->checked), checked != NULL);
  galley_claim_field_set_placeholder (self->fields[FIELD_REASON],
                                      galley_claim_words_get_reason_hint (status));
  gtk_widget_set_sensitive (GTK_WIDGET (self->fields[FIELD_CORRECTION]), !is_struck);
  set_state (self, "status", g_variant_new_string (galley_status_to_nick (status)));
  set_state (self, "strike", g_variant_new_boolean (is_struck));
}

static void
claim_changed_cb (GalleyClaimPanel *self)
{
  const char *id = galley_claim_get_id (self->claim);

  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *value = get_value (self->claim, i);

      galley_claim_field_set_value (self->fields[i], value);
      galley_unsaved_see (self->unsaved, id, field_changes[i].name, value);
    }
  update_words (self);
  galley_claim_history_refresh (self->history);
}

static void
show_claim (GalleyClaimPanel *self)
{
  const char *id = galley_claim_get_id (self->claim);

  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *text = galley_unsaved_find_failed (self->unsaved, id, field_changes[i].name);

      galley_claim_field_reset (self->fields[i], get_value (self->claim, i));
      if (text != NULL)
        galley_claim_field_restore (self->fields[i], text);
    }
  update_words (self);
  galley_evidence_list_set_claim (self->sources, self->claim);
  galley_claim_history_set_claim (self->history, id);
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

  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_CLAIM_PANEL);
  g_clear_object (&self->claim);
  g_clear_object (&self->check);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->unsaved, galley_unsaved_free);

  G_OBJECT_CLASS (galley_claim_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const char *fields[N_FIELDS] = { "reason", "correction", "note" };

  g_type_ensure (GALLEY_TYPE_CLAIM_FIELD);
  g_type_ensure (GALLEY_TYPE_CLAIM_HISTORY);
  g_type_ensure (GALLEY_TYPE_EVIDENCE_LIST);
  g_type_ensure (GALLEY_TYPE_NO_CLAIM);
  g_type_ensure (GALLEY_TYPE_NOTE_LIST);
  g_type_ensure (GALLEY_TYPE_QUERY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/claim-panel.ui");
  for (guint i = 0; i < N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[i], /* internal_child= */ FALSE,
                                               G_STRUCT_OFFSET (GalleyClaimPanel, fields) +
                                                   i * sizeof (gpointer));
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, no_claim);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, quote);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, checked);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, notes);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, sources);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimPanel, history);
  gtk_widget_class_bind_template_callback (widget_class, reason_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, correction_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, perform);
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
}

static void
galley_claim_panel_init (GalleyClaimPanel *self)
{
  static const GActionEntry entries[] = {
    { .name = "status", .parameter_type = "s", .state = "''", .change_state = change_status_cb },
    { .name = "strike", .state = "false", .change_state = change_strike_cb },
  };

  self->unsaved = galley_unsaved_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "claim", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_claim_panel_set_desk:
 * @desk: (nullable): who knows the history of claims
 */
void
galley_claim_panel_set_desk (GalleyClaimPanel *self, GalleyDesk *desk)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  galley_claim_history_set_desk (self->history, desk);
}

/**
 * galley_claim_panel_set_check:
 * @check: (nullable): the article whose claims are shown
 *
 * Shows no claim until one of @check is set. What is typed is handed over first.
 */
void
galley_claim_panel_set_check (GalleyClaimPanel *self, GalleyCheck *check)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));
  g_return_if_fail (check == NULL || GALLEY_IS_CHECK (check));

  if (self->check == check)
    return;

  galley_claim_panel_set_claim (self, NULL);
  g_set_object (&self->check, check);
  galley_note_list_set_words (self->notes, /* check= */ NULL, (GalleyRange){ 0, 0 });
  galley_claim_panel_set_words (self, (GalleyRange){ 0, 0 });
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
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));
  g_return_if_fail (claim == NULL || (GALLEY_IS_CLAIM (claim) && self->check != NULL));

  if (self->claim == claim)
    return;

  galley_claim_panel_flush (self);
  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  g_set_object (&self->claim, claim);
  gtk_stack_set_visible_child_name (self->stack, claim != NULL ? "claim" : "nothing");
  if (claim != NULL)
    {
      g_signal_connect_swapped (claim, "notify", G_CALLBACK (claim_changed_cb), self);
      show_claim (self);
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLAIM]);
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

  if (self->claim == NULL)
    return;

  for (guint i = 0; i < N_FIELDS; i++)
    galley_claim_field_flush (self->fields[i]);
}

static void
note_failure (GalleyClaimPanel *self, const char *verb, GalleyChange *change, gboolean is_failed)
{
  gboolean is_shown =
      self->claim != NULL && g_strcmp0 (galley_claim_get_id (self->claim), change->subject_id) == 0;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      if (g_strcmp0 (verb, field_changes[i].verb) != 0)
        continue;
      galley_unsaved_settle (self->unsaved, change->subject_id, field_changes[i].name, is_failed);
      if (is_shown)
        galley_claim_field_set_failed (self->fields[i], is_failed);
    }

  if (is_failed)
    galley_evidence_list_set_failed (self->sources, change);
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
    note_failure (self, action->verb, g_ptr_array_index (action->changes, i), is_failed);
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

  if (galley_unsaved_has_failed (self->unsaved))
    return TRUE;
  for (guint i = 0; self->claim != NULL && i < N_FIELDS; i++)
    if (galley_claim_field_is_edited (self->fields[i]))
      return TRUE;

  return FALSE;
}

/**
 * galley_claim_panel_edit_reason:
 *
 * Puts the keyboard into the reason.
 */
void
galley_claim_panel_edit_reason (GalleyClaimPanel *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  if (self->claim != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->fields[FIELD_REASON]), GTK_DIR_TAB_FORWARD);
}

/**
 * galley_claim_panel_edit_note:
 *
 * Puts the keyboard into the note.
 */
void
galley_claim_panel_edit_note (GalleyClaimPanel *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  if (self->claim != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->fields[FIELD_NOTE]), GTK_DIR_TAB_FORWARD);
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
