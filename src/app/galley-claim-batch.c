/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-batch.h"

#include "galley-actions.h"
#include "galley-claim-choices.h"
#include "galley-claim-field.h"
#include "galley-mnemonics.h"
#include "galley-record-verbs.h"
#include "galley-verbs.h"
#include "galley-wrap-box.h"

#include <glib/gi18n.h>

enum
{
  REASON,
  CATEGORY,
  ASSIGNEE,
  N_FIELDS
};

/**
 * GalleyClaimBatch:
 *
 * What can be done to several claims at once, each time as one step.
 *
 * It shows what all of them have in common; a field is empty where they differ, and changes nothing
 * until somebody types into it.
 */
struct _GalleyClaimBatch
{
  AdwBin parent_instance;

  GalleyCheck *check;                     /* nullable */
  const GalleyRequirements *requirements; /* (nullable) (unowned) */
  GPtrArray *claims;                      /* (nullable) (element-type GalleyClaim) */
  GArray *reasons_for; /* (element-type GalleyStatus): for which verdicts a reason is typed */
  char *sent_reason;   /* (nullable) what was handed over last */
  GalleyAction *sent[N_FIELDS]; /* (nullable elements) what was typed and handed over last */
  GSimpleActionGroup *actions;  /* "batch" */

  /* from the template */
  GtkLabel *title;
  GalleyClaimField *fields[N_FIELDS];
  GtkButton *star;
  GtkWidget *keep_button;
};

enum
{
  PERFORM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyClaimBatch, galley_claim_batch, ADW_TYPE_BIN)

static const char **
list_ids (GalleyClaimBatch *self)
{
  const char **ids = g_new0 (const char *, self->claims->len + 1);

  for (guint i = 0; i < self->claims->len; i++)
    ids[i] = galley_claim_get_id (g_ptr_array_index (self->claims, i));

  return ids;
}

/* Takes over @action, which does what was typed into a field. */
static void
send (GalleyClaimBatch *self, guint field, GalleyAction *action)
{
  g_clear_pointer (&self->sent[field], galley_action_unref);
  self->sent[field] = action;
  g_signal_emit (self, signals[PERFORM], 0, action);
}

/* A reason is for the verdicts that were shown when somebody began to type it. */
static void
note_verdicts (GalleyClaimBatch *self)
{
  if (galley_claim_field_is_edited (self->fields[REASON]))
    return;

  g_array_set_size (self->reasons_for, 0);
  for (guint i = 0; i < self->claims->len; i++)
    {
      GalleyStatus status = galley_claim_get_status (g_ptr_array_index (self->claims, i));

      g_array_append_val (self->reasons_for, status);
    }
}

/* Each claim stays where it stands. One that somebody else has given another verdict meanwhile does
 * not get that from whoever writes here, nor a reason that was not meant for it. */
static void
reason_commit_cb (GalleyClaimBatch *self, const char *text)
{
  g_autoptr (GalleyAction) action =
      galley_verb_set_status ((const char *const[]){ NULL }, GALLEY_STATUS_PENDING, NULL);

  for (guint i = 0; i < self->claims->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (self->claims, i);
      GalleyStatus status = galley_claim_get_status (claim);

      /* A reason alone is no verdict. */
      if (galley_claim_is_unjudged (claim) ||
          status != g_array_index (self->reasons_for, GalleyStatus, i))
        continue;
      galley_verb_add_status (action, galley_claim_get_id (claim), status,
                              galley_claim_choices_find_reason (status, text));
      galley_action_expect_status (action, galley_claim_get_id (claim),
                                   galley_status_to_nick (status));
    }
  g_free (self->sent_reason);
  self->sent_reason = g_strdup (text);
  if (action->changes->len > 0)
    send (self, REASON, g_steal_pointer (&action));
  else
    galley_claim_field_set_failed (self->fields[REASON], TRUE);
}

static void
set_detail (GalleyClaimBatch *self, guint field, GalleyDetail detail, const char *words)
{
  g_autofree const char **ids = list_ids (self);

  send (self, field, galley_verb_set_detail (ids, detail, words));
}

static void
category_commit_cb (GalleyClaimBatch *self, const char *text)
{
  set_detail (self, CATEGORY, GALLEY_DETAIL_CATEGORY, galley_claim_choices_find_category (text));
}

static void
assignee_commit_cb (GalleyClaimBatch *self, const char *text)
{
  set_detail (self, ASSIGNEE, GALLEY_DETAIL_ASSIGNEE, text);
}

/* Reasons go with a status. */
static GStrv
list_reasons_cb (GalleyClaimBatch *self)
{
  GalleyStatus status = galley_claim_get_status (g_ptr_array_index (self->claims, 0));

  for (guint i = 0; i < self->claims->len; i++)
    if (galley_claim_get_status (g_ptr_array_index (self->claims, i)) != status)
      return NULL;

  return galley_claim_choices_list_reasons (self->requirements, status);
}

