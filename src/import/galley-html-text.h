/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-flow.h"

G_BEGIN_DECLS

void galley_html_text_add (const char *text, GalleyFlow *flow);
const char *galley_html_text_find_paragraph (const char *text);

G_END_DECLS
