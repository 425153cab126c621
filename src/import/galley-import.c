/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-import.h"

#include "galley-document-builder.h"

G_DEFINE_QUARK (galley - import - error - quark, galley_import_error)

GalleyDocument *
galley_import_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyText) text = NULL;
  gsize length_bytes;
  const char *utf8 = g_bytes_get_data (bytes, &length_bytes);

  text = galley_text_new (utf8, length_bytes);
  galley_document_builder_set_text (builder, text);
  galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0,
                                     (GalleyRange){ 0, galley_text_get_length (text) });
  return galley_document_builder_finish (builder, bytes, "text/plain");
}

GalleyDocument *
galley_import_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, cancellable, NULL, error);
  g_autofree char *name = g_file_get_basename (file);

  return bytes != NULL ? galley_import_bytes (bytes, name, error) : NULL;
}
