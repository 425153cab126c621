/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-heading.h"

#include "galley-html-tags.h"
#include "galley-html-title.h"
#include "galley-html-words.h"

#include <string.h>

/* Which heading of a page shows the title that is stated for machines, which often has more in it
 * than the heading, or is cut off. */

#define MIN_TITLE_WEIGHT 8 /* of what is left of a title without the publication's name */
#define MIN_BAR_WEIGHT 5   /* of a title bar that says more than a lone heading */
#define MIN_H1_WEIGHT 4    /* of one that the title begins with */
#define MIN_CUT_WEIGHT 60
#define MIN_BROKEN_WEIGHT 15 /* of a title that ends with dots */
#define MIN_LONE_WEIGHT 20   /* of a heading that is a title, and no name */
#define MIN_TEXT_WEIGHT 70   /* of a text that is a paragraph */
#define DEFAULT_SIZE '3'     /* of letters, as HTML counts it */
#define MAX_H1 8             /* that are compared word by word */
#define EXACT_RATE 200
#define BEGINNING_RATE 20
#define LABELLED_RATE 75
#define MIN_RATE 30 /* of a heading that is the title; less is but the publication's name */
#define MAX_SIGNS_AROUND 4
#define MAX_HEADING_WEIGHT 300

/**
 * galley_html_heading_is_at_end:
 * @whole: words, as galley_html_fold() gives them
 * @part: others
 *
 * Returns: whether the words of @part stand in @whole, at one of its ends
 */
gboolean
galley_html_heading_is_at_end (const char *whole, const char *part)
{
  gsize part_bytes = strlen (part), whole_bytes = strlen (whole);

  if (part_bytes == 0 || part_bytes > whole_bytes)
    return FALSE;
  if (part_bytes == whole_bytes)
    return strcmp (whole, part) == 0;

  return (g_str_has_prefix (whole, part) && whole[part_bytes] == ' ') ||
         (g_str_has_suffix (whole, part) && whole[whole_bytes - part_bytes - 1] == ' ');
}

/**
 * galley_html_heading_is_cut_off:
 * @title: a title
 * @folded_title: the same, as galley_html_fold() gives it
 * @folded_heading: the words of a heading
 *
 * Returns: whether the title is but the beginning of the heading: machines take no more than some
 *   110 signs, and those who write for them often say with dots that they go on
 */
gboolean
galley_html_heading_is_cut_off (const char *title,
                                const char *folded_title,
                                const char *folded_heading)
{
  gboolean goes_on = g_str_has_suffix (title, "…") || g_str_has_suffix (title, "...");

  return g_str_has_prefix (folded_heading, folded_title) &&
         galley_html_weigh (folded_title) >= (goes_on ? MIN_BROKEN_WEIGHT : MIN_CUT_WEIGHT);
}

/* How well a heading fits the stated title, in percent: what part of the longer the shorter is, a
 * little more for one that begins it, or begins with it, and less for one with a label before it:
 * "Share this article: …". */
static guint
rate_heading (const GalleyHtmlTree *tree,
              guint heading,
              const char *title,
              const char *folded_title)
{
  g_autofree char *words = galley_html_tree_dup_words (tree, heading);
  g_autofree char *folded = galley_html_fold (words);
  guint weight = galley_html_weigh (folded), title_weight = galley_html_weigh (folded_title);

  if (weight == 0 || title_weight == 0)
    return 0;
  if (strcmp (folded, folded_title) == 0)
    return EXACT_RATE;
  if (MIN (weight, title_weight) < MIN_TITLE_WEIGHT &&
      (tree->nodes[heading].tag != GUMBO_TAG_H1 || weight < MIN_H1_WEIGHT ||
       !g_str_has_prefix (folded_title, folded)))
    return 0;
  if (galley_html_heading_is_cut_off (title, folded_title, folded))
    return title_weight * 100 / weight + BEGINNING_RATE;
  if (galley_html_heading_is_at_end (folded_title, folded))
    return weight * 100 / title_weight +
           (g_str_has_prefix (folded_title, folded) ? BEGINNING_RATE : 0);
  if (galley_html_heading_is_at_end (folded, folded_title))
    return g_str_has_prefix (folded, folded_title) ? title_weight * 100 / weight + BEGINNING_RATE
                                                   : title_weight * LABELLED_RATE / weight;

  return 0;
}

