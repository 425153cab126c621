/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-abbreviations.h"
#include "galley-icu.h"
#include "galley-suppressions.h"

G_BEGIN_DECLS

/* Inside the sentence cutter, text is UTF-16 and offsets count its units, for that is what ICU
 * works on. They leave it as code points.
 *
 * The cutter walks over the text once. At each stop, that is a run of full stops, exclamation and
 * question marks, it collects what stands around it and asks the rules whether a sentence ends
 * there. Where no rule has an opinion ICU's breaker decides. Nothing looks further than a fixed
 * number of characters back or ahead, or looks twice at the same ones, so that the time is linear
 * for any input. */

/* The longest stretch around a stop that any rule looks at. */
#define GALLEY_SENTENCE_REACH 64

/* “1.”, “b)”, “(iv)”, “•” or a bullet with one of the others. */
typedef struct
{
  UChar bullet;   /* 0 if there is none */
  gunichar style; /* of the numbering: its kind and its punctuation; 0 if there is none */
  guint value;    /* 1 for “1”, “a” and “i” */
} GalleyListMarker;

typedef struct
{
  const UChar *text;
  gint32 length;
  GalleyWordLanguage words;
  GalleySuppressions *suppressions;
  gboolean has_ordinal_stops; /* whether “3.” is how the language writes “third” */

  gint32 paragraph;      /* first character of the paragraph */
  gint32 sentence;       /* first character of the sentence */
  GalleyListMarker list; /* of the last item, if the paragraph is a list */

  /* The last run of characters without white space that was asked about, see
   * galley_sentence_is_in_address(). */
  gint32 token_start;
  gint32 token_end;
  gboolean token_is_address;
} GalleySentenceState;

/* What stands around a stop. Words are empty (their end is their start) where there is none. */
typedef struct
{
  gint32 start;  /* of the stop */
  gint32 end;    /* of the stop */
  gint32 closed; /* behind the quotes and brackets that close there */
  gint32 next;   /* behind the white space that follows */

  guint n_dots;         /* “…” counts three */
  gboolean is_spaced;   /* whether the dots have spaces between, as in “. . .” */
  gboolean is_emoticon; /* whether it is “:-)” and no stop */
  gboolean is_icu;      /* whether ICU's breaker ends a sentence here */

  gint32 word; /* the word before goes from here to start, inner stops included */
  GalleyWordKind word_kinds;
  gint32 follower; /* the word behind, without the punctuation that opens it */
  gint32 follower_end;
  GalleyWordKind follower_kinds;
  UChar32 first; /* first character of the follower, or 0 at the end of the text */

  gint32 boundary; /* where the next sentence begins, if this one ends */
} GalleyStop;

typedef enum
{
  GALLEY_VERDICT_NONE,
  GALLEY_VERDICT_BREAK,
  GALLEY_VERDICT_JOIN,
} GalleyVerdict;

/* Most of most texts is ASCII, which need not go through ICU's tables. */

static inline gboolean
galley_sentence_is_space (UChar32 c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0x85 || (c >= 0xa0 && galley_icu.u_isUWhiteSpace (c));
}

static inline gboolean
galley_sentence_is_stop (UChar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static inline gboolean
galley_sentence_is_alpha (UChar32 c)
{
  return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : galley_icu.u_isalpha (c);
}

static inline gboolean
galley_sentence_is_digit (UChar32 c)
{
  return c >= '0' && c <= '9';
}

static inline gboolean
galley_sentence_is_lower (UChar32 c)
{
  return c < 0x80 ? c >= 'a' && c <= 'z' : galley_icu.u_islower (c);
}

static inline gboolean
galley_sentence_is_upper (UChar32 c)
{
  return c < 0x80 ? c >= 'A' && c <= 'Z' : galley_icu.u_isupper (c);
}

static inline GalleyWordKind
galley_sentence_look_up (const GalleySentenceState *state, gint32 start, gint32 end)
{
  return galley_abbreviation_look_up (state->words, state->text + start, end - start);
}

/* The unit at @at, or 0 outside the text. */
static inline UChar
galley_sentence_unit_at (const GalleySentenceState *state, gint32 at)
{
  return at >= 0 && at < state->length ? state->text[at] : 0;
}

/* A capital, or a letter of a script without capitals. */
static inline gboolean
galley_sentence_may_open (UChar32 c)
{
  return galley_sentence_is_alpha (c) && !galley_sentence_is_lower (c);
}

static inline gboolean
galley_sentence_is_english (const GalleySentenceState *state)
{
  return state->words == GALLEY_WORDS_ENGLISH;
}

static inline gboolean
galley_stop_has_space (const GalleyStop *stop)
{
  return stop->next > stop->closed;
}

static inline gboolean
galley_stop_is_single_dot (const GalleySentenceState *state, const GalleyStop *stop)
{
  return stop->end == stop->start + 1 && state->text[stop->start] == '.';
}

/* Whether the word behind can be no name. */
static inline gboolean
galley_stop_is_before_opener (const GalleyStop *stop)
{
  return (stop->follower_kinds & GALLEY_WORD_OPENER) != 0 &&
         !galley_sentence_is_lower (stop->first);
}

gboolean galley_sentence_is_closer (const GalleySentenceState *state, gint32 at);
gboolean galley_sentence_is_mark (const GalleySentenceState *state, gint32 at);
gint32 galley_sentence_skip_space (const GalleySentenceState *state, gint32 at);
gboolean galley_sentence_is_in_address (GalleySentenceState *state, gint32 at);
gint32 galley_sentence_skip_emoticon (const GalleySentenceState *state, gint32 at);
void galley_sentence_describe_stop (GalleySentenceState *state, gint32 at, GalleyStop *out_stop);
void galley_sentence_describe_words (GalleySentenceState *state, GalleyStop *stop);

gint32 galley_sentence_parse_marker (const UChar *text,
                                     gint32 length,
                                     gint32 at,
                                     GalleyListMarker *out_marker);
gboolean galley_sentence_is_bullet (UChar c);
gint32 galley_sentence_find_marker_before (const GalleySentenceState *state, gint32 end);
gboolean galley_sentence_is_next_marker (const GalleyListMarker *last,
                                         const GalleyListMarker *marker);

/* Rules, which have an opinion or none. */
GalleyVerdict galley_sentence_after_initial (GalleySentenceState *state, GalleyStop *stop);
GalleyVerdict galley_sentence_after_abbreviation (GalleySentenceState *state, GalleyStop *stop);
GalleyVerdict galley_sentence_after_whole_word (GalleySentenceState *state, GalleyStop *stop);
GalleyVerdict galley_sentence_after_number_sign (GalleySentenceState *state, GalleyStop *stop);
GalleyVerdict galley_sentence_after_ordinal (GalleySentenceState *state, GalleyStop *stop);

GalleyVerdict galley_sentence_judge (GalleySentenceState *state, GalleyStop *stop);

void galley_sentence_unwrap (UChar *text, gint32 length);

G_END_DECLS
