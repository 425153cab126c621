/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-blocks.h"
#include "galley-html-metadata.h"

G_BEGIN_DECLS

guint8 *galley_html_body_find (const GalleyHtmlTree *tree,
                               const GalleyHtmlFeatures *features,
                               const GalleyHtmlMetadata *metadata) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
