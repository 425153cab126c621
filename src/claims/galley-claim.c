/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-private.h"

#include <string.h>

GParamSpec *galley_claim_properties[GALLEY_CLAIM_N_PROPS];

G_DEFINE_FINAL_TYPE (GalleyClaim, galley_claim, G_TYPE_OBJECT)

static void
galley_claim_finalize (GObject *object)
{
  GalleyClaim *self = GALLEY_CLAIM (object);

  g_free (self->reason);
  g_free (self->note);
  g_free (self->correction);
  g_free (self->sentence);
  g_clear_pointer (&self->former, galley_former_unref);
  g_clear_pointer (&self->disagreement, galley_disagreement_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->queries, g_ptr_array_unref);

  G_OBJECT_CLASS (galley_claim_parent_class)->finalize (object);
}

static const char *
get_string (GalleyClaim *self, guint prop_id)
{
  switch (prop_id)
    {
    case GALLEY_CLAIM_PROP_ID:
      return self->id;
    case GALLEY_CLAIM_PROP_REASON:
      return self->reason;
    case GALLEY_CLAIM_PROP_NOTE:
      return self->note;
    case GALLEY_CLAIM_PROP_CORRECTION:
      return self->correction;
    case GALLEY_CLAIM_PROP_CHECKED_BY:
      return self->checked_by;
    case GALLEY_CLAIM_PROP_CATEGORY:
      return self->category;
    case GALLEY_CLAIM_PROP_SPEAKER:
      return self->speaker;
    case GALLEY_CLAIM_PROP_SENTENCE:
      return self->sentence;
    case GALLEY_CLAIM_PROP_ASSIGNEE:
      return self->assignee;
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
galley_claim_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleyClaim *self = GALLEY_CLAIM (object);

  switch (prop_id)
    {
    case GALLEY_CLAIM_PROP_START:
      g_value_set_uint (value, self->range.start);
      break;
    case GALLEY_CLAIM_PROP_END:
      g_value_set_uint (value, self->range.end);
      break;
    case GALLEY_CLAIM_PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;
    case GALLEY_CLAIM_PROP_CHECKED_AT:
      g_value_set_int64 (value, self->checked_at);
      break;
    case GALLEY_CLAIM_PROP_PRIORITY:
      g_value_set_uint (value, self->priority);
      break;
    case GALLEY_CLAIM_PROP_STARRED:
      g_value_set_boolean (value, self->is_starred);
      break;
    case GALLEY_CLAIM_PROP_UNJUDGED:
      g_value_set_boolean (value, self->is_unjudged);
      break;
    case GALLEY_CLAIM_PROP_PUBLISHABLE:
      g_value_set_boolean (value, self->is_publishable);
      break;
    case GALLEY_CLAIM_PROP_PLACE:
      g_value_set_uint (value, self->place);
      break;
    case GALLEY_CLAIM_PROP_FORMER:
      g_value_set_boxed (value, self->former);
      break;
    case GALLEY_CLAIM_PROP_DISAGREEMENT:
      g_value_set_boxed (value, self->disagreement);
      break;
    case GALLEY_CLAIM_PROP_EVIDENCE:
      g_value_set_boxed (value, self->evidence);
      break;
    case GALLEY_CLAIM_PROP_NOTES:
      g_value_set_boxed (value, self->notes);
      break;
    case GALLEY_CLAIM_PROP_QUERIES:
      g_value_set_boxed (value, self->queries);
      break;
    default:
      g_value_set_string (value, get_string (self, prop_id));
    }
}

static GParamSpec *
readable_string (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
galley_claim_class_init (GalleyClaimClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = galley_claim_finalize;
  object_class->get_property = galley_claim_get_property;

  galley_claim_properties[GALLEY_CLAIM_PROP_ID] = readable_string ("id");
  galley_claim_properties[GALLEY_CLAIM_PROP_START] =
      g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  galley_claim_properties[GALLEY_CLAIM_PROP_END] =
      g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0, flags);
  galley_claim_properties[GALLEY_CLAIM_PROP_STATUS] =
      g_param_spec_enum ("status", NULL, NULL, GALLEY_TYPE_STATUS, GALLEY_STATUS_PENDING, flags);
  galley_claim_properties[GALLEY_CLAIM_PROP_REASON] = readable_string ("reason");
  galley_claim_properties[GALLEY_CLAIM_PROP_NOTE] = readable_string ("note");
  galley_claim_properties[GALLEY_CLAIM_PROP_CORRECTION] = readable_string ("correction");
  galley_claim_properties[GALLEY_CLAIM_PROP_CHECKED_BY] = readable_string ("checked-by");
  galley_claim_properties[GALLEY_CLAIM_PROP_CHECKED_AT] =
      g_param_spec_int64 ("checked-at", NULL, NULL, 0, G_MAXINT64, 0, flags);
  galley_claim_properties[GALLEY_CLAIM_PROP_CATEGORY] = readable_string ("category");
  galley_claim_properties[GALLEY_CLAIM_PROP_SPEAKER] = readable_string ("speaker");
  galley_claim_properties[GALLEY_CLAIM_PROP_SENTENCE] = readable_string ("sentence");
  galley_claim_properties[GALLEY_CLAIM_PROP_ASSIGNEE] = readable_string ("assignee");
  galley_claim_properties[GALLEY_CLAIM_PROP_PRIORITY] = g_param_spec_uint (
      "priority", NULL, NULL, 0, GALLEY_N_PRIORITIES - 1, GALLEY_PRIORITY_NORMAL, flags);
  galley_claim_properties[GALLEY_CLAIM_PROP_STARRED] =
      g_param_spec_boolean ("starred", NULL, NULL, FALSE, flags);
  galley_claim_properties[GALLEY_CLAIM_PROP_UNJUDGED] =
      g_param_spec_boolean ("unjudged", NULL, NULL, FALSE, flags);
  galley_claim_properties[GALLEY_CLAIM_PROP_PUBLISHABLE] =
      g_param_spec_boolean ("publishable", NULL, NULL, FALSE, flags);
  galley_claim_properties[GALLEY_CLAIM_PROP_NOTES] =
      g_param_spec_boxed ("notes", NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  galley_claim_properties[GALLEY_CLAIM_PROP_QUERIES] =
      g_param_spec_boxed ("queries", NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  galley_claim_properties[GALLEY_CLAIM_PROP_EVIDENCE] =
      g_param_spec_boxed ("evidence", NULL, NULL, G_TYPE_PTR_ARRAY, flags);

  galley_claim_properties[GALLEY_CLAIM_PROP_PLACE] =
      g_param_spec_uint ("place", NULL, NULL, 0, GALLEY_N_PLACES - 1, GALLEY_PLACE_MARKED, flags);
  galley_claim_properties[GALLEY_CLAIM_PROP_FORMER] =
      g_param_spec_boxed ("former", NULL, NULL, GALLEY_TYPE_FORMER, flags);
  galley_claim_properties[GALLEY_CLAIM_PROP_DISAGREEMENT] =
      g_param_spec_boxed ("disagreement", NULL, NULL, GALLEY_TYPE_DISAGREEMENT, flags);

  g_object_class_install_properties (object_class, GALLEY_CLAIM_N_PROPS, galley_claim_properties);
}

static void
galley_claim_init (GalleyClaim *self)
{
}

/* What a claim has none of costs no array. */
static GPtrArray *
ref_unless_empty (GPtrArray *array)
{
  return array != NULL && array->len > 0 ? g_ptr_array_ref (array) : NULL;
}

/**
 * galley_claim_new:
 * @id: UUID
 * @fields: everything else
 *
 * Returns: (transfer full): a claim
 */
GalleyClaim *
galley_claim_new (const char *id, const GalleyClaimFields *fields)
{
  GalleyClaim *self;

  g_return_val_if_fail (id != NULL && strlen (id) < sizeof self->id, NULL);
  g_return_val_if_fail (fields != NULL && fields->range.start < fields->range.end, NULL);

  self = g_object_new (GALLEY_TYPE_CLAIM, NULL);
  g_strlcpy (self->id, id, sizeof self->id);
  self->range = fields->range;
  self->status = fields->status;
  self->reason = g_strdup (fields->reason);
  self->note = g_strdup (fields->note);
  self->correction = g_strdup (fields->correction);
  self->checked_by = g_intern_string (fields->checked_by);
  self->checked_at = fields->checked_at;
  self->category = g_intern_string (fields->category);
  self->speaker = g_intern_string (fields->speaker);
  self->sentence = g_strdup (fields->sentence);
  self->assignee = g_intern_string (fields->assignee);
  self->priority = fields->priority;
  self->is_starred = fields->is_starred;
  self->is_unjudged = fields->is_unjudged;
  self->is_publishable = fields->is_publishable;
  self->has_new_sentence = fields->has_new_sentence;
  self->place = fields->place;
  self->former = fields->former != NULL ? galley_former_ref (fields->former) : NULL;
  self->disagreement =
      fields->disagreement != NULL ? galley_disagreement_ref (fields->disagreement) : NULL;
  self->evidence = ref_unless_empty (fields->evidence);
  self->notes = ref_unless_empty (fields->notes);
  self->queries = ref_unless_empty (fields->queries);

  return self;
}

/**
 * galley_claim_get_id:
 *
 * Returns: (transfer none): UUID
 */
const char *
galley_claim_get_id (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->id;
}

/**
 * galley_claim_is_same:
 * @claim: (nullable): a claim
 * @other: (nullable): a claim, maybe as something else has read it
 *
 * Returns: whether both are there and are one claim
 */
gboolean
galley_claim_is_same (GalleyClaim *claim, GalleyClaim *other)
{
  return claim != NULL && other != NULL && g_str_equal (claim->id, other->id);
}

/**
 * galley_claim_get_range:
 *
 * Returns: the words it covers, in the draft's text; never empty
 */
GalleyRange
galley_claim_get_range (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), ((GalleyRange){ 0, 0 }));

  return self->range;
}

GalleyStatus
galley_claim_get_status (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), GALLEY_STATUS_PENDING);

  return self->status;
}

