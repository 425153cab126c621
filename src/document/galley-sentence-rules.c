/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sentence-private.h"

#include <string.h>
#include <unicode/utf16.h>

/* The rules about a stop, in the order in which they are asked. The first with an opinion decides;
 * if none has one, ICU's breaker does. A rule may move the boundary behind what still belongs to
 * the sentence. */

/* A capital, or a letter of a script without capitals. */
static gboolean
may_open_sentence (UChar32 c)
{
  return galley_sentence_is_alpha (c) && !galley_sentence_is_lower (c);
}

static gboolean
is_english (const GalleySentenceState *state)
{
  return state->words == GALLEY_WORDS_ENGLISH;
}

static gboolean
has_space (const GalleyStop *stop)
{
  return stop->next > stop->closed;
}

static gboolean
is_single_dot (const GalleySentenceState *state, const GalleyStop *stop)
{
  return stop->end == stop->start + 1 && state->text[stop->start] == '.';
}

static gboolean
is_opener (const GalleyStop *stop)
{
  return (stop->follower_kinds & GALLEY_WORD_OPENER) != 0 &&
         !galley_sentence_is_lower (stop->first);
}

/* Whether the stop follows a common word, so that it can only be a full stop. A short word in a
 * language whose abbreviations are not known here is not called common. */
