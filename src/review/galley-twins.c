/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-twins.h"

#include "galley-repeats.h"

G_DEFINE_BOXED_TYPE (GalleyTwins, galley_twins, galley_twins_ref, galley_twins_unref)

#define NO_POSITION G_MAXUINT

/**
 * GalleyTwins:
 *
 * What an article tells more than once: its claims, and what nobody has marked yet, as they stood
 * when this was made. It never changes; what it is asked about is compared with how things stand
 * by then, and what has other words now is left out.
 *
 * Safe to share between threads.
 */
struct _GalleyTwins
{
  gatomicrefcount ref_count;

  GalleyDocument *document;
  guint n_relocations;   /* of the check then */
  GArray *ranges;        /* (element-type GalleyRange): the mentions, by their start */
  GPtrArray *ids;        /* (element-type utf8): of the claims, %NULL for what is not marked */
  GHashTable *positions; /* ids → positions */
  GalleyRepeats *repeats;
};

static void
add_mention (GalleyTwins *self, GalleyRange range, const char *claim_id)
{
  char *id = g_strdup (claim_id);

  if (id != NULL)
    g_hash_table_insert (self->positions, id, GUINT_TO_POINTER (self->ids->len));
  g_array_append_val (self->ranges, range);
  g_ptr_array_add (self->ids, id);
}

/* Claims and what is not marked, both by their start, as one list. */
static void
take_mentions (GalleyTwins *self, GalleyCheck *check)
{
  GalleyClaimList *claims = galley_check_get_claims (check);
  g_autoptr (GArray) suggestions = galley_check_get_suggestions (check);
  guint n_claims = galley_claim_list_get_n_claims (claims), n_taken = 0;

  for (guint i = 0; i < n_claims; i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      GalleyRange range = galley_claim_get_range (claim);

      for (; n_taken < suggestions->len &&
             g_array_index (suggestions, GalleyRange, n_taken).start < range.start;
           n_taken++)
        add_mention (self, g_array_index (suggestions, GalleyRange, n_taken), NULL);
      add_mention (self, range, galley_claim_get_id (claim));
    }
  for (; n_taken < suggestions->len; n_taken++)
    add_mention (self, g_array_index (suggestions, GalleyRange, n_taken), NULL);
}

static guint
find_position (GalleyTwins *self, GalleyClaim *claim)
{
  gpointer position;

  return g_hash_table_lookup_extended (self->positions, galley_claim_get_id (claim), NULL,
                                       &position)
             ? GPOINTER_TO_UINT (position)
             : NO_POSITION;
}

static gboolean
is_as_it_was (GalleyTwins *self, GalleyClaim *claim, guint position)
{
  return galley_range_equal (galley_claim_get_range (claim),
                             g_array_index (self->ranges, GalleyRange, position));
}

/**
 * galley_twins_is_current:
 * @check: the article that this was made of, as it is now
 *
 * Costs nothing.
 *
 * Returns: whether its claims and suggestions are still those that this was made of
 */
gboolean
galley_twins_is_current (GalleyTwins *self, GalleyCheck *check)
{
  return self->document == galley_check_get_document (check) &&
         self->n_relocations == galley_check_get_n_relocations (check);
}

