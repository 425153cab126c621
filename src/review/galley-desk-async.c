/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-desk-private.h"

/* What a worker is asked to do. Everything in it is the job's own, or immutable. */
typedef struct _Job Job;

typedef gpointer (*JobFunc) (GalleyDesk *desk, Job *job, GError **error);
typedef void (*JobDone) (GalleyDesk *desk, gpointer result);

struct _Job
{
  JobFunc func; /* in the worker: gives the result or sets an error */
  JobDone done; /* (nullable) in the desk's thread: takes the result over before it is returned */
  GDestroyNotify free_result;
  gboolean is_write;

  char *article_id;
  char *other_id; /* a unit or a subject */
  char *words;
  gboolean open_only;
  GalleyAction *action;
  GalleyDocument *document;
  GalleyArticle *known;

  gpointer result;
  GError *error;
};

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->article_id);
  g_free (job->other_id);
  g_free (job->words);
  g_clear_pointer (&job->action, galley_action_unref);
  g_clear_object (&job->document);
  g_clear_object (&job->known);
  g_clear_error (&job->error);
  g_free (job);
}

/* In the desk's thread. What was done is shown before whoever asked is told, and in the order in
 * which it was done. */
static gboolean
complete_cb (gpointer data)
{
  GTask *task = data;
  GalleyDesk *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);

  if (job->is_write)
    self->n_unsaved--;
  if (job->result != NULL && job->done != NULL)
    job->done (self, job->result);

  if (job->result != NULL)
    g_task_return_pointer (task, g_steal_pointer (&job->result), job->free_result);
  else
    g_task_return_error (task, g_steal_pointer (&job->error));

  return G_SOURCE_REMOVE;
}

static void
work (gpointer data, gpointer user_data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GSource) source = g_idle_source_new ();

  if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &job->error))
    job->result = job->func (g_task_get_source_object (task), job, &job->error);

  /* g_main_context_invoke() would run it here and now while nobody runs the context. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, complete_cb, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static GThreadPool *
ensure_worker (GThreadPool **worker)
{
  if (*worker == NULL)
    *worker = g_thread_pool_new (work, NULL, /* max_threads= */ 1, /* exclusive= */ FALSE, NULL);

  return *worker;
}

void
galley_desk_stop_workers (GalleyDesk *self)
{
  /* A job keeps the desk alive, so there are none left. */
  GThreadPool *workers[] = { self->writer, self->reader, self->keeper };

  for (guint i = 0; i < G_N_ELEMENTS (workers); i++)
    if (workers[i] != NULL)
      g_thread_pool_free (workers[i], /* immediate= */ FALSE, /* wait_= */ TRUE);
}

/* Hands @job to a worker. What has become durable is always reported as done, even if it was
 * cancelled in the meantime. */
static void
start (GalleyDesk *self,
       GThreadPool **worker,
       Job *job,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  if (job->is_write)
    self->n_unsaved++;
  g_thread_pool_push (ensure_worker (worker), task, NULL);
}

static Job *
job_new (JobFunc func, JobDone done, GDestroyNotify free_result)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->done = done;
  job->free_result = free_result;

  return job;
}

static void
outcome_done (GalleyDesk *desk, gpointer result)
{
  galley_desk_apply (desk, result);
}

static Job *
write_job_new (JobFunc func)
{
  Job *job = job_new (func, outcome_done, (GDestroyNotify) galley_outcome_unref);

  job->is_write = TRUE;
  return job;
}

static Job *
list_job_new (JobFunc func)
{
  return job_new (func, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static gpointer
finish (gpointer self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
import_func (GalleyDesk *desk, Job *job, GError **error)
{
  return galley_desk_write_import (desk, job->document, error);
}

void
galley_desk_import_async (GalleyDesk *self,
                          GalleyDocument *document,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Job *job = write_job_new (import_func);

  g_return_if_fail (GALLEY_IS_DESK (self) && GALLEY_IS_DOCUMENT (document));

  job->document = g_object_ref (document);
  start (self, &self->writer, job, galley_desk_import_async, cancellable, callback, user_data);
}

GalleyOutcome *
galley_desk_import_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, galley_desk_import_async, error);
}

static gpointer
load_func (GalleyDesk *desk, Job *job, GError **error)
{
  return galley_desk_read_check (desk, job->article_id, job->known, error);
}

static void
load_done (GalleyDesk *desk, gpointer result)
{
  galley_desk_register (desk, result);
}

/* Loading goes through the writing thread: between what was read and what is done next, no step
 * can slip in that the check would never hear of. */
void
galley_desk_load_async (GalleyDesk *self,
                        const char *article_id,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Job *job = job_new (load_func, load_done, g_object_unref);

  g_return_if_fail (GALLEY_IS_DESK (self) && article_id != NULL);

  job->article_id = g_strdup (article_id);
  g_set_object (&job->known, galley_desk_find_article (self, article_id));
  start (self, &self->writer, job, galley_desk_load_async, cancellable, callback, user_data);
}

GalleyCheck *
galley_desk_load_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, galley_desk_load_async, error);
}

