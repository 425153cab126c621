/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-server.h"
#include "import-testing.h"

#include "galley-fetch.h"

#include <string.h>

#define PAGE "A headline\n\nAnd the first words of a text.\n"

/* The time is for machines that are busy; @brief is for what never ends. */
static const GalleyFetchLimits small = { .seconds = 60, .size_bytes = 100000, .n_redirects = 3 };
static const GalleyFetchLimits brief = { .seconds = 1, .size_bytes = 100000, .n_redirects = 3 };

typedef struct
{
  FetchServer *server;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = fetch_server_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fetch_server_free (fixture->server);
}

static GalleyFetched *
fetch (Fixture *fixture, const char *path)
{
  g_autofree char *address = fetch_server_dup_address (fixture->server, path);
  g_autoptr (GError) error = NULL;
  GalleyFetched *fetched = galley_fetch (address, &small, /* cancellable= */ NULL, &error);

  g_assert_no_error (error);

  return fetched;
}

/* Fetches what must fail with @code and one sentence that holds @words. */
static void
refuse_within (const GalleyFetchLimits *limits, const char *address, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyFetched) fetched =
      galley_fetch (address, limits, /* cancellable= */ NULL, &error);

  g_assert_null (fetched);
  g_assert_error (error, GALLEY_FETCH_ERROR, code);
  assert_sentence (error->message);
  if (strstr (error->message, words) == NULL)
    {
      g_test_message ("“%s” is not in “%s”", words, error->message);
      g_test_fail ();
    }
}

static void
refuse_address (const char *address, int code, const char *words)
{
  refuse_within (&small, address, code, words);
}

static void
refuse (Fixture *fixture, const char *path, int code, const char *words)
{
  g_autofree char *address = fetch_server_dup_address (fixture->server, path);

  refuse_address (address, code, words);
}

static void
assert_bytes (GBytes *bytes, const char *expected)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);

  g_assert_cmpmem (data, length_bytes, expected, strlen (expected));
}

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) before = g_date_time_new_now_utc ();
  g_autoptr (GalleyFetched) fetched = NULL;
  g_autofree char *address = fetch_server_dup_address (fixture->server, "/page?a=1");
  const GalleyFetchedParts *parts;

  fetch_server_answer (fixture->server, "/page?a=1",
                       "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n"
                       "X-Odd: v\r\nConnection: close\r\n\r\n" PAGE);
  fetched = fetch (fixture, "/page?a=1#part");
  parts = galley_fetched_get_parts (fetched);
  assert_bytes (parts->served, PAGE);
  assert_bytes (parts->content, PAGE);
  g_assert_cmpuint (parts->status, ==, 200);
  g_assert_cmpstr (parts->content_type, ==, "text/plain; charset=utf-8");
  g_assert_nonnull (strstr (parts->headers, "HTTP/1.1 200 OK\n"));
  g_assert_nonnull (strstr (parts->headers, "X-Odd: v\n"));
  g_assert_cmpstr (galley_fetched_get_address (fetched), ==, address);
  g_assert_cmpuint (g_strv_length (parts->addresses), ==, 1);
  g_assert_cmpint (g_date_time_compare (parts->time, before), >=, 0);
  g_assert_cmpint (g_date_time_get_utc_offset (parts->time), ==, 0);
}

