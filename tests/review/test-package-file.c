/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-desk-package.h"
#include "galley-import.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Package files, and what may happen to them while they are read. */

typedef struct
{
  char *folder;
  char *path; /* of a package with one article */
  GFile *file;
} Place;

static char *
get_path (Place *place, const char *name)
{
  return g_build_filename (place->folder, name, NULL);
}

static GalleyDesk *
open_desk (Place *place, const char *name)
{
  g_autofree char *path = get_path (place, name);
  g_autoptr (GError) error = NULL;
  GalleyDesk *desk = galley_desk_open (path, "Ana", /* cancellable= */ NULL, &error);

  g_assert_no_error (error);
  return desk;
}

static void
set_up (Place *place, gconstpointer data)
{
  static const char words[] = "Rain\n\nIt rained for two days in May, the mayor said.\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (words, strlen (words));
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "rain.txt", &error);
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autoptr (GalleyDesk) desk = NULL;

  g_assert_no_error (error);
  place->folder = g_dir_make_tmp ("galley-package-XXXXXX", &error);
  place->path = get_path (place, "rain.galley");
  place->file = g_file_new_for_path (place->path);
  desk = open_desk (place, "from");
  outcome = galley_desk_import (desk, document, /* cancellable= */ NULL, &error);
  galley_desk_write_package (desk, /* article_ids= */ NULL, place->file, /* cancellable= */ NULL,
                             &error);
  g_assert_no_error (error);
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, /* error= */ NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = get_path (place, name);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_object_unref (place->file);
  g_free (place->path);
  g_free (place->folder);
}

static guint
count_articles (GalleyDesk *desk)
{
  return g_list_model_get_n_items (galley_desk_get_articles (desk));
}

/* Whoever has the file open may cut it off at any moment; what was read stays whole. */
static void
test_cut_off_while_it_is_read (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) package =
      galley_desk_read_package (place->file, /* cancellable= */ NULL, &error);
  g_autoptr (GalleyDesk) desk = open_desk (place, "to");
  g_autoptr (GalleyMergeResult) merged = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (truncate (place->path, 0), ==, 0);
  merged = galley_desk_merge_package (desk, package, /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (merged);
  g_assert_cmpuint (count_articles (desk), ==, 1);
}

/* Of one that was cut off before that nothing comes in. */
static void
test_cut_off_before (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) package = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDesk) desk = open_desk (place, "to");
  g_autoptr (GalleyMergeResult) merged = NULL;

  g_assert_cmpint (truncate (place->path, 100), ==, 0);
  package = galley_desk_read_package (place->file, /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
  merged = galley_desk_merge_package (desk, package, /* cancellable= */ NULL, &error);
  g_assert_null (merged);
  g_assert_nonnull (error);
  g_assert_cmpuint (count_articles (desk), ==, 0);
}

static void
test_something_else (Place *place, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (place->folder);
  g_autoptr (GFile) missing = g_file_get_child (folder, "missing.galley");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (place->path, "PK are two letters", -1, NULL));
  g_assert_null (galley_desk_read_package (place->file, /* cancellable= */ NULL, &error));
  g_assert_no_error (error);
  g_assert_null (galley_desk_read_package (folder, /* cancellable= */ NULL, &error));
  g_assert_no_error (error);
  g_assert_null (galley_desk_read_package (missing, /* cancellable= */ NULL, &error));
  g_assert_no_error (error);
}

static void
test_cancelled (Place *place, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (galley_desk_read_package (place->file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Other programs know it for what it is, by its content alone and by its name alone. */
static void
test_type (Place *place, gconstpointer data)
{
  g_autofree char *content = NULL, *by_content = NULL, *by_name = NULL;
  gsize size_bytes;

  g_assert_true (g_file_get_contents (place->path, &content, &size_bytes, NULL));
  by_content = g_content_type_guess (/* filename= */ NULL, (const guchar *) content, size_bytes,
                                     /* result_uncertain= */ NULL);
  by_name = g_content_type_guess ("rain.galley", /* data= */ NULL, 0, NULL);

  g_assert_cmpstr (by_content, ==, "application/x-galley-package");
  g_assert_cmpstr (by_name, ==, "application/x-galley-package");
  g_assert_true (g_content_type_is_a (by_content, "application/zip"));
}

/* Makes a database of types that holds what is installed with the program, and nothing else;
 * (transfer full): its folder. */
static char *
make_types (void)
{
  g_autofree char *source =
      g_test_build_filename (G_TEST_DIST, "..", "data", "org.galleydesk.Galley.mime.xml", NULL);
  char *folder = g_dir_make_tmp ("galley-types-XXXXXX", /* error= */ NULL);
  g_autofree char *types = g_build_filename (folder, "mime", NULL);
  g_autofree char *packages = g_build_filename (types, "packages", NULL);
  g_autofree char *target = g_build_filename (packages, "org.galleydesk.Galley.xml", NULL);
  g_autofree char *content = NULL;
  const char *argv[] = { "update-mime-database", types, NULL };
  g_autoptr (GError) error = NULL;
  int status = 1;

  g_assert_cmpint (g_mkdir_with_parents (packages, 0700), ==, 0);
  g_file_get_contents (source, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (target, content, -1, &error));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_setenv ("XDG_DATA_HOME", folder, TRUE));

  return folder;
}

static void
remove_folder (const char *folder)
{
  const char *argv[] = { "rm", "-r", folder, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                /* error= */ NULL);
}

int
main (int argc, char **argv)
{
  g_autofree char *types = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  types = make_types ();

#define ADD(path, test)                                                                            \
  g_test_add ("/review/package-file/" path, Place, NULL, set_up, test, tear_down)
  ADD ("cut-off-meanwhile", test_cut_off_while_it_is_read);
  ADD ("cut-off-before", test_cut_off_before);
  ADD ("something-else", test_something_else);
  ADD ("cancelled", test_cancelled);
  ADD ("type", test_type);
#undef ADD

  status = g_test_run ();
  remove_folder (types);
  return status;
}
