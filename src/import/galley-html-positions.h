/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-tree.h"

G_BEGIN_DECLS

guint8 *galley_html_positions_new (const GalleyHtmlTree *tree, guint node)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_html_positions_dup_words (const GalleyHtmlTree *tree, guint node)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
