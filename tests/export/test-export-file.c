/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-fixture.h"

#include "galley-atomic-file.h"
#include "galley-export.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define OLD "what was there before"

typedef struct
{
  char *folder;
  char *path; /* in the folder; nothing is there at first */
  GalleyReport *report;
} Place;

static void
place_set_up (Place *place, gconstpointer data)
{
  g_auto (Fixture) fixture;

  place->folder = g_dir_make_tmp ("galley-export-XXXXXX", /* error= */ NULL);
  g_assert_nonnull (place->folder);
  place->path = g_build_filename (place->folder, "report.html", NULL);

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, "A dyke of 4.2 metres.");
  fixture_add_plain_claim (&fixture, 2, 6, GALLEY_STATUS_CONFIRMED);
  place->report = fixture_make_report (&fixture);
}

static void
place_tear_down (Place *place, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_cmpint (g_chmod (place->folder, 0700), ==, 0);
  dir = g_dir_open (place->folder, 0, /* error= */ NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->folder);
  g_free (place->path);
  g_object_unref (place->report);
}

static guint
count_files (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, /* error= */ NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static gboolean
export_to (Place *place, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return galley_export_to_file (place->report, galley_export_find_format ("html"), file,
                                cancellable, error);
}

static void
assert_written (Place *place, const char *path)
{
  g_autoptr (GBytes) expected =
      galley_export_to_bytes (place->report, galley_export_find_format ("html"),
                              /* cancellable= */ NULL, /* error= */ NULL);
  g_autofree char *found = NULL;
  gsize size_bytes;

  g_assert_true (g_file_get_contents (path, &found, &size_bytes, /* error= */ NULL));
  g_assert_cmpmem (found, size_bytes, g_bytes_get_data (expected, NULL),
                   g_bytes_get_size (expected));
}

static void
assert_old (const char *path)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, /* error= */ NULL));
  g_assert_cmpstr (found, ==, OLD);
}

static void
write_old (const char *path)
{
  g_assert_true (g_file_set_contents (path, OLD, -1, /* error= */ NULL));
}

static void
assert_sentence (GError *error, const char *name)
{
  g_assert_nonnull (strstr (error->message, name));
  g_assert_false (g_str_has_suffix (error->message, "."));
}

