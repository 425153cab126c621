/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-report-maker.h"

#include "galley-desk-sessions.h"

/* Makes the report of an article that is to go out, whether to a file or to a printer, with what
 * the library says of it: who publishes fact checks, who has signed, for the archive copy the
 * journal, and for minutes the session. The article and its signatures are read at one moment, for
 * another program may change the one and give the other; that, and making the report, takes longer,
 * and is done on a thread. */

typedef struct
{
  char *article_id;
  GalleyReportOptions options;      /* its words are not owned, but for who publishes */
  GalleyRequirements *requirements; /* (nullable) */
  GPtrArray *journal;               /* (nullable) */
  char *session_id;                 /* (nullable) */
  GalleySession *session;           /* (nullable) */
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->article_id);
  g_clear_pointer (&making->requirements, galley_requirements_free);
  g_clear_pointer (&making->journal, g_ptr_array_unref);
  g_clear_pointer (&making->session, galley_session_unref);
  g_free (making->session_id);
  g_free (making);
}

static void
make_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Making *making = task_data;
  GalleyReportOptions options = making->options;
  GError *error = NULL;
  g_autoptr (GalleyCheck) check = galley_desk_load_snapshot (source, making->article_id, &error);
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GPtrArray) waiting = NULL;

  if (check == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  options.publisher_name = making->requirements->publisher_name;
  options.publisher_address = making->requirements->publisher_address;
  report = galley_report_new (galley_check_get_article (check), galley_check_get_document (check),
                              galley_check_get_claims (check), galley_check_get_dismissals (check),
                              &options);
  waiting = galley_check_list_waiting (check);
  galley_report_set_sign_offs (report, galley_check_get_sign_offs (check));
  galley_report_set_waiting (report, waiting);
  if (making->journal != NULL)
    galley_report_set_journal (report, making->journal);
  if (making->session != NULL)
    galley_report_set_session (report, making->session);

  g_task_return_pointer (task, g_steal_pointer (&report), g_object_unref);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Making *making = g_task_get_task_data (task);
  GError *error = NULL;

  making->journal = galley_desk_list_history_finish (GALLEY_DESK (source), result, &error);
  if (making->journal == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, make_thread);
}

static void
sessions_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Making *making = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) sessions =
      galley_desk_list_sessions_finish (GALLEY_DESK (source), result, &error);

  if (sessions == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* The one that is meant, else the last. */
  for (guint i = sessions->len; i > 0; i--)
    {
      GalleySession *session = g_ptr_array_index (sessions, i - 1);

      if (making->session_id == NULL || g_str_equal (session->id, making->session_id))
        {
          making->session = galley_session_ref (session);
          break;
        }
    }
  g_task_run_in_thread (task, make_thread);
}

static void
requirements_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Making *making = g_task_get_task_data (task);
  GalleyDesk *desk = GALLEY_DESK (source);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  making->requirements = galley_desk_load_requirements_finish (desk, result, &error);
  if (making->requirements == NULL)
    g_task_return_error (task, error);
  else if (making->options.layout == GALLEY_LAYOUT_ARCHIVE)
    galley_desk_list_history_async (desk, making->article_id, /* subject_id= */ NULL, cancellable,
                                    listed_cb, g_object_ref (task));
  else if (making->options.layout == GALLEY_LAYOUT_MINUTES)
    galley_desk_list_sessions_async (desk, making->article_id, cancellable, sessions_listed_cb,
                                     g_object_ref (task));
  else
    g_task_run_in_thread (task, make_thread);
}

/**
 * galley_report_maker_make_async:
 * @desk: where the article is from
 * @check: the article; what the library holds of it by then is what goes out, which a second
 *   reader may not see: not a blind check
 * @options: what was chosen; who publishes is looked up here
 * @session_id: (nullable): UUID of the review session whose minutes are wanted; %NULL for the last
 *   one
 * @cancellable: (nullable): stops it
 *
 * Makes a report of all that goes out.
 */
void
galley_report_maker_make_async (GalleyDesk *desk,
                                GalleyCheck *check,
                                const GalleyReportOptions *options,
                                const char *session_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;
  Making *making;

  g_return_if_fail (GALLEY_IS_DESK (desk) && GALLEY_IS_CHECK (check));
  g_return_if_fail (galley_check_get_source (check) == NULL);

  task = g_task_new (desk, cancellable, callback, user_data);
  making = g_new0 (Making, 1);
  making->article_id = g_strdup (galley_article_get_id (galley_check_get_article (check)));
  making->options = *options;
  making->session_id = g_strdup (session_id);
  g_task_set_source_tag (task, galley_report_maker_make_async);
  g_task_set_task_data (task, making, making_free);
  galley_desk_load_requirements_async (desk, cancellable, requirements_loaded_cb, task);
}

/**
 * galley_report_maker_make_finish:
 *
 * Returns: (transfer full): the report; %NULL with an error of the library or of %G_IO_ERROR
 */
GalleyReport *
galley_report_maker_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
