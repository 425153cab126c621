/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-draft-words.h"

#include "galley-sentences.h"
#include "galley-text-words.h"

#include <string.h>

/* Moves @p, which is at character @from, to character @to behind it. */
static const char *
skip (const char *p, guint from, guint to)
{
  while (from < to && (guchar) *p < 0x80)
    p++, from++;
  return from < to ? g_utf8_offset_to_pointer (p, to - from) : p;
}

static void
number_words (GalleyDraftWords *self, const GArray *found, GalleyVocabulary *vocabulary)
{
  gsize length_bytes;
  const char *p = galley_text_peek_utf8 (self->text, &length_bytes), *end = p + length_bytes;
  guint at = 0;

  for (guint i = 0; i < found->len; i++)
    {
      GalleyRange range = g_array_index (found, GalleyRange, i);
      const char *start = skip (p, at, range.start);
      const char *stop = skip (start, range.start, range.end);
      GalleyDraftWord *word = &self->words[i];

      word->range = range;
      word->gap = galley_vocabulary_add_gap (vocabulary, p, start - p);
      word->word = galley_vocabulary_add_word (vocabulary, start, stop - start);
      word->key = galley_vocabulary_get_word (vocabulary, word->word)->key;
      galley_vocabulary_count (vocabulary, word->word);
      p = stop;
      at = range.end;
    }

  self->words[found->len].gap = galley_vocabulary_add_gap (vocabulary, p, end - p);
  self->words[found->len].range.start = galley_text_get_length (self->text);
  self->words[found->len].range.end = galley_text_get_length (self->text);
}

static void
close_sentence (GalleyDraftWords *self, GArray *sentences, guint start, guint end)
{
  GalleyRange sentence = { start, end };

  if (start == end)
    return;

  for (guint i = start; i < end; i++)
    self->words[i].sentence = sentences->len;
  g_array_append_val (sentences, sentence);
}

/* Gives each word its sentence. Words between two sentences, such as the sign of a list item, make
 * one of their own. */
static void
find_sentences (GalleyDraftWords *self, GalleyDocument *document)
{
  g_autoptr (GArray) ranges = galley_document_find_sentences (document);
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  guint at = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      GalleyRange range = g_array_index (ranges, GalleyRange, i);
      guint start = at;

      while (at < self->n_words && self->words[at].range.start < range.start)
        at++;
      close_sentence (self, sentences, start, at);
      start = at;
      while (at < self->n_words && self->words[at].range.start < range.end)
        at++;
      close_sentence (self, sentences, start, at);
    }
  close_sentence (self, sentences, at, self->n_words);

  self->n_sentences = sentences->len;
  self->sentences = (GalleyRange *) (gpointer) g_array_free (sentences, FALSE);
}

static void
find_blocks (GalleyDraftWords *self, GalleyDocument *document)
{
  guint n_blocks, at = 0;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  self->blocks = g_new (GalleyRange, n_blocks + 1);
  for (guint i = 0; i < n_blocks; i++)
    {
      GalleyRange *block = &self->blocks[self->n_blocks];

      while (at < self->n_words && self->words[at].range.start < blocks[i].range.start)
        at++;
      block->start = at;
      while (at < self->n_words && self->words[at].range.start < blocks[i].range.end)
        at++;
      block->end = at;
      self->n_blocks += block->start < block->end;
    }
}

/* Whether the last double quotation mark of @gap opens a quotation; 1 if it does, 0 if it closes
 * one, -1 if there is none. A mark opens if nothing or a space is before it, and closes elsewhere:
 * 5" opens nothing. */
static int
get_quotation (const char *gap)
{
  const char *mark = strrchr (gap, '"');

  if (mark == NULL)
    return -1;
  if (mark[1] != '\0' && strchr (" .,;:!?)", mark[1]) != NULL)
    return 0;
  return mark == gap ? mark[1] == '\0' : strchr (" ([—-", mark[-1]) != NULL || mark[-1] < 0;
}

