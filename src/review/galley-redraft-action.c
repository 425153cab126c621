/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-redraft-private.h"

#include "galley-draft.h"
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

/* A claim that was moved since @self was made has a verdict on other words than those that were
 * followed into the new draft, and a verdict that is kept for changed words is the one that was
 * shown. */
static void
expect_claim (GalleyRedraft *self, const GalleyRedraftClaim *claim, GalleyAction *action)
{
  const char *id = galley_claim_get_id (claim->claim);
  GalleyFormer *former = galley_claim_get_former (claim->claim);
  g_autofree char *words = galley_text_slice (galley_document_get_text (self->old),
                                              galley_claim_get_range (claim->claim));

  galley_action_expect_words (action, id, words);
  if (claim->place != GALLEY_PLACE_KEPT)
    return;
  galley_action_expect_status (action, id,
                               galley_status_to_nick (galley_claim_get_status (claim->claim)));
  galley_action_expect_value (action, id, "former",
                              former != NULL ? galley_status_to_nick (former->status) : NULL);
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

      expect_claim (self, claim, action);
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
