/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-redraft-private.h"

#include "galley-coverage.h"
#include "galley-draft.h"
#include "galley-novelty.h"
#include "galley-place-verbs.h"

/* A dismissal cannot go any more once the article has another draft than it is in, nor come back
 * before the article has that draft again: what ends is the first to be done and the last to be
 * undone. */
static void
end_dismissals (GalleyRedraft *self, GalleyAction *action)
{
  for (guint i = 0; i < self->dismissals->len; i++)
    {
      const GalleyRedraftDismissal *dismissal =
          &g_array_index (self->dismissals, GalleyRedraftDismissal, i);

      if (!galley_placement_class_is_sure (dismissal->placement.placement))
        galley_action_add (action, "dismissal.remove", self->article_id, dismissal->dismissal->id,
                           "{}");
    }
}

static void
switch_draft (GalleyRedraft *self, const char *draft_id, GalleyAction *action)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_draft_describe (self->new, self->title, draft_id, body, action);
  galley_action_add (action, "article.draft", self->article_id, self->article_id,
                     galley_body_end (body));
}

static void
take_dismissal_along (GalleyRedraft *self,
                      const GalleyRedraftDismissal *dismissal,
                      const char *draft_id,
                      GalleyAction *action)
{
  g_autoptr (GalleyBody) body = galley_body_new ();
  GalleyRange range = dismissal->placement.range;
  g_autofree char *quote = galley_text_slice (galley_document_get_text (self->new), range);

  galley_body_add_text (body, "draft", draft_id);
  galley_body_add_number (body, "start", range.start);
  galley_body_add_number (body, "end", range.end);
  galley_body_add_text (body, "quote", quote);
  galley_action_add (action, "dismissal.range", self->article_id, dismissal->dismissal->id,
                     galley_body_end (body));
}

/* What differs, from what was decided until now on: a claim may wait for its verdict through
 * several drafts. */
static GalleyDifference
add_up_differences (const GalleyRedraftClaim *claim)
{
  GalleyFormer *former = galley_claim_get_former (claim->claim);

  return claim->placement.differences |
         (former != NULL ? former->differences : GALLEY_DIFFERENCE_NONE);
}

/**
 * galley_redraft_make_action:
 *
 * Returns: (transfer full): the action that gives the article the new draft, with all that was
 *   decided; it fails if the article is not any more what @self was made of
 */
GalleyAction *
galley_redraft_make_action (GalleyRedraft *self)
{
  g_autofree char *draft_id = g_uuid_string_random ();
  GalleyAction *action;

  g_return_val_if_fail (GALLEY_IS_REDRAFT (self), NULL);

  action = galley_action_new (self->verb);
  galley_action_expect_text (action, galley_document_get_text_sha256 (self->old));
  end_dismissals (self, action);
  switch_draft (self, draft_id, action);
  for (guint i = 0; i < self->claims->len; i++)
    {
      const GalleyRedraftClaim *claim = &g_array_index (self->claims, GalleyRedraftClaim, i);

      galley_verb_add_place (action, self->article_id, galley_claim_get_id (claim->claim),
                             claim->place, self->new, claim->range, add_up_differences (claim));
    }
  for (guint i = 0; i < self->dismissals->len; i++)
    {
      const GalleyRedraftDismissal *dismissal =
          &g_array_index (self->dismissals, GalleyRedraftDismissal, i);

      if (galley_placement_class_is_sure (dismissal->placement.placement))
        take_dismissal_along (self, dismissal, draft_id, action);
    }

  return action;
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const GalleyRange *one = a, *two = b;

  return (one->start > two->start) - (one->start < two->start);
}

/* What is to be marked or dismissed in the new draft, ascending and without overlaps. */
static GArray *
list_covered (GalleyRedraft *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  GArray *covered = g_array_new (FALSE, FALSE, sizeof (GalleyRange));

  for (guint i = 0; i < self->claims->len; i++)
    if (galley_redraft_peek (self, i)->range.start < galley_redraft_peek (self, i)->range.end)
      g_array_append_val (all, galley_redraft_peek (self, i)->range);
  for (guint i = 0; i < self->dismissals->len; i++)
    {
      const GalleyPlacement *placement =
          &g_array_index (self->dismissals, GalleyRedraftDismissal, i).placement;

      if (galley_placement_class_is_sure (placement->placement))
        g_array_append_val (all, placement->range);
    }
  g_array_sort (all, compare_ranges);

  for (guint i = 0; i < all->len; i++)
    {
      GalleyRange range = g_array_index (all, GalleyRange, i);
      GalleyRange *last =
          covered->len > 0 ? &g_array_index (covered, GalleyRange, covered->len - 1) : NULL;

      if (last != NULL && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_append_val (covered, range);
    }

  return covered;
}

/**
 * galley_redraft_list_new_sentences:
 *
 * Returns: (transfer full) (element-type GalleyRange): sentences of the new draft that have words
 *   which nobody can have checked in the old one, and of which no claim and no dismissal would have
 *   any, once the drafts were compared
 */
GArray *
galley_redraft_list_new_sentences (GalleyRedraft *self)
{
  g_autoptr (GArray) words = galley_redraft_list_new_words (self);
  g_autoptr (GArray) covered = list_covered (self);
  g_autoptr (GArray) sentences = NULL;
  g_autoptr (GArray) chosen = NULL;
  GalleyCoverage *coverage = galley_coverage_new (self->new);
  GArray *open = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  guint next = 0;

  sentences = galley_coverage_list_open (coverage, (GalleyRange){ 0, G_MAXUINT });
  chosen = galley_novelty_choose (sentences, words);
  galley_coverage_free (coverage);
  for (guint i = 0; i < chosen->len; i++)
    {
      GalleyRange range = g_array_index (chosen, GalleyRange, i);

      while (next < covered->len && g_array_index (covered, GalleyRange, next).end <= range.start)
        next++;
      if (next == covered->len ||
          !galley_range_overlaps (g_array_index (covered, GalleyRange, next), range))
        g_array_append_val (open, range);
    }

  return open;
}
