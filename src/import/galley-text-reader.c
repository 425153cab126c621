/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-reader.h"
#include "galley-text-structure.h"

static gboolean
recognise (const GalleyInput *input)
{
  return input->decoded.utf8 != NULL;
}

/* The text of the document is the text of the file, character for character. */
static GalleyDocument *
read_text (GalleyInput *input, GError **error)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyText) text =
      galley_text_new_take (g_steal_pointer (&input->decoded.utf8), input->decoded.length_bytes);

  galley_document_builder_set_text (builder, text);
  galley_text_structure_find (text, builder);
  galley_input_add_notices (input, builder);

  return galley_document_builder_finish (builder, input->bytes, "text/plain");
}

const GalleyReader galley_text_reader = {
  .media_type = "text/plain",
  .recognise = recognise,
  .read = read_text,
};
