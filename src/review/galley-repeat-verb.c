/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-repeat-verb.h"

#include "galley-record-verbs.h"
#include "galley-twin.h"
#include "galley-verbs.h"

#include <glib/gi18n-lib.h>

/* Longer words are cut where a note names them; in code points. */
#define MAX_NAMED 120

static gboolean
is_used_alike (const GalleyEvidence *a, const GalleyEvidence *b)
{
  return g_str_equal (a->source->id, b->source->id) && a->stance == b->stance &&
         g_strcmp0 (a->passage, b->passage) == 0 && g_strcmp0 (a->locator, b->locator) == 0;
}

static gboolean
has_evidence (GalleyClaim *claim, const GalleyEvidence *evidence)
{
  GPtrArray *own = claim != NULL ? galley_claim_get_evidence (claim) : NULL;

  for (guint i = 0; own != NULL && i < own->len; i++)
    if (is_used_alike (g_ptr_array_index (own, i), evidence))
      return TRUE;

  return FALSE;
}

/* What was read once was read for all mentions: when, stays. */
static void
add_evidence (GalleyAction *action, GalleyClaim *claim, const GalleyTwin *twin, const char *id)
{
  GPtrArray *evidence = galley_claim_get_evidence (claim);

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      const GalleyEvidence *item = g_ptr_array_index (evidence, i);
      GalleyEvidenceFields fields = { item->stance, item->is_secondary, item->passage,
                                      item->locator, item->consulted_at };

      if (!has_evidence (twin->claim, item))
        galley_verb_add_use (action, id, item->source->id, &fields);
    }
}

static char *
slice (GalleyCheck *check, GalleyRange range)
{
  return galley_text_slice (galley_document_get_text (galley_check_get_document (check)), range);
}

/* The note says where the verdict was given first. */
static char *
make_note (GalleyCheck *check, GalleyClaim *claim)
{
  GalleyRange range = galley_claim_get_range (claim);
  GalleyRange cut = { range.start, MIN (range.end, range.start + MAX_NAMED) };
  g_autofree char *words = slice (check, cut);
  const char *who = galley_claim_get_checked_by (claim);

  g_strdelimit (words, "\r\n\t", ' ');
  if (who == NULL)
    /* Translators: a note under a claim. The words are those of another claim. */
    return g_strdup_printf (_ ("Verdict taken over from the mention “%s%s”."), words,
                            cut.end < range.end ? "…" : "");

  /* Translators: a note under a claim. The first is a person, the words are those of another claim.
   */
  return g_strdup_printf (_ ("Verdict of %s taken over from the mention “%s%s”."), who, words,
                          cut.end < range.end ? "…" : "");
}

/* The same words want the same correction; others want their own, by hand. */
static void
add_correction (GalleyAction *action,
                GalleyCheck *check,
                GalleyClaim *claim,
                const GalleyTwin *twin,
                const char *id)
{
  const char *correction = galley_claim_get_correction (claim);
  g_autofree char *own = NULL, *other = NULL;

  if (correction == NULL ||
      (twin->claim != NULL && galley_claim_get_correction (twin->claim) != NULL))
    return;

  own = slice (check, galley_claim_get_range (claim));
  other = slice (check, twin->range);
  if (!g_str_equal (own, other))
    return;
  galley_verb_add_correction (action, id, correction);
  if (twin->claim != NULL)
    galley_action_expect_value (action, id, "correction", /* value= */ NULL);
}

/* Returns the id of the claim that @twin is or becomes. */
static char *
add_twin (GalleyAction *action,
          GalleyCheck *check,
          GalleyClaim *claim,
          const GalleyTwin *twin,
          const char *note)
{
  const char *article_id = galley_article_get_id (galley_check_get_article (check));
  GalleyStatus status = galley_claim_get_status (claim);
  const char *reason = galley_claim_get_reason (claim);
  char *id;

  if (twin->claim != NULL)
    {
      id = g_strdup (galley_claim_get_id (twin->claim));
      galley_verb_add_status (action, id, status, reason);
    }
  else
    {
      GalleyMark mark = { .range = twin->range, .status = status, .reason = reason };

      id = galley_verb_add_mark (action, article_id, galley_check_get_document (check), &mark);
    }
  add_correction (action, check, claim, twin, id);
  add_evidence (action, claim, twin, id);
  galley_verb_add_comment (action, id, note);

  return id;
}

/* The verdict is given that the person sees, of the words that they see. */
static void
expect_giver (GalleyAction *action, GalleyCheck *check, GalleyClaim *claim)
{
  const char *id = galley_claim_get_id (claim);
  g_autofree char *words = slice (check, galley_claim_get_range (claim));

  galley_action_expect_text (action,
                             galley_document_get_text_sha256 (galley_check_get_document (check)));
  galley_action_expect_words (action, id, words);
  galley_action_expect_status (action, id, galley_status_to_nick (galley_claim_get_status (claim)));
  galley_action_expect_value (action, id, "reason", galley_claim_get_reason (claim));
}

/**
 * galley_verb_repeat:
 * @check: an article
 * @claim: a claim of it that has a verdict
 * @twins: (element-type GalleyTwin): other mentions of what it tells of
 * @given_ids: (nullable) (element-type utf8): where to add the ids of the claims that get the
 *   verdict, in the order of @twins; it frees them with g_free()
 *
 * Gives those of @twins that say the same and have no verdict yet that of @claim, with its reason,
 * its evidence and a note that says where it is from, as one step. What nobody has marked yet
 * becomes a claim. Nothing is done if @claim has another verdict by then.
 *
 * Returns: (transfer full) (nullable): the action; %NULL if there is nothing to give
 */
GalleyAction *
galley_verb_repeat (GalleyCheck *check, GalleyClaim *claim, GPtrArray *twins, GPtrArray *given_ids)
{
  g_autoptr (GalleyAction) action = galley_action_new ("repeat-verdict");
  g_autofree char *note = make_note (check, claim);

  if (galley_claim_get_status (claim) == GALLEY_STATUS_PENDING)
    return NULL;

  expect_giver (action, check, claim);
  for (guint i = 0; i < twins->len; i++)
    {
      const GalleyTwin *twin = g_ptr_array_index (twins, i);
      g_autofree char *id = NULL;

      if (twin->state != GALLEY_TWIN_FREE)
        continue;
      id = add_twin (action, check, claim, twin, note);
      if (given_ids != NULL)
        g_ptr_array_add (given_ids, g_steal_pointer (&id));
    }

  return action->changes->len > 0 ? g_steal_pointer (&action) : NULL;
}
