/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-blocks.h"
#include "galley-html-features.h"

G_BEGIN_DECLS

gboolean galley_html_lists_is_of_links (const GalleyHtmlTree *tree,
                                        const GalleyHtmlFeatures *features,
                                        const guint8 *parts,
                                        guint node);
gboolean galley_html_lists_is_of_teasers (const GalleyHtmlTree *tree,
                                          const GalleyHtmlFeatures *features,
                                          guint body,
                                          guint node);

G_END_DECLS
