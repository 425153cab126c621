/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-intake-private.h"

#include "galley-alignment.h"
#include "galley-document-builder.h"
#include "galley-sentences.h"

#include <string.h>

/*
 * Annotations of a text that nobody has here. All that is known of that text is what they quote.
 *
 * What is quoted, with the words around it, and stands in the draft character for character and
 * only once, is exact. What was decided on it is to be relied on if all of its sentence is quoted
 * as well: what makes another statement of it, such as a “not”, could stand anywhere in there.
 *
 * For the others the text is put together again of all that is quoted, as far as it goes: quotes
 * that overlap are joined, and between those that do not there is the end of a paragraph. What
 * became of them is found by comparing that with the draft, as with a draft of the article. Since
 * so much of the text is missing, nothing that was decided is relied on there.
 */

/* More than this is not put together: the longest of articles have half as much. */
#define MAX_BYTES (4 * 1024 * 1024)

/* A quote in the text that is put together. */
typedef struct
{
  guint entry;
  char *quote;       /* with its surroundings */
  gint64 start;      /* where that stood, or -1 */
  guint n_found;     /* how often it is in the draft */
  GalleyRange range; /* of the words alone, in the text */
} Piece;

typedef struct
{
  GString *text;
  GArray *ends;     /* (element-type gsize): bytes, of the fragments but the last */
  gsize last_bytes; /* where the last quote begins */
  gint64 last;      /* where it stood, or -1 */
} Patchwork;

static void
clear_piece (gpointer data)
{
  g_free (((Piece *) data)->quote);
}

static const GalleyAnnotationTarget *
get_target (GalleyIntake *self, guint entry)
{
  return g_array_index (self->entries, GalleyIntakeEntry, entry).target;
}

static GArray *
list_pieces (GalleyIntake *self)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (Piece));

  g_array_set_clear_func (pieces, clear_piece);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const GalleyIntakeEntry *entry = &g_array_index (self->entries, GalleyIntakeEntry, i);
      const GalleyAnnotationTarget *target = entry->target;
      Piece piece = { .entry = i, .start = -1 };

      if (entry->is_placed || target == NULL || target->exact == NULL ||
          galley_intake_is_blank (target->exact))
        continue;
      piece.quote = g_strconcat (target->prefix, target->exact, target->suffix, NULL);
      if (target->has_position)
        piece.start = (gint64) target->position.start - g_utf8_strlen (target->prefix, -1);
      g_array_append_val (pieces, piece);
    }

  return pieces;
}

/* Whether all sentences that @range is in are within @quoted; where there are none, its block. */
static gboolean
is_all_quoted (GalleyIntake *self, GArray *sentences, GalleyRange range, GalleyRange quoted)
{
  guint low = 0, high = sentences->len, n_found = 0, n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (self->document, &n_blocks);
  gint block = galley_document_find_block (self->document, range.start);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (sentences, GalleyRange, middle).end <= range.start)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < sentences->len && g_array_index (sentences, GalleyRange, low).start < range.end;
       low++, n_found++)
    if (!galley_range_contains (quoted, g_array_index (sentences, GalleyRange, low)))
      return FALSE;

  return n_found > 0 || (block >= 0 && galley_range_contains (quoted, blocks[block].range));
}

static void
place_verbatim (GalleyIntake *self,
                GArray *sentences,
                const Piece *piece,
                const GalleyQuotePattern *pattern)
{
  GalleyText *text = galley_document_get_text (self->document);
  GalleyIntakeEntry *entry = &g_array_index (self->entries, GalleyIntakeEntry, piece->entry);
  gsize start = pattern->at_bytes + strlen (entry->target->prefix);
  GalleyRange range = { galley_text_from_bytes (text, start),
                        galley_text_from_bytes (text, start + strlen (entry->target->exact)) };
  GalleyRange quoted = { galley_text_from_bytes (text, pattern->at_bytes),
                         galley_text_from_bytes (text, pattern->at_bytes + pattern->length_bytes) };

  entry->is_placed = TRUE;
  entry->is_vouched = is_all_quoted (self, sentences, range, quoted);
  entry->placement = (GalleyPlacement){ GALLEY_PLACEMENT_EXACT, range, GALLEY_DIFFERENCE_NONE };
}

