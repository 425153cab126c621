/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-desk-job.h"

static void
outcome_done (GalleyDesk *desk, gpointer result)
{
  galley_desk_apply (desk, result);
}

static GalleyDeskJob *
write_job_new (GalleyDeskJobFunc func)
{
  GalleyDeskJob *job =
      galley_desk_job_new (func, outcome_done, (GDestroyNotify) galley_outcome_unref);

  job->is_write = TRUE;
  return job;
}

static GalleyDeskJob *
list_job_new (GalleyDeskJobFunc func)
{
  return galley_desk_job_new (func, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static gpointer
import_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
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
  GalleyDeskJob *job = write_job_new (import_func);

  g_return_if_fail (GALLEY_IS_DESK (self) && GALLEY_IS_DOCUMENT (document));

  job->document = g_object_ref (document);
  galley_desk_job_start (self, &self->writer, job, galley_desk_import_async, cancellable, callback,
                         user_data);
}

GalleyOutcome *
galley_desk_import_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_import_async, error);
}

static gpointer
load_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
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
  GalleyDeskJob *job = galley_desk_job_new (load_func, load_done, g_object_unref);

  g_return_if_fail (GALLEY_IS_DESK (self) && article_id != NULL);

  job->article_id = g_strdup (article_id);
  g_set_object (&job->known, galley_desk_find_article (self, article_id));
  galley_desk_job_start (self, &self->writer, job, galley_desk_load_async, cancellable, callback,
                         user_data);
}

GalleyCheck *
galley_desk_load_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_load_async, error);
}

static gpointer
purge_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
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
  GalleyDeskJob *job = write_job_new (purge_func);

  g_return_if_fail (GALLEY_IS_DESK (self) && article_id != NULL);

  job->article_id = g_strdup (article_id);
  galley_desk_job_start (self, &self->writer, job, galley_desk_purge_article_async, cancellable,
                         callback, user_data);
}

GalleyOutcome *
galley_desk_purge_article_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_purge_article_async, error);
}

static gpointer
perform_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
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
  GalleyDeskJob *job = write_job_new (perform_func);

  g_return_if_fail (GALLEY_IS_DESK (self) && action != NULL);

  job->action = galley_action_ref (action);
  galley_desk_job_start (self, &self->writer, job, galley_desk_perform_async, cancellable, callback,
                         user_data);
}

GalleyOutcome *
galley_desk_perform_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_perform_async, error);
}

static gpointer
undo_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
{
  return galley_library_undo (desk->library, desk->actor, job->article_id, job->other_id, error);
}

void
galley_desk_undo_async (GalleyDesk *self,
                        const char *scope_id,
                        const char *unit_id,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GalleyDeskJob *job = write_job_new (undo_func);

  g_return_if_fail (GALLEY_IS_DESK (self));

  job->article_id = g_strdup (scope_id);
  job->other_id = g_strdup (unit_id);
  galley_desk_job_start (self, &self->writer, job, galley_desk_undo_async, cancellable, callback,
                         user_data);
}

GalleyOutcome *
galley_desk_undo_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_undo_async, error);
}

static gpointer
redo_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
{
  return galley_library_redo (desk->library, desk->actor, job->article_id, error);
}

void
galley_desk_redo_async (GalleyDesk *self,
                        const char *scope_id,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GalleyDeskJob *job = write_job_new (redo_func);

  g_return_if_fail (GALLEY_IS_DESK (self));

  job->article_id = g_strdup (scope_id);
  galley_desk_job_start (self, &self->writer, job, galley_desk_redo_async, cancellable, callback,
                         user_data);
}

GalleyOutcome *
galley_desk_redo_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_redo_async, error);
}

static gpointer
history_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
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
  GalleyDeskJob *job = list_job_new (history_func);

  g_return_if_fail (GALLEY_IS_DESK (self));

  job->article_id = g_strdup (article_id);
  job->other_id = g_strdup (subject_id);
  galley_desk_job_start (self, &self->reader, job, galley_desk_list_history_async, cancellable,
                         callback, user_data);
}

GPtrArray *
galley_desk_list_history_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_list_history_async, error);
}

static gpointer
removals_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
{
  return galley_library_list_removals (desk->library, error);
}

