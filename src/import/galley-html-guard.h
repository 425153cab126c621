/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyHtmlVerdict:
 * @GALLEY_HTML_FIT: it can be parsed
 * @GALLEY_HTML_TOO_DEEP: elements are nested deeper than any page needs
 * @GALLEY_HTML_TOO_TANGLED: the parser would take too long
 *
 * What is to be expected of markup.
 */
typedef enum
{
  GALLEY_HTML_FIT,
  GALLEY_HTML_TOO_DEEP,
  GALLEY_HTML_TOO_TANGLED,
} GalleyHtmlVerdict;

GalleyHtmlVerdict
galley_html_guard_judge (const char *utf8, gsize length_bytes, guint64 *n_steps, GString *lean);

G_END_DECLS
