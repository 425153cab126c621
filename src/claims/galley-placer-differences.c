/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-placer.h"

static GalleyDifference
compare_gaps (GalleyAlignment *self, guint old, guint new)
{
  GalleyDifference old_change, new_change;
  guint old_gap = self->old->words[old].gap, new_gap = self->new->words[new].gap;

  if (old_gap == new_gap)
    return GALLEY_DIFFERENCE_NONE;

  old_change = galley_vocabulary_get_gap_difference (self->vocabulary, old_gap);
  new_change = galley_vocabulary_get_gap_difference (self->vocabulary, new_gap);
  return old_change != new_change ? old_change ^ new_change
                                  : old_change | GALLEY_DIFFERENCE_PUNCTUATION;
}

static GalleyDifference
compare_words (GalleyAlignment *self, guint old, guint new)
{
  if (self->old->words[old].word == self->new->words[new].word)
    return GALLEY_DIFFERENCE_NONE;

  return galley_draft_words_get_difference (self->old, self->vocabulary, old) |
         galley_draft_words_get_difference (self->new, self->vocabulary, new);
}

/**
 * galley_placer_compare_row:
 * @old: words of the old draft
 * @new: the first of as many words of the new draft
 *
 * Returns: what differs between them and in what stands between them, word for word
 */
GalleyDifference
galley_placer_compare_row (GalleyAlignment *self, GalleyRange old, guint new)
{
  GalleyDifference changes = GALLEY_DIFFERENCE_NONE;

  for (guint i = old.start; i < old.end; i++, new += 1)
    {
      changes |= compare_words (self, i, new);
      if (i > old.start)
        changes |= compare_gaps (self, i, new);
    }

  return changes & ~GALLEY_DIFFERENCE_REACHING;
}

/* What it means that the word @index of @draft is not in the other draft: a quotation that is cut
 * is another one. */
static GalleyDifference
judge_lone_word (GalleyAlignment *self, GalleyDraftWords *draft, guint index)
{
  return galley_draft_words_get_difference (draft, self->vocabulary, index) |
         (draft->words[index].is_quoted ? GALLEY_DIFFERENCE_QUOTATION : GALLEY_DIFFERENCE_NONE);
}

/**
 * galley_placer_compare:
 * @old: words of the old draft
 * @new: words of the new draft
 *
 * Returns: what differs, going by which of the words are counterparts; never nothing
 */
GalleyDifference
galley_placer_compare (GalleyAlignment *self, GalleyRange old, GalleyRange new)
{
  GalleyDifference changes = GALLEY_DIFFERENCE_NONE;

  for (guint i = old.start; i < old.end; i++)
    {
      guint other = self->to_new[i];

      if (other < new.start || other >= new.end)
        changes |= judge_lone_word (self, self->old, i);
      else
        {
          changes |= compare_words (self, i, other);
          if (i > old.start && other > new.start && self->to_new[i - 1] == other - 1)
            changes |= compare_gaps (self, i, other);
        }
    }
  for (guint i = new.start; i < new.end; i++)
    if (self->to_old[i] < old.start || self->to_old[i] >= old.end)
      changes |= judge_lone_word (self, self->new, i);

  changes &= ~GALLEY_DIFFERENCE_REACHING;
  return changes != GALLEY_DIFFERENCE_NONE ? changes : GALLEY_DIFFERENCE_WORDS;
}
