/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"

#include "galley-words.h"

/*
 * The number of each claim, with its sign, stands in the margin beside the line in which its words
 * begin. Several stand beside each other, then under each other; those of the next line begin below
 * them. What finds no room on the page is counted: its number stands behind the words, too.
 */

#define DISTANCE 16. /* from the words */
#define EDGE 20.     /* to the edge of the page */
#define PITCH 15.
#define GAP 6.
#define PADDING 3.

#define TO_POINTS(units) ((double) (units) / PANGO_SCALE)

static PangoLayoutLine *
set_small (GalleyPages *self, const char *utf8, PangoWeight weight)
{
  PangoFontDescription *description = galley_drawing.pango_font_description_new ();
  PangoAttrList *list = galley_drawing.pango_attr_list_new ();
  GalleyPagesFace face;

  galley_pages_find_small_face (&face);
  galley_drawing.pango_font_description_set_family_static (description, face.family);
  galley_drawing.pango_font_description_set_absolute_size (description, face.size * PANGO_SCALE);
  galley_drawing.pango_font_description_set_weight (description, weight);
  galley_drawing.pango_attr_list_insert (list,
                                         galley_drawing.pango_attr_font_desc_new (description));
  galley_drawing.pango_font_description_free (description);
  galley_drawing.pango_layout_set_attributes (self->layout, list);
  galley_drawing.pango_attr_list_unref (list);
  galley_drawing.pango_layout_set_auto_dir (self->layout, TRUE);
  galley_drawing.pango_layout_set_text (self->layout, utf8, -1);

  return galley_drawing.pango_layout_get_lines_readonly (self->layout)->data;
}

/**
 * galley_pages_draw_small:
 * @utf8: one line
 * @x: where it begins, or, if that is negative, where it ends
 * @baseline: where it stands
 * @max_width: of the line, which is cut if it is longer
 *
 * Draws what is no part of the copy in the colour that is set.
 *
 * Returns: how long it is
 */
double
galley_pages_draw_small (GalleyPages *self,
                         cairo_t *cr,
                         const char *utf8,
                         PangoWeight weight,
                         double x,
                         double baseline,
                         double max_width)
{
  PangoLayoutLine *line;
  PangoRectangle logical;

  galley_drawing.pango_layout_set_width (self->layout, (int) (max_width * PANGO_SCALE));
  galley_drawing.pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  line = set_small (self, utf8, weight);
  galley_drawing.pango_layout_line_get_extents (line, /* ink_rect= */ NULL, &logical);
  galley_drawing.cairo_move_to (cr, x < 0 ? -x - TO_POINTS (logical.width) : x, baseline);
  galley_drawing.pango_cairo_show_layout_line (cr, line);
  galley_drawing.pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);

  return TO_POINTS (logical.width);
}

static double
get_left (GalleyPages *self)
{
  return self->left + self->measure + DISTANCE;
}

static double
get_right (GalleyPages *self)
{
  return self->width - EDGE;
}

/* Finds room for a sign beside the line with baseline @y. */
static gboolean
find_room (GalleyPagesDrawing *drawing, double width, double y)
{
  GalleyPages *pages = drawing->pages;

  if (y > drawing->margin_y + 1)
    {
      drawing->margin_y = MAX (y, drawing->margin_y + PITCH);
      drawing->margin_x = get_left (pages);
    }
  else if (drawing->margin_x + width > get_right (pages))
    {
      drawing->margin_y += PITCH;
      drawing->margin_x = get_left (pages);
    }

  return drawing->margin_y < pages->height - GALLEY_PAGES_BOTTOM + PITCH;
}

static double
estimate_width (const char *label)
{
  return 5. * g_utf8_strlen (label, -1) + 2 * PADDING + GAP;
}

static void
draw_claim (GalleyPagesDrawing *drawing, guint claim, double y)
{
  GalleyStatus status = galley_copy_get_status (drawing->pages->copy, claim);
  g_autofree char *label =
      g_strdup_printf ("%s\302\240%u", galley_words_get_symbol (status), claim + 1);
  double width;

  if (drawing->n_left_out > 0 || !find_room (drawing, estimate_width (label), y))
    {
      drawing->n_left_out++;
      return;
    }

  galley_pages_set_status_color (drawing->cr, status);
  if (drawing->tagger != NULL)
    galley_pages_tagger_begin_link (drawing->tagger, GALLEY_COPY_CLAIM, claim + 1);
  width = galley_pages_draw_small (drawing->pages, drawing->cr, label, PANGO_WEIGHT_BOLD,
                                   drawing->margin_x + PADDING, drawing->margin_y,
                                   get_right (drawing->pages) - drawing->margin_x);
  if (drawing->tagger != NULL)
    galley_pages_tagger_end_link (drawing->tagger);
  galley_pages_draw_frame (drawing->cr, status, drawing->margin_x, drawing->margin_y - 8.2,
                           width + 2 * PADDING, 10.6);
  drawing->margin_x += width + 2 * PADDING + GAP;
}

/**
 * galley_pages_draw_margin:
 * @piece: a line that is drawn
 * @y: its baseline
 *
 * Draws in the margin which claims begin in a line; what leads to their words arrives there.
 */
void
galley_pages_draw_margin (GalleyPagesDrawing *drawing, const GalleyPagesPiece *piece, double y)
{
  const GalleyPagesBox *box = piece->box;
  guint first = galley_pages_box_find (box, piece->start_bytes);

  /* Words that stand for nothing begin where those behind them do. */
  while (first > 0 &&
         g_array_index (box->words, GalleyPagesWords, first - 1).start_bytes >= piece->start_bytes)
    first--;
  for (guint i = first; i < box->words->len; i++)
    {
      const GalleyPagesWords *words = &g_array_index (box->words, GalleyPagesWords, i);
      const GalleySpan *span = words->run != NULL ? words->run->span : NULL;

      if (words->start_bytes >= piece->end_bytes)
        break;
      if (words->start_bytes < piece->start_bytes || span == NULL)
        continue;
      for (guint j = 0; j < span->n_starting; j++)
        {
          if (drawing->tagger != NULL)
            galley_pages_tagger_mark (drawing->tagger, GALLEY_COPY_CLAIM_WORDS,
                                      span->starting[j] + 1, piece->x, y - 14);
          draw_claim (drawing, span->starting[j], y);
        }
    }
}

/**
 * galley_pages_finish_margin:
 *
 * Says at the end of the margin how many claims have found no room in it.
 */
void
galley_pages_finish_margin (GalleyPagesDrawing *drawing)
{
  g_autofree char *label = NULL;

  if (drawing->n_left_out == 0)
    return;

  label = g_strdup_printf ("+\302\240%u", drawing->n_left_out);
  galley_pages_set_color (drawing->cr, /* is_soft= */ TRUE);
  galley_pages_draw_small (drawing->pages, drawing->cr, label, PANGO_WEIGHT_NORMAL,
                           get_left (drawing->pages) + PADDING,
                           drawing->pages->height - GALLEY_PAGES_BOTTOM + 2 * PITCH, 60);
}
