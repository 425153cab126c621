/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyHtmlCall:
 * @GALLEY_HTML_CALL_NONE: anything else
 * @GALLEY_HTML_CALL_JOIN: to subscribe, to give, to log in
 * @GALLEY_HTML_CALL_ASK: what begins like that, and goes on with a name or the like
 * @GALLEY_HTML_CALL_AGREE: to have what a page does with its readers' data
 * @GALLEY_HTML_CALL_REPLY: to answer what somebody wrote
 * @GALLEY_HTML_CALL_UNFOLD: to see the rest of something
 *
 * What a button asks its reader to do.
 */
typedef enum
{
  GALLEY_HTML_CALL_NONE,
  GALLEY_HTML_CALL_JOIN,
  GALLEY_HTML_CALL_ASK,
  GALLEY_HTML_CALL_AGREE,
  GALLEY_HTML_CALL_REPLY,
  GALLEY_HTML_CALL_UNFOLD,
} GalleyHtmlCall;

GalleyHtmlCall galley_html_calls_look (const char *label);
gboolean galley_html_calls_appeals (const char *text);
gboolean galley_html_calls_speaks_of_data (const char *text);

G_END_DECLS
