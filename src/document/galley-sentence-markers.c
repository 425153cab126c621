/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sentence-private.h"

/* Kinds of numbering; a style is one of these, times 256, plus its punctuation. */
enum
{
  FIGURES = 1,
  SMALL_LETTERS,
  CAPITAL_LETTERS,
  SMALL_ROMAN,
  CAPITAL_ROMAN,
};

/* How a number is closed; one is opened as well by “(”. */
enum
{
  DOT = 1,
  BRACKET = 2,
  OPENED = 4,
};

gboolean
galley_sentence_is_bullet (UChar c)
{
  switch (c)
    {
    case 0x2022: /* • */
    case 0x2023: /* ‣ */
    case 0x2043: /* ⁃ */
    case 0x2219: /* ∙ */
    case 0x25aa: /* ▪ */
    case 0x25cf: /* ● */
    case 0x25e6: /* ◦ */
    case 0x25a0: /* ■ */
      return TRUE;
    default:
      return FALSE;
    }
}

static guint
roman_digit (UChar c)
{
  switch (galley_icu.u_toupper (c))
    {
    case 'I':
      return 1;
    case 'V':
      return 5;
    case 'X':
      return 10;
    default:
      return 0;
    }
}

static gint32
parse_roman (const UChar *text, gint32 length, gint32 at, guint *out_value)
{
  gboolean is_upper = at < length && galley_sentence_is_upper (text[at]);
  guint value = 0;
  gint32 end = at;

  while (end < length && end - at < 6 && roman_digit (text[end]) > 0 &&
         !!galley_sentence_is_upper (text[end]) == is_upper)
    {
      guint digit = roman_digit (text[end]);

      value += end + 1 < length && roman_digit (text[end + 1]) > digit ? -digit : digit;
      end++;
    }
  *out_value = value;
  return end;
}

/* Parses what is numbered: “12”, “1.2”, “b” or “iv”. */
static gint32
parse_number (const UChar *text, gint32 length, gint32 at, guint *out_kind, guint *out_value)
{
  gint32 end = at;

  *out_value = 0;
  if (at < length && g_ascii_isdigit (text[at] < 0x80 ? text[at] : 0))
    {
      *out_kind = FIGURES;
      for (; end < length && end - at < 6; end++)
        if (text[end] >= '0' && text[end] <= '9')
          *out_value = *out_value * 10 + text[end] - '0';
        else if (text[end] == '.' && end + 1 < length && text[end + 1] >= '0' &&
                 text[end + 1] <= '9')
          *out_value = 0;
        else
          break;
      return *out_value < 1000 ? end : at;
    }

  end = parse_roman (text, length, at, out_value);
  if (end - at > 1)
    {
      *out_kind = galley_sentence_is_upper (text[at]) ? CAPITAL_ROMAN : SMALL_ROMAN;
      return end;
    }
  if (at >= length || text[at] >= 0x80 || !g_ascii_isalpha (text[at]))
    return at;

  *out_kind = g_ascii_isupper (text[at]) ? CAPITAL_LETTERS : SMALL_LETTERS;
  *out_value = g_ascii_tolower (text[at]) - 'a' + 1;
  return at + 1;
}

/* Parses “1.”, “1.)”, “1)”, “(1)” and the same with letters and Roman figures. */
static gint32
parse_numbering (const UChar *text, gint32 length, gint32 at, GalleyListMarker *marker)
{
  guint kind, punctuation = 0;
  gboolean is_opened = at < length && text[at] == '(';
  gint32 number = at + (is_opened ? 1 : 0);
  gint32 end = parse_number (text, length, number, &kind, &marker->value);

  if (end == number)
    return at;
  if (end < length && text[end] == '.' && !is_opened)
    {
      punctuation |= DOT;
      end++;
    }
  if (end < length && text[end] == ')')
    {
      punctuation |= BRACKET;
      end++;
    }
  if (punctuation == 0)
    return at;

  marker->style = kind * 256 + punctuation + (is_opened ? OPENED : 0);
  return end;
}

/**
 * galley_sentence_parse_marker:
 * @at: where a list marker may begin
 * @out_marker: (out caller-allocates): what it is
 *
 * Returns: where the marker ends, or @at if there is none
 */
gint32
galley_sentence_parse_marker (const UChar *text,
                              gint32 length,
                              gint32 at,
                              GalleyListMarker *out_marker)
{
  gint32 start = at, end;

  *out_marker = (GalleyListMarker){ 0 };
  if (at < length && galley_sentence_is_bullet (text[at]))
    {
      out_marker->bullet = text[at++];
      while (at < length && at - start < GALLEY_SENTENCE_REACH &&
             galley_sentence_is_space (text[at]))
        at++;
    }

  end = parse_numbering (text, length, at, out_marker);
  if (end > at && (end == length || galley_sentence_is_space (text[end])))
    return end;

  out_marker->style = 0;
  return out_marker->bullet != 0 ? at : start;
}

/**
 * galley_sentence_find_marker_before:
 * @end: behind a “.” or “)”
 *
 * Returns: where the list marker begins that may end there, or -1
 */
gint32
galley_sentence_find_marker_before (const GalleySentenceState *state, gint32 end)
{
  gint32 start = end;

  while (start > state->sentence && end - start < 8 &&
         !galley_sentence_is_space (state->text[start - 1]))
    start--;

  return start > state->sentence && galley_sentence_is_space (state->text[start - 1]) ? start : -1;
}

/**
 * galley_sentence_is_next_marker:
 * @last: marker of the last item
 * @marker: another marker
 *
 * Returns: whether @marker carries on the list: “3)” does behind “2)”, “3.” or “4)” do not
 */
gboolean
galley_sentence_is_next_marker (const GalleyListMarker *last, const GalleyListMarker *marker)
{
  guint kind = last->style / 256;

  if (last->style == 0 || marker->style == 0)
    return FALSE;
  /* “I.” was taken for a letter until “II.” came. */
  if (marker->value == 2 && last->value == 9 && (kind == SMALL_LETTERS || kind == CAPITAL_LETTERS))
    return marker->style == last->style + 2 * 256;

  /* “A. B. Clark” is no list. */
  if (marker->style == CAPITAL_LETTERS * 256 + DOT)
    return FALSE;

  return marker->style == last->style && marker->value == last->value + 1;
}
