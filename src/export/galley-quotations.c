/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-quotations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Quotation marks open and close in pairs, whatever the language: “…”, „…“, «…», »…«, "…", 「…」.
 * So the first of a pair opens and the next one closes, unless a mark that only ever closes comes
 * first: then the quotation began before the text. Single marks are apostrophes more often than not
 * and stand within others, so they are taken for neither.
 */

static gboolean
is_mark (gunichar c)
{
  return c == '"' || c == 0xab || c == 0xbb || (c >= 0x201c && c <= 0x201f) ||
         (c >= 0x300c && c <= 0x300f) || c == 0xff02 || (c >= 0x301d && c <= 0x301f);
}

static gboolean
only_closes (gunichar c)
{
  return c == 0x201d || c == 0x300d || c == 0x300f || c == 0x301e || c == 0x301f;
}

static gboolean
has_letters (const char *start, const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static const char *
find_mark (const char *p, const char *end)
{
  while (p < end && !is_mark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/**
 * galley_quotations_leave_out:
 * @utf8: words
 *
 * Leaves out what stands between quotation marks, and says so where it does. A quotation that began
 * before the words, or goes on behind them, is left out as far as it goes.
 *
 * Returns: (transfer full) (nullable): the words without quotations; %NULL if there are no others
 */
char *
galley_quotations_leave_out (const char *utf8)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *end = utf8 + strlen (utf8), *p = utf8, *mark = find_mark (p, end);
  gboolean has_words = FALSE;

  if (mark < end && only_closes (g_utf8_get_char (mark)))
    {
      g_string_append (out, _ ("[…]"));
      p = g_utf8_next_char (mark);
      mark = find_mark (p, end);
    }
  while (p < end)
    {
      has_words |= has_letters (p, mark);
      g_string_append_len (out, p, mark - p);
      if (mark == end)
        break;
      g_string_append (out, _ ("[…]"));
      p = find_mark (g_utf8_next_char (mark), end);
      p = p < end ? g_utf8_next_char (p) : end;
      mark = find_mark (p, end);
    }

  return has_words ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}
