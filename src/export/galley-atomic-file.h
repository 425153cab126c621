/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean
galley_atomic_file_write (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error);
gboolean
galley_atomic_file_create (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error);

void galley_atomic_file_write_async (GFile *file,
                                     GBytes *bytes,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean galley_atomic_file_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
