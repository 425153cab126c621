/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-draft-words.h"

G_BEGIN_DECLS

/* So many words beside a mention in its sentence have to be the same. */
#define GALLEY_MENTION_N_BESIDE 3

/**
 * GalleyMentionWord:
 * @index: which word of the draft it is
 * @form: its number; words with the same number say the same
 * @signs: number of the signs that stand before it and count, 0 if there are none
 *
 * A word of a mention.
 */
typedef struct
{
  guint index;
  guint form;
  guint signs;
} GalleyMentionWord;

/**
 * GalleyMention:
 * @range: its characters
 * @words: (element-type GalleyMentionWord): its words, without articles; at least one
 * @signs: number of the signs that stand right behind it and count
 * @before: (element-type GalleyMentionWord): the words before it in its part of the sentence,
 *   nearest first
 * @behind: (element-type GalleyMentionWord): the words behind it, nearest first
 * @reaching: (element-type GalleyMentionWord): words of its sentence and of the heading above it
 *   that are about all of it, such as “not” and “reportedly”, and stand outside of the mention
 * @is_vague: whether it says too little to be about the same wherever it stands
 * @pointer: the word that points back to what it is about then; empty if there is none
 *
 * Words of an article, as they are compared with others that may say the same.
 */
typedef struct
{
  GalleyRange range;
  GArray *words;
  guint signs;
  GArray *before;
  GArray *behind;
  GArray *reaching;
  gboolean is_vague;
  GalleyRange pointer;
} GalleyMention;

void galley_mention_free (GalleyMention *self);

/**
 * GalleyMentionReader:
 * @vocabulary: the words of the article
 * @draft: the article as words
 *
 * Makes mentions of ranges of an article. Fields are read-only.
 */
typedef struct
{
  GalleyVocabulary *vocabulary;
  GalleyDraftWords *draft;
  /*< private >*/
  GalleyDocument *document;
  gint *headings;      /* of each block */
  GHashTable *numbers; /* forms and signs → their numbers, from 1 */
  GPtrArray *texts;    /* (element-type utf8): of @numbers, by number */
  guint *forms;        /* of each word of the vocabulary, 0 if that is not known yet */
  guint *first_forms;  /* the same at the start of a sentence */
} GalleyMentionReader;

GalleyMentionReader *galley_mention_reader_new (GalleyDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void galley_mention_reader_free (GalleyMentionReader *self);
char *galley_mention_reader_dup_word (GalleyMentionReader *self, guint index)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_mention_reader_is_figure (GalleyMentionReader *self, guint form);
GalleyDifference galley_mention_reader_get_signs_difference (GalleyMentionReader *self,
                                                             guint signs);
GalleyMention *galley_mention_reader_read (GalleyMentionReader *self, GalleyRange range)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyMention, galley_mention_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyMentionReader, galley_mention_reader_free)

G_END_DECLS
