/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-stories.h"

#include "galley-html-tags.h"

#include <string.h>

/* Other articles on the page of one, whole or in a few words each, that no name or rank of a
 * heading tells from it. A whole one begins with a title that is marked up as that of the article
 * is. A list of teasers is made of several elements that each begin with a link and go on with a
 * sentence or two; it may say more than a short article does. */

#define MIN_CARDS 3
#define MIN_PART_OF_CARDS 75 /* percent of the elements with sentences in a list */
#define MAX_CARD_PROSE 2     /* paragraphs */
#define MAX_CARD_WEIGHT 240  /* of the sentences of one, on average */
#define MIN_HEADLINE_WEIGHT 16
#define MIN_STORY_PROSE 2    /* paragraphs of the article beside a list */
#define MAX_TEXTS_BEFORE 2   /* a label and a date stand before some headlines */
#define MAX_LABEL_WEIGHT 40  /* of each of them */
#define MAX_NODES_BEFORE 500 /* of a card that are looked at */
#define MAX_LEVELS 200       /* from what is looked at up to what is around the title, too */

static gboolean
is_like (const GalleyHtmlTree *tree, guint node, guint other)
{
  const char *class = galley_html_tree_get_attribute (tree, node, "class");

  return tree->nodes[node].tag == tree->nodes[other].tag && class != NULL && *class != '\0' &&
         g_strcmp0 (class, galley_html_tree_get_attribute (tree, other, "class")) == 0;
}

/* The element beside @node that holds the title, or 0. */
static guint
find_own (const GalleyHtmlTree *tree, guint heading, guint node)
{
  guint own = heading;

  for (guint level = 0; own > 0 && tree->nodes[own].parent != tree->nodes[node].parent; level++)
    own = level < MAX_LEVELS ? tree->nodes[own].parent : 0;

  return own;
}

/* Whether something says of an element that it is an article of its own, and no section: who wrote
 * it, when it appeared, or that its heading leads to it. */
static gboolean
is_signed (const GalleyHtmlTree *tree,
           const GalleyHtmlFeatures *features,
           guint heading,
           guint node)
{
  if (features[heading].n_links > 0)
    return TRUE;
  for (guint i = node; i < tree->nodes[node].end; i++)
    if (tree->nodes[i].tag == GUMBO_TAG_TIME ||
        (features[i].hints & (GALLEY_HTML_HINT_BYLINE | GALLEY_HTML_HINT_DATE)) != 0)
      return TRUE;

  return FALSE;
}

/**
 * galley_html_stories_begins_alike:
 * @heading: index of the article's title
 * @node: index of an element that does not hold it
 *
 * Returns: whether the first words of the element stand in an element that has the tag and the
 *   class of the title, as those of the next article do, which has to say that it is one if these
 * are headings; a title without a class is like anything, and one that has hardly a sentence beside
 * it is the first of an article in sections
 */
gboolean
galley_html_stories_begins_alike (const GalleyHtmlTree *tree,
                                  const GalleyHtmlFeatures *features,
                                  guint heading,
                                  guint node)
{
  guint i = node + 1, own = find_own (tree, heading, node);

  if (own == 0 || features[own].n_prose < features[heading].n_prose + MIN_STORY_PROSE)
    return FALSE;
  while (i < tree->nodes[node].end && tree->nodes[i].text == NULL)
    {
      if (features[i].length == 0)
        i = tree->nodes[i].end;
      else if (features[i].n_prose == 0 && is_like (tree, i, heading))
        return galley_html_tag_get_heading_level (tree->nodes[i].tag) == 0 ||
               is_signed (tree, features, i, node);
      else
        i++;
    }

  return FALSE;
}

/* Whether one of the first texts of an element is a headline that is a link to another page. */
static gboolean
begins_with_link (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  guint n_before = 0, end = MIN (tree->nodes[node].end, node + MAX_NODES_BEFORE);

  for (guint i = node + 1; i < end && n_before <= MAX_TEXTS_BEFORE; i++)
    {
      if (tree->nodes[i].text == NULL || features[i].length == 0)
        continue;
      if (features[i].linked >= MIN_HEADLINE_WEIGHT)
        return TRUE;
      if (features[i].length > MAX_LABEL_WEIGHT)
        return FALSE;
      n_before++;
    }

  return FALSE;
}

static gboolean
is_card (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  const GalleyHtmlFeatures *f = &features[node];

  return f->n_links > 0 && f->n_prose <= MAX_CARD_PROSE && begins_with_link (tree, features, node);
}

/* Whether there are sentences beside @node, which does not hold the title, in the smallest element
 * around both. */
static gboolean
is_beside_sentences (const GalleyHtmlTree *tree,
                     const GalleyHtmlFeatures *features,
                     guint heading,
                     guint node)
{
  guint top = node, around = tree->nodes[node].parent;

  for (guint level = 0; around > 0 && (heading < around || heading >= tree->nodes[around].end);
       level++)
    {
      if (level == MAX_LEVELS)
        return FALSE;
      top = around;
      around = tree->nodes[around].parent;
    }

  return features[around].n_prose >=
         features[top].n_prose + features[heading].n_prose + MIN_STORY_PROSE;
}

/**
 * galley_html_stories_is_list:
 * @heading: index of the article's title
 * @node: index of an element that does not hold it
 *
 * Returns: whether the element is a list of teasers, and an article may well be beside it
 */
gboolean
galley_html_stories_is_list (const GalleyHtmlTree *tree,
                             const GalleyHtmlFeatures *features,
                             guint heading,
                             guint node)
{
  guint n_cards = 0, n = 0, prose = 0;

  if (features[node].n_links < MIN_CARDS || (features[node].hints & GALLEY_HTML_HINT_BODY) != 0)
    return FALSE;

  for (guint i = node + 1; i < tree->nodes[node].end; i = tree->nodes[i].end)
    {
      if (features[i].prose == 0)
        continue;
      n++;
      prose += features[i].prose;
      n_cards += galley_html_tag_get_display (tree->nodes[i].tag) == GALLEY_HTML_BLOCK &&
                 is_card (tree, features, i);
    }

  return n_cards >= MIN_CARDS && n_cards * 100 >= n * MIN_PART_OF_CARDS &&
         prose <= n * MAX_CARD_WEIGHT && is_beside_sentences (tree, features, heading, node);
}
