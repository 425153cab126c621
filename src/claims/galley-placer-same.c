/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-placer.h"

/* Claims whose words are the same. They keep what was decided on them only if it is beyond doubt
 * that they are the same statement: nothing grave changed beside them, no other place could be
 * meant, and enough of what is around them stayed. */

/* So many words in a row are the same passage whatever became of the rest of their sentence. */
#define LONG_ROW 8

/* And so many if the passage moved. */
#define LONG_MOVED_ROW 12

/* A sentence that moved and is shorter than this could be there by chance. */
#define MIN_MOVED_SENTENCE 4

/* How much of the sentence has to be the same otherwise. */
#define MIN_SUPPORT 0.5

/* Fewer words than this are in many sentences. */
#define MIN_RIVAL 2

/* How many copies of some words are looked at. */
#define MAX_COPIES 16

/* No further than this is looked to either side. */
#define MAX_WORDS 64

static gboolean
follows (GalleyAlignment *self, guint old)
{
  return self->to_new[old - 1] != GALLEY_NO_WORD && self->to_new[old - 1] + 1 == self->to_new[old];
}

/* The words around @words that are the same in a row. */
static GalleyRange
get_row (GalleyAlignment *self, GalleyRange words)
{
  GalleyRange row = words;

  while (row.start > 0 && words.start - row.start < MAX_WORDS && follows (self, row.start))
    row.start--;
  while (row.end < self->old->n_words && row.end - words.end < MAX_WORDS && follows (self, row.end))
    row.end++;

  return row;
}

/* All of the sentences that @words are in, as far as one looks. */
static GalleyRange
get_sentences (GalleyDraftWords *draft, GalleyRange words)
{
  GalleyRange first = galley_draft_words_get_sentence (draft, words.start);
  GalleyRange last = galley_draft_words_get_sentence (draft, words.end - 1);

  return (GalleyRange){ MAX (first.start, words.start - MIN (words.start, MAX_WORDS)),
                        MIN (last.end, words.end + MAX_WORDS) };
}

static double
weigh_words (const float *weights, const guint *keys, GalleyRange words)
{
  double sum = 0;

  for (guint i = words.start; i < words.end; i++)
    sum += weights[keys[i]];

  return sum;
}

/* How much of both the old and the new sentences they have in common, by weight, from 0 to 1. */
static double
get_support (GalleyAlignment *self, GalleyRange old, GalleyRange new)
{
  double all = weigh_words (self->weights, self->old_keys, old) +
               weigh_words (self->weights, self->new_keys, new);
  double kept = 0;

  for (guint i = old.start; i < old.end; i++)
    if (self->to_new[i] >= new.start && self->to_new[i] < new.end)
      kept += self->weights[self->old_keys[i]];

  return 2 * kept / all;
}

static gboolean
has_bond (GalleyAlignment *self, GalleyRange words, GalleyBond bond)
{
  for (guint i = words.start; i < words.end; i++)
    if (self->bonds[i] == bond)
      return TRUE;

  return FALSE;
}

static gboolean
is_whole (GalleyAlignment *self, GalleyRange old, GalleyRange new)
{
  return galley_range_equal (old, get_sentences (self->old, old)) &&
         galley_range_equal (new, get_sentences (self->new, new));
}

static gboolean
is_supported (GalleyAlignment *self, GalleyRange old, GalleyRange new, GalleyRange row)
{
  return galley_range_length (row) >= LONG_ROW || is_whole (self, old, new) ||
         get_support (self, get_sentences (self->old, old), get_sentences (self->new, new)) >=
             MIN_SUPPORT;
}

/* Whether @words, a row of words that are likely, has as many copies between the sure words around
 * it in one draft as in the other, so that their order tells which is which. */
static gboolean
is_framed_alone (GalleyPlacer *self, GalleyRange words)
{
  GalleyAlignment *alignment = self->alignment;
  GalleyRange old = { self->last_sure[words.start], self->next_sure[words.end] };
  GalleyRange new = { 0, alignment->new->n_words };
  const guint *row = alignment->old_keys + words.start;
  guint length = galley_range_length (words), n_old, n_new;

  if (old.start > 0)
    new.start = alignment->to_new[old.start - 1] + 1;
  if (old.end < alignment->old->n_words)
    new.end = alignment->to_new[old.end];
  n_old = galley_copies_count (self->old_copies, row, length, old.start, old.end);
  n_new = galley_copies_count (self->new_copies, row, length, new.start, new.end);

  return n_old == n_new && n_old != G_MAXUINT;
}

