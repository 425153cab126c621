/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-word.h"

#include "galley-html-items.h"
#include "galley-limits.h"

#include <string.h>

/* Word saves and copies lists as paragraphs: "<p style='mso-list:l0 level1 lfo1'>", with the sign
 * of the item as a span at its start that says to be ignored ("mso-list:Ignore"). Here they become
 * items, without a list around them, and the span what nobody reads. The numbers are those that
 * Word shows; its bullets are letters of fonts with pictures in them, and are written as others. */

#define PROPERTY "mso-list"
#define IGNORED "ignore"
#define MAX_MARKER_BYTES 32
#define MAX_NODES_TO_SIGN 64

static gboolean
is_ignored (const GalleyHtmlTree *tree, guint node)
{
  const char *value = galley_html_tree_get_property (tree, node, PROPERTY);

  return value != NULL && g_ascii_strncasecmp (value, IGNORED, strlen (IGNORED)) == 0;
}

/* The element with the sign of an item, or 0. */
static guint
find_sign (const GalleyHtmlTree *tree, guint item)
{
  guint end = MIN (tree->nodes[item].end, item + MAX_NODES_TO_SIGN);

  for (guint i = item + 1; i < end; i++)
    if (tree->nodes[i].text == NULL &&
        (tree->nodes[i].tag == GUMBO_TAG_TEMPLATE || is_ignored (tree, i)))
      return i;

  return 0;
}

/**
 * galley_html_word_settle:
 * @tree: (inout): a page
 *
 * Makes items of the paragraphs that are some.
 */
void
galley_html_word_settle (GalleyHtmlTree *tree)
{
  for (guint i = 1; i < tree->n_nodes; i++)
    {
      guint sign = tree->nodes[i].tag == GUMBO_TAG_P &&
                           galley_html_tree_get_property (tree, i, PROPERTY) != NULL
                       ? find_sign (tree, i)
                       : 0;

      if (sign == 0)
        continue;
      tree->nodes[i].tag = GUMBO_TAG_LI;
      tree->nodes[sign].tag = GUMBO_TAG_TEMPLATE;
    }
}

/**
 * galley_html_word_is_loose:
 * @node: index of an item
 *
 * Returns: whether the item stands in no list
 */
gboolean
galley_html_word_is_loose (const GalleyHtmlTree *tree, guint node)
{
  return !galley_html_list_is_one (tree->nodes[tree->nodes[node].parent].tag);
}

/* How deep in lists the item is, from 1. */
static guint
get_level (const GalleyHtmlTree *tree, guint item)
{
  const char *value = galley_html_tree_get_property (tree, item, PROPERTY);
  const char *level = value != NULL ? g_strstr_len (value, strcspn (value, ";"), " level") : NULL;

  return level != NULL ? CLAMP (level[strlen (" level")] - '0', 1, 9) : 1;
}

/**
 * galley_html_word_dup_marker:
 * @node: an item that is in no list
 *
 * Returns: (transfer full): what stands before it
 */
char *
galley_html_word_dup_marker (const GalleyHtmlTree *tree, guint node)
{
  guint sign = find_sign (tree, node);
  g_autofree char *words = sign != 0 ? galley_html_tree_dup_words (tree, sign) : g_strdup ("");
  g_autofree char *indent =
      g_strnfill (2 * (MIN (get_level (tree, node), GALLEY_HTML_MAX_INDENT) - 1), ' ');
  gboolean is_number = FALSE;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    is_number |= p[0] == '.' || p[0] == ')' || g_ascii_isdigit (*p);

  return g_strdup_printf ("%s%s ", indent,
                          is_number && strlen (words) <= MAX_MARKER_BYTES ? words : "•");
}
