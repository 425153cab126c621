/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-fetch.h"

#include "galley-gunzip.h"
#include "galley-html-address.h"
#include "galley-import.h"
#include "galley-late.h"
#include "galley-limits.h"
#include "galley-watchdog.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

/* Fetches one address, and nothing that it links to. The request says who asks and what is read,
 * and no more: no cookies, no referrer, no password, even where an address holds one. Redirects are
 * followed here and not by libsoup, so that each is looked at and kept. The content is decoded
 * here, too, so that the bytes can be kept as they were served. */

#define USER_AGENT "Galley/" GALLEY_VERSION
#define ACCEPT                                                                                     \
  "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,text/markdown;q=0.9,"          \
  "application/epub+zip;q=0.8,application/vnd.oasis.opendocument.text;q=0.8,"                      \
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document;q=0.8,*/*;q=0.5"

#define CHUNK_BYTES 65536
#define URI_FLAGS (SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_PARSE_RELAXED)

/* What is called of libsoup, which is loaded late. */
#define SOUP_FUNCTIONS(F)                                                                          \
  F (soup_auth_manager_get_type)                                                                   \
  F (soup_content_decoder_get_type)                                                                \
  F (soup_message_add_flags)                                                                       \
  F (soup_message_get_http_version)                                                                \
  F (soup_message_get_reason_phrase)                                                               \
  F (soup_message_get_request_headers)                                                             \
  F (soup_message_get_response_headers)                                                            \
  F (soup_message_get_status)                                                                      \
  F (soup_message_headers_append)                                                                  \
  F (soup_message_headers_get_content_length)                                                      \
  F (soup_message_headers_get_encoding)                                                            \
  F (soup_message_headers_get_list)                                                                \
  F (soup_message_headers_get_one)                                                                 \
  F (soup_message_headers_iter_init)                                                               \
  F (soup_message_headers_iter_next)                                                               \
  F (soup_message_new_from_uri)                                                                    \
  F (soup_session_new_with_options)                                                                \
  F (soup_session_remove_feature_by_type)                                                          \
  F (soup_session_send)
#define SOUP_ENTRY(name) GALLEY_LATE_ENTRY (soup, name)

static struct
{
  SOUP_FUNCTIONS (GALLEY_LATE_MEMBER)
} soup;

static const GalleyLateFunction soup_functions[] = { SOUP_FUNCTIONS (SOUP_ENTRY) };

static GalleyLate soup_late = GALLEY_LATE_INIT ("libsoup-3.0.so.0", soup_functions);

static const GalleyFetchLimits default_limits = {
  .seconds = GALLEY_FETCH_MAX_SECONDS,
  .size_bytes = GALLEY_IMPORT_MAX_BYTES,
  .n_redirects = GALLEY_FETCH_MAX_REDIRECTS,
};

typedef struct
{
  const GalleyFetchLimits *limits;
  GalleyWatchdog *watchdog;
  GCancellable *cancellable; /* of the watchdog */
  SoupSession *session;
  SoupMessage *message; /* the last */
  GPtrArray *addresses; /* (element-type utf8) */
} Fetch;

GQuark
galley_fetch_error_quark (void)
{
  return g_quark_from_static_string ("galley-fetch-error-quark");
}

/**
 * galley_fetch_is_address:
 * @text: anything
 *
 * Returns: whether @text is to be fetched, as it begins with the scheme of a web address
 */
gboolean
galley_fetch_is_address (const char *text)
{
  return g_ascii_strncasecmp (text, "http://", 7) == 0 ||
         g_ascii_strncasecmp (text, "https://", 8) == 0;
}

static const char *
get_address (Fetch *self)
{
  return g_ptr_array_index (self->addresses, self->addresses->len - 1);
}

static gboolean
has_web_scheme (GUri *uri)
{
  return g_str_equal (g_uri_get_scheme (uri), "http") ||
         g_str_equal (g_uri_get_scheme (uri), "https");
}

/* Checks an address before it is asked. */
static gboolean
check_address (GUri *uri, const char *text, GError **error)
{
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      !galley_html_address_is_sound (uri))
    {
      g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_ADDRESS,
                   _ ("“%s” is no web address"), text);
      return FALSE;
    }
  if (!has_web_scheme (uri))
    {
      g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_ADDRESS,
                   _ ("“%s” does not begin with http:// or https://"), text);
      return FALSE;
    }
  if (g_uri_get_userinfo (uri) != NULL)
    {
      /* The address is not repeated: it holds what nobody else should see. */
      g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_ADDRESS,
                   _ ("The address on “%s” holds a user name, and Galley signs in nowhere"),
                   g_uri_get_host (uri));
      return FALSE;
    }

  return TRUE;
}

