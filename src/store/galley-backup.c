/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"

#include "galley-companion.h"
#include "galley-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Rotating backups lie in a folder beside the library, named after the moment and the last event
 * that they hold, by its number and the beginning of its chain value:
 * "20260903T141530Z-000000000123-0f1e2d3c4b5a6978.backup". A new one is made only if the last event
 * is another; the oldest go. */
#define BACKUP_SUFFIX ".backup"
#define MAX_BACKUPS 10

/* Pages copied before other users of the library get a turn. */
#define PAGES_PER_STEP 1024

/**
 * galley_backup_get_folder:
 * @path: a library's file, or a link to it
 *
 * Returns: (transfer full): the folder of its rotating backups, the same by whichever name it is
 *   opened
 */
char *
galley_backup_get_folder (const char *path)
{
  return galley_companion_get_path (path, ".backups");
}

/**
 * galley_backup_copy_pages:
 * @from: a library
 * @to: a database that is to become the same; all at once if it has been one before
 *
 * Returns: whether all was copied
 */
gboolean
galley_backup_copy_pages (GalleyDb *from, GalleyDb *to, GError **error)
{
  sqlite3_backup *backup = galley_sqlite.sqlite3_backup_init (galley_db_get_handle (to), "main",
                                                              galley_db_get_handle (from), "main");
  int code;

  if (backup == NULL)
    {
      galley_db_set_error (to, error);
      return FALSE;
    }

  do
    code = galley_sqlite.sqlite3_backup_step (backup, PAGES_PER_STEP);
  while (code == SQLITE_OK);
  galley_sqlite.sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;

  galley_db_set_error_from_code (to, code, error);
  return FALSE;
}

/**
 * galley_backup_check:
 * @path: a backup, which stays as it is
 *
 * Returns: whether it is a sound library
 */
gboolean
galley_backup_check (const char *path, GError **error)
{
  g_autoptr (GalleyDb) db = galley_db_open (path, GALLEY_DB_READ, error);
  g_autofree char *answer = NULL;
  gint64 version;

  if (db == NULL || !galley_schema_check (&galley_schema, db, &version, error))
    return FALSE;
  answer = galley_db_get_text (db, "PRAGMA integrity_check", error);
  if (g_strcmp0 (answer, "ok") == 0 && version > 0)
    return TRUE;

  if (answer != NULL)
    g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED,
                 _ ("The backup “%s” is damaged"), path);
  return FALSE;
}

/**
 * galley_backup_put_in_place:
 * @temporary: a file that is complete and durable
 * @path: what it is to be called, in the same folder
 *
 * Renames a file for good.
 *
 * Returns: whether that was done
 */
gboolean
galley_backup_put_in_place (const char *temporary, const char *path, GError **error)
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
  g_autoptr (GalleyDb) to = galley_db_open (path, GALLEY_DB_WRITE, error);

  /* A backup is one file: no log beside it that could be left behind. */
  return to != NULL && galley_backup_copy_pages (from, to, error) &&
         galley_db_exec (to, "PRAGMA journal_mode = DELETE", error);
}

/* The file that a full disk has no room for is the one that was asked for, whatever it is called
 * until it is complete; and damage that is found in it is that of the library. */
static gboolean
write_and_check (GalleyDb *from, const char *temporary, const char *to_path, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (write_copy (from, temporary, &problem) && galley_backup_check (temporary, &problem))
    return TRUE;

  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("The backup “%s” can’t be written: %s"),
                 to_path, g_strerror (ENOSPC));
  else if (g_error_matches (problem, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED))
    galley_db_set_path_error (galley_db_get_path (from), SQLITE_CORRUPT, error);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
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

  if (write_and_check (from, temporary, to_path, error) &&
      galley_backup_put_in_place (temporary, to_path, error))
    return TRUE;

  g_unlink (temporary);
  return FALSE;
}

/* Whether the journal in @theirs is a part of that in @ours: its last event of each copy of the
 * library is there, and with that all before it, since they are chained. */
