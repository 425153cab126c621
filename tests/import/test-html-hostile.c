/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"

#include "galley-html-guard.h"
#include "galley-limits.h"

#include <string.h>

/* Markup that is made to cost. Each is refused in one sentence, or read. */

#define START "<!DOCTYPE html><title>A Title</title><body>"

/* START, @n times @unit and @end. */
static GString *
repeat (const char *unit, guint n, const char *end)
{
  GString *page = g_string_new (START);

  for (guint i = 0; i < n; i++)
    g_string_append (page, unit);
  g_string_append (page, end);

  return page;
}

static void
assert_refused_times (const char *unit, guint n, int code, const char *words)
{
  g_autoptr (GString) page = repeat (unit, n, "Words.");

  g_test_message ("%s", unit);
  assert_refused (page->str, page->len, "page.html", code, words);
}

static void
test_deep_nesting (void)
{
  static const char *const units[] = { "<div>",         "<b>",   "<ul><li>", "<table><tr><td>",
                                       "<blockquote>",  "<x-y>", "<svg><g>", "<font><p>",
                                       "<span><b></x>", "<sup>", "<object>", "<div></p><p>" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    assert_refused_times (units[i], 100000, GALLEY_IMPORT_ERROR_DAMAGED,
                          "“page.html” is nested too deeply to be read as a web page");
}

static void
test_too_much_markup (void)
{
  g_autoptr (GString) attributes = g_string_new (START "<p ");

  assert_refused_times ("<i>x</i>", 2000000, GALLEY_IMPORT_ERROR_TOO_LARGE, "has too much markup");
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (attributes, "a%u ", i);
  g_string_append (attributes, ">Words.");
  assert_refused (attributes->str, attributes->len, "page.html", GALLEY_IMPORT_ERROR_TOO_LARGE,
                  "“page.html” has too much markup to be read as a web page");
}

/* Formatting that is never ended is opened again in each paragraph. */
static void
test_tangled_formatting (void)
{
  g_autoptr (GString) page = g_string_new (START);

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (page, "<b id=%u>", i);
  for (guint i = 0; i < 200000; i++)
    g_string_append (page, "<p>x");
  assert_refused (page->str, page->len, "page.html", GALLEY_IMPORT_ERROR_TOO_LARGE,
                  "has too much markup");
}

static void
test_size (void)
{
  g_autoptr (GString) page = g_string_new (START);

  g_string_set_size (page, GALLEY_HTML_MAX_BYTES + 1);
  memset (page->str + strlen (START), 'a', page->len - strlen (START));
  assert_refused (page->str, page->len, "page.html", GALLEY_IMPORT_ERROR_TOO_LARGE,
                  "“page.html” is larger than 32 MB, the most that Galley reads of a web page");
}

static void
test_no_text (void)
{
  g_autoptr (GString) page = repeat ("", 1, "");

  g_string_append_len (page, "\0\1\2\3\4\5\6\7\0\1\2\3\4\5\6\7", 16);
  for (guint i = 0; i < 6; i++)
    g_string_append_len (page, page->str + strlen (START), page->len - strlen (START));
  assert_refused (page->str, page->len, "page.html", GALLEY_IMPORT_ERROR_DAMAGED,
                  "“page.html” begins like a web page, but what follows is no text");
}

static void
test_long_runs (void)
{
  static const char *const units[] = { "&#x",         "<",           "<!--", "<script>",
                                       "</p>",        "<a b=\"",     "<br>", "<li>x",
                                       "<td>x",       "<tr><td>x",   "<p>x", "<h1>A</h1>",
                                       "&amp;",       "<a href=x>y", "</b>", "<![CDATA[",
                                       "<p hidden>x", "<?" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) page = repeat (units[i], 20000, "");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GalleyDocument) document = NULL;

      g_test_message ("%s", units[i]);
      g_string_insert (page, strlen (START),
                       "<p>The words that are to be read, and no others.</p>");
      bytes = g_bytes_new (page->str, page->len);
      document = galley_import_bytes (bytes, "page.html", &error);
      g_assert_no_error (error);
      g_assert_cmpstr (galley_document_get_media_type (document), ==, "text/html");
    }
}

