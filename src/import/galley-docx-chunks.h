/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-docx-package.h"
#include "galley-office-text.h"
#include "galley-xml.h"

G_BEGIN_DECLS

/**
 * GalleyDocxChunks:
 *
 * Reads what stands in a Word document as a document of its own: web pages, plain text and Word
 * documents that programs put into others for Word to take apart. Their words become words of the
 * document at that place. What diagrams and charts say is left out, and kept.
 *
 * A document within such a document is left out, and so is what would take too long.
 */
typedef struct _GalleyDocxChunks GalleyDocxChunks;

GalleyDocxChunks *galley_docx_chunks_new (GalleyDocxPackage *package, GalleyOfficeText *text)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_docx_chunks_free (GalleyDocxChunks *self);

void galley_docx_chunks_add (GalleyDocxChunks *self, const GalleyXmlElement *element);
void galley_docx_chunks_add_drawing (GalleyDocxChunks *self, const char *id);
void galley_docx_chunks_add_notices (GalleyDocxChunks *self, GalleyDocumentBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDocxChunks, galley_docx_chunks_free)

G_END_DECLS
