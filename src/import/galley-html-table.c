/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-table.h"

#include "galley-html-tags.h"
#include "galley-html-words.h"

/* A table of data says so (a caption, header cells, a summary) or looks it: several rows of several
 * short cells. All others only place things beside each other, as old pages do with menus, columns
 * and the article itself. Editors of documents set each cell in an element of its own: one block in
 * a cell of some words says nothing. */

#define MAX_CELL_WEIGHT 400      /* of a cell in a table of data, on average */
#define MAX_SHORT_CELL_WEIGHT 40 /* of one that has some words, on average */
#define MAX_CELLS_LOOKED_AT 4096

typedef struct
{
  guint n_rows;
  guint n_cells;
  guint n_headers;
  guint n_blocks; /* paragraphs, lists and the like within cells */
  guint n_filled; /* cells with one of them at least */
  guint weight;
  gboolean has_caption;
  gboolean has_table; /* within it */
  gboolean is_filled; /* the last cell */
} Shape;

static void
look_at_block (Shape *shape)
{
  shape->n_blocks++;
  shape->n_filled += !shape->is_filled;
  shape->is_filled = TRUE;
}

static void
look_at_node (Shape *shape, const GalleyHtmlNode *node)
{
  switch (node->tag)
    {
    case GUMBO_TAG_TR:
      shape->n_rows++;
      break;
    case GUMBO_TAG_TH:
      shape->n_headers++;
      shape->n_cells++;
      shape->is_filled = FALSE;
      break;
    case GUMBO_TAG_TD:
      shape->n_cells++;
      shape->is_filled = FALSE;
      break;
    case GUMBO_TAG_CAPTION:
      shape->has_caption = TRUE;
      break;
    case GUMBO_TAG_TABLE:
      shape->has_table = TRUE;
      break;
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_FORM:
      look_at_block (shape);
      break;
    default:
      if (galley_html_tag_get_heading_level (node->tag) > 0)
        look_at_block (shape);
      break;
    }
}

/**
 * galley_html_table_is_data:
 * @table: index of a table
 *
 * Returns: whether the table holds data, whose rows are to be kept together
 */
gboolean
galley_html_table_is_data (const GalleyHtmlTree *tree, guint table)
{
  const char *role = galley_html_tree_get_attribute (tree, table, "role");
  Shape shape = { 0 };

  if (role != NULL && (g_str_equal (role, "presentation") || g_str_equal (role, "none")))
    return FALSE;

  for (guint i = table + 1;
       i < tree->nodes[table].end && !shape.has_table && shape.n_cells < MAX_CELLS_LOOKED_AT; i++)
    {
      if (tree->nodes[i].text != NULL)
        shape.weight += galley_html_weigh (tree->nodes[i].text);
      else
        look_at_node (&shape, &tree->nodes[i]);
    }

  if (shape.has_table || shape.n_cells <= shape.n_rows || shape.n_cells < 2 ||
      shape.weight / shape.n_cells > MAX_CELL_WEIGHT)
    return FALSE;
  if (shape.has_caption || shape.n_headers > 0)
    return TRUE;
  if (shape.weight <= shape.n_cells * MAX_SHORT_CELL_WEIGHT)
    shape.n_blocks -= shape.n_filled;

  return shape.n_rows >= 2 && shape.n_cells >= 2 * shape.n_rows &&
         shape.n_blocks * 2 <= shape.n_cells;
}

/**
 * galley_html_table_says_so:
 * @table: index of a table
 *
 * Returns: whether the table holds data and says so, so that there is no doubt; what only looks it
 *   may be how an old page is laid out
 */
gboolean
galley_html_table_says_so (const GalleyHtmlTree *tree, guint table)
{
  return galley_html_table_is_data (tree, table) &&
         (galley_html_tree_find (tree, table, GUMBO_TAG_TH) != 0 ||
          galley_html_tree_find (tree, table, GUMBO_TAG_CAPTION) != 0);
}
