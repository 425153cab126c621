/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-desk-sessions.h"

#include "galley-desk-job.h"

/**
 * galley_desk_list_sessions:
 * @article_id: UUID
 *
 * Returns: (transfer full) (element-type GalleySession): the article's review sessions, oldest
 *   first; or %NULL
 */
GPtrArray *
galley_desk_list_sessions (GalleyDesk *self,
                           const char *article_id,
                           GCancellable *cancellable,
                           GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self) && article_id != NULL, NULL);

  return galley_library_list_sessions (self->library, article_id, error);
}

static gpointer
sessions_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
{
  return galley_library_list_sessions (desk->library, job->article_id, error);
}

/* Goes through the writing thread, as loading an article does: no step can slip in between that
 * whoever asks would never hear of. */
void
galley_desk_list_sessions_async (GalleyDesk *self,
                                 const char *article_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GalleyDeskJob *job =
      galley_desk_job_new (sessions_func, /* done= */ NULL, (GDestroyNotify) g_ptr_array_unref);

  g_return_if_fail (GALLEY_IS_DESK (self) && article_id != NULL);

  job->article_id = g_strdup (article_id);
  galley_desk_job_start (self, &self->writer, job, galley_desk_list_sessions_async, cancellable,
                         callback, user_data);
}

GPtrArray *
galley_desk_list_sessions_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_list_sessions_async, error);
}

/**
 * galley_desk_find_session:
 * @prefix: a session's id, or its beginning
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if there is none, or more than one
 *
 * Returns: (transfer full): the session, or %NULL
 */
GalleySession *
galley_desk_find_session (GalleyDesk *self, const char *prefix, GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self) && prefix != NULL, NULL);

  return galley_library_find_session (self->library, prefix, error);
}

/**
 * galley_desk_list_people:
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of all who have had to do with what
 *   is in the library, sorted; or %NULL
 */
GStrv
galley_desk_list_people (GalleyDesk *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  return galley_library_list_people (self->library, error);
}

static gpointer
people_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
{
  return galley_library_list_people (desk->library, error);
}

void
galley_desk_list_people_async (GalleyDesk *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (GALLEY_IS_DESK (self));

  galley_desk_job_start (
      self, &self->reader,
      galley_desk_job_new (people_func, /* done= */ NULL, (GDestroyNotify) g_strfreev),
      galley_desk_list_people_async, cancellable, callback, user_data);
}

GStrv
galley_desk_list_people_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_list_people_async, error);
}
