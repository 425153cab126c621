/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-features.h"

G_BEGIN_DECLS

gboolean galley_html_lines_is_pointer (const GalleyHtmlTree *tree,
                                       const GalleyHtmlFeatures *features,
                                       guint node);
gboolean galley_html_lines_is_label (const char *words);
gboolean galley_html_lines_opens_stories (const char *words);
gboolean galley_html_lines_pages (const char *words);
gboolean galley_html_lines_advertises (const char *words);
gboolean galley_html_lines_points (const char *label, const char *line);
gboolean galley_html_lines_leads_on (const GalleyHtmlTree *tree,
                                     const GalleyHtmlFeatures *features,
                                     guint node);
gboolean galley_html_lines_shares (const GalleyHtmlTree *tree,
                                   const GalleyHtmlFeatures *features,
                                   guint node);
gboolean galley_html_lines_files (const GalleyHtmlTree *tree,
                                  const GalleyHtmlFeatures *features,
                                  guint node);
gboolean galley_html_lines_is_linked (const GalleyHtmlTree *tree,
                                      const GalleyHtmlFeatures *features,
                                      guint start,
                                      guint end);
gboolean galley_html_lines_has_arrow (const char *words);
gboolean galley_html_lines_may_reserve (const char *words);
gboolean galley_html_lines_reserves (const char *words);
gboolean galley_html_lines_is_wall (const char *words);
gboolean galley_html_lines_ends_in_duration (const char *words);
gboolean galley_html_lines_promotes (const char *words);

G_END_DECLS
