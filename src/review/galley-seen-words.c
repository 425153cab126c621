/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-seen-words.h"

#include "galley-body.h"

/* The claim that a change decides about; NULL if it decides about none. */
static char *
find_judged (const GalleyChange *change)
{
  g_autofree char *place = NULL;
  g_autofree char *quote = NULL;

  if (g_str_equal (change->kind, "claim.status"))
    return g_strdup (change->subject_id);
  if (g_str_equal (change->kind, "session.decide"))
    return galley_body_find_text (change->body, "claim");
  if (!g_str_equal (change->kind, "claim.place"))
    return NULL;

  /* A former verdict that is kept where the claim stands; not one that is linked to other words. */
  place = galley_body_find_text (change->body, "place");
  quote = galley_body_find_text (change->body, "quote");
  return g_strcmp0 (place, galley_place_to_nick (GALLEY_PLACE_KEPT)) == 0 && quote == NULL
             ? g_strdup (change->subject_id)
             : NULL;
}

/* Whoever deletes a claim does not delete a verdict that they have not seen. */
static void
expect_no_verdict (GalleyClaimList *claims, GalleyAction *action, const GalleyChange *change)
{
  GalleyClaim *claim = g_str_equal (change->kind, "claim.delete")
                           ? galley_claim_list_find (claims, change->subject_id)
                           : NULL;

  if (claim != NULL)
    galley_action_expect_status (action, change->subject_id,
                                 galley_status_to_nick (galley_claim_get_status (claim)));
}

/**
 * galley_seen_words_expect:
 * @check: the article as the person sees it
 * @action: what the person does
 *
 * Has each claim that is decided about stand on the words that the person sees, and each one that
 * is deleted have the verdict that they see, or nothing is done: another program may have moved it,
 * or judged it, meanwhile. Nothing is expected of a claim that is moved: whatever verdict it has
 * got meanwhile becomes a former one, and does not go to words that nobody checked.
 */
void
galley_seen_words_expect (GalleyCheck *check, GalleyAction *action)
{
  GalleyText *text = galley_document_get_text (galley_check_get_document (check));
  GalleyClaimList *claims = galley_check_get_claims (check);

  for (guint i = 0; i < action->changes->len; i++)
    {
      const GalleyChange *change = g_ptr_array_index (action->changes, i);
      g_autofree char *id = find_judged (change);
      GalleyClaim *claim = id != NULL ? galley_claim_list_find (claims, id) : NULL;
      g_autofree char *words =
          claim != NULL ? galley_text_slice (text, galley_claim_get_range (claim)) : NULL;

      if (words != NULL)
        galley_action_expect_words (action, id, words);
      expect_no_verdict (claims, action, change);
    }
}
