/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-features.h"

G_BEGIN_DECLS

gboolean galley_html_stories_begins_alike (const GalleyHtmlTree *tree,
                                           const GalleyHtmlFeatures *features,
                                           guint heading,
                                           guint node);
gboolean galley_html_stories_is_list (const GalleyHtmlTree *tree,
                                      const GalleyHtmlFeatures *features,
                                      guint heading,
                                      guint node);

G_END_DECLS
