/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-mention.h"

G_BEGIN_DECLS

/**
 * GalleyMentionDifference:
 * @changes: (type GalleyDifference): in what two mentions differ; none if they say the same
 * @gravest: the gravest of @changes
 * @is_beside: whether what makes it up stands beside the mentions, and not in them
 * @is_reordered: whether they have the same words in another order
 * @is_vague: whether they say the same and too little for it to be about the same; @first is what
 *   points back then, if there is such a word
 * @first: the characters of the first mention, or beside it, that make it up; empty where it only
 *   lacks something
 * @second: the same of the second mention
 *
 * In what two mentions differ.
 */
typedef struct
{
  GalleyDifference changes;
  GalleyDifference gravest;
  gboolean is_beside;
  gboolean is_reordered;
  gboolean is_vague;
  GalleyRange first;
  GalleyRange second;
} GalleyMentionDifference;

/* Whether what is true of one mention is true of the other. */
static inline gboolean
galley_mention_difference_is_none (const GalleyMentionDifference *difference)
{
  return difference->changes == GALLEY_DIFFERENCE_NONE && !difference->is_vague;
}

void galley_mention_compare (GalleyMentionReader *reader,
                             const GalleyMention *first,
                             const GalleyMention *second,
                             GalleyMentionDifference *out_difference);
char *galley_mention_make_key (GalleyMentionReader *reader, const GalleyMention *mention)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
