/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-quotations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A quotation ends with the mark that closes the one that it began with: “…”, „…“, «…», »…«, "…",
 * 「…」, however many others are quoted within it, in whatever marks. If that is missing it goes on
 * to the end: rather too much is left out. A mark that only ever closes, and comes first, ends a
 * quotation that began before the text; where such marks stand in pairs and no other one opens, as
 * in ”…”, the first of a pair opens. Single marks are apostrophes more often than not and stand
 * within others, so they are no marks here.
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

/* Whether @c ends what @opening began. Some pairs are turned round, or the same twice, elsewhere.
 */
static gboolean
closes (gunichar opening, gunichar c)
{
  switch (opening)
    {
    case 0xab:
      return c == 0xbb;
    case 0xbb:
      return c == 0xab || c == 0xbb;
    case 0x201c:
    case 0x201f:
      return c == 0x201d;
    case 0x201e:
      return c >= 0x201c && c <= 0x201f && c != opening;
    case 0x300c:
    case 0x300e:
      return c == opening + 1;
    case 0x301d:
      return c == 0x301e || c == 0x301f;
    default:
      return c == opening;
    }
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

/* Returns where the quotation ends that begins with the mark at @mark: behind its last mark. */
static const char *
find_end (const char *mark, const char *end)
{
  gunichar opening = g_utf8_get_char (mark);
  guint depth = 1;

  for (const char *p = find_mark (g_utf8_next_char (mark), end); p < end;
       p = find_mark (g_utf8_next_char (p), end))
    {
      gunichar c = g_utf8_get_char (p);

      if (closes (opening, c))
        depth--;
      else if (c == opening)
        depth++;
      if (depth == 0)
        return g_utf8_next_char (p);
    }

  return end;
}

/* Whether the marks that close elsewhere stand in pairs here, with none that opens. */
static gboolean
opens_with_closing_mark (const char *p, const char *end)
{
  guint n = 0;

  for (p = find_mark (p, end); p < end; p = find_mark (g_utf8_next_char (p), end))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x201c || c == 0x201e || c == 0x201f)
        return FALSE;
      n += c == 0x201d;
    }

  return n > 0 && n % 2 == 0;
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

  if (mark < end && only_closes (g_utf8_get_char (mark)) && !opens_with_closing_mark (p, end))
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
      p = find_end (mark, end);
      mark = find_mark (p, end);
    }

  return has_words ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}
