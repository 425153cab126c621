/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"
#include "fuzz.h"

#include "galley-reader.h"

/* A page, as if it had been recognised: what it begins with need not be found by the fuzzer. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  GalleyInput input = { .bytes = bytes, .label = "fuzz.html" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = galley_html_reader.read (&input, &error);

  galley_decoded_clear (&input.decoded);
  check_read (document, error);
  return 0;
}
