/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pieces.h"

#include "galley-marker.h"

#include <string.h>

/* Lines become pieces. A blank line always ends one; the question is what the end of a line means
 * that has another right below it. Some texts are wrapped by hand, others have a paragraph to a
 * line. In a wrapped text the next word would not have fitted on the line, for nearly every line,
 * and no line is much longer than a page is wide; so the text as a whole is measured first. */

#define MIN_WIDTH 30   /* of a wrapped text; shorter lines are verse or an address */
#define MAX_WIDTH 140  /* of a wrapped text; longer lines are paragraphs */
#define MAX_WORD 20    /* longer words are taken to be this long: scripts without spaces */
#define MAX_INDENTS 32 /* deeper nested lists are as deep as this */

typedef struct
{
  GArray *lines;   /* (element-type GalleyLine) */
  GArray *markers; /* (element-type GalleyMarker), one for each line */
  GArray *pieces;  /* (element-type GalleyPiece) */
  guint width;     /* columns of a text wrapped by hand, or 0 */
  guint indents[MAX_INDENTS];
  guint depth; /* how many of @indents are in use: one for each list around the last item */
} Cutter;

static const GalleyLine *
get_line (Cutter *self, guint index)
{
  return &g_array_index (self->lines, GalleyLine, index);
}

static const GalleyMarker *
get_marker (Cutter *self, guint index)
{
  return &g_array_index (self->markers, GalleyMarker, index);
}

static GalleyPiece *
get_last_piece (Cutter *self)
{
  return self->pieces->len > 0 ? &g_array_index (self->pieces, GalleyPiece, self->pieces->len - 1)
                               : NULL;
}

/**
 * galley_line_ends_sentence:
 *
 * Returns: whether @line ends like a sentence: in a full stop, a question or exclamation mark, an
 *   ellipsis or a colon, perhaps with closing quotes and brackets after it
 */
gboolean
galley_line_ends_sentence (const GalleyLine *line)
{
  const char *p = line->text + line->length_bytes;

  while (p > line->text)
    {
      gunichar character = g_utf8_get_char (p = g_utf8_prev_char (p));
      GUnicodeType type;

      if (character < 0x80 && g_ascii_isalnum (character)) /* what most lines end in */
        return FALSE;
      type = g_unichar_type (character);
      if (type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION ||
          character == '"' || character == '\'' || character == 0x201C)
        continue;

      return character < 0x80 ? strchr (".!?:", character) != NULL
                              : character == 0x2026 || character == 0x3002 || character == 0xFF01 ||
                                    character == 0xFF1F || character == 0x061F ||
                                    character == 0x06D4 || character == 0x0964;
    }

  return FALSE;
}

static gboolean
has_words (const GalleyLine *line)
{
  for (const char *p = line->text; p < line->text + line->length_bytes; p = g_utf8_next_char (p))
    {
      GUnicodeType type;

      if (g_ascii_isalnum (*p)) /* what most lines begin with */
        return TRUE;
      type = g_unichar_type (g_utf8_get_char (p));
      /* Unlike punctuation, an emoji is seen as a word. */
      if (type <= G_UNICODE_SPACING_MARK || type == G_UNICODE_DECIMAL_NUMBER ||
          type == G_UNICODE_LETTER_NUMBER || type == G_UNICODE_OTHER_NUMBER ||
          (type >= G_UNICODE_LOWERCASE_LETTER && type <= G_UNICODE_UPPERCASE_LETTER) ||
          type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_CURRENCY_SYMBOL)
        return TRUE;
    }

  return FALSE;
}

static guint
get_columns (const GalleyLine *line)
{
  return line->indent + galley_range_length (line->range);
}

static guint
measure_first_word (const GalleyLine *line)
{
  guint n = 0;

  for (const char *p = line->text; p < line->text + line->length_bytes && n < MAX_WORD;
       p = g_utf8_next_char (p), n++)
    if (!g_ascii_isgraph (*p) && galley_line_is_space (g_utf8_get_char (p)))
      break;

  return n;
}

/* Whether the first word of @below would not have fitted on @line. */
static gboolean
is_full (const GalleyLine *line, const GalleyLine *below, guint width)
{
  return get_columns (line) + 1 + measure_first_word (below) > width;
}

/* Whether the line at @index is right below another and may go on with its sentence. */
static gboolean
may_go_on (Cutter *self, guint index)
{
  return index > 0 && !get_line (self, index)->after_blank && !get_marker (self, index)->is_item &&
         *get_line (self, index)->text != '>' && *get_line (self, index)->text != '|';
}

