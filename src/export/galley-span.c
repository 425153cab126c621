/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-span.h"

#include <string.h>

#define NONE G_MAXUINT

/*
 * One sweep over the text. Claims come in as their words begin and go out as they end; the ones
 * that are open are chained in the order of their positions, which is that of their starts, so the
 * end of the chain is what lies innermost. A claim costs the same wherever it stands and however
 * many are open; only naming them costs by their number, and that is limited.
 *
 * Claims may begin or end between pieces, at a bullet or in a block that is left out. Their written
 * range is what is left between the first and the last written word, so nothing ever begins or
 * ends between pieces.
 */
struct _GalleySpans
{
  GalleyReport *report;
  GArray *pieces;       /* (element-type GalleyPiece), in the order of the text */
  GalleyRange *written; /* by claim; empty if none of its words are written */
  guint *by_start;      /* positions of written claims by where they begin */
  guint *by_end;        /* the same claims by where they end */
  guint n_written;

  guint at;         /* where the next span begins */
  guint next_start; /* index in by_start */
  guint next_end;   /* index in by_end */
  guint next_link;
  guint *before; /* by claim: its neighbours in the chain of open claims, or NONE */
  guint *after;
  guint innermost; /* end of the chain, or NONE */
  guint n_open;
  guint n_open_with_status[GALLEY_N_STATUSES];
  guint named[GALLEY_SPAN_MAX_CLAIMS];
};

static void
add_piece (GalleySpans *self, guint block, guint start, guint end)
{
  GalleyPiece piece = { .range = { start, end }, .block = block };

  g_array_append_val (self->pieces, piece);
}

/* A row of a table is read with a tab between its cells. */
static void
add_cells (GalleySpans *self, guint block, GalleyRange row)
{
  GalleyText *text = galley_document_get_text (galley_report_get_document (self->report));
  const char *p = galley_text_peek_utf8 (text, /* out_length_bytes= */ NULL) +
                  galley_text_to_bytes (text, row.start);
  guint start = row.start;

  for (guint at = row.start; at < row.end; at++, p = g_utf8_next_char (p))
    {
      if (*p == '\t')
        {
          add_piece (self, block, start, at);
          start = at + 1;
        }
    }
  add_piece (self, block, start, row.end);
}

static void
collect_pieces (GalleySpans *self, gboolean cut_cells)
{
  guint n_blocks;
  const GalleyBlock *blocks =
      galley_document_get_blocks (galley_report_get_document (self->report), &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      if (!galley_report_includes_block (self->report, i))
        continue;
      if (cut_cells && blocks[i].role == GALLEY_BLOCK_TABLE_ROW)
        add_cells (self, i, blocks[i].range);
      else
        add_piece (self, i, blocks[i].range.start, blocks[i].range.end);
    }
}

/* Index of the first piece that ends behind @offset. */
static guint
first_piece_behind (GalleySpans *self, guint offset)
{
  guint low = 0, high = self->pieces->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->pieces, GalleyPiece, middle).range.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Index of the first piece that begins at @offset or behind it. */
static guint
first_piece_from (GalleySpans *self, guint offset)
{
  guint low = 0, high = self->pieces->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->pieces, GalleyPiece, middle).range.start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static GalleyRange
clip_to_pieces (GalleySpans *self, GalleyRange range)
{
  guint first = first_piece_behind (self, range.start), behind = first_piece_from (self, range.end);
  GalleyRange head, tail;

  /* An empty cell holds no words to begin or end in. */
  while (first < behind &&
         galley_range_length (g_array_index (self->pieces, GalleyPiece, first).range) == 0)
    first++;
  while (behind > first &&
         galley_range_length (g_array_index (self->pieces, GalleyPiece, behind - 1).range) == 0)
    behind--;
  if (behind <= first)
    return (GalleyRange){ 0, 0 };

  head = g_array_index (self->pieces, GalleyPiece, first).range;
  tail = g_array_index (self->pieces, GalleyPiece, behind - 1).range;
  return (GalleyRange){ MAX (range.start, head.start), MIN (range.end, tail.end) };
}

static int
compare_ends (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint *x = a, *y = b;
  const GalleyRange *written = user_data;

  if (written[*x].end != written[*y].end)
    return written[*x].end < written[*y].end ? -1 : 1;
  return *x < *y ? -1 : 1;
}

static void
order_claims (GalleySpans *self)
{
  GPtrArray *claims = galley_report_get_claims (self->report);

  self->written = g_new0 (GalleyRange, claims->len + 1);
  self->by_start = g_new (guint, claims->len + 1);
  self->before = g_new (guint, claims->len + 1);
  self->after = g_new (guint, claims->len + 1);

  for (guint i = 0; i < claims->len; i++)
    {
      self->written[i] =
          clip_to_pieces (self, galley_claim_get_range (g_ptr_array_index (claims, i)));
      if (galley_spans_is_written (self, i))
        self->by_start[self->n_written++] = i;
    }
  self->by_end = g_memdup2 (self->by_start, (claims->len + 1) * sizeof (guint));
  g_qsort_with_data (self->by_end, self->n_written, sizeof (guint), compare_ends, self->written);
}

