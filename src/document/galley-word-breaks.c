/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-word-breaks.h"

#include "galley-icu.h"

/* Words are what ICU's word breaker, which knows scripts without spaces, calls a word or a number.
 */

static void
close_text (UText *text)
{
  galley_icu.utext_close (text);
}

static void
close_breaker (UBreakIterator *breaker)
{
  galley_icu.ubrk_close (breaker);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UText, close_text)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UBreakIterator, close_breaker)

/* Indices of the breaker are bytes of the text's UTF-8, which ICU reads where it is. */
static UBreakIterator *
open_breaker (GalleyText *text)
{
  gsize length_bytes;
  const char *utf8 = galley_text_peek_utf8 (text, &length_bytes);
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr (UText) input = NULL;
  UBreakIterator *breaker;

  galley_icu_load ();
  input = galley_icu.utext_openUTF8 (NULL, utf8, length_bytes, &status);
  breaker = galley_icu.ubrk_open (UBRK_WORD, "", NULL, 0, &status);
  galley_icu.ubrk_setUText (breaker, input, &status);
  if (U_FAILURE (status))
    g_clear_pointer (&breaker, close_breaker);

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

  for (at = galley_icu.ubrk_following (breaker, galley_text_to_bytes (text, offset));
       at != UBRK_DONE; at = galley_icu.ubrk_next (breaker))
    if (galley_icu.ubrk_getRuleStatus (breaker) >= UBRK_WORD_NONE_LIMIT)
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

  for (at = galley_icu.ubrk_preceding (breaker, end); at != UBRK_DONE;
       at = galley_icu.ubrk_previous (breaker))
    {
      /* The status tells about what lies before a boundary: step over it and back. */
      int32_t following = galley_icu.ubrk_next (breaker);
      gboolean is_word =
          following != UBRK_DONE && galley_icu.ubrk_getRuleStatus (breaker) >= UBRK_WORD_NONE_LIMIT;

      if (following != UBRK_DONE)
        galley_icu.ubrk_previous (breaker);
      if (is_word)
        return galley_text_from_bytes (text, at);
    }

  return offset;
}
