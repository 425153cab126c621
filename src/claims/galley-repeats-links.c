/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-repeats-links.h"

#include "galley-fold.h"
#include "galley-mention-words.h"

/*
 * A word weighs the more the fewer of the mentions have it: the logarithm of one in how many, in
 * whole numbers, which are the same everywhere. Two mentions tell of one thing if they share enough
 * of what they weigh. Numbers count as words here; what denies, hedges and so on does not, as that
 * is what may have drifted, and neither do the words that make sentences and name nothing.
 *
 * Pairs are found through the words that they share, of which those that many mentions have say
 * little and are left out.
 */

/* Words that more mentions have than this lead to no pairs. */
#define MAX_POSTINGS 48

/* What has to be in common of what two mentions weigh on the average: more where it is but few
 * words, such as the names in two lines of names. */
#define MIN_SHARED_FEW 2
#define MIN_PERCENT_FEW 50
#define MIN_SHARED 4
#define MIN_PERCENT 22

/* What may differ between two that tell of one thing. */
#define DRIFTING (GALLEY_DIFFERENCE_NEGATION | GALLEY_DIFFERENCE_MODAL | GALLEY_DIFFERENCE_HEDGE)

#define NO_STEM G_MAXUINT

typedef struct
{
  GalleyMentionReader *reader;
  GHashTable *numbers; /* stems → their numbers */
  guint *stems;        /* of each word of the vocabulary, 0 if not known yet, else one more */
  GPtrArray *words; /* (element-type GArray(guint)): stems of each mention, ascending, each once */
  GPtrArray *postings; /* (element-type GArray(guint)): mentions with each stem, ascending */
  guint *weights;      /* of each mention */
} Index;

/* What an earlier mention has in common with the one that is looked at. */
typedef struct
{
  guint weight;
  guint n_words;
} Shared;

static guint
number_stem (Index *index, const char *stem)
{
  gpointer found;

  if (g_hash_table_lookup_extended (index->numbers, stem, NULL, &found))
    return GPOINTER_TO_UINT (found);

  found = GUINT_TO_POINTER (index->postings->len);
  g_hash_table_insert (index->numbers, g_strdup (stem), found);
  g_ptr_array_add (index->postings, g_array_new (FALSE, FALSE, sizeof (guint)));
  return GPOINTER_TO_UINT (found);
}

static guint
make_stem (Index *index, const GalleyMentionWord *word)
{
  GalleyMentionReader *reader = index->reader;
  guint in_vocabulary = reader->draft->words[word->index].word;
  const GalleyVocabularyWord *known =
      galley_vocabulary_get_word (reader->vocabulary, in_vocabulary);
  g_autofree char *plain = galley_mention_reader_dup_word (reader, word->index);
  g_autofree char *form = galley_mention_word_to_form (plain);
  g_autofree char *folded = galley_fold (form);
  g_autofree char *stem = galley_mention_word_to_stem (folded);

  if (g_unichar_isdigit (g_utf8_get_char (folded)))
    return number_stem (index, folded);
  if ((known->change & DRIFTING) != 0 || known->is_common || *stem == '\0')
    return NO_STEM;

  return number_stem (index, stem);
}

