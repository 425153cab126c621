/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean
galley_web_address_find (const char *text, gsize *out_start_bytes, gsize *out_length_bytes);
char *galley_web_address_complete (const char *address) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
