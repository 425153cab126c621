/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-placer.h"

static const char *const nicks[GALLEY_N_PLACEMENT_CLASSES] = {
  [GALLEY_PLACEMENT_EXACT] = "exact",     [GALLEY_PLACEMENT_MOVED] = "moved",
  [GALLEY_PLACEMENT_CHANGED] = "changed", [GALLEY_PLACEMENT_AMBIGUOUS] = "ambiguous",
  [GALLEY_PLACEMENT_LOST] = "lost",
};

/* Of what is less like a claim than this, a copy of its words elsewhere is the better guess. */
#define COPY_LIKENESS 0.75

/**
 * galley_placement_class_to_nick:
 *
 * Returns: (transfer none): the name of a class for scripts
 */
const char *
galley_placement_class_to_nick (GalleyPlacementClass placement)
{
  g_return_val_if_fail (placement < GALLEY_N_PLACEMENT_CLASSES, NULL);

  return nicks[placement];
}

/**
 * galley_placement_class_is_sure:
 *
 * Returns: whether a claim that became this keeps what was decided on it without anybody's consent
 */
gboolean
galley_placement_class_is_sure (GalleyPlacementClass placement)
{
  return placement == GALLEY_PLACEMENT_EXACT || placement == GALLEY_PLACEMENT_MOVED;
}

/* Whether all of @words have counterparts in a row. */
static gboolean
is_row (GalleyAlignment *self, GalleyRange words)
{
  guint first = self->to_new[words.start];

  if (first == GALLEY_NO_WORD)
    return FALSE;
  for (guint i = words.start + 1; i < words.end; i++)
    if (self->to_new[i] != first + (i - words.start))
      return FALSE;

  return TRUE;
}

static void
place_similar (GalleyPlacer *self, const GalleyPlacing *placing, GalleyPlacement *out_placement)
{
  double likeness = galley_placer_place_similar (self, placing, out_placement);

  if (likeness < COPY_LIKENESS)
    galley_placer_place_copy (self, placing, out_placement);
}

static GalleyPlacement
place (GalleyPlacer *self, GalleyRange range)
{
  GalleyPlacing placing = { range, galley_draft_words_cover (self->alignment->old, range) };
  GalleyPlacement placement = { GALLEY_PLACEMENT_LOST, { 0, 0 }, GALLEY_DIFFERENCE_NONE };

  if (placing.words.start == placing.words.end)
    {
      if (galley_placer_place_signs (self->alignment, range, &placement.range))
        placement.placement = GALLEY_PLACEMENT_EXACT;
    }
  else if (is_row (self->alignment, placing.words))
    galley_placer_judge_row (self, &placing, self->alignment->to_new[placing.words.start],
                             &placement);
  else
    place_similar (self, &placing, &placement);

  return placement;
}

static guint *
find_next_sure (GalleyAlignment *self)
{
  guint *next = g_new (guint, self->old->n_words + 1);

  next[self->old->n_words] = self->old->n_words;
  for (guint i = self->old->n_words; i-- > 0;)
    next[i] = self->bonds[i] == GALLEY_BOND_SURE ? i : next[i + 1];

  return next;
}

static guint *
find_last_sure (GalleyAlignment *self)
{
  guint *last = g_new (guint, self->old->n_words + 1);

  last[0] = 0;
  for (guint i = 0; i < self->old->n_words; i++)
    last[i + 1] = self->bonds[i] == GALLEY_BOND_SURE ? i + 1 : last[i];

  return last;
}

/**
 * galley_alignment_place:
 * @alignment: of the draft that holds the claims and the new one
 * @ranges: (array length=n_ranges): characters of the old draft, each not empty
 *
 * Finds where claims stand in the new draft.
 *
 * What is sure is sure by rules alone, the same for each claim: its words and the signs between
 * them are the same up to typesetting, as galley_typography_append_word() has it; nothing beside it
 * makes another statement of it; and no other place could be meant.
 *
 * Returns: (transfer full) (element-type GalleyPlacement): a place for each of @ranges, in that
 *   order
 */
GArray *
galley_alignment_place (GalleyAlignment *alignment, const GalleyRange *ranges, guint n_ranges)
{
  guint n_keys = galley_vocabulary_get_n_keys (alignment->vocabulary);
  g_autoptr (GalleyCopies) old_copies =
      galley_copies_new (alignment->old_keys, alignment->old->n_words, n_keys);
  g_autoptr (GalleyCopies) new_copies =
      galley_copies_new (alignment->new_keys, alignment->new->n_words, n_keys);
  g_autofree guint *next_sure = find_next_sure (alignment);
  g_autofree guint *last_sure = find_last_sure (alignment);
  GalleyPlacer placer = { alignment, old_copies, new_copies, next_sure, last_sure };
  GArray *placements = g_array_sized_new (FALSE, FALSE, sizeof (GalleyPlacement), n_ranges);

  for (guint i = 0; i < n_ranges; i++)
    {
      GalleyPlacement placement = { GALLEY_PLACEMENT_LOST, { 0, 0 }, GALLEY_DIFFERENCE_NONE };

      if (galley_text_has_range (alignment->old->text, ranges[i]))
        placement = place (&placer, ranges[i]);
      g_array_append_val (placements, placement);
    }

  return placements;
}