static gboolean
has_all_of (GalleyDb *ours, GalleyDb *theirs)
{
  g_autoptr (GalleyStatement) last = galley_db_query (
      theirs, /* error= */ NULL,
      "SELECT r.id, e.seq, e.chain FROM event AS e JOIN replica AS r ON r.no = e.replica"
      " WHERE e.seq = (SELECT max (seq) FROM event WHERE replica = e.replica)",
      "");
  int row = last != NULL ? galley_db_next (theirs, last, /* error= */ NULL) : -1;

  for (; row > 0; row = galley_db_next (theirs, last, /* error= */ NULL))
    {
      g_autoptr (GalleyStatement) found =
          galley_db_query (ours, /* error= */ NULL,
                           "SELECT 1 FROM event AS e JOIN replica AS r ON r.no = e.replica"
                           " WHERE r.id = ?1 AND e.seq = CAST (?2 AS INTEGER) AND e.chain = ?3",
                           "sss", galley_db_column_text (last, 0), galley_db_column_text (last, 1),
                           galley_db_column_text (last, 2));

      if (found == NULL || galley_db_next (ours, found, /* error= */ NULL) <= 0)
        return FALSE;
    }

  return row == 0;
}

/* Whether nothing is lost with the file at @path: it is empty, or an earlier copy of the library
 * @from to which nothing was added. */
static gboolean
is_replaceable (GalleyDb *from, const char *path)
{
  g_autoptr (GalleyDb) there = NULL;
  gint64 version;

  there = galley_db_open (path, GALLEY_DB_READ, /* error= */ NULL);
  if (there == NULL || !galley_schema_check (&galley_schema, there, &version, /* error= */ NULL))
    return FALSE;

  return version == 0 || has_all_of (from, there);
}

/* Returns: (transfer full) (nullable): a log with something in it beside @path. It belongs to what
 * was there last, and would be taken for a part of whatever comes there. */
static char *
find_log (const char *path)
{
  static const char *const suffixes[] = { "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *log = g_strconcat (path, suffixes[i], NULL);
      GStatBuf info;

      if (g_stat (log, &info) == 0 && info.st_size > 0)
        return g_steal_pointer (&log);
    }

  return NULL;
}

static gboolean
set_exists_error (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("“%s” is there already, and is no earlier backup of this library"), name);
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
 * @error: (out) (optional): %G_IO_ERROR_EXISTS if something else is there than an earlier backup of
 *   this library, in which nothing was done since
 *
 * Writes a backup and checks it.
 *
 * Returns: whether it is there and sound
 */
gboolean
galley_library_backup (GalleyLibrary *self, const char *path, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GalleyDb) from = NULL;
  g_autofree char *log = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && path != NULL, FALSE);

  if (!check_target (self, path, error))
    return FALSE;

  /* A connection of its own: nobody who opens an article waits for a copy of the whole library. */
  locker = g_mutex_locker_new (&self->backup_lock);
  from = galley_db_open (self->path, GALLEY_DB_READ, error);
  if (from == NULL)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !is_replaceable (from, path))
    return set_exists_error (path, error);
  log = find_log (path);
  if (log != NULL)
    return set_exists_error (log, error);

  return galley_backup_copy (from, path, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* The names of the rotating backups, oldest first; if asked for, also of those that a program left
 * unfinished because it was killed. */
static GPtrArray *
list_backups (const char *folder, gboolean with_unfinished)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, BACKUP_SUFFIX) ||
        (with_unfinished && strstr (name, BACKUP_SUFFIX) != NULL))
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

static gboolean
forget_in (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = list_backups (folder, /* with_unfinished= */ TRUE);

  for (guint i = 0; i < names->len; i++)
    if (!remove_backup (folder, g_ptr_array_index (names, i), error))
      return FALSE;

  return TRUE;
}

/* The copies that were made before a library was brought to a newer format, as
 * "library.galleydb.format-3". */
