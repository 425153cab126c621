/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads files of this machine without GIO's files, which ask all of its modules first what they
 * know of file systems: a tenth of the time that galleyctl takes for a short document.
 *
 * A file is copied into one that is in memory only, which nobody else can change, and that is
 * mapped. The copy is made by the system, and the pictures of a document, which no reader looks at,
 * are never brought into the process. Where the system cannot do so the file is read. */

#define CHUNK_BYTES (256 * 1024)

/* Who is handed a copy can neither write to it nor cut it off under those who have mapped it. */
#define SEALS (F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)

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

/* The copy in memory of a file, which has to be unmapped. */
typedef struct
{
  void *data;
  gsize length_bytes;
} Mapping;

static void
free_mapping (gpointer data)
{
  Mapping *mapping = data;

  munmap (mapping->data, mapping->length_bytes);
  g_free (mapping);
}

/* Maps all of @fd, or NULL. */
static GBytes *
map (int fd, gsize length_bytes)
{
  Mapping *mapping;
  void *data;

  if (length_bytes == 0)
    return g_bytes_new (NULL, 0);
  data = mmap (NULL, length_bytes, PROT_READ, MAP_PRIVATE, fd, 0);
  if (data == MAP_FAILED)
    return NULL;

  mapping = g_new (Mapping, 1);
  *mapping = (Mapping){ data, length_bytes };
  return g_bytes_new_with_free_func (data, length_bytes, free_mapping, mapping);
}

/* A file on disk that has no name. */
static int
open_nameless (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "galley-file-XXXXXX", NULL);
  int fd = open (g_get_tmp_dir (), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    return fd;

  fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    unlink (path);
  return fd;
}

/* Copies @fd to its end, which need not be where the file's size says: it may still grow, or be cut
 * off. @copy is an empty file of which nobody else knows. NULL if the system cannot do so. */
static GBytes *
copy_all (int fd, int copy, gsize max_bytes, GCancellable *cancellable)
{
  gsize length_bytes = 0;
  gssize n = 1;

  while (n > 0 && length_bytes <= max_bytes && !g_cancellable_is_cancelled (cancellable))
    {
      do
        n = sendfile (copy, fd, /* offset= */ NULL, CHUNK_BYTES);
      while (n < 0 && errno == EINTR);
      length_bytes += MAX (n, 0);
    }

  return n >= 0 ? map (copy, length_bytes) : NULL;
}

/* Hands over @copy if nobody can change it any more. */
static gboolean
hand_over (int copy, int *out_copy)
{
  if (out_copy == NULL || fcntl (copy, F_ADD_SEALS, SEALS) != 0 || lseek (copy, 0, SEEK_SET) != 0)
    return FALSE;

  *out_copy = copy;
  return TRUE;
}

static GFileType
get_type (const struct stat *status)
{
  return S_ISREG (status->st_mode)   ? G_FILE_TYPE_REGULAR
         : S_ISDIR (status->st_mode) ? G_FILE_TYPE_DIRECTORY
                                     : G_FILE_TYPE_SPECIAL;
}

/* Reads to the end; NULL if that fails. */
static GBytes *
read_all (int fd, gsize max_bytes, GCancellable *cancellable)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n = lseek (fd, 0, SEEK_SET) == 0 ? 1 : -1;

  while (n > 0 && bytes->len <= max_bytes && !g_cancellable_is_cancelled (cancellable))
    {
      guint length_bytes = bytes->len;

      g_byte_array_set_size (bytes, length_bytes + CHUNK_BYTES);
      do
        n = read (fd, bytes->data + length_bytes, CHUNK_BYTES);
      while (n < 0 && errno == EINTR);
      g_byte_array_set_size (bytes, length_bytes + MAX (n, 0));
    }

  return n >= 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static GBytes *
load (const char *path,
      const char *label,
      gsize max_bytes,
      gboolean is_to_disk,
      int *out_copy,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat status;
  int fd, copy = -1;
  gboolean is_copied;

  if (stat (path, &status) != 0)
    {
      set_failed (error, label);
      return NULL;
    }
  if (!galley_file_check_type (get_type (&status), label, error))
    return NULL;

  /* What was put in its place since must not make us wait. */
  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd >= 0)
    copy = is_to_disk ? open_nameless ()
                      : memfd_create ("galley-file", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (copy >= 0)
    bytes = copy_all (fd, copy, max_bytes, cancellable);
  is_copied = bytes != NULL;
  if (fd >= 0 && bytes == NULL && !is_to_disk)
    bytes = read_all (fd, max_bytes, cancellable);
  if (bytes == NULL)
    set_failed (error, label);
  if (fd >= 0)
    close (fd);

  if (bytes != NULL && g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&bytes, g_bytes_unref);
  if (copy >= 0 && !(is_copied && bytes != NULL && hand_over (copy, out_copy)))
    close (copy);

  return g_steal_pointer (&bytes);
}

/**
 * galley_file_load:
 * @path: a regular file
 * @label: what to call it in an error
 * @max_bytes: when to stop reading
 * @out_copy: (out) (optional): a file that holds what is returned and that nobody can change, which
 *   has to be closed; left alone if the system has none
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
                  int *out_copy,
                  GCancellable *cancellable,
                  GError **error)
{
  return load (path, label, max_bytes, /* is_to_disk= */ FALSE, out_copy, cancellable, error);
}

/**
 * galley_file_load_to_disk:
 *
 * As galley_file_load(), for files that may be larger than what is to be held in memory: the copy
 * that nobody else can change is on disk, where temporary files are, and goes with what is
 * returned.
 *
 * Returns: (transfer full): the content of the file; or %NULL
 */
GBytes *
galley_file_load_to_disk (const char *path,
                          const char *label,
                          gsize max_bytes,
                          GCancellable *cancellable,
                          GError **error)
{
  return load (path, label, max_bytes, /* is_to_disk= */ TRUE, /* out_copy= */ NULL, cancellable,
               error);
}