static gboolean
is_likely_in_row (GalleyAlignment *self, guint old, guint sentence)
{
  return self->bonds[old] == GALLEY_BOND_LIKELY && self->old->words[old].sentence == sentence;
}

/* The words in a row with the likely word @index, in its sentence, that are no more than likely. */
static GalleyRange
get_likely_row (GalleyAlignment *self, guint index)
{
  GalleyRange row = { index, index + 1 };
  guint sentence = self->old->words[index].sentence;

  while (row.start > 0 && index - row.start < MAX_WORDS &&
         is_likely_in_row (self, row.start - 1, sentence) && follows (self, row.start))
    row.start--;
  while (row.end < self->old->n_words && row.end - index < MAX_WORDS &&
         is_likely_in_row (self, row.end, sentence) && follows (self, row.end))
    row.end++;

  return row;
}

/* Whether no other place could be meant by any of @words. */
static gboolean
is_alone (GalleyPlacer *self, GalleyRange words)
{
  GalleyAlignment *alignment = self->alignment;

  for (guint i = words.start; i < words.end; i++)
    {
      GalleyRange row;

      if (alignment->bonds[i] == GALLEY_BOND_SURE)
        continue;
      row = get_likely_row (alignment, i);
      if (!is_framed_alone (self, row))
        return FALSE;
      i = row.end - 1;
    }

  return TRUE;
}

/* Whether the words of @row in the old draft are not all the same in a row in the new one. */
static gboolean
is_orphan (GalleyAlignment *self, guint start, guint length)
{
  for (guint i = start; i < start + length; i++)
    if (self->to_new[i] == GALLEY_NO_WORD || (i > start && !follows (self, i)))
      return TRUE;

  return FALSE;
}

/* The words in a row with the word @index, in its sentence. */
static GalleyRange
get_row_in_sentence (GalleyAlignment *self, guint index)
{
  GalleyRange sentence = galley_draft_words_get_sentence (self->old, index);
  GalleyRange row = { index, index + 1 };

  while (row.start > sentence.start && index - row.start < MAX_WORDS && follows (self, row.start))
    row.start--;
  while (row.end < sentence.end && row.end - index < MAX_WORDS && follows (self, row.end))
    row.end++;

  return row;
}

/* Whether all of @sentence is the same and words beside it are, too. */
static gboolean
is_held (GalleyAlignment *self, GalleyRange sentence, GalleyRange row)
{
  GalleyRange held;

  if (!galley_range_equal (row, sentence))
    return FALSE;

  held = get_row (self, sentence);
  return held.start + MIN_RIVAL <= sentence.start || held.end >= sentence.end + MIN_RIVAL;
}

/* Whether another sentence of the old draft, of which it is not known what became of it, has the
 * words of @row as well. Where the sentence of @row was edited, or those beside it were, it could
 * have been that one. */
static gboolean
has_rival (GalleyPlacer *self, GalleyRange row)
{
  GalleyAlignment *alignment = self->alignment;
  guint length = galley_range_length (row), places[MAX_COPIES];
  guint n = galley_copies_find (self->old_copies, alignment->old_keys + row.start, length, places,
                                MAX_COPIES);

  for (guint i = 0; i < n; i++)
    if (places[i] != row.start && is_orphan (alignment, places[i], length))
      return TRUE;

  return FALSE;
}

static gboolean
has_rivals (GalleyPlacer *self, GalleyRange words)
{
  GalleyAlignment *alignment = self->alignment;

  for (guint i = words.start; i < words.end;)
    {
      GalleyRange sentence = galley_draft_words_get_sentence (alignment->old, i);
      GalleyRange row = get_row_in_sentence (alignment, i);

      if (galley_range_length (row) >= MIN_RIVAL && !is_held (alignment, sentence, row) &&
          has_rival (self, row))
        return TRUE;
      i = sentence.end;
    }

  return FALSE;
}

static gboolean
is_unique (GalleyPlacer *self, GalleyRange row)
{
  const guint *keys = self->alignment->old_keys + row.start;
  guint places[2];

  return galley_copies_find (self->old_copies, keys, galley_range_length (row), places, 2) == 1 &&
         galley_copies_find (self->new_copies, keys, galley_range_length (row), places, 2) == 1;
}

/* Whether all of the sentence that moved is the same at its new place, or so much of it that there
 * can be no doubt. */
