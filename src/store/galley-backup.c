/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"

#include "galley-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Rotating backups lie in a folder beside the library, named after the moment and the last event
 * that they hold: "20260903T141530Z-000000000123.backup". A new one is made only if there is a
 * newer event; the oldest go. */
#define BACKUP_SUFFIX ".backup"
#define MAX_BACKUPS 10

/* Pages copied before other users of the library get a turn. */
#define PAGES_PER_STEP 1024

/**
 * galley_backup_get_folder:
 * @path: a library's file
 *
 * Returns: (transfer full): the folder of its rotating backups
 */
char *
galley_backup_get_folder (const char *path)
{
  return g_strconcat (path, ".backups", NULL);
}

static gboolean
copy_pages (GalleyDb *from, GalleyDb *to, GError **error)
{
  sqlite3_backup *backup =
      sqlite3_backup_init (galley_db_get_handle (to), "main", galley_db_get_handle (from), "main");
  int code;

  if (backup == NULL)
    {
      galley_db_set_error (to, error);
      return FALSE;
    }

  do
    {
      code = sqlite3_backup_step (backup, PAGES_PER_STEP);
      if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        g_usleep (10 * 1000);
    }
  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED);

  if (sqlite3_backup_finish (backup) == SQLITE_OK)
    return TRUE;
  galley_db_set_error (to, error);
  return FALSE;
}

static gboolean
check_copy (const char *path, GError **error)
{
  g_autoptr (GalleyDb) db = galley_db_open (path, /* create= */ FALSE, error);
  g_autofree char *answer = NULL;
  gint64 version;

  if (db == NULL || !galley_schema_check (db, &version, error))
    return FALSE;
  answer = galley_db_get_text (db, "PRAGMA integrity_check", error);
  if (g_strcmp0 (answer, "ok") == 0 && version > 0)
    return TRUE;

  if (answer != NULL)
    g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED,
                 _ ("The backup “%s” is damaged"), path);
  return FALSE;
}

/* Renames @temporary to @path for good. */
static gboolean
put_in_place (const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd, saved_errno;

  if (g_rename (temporary, path) != 0)
    {
      saved_errno = errno;
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                   _ ("The backup “%s” can’t be written: %s"), path, g_strerror (saved_errno));
      return FALSE;
    }

  fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
  return TRUE;
}

static gboolean
write_copy (GalleyDb *from, const char *path, GError **error)
{
  g_autoptr (GalleyDb) to = galley_db_open (path, /* create= */ FALSE, error);

  /* A backup is one file: no log beside it that could be left behind. */
  return to != NULL && copy_pages (from, to, error) &&
         galley_db_exec (to, "PRAGMA journal_mode = DELETE", error);
}

/**
 * galley_backup_copy:
 * @from: a library
 * @to_path: the backup's file; replaced only when the new one is complete and was checked
 *
 * Copies a library as it is at one moment.
 *
 * Returns: whether the backup is there and sound
 */
gboolean
galley_backup_copy (GalleyDb *from, const char *to_path, GError **error)
{
  g_autofree char *temporary = g_strconcat (to_path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  int saved_errno = errno;

  if (fd < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                   _ ("The backup “%s” can’t be written: %s"), to_path, g_strerror (saved_errno));
      return FALSE;
    }
  close (fd);

  if (write_copy (from, temporary, error) && check_copy (temporary, error) &&
      put_in_place (temporary, to_path, error))
    return TRUE;

  g_unlink (temporary);
  return FALSE;
}

/* Whether a backup may be put at @path: what is there is a file, and not the library itself. */
static gboolean
check_target (GalleyLibrary *self, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  GStatBuf target, library;

  if (g_stat (path, &target) != 0)
    return TRUE;
  if (S_ISDIR (target.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _ ("“%s” is a folder"), name);
      return FALSE;
    }
  if (!S_ISREG (target.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("“%s” is not a file"), name);
      return FALSE;
    }
  if (g_stat (self->path, &library) == 0 && target.st_dev == library.st_dev &&
      target.st_ino == library.st_ino)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("“%s” is the library itself"), name);
      return FALSE;
    }

  return TRUE;
}

/**
 * galley_library_backup:
 * @path: the backup's file
 *
 * Writes a backup and checks it.
 *
 * Returns: whether it is there and sound
 */
gboolean
galley_library_backup (GalleyLibrary *self, const char *path, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && path != NULL, FALSE);

  if (!check_target (self, path, error))
    return FALSE;

  locker = g_mutex_locker_new (&self->read_lock);
  return galley_backup_copy (self->reader, path, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* The names of the rotating backups, oldest first. */
static GPtrArray *
list_backups (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, BACKUP_SUFFIX))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  return names;
}

