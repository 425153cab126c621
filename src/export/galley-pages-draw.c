/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"

#define HEAD_BASELINE 40.
#define FOOT_BASELINE 34. /* from the bottom */

static void
draw_head (GalleyPagesDrawing *drawing, guint page)
{
  GalleyPages *pages = drawing->pages;
  GalleyReport *report = galley_copy_get_report (pages->copy);
  double right = pages->left + pages->measure, width;
  g_autofree char *number = g_strdup_printf ("%u / %u", page + 1, pages->places->len);
  const char *label = galley_layout_get_label (galley_report_get_options (report)->layout);

  galley_pages_set_color (drawing->cr, /* is_soft= */ TRUE);
  galley_pages_draw_small (pages, drawing->cr, number, PANGO_WEIGHT_NORMAL, -right,
                           pages->height - FOOT_BASELINE, pages->measure);
  if (page == 0)
    return; /* where the title is, and when it was made */
  if (pages->foot != NULL)
    galley_pages_draw_small (pages, drawing->cr, pages->foot, PANGO_WEIGHT_NORMAL, pages->left,
                             pages->height - FOOT_BASELINE, pages->measure / 2);

  width = galley_pages_draw_small (pages, drawing->cr, label, PANGO_WEIGHT_NORMAL, -right,
                                   HEAD_BASELINE, pages->measure / 2);
  galley_pages_draw_small (pages, drawing->cr, pages->head, PANGO_WEIGHT_NORMAL, pages->left,
                           HEAD_BASELINE, pages->measure - width - 20);
  galley_drawing.cairo_set_source_rgb (drawing->cr, 0.7, 0.7, 0.7);
  galley_pages_draw_stroke (drawing->cr, pages->left, pages->measure, HEAD_BASELINE + 6, 0.4);
}

static void
draw_rule (GalleyPagesDrawing *drawing, const GalleyPagesRow *row, double y, gboolean is_first)
{
  GalleyPages *pages = drawing->pages;
  double above = is_first ? 6 : MIN (row->before / 2, 13);

  if (row->rule == GALLEY_PAGES_NO_RULE)
    return;

  galley_pages_set_color (drawing->cr, /* is_soft= */ FALSE);
  if (row->rule == GALLEY_PAGES_HAIRLINE)
    galley_drawing.cairo_set_source_rgb (drawing->cr, 0.6, 0.6, 0.6);
  galley_pages_draw_stroke (drawing->cr, pages->left, pages->measure, y - above,
                            row->rule == GALLEY_PAGES_HAIRLINE ? 0.4 : 1.2);
}

/* The room above a row is that of its entry unless it begins with it. */
static void
draw_bar (GalleyPagesDrawing *drawing, const GalleyPagesRow *row, double y, gboolean is_first)
{
  gboolean continues = !is_first && row[-1].entry == row->entry;
  double before = continues ? row->before : 0;

  if (row->status != GALLEY_PAGES_NO_BAR)
    galley_pages_draw_bar (drawing->cr, row->status, drawing->pages->left + 1, y - before,
                           row->height + before);
}

/* What leads to an entry, or to a heading, arrives at the first row of it. */
static void
mark_row (GalleyPagesDrawing *drawing, const GalleyPagesRow *row, double y)
{
  GalleyPages *pages = drawing->pages;
  const GalleyCopyElement *entry = &pages->elements[row->entry];
  gboolean is_first = row == (GalleyPagesRow *) (gpointer) pages->rows->data;

  if (row->entry > 0 && entry->target != GALLEY_COPY_NOWHERE &&
      (is_first || row[-1].entry != row->entry))
    galley_pages_tagger_mark (drawing->tagger, entry->target, entry->number, pages->left, y - 8);
  if ((pages->elements[row->element].kind == GALLEY_COPY_HEADING ||
       pages->elements[row->element].kind == GALLEY_COPY_TITLE) &&
      (is_first || row[-1].element != row->element))
    galley_pages_tagger_mark_heading (drawing->tagger, row->element, pages->left, y - 8);
}

static void
draw_row (GalleyPagesDrawing *drawing, const GalleyPagesRow *row, double y, gboolean is_first)
{
  GalleyPages *pages = drawing->pages;
  gboolean is_annotated = pages->elements[row->element].block >= 0;

  draw_rule (drawing, row, y, is_first);
  draw_bar (drawing, row, y, is_first);
  if (drawing->tagger != NULL)
    mark_row (drawing, row, y);
  if (row->is_blank)
    {
      galley_drawing.cairo_set_source_rgb (drawing->cr, 0.5, 0.5, 0.5);
      galley_pages_draw_stroke (drawing->cr, pages->left + (row->entry > 0 ? 12 : 0),
                                pages->measure - (row->entry > 0 ? 12 : 0), y + row->height - 1,
                                0.5);
    }
  if (row->scene != NULL)
    galley_pages_draw_chart (drawing, row, y);
  for (guint i = row->first_piece; i < row->first_piece + row->n_pieces; i++)
    {
      const GalleyPagesPiece *piece = &g_array_index (pages->pieces, GalleyPagesPiece, i);

      galley_pages_draw_line (drawing, piece, y + piece->baseline);
      if (is_annotated || pages->elements[piece->box->element].block >= 0)
        galley_pages_draw_margin (drawing, piece, y + piece->baseline);
    }
}

/* Draws the names of columns again, outside of any tag, as the head of the page is: who has the
 * page read aloud has heard them. Returns how much room they take. */
static double
repeat_head (const GalleyPagesDrawing *drawing, guint head, double y)
{
  GalleyPagesDrawing untagged = { .pages = drawing->pages, .cr = drawing->cr };
  const GalleyPagesRow *row = &g_array_index (drawing->pages->rows, GalleyPagesRow, head);

  if (head == 0)
    return 0;
  for (guint i = row->first_piece; i < row->first_piece + row->n_pieces; i++)
    {
      const GalleyPagesPiece *piece = &g_array_index (drawing->pages->pieces, GalleyPagesPiece, i);

      galley_pages_draw_line (&untagged, piece, y + piece->baseline);
    }

  return row->height;
}

/* As galley_pages_draw(), and tells @tagger, if there is one, what is drawn. */
void
galley_pages_draw_tagged (GalleyPages *self, guint page, cairo_t *cr, GalleyPagesTagger *tagger)
{
  GalleyPagesDrawing drawing = { .pages = self, .cr = cr, .tagger = tagger };
  const GalleyPagesPlace *place = &g_array_index (self->places, GalleyPagesPlace, page);
  double y = GALLEY_PAGES_TOP;

  galley_drawing.cairo_save (cr);
  draw_head (&drawing, page);
  y += repeat_head (&drawing, place->head, y);
  for (guint i = 0; i < place->n_rows; i++)
    {
      const GalleyPagesRow *row = &g_array_index (self->rows, GalleyPagesRow, place->first_row + i);
      gboolean is_first = i == 0 && place->head == 0;

      y += is_first ? 0 : row->before;
      draw_row (&drawing, row, y, is_first);
      y += row->height;
    }
  if (tagger != NULL)
    galley_pages_tagger_end_page (tagger);
  galley_pages_finish_margin (&drawing);
  galley_drawing.cairo_restore (cr);
}

/**
 * galley_pages_draw:
 * @page: index of a page
 * @cr: what to draw on, in points from the upper left corner of the page
 *
 * Draws a page.
 */
void
galley_pages_draw (GalleyPages *self, guint page, cairo_t *cr)
{
  g_return_if_fail (page < self->places->len);

  galley_pages_draw_tagged (self, page, cr, /* tagger= */ NULL);
}
