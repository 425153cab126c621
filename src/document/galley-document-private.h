/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document.h"

G_BEGIN_DECLS

/* What a document is made of; each maker fills one in and hands it over. */
typedef struct
{
  GalleyText *text;
  GArray *blocks;                           /* (element-type GalleyBlock), sorted, no two overlap */
  GArray *links;                            /* (element-type GalleyLink), sorted by start */
  GArray *notes;                            /* (element-type GalleySourceNote), sorted by start */
  GArray *omissions;                        /* (element-type GalleyOmission), sorted by offset */
  char *metadata[GALLEY_N_METADATA_FIELDS]; /* each nullable */
  GStrvBuilder *notices;
  char *media_type;
  GBytes *original;
  GalleyRetrieval *retrieval; /* nullable */
} GalleyDocumentParts;

void galley_document_parts_init (GalleyDocumentParts *parts);
void galley_document_parts_clear (GalleyDocumentParts *parts);
void galley_document_copy_parts (GalleyDocument *self, GalleyDocumentParts *parts);
GArray *galley_document_keep_sentences (GalleyDocument *self, GArray *(*find) (GalleyDocument *) );
GalleyDocument *galley_document_new_from_parts (GalleyDocumentParts *parts)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyDocumentParts, galley_document_parts_clear)

G_END_DECLS