/* Says in our words why there was no answer, or not all of it. */
static void
translate_error (Fetch *self, GError *problem, GError **error)
{
  const char *address = get_address (self);

  if (galley_watchdog_has_expired (self->watchdog) ||
      g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_UNREACHABLE,
                 ngettext ("“%s” took longer than %u second to answer",
                           "“%s” took longer than %u seconds to answer", self->limits->seconds),
                 address, self->limits->seconds);
  else if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (problem));
  else if (g_error_matches (problem, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_UNTRUSTED,
                 _ ("“%s” cannot be reached safely: its certificate is not to be trusted"),
                 address);
  else if (problem->domain == G_TLS_ERROR)
    g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_UNTRUSTED,
                 _ ("“%s” cannot be reached safely: its server does not speak HTTPS as it should"),
                 address);
  else if (problem->domain == G_RESOLVER_ERROR)
    g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_UNREACHABLE,
                 _ ("“%s” cannot be reached: there is no server of this name, or no network"),
                 address);
  else if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) ||
           g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED))
    g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_UNREACHABLE,
                 _ ("“%s” broke off before the end"), address);
  else
    g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_UNREACHABLE,
                 _ ("“%s” cannot be reached: %s"), address, problem->message);
}

static void
set_too_large (Fetch *self, GError **error)
{
  g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_CONTENT,
               _ ("“%s” serves more than %u MB, the most that Galley reads"), get_address (self),
               (guint) MAX (self->limits->size_bytes / (1024 * 1024), 1));
}

static SoupSession *
make_session (const GalleyFetchLimits *limits)
{
  SoupSession *session = soup.soup_session_new_with_options ("user-agent", USER_AGENT, "timeout",
                                                             limits->seconds, "max-conns", 1, NULL);

  soup.soup_session_remove_feature_by_type (session, soup.soup_auth_manager_get_type ());
  soup.soup_session_remove_feature_by_type (session, soup.soup_content_decoder_get_type ());

  return session;
}

/* Asks one address; the answer is then in @message. */
static GInputStream *
ask (Fetch *self, GUri *uri, GError **error)
{
  g_autoptr (GError) problem = NULL;
  SoupMessageHeaders *headers;
  GInputStream *stream;

  g_ptr_array_add (self->addresses, g_uri_to_string_partial (uri, G_URI_HIDE_FRAGMENT));
  g_set_object (&self->message, NULL);
  self->message = soup.soup_message_new_from_uri ("GET", uri);
  soup.soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup.soup_message_get_request_headers (self->message);
  soup.soup_message_headers_append (headers, "Accept", ACCEPT);
  soup.soup_message_headers_append (headers, "Accept-Encoding", "gzip");

  stream = soup.soup_session_send (self->session, self->message, self->cancellable, &problem);
  if (stream == NULL)
    translate_error (self, problem, error);

  return stream;
}

/* Where the answer leads, or NULL if it leads nowhere. */
static const char *
find_redirect (Fetch *self)
{
  switch (soup.soup_message_get_status (self->message))
    {
    case SOUP_STATUS_MOVED_PERMANENTLY:
    case SOUP_STATUS_FOUND:
    case SOUP_STATUS_SEE_OTHER:
    case SOUP_STATUS_TEMPORARY_REDIRECT:
    case SOUP_STATUS_PERMANENT_REDIRECT:
      return soup.soup_message_headers_get_one (
          soup.soup_message_get_response_headers (self->message), "Location");
    default:
      return NULL;
    }
}

