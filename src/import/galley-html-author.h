/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-metadata.h"

G_BEGIN_DECLS

void galley_html_author_settle (const GalleyHtmlTree *tree,
                                const GalleyHtmlFeatures *features,
                                const GalleyHtmlMetadata *metadata,
                                guint8 *parts);

G_END_DECLS
