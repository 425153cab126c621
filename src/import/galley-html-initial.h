/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-tree.h"

G_BEGIN_DECLS

const char *galley_html_initial_find (const GalleyHtmlTree *tree, guint node);

G_END_DECLS
