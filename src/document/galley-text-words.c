/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-text-words.h"

#include "galley-icu.h"

/* Words are what ICU's word breaker calls a word or a number (Unicode Standard Annex 29, section
 * 4), and pictographs. Where words are not parted by spaces, the breaker finds them in a dictionary
 * and may cut the same characters differently in other company; there each ideograph and each kana
 * is a word, so that equal text has equal words. */

typedef struct
{
  UBreakIterator *breaker; /* its indices are bytes */
  const char *utf8;
  GArray *words;

  /* Both are of the character up to which the text was counted. */
  gsize counted_bytes;
  guint counted;
} Finder;

static guint
to_offset (Finder *finder, gsize offset_bytes)
{
  const char *p = finder->utf8 + finder->counted_bytes, *end = finder->utf8 + offset_bytes;
  guint n = 0;

  for (; p < end; p++)
    n += (signed char) *p >= -64;
  finder->counted_bytes = offset_bytes;
  finder->counted += n;

  return finder->counted;
}

static void
add_word (Finder *finder, gsize start_bytes, gsize end_bytes)
{
  GalleyRange word;

  word.start = to_offset (finder, start_bytes);
  word.end = to_offset (finder, end_bytes);
  g_array_append_val (finder->words, word);
}

static void
add_characters (Finder *finder, gsize start_bytes, gsize end_bytes)
{
  const char *p = finder->utf8 + start_bytes, *end = finder->utf8 + end_bytes, *next;

  for (; p < end; p = next)
    {
      /* What combines with a character belongs to it. */
      next = g_utf8_next_char (p);
      while (next < end && g_unichar_ismark (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      add_word (finder, p - finder->utf8, next - finder->utf8);
    }
}

static gboolean
is_pictograph (const char *utf8)
{
  gunichar c = g_utf8_get_char (utf8);

  return c > 0xff && galley_icu.u_hasBinaryProperty (c, UCHAR_EXTENDED_PICTOGRAPHIC);
}

static void
add_segment (Finder *finder, gsize start_bytes, gsize end_bytes)
{
  int32_t status = galley_icu.ubrk_getRuleStatus (finder->breaker);

  if (status >= UBRK_WORD_KANA)
    add_characters (finder, start_bytes, end_bytes);
  else if (status >= UBRK_WORD_NONE_LIMIT || is_pictograph (finder->utf8 + start_bytes))
    add_word (finder, start_bytes, end_bytes);
}

/**
 * galley_text_find_words:
 * @text: a text
 *
 * Cuts a text into words, for comparing it with another one.
 *
 * Returns: (transfer full) (element-type GalleyRange): the words in order, in code points; white
 *   space and punctuation are between them
 */
GArray *
galley_text_find_words (GalleyText *text)
{
  gsize length_bytes;
  Finder finder = { .utf8 = galley_text_peek_utf8 (text, &length_bytes) };
  UErrorCode status = U_ZERO_ERROR;
  UText *input;
  int32_t start = 0, end;

  galley_icu_load ();
  input = galley_icu.utext_openUTF8 (NULL, finder.utf8, length_bytes, &status);
  finder.breaker = galley_icu.ubrk_open (UBRK_WORD, "", NULL, 0, &status);
  galley_icu.ubrk_setUText (finder.breaker, input, &status);
  if (U_FAILURE (status))
    g_error ("ICU has no word breaker: %s", galley_icu.u_errorName (status));

  finder.words = g_array_sized_new (FALSE, FALSE, sizeof (GalleyRange), length_bytes / 5 + 1);
  for (; (end = galley_icu.ubrk_next (finder.breaker)) != UBRK_DONE; start = end)
    add_segment (&finder, start, end);

  galley_icu.ubrk_close (finder.breaker);
  galley_icu.utext_close (input);
  return finder.words;
}
