/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim.h"

#include <string.h>

/**
 * GalleyClaim:
 *
 * A span of a draft that asserts something checkable, and what was decided about it.
 *
 * A claim changes only by galley_claim_assign(), with what the library has made durable. There may
 * be a hundred thousand of them: what most claims lack costs a pointer.
 */
struct _GalleyClaim
{
  GObject parent_instance;

  char id[37]; /* UUID */
  guint8 status;
  guint8 priority;
  guint8 is_starred;
  guint8 is_publishable;
  GalleyRange range;
  gint64 checked_at;
  const char *checked_by; /* interned, nullable */
  const char *category;   /* likewise */
  const char *speaker;    /* likewise */
  const char *assignee;   /* likewise */
  char *reason;
  char *note;
  char *correction;
  char *sentence;
  GPtrArray *evidence; /* (element-type GalleyEvidence), NULL if there is none */
  GPtrArray *notes;    /* (element-type GalleyNote), likewise */
  GPtrArray *queries;  /* (element-type GalleyQuery), likewise */
};

enum
{
  PROP_ID = 1,
  PROP_START,
  PROP_END,
  PROP_STATUS,
  PROP_REASON,
  PROP_NOTE,
  PROP_CORRECTION,
  PROP_CHECKED_BY,
  PROP_CHECKED_AT,
  PROP_CATEGORY,
  PROP_SPEAKER,
  PROP_SENTENCE,
  PROP_ASSIGNEE,
  PROP_PRIORITY,
  PROP_STARRED,
  PROP_PUBLISHABLE,
  PROP_EVIDENCE,
  PROP_NOTES,
  PROP_QUERIES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GalleyClaim, galley_claim, G_TYPE_OBJECT)

