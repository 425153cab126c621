/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-mention.h"

#include "galley-mention-words.h"
#include "galley-typography.h"

#include <string.h>

/* Two mentions say the same if their words are the same one by one, but for typesetting, articles
 * and how numbers are written; if the signs between them that count are; and if nothing about their
 * sentences makes another statement of one of them: “killed 11 people” is something else behind
 * “reportedly”, and behind the name of somebody else.
 *
 * A capital letter at the start of a sentence says nothing of a word that the article has without
 * one. */

/* Longer words are nothing that an article says again. */
#define MAX_WORDS 400

/* Fewer words, with those beside them, say hardly anything; and fewer than so many in a row could
 * be there by chance, so that what the first points back to counts. */
#define MIN_WORDS 3
#define LONG_ROW 8

/* No further than this is looked in a sentence without end. */
#define MAX_SENTENCE 200

/* The number of the form of articles, which are left out. */
#define NO_FORM G_MAXUINT

#define COUNTED (GALLEY_DIFFERENCE_NUMBER | GALLEY_DIFFERENCE_QUOTATION | GALLEY_DIFFERENCE_HEDGE)

static GArray *
new_words (void)
{
  return g_array_new (FALSE, FALSE, sizeof (GalleyMentionWord));
}

void
galley_mention_free (GalleyMention *self)
{
  g_array_unref (self->words);
  g_array_unref (self->before);
  g_array_unref (self->behind);
  g_array_unref (self->reaching);
  g_free (self);
}

static guint
number (GalleyMentionReader *self, const char *text)
{
  gpointer found = g_hash_table_lookup (self->numbers, text);

  if (found == NULL)
    {
      char *own = g_strdup (text);

      g_ptr_array_add (self->texts, own);
      found = GUINT_TO_POINTER (self->texts->len);
      g_hash_table_insert (self->numbers, own, found);
    }

  return GPOINTER_TO_UINT (found);
}

/**
 * galley_mention_reader_dup_word:
 * @index: a word of the draft
 *
 * Returns: (transfer full): the word without its typesetting
 */
char *
galley_mention_reader_dup_word (GalleyMentionReader *self, guint index)
{
  g_autofree char *raw = galley_text_slice (self->draft->text, self->draft->words[index].range);
  GString *plain = g_string_new (NULL);

  galley_typography_append_word (plain, raw, strlen (raw));
  return g_string_free (plain, FALSE);
}

/* The word without the capital that it has only because a sentence begins. */
static char *
dup_lower_first (GalleyMentionReader *self, guint index)
{
  g_autofree char *plain = galley_mention_reader_dup_word (self, index);
  GString *lower = g_string_new (NULL);

  if (*plain != '\0')
    {
      g_string_append_unichar (lower, g_unichar_tolower (g_utf8_get_char (plain)));
      g_string_append (lower, g_utf8_next_char (plain));
    }
  return g_string_free (lower, FALSE);
}

static guint
make_form (GalleyMentionReader *self, guint index, gboolean is_first)
{
  g_autofree char *plain =
      is_first ? dup_lower_first (self, index) : galley_mention_reader_dup_word (self, index);
  g_autofree char *form = NULL;

  if (galley_mention_word_is_article (plain))
    return NO_FORM;

  form = galley_mention_word_to_form (plain);
  return number (self, form);
}

static guint
get_form (GalleyMentionReader *self, guint index)
{
  const GalleyDraftWord *word = &self->draft->words[index];
  gboolean is_first = galley_draft_words_begins_sentence (self->draft, index) &&
                      galley_vocabulary_has_small (self->vocabulary, word->key);
  guint *form = &(is_first ? self->first_forms : self->forms)[word->word];

  if (*form == 0)
    *form = make_form (self, index, is_first);

  return *form;
}

/* Adds the signs of @gap that count. What joins two words is no minus. */
static void
append_signs (GString *signs, const char *gap, gboolean is_before_digit)
{
  for (const char *p = gap; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *sign = g_strndup (p, g_utf8_next_char (p) - p);

      if ((galley_difference_of_gap (sign) & COUNTED) != 0 && (*p != '-' || is_before_digit))
        g_string_append (signs, sign);
    }
}

static gboolean
begins_with_digit (GalleyMentionReader *self, guint index)
{
  g_autofree char *plain = NULL;

  if (index == self->draft->n_words)
    return FALSE;

  plain = galley_mention_reader_dup_word (self, index);
  return g_unichar_isdigit (g_utf8_get_char (plain));
}

