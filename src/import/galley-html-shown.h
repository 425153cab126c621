/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-metadata.h"

G_BEGIN_DECLS

void galley_html_shown_read_marked (const GalleyHtmlTree *tree,
                                    const GalleyHtmlFeatures *features,
                                    GalleyHtmlMetadata *metadata);
void galley_html_shown_read (const GalleyHtmlTree *tree,
                             const GalleyHtmlFeatures *features,
                             GalleyHtmlMetadata *metadata);

G_END_DECLS
