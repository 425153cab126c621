/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-blocks.h"
#include "galley-html-features.h"

G_BEGIN_DECLS

gboolean galley_html_prune_is_outside (const GalleyHtmlTree *tree,
                                       const GalleyHtmlFeatures *features,
                                       const guint *mass,
                                       guint heading,
                                       guint node);
void galley_html_prune (const GalleyHtmlTree *tree,
                        const GalleyHtmlFeatures *features,
                        guint body,
                        guint heading,
                        guint8 *parts);

G_END_DECLS
