/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-metadata.h"

G_BEGIN_DECLS

void galley_html_title_settle (const GalleyHtmlTree *tree,
                               const GalleyHtmlFeatures *features,
                               GalleyHtmlMetadata *metadata);
char *galley_html_title_read_bar (const GalleyHtmlTree *tree) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_html_title_agrees (const char *title, const char *words);

G_END_DECLS
