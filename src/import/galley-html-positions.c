/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-positions.h"

#include "galley-html-words.h"
#include "galley-raised.h"

#include <string.h>

/* Editors and programs that know no elements for what is raised or lowered say it by styles. In a
 * formula the second and the third part of some elements are set higher or lower than the first. */

#define MAX_PARTS 3

/* The elements of formulas that set their parts at different heights, and how. */
static const struct
{
  const char *name;
  GalleyPosition parts[MAX_PARTS];
} scripts[] = {
  { "msup", { GALLEY_POSITION_LINE, GALLEY_POSITION_RAISED } },
  { "msub", { GALLEY_POSITION_LINE, GALLEY_POSITION_LOWERED } },
  { "msubsup", { GALLEY_POSITION_LINE, GALLEY_POSITION_LOWERED, GALLEY_POSITION_RAISED } },
  { "munderover", { GALLEY_POSITION_LINE, GALLEY_POSITION_LOWERED, GALLEY_POSITION_RAISED } },
};

/* What the element around makes of its part number @part, from 0. */
static GalleyPosition
find_in_formula (const char *name, guint part)
{
  if (name == NULL || part >= MAX_PARTS)
    return GALLEY_POSITION_LINE;

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (g_ascii_strcasecmp (name, scripts[i].name) == 0)
      return scripts[i].parts[part];

  return GALLEY_POSITION_LINE;
}

static GalleyPosition
find_own (const GalleyHtmlTree *tree, guint node, guint part)
{
  switch (tree->nodes[node].tag)
    {
    case GUMBO_TAG_SUP:
      return GALLEY_POSITION_RAISED;
    case GUMBO_TAG_SUB:
      return GALLEY_POSITION_LOWERED;
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_A:
      return galley_html_tree_get_position (tree, node);
    default:
      return find_in_formula (tree->nodes[tree->nodes[node].parent].name, part);
    }
}

/**
 * galley_html_positions_new:
 * @tree: a page
 * @node: index of an element
 *
 * Returns: (transfer full): a #GalleyPosition for the element and each node within it, in their
 *   order. What is raised or lowered within what is so already stays where that is.
 */
guint8 *
galley_html_positions_new (const GalleyHtmlTree *tree, guint node)
{
  guint n = tree->nodes[node].end - node;
  guint8 *positions = g_new0 (guint8, n);
  g_autofree guint8 *n_parts = g_new0 (guint8, n); /* elements in each so far, up to MAX_PARTS */

  for (guint i = 1; i < n; i++)
    {
      guint parent = tree->nodes[node + i].parent - node;

      positions[i] = positions[parent];
      if (tree->nodes[node + i].text != NULL)
        continue;
      if (positions[i] == GALLEY_POSITION_LINE)
        positions[i] = find_own (tree, node + i, n_parts[parent]);
      if (n_parts[parent] < MAX_PARTS)
        n_parts[parent]++;
    }

  return positions;
}

/**
 * galley_html_positions_dup_words:
 * @tree: a page
 * @node: index of an element
 *
 * Returns: (transfer full): what galley_html_tree_dup_words() does, with raised figures as such
 */
char *
galley_html_positions_dup_words (const GalleyHtmlTree *tree, guint node)
{
  g_autofree guint8 *positions = galley_html_positions_new (tree, node);
  g_autoptr (GString) words = g_string_new (NULL);
  GalleyRaised raised = { 0 };

  for (guint i = node; i < tree->nodes[node].end; i++)
    {
      const char *text = tree->nodes[i].text;

      if (tree->nodes[i].tag == GUMBO_TAG_BR)
        text = " ";
      if (text != NULL)
        galley_raised_append (&raised, positions[i - node], words, text, strlen (text));
      else if (galley_html_tree_is_unsaid (tree, i))
        i = tree->nodes[i].end - 1;
    }
  galley_raised_end (&raised, words);

  return galley_html_squeeze (words->str);
}
