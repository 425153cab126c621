/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"

#include "galley-chart-draw.h"
#include "galley-words.h"

/* A chart is a row, which no page end cuts, as wide as the words. */

#define LETTER_SIZE 8.5
#define BEFORE 10.

/**
 * galley_pages_add_chart:
 * @index: of a chart
 *
 * Sets the chart behind what is set. The table of its numbers begins on the same page.
 */
void
galley_pages_add_chart (GalleyPages *self, guint index)
{
  GalleyPagesRow row = { .before = BEFORE, .element = index, .status = GALLEY_PAGES_NO_BAR };

  row.scene = galley_chart_lay_out (self->elements[index].chart, self->measure, LETTER_SIZE,
                                    galley_words_run_from_right ());
  g_ptr_array_add (self->scenes, row.scene);
  row.height = row.scene->height;
  row.first_piece = self->pieces->len;
  row.rule = self->rule;
  row.entry = self->entry;
  row.keeps_next = TRUE;
  self->rule = GALLEY_PAGES_NO_RULE;
  g_array_append_val (self->rows, row);
}

/**
 * galley_pages_draw_chart:
 * @row: of a chart
 * @y: its upper edge
 *
 * Draws a chart.
 */
void
galley_pages_draw_chart (GalleyPagesDrawing *drawing, const GalleyPagesRow *row, double y)
{
  GalleyPages *pages = drawing->pages;

  if (drawing->tagger != NULL)
    galley_pages_tagger_enter_chart (drawing->tagger, row->element);
  galley_drawing.cairo_save (drawing->cr);
  galley_drawing.cairo_translate (drawing->cr, pages->left, y);
  galley_chart_draw (row->scene, drawing->cr, pages->context, GALLEY_PAGES_SANS,
                     galley_chart_get_palette (GALLEY_CHART_ON_PAPER));
  galley_drawing.cairo_restore (drawing->cr);
}
