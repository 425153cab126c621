/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-reading.h"

G_DEFINE_BOXED_TYPE (GalleyReading, galley_reading, galley_reading_ref, galley_reading_unref)

static const char *const scope_nicks[GALLEY_N_READING_SCOPES] = {
  [GALLEY_READING_ALL] = "all",
  [GALLEY_READING_STARRED] = "starred",
  [GALLEY_READING_SAMPLE] = "sample",
};

/**
 * galley_reading_scope_to_nick:
 *
 * Returns: (transfer none): the scope's name on disk
 */
const char *
galley_reading_scope_to_nick (GalleyReadingScope scope)
{
  g_return_val_if_fail (scope < GALLEY_N_READING_SCOPES, NULL);

  return scope_nicks[scope];
}

/**
 * galley_reading_scope_from_nick:
 * @nick: (nullable): a scope's name on disk
 * @out_scope: (out): the scope; untouched if @nick is unknown
 *
 * Returns: whether @nick is known
 */
gboolean
galley_reading_scope_from_nick (const char *nick, GalleyReadingScope *out_scope)
{
  for (guint i = 0; i < GALLEY_N_READING_SCOPES; i++)
    if (g_strcmp0 (nick, scope_nicks[i]) == 0)
      {
        *out_scope = i;
        return TRUE;
      }

  return FALSE;
}

static void
verdict_free (gpointer data)
{
  GalleyReadingVerdict *verdict = data;

  g_free (verdict->id);
  g_free (verdict->claim_id);
  g_free (verdict->quote);
  g_free (verdict->reason);
  g_free (verdict->note);
  g_free (verdict->words);
  g_clear_pointer (&verdict->first, galley_verdict_free);
  g_free (verdict->first_words);
  g_free (verdict);
}

/**
 * galley_reading_new:
 * @fields: what it is; its count, verdicts and index are not looked at, and its strings are copied
 *
 * Returns: (transfer full): a reading of no claims, for who makes it to add them
 */
GalleyReading *
galley_reading_new (const GalleyReading *fields)
{
  GalleyReading *self = g_new (GalleyReading, 1);

  *self = *fields;
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (fields->id);
  self->article_id = g_strdup (fields->article_id);
  self->draft_id = g_strdup (fields->draft_id);
  self->reader = g_strdup (fields->reader);
  self->seed = g_strdup (fields->seed);
  self->verdicts = g_ptr_array_new_with_free_func (verdict_free);
  self->by_claim = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

GalleyReading *
galley_reading_ref (GalleyReading *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_reading_unref (GalleyReading *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->article_id);
  g_free (self->draft_id);
  g_free (self->reader);
  g_free (self->seed);
  g_hash_table_unref (self->by_claim);
  g_ptr_array_unref (self->verdicts);
  g_free (self);
}

/**
 * galley_reading_add:
 * @verdict: (transfer none): one of its claims, which is copied
 */
void
galley_reading_add (GalleyReading *self, const GalleyReadingVerdict *verdict)
{
  GalleyReadingVerdict *copy = g_new (GalleyReadingVerdict, 1);

  *copy = *verdict;
  copy->id = g_strdup (verdict->id);
  copy->claim_id = g_strdup (verdict->claim_id);
  copy->quote = g_strdup (verdict->quote);
  copy->reason = g_strdup (verdict->reason);
  copy->note = g_strdup (verdict->note);
  copy->words = g_strdup (verdict->words);
  copy->first_words = g_strdup (verdict->first_words);
  copy->first = galley_verdict_copy (verdict->first);
  g_ptr_array_add (self->verdicts, copy);
  g_hash_table_insert (self->by_claim, copy->claim_id, copy);
}

/**
 * galley_reading_find:
 * @claim_id: UUID
 *
 * Returns: (transfer none) (nullable): what it found of the claim; %NULL if it was not chosen
 */
const GalleyReadingVerdict *
galley_reading_find (GalleyReading *self, const char *claim_id)
{
  return g_hash_table_lookup (self->by_claim, claim_id);
}

/**
 * galley_reading_get_n_given:
 *
 * Returns: how many of its claims the reader has judged
 */
guint
galley_reading_get_n_given (GalleyReading *self)
{
  guint n_given = 0;

  for (guint i = 0; i < self->verdicts->len; i++)
    n_given += ((GalleyReadingVerdict *) g_ptr_array_index (self->verdicts, i))->is_given;

  return n_given;
}

/**
 * galley_reading_is_under_way:
 *
 * Returns: whether it has not been ended
 */
gboolean
galley_reading_is_under_way (GalleyReading *self)
{
  return self->ended_at == 0;
}
