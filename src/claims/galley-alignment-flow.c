/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-alignment-private.h"
#include "galley-runs.h"

/* Words in the flow: those that come in the same order in both drafts.
 *
 * Between two pairs that are known, what is there exactly once on both sides is a pair: first whole
 * blocks, then sentences, then words in a row, many before few. Of all these the heaviest that come
 * in the same order are kept, and what lies between any two of them is looked at in the same way.
 * What is unique in a gap need not be so in the draft; therefore a gap that is less than half as
 * long begins with blocks again, and any other goes on with what is shorter, which bounds the
 * depth.
 *
 * Long runs are found first in all of both drafts. Then galley_alignment_find_moved() takes what
 * moved, and only then are single words matched in what is left, for they would take words of what
 * moved for chance matches. */

typedef enum
{
  LEVEL_BLOCKS,
  LEVEL_SENTENCES,
  LEVEL_TWELVE,
  LEVEL_EIGHT,
  LEVEL_FIVE,
  LEVEL_THREE,
  LEVEL_TWO,
  LEVEL_ONE,
  N_LEVELS,
} Level;

static const guint lengths[N_LEVELS] = { 0, 0, 12, 8, 5, 3, 2, 1 };

/* What a gap is looked through for. */
typedef struct
{
  GalleyAlignment *alignment;
  Level first;
  Level last;
  gboolean fits; /* whether what is left is fitted as well as it can be */
} Search;

/* A gap: old and new words, ascending. */
typedef struct
{
  const guint *old;
  guint n_old;
  const guint *new;
  guint n_new;
} Gap;

static gboolean
is_same (const GalleyAlignment *alignment, guint old, guint new)
{
  return alignment->old_keys[old] == alignment->new_keys[new];
}

static guint
count_same_start (const GalleyAlignment *alignment, const Gap *gap)
{
  guint n = 0, max = MIN (gap->n_old, gap->n_new);

  while (n < max && is_same (alignment, gap->old[n], gap->new[n]))
    n++;

  return n;
}

static guint
count_same_end (const GalleyAlignment *alignment, const Gap *gap)
{
  guint n = 0, max = MIN (gap->n_old, gap->n_new);

  while (n < max && is_same (alignment, gap->old[gap->n_old - 1 - n], gap->new[gap->n_new - 1 - n]))
    n++;

  return n;
}

static void
bind_start (GalleyAlignment *alignment, Gap *gap, GalleyBond bond)
{
  galley_alignment_bind (alignment, *gap->old, *gap->new, bond);
  gap->old += 1, gap->n_old -= 1;
  gap->new += 1, gap->n_new -= 1;
}

static void
bind_end (GalleyAlignment *alignment, Gap *gap, GalleyBond bond)
{
  gap->n_old--, gap->n_new--;
  galley_alignment_bind (alignment, gap->old[gap->n_old], gap->new[gap->n_new], bond);
}

static gboolean
starts_sentence (GalleyDraftWords *draft, guint index)
{
  return index == draft->n_words || galley_draft_words_get_sentence (draft, index).start == index;
}

/* Where words of the shorter side, which all are at the start or at the end of the other one and
 * some at both, are to be parted: from @low to @high, at the start of a sentence if there is one.
 */
static guint
find_parting (GalleyAlignment *alignment, const Gap *gap, guint low, guint high)
{
  gboolean is_old = gap->n_old <= gap->n_new;
  GalleyDraftWords *draft = is_old ? alignment->old : alignment->new;
  const guint *words = is_old ? gap->old : gap->new;
  guint n_words = is_old ? gap->n_old : gap->n_new;

  for (guint i = high; i > low; i--)
    if (starts_sentence (draft, i < n_words ? words[i] : words[n_words - 1] + 1))
      return i;

  return starts_sentence (draft, words[low]) ? low : high;
}

/* So near to what differs, words that are the same at an end of a gap may be so by chance, unless
 * they belong to the sentence of what is beyond the gap. */
#define UNSURE_WORDS 64

/* How many of the first @n words of @gap, which are the same on both sides, are sure: not the
 * sentences that begin near the last of them. */
static guint
count_sure_start (GalleyAlignment *alignment, const Gap *gap, guint n)
{
  guint near = n - MIN (n, UNSURE_WORDS);

  for (guint i = near; i < n; i++)
    if (starts_sentence (alignment->old, gap->old[i]))
      return i;
  for (guint i = near; i > 0; i--)
    if (starts_sentence (alignment->old, gap->old[i - 1]))
      return i - 1;

  return n;
}

