/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-pages.h"

#include "galley-pdf-initials.h"
#include "galley-pdf-labels.h"
#include "galley-pdf-mirror.h"
#include "galley-pdf-spread.h"

#define MAX_STRING_CHUNK_BYTES 65536

/* Makes @whole hold @box, too. */
void
galley_pdf_box_widen (GalleyPdfBox *whole, const GalleyPdfBox *box)
{
  whole->left = MIN (whole->left, box->left);
  whole->top = MIN (whole->top, box->top);
  whole->right = MAX (whole->right, box->right);
  whole->bottom = MAX (whole->bottom, box->bottom);
}

/* What the runs of a line make of it. */
static void
measure_line (GalleyPdfPages *self, GalleyPdfLine *line)
{
  gboolean has_box = FALSE;
  guint longest = 0;

  line->is_bold = TRUE;
  for (guint i = line->first_run; i < line->first_run + line->n_runs; i++)
    {
      const GalleyPdfRun *run = galley_pdf_pages_get_run (self, i);
      guint n_chars = g_utf8_strlen (run->text, -1);

      line->n_chars += n_chars;
      line->is_bold = line->is_bold && run->is_bold;
      if (n_chars > longest || (n_chars == longest && run->size > line->size))
        {
          longest = n_chars;
          line->size = run->size;
        }
    }
  for (guint i = line->first_run; i < line->first_run + line->n_runs; i++)
    {
      const GalleyPdfRun *run = galley_pdf_pages_get_run (self, i);

      if (run->size == line->size && has_box)
        galley_pdf_box_widen (&line->box, &run->box);
      else if (run->size == line->size)
        line->box = run->box;
      has_box = has_box || run->size == line->size;
    }
}

/* Adds the runs of @next to @line, which comes before it. */
static void
join_lines (GalleyPdfPages *self, GalleyPdfLine *line, const GalleyPdfLine *next)
{
  GalleyPdfRun *last =
      &g_array_index (self->runs, GalleyPdfRun, line->first_run + line->n_runs - 1);
  g_autofree char *spaced = g_strconcat (last->text, " ", NULL);

  last->text = g_string_chunk_insert (self->strings, spaced);
  line->n_runs = next->first_run + next->n_runs - line->first_run;
  line->n_chars += next->n_chars + 1;
  line->is_bold = line->is_bold && next->is_bold;
  galley_pdf_box_widen (&line->box, &next->box);
}

/* Lines without words are dropped, which keeps the lines of each page together. */
static void
drop_empty (GalleyPdfPages *self)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->pages->len; i++)
    {
      GalleyPdfPage *page = &g_array_index (self->pages, GalleyPdfPage, i);
      guint first = page->first_line, n_lines = page->n_lines;

      page->first_line = n_kept;
      for (guint k = first; k < first + n_lines; k++)
        {
          GalleyPdfLine line = *galley_pdf_pages_get_line (self, k);

          if (line.n_runs > 0)
            g_array_index (self->lines, GalleyPdfLine, n_kept++) = line;
        }
      page->n_lines = n_kept - page->first_line;
    }
  g_array_set_size (self->lines, n_kept);
}

/* Joins the lines of each page that are one on paper. */
static void
settle_lines (GalleyPdfPages *self)
{
  guint n_kept = 0;

  galley_pdf_initials_join (self);
  drop_empty (self);
  galley_pdf_labels_bring (self);
  for (guint i = 0; i < self->pages->len; i++)
    {
      GalleyPdfPage *page = &g_array_index (self->pages, GalleyPdfPage, i);
      guint first = page->first_line, end = first + page->n_lines;

      page->first_line = n_kept;
      for (guint k = first; k < end;)
        {
          GalleyPdfLine line = *galley_pdf_pages_get_line (self, k);
          GalleyPdfLine *last = n_kept > page->first_line
                                    ? &g_array_index (self->lines, GalleyPdfLine, n_kept - 1)
                                    : NULL;
          guint n_parts = galley_pdf_spread_count (self, page->first_line, n_kept, k, end);

          while (--n_parts > 0)
            join_lines (self, &line, galley_pdf_pages_get_line (self, ++k));
          k++;
          if (last != NULL && galley_pdf_labels_is_of (self, last, &line))
            join_lines (self, last, &line);
          else
            g_array_index (self->lines, GalleyPdfLine, n_kept++) = line;
        }
      page->n_lines = n_kept - page->first_line;
    }
  g_array_set_size (self->lines, n_kept);
}

/* Joins the words of each line. */
static void
join_runs (GalleyPdfPages *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      GalleyPdfLine *line = &g_array_index (self->lines, GalleyPdfLine, i);

      g_string_truncate (words, 0);
      for (guint k = line->first_run; k < line->first_run + line->n_runs; k++)
        g_string_append (words, galley_pdf_pages_get_run (self, k)->text);
      line->words = g_string_chunk_insert (self->strings, g_strstrip (words->str));
    }
}

/* Returns: (transfer full): no pages */
GalleyPdfPages *
galley_pdf_pages_new (void)
{
  GalleyPdfPages *self = g_new0 (GalleyPdfPages, 1);

  self->pages = g_array_new (FALSE, FALSE, sizeof (GalleyPdfPage));
  self->lines = g_array_new (FALSE, FALSE, sizeof (GalleyPdfLine));
  self->runs = g_array_new (FALSE, FALSE, sizeof (GalleyPdfRun));
  self->comments = g_array_new (FALSE, FALSE, sizeof (GalleyPdfComment));
  self->areas = g_array_new (FALSE, FALSE, sizeof (GalleyPdfBox));
  self->strings = g_string_chunk_new (MAX_STRING_CHUNK_BYTES);

  return self;
}

/**
 * galley_pdf_pages_end_page:
 * @self: (inout): pages
 *
 * Ends the last page, if there is one: it has all of its lines and comments, and they are measured.
 */
void
galley_pdf_pages_end_page (GalleyPdfPages *self)
{
  const GalleyPdfPage *page;

  if (self->pages->len == 0)
    return;

  galley_pdf_mirror_page (self, self->pages->len);
  page = &g_array_index (self->pages, GalleyPdfPage, self->pages->len - 1);
  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    measure_line (self, &g_array_index (self->lines, GalleyPdfLine, i));
}

/**
 * galley_pdf_pages_settle:
 * @self: (inout): all pages, of which the last is not ended
 *
 * Makes of lines what they are on paper.
 */
void
galley_pdf_pages_settle (GalleyPdfPages *self)
{
  galley_pdf_pages_end_page (self);
  settle_lines (self);
  join_runs (self);
}

void
galley_pdf_pages_free (GalleyPdfPages *self)
{
  g_array_unref (self->pages);
  g_array_unref (self->lines);
  g_array_unref (self->runs);
  g_array_unref (self->comments);
  g_array_unref (self->areas);
  g_string_chunk_free (self->strings);
  g_free (self->title);
  g_free (self->author);
  g_free (self);
}
