/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-ruby.h"

#include "galley-html-words.h"

/* How a word is read stands in small letters above it, as is usual in Japanese. On one line it
 * follows the word between brackets, which some pages have ready ("rp") and others do not; without
 * them it would become a part of the word. */

#define FIRST_WIDE 0x2E80 /* of the signs that are as wide as they are high */

/* The first text within an element that says something, or NULL. */
static const char *
find_words (const GalleyHtmlTree *tree, guint node)
{
  for (guint i = node; i < tree->nodes[node].end; i++)
    if (tree->nodes[i].text != NULL && galley_html_weigh (tree->nodes[i].text) > 0)
      return tree->nodes[i].text;

  return NULL;
}

/* Whether the page has a bracket before the element, or after it; white space may be between. */
static gboolean
has_bracket (const GalleyHtmlTree *tree, guint node, gboolean is_after)
{
  const GalleyHtmlNode *nodes = tree->nodes;
  guint parent = nodes[node].parent;
  guint next = is_after ? nodes[node].end : node - 1;

  if (next < nodes[parent].end && nodes[next].text != NULL && nodes[next].parent == parent &&
      galley_html_weigh (nodes[next].text) == 0)
    next = is_after ? next + 1 : next - 1;
  if (is_after)
    return next < nodes[parent].end && nodes[next].tag == GUMBO_TAG_RP;

  return nodes[next].tag == GUMBO_TAG_RP || nodes[nodes[next].parent].tag == GUMBO_TAG_RP;
}

static const char *
get_bracket (const GalleyHtmlTree *tree, guint node, gboolean is_after)
{
  static const char *const brackets[][2] = { { "(", ")" }, { "（", "）" } };
  const char *words = tree->nodes[node].tag == GUMBO_TAG_RT ? find_words (tree, node) : NULL;
  gboolean is_wide;

  if (words == NULL || has_bracket (tree, node, is_after))
    return "";

  while (galley_html_is_space (g_utf8_get_char (words)))
    words = g_utf8_next_char (words);
  is_wide = g_utf8_get_char (words) >= FIRST_WIDE;
  return brackets[is_wide][is_after];
}

/**
 * galley_html_ruby_get_opening:
 * @node: index of an element
 *
 * Returns: what is put before the element: a bracket, or "" if it is no reading of a word
 */
const char *
galley_html_ruby_get_opening (const GalleyHtmlTree *tree, guint node)
{
  return get_bracket (tree, node, /* is_after= */ FALSE);
}

/**
 * galley_html_ruby_get_closing:
 * @node: index of an element
 *
 * Returns: what is put after the element
 */
const char *
galley_html_ruby_get_closing (const GalleyHtmlTree *tree, guint node)
{
  return get_bracket (tree, node, /* is_after= */ TRUE);
}
