/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-span.h"

G_BEGIN_DECLS

/**
 * GalleyHtml:
 * @report: what is written
 * @spans: its words, cut at the claims
 * @out: the page so far
 * @names: what each claim is called, such as "Claim 3, confirmed", already escaped: overlapping
 * claims are named many times
 * @article_lang: attribute for an element with words of the article among the program's own; ""
 *   where both have the same language
 * @own_lang: attribute for an element with the program's own words in a page that has the article's
 *   language; "" where both have the same
 *
 * A page in the making. Its parts are written by galley-html-article.c, galley-html-claims.c and,
 * around them, galley-html-writer.c.
 */
typedef struct
{
  GalleyReport *report;
  GalleySpans *spans;
  GString *out;
  char **names;
  char *article_lang;
  char *own_lang;
} GalleyHtml;

void galley_html_append_text (GalleyHtml *self, const char *utf8);
void galley_html_append_address (GalleyHtml *self, const char *address);
void galley_html_append_time (GalleyHtml *self, gint64 time);

gboolean galley_html_begins_with_title (GalleyHtml *self);
void galley_html_append_piece (GalleyHtml *self, const GalleyPiece *piece);
void galley_html_append_blocks (GalleyHtml *self, guint first_piece);

void galley_html_append_claims (GalleyHtml *self);
void galley_html_append_dismissals (GalleyHtml *self);

G_END_DECLS
