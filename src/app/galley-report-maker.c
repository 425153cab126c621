/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-report-maker.h"

#include "galley-desk-sessions.h"
#include "galley-sign-off-verbs.h"

/* Makes the report of an article that is to go out, whether to a file or to a printer, with what
 * the library says of it: who publishes fact checks, who has signed, and for the archive copy the
 * journal. */

typedef struct
{
  GalleyCheck *check;
  GalleyReportOptions options; /* its words are not owned, and NULL */
  GalleyReport *report;        /* (nullable) */
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_object_unref (making->check);
  g_clear_object (&making->report);
  g_free (making);
}

static void
return_report (GTask *task)
{
  Making *making = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&making->report), g_object_unref);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Making *making = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) journal =
      galley_desk_list_history_finish (GALLEY_DESK (source), result, &error);

  if (journal == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  galley_report_set_journal (making->report, journal);
  return_report (task);
}

/* The minutes are those of the last session. */
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

  if (sessions->len > 0)
    galley_report_set_session (making->report, g_ptr_array_index (sessions, sessions->len - 1));
  return_report (task);
}

static void
sign_offs_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Making *making = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) sign_offs =
      galley_desk_list_sign_offs_finish (GALLEY_DESK (source), result, &error);

  if (sign_offs == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  galley_report_set_sign_offs (making->report, sign_offs);
  if (making->options.layout == GALLEY_LAYOUT_ARCHIVE)
    galley_desk_list_history_async (
        GALLEY_DESK (source), galley_article_get_id (galley_check_get_article (making->check)),
        /* subject_id= */ NULL, g_task_get_cancellable (task), listed_cb, g_object_ref (task));
  else if (making->options.layout == GALLEY_LAYOUT_MINUTES)
    galley_desk_list_sessions_async (
        GALLEY_DESK (source), galley_article_get_id (galley_check_get_article (making->check)),
        g_task_get_cancellable (task), sessions_listed_cb, g_object_ref (task));
  else
    return_report (task);
}

static GalleyReport *
make_report (Making *making, const GalleyRequirements *requirements)
{
  GalleyReportOptions options = making->options;

  options.publisher_name = requirements->publisher_name;
  options.publisher_address = requirements->publisher_address;

  return galley_report_new (galley_check_get_article (making->check),
                            galley_check_get_document (making->check),
                            galley_check_get_claims (making->check),
                            galley_check_get_dismissals (making->check), &options);
}

static void
requirements_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Making *making = g_task_get_task_data (task);
  GError *error = NULL;
  GalleyRequirements *requirements =
      galley_desk_load_requirements_finish (GALLEY_DESK (source), result, &error);

  if (requirements == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  making->report = make_report (making, requirements);
  galley_requirements_free (requirements);
  galley_desk_list_sign_offs_async (
      GALLEY_DESK (source), galley_article_get_id (galley_check_get_article (making->check)),
      g_task_get_cancellable (task), sign_offs_listed_cb, g_object_ref (task));
}

/**
 * galley_report_maker_make_async:
 * @desk: where the article is from
 * @check: the article; what it holds when the library has answered is what goes out
 * @options: what was chosen; who publishes is looked up here
 * @cancellable: (nullable): stops it
 *
 * Makes a report of all that goes out.
 */
void
galley_report_maker_make_async (GalleyDesk *desk,
                                GalleyCheck *check,
                                const GalleyReportOptions *options,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;
  Making *making;

  g_return_if_fail (GALLEY_IS_DESK (desk) && GALLEY_IS_CHECK (check));

  task = g_task_new (desk, cancellable, callback, user_data);
  making = g_new0 (Making, 1);
  making->check = g_object_ref (check);
  making->options = *options;
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
