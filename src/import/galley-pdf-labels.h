/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-pdf-pages.h"

G_BEGIN_DECLS

gboolean galley_pdf_labels_is_of (const GalleyPdfPages *self,
                                  const GalleyPdfLine *line,
                                  const GalleyPdfLine *next);
void galley_pdf_labels_bring (GalleyPdfPages *self);

G_END_DECLS
