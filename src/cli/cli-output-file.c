/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include "galley-atomic-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

/* A pipe or device cannot be replaced by a finished file, only written to. */
static gboolean
is_stream (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && !S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode);
}

static gboolean
write_to_stream (const char *path, GBytes *bytes, GError **error)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);
  FILE *stream = g_fopen (path, "we");
  int failure = stream == NULL ? errno : 0;

  if (stream != NULL && fwrite (data, 1, length_bytes, stream) != length_bytes)
    failure = errno;
  if (stream != NULL && fclose (stream) != 0 && failure == 0)
    failure = errno;
  if (failure != 0)
    {
      g_autofree char *name = cli_quote_path (path);

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (failure),
                   _ ("%s could not be written: %s"), name, g_strerror (failure));
    }

  return failure == 0;
}

/**
 * cli_write_bytes:
 * @path: (nullable): a file, which is replaced once the new one is complete; "-" or %NULL for
 *   standard output
 *
 * Returns: whether it was written
 */
gboolean
cli_write_bytes (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (path == NULL || g_str_equal (path, "-"))
    {
      cli_write (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      return TRUE;
    }
  if (*path == '\0')
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("The name of the file to write is empty"));
      return FALSE;
    }
  if (is_stream (path))
    return write_to_stream (path, bytes, error);

  file = g_file_new_for_path (path);
  return galley_atomic_file_write (file, bytes, /* cancellable= */ NULL, error);
}
