/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-action.h"

G_DEFINE_BOXED_TYPE (GalleyAction, galley_action, galley_action_ref, galley_action_unref)

static void
galley_change_free (gpointer data)
{
  GalleyChange *change = data;

  g_free (change->kind);
  g_free (change->article_id);
  g_free (change->subject_id);
  g_free (change->body);
  g_free (change);
}

/**
 * galley_action_new:
 * @verb: nick of the verb
 *
 * Returns: (transfer full): an action without changes
 */
GalleyAction *
galley_action_new (const char *verb)
{
  GalleyAction *self;

  g_return_val_if_fail (verb != NULL, NULL);

  self = g_new0 (GalleyAction, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->verb = g_strdup (verb);
  self->changes = g_ptr_array_new_with_free_func (galley_change_free);
  self->blobs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  return self;
}

GalleyAction *
galley_action_ref (GalleyAction *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_action_unref (GalleyAction *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->verb);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->blobs);
  g_free (self->expected_text);
  g_free (self->expected_moment);
  g_clear_pointer (&self->expectations, g_hash_table_unref);
  g_clear_pointer (&self->judged, g_hash_table_unref);
  g_free (self);
}

/**
 * galley_action_add:
 * @kind: kind of event
 * @article_id: (nullable): the article that it concerns
 * @subject_id: what it is about
 * @body: what is to be true afterwards, a JSON object; see #GalleyBody
 */
void
galley_action_add (GalleyAction *self,
                   const char *kind,
                   const char *article_id,
                   const char *subject_id,
                   const char *body)
{
  GalleyChange *change;

  g_return_if_fail (kind != NULL && subject_id != NULL && body != NULL);

  change = g_new0 (GalleyChange, 1);
  change->kind = g_strdup (kind);
  change->article_id = g_strdup (article_id);
  change->subject_id = g_strdup (subject_id);
  change->body = g_strdup (body);
  g_ptr_array_add (self->changes, change);
}

/**
 * galley_action_replace_body:
 * @change: one of its changes
 * @body: what is to be true after it instead, a JSON object
 *
 * Changes what it asks for, as long as it was not asked of anybody.
 */
void
galley_action_replace_body (GalleyAction *self, const GalleyChange *change, const char *body)
{
  guint index;

  g_return_if_fail (self != NULL && body != NULL);

  if (g_ptr_array_find (self->changes, change, &index))
    {
      GalleyChange *own = g_ptr_array_index (self->changes, index);

      g_free (own->body);
      own->body = g_strdup (body);
    }
}

/**
 * galley_action_add_blob:
 * @blob: what a change names by its SHA-256; where the library has it already it is kept once
 */
void
galley_action_add_blob (GalleyAction *self, GBytes *blob)
{
  g_return_if_fail (blob != NULL);

  g_ptr_array_add (self->blobs, g_bytes_ref (blob));
}

/**
 * galley_action_expect_text:
 * @sha256: digest of the text that the changes' offsets count in
 *
 * Offsets mean nothing in another draft: the action is to fail if the article has one by then.
 */
void
galley_action_expect_text (GalleyAction *self, const char *sha256)
{
  g_return_if_fail (sha256 != NULL);

  g_free (self->expected_text);
  self->expected_text = g_strdup (sha256);
}

/**
 * galley_action_expect_moment:
 * @moment: how far the library's journal had come when what the person was shown was read, as the
 *   library tells it
 *
 * Makes the action fail if something else was done about the article since, or came to be known.
 */
void
galley_action_expect_moment (GalleyAction *self, const char *moment)
{
  g_return_if_fail (self != NULL && moment != NULL);

  g_free (self->expected_moment);
  self->expected_moment = g_strdup (moment);
}

static void
expect (GalleyAction *self, const char *id, GalleyExpected expected, const char *value)
{
  GalleyExpectation *of_claim;

  if (self->expectations == NULL)
    self->expectations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                (GDestroyNotify) galley_expectation_free);
  of_claim = g_hash_table_lookup (self->expectations, id);
  if (of_claim == NULL)
    {
      of_claim = galley_expectation_new ();
      g_hash_table_insert (self->expectations, g_strdup (id), of_claim);
    }
  galley_expectation_set (of_claim, expected, value);
}

/**
 * galley_action_expect_value:
 * @claim_id: UUID of a claim, or of what a second reader found of one
 * @field: what is written of it: status, reason, note, correction, category, speaker, sentence,
 *   assignee, or former for the status that was given on former words
 * @value: (nullable): what the person saw there; %NULL for nothing
 *
 * Makes the action fail if something else is written there by then: nobody replaces, or deletes,
 * what they have not seen.
 */
