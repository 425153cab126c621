/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-private.h"

#include <string.h>

static gboolean
assign_string (GalleyClaim *self, char **field, const char *value, guint prop)
{
  if (g_strcmp0 (*field, value) == 0)
    return FALSE;

  g_free (*field);
  *field = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), galley_claim_properties[prop]);
  return TRUE;
}

static gboolean
assign_former (GalleyClaim *self, GalleyFormer *value)
{
  if (galley_former_equal (self->former, value))
    return FALSE;

  g_clear_pointer (&self->former, galley_former_unref);
  self->former = value != NULL ? galley_former_ref (value) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), galley_claim_properties[GALLEY_CLAIM_PROP_FORMER]);
  return TRUE;
}

static gboolean
assign_disagreement (GalleyClaim *self, GalleyDisagreement *value)
{
  if (galley_disagreement_equal (self->disagreement, value))
    return FALSE;

  g_clear_pointer (&self->disagreement, galley_disagreement_unref);
  self->disagreement = value != NULL ? galley_disagreement_ref (value) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self),
                            galley_claim_properties[GALLEY_CLAIM_PROP_DISAGREEMENT]);
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
  g_object_notify_by_pspec (G_OBJECT (self), galley_claim_properties[prop]);
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
      g_object_notify_by_pspec (object, galley_claim_properties[prop]);                            \
      changed = TRUE;                                                                              \
    }
  ASSIGN (range.start, GALLEY_CLAIM_PROP_START)
  ASSIGN (range.end, GALLEY_CLAIM_PROP_END)
  ASSIGN (status, GALLEY_CLAIM_PROP_STATUS)
  ASSIGN (checked_by, GALLEY_CLAIM_PROP_CHECKED_BY)
  ASSIGN (checked_at, GALLEY_CLAIM_PROP_CHECKED_AT)
  ASSIGN (category, GALLEY_CLAIM_PROP_CATEGORY)
  ASSIGN (speaker, GALLEY_CLAIM_PROP_SPEAKER)
  ASSIGN (assignee, GALLEY_CLAIM_PROP_ASSIGNEE)
  ASSIGN (priority, GALLEY_CLAIM_PROP_PRIORITY)
  ASSIGN (is_starred, GALLEY_CLAIM_PROP_STARRED)
  ASSIGN (is_unjudged, GALLEY_CLAIM_PROP_UNJUDGED)
  ASSIGN (is_publishable, GALLEY_CLAIM_PROP_PUBLISHABLE)
  ASSIGN (has_new_sentence, GALLEY_CLAIM_PROP_SENTENCE)
  ASSIGN (place, GALLEY_CLAIM_PROP_PLACE)
  changed |= assign_string (self, &self->reason, other->reason, GALLEY_CLAIM_PROP_REASON);
  changed |= assign_string (self, &self->note, other->note, GALLEY_CLAIM_PROP_NOTE);
  changed |=
      assign_string (self, &self->correction, other->correction, GALLEY_CLAIM_PROP_CORRECTION);
  changed |= assign_string (self, &self->sentence, other->sentence, GALLEY_CLAIM_PROP_SENTENCE);
  changed |= assign_former (self, other->former);
  changed |= assign_disagreement (self, other->disagreement);
  changed |= assign_array (self, &self->evidence, other->evidence,
                           (GEqualFunc) galley_evidence_equal, GALLEY_CLAIM_PROP_EVIDENCE);
  changed |= assign_array (self, &self->notes, other->notes, (GEqualFunc) galley_note_equal,
                           GALLEY_CLAIM_PROP_NOTES);
  changed |= assign_array (self, &self->queries, other->queries, (GEqualFunc) galley_query_equal,
                           GALLEY_CLAIM_PROP_QUERIES);

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
