/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-atomic-file.h"

#include "galley-overwriting.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * A file is written beside its target under a name of its own, made durable, and renamed over the
 * target: whoever looks sees the old file or the new one, whole. What is no regular file, such as
 * a device or a pipe, has nothing to preserve and is written to directly.
 */

/* Between two looks at the cancellable. */
#define CHUNK_BYTES (256 * 1024)

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%s” could not be written: %s"),
               name, g_strerror (code));
  return FALSE;
}

static gboolean
write_all (int fd, const char *path, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize left_bytes;
  const char *p = g_bytes_get_data (bytes, &left_bytes);

  while (left_bytes > 0)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      n = write (fd, p, MIN (left_bytes, CHUNK_BYTES));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (path, errno, error);
      p += n;
      left_bytes -= n;
    }

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
write_special (const char *path, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  gboolean ok;

  if (fd < 0)
    return fail (path, errno, error);

  ok = write_all (fd, path, bytes, cancellable, error);
  if (close (fd) != 0 && ok)
    return fail (path, errno, error);

  return ok;
}

/* Makes a file beside @path that nobody else has; its mode is what the umask leaves of 0666. */
static int
open_beside (const char *path, char **out_temporary)
{
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint attempt = 0; attempt < 100; attempt++)
    {
      g_autofree char *name = g_strdup_printf (".galley-%08x.tmp", g_random_int ());
      g_autofree char *temporary = g_build_filename (folder, name, NULL);
      int fd = open (temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

      if (fd >= 0)
        *out_temporary = g_steal_pointer (&temporary);
      if (fd >= 0 || errno != EEXIST)
        return fd;
    }

  return -1;
}

/* The owner is kept if that is allowed; the mode always, and after the owner, whose change resets
 * parts of it. */
static gboolean
keep_attributes (int fd, const struct stat *old)
{
  if (fchown (fd, old->st_uid, old->st_gid) != 0 && fchown (fd, -1, old->st_gid) != 0)
    g_debug ("The owner of an existing file could not be kept: %s", g_strerror (errno));

  return fchmod (fd, old->st_mode & 07777) == 0;
}

static gboolean
fill (int fd,
      const char *path,
      const struct stat *old,
      GBytes *bytes,
      GCancellable *cancellable,
      GError **error)
{
  if (!write_all (fd, path, bytes, cancellable, error))
    return FALSE;
  if ((old != NULL && !keep_attributes (fd, old)) || fsync (fd) != 0)
    return fail (path, errno, error);

  return TRUE;
}

/* A rename is durable once its folder is. The file is in place by then, so a folder that cannot be
 * synchronised, as on some network file systems, is no failure. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("The folder “%s” could not be synchronised: %s", folder, g_strerror (errno));
  close (fd);
}

/* Has @temporary replace what is there. */
static gboolean
put_over (const char *temporary, const char *path)
{
  return g_rename (temporary, path) == 0;
}

/* Gives @temporary its name unless something has it. Where a file cannot have two names for a
 * moment, an empty one keeps the name for it. */
static gboolean
put_beside (const char *temporary, const char *path)
{
  int fd, code;

  if (link (temporary, path) == 0)
    {
      g_unlink (temporary);
      return TRUE;
    }
  if (errno == EEXIST)
    return FALSE;

  fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0)
    return FALSE;
  close (fd);
  if (g_rename (temporary, path) == 0)
    return TRUE;

  code = errno;
  g_unlink (path);
  errno = code;
  return FALSE;
}

/* @old: (nullable): what is there now */
static gboolean
write_beside (const char *path,
              const struct stat *old,
              gboolean (*put) (const char *temporary, const char *path),
              GBytes *bytes,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *temporary = NULL;
  int fd = open_beside (path, &temporary);
  gboolean ok;

  if (fd < 0)
    return fail (path, errno, error);

  ok = fill (fd, path, old, bytes, cancellable, error);
  if (close (fd) != 0 && ok)
    ok = fail (path, errno, error);
  if (ok && !put (temporary, path))
    ok = fail (path, errno, error);

  if (ok)
    sync_folder (path);
  else
    g_unlink (temporary);

  return ok;
}

