/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"
#include "store-testing.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define TEXT "The strike killed 11 people. Officials disagree.\nNobody said why."

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = testing_make_folder ();
  f->path = g_build_filename (f->folder, "library.galleydb", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->path);
  testing_remove_folder (f->folder);
}

/* Makes a library with an article of some claims and closes it. */
static void
make_library (Fixture *f)
{
  g_autoptr (GalleyDesk) desk = testing_open (f->path);
  g_autofree char *article = testing_import (desk, TEXT);
  g_autoptr (GalleyCheck) check = galley_desk_load (desk, article, NULL, NULL);

  for (guint i = 0; i < 40; i++)
    testing_perform (desk, testing_mark (check, (GalleyRange){ i, i + 8 }, GALLEY_STATUS_PENDING));
}

/* A message is one sentence, without a full stop, that somebody can understand. */
static void
assert_message (GError *error)
{
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_false (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_nonnull (strstr (error->message, "“library.galleydb”"));
}

/* Opening fails, and what was there is the same after it, byte for byte. */
static void
assert_refused (Fixture *f, GQuark domain, int code)
{
  guint n_files = testing_count_files (f->folder);
  g_autoptr (GBytes) before = testing_read_file (f->path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDesk) desk = galley_desk_open (f->path, "Ada", NULL, &error);

  g_assert_null (desk);
  g_assert_error (error, domain, code);
  assert_message (error);
  after = testing_read_file (f->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (testing_count_files (f->folder), ==, n_files);
}

static void
test_folder (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_mkdir (f->path, 0700);
  g_assert_null (galley_desk_open (f->path, "Ada", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpuint (testing_count_files (f->path), ==, 0);
}

static void
test_pipe (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  g_assert_null (galley_desk_open (f->path, "Ada", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_folder_that_is_not_there (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "no", "library.galleydb", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (galley_desk_open (path, "Ada", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_text_file (Fixture *f, gconstpointer data)
{
  static const char *const texts[] = { "xy", "SQLite format 3", "Not a library.\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = i == 2 ? g_strnfill (10000, 'x') : g_strdup (texts[i]);

      g_assert_true (g_file_set_contents (f->path, text, -1, NULL));
      assert_refused (f, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED);
    }
}

/* What a full disk or a failed synchronisation left of a library must not look like one in which
 * nobody has done anything yet. */
static void
test_empty_file (Fixture *f, gconstpointer data)
{
  g_assert_true (g_file_set_contents (f->path, "", 0, NULL));
  assert_refused (f, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED);
}

static gboolean
fail (GalleyDb *db, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "No space");
  return FALSE;
}

/* Nothing is left that would be taken for such a file, nor anything else. */
static void
test_begins_whole (Fixture *f, gconstpointer data)
{
  const GalleyMigration migrations[] = { fail };
  const GalleySchema schema = { G_N_ELEMENTS (migrations), migrations };
  g_autoptr (GError) error = NULL;

  g_assert_null (galley_library_open_with_schema (f->path, &schema, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (testing_count_files (f->folder), ==, 0);

  make_library (f);
  testing_assert_sound (f->path);
  g_assert_cmpuint (testing_count_files (f->folder), ==, 1);
}

/* What is left of a library that is gone is not taken for the log of the next one. */
static void
test_begins_beside_a_log (Fixture *f, gconstpointer data)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autoptr (GalleyDesk) desk = testing_open (f->path);
  g_autofree char *article = testing_import (desk, TEXT);
  g_autoptr (GBytes) left = testing_read_file (log);

  g_assert_cmpuint (g_bytes_get_size (left), >, 0);
  g_clear_object (&desk);
  g_assert_cmpint (g_remove (f->path), ==, 0);
  g_assert_true (
      g_file_set_contents (log, g_bytes_get_data (left, NULL), g_bytes_get_size (left), NULL));

  desk = testing_open (f->path);
  g_assert_cmpuint (g_list_model_get_n_items (galley_desk_get_articles (desk)), ==, 0);
  g_clear_object (&desk);
  testing_assert_sound (f->path);
  g_assert_cmpuint (testing_count_files (f->folder), ==, 1);
}

/* SQLite means something else by these names. */
static void
test_names_that_mean_something_else (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { ":memory:", "file:x?mode=memory", "a b%20c?d#e", "é😀" };
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (f->folder), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GalleyDesk) desk = testing_open (names[i]);
      g_autofree char *article = testing_import (desk, TEXT);

      g_clear_object (&desk);
      g_assert_true (g_file_test (names[i], G_FILE_TEST_IS_REGULAR));
      desk = testing_open (names[i]);
      g_assert_nonnull (galley_desk_find_article (desk, article));
    }
  g_assert_cmpuint (testing_count_files (f->folder), ==, G_N_ELEMENTS (names));
  g_assert_cmpint (g_chdir (before), ==, 0);
}

static void
test_newer_version (Fixture *f, gconstpointer data)
{
  sqlite3 *db;

  make_library (f);
  db = testing_connect (f->path);
  testing_exec (db, "PRAGMA user_version = 99");
  sqlite3_close (db);
  assert_refused (f, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NEWER);
}

static void
test_database_of_something_else (Fixture *f, gconstpointer data)
{
  sqlite3 *db = testing_connect (f->path);

  testing_exec (db, "PRAGMA journal_mode = WAL; CREATE TABLE bookmark (a);"
                    "INSERT INTO bookmark VALUES (1)");
  sqlite3_close (db);
  assert_refused (f, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED);

  db = testing_connect (f->path);
  testing_exec (db, "PRAGMA user_version = 1");
  sqlite3_close (db);
  assert_refused (f, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED);
}

/* Whatever is done to a damaged library fails with a sentence or shows what is still sound; nothing
 * crashes. */
static void
use_damaged (const char *path)
{
  g_autoptr (GError) open_error = NULL;
  g_autoptr (GalleyDesk) desk = galley_desk_open (path, "Ada", NULL, &open_error);
  GListModel *articles;

  if (desk == NULL)
    {
      assert_message (open_error);
      return;
    }

  articles = galley_desk_get_articles (desk);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (articles, i);
      const char *id = galley_article_get_id (article);
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) undo_error = NULL;
      g_autoptr (GalleyCheck) check = galley_desk_load (desk, id, NULL, &error);
      g_autoptr (GalleyOutcome) outcome = galley_desk_undo (desk, id, NULL, NULL, &undo_error);
      g_autoptr (GPtrArray) history = galley_desk_list_history (desk, id, NULL, NULL, NULL);
      g_autoptr (GPtrArray) hits = galley_desk_search (desk, "strike", NULL, NULL);

      g_assert_true ((check == NULL) == (error != NULL));
      g_assert_true ((outcome == NULL) == (undo_error != NULL));
    }
}

/* Damage is found: there is no library with a part missing that verifies. */
static void
assert_not_sound (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDesk) desk = galley_desk_open (path, "Ada", NULL, &error);
  g_autoptr (GPtrArray) problems = desk != NULL ? galley_desk_verify (desk, NULL, &error) : NULL;

  g_assert_true (problems == NULL || problems->len > 0);
  g_assert_true ((problems == NULL) == (error != NULL));
}

static void
test_truncated (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;
  gsize size_bytes;
  const char *bytes;

  make_library (f);
  whole = testing_read_file (f->path);
  bytes = g_bytes_get_data (whole, &size_bytes);
  for (guint i = 1; i < 16; i++)
    {
      g_assert_true (g_file_set_contents (f->path, bytes, size_bytes * i / 16, NULL));
      assert_not_sound (f->path);
      use_damaged (f->path);
    }
}

static void
test_flipped_bytes (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;
  gsize size_bytes;
  const char *bytes;

  make_library (f);
  whole = testing_read_file (f->path);
  bytes = g_bytes_get_data (whole, &size_bytes);
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, size_bytes);

      for (guint j = 0; j < 1 + i % 20; j++)
        damaged[g_test_rand_int_range (i % 3 == 0 ? 0 : 100, size_bytes)] ^=
            g_test_rand_int_range (1, 256);
      g_assert_true (g_file_set_contents (f->path, damaged, size_bytes, NULL));
      use_damaged (f->path);
    }
}

static void
fail_to_open (gpointer data)
{
  Fixture *f = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (galley_desk_open (f->path, "Ada", NULL, &error));
  g_assert_cmpuint (error->domain, ==, G_IO_ERROR);
  assert_message (error);
}

static void
test_read_only_file (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  make_library (f);
  before = testing_read_file (f->path);
  g_chmod (f->folder, 0777);
  g_chmod (f->path, 0444);
  testing_run_as_somebody (fail_to_open, f);
  after = testing_read_file (f->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (testing_count_files (f->folder), ==, 1);
}

static void
test_read_only_folder (Fixture *f, gconstpointer data)
{
  make_library (f);
  g_chmod (f->path, 0666);
  g_chmod (f->folder, 0555);
  testing_run_as_somebody (fail_to_open, f);
  g_chmod (f->folder, 0777);
  testing_assert_sound (f->path);
}

static void
test_unreadable_file (Fixture *f, gconstpointer data)
{
  make_library (f);
  g_chmod (f->folder, 0777);
  g_chmod (f->path, 0);
  testing_run_as_somebody (fail_to_open, f);
  g_chmod (f->path, 0600);
  testing_assert_sound (f->path);
}

static void
open_on_full_disk (gpointer data)
{
  Fixture *f = data;
  for (guint64 size_bytes = 0; size_bytes < 400 * 1024; size_bytes += 10 * 1000)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GalleyDesk) desk = NULL;

      testing_limit_files (size_bytes);
      desk = galley_desk_open (f->path, "Ada", NULL, &error);
      testing_limit_files (G_MAXUINT64);
      if (desk == NULL)
        assert_message (error);
      g_clear_object (&desk);
      testing_assert_sound (f->path);
    }
}

static void
test_full_disk_when_opening (Fixture *f, gconstpointer data)
{
  g_chmod (f->folder, 0777);
  testing_run_as_somebody (open_on_full_disk, f);
}

/* Writes notes until one does not fit any more. Returns how many did. */
static guint
fill (GalleyDesk *desk, const char *claim_id)
{
  g_autofree char *words = g_strnfill (30000, 'x');

  for (guint n_notes = 0;; n_notes++)
    {
      g_autofree char *note = g_strdup_printf ("%u %s", n_notes, words);
      g_autoptr (GError) error = NULL;
      g_autoptr (GalleyOutcome) outcome =
          testing_try (desk, galley_verb_set_note (claim_id, note), &error);

      if (outcome != NULL)
        continue;
      g_assert_cmpuint (error->domain, ==, G_IO_ERROR);
      assert_message (error);
      return n_notes;
    }
}

/* A step that does not fit leaves nothing behind, and the next one that does works. */
static void
work_on_full_disk (gpointer data)
{
  Fixture *f = data;
  g_autoptr (GalleyDesk) desk = testing_open (f->path);
  g_autofree char *article = testing_import (desk, TEXT);
  g_autoptr (GalleyCheck) check = galley_desk_load (desk, article, NULL, NULL);
  const char *id = testing_mark_words (desk, check, "11 people", GALLEY_STATUS_PENDING);
  GalleyClaim *claim = galley_claim_list_find (galley_check_get_claims (check), id);
  g_autoptr (GPtrArray) history = NULL;
  guint n_notes;

  testing_limit_files (1200 * 1024);
  n_notes = fill (desk, id);
  g_assert_cmpuint (n_notes, >, 0);
  g_assert_cmpuint (fill (desk, id), ==, 0);
  g_assert_cmpuint (g_ascii_strtoull (galley_claim_get_note (claim), NULL, 10), ==, n_notes - 1);

  testing_limit_files (G_MAXUINT64);
  testing_perform (desk, galley_verb_set_note (id, "There is room again"));
  history = galley_desk_list_history (desk, article, id, NULL, NULL);
  g_assert_cmpuint (history->len, ==, 1 + n_notes + 1);
  g_clear_object (&check);
  g_clear_object (&desk);
  testing_assert_sound (f->path);
}

static void
test_full_disk_when_working (Fixture *f, gconstpointer data)
{
  g_chmod (f->folder, 0777);
  testing_run_as_somebody (work_on_full_disk, f);
}

static guint
count_claims (const char *path, const char *article)
{
  g_autoptr (GalleyDesk) desk = testing_open (path);
  g_autoptr (GalleyCheck) check = galley_desk_load (desk, article, NULL, NULL);

  return galley_claim_list_get_n_claims (galley_check_get_claims (check));
}

/* Nothing is said to be done in a library that nobody will find, and what was done before is in the
 * file wherever it is now. */
static void
test_moved_when_working (Fixture *f, gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (f->folder, "elsewhere", NULL);
  g_autoptr (GalleyDesk) desk = testing_open (f->path);
  g_autofree char *article = testing_import (desk, TEXT);
  g_autoptr (GalleyCheck) check = galley_desk_load (desk, article, NULL, NULL);
  g_autoptr (GError) error = NULL;
  GalleyOutcome *outcome;

  testing_mark_words (desk, check, "11 people", GALLEY_STATUS_CONFIRMED);
  g_assert_cmpint (g_rename (f->path, elsewhere), ==, 0);
  outcome = testing_try (desk, testing_mark (check, (GalleyRange){ 0, 10 }, GALLEY_STATUS_DISPUTED),
                         &error);
  g_assert_null (outcome);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_message (error);
  g_assert_cmpuint (count_claims (elsewhere, article), ==, 1);
  testing_assert_sound (elsewhere);

  /* Another file in its place is none of it. */
  g_assert_true (g_file_set_contents (f->path, TEXT, -1, NULL));
  g_clear_error (&error);
  outcome = testing_try (desk, testing_mark (check, (GalleyRange){ 0, 10 }, GALLEY_STATUS_DISPUTED),
                         &error);
  g_assert_null (outcome);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  g_assert_cmpint (g_rename (elsewhere, f->path), ==, 0);
  testing_perform (desk, testing_mark (check, (GalleyRange){ 0, 10 }, GALLEY_STATUS_DISPUTED));
  g_assert_cmpint (g_rename (f->path, elsewhere), ==, 0);
  g_clear_object (&check);
  g_clear_object (&desk);
  g_assert_cmpuint (count_claims (elsewhere, article), ==, 2);
  testing_assert_sound (elsewhere);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/faults/folder", test_folder);
  ADD ("/faults/pipe", test_pipe);
  ADD ("/faults/folder-that-is-not-there", test_folder_that_is_not_there);
  ADD ("/faults/text-file", test_text_file);
  ADD ("/faults/empty-file", test_empty_file);
  ADD ("/faults/begins-whole", test_begins_whole);
  ADD ("/faults/begins-beside-a-log", test_begins_beside_a_log);
  ADD ("/faults/names-that-mean-something-else", test_names_that_mean_something_else);
  ADD ("/faults/newer-version", test_newer_version);
  ADD ("/faults/database-of-something-else", test_database_of_something_else);
  ADD ("/faults/truncated", test_truncated);
  ADD ("/faults/flipped-bytes", test_flipped_bytes);
  ADD ("/faults/read-only-file", test_read_only_file);
  ADD ("/faults/read-only-folder", test_read_only_folder);
  ADD ("/faults/unreadable-file", test_unreadable_file);
  ADD ("/faults/full-disk-when-opening", test_full_disk_when_opening);
  ADD ("/faults/full-disk-when-working", test_full_disk_when_working);
  ADD ("/faults/moved-when-working", test_moved_when_working);
#undef ADD

  return g_test_run ();
}
