/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-reading-verbs.h"

#include "galley-digest.h"
#include "galley-session.h"

#include <string.h>

/* A sample is drawn without a generator of random numbers, of which every machine has its own: for
 * each claim, the SHA-256 of the seed's UTF-8 bytes followed by the claim's id (a UUID in lower
 * case) is taken, as hexadecimal digits. The claims whose digests come first are the sample. So the
 * same seed and the same claims give the same sample everywhere, a larger sample holds the smaller
 * one, and a claim that is added elsewhere changes at most one of them. */
typedef struct
{
  GalleyClaim *claim; /* not owned */
  guint position;     /* in the text */
  char *digest;
} Lot;

static void
lot_clear (gpointer data)
{
  g_free (((Lot *) data)->digest);
}

static int
compare_digests (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Lot *) a)->digest, ((const Lot *) b)->digest);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint x = ((const Lot *) a)->position, y = ((const Lot *) b)->position;

  return (x > y) - (x < y);
}

/**
 * galley_reading_make_seed:
 *
 * Returns: (transfer full): a seed that nobody could foresee, short enough to be read out
 */
char *
galley_reading_make_seed (void)
{
  return g_strdup_printf ("%08x", g_random_int ());
}

static GArray *
draw_lots (GalleyClaimList *claims, const char *seed)
{
  GArray *lots = g_array_new (FALSE, FALSE, sizeof (Lot));

  g_array_set_clear_func (lots, lot_clear);
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      g_autofree char *text = g_strconcat (seed, galley_claim_get_id (claim), NULL);
      Lot lot = { claim, i, galley_digest (text, strlen (text)) };

      g_array_append_val (lots, lot);
    }

  return lots;
}

static GPtrArray *
choose_sample (GalleyClaimList *claims, const GalleyReadingChoice *choice)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) lots = draw_lots (claims, choice->seed != NULL ? choice->seed : "");

  g_array_sort (lots, compare_digests);
  if (choice->size < lots->len)
    g_array_set_size (lots, choice->size);
  g_array_sort (lots, compare_positions);
  for (guint i = 0; i < lots->len; i++)
    g_ptr_array_add (chosen, g_object_ref (g_array_index (lots, Lot, i).claim));

  return chosen;
}

/**
 * galley_reading_choose:
 * @claims: the claims of an article that stand on words of it
 * @choice: which of them
 *
 * Returns: (transfer full) (element-type GalleyClaim): those that are to be read, in the order of
 *   the text; empty if there are none
 */
GPtrArray *
galley_reading_choose (GalleyClaimList *claims, const GalleyReadingChoice *choice)
{
  GPtrArray *chosen;

  g_return_val_if_fail (GALLEY_IS_CLAIM_LIST (claims) && choice != NULL, NULL);

  if (choice->scope == GALLEY_READING_SAMPLE)
    return choose_sample (claims, choice);

  chosen = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);

      if (choice->scope == GALLEY_READING_ALL || galley_claim_is_starred (claim))
        g_ptr_array_add (chosen, g_object_ref (claim));
    }

  return chosen;
}

/* The claims of a reading as JSON, each with the id of its row. */
static void
append_claims (GString *body, GPtrArray *claims)
{
  g_string_append (body, ",\"claims\":[");
  for (guint i = 0; i < claims->len; i++)
    {
      g_autofree char *id = g_uuid_string_random ();

      /* UUIDs: nothing in them needs to be quoted. */
      g_string_append_printf (body, "%s{\"id\":\"%s\",\"claim\":\"%s\"}", i > 0 ? "," : "", id,
                              galley_claim_get_id (g_ptr_array_index (claims, i)));
    }
  g_string_append (body, "]}");
}

/**
 * galley_verb_start_reading:
 * @article_id: UUID
 * @claims: (element-type GalleyClaim): what galley_reading_choose() chose; at least one
 * @choice: how they were chosen
 *
 * Begins a second reading, by whoever performs it.
 *
 * Returns: (transfer full): the action; its change's subject is the id of the reading
 */
GalleyAction *
galley_verb_start_reading (const char *article_id,
                           GPtrArray *claims,
                           const GalleyReadingChoice *choice)
{
  GalleyAction *action = galley_action_new ("start-reading");
  g_autoptr (GalleyBody) body = galley_body_new ();
  g_autoptr (GString) json = NULL;
  g_autofree char *id = g_uuid_string_random ();
  gboolean is_sample = choice->scope == GALLEY_READING_SAMPLE;

  galley_body_add_text (body, "scope", galley_reading_scope_to_nick (choice->scope));
  galley_body_add_number (body, "size", is_sample ? choice->size : 0);
  galley_body_add_text (body, "seed", is_sample ? choice->seed : NULL);
  galley_body_add_number (body, "with_sources", choice->with_sources ? 1 : 0);
  json = g_string_new (galley_body_end (body));
  g_string_truncate (json, json->len - 1);
  append_claims (json, claims);
  galley_action_add (action, "reading.add", article_id, id, json->str);

  return action;
}

