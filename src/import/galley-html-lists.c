/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-lists.h"

#include "galley-html-lines.h"
#include "galley-html-table.h"
#include "galley-html-tags.h"

/* Lists within an article of where else to go: links, or teasers of other articles. One that the
 * text speaks of is none. */

#define MIN_PROSE_LEFT 2 /* paragraphs beside a list, however large it is */
#define MAX_CARD_PART 4
#define MAX_TEASER_WEIGHT 120 /* of the sentences in each of many teasers */
#define MAX_LABEL_WEIGHT 30   /* of a line that says no more than that links come */
#define MAX_ANNOUNCEMENT 600  /* of a paragraph that ends with one of a list */
#define MIN_LINKED_PART 2     /* half of a block in links makes it a list of links */

/* Whether a list is all of what an item goes on with that begins with words of its own ("In
 * progress:"), and which stays: the list is what these words speak of. */
static gboolean
is_list_of_item (const GalleyHtmlTree *tree,
                 const GalleyHtmlFeatures *features,
                 const guint8 *parts,
                 guint node)
{
  guint item = tree->nodes[node].parent, first = item + 1;

  if (tree->nodes[item].tag != GUMBO_TAG_LI || parts[item] != GALLEY_HTML_PART_BODY)
    return FALSE;
  while (first < node && features[first].length == 0)
    first = tree->nodes[first].end;

  return first < node && features[first].linked == 0;
}

/* Whether a list is what the line of the article above it announces ("The jury chose these
 * three:"), unless that says to have other articles below it. */
static gboolean
is_announced (const GalleyHtmlTree *tree,
              const GalleyHtmlFeatures *features,
              const guint8 *parts,
              guint node)
{
  guint line = node - 1;
  g_autofree char *words = NULL;

  while (line > 0 && (tree->nodes[line].text == NULL || features[line].length == 0))
    line--;
  while (line > 0 && galley_html_tag_get_display (tree->nodes[line].tag) != GALLEY_HTML_BLOCK)
    line = tree->nodes[line].parent;
  if (line == 0 || tree->nodes[line].end > node || parts[line] != GALLEY_HTML_PART_BODY ||
      features[line].length <= MAX_LABEL_WEIGHT || features[line].length > MAX_ANNOUNCEMENT)
    return FALSE;

  words = galley_html_tree_dup_words (tree, line);
  return g_str_has_suffix (words, ":") && !galley_html_lines_opens_stories (words);
}

/**
 * galley_html_lists_is_of_links:
 * @parts: for each node, what it is to the article so far
 * @node: index of an element of the article
 *
 * Returns: whether more than half of the element is in lines that are nothing but links; references
 *   have other words, too
 */
gboolean
galley_html_lists_is_of_links (const GalleyHtmlTree *tree,
                               const GalleyHtmlFeatures *features,
                               const guint8 *parts,
                               guint node)
{
  const GalleyHtmlFeatures *f = &features[node];

  if (tree->nodes[node].tag == GUMBO_TAG_TABLE && galley_html_table_is_data (tree, node))
    return FALSE;
  if (tree->nodes[node].tag == GUMBO_TAG_UL || tree->nodes[node].tag == GUMBO_TAG_OL)
    return f->n_links > 0 && f->listed * 4 >= f->length * 3 &&
           !is_list_of_item (tree, features, parts, node) &&
           !is_announced (tree, features, parts, node);

  return galley_html_tag_is_container (tree->nodes[node].tag) && f->n_links > 0 &&
         f->listed * MIN_LINKED_PART > f->length && f->prose * 3 < f->length;
}

/* Whether all headings of teasers are in one of the elements within @node, and sentences are beside
 * it: that element is the list, and not all of @node. */
static gboolean
is_around_teasers (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  for (guint i = node + 1; i < tree->nodes[node].end; i = tree->nodes[i].end)
    if (features[i].n_teasers == features[node].n_teasers)
      return features[i].n_prose < features[node].n_prose;

  return FALSE;
}

/**
 * galley_html_lists_is_of_teasers:
 * @body: index of the element that holds the article
 * @node: index of an element within it
 *
 * Returns: whether the element has headings that lead to other pages, each with hardly more than a
 *   paragraph below it; one such is enough where the markup says that it is another article
 */
gboolean
galley_html_lists_is_of_teasers (const GalleyHtmlTree *tree,
                                 const GalleyHtmlFeatures *features,
                                 guint body,
                                 guint node)
{
  const GalleyHtmlFeatures *f = &features[node];

  if ((f->hints & GALLEY_HTML_HINT_BODY) != 0 || f->n_prose > f->n_teasers ||
      (f->n_teasers >= 2 && is_around_teasers (tree, features, node)))
    return FALSE;
  if (f->n_teasers >= 2 &&
      (galley_html_tag_is_container (tree->nodes[node].tag) ||
       tree->nodes[node].tag == GUMBO_TAG_TD) &&
      f->prose <= f->n_teasers * MAX_TEASER_WEIGHT &&
      f->n_prose + MIN_PROSE_LEFT <= features[body].n_prose)
    return TRUE;
  if (features[body].n_teasers * 2 > features[body].n_prose)
    return FALSE;
  if (tree->nodes[node].tag == GUMBO_TAG_ARTICLE && f->n_teasers > 0)
    return galley_html_features_is_small_part (features, node, body, MAX_CARD_PART);

  return galley_html_tag_is_container (tree->nodes[node].tag) && f->n_teasers >= 2 &&
         galley_html_features_is_small_part (features, node, body, 2);
}