static gboolean
remove_backup (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int saved_errno;

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  saved_errno = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
               _ ("The backup “%s” can’t be removed: %s"), path, g_strerror (saved_errno));
  return FALSE;
}

/**
 * galley_backup_forget_all:
 * @path: a library's file
 *
 * Removes its rotating backups, which hold what was purged.
 *
 * Returns: whether none is left
 */
gboolean
galley_backup_forget_all (const char *path, GError **error)
{
  g_autofree char *folder = galley_backup_get_folder (path);
  g_autoptr (GPtrArray) names = list_backups (folder);

  for (guint i = 0; i < names->len; i++)
    if (!remove_backup (folder, g_ptr_array_index (names, i), error))
      return FALSE;

  return TRUE;
}

/* Whether the newest of @names holds all events up to @last_event already. */
static gboolean
is_up_to_date (GPtrArray *names, gint64 last_event)
{
  const char *newest, *number;

  if (names->len == 0)
    return last_event == 0;

  newest = g_ptr_array_index (names, names->len - 1);
  number = strchr (newest, '-');
  return number != NULL && g_ascii_strtoll (number + 1, NULL, 10) >= last_event;
}

/**
 * galley_library_rotate_backups:
 *
 * Writes a backup if something was done since the last one, and removes the oldest of more than
 * ten.
 *
 * Returns: whether the newest backup is up to date
 */
gboolean
galley_library_rotate_backups (GalleyLibrary *self, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  gint64 last_event;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), FALSE);

  g_mutex_lock (&self->read_lock);
  if (!galley_db_get_int (self->reader, "SELECT max (id) FROM event", &last_event, error))
    {
      g_mutex_unlock (&self->read_lock);
      return FALSE;
    }
  g_mutex_unlock (&self->read_lock);

  folder = galley_backup_get_folder (self->path);
  names = list_backups (folder);
  if (is_up_to_date (names, last_event))
    return TRUE;

  g_mkdir (folder, 0700);
  path = g_strdup_printf ("%s/%s-%012" G_GINT64_FORMAT BACKUP_SUFFIX, folder, stamp, last_event);
  if (!galley_library_backup (self, path, error))
    return FALSE;

  for (guint i = 0; i + MAX_BACKUPS <= names->len; i++)
    if (!remove_backup (folder, g_ptr_array_index (names, i), error))
      return FALSE;
  return TRUE;
}

/* Keeps the library at @path as a backup called @aside. */
static gboolean
copy_aside (const char *path, const char *aside, GError **error)
{
  g_autoptr (GalleyLibrary) library = galley_library_open (path, error);

  return library != NULL && galley_library_backup (library, aside, error);
}

/* Keeps the files at @path as they are under the name @aside. */
static gboolean
move_aside (const char *path, const char *aside, GError **error)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

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

/* Whatever lies at @path now is kept beside it. What is damaged cannot be copied, and is the very
 * reason why somebody restores a backup. */
static gboolean
set_aside (const char *path, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *aside = g_strconcat (path, ".before-restore-", stamp, NULL);
  g_autoptr (GError) problem = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || copy_aside (path, aside, &problem))
    return TRUE;
  if (g_error_matches (problem, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED))
    return move_aside (path, aside, error);

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
restore_into (GalleyLibrary *library, GalleyDb *backup, GError **error)
{
  g_autofree char *replica = NULL;

  if (!copy_pages (backup, library->writer, error) ||
      !galley_db_exec (library->writer, "PRAGMA journal_mode = WAL", error))
    return FALSE;

  /* The backup and what went on from it must never append under the same identity. */
  replica = galley_library_assign_replica (library->writer, error);
  return replica != NULL;
}

/**
 * galley_library_restore:
 * @backup_path: a backup
 * @path: the library that is to become what the backup is; made if there is none. What was there is
 *   kept beside it as a backup.
 *
 * Puts a backup, once it was checked, in a library's place.
 *
 * Returns: whether the library is what the backup was
 */
gboolean
galley_library_restore (const char *backup_path, const char *path, GError **error)
{
  g_autoptr (GalleyDb) backup = NULL;
  g_autoptr (GalleyLibrary) library = NULL;

  if (!g_file_test (backup_path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no backup “%s”"),
                   backup_path);
      return FALSE;
    }
  if (!check_copy (backup_path, error))
    return FALSE;

  backup = galley_db_open (backup_path, /* create= */ FALSE, error);
  if (backup == NULL || !set_aside (path, error))
    return FALSE;

  library = galley_library_open (path, error);
  return library != NULL && restore_into (library, backup, error);
}
