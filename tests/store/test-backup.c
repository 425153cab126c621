/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library.h"
#include "store-testing.h"

#include <glib/gstdio.h>
#include <unistd.h>
#include <utime.h>

#define TEXT "The strike killed 11 people. Officials disagree.\nNobody said why."
#define N_BACKUPS 10

/* A library with an article, a claim in it and a backup of it. */
typedef struct
{
  char *folder;
  char *path;
  char *backup;
  char *article;
  char *claim;
} Fixture;

static void
write_backup (const char *path, const char *backup)
{
  g_autoptr (GalleyDesk) desk = testing_open (path);
  GError *error = NULL;

  galley_desk_backup (desk, backup, NULL, &error);
  g_assert_no_error (error);
}

static void
set_note (const char *path, const char *claim, const char *note)
{
  g_autoptr (GalleyDesk) desk = testing_open (path);

  testing_perform (desk, galley_verb_set_note (claim, note));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDesk) desk = NULL;
  g_autoptr (GalleyCheck) check = NULL;

  f->folder = testing_make_folder ();
  f->path = g_build_filename (f->folder, "library.galleydb", NULL);
  f->backup = g_build_filename (f->folder, "backup", NULL);
  desk = testing_open (f->path);
  f->article = testing_import (desk, TEXT);
  check = galley_desk_load (desk, f->article, NULL, NULL);
  f->claim = g_strdup (testing_mark_words (desk, check, "11 people", GALLEY_STATUS_PENDING));
  g_clear_object (&check);
  g_clear_object (&desk);
  write_backup (f->path, f->backup);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->claim);
  g_free (f->article);
  g_free (f->backup);
  g_free (f->path);
  testing_remove_folder (f->folder);
}

static void
assert_note (const char *path, const char *article, const char *claim, const char *note)
{
  g_autoptr (GalleyDesk) desk = testing_open (path);
  g_autoptr (GalleyCheck) check = galley_desk_load (desk, article, NULL, NULL);

  g_assert_cmpstr (
      galley_claim_get_note (galley_claim_list_find (galley_check_get_claims (check), claim)), ==,
      note);
}

static void
restore (Fixture *f)
{
  GError *error = NULL;

  galley_desk_restore (f->backup, f->path, NULL, &error);
  g_assert_no_error (error);
}

/* The only file whose name begins like the library's and goes on with @suffix. */
static char *
find_beside (Fixture *f, const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  g_autofree char *prefix = g_strconcat ("library.galleydb", suffix, NULL);
  char *found = NULL;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      {
        g_assert_null (found);
        found = g_build_filename (f->folder, name, NULL);
      }

  g_assert_nonnull (found);
  return found;
}

static gpointer
work (gpointer data)
{
  const Fixture *f = data;
  g_autoptr (GalleyDesk) desk = testing_open (f->path);

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *note = g_strdup_printf ("%u", i);

      testing_perform (desk, galley_verb_set_note (f->claim, note));
    }

  return NULL;
}

static void
test_while_somebody_works (Fixture *f, gconstpointer data)
{
  GThread *thread = g_thread_new ("work", work, f);

  for (guint i = 0; i < 5; i++)
    {
      write_backup (f->path, f->backup);
      testing_assert_sound (f->backup);
    }
  g_thread_join (thread);
  testing_assert_sound (f->path);
  assert_note (f->path, f->article, f->claim, "99");
}

static void
rotate_at (const char *path)
{
  GError *error = NULL;
  g_autoptr (GalleyLibrary) library = galley_library_open (path, &error);

  g_assert_no_error (error);
  galley_library_rotate_backups (library, &error);
  g_assert_no_error (error);
}

static void
rotate (Fixture *f)
{
  rotate_at (f->path);
}

static void
test_rotates (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_strconcat (f->path, ".backups", NULL);

  for (guint i = 1; i < N_BACKUPS + 4; i++)
    {
      g_autofree char *note = g_strdup_printf ("%u", i);

      set_note (f->path, f->claim, note);
      rotate (f);
      rotate (f);
      g_assert_cmpuint (testing_count_files (folder), ==, MIN (i, N_BACKUPS));
    }
}

