/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-record.h"

#include "galley-actions.h"
#include "galley-body.h"
#include "galley-claim-choices.h"
#include "galley-claim-field.h"
#include "galley-claim-preview.h"
#include "galley-claim-words.h"
#include "galley-mnemonics.h"
#include "galley-record-fields.h"
#include "galley-record-head.h"
#include "galley-record-verbs.h"
#include "galley-settings.h"
#include "galley-unsaved.h"
#include "galley-verbs.h"

#include <glib/gi18n.h>

/**
 * GalleyClaimRecord:
 *
 * What is noted of the chosen claim, but for its status, sources and notes, to edit in place.
 *
 * It changes nothing by itself: it makes actions and hands them over with
 * #GalleyClaimRecord::perform. Text that could not be saved is kept, for claims that are not shown
 * any more as well, until it was saved. Fields hold words for people; what comes from a list is
 * turned into its name on disk only on the way out.
 *
 * A reason is for the verdict that was shown when somebody began to type it. If another program
 * gives another one meanwhile, it is not saved with that, but fails, until it was changed after it.
 */
struct _GalleyClaimRecord
{
  AdwBin parent_instance;

  GalleyCheck *check;                     /* nullable */
  GalleyClaim *claim;                     /* nullable */
  const GalleyRequirements *requirements; /* (nullable) (unowned) */
  GalleyUnsaved *unsaved;                 /* what was typed into fields */
  GalleyStatus reason_for;                /* the verdict that a reason is being typed for */
  GHashTable *reasons_for;                /* claim id → likewise, of those handed over */
  gboolean is_reason_refused;             /* it could not be saved, and was not changed since */
  GSimpleActionGroup *actions;            /* "record" */

  /* from the template */
  GalleyClaimField *fields[GALLEY_N_RECORD_FIELDS];
  GalleyClaimPreview *preview;
  GtkMenuButton *priority;
  GtkButton *star;
  GtkExpander *details;
  GtkWidget *head;
  GtkWidget *correction_box;
};

enum
{
  PERFORM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyClaimRecord, galley_claim_record, ADW_TYPE_BIN)

static void
perform (GalleyClaimRecord *self, GalleyAction *action)
{
  g_signal_emit (self, signals[PERFORM], 0, action);
}

static GalleyRecordField
find_field (GalleyClaimRecord *self, GalleyClaimField *field)
{
  GalleyRecordField found = GALLEY_RECORD_REASON;

  while (self->fields[found] != field)
    found++;
  return found;
}

static void
commit_cb (GalleyClaimRecord *self, const char *text, GalleyClaimField *widget)
{
  GalleyRecordField field = find_field (self, widget);
  const char *id = galley_claim_get_id (self->claim);
  g_autoptr (GalleyAction) action =
      galley_record_field_make_action (field, self->claim, self->reason_for, text);

  if (field == GALLEY_RECORD_REASON)
    g_hash_table_replace (self->reasons_for, g_strdup (id), GINT_TO_POINTER (self->reason_for));
  galley_unsaved_send (self->unsaved, id, galley_record_field_get_name (field), text,
                       galley_record_field_get_value (field, self->claim));
  perform (self, action);
}

static GStrv
list_choices_cb (GalleyClaimRecord *self, GalleyClaimField *widget)
{
  switch (find_field (self, widget))
    {
    case GALLEY_RECORD_REASON:
      return self->claim != NULL ? galley_claim_choices_list_reasons (
                                       self->requirements, galley_claim_get_status (self->claim))
                                 : NULL;
    case GALLEY_RECORD_NOTE:
      return galley_claim_choices_list_notes (self->requirements, self->check, self->claim);
    case GALLEY_RECORD_CATEGORY:
      return galley_claim_choices_list_categories (self->requirements, self->check);
    case GALLEY_RECORD_SPEAKER:
      return galley_claim_choices_list_speakers (self->check);
    case GALLEY_RECORD_ASSIGNEE:
      return galley_claim_choices_list_people (self->check);
    default:
      return NULL;
    }
}

