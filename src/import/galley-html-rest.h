/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-features.h"

G_BEGIN_DECLS

gboolean galley_html_rest_is_there (const GalleyHtmlTree *tree,
                                    const GalleyHtmlFeatures *features,
                                    const guint8 *parts,
                                    guint node);
gboolean galley_html_rest_is_unfolded (const GalleyHtmlTree *tree, guint start, guint end);

G_END_DECLS
