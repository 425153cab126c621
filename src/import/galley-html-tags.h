/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

/**
 * GalleyHtmlDisplay:
 * @GALLEY_HTML_INLINE: its text goes on in the line
 * @GALLEY_HTML_BLOCK: its text stands apart from what comes before and after
 * @GALLEY_HTML_UNSEEN: nobody reads what is in it: scripts, styles, the choices of a form
 *
 * How a browser sets an element that no style sheet says anything of.
 */
typedef enum
{
  GALLEY_HTML_INLINE,
  GALLEY_HTML_BLOCK,
  GALLEY_HTML_UNSEEN,
} GalleyHtmlDisplay;

GalleyHtmlDisplay galley_html_tag_get_display (GumboTag tag);
guint galley_html_tag_get_heading_level (GumboTag tag);
gboolean galley_html_tag_is_container (GumboTag tag);

G_END_DECLS
