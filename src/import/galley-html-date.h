/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *galley_html_date_normalize (const char *date) G_GNUC_WARN_UNUSED_RESULT;

char *galley_html_date_read_shown (const char *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
