/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-initial.h"

#include "galley-html-tags.h"

/* Old books begin with a letter that is a picture, and so do their copies. Without it the first
 * word is another one. */

/* Whether @words are one capital, maybe behind a quotation mark. */
static gboolean
is_letter (const char *words)
{
  if (g_unichar_ispunct (g_utf8_get_char (words)))
    words = g_utf8_next_char (words);

  return g_unichar_isupper (g_utf8_get_char (words)) && *g_utf8_next_char (words) == '\0';
}

/**
 * galley_html_initial_find:
 * @node: index of an element at the beginning of a block
 *
 * Returns: (transfer none) (nullable): the letter that it shows, if it is a picture of one and
 * words of the same block follow
 */
const char *
galley_html_initial_find (const GalleyHtmlTree *tree, guint node)
{
  const GalleyHtmlNode *nodes = tree->nodes;
  const char *letter =
      nodes[node].tag == GUMBO_TAG_IMG ? galley_html_tree_get_attribute (tree, node, "alt") : NULL;

  if (letter == NULL || *letter == '\0' || !is_letter (letter))
    return NULL;

  for (guint i = nodes[node].end; i < tree->n_nodes; i++)
    {
      if (nodes[i].text != NULL)
        return letter;
      if (galley_html_tag_get_display (nodes[i].tag) == GALLEY_HTML_BLOCK ||
          nodes[i].tag == GUMBO_TAG_BR || nodes[i].tag == GUMBO_TAG_IMG)
        return NULL;
    }

  return NULL;
}
