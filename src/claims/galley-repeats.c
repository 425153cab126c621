/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-repeats.h"

#include "galley-mention.h"

#include <string.h>

/*
 * A word weighs the more the fewer of the claims have it: the logarithm of one in how many, in
 * whole numbers, which are the same everywhere. Two claims tell of the same if they share enough of
 * what they weigh. Numbers count as words here; what denies, hedges and so on does not, as that is
 * what may have drifted.
 *
 * Pairs are found through the words that they share, of which those that many claims have say
 * little and are left out; so the time goes with the number of claims. Whether two mentions say the
 * same is another matter: nothing at all may differ in it.
 */

/* Words that more claims have than this lead to no pairs. */
#define MAX_POSTINGS 48

/* What has to be in common of what two claims weigh on the average: more where it is but few words,
 * such as the names in two lines of names. */
#define MIN_SHARED_FEW 2
#define MIN_PERCENT_FEW 50
#define MIN_SHARED 4
#define MIN_PERCENT 22

typedef struct
{
  GPtrArray *mentions;  /* (element-type GalleyMention) */
  GHashTable *postings; /* (element-type utf8 GArray(guint)): claims, ascending, by words */
  guint *weights;       /* of each claim */
} Index;

static void
add_postings (Index *index, GPtrArray *words, guint position)
{
  for (guint i = 0; i < words->len; i++)
    {
      char *word = g_ptr_array_index (words, i);
      GArray *claims = g_hash_table_lookup (index->postings, word);

      if (claims == NULL)
        {
          claims = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (index->postings, word, claims);
        }
      g_array_append_val (claims, position);
    }
}

static guint
weigh (Index *index, const char *word)
{
  GArray *claims = g_hash_table_lookup (index->postings, word);

  return g_bit_storage (index->mentions->len / claims->len);
}

static void
index_init (Index *index, const char *const *texts, guint n_texts)
{
  static const GalleyMentionPart parts[] = { GALLEY_MENTION_CONTENT, GALLEY_MENTION_NUMBERS };

  index->mentions = galley_mentions_new (texts, n_texts);
  index->postings = g_hash_table_new_full (g_str_hash, g_str_equal, /* key_destroy_func= */ NULL,
                                           (GDestroyNotify) g_array_unref);
  index->weights = g_new0 (guint, n_texts + 1);
  for (guint i = 0; i < n_texts; i++)
    for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
      add_postings (index,
                    ((GalleyMention *) g_ptr_array_index (index->mentions, i))->parts[parts[j]], i);

  for (guint i = 0; i < n_texts; i++)
    for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
      {
        const GalleyMention *mention = g_ptr_array_index (index->mentions, i);
        GPtrArray *words = mention->parts[parts[j]];

        for (guint k = 0; k < words->len; k++)
          index->weights[i] += weigh (index, g_ptr_array_index (words, k));
      }
}

static void
index_clear (Index *index)
{
  g_hash_table_unref (index->postings);
  g_ptr_array_unref (index->mentions);
  g_free (index->weights);
}

static gboolean
are_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

static guint
compare (const GalleyMention *a, const GalleyMention *b)
{
  static const guint drifts[GALLEY_N_MENTION_PARTS] = {
    [GALLEY_MENTION_CONTENT] = GALLEY_DRIFT_WORDS,
    [GALLEY_MENTION_NUMBERS] = GALLEY_DRIFT_NUMBER,
    [GALLEY_MENTION_NEGATIONS] = GALLEY_DRIFT_NEGATION,
    [GALLEY_MENTION_HEDGES] = GALLEY_DRIFT_HEDGE,
    [GALLEY_MENTION_MODALS] = GALLEY_DRIFT_MODAL,
    [GALLEY_MENTION_NAMES] = GALLEY_DRIFT_NAME,
  };
  guint drift = 0;

  for (guint i = 0; i < GALLEY_N_MENTION_PARTS; i++)
    if (!are_equal (a->parts[i], b->parts[i]))
      drift |= drifts[i];

  return drift;
}

/* What an earlier claim has in common with the one that is looked at. */
typedef struct
{
  guint weight;
  guint n_words;
} Shared;