/* Follows links to what is to be replaced, also where that does not exist yet. */
static char *
resolve (const char *path)
{
  g_autofree char *at = g_strdup (path);
  char *real = realpath (path, NULL);

  if (real != NULL)
    {
      char *copy = g_strdup (real);

      free (real);
      return copy;
    }

  for (guint n_links = 0; n_links < 40; n_links++)
    {
      g_autofree char *target = g_file_read_link (at, /* error= */ NULL);
      g_autofree char *folder = g_path_get_dirname (at);

      if (target == NULL)
        break;
      g_free (at);
      at = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                       : g_build_filename (folder, target, NULL);
    }

  return g_steal_pointer (&at);
}

static gboolean
write_local (const char *given, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = NULL;
  struct stat old;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (stat (given, &old) == 0 && !S_ISREG (old.st_mode))
    return S_ISDIR (old.st_mode) ? fail (given, EISDIR, error)
                                 : write_special (given, bytes, cancellable, error);

  path = resolve (given);
  if (stat (path, &old) != 0)
    return errno == ENOENT
               ? write_beside (path, /* old= */ NULL, put_over, bytes, cancellable, error)
               : fail (given, errno, error);
  /* The folder may allow what the file itself does not. */
  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
    return fail (given, errno, error);

  return write_beside (path, &old, put_over, bytes, cancellable, error);
}

/**
 * galley_atomic_file_write:
 * @file: where to write
 * @bytes: what
 * @cancellable: (nullable): stops the work before anything is replaced
 *
 * Writes a file whole or not at all: on failure an existing file is as it was, and nothing is left
 * beside it. A link is followed, and the mode of an existing file kept. No database is replaced.
 *
 * Returns: %FALSE with an error of %G_IO_ERROR
 */
gboolean
galley_atomic_file_write (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize size_bytes;
  const char *data = g_bytes_get_data (bytes, &size_bytes);

  if (!galley_overwriting_check (file, error))
    return FALSE;
  if (g_file_peek_path (file) != NULL)
    return write_local (g_file_peek_path (file), bytes, cancellable, error);

  return g_file_replace_contents (file, data, size_bytes, /* etag= */ NULL,
                                  /* make_backup= */ FALSE, G_FILE_CREATE_NONE,
                                  /* new_etag= */ NULL, cancellable, error);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (galley_atomic_file_write (source, data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
galley_atomic_file_write_async (GFile *file,
                                GBytes *bytes,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, galley_atomic_file_write_async);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_thread);
}

/**
 * galley_atomic_file_write_finish:
 *
 * Returns: as galley_atomic_file_write()
 */
gboolean
galley_atomic_file_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Elsewhere than on this machine's disks: what was begun is taken back. */
static gboolean
create_remote (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize size_bytes;
  const char *data = g_bytes_get_data (bytes, &size_bytes);
  g_autoptr (GFileOutputStream) stream =
      g_file_create (file, G_FILE_CREATE_NONE, cancellable, error);

  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size_bytes,
                                 /* bytes_written= */ NULL, cancellable, error) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return TRUE;

  g_output_stream_close (G_OUTPUT_STREAM (stream), /* cancellable= */ NULL, /* error= */ NULL);
  g_file_delete (file, /* cancellable= */ NULL, /* error= */ NULL);
  return FALSE;
}

/**
 * galley_atomic_file_create:
 * @file: where to write; nothing is there
 * @bytes: what
 * @cancellable: (nullable): stops the work before anything is to be seen of it
 *
 * Writes a new file whole or not at all. What is there already stays, whoever put it there and
 * when: the error is %G_IO_ERROR_EXISTS then.
 *
 * Returns: %FALSE with an error of %G_IO_ERROR
 */
gboolean
galley_atomic_file_create (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);

  if (path == NULL)
    return create_remote (file, bytes, cancellable, error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return write_beside (path, /* old= */ NULL, put_beside, bytes, cancellable, error);
}
