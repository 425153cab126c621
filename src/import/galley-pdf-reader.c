/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-child.h"
#include "galley-pdf-document.h"
#include "galley-reader.h"

#include <string.h>

/* PDF documents, in four steps: galley-pdf-text takes the text out in a process of its own
 * (galley-pdf-child.c), what it writes is taken apart without trust (galley-pdf-parser.c), the
 * lines of the pages are put together (galley-pdf-layout.h), and written as a document
 * (galley-pdf-writer.c). */

#define SIGNATURE "%PDF-"

/* White space before the signature does no harm, and is not rare. */
static gboolean
recognise (const GalleyInput *input)
{
  gsize length_bytes, i = 0;
  const char *data = g_bytes_get_data (input->bytes, &length_bytes);

  if (length_bytes >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    i = 3;
  while (i < length_bytes && g_ascii_isspace (data[i]))
    i++;

  return length_bytes - i >= strlen (SIGNATURE) &&
         memcmp (data + i, SIGNATURE, strlen (SIGNATURE)) == 0;
}

static GalleyDocument *
read_pdf (GalleyInput *input, GError **error)
{
  /* It ends beside what is done with its words, which takes as long. */
  g_autoptr (GalleyPdfChild) child = galley_pdf_child_new (input->bytes, input->copy, error);
  g_autoptr (GalleyPdfParser) parser = galley_pdf_parser_new ();
  g_autoptr (GalleyPdfPages) pages = NULL;

  if (child != NULL &&
      galley_pdf_child_read (child, parser, input->label, input->cancellable, error))
    pages = galley_pdf_parser_finish (parser, input->label, error);

  return pages != NULL ? galley_pdf_document_new (pages, input->bytes, input->label, error) : NULL;
}

const GalleyReader galley_pdf_reader = {
  .media_type = "application/pdf",
  .recognise = recognise,
  .read = read_pdf,
};
