/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-server.h"

#include <string.h>

#define CHUNK_BYTES 4096
#define N_REPEATED 1000

typedef struct
{
  GBytes *answer;
  char *more; /* what follows without end, or NULL */
  guint pause_ms;
} Answer;

struct _FetchServer
{
  GSocketService *service;
  GTlsCertificate *certificate; /* or NULL */
  GMainContext *context;
  GThread *thread;
  guint16 port;
  gint is_over;        /* atomic */
  gint n_running;      /* atomic: connections that are being answered */
  GMutex mutex;        /* over what follows */
  GHashTable *answers; /* (element-type utf8 Answer): by path */
  char *request;       /* the last */
};

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  g_bytes_unref (answer->answer);
  g_free (answer->more);
  g_free (answer);
}

/* Reads until the empty line that ends a request. */
static char *
read_request (GInputStream *stream)
{
  g_autoptr (GString) request = g_string_new (NULL);
  char chunk[CHUNK_BYTES];
  gssize n;

  while (strstr (request->str, "\r\n\r\n") == NULL &&
         (n = g_input_stream_read (stream, chunk, sizeof chunk, NULL, NULL)) > 0)
    g_string_append_len (request, chunk, n);

  return g_strdup (request->str);
}

/* Sends @more until nobody listens. */
static void
send_without_end (FetchServer *self, GOutputStream *stream, const char *more, guint pause_ms)
{
  g_autoptr (GString) chunk = g_string_new (NULL);

  for (guint i = 0; i < (pause_ms > 0 ? 1 : N_REPEATED); i++)
    g_string_append (chunk, more);
  while (!g_atomic_int_get (&self->is_over) &&
         g_output_stream_write_all (stream, chunk->str, chunk->len, NULL, NULL, NULL))
    g_usleep (pause_ms * 1000);
}

static void
send_answer (FetchServer *self, GOutputStream *stream, const char *request)
{
  g_auto (GStrv) words = g_strsplit (request, " ", 3);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *more = NULL;
  guint pause_ms = 0;

  g_mutex_lock (&self->mutex);
  if (g_strv_length (words) == 3)
    {
      const Answer *answer = g_hash_table_lookup (self->answers, words[1]);

      g_free (self->request);
      self->request = g_strdup (request);
      bytes = answer != NULL ? g_bytes_ref (answer->answer) : NULL;
      more = answer != NULL ? g_strdup (answer->more) : NULL;
      pause_ms = answer != NULL ? answer->pause_ms : 0;
    }
  g_mutex_unlock (&self->mutex);

  if (bytes != NULL)
    g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                               NULL, NULL, NULL);
  if (more != NULL)
    send_without_end (self, stream, more, pause_ms);
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection *connection,
        GObject *source,
        gpointer data)
{
  FetchServer *self = data;
  g_autoptr (GIOStream) stream = g_object_ref (G_IO_STREAM (connection));
  g_autofree char *request = NULL;

  g_atomic_int_inc (&self->n_running);
  if (self->certificate != NULL)
    {
      g_clear_object (&stream);
      stream = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, NULL);
      g_assert_nonnull (stream);
    }
  request = read_request (g_io_stream_get_input_stream (stream));
  send_answer (self, g_io_stream_get_output_stream (stream), request);
  g_io_stream_close (stream, NULL, NULL);
  g_atomic_int_add (&self->n_running, -1);

  return TRUE;
}

static gpointer
serve (gpointer data)
{
  FetchServer *self = data;

  g_main_context_push_thread_default (self->context);
  g_socket_service_start (self->service);
  while (!g_atomic_int_get (&self->is_over))
    g_main_context_iteration (self->context, TRUE);
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static FetchServer *
start (GTlsCertificate *certificate)
{
  FetchServer *self = g_new0 (FetchServer, 1);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  /* GLib 2.74 can lock up where two threads meet this type for the first time. */
  g_type_ensure (G_TYPE_TASK);
  g_mutex_init (&self->mutex);
  self->certificate = certificate;
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_answer);
  self->context = g_main_context_new ();

  g_main_context_push_thread_default (self->context);
  self->service = g_threaded_socket_service_new (10);
  g_socket_service_stop (self->service);
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_main_context_pop_thread_default (self->context);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  self->thread = g_thread_new ("server", serve, self);

  return self;
}

FetchServer *
fetch_server_new (void)
{
  return start (NULL);
}

/* A server whose certificate and key are in the file at @pem_path. */
FetchServer *
fetch_server_new_with_tls (const char *pem_path)
{
  g_autoptr (GError) error = NULL;
  GTlsCertificate *certificate = g_tls_certificate_new_from_file (pem_path, &error);

  g_assert_no_error (error);

  return start (certificate);
}

void
fetch_server_free (FetchServer *self)
{
  g_atomic_int_set (&self->is_over, TRUE);
  g_main_context_wakeup (self->context);
  g_thread_join (self->thread);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  while (g_atomic_int_get (&self->n_running) > 0)
    g_usleep (G_USEC_PER_SEC / 100);

  g_object_unref (self->service);
  g_main_context_unref (self->context);
  g_clear_object (&self->certificate);
  g_hash_table_unref (self->answers);
  g_free (self->request);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

char *
fetch_server_dup_address (FetchServer *self, const char *path)
{
  return g_strdup_printf ("%s://127.0.0.1:%u%s", self->certificate != NULL ? "https" : "http",
                          self->port, path);
}

/* The last request, with its headers. */
char *
fetch_server_dup_request (FetchServer *self)
{
  char *request;

  g_mutex_lock (&self->mutex);
  request = g_strdup (self->request);
  g_mutex_unlock (&self->mutex);

  return request;
}

static void
set_answer (FetchServer *self, const char *path, GBytes *bytes, const char *more, guint pause_ms)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->answer = g_bytes_ref (bytes);
  answer->more = g_strdup (more);
  answer->pause_ms = pause_ms;
  g_mutex_lock (&self->mutex);
  g_hash_table_insert (self->answers, g_strdup (path), answer);
  g_mutex_unlock (&self->mutex);
}

/* What is sent to whoever asks for @path. */
void
fetch_server_answer (FetchServer *self, const char *path, const char *answer)
{
  g_autoptr (GBytes) bytes = g_bytes_new (answer, strlen (answer));

  set_answer (self, path, bytes, /* more= */ NULL, /* pause_ms= */ 0);
}

void
fetch_server_answer_bytes (FetchServer *self, const char *path, GBytes *answer)
{
  set_answer (self, path, answer, /* more= */ NULL, /* pause_ms= */ 0);
}

/* As fetch_server_answer(), and then @more again and again, with a pause after each if one is
 * asked for. */
void
fetch_server_answer_endless (FetchServer *self,
                             const char *path,
                             const char *answer,
                             const char *more,
                             guint pause_ms)
{
  g_autoptr (GBytes) bytes = g_bytes_new (answer, strlen (answer));

  set_answer (self, path, bytes, more, pause_ms);
}
