/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-reference.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What formats have in common, and their readers and writers. A reader is given the whole file, of
 * valid UTF-8 without a byte order mark. It returns (element-type GalleyReference), or %NULL with
 * %G_IO_ERROR_INVALID_DATA. A writer is given (element-type GalleySource), all of which may go out.
 */

guint galley_bibliography_count_lines (const char *start, const char *end);
gboolean galley_bibliography_finish (GalleyReference *reference, const char *fallback);

gboolean galley_bibtex_recognise (const char *utf8);
GPtrArray *galley_bibtex_read (const char *utf8, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GString *galley_bibtex_write (GPtrArray *sources) G_GNUC_WARN_UNUSED_RESULT;

gboolean galley_ris_recognise (const char *utf8);
GPtrArray *galley_ris_read (const char *utf8, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GString *galley_ris_write (GPtrArray *sources) G_GNUC_WARN_UNUSED_RESULT;

gboolean galley_csl_recognise (const char *utf8);
GPtrArray *galley_csl_read (const char *utf8, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GString *galley_csl_write (GPtrArray *sources) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
