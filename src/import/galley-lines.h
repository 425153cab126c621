/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-text.h"

G_BEGIN_DECLS

/**
 * GalleyLine:
 * @text: its first character that is no white space; not NUL-terminated
 * @length_bytes: length of @text up to the last character that is no white space
 * @range: the same in the text
 * @indent: columns of white space before it
 * @after_blank: whether a blank line, the end of a page or the start of the text is before it
 *
 * A line of a text that has more than white space.
 */
typedef struct
{
  const char *text;
  guint length_bytes;
  GalleyRange range;
  guint indent;
  gboolean after_blank;
} GalleyLine;

GArray *galley_lines_split (GalleyText *text) G_GNUC_WARN_UNUSED_RESULT;
GalleyLine galley_line_skip (const GalleyLine *line, guint n_bytes);
gboolean galley_line_is_space (gunichar character);
gboolean galley_line_ends_at (const char *p);

G_END_DECLS
