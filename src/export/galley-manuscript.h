/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-report.h"

G_BEGIN_DECLS

/**
 * GalleyManuscriptStyle:
 * @GALLEY_MANUSCRIPT_BODY: running text
 * @GALLEY_MANUSCRIPT_TITLE: the headline
 * @GALLEY_MANUSCRIPT_LEAD: the paragraph that opens the article
 * @GALLEY_MANUSCRIPT_HEADING: a heading, which has a level
 * @GALLEY_MANUSCRIPT_ITEM: an item of a list, which has a level
 * @GALLEY_MANUSCRIPT_QUOTE: a quotation set apart
 * @GALLEY_MANUSCRIPT_ATTRIBUTION: who speaks or writes
 * @GALLEY_MANUSCRIPT_CELL: in a cell of a table
 * @GALLEY_MANUSCRIPT_BOILERPLATE: no part of the article
 * @GALLEY_MANUSCRIPT_COMMENT: in a comment
 * @GALLEY_MANUSCRIPT_REVIEW: said of the check, not in the article
 * @GALLEY_MANUSCRIPT_REVIEW_TITLE: likewise; begins a page
 * @GALLEY_MANUSCRIPT_REVIEW_HEADING: likewise
 * @GALLEY_MANUSCRIPT_REVIEW_ENTRY: likewise; the first line about a source or a claim
 * @GALLEY_MANUSCRIPT_REVIEW_DETAIL: likewise; a further one
 *
 * What a paragraph is. An editor can change how all paragraphs of a style look.
 */
typedef enum
{
  GALLEY_MANUSCRIPT_BODY,
  GALLEY_MANUSCRIPT_TITLE,
  GALLEY_MANUSCRIPT_LEAD,
  GALLEY_MANUSCRIPT_HEADING,
  GALLEY_MANUSCRIPT_ITEM,
  GALLEY_MANUSCRIPT_QUOTE,
  GALLEY_MANUSCRIPT_ATTRIBUTION,
  GALLEY_MANUSCRIPT_CELL,
  GALLEY_MANUSCRIPT_BOILERPLATE,
  GALLEY_MANUSCRIPT_COMMENT,
  GALLEY_MANUSCRIPT_REVIEW,
  GALLEY_MANUSCRIPT_REVIEW_TITLE,
  GALLEY_MANUSCRIPT_REVIEW_HEADING,
  GALLEY_MANUSCRIPT_REVIEW_ENTRY,
  GALLEY_MANUSCRIPT_REVIEW_DETAIL,
} GalleyManuscriptStyle;
#define GALLEY_N_MANUSCRIPT_STYLES (GALLEY_MANUSCRIPT_REVIEW_DETAIL + 1)

#define GALLEY_MANUSCRIPT_MAX_LEVEL 9

/**
 * GalleyManuscriptParagraph:
 * @style: what it is
 * @level: of a heading or an item, from 1 to %GALLEY_MANUSCRIPT_MAX_LEVEL; else 0
 * @is_rtl: whether it is read from right to left
 */
typedef struct
{
  GalleyManuscriptStyle style;
  guint level;
  gboolean is_rtl;
} GalleyManuscriptParagraph;

/**
 * GalleyManuscriptRun:
 * @text: valid UTF-8, NUL-terminated or part of what is; tabs and line ends in it are kept
 * @length_bytes: length of the part
 * @is_strong: whether it is set in bold
 * @href: (nullable): where it leads, as galley_escape_href() allows it
 */
typedef struct
{
  const char *text;
  gsize length_bytes;
  gboolean is_strong;
  const char *href;
} GalleyManuscriptRun;

/**
 * GalleyManuscriptLine:
 * @label: (nullable): what it is about, translated
 * @text: what there is to say
 * @href: (nullable): where the text leads, as galley_escape_href() allows it
 */
typedef struct
{
  const char *label;
  char *text;
  char *href;
} GalleyManuscriptLine;

/**
 * GalleyManuscriptComment:
 * @number: from 0, in the order in which comments begin
 * @author: who wrote it; never empty
 * @time: when, milliseconds since 1970 UTC
 * @is_resolved: whether nothing is left to do about it
 * @lines: (element-type GalleyManuscriptLine): what it says
 *
 * A comment in the margin.
 */
typedef struct
{
  guint number;
  const char *author;
  gint64 time;
  gboolean is_resolved;
  GPtrArray *lines;
} GalleyManuscriptComment;

/**
 * GalleyManuscript:
 *
 * A document for a word processor in the making, whatever its format: paragraphs and tables in
 * their order, runs in paragraphs, and around runs comments and tracked changes. Comments may
 * overlap each other and changes in any way; changes do not overlap. Each format embeds this as its
 * first member.
 */
typedef struct _GalleyManuscript GalleyManuscript;

struct _GalleyManuscript
{
  void (*begin_paragraph) (GalleyManuscript *self, const GalleyManuscriptParagraph *paragraph);
  void (*end_paragraph) (GalleyManuscript *self);
  void (*add_run) (GalleyManuscript *self, const GalleyManuscriptRun *run);

  void (*begin_table) (GalleyManuscript *self, guint n_columns);
  void (*begin_row) (GalleyManuscript *self);
  void (*begin_cell) (GalleyManuscript *self, guint n_columns);
  void (*end_cell) (GalleyManuscript *self, guint n_columns);
  void (*end_row) (GalleyManuscript *self);
  void (*end_table) (GalleyManuscript *self);

  void (*begin_comment) (GalleyManuscript *self, const GalleyManuscriptComment *comment);
  void (*end_comment) (GalleyManuscript *self, guint number);

  /* Between these, what is added is there already and proposed to be taken out. A paragraph may
   * end and another begin, which then become one. */
  void (*begin_deletion) (GalleyManuscript *self, const char *author, gint64 time);
  void (*end_deletion) (GalleyManuscript *self);
  void (*add_insertion) (GalleyManuscript *self, const char *author, gint64 time, const char *utf8);
};

void galley_manuscript_add_text (GalleyManuscript *self, const char *utf8);
void galley_manuscript_add_line (GalleyManuscript *self,
                                 GalleyManuscriptStyle style,
                                 const GalleyManuscriptLine *line);
gboolean galley_manuscript_is_rtl (const char *utf8, gssize length_bytes);

GPtrArray *galley_manuscript_lines_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_manuscript_lines_add (GPtrArray *lines, const char *label, const char *text);
void galley_manuscript_lines_add_address (GPtrArray *lines, const char *label, const char *address);
void galley_manuscript_lines_add_claim (GPtrArray *lines, GalleyReport *report, guint claim);
void galley_manuscript_lines_add_source (GPtrArray *lines, GalleyEvidence *evidence);

void galley_manuscript_add_article (GalleyManuscript *self, GalleyReport *report);
void galley_manuscript_add_review (GalleyManuscript *self, GalleyReport *report);
char *galley_manuscript_sum_up (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
