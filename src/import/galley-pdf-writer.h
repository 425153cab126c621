/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document-builder.h"
#include "galley-pdf-layout.h"

G_BEGIN_DECLS

void galley_pdf_write (const GalleyPdfLayout *layout, GalleyDocumentBuilder *builder);

G_END_DECLS