static gpointer
purge_func (GalleyDesk *desk, Job *job, GError **error)
{
  return galley_library_purge_article (desk->library, desk->actor, job->article_id, error);
}

void
galley_desk_purge_article_async (GalleyDesk *self,
                                 const char *article_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Job *job = write_job_new (purge_func);

  g_return_if_fail (GALLEY_IS_DESK (self) && article_id != NULL);

  job->article_id = g_strdup (article_id);
  start (self, &self->writer, job, galley_desk_purge_article_async, cancellable, callback,
         user_data);
}

GalleyOutcome *
galley_desk_purge_article_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, galley_desk_purge_article_async, error);
}

static gpointer
perform_func (GalleyDesk *desk, Job *job, GError **error)
{
  return galley_library_perform (desk->library, desk->actor, job->action, error);
}

void
galley_desk_perform_async (GalleyDesk *self,
                           GalleyAction *action,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Job *job = write_job_new (perform_func);

  g_return_if_fail (GALLEY_IS_DESK (self) && action != NULL);

  job->action = galley_action_ref (action);
  start (self, &self->writer, job, galley_desk_perform_async, cancellable, callback, user_data);
}

GalleyOutcome *
galley_desk_perform_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, galley_desk_perform_async, error);
}

static gpointer
undo_func (GalleyDesk *desk, Job *job, GError **error)
{
  return galley_library_undo (desk->library, desk->actor, job->article_id, job->other_id, error);
}

void
galley_desk_undo_async (GalleyDesk *self,
                        const char *article_id,
                        const char *unit_id,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Job *job = write_job_new (undo_func);

  g_return_if_fail (GALLEY_IS_DESK (self));

  job->article_id = g_strdup (article_id);
  job->other_id = g_strdup (unit_id);
  start (self, &self->writer, job, galley_desk_undo_async, cancellable, callback, user_data);
}

GalleyOutcome *
galley_desk_undo_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, galley_desk_undo_async, error);
}

static gpointer
redo_func (GalleyDesk *desk, Job *job, GError **error)
{
  return galley_library_redo (desk->library, desk->actor, job->article_id, error);
}

void
galley_desk_redo_async (GalleyDesk *self,
                        const char *article_id,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Job *job = write_job_new (redo_func);

  g_return_if_fail (GALLEY_IS_DESK (self));

  job->article_id = g_strdup (article_id);
  start (self, &self->writer, job, galley_desk_redo_async, cancellable, callback, user_data);
}

GalleyOutcome *
galley_desk_redo_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, galley_desk_redo_async, error);
}

static gpointer
history_func (GalleyDesk *desk, Job *job, GError **error)
{
  return galley_library_list_history (desk->library, job->article_id, job->other_id, error);
}

void
galley_desk_list_history_async (GalleyDesk *self,
                                const char *article_id,
                                const char *subject_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Job *job = list_job_new (history_func);

  g_return_if_fail (GALLEY_IS_DESK (self));

  job->article_id = g_strdup (article_id);
  job->other_id = g_strdup (subject_id);
  start (self, &self->reader, job, galley_desk_list_history_async, cancellable, callback,
         user_data);
}

GPtrArray *
galley_desk_list_history_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, galley_desk_list_history_async, error);
}

static gpointer
sources_func (GalleyDesk *desk, Job *job, GError **error)
{
  return galley_library_list_sources (desk->library, error);
}

void
galley_desk_list_sources_async (GalleyDesk *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (GALLEY_IS_DESK (self));

  start (self, &self->reader, list_job_new (sources_func), galley_desk_list_sources_async,
         cancellable, callback, user_data);
}

GPtrArray *
galley_desk_list_sources_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, galley_desk_list_sources_async, error);
}

static gpointer
queries_func (GalleyDesk *desk, Job *job, GError **error)
{
  return galley_library_list_queries (desk->library, job->open_only, error);
}

void
galley_desk_list_queries_async (GalleyDesk *self,
                                gboolean open_only,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Job *job = list_job_new (queries_func);

  g_return_if_fail (GALLEY_IS_DESK (self));

  job->open_only = open_only;
  start (self, &self->reader, job, galley_desk_list_queries_async, cancellable, callback,
         user_data);
}