/**
 * galley_spans_new:
 * @report: what is written; must outlive the spans
 * @cut_cells: whether rows of tables are cut into cells at their tabs
 *
 * Returns: (transfer full): the spans, before the first piece
 */
GalleySpans *
galley_spans_new (GalleyReport *report, gboolean cut_cells)
{
  GalleySpans *self = g_new0 (GalleySpans, 1);

  self->report = report;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (GalleyPiece));
  self->innermost = NONE;
  collect_pieces (self, cut_cells);
  order_claims (self);

  return self;
}

void
galley_spans_free (GalleySpans *self)
{
  g_array_unref (self->pieces);
  g_free (self->written);
  g_free (self->by_start);
  g_free (self->by_end);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/**
 * galley_spans_get_pieces:
 * @out_n_pieces: (out): how many there are
 *
 * Returns: (transfer none) (array length=out_n_pieces): what is written, in the order of the text;
 *   at least one piece for each block that is
 */
const GalleyPiece *
galley_spans_get_pieces (GalleySpans *self, guint *out_n_pieces)
{
  *out_n_pieces = self->pieces->len;
  return (const GalleyPiece *) (gpointer) self->pieces->data;
}

/**
 * galley_spans_is_written:
 * @claim: position of a claim
 *
 * Returns: whether any word of the claim is written
 */
gboolean
galley_spans_is_written (GalleySpans *self, guint claim)
{
  return self->written[claim].start < self->written[claim].end;
}

static void
open_claim (GalleySpans *self, guint claim)
{
  GalleyClaim *object = g_ptr_array_index (galley_report_get_claims (self->report), claim);

  self->before[claim] = self->innermost;
  self->after[claim] = NONE;
  if (self->innermost != NONE)
    self->after[self->innermost] = claim;
  self->innermost = claim;
  self->n_open++;
  self->n_open_with_status[galley_claim_get_status (object)]++;
}

static void
close_claim (GalleySpans *self, guint claim)
{
  GalleyClaim *object = g_ptr_array_index (galley_report_get_claims (self->report), claim);
  guint before = self->before[claim], after = self->after[claim];

  if (before != NONE)
    self->after[before] = after;
  if (after != NONE)
    self->before[after] = before;
  else
    self->innermost = before;
  self->n_open--;
  self->n_open_with_status[galley_claim_get_status (object)]--;
}

/* Finds the link at the start of a span and returns where the span has to end because of links. */
static guint
find_link (GalleySpans *self, GalleyRange rest, const GalleyLink **out_link)
{
  guint n_links;
  const GalleyLink *links =
      galley_document_get_links (galley_report_get_document (self->report), &n_links);

  *out_link = NULL;
  while (self->next_link < n_links && links[self->next_link].range.end <= rest.start)
    self->next_link++;
  if (self->next_link == n_links)
    return rest.end;
  if (links[self->next_link].range.start > rest.start)
    return MIN (rest.end, links[self->next_link].range.start);

  *out_link = &links[self->next_link];
  return MIN (rest.end, links[self->next_link].range.end);
}

static void
name_claims (GalleySpans *self, GalleySpan *span)
{
  guint claim = self->innermost;

  span->n_claims = MIN (self->n_open, GALLEY_SPAN_MAX_CLAIMS);
  span->n_more = self->n_open - span->n_claims;
  for (guint i = span->n_claims; i-- > 0; claim = self->before[claim])
    self->named[i] = claim;
  span->claims = self->named;
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    span->statuses |= self->n_open_with_status[i] > 0 ? 1u << i : 0;
}

/**
 * galley_spans_next:
 * @piece: the range of a piece; pieces come in the order of the text
 * @out_span: (out caller-allocates): the next span of it, whose arrays are valid until the next
 * call
 *
 * Returns: %FALSE when the piece is done
 */
gboolean
galley_spans_next (GalleySpans *self, GalleyRange piece, GalleySpan *out_span)
{
  GalleySpan span = { .range = { MAX (self->at, piece.start), piece.end } };

  if (span.range.start >= piece.end)
    return FALSE;

  span.starting = self->by_start + self->next_start;
  while (self->next_start < self->n_written &&
         self->written[self->by_start[self->next_start]].start == span.range.start)
    open_claim (self, self->by_start[self->next_start++]);
  span.n_starting = self->by_start + self->next_start - span.starting;

  span.range.end = find_link (self, span.range, &span.link);
  if (self->next_start < self->n_written)
    span.range.end = MIN (span.range.end, self->written[self->by_start[self->next_start]].start);
  if (self->n_open > 0)
    span.range.end = MIN (span.range.end, self->written[self->by_end[self->next_end]].end);
  name_claims (self, &span);

  span.ending = self->by_end + self->next_end;
  while (self->next_end < self->next_start &&
         self->written[self->by_end[self->next_end]].end == span.range.end)
    close_claim (self, self->by_end[self->next_end++]);
  span.n_ending = self->by_end + self->next_end - span.ending;

  self->at = span.range.end;
  *out_span = span;
  return TRUE;
}