static gboolean
may_be_title (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  guint level = galley_html_tag_get_heading_level (tree->nodes[node].tag);

  return features[node].length > 0 && features[node].length <= MAX_HEADING_WEIGHT &&
         ((level > 0 && level <= 3) ||
          (tree->nodes[node].text == NULL && (features[node].hints & GALLEY_HTML_HINT_TITLE) != 0));
}

typedef struct
{
  guint best; /* heading, or 0 */
  guint best_rate;
  guint n_h1;
  guint h1;         /* the last */
  guint n_alike_h1; /* that say in other words what the title does */
  guint alike_h1;
} Headings;

static void
look_at_heading (const GalleyHtmlTree *tree,
                 const GalleyHtmlFeatures *features,
                 guint node,
                 const char *title,
                 const char *folded_title,
                 Headings *headings)
{
  gboolean is_h1 = tree->nodes[node].tag == GUMBO_TAG_H1;
  guint rate = folded_title != NULL ? 4 * rate_heading (tree, node, title, folded_title) : 0;

  /* A teaser of the article itself, in a list of what is read most, says the same. */
  if (rate > 0)
    rate += 2 * is_h1 + (features[node].linked == 0);
  if (rate >= 4 * MIN_RATE && rate > headings->best_rate)
    {
      headings->best = node;
      headings->best_rate = rate;
    }
  if (!is_h1)
    return;

  headings->n_h1++;
  headings->h1 = node;
  if (folded_title != NULL && headings->n_h1 <= MAX_H1)
    {
      g_autofree char *words = galley_html_tree_dup_words (tree, node);
      g_autofree char *folded = galley_html_fold (words);

      if (!galley_html_resemble (folded, folded_title))
        return;
      headings->n_alike_h1++;
      headings->alike_h1 = node;
    }
}

/**
 * galley_html_heading_find:
 * @title: (nullable): the stated title
 * @may_resemble: whether a heading may say it in other words
 *
 * Returns: index of the heading that is the stated title, or of the only h1 that says nearly the
 *   same, or of the only h1 of a page that states hardly any; or 0
 */
guint
galley_html_heading_find (const GalleyHtmlTree *tree,
                          const GalleyHtmlFeatures *features,
                          const char *title,
                          gboolean may_resemble)
{
  g_autofree char *folded_title = title != NULL ? galley_html_fold (title) : NULL;
  Headings headings = { 0 };

  for (guint i = 1; i < tree->n_nodes; i++)
    {
      if (galley_html_tag_get_display (tree->nodes[i].tag) == GALLEY_HTML_UNSEEN)
        i = tree->nodes[i].end - 1;
      else if (may_be_title (tree, features, i))
        look_at_heading (tree, features, i, title, folded_title, &headings);
    }

  if (headings.best != 0 || !may_resemble)
    return headings.best;
  if (headings.n_alike_h1 == 1)
    return headings.alike_h1;

  return headings.n_h1 == 1 && galley_html_weigh (title != NULL ? title : "") < MIN_BAR_WEIGHT
             ? headings.h1
             : 0;
}

/**
 * galley_html_heading_find_lone:
 *
 * Returns: index of the only h1 of a page that is no link and more than a name, with sentences
 *   after it and none before it; or 0
 */
guint
galley_html_heading_find_lone (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features)
{
  guint heading = 0;

  for (guint i = 1;
       i < tree->n_nodes && (heading != 0 || features[i].n_prose == 0 || features[i].n_h1 > 0); i++)
    {
      if (tree->nodes[i].tag != GUMBO_TAG_H1 || features[i].length == 0)
        continue;
      if (heading != 0)
        return 0;
      heading = i;
    }

  return heading != 0 && features[heading].linked == 0 && !features[heading].is_hidden &&
                 features[heading].length >= MIN_LONE_WEIGHT &&
                 features[heading].length <= MAX_HEADING_WEIGHT &&
                 features[0].n_prose > features[heading].n_prose
             ? heading
             : 0;
}

