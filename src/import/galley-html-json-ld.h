/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-metadata.h"

G_BEGIN_DECLS

gboolean galley_html_json_ld_read (const char *json,
                                   const char *bar,
                                   gboolean may_resemble,
                                   GalleyHtmlMetadata *metadata);

G_END_DECLS
