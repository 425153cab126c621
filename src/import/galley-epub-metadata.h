/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document-builder.h"

G_BEGIN_DECLS

/**
 * GalleyEpubStatementKind:
 *
 * What a book states of itself; @GALLEY_EPUB_REFINES is about another statement.
 */
typedef enum
{
  GALLEY_EPUB_TITLE,
  GALLEY_EPUB_CREATOR,
  GALLEY_EPUB_DATE,
  GALLEY_EPUB_PUBLISHER,
  GALLEY_EPUB_LANGUAGE,
  GALLEY_EPUB_SOURCE,
  GALLEY_EPUB_IDENTIFIER,
  GALLEY_EPUB_REFINES,
} GalleyEpubStatementKind;

/**
 * GalleyEpubStatement:
 * @kind: what is stated
 * @id: (nullable): what other statements call it; for one that refines, the id of the other one
 * @property: (nullable): the role of a creator, the event of a date, or what is refined
 * @value: the words
 */
typedef struct
{
  GalleyEpubStatementKind kind;
  char *id;
  char *property;
  char *value;
} GalleyEpubStatement;

/**
 * GalleyEpubMetadata:
 *
 * The statements of a book, in their order.
 */
typedef struct _GalleyEpubMetadata GalleyEpubMetadata;

GalleyEpubMetadata *galley_epub_metadata_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_epub_metadata_free (GalleyEpubMetadata *self);
void galley_epub_metadata_take (GalleyEpubMetadata *self, GalleyEpubStatement statement);
char *galley_epub_metadata_dup_title (GalleyEpubMetadata *self) G_GNUC_WARN_UNUSED_RESULT;
void galley_epub_metadata_apply (GalleyEpubMetadata *self, GalleyDocumentBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyEpubMetadata, galley_epub_metadata_free)

G_END_DECLS
