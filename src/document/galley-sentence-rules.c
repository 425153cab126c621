/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sentence-private.h"

#include <string.h>
#include <unicode/utf16.h>

#define EN_DASH 0x2013
#define HORIZONTAL_BAR 0x2015

/* The rules about a stop, in the order in which they are asked. The first with an opinion decides;
 * if none has one, ICU's breaker does. A rule may move the boundary behind what still belongs to
 * the sentence. */

/* Whether the stop follows a common word, so that it can only be a full stop. A short word in a
 * language whose abbreviations are not known here is not called common. */
static gboolean
is_after_common_word (const GalleySentenceState *state, const GalleyStop *stop)
{
  gint32 length = stop->start - stop->word;
  gint32 n_vowels = 0;

  if (!galley_stop_is_single_dot (state, stop) ||
      length < (galley_sentence_is_english (state) ? 2 : 5) ||
      (stop->word_kinds & GALLEY_WORD_ABBREVIATION) != 0)
    return FALSE;

  for (gint32 i = stop->word; i < stop->start; i++)
    {
      UChar c = state->text[i];

      if (c == '.' || galley_sentence_is_digit (c))
        return FALSE;
      n_vowels += c >= 0x80 || strchr ("aeiouyAEIOUY", c) != NULL;
    }

  return n_vowels > 0;
}

/* “1.” or “• a)” at the head of an item is no sentence, and neither are dots that lead into one:
 * “… and so it began”. */
static GalleyVerdict
before_anything_is_said (GalleySentenceState *state, GalleyStop *stop)
{
  GalleyListMarker marker;
  gint32 end;

  if (stop->next >= state->length)
    return GALLEY_VERDICT_NONE;
  if (stop->start == state->sentence)
    return stop->n_dots >= 3 ? GALLEY_VERDICT_JOIN : GALLEY_VERDICT_NONE;
  if (state->sentence != state->paragraph && state->list.style == 0)
    return GALLEY_VERDICT_NONE;

  end = galley_sentence_parse_marker (state->text, state->length, state->sentence, &marker);
  return end > state->sentence && end >= stop->end ? GALLEY_VERDICT_JOIN : GALLEY_VERDICT_NONE;
}

/* Stops inside an address are part of it: “http://example.org/?q=1”, “john.Doe@example.org”. */
static GalleyVerdict
inside_address (GalleySentenceState *state, GalleyStop *stop)
{
  if (galley_stop_has_space (stop) || stop->next >= state->length || stop->is_emoticon)
    return GALLEY_VERDICT_NONE;

  return galley_sentence_is_in_address (state, stop->start) ? GALLEY_VERDICT_JOIN
                                                            : GALLEY_VERDICT_NONE;
}

/* Where a mark in brackets ends that refers to a note or says that words were left out: “[12]”,
 * “[3, 4]”, “[a]”, “[note 2]”, “[…]”. Other words in brackets may be a sentence. */
static gint32
skip_reference (const GalleySentenceState *state, gint32 at)
{
  gint32 end = at + 1;
  gint32 n_letters = 0, n_others = 0;

  if (galley_sentence_unit_at (state, at) != '[')
    return at;

  for (; end < state->length && end - at < GALLEY_SENTENCE_REACH && state->text[end] != ']'; end++)
    if (galley_sentence_is_digit (state->text[end]) || galley_sentence_is_stop (state->text[end]))
      n_others++;
    else if (galley_sentence_is_alpha (state->text[end]))
      n_letters++;

  return galley_sentence_unit_at (state, end) == ']' &&
                 (n_others > 0 ? n_letters <= 4 : n_letters == 1)
             ? end + 1
             : at;
}

/* Whether what closes a quotation in some languages opens one here, as in “sagte er. »Ja«”. */
static gboolean
is_turned_quote (const GalleySentenceState *state, gint32 at)
{
  gint8 type = galley_icu.u_charType (state->text[at]);

  return (type == U_FINAL_PUNCTUATION || type == U_INITIAL_PUNCTUATION) &&
         galley_sentence_is_space (galley_sentence_unit_at (state, at - 1)) &&
         galley_icu.u_isalnum (galley_sentence_unit_at (state, at + 1));
}