/* Says who asks, and nothing that is nobody's business. */
static void
test_request (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyFetched) fetched = NULL;
  g_autofree char *request = NULL;

  fetch_server_answer (fixture->server, "/a",
                       "HTTP/1.1 302 Found\r\nLocation: /b\r\nSet-Cookie: id=7\r\n"
                       "Content-Length: 0\r\n\r\n");
  fetch_server_answer (fixture->server, "/b", "HTTP/1.0 200 OK\r\n\r\n" PAGE);
  fetched = fetch (fixture, "/a");
  request = fetch_server_dup_request (fixture->server);
  g_assert_true (g_str_has_prefix (request, "GET /b HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (request, "\r\nUser-Agent: Galley/" GALLEY_VERSION "\r\n"));
  g_assert_nonnull (strstr (request, "\r\nAccept: text/html,"));
  g_assert_null (strstr (request, "\r\nCookie:"));
  g_assert_null (strstr (request, "\r\nReferer:"));
  g_assert_null (strstr (request, "\r\nAuthorization:"));
}

static void
test_redirects (Fixture *fixture, gconstpointer data)
{
  static const char *const paths[] = { "/a", "/folder/b", "/folder/c", "/d" };
  g_autoptr (GalleyFetched) fetched = NULL;
  char **addresses;

  fetch_server_answer (fixture->server, "/a",
                       "HTTP/1.1 301 Moved\r\nLocation: /folder/b\r\nContent-Length: 0\r\n\r\n");
  fetch_server_answer (fixture->server, "/folder/b",
                       "HTTP/1.1 307 Moved\r\nLocation: c\r\nContent-Length: 3\r\n\r\nodd");
  fetch_server_answer (fixture->server, "/folder/c",
                       "HTTP/1.1 308 Moved\r\nLocation: ../d#x\r\nContent-Length: 0\r\n\r\n");
  fetch_server_answer (fixture->server, "/d", "HTTP/1.0 200 OK\r\n\r\n" PAGE);
  fetched = fetch (fixture, "/a");
  addresses = galley_fetched_get_parts (fetched)->addresses;
  g_assert_cmpuint (g_strv_length (addresses), ==, G_N_ELEMENTS (paths));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_true (g_str_has_suffix (addresses[i], paths[i]));
  g_assert_cmpstr (galley_fetched_get_address (fetched), ==, addresses[3]);
}

static void
test_redirects_refused (Fixture *fixture, gconstpointer data)
{
  fetch_server_answer (fixture->server, "/loop",
                       "HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n");
  refuse (fixture, "/loop", GALLEY_FETCH_ERROR_ADDRESS, "leads elsewhere more than 3 times");

  fetch_server_answer (
      fixture->server, "/file",
      "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n");
  refuse (fixture, "/file", GALLEY_FETCH_ERROR_ADDRESS,
          "leads elsewhere: “file:///etc/passwd” is no web address");

  fetch_server_answer (fixture->server, "/ftp",
                       "HTTP/1.1 302 Found\r\nLocation: ftp://a/b\r\nContent-Length: 0\r\n\r\n");
  refuse (fixture, "/ftp", GALLEY_FETCH_ERROR_ADDRESS, "“ftp://a/b” does not begin with http://");

  fetch_server_answer (fixture->server, "/user",
                       "HTTP/1.1 302 Found\r\nLocation: http://a:b@127.0.0.1/\r\n"
                       "Content-Length: 0\r\n\r\n");
  refuse (fixture, "/user", GALLEY_FETCH_ERROR_ADDRESS, "holds a user name");

  /* One that leads nowhere is no redirect. */
  fetch_server_answer (fixture->server, "/nowhere",
                       "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n");
  refuse (fixture, "/nowhere", GALLEY_FETCH_ERROR_STATUS, "refuses (HTTP status 302)");
}

static void
test_statuses (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *line;
    const char *words;
  } cases[] = {
    { "404 Not Found", "There is nothing at" },     { "410 Gone", "There is nothing at" },
    { "401 Who", "is not open to everybody" },      { "403 No", "is not open to everybody" },
    { "500 Oh", "is in trouble (HTTP status 500" }, { "503 Later", "is in trouble" },
    { "429 Slower", "refuses (HTTP status 429" },   { "304 Same", "refuses (HTTP status 304" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answer = g_strdup_printf (
          "HTTP/1.1 %s\r\nWWW-Authenticate: Basic realm=\"a\"\r\nContent-Length: 0\r\n\r\n",
          cases[i].line);

      fetch_server_answer (fixture->server, "/a", answer);
      refuse (fixture, "/a", GALLEY_FETCH_ERROR_STATUS, cases[i].words);
    }
}

static GBytes *
pack (const char *text, gsize length_bytes)
{
  g_autoptr (GConverter) gzip =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, gzip);

  g_assert_true (g_output_stream_write_all (stream, text, length_bytes, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
answer_packed (Fixture *fixture, const char *path, GBytes *packed, const char *encoding)
{
  g_autoptr (GByteArray) answer = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\n"
                                           "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                                           encoding, g_bytes_get_size (packed));

  g_byte_array_append (answer, (const guint8 *) head, strlen (head));
  g_byte_array_append (answer, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&answer));
  fetch_server_answer_bytes (fixture->server, path, bytes);
}

static void
test_gzip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) packed = pack (PAGE, strlen (PAGE));
  g_autoptr (GalleyFetched) fetched = NULL;

  answer_packed (fixture, "/gzip", packed, "gzip");
  fetched = fetch (fixture, "/gzip");
  assert_bytes (galley_fetched_get_parts (fetched)->content, PAGE);
  g_assert_true (g_bytes_equal (galley_fetched_get_parts (fetched)->served, packed));
}

