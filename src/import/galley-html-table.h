/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-tree.h"

G_BEGIN_DECLS

gboolean galley_html_table_is_data (const GalleyHtmlTree *tree, guint table);
gboolean galley_html_table_says_so (const GalleyHtmlTree *tree, guint table);

G_END_DECLS