static char *
get_correction (GalleyClaimRecord *self)
{
  g_autofree char *text = galley_claim_field_get_text (self->fields[GALLEY_RECORD_CORRECTION]);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
change_strike_cb (GSimpleAction *simple, GVariant *value, gpointer user_data)
{
  GalleyClaimRecord *self = user_data;
  g_autoptr (GalleyAction) action = NULL;
  g_autofree char *text = get_correction (self);

  if (self->claim == NULL)
    return;

  action = galley_record_field_make_strike (self->claim, g_variant_get_boolean (value) ? "" : text);
  perform (self, action);
}

static void
change_priority_cb (GSimpleAction *simple, GVariant *value, gpointer user_data)
{
  GalleyClaimRecord *self = user_data;
  GalleyPriority priority;

  if (self->claim != NULL &&
      galley_priority_from_nick (g_variant_get_string (value, NULL), &priority) &&
      priority != galley_claim_get_priority (self->claim))
    {
      const char *ids[] = { galley_claim_get_id (self->claim), NULL };
      g_autoptr (GalleyAction) action = galley_verb_set_priority (ids, priority);

      perform (self, action);
    }
}

static void
change_flag_cb (GSimpleAction *simple, GVariant *value, gpointer user_data)
{
  GalleyClaimRecord *self = user_data;
  gboolean is_set = g_variant_get_boolean (value);
  const char *ids[] = { NULL, NULL };
  g_autoptr (GalleyAction) action = NULL;

  if (self->claim == NULL)
    return;

  ids[0] = galley_claim_get_id (self->claim);
  action = g_str_equal (g_action_get_name (G_ACTION (simple)), "starred")
               ? galley_verb_set_starred (ids, is_set)
               : galley_verb_set_publishable (ids, is_set);
  perform (self, action);
}

static void
set_state (GalleyClaimRecord *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), state);
}

static void
preview_cb (GalleyClaimRecord *self)
{
  g_autofree char *text = get_correction (self);

  if (self->claim == NULL)
    return;

  galley_claim_preview_set_correction (self->preview,
                                       galley_record_field_is_struck (self->claim) ? "" : text);
}

