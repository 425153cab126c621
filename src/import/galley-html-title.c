/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-title.h"

#include "galley-html-tags.h"
#include "galley-html-words.h"

#include <string.h>

/* The title as the page states it for machines often has the name of the publication after it, or
 * before it. What of it is the headline, a heading of the page says; where there is none, the name
 * of the publication; and only for the text of the title bar, the signs that part them. */

#define MIN_TITLE_WEIGHT 8 /* of what is left of a title without the publication's name */
#define MIN_BAR_WEIGHT 5   /* of a title bar that says more than a lone heading */
#define EXACT_RATE 200
#define BEGINNING_RATE 20
#define MIN_RATE 30 /* of a heading that is the title; less is but the publication's name */
#define MAX_SIGNS_AROUND 4
#define MAX_HEADING_WEIGHT 300

static const char *const separators[] = { " | ", " – ",  " — ", " - ", " » ",
                                          " · ", " :: ", " / ", " • " };

/* Whether the words of @part stand in @whole, at one of its ends. */
static gboolean
is_at_end (const char *whole, const char *part)
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
 * galley_html_title_agrees:
 * @title: a title
 * @words: the words of a heading
 *
 * Returns: whether @words are the title, however they are set
 */
gboolean
galley_html_title_agrees (const char *title, const char *words)
{
  g_autofree char *folded_title = galley_html_fold (title);
  g_autofree char *folded_words = galley_html_fold (words);

  return *folded_title != '\0' && strcmp (folded_title, folded_words) == 0;
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
  if (MIN (weight, title_weight) < MIN_TITLE_WEIGHT)
    return 0;
  if (is_at_end (folded_title, folded))
    return weight * 100 / title_weight +
           (g_str_has_prefix (folded_title, folded) ? BEGINNING_RATE : 0);
  if (is_at_end (folded, folded_title))
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

/* The heading that is the stated title, or the only h1 of a page that states hardly any. */
static guint
find_heading (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, const char *title)
{
  g_autofree char *folded_title = title != NULL ? galley_html_fold (title) : NULL;
  guint best = 0, best_rate = 0, n_h1 = 0, h1 = 0;

  for (guint i = 1; i < tree->n_nodes; i++)
    {
      guint rate;

      if (galley_html_tag_get_display (tree->nodes[i].tag) == GALLEY_HTML_UNSEEN)
        {
          i = tree->nodes[i].end - 1;
          continue;
        }
      if (!may_be_title (tree, features, i))
        continue;
      if (tree->nodes[i].tag == GUMBO_TAG_H1)
        {
          n_h1++;
          h1 = i;
        }
      rate = folded_title != NULL ? 2 * rate_heading (tree, i, folded_title) : 0;
      rate += rate > 0 && tree->nodes[i].tag == GUMBO_TAG_H1;
      if (rate >= 2 * MIN_RATE && rate > best_rate)
        {
          best = i;
          best_rate = rate;
        }
    }

  if (best == 0 && n_h1 == 1 && galley_html_weigh (title != NULL ? title : "") < MIN_BAR_WEIGHT)
    return h1;

  return best;
}

/* Old pages set the title in no heading, but in large letters: a block that says nothing else. */
static guint
find_block (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, const char *title)
{
  guint weight = galley_html_weigh (title);

  for (guint i = 1; i < tree->n_nodes; i++)
    {
      g_autofree char *words = NULL;

      if (galley_html_tag_get_display (tree->nodes[i].tag) != GALLEY_HTML_BLOCK ||
          features[i].length < weight || features[i].length > weight + MAX_SIGNS_AROUND)
        continue;
      words = galley_html_tree_dup_words (tree, i);
      if (galley_html_title_agrees (title, words))
        return i;
    }

  return 0;
}

/* Cuts the name of the publication or of the author off the end or the start of a title. */
static void
cut_name (char **title, const char *whole_name)
{
  g_autofree char *name = whole_name != NULL ? galley_html_fold (whole_name) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators) && name != NULL && *name != '\0'; i++)
    {
      char *last = g_strrstr (*title, separators[i]), *first = strstr (*title, separators[i]);
      g_autofree char *tail =
          last != NULL ? galley_html_fold (last + strlen (separators[i])) : NULL;
      g_autofree char *start = first != NULL ? g_strndup (*title, first - *title) : NULL;
      g_autofree char *head = start != NULL ? galley_html_fold (start) : NULL;

      if (tail != NULL && strcmp (tail, name) == 0)
        {
          *last = '\0';
          return;
        }
      if (head != NULL && strcmp (head, name) == 0)
        {
          char *rest = g_strdup (first + strlen (separators[i]));

          g_free (*title);
          *title = rest;
          return;
        }
    }
}

/* What a title bar says before the last sign that parts, if that is enough to be a title. */
static void
cut_last_part (char **title)
{
  char *cut = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      char *last = g_strrstr (*title, separators[i]);

      if (last != NULL && (cut == NULL || last > cut))
        cut = last;
    }
  if (cut != NULL)
    {
      g_autofree char *rest = g_strndup (*title, cut - *title);
      g_autofree char *folded = galley_html_fold (rest);

      if (galley_html_weigh (folded) >= MIN_TITLE_WEIGHT)
        *cut = '\0';
    }
}

static char *
read_title_bar (const GalleyHtmlTree *tree)
{
  guint head = galley_html_tree_find (tree, 0, GUMBO_TAG_HEAD);
  guint title = galley_html_tree_find (tree, head, GUMBO_TAG_TITLE);
  char *words = title != 0 ? galley_html_tree_dup_words (tree, title) : NULL;

  if (words != NULL && *words == '\0')
    g_clear_pointer (&words, g_free);

  return words;
}

/**
 * galley_html_title_settle:
 * @metadata: (inout): what is stated for machines
 *
 * Finds the title, and the heading that shows it.
 */
void
galley_html_title_settle (const GalleyHtmlTree *tree,
                          const GalleyHtmlFeatures *features,
                          GalleyHtmlMetadata *metadata)
{
  char **title = &metadata->values[GALLEY_METADATA_TITLE];
  gboolean from_bar = *title == NULL;

  if (from_bar)
    *title = read_title_bar (tree);
  if (*title != NULL)
    {
      cut_name (title, metadata->values[GALLEY_METADATA_PUBLICATION]);
      cut_name (title, metadata->values[GALLEY_METADATA_BYLINE]);
    }
  metadata->heading = find_heading (tree, features, *title);
  if (metadata->heading == 0 && metadata->other_title != NULL)
    {
      metadata->heading = find_heading (tree, features, metadata->other_title);
      if (metadata->heading != 0)
        {
          g_free (*title);
          *title = g_strdup (metadata->other_title);
        }
    }
  if (metadata->heading == 0 && *title != NULL)
    metadata->heading = find_block (tree, features, *title);
  if (from_bar && *title != NULL && metadata->heading == 0)
    cut_last_part (title);

  if (metadata->heading != 0 && (from_bar || *title == NULL))
    {
      g_free (*title);
      *title = galley_html_tree_dup_words (tree, metadata->heading);
    }
  if (*title != NULL)
    g_strstrip (*title);
}
