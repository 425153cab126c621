/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-layout.h"

#include "galley-pdf-signs.h"

#include <string.h>

/* What a paragraph is, by its type and its first sign.
 *
 * A heading is short, and set in larger type than the text, or bold where the text is not. Their
 * sizes make their levels. The title is on the first page: it is what the document states as its
 * title, where that stands on the page, or what is set in the largest type, if nothing else in the
 * document is. */

#define LARGE_PERCENT 112
#define TITLE_PERCENT 115
#define BOLD_PERCENT 94
#define SAME_SIZE_PERCENT 103
#define MAX_LARGE_CHARS 250
#define MAX_BOLD_CHARS 120
#define MAX_HEADING_LINES 4
#define MIN_TITLE_LETTERS 3
#define TITLE_PAGE_PERCENT 60 /* of the first page's height: no title begins below */
#define FIRST_LEVEL 2
#define LAST_LEVEL 6
#define MAX_DEPTH 6 /* of lists within lists */

static char *
dup_words (const GalleyPdfLayout *self, const GalleyPdfBlock *block)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = block->first; i < block->first + block->n_lines; i++)
    {
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, galley_pdf_layout_get_line (self, i)->words);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GalleyPdfBlock *
get_block (const GalleyPdfLayout *self, guint index)
{
  return &g_array_index (self->blocks, GalleyPdfBlock, index);
}

static guint
get_size (const GalleyPdfLayout *self, const GalleyPdfBlock *block)
{
  return galley_pdf_layout_get_line (self, block->first)->size;
}

static guint
count_chars (const GalleyPdfLayout *self, const GalleyPdfBlock *block)
{
  guint n = 0;

  for (guint i = block->first; i < block->first + block->n_lines; i++)
    n += galley_pdf_layout_get_line (self, i)->n_chars;

  return n;
}

static guint
count_letters (const char *words)
{
  guint n = 0;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p));

  return n;
}

static gboolean
is_bold (const GalleyPdfLayout *self, const GalleyPdfBlock *block)
{
  for (guint i = block->first; i < block->first + block->n_lines; i++)
    if (!galley_pdf_layout_get_line (self, i)->is_bold)
      return FALSE;

  return TRUE;
}

static gboolean
is_heading (const GalleyPdfLayout *self, guint index)
{
  const GalleyPdfBlock *block = get_block (self, index);
  guint64 size = get_size (self, block), body = self->body_size;
  guint n_chars = count_chars (self, block);
  const gboolean is_large = size * 100 >= body * LARGE_PERCENT;
  g_autofree char *words = NULL;

  if (block->n_lines > MAX_HEADING_LINES || n_chars > MAX_LARGE_CHARS)
    return FALSE;
  /* Such a heading has something under it that is not bold. */
  if (!is_large && (size * 100 < body * BOLD_PERCENT || n_chars > MAX_BOLD_CHARS ||
                    block->n_lines > 2 || !is_bold (self, block) ||
                    index + 1 >= self->blocks->len || is_bold (self, get_block (self, index + 1))))
    return FALSE;

  words = dup_words (self, block);
  return count_letters (words) > 0 && !galley_pdf_signs_is_bullet (words) &&
         (is_large || (!g_str_has_suffix (words, ".") && !g_str_has_suffix (words, ",")));
}

/* Letters and digits of @words, folded, with single spaces in the place of all else. */
static char *
fold (const char *words)
{
  g_autofree char *plain = g_utf8_normalize (words, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (plain != NULL ? plain : words, -1);
  g_autoptr (GString) letters = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isalnum (character))
        g_string_append_unichar (letters, character);
      else if (!g_unichar_ismark (character) && letters->len > 0 &&
               letters->str[letters->len - 1] != ' ')
        g_string_append_c (letters, ' ');
    }

  return g_strdup (g_strchomp (letters->str));
}

/* Whether @words are the stated title, or the most of it, or little more. */
static gboolean
is_stated (const char *words, const char *stated)
{
  g_autofree char *folded = fold (words);
  g_autofree char *folded_stated = fold (stated);
  gsize n = strlen (folded), n_stated = strlen (folded_stated);

  if (n == 0 || n_stated == 0)
    return FALSE;
  return (strstr (folded_stated, folded) != NULL && n * 10 >= n_stated * 6) ||
         (strstr (folded, folded_stated) != NULL && n_stated * 10 >= n * 6);
}

static gboolean
may_be_title (const GalleyPdfLayout *self, guint index)
{
  const GalleyPdfBlock *block = get_block (self, index);
  const GalleyPdfLine *line = galley_pdf_layout_get_line (self, block->first);
  const GalleyPdfPage *page = &g_array_index (self->pages->pages, GalleyPdfPage, line->page - 1);

  return line->page == 1 && block->n_lines <= MAX_HEADING_LINES &&
         count_chars (self, block) <= MAX_LARGE_CHARS &&
         line->box.top < (gint64) page->height * TITLE_PAGE_PERCENT / 100;
}

