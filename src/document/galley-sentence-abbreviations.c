/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sentence-private.h"

#define DEGREE 0xb0

/* The rules about a stop that may be a part of the word before it, see galley-sentence-rules.c. */

/* Words between the beginning of the sentence and the stop, or @limit if there are as many. */
static guint
count_words (const GalleySentenceState *state, const GalleyStop *stop, guint limit)
{
  guint n_words = 0;

  for (gint32 i = state->sentence; i < stop->start && n_words < limit; i++)
    if (!galley_sentence_is_space (state->text[i]) &&
        (i == state->sentence || galley_sentence_is_space (state->text[i - 1])))
      n_words++;

  return n_words;
}

/* The first letter of the word before the one at @word, or 0. */
static UChar
initial_of_previous_word (const GalleySentenceState *state, gint32 word)
{
  gint32 i = word;
  gint32 reach = MAX (state->sentence, word - GALLEY_SENTENCE_REACH);

  while (i > reach && galley_sentence_is_space (state->text[i - 1]))
    i--;
  while (i > reach && !galley_sentence_is_space (state->text[i - 1]))
    i--;

  return i < word && (i == state->sentence || i > reach) ? state->text[i] : 0;
}

/* “J. K. Rowling”, “Albert I. Jones”: a single capital is an initial, unless the next word can be
 * no name: “vitamin C. The …”. “I” is a word as well, where no name leads up to it. Behind the sign
 * of a degree it is a scale: “−5 °C. Snow …”. */
GalleyVerdict
galley_sentence_after_initial (GalleySentenceState *state, GalleyStop *stop)
{
  if (!galley_stop_is_single_dot (state, stop) || stop->start - stop->word != 1 ||
      stop->closed > stop->end || !galley_sentence_is_upper (state->text[stop->word]) ||
      !galley_sentence_is_alpha (stop->first) || galley_sentence_is_lower (stop->first))
    return GALLEY_VERDICT_NONE;

  if (galley_stop_is_before_opener (stop) ||
      galley_sentence_unit_at (state, stop->word - 1) == DEGREE)
    return GALLEY_VERDICT_BREAK;
  if (galley_sentence_is_english (state) && state->text[stop->word] == 'I' &&
      galley_sentence_is_lower (initial_of_previous_word (state, stop->word)))
    return GALLEY_VERDICT_BREAK;

  return GALLEY_VERDICT_JOIN;
}

/* “U.S.”, “W.H.S.”, “Ph.D.”. In small letters it may be a gloss, like “z.B.” in German. */
static gboolean
is_acronym (const GalleySentenceState *state, const GalleyStop *stop)
{
  gint32 n_letters = 0, n_dots = 0;

  if (!galley_sentence_is_upper (galley_sentence_unit_at (state, stop->word)))
    return FALSE;

  for (gint32 i = stop->word; i < stop->start; i++)
    if (state->text[i] == '.')
      {
        n_dots++;
        n_letters = 0;
      }
    else if (!galley_sentence_is_alpha (state->text[i]) || ++n_letters > 2)
      return FALSE;

  return n_dots > 0 && n_letters > 0;
}

/* Whether the follower is a number, in Arabic or Roman figures: “p. 12”, “vol. IV”. */
static gboolean
is_before_number (const GalleySentenceState *state, const GalleyStop *stop)
{
  gint32 i;

  if (galley_sentence_is_digit (stop->first))
    return TRUE;

  /* A single letter may count in figures, and in English it may be a word: “s. XIX” is Spanish. */
  if (stop->start - stop->word == 1 &&
      (galley_sentence_is_english (state) || !galley_sentence_is_lower (state->text[stop->word])))
    return FALSE;
  for (i = stop->follower; i < stop->follower_end; i++)
    if (state->text[i] != 'I' && state->text[i] != 'V' && state->text[i] != 'X')
      return FALSE;

  return i > stop->follower && !galley_stop_is_before_opener (stop);
}

/* “At 6 p.m. he” and “at 6 p.m. Monday” go on, “left at 6 p.m. Mr. Smith” does not. When next to
 * nothing has been said yet, the time only opens the sentence: “At 5 a.m. Mr. Smith …”. */
static GalleyVerdict
after_time (GalleySentenceState *state, GalleyStop *stop)
{
  if (stop->follower_kinds & GALLEY_WORD_TIME_SUFFIX ||
      galley_sentence_unit_at (state, stop->next) == '(')
    return GALLEY_VERDICT_JOIN;
  if (!galley_sentence_may_open (stop->first))
    return GALLEY_VERDICT_NONE;

  return count_words (state, stop, 4) < 4 ? GALLEY_VERDICT_JOIN : GALLEY_VERDICT_BREAK;
}

/* “Inc.”, “U.S.” or “Jr.” end a sentence if the next word opens one. Any other capital begins a
 * name that the abbreviation stands before: “U.S. Secretary of State”. */
static GalleyVerdict
after_final (GalleySentenceState *state, GalleyStop *stop)
{
  UChar next = galley_sentence_unit_at (state, stop->next);

  if (galley_stop_is_before_opener (stop))
    return GALLEY_VERDICT_BREAK;

  if (!galley_sentence_is_english (state))
    return GALLEY_VERDICT_NONE;

  return galley_sentence_may_open (stop->first) || next == '(' || next == 0xa7 /* § */
             ? GALLEY_VERDICT_JOIN
             : GALLEY_VERDICT_NONE;
}

