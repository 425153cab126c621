/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-desk-job.h"

static void
job_free (gpointer data)
{
  GalleyDeskJob *job = data;

  g_free (job->article_id);
  g_free (job->other_id);
  g_free (job->words);
  g_clear_pointer (&job->action, galley_action_unref);
  g_clear_object (&job->document);
  g_clear_object (&job->known);
  g_clear_pointer (&job->package, g_bytes_unref);
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
  GalleyDeskJob *job = g_task_get_task_data (task);

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
  GalleyDeskJob *job = g_task_get_task_data (task);
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
void
galley_desk_job_start (GalleyDesk *self,
                       GThreadPool **worker,
                       GalleyDeskJob *job,
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

GalleyDeskJob *
galley_desk_job_new (GalleyDeskJobFunc func, GalleyDeskJobDone done, GDestroyNotify free_result)
{
  GalleyDeskJob *job = g_new0 (GalleyDeskJob, 1);

  job->func = func;
  job->done = done;
  job->free_result = free_result;

  return job;
}

gpointer
galley_desk_job_finish (gpointer self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
