/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_html_name_is_host (const char *line);
gboolean galley_html_name_agrees (const char *name, const char *words);
gboolean galley_html_name_is_in_address (const char *address, const char *words);

G_END_DECLS
