/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-metadata.h"

G_BEGIN_DECLS

void galley_html_json_ld_read (const char *json, GalleyHtmlMetadata *metadata);

G_END_DECLS