static gboolean
moved_as_a_whole (GalleyAlignment *self, GalleyRange old, GalleyRange new, GalleyRange row)
{
  GalleyRange old_sentences = get_sentences (self->old, old);
  GalleyRange new_sentences = get_sentences (self->new, new);
  guint length = galley_range_length (old_sentences);

  if (galley_range_length (row) >= LONG_MOVED_ROW)
    return TRUE;
  if (length != galley_range_length (new_sentences) || length < MIN_MOVED_SENTENCE ||
      old.start - old_sentences.start != new.start - new_sentences.start)
    return FALSE;

  for (guint i = 0; i < length; i++)
    if (self->old_keys[old_sentences.start + i] != self->new_keys[new_sentences.start + i])
      return FALSE;

  return TRUE;
}

static GalleyPlacementClass
judge_moved (GalleyPlacer *self, GalleyRange old, GalleyRange new, GalleyRange row)
{
  return is_unique (self, row) && moved_as_a_whole (self->alignment, old, new, row)
             ? GALLEY_PLACEMENT_MOVED
             : GALLEY_PLACEMENT_AMBIGUOUS;
}

static GalleyPlacementClass
judge_in_flow (GalleyPlacer *self, GalleyRange old, GalleyRange new, GalleyRange row)
{
  if (!is_alone (self, old) || has_rivals (self, old))
    return GALLEY_PLACEMENT_AMBIGUOUS;

  return is_supported (self->alignment, old, new, row) ? GALLEY_PLACEMENT_EXACT
                                                       : GALLEY_PLACEMENT_CHANGED;
}

/**
 * galley_placer_judge_row:
 * @new: the first of the words in a row that are the counterparts of all words of the claim
 * @out_placement: (out): what became of the claim
 */
void
galley_placer_judge_row (GalleyPlacer *self,
                         const GalleyPlacing *placing,
                         guint new,
                         GalleyPlacement *out_placement)
{
  GalleyAlignment *alignment = self->alignment;
  GalleyRange words = { new, new + galley_range_length (placing->words) };
  GalleyRange row = get_row (alignment, placing->words);
  GalleyDifference changes = galley_placer_compare_row (alignment, placing->words, new);

  if (!galley_placer_find_edges (alignment, placing, words, &out_placement->range))
    changes |= GALLEY_DIFFERENCE_PUNCTUATION;
  changes |= galley_placer_compare_surroundings (alignment, placing->words, words);
  out_placement->differences = changes;
  if (changes != GALLEY_DIFFERENCE_NONE)
    out_placement->placement = GALLEY_PLACEMENT_CHANGED;
  else if (has_bond (alignment, placing->words, GALLEY_BOND_MOVED))
    out_placement->placement = judge_moved (self, placing->words, words, row);
  else
    out_placement->placement = judge_in_flow (self, placing->words, words, row);
  if (out_placement->placement == GALLEY_PLACEMENT_CHANGED && changes == GALLEY_DIFFERENCE_NONE)
    out_placement->differences = GALLEY_DIFFERENCE_WORDS;
}

/* Whether no other words of the old draft have those at @new for their counterparts. */
static gboolean
is_available (GalleyAlignment *self, GalleyRange words, guint new)
{
  for (guint i = new; i < new + galley_range_length (words); i++)
    {
      guint old = self->to_old[i];

      if (old != GALLEY_NO_WORD &&
          (self->bonds[old] == GALLEY_BOND_SURE || self->bonds[old] == GALLEY_BOND_MOVED) &&
          (old < words.start || old >= words.end))
        return FALSE;
    }

  return TRUE;
}

/**
 * galley_placer_place_copy:
 * @out_placement: (out): what became of the claim, if it is found
 *
 * Looks for words that are the same as those of a claim and that are nobody else's.
 *
 * Returns: whether there are any; nobody but a person can say if they are meant
 */
gboolean
galley_placer_place_copy (GalleyPlacer *self,
                          const GalleyPlacing *placing,
                          GalleyPlacement *out_placement)
{
  GalleyAlignment *alignment = self->alignment;
  guint length = galley_range_length (placing->words);
  guint places[MAX_COPIES];
  guint n = galley_copies_find (self->new_copies, alignment->old_keys + placing->words.start,
                                length, places, MAX_COPIES);

  for (guint i = 0; i < n; i++)
    if (is_available (alignment, placing->words, places[i]))
      {
        GalleyRange words = { places[i], places[i] + length };

        galley_placer_find_edges (alignment, placing, words, &out_placement->range);
        out_placement->placement = GALLEY_PLACEMENT_AMBIGUOUS;
        out_placement->differences = GALLEY_DIFFERENCE_NONE;
        return TRUE;
      }

  return FALSE;
}
