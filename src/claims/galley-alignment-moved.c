/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-alignment-private.h"
#include "galley-runs.h"

/* What moved: of the words that the flow has left over, what is there exactly once on both sides,
 * whole blocks first, then sentences, then words in a row. It is then carried on to both sides as
 * far as the words are the same. */

/* Fewer words than this in a row are no move, unless they are a block or sentence by themselves. */
#define MIN_ROW 6

/* Shorter sentences and blocks, such as “Yes.”, say nothing about where they came from. */
#define MIN_PART 3

static gboolean
is_free (const guint *to_other, GalleyRange words)
{
  for (guint i = words.start; i < words.end; i++)
    if (to_other[i] != GALLEY_NO_WORD)
      return FALSE;

  return TRUE;
}

static GArray *
list_parts (const GalleyRange *parts, guint n_parts, const guint *keys, const guint *to_other)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (GalleyUnit));

  for (guint i = 0; i < n_parts; i++)
    if (galley_range_length (parts[i]) >= MIN_PART && is_free (to_other, parts[i]))
      {
        guint length = galley_range_length (parts[i]);
        GalleyUnit unit = { galley_runs_hash (keys + parts[i].start, length), parts[i].start,
                            length };

        g_array_append_val (units, unit);
      }

  return units;
}

static GArray *
list_rows (const guint *keys, const guint *to_other, guint n_words, guint length)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (GalleyUnit));
  guint start = 0;

  for (guint i = 0; i <= n_words; i++)
    if (i == n_words || to_other[i] != GALLEY_NO_WORD)
      {
        guint n = units->len;

        galley_runs_add_units (units, keys + start, i - start, length);
        for (; n < units->len; n++)
          g_array_index (units, GalleyUnit, n).start += start;
        start = i + 1;
      }

  return units;
}

static gboolean
can_bind (GalleyAlignment *self, guint old, guint new)
{
  return old < self->old->n_words && new < self->new->n_words &&
         self->to_new[old] == GALLEY_NO_WORD && self->to_old[new] == GALLEY_NO_WORD &&
         self->old_keys[old] == self->new_keys[new];
}

static void
bind_moved (GalleyAlignment *self, GalleyRun run)
{
  for (guint i = 0; i < run.length; i++)
    if (!can_bind (self, run.old + i, run.new + i))
      return;

  while (run.old > 0 && run.new > 0 && can_bind (self, run.old - 1, run.new - 1))
    run.old -= 1, run.new -= 1, run.length += 1;
  while (can_bind (self, run.old + run.length, run.new + run.length))
    run.length++;
  for (guint i = 0; i < run.length; i++)
    galley_alignment_bind (self, run.old + i, run.new + i, GALLEY_BOND_MOVED);
}

static void
match_units (GalleyAlignment *self, GArray *old, GArray *new)
{
  g_autoptr (GArray) runs = galley_runs_match (old, new);

  galley_runs_join (runs);
  for (guint i = 0; i < runs->len; i++)
    bind_moved (self, g_array_index (runs, GalleyRun, i));
  g_array_unref (old);
  g_array_unref (new);
}

/**
 * galley_alignment_find_moved:
 * @self: an alignment in which what is in the flow is bound
 *
 * Binds what is left over on both sides and the same, wherever it stands.
 */
void
galley_alignment_find_moved (GalleyAlignment *self)
{
  GalleyDraftWords *old = self->old, *new = self->new;

  match_units (self, list_parts (old->blocks, old->n_blocks, self->old_keys, self->to_new),
               list_parts (new->blocks, new->n_blocks, self->new_keys, self->to_old));
  match_units (self, list_parts (old->sentences, old->n_sentences, self->old_keys, self->to_new),
               list_parts (new->sentences, new->n_sentences, self->new_keys, self->to_old));
  for (guint length = 4 * MIN_ROW; length >= MIN_ROW; length /= 2)
    match_units (self, list_rows (self->old_keys, self->to_new, old->n_words, length),
                 list_rows (self->new_keys, self->to_old, new->n_words, length));
}
