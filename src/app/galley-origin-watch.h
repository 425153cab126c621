/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_ORIGIN_WATCH (galley_origin_watch_get_type ())
G_DECLARE_FINAL_TYPE (GalleyOriginWatch, galley_origin_watch, GALLEY, ORIGIN_WATCH, GObject)

GalleyOriginWatch *galley_origin_watch_new (GFile *file, const char *sha256)
    G_GNUC_WARN_UNUSED_RESULT;

GFile *galley_origin_watch_get_file (GalleyOriginWatch *self);
const char *galley_origin_watch_get_found (GalleyOriginWatch *self);
gboolean galley_origin_watch_differs (GalleyOriginWatch *self);

G_END_DECLS
