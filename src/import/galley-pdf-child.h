/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-pdf-parser.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyPdfChild:
 *
 * A process that takes the text out of a PDF document.
 */
typedef struct _GalleyPdfChild GalleyPdfChild;

GalleyPdfChild *galley_pdf_child_new (GBytes *pdf, const int *copy, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_pdf_child_free (GalleyPdfChild *self);
gboolean galley_pdf_child_read (GalleyPdfChild *self,
                                GalleyPdfParser *parser,
                                const char *label,
                                GCancellable *cancellable,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPdfChild, galley_pdf_child_free)

G_END_DECLS