/**
 * galley_claim_get_reason:
 *
 * Returns: (transfer none) (nullable): why; the nick of a reason, or words
 */
const char *
galley_claim_get_reason (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->reason;
}

/**
 * galley_claim_get_note:
 *
 * Returns: (transfer none) (nullable): the checker's note
 */
const char *
galley_claim_get_note (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->note;
}

/**
 * galley_claim_get_correction:
 *
 * Returns: (transfer none) (nullable): replacement text; "" proposes to strike the words
 */
const char *
galley_claim_get_correction (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->correction;
}

/**
 * galley_claim_get_checked_by:
 *
 * Returns: (transfer none) (nullable): who gave the status
 */
const char *
galley_claim_get_checked_by (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->checked_by;
}

/**
 * galley_claim_get_checked_at:
 *
 * Returns: when the status was given, milliseconds since 1970 UTC
 */
gint64
galley_claim_get_checked_at (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), 0);

  return self->checked_at;
}

/**
 * galley_claim_get_category:
 *
 * Returns: (transfer none) (nullable): nick of a category, or a desk's own words for one
 */
const char *
galley_claim_get_category (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->category;
}

/**
 * galley_claim_get_speaker:
 *
 * Returns: (transfer none) (nullable): who says so in the article
 */
const char *
galley_claim_get_speaker (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->speaker;
}

