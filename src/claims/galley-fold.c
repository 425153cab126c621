/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-fold.h"

#include <string.h>

/* The plain form of a quotation mark, dash or space; any other character as it is. */
static gunichar
straighten (gunichar c)
{
  if ((c >= 0x2018 && c <= 0x201b) || c == 0x2032 || c == 0x2bc || c == 0x2039 || c == 0x203a)
    return '\'';
  if ((c >= 0x201c && c <= 0x201f) || c == 0x2033 || c == 0xab || c == 0xbb)
    return '"';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
    return '-';
  if (g_unichar_isspace (c))
    return ' ';

  return c;
}

static void
append_folded (GString *folded, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts =
      g_unichar_fully_decompose (straighten (c), /* compat= */ TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar part = straighten (parts[i]);

      if (g_unichar_ismark (part) || g_unichar_type (part) == G_UNICODE_FORMAT)
        continue;
      if (part == 0xdf || part == 0x1e9e)
        g_string_append (folded, "ss");
      else if (part == 0x3c2)
        g_string_append (folded, "σ");
      else
        g_string_append_unichar (folded, g_unichar_tolower (part));
    }
}

/* Most of most texts, and therefore done without a thought for anything else. Returns where it
 * ends. */
static const char *
append_ascii (GString *folded, const char *p, const char *end)
{
  const char *start = p;
  gsize length_bytes = folded->len;

  while (p < end && (guchar) *p < 0x80)
    p++;
  g_string_set_size (folded, length_bytes + (p - start));
  for (const char *q = start; q < p; q++)
    folded->str[length_bytes++] = *q <= ' ' ? ' ' : g_ascii_tolower (*q);

  return p;
}

/**
 * galley_fold_append:
 * @folded: where to add
 * @utf8: valid UTF-8
 * @length_bytes: its length, or -1 if it is NUL-terminated
 *
 * Adds @utf8 in the form in which words are searched: without case, diacritics, invisible
 * characters, and differences of style between quotation marks, dashes and spaces.
 */
void
galley_fold_append (GString *folded, const char *utf8, gssize length_bytes)
{
  const char *end = utf8 + (length_bytes < 0 ? strlen (utf8) : (gsize) length_bytes);

  for (const char *p = utf8; p < end;)
    if ((guchar) *p < 0x80)
      p = append_ascii (folded, p, end);
    else
      {
        append_folded (folded, g_utf8_get_char (p));
        p = g_utf8_next_char (p);
      }
}

/**
 * galley_fold:
 * @utf8: valid UTF-8
 *
 * Returns: (transfer full): @utf8 as galley_fold_append() adds it
 */
char *
galley_fold (const char *utf8)
{
  GString *folded = g_string_new (NULL);

  galley_fold_append (folded, utf8, -1);

  return g_string_free (folded, FALSE);
}
