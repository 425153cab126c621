/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-tree.h"

G_BEGIN_DECLS

void galley_html_rows_settle (GalleyHtmlTree *tree);

G_END_DECLS
