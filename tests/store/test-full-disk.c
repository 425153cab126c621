/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-testing.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define TEXT "The strike killed 11 people. Officials disagree.\nNobody said why."

/* A disk on which nothing is free, not even for what SQLite keeps beside a library. SQLite lets its
 * system calls be replaced, and the store uses the very same one. */

static gssize
write_nothing (int fd, const void *data, gsize size_bytes)
{
  errno = ENOSPC;
  return -1;
}

static gssize
write_nothing_at (int fd, const void *data, gsize size_bytes, off_t offset)
{
  errno = ENOSPC;
  return -1;
}

static int
make_no_longer (int fd, off_t size_bytes)
{
  errno = ENOSPC;
  return -1;
}

static void
set_full (gboolean is_full)
{
  static const struct
  {
    const char *name;
    sqlite3_syscall_ptr call;
  } calls[] = {
    { "write", (sqlite3_syscall_ptr) write_nothing },
    { "pwrite", (sqlite3_syscall_ptr) write_nothing_at },
    { "pwrite64", (sqlite3_syscall_ptr) write_nothing_at },
    { "ftruncate", (sqlite3_syscall_ptr) make_no_longer },
  };
  sqlite3_vfs *files = sqlite3_vfs_find (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    files->xSetSystemCall (files, calls[i].name, is_full ? calls[i].call : NULL);
}

typedef struct
{
  char *folder;
  char *path;
  char *other;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDesk) desk = NULL;

  f->folder = testing_make_folder ();
  f->path = g_build_filename (f->folder, "library.galleydb", NULL);
  f->other = g_build_filename (f->folder, "other", NULL);
  desk = testing_open (f->path);
  g_free (testing_import (desk, TEXT));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  testing_assert_sound (f->path);
  g_free (f->other);
  g_free (f->path);
  testing_remove_folder (f->folder);
}

/* The one thing that somebody can do something about is said, and of which file. */
static void
assert_full (const GError *error, const char *name)
{
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_opening (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GalleyDesk *desk;

  set_full (TRUE);
  desk = galley_desk_open (f->path, "Ada", NULL, &error);
  set_full (FALSE);
  g_assert_null (desk);
  assert_full (error, "“library.galleydb”");
}

static void
test_beginning (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GalleyDesk *desk;

  set_full (TRUE);
  desk = galley_desk_open (f->other, "Ada", NULL, &error);
  set_full (FALSE);
  g_assert_null (desk);
  assert_full (error, "“other”");
  g_assert_cmpuint (testing_count_files (f->folder), ==, 1);
}

static void
test_working (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDesk) desk = testing_open (f->path);
  g_autoptr (GalleyArticle) article = g_list_model_get_item (galley_desk_get_articles (desk), 0);
  g_autoptr (GalleyCheck) check =
      galley_desk_load (desk, galley_article_get_id (article), NULL, NULL);
  g_autoptr (GError) error = NULL;
  GalleyOutcome *outcome;

  set_full (TRUE);
  outcome = testing_try (desk, testing_mark (check, (GalleyRange){ 0, 10 }, GALLEY_STATUS_DISPUTED),
                         &error);
  set_full (FALSE);
  g_assert_null (outcome);
  assert_full (error, "“library.galleydb”");
  testing_mark_words (desk, check, "11 people", GALLEY_STATUS_CONFIRMED);
}

static void
test_backup (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDesk) desk = testing_open (f->path);
  g_autofree char *name = g_strdup_printf ("“%s”", f->other);
  g_autoptr (GError) error = NULL;
  gboolean done;

  set_full (TRUE);
  done = galley_desk_backup (desk, f->other, NULL, &error);
  set_full (FALSE);
  g_assert_false (done);
  assert_full (error, name);
  g_clear_object (&desk);
  g_assert_cmpuint (testing_count_files (f->folder), ==, 1);
}

static void
test_restoring (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  set_full (TRUE);
  done = galley_desk_restore (f->path, f->other, NULL, &error);
  set_full (FALSE);
  g_assert_false (done);
  assert_full (error, "“other”");
  g_assert_cmpuint (testing_count_files (f->folder), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/full-disk/opening", test_opening);
  ADD ("/full-disk/beginning", test_beginning);
  ADD ("/full-disk/working", test_working);
  ADD ("/full-disk/backup", test_backup);
  ADD ("/full-disk/restoring", test_restoring);
#undef ADD

  return g_test_run ();
}
