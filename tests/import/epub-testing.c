/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "epub-testing.h"

#include <string.h>

#define MAX_MEMBERS 16

/* A package document with what it states, consists of and is read in. */
char *
make_opf (const char *metadata, const char *manifest, const char *spine)
{
  return g_strdup_printf (
      "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata "
      "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:opf='http://www.idpf.org/2007/opf'>%s"
      "</metadata><manifest>%s</manifest><spine>%s</spine></package>",
      metadata, manifest, spine);
}

GBytes *
make_epub (const char *opf, const ZipMember *members, guint n_members)
{
  ZipMember all[MAX_MEMBERS] = { MIMETYPE, CONTAINER, { "OEBPS/book.opf", opf, -1 } };

  g_assert_cmpuint (n_members, <=, MAX_MEMBERS - 3);
  for (guint i = 0; i < n_members; i++)
    all[3 + i] = members[i];

  return make_zip (all, 3 + n_members, /* password= */ NULL);
}

GalleyDocument *
import_epub (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  GalleyDocument *document = galley_import_bytes (bytes, "a.epub", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (galley_document_get_media_type (document), ==, "application/epub+zip");

  return document;
}

/* A book of chapters whose bodies are given, called "1.xhtml" and so on. */
GBytes *
make_book (const char *metadata, const char *const *bodies)
{
  g_autoptr (GString) manifest = g_string_new (NULL);
  g_autoptr (GString) spine = g_string_new (NULL);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  ZipMember members[MAX_MEMBERS];
  g_autofree char *opf = NULL;
  guint n = 0;

  for (; bodies[n] != NULL; n++)
    {
      char *name = g_strdup_printf ("OEBPS/%u.xhtml", n + 1);
      char *page = g_strdup_printf (
          "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html><html "
          "xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'><head>"
          "<title/><script src='a.js'/></head><body>%s</body></html>",
          bodies[n]);

      g_ptr_array_add (strings, name);
      g_ptr_array_add (strings, page);
      members[n] = (ZipMember){ name, page, -1 };
      g_string_append_printf (manifest, "<item id='c%u' href='%u.xhtml'" XHTML, n + 1, n + 1);
      g_string_append_printf (spine, "<itemref idref='c%u'/>", n + 1);
    }
  opf = make_opf (metadata, manifest->str, spine->str);

  return make_epub (opf, members, n);
}

GalleyDocument *
import_book (const char *metadata, const char *const *bodies)
{
  g_autoptr (GBytes) bytes = make_book (metadata, bodies);

  return import_epub (bytes);
}

void
assert_text (GalleyDocument *document, const char *expected)
{
  g_assert_cmpstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), ==, expected);
}

void
assert_notice (GalleyDocument *document, const char *words)
{
  const char *const *notices = galley_document_get_notices (document);

  g_assert_nonnull (notices[0]);
  g_assert_nonnull (strstr (notices[0], words));
  assert_sentence (notices[0]);
}
