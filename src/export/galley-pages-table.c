/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"

#include "galley-direction.h"

/*
 * A table as wide as its words, or as the page. A row of it that fits on a page is one row; a
 * taller one is cut between its lines. A table of more columns than a page has room for has each
 * cell under the other.
 */

#define MAX_COLUMNS 10
#define GAP 10.
#define LETTER_WIDTH 5.2
#define MAX_LETTERS 60u /* of a cell that is not broken; longer ones make no column wider */
#define MIN_LETTERS 6u
#define MIN_NAMES 14 /* letters of the column that names rows */
#define STRONG 1.2   /* how much wider the letters of the names of columns are */

typedef struct
{
  guint n_columns;
  double widths[MAX_COLUMNS]; /* with the gap */
  gboolean is_rtl;            /* whether the first one stands at the right */
} Columns;

static guint
count_letters (const GalleyCopyElement *cell)
{
  gsize n = 0;

  for (guint i = 0; i < cell->n_runs && n < MAX_LETTERS; i++)
    n += g_utf8_strlen (cell->runs[i].text, (gssize) MIN (cell->runs[i].length_bytes, 400));

  return CLAMP (n, MIN_LETTERS, MAX_LETTERS);
}

/* Letters of the longest word: between words the names of columns are broken. */
static guint
count_word (const GalleyCopyElement *cell)
{
  g_autofree char *text = galley_copy_dup_text (cell);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gsize n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n = MAX (n, (gsize) g_utf8_strlen (words[i], -1));

  return CLAMP (n, MIN_LETTERS, MAX_LETTERS);
}

static gboolean
is_end_of (const GalleyCopyElement *element, GalleyCopyPart part)
{
  return element->kind == GALLEY_COPY_END && element->part == part;
}

/* Whether the columns of a table have names. */
static gboolean
has_heads (GalleyPages *self, guint table)
{
  return self->elements[table + 1].kind == GALLEY_COPY_BEGIN &&
         self->elements[table + 2].role == GALLEY_COPY_COLUMN;
}

/* Numbers are not broken: the first column, which has names, makes room for them as far as it can.
 */
static void
narrow_names (Columns *columns, double excess)
{
  double least = MIN (columns->widths[0], MIN_NAMES * LETTER_WIDTH + GAP), rest = 0, room;

  for (guint i = 1; i < columns->n_columns; i++)
    rest += columns->widths[i];
  room = columns->widths[0] + rest - excess;
  columns->widths[0] = MAX (columns->widths[0] - excess, least);
  for (guint i = 1; rest > room - columns->widths[0] && i < columns->n_columns; i++)
    columns->widths[i] *= (room - columns->widths[0]) / rest;
}

static void
measure_columns (GalleyPages *self, guint table, Columns *columns)
{
  guint column = 0;
  double sum = 0;

  columns->n_columns = MIN (self->elements[table].level, MAX_COLUMNS);
  for (guint i = table; !is_end_of (&self->elements[i], GALLEY_COPY_TABLE); i++)
    {
      const GalleyCopyElement *element = &self->elements[i];

      if (element->kind == GALLEY_COPY_BEGIN)
        column = 0;
      else if (element->kind == GALLEY_COPY_CELL && column < columns->n_columns)
        {
          double width = count_letters (element) * LETTER_WIDTH + GAP;

          if (element->role == GALLEY_COPY_COLUMN)
            width = count_word (element) * LETTER_WIDTH * STRONG + GAP;

          columns->widths[column] = MAX (columns->widths[column], width);
          column++;
        }
    }

  for (guint i = 0; i < columns->n_columns; i++)
    sum += columns->widths[i];
  if (sum > self->measure && has_heads (self, table))
    {
      narrow_names (columns, sum - self->measure);
      return;
    }
  for (guint i = 0; sum > self->measure && i < columns->n_columns; i++)
    columns->widths[i] *= self->measure / sum;
}

static GalleyPagesRow *
add_row (GalleyPages *self, guint element, double before, guint first_piece)
{
  GalleyPagesRow row = { .before = before, .element = element, .first_piece = first_piece };

  row.status = self->bar;
  row.entry = self->entry;
  row.rule = self->rule;
  self->rule = GALLEY_PAGES_NO_RULE;
  g_array_append_val (self->rows, row);

  return &g_array_index (self->rows, GalleyPagesRow, self->rows->len - 1);
}

static GalleyPagesPiece *
get_piece (GalleyPages *self, guint index)
{
  return &g_array_index (self->pieces, GalleyPagesPiece, index);
}

/* Puts the @n_lines lines of a cell under each other; returns the height of all. */
static double
stack_lines (GalleyPages *self, guint first_piece, guint n_lines, const GalleyPagesFace *face)
{
  double height = 0;

  for (guint i = first_piece; i < first_piece + n_lines; i++)
    {
      double baseline;
      double line = galley_pages_get_line_height (get_piece (self, i), face, &baseline);

      get_piece (self, i)->baseline = height + baseline;
      height += line;
    }

  return height;
}

