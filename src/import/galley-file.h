/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *galley_file_load (const char *path,
                          const char *label,
                          gsize max_bytes,
                          int *out_copy,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *galley_file_load_to_disk (const char *path,
                                  const char *label,
                                  gsize max_bytes,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_file_check_type (GFileType type, const char *label, GError **error);

G_END_DECLS
