/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-epub-place.h"

#include "galley-zip.h"

#include <string.h>

/* A place in a book is written "MEMBER#ID". */

#define MAX_SIGN_CHARS 6 /* "[123]" and "↩" with a selector */

/**
 * galley_epub_place_new:
 * @member: name of a chapter
 * @tree: its markup
 * @node: index of a node
 *
 * Returns: (transfer full) (nullable): the place where the node is; %NULL if nothing can refer to
 * it
 */
char *
galley_epub_place_new (const char *member, const GalleyHtmlTree *tree, guint node)
{
  const char *id = NULL;

  if (tree->nodes[node].attributes != NULL)
    id = galley_html_tree_get_attribute (tree, node, "id");
  if (id == NULL && tree->nodes[node].tag == GUMBO_TAG_A)
    id = galley_html_tree_get_attribute (tree, node, "name");

  return id != NULL && *id != '\0' ? g_strconcat (member, "#", id, NULL) : NULL;
}

static char *
resolve (const char *member, const char *href)
{
  const char *slash = strrchr (member, '/'), *hash = strchr (href, '#');
  g_autofree char *scheme = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;

  if (hash == NULL || hash[1] == '\0' || (scheme = g_uri_parse_scheme (href)) != NULL)
    return NULL;

  id = g_uri_unescape_string (hash + 1, NULL);
  if (hash == href)
    return g_strconcat (member, "#", id != NULL ? id : hash + 1, NULL);

  folder = g_strndup (member, slash != NULL ? slash + 1 - member : 0);
  path = g_strndup (href, hash - href);
  name = galley_zip_resolve (folder, path);
  return g_strconcat (name, "#", id != NULL ? id : hash + 1, NULL);
}

/**
 * galley_epub_place_find_target:
 * @member: name of a chapter
 * @tree: its markup
 * @link: index of a node
 *
 * Returns: (transfer full) (nullable): the place that the link leads to; %NULL if it leads out of
 *   the book, or to no certain place in it
 */
char *
galley_epub_place_find_target (const char *member, const GalleyHtmlTree *tree, guint link)
{
  const char *href = galley_html_tree_get_attribute (tree, link, "href");

  return href != NULL ? resolve (member, href) : NULL;
}

/**
 * galley_epub_place_is_short:
 * @link: index of a node
 *
 * Returns: whether its words are a sign rather than words: a number, a star, an arrow or one
 * letter, perhaps in brackets
 */
gboolean
galley_epub_place_is_short (const GalleyHtmlTree *tree, guint link)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_letters = 0;

  for (guint i = link; i < tree->nodes[link].end; i++)
    {
      if (tree->nodes[i].text != NULL)
        g_string_append (words, tree->nodes[i].text);
      if (words->len > 16 * MAX_SIGN_CHARS)
        return FALSE;
    }

  g_strstrip (words->str);
  for (const char *p = words->str; *p != '\0'; p = g_utf8_next_char (p))
    n_letters += g_unichar_isalpha (g_utf8_get_char (p));
  return *words->str != '\0' && g_utf8_strlen (words->str, -1) <= MAX_SIGN_CHARS && n_letters <= 1;
}
