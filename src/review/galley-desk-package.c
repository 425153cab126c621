/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-desk-package.h"

#include "galley-desk-job.h"
#include "galley-file.h"
#include "galley-overwriting.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* What tells a package from other files is in its first bytes. */
#define HEAD_BYTES 64

/* Without the extension for large archives a zip archive is below 4 GiB. */
#define MAX_BYTES G_GUINT64_CONSTANT (4294967296)

static gboolean
is_package (const char *path)
{
  g_autoptr (GBytes) head = galley_file_load (path, path, HEAD_BYTES, /* out_copy= */ NULL,
                                              /* cancellable= */ NULL, /* error= */ NULL);

  return head != NULL && galley_package_recognise (head);
}

/**
 * galley_desk_read_package:
 * @file: any file
 * @cancellable: (nullable): stops it
 * @error: (out) (optional): an error of %G_IO_ERROR, if it is a package but can't be copied
 *
 * Makes a copy of a review package on disk that nobody else can change or cut off while it is read.
 *
 * Returns: (transfer full) (nullable): the package, if the file is one by its content, whatever its
 *   name; %NULL without an error if it is something else or can't be read
 */
GBytes *
galley_desk_read_package (GFile *file, GCancellable *cancellable, GError **error)
{
  const char *path;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_peek_path (file);
  if (path == NULL || !is_package (path))
    return NULL;

  name = g_filename_display_basename (path);
  return galley_file_load_to_disk (path, name, MAX_BYTES, cancellable, error);
}

/* A stream that is closed with a cancelled cancellable leaves the file as it was. */
static gboolean
close_stream (GOutputStream *stream,
              gboolean is_complete,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  if (is_complete)
    return g_output_stream_close (stream, cancellable, error);

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, /* error= */ NULL);
  return FALSE;
}

/* What a stream says does not name the file. */
static gboolean
set_write_error (GFile *file, const GError *problem, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (problem->domain == G_IO_ERROR && problem->code != G_IO_ERROR_CANCELLED)
    g_set_error (error, problem->domain, problem->code, _ ("“%s” could not be written: %s"), name,
                 problem->message);
  else if (error != NULL)
    *error = g_error_copy (problem);
  return FALSE;
}

/* Writes to @file what is to be @target. */
static gboolean
write_stream (GalleyDesk *self,
              const char *const *article_ids,
              GFile *file,
              GFile *target,
              GCancellable *cancellable,
              GError **error)
{
  /* What a desk is checking is for nobody else on this computer to read. */
  g_autoptr (GFileOutputStream) stream = g_file_replace (
      file, /* etag= */ NULL, /* make_backup= */ FALSE, G_FILE_CREATE_PRIVATE, cancellable, error);
  g_autoptr (GError) problem = NULL;
  gboolean is_complete;

  if (stream == NULL)
    return FALSE;

  is_complete = galley_library_write_package (self->library, article_ids, G_OUTPUT_STREAM (stream),
                                              cancellable, &problem);
  if (close_stream (G_OUTPUT_STREAM (stream), is_complete, cancellable,
                    is_complete ? &problem : NULL))
    return TRUE;
  return set_write_error (target, problem, error);
}

/* Gives a file that is complete its name. */
typedef gboolean (*PutFunc) (GFile *temporary,
                             GFile *file,
                             GCancellable *cancellable,
                             GError **error);

static gboolean
put_over (GFile *temporary, GFile *file, GCancellable *cancellable, GError **error)
{
  return g_file_move (temporary, file, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE,
                      cancellable, /* progress_callback= */ NULL,
                      /* progress_callback_data= */ NULL, error);
}

/* Unless something has it. Where a file cannot have two names for a moment, it is only looked
 * whether something has. */
static gboolean
put_beside (GFile *temporary, GFile *file, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);

  if (path != NULL && link (g_file_peek_path (temporary), path) == 0)
    return TRUE; /* who made it removes its other name */

  return g_file_move (temporary, file, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, cancellable,
                      /* progress_callback= */ NULL, /* progress_callback_data= */ NULL, error);
}

/* Nothing is to be seen under the name of @file before it is whole. */
static gboolean
write_beside (GalleyDesk *self,
              const char *const *article_ids,
              GFile *file,
              PutFunc put,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_strdup_printf (".galley-%08x.tmp", g_random_int ());
  g_autoptr (GFile) temporary = g_file_get_child (folder, name);
  gboolean is_written = write_stream (self, article_ids, temporary, file, cancellable, error) &&
                        put (temporary, file, cancellable, error);

  g_file_delete (temporary, /* cancellable= */ NULL, /* error= */ NULL);
  return is_written;
}

