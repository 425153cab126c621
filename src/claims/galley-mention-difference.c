/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-mention-difference.h"

/* What differs are the words outside of the longest row of words that both mentions have in the
 * same order. What kind of difference that is, galley-difference.h says, as it does for two drafts
 * of a claim. Of all that differs one thing is named, the gravest: it is reason enough that a
 * verdict on one mention is none on the other. */

/* Goes with a number in digits or one that is written out in their place. */
#define FIGURE (1 << 16)

/* From the gravest on: punctuation is none. Of what counts as a number, figures are named first:
 * “40” rather than “last week”. */
static const GalleyDifference order[] = {
  GALLEY_DIFFERENCE_NEGATION,  FIGURE,
  GALLEY_DIFFERENCE_HEDGE,     GALLEY_DIFFERENCE_MODAL,
  GALLEY_DIFFERENCE_NAME,      GALLEY_DIFFERENCE_NUMBER,
  GALLEY_DIFFERENCE_QUOTATION, GALLEY_DIFFERENCE_WORDS,
};

/* A word of one of two mentions that makes a difference. */
typedef struct
{
  guint index; /* in the draft */
  guint form;
  guint change; /* of GalleyDifference, and FIGURE */
} Change;

typedef struct
{
  GalleyMentionReader *reader;
  GArray *changes[2]; /* (element-type Change), in the order of the text */
} Comparison;

static const GalleyMentionWord *
get_word (const GArray *words, guint i)
{
  return &g_array_index (words, GalleyMentionWord, i);
}

static gboolean
is_quoted (GalleyMentionReader *reader, const GalleyMentionWord *word)
{
  return reader->draft->words[word->index].is_quoted;
}

static void
add_change (Comparison *comparison, guint side, const GalleyMentionWord *word, guint change)
{
  Change added = { word->index, word->form, change };

  if ((change & GALLEY_DIFFERENCE_NUMBER) != 0 &&
      galley_mention_reader_is_figure (comparison->reader, word->form))
    added.change |= FIGURE;
  g_array_append_val (comparison->changes[side], added);
}

static void
add_word_change (Comparison *comparison, guint side, const GalleyMentionWord *word)
{
  GalleyMentionReader *reader = comparison->reader;

  add_change (comparison, side, word,
              galley_draft_words_get_difference (reader->draft, reader->vocabulary, word->index) &
                  ~GALLEY_DIFFERENCE_REACHING);
}

static GalleyDifference
compare_signs (GalleyMentionReader *reader, guint first, guint second)
{
  GalleyDifference change;

  if (first == second)
    return GALLEY_DIFFERENCE_NONE;

  change = (galley_mention_reader_get_signs_difference (reader, first) |
            galley_mention_reader_get_signs_difference (reader, second)) &
           ~GALLEY_DIFFERENCE_PUNCTUATION;
  return change != GALLEY_DIFFERENCE_NONE ? change : GALLEY_DIFFERENCE_QUOTATION;
}

/* Two words with the same form. */
static void
compare_pair (Comparison *comparison,
              const GalleyMentionWord *first,
              const GalleyMentionWord *second)
{
  GalleyDifference change = compare_signs (comparison->reader, first->signs, second->signs);

  if (is_quoted (comparison->reader, first) != is_quoted (comparison->reader, second))
    change |= GALLEY_DIFFERENCE_QUOTATION;
  if (change != GALLEY_DIFFERENCE_NONE)
    {
      add_change (comparison, 0, first, change);
      add_change (comparison, 1, second, change);
    }
}

/* The lengths of the longest common rows of what is left from each two words on. */
static guint16 *
measure_rows (const GArray *first, const GArray *second)
{
  guint width = second->len + 1;
  guint16 *lengths = g_new0 (guint16, (first->len + 1) * width);

  for (guint i = first->len; i-- > 0;)
    for (guint j = second->len; j-- > 0;)
      lengths[i * width + j] = get_word (first, i)->form == get_word (second, j)->form
                                   ? lengths[(i + 1) * width + j + 1] + 1
                                   : MAX (lengths[(i + 1) * width + j], lengths[i * width + j + 1]);

  return lengths;
}

