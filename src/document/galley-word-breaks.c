/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-word-breaks.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Words are what ICU's word breaker, which knows scripts without spaces, calls a word or a number.
 */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UText, utext_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UBreakIterator, ubrk_close)

/* Indices of the breaker are bytes of the text's UTF-8, which ICU reads where it is. */
static UBreakIterator *
open_breaker (GalleyText *text)
{
  gsize length_bytes;
  const char *utf8 = galley_text_peek_utf8 (text, &length_bytes);
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr (UText) input = utext_openUTF8 (NULL, utf8, length_bytes, &status);
  UBreakIterator *breaker = ubrk_open (UBRK_WORD, "", NULL, 0, &status);

  ubrk_setUText (breaker, input, &status);
  if (U_FAILURE (status))
    g_clear_pointer (&breaker, ubrk_close);

  return breaker;
}

/**
 * galley_text_find_word_end:
 * @offset: where to begin, code points
 *
 * Returns: the end of the first word that ends behind @offset; @offset if there is none
 */
guint
galley_text_find_word_end (GalleyText *text, guint offset)
{
  g_autoptr (UBreakIterator) breaker = open_breaker (text);
  int32_t at;

  if (breaker == NULL)
    return offset;

  for (at = ubrk_following (breaker, galley_text_to_bytes (text, offset)); at != UBRK_DONE;
       at = ubrk_next (breaker))
    if (ubrk_getRuleStatus (breaker) >= UBRK_WORD_NONE_LIMIT)
      return galley_text_from_bytes (text, at);

  return offset;
}

/**
 * galley_text_find_word_start:
 * @offset: where to begin, code points
 *
 * Returns: the start of the last word that starts before @offset; @offset if there is none
 */
guint
galley_text_find_word_start (GalleyText *text, guint offset)
{
  g_autoptr (UBreakIterator) breaker = open_breaker (text);
  int32_t at, end = galley_text_to_bytes (text, offset);

  if (breaker == NULL)
    return offset;

  for (at = ubrk_preceding (breaker, end); at != UBRK_DONE; at = ubrk_previous (breaker))
    {
      /* The status tells about what lies before a boundary: step over it and back. */
      int32_t following = ubrk_next (breaker);
      gboolean is_word =
          following != UBRK_DONE && ubrk_getRuleStatus (breaker) >= UBRK_WORD_NONE_LIMIT;

      if (following != UBRK_DONE)
        ubrk_previous (breaker);
      if (is_word)
        return galley_text_from_bytes (text, at);
    }

  return offset;
}
