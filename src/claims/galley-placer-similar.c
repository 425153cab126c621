/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-placer.h"

/* Claims whose words are not all the same, or not in a row: where most of them went, and how much
 * of the claim that is. */

/* Words that are further apart than this belong to different places. */
#define MAX_JUMP 16

/* So much of a claim has to be left, by weight, for a place to be worth a look; and so much if the
 * words before and behind it are still where they were. */
#define MIN_LIKENESS 0.45
#define MIN_FRAMED_LIKENESS 0.25

/* Counterparts of some of a claim's words that are at one place. */
typedef struct
{
  GalleyRange old;
  GalleyRange new;
  double weight;
} Cluster;

/* Whether the word at @new is near @cluster, for a claim of @length words. */
static gboolean
is_near (const Cluster *cluster, guint new, guint length)
{
  return new + length + MAX_JUMP >= cluster->new.start &&new <=
         cluster->new.end + length + MAX_JUMP;
}

static void
add_to_cluster (Cluster *cluster, guint old, guint new, double weight)
{
  cluster->old.end = old + 1;
  cluster->new.start = MIN (cluster->new.start, new);
  cluster->new.end = MAX (cluster->new.end, new + 1);
  cluster->weight += weight;
}

static Cluster
find_cluster (GalleyAlignment *self, GalleyRange words, double *out_weight)
{
  Cluster best = { .weight = 0 }, cluster = { .weight = 0 };

  *out_weight = 0;
  for (guint i = words.start; i < words.end; i++)
    {
      float weight = self->weights[self->old_keys[i]];
      guint new = self->to_new[i];

      *out_weight += weight;
      if (new == GALLEY_NO_WORD)
        continue;
      if (cluster.weight > 0 && is_near (&cluster, new, galley_range_length (words)))
        add_to_cluster (&cluster, i, new, weight);
      else
        cluster = (Cluster){ { i, i + 1 }, { new, new + 1 }, weight };
      if (cluster.weight > best.weight)
        best = cluster;
    }

  return best;
}

/* Whether the words on both sides of @words are in the flow, not much further apart than before,
 * and
 * @cluster is between them. */
static gboolean
is_framed (GalleyAlignment *self, GalleyRange words, const Cluster *cluster)
{
  guint before, behind;

  if (words.start == 0 || words.end == self->old->n_words ||
      !galley_alignment_is_in_flow (self, words.start - 1) ||
      !galley_alignment_is_in_flow (self, words.end))
    return FALSE;

  before = self->to_new[words.start - 1];
  behind = self->to_new[words.end];
  return before < cluster->new.start &&
         cluster->new.end <= behind &&behind - before <= 3 * galley_range_length (words) + MAX_JUMP;
}

/* Whether the new word @index may be taken for the claim on @words. */
static gboolean
is_takeable (GalleyAlignment *self, GalleyRange words, guint index)
{
  guint old = self->to_old[index];

  return old == GALLEY_NO_WORD || (old >= words.start && old < words.end);
}

/* Words of others that are in the way may be there by chance if they are so few. */
#define MAX_STRANGERS 3

static guint
extend_start (GalleyAlignment *self, GalleyRange words, guint start, guint limit, guint n_missing)
{
  guint reached = start;

  for (guint i = start; i > limit && n_missing > 0 && reached - i <= MAX_STRANGERS;
       i--, n_missing--)
    if (is_takeable (self, words, i - 1))
      reached = i - 1;

  return reached;
}

static guint
extend_end (GalleyAlignment *self, GalleyRange words, guint end, guint limit, guint n_missing)
{
  guint reached = end;

  for (guint i = end; i < limit && n_missing > 0 && i - reached <= MAX_STRANGERS; i++, n_missing--)
    if (is_takeable (self, words, i))
      reached = i + 1;

  return reached;
}

/* Carries @cluster on to the ends of its sentence, or as far as words of the claim are missing. */
static void
extend (GalleyAlignment *self, GalleyRange words, Cluster *cluster)
{
  GalleyRange first = galley_draft_words_get_sentence (self->old, words.start);
  GalleyRange last = galley_draft_words_get_sentence (self->old, words.end - 1);
  GalleyRange new_first = galley_draft_words_get_sentence (self->new, cluster->new.start);
  GalleyRange new_last = galley_draft_words_get_sentence (self->new, cluster->new.end - 1);
  guint before = 2 * (cluster->old.start - words.start);
  guint behind = 2 * (words.end - cluster->old.end);

  cluster->new.start = extend_start (self, words, cluster->new.start, new_first.start,
                                     words.start == first.start ? G_MAXUINT : before);
  cluster->new.end = extend_end (self, words, cluster->new.end, new_last.end,
                                 words.end == last.end ? G_MAXUINT : behind);
}

/**
 * galley_placer_place_similar:
 * @out_placement: (out): what became of the claim
 *
 * Finds where most of a claim went.
 *
 * Returns: how much of it is there, by weight, from 0 to 1
 */
double
galley_placer_place_similar (GalleyPlacer *self,
                             const GalleyPlacing *placing,
                             GalleyPlacement *out_placement)
{
  GalleyAlignment *alignment = self->alignment;
  double weight, likeness;
  Cluster cluster = find_cluster (alignment, placing->words, &weight);

  *out_placement = (GalleyPlacement){ GALLEY_PLACEMENT_LOST, { 0, 0 }, GALLEY_DIFFERENCE_NONE };
  likeness = cluster.weight / weight;
  if (likeness < MIN_FRAMED_LIKENESS ||
      (likeness < MIN_LIKENESS && !is_framed (alignment, placing->words, &cluster)))
    return likeness;

  extend (alignment, placing->words, &cluster);
  galley_placer_find_edges (alignment, placing, cluster.new, &out_placement->range);
  out_placement->placement = GALLEY_PLACEMENT_CHANGED;
  out_placement->differences = galley_placer_compare (alignment, placing->words, cluster.new);
  return likeness;
}
