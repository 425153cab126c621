/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"

#include "galley-digest.h"
#include "galley-moved-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define MACHINE_ID "/etc/machine-id"

#define RETRY_MIN_US 2000
#define RETRY_MAX_US 20000

G_DEFINE_FINAL_TYPE (GalleyLibrary, galley_library, G_TYPE_OBJECT)

static void
galley_library_finalize (GObject *object)
{
  GalleyLibrary *self = GALLEY_LIBRARY (object);

  /* The writer goes last: the last connection to close folds the write-ahead log into the file. */
  if (self->presence != NULL)
    galley_presence_end (self->presence);
  g_clear_pointer (&self->reader, galley_db_free);
  if (self->writer != NULL)
    galley_moved_file_settle (self->writer);
  g_clear_pointer (&self->writer, galley_db_free);
  g_clear_pointer (&self->presence, galley_presence_free);
  g_mutex_clear (&self->backup_lock);
  g_mutex_clear (&self->read_lock);
  g_mutex_clear (&self->write_lock);
  g_free (self->told.chain);
  g_free (self->path);

  G_OBJECT_CLASS (galley_library_parent_class)->finalize (object);
}

static void
galley_library_class_init (GalleyLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_library_finalize;
}

static void
galley_library_init (GalleyLibrary *self)
{
  g_mutex_init (&self->write_lock);
  g_mutex_init (&self->read_lock);
  g_mutex_init (&self->backup_lock);
}

/**
 * galley_library_assign_replica:
 * @db: a connection
 *
 * Makes the file a copy of its own, which appends under an identity that no other copy has.
 *
 * Returns: whether that was done
 */
gboolean
galley_library_assign_replica (GalleyDb *db, GError **error)
{
  g_autofree char *replica = g_uuid_string_random ();

  /* What it appended until now is its own still, and not somebody else's. */
  return galley_db_exec (db,
                         "INSERT OR IGNORE INTO meta (key, value)"
                         " SELECT 'was:' || value, value FROM meta WHERE key = 'replica'",
                         error) &&
         galley_db_run (db, error,
                        "INSERT INTO meta (key, value) VALUES ('replica', ?1)"
                        " ON CONFLICT (key) DO UPDATE SET value = ?1",
                        "s", replica);
}

/* Gives a new library its identity. Another program may be doing so as well: the first one counts.
 */
static gboolean
ensure_replica (GalleyDb *db, GError **error)
{
  g_autofree char *replica = g_uuid_string_random ();
  gint64 n_replicas;

  if (!galley_db_get_int (db, "SELECT count (*) FROM meta WHERE key = 'replica'", &n_replicas,
                          error))
    return FALSE;

  return n_replicas > 0 ||
         galley_db_run (db, error, "INSERT OR IGNORE INTO meta (key, value) VALUES ('replica', ?1)",
                        "s", replica);
}

/* Nobody can tell from the outside what it is made of. */
static char *
make_home (const char *mark)
{
  g_autofree char *machine = NULL;
  g_autofree char *text = NULL;

  if (!g_file_get_contents (MACHINE_ID, &machine, NULL, NULL))
    machine = g_strdup (g_get_host_name ());
  text = g_strconcat (machine, " ", mark, NULL);

  return galley_digest (text, strlen (text));
}

/* All that there is where files are not known by when they were made; and what homes were before.
 * It is a number within one file system, and some give a file another one at every turn. */
static char *
find_home_by_number (const char *path)
{
  g_autofree char *mark = NULL;
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return NULL;
  mark = g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) info.st_ino);
  return make_home (mark);
}

/* Which file of which machine this is. A copy of a library's file is another one, since it was made
 * later, if only by a moment. */
static char *
find_home (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_CREATED "," G_FILE_ATTRIBUTE_TIME_CREATED_NSEC,
                         G_FILE_QUERY_INFO_NONE, /* cancellable= */ NULL, /* error= */ NULL);
  g_autofree char *mark = NULL;
  guint64 made_s =
      info != NULL ? g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_CREATED) : 0;

  if (made_s == 0)
    return find_home_by_number (path);

  mark =
      g_strdup_printf ("%" G_GUINT64_FORMAT ".%09u", made_s,
                       g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_CREATED_NSEC));
  return make_home (mark);
}

/* Sets *@out_home to NULL if it has not been noted yet. */
static gboolean
read_home (GalleyDb *db, char **out_home, GError **error)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error, "SELECT value FROM meta WHERE key = 'home'", "");
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  g_clear_pointer (out_home, g_free);
  if (row > 0)
    *out_home = g_strdup (galley_db_column_text (rows, 0));
  return row >= 0;
}

/* What the file's identity has appended until now is still this copy's own, to be undone; what it
 * appends in the other copy from now on is somebody else's. */
static gboolean
part_from_other (GalleyDb *db, GError **error)
{
  return galley_db_run (db, error,
                        "INSERT OR REPLACE INTO meta (key, value) SELECT 'until:' || m.value,"
                        " CAST (coalesce ((SELECT max (e.seq) FROM event e JOIN replica r"
                        " ON r.no = e.replica WHERE r.id = m.value), 0) AS TEXT) FROM meta m"
                        " WHERE m.key = 'replica'",
                        "") &&
         galley_library_assign_replica (db, error);
}