/* A bracket or quote that closes belongs to the sentence even where a space has slipped in before
 * it. A straight quote may just as well open the next one unless it stands free. */
static gint32
skip_loose_closer (const GalleySentenceState *state, gint32 at)
{
  gint32 end = at;

  while (end < state->length && end - at < GALLEY_SENTENCE_REACH && state->text[end] != '"' &&
         state->text[end] != '\'' && galley_sentence_is_closer (state, end) &&
         !is_turned_quote (state, end))
    end++;

  return end;
}

static gint32
skip_pictographs (const GalleySentenceState *state, gint32 at)
{
  gint32 end = at;

  /* Emoji, their joiners and variations all come behind U+200D. */
  while (end < state->length && state->text[end] >= 0x200d)
    {
      gint32 next = end;
      UChar32 c;

      U16_NEXT (state->text, next, state->length, c);
      if (!galley_icu.u_hasBinaryProperty (c, UCHAR_EMOJI_PRESENTATION) &&
          !(end > at && (galley_icu.u_hasBinaryProperty (c, UCHAR_GRAPHEME_EXTEND) || c == 0x200d ||
                         galley_icu.u_charType (c) == U_OTHER_SYMBOL)))
        break;
      end = next;
    }

  return end;
}

/* What belongs to the sentence though it stands behind the stop: brackets that close late, marks
 * that refer to a note, emoji. */
static GalleyVerdict
before_belongings (GalleySentenceState *state, GalleyStop *stop)
{
  gint32 at = stop->next, last;

  if (stop->is_emoticon)
    return GALLEY_VERDICT_NONE;

  do
    {
      last = at;
      at = skip_loose_closer (state, at);
      if (stop->is_icu || !galley_stop_has_space (stop) || at > last)
        at = skip_reference (state, at);
      at = skip_pictographs (state, at);
      at = at > last ? galley_sentence_skip_space (state, at) : at;
    }
  while (at > last);

  if (at == stop->next)
    return GALLEY_VERDICT_NONE;

  stop->boundary = at;
  return galley_sentence_is_lower (galley_sentence_unit_at (state, at)) ? GALLEY_VERDICT_JOIN
                                                                        : GALLEY_VERDICT_BREAK;
}

/* The number of a note that has lost its raised position: “… minority rights. 4 Even though …”.
 * Only a word that certainly opens a sentence tells it from “… of rights. 4 Americans said”. */
static GalleyVerdict
before_note_number (GalleySentenceState *state, GalleyStop *stop)
{
  gint32 at = stop->next, end = at;
  GalleyStop behind = { 0 };

  while (end - at < 3 && galley_sentence_is_digit (galley_sentence_unit_at (state, end)))
    end++;
  if (end == at || galley_sentence_unit_at (state, end) != ' ' || state->list.style != 0 ||
      stop->word_kinds & GALLEY_WORD_ABBREVIATION ||
      (!galley_sentence_is_closer (state, stop->start - 1) && stop->start - stop->word < 3) ||
      (!galley_stop_has_space (stop) && !is_after_common_word (state, stop)))
    return GALLEY_VERDICT_NONE;

  behind.follower = behind.follower_end = galley_sentence_skip_space (state, end);
  while (behind.follower_end - behind.follower <= GALLEY_ABBREVIATION_MAX &&
         galley_sentence_is_alpha (galley_sentence_unit_at (state, behind.follower_end)))
    behind.follower_end++;
  behind.first = galley_sentence_unit_at (state, behind.follower);
  behind.follower_kinds = galley_sentence_look_up (state, behind.follower, behind.follower_end);
  if (!galley_sentence_is_upper (behind.first) || !galley_stop_is_before_opener (&behind))
    return GALLEY_VERDICT_NONE;

  stop->boundary = behind.follower;
  return GALLEY_VERDICT_BREAK;
}

