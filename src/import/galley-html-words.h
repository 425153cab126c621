/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_html_is_space (gunichar character);
char *galley_html_squeeze (const char *utf8) G_GNUC_WARN_UNUSED_RESULT;
char *galley_html_fold (const char *utf8) G_GNUC_WARN_UNUSED_RESULT;
guint galley_html_weigh (const char *utf8);
gboolean galley_html_resemble (const char *folded, const char *folded_other);

G_END_DECLS