/* How many of the last @n words are, in the same way. */
static guint
count_sure_end (GalleyAlignment *alignment, const Gap *gap, guint n)
{
  guint near = n - MIN (n, UNSURE_WORDS);

  for (guint i = near; i < n; i++)
    if (starts_sentence (alignment->old, gap->old[gap->n_old - 1 - i] + 1))
      return i;
  for (guint i = near; i > 0; i--)
    if (starts_sentence (alignment->old, gap->old[gap->n_old - i] + 1))
      return i - 1;

  return n;
}

/* Binds what is the same at both ends of @gap and takes it off. */
static void
trim_gap (GalleyAlignment *alignment, Gap *gap)
{
  guint n_start = count_same_start (alignment, gap), n_end = count_same_end (alignment, gap);
  guint n_all = MIN (gap->n_old, gap->n_new), n_sure_start, n_sure_end;

  if (n_start == gap->n_old && n_start == gap->n_new)
    {
      while (gap->n_old > 0)
        bind_start (alignment, gap, GALLEY_BOND_SURE);
      return;
    }
  if (n_start + n_end > n_all)
    {
      n_start = find_parting (alignment, gap, n_all - n_end, n_start);
      n_end = n_all - n_start;
    }

  n_sure_start = count_sure_start (alignment, gap, n_start);
  n_sure_end = count_sure_end (alignment, gap, n_end);
  for (guint i = 0; i < n_start; i++)
    bind_start (alignment, gap, i < n_sure_start ? GALLEY_BOND_SURE : GALLEY_BOND_LIKELY);
  for (guint i = 0; i < n_end; i++)
    bind_end (alignment, gap, i < n_sure_end ? GALLEY_BOND_SURE : GALLEY_BOND_LIKELY);
}

/* Units of @parts, which are sorted, that lie wholly within @words, @n consecutive ones. */
static void
add_parts (GArray *units,
           const GalleyRange *parts,
           guint n_parts,
           const guint *keys,
           const guint *words,
           guint n)
{
  guint low = 0, high = n_parts;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (parts[middle].start < words[0])
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < n_parts && parts[low].end <= words[0] + n; low++)
    {
      guint length = galley_range_length (parts[low]);
      GalleyUnit unit = { galley_runs_hash (keys + parts[low].start, length),
                          parts[low].start - words[0], length };

      g_array_append_val (units, unit);
    }
}

static void
add_rows (GArray *units, const guint *keys, const guint *words, guint n, guint length)
{
  g_autofree guint *own = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    own[i] = keys[words[i]];
  galley_runs_add_units (units, own, n, length);
}

static GArray *
make_units (const GalleyDraftWords *draft,
            const guint *keys,
            const guint *words,
            guint n,
            Level level)
{
  GArray *units = g_array_sized_new (FALSE, FALSE, sizeof (GalleyUnit), n);

  if (level == LEVEL_BLOCKS)
    add_parts (units, draft->blocks, draft->n_blocks, keys, words, n);
  else if (level == LEVEL_SENTENCES)
    add_parts (units, draft->sentences, draft->n_sentences, keys, words, n);
  else
    add_rows (units, keys, words, n, lengths[level]);

  return units;
}

/* Weighs @runs and drops those whose words are not the same after all. */
static void
weigh_runs (GalleyAlignment *alignment, const Gap *gap, GArray *runs)
{
  GalleyRun *run = (GalleyRun *) (gpointer) runs->data;
  guint n = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      gboolean same = TRUE;

      for (guint k = 0; k < run[i].length; k++)
        {
          guint old = gap->old[run[i].old + k];

          same &= is_same (alignment, old, gap->new[run[i].new + k]);
          run[i].weight += alignment->weights[alignment->old_keys[old]];
        }
      if (same)
        run[n++] = run[i];
    }

  g_array_set_size (runs, n);
}

/* The heaviest runs of @level that come in order in @gap; offsets are those into @gap. */
static GArray *
find_chain (GalleyAlignment *alignment, const Gap *gap, Level level)
{
  g_autoptr (GArray) old_units =
      make_units (alignment->old, alignment->old_keys, gap->old, gap->n_old, level);
  g_autoptr (GArray) new_units =
      make_units (alignment->new, alignment->new_keys, gap->new, gap->n_new, level);
  GArray *runs = galley_runs_match (old_units, new_units);

  galley_runs_join (runs);
  weigh_runs (alignment, gap, runs);
  galley_runs_chain (runs);

  return runs;
}

