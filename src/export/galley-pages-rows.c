/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"

#include "galley-words.h"

#include <glib/gi18n-lib.h>

/* Elements become rows: a line of words each, what stands beside it, and what has to stay
 * together. */

#define BLANK_HEIGHT 22.
#define RULE_HEIGHT 22.
#define SOURCE_BEFORE 4. /* the room above the first line about a source */
#define BULLET_WIDTH 12.

static GalleyPagesPiece *
get_piece (GalleyPages *self, guint index)
{
  return &g_array_index (self->pieces, GalleyPagesPiece, index);
}

/* Adds a row without height; what is over it and beside it is what was asked for. */
static GalleyPagesRow *
add_row (GalleyPages *self, guint element, double before)
{
  GalleyPagesRow row = { .before = before, .element = element };

  if (self->rule != GALLEY_PAGES_NO_RULE)
    row.before = MAX (before, RULE_HEIGHT);
  row.first_piece = self->pieces->len;
  row.rule = self->rule;
  row.status = self->bar;
  row.entry = self->entry;
  self->rule = GALLEY_PAGES_NO_RULE;
  g_array_append_val (self->rows, row);

  return &g_array_index (self->rows, GalleyPagesRow, self->rows->len - 1);
}

/* Lines that would stand alone at the end of a page or at the start of one do not. */
static void
keep_lines (GalleyPages *self, guint first_row, const GalleyPagesStyle *style)
{
  guint n_rows = self->rows->len - first_row;

  for (guint i = 0; i < n_rows; i++)
    {
      gboolean is_last = i + 1 == n_rows;
      gboolean is_kept = i + 1 < style->n_kept || i + style->n_kept >= n_rows;

      g_array_index (self->rows, GalleyPagesRow, first_row + i).keeps_next =
          is_last || style->keeps_next ? style->keeps_next : is_kept;
    }
}

/* Makes a row of each of the last @n_lines pieces. What stands beside the words has been added
 * before them, from @first_piece on, and goes into the first row, whose lines have the same leading
 * as the words. */
static void
add_rows (GalleyPages *self,
          guint element,
          guint first_piece,
          guint n_lines,
          const GalleyPagesStyle *style)
{
  guint first_row = self->rows->len, first_line = self->pieces->len - n_lines;
  guint n_beside = first_line - first_piece;

  for (guint i = 0; i < MAX (n_lines, n_beside > 0 ? 1 : 0); i++)
    {
      GalleyPagesRow *row = add_row (self, element, i == 0 ? style->before : 0);

      row->first_piece = i == 0 ? first_piece : first_line + i;
      row->n_pieces = (i == 0 ? n_beside : 0) + (n_lines > 0 ? 1 : 0);
      row->height = style->face.leading;
      if (n_lines > 0)
        {
          GalleyPagesPiece *piece = get_piece (self, first_line + i);

          row->height = galley_pages_get_line_height (piece, &style->face, &piece->baseline);
        }
    }
  for (guint i = 0; i < n_beside; i++)
    get_piece (self, first_piece + i)->baseline =
        (n_lines > 0 ? get_piece (self, first_line)->baseline : 0.74 * style->face.leading) +
        i * style->face.leading;
  keep_lines (self, first_row, style);
  if (n_beside > n_lines)
    g_array_index (self->rows, GalleyPagesRow, self->rows->len - 1).height +=
        (n_beside - MAX (n_lines, 1)) * style->face.leading;
}

/* Sets @label beside the words, @x from where all words begin. */
static void
add_label (GalleyPages *self,
           guint element,
           const char *label,
           double x,
           double width,
           gboolean is_rtl)
{
  GalleyPagesBox *box = galley_pages_box_new (self, element);
  GalleyPagesFace face;

  box->is_label = TRUE;
  box->is_rtl = is_rtl;
  galley_pages_box_add_label (box, label);
  galley_pages_find_label_face (&face);
  galley_pages_set_box (self, box, &face, self->left + self->indent + x, width);
}

