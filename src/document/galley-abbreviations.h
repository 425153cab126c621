/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GALLEY_ABBREVIATION_MAX 16

/**
 * GalleyWordKind:
 * @GALLEY_WORD_TITLE: stands before a name: “Gen. Lee”
 * @GALLEY_WORD_COUNTED: stands before a number: “No. 5”; before anything else it may be a word
 * @GALLEY_WORD_GLOSS: introduces what follows: “e.g. Homer”, “Roe v. Wade”
 * @GALLEY_WORD_FINAL: stands inside a sentence or ends it; what follows decides: “Inc.”
 * @GALLEY_WORD_TIME: a time of day: “6 p.m.”
 * @GALLEY_WORD_LAST: ends what it belongs to: “etc.”
 * @GALLEY_WORD_OPENER: opens a sentence when it has a capital, for it is no name: “The”
 * @GALLEY_WORD_PRONOUN: an opener that carries on as a subject: “they”
 * @GALLEY_WORD_LINK: carries a clause on: “and”, “of”, “said”
 * @GALLEY_WORD_FIRM: the form of a firm: “Inc.”, “Ltd.”
 * @GALLEY_WORD_TIME_SUFFIX: completes a time of day: “6 p.m. Monday”, “9 a.m. Eastern”
 *
 * What a word says about a stop beside it. A word can be of several kinds.
 */
typedef enum
{
  GALLEY_WORD_TITLE = 1 << 0,
  GALLEY_WORD_COUNTED = 1 << 1,
  GALLEY_WORD_GLOSS = 1 << 2,
  GALLEY_WORD_FINAL = 1 << 3,
  GALLEY_WORD_TIME = 1 << 4,
  GALLEY_WORD_LAST = 1 << 5,
  GALLEY_WORD_OPENER = 1 << 6,
  GALLEY_WORD_PRONOUN = 1 << 7,
  GALLEY_WORD_LINK = 1 << 8,
  GALLEY_WORD_TIME_SUFFIX = 1 << 9,
  GALLEY_WORD_FIRM = 1 << 10,
} GalleyWordKind;

#define GALLEY_WORD_ABBREVIATION                                                                   \
  (GALLEY_WORD_TITLE | GALLEY_WORD_COUNTED | GALLEY_WORD_GLOSS | GALLEY_WORD_FINAL |               \
   GALLEY_WORD_TIME | GALLEY_WORD_LAST)

/* The languages of which words are known. */
typedef enum
{
  GALLEY_WORDS_NONE,
  GALLEY_WORDS_ENGLISH,
  GALLEY_WORDS_GERMAN,
  GALLEY_WORDS_FRENCH,
  GALLEY_WORDS_SPANISH,
} GalleyWordLanguage;
#define GALLEY_N_WORD_LANGUAGES (GALLEY_WORDS_SPANISH + 1)

GalleyWordKind
galley_abbreviation_look_up (GalleyWordLanguage language, const guint16 *word, gsize length);

G_END_DECLS
