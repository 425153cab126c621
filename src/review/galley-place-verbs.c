/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-place-verbs.h"

#include "galley-anchor.h"
#include "galley-body.h"
#include "galley-difference-list.h"

/**
 * galley_verb_add_place:
 * @action: a step
 * @article_id: (nullable): the claim's article, where the step has no change before that tells
 * @claim_id: UUID
 * @place: how it comes to its words, or why it has none
 * @document: the draft that it is to stand in
 * @range: its words there; empty if it is to stand where it does, or nowhere
 * @differences: what differs from the words on which it was decided
 *
 * Places a claim as a part of something else. What becomes of its verdict follows from @place.
 */
void
galley_verb_add_place (GalleyAction *action,
                       const char *article_id,
                       const char *claim_id,
                       GalleyPlace place,
                       GalleyDocument *document,
                       GalleyRange range,
                       GalleyDifference differences)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_text (body, "place", galley_place_to_nick (place));
  if (range.start < range.end)
    galley_anchor_describe (document, range, body);
  if (differences != GALLEY_DIFFERENCE_NONE)
    {
      g_autofree char *nicks = galley_difference_list_to_nicks (differences);

      galley_body_add_text (body, "differences", nicks);
    }
  galley_action_add (action, "claim.place", article_id, claim_id, galley_body_end (body));
}

/**
 * galley_verb_relink:
 * @claim_id: UUID
 * @document: the article's draft
 * @range: words of it that the claim is to be about
 * @keeps_verdict: whether what was decided on other words stands for these, by whoever does it
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_relink (const char *claim_id,
                    GalleyDocument *document,
                    GalleyRange range,
                    gboolean keeps_verdict)
{
  GalleyAction *action = galley_action_new ("relink");

  galley_action_expect_text (action, galley_document_get_text_sha256 (document));
  galley_verb_add_place (action, /* article_id= */ NULL, claim_id,
                         keeps_verdict ? GALLEY_PLACE_KEPT : GALLEY_PLACE_RELINKED, document, range,
                         GALLEY_DIFFERENCE_NONE);
  return action;
}

/* Places claims that get no other words by it. */
static GalleyAction *
place_claims (const char *verb, const char *const *claim_ids, GalleyPlace place)
{
  GalleyAction *action = galley_action_new (verb);

  for (guint i = 0; claim_ids[i] != NULL; i++)
    galley_verb_add_place (action, /* article_id= */ NULL, claim_ids[i], place,
                           /* document= */ NULL, (GalleyRange){ 0, 0 }, GALLEY_DIFFERENCE_NONE);

  return action;
}

/**
 * galley_verb_retire:
 * @claim_ids: (array zero-terminated=1): the claims
 *
 * Says that they are no claims of the article any more. All that is written about them stays.
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_retire (const char *const *claim_ids)
{
  return place_claims ("retire", claim_ids, GALLEY_PLACE_RETIRED);
}

/**
 * galley_verb_keep_verdict:
 * @claim_ids: (array zero-terminated=1): claims that stand on words of the draft
 *
 * Says that what was decided on other words stands for the present ones too. From then on it is the
 * verdict of whoever says so.
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_keep_verdict (const char *const *claim_ids)
{
  return place_claims ("keep-verdict", claim_ids, GALLEY_PLACE_KEPT);
}
