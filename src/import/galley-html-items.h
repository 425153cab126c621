/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-tree.h"

G_BEGIN_DECLS

/**
 * GalleyHtmlList:
 * @is_ordered: whether its items are numbered
 * @number: of the next item; few enough follow on what 32 bits hold
 *
 * A list that is open.
 */
typedef struct
{
  gboolean is_ordered;
  gint64 number;
} GalleyHtmlList;

gboolean galley_html_list_is_one (GumboTag tag);
void galley_html_list_enter (const GalleyHtmlTree *tree, guint node, GArray *lists);
char *galley_html_list_count_item (const GalleyHtmlTree *tree, guint node, GArray *lists)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
