/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-contents.h"

#include "galley-html-tags.h"
#include "galley-html-words.h"

#include <string.h>

/* What a long page has of contents: links to its places, above or beside them. The chapters of a
 * book on one page have headings of the first rank, as other articles do; but no page lists other
 * articles among its own contents. */

#define MIN_CONTENTS 4 /* places that are listed on a page that has contents */
#define MAX_HEADING_WEIGHT 200
#define MAX_HEADING_NODES 64
#define MAX_NODES_TO_NAME 24 /* from the start of an element to the name of its heading */

/* The first and the last of the links that lead to a place. */
typedef struct
{
  guint first;
  guint last;
} Links;

/**
 * galley_html_contents_collect:
 * @tree: a page
 *
 * Returns: (transfer full): what leads to which places of the page
 */
GHashTable *
galley_html_contents_collect (const GalleyHtmlTree *tree)
{
  GHashTable *contents =
      g_hash_table_new_full (g_str_hash, g_str_equal, /* key_destroy_func= */ NULL, g_free);

  for (guint i = 1; i < tree->n_nodes; i++)
    {
      const char *target = tree->nodes[i].tag == GUMBO_TAG_A
                               ? galley_html_tree_get_attribute (tree, i, "href")
                               : NULL;
      Links *links;

      if (target == NULL || target[0] != '#' || target[1] == '\0')
        continue;
      links = g_hash_table_lookup (contents, target + 1);
      if (links == NULL)
        {
          links = g_new0 (Links, 1);
          links->first = i;
          g_hash_table_insert (contents, (gpointer) (target + 1), links);
        }
      links->last = i;
    }

  return contents;
}

/* A link from outside of @node to the place @name, or 0. */
static guint
find_link (GHashTable *contents, const GalleyHtmlTree *tree, guint node, const char *name)
{
  const Links *links = name != NULL ? g_hash_table_lookup (contents, name) : NULL;

  if (links != NULL && links->first < node)
    return links->first;
  return links != NULL && links->last >= tree->nodes[node].end ? links->last : 0;
}

/**
 * galley_html_contents_lists:
 * @contents: as galley_html_contents_collect() gives it
 * @node: index of an element
 *
 * Returns: whether a link elsewhere leads to the element, or to what it begins with
 */
gboolean
galley_html_contents_lists (GHashTable *contents, const GalleyHtmlTree *tree, guint node)
{
  guint end = MIN (tree->nodes[node].end, node + MAX_NODES_TO_NAME);

  for (guint i = node; i < end && g_hash_table_size (contents) > 0; i++)
    if (tree->nodes[i].text == NULL &&
        (find_link (contents, tree, node, galley_html_tree_get_attribute (tree, i, "id")) != 0 ||
         (tree->nodes[i].tag == GUMBO_TAG_A &&
          find_link (contents, tree, node, galley_html_tree_get_attribute (tree, i, "name")) != 0)))
      return TRUE;

  return FALSE;
}

/* Whether the words of a link are those of the heading that the element at @node begins with. */
static gboolean
names_heading (const GalleyHtmlTree *tree,
               const GalleyHtmlFeatures *features,
               guint link,
               guint node)
{
  guint end = MIN (tree->nodes[node].end, node + MAX_NODES_TO_NAME), heading = node;
  g_autofree char *words = NULL, *link_words = NULL, *folded = NULL, *folded_link = NULL;

  while (heading < end && galley_html_tag_get_heading_level (tree->nodes[heading].tag) == 0)
    heading++;
  if (heading == end || features[heading].length > MAX_HEADING_WEIGHT ||
      features[link].length > MAX_HEADING_WEIGHT ||
      tree->nodes[heading].end - heading > MAX_HEADING_NODES ||
      tree->nodes[link].end - link > MAX_HEADING_NODES)
    return FALSE;

  words = galley_html_tree_dup_words (tree, heading);
  link_words = galley_html_tree_dup_words (tree, link);
  folded = galley_html_fold (words);
  folded_link = galley_html_fold (link_words);
  return *folded != '\0' && strcmp (folded, folded_link) == 0;
}

/**
 * galley_html_contents_trust:
 * @features: (inout): what is known of the nodes of @tree
 *
 * Forgets what sections are called that the contents of the page list, each with its heading: their
 * names are made of that, and one about menus is no menu.
 */
void
galley_html_contents_trust (const GalleyHtmlTree *tree, GalleyHtmlFeatures *features)
{
  g_autoptr (GHashTable) contents = galley_html_contents_collect (tree);

  if (g_hash_table_size (contents) < MIN_CONTENTS)
    return;

  for (guint i = 1; i < tree->n_nodes; i++)
    {
      const char *id =
          tree->nodes[i].text == NULL && (features[i].hints & GALLEY_HTML_HINT_ASIDE) != 0
              ? galley_html_tree_get_attribute (tree, i, "id")
              : NULL;
      guint link = find_link (contents, tree, i, id);

      if (link != 0 && names_heading (tree, features, link, i))
        features[i].hints &= ~(guint) GALLEY_HTML_HINT_ASIDE;
    }
}