static GStrv
list_categories_cb (GalleyClaimBatch *self)
{
  return galley_claim_choices_list_categories (self->requirements, self->check);
}

static GStrv
list_people_cb (GalleyClaimBatch *self)
{
  return galley_claim_choices_list_people (self->check);
}

static void
change_priority_cb (GSimpleAction *simple, GVariant *value, gpointer user_data)
{
  GalleyClaimBatch *self = user_data;
  g_autofree const char **ids = NULL;
  g_autoptr (GalleyAction) action = NULL;
  GalleyPriority priority;

  if (self->claims == NULL ||
      !galley_priority_from_nick (g_variant_get_string (value, NULL), &priority))
    return;

  ids = list_ids (self);
  action = galley_verb_set_priority (ids, priority);
  g_signal_emit (self, signals[PERFORM], 0, action);
}

static void
change_starred_cb (GSimpleAction *simple, GVariant *value, gpointer user_data)
{
  GalleyClaimBatch *self = user_data;
  g_autofree const char **ids = NULL;
  g_autoptr (GalleyAction) action = NULL;

  if (self->claims == NULL)
    return;

  ids = list_ids (self);
  action = galley_verb_set_starred (ids, g_variant_get_boolean (value));
  g_signal_emit (self, signals[PERFORM], 0, action);
}

static void
set_state (GalleyClaimBatch *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), state);
}

/* What the claims have in common. */
typedef struct
{
  const char *reason;
  const char *category;
  const char *assignee;
  const char *priority; /* "" if they differ, as no nick is */
  gboolean is_starred;
} Common;

static Common
find_common (GPtrArray *claims)
{
  GalleyClaim *first = g_ptr_array_index (claims, 0);
  Common common = { galley_claim_get_reason (first), galley_claim_get_category (first),
                    galley_claim_get_assignee (first),
                    galley_priority_to_nick (galley_claim_get_priority (first)), TRUE };

  for (guint i = 0; i < claims->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (claims, i);

      if (g_strcmp0 (galley_claim_get_reason (claim), common.reason) != 0)
        common.reason = NULL;
      if (g_strcmp0 (galley_claim_get_category (claim), common.category) != 0)
        common.category = NULL;
      if (g_strcmp0 (galley_claim_get_assignee (claim), common.assignee) != 0)
        common.assignee = NULL;
      if (galley_claim_get_priority (claim) != galley_claim_get_priority (first))
        common.priority = "";
      common.is_starred = common.is_starred && galley_claim_is_starred (claim);
    }

  return common;
}

static gboolean
has_former (GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    if (galley_claim_get_former (g_ptr_array_index (claims, i)) != NULL)
      return TRUE;

  return FALSE;
}

static void
show_common (GalleyClaimBatch *self)
{
  Common common = find_common (self->claims);

  galley_claim_field_set_value (self->fields[REASON], galley_reason_get_label (common.reason));
  galley_claim_field_set_value (
      self->fields[CATEGORY],
      common.category != NULL ? galley_category_get_label (common.category) : NULL);
  galley_claim_field_set_value (self->fields[ASSIGNEE], common.assignee);
  gtk_button_set_icon_name (self->star,
                            common.is_starred ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_visible (self->keep_button, has_former (self->claims));
  set_state (self, "priority", g_variant_new_string (common.priority));
  set_state (self, "starred", g_variant_new_boolean (common.is_starred));
  note_verdicts (self);
}

static void
galley_claim_batch_dispose (GObject *object)
{
  GalleyClaimBatch *self = GALLEY_CLAIM_BATCH (object);

  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->reasons_for, g_array_unref);
  g_clear_pointer (&self->sent_reason, g_free);
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_CLAIM_BATCH);
  for (guint i = 0; i < N_FIELDS; i++)
    g_clear_pointer (&self->sent[i], galley_action_unref);
  g_clear_object (&self->check);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (galley_claim_batch_parent_class)->dispose (object);
}

static void
galley_claim_batch_class_init (GalleyClaimBatchClass *klass)
{
  static const char *const fields[N_FIELDS] = { "reason", "category", "assignee" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_claim_batch_dispose;

  /**
   * GalleyClaimBatch::perform:
   * @action: a #GalleyAction
   *
   * Somebody wants this to be done.
   */
  signals[PERFORM] = g_signal_new ("perform", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_ACTION);

  g_type_ensure (GALLEY_TYPE_CLAIM_FIELD);
  g_type_ensure (GALLEY_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/claim-batch.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimBatch, title);
  for (guint i = 0; i < N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[i], /* internal_child= */ FALSE,
                                               G_STRUCT_OFFSET (GalleyClaimBatch, fields) +
                                                   i * sizeof (gpointer));
  gtk_widget_class_bind_template_callback (widget_class, reason_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_reasons_cb);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimBatch, star);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimBatch, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, category_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, assignee_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_categories_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_people_cb);
}

