/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-runs.h"

#include <string.h>

/* The hash of words is a polynomial of theirs modulo 2^64, so that the hash of the next words
 * follows from that of these. Equal hashes only propose; who uses runs compares the words. */
#define BASE G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/* Spreads the numbers of words over all bits. */
static guint64
spread (guint key)
{
  guint64 x = (key + G_GUINT64_CONSTANT (1)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);

  return (x ^ (x >> 31)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
}

/**
 * galley_runs_hash:
 * @keys: (array length=length): numbers of words
 *
 * Returns: the hash of these words in this order
 */
guint64
galley_runs_hash (const guint *keys, guint length)
{
  guint64 hash = 0;

  for (guint i = 0; i < length; i++)
    hash = hash * BASE + spread (keys[i]);

  return hash;
}

/**
 * galley_runs_add_units:
 * @units: (element-type GalleyUnit): where to add
 * @keys: (array length=n_keys): numbers of words
 * @length: how many words a unit has, at least 1
 *
 * Adds each @length consecutive words of @keys.
 */
void
galley_runs_add_units (GArray *units, const guint *keys, guint n_keys, guint length)
{
  guint64 leading = 1;
  GalleyUnit unit = { .length = length };

  if (n_keys < length)
    return;

  for (guint i = 1; i < length; i++)
    leading *= BASE;
  unit.hash = galley_runs_hash (keys, length);
  for (;; unit.start++)
    {
      g_array_append_val (units, unit);
      if (unit.start + length == n_keys)
        break;
      unit.hash = (unit.hash - spread (keys[unit.start]) * leading) * BASE +
                  spread (keys[unit.start + length]);
    }
}

/* Where units with one hash are: 0 for nowhere, else index + 1, or MANY. */
#define MANY G_MAXUINT

typedef struct
{
  guint64 hash;
  guint old;
  guint new;
} Slot;

typedef struct
{
  Slot *slots;
  guint mask;
} Table;

static Slot *
find_slot (const Table *table, guint64 hash)
{
  guint at = (hash ^ (hash >> 32)) & table->mask;

  while (table->slots[at].old != 0 && table->slots[at].hash != hash)
    at = (at + 1) & table->mask;

  return &table->slots[at];
}

static void
fill_table (Table *table, const GArray *old, const GArray *new)
{
  for (guint i = 0; i < old->len; i++)
    {
      Slot *slot = find_slot (table, g_array_index (old, GalleyUnit, i).hash);

      slot->hash = g_array_index (old, GalleyUnit, i).hash;
      slot->old = slot->old == 0 ? i + 1 : MANY;
    }
  for (guint i = 0; i < new->len; i++)
    {
      Slot *slot = find_slot (table, g_array_index (new, GalleyUnit, i).hash);

      if (slot->old != 0)
        slot->new = slot->new == 0 ? i + 1 : MANY;
    }
}

/**
 * galley_runs_match:
 * @old: (element-type GalleyUnit): units of the old draft, in order
 * @new: (element-type GalleyUnit): units of the new draft
 *
 * Finds what there is exactly once on both sides.
 *
 * Returns: (transfer full) (element-type GalleyRun): the pairs in the order of @old, without
 * weights
 */
GArray *
galley_runs_match (const GArray *old, const GArray *new)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (GalleyRun));
  Table table = { .mask = 15 };
  g_autofree Slot *slots = NULL;

  while (table.mask / 2 < old->len)
    table.mask = 2 * table.mask + 1;
  slots = g_new0 (Slot, (gsize) table.mask + 1);
  table.slots = slots;
  fill_table (&table, old, new);

  for (guint i = 0; i < old->len; i++)
    {
      const GalleyUnit *unit = &g_array_index (old, GalleyUnit, i);
      Slot *slot = find_slot (&table, unit->hash);
      const GalleyUnit *other;

      if (slot->old == MANY || slot->new == 0 || slot->new == MANY)
        continue;
      other = &g_array_index (new, GalleyUnit, slot->new - 1);
      if (unit->length == other->length)
        {
          GalleyRun run = { unit->start, other->start, unit->length, 0 };

          g_array_append_val (runs, run);
        }
    }

  return runs;
}

/**
 * galley_runs_join:
 * @runs: (element-type GalleyRun): runs by their place in the old draft
 *
 * Makes one of runs that overlap or touch in the same way in both drafts.
 */
