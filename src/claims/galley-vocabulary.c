/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-vocabulary.h"

#include "galley-fold.h"
#include "galley-typography.h"

/* What is known of the words with one key. */
typedef struct
{
  guint n;            /* how often they occur */
  gboolean has_small; /* whether one of them is written without a capital */
} Key;

struct _GalleyVocabulary
{
  GStringChunk *strings;
  GString *plain; /* of the word or gap that is being added */
  guint n_total;

  GHashTable *word_numbers; /* plain form to number + 1 */
  GArray *words;            /* (element-type GalleyVocabularyWord) */
  GHashTable *key_numbers;  /* folded form to number + 1 */
  GArray *keys;             /* (element-type Key) */
  GHashTable *gap_numbers;  /* plain form to number + 1 */
  GPtrArray *gaps;          /* (element-type utf8) */
  GArray *gap_changes;      /* (element-type GalleyDifference) */
};

GalleyVocabulary *
galley_vocabulary_new (void)
{
  GalleyVocabulary *self = g_new0 (GalleyVocabulary, 1);

  self->strings = g_string_chunk_new (16384);
  self->plain = g_string_new (NULL);
  self->word_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_array_new (FALSE, FALSE, sizeof (GalleyVocabularyWord));
  self->key_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->keys = g_array_new (FALSE, TRUE, sizeof (Key));
  self->gap_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->gaps = g_ptr_array_new ();
  self->gap_changes = g_array_new (FALSE, FALSE, sizeof (GalleyDifference));

  return self;
}

void
galley_vocabulary_free (GalleyVocabulary *self)
{
  g_hash_table_unref (self->word_numbers);
  g_array_unref (self->words);
  g_hash_table_unref (self->key_numbers);
  g_array_unref (self->keys);
  g_hash_table_unref (self->gap_numbers);
  g_ptr_array_unref (self->gaps);
  g_array_unref (self->gap_changes);
  g_string_free (self->plain, TRUE);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* The number of @text in @numbers, where it becomes @next if it is new. */
static guint
number (GalleyVocabulary *self, GHashTable *numbers, const char *text, guint next)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, text));

  if (found > 0)
    return found - 1;

  g_hash_table_insert (numbers, g_string_chunk_insert (self->strings, text),
                       GUINT_TO_POINTER (next + 1));
  return next;
}

static void
describe_word (GalleyVocabulary *self, const char *plain)
{
  g_autofree char *folded = galley_fold (plain);
  GalleyVocabularyWord word;

  /* Of a word that is nothing but marks, folding leaves nothing. */
  word.key = number (self, self->key_numbers, *folded != '\0' ? folded : plain, self->keys->len);
  word.change = galley_difference_of_word (plain, folded);
  word.is_common = galley_difference_is_common (folded);
  if (word.is_common)
    word.change &= ~GALLEY_DIFFERENCE_NAME;
  if (word.change == GALLEY_DIFFERENCE_NONE)
    word.change = GALLEY_DIFFERENCE_WORDS;
  if (word.key == self->keys->len)
    g_array_set_size (self->keys, self->keys->len + 1);
  g_array_append_val (self->words, word);
}

/**
 * galley_vocabulary_add_word:
 * @utf8: a word
 *
 * Returns: the number of that word
 */
guint
galley_vocabulary_add_word (GalleyVocabulary *self, const char *utf8, gsize length_bytes)
{
  guint word;

  g_string_truncate (self->plain, 0);
  galley_typography_append_word (self->plain, utf8, length_bytes);
  word = number (self, self->word_numbers, self->plain->str, self->words->len);
  if (word == self->words->len)
    describe_word (self, self->plain->str);

  return word;
}

/**
 * galley_vocabulary_add_gap:
 * @utf8: what stands between two words
 *
 * Returns: the number of those signs
 */
guint
galley_vocabulary_add_gap (GalleyVocabulary *self, const char *utf8, gsize length_bytes)
{
  guint gap;

  g_string_truncate (self->plain, 0);
  galley_typography_append_gap (self->plain, utf8, length_bytes);
  gap = number (self, self->gap_numbers, self->plain->str, self->gaps->len);
  if (gap == self->gaps->len)
    {
      GalleyDifference change = galley_difference_of_gap (self->plain->str);

      g_ptr_array_add (self->gaps, g_string_chunk_insert (self->strings, self->plain->str));
      g_array_append_val (self->gap_changes, change);
    }

  return gap;
}

/**
 * galley_vocabulary_count:
 * @word: number of a word that occurs once more
 */
void
galley_vocabulary_count (GalleyVocabulary *self, guint word)
{
  const GalleyVocabularyWord *known = galley_vocabulary_get_word (self, word);
  Key *key = &g_array_index (self->keys, Key, known->key);

  key->n++;
  key->has_small |= (known->change & GALLEY_DIFFERENCE_NAME) == 0;
  self->n_total++;
}

/**
 * galley_vocabulary_get_word:
 *
 * Returns: (transfer none): what is known of a word, valid until another one is added
 */
const GalleyVocabularyWord *
galley_vocabulary_get_word (GalleyVocabulary *self, guint word)
{
  return &g_array_index (self->words, GalleyVocabularyWord, word);
}

GalleyDifference
galley_vocabulary_get_gap_difference (GalleyVocabulary *self, guint gap)
{
  return g_array_index (self->gap_changes, GalleyDifference, gap);
}

/**
 * galley_vocabulary_get_gap:
 *
 * Returns: (transfer none): the plain form of what stands between two words
 */
const char *
galley_vocabulary_get_gap (GalleyVocabulary *self, guint gap)
{
  return g_ptr_array_index (self->gaps, gap);
}

guint
galley_vocabulary_get_n_words (GalleyVocabulary *self)
{
  return self->words->len;
}

guint
galley_vocabulary_get_n_keys (GalleyVocabulary *self)
{
  return self->keys->len;
}

/**
 * galley_vocabulary_has_small:
 *
 * Returns: whether a word with this key occurs without a capital, so that its capital at the start
 *   of a sentence makes it no name
 */
gboolean
galley_vocabulary_has_small (GalleyVocabulary *self, guint key)
{
  return g_array_index (self->keys, Key, key).has_small;
}

/* The logarithm of @x to base 2, with straight lines between the powers of 2. */
static float
get_logarithm (guint x)
{
  guint whole = g_bit_storage (x) - 1;

  return whole + (double) x / (1u << whole) - 1;
}

/**
 * galley_vocabulary_weigh:
 *
 * Weighs words by how much they tell about the place where they stand: the rarer, the more.
 *
 * Returns: (transfer full): the weight of each key
 */
float *
galley_vocabulary_weigh (GalleyVocabulary *self)
{
  float *weights = g_new (float, self->keys->len + 1);

  for (guint i = 0; i < self->keys->len; i++)
    weights[i] = get_logarithm (1 + self->n_total / MAX (1, g_array_index (self->keys, Key, i).n));

  return weights;
}
