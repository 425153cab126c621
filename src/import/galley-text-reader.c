/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-import.h"
#include "galley-limits.h"
#include "galley-lines.h"
#include "galley-reader.h"
#include "galley-text-structure.h"

#include <glib/gi18n-lib.h>

static gboolean
recognise (const GalleyInput *input)
{
  return input->decoded.utf8 != NULL;
}

/* No fewer than the lines of @text: all characters that begin like one that ends a line, such as
 * quotation marks. A loop without branches, which the compiler makes vectors of. */
static guint
count_at_most (const char *text, gsize length_bytes)
{
  guint n = 0;

  for (gsize i = 0; i < length_bytes; i++)
    {
      guchar byte = text[i];

      n += ((guchar) (byte - '\n') <= '\r' - '\n') | (byte == 0xC2) | (byte == 0xE2);
    }

  return n;
}

/* Whether @text has more lines than an article may. */
static gboolean
has_too_many_lines (const char *text, gsize length_bytes)
{
  guint n_lines = 0;

  if (count_at_most (text, length_bytes) <= GALLEY_TEXT_MAX_LINES)
    return FALSE;
  for (gsize i = 0; i < length_bytes && n_lines <= GALLEY_TEXT_MAX_LINES; i++)
    n_lines += galley_line_ends_at (text + i);

  return n_lines > GALLEY_TEXT_MAX_LINES;
}

/* The text of the document is the text of the file, character for character. */
static GalleyDocument *
read_text (GalleyInput *input, GError **error)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyText) text = NULL;

  if (has_too_many_lines (input->decoded.utf8, input->decoded.length_bytes))
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE,
                   _ ("“%s” has more than %u lines, the most that Galley reads"), input->label,
                   GALLEY_TEXT_MAX_LINES);
      return NULL;
    }

  text = galley_text_new_take (g_steal_pointer (&input->decoded.utf8), input->decoded.length_bytes);
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