static void
compare_words (Comparison *comparison, const GArray *first, const GArray *second)
{
  g_autofree guint16 *lengths = measure_rows (first, second);
  guint width = second->len + 1, i = 0, j = 0;

  while (i < first->len && j < second->len)
    if (get_word (first, i)->form == get_word (second, j)->form)
      compare_pair (comparison, get_word (first, i++), get_word (second, j++));
    else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
      add_word_change (comparison, 0, get_word (first, i++));
    else
      add_word_change (comparison, 1, get_word (second, j++));
  while (i < first->len)
    add_word_change (comparison, 0, get_word (first, i++));
  while (j < second->len)
    add_word_change (comparison, 1, get_word (second, j++));
}

static void
compare_ends (Comparison *comparison, const GalleyMention *first, const GalleyMention *second)
{
  GalleyDifference change = compare_signs (comparison->reader, first->signs, second->signs);

  if (change == GALLEY_DIFFERENCE_NONE)
    return;
  add_change (comparison, 0, get_word (first->words, first->words->len - 1), change);
  add_change (comparison, 1, get_word (second->words, second->words->len - 1), change);
}

/* What is about all of a sentence has to be in that of the other as well. */
static void
compare_reaching (Comparison *comparison, const GArray *first, const GArray *second)
{
  g_autofree guint16 *lengths = measure_rows (first, second);

  if (lengths[0] != first->len || lengths[0] != second->len)
    compare_words (comparison, first, second);
}

/* The nearest words, up to the first that differ. */
static void
compare_beside (Comparison *comparison, const GArray *first, const GArray *second)
{
  guint i = 0;

  while (i < MIN (first->len, second->len) &&
         get_word (first, i)->form == get_word (second, i)->form)
    i++;
  if (i < first->len)
    add_word_change (comparison, 0, get_word (first, i));
  if (i < second->len)
    add_word_change (comparison, 1, get_word (second, i));
}

/* What is about all of a sentence is so for what it denies or how certain it is, and not for the
 * capital that it has in a heading. */
static void
keep_reach (Comparison *comparison)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < comparison->changes[side]->len; i++)
      g_array_index (comparison->changes[side], Change, i).change &=
          GALLEY_DIFFERENCE_NEGATION | GALLEY_DIFFERENCE_HEDGE;
}

static guint
sum_changes (const Comparison *comparison)
{
  guint sum = GALLEY_DIFFERENCE_NONE;

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < comparison->changes[side]->len; i++)
      sum |= g_array_index (comparison->changes[side], Change, i).change;

  return sum;
}

/* The characters of the first words in a row that make up @gravest. */
static GalleyRange
find_words (const Comparison *comparison, guint side, guint gravest)
{
  const GArray *changes = comparison->changes[side];
  const GalleyDraftWord *words = comparison->reader->draft->words;
  GalleyRange range = { 0, 0 };
  guint i = 0, last;

  while (i < changes->len && (g_array_index (changes, Change, i).change & gravest) == 0)
    i++;
  if (i == changes->len)
    return range;

  last = g_array_index (changes, Change, i).index;
  range = words[last].range;
  while (++i < changes->len && g_array_index (changes, Change, i).index == last + 1 &&
         (g_array_index (changes, Change, i).change & gravest) != 0)
    range.end = words[++last].range.end;

  return range;
}

static void
name_gravest (const Comparison *comparison, GalleyMentionDifference *difference)
{
  guint sum = sum_changes (comparison), i = 0;

  while ((sum & order[i]) == 0)
    i++;
  difference->changes = sum & ~FIGURE;
  difference->gravest = order[i] == FIGURE ? GALLEY_DIFFERENCE_NUMBER : order[i];
  difference->first = find_words (comparison, 0, order[i]);
  difference->second = find_words (comparison, 1, order[i]);
}

