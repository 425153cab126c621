/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-flow.h"
#include "galley-pdf-layout.h"

G_BEGIN_DECLS

/**
 * GalleyPdfComments:
 *
 * Finds the words in the text that the comments on the pages are about.
 *
 * A comment that marks words is about the runs that it marks; one that stands on its own is about
 * the line next to it.
 */
typedef struct _GalleyPdfComments GalleyPdfComments;

GalleyPdfComments *galley_pdf_comments_new (const GalleyPdfLayout *layout, GalleyFlow *flow)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_pdf_comments_free (GalleyPdfComments *self);

void galley_pdf_comments_begin_run (GalleyPdfComments *self, guint run);
void galley_pdf_comments_end_run (GalleyPdfComments *self, guint run);
void galley_pdf_comments_finish (GalleyPdfComments *self, GalleyDocumentBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPdfComments, galley_pdf_comments_free)

G_END_DECLS