static void
find_verbatim (GalleyIntake *self, GArray *pieces)
{
  g_autoptr (GArray) patterns = g_array_new (FALSE, FALSE, sizeof (GalleyQuotePattern));
  g_autoptr (GArray) sentences = galley_document_find_sentences (self->document);

  for (guint i = 0; i < pieces->len; i++)
    {
      const char *quote = g_array_index (pieces, Piece, i).quote;
      GalleyQuotePattern pattern = { quote, strlen (quote), 0, 0 };

      g_array_append_val (patterns, pattern);
    }
  galley_intake_find_quotes (galley_document_get_text (self->document), patterns);
  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);
      const GalleyQuotePattern *pattern = &g_array_index (patterns, GalleyQuotePattern, i);

      piece->n_found = pattern->n_found;
      if (pattern->n_found == 1)
        place_verbatim (self, sentences, piece, pattern);
    }
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const Piece *one = a, *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;

  return (one->entry > two->entry) - (one->entry < two->entry);
}

/* Where @piece begins in the last fragment, if it overlaps with it by its position and has the same
 * words there; or G_MAXSIZE. */
static gsize
find_overlap (const Patchwork *self, const Piece *piece)
{
  const char *at = self->text->str + self->last_bytes;
  gsize n_rest;

  if (self->text->len == 0)
    return G_MAXSIZE;
  if (piece->start < 0 || self->last < 0)
    {
      const char *found = strstr (at, piece->quote);

      return found != NULL ? (gsize) (found - self->text->str) : G_MAXSIZE;
    }

  for (gint64 i = self->last; i < piece->start && *at != '\0'; i++)
    at = g_utf8_next_char (at);
  n_rest = strlen (at);

  return n_rest > 0 && strncmp (at, piece->quote, MIN (n_rest, strlen (piece->quote))) == 0
             ? (gsize) (at - self->text->str)
             : G_MAXSIZE;
}

static void
add_piece (Patchwork *self, GalleyIntake *intake, Piece *piece)
{
  const GalleyAnnotationTarget *target = get_target (intake, piece->entry);
  gsize start = find_overlap (self, piece), n_rest;

  if (start == G_MAXSIZE)
    {
      if (self->text->len > 0)
        {
          g_array_append_val (self->ends, self->text->len);
          g_string_append (self->text, "\n\n");
        }
      start = self->text->len;
    }
  n_rest = self->text->len - start;
  if (n_rest < strlen (piece->quote))
    g_string_append (self->text, piece->quote + n_rest);

  self->last_bytes = start;
  self->last = piece->start;
  /* Bytes for now: the text is not complete. */
  piece->range.start = start + strlen (target->prefix);
  piece->range.end = piece->range.start + strlen (target->exact);
}

/* Ends the text; the ranges of @pieces count its characters then. */
static GalleyDocument *
make_document (Patchwork *self, GArray *pieces)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (self->text->str, self->text->len);
  g_autoptr (GalleyText) text = galley_text_new (self->text->str, self->text->len);
  gsize start = 0;

  g_array_append_val (self->ends, self->text->len);
  galley_document_builder_set_text (builder, text);
  for (guint i = 0; i < self->ends->len; i++)
    {
      gsize end = g_array_index (self->ends, gsize, i);

      galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0,
                                         (GalleyRange){ galley_text_from_bytes (text, start),
                                                        galley_text_from_bytes (text, end) });
      start = end + strlen ("\n\n");
    }
  for (guint i = 0; i < pieces->len; i++)
    {
      GalleyRange *range = &g_array_index (pieces, Piece, i).range;

      range->start = galley_text_from_bytes (text, range->start);
      range->end = galley_text_from_bytes (text, range->end);
    }

  return galley_document_builder_finish (builder, bytes, "text/plain");
}

