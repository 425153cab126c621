/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyMentionPart:
 * @GALLEY_MENTION_CONTENT: stems of the words that say what it is about
 * @GALLEY_MENTION_NUMBERS: numbers, in digits or in words
 * @GALLEY_MENTION_NEGATIONS: words that deny
 * @GALLEY_MENTION_HEDGES: words that say how certain it is, or that others say so
 * @GALLEY_MENTION_MODALS: words that say that it may, should or will be
 * @GALLEY_MENTION_NAMES: words that are written with a capital letter for their own sake
 *
 * What a claim is made of when it is compared with another.
 */
typedef enum
{
  GALLEY_MENTION_CONTENT,
  GALLEY_MENTION_NUMBERS,
  GALLEY_MENTION_NEGATIONS,
  GALLEY_MENTION_HEDGES,
  GALLEY_MENTION_MODALS,
  GALLEY_MENTION_NAMES,
} GalleyMentionPart;
#define GALLEY_N_MENTION_PARTS (GALLEY_MENTION_NAMES + 1)

/**
 * GalleyMention:
 * @parts: (element-type utf8): the folded words of each part, sorted, each once
 *
 * The words of a claim, sorted by what they are to it.
 */
typedef struct
{
  GPtrArray *parts[GALLEY_N_MENTION_PARTS];
} GalleyMention;

GPtrArray *galley_mentions_new (const char *const *texts, guint n_texts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
