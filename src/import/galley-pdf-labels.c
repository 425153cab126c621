/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-labels.h"

#include "galley-pdf-signs.h"

#include <string.h>

/* The numbers of headings and the signs of list items. The gap between these and their words makes
 * two lines of one, and where several items are short, poppler reads the signs as a column before
 * it reads the words. */

#define MAX_SIGN_CHARS 7   /* "12.3.4", "§ 12" */
#define MAX_SIGN_GAP_EMS 3 /* between a sign and its words */
#define MAX_AHEAD 8        /* lines in which the words of a sign are looked for */

/**
 * galley_pdf_labels_is_of:
 * @line: a line
 * @next: another of the same page
 *
 * Returns: whether @line is the number of a heading or the sign of an item, and @next is what it
 *   stands before
 */
gboolean
galley_pdf_labels_is_of (const GalleyPdfPages *self,
                         const GalleyPdfLine *line,
                         const GalleyPdfLine *next)
{
  const char *text = galley_pdf_pages_get_run (self, line->first_run)->text;
  gint gap = next->box.left - line->box.right;
  gboolean is_sign = line->n_runs == 1 && line->n_chars <= MAX_SIGN_CHARS;

  for (const char *p = text; *p != '\0' && is_sign; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      is_sign = !g_unichar_isalpha (character) || line->n_chars <= 2;
    }

  return is_sign && gap >= 0 && gap < (gint64) line->size * MAX_SIGN_GAP_EMS &&
         next->size == line->size &&
         ABS (next->box.bottom - line->box.bottom) < (gint) line->size / 4;
}

/* Whether all of @line is the sign of a list item. */
static gboolean
is_item_sign (const GalleyPdfPages *self, const GalleyPdfLine *line)
{
  const char *text = galley_pdf_pages_get_run (self, line->first_run)->text;
  g_autofree char *item = NULL;
  char stop;
  guint value;

  if (line->n_runs != 1 || line->n_chars > MAX_SIGN_CHARS)
    return FALSE;

  item = g_strconcat (text, " x", NULL);
  return galley_pdf_signs_measure_bullet (item) > 0 ||
         galley_pdf_signs_measure_ordinal (item, &stop, &value) > strlen (text);
}

/* Whether @line begins with a word, and not with a part of a formula, whose signs may look like
 * those of items. */
static gboolean
begins_with_word (const GalleyPdfPages *self, const GalleyPdfLine *line)
{
  const char *text = galley_pdf_pages_get_run (self, line->first_run)->text;

  return g_unichar_isalpha (g_utf8_get_char (text)) &&
         g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (text)));
}

/* Puts the runs into the order of their lines. */
static void
settle_runs (GalleyPdfPages *self)
{
  GArray *runs = g_array_sized_new (FALSE, FALSE, sizeof (GalleyPdfRun), self->runs->len);

  for (guint i = 0; i < self->lines->len; i++)
    {
      GalleyPdfLine *line = &g_array_index (self->lines, GalleyPdfLine, i);
      const GalleyPdfRun *first = galley_pdf_pages_get_run (self, line->first_run);

      line->first_run = runs->len;
      g_array_append_vals (runs, first, line->n_runs);
    }
  g_array_unref (self->runs);
  self->runs = runs;
}

/* Moves the line at @from to @to, which is before it. */
static void
move_line (GalleyPdfPages *self, guint from, guint to)
{
  const GalleyPdfLine line = *galley_pdf_pages_get_line (self, from);

  for (guint i = from; i > to; i--)
    g_array_index (self->lines, GalleyPdfLine, i) = *galley_pdf_pages_get_line (self, i - 1);
  g_array_index (self->lines, GalleyPdfLine, to) = line;
}

/**
 * galley_pdf_labels_bring:
 * @self: (inout): pages whose lines have been measured
 *
 * Puts the words of each list item behind its sign.
 */
void
galley_pdf_labels_bring (GalleyPdfPages *self)
{
  gboolean is_moved = FALSE;

  for (guint i = 0; i + 2 < self->lines->len; i++)
    {
      const GalleyPdfLine *line = galley_pdf_pages_get_line (self, i);
      guint end = MIN (i + 1 + MAX_AHEAD, self->lines->len), words = i + 1;

      if (!is_item_sign (self, line))
        continue;
      while (words < end &&
             (galley_pdf_pages_get_line (self, words)->page != line->page ||
              !galley_pdf_labels_is_of (self, line, galley_pdf_pages_get_line (self, words))))
        words++;
      if (words == end || words == i + 1 ||
          !begins_with_word (self, galley_pdf_pages_get_line (self, words)))
        continue;
      move_line (self, words, i + 1);
      is_moved = TRUE;
    }

  if (is_moved)
    settle_runs (self);
}
