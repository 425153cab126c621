/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-layout.h"

/* On a page that is read upright, lines that stand on end are no part of its text where they stand
 * beside all of it, as the stamp of an archive and the name of a journal do along a margin, or run
 * across it. Where they stand between the text, they may be the heads of columns, and stay. */

#define OVER_PERCENT 30 /* of the height of a line, that what stands across it covers */

static gboolean
is_across (const GalleyPdfBox *box, const GalleyPdfBox *text)
{
  gint64 high = (gint64) text->bottom - text->top;
  gint64 common = (gint64) MIN (box->bottom, text->bottom) - MAX (box->top, text->top);

  return box->left < text->right && box->right > text->left && common * 100 > high * OVER_PERCENT;
}

/* Whether @box stands beside all text of the page that is upright, or across some of it. */
static gboolean
is_apart (const GalleyPdfLayout *self, const GalleyPdfPage *page, const GalleyPdfBox *box)
{
  gboolean is_left = TRUE, is_right = TRUE;

  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      const GalleyPdfLine *line = galley_pdf_pages_get_line (self->pages, i);

      if (line->rotation != 0)
        continue;
      if (is_across (box, &line->box))
        return TRUE;
      is_left = is_left && box->right <= line->box.left;
      is_right = is_right && box->left >= line->box.right;
    }

  return is_left || is_right;
}

static void
find_on_page (GalleyPdfLayout *self, const GalleyPdfPage *page)
{
  guint64 n_upright = 0, n_other = 0;

  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      const GalleyPdfLine *line = galley_pdf_pages_get_line (self->pages, i);

      *(line->rotation == 0 ? &n_upright : &n_other) += line->n_chars;
    }
  if (n_other == 0 || n_other >= n_upright)
    return;

  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      const GalleyPdfLine *line = galley_pdf_pages_get_line (self->pages, i);

      if (line->rotation % 2 == 1 && is_apart (self, page, &line->box))
        self->kinds[i] = GALLEY_PDF_KIND_FURNITURE;
    }
}

/**
 * galley_pdf_layout_find_askew:
 *
 * Finds what stands on end along the margins of a page or across its text.
 */
void
galley_pdf_layout_find_askew (GalleyPdfLayout *self)
{
  for (guint i = 0; i < self->pages->pages->len; i++)
    {
      const GalleyPdfPage *page = &g_array_index (self->pages->pages, GalleyPdfPage, i);

      if (page->n_lines <= GALLEY_PDF_LAYOUT_MAX_LINES)
        find_on_page (self, page);
    }
}
