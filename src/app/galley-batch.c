/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-batch.h"

#include "galley-desk-package.h"
#include "galley-report-maker.h"

#include <glib/gi18n.h>

/**
 * GalleyBatch:
 *
 * Exports several articles into a folder, one file each, one after the other, each as the library
 * has it when its turn comes.
 *
 * First the folder is looked at: whether anything can be written there, and which of the files are
 * there already. Those are replaced if a person wants that; otherwise the new ones get names that
 * are free, and even a file that somebody makes meanwhile stays.
 *
 * A review package for each article is written by the desk, and no report is made for it.
 *
 * What keeps one article from being written is told with that article, and the next one is tried;
 * unless no other could be written either, such as where the disk is full.
 */
struct _GalleyBatch
{
  GObject parent_instance;

  GalleyDesk *desk;
  GFile *folder;
  const GalleyExportFormat *format;
  GalleyReportOptions options; /* its words are not owned, and NULL */
  GPtrArray *results;          /* (element-type GalleyExported) */

  GHashTable *existing; /* (nullable) the names in the folder, of galley_export_names_new() */
  gboolean may_replace;
  guint n_done;
  GError *error; /* (nullable) why no more were written */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyBatch, galley_batch, G_TYPE_OBJECT)

static void
galley_batch_finalize (GObject *object)
{
  GalleyBatch *self = GALLEY_BATCH (object);

  g_object_unref (self->desk);
  g_object_unref (self->folder);
  g_ptr_array_unref (self->results);
  g_clear_pointer (&self->existing, g_hash_table_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (galley_batch_parent_class)->finalize (object);
}

static void
galley_batch_class_init (GalleyBatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_batch_finalize;

  /**
   * GalleyBatch::changed:
   *
   * The next article has its turn.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_batch_init (GalleyBatch *self)
{
  self->results = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * galley_batch_new:
 * @desk: the library
 * @articles: (element-type GalleyArticle): what goes out, in order
 * @folder: where to
 * @format: in which form; the package is one, too
 * @options: with which options; who publishes is looked up
 *
 * Returns: (transfer full): a batch that has not begun
 */
GalleyBatch *
galley_batch_new (GalleyDesk *desk,
                  GPtrArray *articles,
                  GFile *folder,
                  const GalleyExportFormat *format,
                  const GalleyReportOptions *options)
{
  GalleyBatch *self = g_object_new (GALLEY_TYPE_BATCH, NULL);

  self->desk = g_object_ref (desk);
  self->folder = g_object_ref (folder);
  self->format = format;
  self->options = *options;
  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (self->results, galley_exported_new (g_ptr_array_index (articles, i)));

  return self;
}

GFile *
galley_batch_get_folder (GalleyBatch *self)
{
  g_return_val_if_fail (GALLEY_IS_BATCH (self), NULL);

  return self->folder;
}

/**
 * galley_batch_get_results:
 *
 * Returns: (transfer none) (element-type GalleyExported): what came of each article, in order
 */
GPtrArray *
galley_batch_get_results (GalleyBatch *self)
{
  g_return_val_if_fail (GALLEY_IS_BATCH (self), NULL);

  return self->results;
}

/**
 * galley_batch_get_n_done:
 *
 * Returns: how many articles have had their turn; the next one has it now
 */
guint
galley_batch_get_n_done (GalleyBatch *self)
{
  g_return_val_if_fail (GALLEY_IS_BATCH (self), 0);

  return self->n_done;
}

/**
 * galley_batch_get_error:
 *
 * Returns: (transfer none) (nullable): why it ended before its last article; %NULL if it did not,
 *   or was cancelled
 */
const GError *
galley_batch_get_error (GalleyBatch *self)
{
  g_return_val_if_fail (GALLEY_IS_BATCH (self), NULL);

  return self->error;
}

/* The names in a folder, if files can be written there. */
static GHashTable *
list_names (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (folder, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr (GFileEnumerator) files = NULL;
  g_autoptr (GHashTable) names = NULL;
  g_autofree char *shown = g_file_get_parse_name (folder);
  GFileInfo *child = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE) &&
      !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                   _ ("Nothing can be written in the folder “%s”"), shown);
      return NULL;
    }

  files = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                                     G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  if (files == NULL)
    return NULL;
  names = galley_export_names_new ();
  do
    {
      if (!g_file_enumerator_iterate (files, &child, /* out_child= */ NULL, cancellable, error))
        return NULL;
      if (child != NULL)
        galley_export_names_add (names, g_file_info_get_display_name (child));
    }
  while (child != NULL);

  return g_steal_pointer (&names);
}