static gint
compare_baselines (gconstpointer a, gconstpointer b)
{
  double first = ((const GalleyPagesPiece *) a)->baseline;
  double second = ((const GalleyPagesPiece *) b)->baseline;

  return first < second ? -1 : first > second;
}

/* Cuts a row that is too tall wherever no line is cut: a row for each piece or for those that stand
 * beside each other. */
static void
cut_row (GalleyPages *self, guint element, double before, guint first_piece, double leading)
{
  guint n_pieces = self->pieces->len - first_piece;
  double top = 0;

  qsort (get_piece (self, first_piece), n_pieces, sizeof (GalleyPagesPiece), compare_baselines);
  for (guint i = 0; i < n_pieces;)
    {
      GalleyPagesRow *row = add_row (self, element, i == 0 ? before : 0, first_piece + i);
      double from = get_piece (self, first_piece + i)->baseline;

      while (i < n_pieces && get_piece (self, first_piece + i)->baseline < from + leading / 2)
        {
          get_piece (self, first_piece + i)->baseline -= top;
          row->n_pieces++;
          i++;
        }
      row->height = i < n_pieces
                        ? get_piece (self, first_piece + i)->baseline - 0.74 * leading - top
                        : from - top + 0.26 * leading;
      top += row->height;
    }
}

/* Numbers, and what stands over them, end where their column does: @x is where it begins at the
 * left. */
static void
push_to_end (GalleyPages *self, guint n_lines, double x, double width, gboolean is_rtl)
{
  for (guint i = self->pieces->len - n_lines; i < self->pieces->len; i++)
    {
      GalleyPagesPiece *piece = get_piece (self, i);

      piece->x = is_rtl ? x : x + MAX (width - piece->width, 0);
    }
}

/* Sets the cells of a row, which begins with element @index; returns the index of its end. */
static guint
add_table_row (GalleyPages *self, guint index, const Columns *columns)
{
  guint first_piece = self->pieces->len, column = 0, i = index + 1;
  double height = 0, begin = 0, measure = self->measure - self->indent;
  GalleyPagesStyle style = { .before = 4 };

  for (; !is_end_of (&self->elements[i], GALLEY_COPY_ROW); i++)
    {
      GalleyPagesBox *box = galley_pages_box_new (self, i);
      double width = columns->widths[MIN (column, columns->n_columns - 1)];
      double x = columns->is_rtl ? MAX (measure - begin - width + GAP, 0) : begin;
      guint n_lines;

      x += self->left + self->indent;
      galley_pages_find_style (self, &self->elements[i], &style);
      galley_pages_box_add_element (self, box);
      n_lines = galley_pages_set_box (self, box, &style.face, x, width - GAP);
      if (self->elements[i].role == GALLEY_COPY_FIGURE ||
          (self->elements[i].role == GALLEY_COPY_COLUMN && column > 0))
        push_to_end (self, n_lines, x, width - GAP, columns->is_rtl);
      height = MAX (height, stack_lines (self, self->pieces->len - n_lines, n_lines, &style.face));
      begin += width;
      column++;
    }

  if (self->rule == GALLEY_PAGES_NO_RULE)
    self->rule = GALLEY_PAGES_HAIRLINE;
  if (height > galley_pages_get_frame_height (self))
    cut_row (self, index, style.before + 3, first_piece, style.face.leading);
  else
    {
      GalleyPagesRow *row = add_row (self, index, style.before + 3, first_piece);

      row->height = height;
      row->n_pieces = self->pieces->len - first_piece;
      /* What names columns does not stand alone. */
      row->is_head = self->elements[index + 1].role == GALLEY_COPY_COLUMN;
      row->keeps_next = row->is_head;
    }

  return i;
}

/* Has the names of the columns stand above the rows from @first on again, where a page begins with
 * one. */
static void
repeat_head (GalleyPages *self, guint first)
{
  if (first >= self->rows->len || !g_array_index (self->rows, GalleyPagesRow, first).is_head)
    return;

  for (guint i = first + 1; i < self->rows->len; i++)
    g_array_index (self->rows, GalleyPagesRow, i).head = first;
}

/**
 * galley_pages_add_table:
 * @index: of the beginning of a table
 *
 * Sets a table.
 *
 * Returns: the index of its end
 */
guint
galley_pages_add_table (GalleyPages *self, guint index)
{
  Columns columns = { 0 };
  gboolean is_wide = self->elements[index].level > MAX_COLUMNS;
  guint i = index + 1, first_row = self->rows->len;

  measure_columns (self, index, &columns);
  columns.is_rtl = galley_direction_of_table_is_rtl (&self->elements[index]);
  for (; !is_end_of (&self->elements[i], GALLEY_COPY_TABLE); i++)
    {
      if (self->elements[i].kind == GALLEY_COPY_CELL)
        galley_pages_add_element (self, i);
      else if (self->elements[i].kind == GALLEY_COPY_BEGIN && !is_wide)
        i = add_table_row (self, i, &columns);
    }
  repeat_head (self, first_row);
  /* Nor does the last row. */
  if (!is_wide && self->rows->len > first_row + 2)
    g_array_index (self->rows, GalleyPagesRow, self->rows->len - 2).keeps_next = TRUE;

  return i;
}
