/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-annotations-reader.h"
#include "galley-file-picker.h"

#include <glib/gi18n.h>

/* Annotations of the open article, from a file: where their words are, what somebody decides about
 * that, and the one step that makes claims of them. */

static void
made_action_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autoptr (GalleyAction) action = g_task_propagate_pointer (G_TASK (result), NULL);

  if (action != NULL && self->saver != NULL)
    galley_window_perform (self, action, _ ("Annotations imported"));
}

static void
make_action_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, galley_intake_make_action (source),
                         (GDestroyNotify) galley_action_unref);
}

static void
import_cb (GalleyWindow *self, GalleyIntake *intake)
{
  g_autoptr (GTask) task =
      g_task_new (intake, self->cancellable, made_action_cb, g_object_ref (self));

  g_task_run_in_thread (task, make_action_in_thread);
}

static void
placed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyIntakeDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;

  if (galley_intake_place_finish (GALLEY_INTAKE (source), result, &error))
    galley_intake_dialog_show (dialog, GALLEY_INTAKE (source));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    galley_intake_dialog_fail (dialog, error->message);
}

static GBytes *
read_bytes (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > GALLEY_ANNOTATIONS_MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The file is larger than %d MB"),
                   GALLEY_ANNOTATIONS_MAX_BYTES / (1024 * 1024));
      return NULL;
    }

  return g_file_load_bytes (file, cancellable, /* etag_out= */ NULL, error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = read_bytes (data, cancellable, &error);
  GPtrArray *annotations = bytes != NULL ? galley_annotations_read (bytes, &error) : NULL;

  if (annotations != NULL)
    g_task_return_pointer (task, annotations, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  GalleyIntakeDialog *dialog = GALLEY_INTAKE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) annotations = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GalleyIntake) intake = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->check == NULL ||
      self->desk == NULL)
    return;
  if (annotations == NULL)
    {
      galley_intake_dialog_fail (dialog, error->message);
      return;
    }

  intake = galley_intake_new (self->check, annotations);
  galley_intake_place_async (intake, self->desk, galley_intake_dialog_get_cancellable (dialog),
                             placed_cb, g_object_ref (dialog));
}

/**
 * galley_window_import_annotations:
 * @file: Web Annotations of the article that is open
 *
 * Shows what would become of them.
 */
void
galley_window_import_annotations (GalleyWindow *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;

  if (self->check == NULL || galley_window_refuse_signed (self) ||
      galley_window_refuse_blind (self))
    return;

  galley_window_flush (self);
  galley_window_close_intake (self);
  self->intake = galley_intake_dialog_new (GTK_WINDOW (self), self->article_view);
  g_object_add_weak_pointer (G_OBJECT (self->intake), (gpointer *) &self->intake);
  g_signal_connect_object (self->intake, "import", G_CALLBACK (import_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->intake));

  task = g_task_new (self->intake, galley_intake_dialog_get_cancellable (self->intake), read_cb,
                     g_object_ref (self));
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * galley_window_take_annotations:
 * @file: Web Annotations that were opened or dropped
 *
 * Shows what would become of them in the article that is open, once it is. Without one, says what
 * to do.
 */
void
galley_window_take_annotations (GalleyWindow *self, GFile *file)
{
  if (self->load != NULL)
    g_set_object (&self->annotations, file);
  else if (self->check != NULL)
    galley_window_import_annotations (self, file);
  else
    galley_window_say (self, _ ("Open the article that the annotations are of, then import them"));
}

/**
 * galley_window_take_waiting_annotations:
 *
 * An article is open: what has waited for it has its turn.
 */
void
galley_window_take_waiting_annotations (GalleyWindow *self)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->annotations);

  if (file != NULL)
    galley_window_import_annotations (self, file);
}

/**
 * galley_window_close_intake:
 *
 * Another article is shown, or another draft of it: what was to become of annotations is to be
 * found anew.
 */
void
galley_window_close_intake (GalleyWindow *self)
{
  if (self->intake == NULL)
    return;

  g_object_remove_weak_pointer (G_OBJECT (self->intake), (gpointer *) &self->intake);
  gtk_window_close (GTK_WINDOW (self->intake));
  self->intake = NULL;
}

static void
picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autoptr (GFile) file = galley_file_picker_open_finish (result, NULL);

  if (file != NULL)
    galley_window_import_annotations (self, file);
}

static void
import_annotations_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_file_picker_open (GTK_WINDOW (self), _ ("Import Annotations"), self->cancellable,
                           picked_cb, g_object_ref (self));
}

static void
import_annotations_uri_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  galley_window_import_annotations (user_data, file);
}

/**
 * galley_window_add_annotation_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_annotation_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "import-annotations", .activate = import_annotations_action },
    { .name = "import-annotations-uri",
      .activate = import_annotations_uri_action,
      .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
