/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-metadata.h"

G_BEGIN_DECLS

#define GALLEY_HTML_MAX_CREDIT_WEIGHT 160

/**
 * GalleyHtmlZone:
 * @GALLEY_HTML_ZONE_HEAD: above the first paragraph, or that itself
 * @GALLEY_HTML_ZONE_LEAD: between the first and the second, as below a lead
 * @GALLEY_HTML_ZONE_TEXT: further down
 * @GALLEY_HTML_ZONE_END: below the last paragraph
 *
 * Where in an article a line stands.
 */
typedef enum
{
  GALLEY_HTML_ZONE_HEAD,
  GALLEY_HTML_ZONE_LEAD,
  GALLEY_HTML_ZONE_TEXT,
  GALLEY_HTML_ZONE_END,
} GalleyHtmlZone;

gboolean galley_html_credit_line_is_one (const GalleyHtmlTree *tree,
                                         const GalleyHtmlFeatures *features,
                                         guint node,
                                         const GalleyHtmlMetadata *metadata,
                                         GalleyHtmlZone zone);

G_END_DECLS
