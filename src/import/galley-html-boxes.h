/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-features.h"

G_BEGIN_DECLS

gboolean galley_html_boxes_is_one (const GalleyHtmlTree *tree,
                                   const GalleyHtmlFeatures *features,
                                   guint body,
                                   guint node);
void galley_html_boxes_prune_cards (const GalleyHtmlTree *tree,
                                    const GalleyHtmlFeatures *features,
                                    guint body,
                                    guint8 *parts);
void galley_html_boxes_prune_copies (const GalleyHtmlTree *tree,
                                     const GalleyHtmlFeatures *features,
                                     guint8 *parts);

G_END_DECLS
