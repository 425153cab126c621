/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-features.h"

G_BEGIN_DECLS

gboolean galley_html_heading_is_at_end (const char *whole, const char *part);
gboolean galley_html_heading_is_cut_off (const char *title,
                                         const char *folded_title,
                                         const char *folded_heading);
guint galley_html_heading_find (const GalleyHtmlTree *tree,
                                const GalleyHtmlFeatures *features,
                                const char *title,
                                gboolean may_resemble);
guint galley_html_heading_find_large (const GalleyHtmlTree *tree,
                                      const GalleyHtmlFeatures *features);
guint galley_html_heading_find_lone (const GalleyHtmlTree *tree,
                                     const GalleyHtmlFeatures *features);
guint galley_html_heading_find_block (const GalleyHtmlTree *tree,
                                      const GalleyHtmlFeatures *features,
                                      const char *title);
gboolean galley_html_heading_is_label (const GalleyHtmlTree *tree,
                                       const GalleyHtmlFeatures *features,
                                       const char *words);

G_END_DECLS
