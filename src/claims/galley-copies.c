/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-copies.h"

/* No more places than this are looked at for one row of words. */
#define MAX_LOOKS 1024

struct _GalleyCopies
{
  const guint *keys; /* of the draft's words, not owned */
  guint n_words;
  guint *firsts; /* for each key, where its places begin; and the end of the last one's */
  guint *places; /* of all keys, ascending for each */
};

/**
 * galley_copies_new:
 * @keys: (array length=n_words): the words of a draft, which have to outlive the index
 * @n_keys: all of @keys are below
 *
 * Returns: (transfer full): an index
 */
GalleyCopies *
galley_copies_new (const guint *keys, guint n_words, guint n_keys)
{
  GalleyCopies *self = g_new0 (GalleyCopies, 1);
  guint sum = 0;

  self->keys = keys;
  self->n_words = n_words;
  self->firsts = g_new0 (guint, n_keys + 1);
  self->places = g_new (guint, n_words + 1);
  for (guint i = 0; i < n_words; i++)
    self->firsts[keys[i]]++;
  for (guint i = 0; i <= n_keys; i++)
    {
      sum += self->firsts[i];
      self->firsts[i] = sum;
    }
  for (guint i = n_words; i-- > 0;)
    self->places[--self->firsts[keys[i]]] = i;

  return self;
}

void
galley_copies_free (GalleyCopies *self)
{
  g_free (self->firsts);
  g_free (self->places);
  g_free (self);
}

static guint
count_places (GalleyCopies *self, guint key)
{
  return self->firsts[key + 1] - self->firsts[key];
}

static gboolean
is_at (GalleyCopies *self, const guint *row, guint length, guint at)
{
  if (at + length > self->n_words)
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (self->keys[at + i] != row[i])
      return FALSE;

  return TRUE;
}

static guint
find_rarest (GalleyCopies *self, const guint *row, guint length)
{
  guint rarest = 0;

  for (guint i = 1; i < length; i++)
    if (count_places (self, row[i]) < count_places (self, row[rarest]))
      rarest = i;

  return rarest;
}

/* Index of the first of the places of @key at or behind @start. */
static guint
find_first_place (GalleyCopies *self, guint key, guint start)
{
  guint low = self->firsts[key], high = self->firsts[key + 1];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->places[middle] < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * galley_copies_count:
 * @row: (array length=length): words, at least one
 * @start: where to begin
 * @end: where to end
 *
 * Counts how often words in a row stand between two places of the draft.
 *
 * Returns: how often, or %G_MAXUINT where there are too many places to look at
 */
guint
galley_copies_count (GalleyCopies *self, const guint *row, guint length, guint start, guint end)
{
  guint rarest = find_rarest (self, row, length), n = 0;
  guint first = find_first_place (self, row[rarest], start + rarest);

  for (guint i = first; i < self->firsts[row[rarest] + 1]; i++)
    {
      guint at = self->places[i] - rarest;

      if (at + length > end)
        break;
      if (i - first == MAX_LOOKS)
        return G_MAXUINT;
      n += is_at (self, row, length, at);
    }

  return n;
}

/**
 * galley_copies_find:
 * @row: (array length=length): words, at least one
 * @out_places: (out) (array length=max_places): where they stand, ascending
 * @max_places: how many are wanted
 *
 * Finds words in a row by the rarest of them.
 *
 * Returns: how many places were found; @max_places also where there are too many to look at
 */
guint
galley_copies_find (GalleyCopies *self,
                    const guint *row,
                    guint length,
                    guint *out_places,
                    guint max_places)
{
  guint rarest = find_rarest (self, row, length), n = 0;

  for (guint i = 0; i < count_places (self, row[rarest]) && n < max_places; i++)
    {
      guint place = self->places[self->firsts[row[rarest]] + i];

      if (i == MAX_LOOKS)
        {
          for (; n < max_places; n++)
            out_places[n] = place - MIN (place, rarest);
          break;
        }
      if (place >= rarest && is_at (self, row, length, place - rarest))
        out_places[n++] = place - rarest;
    }

  return n;
}
