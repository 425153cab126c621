/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-vocabulary.h"

#include "galley-pdf-signs.h"

#include <string.h>

/* A hyphen at the end of a line breaks a word, or joins two. In this order:
 *
 * 1. A soft hyphen breaks.
 * 2. Before a capital or a digit, or after a digit, it joins ("Anglo-Saxon").
 * 3. What the document has elsewhere, within a line, decides: the whole word, or the two with a
 *    hyphen, or whichever is more frequent.
 * 4. If both parts are words of the document on their own, and no short ones, it joins.
 * 5. Otherwise it breaks. */

#define MIN_PART_CHARS 4

struct _GalleyPdfVocabulary
{
  GHashTable *counts; /* (element-type utf8 guint): folded words, also with hyphens within */
};

static gboolean
is_word_character (gunichar character)
{
  return g_unichar_isalpha (character) || g_unichar_ismark (character);
}

static void
count_word (GalleyPdfVocabulary *self, const char *word, gsize length_bytes)
{
  char *folded = g_utf8_casefold (word, length_bytes);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, folded));

  g_hash_table_insert (self->counts, folded, GUINT_TO_POINTER (n + 1));
}

/* Counts the words of a line, and those that hyphens join; @is_broken says that it begins within a
 * word. */
static void
count_line (GalleyPdfVocabulary *self, const char *line, gboolean is_broken)
{
  const char *p = line;

  while (*p != '\0')
    {
      const char *start = p, *word = p;
      gboolean is_compound = FALSE;

      while (*p != '\0' && (is_word_character (g_utf8_get_char (p)) || *p == '-'))
        {
          if (*p == '-' && p > word)
            {
              if (!(is_broken && word == line))
                count_word (self, word, p - word);
              is_compound = TRUE;
            }
          if (*p == '-')
            word = p + 1;
          p = g_utf8_next_char (p);
        }
      if (p > word && !(is_broken && word == line))
        count_word (self, word, p - word);
      if (is_compound && word < p && !(is_broken && start == line))
        count_word (self, start, p - start);
      if (p == start)
        p = g_utf8_next_char (p);
    }
}

/**
 * galley_pdf_vocabulary_new:
 * @pages: what is on the pages
 *
 * Returns: (transfer full): the words of the lines, but for what hyphens at their ends break
 */
GalleyPdfVocabulary *
galley_pdf_vocabulary_new (const GalleyPdfPages *pages)
{
  GalleyPdfVocabulary *self = g_new0 (GalleyPdfVocabulary, 1);
  gboolean is_broken = FALSE;

  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < pages->lines->len; i++)
    {
      g_autofree char *line = g_strdup (galley_pdf_pages_get_line (pages, i)->words);
      gboolean breaks = galley_pdf_signs_end_hyphenated (line);

      if (breaks)
        {
          char *end = line + strlen (line);

          while (end > line && !g_ascii_isspace (end[-1]))
            end--;
          *end = '\0';
        }
      count_line (self, line, is_broken);
      is_broken = breaks;
    }

  return self;
}

void
galley_pdf_vocabulary_free (GalleyPdfVocabulary *self)
{
  g_hash_table_unref (self->counts);
  g_free (self);
}

static guint
count (const GalleyPdfVocabulary *self, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, folded));
}

/* The letters at the end of @line, before its hyphen. */
static char *
dup_left (const char *line)
{
  const char *end = g_utf8_prev_char (line + strlen (line)), *p = end;

  while (p > line && is_word_character (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);

  return g_strndup (p, end - p);
}

static char *
dup_right (const char *next_line)
{
  const char *end = next_line;

  while (*end != '\0' && is_word_character (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return g_strndup (next_line, end - next_line);
}

/**
 * galley_pdf_vocabulary_keeps_hyphen:
 * @line: words that end with a hyphen after a letter
 * @next_line: the words that follow
 *
 * Returns: whether the hyphen at the end of @line belongs to the word, by the rules above
 */
gboolean
galley_pdf_vocabulary_keeps_hyphen (const GalleyPdfVocabulary *self,
                                    const char *line,
                                    const char *next_line)
{
  g_autofree char *left = dup_left (line);
  g_autofree char *right = dup_right (next_line);
  g_autofree char *whole = g_strconcat (left, right, NULL);
  g_autofree char *compound = g_strconcat (left, "-", right, NULL);
  guint n_whole, n_compound;

  if (g_utf8_get_char (g_utf8_prev_char (line + strlen (line))) == 0x00AD)
    return FALSE;
  if (!g_unichar_islower (g_utf8_get_char (next_line)))
    return TRUE;

  n_whole = count (self, whole);
  n_compound = count (self, compound);
  if (n_whole != n_compound)
    return n_compound > n_whole;

  return n_whole == 0 && g_utf8_strlen (left, -1) >= MIN_PART_CHARS &&
         g_utf8_strlen (right, -1) >= MIN_PART_CHARS && count (self, left) > 0 &&
         count (self, right) > 0;
}