static mode_t
get_mode (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static void
test_new (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  mode_t umask_before = umask (027);

  export_to (place, place->path, NULL, &error);
  umask (umask_before);

  g_assert_no_error (error);
  assert_written (place, place->path);
  g_assert_cmpint (get_mode (place->path), ==, 0640);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
assert_not_replaced (Place *place, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (export_to (place, path, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  assert_sentence (error, "report.html");
}

/* A slip in a name must not cost a library. */
static void
test_replaces_no_database (Place *place, gconstpointer data)
{
  static const char database[] = "SQLite format 3\0and so on";
  g_autofree char *log = g_strconcat (place->path, "-shm", NULL);
  g_autofree char *found = NULL;
  gsize size_bytes;

  g_assert_true (g_file_set_contents (place->path, database, sizeof database, NULL));
  assert_not_replaced (place, place->path);
  g_assert_true (g_file_get_contents (place->path, &found, &size_bytes, NULL));
  g_assert_cmpmem (found, size_bytes, database, sizeof database);

  /* One that is open is not read, whatever is in it by now. */
  write_old (place->path);
  write_old (log);
  assert_not_replaced (place, place->path);
  assert_old (place->path);
  g_assert_cmpuint (count_files (place), ==, 2);
}

static void
test_replaces_and_keeps_mode (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_old (place->path);
  g_assert_cmpint (g_chmod (place->path, 0604), ==, 0);
  g_assert_true (export_to (place, place->path, NULL, &error));
  g_assert_no_error (error);
  assert_written (place, place->path);
  g_assert_cmpint (get_mode (place->path), ==, 0604);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_follows_links (Place *place, gconstpointer data)
{
  g_autofree char *target = g_build_filename (place->folder, "target.html", NULL);
  g_autofree char *second = g_build_filename (place->folder, "second", NULL);

  /* The first time the target does not exist yet. */
  g_assert_cmpint (symlink ("second", place->path), ==, 0);
  g_assert_cmpint (symlink ("target.html", second), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (export_to (place, place->path, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_test (place->path, G_FILE_TEST_IS_SYMLINK));
      g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
      g_assert_false (g_file_test (target, G_FILE_TEST_IS_SYMLINK));
      assert_written (place, target);
      write_old (target);
    }
  g_assert_cmpuint (count_files (place), ==, 3);
}

static void
test_link_in_a_circle (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("report.html", place->path), ==, 0);
  g_assert_false (export_to (place, place->path, NULL, &error));
  g_assert_nonnull (error);
  assert_sentence (error, place->path);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_folder (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (export_to (place, place->folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  assert_sentence (error, place->folder);
}

static void
test_no_such_folder (Place *place, gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->folder, "nowhere", "report.html", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (export_to (place, path, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_sentence (error, path);
}

/* What root may do anywhere is nothing to test with. */
static void
become_nobody (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
}

static void
become_self (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_forbidden_folder (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean ok;

  write_old (place->path);
  g_assert_cmpint (g_chmod (place->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (place->folder, 0555), ==, 0);
  become_nobody ();
  ok = export_to (place, place->path, NULL, &error);
  become_self ();

  g_assert_false (ok);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_sentence (error, place->path);
  assert_old (place->path);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_forbidden_file (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean ok;

  write_old (place->path);
  g_assert_cmpint (g_chmod (place->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (place->folder, 0777), ==, 0);
  become_nobody ();
  ok = export_to (place, place->path, NULL, &error);
  become_self ();

  g_assert_false (ok);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_old (place->path);
  g_assert_cmpuint (count_files (place), ==, 1);
}

/* A file that may not grow stands for a disk that is full: the write fails half way. */
static void
test_no_room (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;
  gboolean ok;

  write_old (place->path);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 1000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  ok = export_to (place, place->path, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_false (ok);
  g_assert_nonnull (error);
  assert_sentence (error, place->path);
  assert_old (place->path);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_devices (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_false (export_to (place, "/dev/full", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  assert_sentence (error, "/dev/full");

  g_clear_error (&error);
  g_assert_true (export_to (place, "/dev/null", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat ("/dev/null", &info), ==, 0);
  g_assert_true (S_ISCHR (info.st_mode));
}

static void
test_cancelled (Place *place, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  write_old (place->path);
  g_cancellable_cancel (cancellable);
  g_assert_false (export_to (place, place->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old (place->path);
  g_assert_cmpuint (count_files (place), ==, 1);
}

/* What is there stays, whatever is to be written: a file, a folder, a link to nowhere. */
static void
test_creates_only (Place *place, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (place->path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GFile) folder = g_file_new_for_path (place->folder);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (galley_atomic_file_create (file, bytes, /* cancellable= */ NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (place->path, &found, NULL, /* error= */ NULL));
  g_assert_cmpstr (found, ==, "new");
  g_assert_cmpuint (count_files (place), ==, 1);

  write_old (place->path);
  g_assert_false (galley_atomic_file_create (file, bytes, /* cancellable= */ NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  assert_sentence (error, place->path);
  assert_old (place->path);
  g_clear_error (&error);
  g_assert_false (galley_atomic_file_create (folder, bytes, /* cancellable= */ NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_cmpint (g_remove (place->path), ==, 0);
  g_assert_cmpint (symlink ("nowhere", place->path), ==, 0);
  g_assert_false (galley_atomic_file_create (file, bytes, /* cancellable= */ NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_names_are_free (void)
{
  g_autoptr (GHashTable) names = galley_export_names_new ();
  static const struct
  {
    const char *wanted;
    const char *taken;
  } cases[] = {
    { "Rain.html", "Rain (3).html" }, /* the folder has two such */
    { "Dykes.html", "Dykes.html" },
    { "dykes.html", "dykes (2).html" },
    { "Dykes.html", "Dykes (3).html" },
    { "Dykes.pdf", "Dykes.pdf" },
    { "\303\211t\303\251.html", "\303\211t\303\251.html" },
    { "E\314\201te\314\201.html", "E\314\201te\314\201 (2).html" }, /* the accents apart */
    { "none", "none" },
    { "none", "none (2)" },
  };

  galley_export_names_add (names, "rain.HTML");
  galley_export_names_add (names, "Rain (2).html");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *taken = galley_export_names_take (names, cases[i].wanted);

      g_assert_cmpstr (taken, ==, cases[i].taken);
      g_assert_true (galley_export_names_has (names, taken));
    }
}

static void
test_names_are_safe (void)
{
  const GalleyExportFormat *html = galley_export_find_format ("html");
  static const struct
  {
    const char *title;
    const char *name;
  } cases[] = {
    { "A/B: \"C\"", "A-B- -C-.html" },
    { "..\\..", "-...html" },
    { "...", "-.html" },
    { "Two\nlines", "Two-lines.html" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GalleyArticleFields fields = { .title = cases[i].title };
      g_autoptr (GalleyArticle) article = galley_article_new ("1", &fields);
      g_autofree char *name = galley_export_name_article (article, html, GALLEY_LAYOUT_ANNOTATED);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

typedef struct
{
  gboolean done;
  gboolean ok;
  GError *error;
} Result;

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Result *found = user_data;

  found->ok = galley_export_to_file_finish (result, &found->error);
  found->done = TRUE;
}

static void
export_in_thread (Place *place, GCancellable *cancellable, Result *result)
{
  g_autoptr (GFile) file = g_file_new_for_path (place->path);

  *result = (Result){ FALSE };
  galley_export_to_file_async (place->report, galley_export_find_format ("html"), file, cancellable,
                               exported_cb, result);
  while (!result->done)
    g_main_context_iteration (NULL, /* may_block= */ TRUE);
}

static void
test_async (Place *place, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Result result;

  export_in_thread (place, cancellable, &result);
  g_assert_no_error (result.error);
  g_assert_true (result.ok);
  assert_written (place, place->path);

  write_old (place->path);
  g_cancellable_cancel (cancellable);
  export_in_thread (place, cancellable, &result);
  g_assert_error (result.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (result.ok);
  g_clear_error (&result.error);
  assert_old (place->path);
  g_assert_cmpuint (count_files (place), ==, 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Place *place, gconstpointer data);
  } tests[] = {
    { "new", test_new },
    { "replaces-no-database", test_replaces_no_database },
    { "replaces-and-keeps-mode", test_replaces_and_keeps_mode },
    { "follows-links", test_follows_links },
    { "link-in-a-circle", test_link_in_a_circle },
    { "folder", test_folder },
    { "no-such-folder", test_no_such_folder },
    { "forbidden-folder", test_forbidden_folder },
    { "forbidden-file", test_forbidden_file },
    { "no-room", test_no_room },
    { "devices", test_devices },
    { "cancelled", test_cancelled },
    { "creates-only", test_creates_only },
    { "async", test_async },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/file/names-are-free", test_names_are_free);
  g_test_add_func ("/export/file/names-are-safe", test_names_are_safe);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/export/file/", tests[i].name, NULL);

      g_test_add (path, Place, NULL, place_set_up, tests[i].test, place_tear_down);
    }

  return g_test_run ();
}
