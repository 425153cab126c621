/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-raised.h"

#include <string.h>

/* Figures that are raised are others than those on the line: 10⁶ is not 106, and the sign of a note
 * behind 1,200 is no digit of it. In a text without markup they keep that as the characters which
 * Unicode has for them, if it has one for each of a run; "st" in 1st stays as it is. Each of them
 * takes the place of one character, so that nothing is displaced that counts characters.
 *
 * Lowered figures are read in the same way with the characters of the line, and are searched so:
 * CO2, H2O, PM2.5. They are set apart only where a figure that they touch would be another, as in
 * log₁₀5, and below the line of a fraction whose upper figure is raised. */

#define MAX_REST_BYTES 8 /* that are looked at behind a run, of which only ASCII says anything */
#define FRACTION_SLASH "\u2044"

static const gunichar raised_digits[] = { 0x2070, 0xb9,   0xb2,   0xb3,   0x2074,
                                          0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };

/* What @c is above the line; 0 if there is no character for it. What is such a character already
 * stays what it is. */
static gunichar
find_raised (gunichar c)
{
  if (c >= '0' && c <= '9')
    return raised_digits[c - '0'];

  switch (c)
    {
    case '+':
      return 0x207a;
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2212:
      return 0x207b;
    case '=':
      return 0x207c;
    case '(':
      return 0x207d;
    case ')':
      return 0x207e;
    case 'i':
      return 0x2071;
    case 'n':
      return 0x207f;
    case 0xb2:
    case 0xb3:
    case 0xb9:
      return c;
    default:
      return c >= 0x2070 && c <= 0x207f ? c : 0;
    }
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_raised_digit (gunichar c)
{
  return c == 0xb2 || c == 0xb3 || c == 0xb9 || (c >= 0x2070 && c <= 0x2079 && c != 0x2071);
}

/* What @c is in a raised run, where it stands between @before and @after, which are 0 at its ends;
 * 0 if it cannot be raised. What parts figures stays on the line between them, and letters are
 * raised that stand alone, as in formulas: two of them are a word. */
static gunichar
raise_within (gunichar c, gunichar before, gunichar after)
{
  if (g_unichar_isspace (c))
    return c;
  if (c == 0x2013 && !is_digit (before))
    return 0x207b;
  if (strchr (",.;:", c < 0x80 ? (int) c : ' ') != NULL || c == 0x2013)
    return is_digit (before) && (is_digit (after) || g_unichar_isspace (after)) ? c : 0;
  if (c == '/' || c == 0x2044)
    return is_digit (before) && (is_digit (after) || after == 0) ? c : 0;
  if ((c == 'i' || c == 'n') && (g_unichar_isalpha (before) || g_unichar_isalpha (after)))
    return 0;

  return find_raised (c);
}

/**
 * galley_raised_dup:
 * @utf8: all that is raised at one place
 *
 * Returns: (transfer full) (nullable): the same in characters that are raised themselves, one for
 *   each; %NULL if there are none for some of them
 */
char *
galley_raised_dup (const char *utf8)
{
  g_autoptr (GString) raised = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar form = raise_within (c, before, g_utf8_get_char (g_utf8_next_char (p)));

      if (form == 0)
        return NULL;
      g_string_append_unichar (raised, form);
      before = c;
    }

  return g_string_free (g_steal_pointer (&raised), FALSE);
}

/* Whether the run, at whose end @rest follows, is the number of a line, which stands before its
 * words and touches none: that of a note. */
static gboolean
is_number_of_line (const GString *words, gsize start_bytes, const char *rest)
{
  gboolean has_space = words->len > 0 && g_ascii_isspace (words->str[words->len - 1]);
  gsize n_spaces = strspn (rest, " \t\n");

  return start_bytes == 0 && (has_space || n_spaces > 0) && !g_ascii_isdigit (rest[n_spaces]);
}

/* Writes the run, behind which @rest follows, in other characters, if there are such for it. */
static void
raise_run (GString *words, gsize start_bytes, const char *rest)
{
  g_autofree char *raised = is_number_of_line (words, start_bytes, rest)
                                ? NULL
                                : galley_raised_dup (words->str + start_bytes);

  if (raised == NULL)
    return;

  g_string_truncate (words, start_bytes);
  g_string_append (words, raised);
}