void
galley_desk_list_removals_async (GalleyDesk *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (GALLEY_IS_DESK (self));

  galley_desk_job_start (self, &self->writer, list_job_new (removals_func),
                         galley_desk_list_removals_async, cancellable, callback, user_data);
}

GPtrArray *
galley_desk_list_removals_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_list_removals_async, error);
}

static gpointer
sources_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
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

  galley_desk_job_start (self, &self->reader, list_job_new (sources_func),
                         galley_desk_list_sources_async, cancellable, callback, user_data);
}

GPtrArray *
galley_desk_list_sources_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_list_sources_async, error);
}

static gpointer
queries_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
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
  GalleyDeskJob *job = list_job_new (queries_func);

  g_return_if_fail (GALLEY_IS_DESK (self));

  job->open_only = open_only;
  galley_desk_job_start (self, &self->reader, job, galley_desk_list_queries_async, cancellable,
                         callback, user_data);
}

GPtrArray *
galley_desk_list_queries_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_list_queries_async, error);
}

static gpointer
uses_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
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
  GalleyDeskJob *job = list_job_new (uses_func);

  g_return_if_fail (GALLEY_IS_DESK (self));

  job->other_id = g_strdup (source_id);
  galley_desk_job_start (self, &self->reader, job, galley_desk_list_uses_async, cancellable,
                         callback, user_data);
}

GPtrArray *
galley_desk_list_uses_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_list_uses_async, error);
}

static gpointer
requirements_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
{
  return galley_desk_load_requirements (desk, /* cancellable= */ NULL, error);
}

void
galley_desk_load_requirements_async (GalleyDesk *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GalleyDeskJob *job = galley_desk_job_new (requirements_func, /* done= */ NULL,
                                            (GDestroyNotify) galley_requirements_free);

  g_return_if_fail (GALLEY_IS_DESK (self));

  galley_desk_job_start (self, &self->reader, job, galley_desk_load_requirements_async, cancellable,
                         callback, user_data);
}

GalleyRequirements *
galley_desk_load_requirements_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_load_requirements_async, error);
}

static gpointer
attachment_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
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
  GalleyDeskJob *job =
      galley_desk_job_new (attachment_func, /* done= */ NULL, (GDestroyNotify) g_bytes_unref);

  g_return_if_fail (GALLEY_IS_DESK (self) && sha256 != NULL);

  job->other_id = g_strdup (sha256);
  galley_desk_job_start (self, &self->reader, job, galley_desk_read_attachment_async, cancellable,
                         callback, user_data);
}

GBytes *
galley_desk_read_attachment_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_read_attachment_async, error);
}

static gpointer
search_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
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
  GalleyDeskJob *job = list_job_new (search_func);

  g_return_if_fail (GALLEY_IS_DESK (self) && words != NULL);

  job->words = g_strdup (words);
  galley_desk_job_start (self, &self->reader, job, galley_desk_search_async, cancellable, callback,
                         user_data);
}

GPtrArray *
galley_desk_search_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_search_async, error);
}

static gpointer
find_original_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
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
  GalleyDeskJob *job = galley_desk_job_new (find_original_func, NULL, g_free);

  g_return_if_fail (GALLEY_IS_DESK (self) && sha256 != NULL);

  job->other_id = g_strdup (sha256);
  galley_desk_job_start (self, &self->reader, job, galley_desk_find_original_async, cancellable,
                         callback, user_data);
}

gboolean
galley_desk_find_original_finish (GalleyDesk *self,
                                  GAsyncResult *result,
                                  char **out_article_id,
                                  GError **error)
{
  g_autofree char *article_id =
      galley_desk_job_finish (self, result, galley_desk_find_original_async, error);

  if (article_id == NULL)
    return FALSE;

  *out_article_id = article_id[0] != '\0' ? g_steal_pointer (&article_id) : NULL;
  return TRUE;
}

static gpointer
rotate_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
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

  galley_desk_job_start (self, &self->keeper, galley_desk_job_new (rotate_func, NULL, NULL),
                         galley_desk_rotate_backups_async, cancellable, callback, user_data);
}

gboolean
galley_desk_rotate_backups_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_rotate_backups_async, error) != NULL;
}