static int
compare_forms (gconstpointer a, gconstpointer b)
{
  const Change *first = a, *second = b;

  return first->form < second->form ? -1 : first->form > second->form;
}

/* Whether nothing but the order of the words differs. Sorts the changes. */
static gboolean
is_reordered (Comparison *comparison)
{
  GArray *first = comparison->changes[0], *second = comparison->changes[1];

  if (first->len != second->len)
    return FALSE;

  g_array_sort (first, compare_forms);
  g_array_sort (second, compare_forms);
  for (guint i = 0; i < first->len; i++)
    if (compare_forms (&g_array_index (first, Change, i), &g_array_index (second, Change, i)) != 0)
      return FALSE;

  return TRUE;
}

static void
clear (Comparison *comparison)
{
  for (guint side = 0; side < 2; side++)
    g_array_set_size (comparison->changes[side], 0);
}

/* Compares what is beside mentions with the same words. */
static void
compare_surroundings (Comparison *comparison,
                      const GalleyMention *first,
                      const GalleyMention *second)
{
  compare_reaching (comparison, first->reaching, second->reaching);
  keep_reach (comparison);
  if (sum_changes (comparison) != GALLEY_DIFFERENCE_NONE)
    return;

  clear (comparison);
  compare_beside (comparison, first->before, second->before);
  if (sum_changes (comparison) == GALLEY_DIFFERENCE_NONE)
    compare_beside (comparison, first->behind, second->behind);
}

/**
 * galley_mention_compare:
 * @reader: what read both mentions
 * @first: a mention
 * @second: another one
 * @out_difference: (out): in what they differ
 *
 * Compares two mentions. What stands beside them is looked at only if they are the same.
 */
void
galley_mention_compare (GalleyMentionReader *reader,
                        const GalleyMention *first,
                        const GalleyMention *second,
                        GalleyMentionDifference *out_difference)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (Change));
  g_autoptr (GArray) other = g_array_new (FALSE, FALSE, sizeof (Change));
  Comparison comparison = { reader, { own, other } };

  *out_difference = (GalleyMentionDifference){ GALLEY_DIFFERENCE_NONE };
  compare_words (&comparison, first->words, second->words);
  compare_ends (&comparison, first, second);
  if (sum_changes (&comparison) == GALLEY_DIFFERENCE_NONE)
    {
      compare_surroundings (&comparison, first, second);
      out_difference->is_beside = sum_changes (&comparison) != GALLEY_DIFFERENCE_NONE;
    }
  if (sum_changes (&comparison) == GALLEY_DIFFERENCE_NONE)
    {
      out_difference->is_vague = first->is_vague;
      out_difference->first = first->pointer;
      return;
    }

  name_gravest (&comparison, out_difference);
  out_difference->is_reordered = is_reordered (&comparison);
}

static void
append_forms (GString *key, const GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (key, "%u ", get_word (words, i)->form);
  g_string_append_c (key, '|');
}

/**
 * galley_mention_make_key:
 * @reader: what read the mention
 *
 * Returns: (transfer full): the same for all mentions between which there is no difference
 */
char *
galley_mention_make_key (GalleyMentionReader *reader, const GalleyMention *mention)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < mention->words->len; i++)
    {
      const GalleyMentionWord *word = get_word (mention->words, i);

      g_string_append_printf (key, "%u", word->form);
      if (word->signs != 0)
        g_string_append_printf (key, "/%u", word->signs);
      g_string_append_c (key, is_quoted (reader, word) ? '"' : ' ');
    }
  g_string_append_printf (key, "/%u|", mention->signs);
  append_forms (key, mention->before);
  append_forms (key, mention->behind);
  append_forms (key, mention->reaching);

  return g_string_free (key, FALSE);
}
