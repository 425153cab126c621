/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import-testing.h"
#include "zip-testing.h"

/* Parts of every book; the package document is "OEBPS/book.opf". */
#define MIMETYPE                                                                                   \
  {                                                                                                \
    "mimetype", "application/epub+zip", -1                                                         \
  }
#define CONTAINER                                                                                  \
  {                                                                                                \
    "META-INF/container.xml",                                                                      \
        "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"           \
        "<rootfile full-path='OEBPS/book.opf' media-type='application/oebps-package+xml'/>"        \
        "</rootfiles></container>",                                                                \
        -1                                                                                         \
  }
#define XHTML " media-type='application/xhtml+xml'/>"

char *make_opf (const char *metadata, const char *manifest, const char *spine)
    G_GNUC_WARN_UNUSED_RESULT;
GBytes *make_epub (const char *opf, const ZipMember *members, guint n_members)
    G_GNUC_WARN_UNUSED_RESULT;
GBytes *make_book (const char *metadata, const char *const *bodies) G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *import_epub (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *import_book (const char *metadata, const char *const *bodies)
    G_GNUC_WARN_UNUSED_RESULT;
void assert_text (GalleyDocument *document, const char *expected);
void assert_notice (GalleyDocument *document, const char *words);