/* The character before @at_bytes, or 0. */
static gunichar
get_before (const GString *words, gsize at_bytes)
{
  const char *last = g_utf8_find_prev_char (words->str, words->str + at_bytes);

  return last != NULL ? g_utf8_get_char (last) : 0;
}

/* How many bytes before @at_bytes are the line of a fraction, below a raised figure. */
static gsize
measure_slash (const GString *words, gsize at_bytes)
{
  gunichar slash = get_before (words, at_bytes);
  gsize n = slash == '/' ? 1 : strlen (FRACTION_SLASH);

  if (slash != '/' && slash != 0x2044)
    return 0;

  return is_raised_digit (get_before (words, at_bytes - n)) ? n : 0;
}

/* Writes the run, of digits, in other characters where it would make another figure of what stands
 * before it, or behind it, which is @next. */
static void
lower_run (GString *words, gsize start_bytes, char next)
{
  g_autofree char *run = g_strdup (words->str + start_bytes);
  gsize n_digits = strspn (run, "0123456789");
  gunichar before = get_before (words, start_bytes);
  gsize slash_bytes = measure_slash (words, start_bytes);
  gboolean has_space = run[n_digits] != '\0';

  if (n_digits == 0 || run[n_digits + strspn (run + n_digits, " ")] != '\0' ||
      (slash_bytes == 0 && !is_digit (before) && !is_raised_digit (before) &&
       (has_space || !is_digit (next))))
    return;

  g_string_truncate (words, start_bytes - slash_bytes);
  if (slash_bytes > 0)
    g_string_append (words, FRACTION_SLASH);
  for (gsize i = 0; i < n_digits; i++)
    g_string_append_unichar (words, 0x2080 + run[i] - '0');
  g_string_append (words, run + n_digits);
}

/* Ends the run, behind which @rest follows, in whatever @position. */
static void
settle (GalleyRaised *self, GString *words, GalleyPosition position, const char *rest)
{
  if (self->position == GALLEY_POSITION_RAISED)
    raise_run (words, self->start_bytes, rest);
  else if (self->position == GALLEY_POSITION_LOWERED)
    lower_run (words, self->start_bytes, position == GALLEY_POSITION_LINE ? *rest : '\0');
  self->position = GALLEY_POSITION_LINE;
  self->is_over = FALSE;
}

static gboolean
is_space (const char *utf8, gsize length_bytes)
{
  for (gsize i = 0; i < length_bytes; i++)
    if (utf8[i] != ' ')
      return FALSE;

  return TRUE;
}

/**
 * galley_raised_append:
 * @self: (inout): of @words
 * @position: how high what is added stands
 * @words: (inout): what it is added to
 * @utf8: valid UTF-8
 * @length_bytes: its length
 *
 * Adds to words that nobody else adds figures to. What is raised and comes in several pieces is one
 * run; it is written in other characters, as many as it has, when something else is added.
 */
void
galley_raised_append (GalleyRaised *self,
                      GalleyPosition position,
                      GString *words,
                      const char *utf8,
                      gsize length_bytes)
{
  if (length_bytes == 0)
    return;

  /* A space ends a run, but what becomes of that is not known before something else follows. */
  if (position == GALLEY_POSITION_LINE && is_space (utf8, length_bytes))
    self->is_over = self->position != GALLEY_POSITION_LINE;
  else if (position != self->position || self->is_over)
    {
      g_autofree char *rest = g_strndup (utf8, MIN (length_bytes, MAX_REST_BYTES));

      settle (self, words, position, rest);
      self->position = position;
      self->start_bytes = words->len;
    }
  g_string_append_len (words, utf8, length_bytes);
}

/**
 * galley_raised_end:
 * @self: (inout): of @words
 * @words: (inout): words that are to be read now, or are complete
 *
 * Ends the run that was added last. One that is all there is stays as it is: nothing stands on the
 * line that it could be raised above.
 */
void
galley_raised_end (GalleyRaised *self, GString *words)
{
  if (self->start_bytes > 0)
    settle (self, words, GALLEY_POSITION_LINE, /* rest= */ "");
}
