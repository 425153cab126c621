/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document.h"
#include "galley-vocabulary.h"

G_BEGIN_DECLS

/**
 * GalleyDraftWord:
 * @range: where it stands
 * @word: its number in the vocabulary
 * @key: its number without case and diacritics
 * @gap: number of what stands before it, behind the word before
 * @sentence: index of its sentence
 * @is_quoted: whether it stands between quotation marks
 */
typedef struct
{
  GalleyRange range;
  guint word;
  guint key;
  guint gap;
  guint sentence : 31;
  guint is_quoted : 1;
} GalleyDraftWord;

/**
 * GalleyDraftWords:
 * @text: the draft's text
 * @words: (array length=n_words): its words, and one more of which only the gap counts: what stands
 *   behind the last word
 * @sentences: (array length=n_sentences): the words of each sentence, from one to before another;
 *   every word is in one
 * @blocks: (array length=n_blocks): the words of each block; some words may be in none
 *
 * A draft as words. Nothing changes after it was made.
 */
typedef struct
{
  GalleyText *text;
  GalleyDraftWord *words;
  guint n_words;
  GalleyRange *sentences;
  guint n_sentences;
  GalleyRange *blocks;
  guint n_blocks;
} GalleyDraftWords;

GalleyDraftWords *galley_draft_words_new (GalleyDocument *document, GalleyVocabulary *vocabulary)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_draft_words_free (GalleyDraftWords *self);

guint galley_draft_words_find (GalleyDraftWords *self, guint offset);
GalleyRange galley_draft_words_cover (GalleyDraftWords *self, GalleyRange range);
GalleyDifference galley_draft_words_get_difference (GalleyDraftWords *self,
                                                    GalleyVocabulary *vocabulary,
                                                    guint index);

static inline gboolean
galley_draft_words_begins_sentence (GalleyDraftWords *self, guint index)
{
  return self->sentences[self->words[index].sentence].start == index;
}

/* The words of the sentence that @index is in. */
static inline GalleyRange
galley_draft_words_get_sentence (GalleyDraftWords *self, guint index)
{
  return self->sentences[self->words[index].sentence];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDraftWords, galley_draft_words_free)

G_END_DECLS