/* Asks @uri and whatever it leads to; the stream of the last answer. */
static GInputStream *
follow (Fetch *self, GUri *uri, GError **error)
{
  g_autoptr (GUri) next = g_uri_ref (uri);

  for (guint i = 0; i <= self->limits->n_redirects; i++)
    {
      g_autoptr (GInputStream) stream = ask (self, next, error);
      const char *target = stream != NULL ? find_redirect (self) : NULL;
      g_autoptr (GUri) last = g_steal_pointer (&next);

      if (stream == NULL || target == NULL)
        return g_steal_pointer (&stream);

      next = g_uri_parse_relative (last, target, URI_FLAGS, /* error= */ NULL);
      if (!check_address (next, target, error))
        {
          g_prefix_error (error, _ ("“%s” leads elsewhere: "), get_address (self));
          return NULL;
        }
    }

  g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_ADDRESS,
               ngettext ("“%s” leads elsewhere more than %u time",
                         "“%s” leads elsewhere more than %u times", self->limits->n_redirects),
               (const char *) g_ptr_array_index (self->addresses, 0), self->limits->n_redirects);
  return NULL;
}

static gboolean
check_status (Fetch *self, GError **error)
{
  guint status = soup.soup_message_get_status (self->message);
  const char *address = get_address (self);

  if (SOUP_STATUS_IS_SUCCESSFUL (status))
    return TRUE;

  if (status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE)
    g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_STATUS,
                 _ ("There is nothing at “%s” (HTTP status %u)"), address, status);
  else if (status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN ||
           status == SOUP_STATUS_PAYMENT_REQUIRED)
    g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_STATUS,
                 _ ("“%s” is not open to everybody (HTTP status %u)"), address, status);
  else if (status >= SOUP_STATUS_INTERNAL_SERVER_ERROR)
    g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_STATUS,
                 _ ("The server of “%s” is in trouble (HTTP status %u)"), address, status);
  else
    g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_STATUS,
                 _ ("The server of “%s” refuses (HTTP status %u)"), address, status);
  return FALSE;
}

/* Reads the content as it is served. */
static GBytes *
read_served (Fetch *self, GInputStream *stream, GError **error)
{
  SoupMessageHeaders *headers = soup.soup_message_get_response_headers (self->message);
  g_autoptr (GByteArray) served = g_byte_array_new ();
  g_autoptr (GError) problem = NULL;
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gssize n;

  if (soup.soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
      soup.soup_message_headers_get_content_length (headers) > (goffset) self->limits->size_bytes)
    {
      set_too_large (self, error);
      return NULL;
    }

  while ((n = g_input_stream_read (stream, chunk, CHUNK_BYTES, self->cancellable, &problem)) > 0)
    {
      g_byte_array_append (served, chunk, n);
      if (served->len > self->limits->size_bytes)
        {
          set_too_large (self, error);
          return NULL;
        }
    }
  if (n < 0)
    {
      translate_error (self, problem, error);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&served));
}

/* Undoes the encoding of the content, of which gzip is the only one that was asked for. */
static GBytes *
decode (Fetch *self, GBytes *served, GError **error)
{
  const char *encoding = soup.soup_message_headers_get_list (
      soup.soup_message_get_response_headers (self->message), "Content-Encoding");
  gboolean is_too_large = FALSE;
  GBytes *content;

  if (encoding == NULL || *encoding == '\0' || g_ascii_strcasecmp (encoding, "identity") == 0)
    return g_bytes_ref (served);
  if (g_ascii_strcasecmp (encoding, "gzip") != 0 && g_ascii_strcasecmp (encoding, "x-gzip") != 0)
    {
      g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_CONTENT,
                   _ ("“%s” serves what is encoded in a way that Galley does not know"),
                   get_address (self));
      return NULL;
    }

  content = galley_gunzip (served, self->limits->size_bytes, &is_too_large);
  if (content == NULL && is_too_large)
    set_too_large (self, error);
  else if (content == NULL)
    g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_CONTENT,
                 _ ("“%s” serves what is damaged and cannot be unpacked"), get_address (self));
  return content;
}

/* The head of the last answer. A header is cut short where it is no text. */
static char *
dup_headers (Fetch *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  SoupMessageHeadersIter iter;
  const char *name, *value;

  g_string_append_printf (lines, "HTTP/%s %u %s\n",
                          soup.soup_message_get_http_version (self->message) == SOUP_HTTP_2_0 ? "2"
                          : soup.soup_message_get_http_version (self->message) == SOUP_HTTP_1_1
                              ? "1.1"
                              : "1.0",
                          soup.soup_message_get_status (self->message),
                          soup.soup_message_get_reason_phrase (self->message));
  soup.soup_message_headers_iter_init (&iter,
                                       soup.soup_message_get_response_headers (self->message));
  while (soup.soup_message_headers_iter_next (&iter, &name, &value))
    g_string_append_printf (lines, "%s: %s\n", name, value);

  return g_utf8_make_valid (lines->str, lines->len);
}