/* Whether a file can be made beside @file, which is not there yet. */
static gboolean
is_in_reach (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *folder = NULL;
  GStatBuf status;

  if (path == NULL || g_lstat (path, &status) == 0)
    return FALSE;

  folder = g_path_get_dirname (path);
  return g_access (folder, W_OK) == 0;
}

/**
 * galley_desk_write_package:
 * @article_ids: (nullable) (array zero-terminated=1): UUIDs; %NULL for the whole library
 * @file: where it goes; replaced once the new one is complete
 *
 * Writes a review package, confidential sources included: see galley-package-write.c for what is in
 * it and what is not.
 *
 * Returns: whether it was written, whole
 */
gboolean
galley_desk_write_package (GalleyDesk *self,
                           const char *const *article_ids,
                           GFile *file,
                           GCancellable *cancellable,
                           GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self) && G_IS_FILE (file), FALSE);

  if (!galley_overwriting_check (file, error))
    return FALSE;

  /* What is there is replaced by GIO in the same way, but what is not is made in its place. */
  return is_in_reach (file) ? write_beside (self, article_ids, file, put_over, cancellable, error)
                            : write_stream (self, article_ids, file, file, cancellable, error);
}

/* What is to be written where. */
typedef struct
{
  char **article_ids; /* nullable */
  GFile *file;
  gboolean is_new; /* whether nothing is replaced */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_strfreev (writing->article_ids);
  g_object_unref (writing->file);
  g_free (writing);
}

static void
write_thread (GTask *task, gpointer desk, gpointer task_data, GCancellable *cancellable)
{
  const Writing *writing = task_data;
  const char *const *article_ids = (const char *const *) writing->article_ids;
  g_autoptr (GError) error = NULL;

  if (writing->is_new
          ? write_beside (desk, article_ids, writing->file, put_beside, cancellable, &error)
          : galley_desk_write_package (desk, article_ids, writing->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
write_async (GalleyDesk *self,
             const char *const *article_ids,
             GFile *file,
             gboolean is_new,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);

  g_task_set_source_tag (task, galley_desk_write_package_async);
  g_task_set_check_cancellable (task, FALSE);
  writing->article_ids = g_strdupv ((char **) article_ids);
  writing->file = g_object_ref (file);
  writing->is_new = is_new;
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_thread);
}

/**
 * galley_desk_write_package_async:
 *
 * As galley_desk_write_package(), in a thread of its own: nothing waits for it.
 */
void
galley_desk_write_package_async (GalleyDesk *self,
                                 const char *const *article_ids,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (GALLEY_IS_DESK (self) && G_IS_FILE (file));

  write_async (self, article_ids, file, /* is_new= */ FALSE, cancellable, callback, user_data);
}

/**
 * galley_desk_write_new_package_async:
 * @file: where it goes; if it exists, the error is %G_IO_ERROR_EXISTS
 *
 * As galley_desk_write_package_async(), and replaces nothing. Nothing is to be seen of the package
 * before it is whole.
 */
void
galley_desk_write_new_package_async (GalleyDesk *self,
                                     const char *const *article_ids,
                                     GFile *file,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (GALLEY_IS_DESK (self) && G_IS_FILE (file));

  write_async (self, article_ids, file, /* is_new= */ TRUE, cancellable, callback, user_data);
}

gboolean
galley_desk_write_package_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* What is open of an article that something came for is loaded again. */
static GalleyOutcome *
outcome_of (GPtrArray *articles, const char *article_id)
{
  GalleyOutcome *outcome = galley_outcome_new ();

  outcome->article_id = g_strdup (article_id);
  outcome->has_new_draft = TRUE;
  for (guint i = 0; i < articles->len; i++)
    {
      GalleyArticle *article = g_ptr_array_index (articles, i);

      if (g_str_equal (galley_article_get_id (article), article_id))
        g_ptr_array_add (outcome->articles, g_object_ref (article));
    }
  if (outcome->articles->len == 0)
    g_ptr_array_add (outcome->gone_articles, g_strdup (article_id));

  return outcome;
}

static GPtrArray *
read_sources (GalleyDesk *self)
{
  GPtrArray *sources = galley_library_list_sources (self->library, /* error= */ NULL);

  return sources != NULL ? sources : g_ptr_array_new ();
}

/**
 * galley_desk_write_merge:
 * @out_outcomes: (out) (transfer full) (element-type GalleyOutcome): what the desk has to apply
 *
 * Merges in whatever thread this is called in.
 *
 * Returns: (transfer full): what came of it; or %NULL
 */
GalleyMergeResult *
galley_desk_write_merge (GalleyDesk *self,
                         GBytes *package,
                         GPtrArray **out_outcomes,
                         GError **error)
{
  g_autoptr (GalleyMergeResult) result =
      galley_library_merge_package (self->library, self->actor, package, error);
  g_autoptr (GPtrArray) outcomes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_outcome_unref);
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  GalleyOutcome *log;

  if (result == NULL)
    return NULL;

  /* It is durable: if the list can't be read now, it is read when the desk is opened next. */
  articles = galley_library_list_articles (self->library, /* error= */ NULL);
  for (guint i = 0; articles != NULL && i < result->articles->len; i++)
    g_ptr_array_add (outcomes, outcome_of (articles, g_ptr_array_index (result->articles, i)));

  /* Sources are used by other articles, too. */
  log = galley_outcome_new ();
  g_clear_pointer (&log->sources, g_ptr_array_unref);
  log->sources = read_sources (self);
  if (result->n_new > 0)
    g_ptr_array_add (outcomes, log);
  else
    galley_outcome_unref (log);

  *out_outcomes = g_steal_pointer (&outcomes);
  return g_steal_pointer (&result);
}

