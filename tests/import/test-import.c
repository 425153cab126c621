/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"
#include "zip-testing.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("galley-import-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "article.txt", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_file (Fixture *fixture, const char *content)
{
  g_assert_true (g_file_set_contents (fixture->path, content, -1, NULL));
}

/* Imports the file at @path, which must be refused with one sentence. */
static GError *
refuse_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *error = NULL;
  g_autoptr (GalleyDocument) document = galley_import_file (file, NULL, &error);

  g_assert_null (document);
  g_assert_nonnull (error);
  assert_sentence (error->message);

  return error;
}

static void
test_reads_a_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = NULL;

  write_file (fixture, "A title\n\nAnd a text.");
  document = galley_import_file (file, /* cancellable= */ NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (galley_document_get_media_type (document), ==, "text/plain");
  g_assert_cmpuint (strlen (galley_document_get_original_sha256 (document)), ==, 64);
}

/* What was read is kept, whatever becomes of the file; also where it fills its pages in memory. */
static void
test_file_changes (Fixture *fixture, gconstpointer data)
{
  const gsize sizes[] = { 1, 4095, 4096, 4097, 2 * 256 * 1024 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = g_strnfill (sizes[i], 'a');
      g_autofree char *other = g_strnfill (sizes[i], 'b');
      g_autoptr (GError) error = NULL;
      g_autoptr (GalleyDocument) document = NULL;
      int fd;

      write_file (fixture, text);
      document = galley_import_path (fixture->path, /* cancellable= */ NULL, &error);
      g_assert_no_error (error);
      fd = g_open (fixture->path, O_WRONLY, 0);
      g_assert_cmpint (write (fd, other, sizes[i]), ==, sizes[i]);
      g_assert_cmpint (ftruncate (fd, 0), ==, 0);
      close (fd);

      g_assert_cmpmem (g_bytes_get_data (galley_document_get_original (document), NULL),
                       g_bytes_get_size (galley_document_get_original (document)), text, sizes[i]);
    }
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "", " \t\r\n\n", "\xEF\xBB\xBF",
                                       "\u00a0\u200b\ufeff\u2028" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      write_file (fixture, texts[i]);
      error = refuse_file (fixture->path);
      g_assert_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_EMPTY);
      g_assert_nonnull (strstr (error->message, "“article.txt”"));
    }

  assert_refused ("\xFF\xFE", 2, NULL, GALLEY_IMPORT_ERROR_EMPTY, "“Pasted text”");
  assert_refused ("---\ntitle: a\n---\n\n", 18, "a.md", GALLEY_IMPORT_ERROR_EMPTY, "“a.md”");
}

/* The file has no contents on the disk: reading it would take its whole size. */
static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  write_file (fixture, "");
  g_assert_cmpint (truncate (fixture->path, (off_t) 1 << 40), ==, 0);
  error = refuse_file (fixture->path);
  g_assert_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "“article.txt” is larger than 64 MB"));
}

