/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-metadata.h"

G_BEGIN_DECLS

void galley_html_credit_read (const GalleyHtmlTree *tree,
                              const GalleyHtmlFeatures *features,
                              guint node,
                              GalleyHtmlMetadata *metadata);

G_END_DECLS
