/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-layout-private.h"

/* The words of the article in their order, each block as what it is. */

typedef struct
{
  GalleyCopy *copy;
  const GalleyBlock *blocks;
  const GalleyPiece *pieces;
  guint n_pieces;
  guint heading; /* level of the heading added last */
  guint depth;   /* of the item added last; 0 if something else was added since */
  gboolean is_in_table;
} Setter;

static const GalleyBlock *
get_block (Setter *self, guint piece)
{
  return &self->blocks[self->pieces[piece].block];
}

static guint
count_cells (Setter *self, guint first)
{
  guint n = 0;

  while (first + n < self->n_pieces && self->pieces[first + n].block == self->pieces[first].block)
    n++;

  return n;
}

/* The cells in the longest row of the table that begins with piece @first. */
static guint
count_columns (Setter *self, guint first)
{
  guint n_columns = 0, n_cells;

  for (guint i = first; i < self->n_pieces && get_block (self, i)->role == GALLEY_BLOCK_TABLE_ROW;
       i += n_cells)
    {
      n_cells = count_cells (self, i);
      n_columns = MAX (n_columns, n_cells);
    }

  return n_columns;
}

static void
add_words (Setter *self, guint piece)
{
  galley_copy_set_block (self->copy, self->pieces[piece].block);
  galley_copy_add_piece (self->copy, &self->pieces[piece]);
}

static void
add_row (Setter *self, guint first, guint n_cells)
{
  galley_copy_begin (self->copy, GALLEY_COPY_ROW);
  for (guint i = first; i < first + n_cells; i++)
    {
      galley_copy_add (self->copy, GALLEY_COPY_CELL, GALLEY_COPY_PLAIN);
      add_words (self, i);
    }
  galley_copy_end (self->copy);
}

/* A list that starts too deep starts at the depth that it can have, and a heading that skips a
 * level on the way down does not. */
static void
add_block (Setter *self, guint piece)
{
  const GalleyBlock *block = get_block (self, piece);

  switch (block->role)
    {
    case GALLEY_BLOCK_TITLE:
    case GALLEY_BLOCK_HEADING:
      self->heading = CLAMP (block->level, 2, MIN (self->heading + 1, 6));
      galley_copy_add_heading (self->copy, self->heading);
      break;
    case GALLEY_BLOCK_LIST_ITEM:
      self->depth = CLAMP (block->level, 1, self->depth + 1);
      galley_copy_add_item (self->copy, self->depth, GALLEY_COPY_PLAIN);
      break;
    case GALLEY_BLOCK_QUOTE:
      galley_copy_add (self->copy, GALLEY_COPY_QUOTE, GALLEY_COPY_PLAIN);
      break;
    case GALLEY_BLOCK_LEAD:
      galley_copy_add (self->copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_LEAD);
      break;
    case GALLEY_BLOCK_ATTRIBUTION:
      galley_copy_add (self->copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_ATTRIBUTION);
      break;
    case GALLEY_BLOCK_BOILERPLATE:
      galley_copy_add (self->copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_BOILERPLATE);
      break;
    case GALLEY_BLOCK_PARAGRAPH:
    default:
      galley_copy_add (self->copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_PLAIN);
    }
  add_words (self, piece);
}

static void
add_next (Setter *self, guint first, guint n_cells)
{
  gboolean is_row = get_block (self, first)->role == GALLEY_BLOCK_TABLE_ROW;

  if (self->is_in_table && !is_row)
    galley_copy_end (self->copy);
  if (!self->is_in_table && is_row)
    galley_copy_begin_table (self->copy, count_columns (self, first));
  self->is_in_table = is_row;
  if (get_block (self, first)->role != GALLEY_BLOCK_LIST_ITEM)
    self->depth = 0;

  if (is_row)
    add_row (self, first, n_cells);
  else
    add_block (self, first);
}

/**
 * galley_layout_add_article:
 * @first_piece: index of the first piece that was not written yet
 *
 * Adds the rest of the article, with its claims, if there is any.
 */
void
galley_layout_add_article (GalleyCopy *copy, guint first_piece)
{
  Setter setter = { .copy = copy, .heading = 1 };
  guint n_blocks, n_cells;

  setter.blocks = galley_document_get_blocks (
      galley_report_get_document (galley_copy_get_report (copy)), &n_blocks);
  setter.pieces = galley_spans_get_pieces (galley_copy_get_spans (copy), &setter.n_pieces);
  if (first_piece >= setter.n_pieces)
    return;

  galley_copy_begin (copy, GALLEY_COPY_ARTICLE);
  for (guint i = first_piece; i < setter.n_pieces; i += n_cells)
    {
      n_cells = count_cells (&setter, i);
      add_next (&setter, i, n_cells);
    }
  if (setter.is_in_table)
    galley_copy_end (copy);
  galley_copy_end (copy);
}
