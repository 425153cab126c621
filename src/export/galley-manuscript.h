/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-copy.h"

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
 * @GALLEY_MANUSCRIPT_REVIEW_DETAIL: likewise; a further one, or what belongs to an item
 * @GALLEY_MANUSCRIPT_REVIEW_ITEM: likewise; an item of a list, which has a level
 * @GALLEY_MANUSCRIPT_REVIEW_KICKER: likewise; says above the title what the whole is
 * @GALLEY_MANUSCRIPT_REVIEW_WARNING: likewise; says who must not read it
 * @GALLEY_MANUSCRIPT_REVIEW_BLANK: likewise; to be filled in by hand
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
  GALLEY_MANUSCRIPT_REVIEW_ITEM,
  GALLEY_MANUSCRIPT_REVIEW_KICKER,
  GALLEY_MANUSCRIPT_REVIEW_WARNING,
  GALLEY_MANUSCRIPT_REVIEW_BLANK,
} GalleyManuscriptStyle;
#define GALLEY_N_MANUSCRIPT_STYLES (GALLEY_MANUSCRIPT_REVIEW_BLANK + 1)

#define GALLEY_MANUSCRIPT_MAX_LEVEL 9

/**
 * GalleyManuscriptParagraph:
 * @style: what it is
 * @level: of a heading or an item, from 1 to %GALLEY_MANUSCRIPT_MAX_LEVEL; of what goes on in an
 *   item, the level of that; else 0
 * @is_rtl: whether it is read from right to left
 * @keeps_next: whether it may not stand at the end of a page, whatever its style; only of body,
 * lead, items, quotes and reviews
 */
typedef struct
{
  GalleyManuscriptStyle style;
  guint level;
  gboolean is_rtl;
  gboolean keeps_next;
} GalleyManuscriptParagraph;

/**
 * GalleyManuscriptComment:
 * @number: from 0, in the order in which comments begin
 * @author: who wrote it; never empty
 * @time: when, milliseconds since 1970 UTC
 * @is_resolved: whether nothing is left to do about it
 * @lines: (element-type GalleyCopyElement): what it says, a paragraph each
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
 * their order, runs in paragraphs, and around runs comments and tracked changes. What a run leads
 * to in the document has an anchor before it. The first row of a table is repeated on every page
 * that the table goes on to. Comments may overlap each other and changes in any way; changes do not
 * overlap. Each format embeds this as its first member.
 */
typedef struct _GalleyManuscript GalleyManuscript;

struct _GalleyManuscript
{
  void (*begin_paragraph) (GalleyManuscript *self, const GalleyManuscriptParagraph *paragraph);
  void (*end_paragraph) (GalleyManuscript *self);
  void (*add_run) (GalleyManuscript *self, const GalleyCopyRun *run);
  void (*add_anchor) (GalleyManuscript *self, GalleyCopyTarget target, guint number);

  void (*begin_table) (GalleyManuscript *self, guint n_columns, gboolean is_rtl);
  void (*begin_row) (GalleyManuscript *self, gboolean is_header);
  void (*begin_cell) (GalleyManuscript *self, guint n_columns);
  void (*end_cell) (GalleyManuscript *self, guint n_columns);
  void (*end_row) (GalleyManuscript *self, gboolean is_header);
  void (*end_table) (GalleyManuscript *self);

  void (*begin_comment) (GalleyManuscript *self, const GalleyManuscriptComment *comment);
  void (*end_comment) (GalleyManuscript *self, guint number);

  /* Between these, what is added is there already and proposed to be taken out. A paragraph may
   * end and another begin, which then become one. */
  void (*begin_deletion) (GalleyManuscript *self, const char *author, gint64 time);
  void (*end_deletion) (GalleyManuscript *self);
  void (*add_insertion) (GalleyManuscript *self, const char *author, gint64 time, const char *utf8);
};

gboolean galley_manuscript_add_copy (GalleyManuscript *self,
                                     GalleyCopy *copy,
                                     GCancellable *cancellable,
                                     GError **error);

void galley_manuscript_set_label (GalleyCopyRun *run, const char *label);
GalleyStatus galley_manuscript_get_worst_status (const GalleySpan *span);
char *galley_manuscript_dup_running_head (GalleyCopy *copy) G_GNUC_WARN_UNUSED_RESULT;
char *galley_manuscript_dup_description (GalleyCopy *copy) G_GNUC_WARN_UNUSED_RESULT;
char *galley_manuscript_dup_running_foot (GalleyCopy *copy) G_GNUC_WARN_UNUSED_RESULT;
const char *galley_manuscript_get_language (GalleyReport *report);

/* The claims of the article as comments and changes, while its elements are added. */

/**
 * GalleyManuscriptClaims:
 *
 * What has begun of the comments and changes that are added around the words of an article.
 */
typedef struct _GalleyManuscriptClaims GalleyManuscriptClaims;

GalleyManuscriptClaims *galley_manuscript_claims_new (GalleyManuscript *manuscript,
                                                      GalleyCopy *copy) G_GNUC_WARN_UNUSED_RESULT;
void galley_manuscript_claims_free (GalleyManuscriptClaims *self);
gboolean galley_manuscript_claims_is_written (GalleyManuscriptClaims *self, guint claim);
void galley_manuscript_claims_add (GalleyManuscriptClaims *self,
                                   const GalleyCopyElement *element,
                                   const GalleyCopyElement *next);
void galley_manuscript_claims_begin_table (GalleyManuscriptClaims *self);
void galley_manuscript_claims_end_table (GalleyManuscriptClaims *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyManuscriptClaims, galley_manuscript_claims_free)

G_END_DECLS
