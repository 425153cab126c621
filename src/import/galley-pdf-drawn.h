/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-pdf-layout.h"
#include "galley-pdf-regions.h"

G_BEGIN_DECLS

gboolean
galley_pdf_drawn_order (GalleyPdfLayout *layout, const GalleyPdfRegion *regions, guint n_regions);

G_END_DECLS
