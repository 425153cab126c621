/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document.h"

G_BEGIN_DECLS

/**
 * GalleyDocumentBuilder:
 *
 * Collects what a reader finds and makes a #GalleyDocument of it. A reader that keeps the input's
 * text as it is sets it once; a reader of a tree appends piece by piece.
 */
typedef struct _GalleyDocumentBuilder GalleyDocumentBuilder;

GalleyDocumentBuilder *galley_document_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_document_builder_free (GalleyDocumentBuilder *self);

void galley_document_builder_set_text (GalleyDocumentBuilder *self, GalleyText *text);
guint galley_document_builder_append (GalleyDocumentBuilder *self, const char *utf8);
guint galley_document_builder_get_length (GalleyDocumentBuilder *self);
void galley_document_builder_add_block (GalleyDocumentBuilder *self,
                                        GalleyBlockRole role,
                                        guint level,
                                        GalleyRange range);
void galley_document_builder_set_page (GalleyDocumentBuilder *self, guint page);
void galley_document_builder_add_link (GalleyDocumentBuilder *self,
                                       GalleyRange range,
                                       const char *target);
void galley_document_builder_add_source_note (GalleyDocumentBuilder *self,
                                              GalleyRange range,
                                              GalleySourceNoteKind kind,
                                              const char *author,
                                              const char *date,
                                              const char *text);
void galley_document_builder_add_omission (GalleyDocumentBuilder *self,
                                           GalleyBlockRole role,
                                           guint level,
                                           const char *text);
void galley_document_builder_set_metadata (GalleyDocumentBuilder *self,
                                           GalleyMetadataField field,
                                           const char *value);
void galley_document_builder_add_notice (GalleyDocumentBuilder *self, const char *notice);

GalleyDocument *galley_document_builder_finish (GalleyDocumentBuilder *self,
                                                GBytes *original,
                                                const char *media_type) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDocumentBuilder, galley_document_builder_free)

G_END_DECLS
