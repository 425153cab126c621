/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-remark-source.h"

#include "galley-web-address.h"

#include <string.h>

/* What a note or a link says of a source, as a proposal for the source log. Writers note a source
 * as "Annual report, p. 4: https://…", and what they mean by it is for a person to decide. */

/* A longer title is cut; in code points. */
#define MAX_TITLE 160

static gboolean
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x2013 || c == 0x2014 ||
         (c < 0x80 && strchr (":,;-<([", (int) c) != NULL);
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* Appends @text to @line, white space as single spaces and none at the start. */
static void
append_words (GString *line, const char *text, gsize length_bytes)
{
  for (const char *p = text; p < text + length_bytes; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (line, c);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
}

static void
trim_end (GString *line)
{
  while (line->len > 0)
    {
      const char *last = g_utf8_prev_char (line->str + line->len);

      if (!is_separator (g_utf8_get_char (last)))
        return;
      g_string_truncate (line, last - line->str);
    }
}

/* What @line says besides the addresses in it. */
static char *
take_out_addresses (const char *line)
{
  GString *words = g_string_new (NULL);
  gsize start, length;

  while (galley_web_address_find (line, &start, &length))
    {
      append_words (words, line, start);
      trim_end (words);
      line += start + length;
      /* What closed a bracket that was only around the address. */
      line += strspn (line, ">)]");
    }
  append_words (words, line, strlen (line));
  trim_end (words);

  return g_string_free (words, FALSE);
}

static char *
shorten (const char *title)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (title, -1) <= MAX_TITLE)
    return g_strdup (title);

  start = g_utf8_substring (title, 0, MAX_TITLE - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* The name of the site, where nothing else is said of it. */
static char *
name_site (const char *address)
{
  g_autofree char *complete = galley_web_address_complete (address);
  g_autoptr (GUri) uri =
      complete != NULL ? g_uri_parse (complete, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0')
    return g_strdup (address);

  return g_strdup (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);
}

static char *
find_title_in_note (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *words = take_out_addresses (lines[i]);

      if (has_letters (words))
        return shorten (words);
    }

  return NULL;
}

static char *
find_title_in_link (GalleyRange range, GalleyDocument *document)
{
  g_autofree char *words = galley_text_slice (galley_document_get_text (document), range);
  g_autoptr (GString) line = g_string_new (NULL);

  append_words (line, words, strlen (words));

  return has_letters (line->str) ? shorten (g_strchomp (line->str)) : NULL;
}

/**
 * galley_remark_get_source_title:
 * @document: the draft that @remark is of
 *
 * Returns: (transfer full): what to call the source: the words that are linked, or the first line
 *   of the note without addresses; the name of the site where there is neither
 */
char *
galley_remark_get_source_title (const GalleyRemark *remark, GalleyDocument *document)
{
  g_autofree char *address = galley_remark_get_source_address (remark);
  char *title = remark->note != NULL ? find_title_in_note (remark->note->text)
                                     : find_title_in_link (remark->range, document);

  if (title == NULL)
    title = address != NULL ? name_site (address) : g_strdup ("");

  return title;
}

/**
 * galley_remark_get_source_address:
 *
 * Returns: (transfer full) (nullable): where the source is: what a link leads to, or the first
 *   address in a note; %NULL if nothing is said, or only another place of the article
 */
char *
galley_remark_get_source_address (const GalleyRemark *remark)
{
  gsize start, length;

  if (remark->link != NULL)
    return *remark->link->target != '\0' && *remark->link->target != '#'
               ? g_strdup (remark->link->target)
               : NULL;

  return galley_web_address_find (remark->note->text, &start, &length)
             ? g_strndup (remark->note->text + start, length)
             : NULL;
}
