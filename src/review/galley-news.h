/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-word-diff.h"

G_BEGIN_DECLS

/**
 * GalleyNewsKind:
 * @GALLEY_NEWS_NEW: it has new words, and nobody has marked or dismissed any of it
 * @GALLEY_NEWS_CHANGED: part of it is marked, but on words that are new or not what they were there
 *   is no verdict
 *
 * What there is to do about a sentence. The nicks are what scripts read: frozen.
 */
typedef enum
{
  GALLEY_NEWS_NEW,
  GALLEY_NEWS_CHANGED,
} GalleyNewsKind;
#define GALLEY_N_NEWS_KINDS (GALLEY_NEWS_CHANGED + 1)

/**
 * GalleyNews:
 * @kind: what there is to do
 * @range: the sentence
 *
 * A sentence that is new or changed in a draft, and unchecked.
 */
typedef struct
{
  GalleyNewsKind kind;
  GalleyRange range;
} GalleyNews;

/**
 * GalleyNewsMark:
 * @range: words that are marked or dismissed in the new draft
 * @is_open: whether they are not the words that were marked in the old one, and have no verdict
 *
 * What somebody knows of words of a draft.
 */
typedef struct
{
  GalleyRange range;
  gboolean is_open;
} GalleyNewsMark;

const char *galley_news_kind_to_nick (GalleyNewsKind kind);

GArray *galley_news_list_sentences (GalleyDocument *document) G_GNUC_WARN_UNUSED_RESULT;
GArray *galley_news_find (GalleyText *text, GArray *sentences, GArray *new_words, GArray *marks)
    G_GNUC_WARN_UNUSED_RESULT;
GArray *galley_news_compare (GalleyCheck *check, GalleyAlignment *alignment, GArray *pieces)
    G_GNUC_WARN_UNUSED_RESULT;
guint galley_news_count (GArray *news, GalleyNewsKind kind);

G_END_DECLS