/* “:-)” belongs to the sentence before, and ends it if a stop or a capital shows that. */
static GalleyVerdict
at_emoticon (GalleySentenceState *state, GalleyStop *stop)
{
  gint32 before;

  if (!stop->is_emoticon)
    return galley_sentence_skip_emoticon (state, stop->next) > stop->next ? GALLEY_VERDICT_JOIN
                                                                          : GALLEY_VERDICT_NONE;

  if (!galley_stop_has_space (stop))
    return GALLEY_VERDICT_JOIN;

  before = stop->start;
  while (before > state->sentence && galley_sentence_is_space (state->text[before - 1]))
    before--;
  return galley_sentence_is_upper (stop->first) ||
                 galley_sentence_is_stop (galley_sentence_unit_at (state, before - 1))
             ? GALLEY_VERDICT_BREAK
             : GALLEY_VERDICT_JOIN;
}

/* “I”, “I’m” */
static gboolean
is_before_i (const GalleySentenceState *state, const GalleyStop *stop)
{
  return stop->first == 'I' && (stop->follower_kinds & GALLEY_WORD_PRONOUN) != 0 &&
         (stop->follower_end == stop->follower + 1 ||
          !galley_sentence_is_alpha (state->text[stop->follower + 1]));
}

/* With spaces between, three dots are an omission inside a sentence and four are one with a full
 * stop. Behind three “I” says nothing, for it always has a capital: “What . . . I mean”. */
static GalleyVerdict
after_ellipsis (GalleySentenceState *state, GalleyStop *stop)
{
  return stop->is_spaced && stop->n_dots == 3 && stop->closed == stop->end &&
                 stop->follower == stop->next && is_before_i (state, stop)
             ? GALLEY_VERDICT_JOIN
             : GALLEY_VERDICT_NONE;
}

/* To ICU “…” is no stop, though “...” is. Close to its word, or where a quotation ends with it, it
 * ends a sentence if one opens behind it: “Then silence… And a bell.” */
static GalleyVerdict
after_single_ellipsis (GalleySentenceState *state, GalleyStop *stop)
{
  return !stop->is_icu && galley_stop_has_space (stop) && state->text[stop->end - 1] == 0x2026 &&
                 (stop->closed > stop->end ||
                  !galley_sentence_is_space (galley_sentence_unit_at (state, stop->start - 1))) &&
                 galley_stop_is_before_opener (stop) && !is_before_i (state, stop)
             ? GALLEY_VERDICT_BREAK
             : GALLEY_VERDICT_NONE;
}

/* “‘It is done.’ (Smith 55).”: the source of a quotation stands behind it in brackets, and the stop
 * behind those: they are one sentence. Brackets with a stop of their own inside are another. */
static GalleyVerdict
before_source (GalleySentenceState *state, GalleyStop *stop)
{
  gint32 end = stop->next;

  if (stop->closed == stop->end || galley_sentence_unit_at (state, end) != '(')
    return GALLEY_VERDICT_NONE;
  while (end < state->length && end - stop->next < GALLEY_SENTENCE_REACH && state->text[end] != ')')
    end++;

  return galley_sentence_unit_at (state, end) == ')' &&
                 !galley_sentence_is_stop (state->text[end - 1]) &&
                 (galley_sentence_is_stop (galley_sentence_unit_at (state, end + 1)) ||
                  galley_sentence_unit_at (state, end + 1) == ',')
             ? GALLEY_VERDICT_JOIN
             : GALLEY_VERDICT_NONE;
}

/* “‘Why?’ she asked” and “Yahoo! and others” go on: a small letter opens no sentence behind a
 * quotation, nor behind a name if the word is one that carries a clause on. */
