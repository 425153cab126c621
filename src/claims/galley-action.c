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
  g_clear_pointer (&self->expected_values, g_hash_table_unref);
  g_clear_pointer (&self->expected_words, g_hash_table_unref);
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

/**
 * galley_action_expect_value:
 * @claim_id: UUID of a claim, or of what a second reader found of one
 * @field: what is written of it: status, reason, note, correction, category, speaker, sentence or
 *   assignee
 * @value: (nullable): what the person saw there; %NULL for nothing
 *
 * Makes the action fail if something else is written there by then: nobody replaces, or deletes,
 * what they have not seen. The expectation is kept as "@claim_id @field".
 */
void
galley_action_expect_value (GalleyAction *self,
                            const char *claim_id,
                            const char *field,
                            const char *value)
{
  g_return_if_fail (self != NULL && claim_id != NULL && field != NULL);

  if (self->expected_values == NULL)
    self->expected_values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_replace (self->expected_values, g_strconcat (claim_id, " ", field, NULL),
                        g_strdup (value));
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

  if (self->expected_words == NULL)
    self->expected_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_replace (self->expected_words, g_strdup (claim_id), g_strdup (words));
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
  gpointer id, words, key, value;

  g_return_if_fail (self != NULL && other != NULL && self != other);

  if (other->expected_text != NULL)
    galley_action_expect_text (self, other->expected_text);
  if (other->expected_moment != NULL)
    galley_action_expect_moment (self, other->expected_moment);

  if (other->expected_values != NULL)
    g_hash_table_iter_init (&iter, other->expected_values);
  while (other->expected_values != NULL && g_hash_table_iter_next (&iter, &key, &value))
    {
      g_auto (GStrv) parts = g_strsplit (key, " ", 2);

      galley_action_expect_value (self, parts[0], parts[1], value);
    }

  if (other->expected_words != NULL)
    g_hash_table_iter_init (&iter, other->expected_words);
  while (other->expected_words != NULL && g_hash_table_iter_next (&iter, &id, &words))
    galley_action_expect_words (self, id, words);
}
