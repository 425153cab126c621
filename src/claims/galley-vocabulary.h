/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-difference.h"

G_BEGIN_DECLS

/**
 * GalleyVocabularyWord:
 * @key: number of the word without its case and diacritics
 * @change: what it means that the word changed
 * @is_common: whether it is one of those that make sentences and name nothing
 *
 * What is known of a word as it is written, whichever draft it is in.
 */
typedef struct
{
  guint key;
  GalleyDifference change;
  gboolean is_common;
} GalleyVocabularyWord;

/**
 * GalleyVocabulary:
 *
 * The words of two drafts, and what stands between words, as numbers from 0. Words that differ only
 * in how they are typeset have one number. Words that also differ in case or diacritics have one
 * key.
 */
typedef struct _GalleyVocabulary GalleyVocabulary;

GalleyVocabulary *galley_vocabulary_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_vocabulary_free (GalleyVocabulary *self);

guint galley_vocabulary_add_word (GalleyVocabulary *self, const char *utf8, gsize length_bytes);
guint galley_vocabulary_add_gap (GalleyVocabulary *self, const char *utf8, gsize length_bytes);
void galley_vocabulary_count (GalleyVocabulary *self, guint word);

const GalleyVocabularyWord *galley_vocabulary_get_word (GalleyVocabulary *self, guint word);
GalleyDifference galley_vocabulary_get_gap_difference (GalleyVocabulary *self, guint gap);
const char *galley_vocabulary_get_gap (GalleyVocabulary *self, guint gap);
guint galley_vocabulary_get_n_words (GalleyVocabulary *self);
guint galley_vocabulary_get_n_keys (GalleyVocabulary *self);
gboolean galley_vocabulary_has_small (GalleyVocabulary *self, guint key);
float *galley_vocabulary_weigh (GalleyVocabulary *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyVocabulary, galley_vocabulary_free)

G_END_DECLS