/* Two copies of a file that both went on under one identity could never be merged, for nobody could
 * tell their events apart. So a file that is not where it was goes on under another one. */
static gboolean
ensure_home (GalleyDb *db, const char *path, GError **error)
{
  g_autofree char *home = find_home (path);
  g_autofree char *before = find_home_by_number (path);
  g_autofree char *noted = NULL;

  if (home == NULL || before == NULL)
    return TRUE;
  if (!read_home (db, &noted, error))
    return FALSE;
  if (g_strcmp0 (noted, home) == 0)
    return TRUE;

  /* Another program may be doing so as well. */
  if (!galley_db_begin (db, error))
    return FALSE;
  if (!read_home (db, &noted, error) ||
      (noted != NULL && !g_str_equal (noted, home) && !g_str_equal (noted, before) &&
       !part_from_other (db, error)) ||
      !galley_db_run (db, error,
                      "INSERT INTO meta (key, value) VALUES ('home', ?1)"
                      " ON CONFLICT (key) DO UPDATE SET value = ?1",
                      "s", home))
    {
      galley_db_rollback (db);
      return FALSE;
    }

  return galley_db_commit (db, error);
}

/* A library that lies open to other users would give away what a desk is checking. */
static gboolean
create_file (const char *path, GError **error)
{
  int fd = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
  int saved_errno = errno;
  g_autofree char *name = NULL;

  if (fd >= 0)
    {
      close (fd);
      return TRUE;
    }
  if (saved_errno == EEXIST)
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
               _ ("The library “%s” can’t be made: %s"), name, g_strerror (saved_errno));
  return FALSE;
}

static gboolean
fill (const char *path, const GalleySchema *schema, GError **error)
{
  g_autoptr (GalleyDb) db = galley_db_open (path, GALLEY_DB_WRITE, error);

  return db != NULL && galley_schema_migrate (schema, db, /* from_version= */ 0, error);
}

/* Whether a library that is gone has left something behind that would be taken for the log of the
 * next one. SQLite throws it away, but only where it finds an empty file beside it. */
static gboolean
has_log (const char *path)
{
  g_autofree char *ahead = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  return g_file_test (ahead, G_FILE_TEST_EXISTS) || g_file_test (journal, G_FILE_TEST_EXISTS);
}

/* Makes a library that has nothing in it yet, and is there whole or not at all: so that an empty
 * file of its name was hardly ever left by Galley. Where a file system knows no links, or there is
 * a log already, it is made in place. */
static gboolean
begin (const char *path, const GalleySchema *schema, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *beside = g_build_filename (folder, ".galley-XXXXXX", NULL);
  g_autofree char *prepared = NULL;
  gboolean done;

  if (has_log (path) || g_mkdtemp_full (beside, 0700) == NULL)
    return create_file (path, error);

  prepared = g_build_filename (beside, name, NULL);
  done = create_file (prepared, error) && fill (prepared, schema, error) &&
         (link (prepared, path) == 0 || create_file (path, error));
  g_unlink (prepared);
  g_rmdir (beside);

  return done;
}

/* A file that a full disk or a failed synchronisation emptied must not look like a library in which
 * nobody has done anything yet. */
static gboolean
check_file (const char *path, const GStatBuf *status, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (S_ISDIR (status->st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                 _ ("“%s” is a folder, not a Galley library"), name);
  else if (!S_ISREG (status->st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("“%s” is not a Galley library"),
                 name);
  else if (status->st_size == 0)
    g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED,
                 _ ("The file “%s” is empty, so there is no library in it: put a backup in its "
                    "place, or delete it to begin a new one"),
                 name);
  else
    return TRUE;

  return FALSE;
}

/* Other errors than that there is no file come up again when it is opened. */
static gboolean
check_or_begin (const char *path, const GalleySchema *schema, GError **error)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? check_file (path, &status, error)
                                     : begin (path, schema, error);
}

/* A change of format is the moment at which most can go wrong: keep what was there. */
static gboolean
back_up_before_migration (GalleyLibrary *self,
                          const GalleySchema *schema,
                          gint64 version,
                          GError **error)
{
  g_autofree char *backup = NULL;

  if (version == 0 || version == schema->version)
    return TRUE;

  backup = g_strdup_printf ("%s" GALLEY_BACKUP_FORMAT_SUFFIX "%d", self->path, (int) version);
  return galley_backup_copy (self->writer, backup, error);
}

/* Changing to a write-ahead log needs the file alone. SQLite does not wait where two programs want
 * that at the same time, since neither would get it: each lets go and tries again. */
static gboolean
use_write_ahead_log (GalleyDb *db, GError **error)
{
  gint64 end_us = g_get_monotonic_time () + GALLEY_DB_BUSY_TIMEOUT_MS * G_TIME_SPAN_MILLISECOND;
  g_autoptr (GError) problem = NULL;

  while (!galley_db_exec (db, "PRAGMA journal_mode = WAL", &problem))
    {
      if (!g_error_matches (problem, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_LOCKED) ||
          g_get_monotonic_time () > end_us)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      g_clear_error (&problem);
      g_usleep (g_random_int_range (RETRY_MIN_US, RETRY_MAX_US));
    }

  return TRUE;
}

