/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"
#include "fuzz.h"

#include "galley-docx-body.h"

/* The input is a part of a document that holds words: a fuzzer makes nothing of compressed bytes.
 * What it refers to is that of a document among the fixtures, which is opened once. */

static GalleyDocxPackage *
open_fixture (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fixtures", "import", "ferry.docx", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GalleyDocxPackage *package;
  gsize length_bytes;

  g_file_get_contents (path, &data, &length_bytes, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (data, length_bytes);
  package = galley_docx_package_open (bytes, "ferry.docx", /* is_part= */ FALSE,
                                      /* cancellable= */ NULL, &error);
  g_assert_no_error (error);

  return package;
}

static GalleyDocxPackage *package;
static GalleyDocxStyles *styles;
static GHashTable *addresses;
static GBytes *lists;

static void
ensure_fixture (void)
{
  if (package != NULL)
    return;

  package = open_fixture ();
  styles = galley_docx_styles_read (package, NULL);
  addresses = galley_docx_package_read_addresses (package, package->main_part, NULL);
  lists = galley_docx_package_read (package, "text/numbering.xml", NULL);
}

static GalleyDocument *
read_part (GBytes *bytes, GError **error)
{
  g_autoptr (GalleyDocxNumbering) numbering =
      galley_docx_numbering_parse (lists, "a.docx", /* cancellable= */ NULL, NULL);
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyOfficeText) text = galley_office_text_new (builder);
  g_autoptr (GalleyDocxChunks) chunks = galley_docx_chunks_new (package, text);
  g_autoptr (GalleyDocxBody) body = galley_docx_body_new (text, styles, numbering, chunks);

  if (!galley_docx_body_read (body, bytes, addresses, "a.docx", /* cancellable= */ NULL, error))
    return NULL;

  galley_office_text_finish (text);
  return galley_document_builder_finish (builder, bytes, "application/x-test");
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = NULL;

  ensure_fixture ();
  document = read_part (bytes, &error);
  check_read (document, error);
  return 0;
}