/* Everything that can be shown without touching what somebody types. */
static void
update (GalleyClaimRecord *self)
{
  GalleyPriority priority = galley_claim_get_priority (self->claim);
  gboolean is_unjudged = galley_claim_is_unjudged (self->claim);

  /* A reason is one for a verdict: alone it would make one that nobody gave. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->fields[GALLEY_RECORD_REASON]), !is_unjudged);
  galley_claim_field_set_placeholder (
      self->fields[GALLEY_RECORD_REASON],
      is_unjudged ? _ ("Give a verdict first")
                  : galley_claim_words_get_reason_hint (galley_claim_get_status (self->claim)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->fields[GALLEY_RECORD_CORRECTION]),
                            !galley_record_field_is_struck (self->claim));
  galley_record_head_show_priority (self->priority, self->claim);
  galley_record_head_show_star (self->star, self->claim);
  set_state (self, "strike", g_variant_new_boolean (galley_record_field_is_struck (self->claim)));
  set_state (self, "priority", g_variant_new_string (galley_priority_to_nick (priority)));
  set_state (self, "starred", g_variant_new_boolean (galley_claim_is_starred (self->claim)));
  set_state (self, "publishable",
             g_variant_new_boolean (galley_claim_is_publishable (self->claim)));
  galley_claim_preview_set_words (self->preview, self->check, galley_claim_get_range (self->claim));
  preview_cb (self);
}

static gboolean
is_typing_reason (GalleyClaimRecord *self)
{
  return galley_claim_field_is_edited (self->fields[GALLEY_RECORD_REASON]);
}

/* Whoever goes on with a reason that was refused has been told of the verdict that is there now. */
static void
reason_edited_cb (GalleyClaimRecord *self)
{
  if (self->claim != NULL && (self->is_reason_refused || !is_typing_reason (self)))
    self->reason_for = galley_claim_get_status (self->claim);
  self->is_reason_refused = FALSE;
}

static void
claim_changed_cb (GalleyClaimRecord *self)
{
  const char *id = galley_claim_get_id (self->claim);

  for (guint i = 0; i < GALLEY_N_RECORD_FIELDS; i++)
    {
      const char *value = galley_record_field_get_value (i, self->claim);

      galley_claim_field_set_value (self->fields[i], value);
      galley_unsaved_see (self->unsaved, id, galley_record_field_get_name (i), value);
    }
  if (!is_typing_reason (self))
    self->reason_for = galley_claim_get_status (self->claim);
  update (self);
}

/* One that could not be saved is shown again with the verdict that it was written for. */
static void
find_reason_for (GalleyClaimRecord *self)
{
  gpointer status;

  self->is_reason_refused = is_typing_reason (self);
  self->reason_for = galley_claim_get_status (self->claim);
  if (self->is_reason_refused &&
      g_hash_table_lookup_extended (self->reasons_for, galley_claim_get_id (self->claim), NULL,
                                    &status))
    self->reason_for = GPOINTER_TO_INT (status);
}

static void
show_claim (GalleyClaimRecord *self)
{
  const char *id = galley_claim_get_id (self->claim);

  for (guint i = 0; i < GALLEY_N_RECORD_FIELDS; i++)
    {
      const char *text =
          galley_unsaved_find_failed (self->unsaved, id, galley_record_field_get_name (i));

      galley_claim_field_reset (self->fields[i], galley_record_field_get_value (i, self->claim));
      if (text != NULL)
        {
          galley_claim_field_restore (self->fields[i], text);
          galley_claim_field_meet (
              self->fields[i],
              galley_unsaved_find_before (self->unsaved, id, galley_record_field_get_name (i)));
        }
      if (text != NULL && i >= GALLEY_RECORD_SPEAKER)
        gtk_expander_set_expanded (self->details, TRUE);
    }
  find_reason_for (self);
  update (self);
}

static void
expanded_cb (GalleyClaimRecord *self)
{
  galley_settings_set_boolean ("is-detail-shown", gtk_expander_get_expanded (self->details));
}

static void
galley_claim_record_dispose (GObject *object)
{
  GalleyClaimRecord *self = GALLEY_CLAIM_RECORD (object);

  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  g_clear_object (&self->claim);
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_CLAIM_RECORD);
  g_clear_object (&self->check);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->unsaved, galley_unsaved_free);
  g_clear_pointer (&self->reasons_for, g_hash_table_unref);

  G_OBJECT_CLASS (galley_claim_record_parent_class)->dispose (object);
}

static void
galley_claim_record_class_init (GalleyClaimRecordClass *klass)
{
  static const char *fields[GALLEY_N_RECORD_FIELDS] = { "reason",   "correction", "note",
                                                        "category", "speaker",    "sentence",
                                                        "assignee" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_claim_record_dispose;

  /**
   * GalleyClaimRecord::perform:
   * @action: a #GalleyAction
   *
   * Somebody wants this to be done. galley_claim_record_set_failed() is to be told what came of it.
   */
  signals[PERFORM] = g_signal_new ("perform", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_ACTION);

  g_type_ensure (GALLEY_TYPE_CLAIM_FIELD);
  g_type_ensure (GALLEY_TYPE_CLAIM_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/claim-record.ui");
  for (guint i = 0; i < GALLEY_N_RECORD_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[i], /* internal_child= */ FALSE,
                                               G_STRUCT_OFFSET (GalleyClaimRecord, fields) +
                                                   i * sizeof (gpointer));
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimRecord, preview);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimRecord, priority);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimRecord, star);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimRecord, details);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimRecord, head);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimRecord, correction_box);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_choices_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
galley_claim_record_init (GalleyClaimRecord *self)
{
  static const GActionEntry entries[] = {
    { .name = "strike", .state = "false", .change_state = change_strike_cb },
    { .name = "priority",
      .parameter_type = "s",
      .state = "'normal'",
      .change_state = change_priority_cb },
    { .name = "starred", .state = "false", .change_state = change_flag_cb },
    { .name = "publishable", .state = "false", .change_state = change_flag_cb },
  };

  self->unsaved = galley_unsaved_new ();
  self->reasons_for = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "record", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
  gtk_expander_set_expanded (self->details, galley_settings_get_boolean ("is-detail-shown", FALSE));
  g_signal_connect_swapped (self->fields[GALLEY_RECORD_REASON], "edited",
                            G_CALLBACK (reason_edited_cb), self);
}

