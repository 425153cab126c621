/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-typography.h"

#include <string.h>

/* What may differ between two drafts without anybody having to look: the shape of quotation marks
 * and of dashes, the width of spaces and where lines end, what is invisible, ligatures, and the
 * Unicode normal form. Case, digits and all other signs stay. Compatibility forms stay too, for
 * “10²” is not “102”. */

/* Characters that show nothing and change nothing. Joiners, which shape letters and pictographs,
 * and overrides of direction, which turn digits round, are not among them. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0xad || c == 0x34f || (c >= 0x200b && c < 0x200c) || c == 0x200e || c == 0x200f ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) ||
         (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff;
}

static gunichar
straighten_quote (gunichar c)
{
  if ((c >= 0x2018 && c <= 0x201b) || c == 0x2bc || c == 0x2032 || c == 0x2039 || c == 0x203a ||
      c == '`' || c == 0xb4)
    return '\'';
  if ((c >= 0x201c && c <= 0x201f) || c == 0x2033 || c == 0xab || c == 0xbb)
    return '"';

  return c;
}

static const char *
get_ligature (gunichar c)
{
  static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

  return c >= 0xfb00 && c <= 0xfb06 ? ligatures[c - 0xfb00] : NULL;
}

static gboolean
is_ascii (const char *utf8, gsize length_bytes)
{
  for (gsize i = 0; i < length_bytes; i++)
    if ((guchar) utf8[i] >= 0x80)
      return FALSE;

  return TRUE;
}

/**
 * galley_typography_append_word:
 * @plain: where to add
 * @utf8: a word
 * @length_bytes: its length
 *
 * Adds a word in a form that is the same for all ways to typeset it.
 */
void
galley_typography_append_word (GString *plain, const char *utf8, gsize length_bytes)
{
  g_autofree char *composed = NULL;

  if (is_ascii (utf8, length_bytes))
    {
      g_string_append_len (plain, utf8, length_bytes);
      return;
    }

  composed = g_utf8_normalize (utf8, length_bytes, G_NORMALIZE_DEFAULT_COMPOSE);
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = straighten_quote (g_utf8_get_char (p));
      const char *ligature = get_ligature (c);

      if (ligature != NULL)
        g_string_append (plain, ligature);
      else if (!is_invisible (c))
        g_string_append_unichar (plain, c);
    }
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2212;
}

static gboolean
is_dash (gunichar c)
{
  return is_hyphen (c) || c == 0x2014 || c == 0x2015;
}

/* Adds the dashes that begin at @p. A short one between two words without space joins them, and one
 * with a space on one side only belongs to what follows, as in “-5”; all others part a sentence and
 * are the same, with spaces around them or not. */
static const char *
append_dashes (GString *plain, const char *p, const char *end, gsize start)
{
  gboolean is_long = !is_hyphen (g_utf8_get_char (p));
  gboolean has_space = plain->len > start && plain->str[plain->len - 1] == ' ';
  guint n = 0;

  for (; p < end && (is_dash (g_utf8_get_char (p)) || is_invisible (g_utf8_get_char (p)));
       p = g_utf8_next_char (p))
    n += is_dash (g_utf8_get_char (p)) ? 1 : 0;
  if (!is_long && n == 1 && !(has_space && p < end && g_unichar_isspace (g_utf8_get_char (p))))
    {
      g_string_append_c (plain, '-');
      return p;
    }

  if (has_space)
    g_string_truncate (plain, plain->len - 1);
  g_string_append (plain, "—");
  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static void
append_sign (GString *plain, gunichar c, gsize start)
{
  c = straighten_quote (c);
  if (g_unichar_isspace (c))
    {
      if (plain->len == start || plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  else if (c == 0x2026)
    g_string_append (plain, "...");
  else if (c == '\'' && plain->len > start && plain->str[plain->len - 1] == '\'')
    plain->str[plain->len - 1] = '"';
  else if (!is_invisible (c))
    g_string_append_unichar (plain, c);
}

/**
 * galley_typography_append_gap:
 * @plain: where to add
 * @utf8: what stands between two words
 * @length_bytes: its length
 *
 * Adds white space and punctuation in a form that is the same for all ways to typeset them.
 */
void
galley_typography_append_gap (GString *plain, const char *utf8, gsize length_bytes)
{
  const char *end = utf8 + length_bytes;
  gsize start = plain->len;

  if (length_bytes == 1 && *utf8 == ' ')
    {
      g_string_append_c (plain, ' ');
      return;
    }

  for (const char *p = utf8; p < end;)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_dash (c))
        {
          p = append_dashes (plain, p, end, start);
          continue;
        }
      append_sign (plain, c, start);
      p = g_utf8_next_char (p);
    }
}