static gboolean
forget_formats (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GPtrArray) names = galley_backup_list_beside (path, GALLEY_BACKUP_FORMAT_SUFFIX,
                                                           "^[0-9]+" GALLEY_BACKUP_UNFINISHED "$");

  for (guint i = 0; i < names->len; i++)
    if (!remove_backup (folder, g_ptr_array_index (names, i), error))
      return FALSE;

  return TRUE;
}

/**
 * galley_backup_list_beside:
 * @path: a library's file
 * @suffix: what stands behind its name
 * @rest: a regular expression for what may stand behind that, so that nothing of somebody’s is
 *   taken for Galley’s
 *
 * Returns: (transfer full) (element-type filename): the names of the files beside it that are
 * called so
 */
GPtrArray *
galley_backup_list_beside (const char *path, const char *suffix, const char *rest)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (name, suffix, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, /* error= */ NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *found;

  while (dir != NULL && (found = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (found, prefix) &&
        g_regex_match_simple (rest, found + strlen (prefix), G_REGEX_RAW, 0))
      g_ptr_array_add (names, g_strdup (found));
  g_ptr_array_sort (names, compare_names);

  return names;
}

/**
 * galley_backup_forget_all:
 * @path: a library's file
 *
 * Removes the backups that were made of it without being asked for, which hold what was purged.
 *
 * Returns: whether none is left
 */
gboolean
galley_backup_forget_all (const char *path, GError **error)
{
  g_autofree char *folder = galley_backup_get_folder (path);
  g_autofree char *beside_link = g_strconcat (path, ".backups", NULL);
  g_autofree char *resolved = galley_companion_get_path (path, "");

  /* They were beside a link by which the library was opened, once. */
  return forget_in (folder, error) && forget_in (beside_link, error) &&
         forget_formats (path, error) && forget_formats (resolved, error);
}

/* A program that was killed leaves a copy of the whole library. What can't be removed does no harm
 * to what is to be done. */
static void
remove_abandoned (const char *folder)
{
  g_autoptr (GPtrArray) names = list_backups (folder, /* with_unfinished= */ TRUE);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (!g_str_has_suffix (name, BACKUP_SUFFIX) && g_stat (path, &info) == 0 &&
          now - info.st_mtime > GALLEY_BACKUP_ABANDONED_AFTER_S)
        remove_backup (folder, name, /* error= */ NULL);
    }
}

/* What the last event puts into a backup's name; (transfer full) "" if nothing was ever done. */
static char *
read_state (GalleyLibrary *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);

  return galley_db_get_text (
      self->reader,
      "SELECT coalesce (max (printf ('-%012d-%s', id, substr (chain, 1, 16))),"
      " '') FROM event WHERE id = (SELECT max (id) FROM event)",
      error);
}

/* Whether the newest of @names holds what is in the library now. */
static gboolean
is_up_to_date (GPtrArray *names, const char *state)
{
  return names->len == 0 ? state[0] == '\0'
                         : strstr (g_ptr_array_index (names, names->len - 1), state) != NULL;
}

/**
 * galley_library_rotate_backups:
 *
 * Writes a backup if something was done since the last one, and removes the oldest of more than
 * ten, and what a program that was killed left of one an hour ago or earlier.
 *
 * Returns: whether the newest backup is up to date
 */
gboolean
galley_library_rotate_backups (GalleyLibrary *self, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *state = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), FALSE);

  state = read_state (self, error);
  if (state == NULL)
    return FALSE;

  folder = galley_backup_get_folder (self->path);
  remove_abandoned (folder);
  names = list_backups (folder, /* with_unfinished= */ FALSE);
  if (is_up_to_date (names, state))
    return TRUE;

  g_mkdir (folder, 0700);
  path = g_strconcat (folder, "/", stamp, state, BACKUP_SUFFIX, NULL);
  if (!galley_library_backup (self, path, error))
    return FALSE;

  for (guint i = 0; i + MAX_BACKUPS <= names->len; i++)
    if (!remove_backup (folder, g_ptr_array_index (names, i), error))
      return FALSE;
  return TRUE;
}