static gboolean
has_signs (GalleyMentionReader *self, guint index)
{
  guint gap = self->draft->words[index].gap;

  return (galley_vocabulary_get_gap_difference (self->vocabulary, gap) & COUNTED) != 0;
}

/* The signs from behind word @from - 1 up to word @to. */
static guint
get_signs (GalleyMentionReader *self, guint from, guint to)
{
  g_autoptr (GString) signs = NULL;

  for (guint i = from; i <= to; i++)
    if (has_signs (self, i))
      {
        if (signs == NULL)
          signs = g_string_new (NULL);
        append_signs (signs,
                      galley_vocabulary_get_gap (self->vocabulary, self->draft->words[i].gap),
                      begins_with_digit (self, i));
      }

  return signs != NULL && signs->len > 0 ? number (self, signs->str) : 0;
}

/* The signs of the gap before word @index that touch it, or those that touch the word before it.
 * Of quotation marks is known which words stand between them. */
static guint
get_outer_signs (GalleyMentionReader *self, guint index, gboolean is_behind)
{
  g_autoptr (GString) signs = g_string_new (NULL);
  g_autofree char *touching = NULL;
  const char *gap, *space;

  if (!has_signs (self, index))
    return 0;

  gap = galley_vocabulary_get_gap (self->vocabulary, self->draft->words[index].gap);
  space = is_behind ? strchr (gap, ' ') : strrchr (gap, ' ');
  if (is_behind)
    touching = space != NULL ? g_strndup (gap, space - gap) : g_strdup (gap);
  else
    touching = g_strdup (space != NULL ? space + 1 : gap);
  g_strdelimit (touching, "\"'", ' ');
  append_signs (signs, touching, !is_behind && begins_with_digit (self, index));

  return signs->len > 0 ? number (self, signs->str) : 0;
}

/**
 * galley_mention_reader_is_figure:
 * @form: of a word of a mention
 *
 * Returns: whether it is a number in digits, or one that is written out in their place
 */
gboolean
galley_mention_reader_is_figure (GalleyMentionReader *self, guint form)
{
  const char *text = g_ptr_array_index (self->texts, form - 1);

  return g_unichar_isdigit (g_utf8_get_char (text));
}

/**
 * galley_mention_reader_get_signs_difference:
 * @signs: number of signs of a mention, or 0
 *
 * Returns: what it means that they are in one mention and not in another
 */
GalleyDifference
galley_mention_reader_get_signs_difference (GalleyMentionReader *self, guint signs)
{
  return signs != 0 ? galley_difference_of_gap (g_ptr_array_index (self->texts, signs - 1))
                    : GALLEY_DIFFERENCE_NONE;
}

static void
add_word (GalleyMentionReader *self, GArray *words, guint index, guint signs)
{
  GalleyMentionWord word = { index, get_form (self, index), signs };

  if (word.form != NO_FORM)
    g_array_append_val (words, word);
}

static void
read_words (GalleyMentionReader *self, GalleyMention *mention, GalleyRange words)
{
  guint from = words.start;

  for (guint i = words.start; i < words.end; i++)
    {
      guint n_words = mention->words->len;
      guint signs = from > words.start ? get_signs (self, from, i)
                                       : get_outer_signs (self, i, /* is_behind= */ FALSE);

      add_word (self, mention->words, i, signs);
      if (mention->words->len > n_words)
        from = i + 1;
    }
  mention->signs = get_outer_signs (self, words.end, /* is_behind= */ TRUE);
}

/* Whether a part of the sentence ends before word @index. */
static gboolean
parts_sentence (GalleyMentionReader *self, guint index)
{
  return strchr (galley_vocabulary_get_gap (self->vocabulary, self->draft->words[index].gap),
                 ';') != NULL;
}

static void
read_before (GalleyMentionReader *self, GalleyMention *mention, guint first)
{
  guint start = galley_draft_words_get_sentence (self->draft, first).start;

  for (guint i = first; i > start && mention->before->len < GALLEY_MENTION_N_BESIDE; i--)
    {
      if (parts_sentence (self, i))
        return;
      add_word (self, mention->before, i - 1, /* signs= */ 0);
    }
}

static void
read_behind (GalleyMentionReader *self, GalleyMention *mention, guint last)
{
  guint end = galley_draft_words_get_sentence (self->draft, last).end;

  for (guint i = last + 1; i < end && mention->behind->len < GALLEY_MENTION_N_BESIDE; i++)
    {
      if (parts_sentence (self, i))
        return;
      add_word (self, mention->behind, i, /* signs= */ 0);
    }
}

