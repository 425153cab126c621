/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-initials.h"

#include <string.h>

/* A letter that stands over several lines at the beginning of a text, which is the first of their
 * first word, or a word. Poppler takes it for a line of its own, and the lines beside it for
 * indented ones.
 *
 * Few letters are words. After these the first line begins further to the right than the others
 * beside them, by a space; or what follows is a word elsewhere in the document, and together they
 * are none. */

#define MIN_SIZE_PERCENT 180 /* of the size of the text */
#define MAX_GAP_EMS 1        /* between the letter and its text */
#define SPACE_PERCENT 15     /* of an em, that a line is further to the right */
#define MAX_LINES 1000       /* of a page: the time grows with the letters on it */
#define WORDS "AIOEUYÀÉÒÓАВИКОСУЯ"

typedef struct
{
  GalleyPdfPages *pages;
  GalleyPdfLine *initial;
  GalleyPdfLine *first;  /* the uppermost line beside it, or NULL */
  GalleyPdfLine *second; /* the one below that, or NULL */
  GHashTable **counts;   /* (element-type utf8 guint): of words, NULL until they are counted */
} Initial;

static const char *
peek_text (const GalleyPdfPages *self, const GalleyPdfLine *line)
{
  return galley_pdf_pages_get_run (self, line->first_run)->text;
}

/* Whether all of @line is one capital, maybe behind a quotation mark. */
static gboolean
is_letter (const GalleyPdfPages *self, const GalleyPdfLine *line)
{
  const char *text = peek_text (self, line);

  if (line->n_runs != 1 || line->n_chars > 3 || line->rotation != 0)
    return FALSE;
  if (g_unichar_ispunct (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return g_unichar_isupper (g_utf8_get_char (text)) &&
         strspn (g_utf8_next_char (text), " ") == strlen (g_utf8_next_char (text));
}

static gboolean
is_beside (const GalleyPdfLine *initial, const GalleyPdfLine *line)
{
  const gint64 middle = line->box.top / 2 + line->box.bottom / 2;
  const gint64 gap = (gint64) line->box.left - initial->box.right, em = line->size;

  return line != initial && line->n_runs > 0 && line->rotation == 0 && middle > initial->box.top &&
         middle < initial->box.bottom && gap > -em / 4 && gap <= em * MAX_GAP_EMS &&
         (gint64) initial->size * 100 >= em * MIN_SIZE_PERCENT;
}

/* Finds the lines of the page that begin beside the letter. */
static void
find_beside (Initial *self, const GalleyPdfPage *page)
{
  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      GalleyPdfLine *line = &g_array_index (self->pages->lines, GalleyPdfLine, i);

      if (!is_beside (self->initial, line))
        continue;
      if (self->first == NULL || line->box.bottom < self->first->box.bottom)
        {
          self->second = self->first;
          self->first = line;
        }
      else if (self->second == NULL || line->box.bottom < self->second->box.bottom)
        self->second = line;
    }
}

/* Whether a line goes before the first that is beside the letter, and begins as that does: then the
 * letter is no part of either. */
static gboolean
goes_before (const Initial *self, const GalleyPdfPage *page)
{
  const GalleyPdfLine *first = self->first;
  const gint64 em = first->size;

  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      const GalleyPdfLine *line = galley_pdf_pages_get_line (self->pages, i);
      gint64 rise = (gint64) first->box.bottom - line->box.bottom;

      if (rise > em / 2 && rise < em * 2 &&
          ABS ((gint64) line->box.left - first->box.left) < em / 2)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_word_sign (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

/* The end of the word that begins at @text. */
static const char *
find_end (const char *text)
{
  while (is_word_sign (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/* How often the document has each of its words, folded. */
static GHashTable *
count_words (const GalleyPdfPages *pages)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < pages->runs->len; i++)
    for (const char *p = galley_pdf_pages_get_run (pages, i)->text; *p != '\0';)
      {
        const char *end = find_end (p);
        char *word = g_utf8_casefold (p, end - p);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, word));

        g_hash_table_insert (counts, word, GUINT_TO_POINTER (n + 1));
        p = *end != '\0' ? g_utf8_next_char (end) : end;
      }

  return counts;
}

static guint
get_count (Initial *self, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  if (*self->counts == NULL)
    *self->counts = count_words (self->pages);

  return GPOINTER_TO_UINT (g_hash_table_lookup (*self->counts, folded));
}

/* Whether @letter, which is before @text, is a word. */
static gboolean
is_word (Initial *self, const char *letter, const char *text)
{
  g_autofree char *word = g_strndup (text, find_end (text) - text);
  g_autofree char *joined = g_strconcat (letter, word, NULL);

  if (g_utf8_strchr (WORDS, -1, g_utf8_get_char (letter)) == NULL)
    return FALSE;
  if (self->second != NULL && (self->first->box.left - (gint64) self->second->box.left) * 100 >
                                  (gint64) self->first->size * SPACE_PERCENT)
    return TRUE;

  /* The word is here once. */
  return get_count (self, word) > 1 && get_count (self, joined) == 0;
}

/* Makes the lines beside the letter as wide as those below, and puts it before the first. */
static void
join (Initial *self, const GalleyPdfPage *page)
{
  GalleyPdfLine *initial = self->initial;
  GalleyPdfRun *run = &g_array_index (self->pages->runs, GalleyPdfRun, self->first->first_run);
  g_autofree char *letter = g_strchomp (g_strdup (peek_text (self->pages, initial)));
  const char *last = g_utf8_find_prev_char (letter, letter + strlen (letter));
  const char *gap = is_word (self, last, run->text) ? " " : "";
  g_autofree char *text = g_strconcat (letter, gap, run->text, NULL);

  self->first->n_chars += g_utf8_strlen (letter, -1) + strlen (gap);
  run->text = g_string_chunk_insert (self->pages->strings, text);
  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      GalleyPdfLine *line = &g_array_index (self->pages->lines, GalleyPdfLine, i);

      if (is_beside (initial, line))
        line->box.left = initial->box.left;
    }
  initial->n_runs = 0;
}

/**
 * galley_pdf_initials_join:
 * @self: (inout): pages whose lines have been measured
 *
 * Puts letters that stand over several lines before the first of these. Their own lines have no
 * runs then.
 */
void
galley_pdf_initials_join (GalleyPdfPages *self)
{
  GHashTable *counts = NULL;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const GalleyPdfPage *page = &g_array_index (self->pages, GalleyPdfPage, i);

      for (guint k = 0; k < page->n_lines && page->n_lines <= MAX_LINES; k++)
        {
          GalleyPdfLine *line = &g_array_index (self->lines, GalleyPdfLine, page->first_line + k);
          Initial initial = { .pages = self, .initial = line, .counts = &counts };

          if (line->n_runs == 0 || !is_letter (self, line))
            continue;
          find_beside (&initial, page);
          if (initial.first != NULL && !goes_before (&initial, page) &&
              g_unichar_isalpha (g_utf8_get_char (peek_text (self, initial.first))))
            join (&initial, page);
        }
    }
  g_clear_pointer (&counts, g_hash_table_unref);
}
