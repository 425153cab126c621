/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"

#include <string.h>

#define HEAD                                                                                       \
  "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\t"          \
  "boundary=\"b\"\r\n\r\n"
#define HEAD_WITH_START                                                                            \
  "MIME-Version: 1.0\r\nContent-Type: multipart/related; start=\"<two>\"; boundary=b\r\n\r\n"
#define PART(headers, content) "--b\r\n" headers "\r\n\r\n" content "\r\n"

static void
assert_first_block (const char *message, const char *expected)
{
  g_autoptr (GalleyDocument) document = import_string (message, "page.mht");
  g_autofree char *block = describe_block (document, 0);

  g_assert_cmpstr (galley_document_get_media_type (document), ==, "multipart/related");
  g_assert_cmpstr (block, ==, expected);
}

static void
test_encodings (void)
{
  assert_first_block (
      HEAD PART ("Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: "
                 "quoted-printable",
                 "<p>One caf=E9=\r\n, two caf=E9s.") "--b--\r\n",
      "paragraph 0: One café, two cafés.");
  assert_first_block (HEAD PART ("Content-Type: text/html; charset=utf-8\r\n"
                                 "Content-Transfer-Encoding: base64",
                                 "PHA+T25lIGNhZsOpLg==") "--b--\r\n",
                      "paragraph 0: One café.");
}

/* No page makes the converter drop what it cannot read. */
static void
test_no_byte_is_dropped (void)
{
  assert_first_block (HEAD PART ("Content-Type: text/html; charset=\"us-ascii//IGNORE\"",
                                 "<p>One caf\xE9.") "--b--\r\n",
                      "paragraph 0: One café.");
}

static void
test_which_part (void)
{
  assert_first_block (HEAD PART ("Content-Type: image/png", "<p>No.")
                          PART ("Content-Type: text/html", "<p>First page.")
                              PART ("Content-Type: text/html", "<p>Second page.") "--b--\r\n",
                      "paragraph 0: First page.");
  assert_first_block (
      HEAD_WITH_START PART ("Content-Type: text/html\r\nContent-ID: <one>", "<p>One.")
          PART ("Content-Type: text/html\r\nContent-ID: <two>", "<p>Two.") "--b--",
      "paragraph 0: Two.");
  /* A message may be one part, and end anywhere. */
  assert_first_block ("MIME-Version: 1.0\nContent-Type: text/html\n\n<p>Alone.",
                      "paragraph 0: Alone.");
}

static void
test_address (void)
{
  g_autoptr (GalleyDocument) document = import_string (
      HEAD PART ("Content-Type: text/html\r\nContent-Location: https://example.org/a/b.html",
                 "<p>To <a href='../c'>another page</a>."),
      NULL);
  guint n_links;
  const GalleyLink *links = galley_document_get_links (document, &n_links);

  g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_SOURCE_ADDRESS), ==,
                   "https://example.org/a/b.html");
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpstr (links[0].target, ==, "https://example.org/c");
}

static void
test_is_recognised_by_content (void)
{
  g_autoptr (GalleyDocument) letter =
      import_string ("MIME-Version: 1.0\nContent-Type: text/plain\n\nA letter, <p>no page.", NULL);
  g_autoptr (GalleyDocument) quoted = import_string (
      "The header was:\n\nMIME-Version: 1.0\nContent-Type: multipart/related\n", NULL);

  g_assert_cmpstr (galley_document_get_media_type (letter), ==, "text/plain");
  g_assert_cmpstr (galley_document_get_media_type (quoted), ==, "text/plain");
}

static void
test_no_page (void)
{
  static const char message[] = HEAD PART ("Content-Type: text/plain", "<p>No.") "--b--\r\n";
  static const char empty[] = HEAD "--b\r\nContent-Type: text/html\r\n\r\n--b--\r\n";

  assert_refused (message, strlen (message), "page.mht", GALLEY_IMPORT_ERROR_DAMAGED,
                  "“page.mht” is a saved web page, but there is no page in it");
  assert_refused (empty, strlen (empty), "page.mht", GALLEY_IMPORT_ERROR_EMPTY,
                  "“page.mht” holds no words");
}

static void
test_too_many_parts (void)
{
  g_autoptr (GString) parts = g_string_new (HEAD);
  g_autoptr (GString) headers = g_string_new ("MIME-Version: 1.0\nContent-Type: text/html\n");
  g_autoptr (GString) nested = g_string_new (HEAD);

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append (parts, PART ("Content-Type: image/png", "x"));
      g_string_append (headers, "X: y\n");
      g_string_append (headers, "X-Z: y\n");
      g_string_append_printf (
          nested, "--%c%u\r\nContent-Type: multipart/related; boundary=b%u\r\n\r\n", 'b', i, i + 1);
    }
  assert_refused (parts->str, parts->len, "page.mht", GALLEY_IMPORT_ERROR_TOO_LARGE,
                  "“page.mht” has too many parts to be read as a saved web page");
  assert_refused (headers->str, headers->len, "page.mht", GALLEY_IMPORT_ERROR_TOO_LARGE,
                  "has too many parts");
  assert_refused (nested->str, nested->len, "page.mht", GALLEY_IMPORT_ERROR_TOO_LARGE,
                  "has too many parts");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mhtml-reader/encodings", test_encodings);
  g_test_add_func ("/mhtml-reader/no-byte-is-dropped", test_no_byte_is_dropped);
  g_test_add_func ("/mhtml-reader/which-part", test_which_part);
  g_test_add_func ("/mhtml-reader/address", test_address);
  g_test_add_func ("/mhtml-reader/is-recognised-by-content", test_is_recognised_by_content);
  g_test_add_func ("/mhtml-reader/no-page", test_no_page);
  g_test_add_func ("/mhtml-reader/too-many-parts", test_too_many_parts);

  return g_test_run ();
}
