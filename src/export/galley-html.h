/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-copy.h"

G_BEGIN_DECLS

/**
 * GalleyHtmlContainer:
 * @GALLEY_HTML_NONE: none
 * @GALLEY_HTML_LIST: a list of items
 * @GALLEY_HTML_QUOTE: quotes of the article
 * @GALLEY_HTML_FACTS: facts, of which the last is not closed
 * @GALLEY_HTML_EVIDENCE: the evidence within the last of them
 *
 * Which element the elements written last are in.
 */
typedef enum
{
  GALLEY_HTML_NONE,
  GALLEY_HTML_LIST,
  GALLEY_HTML_QUOTE,
  GALLEY_HTML_FACTS,
  GALLEY_HTML_EVIDENCE,
} GalleyHtmlContainer;

/**
 * GalleyHtml:
 * @copy: what is written
 * @out: the page so far
 * @names: what each claim is called, such as "Claim 3, confirmed", already escaped: overlapping
 * claims are named many times
 * @article_lang: attribute for an element with words of the article among the program's own; ""
 *   where both have the same language
 * @own_lang: attribute for an element with the program's own words among those of the article; ""
 *   where both have the same language
 * @container: what is open within the part
 * @depth: of open lists
 * @n_columns: of the open table that no cell is written for yet in this row
 * @n_charts: charts so far
 * @entries: (nullable): class of the open list of entries
 * @is_in_header: whether the header of the page is open
 * @is_in_article: whether the words of the article are being written
 * @is_in_entry: whether an entry is open
 * @is_in_evidence: whether one piece of evidence is open
 *
 * A page in the making. Its parts are written by galley-html-elements.c, their words by
 * galley-html-inline.c.
 */
typedef struct
{
  GalleyCopy *copy;
  GString *out;
  char **names;
  char *article_lang;
  char *own_lang;
  GalleyHtmlContainer container;
  guint depth;
  guint n_columns;
  guint n_charts;
  const char *entries;
  gboolean is_in_header;
  gboolean is_in_heads; /* the row that names the columns of a table */
  gboolean is_in_article;
  gboolean is_in_entry;
  gboolean is_in_evidence;
} GalleyHtml;

void galley_html_append_text (GalleyHtml *self, const char *utf8);
void galley_html_append_runs (GalleyHtml *self, const GalleyCopyElement *element);
const char *galley_html_get_lang (GalleyHtml *self, const GalleyCopyElement *element);
void galley_html_append_elements (GalleyHtml *self);

G_END_DECLS