/**
 * galley_verb_read_claims:
 * @reading: a reading that is under way
 * @claim_ids: (array zero-terminated=1): claims of it
 * @status: what the reader finds of them
 * @reason: (nullable): why
 * @note: (nullable)
 *
 * Gives a second reader's verdicts. They replace those that the reading had, and never the claims'.
 *
 * Returns: (transfer full): the action; without a change if the reading has none of the claims
 */
GalleyAction *
galley_verb_read_claims (GalleyReading *reading,
                         const char *const *claim_ids,
                         GalleyStatus status,
                         const char *reason,
                         const char *note)
{
  GalleyAction *action = galley_action_new ("read-claim");

  for (guint i = 0; claim_ids[i] != NULL; i++)
    {
      const GalleyReadingVerdict *part = galley_reading_find (reading, claim_ids[i]);
      g_autoptr (GalleyBody) body = galley_body_new ();

      if (part == NULL)
        continue;
      galley_body_add_text (body, "status", galley_status_to_nick (status));
      galley_body_add_text (body, "reason", reason);
      galley_body_add_text (body, "note", note);
      galley_action_add (action, "reading.verdict", /* article_id= */ NULL, part->id,
                         galley_body_end (body));
    }

  return action;
}

/**
 * galley_verb_take_reading:
 * @reading: a reading that is under way in another copy of the library
 *
 * Returns: (transfer full): the action after which its reader goes on here, and no longer there
 */
GalleyAction *
galley_verb_take_reading (GalleyReading *reading)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  return galley_verb_make_single ("take-reading", "reading.take", reading->id, body);
}

/**
 * galley_verb_end_reading:
 *
 * Returns: (transfer full): the action after which nothing more is found, and all of it is shown
 */
GalleyAction *
galley_verb_end_reading (GalleyReading *reading)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  return galley_verb_make_single ("end-reading", "reading.end", reading->id, body);
}

/**
 * galley_verb_remove_reading:
 *
 * Returns: (transfer full): the action that takes a reading out; undo brings it back
 */
GalleyAction *
galley_verb_remove_reading (GalleyReading *reading)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  return galley_verb_make_single ("remove-reading", "reading.remove", reading->id, body);
}

/* Adds what keeps the check's own verdict known, and whether there was anything to add. */
static gboolean
add_settlements (GalleyAction *action, GalleyCheck *check, const char *claim_id)
{
  GPtrArray *readings = galley_check_get_readings (check);
  gboolean is_settled = FALSE;

  for (guint i = 0; i < readings->len; i++)
    {
      GalleyReading *reading = g_ptr_array_index (readings, i);
      const GalleyReadingVerdict *part = galley_reading_find (reading, claim_id);
      g_autoptr (GalleyBody) body = NULL;

      if (galley_reading_is_under_way (reading) || part == NULL || !part->is_given ||
          part->first != NULL)
        continue;
      body = galley_body_new ();
      galley_action_add (action, "reading.settle", /* article_id= */ NULL, part->id,
                         galley_body_end (body));
      is_settled = TRUE;
    }

  return is_settled;
}

static gboolean
differs (GalleyReading *reading, GalleyClaim *claim, const char *words)
{
  const GalleyReadingVerdict *part = galley_reading_find (reading, galley_claim_get_id (claim));

  return reading->ended_at > 0 && part != NULL && part->is_given && part->first == NULL &&
         part->given_at <= reading->seen_at && part->status != galley_claim_get_status (claim) &&
         g_strcmp0 (part->words, words) == 0;
}

/**
 * galley_check_is_read_apart:
 * @check: an article as the first checker sees it
 * @claim: a claim of it
 *
 * Returns: whether a second reader found something else than the check says, and nobody has decided
 *   between them
 */
gboolean
galley_check_is_read_apart (GalleyCheck *check, GalleyClaim *claim)
{
  GPtrArray *readings = galley_check_get_readings (check);
  g_autofree char *words = NULL;

  if (readings->len == 0)
    return FALSE;

  words = galley_text_slice (galley_document_get_text (galley_check_get_document (check)),
                             galley_claim_get_range (claim));
  for (guint i = 0; i < readings->len; i++)
    if (differs (g_ptr_array_index (readings, i), claim, words))
      return TRUE;

  return FALSE;
}

