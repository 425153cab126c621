/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document.h"
#include "galley-pdf-pages.h"

G_BEGIN_DECLS

GalleyDocument *galley_pdf_document_new (const GalleyPdfPages *pages,
                                         GBytes *original,
                                         const char *label,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
