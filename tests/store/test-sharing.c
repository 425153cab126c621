/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"
#include "store-testing.h"

#include <glib/gstdio.h>

#define TEXT "The strike killed 11 people. Officials disagree.\nNobody said why."
#define N_STEPS "200"

/* A library with an article, and a connection of somebody else's. */
typedef struct
{
  char *folder;
  char *path;
  char *article;
  sqlite3 *other;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDesk) desk = NULL;

  f->folder = testing_make_folder ();
  f->path = g_build_filename (f->folder, "library.galleydb", NULL);
  desk = testing_open (f->path);
  f->article = testing_import (desk, TEXT);
  f->other = testing_connect (f->path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  sqlite3_close (f->other);
  testing_assert_sound (f->path);
  g_free (f->article);
  g_free (f->path);
  testing_remove_folder (f->folder);
}

static GalleyLibrary *
open_library (Fixture *f)
{
  GError *error = NULL;
  GalleyLibrary *library = galley_library_open (f->path, &error);

  g_assert_no_error (error);
  return library;
}

static void
assert_setting (GalleyDb *db, const char *sql, const char *expected)
{
  GError *error = NULL;
  g_autofree char *value = galley_db_get_text (db, sql, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

/* What is acknowledged is durable, and a hostile file has no hold on the program: it all rests on
 * these. */
static void
test_settings (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyLibrary) library = open_library (f);
  GalleyDb *const connections[] = { library->writer, library->reader };

  for (guint i = 0; i < G_N_ELEMENTS (connections); i++)
    {
      int defensive = 0;

      assert_setting (connections[i], "PRAGMA synchronous", "2");
      assert_setting (connections[i], "PRAGMA journal_mode", "wal");
      assert_setting (connections[i], "PRAGMA foreign_keys", "1");
      assert_setting (connections[i], "PRAGMA trusted_schema", "0");
      assert_setting (connections[i], "PRAGMA secure_delete", "1");
      sqlite3_db_config (galley_db_get_handle (connections[i]), SQLITE_DBCONFIG_DEFENSIVE, -1,
                         &defensive);
      g_assert_cmpint (defensive, ==, 1);
    }
}

static gpointer
let_go_later (gpointer data)
{
  g_usleep (300 * 1000);
  testing_exec (data, "COMMIT");
  return NULL;
}

static void
test_waits_for_another (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDesk) desk = testing_open (f->path);
  GThread *thread;

  testing_exec (f->other, "BEGIN IMMEDIATE");
  thread = g_thread_new ("let-go", let_go_later, f->other);
  testing_perform (desk, galley_verb_archive (f->article, TRUE));
  g_assert_true (galley_article_is_archived (galley_desk_find_article (desk, f->article)));
  g_thread_join (thread);
}

static void
test_gives_up_in_the_end (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyLibrary) library = open_library (f);
  g_autoptr (GalleyAction) action = galley_verb_archive (f->article, TRUE);
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  testing_exec (f->other, "BEGIN IMMEDIATE");
  sqlite3_busy_timeout (galley_db_get_handle (library->writer), 50);
  outcome = galley_library_perform (library, "Ada", action, &error);
  g_assert_null (outcome);
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_LOCKED);
  g_test_message ("%s", error->message);
  g_clear_error (&error);

  testing_exec (f->other, "ROLLBACK");
  outcome = galley_library_perform (library, "Ada", action, &error);
  g_assert_no_error (error);
}

/* Reading goes on while another writes. */
static void
test_reads_past_a_lock (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDesk) desk = testing_open (f->path);
  g_autoptr (GalleyCheck) check = NULL;
  GError *error = NULL;

  testing_exec (f->other, "BEGIN IMMEDIATE; UPDATE article SET title = 'unfinished'");
  check = galley_desk_load (desk, f->article, NULL, &error);
  g_assert_no_error (error);
  testing_exec (f->other, "ROLLBACK");
}

static GSubprocess *
start_worker (const char *path, const char *n_steps)
{
  GError *error = NULL;
  GSubprocess *worker = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                          g_getenv ("GALLEY_STORE_WORKER"), path, n_steps, NULL);

  g_assert_no_error (error);
  return worker;
}

