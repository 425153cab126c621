/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-blocks.h"
#include "galley-html-metadata.h"

G_BEGIN_DECLS

gboolean galley_html_stated_settle (const GalleyHtmlTree *tree,
                                    const GalleyHtmlFeatures *features,
                                    const GalleyHtmlMetadata *metadata,
                                    guint8 *parts);
void galley_html_stated_write (const char *body, const char *base, GalleyFlow *flow);

G_END_DECLS