/* The library is shorter than its newest backup then, and still not the same. */
static void
test_rotates_after_restoring (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_strconcat (f->path, ".backups", NULL);

  set_note (f->path, f->claim, "one");
  set_note (f->path, f->claim, "two");
  rotate (f);
  restore (f);
  rotate (f);
  g_assert_cmpuint (testing_count_files (folder), ==, 2);
  set_note (f->path, f->claim, "one");
  rotate (f);
  set_note (f->path, f->claim, "another two");
  rotate (f);
  g_assert_cmpuint (testing_count_files (folder), ==, 4);
}

/* Leaves half of a backup in @folder (transfer full), last written to @age_s ago. */
static char *
leave_unfinished (const char *folder, const char *name, time_t age_s)
{
  char *path = g_build_filename (folder, name, NULL);
  struct utimbuf times = { time (NULL) - age_s, time (NULL) - age_s };

  g_assert_true (g_file_set_contents (path, TEXT, -1, NULL));
  g_assert_cmpint (g_utime (path, &times), ==, 0);
  return path;
}

/* One that another program is writing now stays. */
static void
test_removes_abandoned (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_strconcat (f->path, ".backups", NULL);
  g_autofree char *abandoned = NULL, *log = NULL, *written = NULL;

  rotate (f);
  abandoned = leave_unfinished (folder, "20260903T141530Z.backup.A1B2C3", 7200);
  log = leave_unfinished (folder, "20260903T141530Z.backup.A1B2C3-wal", 7200);
  written = leave_unfinished (folder, "20260903T151530Z.backup.D4E5F6", 60);
  rotate (f);
  g_assert_false (g_file_test (abandoned, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (written, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (testing_count_files (folder), ==, 2);
}

static void
test_purging_forgets_rotated (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_strconcat (f->path, ".backups", NULL);
  g_autofree char *unfinished = g_strconcat (folder, "/20260903T141530Z.backup.A1B2C3", NULL);
  g_autoptr (GalleyDesk) desk = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  GError *error = NULL;

  rotate (f);
  g_assert_true (g_file_set_contents (unfinished, TEXT, -1, NULL));
  g_assert_cmpuint (testing_count_files (folder), ==, 2);
  desk = testing_open (f->path);
  outcome = galley_desk_purge_article (desk, f->article, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (testing_count_files (folder), ==, 0);
}

/* By whichever name the library was opened when they were made. */
static void
test_purging_forgets_those_by_a_link (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_strconcat (f->path, ".backups", NULL);
  g_autofree char *link = g_build_filename (f->folder, "link", NULL);
  g_autofree char *beside_link = g_strconcat (link, ".backups", NULL);
  g_autofree char *former = g_strconcat (beside_link, "/20260903T141530Z.backup", NULL);
  g_autoptr (GalleyDesk) desk = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  GError *error = NULL;

  g_assert_cmpint (symlink (f->path, link), ==, 0);
  rotate_at (link);
  g_assert_cmpuint (testing_count_files (folder), ==, 1);
  g_assert_cmpint (g_mkdir (beside_link, 0700), ==, 0);
  g_assert_true (g_file_set_contents (former, TEXT, -1, NULL));
  desk = testing_open (link);
  outcome = galley_desk_purge_article (desk, f->article, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (testing_count_files (folder), ==, 0);
  g_assert_cmpuint (testing_count_files (beside_link), ==, 0);
}

static void
test_restores (Fixture *f, gconstpointer data)
{
  g_autofree char *aside = NULL;

  set_note (f->path, f->claim, "after the backup");
  restore (f);
  testing_assert_sound (f->path);
  assert_note (f->path, f->article, f->claim, NULL);
  set_note (f->path, f->claim, "after restoring");
  testing_assert_sound (f->path);

  aside = find_beside (f, ".before-restore-");
  testing_assert_sound (aside);
  assert_note (aside, f->article, f->claim, "after the backup");
  g_assert_cmpint (testing_get_int (f->path, "SELECT count (*) FROM replica"), ==, 2);
}

static void
test_keeps_all_that_was_there (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    restore (f);
  g_assert_cmpuint (testing_count_files (f->folder), ==, 2 + 3);
}

static void
test_restores_where_nothing_is (Fixture *f, gconstpointer data)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);

  g_unlink (f->path);
  g_assert_true (g_file_set_contents (log, "left behind", -1, NULL));
  restore (f);
  testing_assert_sound (f->path);
  assert_note (f->path, f->article, f->claim, NULL);
}

static void
test_restores_over_damage (Fixture *f, gconstpointer data)
{
  g_autofree char *aside = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (f->path, "not a library any more", -1, NULL));
  restore (f);
  testing_assert_sound (f->path);
  assert_note (f->path, f->article, f->claim, NULL);
  aside = find_beside (f, ".before-restore-");
  g_assert_true (g_file_get_contents (aside, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "not a library any more");
}

/* Copies what SQLite writes beside the database at @path while that is being changed to @copy. */
static void
copy_hot_journal (const char *path, const char *copy)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (GBytes) bytes = NULL;
  sqlite3 *db = testing_connect (path);

  testing_exec (db, "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN;"
                    "CREATE TABLE x (a); INSERT INTO x SELECT randomblob (5000) FROM event;"
                    "UPDATE claim SET quote = quote || randomblob (5000)");
  bytes = testing_read_file (journal);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 4096);
  g_assert_true (
      g_file_set_contents (copy, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  sqlite3_close (db);
}

/* A program that is killed while it restores leaves a journal, which the next must not play back.
 */
static void
test_restores_after_one_was_killed (Fixture *f, gconstpointer data)
{
  g_autofree char *other = g_strconcat (f->path, ".other", NULL);
  g_autofree char *left = g_strconcat (f->path, ".restoring-journal", NULL);

  write_backup (f->path, other);
  copy_hot_journal (other, left);
  for (guint i = 0; i < 20; i++)
    set_note (f->path, f->claim, "after the other backup");
  write_backup (f->path, f->backup);
  restore (f);
  testing_assert_sound (f->path);
  assert_note (f->path, f->article, f->claim, "after the other backup");
}

static void
test_removes_what_was_being_restored (Fixture *f, gconstpointer data)
{
  g_autofree char *abandoned =
      leave_unfinished (f->folder, "library.galleydb.restoring-00c0ffee-journal", 7200);
  g_autofree char *written =
      leave_unfinished (f->folder, "library.galleydb.restoring-00c0ffe1", 60);
  g_autofree char *other = leave_unfinished (f->folder, "library.galleydb.restoring-notes", 7200);

  restore (f);
  g_assert_false (g_file_test (abandoned, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (written, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
}

/* A backup that is put beside a log would be what that says. */
static void
test_refuses_to_lie_beside_a_log (Fixture *f, gconstpointer data)
{
  static const char *const suffixes[] = { "-wal", "-journal" };
  g_autoptr (GalleyDesk) desk = testing_open (f->path);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *to = g_strdup_printf ("%s/elsewhere%u", f->folder, i);
      g_autofree char *log = g_strconcat (to, suffixes[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (log, "left behind", -1, NULL));
      g_assert_false (galley_desk_backup (desk, to, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
      g_assert_false (g_file_test (to, G_FILE_TEST_EXISTS));
      g_assert_cmpint (g_remove (log), ==, 0);
      g_assert_true (galley_desk_backup (desk, to, NULL, NULL));
    }
}

/* Whoever has the library open goes on in the restored one, under its identity. */
static void
test_restores_under_somebody (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDesk) desk = testing_open (f->path);

  testing_perform (desk, galley_verb_set_note (f->claim, "before"));
  restore (f);
  testing_perform (desk, galley_verb_set_note (f->claim, "after"));
  g_clear_object (&desk);
  testing_assert_sound (f->path);
  assert_note (f->path, f->article, f->claim, "after");
  g_assert_cmpint (testing_get_int (f->path, "SELECT count (DISTINCT replica) FROM event"), ==, 2);
}

static void
assert_not_restored (Fixture *f)
{
  guint n_files = testing_count_files (f->folder);
  g_autoptr (GBytes) before = testing_read_file (f->path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (galley_desk_restore (f->backup, f->path, NULL, &error));
  g_test_message ("%s", error->message);
  after = testing_read_file (f->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (testing_count_files (f->folder), ==, n_files);
}

static void
test_refuses_what_is_no_backup (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) backup = testing_read_file (f->backup);
  const char *bytes = g_bytes_get_data (backup, NULL);
  gsize size_bytes = g_bytes_get_size (backup);
  g_autofree char *damaged = g_memdup2 (bytes, size_bytes);

  g_assert_true (g_file_set_contents (f->backup, bytes, size_bytes / 2, NULL));
  assert_not_restored (f);
  g_assert_true (g_file_set_contents (f->backup, "", 0, NULL));
  assert_not_restored (f);
  g_assert_true (g_file_set_contents (f->backup, TEXT, -1, NULL));
  assert_not_restored (f);
  memset (damaged + size_bytes / 2, 0xff, 4096);
  g_assert_true (g_file_set_contents (f->backup, damaged, size_bytes, NULL));
  assert_not_restored (f);

  g_unlink (f->backup);
  assert_not_restored (f);
  g_mkdir (f->backup, 0700);
  assert_not_restored (f);
  g_rmdir (f->backup);
  g_assert_cmpint (link (f->path, f->backup), ==, 0);
  assert_not_restored (f);
}

static void
assert_not_replaced (Fixture *f, const char *path)
{
  g_autoptr (GBytes) before = testing_read_file (path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GalleyDesk) desk = testing_open (f->path);
  g_autoptr (GError) error = NULL;

  g_assert_false (galley_desk_backup (desk, path, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  after = testing_read_file (path);
  g_assert_true (g_bytes_equal (before, after));
}

/* A slip in a name must not cost another library, or what was done in an earlier backup. */
static void
test_replaces_only_earlier_backups (Fixture *f, gconstpointer data)
{
  g_autofree char *other = g_build_filename (f->folder, "other.galleydb", NULL);
  g_autofree char *note = g_build_filename (f->folder, "note.txt", NULL);
  g_autofree char *empty = g_build_filename (f->folder, "empty", NULL);
  g_autofree char *log = g_strconcat (f->backup, "-wal", NULL);
  g_autoptr (GalleyDesk) desk = testing_open (other);

  g_free (testing_import (desk, "Of another library."));
  g_clear_object (&desk);
  assert_not_replaced (f, other);
  g_assert_true (g_file_set_contents (note, TEXT, -1, NULL));
  assert_not_replaced (f, note);

  set_note (f->path, f->claim, "Done since");
  write_backup (f->path, f->backup);
  assert_note (f->backup, f->article, f->claim, "Done since");
  write_backup (f->path, f->backup);
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  write_backup (f->path, empty);
  assert_note (empty, f->article, f->claim, "Done since");

  /* It is being written to, or somebody worked in it. */
  g_assert_true (g_file_set_contents (log, TEXT, -1, NULL));
  assert_not_replaced (f, f->backup);
  g_unlink (log);
  set_note (f->backup, f->claim, "Done in the backup");
  assert_not_replaced (f, f->backup);
}

static void
restore_and_look (gpointer data)
{
  Fixture *f = data;

  restore (f);
  testing_assert_sound (f->path);
  assert_note (f->path, f->article, f->claim, NULL);
}

/* A backup, and a mere copy of a library, on what cannot be written to. */
static void
test_restores_from_read_only (Fixture *f, gconstpointer data)
{
  g_autofree char *medium = g_build_filename (f->folder, "medium", NULL);
  g_autofree char *target = g_build_filename (f->folder, "target", NULL);
  g_autofree char *burnt = g_build_filename (medium, "burnt", NULL);
  const char *sources[] = { f->backup, f->path };

  g_chmod (f->folder, 0755);
  g_mkdir (medium, 0755);
  g_mkdir (target, 0700);
  g_chmod (target, 0777);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (GBytes) bytes = testing_read_file (sources[i]);
      g_autofree char *path = g_strdup_printf ("%s/library-%u.galleydb", target, i);
      Fixture there = { f->folder, path, burnt, f->article, f->claim };

      g_assert_true (g_file_set_contents (burnt, g_bytes_get_data (bytes, NULL),
                                          g_bytes_get_size (bytes), NULL));
      g_chmod (burnt, 0444);
      g_chmod (medium, 0555);
      testing_run_as_somebody (restore_and_look, &there);
      g_chmod (medium, 0755);
    }
}

static void
fail_to_back_up (gpointer data)
{
  Fixture *f = data;
  g_autoptr (GalleyDesk) desk = testing_open (f->path);
  g_autofree char *closed = g_build_filename (f->folder, "closed", "backup", NULL);
  g_autofree char *open = g_build_filename (f->folder, "open", "backup", NULL);
  g_autofree char *folder = g_path_get_dirname (open);
  g_autoptr (GError) error = NULL;

  g_assert_false (galley_desk_backup (desk, closed, NULL, &error));
  g_assert_cmpuint (error->domain, ==, G_IO_ERROR);
  g_test_message ("%s", error->message);
  g_clear_error (&error);

  testing_limit_files (20000);
  g_assert_false (galley_desk_backup (desk, open, NULL, &error));
  g_assert_cmpuint (error->domain, ==, G_IO_ERROR);
  g_test_message ("%s", error->message);
  g_assert_cmpuint (testing_count_files (folder), ==, 0);
}

static void
test_leaves_nothing_unfinished (Fixture *f, gconstpointer data)
{
  g_autofree char *closed = g_build_filename (f->folder, "closed", NULL);
  g_autofree char *open = g_build_filename (f->folder, "open", NULL);

  g_mkdir (closed, 0555);
  g_mkdir (open, 0700);
  g_chmod (open, 0777);
  g_chmod (f->folder, 0777);
  g_chmod (f->path, 0666);
  testing_run_as_somebody (fail_to_back_up, f);
  g_assert_cmpuint (testing_count_files (closed), ==, 0);
  testing_assert_sound (f->path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/backup/while-somebody-works", test_while_somebody_works);
  ADD ("/backup/rotates", test_rotates);
  ADD ("/backup/rotates-after-restoring", test_rotates_after_restoring);
  ADD ("/backup/removes-abandoned", test_removes_abandoned);
  ADD ("/backup/purging-forgets-rotated", test_purging_forgets_rotated);
  ADD ("/backup/purging-forgets-those-by-a-link", test_purging_forgets_those_by_a_link);
  ADD ("/backup/restores", test_restores);
  ADD ("/backup/keeps-all-that-was-there", test_keeps_all_that_was_there);
  ADD ("/backup/restores-where-nothing-is", test_restores_where_nothing_is);
  ADD ("/backup/restores-over-damage", test_restores_over_damage);
  ADD ("/backup/restores-after-one-was-killed", test_restores_after_one_was_killed);
  ADD ("/backup/removes-what-was-being-restored", test_removes_what_was_being_restored);
  ADD ("/backup/refuses-to-lie-beside-a-log", test_refuses_to_lie_beside_a_log);
  ADD ("/backup/restores-under-somebody", test_restores_under_somebody);
  ADD ("/backup/refuses-what-is-no-backup", test_refuses_what_is_no_backup);
  ADD ("/backup/replaces-only-earlier-backups", test_replaces_only_earlier_backups);
  ADD ("/backup/restores-from-read-only", test_restores_from_read_only);
  ADD ("/backup/leaves-nothing-unfinished", test_leaves_nothing_unfinished);
#undef ADD

  return g_test_run ();
}
