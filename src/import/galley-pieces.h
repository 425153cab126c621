/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-block.h"
#include "galley-lines.h"

G_BEGIN_DECLS

/**
 * GalleyPieceKind:
 * @GALLEY_PIECE_TEXT: a paragraph, a heading or the like
 * @GALLEY_PIECE_ITEM: an item of a list
 * @GALLEY_PIECE_QUOTED: lines after ">"
 * @GALLEY_PIECE_ROW: a row of a table
 * @GALLEY_PIECE_RULE: no letter and no digit: a line drawn with signs
 *
 * What the lines of a piece say about it by how they begin.
 */
typedef enum
{
  GALLEY_PIECE_TEXT,
  GALLEY_PIECE_ITEM,
  GALLEY_PIECE_QUOTED,
  GALLEY_PIECE_ROW,
  GALLEY_PIECE_RULE,
} GalleyPieceKind;

/**
 * GalleyPiece:
 * @line: its words, which may go over several lines of the text
 * @kind: what the lines say
 * @level: depth of an item, from 1; else 0
 * @n_lines: how many lines it goes over
 * @is_numbered: whether it is an item with a number or a letter
 * @after_dash: whether a dash that is no item's stands before it
 * @is_apart: whether blank lines, or the text's ends, are before and after it; in a text that has
 *   hardly any blank lines each piece is apart
 *
 * A block before its role is known.
 */
typedef struct
{
  GalleyLine line;
  GalleyPieceKind kind;
  guint level;
  guint n_lines;
  gboolean is_numbered;
  gboolean after_dash;
  gboolean is_apart;
} GalleyPiece;

GArray *galley_pieces_cut (GalleyText *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_line_ends_sentence (const GalleyLine *line);

G_END_DECLS
