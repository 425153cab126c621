/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads files of this machine without GIO's files, which ask all of its modules first what they
 * know of file systems: a tenth of the time that galleyctl takes for a short document. */

#define CHUNK_BYTES (256 * 1024)

static void
set_failed (GError **error, const char *label)
{
  int problem = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (problem),
               _ ("“%s” could not be opened: %s"), label, g_strerror (problem));
}

/**
 * galley_file_check_type:
 * @type: of a file
 * @label: what to call it in an error
 * @error: (out) (optional): %G_IO_ERROR_IS_DIRECTORY or %G_IO_ERROR_NOT_REGULAR_FILE
 *
 * Opening a pipe would wait for whoever writes it, and a device may never end, so only regular
 * files are opened.
 *
 * Returns: whether it may be opened
 */
gboolean
galley_file_check_type (GFileType type, const char *label, GError **error)
{
  switch (type)
    {
    case G_FILE_TYPE_DIRECTORY:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                   _ ("“%s” is a folder, not an article"), label);
      return FALSE;
    case G_FILE_TYPE_SPECIAL:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _ ("“%s” is a device or a pipe, not a file"), label);
      return FALSE;
    default:
      return TRUE;
    }
}

static GFileType
get_type (const struct stat *status)
{
  return S_ISREG (status->st_mode)   ? G_FILE_TYPE_REGULAR
         : S_ISDIR (status->st_mode) ? G_FILE_TYPE_DIRECTORY
                                     : G_FILE_TYPE_SPECIAL;
}

/* Reads to the end, which need not be where the file's size says: it may still grow. */
static gboolean
read_all (int fd, GByteArray *bytes, gsize max_bytes, GCancellable *cancellable)
{
  gssize n = 1;

  while (n > 0 && bytes->len <= max_bytes && !g_cancellable_is_cancelled (cancellable))
    {
      guint length_bytes = bytes->len;

      g_byte_array_set_size (bytes, length_bytes + CHUNK_BYTES);
      do
        n = read (fd, bytes->data + length_bytes, CHUNK_BYTES);
      while (n < 0 && errno == EINTR);
      g_byte_array_set_size (bytes, length_bytes + MAX (n, 0));
    }

  return n >= 0;
}

/**
 * galley_file_load:
 * @path: a regular file
 * @label: what to call it in an error
 * @max_bytes: when to stop reading
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): %G_IO_ERROR
 *
 * Returns: (transfer full): the content of the file, or more than @max_bytes of it if it is longer;
 *   or %NULL
 */
GBytes *
galley_file_load (const char *path,
                  const char *label,
                  gsize max_bytes,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct stat status;
  gboolean is_read;
  int fd;

  if (stat (path, &status) != 0)
    {
      set_failed (error, label);
      return NULL;
    }
  if (!galley_file_check_type (get_type (&status), label, error))
    return NULL;

  /* What was put in its place since must not make us wait. */
  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  is_read = fd >= 0 && read_all (fd, bytes, max_bytes, cancellable);
  if (!is_read)
    set_failed (error, label);
  if (fd >= 0)
    close (fd);
  if (!is_read || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
