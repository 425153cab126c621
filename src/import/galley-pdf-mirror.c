/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-mirror.h"

#include "galley-pdf-script.h"

/* A page whose text runs from right to left is set as others are in a mirror: its first column, the
 * indents of its paragraphs and the signs of its items are at the right. So it is looked at in one,
 * and whatever tells lines by where they stand need not know. */

static gboolean
runs_left (const GalleyPdfPages *self, const GalleyPdfPage *page)
{
  guint64 n_left = 0, n_right = 0;

  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      const GalleyPdfLine *line = galley_pdf_pages_get_line (self, i);

      for (guint k = line->first_run; k < line->first_run + line->n_runs; k++)
        for (const char *p = galley_pdf_pages_get_run (self, k)->text; *p != '\0';
             p = g_utf8_next_char (p))
          {
            gunichar character = g_utf8_get_char (p);

            if (galley_pdf_script_runs_left (character))
              n_left++;
            else if (g_unichar_isalpha (character))
              n_right++;
          }
    }

  return n_left > n_right;
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

/**
 * galley_pdf_mirror_pages:
 * @self: (inout): pages whose lines have not been measured
 *
 * Changes the sides of all that stands on pages where most letters are of scripts that run from
 * right to left.
 */
void
galley_pdf_mirror_pages (GalleyPdfPages *self)
{
  g_autofree gboolean *is_mirrored = g_new0 (gboolean, self->pages->len + 1);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const GalleyPdfPage *page = &g_array_index (self->pages, GalleyPdfPage, i);

      is_mirrored[i] = runs_left (self, page);
      if (is_mirrored[i])
        mirror_runs (self, page);
    }

  for (guint i = 0; i < self->comments->len; i++)
    {
      const GalleyPdfComment *comment = &g_array_index (self->comments, GalleyPdfComment, i);
      const GalleyPdfPage *page = &g_array_index (self->pages, GalleyPdfPage, comment->page - 1);

      for (guint k = 0; k < comment->n_areas && is_mirrored[comment->page - 1]; k++)
        mirror (&g_array_index (self->areas, GalleyPdfBox, comment->first_area + k), page);
    }
}
