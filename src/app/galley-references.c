/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-references.h"

#include "galley-atomic-file.h"
#include "galley-record-verbs.h"
#include "galley-source-keys.h"

#include <glib/gi18n.h>

/* The source log from and to files of programs that keep references, on threads of their own:
 * neither a disk nor a long bibliography holds the window up. */

typedef struct
{
  GFile *file;
  GalleyBibliographyFormat format;
  GalleyBibliographyScope scope;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_free (job);
}

void
galley_references_free (GalleyReferences *self)
{
  g_free (self->name);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_clear_pointer (&self->fates, g_array_unref);
  g_free (self);
}

/**
 * galley_references_make_action:
 *
 * Returns: (transfer full) (nullable): the action that enters what is new, as one step; %NULL if
 *   nothing is
 */
GalleyAction *
galley_references_make_action (const GalleyReferences *self)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (GalleySourceFields));

  for (guint i = 0; i < self->references->len; i++)
    {
      GalleySourceFields fields;

      if (g_array_index (self->fates, GalleyReferenceFate, i) != GALLEY_REFERENCE_NEW)
        continue;
      galley_reference_get_fields (g_ptr_array_index (self->references, i), &fields);
      g_array_append_val (sources, fields);
    }

  return sources->len > 0
             ? galley_verb_add_sources ((GalleySourceFields *) sources->data, sources->len)
             : NULL;
}

static void
decide_fates (GalleyReferences *self, GPtrArray *sources)
{
  GalleySourceKeys *known = galley_source_keys_new (), *read = galley_source_keys_new ();

  for (guint i = 0; i < sources->len; i++)
    {
      GalleySourceFields fields;

      galley_source_get_fields (g_ptr_array_index (sources, i), &fields);
      galley_source_keys_add (known, &fields);
    }
  for (guint i = 0; i < self->references->len; i++)
    {
      GalleyReferenceFate fate = GALLEY_REFERENCE_NEW;
      GalleySourceFields fields;
      gboolean is_first;

      galley_reference_get_fields (g_ptr_array_index (self->references, i), &fields);
      is_first = galley_source_keys_add (read, &fields);
      if (galley_source_keys_add (known, &fields))
        self->n_new++;
      else
        fate = is_first ? GALLEY_REFERENCE_KNOWN : GALLEY_REFERENCE_REPEATED;
      g_array_append_val (self->fates, fate);
    }
  galley_source_keys_free (known);
  galley_source_keys_free (read);
}

static GBytes *
read_bytes (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > GALLEY_BIBLIOGRAPHY_MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The file is larger than %d MB"),
                   GALLEY_BIBLIOGRAPHY_MAX_BYTES / 1024 / 1024);
      return NULL;
    }

  return g_file_load_bytes (file, cancellable, /* etag_out= */ NULL, error);
}

static void
load_func (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = read_bytes (job->file, cancellable, &error);
  g_autoptr (GPtrArray) read = bytes != NULL ? galley_bibliography_read (bytes, &error) : NULL;
  g_autoptr (GPtrArray) sources =
      read != NULL ? galley_desk_list_sources (source, cancellable, &error) : NULL;
  g_autofree char *path = g_file_get_parse_name (job->file);
  GalleyReferences *self;

  if (sources == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self = g_new0 (GalleyReferences, 1);
  self->name = g_path_get_basename (path);
  self->references = g_steal_pointer (&read);
  self->fates = g_array_new (FALSE, FALSE, sizeof (GalleyReferenceFate));
  decide_fates (self, sources);
  g_task_return_pointer (task, self, (GDestroyNotify) galley_references_free);
}

static GTask *
task_new (GalleyDesk *desk,
          GFile *file,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (desk, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  g_task_set_task_data (task, job, job_free);

  return task;
}

/**
 * galley_references_load_async:
 * @desk: whose source log it is put beside
 * @file: a bibliography in any of the formats
 * @cancellable: (nullable): gives up
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * Reads a bibliography and finds out what of it the source log does not have.
 */
void
galley_references_load_async (GalleyDesk *desk,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = task_new (desk, file, cancellable, callback, user_data);

  g_task_set_source_tag (task, galley_references_load_async);
  g_task_run_in_thread (task, load_func);
}

/**
 * galley_references_load_finish:
 *
 * Returns: (transfer full): what was read; %NULL with @error if it could not be
 */
GalleyReferences *
galley_references_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, galley_references_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The oldest first: the order in which it is entered again. */
static void
save_func (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) sources = galley_desk_list_sources (source, cancellable, &error);
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = sources != NULL ? sources->len : 0; i > 0; i--)
    g_ptr_array_add (ordered, g_ptr_array_index (sources, i - 1));
  if (sources != NULL)
    bytes = galley_bibliography_write (ordered, job->format, job->scope);
  if (bytes != NULL && galley_atomic_file_write (job->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * galley_references_save_async:
 * @desk: whose source log is written
 * @file: where to
 * @format: in which format
 * @scope: what of it
 * @cancellable: (nullable): gives up
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * Writes the source log as a bibliography.
 */
void
galley_references_save_async (GalleyDesk *desk,
                              GFile *file,
                              GalleyBibliographyFormat format,
                              GalleyBibliographyScope scope,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = task_new (desk, file, cancellable, callback, user_data);
  Job *job = g_task_get_task_data (task);

  job->format = format;
  job->scope = scope;
  g_task_set_source_tag (task, galley_references_save_async);
  g_task_run_in_thread (task, save_func);
}

/**
 * galley_references_save_finish:
 *
 * Returns: whether it was written
 */
gboolean
galley_references_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, galley_references_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
