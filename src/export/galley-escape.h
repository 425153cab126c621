/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyMarkdownPlace:
 * @GALLEY_MARKDOWN_LINE_START: nothing but white space and markers stands before it in its line
 * @GALLEY_MARKDOWN_INLINE: words stand before it
 *
 * Where escaped Markdown goes: some characters start markup only at the start of a line.
 */
typedef enum
{
  GALLEY_MARKDOWN_LINE_START,
  GALLEY_MARKDOWN_INLINE,
} GalleyMarkdownPlace;

void galley_escape_html (GString *out, const char *utf8, gssize length_bytes);
void galley_escape_markdown (GString *out,
                             const char *utf8,
                             gssize length_bytes,
                             const char *line_prefix,
                             GalleyMarkdownPlace *place);
void
galley_escape_text (GString *out, const char *utf8, gssize length_bytes, const char *line_prefix);
void galley_escape_close_direction (GString *out, const char *utf8);
void galley_escape_xml (GString *out, const char *utf8, gssize length_bytes);
gboolean galley_escape_is_formula (const char *utf8);
void galley_escape_csv (GString *out, const char *utf8);
void galley_escape_csv_row (GString *out, const char *const *cells, guint n_cells);
char *galley_escape_href (const char *address) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
