/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-items.h"

#include "galley-limits.h"

/**
 * galley_html_list_is_one:
 *
 * Returns: whether the element is a list
 */
gboolean
galley_html_list_is_one (GumboTag tag)
{
  return tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_MENU ||
         tag == GUMBO_TAG_DIR;
}

/**
 * galley_html_list_enter:
 * @node: a list
 * @lists: (inout) (element-type GalleyHtmlList): those that are open, outermost first
 */
void
galley_html_list_enter (const GalleyHtmlTree *tree, guint node, GArray *lists)
{
  const char *start = galley_html_tree_get_attribute (tree, node, "start");
  GalleyHtmlList list = { tree->nodes[node].tag == GUMBO_TAG_OL, 1 };

  if (start != NULL)
    list.number = CLAMP (g_ascii_strtoll (start, NULL, 10), -G_MAXINT32, G_MAXINT32);
  g_array_append_val (lists, list);
}

/**
 * galley_html_list_count_item:
 * @node: an item
 * @lists: (inout) (element-type GalleyHtmlList): as galley_html_list_enter() leaves them; not empty
 *
 * Returns: (transfer full): what stands before the item
 */
char *
galley_html_list_count_item (const GalleyHtmlTree *tree, guint node, GArray *lists)
{
  const char *value = galley_html_tree_get_attribute (tree, node, "value");
  GalleyHtmlList *list = &g_array_index (lists, GalleyHtmlList, lists->len - 1);
  GString *marker = g_string_new (NULL);

  for (guint i = 1; i < MIN (lists->len, GALLEY_HTML_MAX_INDENT); i++)
    g_string_append (marker, "  ");
  if (list->is_ordered && value != NULL && *value != '\0')
    list->number = CLAMP (g_ascii_strtoll (value, NULL, 10), -G_MAXINT32, G_MAXINT32);
  if (list->is_ordered)
    g_string_append_printf (marker, "%" G_GINT64_FORMAT ". ", list->number++);
  else
    g_string_append (marker, "• ");

  return g_string_free (marker, FALSE);
}