static void
bind_run (GalleyAlignment *alignment, const Gap *gap, const GalleyRun *run)
{
  for (guint k = 0; k < run->length; k++)
    galley_alignment_bind (alignment, gap->old[run->old + k], gap->new[run->new + k],
                           GALLEY_BOND_SURE);
}

static void search_gap (const Search *search, Gap gap, Level level);

/* Binds @chain and looks between its runs. */
static void
search_between (const Search *search, const Gap *gap, const GArray *chain, Level level)
{
  guint old = 0, new = 0;

  for (guint i = 0; i <= chain->len; i++)
    {
      const GalleyRun end = { gap->n_old, gap->n_new, 0, 0 };
      const GalleyRun *run = i < chain->len ? &g_array_index (chain, GalleyRun, i) : &end;
      Gap between = { gap->old + old, run->old - old, gap->new + new, run->new - new };
      gboolean is_small = between.n_old + between.n_new <= (gap->n_old + gap->n_new) / 2;

      bind_run (search->alignment, gap, run);
      search_gap (search, between, is_small ? search->first : level + 1);
      old = run->old + run->length;
      new = run->new + run->length;
    }
}

static void
search_gap (const Search *search, Gap gap, Level level)
{
  trim_gap (search->alignment, &gap);
  for (; level <= search->last && gap.n_old > 0 && gap.n_new > 0; level++)
    {
      g_autoptr (GArray) chain = find_chain (search->alignment, &gap, level);

      if (chain->len > 0)
        {
          search_between (search, &gap, chain, level);
          return;
        }
    }

  if (search->fits)
    galley_alignment_fit (search->alignment, gap.old, gap.n_old, gap.new, gap.n_new);
}

/* Releases words of sentences of which only a few are bound, which may be so by chance: the
 * sentence may have moved. */
static void
release_chance (GalleyAlignment *self)
{
  for (guint i = 0; i < self->old->n_sentences; i++)
    {
      GalleyRange sentence = self->old->sentences[i];
      guint n = 0;

      for (guint k = sentence.start; k < sentence.end; k++)
        n += self->to_new[k] != GALLEY_NO_WORD;
      if (n >= lengths[LEVEL_FIVE] || 2 * n >= galley_range_length (sentence))
        continue;
      for (guint k = sentence.start; k < sentence.end; k++)
        if (self->to_new[k] != GALLEY_NO_WORD)
          galley_alignment_unbind (self, k);
    }
}

/**
 * galley_alignment_follow_flow:
 * @self: an alignment in which nothing is bound
 *
 * Binds whole blocks and sentences, and words in long rows, that come in the same order in both
 * drafts.
 */
void
galley_alignment_follow_flow (GalleyAlignment *self)
{
  const Search search = { self, LEVEL_BLOCKS, LEVEL_FIVE, FALSE };
  guint n = MAX (self->old->n_words, self->new->n_words);
  g_autofree guint *words = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    words[i] = i;
  search_gap (&search, (Gap){ words, self->old->n_words, words, self->new->n_words }, LEVEL_BLOCKS);
  release_chance (self);
}

/* Fills @free with those of the words from @start to @end that @to_other gives no counterpart. */
static guint
list_free (guint *free, const guint *to_other, guint start, guint end)
{
  guint n = 0;

  for (guint i = start; i < end; i++)
    if (to_other[i] == GALLEY_NO_WORD)
      free[n++] = i;

  return n;
}

/**
 * galley_alignment_fill_gaps:
 * @self: an alignment in which long rows are bound
 *
 * Binds shorter rows and single words between those that are in the flow already.
 */
void
galley_alignment_fill_gaps (GalleyAlignment *self)
{
  const Search search = { self, LEVEL_FIVE, LEVEL_ONE, TRUE };
  g_autofree guint *old_free = g_new (guint, self->old->n_words + 1);
  g_autofree guint *new_free = g_new (guint, self->new->n_words + 1);
  guint old_start = 0, new_start = 0;

  for (guint i = 0; i <= self->old->n_words; i++)
    {
      gboolean is_end = i == self->old->n_words;
      Gap gap = { old_free, 0, new_free, 0 };
      guint new;

      if (!is_end && !galley_alignment_is_in_flow (self, i))
        continue;
      new = is_end ? self->new->n_words : self->to_new[i];
      gap.n_old = list_free (old_free, self->to_new, old_start, i);
      gap.n_new = list_free (new_free, self->to_old, new_start, new);
      search_gap (&search, gap, LEVEL_FIVE);
      old_start = i + 1;
      new_start = new + 1;
    }
}
