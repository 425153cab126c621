/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-fixture.h"

#include "galley-export.h"

#include <string.h>

/*
 * Each folder of tests/fixtures/export is an article with its claims and, byte for byte, what the
 * writers of text make of it; how an archive is packed is up to the library that packs it, and
 * pages are read by test-pages-readers.py. Two words in the expected pages stand for what is no
 * business of theirs:
 * @STYLE@ for the style sheet and @VERSION@ for the version of the program. With
 * GALLEY_UPDATE_FIXTURES set, the expected files are written instead.
 */

static char *
replace_all (const char *text, const char *what, const char *by)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  return g_strjoinv (by, parts);
}

/* The rules between the tags of the page. */
static char *
find_style (const char *page)
{
  const char *start = strstr (page, "<style>\n"), *end = strstr (page, "</style>");

  g_assert_true (start != NULL && end != NULL);
  start += strlen ("<style>\n");
  return g_strndup (start, end - start);
}

static char *
abstract (const char *written, const char *extension)
{
  g_autofree char *style = NULL, *without_style = NULL;

  if (!g_str_equal (extension, "html"))
    return g_strdup (written);

  style = find_style (written);
  without_style = replace_all (written, style, "@STYLE@\n");
  return replace_all (without_style, "Galley " GALLEY_VERSION, "Galley @VERSION@");
}

/* What is of the annotated article has no layout in its name. */
static char *
make_name (GalleyLayout layout, const GalleyExportFormat *format)
{
  if (layout == GALLEY_LAYOUT_ANNOTATED)
    return g_strdup_printf ("expected.%s", format->extension);

  return g_strdup_printf ("expected-%s.%s", galley_layout_to_nick (layout), format->extension);
}

static void
check_format (const char *folder, GalleyReport *report, const GalleyExportFormat *format)
{
  g_autoptr (GBytes) bytes =
      galley_export_to_bytes (report, format, /* cancellable= */ NULL, /* error= */ NULL);
  g_autofree char *written = NULL, *found = NULL, *expected = NULL;
  g_autofree char *name = make_name (galley_report_get_options (report)->layout, format);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpuint (strlen (written), ==, g_bytes_get_size (bytes));
  found = abstract (written, format->extension);

  if (g_getenv ("GALLEY_UPDATE_FIXTURES") != NULL)
    g_assert_true (g_file_set_contents (path, found, -1, /* error= */ NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, /* error= */ NULL));
  g_assert_cmpstr (found, ==, expected);
}

static gboolean
is_text (const GalleyExportFormat *format)
{
  return g_str_has_prefix (format->media_type, "text/");
}

static void
test_folder (gconstpointer folder)
{
  g_autoptr (GalleyReport) report = fixture_load (folder, GALLEY_LAYOUT_ANNOTATED);

  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);

      if (is_text (format))
        check_format (folder, report, format);
    }
}

/* A folder that has a bit of everything. */
static void
test_layouts (gconstpointer name)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "export", name, NULL);

  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    {
      g_autoptr (GalleyReport) report = fixture_load (folder, layout);

      for (guint i = 0; i < galley_export_get_n_formats (); i++)
        {
          const GalleyExportFormat *format = galley_export_get_format (i);

          if (is_text (format) && galley_export_has_layout (format, layout))
            check_format (folder, report, format);
        }
    }
}

/* What must not go out begins with SECRET in the folder; what must not reach readers with HIDDEN.
 */
static void
test_names_of_sources (void)
{
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "fixtures", "export", "record", NULL);

  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    {
      g_autoptr (GalleyReport) report = fixture_load (folder, layout);

      for (guint i = 0; i < galley_export_get_n_formats (); i++)
        {
          const GalleyExportFormat *format = galley_export_get_format (i);
          g_autoptr (GBytes) bytes = NULL;
          g_autofree char *text = NULL;

          if (!is_text (format) ||
              (format->layouts != 0 && !galley_export_has_layout (format, layout)))
            continue;
          bytes =
              galley_export_to_bytes (report, format, /* cancellable= */ NULL, /* error= */ NULL);
          text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
          g_assert_cmpint (strstr (text, "SECRET") != NULL, ==, layout == GALLEY_LAYOUT_ARCHIVE);
          if (layout == GALLEY_LAYOUT_PUBLICATION && format->layouts != 0)
            g_assert_null (strstr (text, "HIDDEN"));
        }
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *root = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  root = g_test_build_filename (G_TEST_DIST, "fixtures", "export", NULL);
  dir = g_dir_open (root, 0, /* error= */ NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/export/fixtures/%s", name);

      g_ptr_array_add (folders, g_build_filename (root, name, NULL));
      g_test_add_data_func (test, g_ptr_array_index (folders, folders->len - 1), test_folder);
    }
  g_assert_cmpuint (folders->len, >, 0);
  g_test_add_data_func ("/export/fixtures/layouts/record", "record", test_layouts);
  g_test_add_data_func ("/export/fixtures/layouts/signed", "signed", test_layouts);
  g_test_add_func ("/export/fixtures/names-of-sources", test_names_of_sources);

  return g_test_run ();
}