static GalleyVerdict
before_small_letter (GalleySentenceState *state, GalleyStop *stop)
{
  if (!galley_sentence_is_lower (stop->first) || !stop->is_icu || stop->follower != stop->next)
    return GALLEY_VERDICT_NONE;
  if (stop->closed > stop->end)
    return GALLEY_VERDICT_JOIN;

  return stop->follower_kinds & GALLEY_WORD_LINK && stop->word > state->sentence &&
                 state->text[stop->start] == '!' && stop->end == stop->start + 1 &&
                 galley_sentence_is_upper (galley_sentence_unit_at (state, stop->word))
             ? GALLEY_VERDICT_JOIN
             : GALLEY_VERDICT_NONE;
}

/* “—¿Vienes? —preguntó. —No”: where dialogue is told with dashes, one opens what is said next; to
 * ICU it carries a sentence on. In English it may as well name who is quoted: “Know thyself.
 * —Plato”. */
static GalleyVerdict
before_spoken_words (GalleySentenceState *state, GalleyStop *stop)
{
  UChar dash = galley_sentence_unit_at (state, stop->next);
  UChar behind = galley_sentence_unit_at (state, stop->next + 1);

  return !galley_sentence_is_english (state) && galley_stop_has_space (stop) && dash >= EN_DASH &&
                 dash <= HORIZONTAL_BAR &&
                 (galley_sentence_is_upper (behind) || behind == 0xbf || behind == 0xa1)
             ? GALLEY_VERDICT_BREAK
             : GALLEY_VERDICT_NONE;
}

/* Whether a bracket is open at @at. */
static gboolean
is_in_brackets (const GalleySentenceState *state, gint32 at)
{
  gint32 reach = MAX (state->sentence, at - GALLEY_SENTENCE_REACH);

  for (gint32 i = at; i > reach; i--)
    if (state->text[i - 1] == '(' || state->text[i - 1] == ')')
      return state->text[i - 1] == '(';

  return FALSE;
}

/* “(9th Cir. 1999)”: a number with which a bracket ends is not a sentence in there. */
static GalleyVerdict
before_last_number (GalleySentenceState *state, GalleyStop *stop)
{
  gint32 end = stop->next;

  if (!galley_stop_is_single_dot (state, stop) || stop->closed > stop->end ||
      !galley_sentence_is_digit (stop->first) || !is_in_brackets (state, stop->start))
    return GALLEY_VERDICT_NONE;
  while (end - stop->next < GALLEY_SENTENCE_REACH &&
         galley_sentence_is_digit (galley_sentence_unit_at (state, end)))
    end++;

  return galley_sentence_unit_at (state, end) == ')' ? GALLEY_VERDICT_JOIN : GALLEY_VERDICT_NONE;
}

/* “Yahoo! Inc.”: what tells the form of a firm belongs to its name and opens no sentence. */
static GalleyVerdict
inside_name_of_firm (GalleySentenceState *state, GalleyStop *stop)
{
  return stop->follower_kinds & GALLEY_WORD_FIRM && stop->follower == stop->next &&
                 stop->closed == stop->end && stop->end == stop->start + 1 &&
                 galley_sentence_is_upper (stop->first) &&
                 galley_sentence_is_upper (galley_sentence_unit_at (state, stop->word))
             ? GALLEY_VERDICT_JOIN
             : GALLEY_VERDICT_NONE;
}

/* The space behind the stop is missing: “Hello world.Today is Tuesday.” A capital behind a word in
 * small letters or a number shows it; behind another capital (“Booking.Com”) only a word does that
 * opens sentences, or a title. Single letters and capitals alone are parts of acronyms and names.
 */
