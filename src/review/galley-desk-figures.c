/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-desk-figures.h"

#include "galley-desk-job.h"

/**
 * galley_desk_read_figures:
 * @scope: what it is asked for
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if there is no such article
 *
 * Returns: (transfer full): how the work on an article or on all of them stands and how it went; or
 *   %NULL
 */
GalleyFigures *
galley_desk_read_figures (GalleyDesk *self,
                          const GalleyFiguresScope *scope,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self) && scope != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return galley_library_read_figures (self->library, scope, error);
}

static gpointer
figures_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
{
  GalleyFiguresScope scope = { .article_id = job->article_id, .with_archived = job->with_archived };

  return galley_library_read_figures (desk->library, &scope, error);
}

/**
 * galley_desk_read_figures_async:
 * @scope: what it is asked for; days are those of this machine
 *
 * Asks for it without waiting. It has everything that was reported as done before.
 */
void
galley_desk_read_figures_async (GalleyDesk *self,
                                const GalleyFiguresScope *scope,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GalleyDeskJob *job =
      galley_desk_job_new (figures_func, NULL, (GDestroyNotify) galley_figures_unref);

  g_return_if_fail (GALLEY_IS_DESK (self) && scope != NULL);

  job->article_id = g_strdup (scope->article_id);
  job->with_archived = scope->with_archived;
  galley_desk_job_start (self, &self->reader, job, galley_desk_read_figures_async, cancellable,
                         callback, user_data);
}

GalleyFigures *
galley_desk_read_figures_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_read_figures_async, error);
}
