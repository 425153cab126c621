/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-rows.h"

#include "galley-html-words.h"

#include <string.h>

/* Laws are published with each item as a table of one row, or several, whose first cell holds the
 * number, so that the words stand beside it: "(1)", "(a)", "—". The number belongs to them. */

#define MAX_SIGN_WEIGHT 6
#define MIN_ITEM_WEIGHT 20 /* of words that are an item, and no figure */
#define MAX_CELLS 8
#define MAX_CELL_NODES 200 /* that are looked at */

/* Whether words number an item, or are a dash or the like before one. */
static gboolean
is_sign (const char *words)
{
  static const char *const dashes[] = { "—", "–", "-", "•", "·", "●", NULL };
  gsize n = strlen (words), n_inner;
  const char *inner = words + (*words == '(');

  if (g_strv_contains (dashes, words))
    return TRUE;

  n_inner = strspn (inner, "0123456789");
  if (n_inner == 0)
    n_inner = strspn (inner, "ivx");
  if (n_inner == 0)
    n_inner = strspn (inner, "abcdefghijklmnopqrstuvwxyz") == 1;
  return n_inner > 0 && n_inner <= 4 && inner + n_inner + 1 == words + n &&
         strchr (*words == '(' ? ")" : ").", inner[n_inner]) != NULL;
}

static guint
weigh (const GalleyHtmlTree *tree, guint node)
{
  guint weight = 0, end = MIN (tree->nodes[node].end, node + MAX_CELL_NODES);

  for (guint i = node; i < end && weight < MIN_ITEM_WEIGHT; i++)
    weight += tree->nodes[i].text != NULL ? galley_html_weigh (tree->nodes[i].text) : 0;

  return weight;
}

/* Finds the cell with the number of a row that is an item, and the cell with its words. */
static gboolean
find_cells (const GalleyHtmlTree *tree, guint row, guint *out_sign, guint *out_item)
{
  guint n_cells = 0, n_filled = 0, weights[2], cells[2];
  g_autofree char *words = NULL;

  for (guint i = row + 1; i < tree->nodes[row].end; i = tree->nodes[i].end)
    {
      guint weight =
          tree->nodes[i].tag == GUMBO_TAG_TD && ++n_cells <= MAX_CELLS ? weigh (tree, i) : 0;

      if (weight == 0)
        continue;
      if (n_filled == 2)
        return FALSE;
      cells[n_filled] = i;
      weights[n_filled++] = weight;
    }
  if (n_filled < 2 || weights[0] > MAX_SIGN_WEIGHT || weights[1] < MIN_ITEM_WEIGHT)
    return FALSE;

  words = galley_html_tree_dup_words (tree, cells[0]);
  *out_sign = cells[0];
  *out_item = cells[1];
  return is_sign (words);
}

/* Whether all rows of a table are items. */
static gboolean
holds_items (const GalleyHtmlTree *tree, guint table)
{
  guint n = 0, sign, item;

  for (guint i = table + 1; i < tree->nodes[table].end; i++)
    {
      if (tree->nodes[i].tag == GUMBO_TAG_TABLE)
        i = tree->nodes[i].end - 1;
      else if (tree->nodes[i].tag == GUMBO_TAG_TH)
        return FALSE;
      else if (tree->nodes[i].tag == GUMBO_TAG_TR && ++n > 0 && !find_cells (tree, i, &sign, &item))
        return FALSE;
    }

  return n > 0;
}

/* Makes items of the rows of a table, but not of those of tables within it. */
static void
settle_table (GalleyHtmlTree *tree, guint table)
{
  GalleyHtmlNode *nodes = tree->nodes;

  for (guint i = table + 1; i < nodes[table].end; i++)
    {
      guint sign, item;

      if (nodes[i].tag == GUMBO_TAG_TABLE)
        i = nodes[i].end - 1;
      else if (nodes[i].tag == GUMBO_TAG_TBODY)
        nodes[i].tag = GUMBO_TAG_DIV;
      else if (nodes[i].tag == GUMBO_TAG_TR && find_cells (tree, i, &sign, &item))
        {
          nodes[i].tag = GUMBO_TAG_LI;
          nodes[sign].tag = GUMBO_TAG_TEMPLATE;
          nodes[item].tag = GUMBO_TAG_DIV;
        }
    }
  nodes[table].tag = GUMBO_TAG_DIV;
}

/**
 * galley_html_rows_settle:
 * @tree: (inout): a page
 *
 * Makes items of the rows of tables that are some, without a list around them.
 */
void
galley_html_rows_settle (GalleyHtmlTree *tree)
{
  for (guint i = 1; i < tree->n_nodes; i++)
    if (tree->nodes[i].tag == GUMBO_TAG_TABLE && holds_items (tree, i))
      settle_table (tree, i);
}