GPtrArray *
galley_desk_list_queries_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, galley_desk_list_queries_async, error);
}

static gpointer
uses_func (GalleyDesk *desk, Job *job, GError **error)
{
  return galley_library_list_uses (desk->library, job->other_id, error);
}

void
galley_desk_list_uses_async (GalleyDesk *self,
                             const char *source_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Job *job = list_job_new (uses_func);

  g_return_if_fail (GALLEY_IS_DESK (self));

  job->other_id = g_strdup (source_id);
  start (self, &self->reader, job, galley_desk_list_uses_async, cancellable, callback, user_data);
}

GPtrArray *
galley_desk_list_uses_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, galley_desk_list_uses_async, error);
}

static gpointer
requirements_func (GalleyDesk *desk, Job *job, GError **error)
{
  return galley_desk_load_requirements (desk, /* cancellable= */ NULL, error);
}

void
galley_desk_load_requirements_async (GalleyDesk *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  Job *job =
      job_new (requirements_func, /* done= */ NULL, (GDestroyNotify) galley_requirements_free);

  g_return_if_fail (GALLEY_IS_DESK (self));

  start (self, &self->reader, job, galley_desk_load_requirements_async, cancellable, callback,
         user_data);
}

GalleyRequirements *
galley_desk_load_requirements_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, galley_desk_load_requirements_async, error);
}

static gpointer
attachment_func (GalleyDesk *desk, Job *job, GError **error)
{
  return galley_library_read_attachment (desk->library, job->other_id, error);
}

void
galley_desk_read_attachment_async (GalleyDesk *self,
                                   const char *sha256,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Job *job = job_new (attachment_func, /* done= */ NULL, (GDestroyNotify) g_bytes_unref);

  g_return_if_fail (GALLEY_IS_DESK (self) && sha256 != NULL);

  job->other_id = g_strdup (sha256);
  start (self, &self->reader, job, galley_desk_read_attachment_async, cancellable, callback,
         user_data);
}

GBytes *
galley_desk_read_attachment_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, galley_desk_read_attachment_async, error);
}

static gpointer
search_func (GalleyDesk *desk, Job *job, GError **error)
{
  return galley_library_search (desk->library, job->words, error);
}

void
galley_desk_search_async (GalleyDesk *self,
                          const char *words,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Job *job = list_job_new (search_func);

  g_return_if_fail (GALLEY_IS_DESK (self) && words != NULL);

  job->words = g_strdup (words);
  start (self, &self->reader, job, galley_desk_search_async, cancellable, callback, user_data);
}

GPtrArray *
galley_desk_search_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, galley_desk_search_async, error);
}

static gpointer
find_original_func (GalleyDesk *desk, Job *job, GError **error)
{
  char *article_id = NULL;

  if (!galley_library_find_original (desk->library, job->other_id, &article_id, error))
    return NULL;
  return article_id != NULL ? article_id : g_strdup ("");
}

void
galley_desk_find_original_async (GalleyDesk *self,
                                 const char *sha256,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Job *job = job_new (find_original_func, NULL, g_free);

  g_return_if_fail (GALLEY_IS_DESK (self) && sha256 != NULL);

  job->other_id = g_strdup (sha256);
  start (self, &self->reader, job, galley_desk_find_original_async, cancellable, callback,
         user_data);
}

gboolean
galley_desk_find_original_finish (GalleyDesk *self,
                                  GAsyncResult *result,
                                  char **out_article_id,
                                  GError **error)
{
  g_autofree char *article_id = finish (self, result, galley_desk_find_original_async, error);

  if (article_id == NULL)
    return FALSE;

  *out_article_id = article_id[0] != '\0' ? g_steal_pointer (&article_id) : NULL;
  return TRUE;
}

static gpointer
rotate_func (GalleyDesk *desk, Job *job, GError **error)
{
  return GINT_TO_POINTER (galley_library_rotate_backups (desk->library, error));
}

/**
 * galley_desk_rotate_backups_async:
 *
 * Writes a backup beside the library if anything was done since the last one.
 */
void
galley_desk_rotate_backups_async (GalleyDesk *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (GALLEY_IS_DESK (self));

  start (self, &self->keeper, job_new (rotate_func, NULL, NULL), galley_desk_rotate_backups_async,
         cancellable, callback, user_data);
}

gboolean
galley_desk_rotate_backups_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, galley_desk_rotate_backups_async, error) != NULL;
}
