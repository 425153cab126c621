/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-mention.h"

#include "galley-fold.h"
#include "galley-icu.h"
#include "galley-mention-words.h"

#include <string.h>

/* A capital letter at the start of a claim says nothing, unless the word has one wherever it stands
 * in any of the claims. */

typedef struct
{
  UBreakIterator *breaker;
  GHashTable *small_words; /* folded words that are somewhere written with a small letter */
} Reader;

typedef void (*WordFunc) (Reader *reader, const char *word, const char *folded, gpointer data);

static void
mention_free (gpointer data)
{
  GalleyMention *self = data;

  for (guint i = 0; i < GALLEY_N_MENTION_PARTS; i++)
    g_ptr_array_unref (self->parts[i]);
  g_free (self);
}

static void
for_each_word (Reader *reader, const char *text, WordFunc func, gpointer data)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *input = galley_icu.utext_openUTF8 (NULL, text, -1, &status);
  int32_t start = 0, end;

  galley_icu.ubrk_setUText (reader->breaker, input, &status);
  while (U_SUCCESS (status) && (end = galley_icu.ubrk_next (reader->breaker)) != UBRK_DONE)
    {
      if (galley_icu.ubrk_getRuleStatus (reader->breaker) >= UBRK_WORD_NONE_LIMIT)
        {
          g_autofree char *word = g_strndup (text + start, end - start);
          g_autofree char *folded = galley_fold (word);

          func (reader, word, folded, data);
        }
      start = end;
    }
  galley_icu.utext_close (input);
}

static void
note_small_word (Reader *reader, const char *word, const char *folded, gpointer data)
{
  if (g_unichar_islower (g_utf8_get_char (word)))
    g_hash_table_add (reader->small_words, g_strdup (folded));
}

static void
add_word (Reader *reader, const char *word, const char *folded, gpointer data)
{
  GalleyMention *mention = data;
  g_autofree char *number = galley_mention_word_to_number (folded);
  GalleyMentionPart part;

  if (number != NULL)
    g_ptr_array_add (mention->parts[GALLEY_MENTION_NUMBERS], g_steal_pointer (&number));
  else if (galley_mention_word_classify (folded, &part))
    g_ptr_array_add (mention->parts[part], galley_mention_word_stem (folded));
  else if (!galley_mention_word_is_empty (folded))
    {
      if (g_unichar_isupper (g_utf8_get_char (word)) &&
          !g_hash_table_contains (reader->small_words, folded))
        g_ptr_array_add (mention->parts[GALLEY_MENTION_NAMES], g_strdup (folded));
      g_ptr_array_add (mention->parts[GALLEY_MENTION_CONTENT], galley_mention_word_stem (folded));
    }
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Sorts words and leaves one of each. */
static GPtrArray *
make_set (GPtrArray *words)
{
  GPtrArray *set = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (set->len == 0 || !g_str_equal (word, g_ptr_array_index (set, set->len - 1)))
        g_ptr_array_add (set, g_strdup (word));
    }

  g_ptr_array_unref (words);
  return set;
}

static GalleyMention *
read_mention (Reader *reader, const char *text)
{
  GalleyMention *mention = g_new0 (GalleyMention, 1);

  for (guint i = 0; i < GALLEY_N_MENTION_PARTS; i++)
    mention->parts[i] = g_ptr_array_new_with_free_func (g_free);
  for_each_word (reader, text, add_word, mention);
  for (guint i = 0; i < GALLEY_N_MENTION_PARTS; i++)
    mention->parts[i] = make_set (mention->parts[i]);

  return mention;
}

/**
 * galley_mentions_new:
 * @texts: (array length=n_texts): the words of the claims of an article, UTF-8
 *
 * Returns: (transfer full) (element-type GalleyMention): what each of them is made of
 */
GPtrArray *
galley_mentions_new (const char *const *texts, guint n_texts)
{
  GPtrArray *mentions = g_ptr_array_new_with_free_func (mention_free);
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr (GHashTable) small_words =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, /* value_destroy_func= */ NULL);
  Reader reader = { .small_words = small_words };

  galley_icu_load ();
  reader.breaker = galley_icu.ubrk_open (UBRK_WORD, "", NULL, 0, &status);
  for (guint i = 0; i < n_texts; i++)
    for_each_word (&reader, texts[i], note_small_word, /* data= */ NULL);
  for (guint i = 0; i < n_texts; i++)
    g_ptr_array_add (mentions, read_mention (&reader, texts[i]));
  galley_icu.ubrk_close (reader.breaker);

  return mentions;
}
