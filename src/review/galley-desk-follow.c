/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-desk-job.h"

/* A desk follows what other programs do to its library: galleyctl in a terminal, or another window.
 *
 * They all write to one file, the write-ahead log, and the kernel tells when anybody does; it tells
 * of this program's own writing, too. Whether it was somebody else, and what they did, the library
 * finds out in the writing thread, so that it comes in order with what is done here. Nothing is
 * asked as long as nobody writes. */

/* Until then another program may have finished. */
#define LOOK_AGAIN_MS 100

enum
{
  LEARNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * galley_desk_add_signals:
 *
 * For the class of the desk.
 */
void
galley_desk_add_signals (GalleyDeskClass *klass)
{
  /**
   * GalleyDesk::learned:
   * @outcome: what the library holds now
   *
   * Another program changed the library. The list of articles and the open checks show it already.
   */
  signals[LEARNED] = g_signal_new ("learned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_OUTCOME);
}

static gpointer
look_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
{
  GPtrArray *outcomes = NULL;

  galley_library_follow (desk->library, &outcomes, error);
  return outcomes;
}

static void
look_done (GalleyDesk *desk, gpointer result)
{
  GPtrArray *outcomes = result;

  for (guint i = 0; i < outcomes->len; i++)
    {
      galley_desk_apply (desk, g_ptr_array_index (outcomes, i));
      g_signal_emit (desk, signals[LEARNED], 0, g_ptr_array_index (outcomes, i));
    }
}

static gboolean
look_again_cb (gpointer user_data)
{
  GalleyDesk *self = user_data;

  self->look_source = 0;
  galley_desk_look (self);
  return G_SOURCE_REMOVE;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GalleyDesk *self = GALLEY_DESK (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) outcomes = galley_desk_job_finish (self, result, galley_desk_look, &error);

  self->is_looking = FALSE;
  if (self->look_again)
    galley_desk_look (self);
  else if (g_error_matches (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_LOCKED) &&
           self->look_source == 0)
    self->look_source = g_timeout_add (LOOK_AGAIN_MS, look_again_cb, self);
}

/**
 * galley_desk_look:
 *
 * Finds out whether other programs changed the library, and emits #GalleyDesk::learned for what
 * they did. If the library can't be read now, whoever wants something of it hears of that; then it
 * is looked for again when something is written, or this is called.
 */
void
galley_desk_look (GalleyDesk *self)
{
  GalleyDeskJob *job;

  g_return_if_fail (GALLEY_IS_DESK (self));

  self->look_again = self->is_looking;
  if (self->is_looking)
    return;

  self->is_looking = TRUE;
  job = galley_desk_job_new (look_func, look_done, (GDestroyNotify) g_ptr_array_unref);
  galley_desk_job_start (self, &self->writer, job, galley_desk_look, /* cancellable= */ NULL,
                         looked_cb, /* user_data= */ NULL);
}

/**
 * galley_desk_follow:
 *
 * Begins to follow what other programs do to the library. Where the kernel can't tell,
 * galley_desk_look() is all there is.
 */
void
galley_desk_follow (GalleyDesk *self)
{
  g_autofree char *log = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (GALLEY_IS_DESK (self));

  if (self->monitor != NULL)
    return;

  log = galley_library_get_log_path (self->library);
  file = g_file_new_for_path (log);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, /* cancellable= */ NULL,
                                       /* error= */ NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (galley_desk_look), self);
  galley_desk_look (self);
}

/**
 * galley_desk_stop_following:
 *
 * For when the desk goes away.
 */
void
galley_desk_stop_following (GalleyDesk *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  if (self->monitor == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
}
