/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-labels.h"

#include "galley-pdf-signs.h"

#include <string.h>

/* The numbers of headings and the signs of list items. The gap between these and their words makes
 * two lines of one, and where several items are short, poppler reads the signs as a column before
 * it reads the words. */

#define MAX_SIGN_CHARS 7   /* "12.3.4", "§ 12" */
#define MAX_SIGN_GAP_EMS 3 /* between a sign and its words */
#define MAX_AHEAD 200      /* lines in which the words of a sign are looked for */

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

/* Whether @line has a word, and is no part of a formula, whose signs may look like those of items.
 */
static gboolean
has_word (const GalleyPdfPages *self, const GalleyPdfLine *line)
{
  const char *text = galley_pdf_pages_get_run (self, line->first_run)->text;
  guint n_letters = 0;

  for (const char *p = text; *p != '\0' && n_letters < 2; p = g_utf8_next_char (p))
    n_letters = g_unichar_isalpha (g_utf8_get_char (p)) ? n_letters + 1 : 0;

  return n_letters == 2;
}

/* The line that the sign at @sign stands before, or @sign if that is none or the next. */
static guint
find_words (const GalleyPdfPages *self, guint sign)
{
  const GalleyPdfLine *line = galley_pdf_pages_get_line (self, sign);
  guint end = MIN (sign + 1 + MAX_AHEAD, self->lines->len);

  if (!is_item_sign (self, line))
    return sign;

  for (guint i = sign + 1; i < end; i++)
    {
      const GalleyPdfLine *words = galley_pdf_pages_get_line (self, i);

      if (words->page != line->page)
        return sign;
      if (galley_pdf_labels_is_of (self, line, words))
        return i > sign + 1 && !is_item_sign (self, words) && has_word (self, words) ? i : sign;
    }

  return sign;
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

/**
 * galley_pdf_labels_bring:
 * @self: (inout): pages whose lines have been measured
 *
 * Puts the sign of each list item before its words. All else stays in its order.
 */
void
galley_pdf_labels_bring (GalleyPdfPages *self)
{
  const guint n_lines = self->lines->len;
  guint n_waiting = 0; /* signs whose words have not come */
  g_autofree guint *words = g_new (guint, n_lines + 1);
  GArray *lines = g_array_sized_new (FALSE, FALSE, sizeof (GalleyPdfLine), n_lines);

  for (guint i = 0; i < n_lines; i++)
    words[i] = find_words (self, i);
  for (guint i = 0; i < n_lines; i++)
    {
      if (words[i] != i)
        {
          n_waiting++;
          continue;
        }
      for (guint sign = i > MAX_AHEAD ? i - MAX_AHEAD : 0; sign < i && n_waiting > 0; sign++)
        if (words[sign] == i)
          {
            g_array_append_vals (lines, galley_pdf_pages_get_line (self, sign), 1);
            n_waiting--;
          }
      g_array_append_vals (lines, galley_pdf_pages_get_line (self, i), 1);
    }

  g_array_unref (self->lines);
  self->lines = lines;
  settle_runs (self);
}
