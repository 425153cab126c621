/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-epub-opf.h"
#include "galley-html-sheet.h"

G_BEGIN_DECLS

/**
 * GalleyEpubChapter:
 * @member: its name in the archive
 * @is_contents: whether it has the list of chapters, as in #GalleyEpubOpf
 * @content: (nullable): its markup as it is in the archive, until it is taken
 */
typedef struct
{
  char *member;
  gboolean is_contents;
  GBytes *content;
} GalleyEpubChapter;

/**
 * GalleyEpubPackage:
 * @opf: what the book says that it consists of
 * @chapters: (element-type GalleyEpubChapter): what is there of it to be read, in reading order
 * @sheet: what its style sheets say
 * @n_missing: chapters that it should have and has not
 * @is_protected: whether a shop has put its lock into it, which need not be closed
 *
 * A book in an open container (OCF): an archive, in which "META-INF/container.xml" says where the
 * package document is.
 */
typedef struct
{
  GalleyEpubOpf *opf;
  GPtrArray *chapters;
  GalleyHtmlSheet *sheet;
  guint n_missing;
  gboolean is_protected;
} GalleyEpubPackage;

gboolean galley_epub_package_recognise (GBytes *bytes);
GalleyEpubPackage *galley_epub_package_open (GBytes *bytes,
                                             const char *label,
                                             GCancellable *cancellable,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_epub_package_free (GalleyEpubPackage *self);
void galley_epub_package_set_protected (const char *label, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyEpubPackage, galley_epub_package_free)

G_END_DECLS
