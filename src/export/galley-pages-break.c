/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"

/* Rows become pages: as many as fit, then back to where a page may end. What has to stay together
 * but is taller than a page is cut where the page is full. Each row is tried on two pages at most,
 * so all of it is linear. */

static GalleyPagesRow *
get_row (GalleyPages *self, guint index)
{
  return &g_array_index (self->rows, GalleyPagesRow, index);
}

/**
 * galley_pages_get_frame_height:
 *
 * Returns: the height of what stands on a page
 */
double
galley_pages_get_frame_height (GalleyPages *self)
{
  return MAX (self->height - GALLEY_PAGES_TOP - GALLEY_PAGES_BOTTOM, 100);
}

/* The row that names columns above row @first, with which a page begins; 0 if there is none, or no
 * room for both. */
static guint
find_head (GalleyPages *self, guint first)
{
  const GalleyPagesRow *row = get_row (self, first);
  guint head = row->head;

  if (get_row (self, head)->height + row->before + row->height >
      galley_pages_get_frame_height (self))
    return 0;
  return head;
}

/* How many rows fit on a page that begins with row @first, below row @head unless that is 0. */
static guint
count_fitting (GalleyPages *self, guint first, guint head)
{
  double height = get_row (self, first)->height;
  guint n_rows = 1;

  if (head > 0)
    height += get_row (self, head)->height + get_row (self, first)->before;

  while (first + n_rows < self->rows->len)
    {
      const GalleyPagesRow *row = get_row (self, first + n_rows);

      height += row->before + row->height;
      if (height > galley_pages_get_frame_height (self))
        break;
      n_rows++;
    }

  return n_rows;
}

static guint
find_end (GalleyPages *self, guint first, guint head)
{
  guint n_rows = count_fitting (self, first, head), n_kept = n_rows;

  if (first + n_rows == self->rows->len)
    return first + n_rows;
  while (n_kept > 0 && get_row (self, first + n_kept - 1)->keeps_next)
    n_kept--;

  return first + (n_kept > 0 ? n_kept : n_rows);
}

/* Remembers which boxes go on from the page before, which those do that have a line in the row
 * before, too. */
static void
part_boxes (GalleyPages *self, guint first)
{
  const GalleyPagesRow *row = get_row (self, first), *before = get_row (self, first - 1);

  for (guint i = row->first_piece; i < row->first_piece + row->n_pieces; i++)
    if (row->element == before->element)
      g_array_index (self->pieces, GalleyPagesPiece, i).box->is_parted = TRUE;
}

/**
 * galley_pages_break:
 *
 * Makes pages of the rows; there is one at least.
 */
void
galley_pages_break (GalleyPages *self)
{
  for (guint first = 0; first < self->rows->len || self->places->len == 0;)
    {
      guint head = self->rows->len > 0 ? find_head (self, first) : 0;
      guint end = self->rows->len > 0 ? find_end (self, first, head) : 0;
      GalleyPagesPlace place = { .first_row = first, .n_rows = end - first, .head = head };

      if (first > 0)
        part_boxes (self, first);
      g_array_append_val (self->places, place);
      first = end;
    }
}