/* “EE. UU.”, “FF. AA.”: Spanish doubles the letters of a plural. */
static gboolean
is_inside_doubled_acronym (const GalleySentenceState *state, const GalleyStop *stop)
{
  return stop->start - stop->word == 2 && stop->follower_end - stop->follower == 2 &&
         galley_sentence_is_upper (state->text[stop->word]) &&
         state->text[stop->word] == state->text[stop->word + 1] &&
         galley_sentence_is_upper (state->text[stop->follower]) &&
         state->text[stop->follower] == state->text[stop->follower + 1] &&
         galley_sentence_unit_at (state, stop->follower_end) == '.';
}

/* “z. B.”, “d. h.”, “p. m.”: some put spaces between the letters of an abbreviation. No sentence is
 * of a single letter with a stop, and hardly one ends with a small letter alone. */
static gboolean
is_inside_spaced_abbreviation (const GalleySentenceState *state, const GalleyStop *stop)
{
  return stop->start - stop->word == 1 && galley_sentence_is_lower (state->text[stop->word]) &&
         stop->follower == stop->next && stop->follower_end - stop->follower == 1 &&
         galley_sentence_unit_at (state, stop->follower_end) == '.';
}

/* “u. a. Geld”, “Dr. h. c. Meyer”: German has no word of one letter, and a capital for each noun.
 */
static gboolean
is_before_german_noun (const GalleySentenceState *state, const GalleyStop *stop)
{
  return state->words == GALLEY_WORDS_GERMAN && stop->start - stop->word == 1 &&
         galley_sentence_is_lower (state->text[stop->word]) &&
         galley_sentence_may_open (stop->first) && !galley_stop_is_before_opener (stop);
}

GalleyVerdict
galley_sentence_after_abbreviation (GalleySentenceState *state, GalleyStop *stop)
{
  GalleyWordKind kinds = stop->word_kinds;

  if (!galley_stop_is_single_dot (state, stop) || stop->closed > stop->end)
    return GALLEY_VERDICT_NONE;
  if (is_inside_doubled_acronym (state, stop) || is_inside_spaced_abbreviation (state, stop) ||
      is_before_german_noun (state, stop))
    return GALLEY_VERDICT_JOIN;
  if (kinds & GALLEY_WORD_COUNTED && is_before_number (state, stop))
    return GALLEY_VERDICT_JOIN;
  if (kinds & GALLEY_WORD_GLOSS)
    return GALLEY_VERDICT_JOIN;
  if (kinds & GALLEY_WORD_TITLE && galley_sentence_may_open (stop->first) &&
      !(kinds & GALLEY_WORD_FINAL && galley_stop_is_before_opener (stop)))
    return GALLEY_VERDICT_JOIN;
  if (kinds & GALLEY_WORD_TIME)
    return after_time (state, stop);
  if (kinds & GALLEY_WORD_FINAL || is_acronym (state, stop))
    return after_final (state, stop);

  /* ICU's suppressions hold whatever follows, and some are common words. */
  return galley_sentence_is_english (state) && galley_stop_has_space (stop) &&
                 galley_stop_is_before_opener (stop)
             ? GALLEY_VERDICT_BREAK
             : GALLEY_VERDICT_NONE;
}

/* ICU takes the end of a word for an abbreviation: “kam Müller. Das” for the “r.” of “r. Chr.” Its
 * breaker ends a sentence behind a word and before a capital if there is none, also where a
 * quotation opens: “sagte er. „Ja“, …”. */
GalleyVerdict
galley_sentence_after_whole_word (GalleySentenceState *state, GalleyStop *stop)
{
  return !stop->is_icu && galley_stop_has_space (stop) && galley_stop_is_single_dot (state, stop) &&
                 stop->closed == stop->end && galley_sentence_unit_at (state, stop->next) != '(' &&
                 stop->start - stop->word >= 2 && galley_sentence_is_upper (stop->first) &&
                 !galley_suppressions_have (state->suppressions, state->text + stop->word,
                                            stop->start - stop->word)
             ? GALLEY_VERDICT_BREAK
             : GALLEY_VERDICT_NONE;
}

/* “N°. 7”, “№. 7” */
GalleyVerdict
galley_sentence_after_number_sign (GalleySentenceState *state, GalleyStop *stop)
{
  UChar c = galley_sentence_unit_at (state, stop->start - 1);

  return (c == DEGREE || c == 0xba || c == 0x2116 || c == '#') &&
                 galley_sentence_is_digit (stop->first)
             ? GALLEY_VERDICT_JOIN
             : GALLEY_VERDICT_NONE;
}

/* German, Danish, Czech and others write “third” as “3.”: “im 18. Jahrhundert”. The second number
 * of a score, a time or a decimal is none: “gewann 3:2. Bayern …”. */
GalleyVerdict
galley_sentence_after_ordinal (GalleySentenceState *state, GalleyStop *stop)
{
  if (!state->has_ordinal_stops || !galley_stop_is_single_dot (state, stop) ||
      stop->closed > stop->end || stop->start - stop->word < 1 || stop->start - stop->word > 2 ||
      galley_sentence_unit_at (state, stop->word - 1) == ':' ||
      galley_sentence_unit_at (state, stop->word - 1) == ',')
    return GALLEY_VERDICT_NONE;

  for (gint32 i = stop->word; i < stop->start; i++)
    if (!galley_sentence_is_digit (state->text[i]))
      return GALLEY_VERDICT_NONE;

  return galley_stop_is_before_opener (stop) ? GALLEY_VERDICT_NONE : GALLEY_VERDICT_JOIN;
}