/* Whether a line is blank in the gap before a word. Blocks do not tell as much: where they begin
 * depends on how the lines of a draft are wrapped. */
static gboolean
has_blank_line (GalleyDraftWords *self, guint index)
{
  gsize start = index > 0 ? galley_text_to_bytes (self->text, self->words[index - 1].range.end) : 0;
  gsize end = galley_text_to_bytes (self->text, self->words[index].range.start);
  const char *utf8 = galley_text_peek_utf8 (self->text, NULL);
  guint n_line_ends = 0;

  for (gsize i = start; i < end && n_line_ends < 2; i++)
    if (utf8[i] == '\n')
      n_line_ends++;
    else if (!g_ascii_isspace (utf8[i]))
      n_line_ends = 0;

  return n_line_ends >= 2;
}

/* A quotation ends with its paragraph at the latest. */
static void
find_quotations (GalleyDraftWords *self, GalleyVocabulary *vocabulary)
{
  gboolean is_quoted = FALSE;

  for (guint i = 0; i < self->n_words; i++)
    {
      int quotation = get_quotation (galley_vocabulary_get_gap (vocabulary, self->words[i].gap));

      if (is_quoted && has_blank_line (self, i))
        is_quoted = FALSE;
      if (quotation >= 0)
        is_quoted = quotation;
      self->words[i].is_quoted = is_quoted;
    }
}

/**
 * galley_draft_words_new:
 * @document: a draft
 * @vocabulary: where its words get their numbers
 *
 * Returns: (transfer full): the words of @document
 */
GalleyDraftWords *
galley_draft_words_new (GalleyDocument *document, GalleyVocabulary *vocabulary)
{
  GalleyDraftWords *self = g_new0 (GalleyDraftWords, 1);
  g_autoptr (GArray) found = NULL;

  self->text = galley_text_ref (galley_document_get_text (document));
  found = galley_text_find_words (self->text);
  self->n_words = found->len;
  self->words = g_new0 (GalleyDraftWord, found->len + 1);
  number_words (self, found, vocabulary);
  find_sentences (self, document);
  find_blocks (self, document);
  find_quotations (self, vocabulary);

  return self;
}

void
galley_draft_words_free (GalleyDraftWords *self)
{
  galley_text_unref (self->text);
  g_free (self->words);
  g_free (self->sentences);
  g_free (self->blocks);
  g_free (self);
}

/**
 * galley_draft_words_find:
 * @offset: a character of the text
 *
 * Returns: index of the first word that ends behind @offset; the number of words if there is none
 */
guint
galley_draft_words_find (GalleyDraftWords *self, guint offset)
{
  guint low = 0, high = self->n_words;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->words[middle].range.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * galley_draft_words_cover:
 * @range: characters of the text
 *
 * Returns: the indices of the words of which @range holds a part
 */
GalleyRange
galley_draft_words_cover (GalleyDraftWords *self, GalleyRange range)
{
  GalleyRange words;

  words.start = galley_draft_words_find (self, range.start);
  words.end = words.start;
  if (range.start < range.end)
    {
      guint last = galley_draft_words_find (self, range.end - 1);

      words.end =
          last < self->n_words && self->words[last].range.start < range.end ? last + 1 : last;
    }

  return words;
}

/**
 * galley_draft_words_get_difference:
 * @vocabulary: the vocabulary that the words were made with
 * @index: a word
 *
 * Returns: what it means that this word was put in, left out or replaced
 */
GalleyDifference
galley_draft_words_get_difference (GalleyDraftWords *self,
                                   GalleyVocabulary *vocabulary,
                                   guint index)
{
  const GalleyDraftWord *word = &self->words[index];
  GalleyDifference change = galley_vocabulary_get_word (vocabulary, word->word)->change;

  if ((change & GALLEY_DIFFERENCE_NAME) != 0 && galley_draft_words_begins_sentence (self, index) &&
      galley_vocabulary_has_small (vocabulary, word->key))
    change = (change & ~GALLEY_DIFFERENCE_NAME) | GALLEY_DIFFERENCE_WORDS;

  return change;
}
