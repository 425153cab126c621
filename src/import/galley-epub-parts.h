/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-tree.h"

G_BEGIN_DECLS

gboolean galley_epub_has_type (const GalleyHtmlTree *tree, guint node, const char *type);
guint8 *galley_epub_parts_new (const GalleyHtmlTree *tree, gboolean is_contents)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean
galley_epub_parts_mark_title (guint8 *parts, const GalleyHtmlTree *tree, const char *title);

G_END_DECLS
