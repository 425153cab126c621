/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void
galley_quoted_find_marks (const char *words, const char **out_opening, const char **out_closing);
char *galley_quoted (const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
