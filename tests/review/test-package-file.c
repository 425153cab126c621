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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add ("/review/package-file/" path, Place, NULL, set_up, test, tear_down)
  ADD ("cut-off-meanwhile", test_cut_off_while_it_is_read);
  ADD ("cut-off-before", test_cut_off_before);
  ADD ("something-else", test_something_else);
  ADD ("cancelled", test_cancelled);
#undef ADD

  return g_test_run ();
}