/* Whether an element sets its words in larger letters than those around it. */
static gboolean
is_large (const GalleyHtmlTree *tree, guint node)
{
  const char *size = tree->nodes[node].tag == GUMBO_TAG_FONT
                         ? galley_html_tree_get_attribute (tree, node, "size")
                         : NULL;

  return tree->nodes[node].tag == GUMBO_TAG_BIG ||
         (size != NULL && (size[0] == '+' || (size[0] > DEFAULT_SIZE && size[0] <= '7')));
}

/**
 * galley_html_heading_find_large:
 *
 * Returns: index of the line in large letters that stands above the text of a page without
 *   headings, as old pages have it, and is next to the text; or 0
 */
guint
galley_html_heading_find_large (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features)
{
  guint heading = 0;
  gboolean is_in_text = FALSE;

  for (guint i = 1; i < tree->n_nodes; i++)
    {
      guint level = galley_html_tag_get_heading_level (tree->nodes[i].tag);

      if (level > 0 && level <= 3 && features[i].length > 0)
        return 0;
      if (tree->nodes[i].text != NULL)
        is_in_text |= features[i].length >= MIN_TEXT_WEIGHT &&
                      (heading == 0 || i >= tree->nodes[heading].end);
      else if (!is_in_text && is_large (tree, i) && features[i].linked == 0 &&
               !features[i].is_hidden && features[i].length >= MIN_LONE_WEIGHT &&
               features[i].length <= MAX_HEADING_WEIGHT && features[i].n_prose == 0)
        heading = i;
    }

  return is_in_text ? heading : 0;
}

/* What may hold the title of an old page, with nothing else in it. */
static gboolean
may_be_set_large (GumboTag tag)
{
  return galley_html_tag_get_display (tag) == GALLEY_HTML_BLOCK || tag == GUMBO_TAG_FONT ||
         tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_BIG ||
         tag == GUMBO_TAG_SPAN;
}

/* The first element that says nothing but @words, or 0. */
static guint
find_block (const GalleyHtmlTree *tree,
            const GalleyHtmlFeatures *features,
            const char *words,
            gboolean is_label)
{
  guint weight = galley_html_weigh (words);

  for (guint i = 1; i < tree->n_nodes; i++)
    {
      GumboTag tag = tree->nodes[i].tag;
      g_autofree char *own = NULL;

      if (tree->nodes[i].text != NULL || !may_be_set_large (tag) || features[i].length < weight ||
          features[i].length > weight + MAX_SIGNS_AROUND ||
          (is_label ? galley_html_tag_get_heading_level (tag) > 0 : features[i].linked > 0))
        continue;
      own = galley_html_tree_dup_words (tree, i);
      if (galley_html_title_agrees (words, own))
        return i;
    }

  return 0;
}

/**
 * galley_html_heading_find_block:
 * @title: the stated title
 *
 * Looks for the title where it is in no heading but set in large letters, as on old pages.
 *
 * Returns: index of a block or a part of a line that says nothing else, or 0
 */
guint
galley_html_heading_find_block (const GalleyHtmlTree *tree,
                                const GalleyHtmlFeatures *features,
                                const char *title)
{
  return find_block (tree, features, title, /* is_label= */ FALSE);
}

/**
 * galley_html_heading_is_label:
 * @words: what stands before a title
 *
 * Returns: whether a line of the page that is no heading, but may be a link, says nothing but
 *   @words, as the name of a section or of a person
 */
gboolean
galley_html_heading_is_label (const GalleyHtmlTree *tree,
                              const GalleyHtmlFeatures *features,
                              const char *words)
{
  return find_block (tree, features, words, /* is_label= */ TRUE) != 0;
}