static guint
get_stem (Index *index, const GalleyMentionWord *word)
{
  guint *stem = &index->stems[index->reader->draft->words[word->index].word];

  if (*stem == 0)
    *stem = make_stem (index, word) + 1;

  return *stem - 1;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static GArray *
list_stems (Index *index, const GalleyMention *mention)
{
  GArray *stems = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = 0;

  for (guint i = 0; i < mention->words->len; i++)
    {
      guint stem = get_stem (index, &g_array_index (mention->words, GalleyMentionWord, i));

      if (stem != NO_STEM)
        g_array_append_val (stems, stem);
    }
  g_array_sort (stems, compare_numbers);
  for (guint i = 0; i < stems->len; i++)
    if (n == 0 || g_array_index (stems, guint, i) != g_array_index (stems, guint, n - 1))
      g_array_index (stems, guint, n++) = g_array_index (stems, guint, i);
  g_array_set_size (stems, n);

  return stems;
}

static guint
weigh (const Index *index, guint stem)
{
  const GArray *mentions = g_ptr_array_index (index->postings, stem);

  return g_bit_storage (index->words->len / mentions->len);
}

static void
index_init (Index *index, GalleyMentionReader *reader, GPtrArray *mentions)
{
  index->reader = reader;
  index->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index->stems = g_new0 (guint, galley_vocabulary_get_n_words (reader->vocabulary) + 1);
  index->words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  index->postings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  index->weights = g_new0 (guint, mentions->len + 1);
  for (guint i = 0; i < mentions->len; i++)
    {
      GArray *stems = list_stems (index, g_ptr_array_index (mentions, i));

      g_ptr_array_add (index->words, stems);
      for (guint j = 0; j < stems->len; j++)
        g_array_append_val (g_ptr_array_index (index->postings, g_array_index (stems, guint, j)),
                            i);
    }

  for (guint i = 0; i < mentions->len; i++)
    {
      const GArray *stems = g_ptr_array_index (index->words, i);

      for (guint j = 0; j < stems->len; j++)
        index->weights[i] += weigh (index, g_array_index (stems, guint, j));
    }
}

static void
index_clear (Index *index)
{
  g_hash_table_unref (index->numbers);
  g_ptr_array_unref (index->words);
  g_ptr_array_unref (index->postings);
  g_free (index->stems);
  g_free (index->weights);
}

static void
collect_shared (const Index *index, guint position, Shared *shared, GArray *touched)
{
  const GArray *stems = g_ptr_array_index (index->words, position);

  for (guint i = 0; i < stems->len; i++)
    {
      guint stem = g_array_index (stems, guint, i), weight = weigh (index, stem);
      const GArray *mentions = g_ptr_array_index (index->postings, stem);

      if (mentions->len > MAX_POSTINGS)
        continue;
      for (guint j = 0; j < mentions->len && g_array_index (mentions, guint, j) < position; j++)
        {
          guint earlier = g_array_index (mentions, guint, j);

          if (shared[earlier].n_words == 0)
            g_array_append_val (touched, earlier);
          shared[earlier].weight += weight;
          shared[earlier].n_words++;
        }
    }
}

/* Whether two mentions tell of one thing. */
static gboolean
is_repeat (const Index *index, guint first, guint second, const Shared *shared)
{
  guint average = (index->weights[first] + index->weights[second]) / 2;
  guint percent = average > 0 ? 100 * shared->weight / average : 0;

  if (shared->weight == index->weights[first] && shared->weight == index->weights[second])
    return TRUE;

  return (shared->n_words >= MIN_SHARED_FEW && percent >= MIN_PERCENT_FEW) ||
         (shared->n_words >= MIN_SHARED && percent >= MIN_PERCENT);
}

static void
link_earlier (const Index *index, guint position, Shared *shared, GArray *touched, GPtrArray *links)
{
  g_array_set_size (touched, 0);
  collect_shared (index, position, shared, touched);
  for (guint i = 0; i < touched->len; i++)
    {
      guint earlier = g_array_index (touched, guint, i);

      if (is_repeat (index, earlier, position, &shared[earlier]))
        {
          g_array_append_val (g_ptr_array_index (links, earlier), position);
          g_array_append_val (g_ptr_array_index (links, position), earlier);
        }
      shared[earlier] = (Shared){ 0 };
    }
}

/**
 * galley_repeats_find_links:
 * @reader: what read the mentions
 * @mentions: (element-type GalleyMention): mentions of which no two say the same
 *
 * Returns: (transfer full) (element-type GArray(guint)): for each mention, which others tell of one
 *   thing with it
 */
GPtrArray *
galley_repeats_find_links (GalleyMentionReader *reader, GPtrArray *mentions)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree Shared *shared = g_new0 (Shared, mentions->len + 1);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));
  Index index;

  index_init (&index, reader, mentions);
  for (guint i = 0; i < mentions->len; i++)
    g_ptr_array_add (links, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < mentions->len; i++)
    link_earlier (&index, i, shared, touched, links);
  index_clear (&index);

  return links;
}
