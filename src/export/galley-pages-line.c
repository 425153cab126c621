/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"

/* A line of words as it is drawn, run by run from left to right, each in its colour, with the lines
 * under and through it, and as a link if it is one. */

#define RAISE 3.6
#define TO_POINTS(units) ((double) (units) / PANGO_SCALE)

typedef struct
{
  GalleyPagesDrawing *drawing;
  const GalleyPagesPiece *piece;
  const GalleyPagesWords *words; /* (nullable) that are being drawn */
  double y;
} Line;

static gboolean
is_soft (const GalleyPagesWords *words, const GalleyPagesBox *box)
{
  return words->is_soft || box->is_soft ||
         (words->run != NULL && (words->run->marks & GALLEY_COPY_DELETED) != 0);
}

static gboolean
is_link (const GalleyPages *pages, const GalleyPagesWords *words)
{
  return words->run != NULL && words->run->href != NULL;
}

static void
set_color (Line *self, const GalleyPagesWords *words)
{
  cairo_t *cr = self->drawing->cr;
  gboolean is_badge = words->run != NULL && (words->run->marks & GALLEY_COPY_BADGE) != 0;

  if (is_badge && words->run->status >= 0)
    galley_pages_set_status_color (cr, (GalleyStatus) words->run->status);
  else if (is_link (self->drawing->pages, words))
    galley_drawing.cairo_set_source_rgb (cr, 0.08, 0.25, 0.48);
  else
    galley_pages_set_color (cr, is_soft (words, self->piece->box));
}

static void
draw_decoration (Line *self, const GalleyPagesWords *words, double x, double width)
{
  cairo_t *cr = self->drawing->cr;
  const GalleyCopyRun *run = words->run;
  guint statuses;

  if (run == NULL)
    return;

  statuses = run->span != NULL ? run->span->statuses : 0;
  if (run->status >= 0 && !(run->marks & GALLEY_COPY_BADGE))
    statuses |= 1u << run->status;
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    if (statuses & (1u << i))
      galley_pages_draw_status_line (cr, i, x, width, self->y);
  galley_pages_set_color (cr, is_soft (words, self->piece->box));
  if (run->marks & GALLEY_COPY_DELETED)
    galley_pages_draw_stroke (cr, x, width, self->y - 2.8, 0.6);
  if (run->marks & GALLEY_COPY_INSERTED)
    galley_pages_draw_stroke (cr, x, width, self->y + 1.8, 0.6);
}

/* A claim that begins within another has a line that may well be the same: where it begins, there
 * is a stroke across it. Where it ends, its number stands. */
static void
draw_start (Line *self, const GalleyPagesStretch *stretch, double x, double width)
{
  const GalleyPagesWords *words =
      &g_array_index (self->piece->box->words, GalleyPagesWords, stretch->words);
  const GalleySpan *span = words->run != NULL ? words->run->span : NULL;
  gsize start_bytes = self->piece->base_bytes + (gsize) stretch->text.offset;
  gboolean is_rtl = stretch->text.analysis.level % 2 != 0;

  if (span == NULL || span->n_starting == 0 || start_bytes != words->start_bytes ||
      span->n_claims + span->n_more <= span->n_starting)
    return;

  galley_pages_draw_start (self->drawing->cr, is_rtl ? x + width : x, self->y);
}

static void
change_words (Line *self, const GalleyPagesWords *words)
{
  GalleyPagesTagger *tagger = self->drawing->tagger;

  if (self->words != NULL && tagger != NULL)
    galley_pages_tagger_end_words (tagger);
  if (words != NULL && tagger != NULL)
    galley_pages_tagger_begin_words (tagger, words);
  self->words = words;
}

/**
 * galley_pages_draw_line:
 * @piece: what is drawn
 * @y: its baseline
 *
 * Draws a line of words.
 */
void
galley_pages_draw_line (GalleyPagesDrawing *drawing, const GalleyPagesPiece *piece, double y)
{
  Line line = { .drawing = drawing, .piece = piece, .y = y };
  const char *text = piece->box->text->str + piece->base_bytes;
  GalleyPagesStretch stretch = { .next = piece->glyphs };
  double x = piece->x;

  if (drawing->tagger != NULL)
    galley_pages_tagger_enter (drawing->tagger, piece->box);
  while (galley_pages_glyphs_next (drawing->pages->glyphs, &stretch))
    {
      const GalleyPagesWords *words =
          &g_array_index (piece->box->words, GalleyPagesWords, stretch.words);
      double width = TO_POINTS (galley_drawing.pango_glyph_string_get_width (&stretch.glyphs));

      if (words != line.words)
        change_words (&line, words);
      set_color (&line, words);
      galley_drawing.cairo_move_to (drawing->cr, x, words->is_raised ? y - RAISE : y);
      galley_drawing.pango_cairo_show_glyph_item (drawing->cr, text, &stretch.item);
      draw_decoration (&line, words, x, width);
      draw_start (&line, &stretch, x, width);
      x += width;
    }
  change_words (&line, NULL);
}
