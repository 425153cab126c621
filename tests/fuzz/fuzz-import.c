/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"
#include "fuzz.h"

#include "galley-import.h"

/* Imports the input under each name that matters. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const names[] = { NULL, "article.txt", "article.md" };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, names[i], &error);

      check_read (document, error);
    }

  return 0;
}