static void
read_reaching (GalleyMentionReader *self, GalleyMention *mention, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if ((galley_draft_words_get_difference (self->draft, self->vocabulary, i) &
         GALLEY_DIFFERENCE_REACHING) != 0)
      add_word (self, mention->reaching, i, /* signs= */ 0);
}

/* A heading can be about all that stands below it: “Unconfirmed”. */
static void
read_heading (GalleyMentionReader *self, GalleyMention *mention)
{
  gint block = galley_document_find_block (self->document, mention->range.start);
  gint heading = block >= 0 ? self->headings[block] : -1;
  GalleyRange words;
  guint n_blocks;

  if (heading < 0 || heading == block)
    return;

  words = galley_draft_words_cover (
      self->draft, galley_document_get_blocks (self->document, &n_blocks)[heading].range);
  read_reaching (self, mention, words.start, MIN (words.end, words.start + MAX_SENTENCE));
}

static void
read_sentence (GalleyMentionReader *self, GalleyMention *mention, GalleyRange words)
{
  GalleyRange first = galley_draft_words_get_sentence (self->draft, words.start);
  GalleyRange last = galley_draft_words_get_sentence (self->draft, words.end - 1);

  read_before (self, mention, words.start);
  read_behind (self, mention, words.end - 1);
  read_reaching (self, mention, MAX (first.start, words.start - MIN (words.start, MAX_SENTENCE)),
                 words.start);
  read_reaching (self, mention, words.end, MIN (last.end, words.end + MAX_SENTENCE));
  read_heading (self, mention);
}

static void
judge_vagueness (GalleyMentionReader *self, GalleyMention *mention, guint first)
{
  guint n_words = mention->words->len + mention->before->len + mention->behind->len;
  g_autofree char *plain = dup_lower_first (self, first);

  if (n_words < LONG_ROW && mention->before->len == 0 && galley_mention_word_points_back (plain))
    mention->pointer = self->draft->words[first].range;
  mention->is_vague = n_words < MIN_WORDS || mention->pointer.start < mention->pointer.end;
}

/* The heading that each block stands under, or -1. */
static gint *
find_headings (GalleyDocument *document)
{
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);
  gint *headings = g_new (gint, n_blocks + 1);

  for (guint i = 0; i < n_blocks; i++)
    if (blocks[i].role == GALLEY_BLOCK_HEADING)
      headings[i] = i;
    else
      headings[i] = i > 0 ? headings[i - 1] : -1;

  return headings;
}

/**
 * galley_mention_reader_new:
 * @document: an article
 *
 * Returns: (transfer full): a reader of its mentions
 */
GalleyMentionReader *
galley_mention_reader_new (GalleyDocument *document)
{
  GalleyMentionReader *self = g_new0 (GalleyMentionReader, 1);
  guint n_words;

  self->document = g_object_ref (document);
  self->headings = find_headings (document);
  self->vocabulary = galley_vocabulary_new ();
  self->draft = galley_draft_words_new (document, self->vocabulary);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  n_words = galley_vocabulary_get_n_words (self->vocabulary);
  self->forms = g_new0 (guint, n_words + 1);
  self->first_forms = g_new0 (guint, n_words + 1);

  return self;
}

void
galley_mention_reader_free (GalleyMentionReader *self)
{
  g_object_unref (self->document);
  g_free (self->headings);
  galley_draft_words_free (self->draft);
  galley_vocabulary_free (self->vocabulary);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->texts);
  g_free (self->forms);
  g_free (self->first_forms);
  g_free (self);
}

/**
 * galley_mention_reader_read:
 * @range: words of the article
 *
 * Returns: (transfer full) (nullable): what they are made of; %NULL if there are no words but
 *   articles, or too many to be something that is said again
 */
GalleyMention *
galley_mention_reader_read (GalleyMentionReader *self, GalleyRange range)
{
  GalleyRange words = galley_draft_words_cover (self->draft, range);
  g_autoptr (GalleyMention) mention = NULL;

  if (words.start == words.end || words.end - words.start > MAX_WORDS)
    return NULL;

  mention = g_new0 (GalleyMention, 1);
  mention->range = range;
  mention->words = new_words ();
  mention->before = new_words ();
  mention->behind = new_words ();
  mention->reaching = new_words ();
  read_words (self, mention, words);
  if (mention->words->len == 0)
    return NULL;

  read_sentence (self, mention, words);
  judge_vagueness (self, mention, words.start);
  return g_steal_pointer (&mention);
}
