/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-excerpt.h"

/* Where words of an article are cut short, no word of them is: half of one reads like another.
 * Where no space is near, as in scripts without any, they are cut anyway. */

/* Code points: what is longer loses its middle. */
#define MAX_LENGTH 1000
#define HEAD 600
#define TAIL 200

#define MAX_WORD 40 /* code points */

static gboolean
is_space (const char *p)
{
  return g_unichar_isspace (g_utf8_get_char (p));
}

/**
 * galley_excerpt_find_end:
 * @offset: where the words are to end at the latest, code points
 * @least: where they end at the earliest
 *
 * Returns: @offset, or, if that is within a word, the end of the one before
 */
guint
galley_excerpt_find_end (GalleyText *text, guint offset, guint least)
{
  const char *utf8 = galley_text_peek_utf8 (text, NULL);
  const char *p = utf8 + galley_text_to_bytes (text, offset);

  if (offset == galley_text_get_length (text) || is_space (p))
    return offset;

  for (guint i = offset; i > least && offset - i < MAX_WORD; i--)
    {
      p = g_utf8_prev_char (p);
      if (is_space (p))
        return i - 1;
    }
  return offset;
}

/**
 * galley_excerpt_find_start:
 * @offset: where the words are to begin at the earliest, code points
 * @most: where they begin at the latest
 *
 * Returns: @offset, or the start of the word behind the one that it is within
 */
guint
galley_excerpt_find_start (GalleyText *text, guint offset, guint most)
{
  const char *utf8 = galley_text_peek_utf8 (text, NULL);
  const char *p = utf8 + galley_text_to_bytes (text, offset);

  if (offset == 0 || is_space (g_utf8_prev_char (p)))
    return offset;

  for (guint i = offset; i < most && i - offset < MAX_WORD; i++, p = g_utf8_next_char (p))
    if (is_space (p))
      return i + 1;
  return offset;
}

/**
 * galley_excerpt_take:
 * @range: what to take words from
 *
 * Returns: (transfer full): the words of @range; of very long ones the first and the last, with
 *   “[…]” between them
 */
char *
galley_excerpt_take (GalleyText *text, GalleyRange range)
{
  g_autofree char *head = NULL, *tail = NULL;

  if (galley_range_length (range) <= MAX_LENGTH)
    return galley_text_slice (text, range);

  head = galley_text_slice (
      text, (GalleyRange){ range.start, galley_excerpt_find_end (text, range.start + HEAD,
                                                                 range.start + HEAD - TAIL) });
  tail = galley_text_slice (
      text, (GalleyRange){ galley_excerpt_find_start (text, range.end - TAIL, range.end - TAIL / 2),
                           range.end });
  return g_strdup_printf ("%s […] %s", g_strchomp (head), g_strchug (tail));
}