static void
test_gzip_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *zeros = g_malloc0 (10 * 1000 * 1000);
  g_autoptr (GBytes) bomb = pack (zeros, 10 * 1000 * 1000);
  g_autoptr (GBytes) packed = pack (PAGE, strlen (PAGE));
  g_autoptr (GBytes) part = g_bytes_new_from_bytes (packed, 0, 20);
  g_autoptr (GBytes) words = g_bytes_new_static (PAGE, strlen (PAGE));

  answer_packed (fixture, "/bomb", bomb, "gzip");
  refuse (fixture, "/bomb", GALLEY_FETCH_ERROR_CONTENT, "serves more than 1 MB");
  answer_packed (fixture, "/part", part, "gzip");
  refuse (fixture, "/part", GALLEY_FETCH_ERROR_CONTENT, "cannot be unpacked");
  answer_packed (fixture, "/words", words, "gzip");
  refuse (fixture, "/words", GALLEY_FETCH_ERROR_CONTENT, "cannot be unpacked");
  answer_packed (fixture, "/odd", words, "br");
  refuse (fixture, "/odd", GALLEY_FETCH_ERROR_CONTENT, "encoded in a way");
}

static void
test_chunks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyFetched) fetched = NULL;

  fetch_server_answer (fixture->server, "/a",
                       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                       "5\r\nWords\r\n4\r\n, so\r\n0\r\n\r\n");
  fetched = fetch (fixture, "/a");
  assert_bytes (galley_fetched_get_parts (fetched)->served, "Words, so");
}

