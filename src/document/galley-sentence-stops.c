/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sentence-private.h"

#include <unicode/utf16.h>

/* The longest run of a word before or behind a stop that is looked at. */
#define WORD_MAX GALLEY_ABBREVIATION_MAX

static UChar32
character_at (const GalleySentenceState *state, gint32 at)
{
  UChar32 c = 0;

  if (at < state->length)
    U16_GET (state->text, 0, at, state->length, c);
  return c;
}

static gboolean
is_raised_digit (UChar c)
{
  return c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2070 && c <= 0x2079);
}

/* Whether the character at @at parts the signs of two notes: “rights.¹,³” or “rights.¹–³”. */
static gboolean
parts_raised (const GalleySentenceState *state, gint32 at)
{
  UChar c = galley_sentence_unit_at (state, at);
  gint32 next = at + 1;

  if ((c != ',' && c != ';' && c != '-' && c != 0x2013) || at == 0 ||
      !is_raised_digit (galley_sentence_unit_at (state, at - 1)))
    return FALSE;

  if (galley_sentence_is_space (galley_sentence_unit_at (state, next)))
    next++;
  return is_raised_digit (galley_sentence_unit_at (state, next));
}

/**
 * galley_sentence_is_closer:
 * @at: where a character stands
 *
 * Returns: whether it closes a quotation or a bracket when it stands behind a stop; raised figures
 *   that refer to notes count with the signs between them, for they belong to what they stand
 * behind
 */
gboolean
galley_sentence_is_closer (const GalleySentenceState *state, gint32 at)
{
  UChar c = galley_sentence_unit_at (state, at);

  if (parts_raised (state, at))
    return TRUE;
  if (c < 0x80)
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}';

  switch (galley_icu.u_charType (c))
    {
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return TRUE;
    case U_INITIAL_PUNCTUATION:
      /* German and others close with what English opens with. It stands close to what it closes;
       * where French opens with “« ” there are spaces around it. */
      return (at + 1 >= state->length || galley_sentence_is_space (state->text[at + 1])) &&
             !galley_sentence_is_space (galley_sentence_unit_at (state, at - 1));
    case U_OTHER_NUMBER:
      return is_raised_digit (c);
    case U_MATH_SYMBOL:
    case U_START_PUNCTUATION:
      return c >= 0x207a && c <= 0x207e;
    default:
      return FALSE;
    }
}

/**
 * galley_sentence_is_mark:
 * @at: where a character may stand
 *
 * Returns: whether it is a combining mark or the like, which is one with the character before
 */