static GalleyTwins *
take (GalleyCheck *check)
{
  GalleyTwins *self = g_new0 (GalleyTwins, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->document = g_object_ref (galley_check_get_document (check));
  self->n_relocations = galley_check_get_n_relocations (check);
  self->ranges = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  take_mentions (self, check);

  return self;
}

static void
find (GalleyTwins *self)
{
  self->repeats = galley_repeats_new (
      self->document, (const GalleyRange *) (gpointer) self->ranges->data, self->ranges->len);
}

/**
 * galley_twins_new:
 * @check: an article
 *
 * Finds what it tells more than once, and blocks meanwhile.
 *
 * Returns: (transfer full): what it tells more than once
 */
GalleyTwins *
galley_twins_new (GalleyCheck *check)
{
  GalleyTwins *self = take (check);

  find (self);
  return self;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GalleyTwins *self = data;

  if (g_task_return_error_if_cancelled (task))
    return;

  find (self);
  g_task_return_pointer (task, galley_twins_ref (self), (GDestroyNotify) galley_twins_unref);
}

/**
 * galley_twins_new_async:
 * @check: an article
 *
 * Finds what it tells more than once, in a thread of its own.
 */
void
galley_twins_new_async (GalleyCheck *check,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (check, cancellable, callback, user_data);

  g_task_set_source_tag (task, galley_twins_new_async);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, take (check), (GDestroyNotify) galley_twins_unref);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * galley_twins_new_finish:
 *
 * Returns: (transfer full): what the article tells more than once; %NULL if it was cancelled
 */
GalleyTwins *
galley_twins_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GalleyTwins *
galley_twins_ref (GalleyTwins *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_twins_unref (GalleyTwins *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->repeats, galley_repeats_free);
  g_hash_table_unref (self->positions);
  g_ptr_array_unref (self->ids);
  g_array_unref (self->ranges);
  g_object_unref (self->document);
  g_free (self);
}

/* What stands at @position by now; %NULL if that has other words or is gone. */
static GalleyTwin *
make_twin (GalleyTwins *self, GalleyCheck *check, guint position)
{
  GalleyRange range = g_array_index (self->ranges, GalleyRange, position), suggestion;
  const char *id = g_ptr_array_index (self->ids, position);
  GalleyClaim *claim =
      id != NULL ? galley_claim_list_find (galley_check_get_claims (check), id) : NULL;
  GalleyTwin *twin;

  if (id != NULL && (claim == NULL || !is_as_it_was (self, claim, position)))
    return NULL;
  if (id == NULL && (!galley_check_find_suggestion (check, range.start, &suggestion) ||
                     !galley_range_equal (suggestion, range)))
    return NULL;

  twin = g_new0 (GalleyTwin, 1);
  g_atomic_ref_count_init (&twin->ref_count);
  twin->claim = claim != NULL ? g_object_ref (claim) : NULL;
  twin->range = range;
  return twin;
}

/* What the verdict of @claim is to @twin. A pending claim has none. */
static GalleyTwinState
judge (GalleyClaim *claim, const GalleyTwin *twin)
{
  GalleyStatus own = galley_claim_get_status (claim);
  GalleyStatus other =
      twin->claim != NULL ? galley_claim_get_status (twin->claim) : GALLEY_STATUS_PENDING;

  if (!galley_mention_difference_is_none (&twin->difference))
    return GALLEY_TWIN_DIFFERENT;
  if (other == GALLEY_STATUS_PENDING || own == GALLEY_STATUS_PENDING)
    return GALLEY_TWIN_FREE;

  return own == other ? GALLEY_TWIN_AGREED : GALLEY_TWIN_DECIDED;
}

/**
 * galley_twins_list:
 * @check: the article, as it is now
 * @claim: a claim of it
 *
 * Lists the other mentions of what @claim tells of, and says of each what the verdict on @claim is
 * to it.
 *
 * Returns: (transfer full) (element-type GalleyTwin): the mentions, by their start; none if @claim
 *   has other words by now
 */
GPtrArray *
galley_twins_list (GalleyTwins *self, GalleyCheck *check, GalleyClaim *claim)
{
  GPtrArray *twins = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_twin_unref);
  guint position = find_position (self, claim);
  g_autoptr (GArray) others = NULL;

  if (position == NO_POSITION || self->document != galley_check_get_document (check) ||
      !is_as_it_was (self, claim, position))
    return twins;

  others = galley_repeats_list (self->repeats, position);
  for (guint i = 0; i < others->len; i++)
    {
      guint other = g_array_index (others, guint, i);
      GalleyTwin *twin = make_twin (self, check, other);

      if (twin == NULL)
        continue;
      galley_repeats_compare (self->repeats, position, other, &twin->difference);
      twin->state = judge (claim, twin);
      g_ptr_array_add (twins, twin);
    }

  return twins;
}

/**
 * galley_twins_list_same:
 * @claim: a claim of the article
 * @within: part of the article
 *
 * Costs little, so that it can be asked for each frame.
 *
 * Returns: (transfer full) (element-type GalleyRange): the other mentions that say the same and
 *   reach into @within, by their start
 */
GArray *
galley_twins_list_same (GalleyTwins *self, GalleyClaim *claim, GalleyRange within)
{
  guint position = find_position (self, claim);

  return position != NO_POSITION && is_as_it_was (self, claim, position)
             ? galley_repeats_list_same (self->repeats, position, within)
             : g_array_new (FALSE, FALSE, sizeof (GalleyRange));
}

