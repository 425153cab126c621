/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-testing.h"

#include "galley-document-builder.h"
#include "galley-library.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

char *
testing_make_folder (void)
{
  GError *error = NULL;
  char *folder = g_dir_make_tmp ("galley-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* Where nobody waits for a disk, if there is such a place: for many libraries that are worth
 * nothing. */
char *
testing_make_folder_in_memory (void)
{
  g_autofree char *folder = g_strdup ("/dev/shm/galley-store-XXXXXX");

  return g_mkdtemp (folder) != NULL ? g_steal_pointer (&folder) : testing_make_folder ();
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_tree (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* Removes @folder (transfer full) with all that is in it. */
void
testing_remove_folder (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

/* The number of entries of @folder; 0 if there is no such folder. */
guint
testing_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

GBytes *
testing_read_file (const char *path)
{
  char *contents;
  gsize size_bytes;
  GError *error = NULL;

  g_file_get_contents (path, &contents, &size_bytes, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, size_bytes);
}

/* An article whose lines are paragraphs. */
GalleyDocument *
testing_new_document (const char *text)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new (text, strlen (text));
  g_autoptr (GalleyText) whole = galley_text_new (text, -1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint start = 0;

  galley_document_builder_set_text (builder, whole);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint length = g_utf8_strlen (lines[i], -1);

      if (length > 0)
        galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0,
                                           (GalleyRange){ start, start + length });
      start += length + 1;
    }

  return galley_document_builder_finish (builder, original, "text/plain");
}

GalleyDesk *
testing_open (const char *path)
{
  GError *error = NULL;
  GalleyDesk *desk = galley_desk_open (path, "Ada", /* cancellable= */ NULL, &error);

  g_assert_no_error (error);
  return desk;
}

/* Lets go of a desk, which has to be the last to. A thread that has just answered it, or is about
 * to, holds it a moment longer. */
void
testing_close (GalleyDesk *desk)
{
  GWeakRef left;
  gboolean is_gone = FALSE;

  g_weak_ref_init (&left, desk);
  g_object_unref (desk);
  for (guint i = 0; i < 5000 && !is_gone; i++)
    {
      g_autoptr (GObject) object = g_weak_ref_get (&left);

      is_gone = object == NULL;
      if (!is_gone)
        g_usleep (1000);
      g_main_context_iteration (NULL, /* may_block= */ FALSE);
    }
  g_assert_true (is_gone);
  g_weak_ref_clear (&left);
}

/* Returns: (transfer full): the article's id */
char *
testing_import (GalleyDesk *desk, const char *text)
{
  g_autoptr (GalleyDocument) document = testing_new_document (text);
  g_autoptr (GalleyOutcome) outcome = NULL;
  GError *error = NULL;

  outcome = galley_desk_import (desk, document, /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
  return g_strdup (outcome->article_id);
}

/* Performs @action (transfer full). */
GalleyOutcome *
testing_try (GalleyDesk *desk, GalleyAction *action, GError **error)
{
  GalleyOutcome *outcome = galley_desk_perform (desk, action, /* cancellable= */ NULL, error);

  galley_action_unref (action);
  return outcome;
}

/* Performs @action (transfer full), which has to succeed. */
void
testing_perform (GalleyDesk *desk, GalleyAction *action)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = testing_try (desk, action, &error);

  g_assert_no_error (error);
}

GalleyAction *
testing_mark (GalleyCheck *check, GalleyRange range, GalleyStatus status)
{
  GalleyMark mark = { .range = range, .status = status };

  return galley_verb_mark (galley_article_get_id (galley_check_get_article (check)),
                           galley_check_get_document (check), &mark, 1);
}

/* Returns: (transfer none): the id of the claim that @words are now, where they stand first */
const char *
testing_mark_words (GalleyDesk *desk, GalleyCheck *check, const char *words, GalleyStatus status)
{
  const char *utf8 =
      galley_text_peek_utf8 (galley_document_get_text (galley_check_get_document (check)), NULL);
  const char *found = strstr (utf8, words);
  g_autoptr (GalleyOutcome) outcome = NULL;
  GError *error = NULL;
  GalleyRange range;

  g_assert_nonnull (found);
  range.start = g_utf8_pointer_to_offset (utf8, found);
  range.end = range.start + g_utf8_strlen (words, -1);
  outcome = testing_try (desk, testing_mark (check, range, status), &error);
  g_assert_no_error (error);

  return galley_claim_get_id (
      galley_claim_list_find (galley_check_get_claims (check),
                              galley_claim_get_id (g_ptr_array_index (outcome->claims, 0))));
}

void
testing_set_status (GalleyDesk *desk, const char *claim_id, GalleyStatus status, const char *reason)
{
  const char *ids[] = { claim_id, NULL };

  testing_perform (desk, galley_verb_set_status (ids, status, reason));
}

/* Returns: (transfer full) (element-type utf8): what is wrong with the library at @path */
GPtrArray *
testing_verify (const char *path)
{
  g_autoptr (GalleyDesk) desk = testing_open (path);
  GError *error = NULL;
  GPtrArray *problems = galley_desk_verify (desk, /* cancellable= */ NULL, &error);

  g_assert_no_error (error);
  return problems;
}

/* Figures are counted and followed through the journal, the tables were kept up step by step. */
static void
assert_figures (const char *path)
{
  static const char *const nicks[] = { "pending", "confirmed", "disputed" };
  GError *error = NULL;
  g_autoptr (GalleyLibrary) library = galley_library_open (path, &error);
  GalleyFiguresScope scope = { .with_archived = TRUE };
  g_autoptr (GalleyFigures) figures = NULL;

  g_assert_no_error (error);
  figures = galley_library_read_figures (library, &scope, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT coalesce (sum (n_%s), 0) FROM article WHERE gone = 0", nicks[i]);
      gint64 n = testing_get_int (path, sql);

      g_assert_cmpint (figures->n_with_status[i], ==, n);
      if (figures->spans->len > 0)
        g_assert_cmpint (g_array_index (figures->spans, GalleyFiguresSpan, figures->spans->len - 1)
                             .n_with_status[i],
                         ==, n);
    }
  if (testing_get_int (path, "SELECT count (DISTINCT replica) FROM event") < 2)
    g_assert_cmpuint (figures->n_unclear, ==, 0);
}

void
testing_assert_sound (const char *path)
{
  g_autoptr (GPtrArray) problems = testing_verify (path);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
  assert_figures (path);
}

/* Runs @func in a process of its own, as somebody who is not the superuser, whom no permission
 * stops. It has to come to its end. */
void
testing_run_as_somebody (void (*func) (gpointer), gpointer data)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
        _exit (2);
      func (data);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* Makes disks full for this process: no file can become longer than @size_bytes. */
void
testing_limit_files (guint64 size_bytes)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size_bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* A connection that knows nothing of the store's rules. */
sqlite3 *
testing_connect (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 10000);
  return db;
}

void
testing_exec (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

/* Does @sql to the library at @path past the store. */
void
testing_change (const char *path, const char *sql)
{
  sqlite3 *db = testing_connect (path);

  testing_exec (db, sql);
  sqlite3_close (db);
}

/* Returns: (transfer full): the first column of the first row of @sql */
char *
testing_get_text (const char *path, const char *sql)
{
  sqlite3 *db = testing_connect (path);
  sqlite3_stmt *statement;
  char *value;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return value;
}

/* Returns: likewise, as a number */
gint64
testing_get_int (const char *path, const char *sql)
{
  sqlite3 *db = testing_connect (path);
  sqlite3_stmt *statement;
  gint64 value;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return value;
}