static void
test_lengths (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyFetched) fetched = NULL;

  fetch_server_answer (fixture->server, "/long",
                       "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nShort");
  refuse (fixture, "/long", GALLEY_FETCH_ERROR_UNREACHABLE, "broke off before the end");
  fetch_server_answer (fixture->server, "/chunk",
                       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n500\r\nShort");
  refuse (fixture, "/chunk", GALLEY_FETCH_ERROR_UNREACHABLE, "broke off before the end");
  fetch_server_answer (fixture->server, "/short",
                       "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nShort and more");
  fetched = fetch (fixture, "/short");
  assert_bytes (galley_fetched_get_parts (fetched)->content, "Short");
  fetch_server_answer (fixture->server, "/huge",
                       "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nShort");
  refuse (fixture, "/huge", GALLEY_FETCH_ERROR_CONTENT, "serves more than 1 MB");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  fetch_server_answer (fixture->server, "/a", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  refuse (fixture, "/a", GALLEY_FETCH_ERROR_CONTENT, "serves nothing");
  fetch_server_answer (fixture->server, "/b", "HTTP/1.1 204 No Content\r\n\r\n");
  refuse (fixture, "/b", GALLEY_FETCH_ERROR_CONTENT, "serves nothing");
}

static void
test_no_answer (Fixture *fixture, gconstpointer data)
{
  fetch_server_answer (fixture->server, "/nothing", "");
  refuse (fixture, "/nothing", GALLEY_FETCH_ERROR_UNREACHABLE, "/nothing”");
  fetch_server_answer (fixture->server, "/odd", "What is it?\r\n\r\n");
  refuse (fixture, "/odd", GALLEY_FETCH_ERROR_UNREACHABLE, "/odd”");
}

static void
refuse_slow (Fixture *fixture, const char *path)
{
  g_autofree char *address = fetch_server_dup_address (fixture->server, path);

  refuse_within (&brief, address, GALLEY_FETCH_ERROR_UNREACHABLE, "took longer than 1 second to");
}

/* Whatever never ends is given up, in time or in size. */
static void
test_endless (Fixture *fixture, gconstpointer data)
{
  fetch_server_answer_endless (fixture->server, "/body", "HTTP/1.1 200 OK\r\n\r\n", "words ", 0);
  refuse (fixture, "/body", GALLEY_FETCH_ERROR_CONTENT, "serves more than 1 MB");
  fetch_server_answer_endless (fixture->server, "/drops", "HTTP/1.1 200 OK\r\n\r\n", "w", 100);
  refuse_slow (fixture, "/drops");
  fetch_server_answer_endless (fixture->server, "/silent", "", "", 100);
  refuse_slow (fixture, "/silent");
  fetch_server_answer_endless (fixture->server, "/head", "HTTP/1.1 200 OK\r\n", "A: words\r\n", 0);
  refuse (fixture, "/head", GALLEY_FETCH_ERROR_UNREACHABLE, "/head”");
}

static void
test_addresses (Fixture *fixture, gconstpointer data)
{
  refuse_address ("", GALLEY_FETCH_ERROR_ADDRESS, "is no web address");
  refuse_address ("https://", GALLEY_FETCH_ERROR_ADDRESS, "is no web address");
  refuse_address ("words", GALLEY_FETCH_ERROR_ADDRESS, "is no web address");
  refuse_address ("http://127.0.0.1;b", GALLEY_FETCH_ERROR_ADDRESS, "is no web address");
  refuse_address ("file:///etc/passwd", GALLEY_FETCH_ERROR_ADDRESS, "is no web address");
  refuse_address ("ftp://example.org/", GALLEY_FETCH_ERROR_ADDRESS, "does not begin with http://");
  refuse_address ("http://ana:secret@127.0.0.1/", GALLEY_FETCH_ERROR_ADDRESS,
                  "The address on “127.0.0.1” holds a user name");
  refuse_address ("http://127.0.0.1:1/", GALLEY_FETCH_ERROR_UNREACHABLE, "cannot be reached");
  refuse_address ("http://nowhere.invalid/", GALLEY_FETCH_ERROR_UNREACHABLE,
                  "“http://nowhere.invalid/”");

  g_assert_true (galley_fetch_is_address ("HTTPS://a"));
  g_assert_true (galley_fetch_is_address ("http://a"));
  g_assert_false (galley_fetch_is_address ("a.txt"));
  g_assert_false (galley_fetch_is_address ("https:a"));
}

static void
test_certificate (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pem =
      g_test_build_filename (G_TEST_DIST, "fixtures", "import", "tls", "self-signed.pem", NULL);
  FetchServer *server = fetch_server_new_with_tls (pem);
  g_autofree char *address = fetch_server_dup_address (server, "/");
  g_autofree char *insecure = g_strconcat ("http://", address + strlen ("https://"), NULL);

  refuse_address (address, GALLEY_FETCH_ERROR_UNTRUSTED, "its certificate is not to be trusted");
  refuse_address (insecure, GALLEY_FETCH_ERROR_UNREACHABLE, insecure);
  fetch_server_free (server);
}

static gpointer
cancel_cb (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 10);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = fetch_server_dup_address (fixture->server, "/silent");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GalleyFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread;

  fetch_server_answer_endless (fixture->server, "/silent", "", "", 100);
  thread = g_thread_new ("cancel", cancel_cb, cancellable);
  fetched = galley_fetch (address, /* limits= */ NULL, cancellable, &error);
  g_thread_join (thread);
  g_assert_null (fetched);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* And one that was cancelled before. */
  g_clear_error (&error);
  fetched = galley_fetch (address, /* limits= */ NULL, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer out_result)
{
  *(GAsyncResult **) out_result = g_object_ref (result);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = fetch_server_dup_address (fixture->server, "/a");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GalleyFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;

  fetch_server_answer (fixture->server, "/a", "HTTP/1.0 200 OK\r\n\r\n" PAGE);
  galley_fetch_async (address, /* cancellable= */ NULL, fetched_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  fetched = galley_fetch_finish (result, &error);
  g_assert_no_error (error);
  assert_bytes (galley_fetched_get_parts (fetched)->content, PAGE);
}

/* What type the server claims does not matter; where it was found is kept. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = fetch_server_dup_address (fixture->server, "/b");
  g_autoptr (GalleyFetched) fetched = NULL;
  g_autoptr (GalleyDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *blocks = NULL;

  fetch_server_answer (fixture->server, "/a",
                       "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n");
  fetch_server_answer (fixture->server, "/b",
                       "HTTP/1.0 200 OK\r\nContent-Type: video/odd\r\n\r\n" PAGE);
  fetched = fetch (fixture, "/a");
  document = galley_import_fetched (fetched, &error);
  g_assert_no_error (error);
  blocks = describe_blocks (document);
  g_assert_nonnull (strstr (blocks, "And the first words of a text."));
  g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_SOURCE_ADDRESS), ==,
                   address);
  g_assert_true (g_bytes_equal (galley_document_get_original (document),
                                galley_fetched_get_parts (fetched)->content));
}

/* What the server says of the encoding counts where the page says nothing, or what cannot be; links
 * count from where the page was found, whatever it says of itself. */
static void
test_import_as_served (Fixture *fixture, gconstpointer data)
{
  static const char *const answers[] = {
    "Content-Type: text/html; Charset=\"windows-1251\"\r\n\r\n<html><title>a</title>",
    "Content-Type: text/html;charset=windows-1251\r\n\r\n<meta charset=shift_jis>",
    "Content-Type: text/html; charset=utf-8\r\n\r\n<meta charset=windows-1251>",
    "Content-Type: text/html\r\n\r\n<meta charset=windows-1251>",
  };
  g_autofree char *target = fetch_server_dup_address (fixture->server, "/in/b");

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *answer = g_strdup_printf (
          "HTTP/1.0 200 OK\r\n%s<link rel=canonical href='https://a.example/x/y'><p>"
          "<a href=b>\xcc\xe8\xf0</a> 12.",
          answers[i]);
      g_autoptr (GalleyFetched) fetched = NULL;
      g_autoptr (GalleyDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      guint n_links;
      const GalleyLink *links;

      fetch_server_answer (fixture->server, "/in/a", answer);
      fetched = fetch (fixture, "/in/a");
      document = galley_import_fetched (fetched, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_suffix (
          galley_text_peek_utf8 (galley_document_get_text (document), NULL), "Мир 12."));
      links = galley_document_get_links (document, &n_links);
      g_assert_cmpuint (n_links, ==, 1);
      g_assert_cmpstr (links[0].target, ==, target);
      g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_SOURCE_ADDRESS), ==,
                       "https://a.example/x/y");
    }
}

#define ADD(name, test) g_test_add ("/fetch/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* The server is here, and nowhere beyond a proxy. */
  g_unsetenv ("http_proxy");
  g_unsetenv ("https_proxy");
  g_unsetenv ("all_proxy");

  ADD ("plain", test_plain);
  ADD ("request", test_request);
  ADD ("redirects", test_redirects);
  ADD ("redirects-refused", test_redirects_refused);
  ADD ("statuses", test_statuses);
  ADD ("gzip", test_gzip);
  ADD ("gzip-refused", test_gzip_refused);
  ADD ("chunks", test_chunks);
  ADD ("lengths", test_lengths);
  ADD ("empty", test_empty);
  ADD ("no-answer", test_no_answer);
  ADD ("endless", test_endless);
  ADD ("addresses", test_addresses);
  ADD ("certificate", test_certificate);
  ADD ("cancelled", test_cancelled);
  ADD ("async", test_async);
  ADD ("import", test_import);
  ADD ("import-as-served", test_import_as_served);

  return g_test_run ();
}
