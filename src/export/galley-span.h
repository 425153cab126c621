/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-report.h"

G_BEGIN_DECLS

/* The most claims that a span names; see #GalleySpan. */
#define GALLEY_SPAN_MAX_CLAIMS 64

/**
 * GalleyPiece:
 * @range: words that are written, maybe none
 * @block: index of the block that they are of
 *
 * A run of words that a writer writes in one go: a block, or a cell of a table row.
 */
typedef struct
{
  GalleyRange range;
  guint block;
} GalleyPiece;

/**
 * GalleySpan:
 * @range: the words; never empty
 * @link: (nullable): the link that they are part of
 * @claims: (array length=n_claims): positions of the claims that cover all of the words, outermost
 *   first
 * @n_claims: how many of them are named: if more than %GALLEY_SPAN_MAX_CLAIMS cover the words, only
 *   the innermost ones are, since the names alone would grow with the square of the claims
 * @n_more: how many are not named
 * @statuses: a bit (1 << status) for each status among all claims that cover the words
 * @starting: (array length=n_starting): positions of the claims whose written words begin here
 * @n_starting: how many those are
 * @ending: (array length=n_ending): positions of the claims whose written words end here
 * @n_ending: how many those are
 *
 * A run of words that the same claims cover from its start to its end.
 */
typedef struct
{
  GalleyRange range;
  const GalleyLink *link;
  const guint *claims;
  guint n_claims;
  guint n_more;
  guint statuses;
  const guint *starting;
  guint n_starting;
  const guint *ending;
  guint n_ending;
} GalleySpan;

/**
 * GalleySpans:
 *
 * Cuts what a report writes into spans, piece by piece.
 */
typedef struct _GalleySpans GalleySpans;

GalleySpans *galley_spans_new (GalleyReport *report, gboolean cut_cells) G_GNUC_WARN_UNUSED_RESULT;
void galley_spans_free (GalleySpans *self);

const GalleyPiece *galley_spans_get_pieces (GalleySpans *self, guint *out_n_pieces);
gboolean galley_spans_is_written (GalleySpans *self, guint claim);
gboolean galley_spans_next (GalleySpans *self, GalleyRange piece, GalleySpan *out_span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleySpans, galley_spans_free)

G_END_DECLS