/* The width that all but the longest fiftieth of the lines that may be wrapped stay within. */
static guint
measure_width (Cutter *self)
{
  guint counts[MAX_WIDTH + 2] = { 0 };
  guint n = 0, n_longer = 0, width = MAX_WIDTH + 1;

  for (guint i = 1; i < self->lines->len; i++)
    {
      if (!may_go_on (self, i))
        continue;
      n += 2;
      counts[MIN (get_columns (get_line (self, i - 1)), MAX_WIDTH + 1)]++;
      counts[MIN (get_columns (get_line (self, i)), MAX_WIDTH + 1)]++;
    }
  while (width > 0 && (n_longer + counts[width]) * 50 <= n)
    n_longer += counts[width--];

  return width;
}

/* Returns the width of a text that is wrapped by hand, or 0 for a text that is not. */
static guint
find_width (Cutter *self)
{
  guint width = measure_width (self), n = 0, n_full = 0, n_open = 0;

  if (width < MIN_WIDTH || width > MAX_WIDTH)
    return 0;

  for (guint i = 1; i < self->lines->len; i++)
    {
      if (!may_go_on (self, i))
        continue;
      n++;
      n_full += is_full (get_line (self, i - 1), get_line (self, i), width);
      n_open += !galley_line_ends_sentence (get_line (self, i - 1));
    }

  /* Most lines of a wrapped text stop in the middle of a sentence. */
  return n_full * 5 >= n * 3 && n_open * 2 >= n ? width : 0;
}

static gboolean
starts_lower (const GalleyLine *line)
{
  return g_unichar_islower (g_utf8_get_char (line->text));
}

/* Whether @below, a line right below @line, goes on with what stands there. In a text that is not
 * wrapped, a sentence still may: it goes on in lower case and did not begin so, as lists of words
 * without markers do. */
static gboolean
goes_on (Cutter *self, const GalleyLine *line, const GalleyLine *below)
{
  gboolean ended = galley_line_ends_sentence (line);

  if (self->width == 0)
    return !ended && starts_lower (below) && !starts_lower (&get_last_piece (self)->line);
  if (is_full (line, below, self->width))
    return !ended || below->indent < line->indent + 2;

  return !ended && (starts_lower (below) || get_columns (line) * 5 > self->width * 3);
}

/* Two columns of a table and more are parted by tabs or by bars; returns how many there are. */
static guint
count_cells (const GalleyLine *line)
{
  guint n_tabs = 0, n_bars = 0;

  if (memchr (line->text, '\t', line->length_bytes) == NULL &&
      memchr (line->text, '|', line->length_bytes) == NULL)
    return 1;

  for (guint i = 0; i + 1 < line->length_bytes; i++)
    {
      n_tabs += line->text[i] == '\t' && line->text[i + 1] != '\t';
      n_bars += line->text[i] == '|' && i > 0;
    }
  if (*line->text == '|' && line->text[line->length_bytes - 1] == '|')
    return n_bars + 2;

  return MAX (n_tabs, n_bars) + 1;
}

/* A row has a row next to it with as many cells: a tab or a bar alone says nothing. */
static gboolean
is_row (Cutter *self, guint index)
{
  const GalleyLine *line = get_line (self, index);
  guint n_cells = count_cells (line);

  if (n_cells < 2)
    return FALSE;
  if (index > 0 && !line->after_blank && count_cells (get_line (self, index - 1)) == n_cells)
    return TRUE;

  return index + 1 < self->lines->len && !get_line (self, index + 1)->after_blank &&
         count_cells (get_line (self, index + 1)) == n_cells;
}

/* Pushes the indentation of an item, and returns how deep it is nested. */
static guint
find_depth (Cutter *self, guint indent)
{
  GalleyPiece *last = get_last_piece (self);

  if (last == NULL || last->kind != GALLEY_PIECE_ITEM)
    self->depth = 0;
  while (self->depth > 0 && self->indents[self->depth - 1] > indent)
    self->depth--;
  if (self->depth == 0 || (self->indents[self->depth - 1] < indent && self->depth < MAX_INDENTS))
    self->indents[self->depth++] = indent;

  return self->depth;
}

static void
add_piece (Cutter *self, GalleyPieceKind kind, const GalleyLine *line, guint level)
{
  GalleyPiece piece = { .line = *line, .kind = kind, .level = level, .n_lines = 1 };

  if (!has_words (line))
    piece.kind = GALLEY_PIECE_RULE;
  g_array_append_val (self->pieces, piece);
}

static void
extend_piece (GalleyPiece *piece, const GalleyLine *line)
{
  piece->line.length_bytes = line->text + line->length_bytes - piece->line.text;
  piece->line.range.end = line->range.end;
  piece->n_lines++;
}

