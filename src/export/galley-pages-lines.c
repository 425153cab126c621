/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"

#include <string.h>

/*
 * Boxes become lines. Pango sets all text of a layout before it gives the first line, and keeps
 * what it knows of each letter, so a long text is set some at a time: the last line is set again
 * with what comes behind it.
 *
 * Which words a glyph is of is told by a foreground that no one sees: Pango cuts what it has set
 * where the foreground changes, without setting it otherwise.
 */

#define MAX_SET_BYTES 6000

#define TO_POINTS(units) ((double) (units) / PANGO_SCALE)

static PangoAttribute *
place (PangoAttribute *attribute, gsize start_bytes, gsize end_bytes)
{
  attribute->start_index = (guint) start_bytes;
  attribute->end_index = (guint) end_bytes;

  return attribute;
}

static PangoAttribute *
describe_face (const GalleyPagesFace *face, const GalleyPagesWords *words)
{
  GalleyCopyMarks marks = words->run != NULL ? words->run->marks : 0;
  gboolean is_badge = (marks & GALLEY_COPY_BADGE) != 0;
  PangoFontDescription *description = galley_drawing.pango_font_description_new ();
  PangoWeight weight = face->weight;
  gboolean is_italic = face->is_italic != ((marks & GALLEY_COPY_EMPHASIS) != 0);
  GalleyPagesFace small;
  PangoAttribute *attribute;

  if (is_badge || (marks & GALLEY_COPY_STRONG) != 0)
    weight = PANGO_WEIGHT_BOLD;
  else if (marks & GALLEY_COPY_INSERTED)
    weight = MAX (weight, PANGO_WEIGHT_SEMIBOLD);
  galley_pages_find_small_face (&small);

  galley_drawing.pango_font_description_set_family_static (description,
                                                           is_badge ? small.family : face->family);
  galley_drawing.pango_font_description_set_absolute_size (
      description, (words->is_raised ? MIN (0.65 * face->size, 9) : face->size) * PANGO_SCALE);
  galley_drawing.pango_font_description_set_weight (description, weight);
  if (is_italic && !is_badge)
    galley_drawing.pango_font_description_set_style (description, PANGO_STYLE_ITALIC);
  attribute = galley_drawing.pango_attr_font_desc_new (description);
  galley_drawing.pango_font_description_free (description);

  return attribute;
}

/* The attributes of the text of @box from @base_bytes on, @length_bytes of it. */
static PangoAttrList *
list_attributes (GalleyPages *self,
                 const GalleyPagesBox *box,
                 const GalleyPagesFace *face,
                 gsize base_bytes,
                 gsize length_bytes)
{
  PangoAttrList *list = galley_drawing.pango_attr_list_new ();

  galley_drawing.pango_attr_list_insert (
      list, place (galley_drawing.pango_attr_insert_hyphens_new (FALSE), 0, length_bytes));
  /* Letters that are one glyph would be read as one letter. */
  galley_drawing.pango_attr_list_insert (
      list,
      place (galley_drawing.pango_attr_font_features_new ("liga=0, clig=0"), 0, length_bytes));
  for (guint i = galley_pages_box_find (box, base_bytes); i < box->words->len; i++)
    {
      const GalleyPagesWords *words = &g_array_index (box->words, GalleyPagesWords, i);
      gsize start_bytes = MAX (words->start_bytes, base_bytes) - base_bytes;
      gsize end_bytes = MIN (words->end_bytes - base_bytes, length_bytes);

      if (start_bytes >= length_bytes)
        break;
      if (words->start_bytes == words->end_bytes)
        continue;
      galley_drawing.pango_attr_list_insert (
          list, place (describe_face (face, words), start_bytes, end_bytes));
      galley_drawing.pango_attr_list_insert (
          list, place (galley_drawing.pango_attr_foreground_new (i >> 16, i & 0xffff, 0),
                       start_bytes, end_bytes));
      if (words->run != NULL && (words->run->marks & GALLEY_COPY_OF_ARTICLE) != 0 &&
          self->language != NULL)
        galley_drawing.pango_attr_list_insert (
            list, place (galley_drawing.pango_attr_language_new (self->language), start_bytes,
                         end_bytes));
    }

  return list;
}

/* How much of the text is set together, from @base_bytes on: whole words, if there are any. */
static gsize
find_length (const GalleyPagesBox *box, gsize base_bytes)
{
  const char *start = box->text->str + base_bytes, *end;

  if (box->text->len - base_bytes <= MAX_SET_BYTES)
    return box->text->len - base_bytes;

  end = start + MAX_SET_BYTES;
  while (end > start + MAX_SET_BYTES / 2 && *end != ' ')
    end--;
  if (*end == ' ')
    return end + 1 - start;

  end = start + MAX_SET_BYTES;
  while ((*end & 0xc0) == 0x80)
    end--;
  return end - start;
}

/* Where a line is broken Pango takes away the space, but who reads the words aloud, or copies them,
 * needs it. */
