/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-seen.h"

#include "galley-body.h"

static char *
get_words (GalleyCheck *check, GalleyClaim *claim)
{
  return galley_text_slice (galley_document_get_text (galley_check_get_document (check)),
                            galley_claim_get_range (claim));
}

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
          g_autofree char *words = get_words (check, claim);

          galley_action_expect_words (action, id, words);
        }
      expect_sentence (action, change, claim);
      if (is_settled || is_deletion)
        expect_verdict (action, change, claim);
    }
}

/* What the verdict that @check shows of @claim is known by: a second reader's is kept beside it. */
static const char *
get_verdict_id (GalleyCheck *check, GalleyClaim *claim)
{
  const char *id = galley_claim_get_id (claim);
  GalleyReading *reading = galley_check_get_reading (check);
  const GalleyReadingVerdict *part = reading != NULL ? galley_reading_find (reading, id) : NULL;

  return part != NULL ? part->id : id;
}

/* Whether what somebody wants is that @claim has their verdict, or that there is none any more, and
 * not something that they only wanted as the claim stood. */
static gboolean
decides (GalleyCheck *check, GalleyAction *action, GalleyClaim *claim)
{
  const char *id = galley_claim_get_id (claim);

  if (galley_action_judges (action, get_verdict_id (check, claim)))
    return TRUE;
  for (guint i = 0; i < action->changes->len; i++)
    {
      const GalleyChange *change = g_ptr_array_index (action->changes, i);
      g_autofree char *decided = NULL, *ruling = NULL;

      if (g_str_equal (change->kind, "claim.delete") && g_str_equal (change->subject_id, id))
        return TRUE;
      if (!g_str_equal (change->kind, "session.decide"))
        continue;
      decided = galley_body_find_text (change->body, "claim");
      ruling = galley_body_find_text (change->body, "ruling");
      if (g_strcmp0 (decided, id) == 0 &&
          g_strcmp0 (ruling, galley_ruling_to_nick (GALLEY_RULING_VERDICT)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether something else than @value is expected. */
static gboolean
expects_other (GalleyAction *action, const char *id, const char *field, const char *value)
{
  const char *expected = NULL;

  return galley_action_find_expected (action, id, field, &expected) &&
         g_strcmp0 (expected, value) != 0;
}

static gboolean
has_other_verdict (GalleyCheck *check, GalleyAction *action, GalleyClaim *claim)
{
  const char *id = get_verdict_id (check, claim);

  return expects_other (action, id, "status",
                        galley_status_to_nick (galley_claim_get_status (claim))) ||
         expects_other (action, id, "reason", galley_claim_get_reason (claim));
}

/**
 * galley_seen_has_words:
 * @check: the article as the person sees it
 * @action: what the person did, and was refused
 *
 * Returns: whether all claims of @check that it decides about stand on the words that it is about,
 *   and are put as the same sentence; if not, it can't be done again as it is
 */
gboolean
galley_seen_has_words (GalleyCheck *check, GalleyAction *action)
{
  GalleyClaimList *claims, *tray;

  g_return_val_if_fail (GALLEY_IS_CHECK (check) && action != NULL, FALSE);

  claims = galley_check_get_claims (check);
  tray = galley_check_get_tray (check);
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      const char *id = galley_claim_get_id (claim), *expected = NULL;
      g_autofree char *words = NULL;

      if (expects_other (action, id, "sentence", galley_claim_get_sentence (claim)))
        return FALSE;
      if (!galley_action_find_expected (action, id, "words", &expected))
        continue;
      words = get_words (check, claim);
      if (!g_str_equal (words, expected))
        return FALSE;
    }
  for (guint i = 0; i < galley_claim_list_get_n_claims (tray); i++)
    if (expects_other (action, galley_claim_get_id (galley_claim_list_peek (tray, i)), "words",
                       /* value= */ NULL))
      return FALSE;

  return TRUE;
}

/**
 * galley_seen_find_other:
 * @check: the article as the person sees it
 * @action: what the person did, and was refused
 *
 * Finds what somebody else decided first, where the person gave a verdict, or deleted a claim, and
 * now sees the other's verdict on the words that they meant.
 *
 * Returns: (transfer none) (nullable): the first claim with another verdict than @action expects;
 *   %NULL if there is none, or @action would not be what the person wanted beside that verdict
 */
GalleyClaim *
galley_seen_find_other (GalleyCheck *check, GalleyAction *action)
{
  GalleyClaim *first = NULL;
  GalleyClaimList *claims;

  g_return_val_if_fail (GALLEY_IS_CHECK (check) && action != NULL, NULL);

  claims = galley_check_get_claims (check);
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);

      if (!has_other_verdict (check, action, claim))
        continue;
      if (!decides (check, action, claim))
        return NULL;
      if (first == NULL)
        first = claim;
    }

  return first != NULL && galley_seen_has_words (check, action) ? first : NULL;
}

/**
 * galley_seen_find_own:
 * @check: the article as the person sees it
 * @action: what the person did, and was refused
 * @claim: a claim of @check
 * @out_status: (out): the verdict that @action gives to @claim
 * @out_reason: (out) (transfer full) (nullable): the reason for that
 *
 * Returns: whether it gives one
 */
gboolean
galley_seen_find_own (GalleyCheck *check,
                      GalleyAction *action,
                      GalleyClaim *claim,
                      GalleyStatus *out_status,
                      char **out_reason)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (check) && action != NULL, FALSE);

  for (guint i = 0; i < action->changes->len; i++)
    {
      const GalleyChange *change = g_ptr_array_index (action->changes, i);
      g_autofree char *nick = galley_body_find_text (change->body, "status");

      if (!g_str_equal (change->subject_id, get_verdict_id (check, claim)) || nick == NULL ||
          !galley_status_from_nick (nick, out_status))
        continue;
      *out_reason = galley_body_find_text (change->body, "reason");
      return TRUE;
    }
  return FALSE;
}

/**
 * galley_seen_accept:
 * @check: the article as the person sees it
 * @action: (inout): what the person did, and was refused; nobody may be doing it
 * @claim: what galley_seen_find_other() found
 * @status: the verdict on @claim that the person wants it to replace
 * @reason: (nullable): the reason for that
 *
 * Has @action expect the verdict that the person has been shown. It is still about the words that
 * it was about.
 */
void
galley_seen_accept (GalleyCheck *check,
                    GalleyAction *action,
                    GalleyClaim *claim,
                    GalleyStatus status,
                    const char *reason)
{
  const char *id;

  g_return_if_fail (GALLEY_IS_CHECK (check) && action != NULL && GALLEY_IS_CLAIM (claim));

  id = get_verdict_id (check, claim);
  galley_action_expect_status (action, id, galley_status_to_nick (status));
  if (galley_action_find_expected (action, id, "reason", NULL))
    galley_action_expect_value (action, id, "reason", reason);
}
