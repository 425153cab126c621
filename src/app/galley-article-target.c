/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-target.h"

#include "galley-lines.h"

/* A line can begin with marks that are no words of its block: a bullet, a number, a dash. A caret
 * before them, where Home and Down put it, is meant for the words behind them. */
static guint
skip_marks (GalleyCheck *check, guint caret)
{
  GalleyDocument *document = galley_check_get_document (check);
  GalleyText *text = galley_document_get_text (document);
  const char *p = galley_text_peek_utf8 (text, NULL) + galley_text_to_bytes (text, caret);
  guint offset = caret;

  for (; *p != '\0' && !galley_line_ends_at (p); p = g_utf8_next_char (p), offset++)
    if (galley_document_find_block (document, offset) >= 0)
      return offset;

  return caret;
}

/* Where sentences follow each other without white space, a caret between two is in the second. */
static gboolean
is_before_suggestion (GalleyCheck *check, guint caret)
{
  GalleyRange range;

  return galley_check_find_suggestion (check, caret, &range) && range.start == caret;
}

/**
 * galley_article_target_is_at_caret:
 * @caret: the character that the caret stands before, in code points
 *
 * Returns: whether the caret is in @claim or at one of its ends; at its end only if no suggestion
 *   begins there
 */
gboolean
galley_article_target_is_at_caret (GalleyCheck *check, GalleyClaim *claim, guint caret)
{
  GalleyRange range = galley_claim_get_range (claim);
  guint offset = skip_marks (check, caret);

  if (offset == range.end)
    return !is_before_suggestion (check, offset);

  return range.start <= offset && offset < range.end;
}

/**
 * galley_article_target_find_claim:
 * @caret: the character that the caret stands before, in code points
 *
 * Returns: (transfer none) (nullable): the innermost claim of the character behind the caret, or
 *   else of the one before it, so that a caret at the end of a claim is still in it; but not if a
 *   suggestion begins at the caret
 */
GalleyClaim *
galley_article_target_find_claim (GalleyCheck *check, guint caret)
{
  GalleyClaimList *claims = galley_check_get_claims (check);
  guint offset = skip_marks (check, caret);
  GalleyClaim *claim = galley_claim_list_find_innermost (claims, offset);

  if (claim != NULL || offset == 0 || is_before_suggestion (check, offset))
    return claim;

  return galley_claim_list_find_innermost (claims, offset - 1);
}

/**
 * galley_article_target_of_selection:
 * @selection: the words that are selected; not empty
 * @current: (nullable): the claim that is chosen
 *
 * Returns: the claim that covers just these words, @current if it is one of several; else the words
 */
GalleyTarget
galley_article_target_of_selection (GalleyCheck *check, GalleyRange selection, GalleyClaim *current)
{
  g_autoptr (GPtrArray) claims =
      galley_claim_list_find_overlapping (galley_check_get_claims (check), selection);
  GalleyTarget target = { .kind = GALLEY_TARGET_SELECTION, .range = selection };

  for (guint i = 0; i < claims->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (claims, i);

      if (galley_range_equal (galley_claim_get_range (claim), selection) &&
          (target.claim == NULL || claim == current))
        target.claim = claim;
    }
  if (target.claim != NULL)
    target.kind = GALLEY_TARGET_CLAIM;

  return target;
}

/* Whether @claim is there still, and at the caret. */
static gboolean
is_there (GalleyCheck *check, GalleyClaim *claim, guint caret)
{
  return claim != NULL &&
         galley_claim_list_find (galley_check_get_claims (check), galley_claim_get_id (claim)) ==
             claim &&
         galley_article_target_is_at_caret (check, claim, caret);
}

/**
 * galley_article_target_at_caret:
 * @caret: the character that the caret stands before, in code points
 * @current: (nullable): the claim that is chosen, which may be gone
 *
 * Returns: the claim at the caret, which is @current if that is there, else the suggestion there,
 *   else the sentence there
 */
GalleyTarget
galley_article_target_at_caret (GalleyCheck *check, guint caret, GalleyClaim *current)
{
  GalleyTarget target = { .kind = GALLEY_TARGET_NONE };
  guint offset = skip_marks (check, caret);

  if (is_there (check, current, caret))
    target.claim = current;
  else
    target.claim = galley_article_target_find_claim (check, caret);

  if (target.claim != NULL)
    {
      target.kind = GALLEY_TARGET_CLAIM;
      target.range = galley_claim_get_range (target.claim);
    }
  else if (galley_check_find_suggestion (check, offset, &target.range))
    target.kind = GALLEY_TARGET_SUGGESTION;
  else if (galley_check_find_sentence (check, offset, &target.range))
    target.kind = GALLEY_TARGET_SENTENCE;

  return target;
}

/**
 * galley_article_target_get_next_claim:
 * @claims: (element-type GalleyClaim): some claims, at least one
 * @current: (nullable): the claim that is chosen
 *
 * Returns: (transfer none): the claim after @current, past the last one the first; the first if
 *   @current is none of them
 */
GalleyClaim *
galley_article_target_get_next_claim (GPtrArray *claims, GalleyClaim *current)
{
  guint position;

  if (!g_ptr_array_find (claims, current, &position))
    position = claims->len - 1;

  return g_ptr_array_index (claims, (position + 1) % claims->len);
}

/**
 * galley_article_target_get_next_note:
 * @notes: (element-type GalleyRemark): some notes, sorted by start, at least one
 * @caret: the character that the caret stands before, in code points
 *
 * Returns: where the words of the next note behind @caret begin, past the last one those of the
 *   first
 */
guint
galley_article_target_get_next_note (GPtrArray *notes, guint caret)
{
  const GalleyRemark *next = g_ptr_array_index (notes, 0);

  for (guint i = 0; i < notes->len; i++)
    {
      const GalleyRemark *note = g_ptr_array_index (notes, i);

      if (note->range.start > caret)
        return note->range.start;
    }

  return next->range.start;
}