/**
 * galley_claim_record_set_requirements:
 * @requirements: (nullable): what the desk wants; has to stay until others are set
 */
void
galley_claim_record_set_requirements (GalleyClaimRecord *self,
                                      const GalleyRequirements *requirements)
{
  g_return_if_fail (GALLEY_IS_CLAIM_RECORD (self));

  self->requirements = requirements;
  g_object_set (self->fields[GALLEY_RECORD_NOTE], "choosing",
                requirements != NULL && requirements->templates[0] != NULL, NULL);
}

/**
 * galley_claim_record_set_claim:
 * @check: (nullable): the article
 * @claim: (nullable): a claim of @check
 *
 * Shows a claim. What was typed about the one before has to be flushed first; if it is the same one
 * in another check, it stays.
 */
void
galley_claim_record_set_claim (GalleyClaimRecord *self, GalleyCheck *check, GalleyClaim *claim)
{
  gboolean is_same;

  g_return_if_fail (GALLEY_IS_CLAIM_RECORD (self));
  g_return_if_fail (claim == NULL || (GALLEY_IS_CHECK (check) && GALLEY_IS_CLAIM (claim)));

  is_same = galley_claim_is_same (claim, self->claim);
  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  g_set_object (&self->check, check);
  g_set_object (&self->claim, claim);
  if (claim != NULL)
    {
      g_signal_connect_swapped (claim, "notify", G_CALLBACK (claim_changed_cb), self);
      if (is_same)
        claim_changed_cb (self);
      else
        show_claim (self);
    }
}

/**
 * galley_claim_record_set_blind:
 * @is_blind: whether a second reader fills it in, who notes a reason and a note and nothing else
 */
void
galley_claim_record_set_blind (GalleyClaimRecord *self, gboolean is_blind)
{
  g_return_if_fail (GALLEY_IS_CLAIM_RECORD (self));

  gtk_widget_set_visible (self->head, !is_blind);
  gtk_widget_set_visible (self->correction_box, !is_blind);
  gtk_widget_set_visible (GTK_WIDGET (self->details), !is_blind);
}

/**
 * galley_claim_record_set_read_only:
 * @is_read_only: whether it can only be read
 */
void
galley_claim_record_set_read_only (GalleyClaimRecord *self, gboolean is_read_only)
{
  g_return_if_fail (GALLEY_IS_CLAIM_RECORD (self));

  for (guint i = 0; i < GALLEY_N_RECORD_FIELDS; i++)
    galley_claim_field_set_read_only (self->fields[i], is_read_only);
  galley_actions_enable (self->actions, !is_read_only);
  gtk_widget_set_sensitive (GTK_WIDGET (self->priority), !is_read_only);
}

/**
 * galley_claim_record_flush:
 *
 * Hands over everything that was typed.
 */
void
galley_claim_record_flush (GalleyClaimRecord *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_RECORD (self));

  for (guint i = 0; self->claim != NULL && i < GALLEY_N_RECORD_FIELDS; i++)
    galley_claim_field_flush (self->fields[i]);
}

/* Another claim may have been shown in between: then the text is not in its field any more. */
static void
show_settled (GalleyClaimRecord *self, GalleyRecordField field, gboolean is_failed)
{
  const char *text = galley_unsaved_find_failed (self->unsaved, galley_claim_get_id (self->claim),
                                                 galley_record_field_get_name (field));

  if (is_failed && text != NULL && !galley_claim_field_is_edited (self->fields[field]))
    galley_claim_field_restore (self->fields[field], text);
  else
    galley_claim_field_set_failed (self->fields[field], is_failed);
}

