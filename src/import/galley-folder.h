/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean galley_folder_is_one (GFile *file, GCancellable *cancellable);
GPtrArray *galley_folder_list (GFile *folder, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