/**
 * galley_twins_count:
 * @claim: a claim of the article
 *
 * Costs little, so that a list can show it.
 *
 * Returns: how many other mentions say the same
 */
guint
galley_twins_count (GalleyTwins *self, GalleyClaim *claim)
{
  guint position = find_position (self, claim);

  return position != NO_POSITION && is_as_it_was (self, claim, position)
             ? galley_repeats_count (self->repeats, position)
             : 0;
}

/* The mention that others of its group are compared with: the first that has a verdict. */
static guint
find_lead (GPtrArray *twins)
{
  for (guint i = 0; i < twins->len; i++)
    {
      const GalleyTwin *twin = g_ptr_array_index (twins, i);

      if (twin->claim != NULL && galley_claim_get_status (twin->claim) != GALLEY_STATUS_PENDING)
        return i;
    }

  return 0;
}

static void
compare_with_lead (GalleyTwins *self, GPtrArray *twins, const GArray *positions)
{
  guint lead = find_lead (twins);
  GalleyClaim *claim = ((GalleyTwin *) g_ptr_array_index (twins, lead))->claim;

  for (guint i = 0; i < twins->len; i++)
    {
      GalleyTwin *twin = g_ptr_array_index (twins, i);

      galley_repeats_compare (self->repeats, g_array_index (positions, guint, lead),
                              g_array_index (positions, guint, i), &twin->difference);
      if (claim != NULL)
        twin->state = judge (claim, twin);
      else if (!galley_mention_difference_is_none (&twin->difference))
        twin->state = GALLEY_TWIN_DIFFERENT;
    }
  if (lead > 0)
    g_ptr_array_insert (twins, 0, g_ptr_array_steal_index (twins, lead));
}

/* A claim within that which the others are compared with is no repeat of it. */
static void
drop_overlapping (GPtrArray *twins)
{
  GalleyRange lead = ((GalleyTwin *) g_ptr_array_index (twins, 0))->range;

  for (guint i = twins->len; i-- > 1;)
    if (galley_range_overlaps (lead, ((GalleyTwin *) g_ptr_array_index (twins, i))->range))
      g_ptr_array_remove_index (twins, i);
}

static GHashTable *
list_members (GalleyTwins *self)
{
  GHashTable *members = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autofree guint *groups = galley_repeats_group (self->repeats);

  for (guint i = 0; i < self->ids->len; i++)
    {
      GArray *group = g_hash_table_lookup (members, GUINT_TO_POINTER (groups[i]));

      if (group == NULL)
        {
          group = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (members, GUINT_TO_POINTER (groups[i]), group);
        }
      g_array_append_val (group, i);
    }

  return members;
}

static GPtrArray *
make_group (GalleyTwins *self, GalleyCheck *check, const GArray *members)
{
  g_autoptr (GPtrArray) twins = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_twin_unref);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < members->len; i++)
    {
      guint position = g_array_index (members, guint, i);
      GalleyTwin *twin = NULL;

      if (galley_repeats_has_other (self->repeats, position))
        twin = make_twin (self, check, position);
      if (twin == NULL)
        continue;
      g_ptr_array_add (twins, twin);
      g_array_append_val (positions, position);
    }
  if (twins->len < 2)
    return NULL;

  compare_with_lead (self, twins, positions);
  drop_overlapping (twins);
  return twins->len > 1 ? g_steal_pointer (&twins) : NULL;
}

/**
 * galley_twins_list_groups:
 * @check: the article, as it is now
 *
 * Lists everything that is told more than once. The first mention of a group is the one that the
 * others are compared with: the first in the article that has a verdict, or the first.
 *
 * Returns: (transfer full) (element-type GPtrArray(GalleyTwin)): the groups, by their first mention
 */
GPtrArray *
galley_twins_list_groups (GalleyTwins *self, GalleyCheck *check)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) members = list_members (self);

  for (guint i = 0; i < self->ids->len; i++)
    {
      const GArray *group = g_hash_table_lookup (members, GUINT_TO_POINTER (i));
      GPtrArray *twins = group != NULL && group->len > 1 ? make_group (self, check, group) : NULL;

      if (twins != NULL)
        g_ptr_array_add (groups, twins);
    }

  return groups;
}