/* Waits for @worker (transfer full). Returns how many of its steps are in the library, which has to
 * be all that it acknowledged. */
static guint
finish_worker (GSubprocess *worker, const char *path)
{
  g_autofree char *output = NULL;
  g_auto (GStrv) units = NULL;
  GError *error = NULL;
  guint n_units = 0;

  g_subprocess_communicate_utf8 (worker, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (worker));
  g_object_unref (worker);

  units = g_strsplit (output, "\n", -1);
  for (; units[n_units][0] != '\0'; n_units++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT count (*) FROM event WHERE unit = '%s'", units[n_units]);

      g_assert_cmpint (testing_get_int (path, sql), >, 0);
    }

  return n_units;
}

static void
test_two_work_at_once (Fixture *f, gconstpointer data)
{
  GSubprocess *one = start_worker (f->path, N_STEPS);
  GSubprocess *two = start_worker (f->path, N_STEPS);

  g_assert_cmpuint (finish_worker (one, f->path), ==, 1 + 200);
  g_assert_cmpuint (finish_worker (two, f->path), ==, 1 + 200);
  g_assert_cmpint (testing_get_int (f->path, "SELECT count (*) FROM replica"), ==, 1);
}

static void
test_many_make_one_library (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "new.galleydb", NULL);
  GSubprocess *workers[8];

  for (guint i = 0; i < G_N_ELEMENTS (workers); i++)
    workers[i] = start_worker (path, "3");
  for (guint i = 0; i < G_N_ELEMENTS (workers); i++)
    g_assert_cmpuint (finish_worker (workers[i], path), ==, 1 + 3);
  testing_assert_sound (path);
  g_assert_cmpint (testing_get_int (path, "SELECT count (*) FROM replica"), ==, 1);
}

/* The last one to close folds its log into the file while the next ones are just looking at it. */
static void
test_many_come_and_go (Fixture *f, gconstpointer data)
{
  GSubprocess *workers[6];

  g_clear_pointer (&f->other, sqlite3_close);
  for (guint round = 0; round < 15; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (workers); i++)
        workers[i] = start_worker (f->path, "1");
      for (guint i = 0; i < G_N_ELEMENTS (workers); i++)
        g_assert_cmpuint (finish_worker (workers[i], f->path), ==, 1 + 1);
    }
}

/* What a file chooser does with every file of a folder. */
static void
look_into (const char *path)
{
  g_autoptr (GBytes) bytes = testing_read_file (path);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
}

/* SQLite's own locks are gone once anything else in the program has closed the file. */
static void
test_another_is_not_the_last (Fixture *f, gconstpointer data)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *shared_memory = g_strconcat (f->path, "-shm", NULL);
  g_autoptr (GalleyDesk) desk = NULL;
  GStatBuf before, after;

  g_clear_pointer (&f->other, sqlite3_close);
  desk = testing_open (f->path);
  testing_perform (desk, galley_verb_archive (f->article, TRUE));
  g_assert_cmpint (g_stat (log, &before), ==, 0);
  look_into (f->path);
  look_into (shared_memory);

  g_assert_cmpuint (finish_worker (start_worker (f->path, "1"), f->path), ==, 1 + 1);
  g_assert_cmpint (g_stat (log, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);

  testing_perform (desk, galley_verb_archive (f->article, FALSE));
  g_clear_object (&desk);
  g_assert_cmpint (g_stat (log, &after), ==, -1);
  g_assert_cmpint (testing_get_int (f->path, "SELECT count (*) FROM article WHERE archived = 1"),
                   ==, 0);
}

static void
assert_words_gone (const char *path, const char *words)
{
  g_autoptr (GBytes) bytes = testing_read_file (path);
  gsize size_bytes;
  const char *data = g_bytes_get_data (bytes, &size_bytes);

  g_assert_null (g_strstr_len (data, size_bytes, words));
}

