/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-features.h"

G_BEGIN_DECLS

GHashTable *galley_html_contents_collect (const GalleyHtmlTree *tree) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_html_contents_lists (GHashTable *contents, const GalleyHtmlTree *tree, guint node);

void galley_html_contents_trust (const GalleyHtmlTree *tree, GalleyHtmlFeatures *features);

G_END_DECLS
