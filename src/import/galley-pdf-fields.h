/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-poppler.h"

G_BEGIN_DECLS

void galley_pdf_fields_insert (GArray *glyphs, const GArray *fields);

G_END_DECLS
