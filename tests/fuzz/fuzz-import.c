/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"
#include "fuzz.h"

#include "galley-reader.h"

/* Whether another program would be started, which takes a thousand times as long as all else. What
 * it writes is tried elsewhere. */
static gboolean
starts_program (GBytes *bytes)
{
  static const GalleyReader *const readers[] = { &galley_doc_reader, &galley_pdf_reader,
                                                 &galley_rtf_reader };
  const GalleyInput input = { .bytes = bytes, .label = "fuzz" };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (readers[i]->recognise (&input))
      return TRUE;

  return FALSE;
}

/* Imports the input under each name that matters. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const names[] = { NULL, "article.txt", "article.md" };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  if (starts_program (bytes))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, names[i], &error);

      check_read (document, error);
    }

  return 0;
}
