/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"
#include "fuzz.h"

#include "galley-reader.h"

/* A saved page, as if it had been recognised, which nothing is not. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  GalleyInput input = { .bytes = bytes, .label = "fuzz.mhtml" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = NULL;

  if (size == 0)
    return 0;

  document = galley_mhtml_reader.read (&input, &error);
  galley_decoded_clear (&input.decoded);
  check_read (document, error);
  return 0;
}
