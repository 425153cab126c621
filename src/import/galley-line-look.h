/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyLineLook:
 * @GALLEY_LINE_LOOK_NONE: like no heading
 * @GALLEY_LINE_LOOK_SENTENCE: "How the river rose"
 * @GALLEY_LINE_LOOK_TITLE: "How the River Rose"
 * @GALLEY_LINE_LOOK_CAPITALS: "HOW THE RIVER ROSE"
 *
 * How a line looks that may be a heading.
 */
typedef enum
{
  GALLEY_LINE_LOOK_NONE,
  GALLEY_LINE_LOOK_SENTENCE,
  GALLEY_LINE_LOOK_TITLE,
  GALLEY_LINE_LOOK_CAPITALS,
} GalleyLineLook;

GalleyLineLook galley_line_look_find (const char *line);
gboolean galley_line_look_is_credit (const char *line);
gboolean galley_line_look_is_title (const char *line);
gboolean galley_line_look_has_label (const char *line, guint *out_length_bytes);

char *galley_line_look_find_byline (const char *line) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_line_look_is_name (const char *words, gsize length_bytes);
gboolean
galley_line_look_is_speaker (const char *line, gsize *out_name_bytes, gboolean *out_has_role);

G_END_DECLS