/**
 * galley_desk_merge_package:
 * @package: the file
 *
 * Adds what a review package holds and the library does not.
 *
 * Returns: (transfer full): what came of it; or %NULL, and nothing was changed
 */
GalleyMergeResult *
galley_desk_merge_package (GalleyDesk *self,
                           GBytes *package,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GalleyMergeResult) result = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;

  g_return_val_if_fail (GALLEY_IS_DESK (self) && package != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  result = galley_desk_write_merge (self, package, &outcomes, error);
  for (guint i = 0; result != NULL && i < outcomes->len; i++)
    galley_desk_apply (self, g_ptr_array_index (outcomes, i));

  return g_steal_pointer (&result);
}

/* What came of merging, and what the desk has to apply. */
typedef struct
{
  GalleyMergeResult *result;
  GPtrArray *outcomes;
} Merged;

static void
merged_free (gpointer data)
{
  Merged *merged = data;

  galley_merge_result_unref (merged->result);
  g_ptr_array_unref (merged->outcomes);
  g_free (merged);
}

static gpointer
merge_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
{
  g_autoptr (GPtrArray) outcomes = NULL;
  GalleyMergeResult *result = galley_desk_write_merge (desk, job->package, &outcomes, error);
  Merged *merged;

  if (result == NULL)
    return NULL;

  merged = g_new0 (Merged, 1);
  merged->result = result;
  merged->outcomes = g_steal_pointer (&outcomes);
  return merged;
}

static void
merge_done (GalleyDesk *desk, gpointer result)
{
  Merged *merged = result;

  for (guint i = 0; i < merged->outcomes->len; i++)
    galley_desk_apply (desk, g_ptr_array_index (merged->outcomes, i));
}

void
galley_desk_merge_package_async (GalleyDesk *self,
                                 GBytes *package,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GalleyDeskJob *job = galley_desk_job_new (merge_func, merge_done, merged_free);

  g_return_if_fail (GALLEY_IS_DESK (self) && package != NULL);

  job->is_write = TRUE;
  job->package = g_bytes_ref (package);
  galley_desk_job_start (self, &self->writer, job, galley_desk_merge_package_async, cancellable,
                         callback, user_data);
}

GalleyMergeResult *
galley_desk_merge_package_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  Merged *merged = galley_desk_job_finish (self, result, galley_desk_merge_package_async, error);
  GalleyMergeResult *merge_result;

  if (merged == NULL)
    return NULL;

  merge_result = galley_merge_result_ref (merged->result);
  merged_free (merged);
  return merge_result;
}

/**
 * galley_desk_list_disagreements:
 * @article_id: (nullable): only those about claims of this article
 *
 * Returns: (transfer full) (element-type GalleyDisagreement): what nobody has decided about yet; or
 *   %NULL
 */
GPtrArray *
galley_desk_list_disagreements (GalleyDesk *self,
                                const char *article_id,
                                GCancellable *cancellable,
                                GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  return galley_library_list_disagreements (self->library, article_id, error);
}

/**
 * galley_desk_list_seals:
 *
 * Returns: (transfer full) (element-type GalleySeal): the end of each replica's chain; or %NULL
 */
GPtrArray *
galley_desk_list_seals (GalleyDesk *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  return galley_library_list_seals (self->library, error);
}