static void
test_json_ld (void)
{
  static const char *const scripts[] = {
    "[[[[",
    "{\"a\":",
    "{\"@type\":\"Article\",\"headline\":[{}],\"author\":[[],null,1]}",
    "{\"@type\":[],\"@graph\":{\"@graph\":null}}",
    "\"x\"",
    "{\"@type\":\"Article\",\"headline\":null}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr (GString) page = g_string_new ("<html><script type='application/ld+json'>");
      g_autoptr (GalleyDocument) document = NULL;

      for (guint k = 0; k < (i < 2 ? 20000 : 1); k++)
        g_string_append (page, scripts[i]);
      g_string_append (page, "</script><p>Words, and more words.");
      document = import_string (page->str, NULL);
      g_assert_null (galley_document_get_metadata (document, GALLEY_METADATA_TITLE));
      g_assert_null (galley_document_get_metadata (document, GALLEY_METADATA_BYLINE));
    }
}

/* What is no reader's business is left to no parser either, and nothing else is lost. */
static void
test_guard_leaves_out (void)
{
  static const struct
  {
    const char *markup;
    const char *lean;
  } cases[] = {
    { "a<!-- b -->c<!-->d<!--->e", "acde" },
    { "<script>if (a < b) f ('<p>');</script><p>c", "<script></script><p>c" },
    { "<SCRIPT type='application/ld+json'>{}</SCRIPT >",
      "<SCRIPT type='application/ld+json'>{}</SCRIPT >" },
    { "<style>p > a { }</style>b", "<style></style>b" },
    { "<p title='<!-- no -->'>a < b <", "<p title='<!-- no -->'>a < b <" },
    { "<script><!-- <script> </script> --></script>",
      "<script><!-- <script> </script> --></script>" },
    { "<scripts>a", "<scripts>a" },
    { "a<", "a<" },
    { "<p a=\"", "<p a=\"" },
    { "<!--", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) lean = g_string_new (NULL);

      guint64 n_steps = 0;

      g_assert_cmpint (
          galley_html_guard_judge (cases[i].markup, strlen (cases[i].markup), &n_steps, lean), ==,
          GALLEY_HTML_FIT);
      g_assert_cmpuint (n_steps, >, 0);
      g_assert_cmpstr (lean->str, ==, cases[i].lean);
    }
}

/* What pages of one input cost is added up. */
static void
test_guard_adds_up (void)
{
  g_autoptr (GString) lean = g_string_new (NULL);
  guint64 n_steps = GALLEY_HTML_MAX_STEPS - 3;

  g_assert_cmpint (galley_html_guard_judge ("abc", 3, &n_steps, lean), ==, GALLEY_HTML_FIT);
  g_assert_cmpint (galley_html_guard_judge ("d", 1, &n_steps, lean), ==, GALLEY_HTML_TOO_TANGLED);
}

static void
test_cancelled (void)
{
  g_autoptr (GString) page = repeat ("<p>Words.", 1000, "");
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = g_file_new_tmp ("galley-XXXXXX.html", &stream, &error);
  g_autoptr (GalleyDocument) document = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_replace_contents (file, page->str, page->len, NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, &error));
  g_cancellable_cancel (cancellable);
  document = galley_import_file (file, cancellable, &error);
  g_assert_null (document);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-hostile/deep-nesting", test_deep_nesting);
  g_test_add_func ("/html-hostile/too-much-markup", test_too_much_markup);
  g_test_add_func ("/html-hostile/tangled-formatting", test_tangled_formatting);
  g_test_add_func ("/html-hostile/size", test_size);
  g_test_add_func ("/html-hostile/no-text", test_no_text);
  g_test_add_func ("/html-hostile/long-runs", test_long_runs);
  g_test_add_func ("/html-hostile/json-ld", test_json_ld);
  g_test_add_func ("/html-hostile/guard-leaves-out", test_guard_leaves_out);
  g_test_add_func ("/html-hostile/guard-adds-up", test_guard_adds_up);
  g_test_add_func ("/html-hostile/cancelled", test_cancelled);

  return g_test_run ();
}