/**
 * galley_claim_get_sentence:
 *
 * Returns: (transfer none) (nullable): what is claimed, as a sentence that stands by itself
 */
const char *
galley_claim_get_sentence (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->sentence;
}

/**
 * galley_claim_get_assignee:
 *
 * Returns: (transfer none) (nullable): who is to check it
 */
const char *
galley_claim_get_assignee (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->assignee;
}

GalleyPriority
galley_claim_get_priority (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), GALLEY_PRIORITY_NORMAL);

  return self->priority;
}

/**
 * galley_claim_is_starred:
 *
 * Returns: whether the legal reader is to see it
 */
gboolean
galley_claim_is_starred (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), FALSE);

  return self->is_starred;
}

/**
 * galley_claim_is_unjudged:
 *
 * Returns: whether it is shown to a second reader who has not judged it yet, so that its status
 *   says nothing; always %FALSE of a claim as the library holds it
 */
gboolean
galley_claim_is_unjudged (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), FALSE);

  return self->is_unjudged;
}

/**
 * galley_claim_is_publishable:
 *
 * Returns: whether it may go out as a fact check of its own
 */
gboolean
galley_claim_is_publishable (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), FALSE);

  return self->is_publishable;
}

/**
 * galley_claim_has_new_sentence:
 *
 * Returns: whether somebody gave a verdict, and what is claimed was put as another sentence since,
 *   or by somebody whose sentence they did not know: it is no verdict on that
 */