static void
restore_space (const PangoLayoutLine *line, const char *text)
{
  int end = line->start_index + line->length;

  for (GSList *l = line->runs; l != NULL && line->length > 0 && text[end - 1] == ' '; l = l->next)
    {
      PangoGlyphItem *item = l->data;
      PangoGlyphString *space;
      PangoGlyphInfo *last;

      if (item->item->offset + item->item->length != end || item->glyphs->num_glyphs == 0)
        continue;
      last = &item->glyphs
                  ->glyphs[item->item->analysis.level % 2 == 0 ? item->glyphs->num_glyphs - 1 : 0];
      if (last->glyph != PANGO_GLYPH_EMPTY)
        continue;
      space = galley_drawing.pango_glyph_string_new ();
      galley_drawing.pango_shape (" ", 1, &item->item->analysis, space);
      if (space->num_glyphs == 1)
        last->glyph = space->glyphs[0].glyph;
      galley_drawing.pango_glyph_string_free (space);
    }
}

static void
add_piece (GalleyPages *self,
           GalleyPagesBox *box,
           PangoLayoutLine *line,
           gsize base_bytes,
           double x,
           double width)
{
  GalleyPagesPiece piece = { .box = box, .base_bytes = base_bytes, .x = x };
  PangoRectangle logical;

  galley_drawing.pango_layout_line_get_extents (line, /* ink_rect= */ NULL, &logical);
  piece.start_bytes = base_bytes + line->start_index;
  piece.end_bytes = G_MAXSIZE;
  piece.width = TO_POINTS (logical.width);
  piece.ascent = TO_POINTS (-logical.y);
  piece.descent = TO_POINTS (logical.y + logical.height);
  restore_space (line, box->text->str + base_bytes);
  piece.length_bytes = line->length;
  piece.glyphs = galley_pages_glyphs_pack (self->glyphs, line, &piece);
  if (line->resolved_dir == PANGO_DIRECTION_RTL)
    piece.x += width - piece.width;
  g_array_append_val (self->pieces, piece);
}

/* All lines of a box run in one direction, also where it is set some at a time. */
static void
set_direction (GalleyPages *self, gboolean is_rtl)
{
  galley_drawing.pango_context_set_base_dir (self->context,
                                             is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  galley_drawing.pango_layout_context_changed (self->layout);
  galley_drawing.pango_layout_set_auto_dir (self->layout, FALSE);
}

/**
 * galley_pages_set_box:
 * @box: words
 * @face: how they are set, but for what sets some of them apart
 * @x: where their lines begin, from the left edge of the page
 * @width: of a line
 *
 * Adds the lines of a box to the pieces. Linear in their number.
 *
 * Returns: how many there are, at least one if there are any words and nobody has cancelled
 */
guint
galley_pages_set_box (GalleyPages *self,
                      GalleyPagesBox *box,
                      const GalleyPagesFace *face,
                      double x,
                      double width)
{
  guint n_before = self->pieces->len;
  gsize base_bytes = 0;

  galley_drawing.pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  set_direction (self, box->is_rtl);
  while (base_bytes < box->text->len && !g_cancellable_is_cancelled (self->cancellable))
    {
      gsize length_bytes = find_length (box, base_bytes);
      gboolean is_last = base_bytes + length_bytes == box->text->len;
      PangoAttrList *list = list_attributes (self, box, face, base_bytes, length_bytes);
      PangoLayoutLine *line = NULL;

      galley_drawing.pango_layout_set_text (self->layout, box->text->str + base_bytes,
                                            (int) length_bytes);
      galley_drawing.pango_layout_set_attributes (self->layout, list);
      galley_drawing.pango_attr_list_unref (list);
      for (GSList *l = galley_drawing.pango_layout_get_lines_readonly (self->layout); l != NULL;
           l = l->next)
        {
          if (!is_last && l->next == NULL && line != NULL)
            break;
          line = l->data;
          add_piece (self, box, line, base_bytes, x, width);
        }
      base_bytes += is_last ? length_bytes : (gsize) (line->start_index + line->length);
    }

  for (guint i = n_before; i + 1 < self->pieces->len; i++)
    g_array_index (self->pieces, GalleyPagesPiece, i).end_bytes =
        g_array_index (self->pieces, GalleyPagesPiece, i + 1).start_bytes;

  return self->pieces->len - n_before;
}

/**
 * galley_pages_get_line_height:
 * @face: how the line is set
 * @out_baseline: (out): where it stands, from the top
 *
 * Returns: the height of a line: as much as any other, unless its letters are too tall for that
 */
double
galley_pages_get_line_height (const GalleyPagesPiece *piece,
                              const GalleyPagesFace *face,
                              double *out_baseline)
{
  double above = MAX (piece->ascent - 0.95 * face->leading, 0);
  double below = MAX (piece->descent - 0.45 * face->leading, 0);

  *out_baseline = above + 0.74 * face->leading;

  return above + face->leading + below;
}

/**
 * galley_pages_find_words:
 * @item: some of what is drawn of @piece
 *
 * Returns: the index of the words in the box that it is of
 */
guint
galley_pages_find_words (const GalleyPagesPiece *piece, const PangoGlyphItem *item)
{
  for (GSList *l = item->item->analysis.extra_attrs; l != NULL; l = l->next)
    {
      const PangoAttribute *attribute = l->data;

      if (attribute->klass->type == PANGO_ATTR_FOREGROUND)
        {
          const PangoColor *color = &((const PangoAttrColor *) attribute)->color;
          guint index = ((guint) color->red << 16) | color->green;

          if (index < piece->box->words->len)
            return index;
        }
    }

  return galley_pages_box_find (piece->box, piece->base_bytes + item->item->offset);
}
