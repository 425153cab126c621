/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *galley_xhtml_to_html (const char *utf8, gsize length_bytes, gboolean plays_media)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
