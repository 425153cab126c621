/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-tree.h"

G_BEGIN_DECLS

void galley_html_word_settle (GalleyHtmlTree *tree);
gboolean galley_html_word_is_loose (const GalleyHtmlTree *tree, guint node);
char *galley_html_word_dup_marker (const GalleyHtmlTree *tree, guint node)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
