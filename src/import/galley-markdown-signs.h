/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint galley_markdown_signs_count (const char *text, gsize length_bytes);

G_END_DECLS
