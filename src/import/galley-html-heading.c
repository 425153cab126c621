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
#define MIN_COMMON_WORDS 3
#define MAX_H1 8 /* that are compared word by word */
#define EXACT_RATE 200
#define BEGINNING_RATE 20
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
 * @folded_title: a title, as galley_html_fold() gives it
 * @folded_heading: the words of a heading
 *
 * Returns: whether the title is but the beginning of the heading: machines take no more than some
 *   110 signs
 */
gboolean
galley_html_heading_is_cut_off (const char *folded_title, const char *folded_heading)
{
  return g_str_has_prefix (folded_heading, folded_title) &&
         galley_html_weigh (folded_title) >= MIN_CUT_WEIGHT;
}

/* Whether half of the words of the shorter of two lines, and no fewer than some, are in both. */
static gboolean
resemble (const char *folded, const char *folded_other)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_auto (GStrv) others = g_strsplit (folded_other, " ", -1);
  guint n_common = 0, n = MIN (g_strv_length (words), g_strv_length (others));

  for (guint i = 0; words[i] != NULL; i++)
    n_common += g_strv_contains ((const char *const *) others, words[i]);

  return n_common >= MIN_COMMON_WORDS && n_common * 2 >= n;
}

/* How well a heading fits the stated title, in percent: what part of the longer the shorter is, and
 * a little more for one that begins it. */
static guint
rate_heading (const GalleyHtmlTree *tree, guint heading, const char *folded_title)
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
  if (galley_html_heading_is_cut_off (folded_title, folded))
    return title_weight * 100 / weight;
  if (galley_html_heading_is_at_end (folded_title, folded))
    return weight * 100 / title_weight +
           (g_str_has_prefix (folded_title, folded) ? BEGINNING_RATE : 0);
  if (galley_html_heading_is_at_end (folded, folded_title))
    return title_weight * 100 / weight;

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
                 const char *folded_title,
                 Headings *headings)
{
  gboolean is_h1 = tree->nodes[node].tag == GUMBO_TAG_H1;
  guint rate = folded_title != NULL ? 4 * rate_heading (tree, node, folded_title) : 0;

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

      if (!resemble (folded, folded_title))
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
        look_at_heading (tree, features, i, folded_title, &headings);
    }

  if (headings.best != 0 || !may_resemble)
    return headings.best;
  if (headings.n_alike_h1 == 1)
    return headings.alike_h1;

  return headings.n_h1 == 1 && galley_html_weigh (title != NULL ? title : "") < MIN_BAR_WEIGHT
             ? headings.h1
             : 0;
}

/* What may hold the title of an old page, with nothing else in it. */
static gboolean
may_be_set_large (GumboTag tag)
{
  return galley_html_tag_get_display (tag) == GALLEY_HTML_BLOCK || tag == GUMBO_TAG_FONT ||
         tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_BIG ||
         tag == GUMBO_TAG_SPAN;
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
  guint weight = galley_html_weigh (title);

  for (guint i = 1; i < tree->n_nodes; i++)
    {
      g_autofree char *words = NULL;

      if (tree->nodes[i].text != NULL || !may_be_set_large (tree->nodes[i].tag) ||
          features[i].length < weight || features[i].linked > 0 ||
          features[i].length > weight + MAX_SIGNS_AROUND)
        continue;
      words = galley_html_tree_dup_words (tree, i);
      if (galley_html_title_agrees (title, words))
        return i;
    }

  return 0;
}
