/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-epub-metadata.h"

G_BEGIN_DECLS

/**
 * GalleyEpubItem:
 * @id: its name within the package document
 * @href: where it is, as written there
 * @media_type: (nullable): what it is
 * @fallback: (nullable): the id of what may be read in its place
 */
typedef struct
{
  char *id;
  char *href;
  char *media_type;
  char *fallback;
} GalleyEpubItem;

/**
 * GalleyEpubOpf:
 * @metadata: what the book states of itself
 * @items: (element-type GalleyEpubItem): the manifest, in its order
 * @spine: (element-type utf8): ids of the items that are read, in this order; each once
 * @contents: (nullable): where the list of chapters is, as written there, if the guide of a book of
 *   version 2 says it
 *
 * The package document of a book, in the Open Packaging Format. It may say of an item of the spine
 * that it is not linear: it is not read where it stands, but where the text refers to it, as are
 * the answers to questions (EPUB 3.3, “The itemref element”). That says when it is read and not
 * whether it is, for it has to be within reach, and nothing is made of it.
 */
typedef struct
{
  GalleyEpubMetadata *metadata;
  GPtrArray *items;
  GPtrArray *spine;
  char *contents;
  /*< private >*/
  GHashTable *by_id;
} GalleyEpubOpf;

GalleyEpubOpf *
galley_epub_opf_read (GBytes *bytes, const char *label, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_epub_opf_free (GalleyEpubOpf *self);
gboolean galley_epub_item_is_chapter (const GalleyEpubItem *self);
const GalleyEpubItem *galley_epub_opf_find_chapter (GalleyEpubOpf *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyEpubOpf, galley_epub_opf_free)

G_END_DECLS
