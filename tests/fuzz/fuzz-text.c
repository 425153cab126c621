/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"
#include "fuzz.h"

#include "galley-reader.h"

/* Text of any kind, read by each of the two readers of text whichever would take it. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const GalleyReader *const readers[] = { &galley_text_reader, &galley_markdown_reader };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      GalleyInput input = { .bytes = bytes, .label = "fuzz.txt" };
      g_autoptr (GError) error = NULL;
      g_autoptr (GalleyDocument) document = NULL;

      if (!galley_decoded_init (&input.decoded, bytes))
        return 0;
      document = readers[i]->read (&input, &error);
      galley_decoded_clear (&input.decoded);
      check_read (document, error);
    }

  return 0;
}