/* @touched begins with the claim that is the same, if there is one. */
static void
collect_shared (Index *index, guint position, GPtrArray *words, Shared *shared, GArray *touched)
{
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      GArray *claims = g_hash_table_lookup (index->postings, word);
      guint weight = weigh (index, word);

      if (claims->len > MAX_POSTINGS)
        continue;
      for (guint j = 0; j < claims->len && g_array_index (claims, guint, j) < position; j++)
        {
          guint earlier = g_array_index (claims, guint, j);

          if (shared[earlier].n_words == 0 &&
              (touched->len == 0 || g_array_index (touched, guint, 0) != earlier))
            g_array_append_val (touched, earlier);
          shared[earlier].weight += weight;
          shared[earlier].n_words++;
        }
    }
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* Whether two claims tell of one thing. */
static gboolean
is_repeat (Index *index, guint first, guint second, const Shared *shared, guint drift)
{
  guint average = (index->weights[first] + index->weights[second]) / 2;
  guint percent = average > 0 ? 100 * shared->weight / average : 0;

  if ((drift & (GALLEY_DRIFT_WORDS | GALLEY_DRIFT_NUMBER)) == 0)
    return TRUE;

  return (shared->n_words >= MIN_SHARED_FEW && percent >= MIN_PERCENT_FEW) ||
         (shared->n_words >= MIN_SHARED && percent >= MIN_PERCENT);
}

/* Adds the pairs of a claim and those before it. */
static void
find_earlier (Index *index, guint position, Shared *shared, GArray *touched, GArray *repeats)
{
  const GalleyMention *mention = g_ptr_array_index (index->mentions, position);

  collect_shared (index, position, mention->parts[GALLEY_MENTION_CONTENT], shared, touched);
  collect_shared (index, position, mention->parts[GALLEY_MENTION_NUMBERS], shared, touched);
  g_array_sort (touched, compare_positions);

  for (guint i = 0; i < touched->len; i++)
    {
      guint earlier = g_array_index (touched, guint, i);
      GalleyRepeat repeat = { .first = earlier, .second = position };

      repeat.drift = compare (g_ptr_array_index (index->mentions, earlier), mention);
      if (is_repeat (index, earlier, position, &shared[earlier], repeat.drift))
        g_array_append_val (repeats, repeat);
      shared[earlier] = (Shared){ 0 };
    }
}

/* Of claims that are made of the same, however many there are, each leads to the one before it. */
static void
touch_same (GHashTable *latest, const GalleyMention *mention, guint position, GArray *touched)
{
  GString *key = g_string_new (NULL);
  gpointer before;

  for (guint i = 0; i < GALLEY_N_MENTION_PARTS; i++)
    {
      for (guint j = 0; j < mention->parts[i]->len; j++)
        g_string_append_printf (key, "%s ", (char *) g_ptr_array_index (mention->parts[i], j));
      g_string_append_c (key, '\n');
    }

  if (g_hash_table_lookup_extended (latest, key->str, NULL, &before))
    {
      guint earlier = GPOINTER_TO_UINT (before);

      g_array_append_val (touched, earlier);
    }
  g_hash_table_insert (latest, g_string_free (key, FALSE), GUINT_TO_POINTER (position));
}

/**
 * galley_repeats_find:
 * @texts: (array length=n_texts): the words of the claims of an article, in their order
 *
 * Finds claims that tell of one thing, and compares each two.
 *
 * Returns: (transfer full) (element-type GalleyRepeat): pairs, ordered by the second and then by
 *   the first
 */
GArray *
galley_repeats_find (const char *const *texts, guint n_texts)
{
  GArray *repeats = g_array_new (FALSE, FALSE, sizeof (GalleyRepeat));
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree Shared *shared = g_new0 (Shared, n_texts + 1);
  g_autoptr (GHashTable) latest =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, /* value_destroy_func= */ NULL);
  Index index;

  index_init (&index, texts, n_texts);
  for (guint i = 0; i < n_texts; i++)
    {
      g_array_set_size (touched, 0);
      touch_same (latest, g_ptr_array_index (index.mentions, i), i, touched);
      find_earlier (&index, i, shared, touched, repeats);
    }
  index_clear (&index);

  return repeats;
}

static guint
find_root (guint *groups, guint position)
{
  while (groups[position] != position)
    {
      groups[position] = groups[groups[position]];
      position = groups[position];
    }

  return position;
}

/**
 * galley_repeats_group:
 * @repeats: (array length=n_repeats): pairs, of all or of some, such as those without drift
 * @n_texts: how many claims there are
 *
 * Returns: (transfer full) (array length=n_texts): for each claim, the position of the first that
 * it is connected with; its own if there is none before it
 */
guint *
galley_repeats_group (const GalleyRepeat *repeats, guint n_repeats, guint n_texts)
{
  guint *groups = g_new (guint, n_texts + 1);

  for (guint i = 0; i < n_texts; i++)
    groups[i] = i;
  for (guint i = 0; i < n_repeats; i++)
    {
      guint first = find_root (groups, repeats[i].first);
      guint second = find_root (groups, repeats[i].second);

      groups[MAX (first, second)] = MIN (first, second);
    }
  for (guint i = 0; i < n_texts; i++)
    groups[i] = find_root (groups, i);

  return groups;
}