static void
galley_claim_batch_init (GalleyClaimBatch *self)
{
  static const GActionEntry entries[] = {
    { .name = "priority",
      .parameter_type = "s",
      .state = "''",
      .change_state = change_priority_cb },
    { .name = "starred", .state = "false", .change_state = change_starred_cb },
  };

  self->reasons_for = g_array_new (FALSE, FALSE, sizeof (GalleyStatus));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "batch", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
}

/**
 * galley_claim_batch_set_requirements:
 * @requirements: (nullable): what the desk wants; has to stay until others are set
 */
void
galley_claim_batch_set_requirements (GalleyClaimBatch *self, const GalleyRequirements *requirements)
{
  g_return_if_fail (GALLEY_IS_CLAIM_BATCH (self));

  self->requirements = requirements;
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return a == b;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;

  return TRUE;
}

/**
 * galley_claim_batch_set_claims:
 * @check: (nullable): the article
 * @claims: (nullable) (element-type GalleyClaim): claims of it, at least one
 *
 * Shows claims, or what became of them. What was typed about others is handed over first.
 */
void
galley_claim_batch_set_claims (GalleyClaimBatch *self, GalleyCheck *check, GPtrArray *claims)
{
  g_autofree char *title = NULL;

  g_return_if_fail (GALLEY_IS_CLAIM_BATCH (self));

  if (!is_same (self->claims, claims))
    {
      galley_claim_batch_flush (self);
      for (guint i = 0; i < N_FIELDS; i++)
        galley_claim_field_reset (self->fields[i], NULL);
    }
  g_set_object (&self->check, check);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  if (claims == NULL)
    return;

  self->claims = g_ptr_array_ref (claims);
  title = g_strdup_printf (ngettext ("%u claim selected", "%u claims selected", claims->len),
                           claims->len);
  gtk_label_set_label (self->title, title);
  show_common (self);
}

/**
 * galley_claim_batch_set_read_only:
 * @is_read_only: whether the claims can only be read
 */
void
galley_claim_batch_set_read_only (GalleyClaimBatch *self, gboolean is_read_only)
{
  g_return_if_fail (GALLEY_IS_CLAIM_BATCH (self));

  for (guint i = 0; i < N_FIELDS; i++)
    galley_claim_field_set_read_only (self->fields[i], is_read_only);
  galley_actions_enable (self->actions, !is_read_only);
}

/**
 * galley_claim_batch_flush:
 *
 * Hands over what was typed.
 */
void
galley_claim_batch_flush (GalleyClaimBatch *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_BATCH (self));

  if (self->claims == NULL)
    return;

  for (guint i = 0; i < N_FIELDS; i++)
    galley_claim_field_flush (self->fields[i]);
}

/* What was saved for those that it was meant for is done with, although not all have it. */
static void
finish_reason (GalleyClaimBatch *self)
{
  g_autofree char *text = galley_claim_field_get_text (self->fields[REASON]);

  if (self->claims == NULL || g_strcmp0 (text, self->sent_reason) != 0)
    return;

  galley_claim_field_reset (self->fields[REASON], NULL);
  show_common (self);
}

/**
 * galley_claim_batch_set_failed:
 * @action: what was done, here or elsewhere
 * @is_failed: whether it could not be saved
 */
void
galley_claim_batch_set_failed (GalleyClaimBatch *self, GalleyAction *action, gboolean is_failed)
{
  g_return_if_fail (GALLEY_IS_CLAIM_BATCH (self));

  for (guint i = 0; i < N_FIELDS; i++)
    if (action == self->sent[i])
      galley_claim_field_set_failed (self->fields[i], is_failed);
  if (action == self->sent[REASON] && !is_failed)
    finish_reason (self);
}

/**
 * galley_claim_batch_has_unsaved:
 *
 * Returns: whether there is text that the library does not have
 */
gboolean
galley_claim_batch_has_unsaved (GalleyClaimBatch *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_BATCH (self), FALSE);

  for (guint i = 0; self->claims != NULL && i < N_FIELDS; i++)
    if (galley_claim_field_is_edited (self->fields[i]))
      return TRUE;

  return FALSE;
}

/**
 * galley_claim_batch_edit:
 * @field: a field
 *
 * Puts the keyboard into a field, if there is one of that kind.
 */
void
galley_claim_batch_edit (GalleyClaimBatch *self, GalleyRecordField field)
{
  g_return_if_fail (GALLEY_IS_CLAIM_BATCH (self));

  if (field == GALLEY_RECORD_REASON)
    gtk_widget_child_focus (GTK_WIDGET (self->fields[REASON]), GTK_DIR_TAB_FORWARD);
  else if (field == GALLEY_RECORD_CATEGORY)
    gtk_widget_child_focus (GTK_WIDGET (self->fields[CATEGORY]), GTK_DIR_TAB_FORWARD);
}
