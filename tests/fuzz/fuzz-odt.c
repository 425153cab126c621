/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"
#include "fuzz.h"

#include "galley-odt-reader.h"

/* The input is a flat document: what is in an archive is read the same way, and a fuzzer makes
 * nothing of compressed bytes. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = galley_odt_read (bytes, bytes, "application/x-test",
                                                         "a.fodt", /* cancellable= */ NULL, &error);

  check_read (document, error);
  return 0;
}
