/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-pdf-pages.h"

G_BEGIN_DECLS

/**
 * GalleyPdfVocabulary:
 *
 * The words of a document, to tell hyphens that break a word at the end of a line from those that
 * belong to it.
 */
typedef struct _GalleyPdfVocabulary GalleyPdfVocabulary;

GalleyPdfVocabulary *galley_pdf_vocabulary_new (const GalleyPdfPages *pages)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_pdf_vocabulary_free (GalleyPdfVocabulary *self);
gboolean galley_pdf_vocabulary_keeps_hyphen (const GalleyPdfVocabulary *self,
                                             const char *line,
                                             const char *next_line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPdfVocabulary, galley_pdf_vocabulary_free)

G_END_DECLS
