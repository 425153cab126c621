/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyHtmlHints:
 * @GALLEY_HTML_HINT_BODY: the text of the article ("article-body")
 * @GALLEY_HTML_HINT_ASIDE: what stands around an article ("related", "share", "newsletter")
 * @GALLEY_HTML_HINT_COMMENTS: what readers wrote below it
 * @GALLEY_HTML_HINT_HIDDEN: what nobody sees
 * @GALLEY_HTML_HINT_TITLE: the headline
 * @GALLEY_HTML_HINT_LEAD: the standfirst
 * @GALLEY_HTML_HINT_BYLINE: who wrote it
 * @GALLEY_HTML_HINT_DATE: when it appeared
 * @GALLEY_HTML_HINT_CAPTION: what a picture shows
 * @GALLEY_HTML_HINT_NOTICE: what is laid over the page and asks for something ("cookie-consent")
 * @GALLEY_HTML_HINT_FILM: a film, or what says something of one
 * @GALLEY_HTML_HINT_COMMENT: what one reader wrote, or what a newspaper calls an opinion
 * ("comment", "tone-comment")
 *
 * What those who made a page called an element. Names are no more than hints: they are given for
 * looks, and on many pages mean nothing.
 */
typedef enum
{
  GALLEY_HTML_HINT_BODY = 1 << 0,
  GALLEY_HTML_HINT_ASIDE = 1 << 1,
  GALLEY_HTML_HINT_COMMENTS = 1 << 2,
  GALLEY_HTML_HINT_HIDDEN = 1 << 3,
  GALLEY_HTML_HINT_TITLE = 1 << 4,
  GALLEY_HTML_HINT_LEAD = 1 << 5,
  GALLEY_HTML_HINT_BYLINE = 1 << 6,
  GALLEY_HTML_HINT_DATE = 1 << 7,
  GALLEY_HTML_HINT_CAPTION = 1 << 8,
  GALLEY_HTML_HINT_NOTICE = 1 << 9,
  GALLEY_HTML_HINT_FILM = 1 << 10,
  GALLEY_HTML_HINT_COMMENT = 1 << 11,
} GalleyHtmlHints;

gboolean galley_html_vocabulary_is_slug (const char *name);
guint galley_html_vocabulary_look (const char *names);

G_END_DECLS
