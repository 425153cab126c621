/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-origin-watch.h"

#include "galley-digest.h"
#include "galley-file.h"
#include "galley-import.h"

/* Programs that save write a file in several steps, or put another one in its place: it is looked
 * at once nothing happened to it for so long, in milliseconds. */
#define CALM_MS 400

/**
 * GalleyOriginWatch:
 *
 * Watches the file that an article came from, and knows whether there is something else in it than
 * there was. It is read in a thread of its own, when it is said to have changed and once at the
 * beginning. What cannot be read is no change.
 */
struct _GalleyOriginWatch
{
  GObject parent_instance;

  GFile *file;
  char *sha256;              /* of what there was */
  char *found;               /* (nullable) of what there is */
  GFileMonitor *monitor;     /* (nullable) */
  GCancellable *cancellable; /* of what reads it now; dies with the watch */
  guint calm_source;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyOriginWatch, galley_origin_watch, G_TYPE_OBJECT)

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *path = g_file_get_path (data);
  g_autofree char *label = g_filename_display_basename (path);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = galley_file_load (path, label, GALLEY_IMPORT_MAX_BYTES,
                                               /* out_copy= */ NULL, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, galley_digest_bytes (bytes), g_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GalleyOriginWatch *self = GALLEY_ORIGIN_WATCH (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *found = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_strcmp0 (found, self->found) == 0)
    return;

  g_free (self->found);
  self->found = g_steal_pointer (&found);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is read already may be what was there before. */
static void
look (GalleyOriginWatch *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, read_cb, /* user_data= */ NULL);
  g_task_set_task_data (task, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static gboolean
calm_cb (gpointer user_data)
{
  GalleyOriginWatch *self = user_data;

  self->calm_source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
event_cb (GalleyOriginWatch *self)
{
  g_clear_handle_id (&self->calm_source, g_source_remove);
  self->calm_source = g_timeout_add (CALM_MS, calm_cb, self);
}

static void
galley_origin_watch_dispose (GObject *object)
{
  GalleyOriginWatch *self = GALLEY_ORIGIN_WATCH (object);

  g_clear_handle_id (&self->calm_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (galley_origin_watch_parent_class)->dispose (object);
}

static void
galley_origin_watch_finalize (GObject *object)
{
  GalleyOriginWatch *self = GALLEY_ORIGIN_WATCH (object);

  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_free (self->sha256);
  g_free (self->found);

  G_OBJECT_CLASS (galley_origin_watch_parent_class)->finalize (object);
}

static void
galley_origin_watch_class_init (GalleyOriginWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = galley_origin_watch_dispose;
  object_class->finalize = galley_origin_watch_finalize;

  /**
   * GalleyOriginWatch::changed:
   *
   * There is something else in the file than the watch knew of.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_origin_watch_init (GalleyOriginWatch *self)
{
}

/**
 * galley_origin_watch_new:
 * @file: on this machine
 * @sha256: digest of what was in it, in hexadecimal
 *
 * Returns: (transfer full): a watch over the file
 */
GalleyOriginWatch *
galley_origin_watch_new (GFile *file, const char *sha256)
{
  GalleyOriginWatch *self;

  g_return_val_if_fail (G_IS_FILE (file) && g_file_is_native (file) && sha256 != NULL, NULL);

  self = g_object_new (GALLEY_TYPE_ORIGIN_WATCH, NULL);
  self->file = g_object_ref (file);
  self->sha256 = g_strdup (sha256);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, /* cancellable= */ NULL,
                                       /* error= */ NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (event_cb), self,
                             G_CONNECT_SWAPPED);
  look (self);

  return self;
}

/**
 * galley_origin_watch_get_file:
 *
 * Returns: (transfer none): the file
 */
GFile *
galley_origin_watch_get_file (GalleyOriginWatch *self)
{
  g_return_val_if_fail (GALLEY_IS_ORIGIN_WATCH (self), NULL);

  return self->file;
}

/**
 * galley_origin_watch_get_found:
 *
 * Returns: (transfer none) (nullable): digest of what is in the file; %NULL if it could not be read
 *   or was not yet
 */
const char *
galley_origin_watch_get_found (GalleyOriginWatch *self)
{
  g_return_val_if_fail (GALLEY_IS_ORIGIN_WATCH (self), NULL);

  return self->found;
}

/**
 * galley_origin_watch_differs:
 *
 * Returns: whether there is something else in the file than there was
 */
gboolean
galley_origin_watch_differs (GalleyOriginWatch *self)
{
  g_return_val_if_fail (GALLEY_IS_ORIGIN_WATCH (self), FALSE);

  return self->found != NULL && !g_str_equal (self->found, self->sha256);
}
