/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document.h"
#include "galley-fetched.h"

G_BEGIN_DECLS

#define GALLEY_IMPORT_ERROR (galley_import_error_quark ())

/**
 * GalleyImportError:
 * @GALLEY_IMPORT_ERROR_UNSUPPORTED: no reader knows the format
 * @GALLEY_IMPORT_ERROR_TOO_LARGE: the input, or what it unfolds to, is over a limit
 * @GALLEY_IMPORT_ERROR_DAMAGED: the input is not what its format demands
 * @GALLEY_IMPORT_ERROR_EMPTY: there are no words in the input
 */
typedef enum
{
  GALLEY_IMPORT_ERROR_UNSUPPORTED,
  GALLEY_IMPORT_ERROR_TOO_LARGE,
  GALLEY_IMPORT_ERROR_DAMAGED,
  GALLEY_IMPORT_ERROR_EMPTY,
} GalleyImportError;

GQuark galley_import_error_quark (void);

/* The largest input, in bytes; larger ones are refused before they are read. */
#define GALLEY_IMPORT_MAX_BYTES (64 * 1024 * 1024)

GalleyDocument *galley_import_bytes (GBytes *bytes, const char *name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *galley_import_fragment (GBytes *html, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *galley_import_fetched (GalleyFetched *fetched, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *galley_import_path (const char *path, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyDocument *galley_import_file (GFile *file, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_import_file_async (GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GalleyDocument *galley_import_file_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