/* A fact that is told by the sources that follow has its label beside the first of them. */
static void
pull_up (GalleyPages *self, guint index)
{
  GalleyPagesRow *row = &g_array_index (self->rows, GalleyPagesRow, self->rows->len - 1);

  if (self->elements[index].kind != GALLEY_COPY_FACT || self->elements[index].n_runs > 0)
    return;

  row->before += SOURCE_BEFORE;
  row->height = -SOURCE_BEFORE;
  row->keeps_next = TRUE;
}

/* Sets the sign of an item at the side where its words begin, @indent from the edge. */
static void
add_bullet (GalleyPages *self, guint index, double indent, gboolean is_rtl)
{
  const char *sign = self->elements[index].level == 1 ? "•" : "–";
  double x = indent - BULLET_WIDTH, width = 2 * BULLET_WIDTH;

  add_label (self, index, sign, is_rtl ? self->measure - self->indent - x - width : x, width,
             is_rtl);
}

static void
add_mark (GalleyPages *self, guint index, const GalleyPagesStyle *style, gboolean is_rtl)
{
  const GalleyCopyElement *element = &self->elements[index];
  gboolean runs_from_right = galley_words_run_from_right ();

  if (element->kind == GALLEY_COPY_FACT)
    add_label (self, index, element->label, 0, GALLEY_PAGES_LABEL_WIDTH - 10, runs_from_right);
  else if (self->note > 0 && element->role == GALLEY_COPY_SOURCE)
    {
      g_autofree char *number = g_strdup_printf ("[%u]", self->note);

      add_label (self, index, number, 0, style->indent, runs_from_right);
    }
  else if (element->kind == GALLEY_COPY_ITEM && element->role != GALLEY_COPY_COUNT)
    add_bullet (self, index, style->indent, is_rtl);
}

/* Room to write in by hand, a line at a time. */
static void
add_blank (GalleyPages *self, guint index)
{
  guint n_lines = self->is_in_entry ? 3 : 1;

  for (guint i = 0; i < n_lines; i++)
    {
      GalleyPagesRow *row = add_row (self, index, /* before= */ 0);

      row->height = BLANK_HEIGHT;
      row->is_blank = TRUE;
      row->keeps_next = i + 1 < n_lines;
    }
}

/* Whether the room beside the words is at the side where they begin, and not for a label. */
static gboolean
is_indented (GalleyPages *self, const GalleyCopyElement *element)
{
  return self->is_in_article || element->kind == GALLEY_COPY_ITEM;
}

/**
 * galley_pages_add_element:
 * @index: of an element with words, or with room for them
 *
 * Sets the element behind what is set.
 */
void
galley_pages_add_element (GalleyPages *self, guint index)
{
  const GalleyCopyElement *element = &self->elements[index];
  GalleyPagesBox *box = galley_pages_box_new (self, index);
  guint first_piece = self->pieces->len, n_lines;
  GalleyPagesStyle style;
  double x;

  /* Who speaks stands below what is said. */
  if (element->role == GALLEY_COPY_ATTRIBUTION && self->rows->len > 0)
    g_array_index (self->rows, GalleyPagesRow, self->rows->len - 1).keeps_next = TRUE;

  galley_pages_find_style (self, element, &style);
  style.keeps_next |= element->role == GALLEY_COPY_BLANK ||
                      galley_copy_introduces (self->elements, self->n_elements, index);
  box->is_soft = style.face.is_soft;
  galley_pages_box_add_element (self, box);
  add_mark (self, index, &style, box->is_rtl);
  x = box->is_rtl && is_indented (self, element) ? 0 : style.indent;
  n_lines = galley_pages_set_box (self, box, &style.face, self->left + self->indent + x,
                                  self->measure - self->indent - style.indent);
  add_rows (self, index, first_piece, n_lines, &style);
  if (self->rows->len > 0)
    pull_up (self, index);
  if (element->role == GALLEY_COPY_BLANK)
    add_blank (self, index);
}
