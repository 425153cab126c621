/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-tree.h"

G_BEGIN_DECLS

char *galley_epub_place_new (const char *member, const GalleyHtmlTree *tree, guint node)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_epub_place_find_target (const char *member, const GalleyHtmlTree *tree, guint link)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_epub_place_is_short (const GalleyHtmlTree *tree, guint link);

G_END_DECLS
