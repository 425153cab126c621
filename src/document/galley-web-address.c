/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-web-address.h"

#include <string.h>

/* Web addresses as people write them into running text: a scheme or "www.", and on to the next
 * white space, quotation mark or angle bracket. Punctuation at the end is the sentence's, and so is
 * a bracket that the address does not open. The cost is in proportion to the text. */

static const char *const beginnings[] = { "https://", "http://", "www." };

/* The length of what an address at @p begins with; 0 if none begins there. */
static gsize
match_beginning (const char *text, const char *p)
{
  if (p > text)
    {
      gunichar before = g_utf8_get_char (g_utf8_prev_char (p));

      if (g_unichar_isalnum (before) ||
          strchr ("./@-_", before < 0x80 ? (int) before : 'x') != NULL)
        return 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_ascii_strncasecmp (p, beginnings[i], strlen (beginnings[i])) == 0)
      return strlen (beginnings[i]);

  return 0;
}

static gboolean
is_end (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == '<' || c == '>' || c == '"' ||
         c == '`' || c == '|' || c == '\\' || c == '^' ||
         g_unichar_type (c) == G_UNICODE_INITIAL_PUNCTUATION ||
         g_unichar_type (c) == G_UNICODE_FINAL_PUNCTUATION || c == 0x201a || c == 0x201e ||
         c == 0x2026 || c == 0x3001 || c == 0x3002 || c == 0xff0c;
}

/* Whether the last character of an address, a byte before @end, is no part of it. @n_more tells of
 * each kind of bracket how many more are closed than opened. */
static gboolean
is_trailing (const char *end, int n_more[3])
{
  static const char opening[] = "([{", closing[] = ")]}", others[] = ".,;:!?'*_";

  for (guint i = 0; i < 3; i++)
    {
      if (end[-1] == opening[i])
        {
          n_more[i]++;
          return TRUE;
        }
      if (end[-1] == closing[i])
        return n_more[i]-- > 0;
    }

  return strchr (others, end[-1]) != NULL;
}

static const char *
find_end (const char *start, const char *p)
{
  static const char opening[] = "([{", closing[] = ")]}";
  int n_more[3] = { 0 };

  for (; *p != '\0' && !is_end (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    for (guint i = 0; i < G_N_ELEMENTS (n_more); i++)
      n_more[i] += (*p == closing[i]) - (*p == opening[i]);
  while (p > start && is_trailing (p, n_more))
    p--;

  return p;
}

/* A name or, in brackets, a number. */
static gboolean
begins_host (const char *p)
{
  return *p == '[' || g_unichar_isalnum (g_utf8_get_char (p));
}

/* What stands behind "www." is a name with its domain. */
static gboolean
is_whole (const char *start, const char *host, const char *end)
{
  return host < end && (g_ascii_tolower (*start) != 'w' || memchr (host, '.', end - host) != NULL);
}

/**
 * galley_web_address_find:
 * @text: valid UTF-8
 * @out_start_bytes: (out): where it begins; untouched if there is none
 * @out_length_bytes: (out): how long it is; untouched if there is none
 *
 * Finds the first web address in running text, with a scheme or with "www." only.
 *
 * Returns: whether there is one
 */
gboolean
galley_web_address_find (const char *text, gsize *out_start_bytes, gsize *out_length_bytes)
{
  for (const char *p = strpbrk (text, "hHwW"); p != NULL; p = strpbrk (p + 1, "hHwW"))
    {
      gsize beginning = match_beginning (text, p);
      const char *host = p + beginning, *end;

      if (beginning == 0 || !begins_host (host))
        continue;
      end = find_end (p, host);
      if (!is_whole (p, host, end))
        continue;
      *out_start_bytes = p - text;
      *out_length_bytes = end - p;
      return TRUE;
    }

  return FALSE;
}

/**
 * galley_web_address_complete:
 * @address: where something leads, as it is written
 *
 * Returns: (transfer full) (nullable): what a browser or mail program opens; %NULL if that is
 *   nothing that they would open
 */
char *
galley_web_address_complete (const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);

  if (scheme != NULL)
    return g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0 ||
                   g_ascii_strcasecmp (scheme, "mailto") == 0
               ? g_strdup (address)
               : NULL;

  return g_ascii_strncasecmp (address, "www.", 4) == 0 ? g_strconcat ("https://", address, NULL)
                                                       : NULL;
}
