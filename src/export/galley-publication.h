/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-report.h"

G_BEGIN_DECLS

/**
 * GalleyPublicationSection:
 * @GALLEY_PUBLICATION_TAKEAWAYS: what matters most of what is confirmed
 * @GALLEY_PUBLICATION_FACTS: what else is confirmed
 * @GALLEY_PUBLICATION_CONTEXT: what is confirmed and gives context
 * @GALLEY_PUBLICATION_STATEMENTS: what somebody is confirmed to have said
 * @GALLEY_PUBLICATION_UNCONFIRMED: what is pending
 * @GALLEY_PUBLICATION_DISPUTED: what is disputed
 *
 * The sections of a publication, in their order.
 */
typedef enum
{
  GALLEY_PUBLICATION_TAKEAWAYS,
  GALLEY_PUBLICATION_FACTS,
  GALLEY_PUBLICATION_CONTEXT,
  GALLEY_PUBLICATION_STATEMENTS,
  GALLEY_PUBLICATION_UNCONFIRMED,
  GALLEY_PUBLICATION_DISPUTED,
} GalleyPublicationSection;
#define GALLEY_N_PUBLICATION_SECTIONS (GALLEY_PUBLICATION_DISPUTED + 1)

/**
 * GalleyPublicationItem:
 * @claims: (element-type guint): positions of the claims that it is made of, at least one
 * @ranges: (element-type GalleyRange): the words that it may give, disjoint and in order; none
 * where they are all in doubt
 * @sentence: the sentence that it begins in
 * @wording: (nullable): what to give instead of the words: the claim as a sentence by itself
 * @speaker: (nullable): who said so
 *
 * What is told in one go. Fields are read-only.
 */
typedef struct
{
  GArray *claims;
  GArray *ranges;
  GalleyRange sentence;
  const char *wording;
  char *speaker;
} GalleyPublicationItem;

GPtrArray **galley_publication_sort (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;
char *galley_publication_dup_unnamed (GalleySource *source) G_GNUC_WARN_UNUSED_RESULT;
const char *galley_publication_get_reason (GalleyClaim *claim);
void galley_publication_free (GPtrArray **sections);

G_END_DECLS
