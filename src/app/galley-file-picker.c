/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-file-picker.h"

#include <glib/gi18n.h>

/* The system's dialogs for choosing files, in the shape of GtkFileDialog, which follows them in a
 * later GTK. Nothing else in the program knows GtkFileChooserNative. */

static void
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (user_data));
  g_signal_emit_by_name (user_data, "response", GTK_RESPONSE_CANCEL);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_signal_handlers_disconnect_by_data (dialog, task);
  if (cancellable != NULL)
    g_signal_handlers_disconnect_by_data (cancellable, dialog);

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)),
                           g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s",
                             _ ("No file was chosen"));
}

static void
show (GtkFileChooserNative *dialog,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  /* The task owns the dialog, and the dialog's answer the task. */
  g_task_set_task_data (task, dialog, g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled_cb), dialog, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * galley_file_picker_open_multiple:
 * @parent: the window that asks
 * @title: what for, in header capitals
 * @cancellable: (nullable): takes the dialog away
 * @callback: called when there is an answer
 * @user_data: for @callback
 *
 * Lets a person choose files to read.
 */
void
galley_file_picker_open_multiple (GtkWindow *parent,
                                  const char *title,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  static const char *const types[] = {
    "text/plain",
    "text/markdown",
    "text/html",
    "application/xhtml+xml",
    "multipart/related",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
    "application/epub+zip",
    "application/pdf",
    "application/rtf",
    "application/msword",
  };
  static const char *const suffixes[] = { "txt", "md",    "markdown", "html",  "htm",  "xhtml",
                                          "mht", "mhtml", "docx",     "odt",   "fodt", "epub",
                                          "pdf", "rtf",   "doc",      "galley" };
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) texts = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (texts, _ ("Articles"));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_file_filter_add_mime_type (texts, types[i]);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (texts, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), texts);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  show (dialog, cancellable, callback, user_data);
}

/**
 * galley_file_picker_open_multiple_finish:
 *
 * Returns: (transfer full) (nullable): a list of #GFile; %NULL with G_IO_ERROR_CANCELLED if none
 *   was chosen
 */
GListModel *
galley_file_picker_open_multiple_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * galley_file_picker_open:
 * @parent: the window that asks
 * @title: what for, in header capitals
 * @cancellable: (nullable): takes the dialog away
 * @callback: called when there is an answer
 * @user_data: for @callback
 *
 * Lets a person choose one file of any kind.
 */
void
galley_file_picker_open (GtkWindow *parent,
                         const char *title,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  show (gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                     _ ("_Cancel")),
        cancellable, callback, user_data);
}

/**
 * galley_file_picker_open_finish:
 *
 * Returns: (transfer full) (nullable): the file; %NULL with G_IO_ERROR_CANCELLED if none was chosen
 */
GFile *
galley_file_picker_open_finish (GAsyncResult *result, GError **error)
{
  return galley_file_picker_save_finish (result, error);
}

/**
 * galley_file_picker_save:
 * @parent: the window that asks
 * @title: what for, in header capitals
 * @initial_name: a file name to begin with
 * @cancellable: (nullable): takes the dialog away
 * @callback: called when there is an answer
 * @user_data: for @callback
 *
 * Lets a person choose a file to write.
 */
void
galley_file_picker_save (GtkWindow *parent,
                         const char *title,
                         const char *initial_name,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), initial_name);
  show (dialog, cancellable, callback, user_data);
}

/**
 * galley_file_picker_save_finish:
 *
 * Returns: (transfer full) (nullable): the file; %NULL with G_IO_ERROR_CANCELLED if none was chosen
 */
GFile *
galley_file_picker_save_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (GListModel) files = g_task_propagate_pointer (G_TASK (result), error);

  return files != NULL ? g_list_model_get_item (files, 0) : NULL;
}

/**
 * galley_file_picker_select_multiple_folders:
 * @parent: the window that asks
 * @title: what for, in header capitals
 * @cancellable: (nullable): takes the dialog away
 * @callback: called when there is an answer
 * @user_data: for @callback
 *
 * Lets a person choose folders to read; galley_file_picker_open_multiple_finish() tells which.
 */
void
galley_file_picker_select_multiple_folders (GtkWindow *parent,
                                            const char *title,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Import"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  show (dialog, cancellable, callback, user_data);
}

/**
 * galley_file_picker_save_in_folder:
 * @parent: the window that asks
 * @title: what for, in header capitals
 * @cancellable: (nullable): takes the dialog away
 * @callback: called when there is an answer
 * @user_data: for @callback
 *
 * Lets a person choose a folder to write files in; galley_file_picker_save_in_folder_finish() tells
 * which.
 */
void
galley_file_picker_save_in_folder (GtkWindow *parent,
                                   const char *title,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  show (gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                     _ ("_Export"), _ ("_Cancel")),
        cancellable, callback, user_data);
}

/**
 * galley_file_picker_save_in_folder_finish:
 *
 * Returns: (transfer full) (nullable): the folder; %NULL with G_IO_ERROR_CANCELLED if none was
 *   chosen
 */
GFile *
galley_file_picker_save_in_folder_finish (GAsyncResult *result, GError **error)
{
  return galley_file_picker_save_finish (result, error);
}
