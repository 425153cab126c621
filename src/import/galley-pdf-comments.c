/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-comments.h"

#include "galley-remark.h"

/* What marks a comment's words as they are written. */
typedef struct
{
  guint start_mark;
  guint end_mark;
  gboolean is_written;
} Anchor;

struct _GalleyPdfComments
{
  const GalleyPdfLayout *layout;
  GalleyFlow *flow;
  Anchor *anchors;  /* (array) one for each comment */
  GHashTable *runs; /* (element-type guint GArray(guint)): the comments of a run */
};

static const GalleyPdfComment *
get_comment (const GalleyPdfComments *self, guint comment)
{
  return &g_array_index (self->layout->pages->comments, GalleyPdfComment, comment);
}

static void
add_to_run (GalleyPdfComments *self, guint run, guint comment)
{
  GArray *comments = g_hash_table_lookup (self->runs, GUINT_TO_POINTER (run));

  if (comments == NULL)
    {
      comments = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->runs, GUINT_TO_POINTER (run), comments);
    }
  g_array_append_val (comments, comment);
}

static gboolean
is_marked (const GalleyPdfComments *self, const GalleyPdfComment *comment, const GalleyPdfBox *box)
{
  gint x = box->left / 2 + box->right / 2, y = box->top / 2 + box->bottom / 2;

  for (guint i = comment->first_area; i < comment->first_area + comment->n_areas; i++)
    {
      const GalleyPdfBox *area = &g_array_index (self->layout->pages->areas, GalleyPdfBox, i);

      if (x >= area->left && x <= area->right && y >= area->top && y <= area->bottom)
        return TRUE;
    }

  return FALSE;
}

/* Adds a comment to the runs that it marks; FALSE if it marks none. */
static gboolean
add_to_marked (GalleyPdfComments *self, guint index, const GalleyPdfPage *page)
{
  const GalleyPdfPages *pages = self->layout->pages;
  const GalleyPdfComment *comment = get_comment (self, index);
  gboolean is_found = FALSE;

  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      const GalleyPdfLine *line = galley_pdf_pages_get_line (pages, i);

      for (guint k = line->first_run; k < line->first_run + line->n_runs; k++)
        if (self->layout->kinds[i] != GALLEY_PDF_KIND_FURNITURE &&
            is_marked (self, comment, &galley_pdf_pages_get_run (pages, k)->box))
          {
            add_to_run (self, k, index);
            is_found = TRUE;
          }
    }

  return is_found;
}

/* How far apart two stretches are, 0 if they touch. */
static gint
get_distance (gint start, gint end, gint other_start, gint other_end)
{
  return MAX (MAX (other_start - end, start - other_end), 0);
}

/* Adds a comment to the line that stands nearest to it, above all in height. */
static void
add_to_nearest (GalleyPdfComments *self, guint index, const GalleyPdfPage *page)
{
  const GalleyPdfPages *pages = self->layout->pages;
  const GalleyPdfComment *comment = get_comment (self, index);
  const GalleyPdfBox *area = &g_array_index (pages->areas, GalleyPdfBox, comment->first_area);
  gint y = area->top / 2 + area->bottom / 2;
  const GalleyPdfLine *nearest = NULL;
  gint least_up = G_MAXINT, least_across = G_MAXINT;

  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      const GalleyPdfLine *line = galley_pdf_pages_get_line (pages, i);
      gint up = get_distance (y, y, line->box.top, line->box.bottom);
      gint across = get_distance (area->left, area->right, line->box.left, line->box.right);

      if (self->layout->kinds[i] == GALLEY_PDF_KIND_FURNITURE || up > least_up ||
          (up == least_up && across >= least_across))
        continue;
      nearest = line;
      least_up = up;
      least_across = across;
    }
  for (guint k = 0; nearest != NULL && k < nearest->n_runs; k++)
    add_to_run (self, nearest->first_run + k, index);
}

/**
 * galley_pdf_comments_new:
 * @layout: a layout whose furniture is found; it has to outlive the comments
 * @flow: what the text is written to, too
 *
 * Returns: (transfer full): the comments of @layout, of which none is written
 */
GalleyPdfComments *
galley_pdf_comments_new (const GalleyPdfLayout *layout, GalleyFlow *flow)
{
  GalleyPdfComments *self = g_new0 (GalleyPdfComments, 1);

  self->layout = layout;
  self->flow = flow;
  self->anchors = g_new0 (Anchor, layout->pages->comments->len);
  self->runs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < layout->pages->comments->len; i++)
    {
      const GalleyPdfComment *comment = get_comment (self, i);
      const GalleyPdfPage *page =
          &g_array_index (layout->pages->pages, GalleyPdfPage, comment->page - 1);

      if (!(comment->marks_words && add_to_marked (self, i, page)) && comment->n_areas > 0)
        add_to_nearest (self, i, page);
    }

  return self;
}

void
galley_pdf_comments_free (GalleyPdfComments *self)
{
  g_hash_table_unref (self->runs);
  g_free (self->anchors);
  g_free (self);
}

/**
 * galley_pdf_comments_begin_run:
 * @run: the place of a run in @runs of #GalleyPdfPages
 *
 * Says that the words of a run are about to be added to the flow.
 */
void
galley_pdf_comments_begin_run (GalleyPdfComments *self, guint run)
{
  const GArray *comments = g_hash_table_lookup (self->runs, GUINT_TO_POINTER (run));

  for (guint i = 0; comments != NULL && i < comments->len; i++)
    {
      Anchor *anchor = &self->anchors[g_array_index (comments, guint, i)];

      if (!anchor->is_written)
        anchor->start_mark = galley_flow_add_mark (self->flow);
    }
}

/**
 * galley_pdf_comments_end_run:
 * @run: the place of a run in @runs of #GalleyPdfPages
 *
 * Says that the words of a run were added to the flow.
 */
void
galley_pdf_comments_end_run (GalleyPdfComments *self, guint run)
{
  const GArray *comments = g_hash_table_lookup (self->runs, GUINT_TO_POINTER (run));

  for (guint i = 0; comments != NULL && i < comments->len; i++)
    {
      Anchor *anchor = &self->anchors[g_array_index (comments, guint, i)];

      anchor->end_mark = galley_flow_add_end_mark (self->flow);
      anchor->is_written = TRUE;
    }
}

/**
 * galley_pdf_comments_finish:
 * @builder: what the text went to, which is complete
 *
 * Adds the comments to the document; one that stands beside no words is kept at its end.
 */
void
galley_pdf_comments_finish (GalleyPdfComments *self, GalleyDocumentBuilder *builder)
{
  guint length = galley_document_builder_get_length (builder);

  for (guint i = 0; i < self->layout->pages->comments->len; i++)
    {
      const GalleyPdfComment *comment = get_comment (self, i);
      const Anchor *anchor = &self->anchors[i];
      g_autoptr (GString) text = g_string_new (comment->text);
      GalleyRange range = { length, length };

      if (anchor->is_written)
        {
          range.start = galley_flow_get_mark (self->flow, anchor->start_mark);
          range.end = MAX (range.start, galley_flow_get_mark (self->flow, anchor->end_mark));
        }
      if (comment->is_resolved)
        galley_remark_resolve (text);
      galley_document_builder_add_source_note (builder, range, GALLEY_SOURCE_NOTE_COMMENT,
                                               comment->author, comment->date, text->str);
    }
}
