/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* What is to become the library is prepared beside it, under its name and this. */
#define PREPARED_SUFFIX ".restoring"

/* Keeps the library at @path as a backup called @aside. */
static gboolean
copy_aside (const char *path, const char *aside, GError **error)
{
  g_autoptr (GalleyLibrary) library = galley_library_open (path, error);

  return library != NULL && galley_library_backup (library, aside, error);
}

/* Keeps the files at @path as they are under the name @aside; also a log without its library, which
 * must not be taken for that of the next. */
static gboolean
move_aside (const char *path, const char *aside, GError **error)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (aside, suffixes[i], NULL);
      int saved_errno;

      if (g_rename (from, to) == 0 || errno == ENOENT)
        continue;
      saved_errno = errno;
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                   _ ("The damaged library “%s” can’t be moved aside: %s"), path,
                   g_strerror (saved_errno));
      return FALSE;
    }

  return TRUE;
}

/* A name beside @path that nothing has yet. */
static char *
choose_aside (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  char *aside = g_strconcat (path, GALLEY_BACKUP_ASIDE_SUFFIX, stamp, NULL);

  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s" GALLEY_BACKUP_ASIDE_SUFFIX "%s-%u", path, stamp, i);
    }

  return aside;
}

/* Whatever lies at @path now is kept beside it. What is damaged cannot be copied, and is the very
 * reason why somebody restores a backup. */
static gboolean
set_aside (const char *path, gboolean *out_moved, GError **error)
{
  g_autofree char *aside = choose_aside (path);
  g_autoptr (GError) problem = NULL;

  *out_moved = !g_file_test (path, G_FILE_TEST_EXISTS);
  if (*out_moved)
    return move_aside (path, aside, error);
  if (copy_aside (path, aside, &problem))
    return TRUE;

  *out_moved = g_error_matches (problem, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED);
  if (*out_moved)
    return move_aside (path, aside, error);

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Copies the backup to @prepared as a library of its own, which will be the one at @path. The
 * backup and what went on from it must never append under the same identity. */
static gboolean
prepare (const char *backup_path, const char *path, const char *prepared, GError **error)
{
  g_autoptr (GalleyDb) backup = galley_db_open (backup_path, GALLEY_DB_READ, error);
  g_autoptr (GalleyDb) copy = NULL;
  g_autoptr (GError) problem = NULL;

  if (backup == NULL)
    return FALSE;
  if (!galley_backup_copy (backup, prepared, &problem))
    {
      if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
        galley_db_set_path_error (path, SQLITE_FULL, error);
      else
        g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  copy = galley_db_open (prepared, GALLEY_DB_WRITE, error);
  return copy != NULL && galley_library_assign_replica (copy, error);
}

/* Makes the library at @path, which other programs may have open, what @prepared is. */
static gboolean
restore_into (const char *path, const char *prepared, GError **error)
{
  g_autoptr (GalleyDb) from = galley_db_open (prepared, GALLEY_DB_READ, error);
  g_autoptr (GalleyDb) to = from != NULL ? galley_db_open (path, GALLEY_DB_WRITE, error) : NULL;

  return to != NULL && galley_backup_copy_pages (from, to, error) &&
         galley_db_exec (to, "PRAGMA journal_mode = WAL", error);
}

static gboolean
restore (const char *path, const char *prepared, GError **error)
{
  gboolean moved;

  if (!set_aside (path, &moved, error))
    return FALSE;

  return moved ? galley_backup_put_in_place (prepared, path, error)
               : restore_into (path, prepared, error);
}

static gboolean
check_backup (const char *backup_path, const char *path, GError **error)
{
  GStatBuf backup, library;

  if (g_stat (backup_path, &backup) != 0 || !S_ISREG (backup.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no backup “%s”"),
                   backup_path);
      return FALSE;
    }
  if (g_stat (path, &library) == 0 && backup.st_dev == library.st_dev &&
      backup.st_ino == library.st_ino)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("“%s” is the library itself"), path);
      return FALSE;
    }

  return galley_backup_check (backup_path, error);
}

/* What a restoration that was killed left half done. One that is under way now is younger. */
static void
remove_abandoned (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GPtrArray) names = galley_backup_list_beside (
      path, PREPARED_SUFFIX, "^(-[0-9a-f]{8})?" GALLEY_BACKUP_UNFINISHED "$");
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *beside =
          g_build_filename (folder, (char *) g_ptr_array_index (names, i), NULL);
      GStatBuf info;

      if (g_stat (beside, &info) == 0 && now - info.st_mtime > GALLEY_BACKUP_ABANDONED_AFTER_S)
        g_unlink (beside);
    }
}

/**
 * galley_library_restore:
 * @backup_path: a backup, which stays as it is
 * @path: the library that is to become what the backup is; made if there is none. What was there is
 *   kept beside it: as a backup, or as it is if it is damaged.
 *
 * Puts a backup, once it was checked, in a library's place: all of it or nothing. The library goes
 * on under a new identity.
 *
 * Returns: whether the library is what the backup was
 */
gboolean
galley_library_restore (const char *backup_path, const char *path, GError **error)
{
  g_autofree char *prepared = NULL;
  gboolean done;

  g_return_val_if_fail (backup_path != NULL && path != NULL, FALSE);

  if (!check_backup (backup_path, path, error))
    return FALSE;

  /* A name of its own: what SQLite keeps beside another file of that name, which was left there
   * when a program was killed, would be taken for a part of this one. */
  prepared = g_strdup_printf ("%s" PREPARED_SUFFIX "-%08x", path, g_random_int ());
  remove_abandoned (path);
  done = prepare (backup_path, path, prepared, error) && restore (path, prepared, error);
  g_unlink (prepared);

  return done;
}

/**
 * galley_library_list_set_aside:
 *
 * Returns: (transfer full) (element-type filename): the names of the files beside the library that
 *   hold what it was before backups were restored
 */
GPtrArray *
galley_library_list_set_aside (GalleyLibrary *self)
{
  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  return galley_backup_list_beside (self->path, GALLEY_BACKUP_ASIDE_SUFFIX, "");
}
