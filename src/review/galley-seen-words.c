/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-seen-words.h"

#include "galley-body.h"

/* The claim that a change decides about; NULL if it decides about none. */
static char *
find_judged (const GalleyChange *change)
{
  if (g_str_equal (change->kind, "claim.status"))
    return g_strdup (change->subject_id);

  return g_str_equal (change->kind, "session.decide")
             ? galley_body_find_text (change->body, "claim")
             : NULL;
}

/**
 * galley_seen_words_expect:
 * @check: the article as the person sees it
 * @action: what the person does
 *
 * Has each claim that is decided about stand on the words that the person sees, or nothing is done:
 * another program may have moved it meanwhile.
 */
void
galley_seen_words_expect (GalleyCheck *check, GalleyAction *action)
{
  GalleyText *text = galley_document_get_text (galley_check_get_document (check));

  for (guint i = 0; i < action->changes->len; i++)
    {
      g_autofree char *id = find_judged (g_ptr_array_index (action->changes, i));
      GalleyClaim *claim =
          id != NULL ? galley_claim_list_find (galley_check_get_claims (check), id) : NULL;
      g_autofree char *words =
          claim != NULL ? galley_text_slice (text, galley_claim_get_range (claim)) : NULL;

      if (words != NULL)
        galley_action_expect_words (action, id, words);
    }
}
