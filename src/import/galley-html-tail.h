/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-features.h"

G_BEGIN_DECLS

guint galley_html_tail_find (const GalleyHtmlTree *tree,
                             const GalleyHtmlFeatures *features,
                             guint body,
                             guint start);

G_END_DECLS