/* The block with the stated title, or -1. */
static gint
find_stated_title (const GalleyPdfLayout *self, const char *stated)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      g_autofree char *words = NULL;

      if (galley_pdf_layout_get_line (self, get_block (self, i)->first)->page > 1)
        break;
      if (!may_be_title (self, i))
        continue;
      words = dup_words (self, get_block (self, i));
      if (is_stated (words, stated))
        return i;
    }

  return -1;
}

/* The block in the largest type of the document, if it is on its own and where titles are; else
 * -1. */
static gint
find_largest (const GalleyPdfLayout *self)
{
  guint64 largest = 0, second = 0;
  gint found = -1;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      guint64 size = get_size (self, get_block (self, i));

      if (size > largest)
        {
          second = largest;
          largest = size;
          found = i;
        }
      else
        second = MAX (second, size);
    }
  if (found < 0 || largest * 100 < (guint64) self->body_size * TITLE_PERCENT ||
      largest * 100 < second * SAME_SIZE_PERCENT || !may_be_title (self, found))
    return -1;

  words = dup_words (self, get_block (self, found));
  return count_letters (words) >= MIN_TITLE_LETTERS ? found : -1;
}

static gint
compare_sizes (gconstpointer a, gconstpointer b)
{
  return *(const guint *) a > *(const guint *) b ? -1 : *(const guint *) a < *(const guint *) b;
}

/* Gives each heading the level of its size. */
static void
set_levels (GalleyPdfLayout *self)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_kept = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    if (get_block (self, i)->role == GALLEY_BLOCK_HEADING)
      {
        guint size = get_size (self, get_block (self, i));

        g_array_append_val (sizes, size);
      }
  g_array_sort (sizes, compare_sizes);
  for (guint i = 0; i < sizes->len; i++)
    {
      guint size = g_array_index (sizes, guint, i);

      if (n_kept == 0 || (guint64) g_array_index (sizes, guint, n_kept - 1) * 100 >
                             (guint64) size * SAME_SIZE_PERCENT)
        g_array_index (sizes, guint, n_kept++) = size;
    }

  for (guint i = 0; i < self->blocks->len; i++)
    {
      GalleyPdfBlock *block = get_block (self, i);
      guint rank = 0;

      if (block->role != GALLEY_BLOCK_HEADING)
        continue;
      while (rank + 1 < n_kept && rank < LAST_LEVEL - FIRST_LEVEL &&
             (guint64) g_array_index (sizes, guint, rank) * 100 >
                 (guint64) get_size (self, block) * SAME_SIZE_PERCENT)
        rank++;
      block->level = FIRST_LEVEL + rank;
    }
}

/* Whether the block at @index begins with a number, and one beside it with the next or the last
 * one. */
static gboolean
is_counted (const GalleyPdfLayout *self, guint index, gsize *out_bytes)
{
  g_autofree char *words = dup_words (self, get_block (self, index));
  char stop, other_stop;
  guint value, other_value;

  *out_bytes = galley_pdf_signs_measure_ordinal (words, &stop, &value);
  if (*out_bytes == 0)
    return FALSE;

  for (gint step = -1; step <= 1; step += 2)
    {
      g_autofree char *other = NULL;

      if ((gint) index + step < 0 || index + step >= self->blocks->len)
        continue;
      other = dup_words (self, get_block (self, index + step));
      if (galley_pdf_signs_measure_ordinal (other, &other_stop, &other_value) > 0 &&
          other_stop == stop && (gint) other_value == (gint) value + step)
        return TRUE;
    }

  return FALSE;
}

/* Finds items of lists; those further to the right than the one before are within it. */
static void
find_items (GalleyPdfLayout *self)
{
  gint lefts[MAX_DEPTH];
  guint depth = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      GalleyPdfBlock *block = get_block (self, i);
      const GalleyPdfLine *line = galley_pdf_layout_get_line (self, block->first);
      const char *words = line->words;
      gsize bytes = galley_pdf_signs_measure_bullet (words);
      gint em = line->size;

      if (block->role != GALLEY_BLOCK_PARAGRAPH || (bytes == 0 && !is_counted (self, i, &bytes)))
        {
          depth = 0;
          continue;
        }

      while (depth > 1 && line->box.left < lefts[depth - 1] - em / 2)
        depth--;
      if (depth == 0 || (depth < MAX_DEPTH && line->box.left > lefts[depth - 1] + em / 2))
        lefts[depth++] = line->box.left;
      block->role = GALLEY_BLOCK_LIST_ITEM;
      block->level = depth;
      block->marker_bytes = bytes;
    }
}

/**
 * galley_pdf_layout_find_roles:
 * @stated_title: (nullable): what the document states as its title, if that can be believed
 *
 * Finds what each block is.
 */
void
galley_pdf_layout_find_roles (GalleyPdfLayout *self, const char *stated_title)
{
  gint title = stated_title != NULL ? find_stated_title (self, stated_title) : -1;

  if (title < 0)
    title = find_largest (self);
  for (guint i = 0; i < self->blocks->len; i++)
    if ((gint) i == title)
      get_block (self, i)->role = GALLEY_BLOCK_TITLE;
    else if (is_heading (self, i))
      get_block (self, i)->role = GALLEY_BLOCK_HEADING;

  set_levels (self);
  find_items (self);
}