static gboolean
is_after_common_word (const GalleySentenceState *state, const GalleyStop *stop)
{
  gint32 length = stop->start - stop->word;
  gint32 n_vowels = 0;

  if (!is_single_dot (state, stop) || length < (is_english (state) ? 2 : 5) ||
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
  if (has_space (stop) || stop->next >= state->length || stop->is_emoticon)
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

/* A bracket or quote that closes belongs to the sentence even where a space has slipped in before
 * it. A straight quote may just as well open the next one unless it stands free. */
static gint32
skip_loose_closer (const GalleySentenceState *state, gint32 at)
{
  gint32 end = at;

  while (end < state->length && end - at < GALLEY_SENTENCE_REACH && state->text[end] != '"' &&
         state->text[end] != '\'' && galley_sentence_is_closer (state, end))
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
      if (stop->is_icu || !has_space (stop) || at > last)
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
      (!has_space (stop) && !is_after_common_word (state, stop)))
    return GALLEY_VERDICT_NONE;

  behind.follower = behind.follower_end = galley_sentence_skip_space (state, end);
  while (behind.follower_end - behind.follower <= GALLEY_ABBREVIATION_MAX &&
         galley_sentence_is_alpha (galley_sentence_unit_at (state, behind.follower_end)))
    behind.follower_end++;
  behind.first = galley_sentence_unit_at (state, behind.follower);
  behind.follower_kinds = galley_sentence_look_up (state, behind.follower, behind.follower_end);
  if (!galley_sentence_is_upper (behind.first) || !is_opener (&behind))
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

  if (!has_space (stop))
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

/* To ICU “…” is no stop, though “...” is. Close to its word it ends a sentence if one opens behind
 * it: “Then silence… And a bell.” */
static GalleyVerdict
after_single_ellipsis (GalleySentenceState *state, GalleyStop *stop)
{
  return !stop->is_icu && has_space (stop) && state->text[stop->end - 1] == 0x2026 &&
                 !galley_sentence_is_space (galley_sentence_unit_at (state, stop->start - 1)) &&
                 is_opener (stop) && !is_before_i (state, stop)
             ? GALLEY_VERDICT_BREAK
             : GALLEY_VERDICT_NONE;
}

/* “J. K. Rowling”, “Albert I. Jones”: a single capital is an initial, unless the next word can be
 * no name: “vitamin C. The …”. “I” is a word as well, where no name leads up to it. */
static GalleyVerdict
after_initial (GalleySentenceState *state, GalleyStop *stop)
{
  if (!is_single_dot (state, stop) || stop->start - stop->word != 1 || stop->closed > stop->end ||
      !galley_sentence_is_upper (state->text[stop->word]) ||
      !galley_sentence_is_alpha (stop->first) || galley_sentence_is_lower (stop->first))
    return GALLEY_VERDICT_NONE;

  if (is_opener (stop))
    return GALLEY_VERDICT_BREAK;
  if (is_english (state) && state->text[stop->word] == 'I' &&
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

  /* A single letter may count in figures, and it may be a word. */
  if (stop->start - stop->word == 1)
    return FALSE;
  for (i = stop->follower; i < stop->follower_end; i++)
    if (state->text[i] != 'I' && state->text[i] != 'V' && state->text[i] != 'X')
      return FALSE;

  return i > stop->follower && !is_opener (stop);
}

/* “At 6 p.m. he” and “at 6 p.m. Monday” go on, “left at 6 p.m. Mr. Smith” does not. When next to
 * nothing has been said yet, the time only opens the sentence: “At 5 a.m. Mr. Smith …”. */
static GalleyVerdict
after_time (GalleySentenceState *state, GalleyStop *stop)
{
  if (stop->follower_kinds & GALLEY_WORD_TIME_SUFFIX ||
      galley_sentence_unit_at (state, stop->next) == '(')
    return GALLEY_VERDICT_JOIN;
  if (!may_open_sentence (stop->first))
    return GALLEY_VERDICT_NONE;

  return count_words (state, stop, 4) < 4 ? GALLEY_VERDICT_JOIN : GALLEY_VERDICT_BREAK;
}

/* “Inc.”, “U.S.” or “Jr.” end a sentence if the next word opens one. Any other capital begins a
 * name that the abbreviation stands before: “U.S. Secretary of State”. */
static GalleyVerdict
after_final (GalleySentenceState *state, GalleyStop *stop)
{
  UChar next = galley_sentence_unit_at (state, stop->next);

  if (is_opener (stop))
    return GALLEY_VERDICT_BREAK;

  if (!is_english (state))
    return GALLEY_VERDICT_NONE;

  return may_open_sentence (stop->first) || next == '(' || next == 0xa7 /* § */
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

static GalleyVerdict
after_abbreviation (GalleySentenceState *state, GalleyStop *stop)
{
  GalleyWordKind kinds = stop->word_kinds;

  if (!is_single_dot (state, stop) || stop->closed > stop->end)
    return GALLEY_VERDICT_NONE;
  if (is_inside_doubled_acronym (state, stop))
    return GALLEY_VERDICT_JOIN;
  if (kinds & GALLEY_WORD_COUNTED && is_before_number (state, stop))
    return GALLEY_VERDICT_JOIN;
  if (kinds & GALLEY_WORD_GLOSS)
    return GALLEY_VERDICT_JOIN;
  if (kinds & GALLEY_WORD_TITLE && may_open_sentence (stop->first) &&
      !(kinds & GALLEY_WORD_FINAL && is_opener (stop)))
    return GALLEY_VERDICT_JOIN;
  if (kinds & GALLEY_WORD_TIME)
    return after_time (state, stop);
  if (kinds & GALLEY_WORD_FINAL || is_acronym (state, stop))
    return after_final (state, stop);

  /* ICU's suppressions hold whatever follows, and some are common words. */
  return is_english (state) && has_space (stop) && is_opener (stop) ? GALLEY_VERDICT_BREAK
                                                                    : GALLEY_VERDICT_NONE;
}

/* ICU takes the end of a word for an abbreviation: “kam Müller. Das” for the “r.” of “r. Chr.” Its
 * breaker ends a sentence behind a word and before a capital if there is none. */
static GalleyVerdict
after_whole_word (GalleySentenceState *state, GalleyStop *stop)
{
  return !stop->is_icu && has_space (stop) && is_single_dot (state, stop) &&
                 stop->closed == stop->end && stop->follower == stop->next &&
                 stop->start - stop->word >= 2 && galley_sentence_is_upper (stop->first) &&
                 !galley_suppressions_have (state->suppressions, state->text + stop->word,
                                            stop->start - stop->word)
             ? GALLEY_VERDICT_BREAK
             : GALLEY_VERDICT_NONE;
}

/* “N°. 7”, “№. 7” */
static GalleyVerdict
after_number_sign (GalleySentenceState *state, GalleyStop *stop)
{
  UChar c = galley_sentence_unit_at (state, stop->start - 1);

  return (c == 0xb0 || c == 0xba || c == 0x2116 || c == '#') &&
                 galley_sentence_is_digit (stop->first)
             ? GALLEY_VERDICT_JOIN
             : GALLEY_VERDICT_NONE;
}

/* German, Danish, Czech and others write “third” as “3.”: “im 18. Jahrhundert”. */
static GalleyVerdict
after_ordinal (GalleySentenceState *state, GalleyStop *stop)
{
  if (!state->has_ordinal_stops || !is_single_dot (state, stop) || stop->closed > stop->end ||
      stop->start - stop->word < 1 || stop->start - stop->word > 2)
    return GALLEY_VERDICT_NONE;

  for (gint32 i = stop->word; i < stop->start; i++)
    if (!galley_sentence_is_digit (state->text[i]))
      return GALLEY_VERDICT_NONE;

  return is_opener (stop) ? GALLEY_VERDICT_NONE : GALLEY_VERDICT_JOIN;
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

/* The space behind the stop is missing: “Hello world.Today is Tuesday.” A capital behind a word in
 * small letters or a number shows it; behind another capital (“Booking.Com”) only a word does that
 * opens sentences, or a title. Single letters and capitals alone are parts of acronyms and names.
 */
static GalleyVerdict
at_missing_space (GalleySentenceState *state, GalleyStop *stop)
{
  if (has_space (stop) || stop->is_icu || !is_single_dot (state, stop) ||
      stop->closed > stop->end || !galley_sentence_is_upper (stop->first) ||
      stop->follower != stop->next || stop->start - stop->word < 2 ||
      (stop->word_kinds & GALLEY_WORD_ABBREVIATION) != 0)
    return GALLEY_VERDICT_NONE;

  if (is_opener (stop) || stop->follower_kinds & GALLEY_WORD_TITLE)
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
  if (stop->is_icu || !has_space (stop) ||
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
  if (stop->is_icu || !has_space (stop) || stop->closed > stop->end ||
      !galley_sentence_is_lower (stop->first) || !is_after_common_word (state, stop))
    return GALLEY_VERDICT_NONE;

  return galley_sentence_is_lower (galley_sentence_unit_at (state, state->sentence)) ||
                 stop->follower_kinds & GALLEY_WORD_PRONOUN
             ? GALLEY_VERDICT_BREAK
             : GALLEY_VERDICT_NONE;
}

typedef GalleyVerdict (*Rule) (GalleySentenceState *state, GalleyStop *stop);

static const Rule rules[] = {
  before_anything_is_said, inside_address,        at_emoticon,      before_belongings,
  after_ellipsis,          after_single_ellipsis, after_initial,    after_abbreviation,
  after_whole_word,        after_number_sign,     after_ordinal,    before_note_number,
  before_source,           before_small_letter,   at_missing_space, before_no_letter,
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