static void
add_item (Cutter *self, guint index)
{
  const GalleyLine *line = get_line (self, index);
  GalleyLine words = galley_line_skip (line, get_marker (self, index)->length_bytes);

  add_piece (self, GALLEY_PIECE_ITEM, &words, find_depth (self, line->indent));
  get_last_piece (self)->is_numbered = get_marker (self, index)->kind == GALLEY_MARKER_ORDINAL;
}

/* Leaves out the ">" before a line, as many as there are. */
static void
add_quoted (Cutter *self, guint index)
{
  const GalleyLine *line = get_line (self, index);
  GalleyLine words = *line;
  GalleyPiece *last = get_last_piece (self);

  while (words.length_bytes > 0 && *words.text == '>')
    words = galley_line_skip (&words, 1);
  if (words.length_bytes == 0)
    {
      /* Part of the quotation, and where a paragraph of it ends. */
      if (last != NULL)
        last->is_apart = TRUE;
    }
  else if (last != NULL && last->kind == GALLEY_PIECE_QUOTED && !line->after_blank &&
           !last->is_apart && goes_on (self, get_line (self, index - 1), &words))
    extend_piece (last, &words);
  else
    add_piece (self, GALLEY_PIECE_QUOTED, &words, 0);
}

/* An item goes on in lines that are set in deeper than its marker. */
static gboolean
continues_last (Cutter *self, guint index)
{
  const GalleyLine *line = get_line (self, index);
  GalleyPiece *last = get_last_piece (self);

  if (last == NULL || line->after_blank || get_marker (self, index)->kind == GALLEY_MARKER_DASH)
    return FALSE;
  if (last->kind == GALLEY_PIECE_ITEM)
    return line->indent > self->indents[self->depth - 1] ||
           goes_on (self, get_line (self, index - 1), line);

  return last->kind == GALLEY_PIECE_TEXT && goes_on (self, get_line (self, index - 1), line);
}

static void
add_text (Cutter *self, guint index)
{
  const GalleyLine *line = get_line (self, index);
  const GalleyMarker *marker = get_marker (self, index);
  GalleyLine words = *line;

  /* Nobody would claim the stray sign before a paragraph. */
  if (marker->kind == GALLEY_MARKER_DASH)
    words = galley_line_skip (line, marker->length_bytes);
  add_piece (self, GALLEY_PIECE_TEXT, has_words (&words) ? &words : line, 0);
  get_last_piece (self)->after_dash = galley_marker_is_dash (marker->sign);
}

/* In a text with a blank line for less than every third piece, no blank line is needed. */
static void
find_apart (Cutter *self)
{
  guint n_after_blank = 0;
  GArray *pieces = self->pieces;
  gboolean is_dense;

  for (guint i = 0; i < pieces->len; i++)
    n_after_blank += g_array_index (pieces, GalleyPiece, i).line.after_blank;
  is_dense = self->width == 0 && n_after_blank * 3 < pieces->len;

  for (guint i = 0; i < pieces->len; i++)
    {
      GalleyPiece *piece = &g_array_index (pieces, GalleyPiece, i);

      piece->is_apart =
          is_dense ||
          (piece->line.after_blank &&
           (i + 1 == pieces->len || g_array_index (pieces, GalleyPiece, i + 1).line.after_blank));
    }
}

/**
 * galley_pieces_cut:
 * @text: a text without markup
 *
 * Puts lines together to what a person sees as one: paragraphs, items, rows.
 *
 * Returns: (transfer full) (element-type GalleyPiece): the pieces in order; they point into @text
 */
GArray *
galley_pieces_cut (GalleyText *text)
{
  g_autoptr (GArray) lines = galley_lines_split (text);
  g_autoptr (GArray) markers = galley_markers_find (lines);
  Cutter self = { .lines = lines, .markers = markers };

  self.pieces = g_array_new (FALSE, FALSE, sizeof (GalleyPiece));
  self.width = find_width (&self);
  for (guint i = 0; i < lines->len; i++)
    {
      if (get_marker (&self, i)->is_item)
        add_item (&self, i);
      else if (*get_line (&self, i)->text == '>')
        add_quoted (&self, i);
      else if (is_row (&self, i))
        add_piece (&self, GALLEY_PIECE_ROW, get_line (&self, i), 0);
      else if (continues_last (&self, i))
        extend_piece (get_last_piece (&self), get_line (&self, i));
      else
        add_text (&self, i);
    }
  find_apart (&self);

  return self.pieces;
}