void
galley_action_expect_value (GalleyAction *self,
                            const char *claim_id,
                            const char *field,
                            const char *value)
{
  GalleyExpected expected;

  g_return_if_fail (self != NULL && claim_id != NULL && field != NULL);

  if (galley_expected_from_field (field, &expected))
    expect (self, claim_id, expected, value);
  else
    g_return_if_reached ();
}

/**
 * galley_action_find_expected:
 * @claim_id: UUID of a claim, or of what a second reader found of one
 * @field: as of galley_action_expect_value()
 * @out_value: (out) (transfer none) (nullable) (optional): what is expected there
 *
 * Returns: whether it expects anything there
 */
gboolean
galley_action_find_expected (GalleyAction *self,
                             const char *claim_id,
                             const char *field,
                             const char **out_value)
{
  const GalleyExpectation *of_claim;
  GalleyExpected expected;

  g_return_val_if_fail (self != NULL && claim_id != NULL && field != NULL, FALSE);

  of_claim = self->expectations != NULL ? g_hash_table_lookup (self->expectations, claim_id) : NULL;
  if (of_claim == NULL || !galley_expected_from_field (field, &expected) ||
      !of_claim->is_expected[expected])
    return FALSE;

  if (out_value != NULL)
    *out_value = of_claim->values[expected];
  return TRUE;
}

/**
 * galley_action_expect_status:
 * @claim_id: UUID of a claim, or of what a second reader found of one
 * @status: nick of the status that the person knew it by
 *
 * Makes the action fail if the claim has another status by then: a reason that was written for one
 * verdict says nothing of another.
 */
void
galley_action_expect_status (GalleyAction *self, const char *claim_id, const char *status)
{
  g_return_if_fail (self != NULL && claim_id != NULL && status != NULL);

  galley_action_expect_value (self, claim_id, "status", status);
}

/**
 * galley_action_judge:
 * @claim_id: UUID of a claim, or of what a second reader found of one
 *
 * Says that the status which the action gives to the claim is what the person decides, and not the
 * one that a reason was written for.
 */
void
galley_action_judge (GalleyAction *self, const char *claim_id)
{
  g_return_if_fail (self != NULL && claim_id != NULL);

  if (self->judged == NULL)
    self->judged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (self->judged, g_strdup (claim_id));
}

/**
 * galley_action_judges:
 * @claim_id: UUID of a claim, or of what a second reader found of one
 *
 * Returns: whether galley_action_judge() was called for it
 */
gboolean
galley_action_judges (GalleyAction *self, const char *claim_id)
{
  g_return_val_if_fail (self != NULL && claim_id != NULL, FALSE);

  return self->judged != NULL && g_hash_table_contains (self->judged, claim_id);
}

/**
 * galley_action_expect_words:
 * @claim_id: UUID of a claim
 * @words: those that the person saw it on
 *
 * Makes the action fail if the claim stands on other words by then, or on none: a verdict is about
 * words that somebody has read.
 */
void
galley_action_expect_words (GalleyAction *self, const char *claim_id, const char *words)
{
  g_return_if_fail (self != NULL && claim_id != NULL && words != NULL);

  expect (self, claim_id, GALLEY_EXPECTED_WORDS, words);
}

/**
 * galley_action_expect_as:
 * @other: what the person did
 *
 * Expects everything that @other does, of which this action is made.
 */
void
galley_action_expect_as (GalleyAction *self, const GalleyAction *other)
{
  GHashTableIter iter;
  gpointer id, of_claim;

  g_return_if_fail (self != NULL && other != NULL && self != other);

  if (other->expected_text != NULL)
    galley_action_expect_text (self, other->expected_text);
  if (other->expected_moment != NULL)
    galley_action_expect_moment (self, other->expected_moment);

  if (other->expectations != NULL)
    g_hash_table_iter_init (&iter, other->expectations);
  while (other->expectations != NULL && g_hash_table_iter_next (&iter, &id, &of_claim))
    for (GalleyExpected i = 0; i < GALLEY_N_EXPECTED; i++)
      if (((GalleyExpectation *) of_claim)->is_expected[i])
        expect (self, id, i, ((GalleyExpectation *) of_claim)->values[i]);

  if (other->judged != NULL)
    g_hash_table_iter_init (&iter, other->judged);
  while (other->judged != NULL && g_hash_table_iter_next (&iter, &id, NULL))
    galley_action_judge (self, id);
}
