/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-alignment-private.h"

/* What fits best in a gap where nothing is there once on both sides: the pairs of equal words, in
 * the same order in both drafts, that weigh most, found by dynamic programming. Words that follow
 * each other on both sides weigh more together than apart. */

/* A gap with more pairs than this is left open, so that time stays in proportion to the drafts. */
#define MAX_PAIRS (1 << 18)

#define ADJACENT_WEIGHT 1.0f

/* What led to a cell. */
enum
{
  FROM_OLD = 1,  /* the old word has no counterpart */
  FROM_NEW = 2,  /* the new word has none */
  FROM_PAIR = 3, /* the two are a pair */
  FROM_MASK = 3,
  PAIR_FOLLOWS = 4, /* and so are the two before them */
};

typedef struct
{
  GalleyAlignment *alignment;
  const guint *old;
  const guint *new;
  guint n_old;
  guint n_new;
  guint8 *steps; /* n_old rows of n_new */
  float *best;   /* of one row, from the empty prefix on */
  float *paired; /* the same if the last two words are a pair; negative if they are none */
} Fit;

static gboolean
is_adjacent (const Fit *fit, guint i, guint k)
{
  return i > 0 && k > 0 && fit->old[i - 1] + 1 == fit->old[i] && fit->new[k - 1] + 1 == fit->new[k];
}

static void
fit_row (Fit *fit, guint i)
{
  guint key = fit->alignment->old_keys[fit->old[i]];
  float weight = fit->alignment->weights[key];
  guint8 *steps = fit->steps + (gsize) i * fit->n_new;
  float diagonal = 0, diagonal_pair = -1;

  for (guint k = 0; k < fit->n_new; k++)
    {
      float above = fit->best[k + 1], above_pair = fit->paired[k + 1], pair = -1;
      guint8 step = above >= fit->best[k] ? FROM_OLD : FROM_NEW;
      float best = MAX (above, fit->best[k]);

      if (fit->alignment->new_keys[fit->new[k]] == key)
        {
          gboolean follows = diagonal_pair >= 0 && is_adjacent (fit, i, k) &&
                             diagonal_pair + ADJACENT_WEIGHT > diagonal;

          pair = weight + (follows ? diagonal_pair + ADJACENT_WEIGHT : diagonal);
          step |= follows ? PAIR_FOLLOWS : 0;
          if (pair > best)
            {
              best = pair;
              step |= FROM_PAIR;
            }
        }
      steps[k] = step;
      fit->best[k + 1] = best;
      fit->paired[k + 1] = pair;
      diagonal = above;
      diagonal_pair = above_pair;
    }
}

static void
bind_best (Fit *fit)
{
  guint i = fit->n_old, k = fit->n_new;
  gboolean must_pair = FALSE;

  while (i > 0 && k > 0)
    {
      guint8 step = fit->steps[(gsize) (i - 1) * fit->n_new + k - 1];

      if (must_pair || (step & FROM_MASK) == FROM_PAIR)
        {
          i--, k--;
          must_pair = (step & PAIR_FOLLOWS) != 0;
          galley_alignment_bind (fit->alignment, fit->old[i], fit->new[k], GALLEY_BOND_LIKELY);
        }
      else if ((step & FROM_MASK) == FROM_OLD)
        i--;
      else
        k--;
    }
}

/**
 * galley_alignment_fit:
 * @old: (array length=n_old): ascending indices of old words without a counterpart
 * @new: (array length=n_new): ascending indices of new words without one
 *
 * Binds the words of a gap in the way that fits best.
 */
void
galley_alignment_fit (GalleyAlignment *self,
                      const guint *old,
                      guint n_old,
                      const guint *new,
                      guint n_new)
{
  g_autofree guint8 *steps = NULL;
  g_autofree float *best = NULL, *paired = NULL;
  Fit fit = { .alignment = self, .old = old, .n_old = n_old, .new = new, .n_new = n_new };

  if (n_old == 0 || n_new == 0 || (guint64) n_old * n_new > MAX_PAIRS)
    return;

  fit.steps = steps = g_new (guint8, (gsize) n_old * n_new);
  fit.best = best = g_new0 (float, n_new + 1);
  fit.paired = paired = g_new (float, n_new + 1);
  for (guint k = 0; k <= n_new; k++)
    paired[k] = -1;

  for (guint i = 0; i < n_old; i++)
    fit_row (&fit, i);
  bind_best (&fit);
}
