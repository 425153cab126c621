/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-seen.h"

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

/* The verdict on former words that somebody lets stand for these. */
static void
expect_former (GalleyAction *action, const GalleyChange *change, GalleyClaim *claim)
{
  GalleyFormer *former = galley_claim_get_former (claim);

  if (g_str_equal (change->kind, "claim.place"))
    galley_action_expect_value (action, galley_claim_get_id (claim), "former",
                                former != NULL ? galley_status_to_nick (former->status) : NULL);
}

/* A verdict is one on the claim put as a sentence, too, which somebody else may have put in other
 * words. */
static void
expect_sentence (GalleyAction *action, const GalleyChange *change, GalleyClaim *claim)
{
  if (g_str_equal (change->kind, "claim.status") || g_str_equal (change->kind, "session.decide"))
    galley_action_expect_value (action, galley_claim_get_id (claim), "sentence",
                                galley_claim_get_sentence (claim));
}

/* Nobody deletes, or replaces, a verdict that they have not seen. One that is given once more
 * replaces whatever is there, and one that an action expects already is the one that a reason was
 * written for. */
static void
expect_verdict (GalleyAction *action, const GalleyChange *change, GalleyClaim *claim)
{
  const char *id = galley_claim_get_id (claim);
  const char *seen = galley_status_to_nick (galley_claim_get_status (claim));
  g_autofree char *status = NULL;

  if (!g_str_equal (change->kind, "claim.status"))
    {
      galley_action_expect_status (action, id, seen);
      if (g_str_equal (change->kind, "session.decide"))
        galley_action_expect_value (action, id, "reason", galley_claim_get_reason (claim));
      expect_former (action, change, claim);
      return;
    }
  if (galley_action_find_expected (action, id, "status", NULL))
    return;

  galley_action_judge (action, id);
  status = galley_body_find_text (change->body, "status");
  if (g_strcmp0 (status, seen) != 0)
    galley_action_expect_status (action, id, seen);
  galley_action_expect_value (action, id, "reason", galley_claim_get_reason (claim));
}

/* What waits in the tray has no verdict, and whoever gives it other words, or none, does not know
 * of one that it has got meanwhile. */
static void
expect_in_tray (GalleyCheck *check, GalleyAction *action, const GalleyChange *change)
{
  GalleyClaim *claim =
      g_str_equal (change->kind, "claim.place")
          ? galley_claim_list_find (galley_check_get_tray (check), change->subject_id)
          : NULL;

  if (claim != NULL)
    galley_action_expect_status (action, change->subject_id,
                                 galley_status_to_nick (galley_claim_get_status (claim)));
}

/**
 * galley_seen_expect:
 * @check: the article as the person sees it
 * @action: what the person does
 * @is_settled: whether no verdict is about to change by what the person did before, such as by
 *   undoing it
 *
 * Has each claim that is decided about stand on the words and have the verdict that the person
 * sees, and each one that is deleted, or taken out of the tray, have the verdict that they see, or
 * nothing is done: another program may have moved it, or judged it, meanwhile. Where it is not
 * @is_settled, what the person sees of a verdict is not what they know, and only its words are
 * expected. Nothing is expected of a claim that is moved: whatever verdict it has got meanwhile
 * becomes a former one, and does not go to words that nobody checked.
 */
void
galley_seen_expect (GalleyCheck *check, GalleyAction *action, gboolean is_settled)
{
  GalleyText *text = galley_document_get_text (galley_check_get_document (check));
  GalleyClaimList *claims = galley_check_get_claims (check);

  for (guint i = 0; i < action->changes->len; i++)
    {
      const GalleyChange *change = g_ptr_array_index (action->changes, i);
      gboolean is_deletion = g_str_equal (change->kind, "claim.delete");
      g_autofree char *id = is_deletion ? g_strdup (change->subject_id) : find_judged (change);
      GalleyClaim *claim = id != NULL ? galley_claim_list_find (claims, id) : NULL;

      expect_in_tray (check, action, change);
      if (claim == NULL)
        continue;
      if (!is_deletion)
        {
          g_autofree char *words = galley_text_slice (text, galley_claim_get_range (claim));

          galley_action_expect_words (action, id, words);
        }
      expect_sentence (action, change, claim);
      if (is_settled || is_deletion)
        expect_verdict (action, change, claim);
    }
}
