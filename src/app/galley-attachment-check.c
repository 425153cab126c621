/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-attachment-check.h"

#include "galley-settings.h"

/* What became of a file since it was attached. The library keeps its bytes and its name; where it
 * lies is a matter of this desk, and is remembered with the settings: the digest of the bytes with
 * the address of the file. */

/* So many places are remembered, the latest. */
#define MAX_PLACES 500

typedef struct
{
  GFile *file;
  GBytes *bytes;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_bytes_unref (job->bytes);
  g_free (job);
}

static GTask *
task_new (GFile *file,
          GBytes *bytes,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (file, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  job->bytes = g_bytes_ref (bytes);
  g_task_set_task_data (task, job, job_free);

  return task;
}

/**
 * galley_attachment_check_find_place:
 * @sha256: digest of what is attached
 *
 * Returns: (transfer full) (nullable): the URI of the file that it was read from; %NULL if it was
 *   not read here
 */
char *
galley_attachment_check_find_place (const char *sha256)
{
  g_autoptr (GVariant) all = galley_settings_get_keys ("attachment-places");
  g_auto (GStrv) places = NULL;

  if (all == NULL || !g_variant_lookup (all, sha256, "^as", &places))
    return NULL;

  return g_strdup (places[0]);
}

static void
note_place (const char *sha256, const char *uri)
{
  const char *places[] = { uri, NULL };

  galley_settings_put_first ("attachment-places", sha256, places, MAX_PLACES);
}

static void
digest_func (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (task, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, job->bytes),
                         g_free);
}

static void
digested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *sha256 = g_task_propagate_pointer (G_TASK (result), /* error= */ NULL);
  g_autofree char *uri = g_file_get_uri (G_FILE (source));

  note_place (sha256, uri);
}

/**
 * galley_attachment_check_note_place_async:
 * @file: a file
 * @bytes: what was read from it, to be attached
 *
 * Remembers where it lies.
 */
void
galley_attachment_check_note_place_async (GFile *file, GBytes *bytes)
{
  g_autoptr (GTask) task = task_new (file, bytes, /* cancellable= */ NULL, digested_cb, NULL);

  g_task_run_in_thread (task, digest_func);
}

/* Another size is another file: only the same one has to be read. */
static void
check_func (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (job->file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &error);
  gboolean is_as_large =
      info != NULL && (gsize) g_file_info_get_size (info) == g_bytes_get_size (job->bytes);
  g_autoptr (GBytes) bytes =
      is_as_large ? g_file_load_bytes (job->file, cancellable, /* etag_out= */ NULL, &error) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_task_return_int (task, GALLEY_ATTACHMENT_GONE);
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_int (task, bytes != NULL && g_bytes_equal (bytes, job->bytes)
                                 ? GALLEY_ATTACHMENT_SAME
                                 : GALLEY_ATTACHMENT_CHANGED);
}

/**
 * galley_attachment_check_async:
 * @file: where it was attached from
 * @kept: what the library keeps
 * @cancellable: (nullable): gives up
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * Compares a file with the copy of it that the library keeps.
 */
void
galley_attachment_check_async (GFile *file,
                               GBytes *kept,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = task_new (file, kept, cancellable, callback, user_data);

  g_task_set_source_tag (task, galley_attachment_check_async);
  g_task_run_in_thread (task, check_func);
}

/**
 * galley_attachment_check_finish:
 * @out_state: (out): how they stand
 *
 * Returns: whether that could be found out
 */
gboolean
galley_attachment_check_finish (GAsyncResult *result,
                                GalleyAttachmentState *out_state,
                                GError **error)
{
  gssize state;

  g_return_val_if_fail (g_async_result_is_tagged (result, galley_attachment_check_async), FALSE);

  state = g_task_propagate_int (G_TASK (result), error);
  if (state < 0)
    return FALSE;

  *out_state = state;
  return TRUE;
}