gboolean
galley_sentence_is_mark (const GalleySentenceState *state, gint32 at)
{
  if (galley_sentence_unit_at (state, at) < 0x300)
    return FALSE;

  switch (galley_icu.u_getIntPropertyValue (character_at (state, at), UCHAR_GRAPHEME_CLUSTER_BREAK))
    {
    case U_GCB_EXTEND:
    case U_GCB_SPACING_MARK:
    case U_GCB_ZWJ:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A space that carries a combining mark is seen as a character of its own. Line ends and other
 * control characters carry none. */
gint32
galley_sentence_skip_space (const GalleySentenceState *state, gint32 at)
{
  while (at < state->length && galley_sentence_is_space (state->text[at]) &&
         !(galley_sentence_is_mark (state, at + 1) &&
           galley_icu.u_charType (state->text[at]) == U_SPACE_SEPARATOR))
    at++;
  return at;
}

static gboolean
starts_with (const GalleySentenceState *state, gint32 at, const char *ascii)
{
  for (; *ascii != '\0'; ascii++, at++)
    if (galley_sentence_unit_at (state, at) != (UChar) *ascii)
      return FALSE;
  return TRUE;
}

/**
 * galley_sentence_is_in_address:
 * @at: where a character stands
 *
 * The answer is kept for the whole run of characters without white space, so that asking at each
 * of its stops takes no longer than asking once.
 *
 * Returns: whether @at lies in a web or e-mail address
 */
gboolean
galley_sentence_is_in_address (GalleySentenceState *state, gint32 at)
{
  if (at < state->token_start || at >= state->token_end)
    {
      gint32 start = at, end;

      while (start > state->sentence && !galley_sentence_is_space (state->text[start - 1]))
        start--;
      state->token_start = start;
      state->token_is_address = starts_with (state, start, "www.");
      for (end = start; end < state->length && !galley_sentence_is_space (state->text[end]); end++)
        if (state->text[end] == '@' || state->text[end] == '=' ||
            (state->text[end] == ':' && starts_with (state, end, "://")))
          state->token_is_address = TRUE;
      state->token_end = MAX (end, at + 1);
    }

  return state->token_is_address;
}

static gint32
find_word_before (const GalleySentenceState *state, gint32 end)
{
  gint32 start = end;

  while (start > state->sentence && end - start <= WORD_MAX)
    {
      UChar c = state->text[start - 1];

      if (!galley_sentence_is_alpha (c) && !galley_sentence_is_digit (c) && c != '\'' &&
          c != 0x2019 &&
          !(c == '.' && start < end &&
            galley_sentence_is_alpha (galley_sentence_unit_at (state, start - 2))))
        break;
      start--;
    }

  return start;
}

static gboolean
is_opener (UChar c)
{
  gint8 type = galley_icu.u_charType (c);

  return c == '"' || c == '\'' || type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION ||
         c == 0xa1 || c == 0xbf;
}

static void
find_word_behind (GalleySentenceState *state, GalleyStop *stop)
{
  gint32 end;

  stop->follower = stop->next;
  while (stop->follower - stop->next < 4 &&
         is_opener (galley_sentence_unit_at (state, stop->follower)))
    stop->follower++;
  stop->first = character_at (state, stop->follower);

  for (end = stop->follower; end < state->length && end - stop->follower <= WORD_MAX; end++)
    if (!galley_sentence_is_alpha (state->text[end]) &&
        !((state->text[end] == '\'' || state->text[end] == 0x2019) && end > stop->follower &&
          galley_sentence_is_alpha (galley_sentence_unit_at (state, end + 1))))
      break;
  stop->follower_end = end;
  /* “All-American” and “A.M.” are not what their first part would be alone. */
  if (galley_sentence_unit_at (state, end) != '-' &&
      !(galley_sentence_unit_at (state, end) == '.' && end - stop->follower == 1))
    stop->follower_kinds = galley_sentence_look_up (state, stop->follower, end);
}

/* An emoticon has eyes, perhaps a nose, and a mouth, and stands free of the word before. */
gint32
galley_sentence_skip_emoticon (const GalleySentenceState *state, gint32 at)
{
  UChar c = galley_sentence_unit_at (state, at);

  if ((c != ':' && c != ';' && c != '=') ||
      !(at == 0 || galley_sentence_is_space (state->text[at - 1]) ||
        galley_sentence_is_stop (state->text[at - 1])))
    return at;
  c = galley_sentence_unit_at (state, at + 1);
  if (c == '-' || c == '\'' || c == 'o')
    at++;
  c = galley_sentence_unit_at (state, at + 1);
  if (c != ')' && c != '(' && c != 'D' && c != 'P' && c != 'p')
    return at;
  return galley_icu.u_isalnum (galley_sentence_unit_at (state, at + 2)) ? at : at + 2;
}

/* Dots with spaces between are one stop, but “end. .5” and “end. ...begin” are not. */
static gint32
find_spaced_dot (const GalleySentenceState *state, gint32 at)
{
  gint32 next = at;

  while (next - at < 2 && (galley_sentence_unit_at (state, next) == ' ' ||
                           galley_sentence_unit_at (state, next) == 0xa0))
    next++;
  if (next == at || galley_sentence_unit_at (state, next) != '.')
    return -1;

  return galley_sentence_unit_at (state, next + 1) == '.' ||
                 galley_icu.u_isalnum (galley_sentence_unit_at (state, next + 1))
             ? -1
             : next;
}

static gint32
find_stop_end (const GalleySentenceState *state, GalleyStop *stop)
{
  gint32 end = stop->start;

  for (;;)
    {
      UChar c = galley_sentence_unit_at (state, end);
      gint32 dot;

      if (galley_sentence_is_stop (c))
        {
          stop->n_dots += c == '.' ? 1 : c == 0x2026 ? 3 : 0;
          end++;
          continue;
        }
      dot = state->text[end - 1] == '.' ? find_spaced_dot (state, end) : -1;
      if (dot < 0)
        return end;
      stop->is_spaced = TRUE;
      end = dot;
    }
}

/**
 * galley_sentence_describe_stop:
 * @at: where a stop or an emoticon begins
 * @out_stop: (out caller-allocates): what stands around it, without the words
 */
void
galley_sentence_describe_stop (GalleySentenceState *state, gint32 at, GalleyStop *out_stop)
{
  *out_stop = (GalleyStop){ .start = at };

  out_stop->is_emoticon = !galley_sentence_is_stop (state->text[at]);
  if (out_stop->is_emoticon)
    out_stop->end = galley_sentence_skip_emoticon (state, at);
  else
    out_stop->end = find_stop_end (state, out_stop);

  out_stop->closed = out_stop->end;
  while (out_stop->closed < state->length && galley_sentence_is_closer (state, out_stop->closed))
    out_stop->closed++;
  out_stop->next = galley_sentence_skip_space (state, out_stop->closed);
  out_stop->boundary = out_stop->next;
}

/**
 * galley_sentence_describe_words:
 * @stop: (inout): a stop
 *
 * Adds the words before and behind @stop, which only rules need.
 */
void
galley_sentence_describe_words (GalleySentenceState *state, GalleyStop *stop)
{
  stop->word = find_word_before (state, stop->start);
  stop->word_kinds = galley_sentence_look_up (state, stop->word, stop->start);
  find_word_behind (state, stop);
}
