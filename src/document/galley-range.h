/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyRange:
 * @start: first character covered
 * @end: one past the last character covered
 *
 * A half-open span of a draft's text.
 *
 * Both ends count Unicode code points from the start of the text; never bytes.
 */
typedef struct
{
  guint start;
  guint end;
} GalleyRange;

static inline guint
galley_range_length (GalleyRange range)
{
  return range.end - range.start;
}

static inline gboolean
galley_range_equal (GalleyRange a, GalleyRange b)
{
  return a.start == b.start && a.end == b.end;
}

/* Ranges that only touch do not overlap; an empty range overlaps nothing. */
static inline gboolean
galley_range_overlaps (GalleyRange a, GalleyRange b)
{
  return MAX (a.start, b.start) < MIN (a.end, b.end);
}

static inline gboolean
galley_range_contains (GalleyRange outer, GalleyRange inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

/* Where the words of @range stand after the text @inserted was put in. Words on both sides of it
 * have it between them then. */
static inline GalleyRange
galley_range_follow (GalleyRange range, GalleyRange inserted)
{
  guint length = galley_range_length (inserted);
  gboolean is_empty = range.start == range.end;

  if (is_empty ? range.start > inserted.start : range.start >= inserted.start)
    range.start += length;
  if (range.end > inserted.start)
    range.end += length;

  return range;
}

G_END_DECLS
