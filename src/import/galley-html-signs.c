/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-signs.h"

#include "galley-markdown-signs.h"

#include <string.h>

/* A page begins with a doctype, or with an element that stands nowhere but at the start of one.
 * What begins with any other element is a piece of a page if it is markup to its end; a Markdown
 * text may begin with some, too, but goes on in other ways. */

#define LOOK_BYTES 8192
#define CLEARLY_MARKDOWN 3

static const char *const page_tags[] = {
  "html", "head", "body", "title", "meta", "frameset", NULL
};

static const char *const piece_tags[] = {
  "a",      "article", "b",     "blockquote", "br", "center", "div", "dl",     "em",
  "figure", "font",    "form",  "h1",         "h2", "h3",     "h4",  "header", "hr",
  "i",      "link",    "main",  "nav",        "ol", "p",      "pre", "script", "section",
  "span",   "strong",  "style", "table",      "ul", NULL
};

/* The start of the input, as ASCII: the NULs between the letters of UTF-16 are left out. */
static char *
read_start (GBytes *bytes)
{
  gsize length_bytes, n = 0;
  const char *data = g_bytes_get_data (bytes, &length_bytes);
  char *start = g_malloc (LOOK_BYTES + 1);

  for (gsize i = 0; i < length_bytes && i < LOOK_BYTES; i++)
    if (data[i] != '\0')
      start[n++] = data[i];
  start[n] = '\0';

  return start;
}

static const char *
skip_mark (const char *p)
{
  if (memcmp (p, "\xEF\xBB\xBF", 3) == 0)
    return p + 3;

  return memcmp (p, "\xFF\xFE", 2) == 0 || memcmp (p, "\xFE\xFF", 2) == 0 ? p + 2 : p;
}

/* Skips white space, comments and instructions; an XML declaration is one, and noted. */
static const char *
skip_prologue (const char *p, gboolean *out_is_xml)
{
  *out_is_xml = FALSE;
  for (;;)
    {
      const char *end;

      while (g_ascii_isspace (*p))
        p++;
      if (g_str_has_prefix (p, "<?"))
        {
          *out_is_xml |= g_ascii_strncasecmp (p, "<?xml", 5) == 0;
          end = strstr (p, ">");
        }
      else if (g_str_has_prefix (p, "<!--"))
        end = strstr (p + 4, "-->");
      else
        return p;

      if (end == NULL)
        return p + strlen (p);
      p = strchr (end, '>') + 1;
    }
}

/* Whether one of @names is the element that begins at @p. */
static gboolean
begins_with_tag (const char *p, const char *const *names)
{
  for (; *p == '<' && *names != NULL; names++)
    {
      gsize n = strlen (*names);

      if (g_ascii_strncasecmp (p + 1, *names, n) == 0 && p[n + 1] != '\0' &&
          strchr (" \t\r\n\f/>", p[n + 1]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Whether the last thing in the input is a tag or a comment. */
static gboolean
ends_with_tag (GBytes *bytes)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);

  while (length_bytes > 0 &&
         (data[length_bytes - 1] == '\0' || g_ascii_isspace (data[length_bytes - 1])))
    length_bytes--;

  return length_bytes > 0 && data[length_bytes - 1] == '>';
}

/**
 * galley_html_signs_are_there:
 * @bytes: any bytes
 *
 * Returns: whether @bytes are a page of HTML, or a piece of one
 */
gboolean
galley_html_signs_are_there (GBytes *bytes)
{
  g_autofree char *start = read_start (bytes);
  gboolean is_xml;
  const char *p = skip_prologue (skip_mark (start), &is_xml);

  if (*p != '<')
    return FALSE;
  if (g_ascii_strncasecmp (p, "<!doctype", 9) == 0)
    {
      p += 9;
      while (g_ascii_isspace (*p))
        p++;
      return g_ascii_strncasecmp (p, "html", 4) == 0;
    }
  if (is_xml)
    return g_ascii_strncasecmp (p, "<html", 5) == 0 && p[5] != '\0' &&
           strchr (" \t\r\n>", p[5]) != NULL;

  return begins_with_tag (p, page_tags) ||
         (begins_with_tag (p, piece_tags) && ends_with_tag (bytes) &&
          galley_markdown_signs_count (start, strlen (start)) < CLEARLY_MARKDOWN);
}