static GalleyVerdict
at_missing_space (GalleySentenceState *state, GalleyStop *stop)
{
  if (galley_stop_has_space (stop) || stop->is_icu || !galley_stop_is_single_dot (state, stop) ||
      stop->closed > stop->end || !galley_sentence_is_upper (stop->first) ||
      stop->follower != stop->next || stop->start - stop->word < 2 ||
      (stop->word_kinds & GALLEY_WORD_ABBREVIATION) != 0)
    return GALLEY_VERDICT_NONE;

  if (galley_stop_is_before_opener (stop) || stop->follower_kinds & GALLEY_WORD_TITLE)
    return GALLEY_VERDICT_BREAK;

  return !galley_sentence_is_upper (state->text[stop->word]) &&
                 !galley_sentence_is_upper (galley_sentence_unit_at (state, stop->start - 1)) &&
                 stop->follower_end > stop->follower + 1 &&
                 galley_sentence_is_lower (galley_sentence_unit_at (state, stop->follower + 1))
             ? GALLEY_VERDICT_BREAK
             : GALLEY_VERDICT_NONE;
}

/* “iPhone”, “eBay” */
static gboolean
is_before_camel_case (const GalleySentenceState *state, const GalleyStop *stop)
{
  return galley_sentence_is_lower (stop->first) &&
         galley_sentence_is_upper (galley_sentence_unit_at (state, stop->follower + 1)) &&
         stop->follower_end - stop->follower > 2;
}

/* ICU waits for a capital and finds none where a sentence begins with a number, a bracket, a quote,
 * an address or a name like “iPhone”. Behind a common word the stop is a full stop all the same: “a
 * waste dump. 1987 was …”, “hundreds of years. (credit: …)”. */
static GalleyVerdict
before_no_letter (GalleySentenceState *state, GalleyStop *stop)
{
  if (stop->is_icu || !galley_stop_has_space (stop) ||
      (stop->n_dots < 3 && !is_after_common_word (state, stop)))
    return GALLEY_VERDICT_NONE;
  if (stop->n_dots == 1 && (stop->follower > stop->next || is_before_camel_case (state, stop) ||
                            galley_sentence_is_digit (stop->first)))
    return GALLEY_VERDICT_BREAK;

  return stop->next < state->length && galley_sentence_is_in_address (state, stop->next)
             ? GALLEY_VERDICT_BREAK
             : GALLEY_VERDICT_NONE;
}

/* Some write without capitals. Where the sentence began with a small letter, one behind a full
 * stop begins the next: “no i don't. it is really small”. */
static GalleyVerdict
in_small_letters (GalleySentenceState *state, GalleyStop *stop)
{
  if (stop->is_icu || !galley_stop_has_space (stop) || stop->closed > stop->end ||
      !galley_sentence_is_lower (stop->first) || !is_after_common_word (state, stop))
    return GALLEY_VERDICT_NONE;

  return galley_sentence_is_lower (galley_sentence_unit_at (state, state->sentence)) ||
                 stop->follower_kinds & GALLEY_WORD_PRONOUN
             ? GALLEY_VERDICT_BREAK
             : GALLEY_VERDICT_NONE;
}

typedef GalleyVerdict (*Rule) (GalleySentenceState *state, GalleyStop *stop);

static const Rule rules[] = {
  before_anything_is_said,
  inside_address,
  at_emoticon,
  before_belongings,
  after_ellipsis,
  after_single_ellipsis,
  galley_sentence_after_initial,
  galley_sentence_after_abbreviation,
  galley_sentence_after_whole_word,
  galley_sentence_after_number_sign,
  galley_sentence_after_ordinal,
  before_note_number,
  before_source,
  before_small_letter,
  before_spoken_words,
  inside_name_of_firm,
  before_last_number,
  at_missing_space,
  before_no_letter,
  in_small_letters,
};

/**
 * galley_sentence_judge:
 * @stop: (inout): a stop inside a paragraph; its boundary may be moved
 *
 * Returns: whether the sentence ends at @stop
 */
GalleyVerdict
galley_sentence_judge (GalleySentenceState *state, GalleyStop *stop)
{
  galley_sentence_describe_words (state, stop);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      GalleyVerdict verdict = rules[i](state, stop);

      if (verdict != GALLEY_VERDICT_NONE)
        return verdict;
    }

  return stop->is_icu ? GALLEY_VERDICT_BREAK : GALLEY_VERDICT_JOIN;
}