static void
look_thread (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  GError *error = NULL;
  GHashTable *names = list_names (folder, cancellable, &error);

  if (names != NULL)
    g_task_return_pointer (task, names, (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

/**
 * galley_batch_look_async:
 *
 * Looks at the folder.
 */
void
galley_batch_look_async (GalleyBatch *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GALLEY_IS_BATCH (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, galley_batch_look_async);
  g_task_set_task_data (task, g_object_ref (self->folder), g_object_unref);
  g_task_run_in_thread (task, look_thread);
}

/* Names the files: like others of the batch none, and like those in the folder only if they may be
 * replaced. */
static guint
name_files (GalleyBatch *self, gboolean may_replace)
{
  g_autoptr (GHashTable) names =
      may_replace ? galley_export_names_new () : g_hash_table_ref (self->existing);
  guint n_existing = 0;

  for (guint i = 0; i < self->results->len; i++)
    {
      GalleyExported *exported = g_ptr_array_index (self->results, i);
      g_autofree char *wanted =
          galley_export_name_article (exported->article, self->format, self->options.layout);

      g_free (exported->name);
      exported->name = galley_export_names_take (names, wanted);
      if (may_replace && galley_export_names_has (self->existing, exported->name))
        n_existing++;
    }

  return n_existing;
}

/**
 * galley_batch_look_finish:
 * @out_n_existing: (out): how many of the files are there already
 *
 * Returns: %FALSE with an error of %G_IO_ERROR, one sentence, if nothing can be written there
 */
gboolean
galley_batch_look_finish (GalleyBatch *self,
                          GAsyncResult *result,
                          guint *out_n_existing,
                          GError **error)
{
  GHashTable *names = g_task_propagate_pointer (G_TASK (result), error);

  if (names == NULL)
    return FALSE;

  g_clear_pointer (&self->existing, g_hash_table_unref);
  self->existing = names;
  *out_n_existing = name_files (self, /* may_replace= */ TRUE);

  return TRUE;
}

static void start_next (GTask *task);

/* What would befall every other article, too. That one file must not be replaced would not. */
static gboolean
is_about_folder (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* The article that has its turn had it; @error: (nullable): why it is not written. */
static void
finish_one (GTask *task, GError *error)
{
  GalleyBatch *self = g_task_get_source_object (task);
  GalleyExported *exported = g_ptr_array_index (self->results, self->n_done);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  exported->is_written = error == NULL;
  if (error != NULL)
    exported->error = g_error_copy (error);
  self->n_done++;
  if (error != NULL && is_about_folder (error))
    {
      self->error = g_error_copy (error);
      g_task_return_boolean (task, FALSE);
      return;
    }

  start_next (task);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  galley_export_to_file_finish (result, &error);
  finish_one (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GalleyBatch *self = g_task_get_source_object (task);
  GalleyExported *exported = g_ptr_array_index (self->results, self->n_done);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyReport) report = galley_report_maker_make_finish (result, &error);
  g_autoptr (GFile) file = NULL;

  if (report == NULL)
    {
      finish_one (task, error);
      return;
    }

  file = g_file_get_child_for_display_name (self->folder, exported->name, &error);
  if (file == NULL)
    finish_one (task, error);
  else if (self->may_replace)
    galley_export_to_file_async (report, self->format, file, g_task_get_cancellable (task),
                                 written_cb, g_object_ref (task));
  else
    galley_export_to_new_file_async (report, self->format, file, g_task_get_cancellable (task),
                                     written_cb, g_object_ref (task));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GalleyBatch *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyCheck) check = galley_desk_load_finish (GALLEY_DESK (source), result, &error);

  if (check == NULL)
    finish_one (task, error);
  else
    galley_report_maker_make_async (self->desk, check, &self->options, /* session_id= */ NULL,
                                    g_task_get_cancellable (task), made_cb, g_object_ref (task));
}

static void
package_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  galley_desk_write_package_finish (GALLEY_DESK (source), result, &error);
  finish_one (task, error);
}

static void
write_package (GTask *task, GalleyExported *exported)
{
  GalleyBatch *self = g_task_get_source_object (task);
  const char *const ids[] = { galley_article_get_id (exported->article), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_get_child_for_display_name (self->folder, exported->name, &error);

  if (file == NULL)
    finish_one (task, error);
  else if (self->may_replace)
    galley_desk_write_package_async (self->desk, ids, file, g_task_get_cancellable (task),
                                     package_written_cb, g_object_ref (task));
  else
    galley_desk_write_new_package_async (self->desk, ids, file, g_task_get_cancellable (task),
                                         package_written_cb, g_object_ref (task));
}

static void
start_next (GTask *task)
{
  GalleyBatch *self = g_task_get_source_object (task);
  GalleyExported *exported;

  if (self->n_done == self->results->len)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_signal_emit (self, signals[CHANGED], 0);
  exported = g_ptr_array_index (self->results, self->n_done);
  if (self->format == galley_export_get_package ())
    write_package (task, exported);
  else
    galley_desk_load_async (self->desk, galley_article_get_id (exported->article),
                            g_task_get_cancellable (task), loaded_cb, g_object_ref (task));
}

/**
 * galley_batch_run_async:
 * @may_replace: whether files that are there already are replaced; otherwise they stay, and the new
 *   ones are named differently
 * @cancellable: (nullable): ends it after the file that is whole already
 *
 * Writes the files, after galley_batch_look_async(), once.
 */
void
galley_batch_run_async (GalleyBatch *self,
                        gboolean may_replace,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GALLEY_IS_BATCH (self) && self->existing != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, galley_batch_run_async);
  /* What was written counts, even if somebody cancelled after that. */
  g_task_set_check_cancellable (task, FALSE);
  self->may_replace = may_replace;
  name_files (self, may_replace);
  start_next (task);
}

/**
 * galley_batch_run_finish:
 *
 * Returns: whether every article had its turn; what came of each the results tell
 */
gboolean
galley_batch_run_finish (GalleyBatch *self, GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), /* error= */ NULL);
}