static gboolean
is_apart (GalleyClaim *claim, gpointer user_data)
{
  return galley_check_is_read_apart (user_data, claim);
}

/**
 * galley_check_new_filter:
 *
 * Returns: (transfer full): a filter over the claims, which knows where readers disagree; not to be
 *   used longer than the check
 */
GalleyClaimFilter *
galley_check_new_filter (GalleyCheck *self)
{
  GalleyClaimFilter *filter;

  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  filter = galley_claim_filter_new (galley_check_get_claims (self),
                                    galley_document_get_text (galley_check_get_document (self)));
  galley_claim_filter_set_apart_func (filter, is_apart, self);
  return filter;
}

/* The claim that a change decides about: it gives it another status, or says that people who sat
 * together have decided; (transfer full) (nullable). */
static char *
find_decided (GalleyCheck *check, const GalleyChange *change)
{
  GalleyClaimList *claims = galley_check_get_claims (check);
  GalleyClaim *claim;
  g_autofree char *id = NULL, *value = NULL;
  gboolean is_ruled;

  if (g_str_equal (change->kind, "session.decide"))
    {
      id = galley_body_find_text (change->body, "claim");
      value = galley_body_find_text (change->body, "ruling");
      is_ruled = g_strcmp0 (value, galley_ruling_to_nick (GALLEY_RULING_KEEP)) == 0 ||
                 g_strcmp0 (value, galley_ruling_to_nick (GALLEY_RULING_VERDICT)) == 0;
      return is_ruled && id != NULL && galley_claim_list_find (claims, id) != NULL
                 ? g_steal_pointer (&id)
                 : NULL;
    }
  if (!g_str_equal (change->kind, "claim.status"))
    return NULL;

  claim = galley_claim_list_find (claims, change->subject_id);
  value = galley_body_find_text (change->body, "status");
  return claim != NULL &&
                 g_strcmp0 (value, galley_status_to_nick (galley_claim_get_status (claim))) != 0
             ? g_strdup (change->subject_id)
             : NULL;
}

/**
 * galley_verb_keep_first:
 * @check: an article as the first checker sees it
 * @action: something that is to be done to its claims
 *
 * Adds to an action what galley_verb_settle() does, for each claim that it gives another status or
 * that people have decided to keep, so that no way of deciding makes the agreement look better.
 *
 * Returns: (transfer full): the action, or @action itself if there is nothing to add
 */
GalleyAction *
galley_verb_keep_first (GalleyCheck *check, GalleyAction *action)
{
  g_autoptr (GalleyAction) with = galley_action_new (action->verb);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean is_settled = FALSE;

  if (galley_check_get_readings (check)->len == 0 || g_str_equal (action->verb, "settle"))
    return galley_action_ref (action);

  for (guint i = 0; i < action->changes->len; i++)
    {
      const GalleyChange *change = g_ptr_array_index (action->changes, i);
      char *decided = find_decided (check, change);

      if (decided != NULL && g_hash_table_add (seen, decided))
        is_settled = add_settlements (with, check, decided) || is_settled;
      galley_action_add (with, change->kind, change->article_id, change->subject_id, change->body);
    }
  for (guint i = 0; i < action->blobs->len; i++)
    galley_action_add_blob (with, g_ptr_array_index (action->blobs, i));
  galley_action_expect_as (with, action);

  return is_settled ? g_steal_pointer (&with) : galley_action_ref (action);
}

/**
 * galley_verb_settle:
 * @check: the article with its readings
 * @claim_ids: (array zero-terminated=1): claims of it
 * @status: where they are to stand
 * @reason: (nullable): why
 *
 * Sets a status where the verdicts of second readers are known. What the check had decided before
 * them is kept for the agreement, which would otherwise look better with each decision.
 *
 * Returns: (transfer full): the action; the same as of galley_verb_set_status() where nobody has
 *   read the claims
 */
GalleyAction *
galley_verb_settle (GalleyCheck *check,
                    const char *const *claim_ids,
                    GalleyStatus status,
                    const char *reason)
{
  g_autoptr (GalleyAction) action = galley_action_new ("settle");
  gboolean is_settled = FALSE;

  for (guint i = 0; claim_ids[i] != NULL; i++)
    {
      is_settled = add_settlements (action, check, claim_ids[i]) || is_settled;
      galley_verb_add_status (action, claim_ids[i], status, reason);
    }

  return is_settled ? g_steal_pointer (&action)
                    : galley_verb_set_status (claim_ids, status, reason);
}
