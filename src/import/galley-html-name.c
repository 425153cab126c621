/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-name.h"

#include "galley-html-words.h"

#include <string.h>

/* The name of a publication is written in several ways on one page: "The Daily News" for machines,
 * "Daily News" after the title, "dailynews.example" where somebody had no better idea. They have
 * the same letters but for an article before them and a domain after. */

#define MIN_LABEL_BYTES 4 /* of a part of an address that is a name, and not "www" or "co" */

/**
 * galley_html_name_is_host:
 * @line: a name
 *
 * Returns: whether @line is the name of a site, such as "outlook.example"
 */
gboolean
galley_html_name_is_host (const char *line)
{
  const char *dot = strrchr (line, '.');

  return dot != NULL && dot > line && strchr (line, ' ') == NULL && strlen (dot + 1) >= 2 &&
         strspn (dot + 1, "abcdefghijklmnopqrstuvwxyz") == strlen (dot + 1);
}

/* The letters of a name, of one case, without spaces, article and domain. */
static char *
dup_letters (const char *name)
{
  g_autofree char *bare = galley_html_name_is_host (name)
                              ? g_strndup (name, strrchr (name, '.') - name)
                              : g_strdup (name);
  g_autofree char *folded = galley_html_fold (bare);
  const char *start = folded;
  g_auto (GStrv) words = NULL;

  if (g_str_has_prefix (start, "the ") || g_str_has_prefix (start, "www "))
    start += strlen ("the ");
  words = g_strsplit (start, " ", -1);

  return g_strjoinv ("", words);
}

/**
 * galley_html_name_agrees:
 * @name: the name of a publication or a person
 * @words: some words
 *
 * Returns: whether @words are that name, however it is written
 */
gboolean
galley_html_name_agrees (const char *name, const char *words)
{
  g_autofree char *letters = dup_letters (name);
  g_autofree char *other = dup_letters (words);

  return *letters != '\0' && strcmp (letters, other) == 0;
}

/**
 * galley_html_name_is_in_address:
 * @address: the address of a page
 * @words: some words
 *
 * Returns: whether @words are what the site is called in @address
 */
gboolean
galley_html_name_is_in_address (const char *address, const char *words)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, /* error= */ NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_auto (GStrv) labels = host != NULL ? g_strsplit (host, ".", -1) : NULL;
  g_autofree char *letters = dup_letters (words);

  for (guint i = 0; labels != NULL && labels[i] != NULL && labels[i + 1] != NULL; i++)
    {
      g_autofree char *label = dup_letters (labels[i]);

      if (strlen (label) >= MIN_LABEL_BYTES && strcmp (label, letters) == 0)
        return TRUE;
    }

  return FALSE;
}
