/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *galley_html_charset_guess (const char *data, gsize length_bytes, const char **out_name);

G_END_DECLS
