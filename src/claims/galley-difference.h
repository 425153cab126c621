/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyDifference:
 * @GALLEY_DIFFERENCE_NUMBER: digits, words for numbers and times, and signs that belong to numbers
 * @GALLEY_DIFFERENCE_NAME: words with a capital that are not known to be common ones
 * @GALLEY_DIFFERENCE_NEGATION: “not”, “never”, “without”
 * @GALLEY_DIFFERENCE_MODAL: “may”, “must”
 * @GALLEY_DIFFERENCE_HEDGE: what makes a statement weaker, stronger or somebody else's: “about”,
 * “all”, “allegedly”, “said”
 * @GALLEY_DIFFERENCE_QUOTATION: quotation marks, or words between them
 * @GALLEY_DIFFERENCE_WORDS: any other word
 * @GALLEY_DIFFERENCE_PUNCTUATION: any other sign
 *
 * What differs between a claim's words in two drafts. All but the last two change what is said more
 * often than not and never count as small.
 */
typedef enum
{
  GALLEY_DIFFERENCE_NONE = 0,
  GALLEY_DIFFERENCE_NUMBER = 1 << 0,
  GALLEY_DIFFERENCE_NAME = 1 << 1,
  GALLEY_DIFFERENCE_NEGATION = 1 << 2,
  GALLEY_DIFFERENCE_MODAL = 1 << 3,
  GALLEY_DIFFERENCE_HEDGE = 1 << 4,
  GALLEY_DIFFERENCE_QUOTATION = 1 << 5,
  GALLEY_DIFFERENCE_WORDS = 1 << 6,
  GALLEY_DIFFERENCE_PUNCTUATION = 1 << 7,
} GalleyDifference;
#define GALLEY_N_DIFFERENCES 8

/* What makes a statement another one although its own words are the same. */
#define GALLEY_DIFFERENCE_GRAVE                                                                    \
  (GALLEY_DIFFERENCE_NUMBER | GALLEY_DIFFERENCE_NAME | GALLEY_DIFFERENCE_NEGATION |                \
   GALLEY_DIFFERENCE_MODAL | GALLEY_DIFFERENCE_HEDGE | GALLEY_DIFFERENCE_QUOTATION)

/* Goes with a word that is about all of its sentence wherever it stands in it, such as “not” and
 * “reportedly”. No kind of its own, and never in what callers get. */
#define GALLEY_DIFFERENCE_REACHING (1 << 8)

const char *galley_difference_to_nick (GalleyDifference change);

GalleyDifference galley_difference_of_word (const char *plain, const char *folded);
GalleyDifference galley_difference_of_gap (const char *plain);
gboolean galley_difference_is_common (const char *folded);

G_END_DECLS
