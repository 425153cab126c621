/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *galley_epub_container_find_opf (GBytes *container,
                                      const char *label,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *galley_epub_container_find_encrypted (GBytes *encryption, const char *label)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