/* A reason that is typed is for what was decided here meanwhile. */
static void
settle_reason (GalleyClaimRecord *self, GalleyChange *change, gboolean is_failed)
{
  g_autofree char *decided = galley_body_find_text (change->body, "status");

  if (decided == NULL)
    return;

  if (is_failed)
    find_reason_for (self);
  else if (g_str_equal (decided, galley_status_to_nick (galley_claim_get_status (self->claim))))
    self->reason_for = galley_claim_get_status (self->claim);
}

/**
 * galley_claim_record_set_failed:
 * @verb: what was done
 * @change: a change of it
 * @is_failed: whether it could not be saved
 *
 * Says what came of something that was handed over, or that others did.
 */
void
galley_claim_record_set_failed (GalleyClaimRecord *self,
                                const char *verb,
                                GalleyChange *change,
                                gboolean is_failed)
{
  gboolean is_shown;

  g_return_if_fail (GALLEY_IS_CLAIM_RECORD (self) && change != NULL);

  is_shown =
      self->claim != NULL && g_strcmp0 (galley_claim_get_id (self->claim), change->subject_id) == 0;
  for (guint i = 0; i < GALLEY_N_RECORD_FIELDS; i++)
    {
      if (g_strcmp0 (verb, galley_record_field_get_verb (i)) != 0)
        continue;
      galley_unsaved_settle (self->unsaved, change->subject_id, galley_record_field_get_name (i),
                             is_failed);
      if (is_shown)
        show_settled (self, i, is_failed);
    }
  if (is_shown)
    settle_reason (self, change, is_failed);
}

/**
 * galley_claim_record_has_unsaved:
 *
 * Returns: whether there is text that the library does not have, here or about another claim
 */
gboolean
galley_claim_record_has_unsaved (GalleyClaimRecord *self)
{
  gboolean has_unsaved;

  g_return_val_if_fail (GALLEY_IS_CLAIM_RECORD (self), FALSE);

  has_unsaved = galley_unsaved_has_failed (self->unsaved);
  for (guint i = 0; self->claim != NULL && i < GALLEY_N_RECORD_FIELDS; i++)
    has_unsaved = has_unsaved || galley_claim_field_is_edited (self->fields[i]);

  return has_unsaved;
}

/**
 * galley_claim_record_take_reason:
 * @status: what the claim is to be
 *
 * A verdict takes along the reason that was just typed. One that was typed before was the reason of
 * the former verdict: it may well be that of another objection, never that of a confirmation.
 *
 * Returns: (transfer full) (nullable): the reason to save with @status
 */
char *
galley_claim_record_take_reason (GalleyClaimRecord *self, GalleyStatus status)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (GALLEY_IS_CLAIM_RECORD (self) && self->claim != NULL, NULL);

  if (!galley_claim_field_is_edited (self->fields[GALLEY_RECORD_REASON]))
    return status != GALLEY_STATUS_CONFIRMED ? g_strdup (galley_claim_get_reason (self->claim))
                                             : NULL;

  text = galley_claim_field_get_text (self->fields[GALLEY_RECORD_REASON]);
  galley_unsaved_send (self->unsaved, galley_claim_get_id (self->claim),
                       galley_record_field_get_name (GALLEY_RECORD_REASON), text,
                       galley_record_field_get_value (GALLEY_RECORD_REASON, self->claim));

  return g_strdup (galley_claim_choices_find_reason (status, text));
}

/**
 * galley_claim_record_edit:
 * @field: a field
 *
 * Puts the keyboard into a field.
 */
void
galley_claim_record_edit (GalleyClaimRecord *self, GalleyRecordField field)
{
  g_return_if_fail (GALLEY_IS_CLAIM_RECORD (self) && (guint) field < GALLEY_N_RECORD_FIELDS);

  if (self->claim == NULL)
    return;
  if (field >= GALLEY_RECORD_SPEAKER)
    gtk_expander_set_expanded (self->details, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->fields[field]), GTK_DIR_TAB_FORWARD);
}
