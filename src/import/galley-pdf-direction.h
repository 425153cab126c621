/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-poppler.h"

G_BEGIN_DECLS

gboolean galley_pdf_direction_is_there (const GArray *glyphs);
void galley_pdf_direction_arrange (GArray *glyphs);

G_END_DECLS