static GalleyDocument *
put_together (GalleyIntake *self, GArray *pieces)
{
  Patchwork patchwork = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (gsize)), 0, -1 };
  GalleyDocument *document;

  for (guint i = 0; i < pieces->len; i++)
    add_piece (&patchwork, self, &g_array_index (pieces, Piece, i));
  document = make_document (&patchwork, pieces);
  g_string_free (patchwork.text, TRUE);
  g_array_unref (patchwork.ends);

  return document;
}

/* The pieces that the text is put together of, in its order if that is known. Where there are too
 * many, first those are left out that need not be compared; and what does not fit in then is not
 * looked for: it counts as lost. */
static GArray *
select_pieces (GArray *pieces)
{
  GArray *selected = g_array_new (FALSE, TRUE, sizeof (Piece));
  gsize n_all = 0, n_selected = 0;
  gboolean has_all_positions = TRUE;

  g_array_set_clear_func (selected, clear_piece);
  for (guint i = 0; i < pieces->len; i++)
    n_all += strlen (g_array_index (pieces, Piece, i).quote);
  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);
      gsize length = strlen (piece->quote);

      if ((n_all > MAX_BYTES && piece->n_found == 1) || n_selected + length > MAX_BYTES)
        continue;
      n_selected += length;
      has_all_positions = has_all_positions && piece->start >= 0;
      g_array_append_val (selected, *piece);
      piece->quote = NULL;
    }
  if (has_all_positions)
    g_array_sort (selected, compare_pieces);

  return selected;
}

/* What is quoted may be at several places: that it is at the place of one of them in the flow says
 * little where most of the text is missing. */
static void
set_placement (GalleyIntake *self, const Piece *piece, GalleyPlacement placement)
{
  GalleyIntakeEntry *entry = &g_array_index (self->entries, GalleyIntakeEntry, piece->entry);

  if (piece->n_found > 1 && placement.placement != GALLEY_PLACEMENT_LOST)
    placement.placement = GALLEY_PLACEMENT_AMBIGUOUS;
  entry->is_placed = TRUE;
  entry->placement = placement;
}

static void
compare_pieces_with_draft (GalleyIntake *self, GArray *pieces)
{
  g_autoptr (GalleyDocument) document = put_together (self, pieces);
  g_autoptr (GalleyAlignment) alignment = galley_alignment_new (document, self->document);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  g_autoptr (GArray) placements = NULL;
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    if (g_array_index (pieces, Piece, i).n_found != 1)
      g_array_append_val (ranges, g_array_index (pieces, Piece, i).range);
  placements = galley_alignment_place (alignment, (const GalleyRange *) (gpointer) ranges->data,
                                       ranges->len);
  for (guint i = 0; i < pieces->len; i++)
    if (g_array_index (pieces, Piece, i).n_found != 1)
      set_placement (self, &g_array_index (pieces, Piece, i),
                     g_array_index (placements, GalleyPlacement, n++));
}

/**
 * galley_intake_place_unknown:
 *
 * Places all annotations that have no place yet and quote what they are about.
 */
void
galley_intake_place_unknown (GalleyIntake *self)
{
  g_autoptr (GArray) pieces = list_pieces (self);
  g_autoptr (GArray) selected = NULL;
  gboolean is_done = TRUE;

  if (pieces->len == 0)
    return;

  find_verbatim (self, pieces);
  for (guint i = 0; i < pieces->len; i++)
    is_done = is_done && g_array_index (pieces, Piece, i).n_found == 1;
  if (is_done)
    return;

  selected = select_pieces (pieces);
  if (selected->len > 0)
    compare_pieces_with_draft (self, selected);
}
