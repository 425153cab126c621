/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_file_picker_open_multiple (GtkWindow *parent,
                                       const char *title,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GListModel *galley_file_picker_open_multiple_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

void galley_file_picker_open (GtkWindow *parent,
                              const char *title,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GFile *galley_file_picker_open_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

void galley_file_picker_save (GtkWindow *parent,
                              const char *title,
                              const char *initial_name,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GFile *galley_file_picker_save_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

void galley_file_picker_select_multiple_folders (GtkWindow *parent,
                                                 const char *title,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
void galley_file_picker_save_in_folder (GtkWindow *parent,
                                        const char *title,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GFile *galley_file_picker_save_in_folder_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