static void
test_purges_while_another_reads (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyLibrary) library = open_library (f);
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  GError *error = NULL;

  testing_exec (f->other, "BEGIN; SELECT count (*) FROM blob");
  sqlite3_busy_timeout (galley_db_get_handle (library->writer), 50);
  outcome = galley_library_purge_article (library, "Ada", f->article, &error);
  g_assert_no_error (error);
  testing_exec (f->other, "SELECT data FROM blob; COMMIT");
  g_assert_cmpint (sqlite3_close (g_steal_pointer (&f->other)), ==, SQLITE_OK);
  g_clear_object (&library);

  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  assert_words_gone (f->path, "strike");
}

static gboolean
add_column (GalleyDb *db, GError **error)
{
  return galley_db_exec (db, "ALTER TABLE meta ADD COLUMN note TEXT", error);
}

static gboolean
add_column_and_fail (GalleyDb *db, GError **error)
{
  return add_column (db, error) && galley_db_exec (db, "UPDATE nothing SET a = 1", error);
}

#define PRESENT_FORMAT 7

/* The schema with one more format, which is @migration's. */
static GalleyLibrary *
open_as_next_format (Fixture *f, GalleyMigration migration, GError **error)
{
  GalleyMigration migrations[PRESENT_FORMAT + 1];
  GalleySchema schema = { PRESENT_FORMAT + 1, migrations };

  g_assert_cmpuint (galley_schema.version, ==, PRESENT_FORMAT);
  for (guint i = 0; i < PRESENT_FORMAT; i++)
    migrations[i] = galley_schema.migrations[i];
  migrations[PRESENT_FORMAT] = migration;

  return galley_library_open_with_schema (f->path, &schema, error);
}

static void
test_migrates_with_a_backup (Fixture *f, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (f->path, ".format-" G_STRINGIFY (PRESENT_FORMAT), NULL);
  g_autoptr (GalleyLibrary) library = NULL;
  g_autoptr (GalleyDesk) older = NULL;
  g_autoptr (GError) error = NULL;

  library = open_as_next_format (f, add_column, &error);
  g_assert_no_error (error);
  g_clear_object (&library);
  g_assert_cmpint (testing_get_int (f->path, "PRAGMA user_version"), ==, PRESENT_FORMAT + 1);
  g_assert_cmpint (
      testing_get_int (f->path,
                       "SELECT count (*) FROM meta WHERE key = 'replica' AND note IS NULL"),
      ==, 1);
  older = galley_desk_open (f->path, "Ada", NULL, &error);
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NEWER);

  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  testing_assert_sound (backup);
  testing_exec (f->other, "ALTER TABLE meta DROP COLUMN note; PRAGMA user_version = " G_STRINGIFY (
                              PRESENT_FORMAT));
}

static void
test_migrates_all_or_nothing (Fixture *f, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (f->path, ".format-" G_STRINGIFY (PRESENT_FORMAT), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (open_as_next_format (f, add_column_and_fail, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (testing_get_int (f->path, "PRAGMA user_version"), ==, PRESENT_FORMAT);
  g_assert_cmpint (testing_get_int (f->path, "SELECT count (*) FROM pragma_table_info ('meta')"),
                   ==, 2);
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  testing_assert_sound (backup);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/sharing/settings", test_settings);
  ADD ("/sharing/waits-for-another", test_waits_for_another);
  ADD ("/sharing/gives-up-in-the-end", test_gives_up_in_the_end);
  ADD ("/sharing/reads-past-a-lock", test_reads_past_a_lock);
  ADD ("/sharing/two-work-at-once", test_two_work_at_once);
  ADD ("/sharing/many-make-one-library", test_many_make_one_library);
  ADD ("/sharing/many-come-and-go", test_many_come_and_go);
  ADD ("/sharing/another-is-not-the-last", test_another_is_not_the_last);
  ADD ("/sharing/purges-while-another-reads", test_purges_while_another_reads);
  ADD ("/sharing/migrates-with-a-backup", test_migrates_with_a_backup);
  ADD ("/sharing/migrates-all-or-nothing", test_migrates_all_or_nothing);
#undef ADD

  return g_test_run ();
}