gboolean
galley_claim_has_new_sentence (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), FALSE);

  return self->has_new_sentence && self->status != GALLEY_STATUS_PENDING;
}

/**
 * galley_claim_get_judged_sentence:
 *
 * What may be shown with the status. Where there is nothing, that is a verdict on the words of the
 * article only.
 *
 * Returns: (transfer none) (nullable): as galley_claim_get_sentence(), but %NULL for a new sentence
 *   and for an empty one
 */
const char *
galley_claim_get_judged_sentence (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->sentence != NULL && *self->sentence != '\0' && !galley_claim_has_new_sentence (self)
             ? self->sentence
             : NULL;
}

/**
 * galley_claim_get_place:
 *
 * Returns: how it has come to its words; if it stands on none, its range is one of an older draft
 */
GalleyPlace
galley_claim_get_place (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), GALLEY_PLACE_MARKED);

  return self->place;
}

/**
 * galley_claim_get_former:
 *
 * Returns: (transfer none) (nullable): what was decided on other words, until there is a verdict on
 *   these
 */
GalleyFormer *
galley_claim_get_former (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->former;
}

/**
 * galley_claim_get_disagreement:
 *
 * Returns: (transfer none) (nullable): who says what, if people disagree about the verdict and
 *   nobody has decided yet; the claim is not settled then, whatever its status
 */
GalleyDisagreement *
galley_claim_get_disagreement (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->disagreement;
}

/**
 * galley_claim_get_evidence:
 *
 * Returns: (transfer none) (nullable) (element-type GalleyEvidence): the evidence, oldest first;
 *   %NULL if there is none
 */
GPtrArray *
galley_claim_get_evidence (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->evidence;
}

/**
 * galley_claim_get_notes:
 *
 * Returns: (transfer none) (nullable) (element-type GalleyNote): the thread, oldest first; %NULL if
 *   there is none
 */
GPtrArray *
galley_claim_get_notes (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->notes;
}

/**
 * galley_claim_get_queries:
 *
 * Returns: (transfer none) (nullable) (element-type GalleyQuery): the queries, oldest first; %NULL
 *   if there is none
 */
GPtrArray *
galley_claim_get_queries (GalleyClaim *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM (self), NULL);

  return self->queries;
}

/**
 * galley_claim_get_fields:
 * @out_fields: (out caller-allocates): what the claim is made of, until it changes
 */
void
galley_claim_get_fields (GalleyClaim *self, GalleyClaimFields *out_fields)
{
  g_return_if_fail (GALLEY_IS_CLAIM (self));

  *out_fields = (GalleyClaimFields){
    .range = self->range,
    .status = self->status,
    .reason = self->reason,
    .note = self->note,
    .correction = self->correction,
    .checked_by = self->checked_by,
    .checked_at = self->checked_at,
    .category = self->category,
    .speaker = self->speaker,
    .sentence = self->sentence,
    .assignee = self->assignee,
    .priority = self->priority,
    .is_starred = self->is_starred,
    .is_unjudged = self->is_unjudged,
    .is_publishable = self->is_publishable,
    .has_new_sentence = self->has_new_sentence,
    .place = self->place,
    .former = self->former,
    .disagreement = self->disagreement,
    .evidence = self->evidence,
    .notes = self->notes,
    .queries = self->queries,
  };
}
