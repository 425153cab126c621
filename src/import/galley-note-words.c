/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-note-words.h"

#include "galley-sentences.h"

#include <string.h>

/* A sign of a note stands at the end of the words that the note is about. They begin where their
 * sentence does, or after the sign before. */

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, two = *(const guint *) b;

  return (one > two) - (one < two);
}

/**
 * galley_note_words_find_starts:
 * @words: those of a block
 *
 * Returns: (transfer full) (element-type guint): where sentences begin in @words, and, since no
 *   sentence goes over the cells of a row, where cells do; in ascending order, from 0
 */
GArray *
galley_note_words_find_starts (const char *words)
{
  g_autoptr (GalleyText) text = galley_text_new (words, -1);
  g_autoptr (GArray) sentences = galley_sentences_find (
      text, (GalleyRange){ 0, galley_text_get_length (text) }, /* language= */ NULL);
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *from = words;
  guint start = 0;

  g_array_append_val (starts, start);
  for (guint i = 0; i < sentences->len; i++)
    g_array_append_val (starts, g_array_index (sentences, GalleyRange, i).start);
  for (const char *bar; (bar = strstr (from, " | ")) != NULL; from = bar + 3)
    {
      start += g_utf8_strlen (from, bar - from) + 3;
      g_array_append_val (starts, start);
    }
  g_array_sort (starts, compare_offsets);

  return starts;
}

/* How many of the starts are before @offset. */
static guint
count_before (const GArray *starts, guint offset)
{
  guint low = 0, high = starts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (starts, guint, middle) < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * galley_note_words_find:
 * @starts: what galley_note_words_find_starts() found in a block
 * @block_start: where the block begins in the text
 * @before: the words of the sign before, in the text; empty and at the start of the block for the
 *   first
 * @sign: where the sign is in the text; not before the end of @before
 *
 * Returns: the words that the sign is about; two signs at one place are about the same words
 */
GalleyRange
galley_note_words_find (const GArray *starts, guint block_start, GalleyRange before, guint sign)
{
  GalleyRange words = { before.start, sign };
  guint n = count_before (starts, sign - block_start);

  if (sign > before.end)
    words.start = MAX (before.end, block_start + g_array_index (starts, guint, MAX (n, 1) - 1));

  return words;
}
