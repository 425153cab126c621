/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-mirror.h"

#include "galley-pdf-script.h"

/* A page whose text runs from right to left is set as others are in a mirror: its first column, the
 * indents of its paragraphs and the signs of its items are at the right. So it is looked at in one,
 * and whatever tells lines by where they stand need not know. */

/* How many more letters run to the right than to the left. Most texts are ASCII. */
static gint64
weigh (const char *text)
{
  gint64 n = 0;

  for (const char *p = text; *p != '\0';)
    if ((guchar) *p < 0x80)
      n += g_ascii_isalpha (*p++);
    else
      {
        gunichar character = g_utf8_get_char (p);

        if (galley_pdf_script_runs_left (character))
          n--;
        else if (g_unichar_isalpha (character))
          n++;
        p = g_utf8_next_char (p);
      }

  return n;
}

static gboolean
runs_left (const GalleyPdfPages *self, const GalleyPdfPage *page)
{
  gint64 n = 0;

  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      const GalleyPdfLine *line = galley_pdf_pages_get_line (self, i);

      for (guint k = line->first_run; k < line->first_run + line->n_runs; k++)
        n += weigh (galley_pdf_pages_get_run (self, k)->text);
    }

  return n < 0;
}

static void
mirror (GalleyPdfBox *box, const GalleyPdfPage *page)
{
  const gint left = box->left;

  box->left = page->width - box->right;
  box->right = page->width - left;
}

static void
mirror_runs (GalleyPdfPages *self, const GalleyPdfPage *page)
{
  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      const GalleyPdfLine *line = galley_pdf_pages_get_line (self, i);

      for (guint k = line->first_run; k < line->first_run + line->n_runs; k++)
        mirror (&g_array_index (self->runs, GalleyPdfRun, k).box, page);
    }
}

static void
mirror_comments (GalleyPdfPages *self, guint number, const GalleyPdfPage *page)
{
  for (guint i = self->comments->len; i > 0; i--)
    {
      const GalleyPdfComment *comment = &g_array_index (self->comments, GalleyPdfComment, i - 1);

      if (comment->page != number)
        return;
      for (guint k = 0; k < comment->n_areas; k++)
        mirror (&g_array_index (self->areas, GalleyPdfBox, comment->first_area + k), page);
    }
}

/**
 * galley_pdf_mirror_page:
 * @self: (inout): pages
 * @number: the last of them, counted from 1, whose lines have not been measured
 *
 * Changes the sides of all that stands on a page where most letters are of scripts that run from
 * right to left.
 */
void
galley_pdf_mirror_page (GalleyPdfPages *self, guint number)
{
  const GalleyPdfPage *page = &g_array_index (self->pages, GalleyPdfPage, number - 1);

  if (!runs_left (self, page))
    return;

  mirror_runs (self, page);
  mirror_comments (self, number, page);
}
