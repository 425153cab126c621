/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *galley_html_byline_normalize (const char *words) G_GNUC_WARN_UNUSED_RESULT;
char *galley_html_byline_cut_name (const char *byline, const char *publication)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