void
galley_runs_join (GArray *runs)
{
  GalleyRun *run = (GalleyRun *) (gpointer) runs->data;
  guint n = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      GalleyRun *last = n > 0 ? &run[n - 1] : NULL;

      if (last != NULL && run[i].old <= last->old + last->length &&
          run[i].old - last->old == run[i].new - last->new)
        last->length = MAX (last->length, run[i].old + run[i].length - last->old);
      else
        run[n++] = run[i];
    }

  g_array_set_size (runs, n);
}

/* The heaviest chain that ends with one of the runs that begin at or before a place of the new
 * draft: a binary indexed tree of maxima over the runs in the order of that draft. */
typedef struct
{
  const double *totals; /* of the heaviest chain that ends with each run */
  guint *best;          /* run + 1 */
  guint n;
} Tree;

static guint
tree_find (const Tree *tree, guint rank)
{
  guint best = 0;

  for (guint i = rank; i > 0; i -= i & -i)
    if (tree->best[i] != 0 &&
        (best == 0 || tree->totals[tree->best[i] - 1] > tree->totals[best - 1]))
      best = tree->best[i];

  return best;
}

static void
tree_add (Tree *tree, guint rank, guint run)
{
  for (guint i = rank; i <= tree->n; i += i & -i)
    if (tree->best[i] == 0 || tree->totals[run] > tree->totals[tree->best[i] - 1])
      tree->best[i] = run + 1;
}

static int
compare_new (gconstpointer a, gconstpointer b, gpointer data)
{
  const GalleyRun *runs = data;
  guint one = runs[*(const guint *) a].new, two = runs[*(const guint *) b].new;

  return (one > two) - (one < two);
}

/* The place of each run among all in the order of the new draft, from 1. */
static guint *
rank_runs (GArray *runs)
{
  guint *ranks = g_new (guint, runs->len);
  g_autofree guint *order = g_new (guint, runs->len);

  for (guint i = 0; i < runs->len; i++)
    order[i] = i;
  g_qsort_with_data (order, runs->len, sizeof (guint), compare_new, runs->data);
  for (guint i = 0; i < runs->len; i++)
    ranks[order[i]] = i + 1;

  return ranks;
}

/* Leaves of @runs those that @before leads to from @last, cut so that none overlaps the one
 * before. */
static void
keep_chain (GArray *runs, const guint *before, guint last)
{
  g_autofree gboolean *is_kept = g_new0 (gboolean, runs->len + 1);
  GalleyRun *run = (GalleyRun *) (gpointer) runs->data;
  guint n = 0;

  for (guint i = last; i != 0; i = before[i - 1])
    is_kept[i - 1] = TRUE;

  for (guint i = 0; i < runs->len; i++)
    {
      GalleyRun kept = run[i];
      guint cut = 0;

      if (!is_kept[i])
        continue;
      if (n > 0)
        {
          guint old_end = run[n - 1].old + run[n - 1].length;
          guint new_end = run[n - 1].new + run[n - 1].length;

          cut = MAX (old_end > kept.old ? old_end - kept.old : 0,
                     new_end > kept.new ? new_end - kept.new : 0);
        }
      if (cut >= kept.length)
        continue;
      kept.old += cut;
      kept.new += cut;
      kept.length -= cut;
      run[n++] = kept;
    }

  g_array_set_size (runs, n);
}

/**
 * galley_runs_chain:
 * @runs: (element-type GalleyRun): runs by their place in the old draft, with weights
 *
 * Leaves the heaviest of @runs that come in the same order in both drafts.
 */
void
galley_runs_chain (GArray *runs)
{
  g_autofree guint *ranks = rank_runs (runs);
  g_autofree guint *before = g_new (guint, runs->len + 1);
  g_autofree double *totals = g_new (double, runs->len + 1);
  g_autofree guint *best = g_new0 (guint, (gsize) runs->len + 1);
  Tree tree = { totals, best, runs->len };
  guint last;

  for (guint i = 0; i < runs->len; i++)
    {
      before[i] = tree_find (&tree, ranks[i] - 1);
      totals[i] = g_array_index (runs, GalleyRun, i).weight;
      if (before[i] != 0)
        totals[i] += totals[before[i] - 1];
      tree_add (&tree, ranks[i], i);
    }

  last = tree_find (&tree, runs->len);
  keep_chain (runs, before, last);
}
