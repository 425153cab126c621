/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-tray-words.h"

#include <string.h>

/* A claim that has lost its words may meet them again in a later draft. That is only offered: what
 * stands around them may make another statement of them, and nobody has looked. */

static gboolean
is_taken (GalleyCheck *check, GalleyRange range)
{
  g_autoptr (GPtrArray) claims =
      galley_claim_list_find_overlapping (galley_check_get_claims (check), range);

  for (guint i = 0; i < claims->len; i++)
    if (galley_range_equal (galley_claim_get_range (g_ptr_array_index (claims, i)), range))
      return TRUE;

  return FALSE;
}

/**
 * galley_tray_words_find:
 * @check: an article
 * @claim: a claim in its tray
 * @out_range: (out): the words; untouched if there are none
 *
 * Returns: whether the words that the claim had are in the present draft again, character for
 *   character, only once, and not another claim's
 */
gboolean
galley_tray_words_find (GalleyCheck *check, GalleyClaim *claim, GalleyRange *out_range)
{
  GalleyText *text = galley_document_get_text (galley_check_get_document (check));
  GalleyFormer *former = galley_claim_get_former (claim);
  const char *utf8 = galley_text_peek_utf8 (text, NULL);
  const char *quote = former != NULL ? former->quote : NULL;
  const char *found = quote != NULL && *quote != '\0' ? strstr (utf8, quote) : NULL;
  GalleyRange range;

  if (found == NULL || strstr (found + 1, quote) != NULL ||
      !galley_place_is_waiting (galley_claim_get_place (claim)))
    return FALSE;

  range.start = galley_text_from_bytes (text, found - utf8);
  range.end = galley_text_from_bytes (text, found - utf8 + strlen (quote));
  if (is_taken (check, range))
    return FALSE;

  *out_range = range;
  return TRUE;
}

/* More places than this are no choice. */
#define MAX_PLACES 100

/**
 * galley_tray_words_list:
 * @text: of a draft
 * @quote: (nullable): words that something was said of
 *
 * Returns: (transfer full) (element-type GalleyRange): the first hundred of the places where @text
 *   has the words, character for character, one behind the other
 */
GArray *
galley_tray_words_list (GalleyText *text, const char *quote)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  const char *utf8 = galley_text_peek_utf8 (text, NULL);
  gsize length = quote != NULL ? strlen (quote) : 0;

  for (const char *p = utf8; length > 0 && places->len < MAX_PLACES; p += length)
    {
      GalleyRange range;

      p = strstr (p, quote);
      if (p == NULL)
        break;
      range.start = galley_text_from_bytes (text, p - utf8);
      range.end = galley_text_from_bytes (text, p - utf8 + length);
      g_array_append_val (places, range);
    }

  return places;
}

/**
 * galley_tray_words_find_next:
 * @text: of a draft
 * @quote: (nullable): words that something was said of
 * @offset: where to look on from
 * @out_range: (out): a place that has the words; untouched if there is none
 *
 * Returns: whether there is a place at @offset or behind it, or else from the start on
 */
gboolean
galley_tray_words_find_next (GalleyText *text,
                             const char *quote,
                             guint offset,
                             GalleyRange *out_range)
{
  g_autoptr (GArray) places = galley_tray_words_list (text, quote);
  guint next = 0;

  if (places->len == 0)
    return FALSE;
  while (next < places->len && g_array_index (places, GalleyRange, next).start < offset)
    next++;

  *out_range = g_array_index (places, GalleyRange, next < places->len ? next : 0);
  return TRUE;
}
