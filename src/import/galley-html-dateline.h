/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-metadata.h"

G_BEGIN_DECLS

gboolean galley_html_dateline_is_one (const char *line, const GalleyHtmlMetadata *metadata);

G_END_DECLS
