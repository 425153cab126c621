/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-sweep.h"

/* The statuses, and that of a claim which a second reader has not judged. */
#define UNJUDGED GALLEY_N_STATUSES
#define N_STATES (GALLEY_N_STATUSES + 1)

/* Where a claim begins (+1) or ends (-1). */
typedef struct
{
  guint offset;
  guint state;
  int step;
} Edge;

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  guint x = ((const Edge *) a)->offset, y = ((const Edge *) b)->offset;

  return (x > y) - (x < y);
}

static GArray *
find_edges (GalleyClaimList *claims, GalleyRange within)
{
  g_autoptr (GPtrArray) hits = galley_claim_list_find_overlapping (claims, within);
  GArray *edges = g_array_sized_new (FALSE, FALSE, sizeof (Edge), 2 * hits->len);

  for (guint i = 0; i < hits->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (hits, i);
      GalleyRange range = galley_claim_get_range (claim);
      guint state = galley_claim_is_unjudged (claim) ? UNJUDGED : galley_claim_get_status (claim);
      Edge start = { MAX (range.start, within.start), state, +1 };
      Edge end = { MIN (range.end, within.end), state, -1 };

      g_array_append_val (edges, start);
      g_array_append_val (edges, end);
    }
  g_array_sort (edges, compare_edges);

  return edges;
}

static void
add_segment (GArray *segments, GalleyRange range, const guint counts[N_STATES])
{
  GalleyArticleSegment segment = { .range = range, .status = GALLEY_STATUS_CONFIRMED };

  for (guint i = 0; i < N_STATES; i++)
    segment.depth += counts[i];
  if (segment.depth == 0 || range.start == range.end)
    return;

  if (counts[GALLEY_STATUS_DISPUTED] > 0)
    segment.status = GALLEY_STATUS_DISPUTED;
  else if (counts[GALLEY_STATUS_PENDING] > 0)
    segment.status = GALLEY_STATUS_PENDING;
  else
    segment.is_unjudged = counts[UNJUDGED] > 0;
  g_array_append_val (segments, segment);
}

/**
 * galley_article_sweep:
 * @claims: the claims
 * @within: part of the text
 *
 * Cuts what claims cover within @within at every place where a claim begins or ends, so that of
 * claims that overlap or nest each segment can get one look. O(n log n) in the claims there.
 *
 * Returns: (transfer full) (element-type GalleyArticleSegment): the segments, sorted, without
 *   overlap and none empty
 */
GArray *
galley_article_sweep (GalleyClaimList *claims, GalleyRange within)
{
  g_autoptr (GArray) edges = find_edges (claims, within);
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (GalleyArticleSegment));
  guint counts[N_STATES] = { 0 };
  guint from = within.start;

  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      if (edge->offset > from)
        add_segment (segments, (GalleyRange){ from, edge->offset }, counts);
      from = edge->offset;
      counts[edge->state] += edge->step;
    }

  return segments;
}