static void
galley_claim_finalize (GObject *object)
{
  GalleyClaim *self = GALLEY_CLAIM (object);

  g_free (self->reason);
  g_free (self->note);
  g_free (self->correction);
  g_free (self->sentence);
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
    case PROP_ID:
      return self->id;
    case PROP_REASON:
      return self->reason;
    case PROP_NOTE:
      return self->note;
    case PROP_CORRECTION:
      return self->correction;
    case PROP_CHECKED_BY:
      return self->checked_by;
    case PROP_CATEGORY:
      return self->category;
    case PROP_SPEAKER:
      return self->speaker;
    case PROP_SENTENCE:
      return self->sentence;
    case PROP_ASSIGNEE:
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
    case PROP_START:
      g_value_set_uint (value, self->range.start);
      break;
    case PROP_END:
      g_value_set_uint (value, self->range.end);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;
    case PROP_CHECKED_AT:
      g_value_set_int64 (value, self->checked_at);
      break;
    case PROP_PRIORITY:
      g_value_set_uint (value, self->priority);
      break;
    case PROP_STARRED:
      g_value_set_boolean (value, self->is_starred);
      break;
    case PROP_PUBLISHABLE:
      g_value_set_boolean (value, self->is_publishable);
      break;
    case PROP_EVIDENCE:
      g_value_set_boxed (value, self->evidence);
      break;
    case PROP_NOTES:
      g_value_set_boxed (value, self->notes);
      break;
    case PROP_QUERIES:
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

  properties[PROP_ID] = readable_string ("id");
  properties[PROP_START] = g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_END] = g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_STATUS] =
      g_param_spec_enum ("status", NULL, NULL, GALLEY_TYPE_STATUS, GALLEY_STATUS_PENDING, flags);
  properties[PROP_REASON] = readable_string ("reason");
  properties[PROP_NOTE] = readable_string ("note");
  properties[PROP_CORRECTION] = readable_string ("correction");
  properties[PROP_CHECKED_BY] = readable_string ("checked-by");
  properties[PROP_CHECKED_AT] =
      g_param_spec_int64 ("checked-at", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_CATEGORY] = readable_string ("category");
  properties[PROP_SPEAKER] = readable_string ("speaker");
  properties[PROP_SENTENCE] = readable_string ("sentence");
  properties[PROP_ASSIGNEE] = readable_string ("assignee");
  properties[PROP_PRIORITY] = g_param_spec_uint ("priority", NULL, NULL, 0, GALLEY_N_PRIORITIES - 1,
                                                 GALLEY_PRIORITY_NORMAL, flags);
  properties[PROP_STARRED] = g_param_spec_boolean ("starred", NULL, NULL, FALSE, flags);
  properties[PROP_PUBLISHABLE] = g_param_spec_boolean ("publishable", NULL, NULL, FALSE, flags);
  properties[PROP_NOTES] = g_param_spec_boxed ("notes", NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  properties[PROP_QUERIES] = g_param_spec_boxed ("queries", NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  properties[PROP_EVIDENCE] = g_param_spec_boxed ("evidence", NULL, NULL, G_TYPE_PTR_ARRAY, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
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
  self->is_publishable = fields->is_publishable;
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
    .is_publishable = self->is_publishable,
    .evidence = self->evidence,
    .notes = self->notes,
    .queries = self->queries,
  };
}

static gboolean
assign_string (GalleyClaim *self, char **field, const char *value, guint prop)
{
  if (g_strcmp0 (*field, value) == 0)
    return FALSE;

  g_free (*field);
  *field = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
  return TRUE;
}

static gboolean
assign_array (GalleyClaim *self, GPtrArray **field, GPtrArray *value, GEqualFunc equal, guint prop)
{
  gboolean same = (*field == NULL) == (value == NULL);

  if (*field != NULL && value != NULL)
    {
      same = (*field)->len == value->len;
      for (guint i = 0; same && i < value->len; i++)
        same = equal (g_ptr_array_index (*field, i), g_ptr_array_index (value, i));
    }
  if (same)
    return FALSE;

  g_clear_pointer (field, g_ptr_array_unref);
  *field = value != NULL ? g_ptr_array_ref (value) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
  return TRUE;
}

/**
 * galley_claim_assign:
 * @other: the same claim as the library has it now
 *
 * Takes over everything from @other and notifies what differs, and only that.
 *
 * Returns: whether anything differed
 */
gboolean
galley_claim_assign (GalleyClaim *self, GalleyClaim *other)
{
  GObject *object = G_OBJECT (self);
  gboolean changed = FALSE;

  g_return_val_if_fail (GALLEY_IS_CLAIM (self) && GALLEY_IS_CLAIM (other), FALSE);

  g_object_freeze_notify (object);

#define ASSIGN(field, prop)                                                                        \
  if (self->field != other->field)                                                                 \
    {                                                                                              \
      self->field = other->field;                                                                  \
      g_object_notify_by_pspec (object, properties[prop]);                                         \
      changed = TRUE;                                                                              \
    }
  ASSIGN (range.start, PROP_START)
  ASSIGN (range.end, PROP_END)
  ASSIGN (status, PROP_STATUS)
  ASSIGN (checked_by, PROP_CHECKED_BY)
  ASSIGN (checked_at, PROP_CHECKED_AT)
  ASSIGN (category, PROP_CATEGORY)
  ASSIGN (speaker, PROP_SPEAKER)
  ASSIGN (assignee, PROP_ASSIGNEE)
  ASSIGN (priority, PROP_PRIORITY)
  ASSIGN (is_starred, PROP_STARRED)
  ASSIGN (is_publishable, PROP_PUBLISHABLE)
  changed |= assign_string (self, &self->reason, other->reason, PROP_REASON);
  changed |= assign_string (self, &self->note, other->note, PROP_NOTE);
  changed |= assign_string (self, &self->correction, other->correction, PROP_CORRECTION);
  changed |= assign_string (self, &self->sentence, other->sentence, PROP_SENTENCE);
  changed |= assign_array (self, &self->evidence, other->evidence,
                           (GEqualFunc) galley_evidence_equal, PROP_EVIDENCE);
  changed |=
      assign_array (self, &self->notes, other->notes, (GEqualFunc) galley_note_equal, PROP_NOTES);
  changed |= assign_array (self, &self->queries, other->queries, (GEqualFunc) galley_query_equal,
                           PROP_QUERIES);

  g_object_thaw_notify (object);

  return changed;
}

/**
 * galley_claim_compare:
 *
 * Orders claims by their start; of those that start together the longer one comes first, so that an
 * outer claim stands before what it holds. Equal spans keep a fixed order by id.
 *
 * Returns: as strcmp()
 */
int
galley_claim_compare (GalleyClaim *a, GalleyClaim *b)
{
  if (a->range.start != b->range.start)
    return a->range.start < b->range.start ? -1 : 1;
  if (a->range.end != b->range.end)
    return a->range.end > b->range.end ? -1 : 1;
  return strcmp (a->id, b->id);
}
