/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-features.h"

G_BEGIN_DECLS

void galley_html_notes_take_in (const GalleyHtmlTree *tree,
                                const GalleyHtmlFeatures *features,
                                guint8 *parts);

G_END_DECLS
