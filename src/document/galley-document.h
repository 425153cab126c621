/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-block.h"
#include "galley-text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyMetadataField:
 *
 * What the input states about the article. Nothing is guessed: a field that the input does not
 * state is %NULL. Dates are ISO 8601, languages BCP 47, addresses URIs.
 */
typedef enum
{
  GALLEY_METADATA_TITLE,
  GALLEY_METADATA_BYLINE,
  GALLEY_METADATA_PUBLICATION,
  GALLEY_METADATA_DATE,
  GALLEY_METADATA_LANGUAGE,
  GALLEY_METADATA_SOURCE_ADDRESS,
} GalleyMetadataField;
#define GALLEY_N_METADATA_FIELDS (GALLEY_METADATA_SOURCE_ADDRESS + 1)

#define GALLEY_TYPE_DOCUMENT (galley_document_get_type ())
G_DECLARE_FINAL_TYPE (GalleyDocument, galley_document, GALLEY, DOCUMENT, GObject)

GalleyText *galley_document_get_text (GalleyDocument *self);
const GalleyBlock *galley_document_get_blocks (GalleyDocument *self, guint *out_n_blocks);
const GalleyLink *galley_document_get_links (GalleyDocument *self, guint *out_n_links);
const GalleySourceNote *galley_document_get_source_notes (GalleyDocument *self, guint *out_n_notes);
const GalleyOmission *galley_document_get_omissions (GalleyDocument *self, guint *out_n_omissions);
const char *galley_document_get_metadata (GalleyDocument *self, GalleyMetadataField field);
const char *const *galley_document_get_notices (GalleyDocument *self);
const char *galley_document_get_media_type (GalleyDocument *self);
GBytes *galley_document_get_original (GalleyDocument *self);
const char *galley_document_get_original_sha256 (GalleyDocument *self);
const char *galley_document_get_text_sha256 (GalleyDocument *self);
const GalleyRetrieval *galley_document_get_retrieval (GalleyDocument *self);

GalleyDocument *galley_document_dup_with_metadata (GalleyDocument *self,
                                                   GalleyMetadataField field,
                                                   const char *value) G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *galley_document_dup_with_retrieval (GalleyDocument *self,
                                                    const GalleyRetrieval *retrieval)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *
galley_document_dup_with_omission (GalleyDocument *self, guint omission, GalleyRange *out_inserted)
    G_GNUC_WARN_UNUSED_RESULT;

gint galley_document_find_block (GalleyDocument *self, guint offset);
gint galley_document_find_section (GalleyDocument *self, guint block);

GBytes *galley_document_save_structure (GalleyDocument *self) G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *
galley_document_load (GBytes *text, GBytes *structure, GBytes *original, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

const char *galley_metadata_field_to_nick (GalleyMetadataField field);

G_END_DECLS
