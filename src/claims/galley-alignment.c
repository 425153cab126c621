/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-alignment-private.h"

static guint *
list_keys (const GalleyDraftWords *draft)
{
  guint *keys = g_new (guint, draft->n_words + 1);

  for (guint i = 0; i < draft->n_words; i++)
    keys[i] = draft->words[i].key;

  return keys;
}

static guint *
list_nothing (guint n_words)
{
  guint *words = g_new (guint, n_words + 1);

  for (guint i = 0; i < n_words; i++)
    words[i] = GALLEY_NO_WORD;

  return words;
}

/**
 * galley_alignment_new:
 * @old: a draft
 * @new: a later one
 *
 * Aligns two drafts as wholes.
 *
 * The time that it takes grows with the length of the drafts, and not with what is in them.
 *
 * Returns: (transfer full): which words are which
 */
GalleyAlignment *
galley_alignment_new (GalleyDocument *old, GalleyDocument *new)
{
  GalleyAlignment *self = g_new0 (GalleyAlignment, 1);

  self->vocabulary = galley_vocabulary_new ();
  self->old = galley_draft_words_new (old, self->vocabulary);
  self->new = galley_draft_words_new (new, self->vocabulary);
  self->weights = galley_vocabulary_weigh (self->vocabulary);
  self->old_keys = list_keys (self->old);
  self->new_keys = list_keys (self->new);
  self->to_new = list_nothing (self->old->n_words);
  self->to_old = list_nothing (self->new->n_words);
  self->bonds = g_new0 (guint8, self->old->n_words + 1);

  galley_alignment_follow_flow (self);
  galley_alignment_find_moved (self);
  galley_alignment_fill_gaps (self);

  return self;
}

void
galley_alignment_free (GalleyAlignment *self)
{
  galley_draft_words_free (self->old);
  galley_draft_words_free (self->new);
  galley_vocabulary_free (self->vocabulary);
  g_free (self->weights);
  g_free (self->old_keys);
  g_free (self->new_keys);
  g_free (self->to_new);
  g_free (self->to_old);
  g_free (self->bonds);
  g_free (self);
}
