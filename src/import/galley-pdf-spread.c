/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-spread.h"

#include <string.h>

/* In narrow columns that are set to both sides, a line of few words has so much space between them
 * that poppler takes each for a line. They are one if they are single words that stand on the same
 * height with the same space between them, and reach to the same sides as a line near by does: the
 * cells of a table have words that do not, or space that differs. */

#define MIN_LETTERS 4        /* of the longest word: shorter ones are parts of a formula */
#define MAX_PARTS 12         /* words of such a line */
#define MAX_NEAR 8           /* lines before and after that are looked at */
#define MAX_FALL_EMS 4       /* from a line to one near by */
#define MAX_INDENT_EMS 4     /* of a first line */
#define SIDE_PERCENT 35      /* of an em, that right sides may differ */
#define SPACE_PERCENT 135    /* that one space may be of another */
#define MIN_SPACE_PERCENT 40 /* of an em: less is no such line */

static gboolean
is_word (const GalleyPdfPages *pages, const GalleyPdfLine *line)
{
  const char *text = galley_pdf_pages_get_run (pages, line->first_run)->text;

  if (line->n_runs != 1)
    return FALSE;
  /* A space at the end is no part of it. */
  return text[strcspn (text, " ")] == '\0' || text[strcspn (text, " ") + 1] == '\0';
}

static gboolean
has_letters (const GalleyPdfPages *pages, const GalleyPdfLine *line)
{
  const char *text = galley_pdf_pages_get_run (pages, line->first_run)->text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* How many lines from @line on are single words on one height, with the same space between them. */
static guint
count_words (const GalleyPdfPages *pages, guint line, guint end)
{
  const GalleyPdfLine *first = galley_pdf_pages_get_line (pages, line);
  gint64 least = G_MAXINT, most = 0;
  guint n = 1, longest = first->n_chars;

  if (!is_word (pages, first))
    return 1;
  for (; line + n < end && n < MAX_PARTS; n++)
    {
      const GalleyPdfLine *last = galley_pdf_pages_get_line (pages, line + n - 1);
      const GalleyPdfLine *next = galley_pdf_pages_get_line (pages, line + n);
      gint64 space = (gint64) next->box.left - last->box.right;

      if (!is_word (pages, next) || next->size != first->size ||
          ABS (next->box.bottom - first->box.bottom) > (gint) first->size / 4 || space < 0)
        break;
      longest = MAX (longest, next->n_chars);
      least = MIN (least, space);
      most = MAX (most, space);
    }

  if (n == 1 || longest < MIN_LETTERS || least * 100 < (gint64) first->size * MIN_SPACE_PERCENT ||
      most * 100 > least * SPACE_PERCENT)
    return 1;
  return n;
}

/* Whether @near shows that the words from @first to @last are a line of its column. */
static gboolean
is_alike (const GalleyPdfLine *near, const GalleyPdfLine *first, const GalleyPdfLine *last)
{
  gint64 em = first->size, fall = ABS ((gint64) near->box.bottom - first->box.bottom);
  gint64 indent = (gint64) first->box.left - near->box.left;

  return near->size == first->size && fall > em / 2 && fall < em * MAX_FALL_EMS &&
         ABS (indent) < em * MAX_INDENT_EMS &&
         ABS ((gint64) near->box.right - last->box.right) * 100 < em * SIDE_PERCENT;
}

/**
 * galley_pdf_spread_count:
 * @pages: pages whose lines have been measured
 * @first_before: the first line of the page that is settled
 * @end_before: one past the last of them
 * @line: the next line of the page
 * @end: one past the last line of the page
 *
 * Returns: how many lines from @line on are one on paper, at least 1
 */
guint
galley_pdf_spread_count (const GalleyPdfPages *pages,
                         guint first_before,
                         guint end_before,
                         guint line,
                         guint end)
{
  const guint n = count_words (pages, line, end);
  const GalleyPdfLine *first = galley_pdf_pages_get_line (pages, line);
  const GalleyPdfLine *last = galley_pdf_pages_get_line (pages, line + n - 1);

  if (n == 1 || (n == 2 && !has_letters (pages, last)))
    return 1;

  for (guint i = end_before; i > first_before && end_before - i < MAX_NEAR; i--)
    if (is_alike (galley_pdf_pages_get_line (pages, i - 1), first, last))
      return n;
  for (guint i = line + n; i < end && i - line - n < MAX_NEAR; i++)
    if (is_alike (galley_pdf_pages_get_line (pages, i), first, last))
      return n;

  return 1;
}