/* Puts together what was found; the content is empty, too, where it cannot be read. */
static GalleyFetched *
take_answer (Fetch *self, GInputStream *stream, GError **error)
{
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();
  g_autoptr (GBytes) served = NULL;
  g_autoptr (GBytes) content = NULL;
  GalleyFetchedParts parts = { NULL };

  if (!check_status (self, error))
    return NULL;
  served = read_served (self, stream, error);
  if (served != NULL && g_bytes_get_size (served) == 0)
    {
      g_set_error (error, GALLEY_FETCH_ERROR, GALLEY_FETCH_ERROR_CONTENT, _ ("“%s” serves nothing"),
                   get_address (self));
      return NULL;
    }
  content = served != NULL ? decode (self, served, error) : NULL;
  if (content == NULL)
    return NULL;

  g_ptr_array_add (self->addresses, NULL);
  parts.addresses = (char **) g_ptr_array_steal (self->addresses, /* len= */ NULL);
  parts.status = soup.soup_message_get_status (self->message);
  parts.headers = dup_headers (self);
  parts.content_type = g_strdup (soup.soup_message_headers_get_one (
      soup.soup_message_get_response_headers (self->message), "Content-Type"));
  parts.time = g_steal_pointer (&time);
  parts.served = g_steal_pointer (&served);
  parts.content = g_steal_pointer (&content);

  return galley_fetched_new (&parts);
}

/**
 * galley_fetch:
 * @address: a web address
 * @limits: (nullable): when to give up; %NULL for those of galley-limits.h
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyFetchError or %G_IO_ERROR
 *
 * Asks a server for what is at @address, and follows where it leads. Nothing else in Galley uses
 * the network. Blocks.
 *
 * Returns: (transfer full): what was found, or %NULL
 */
GalleyFetched *
galley_fetch (const char *address,
              const GalleyFetchLimits *limits,
              GCancellable *cancellable,
              GError **error)
{
  Fetch self = { .limits = limits != NULL ? limits : &default_limits };
  g_autofree char *trimmed = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GInputStream) stream = NULL;
  GalleyFetched *fetched = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  trimmed = g_strstrip (g_utf8_make_valid (address, -1));
  uri = g_uri_parse (trimmed, URI_FLAGS, /* error= */ NULL);
  if (!check_address (uri, trimmed, error) || !galley_late_load (&soup_late, error))
    return NULL;

  /* GLib 2.74 can lock up where two threads meet this type for the first time, of which one is in
   * libsoup. */
  g_type_ensure (G_TYPE_TASK);
  self.addresses = g_ptr_array_new_with_free_func (g_free);
  self.watchdog = galley_watchdog_new (self.limits->seconds, cancellable);
  self.cancellable = galley_watchdog_get_cancellable (self.watchdog);
  self.session = make_session (self.limits);
  stream = follow (&self, uri, error);
  if (stream != NULL)
    fetched = take_answer (&self, stream, error);

  galley_watchdog_free (self.watchdog);
  g_clear_object (&self.message);
  g_object_unref (self.session);
  g_ptr_array_unref (self.addresses);
  return fetched;
}

static void
fetch_in_thread_cb (GTask *task, gpointer source, gpointer address, GCancellable *cancellable)
{
  GError *error = NULL;
  GalleyFetched *fetched = galley_fetch (address, /* limits= */ NULL, cancellable, &error);

  if (fetched != NULL)
    g_task_return_pointer (task, fetched, (GDestroyNotify) galley_fetched_unref);
  else
    g_task_return_error (task, error);
}

/**
 * galley_fetch_async:
 * @address: a web address
 * @cancellable: (nullable): a cancellable
 * @callback: called in the thread-default main context when it is done
 * @user_data: for @callback
 *
 * Does galley_fetch() in a thread.
 */
void
galley_fetch_async (const char *address,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (address != NULL);

  task = g_task_new (/* source_object= */ NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, galley_fetch_async);
  g_task_set_task_data (task, g_strdup (address), g_free);
  g_task_run_in_thread (task, fetch_in_thread_cb);
}

/**
 * galley_fetch_finish:
 * @error: (out) (optional): as for galley_fetch()
 *
 * Returns: (transfer full): what was found, or %NULL
 */
GalleyFetched *
galley_fetch_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, /* source_object= */ NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
