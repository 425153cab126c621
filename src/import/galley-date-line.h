/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_date_line_has_word (const char *word);
gboolean galley_date_line_is_update (const char *line);
char *galley_date_line_parse (const char *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
