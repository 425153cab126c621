/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the Export dialog remembers: what went out last, in which form, and for each form which
 * options were on. */

char *galley_export_memory_get_choice (void) G_GNUC_WARN_UNUSED_RESULT;
char *galley_export_memory_get_format (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_export_memory_has_option (const char *format, const char *option);
void galley_export_memory_keep (const char *choice,
                                const char *format,
                                gboolean has_layout,
                                const char *const *options);

G_END_DECLS
