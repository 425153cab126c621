/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-comparison.h"

G_DEFINE_BOXED_TYPE (GalleyComparison,
                     galley_comparison,
                     galley_comparison_ref,
                     galley_comparison_unref)

/**
 * galley_rater_new:
 * @reading: (nullable): a second reading; %NULL for the check itself
 *
 * Returns: (transfer full): a rater of whom nothing is counted yet
 */
GalleyRater *
galley_rater_new (GalleyReading *reading)
{
  GalleyRater *self = g_atomic_rc_box_new0 (GalleyRater);

  self->reading = reading != NULL ? galley_reading_ref (reading) : NULL;
  return self;
}

static void
rater_clear (gpointer data)
{
  GalleyRater *self = data;

  g_free (self->name);
  g_clear_pointer (&self->reading, galley_reading_unref);
}

void
galley_rater_unref (GalleyRater *self)
{
  g_atomic_rc_box_release_full (self, rater_clear);
}

static void
claim_free (gpointer data)
{
  GalleyComparisonClaim *claim = data;

  g_free (claim->id);
  g_free (claim->quote);
  g_ptr_array_unref (claim->verdicts);
  g_ptr_array_unref (claim->notes);
  g_free (claim);
}

/**
 * galley_comparison_new:
 * @article_id: UUID
 * @title: of the article
 *
 * Returns: (transfer full): a comparison of nobody, for who makes it to fill
 */
GalleyComparison *
galley_comparison_new (const char *article_id, const char *title)
{
  GalleyComparison *self = g_new0 (GalleyComparison, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->article_id = g_strdup (article_id);
  self->title = g_strdup (title);
  self->raters = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_rater_unref);
  self->pairs = g_array_new (FALSE, TRUE, sizeof (GalleyComparisonPair));
  self->claims = g_ptr_array_new_with_free_func (claim_free);
  self->waiting = g_ptr_array_new_with_free_func (g_free);

  return self;
}

GalleyComparison *
galley_comparison_ref (GalleyComparison *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_comparison_unref (GalleyComparison *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->article_id);
  g_free (self->title);
  g_ptr_array_unref (self->raters);
  g_array_unref (self->pairs);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->waiting);
  g_free (self);
}

/**
 * galley_comparison_add_rater:
 * @rater: whose verdicts are compared
 *
 * Adds a rater, for who makes the comparison.
 */
void
galley_comparison_add_rater (GalleyComparison *self, GalleyRater *rater)
{
  g_ptr_array_add (self->raters, g_atomic_rc_box_acquire (rater));
}

/**
 * galley_comparison_add_claim:
 * @id: UUID
 * @quote: its words
 *
 * Returns: (transfer none): a claim without verdicts, for who makes the comparison to fill
 */
GalleyComparisonClaim *
galley_comparison_add_claim (GalleyComparison *self, const char *id, const char *quote)
{
  GalleyComparisonClaim *claim = g_new0 (GalleyComparisonClaim, 1);

  claim->id = g_strdup (id);
  claim->quote = g_strdup (quote);
  claim->verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_verdict_free);
  claim->notes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->claims, claim);

  return claim;
}

/**
 * galley_comparison_claim_add:
 * @verdict: (nullable): what the next rater found; copied
 * @note: (nullable): and noted
 */
void
galley_comparison_claim_add (GalleyComparisonClaim *claim,
                             const GalleyVerdict *verdict,
                             const char *note)
{
  g_ptr_array_add (claim->verdicts, galley_verdict_copy (verdict));
  g_ptr_array_add (claim->notes, g_strdup (note));
}

/**
 * galley_comparison_count_differing:
 * @out_n_open: (out) (optional): on how many of them nobody has decided
 *
 * Returns: of how many claims not all found the same
 */
guint
galley_comparison_count_differing (GalleyComparison *self, guint *out_n_open)
{
  guint n_differing = 0, n_open = 0;

  for (guint i = 0; i < self->claims->len; i++)
    {
      const GalleyComparisonClaim *claim = g_ptr_array_index (self->claims, i);

      n_differing += claim->differs;
      n_open += claim->differs && !claim->is_decided;
    }
  if (out_n_open != NULL)
    *out_n_open = n_open;

  return n_differing;
}
