/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "galley-import.h"
#include "galley-pdf-document.h"
#include "galley-pdf-parser.h"

/* The input stands for what galley-pdf-text wrote. Starting that program for each input would take
 * a thousand times as long, and show faults of poppler only. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const gsize first = size / 3;
  g_autoptr (GBytes) original = g_bytes_new_static ("%PDF-", 5);
  g_autoptr (GalleyPdfParser) parser = galley_pdf_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyPdfPages) pages = NULL;
  g_autoptr (GalleyDocument) document = NULL;

  if (galley_pdf_parser_add (parser, data, first))
    galley_pdf_parser_add (parser, data + first, size - first);
  pages = galley_pdf_parser_finish (parser, "fuzz.pdf", &error);
  if (pages != NULL)
    document = galley_pdf_document_new (pages, original, "fuzz.pdf", &error);

  g_assert_true ((document == NULL) == (error != NULL));
  if (document != NULL)
    {
      guint n_blocks, end = 0;
      const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);
      g_autoptr (GBytes) structure = galley_document_save_structure (document);

      for (guint i = 0; i < n_blocks; i++)
        {
          g_assert_cmpuint (blocks[i].range.start, >=, end);
          g_assert_true (
              galley_text_has_range (galley_document_get_text (document), blocks[i].range));
          end = blocks[i].range.end;
        }
    }

  return 0;
}