static void
test_large_input (Fixture *fixture, gconstpointer data)
{
  const gsize length_bytes = 8 * 1024 * 1024;
  g_autofree char *large = g_malloc (GALLEY_IMPORT_MAX_BYTES + 1);
  g_autoptr (GBytes) fits = NULL;
  g_autoptr (GalleyDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  memset (large, 'a', GALLEY_IMPORT_MAX_BYTES + 1);
  assert_refused (large, GALLEY_IMPORT_MAX_BYTES + 1, "a.txt", GALLEY_IMPORT_ERROR_TOO_LARGE,
                  "larger than 64 MB");

  /* A single line of megabytes is a paragraph like any. */
  fits = g_bytes_new (large, length_bytes);
  document = galley_import_bytes (fits, "a.txt", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (galley_text_get_length (galley_document_get_text (document)), ==, length_bytes);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = refuse_file (fixture->folder);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = refuse_file (fixture->path);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Neither of them ever ends, and nobody writes the pipe. */
static void
test_endless (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) device = refuse_file ("/dev/zero");
  g_autoptr (GError) pipe = NULL;

  g_assert_error (device, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  pipe = refuse_file (fixture->path);
  g_assert_error (pipe, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

GResource *galley_store_get_resource (void);
void galley_store_register_resource (void);

/* A file that is on no file system of this machine, as those of phones and servers. */
static void
test_file_elsewhere (Fixture *fixture, gconstpointer data)
{
  const char *address = "resource:///org/galleydesk/Galley/store/sql/0001-fold.sql";
  g_autoptr (GFile) file = g_file_new_for_uri (address);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) missing = g_file_get_child (folder, "missing");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) no_file = NULL;
  g_autoptr (GError) not_found = NULL;
  g_autoptr (GalleyDocument) document = NULL;

  galley_store_register_resource ();
  g_resources_register (galley_store_get_resource ());
  document = galley_import_file (file, /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (document);
  g_assert_null (galley_import_file (folder, /* cancellable= */ NULL, &no_file));
  g_assert_error (no_file, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_null (galley_import_file (missing, /* cancellable= */ NULL, &not_found));
  g_assert_error (not_found, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* The size of such a file says nothing. */
static void
test_file_without_size (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/self/status");
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = galley_import_file (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  /* Not even the superuser can open a link to itself. */
  g_assert_cmpint (symlink (fixture->path, fixture->path), ==, 0);
  error = refuse_file (fixture->path);
  g_assert_cmpuint (error->domain, ==, G_IO_ERROR);
}

/* What kind of archive something is, its members tell; if it was cut off they are not known, and
 * then that is what is wrong with it. */
static void
test_archives (void)
{
  static const struct
  {
    ZipMember member;
    const char *words;
  } cases[] = {
    { { "xl/workbook.xml", "<a/>", -1 }, "an Excel workbook" },
    { { "mimetypeapplication/vnd.oasis.opendocument.graphics", "", -1 }, "an OpenDocument file" },
    { { "anything", "", -1 }, "a zip archive" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) zip = make_zip (&cases[i].member, 1, /* password= */ NULL);
      gsize length_bytes;
      const char *data = g_bytes_get_data (zip, &length_bytes);

      assert_refused (data, length_bytes, "report.bin", GALLEY_IMPORT_ERROR_UNSUPPORTED,
                      cases[i].words);
      assert_refused (data, length_bytes - 30, "report.bin", GALLEY_IMPORT_ERROR_DAMAGED,
                      "it was cut off");
    }
}

static void
test_other_formats (void)
{
  static const struct
  {
    const char *bytes;
    gsize length_bytes;
    const char *words;
  } cases[] = {
    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Workbook", 17, "an old Microsoft Office document" },
    { "\x89PNG\r\n\x1A\n\0\0\0\x0D", 12, "a PNG image" },
    { "\xFF\xD8\xFF\xE0\0\x10JFIF", 10, "a JPEG image" },
    { "\x7F"
      "ELF\x02\x01\x01",
      7, "a program" },
    { "<?xml version=\"1.0\"?>", 21, "an XML document" },
    { "\x1F\x8B\x08\0", 4, "a gzip archive" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].bytes, cases[i].length_bytes, "report.bin",
                    GALLEY_IMPORT_ERROR_UNSUPPORTED, cases[i].words);
}

static void
store_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GalleyDocument *
import_async (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  galley_import_file_async (file, cancellable, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return galley_import_file_finish (result, error);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GalleyDocument) document = NULL;

  g_assert_null (import_async (fixture->path, NULL, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  write_file (fixture, "Some words.");
  document = import_async (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (document);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) async_error = NULL;

  write_file (fixture, "Some words.");
  g_cancellable_cancel (cancellable);
  g_assert_null (galley_import_file (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (import_async (fixture->path, cancellable, &async_error));
  g_assert_error (async_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Runs of what rules look at, too long for anything that is not linear. */
static void
test_long_runs (void)
{
  static const char *const units[] = {
    "a", "\n", "a\n",    "a\n\n",  "- a\n",  "  - a\n", "> ", ">",       "\t",
    "|", "“",  "A: b\n", "1. a\n", "a\tb\n", "😀",       "\r", "A B\n\n", "“A.”\n\nJo Doe, mayor\n\n"
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new ("Words");
      g_autoptr (GalleyDocument) document = NULL;

      for (guint k = 0; k < 100000; k++)
        g_string_append (text, units[i]);
      document = import_string (text->str, "long.txt");
      g_assert_cmpstr (galley_document_get_media_type (document), ==, "text/plain");
      g_assert_cmpstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), ==,
                       text->str);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/import/reads-a-file", test_reads_a_file);
  ADD ("/import/file-changes", test_file_changes);
  ADD ("/import/empty", test_empty);
  ADD ("/import/too-large", test_too_large);
  ADD ("/import/large-input", test_large_input);
  ADD ("/import/folder", test_folder);
  ADD ("/import/missing", test_missing);
  ADD ("/import/endless", test_endless);
  ADD ("/import/file-elsewhere", test_file_elsewhere);
  ADD ("/import/file-without-size", test_file_without_size);
  ADD ("/import/unreadable", test_unreadable);
  ADD ("/import/async", test_async);
  ADD ("/import/cancelled", test_cancelled);
  g_test_add_func ("/import/archives", test_archives);
  g_test_add_func ("/import/other-formats", test_other_formats);
  g_test_add_func ("/import/long-runs", test_long_runs);

  return g_test_run ();
}
