/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is remembered of exports: what went out last; of each layout in which format; and of each
 * layout in each format, and of each format without layouts, which options were on. What is printed
 * counts as a format, named GALLEY_EXPORT_MEMORY_PRINT, and has a choice of its own. */

#define GALLEY_EXPORT_MEMORY_PRINT "print"

char *galley_export_memory_get_choice (gboolean is_printed) G_GNUC_WARN_UNUSED_RESULT;
char *galley_export_memory_get_format (const char *layout) G_GNUC_WARN_UNUSED_RESULT;
gboolean
galley_export_memory_has_option (const char *layout, const char *format, const char *option);
void galley_export_memory_keep (const char *layout, const char *format, const char *const *options);

G_END_DECLS
