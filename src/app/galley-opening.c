/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-opening.h"

#include "galley-settings.h"

/**
 * GalleyOpening:
 *
 * A library that is being opened, and the article that was open in it last. It begins at once, in a
 * thread, and needs no display: the first one is under way while GTK is still starting.
 */
struct _GalleyOpening
{
  GObject parent_instance;

  char *library_path;
  char *checker_name;
  char *article_id; /* (nullable) */
  gboolean is_done;
  GTask *waiting; /* (nullable) whoever waits for it */

  /* What came of it, once it is done. */
  GalleyDesk *desk;   /* (nullable) */
  GalleyCheck *check; /* (nullable) */
  GError *error;      /* (nullable) */
};

G_DEFINE_FINAL_TYPE (GalleyOpening, galley_opening, G_TYPE_OBJECT)

static void
galley_opening_finalize (GObject *object)
{
  GalleyOpening *self = GALLEY_OPENING (object);

  g_clear_object (&self->check);
  g_clear_object (&self->desk);
  g_clear_error (&self->error);
  g_free (self->library_path);
  g_free (self->checker_name);
  g_free (self->article_id);

  G_OBJECT_CLASS (galley_opening_parent_class)->finalize (object);
}

static void
galley_opening_class_init (GalleyOpeningClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_opening_finalize;
}

static void
galley_opening_init (GalleyOpening *self)
{
}

/* Nobody but this thread knows the desk yet. An article that cannot be loaded is no reason not to
 * open the library: whoever opens it again learns why. */
static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GalleyOpening *self = source;

  self->desk = galley_desk_open (self->library_path, self->checker_name, /* cancellable= */ NULL,
                                 &self->error);
  if (self->desk != NULL && self->article_id != NULL &&
      galley_desk_find_article (self->desk, self->article_id) != NULL)
    self->check =
        galley_desk_load (self->desk, self->article_id, /* cancellable= */ NULL, /* error= */ NULL);
  g_task_return_boolean (task, TRUE);
}

static void
give_to (GalleyOpening *self, GTask *task)
{
  if (self->error != NULL)
    g_task_return_error (task, g_error_copy (self->error));
  else
    g_task_return_pointer (task, g_object_ref (self->desk), g_object_unref);
  g_object_unref (task);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GalleyOpening *self = GALLEY_OPENING (source);

  self->is_done = TRUE;
  if (self->waiting != NULL)
    give_to (self, g_steal_pointer (&self->waiting));
}

/**
 * galley_opening_new:
 * @library_path: the library's file; made if there is none
 * @article_id: (nullable): an article to load besides, if it is there
 *
 * Begins to open a library, in the name of the checker whom the settings know.
 *
 * Returns: (transfer full): what goes on in a thread
 */
GalleyOpening *
galley_opening_new (const char *library_path, const char *article_id)
{
  GalleyOpening *self = g_object_new (GALLEY_TYPE_OPENING, NULL);
  g_autoptr (GTask) task = g_task_new (self, /* cancellable= */ NULL, opened_cb, NULL);

  g_return_val_if_fail (library_path != NULL, NULL);

  self->library_path = g_strdup (library_path);
  self->article_id = g_strdup (article_id);
  self->checker_name = galley_settings_get_checker_name ();
  g_task_set_source_tag (task, galley_opening_new);
  g_task_run_in_thread (task, open_thread);

  return self;
}

/**
 * galley_opening_get_library_path:
 *
 * Returns: (transfer none): the library's file
 */
const char *
galley_opening_get_library_path (GalleyOpening *self)
{
  g_return_val_if_fail (GALLEY_IS_OPENING (self), NULL);

  return self->library_path;
}

/**
 * galley_opening_wait_async:
 * @cancellable: (nullable): stops the waiting, not the opening
 * @callback: called when the library is open, or is not to be had
 * @user_data: for @callback
 *
 * Waits for the library; to be called once.
 */
void
galley_opening_wait_async (GalleyOpening *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (GALLEY_IS_OPENING (self) && self->waiting == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, galley_opening_wait_async);
  if (self->is_done)
    give_to (self, task);
  else
    self->waiting = task;
}

/**
 * galley_opening_wait_finish:
 * @out_check: (out) (transfer full) (nullable): the article, if there was one to load
 * @error: (out) (optional): as for galley_desk_open()
 *
 * Returns: (transfer full): a desk, or %NULL
 */
GalleyDesk *
galley_opening_wait_finish (GalleyOpening *self,
                            GAsyncResult *result,
                            GalleyCheck **out_check,
                            GError **error)
{
  GalleyDesk *desk;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  desk = g_task_propagate_pointer (G_TASK (result), error);
  if (desk != NULL)
    *out_check = g_steal_pointer (&self->check);

  return desk;
}