/* In KiB, taken as it is needed. The claims of a step are looked up by random ids, and their pages
 * come from all over the file: in 2 MiB, which SQLite takes by itself, they push each other out. */
#define WRITER_CACHE "PRAGMA cache_size = -16000"

static gboolean
open_connections (GalleyLibrary *self, const GalleySchema *schema, GError **error)
{
  gint64 version;

  self->writer = galley_db_open (self->path, GALLEY_DB_WRITE, error);
  if (self->writer == NULL || !galley_schema_check (schema, self->writer, &version, error) ||
      !back_up_before_migration (self, schema, version, error) ||
      !use_write_ahead_log (self->writer, error) ||
      !galley_schema_migrate (schema, self->writer, version, error) ||
      !ensure_replica (self->writer, error) || !ensure_home (self->writer, self->path, error) ||
      !galley_db_exec (self->writer, WRITER_CACHE, error))
    return FALSE;

  self->presence = galley_presence_new (self->path);
  self->reader = galley_db_open (self->path, GALLEY_DB_WRITE, error);
  return self->reader != NULL && galley_library_start_following (self, error);
}

/**
 * galley_library_open_with_schema:
 * @schema: the format that the library has to have, and the way to it
 *
 * See galley_library_open().
 *
 * Returns: (transfer full): the library, or %NULL
 */
GalleyLibrary *
galley_library_open_with_schema (const char *path, const GalleySchema *schema, GError **error)
{
  g_autoptr (GalleyLibrary) self = NULL;

  if (!check_or_begin (path, schema, error) || !galley_schema_check_file (schema, path, error))
    return NULL;

  self = g_object_new (GALLEY_TYPE_LIBRARY, NULL);
  self->path = g_strdup (path);

  return open_connections (self, schema, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * galley_library_open:
 * @path: the file; it is made if there is none
 * @error: (out) (optional): as of #GalleyStoreError and #GIOErrorEnum
 *
 * Opens a library. A file that is none, that holds nothing, or that a newer version wrote, is left
 * as it is.
 *
 * Returns: (transfer full): the library, or %NULL
 */
GalleyLibrary *
galley_library_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return galley_library_open_with_schema (path, &galley_schema, error);
}

/* Nothing is read of an earlier format, nor past a log that a program left behind which was killed:
 * what was done last is in there. */
static gboolean
read_as_it_is (GalleyLibrary *self, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *name = NULL;
  gint64 version = 0;

  self->reader = galley_db_open (self->path, GALLEY_DB_READ, &problem);
  if (self->reader != NULL &&
      galley_schema_check (&galley_schema, self->reader, &version, &problem) &&
      version == galley_schema.version)
    return TRUE;
  if (problem != NULL && (problem->domain != G_IO_ERROR || !has_log (self->path)))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  name = g_filename_display_basename (self->path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY,
               _ ("The library “%s” has to be opened once where it can be written to"), name);
  return FALSE;
}

/**
 * galley_library_open_to_read:
 * @path: the file
 * @error: (out) (optional): as of #GalleyStoreError and #GIOErrorEnum
 *
 * Opens a library that can't be written to, such as one on a medium that allows no more or in a
 * folder of somebody else's. Nothing is written, neither to it nor beside it, and every attempt to
 * change something fails with %G_IO_ERROR_READ_ONLY; so does opening it if it has to be written to
 * before it can be read.
 *
 * Returns: (transfer full): the library, or %NULL
 */
GalleyLibrary *
galley_library_open_to_read (const char *path, GError **error)
{
  g_autoptr (GalleyLibrary) self = NULL;
  GStatBuf status;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_stat (path, &status) == 0 && !check_file (path, &status, error))
    return NULL;

  self = g_object_new (GALLEY_TYPE_LIBRARY, NULL);
  self->path = g_strdup (path);

  return read_as_it_is (self, error) && galley_library_start_following (self, error)
             ? g_steal_pointer (&self)
             : NULL;
}

/**
 * galley_library_get_path:
 *
 * Returns: (transfer none): the file
 */
const char *
galley_library_get_path (GalleyLibrary *self)
{
  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  return self->path;
}

void
galley_stored_article_free (GalleyStoredArticle *stored)
{
  g_clear_object (&stored->article);
  g_clear_object (&stored->document);
  g_clear_pointer (&stored->claims, g_ptr_array_unref);
  g_clear_pointer (&stored->tray, g_ptr_array_unref);
  g_clear_pointer (&stored->dismissals, g_ptr_array_unref);
  g_clear_pointer (&stored->readings, g_ptr_array_unref);
  g_clear_pointer (&stored->sign_offs, g_ptr_array_unref);
  g_free (stored->moment);
  g_free (stored->undo_verb);
  g_free (stored->redo_verb);
  g_free (stored);
}
