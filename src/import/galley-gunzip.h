/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *galley_gunzip (GBytes *packed, gsize max_bytes, gboolean *out_is_too_large)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
