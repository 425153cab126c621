/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-pdf-pages.h"

G_BEGIN_DECLS

/**
 * GalleyPdfParser:
 *
 * Makes pages of what galley-pdf-text writes, piece by piece, see galley-pdf-stream.h.
 */
typedef struct _GalleyPdfParser GalleyPdfParser;

GalleyPdfParser *galley_pdf_parser_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_pdf_parser_free (GalleyPdfParser *self);
gboolean galley_pdf_parser_add (GalleyPdfParser *self, const guint8 *bytes, gsize length_bytes);
GalleyPdfPages *galley_pdf_parser_finish (GalleyPdfParser *self, const char *label, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPdfParser, galley_pdf_parser_free)

G_END_DECLS
