/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-chart.h"
#include "galley-span.h"

G_BEGIN_DECLS

/**
 * GalleyCopyKind:
 * @GALLEY_COPY_BEGIN: a part begins; holds no words
 * @GALLEY_COPY_END: the part ends that began last and has not ended; holds no words
 * @GALLEY_COPY_TITLE: what the whole is called; there is one
 * @GALLEY_COPY_HEADING: a heading of level 2 to 6; none skips a level on the way down
 * @GALLEY_COPY_PARAGRAPH: a paragraph
 * @GALLEY_COPY_ITEM: an item of a list, at a depth from 1; the list is made of the items that
 *   follow each other
 * @GALLEY_COPY_QUOTE: somebody else's words, set apart
 * @GALLEY_COPY_FACT: a label, and what there is to say
 * @GALLEY_COPY_CELL: a cell of a row of a table
 * @GALLEY_COPY_CHART: a picture of the table that follows; holds no words
 *
 * What an element is.
 */
typedef enum
{
  GALLEY_COPY_BEGIN,
  GALLEY_COPY_END,
  GALLEY_COPY_TITLE,
  GALLEY_COPY_HEADING,
  GALLEY_COPY_PARAGRAPH,
  GALLEY_COPY_ITEM,
  GALLEY_COPY_QUOTE,
  GALLEY_COPY_FACT,
  GALLEY_COPY_CELL,
  GALLEY_COPY_CHART,
} GalleyCopyKind;

/**
 * GalleyCopyPart:
 * @GALLEY_COPY_SUMMARY: what the article is and how its check stands
 * @GALLEY_COPY_ARTICLE: the words of the article, block by block
 * @GALLEY_COPY_SECTION: what stands under a heading, which is its first element
 * @GALLEY_COPY_ENTRY: all about one claim, query or source
 * @GALLEY_COPY_EVIDENCE: all about one use of a source; belongs to the fact before it
 * @GALLEY_COPY_TABLE: rows; the level of its beginning says how many columns there are
 * @GALLEY_COPY_ROW: cells, at most as many as there are columns
 *
 * What elements belong together. Parts nest.
 */
typedef enum
{
  GALLEY_COPY_SUMMARY,
  GALLEY_COPY_ARTICLE,
  GALLEY_COPY_SECTION,
  GALLEY_COPY_ENTRY,
  GALLEY_COPY_EVIDENCE,
  GALLEY_COPY_TABLE,
  GALLEY_COPY_ROW,
} GalleyCopyPart;
#define GALLEY_N_COPY_PARTS (GALLEY_COPY_ROW + 1)

/**
 * GalleyCopyRole:
 * @GALLEY_COPY_PLAIN: nothing in particular
 * @GALLEY_COPY_KICKER: says, above the title, what the whole is
 * @GALLEY_COPY_OPEN: says that the check is not finished
 * @GALLEY_COPY_DONE: says that it is
 * @GALLEY_COPY_COUNT: says how many there are of something
 * @GALLEY_COPY_LEGEND: says how to read the rest
 * @GALLEY_COPY_WARNING: says who may read it and who must not
 * @GALLEY_COPY_NOTHING: says that there is nothing to say
 * @GALLEY_COPY_LEAD: the paragraph that opens the article
 * @GALLEY_COPY_ATTRIBUTION: who speaks
 * @GALLEY_COPY_BOILERPLATE: no part of the article
 * @GALLEY_COPY_WORDS: the words of a claim
 * @GALLEY_COPY_PASSAGE: the words of a source
 * @GALLEY_COPY_PLACE: where in the article something stands
 * @GALLEY_COPY_SOURCE: which source it is, and how it bears on the claim
 * @GALLEY_COPY_DETAIL: what else there is to say of a source
 * @GALLEY_COPY_BLANK: to be filled in by hand; has no runs
 * @GALLEY_COPY_COLUMN: of a cell: names those under it
 * @GALLEY_COPY_ROW_NAME: of a cell: names those behind it
 * @GALLEY_COPY_FIGURE: of a cell: a number, or what stands for one
 *
 * What an element is for, which a writer may show in its look.
 */
typedef enum
{
  GALLEY_COPY_PLAIN,
  GALLEY_COPY_KICKER,
  GALLEY_COPY_OPEN,
  GALLEY_COPY_DONE,
  GALLEY_COPY_COUNT,
  GALLEY_COPY_LEGEND,
  GALLEY_COPY_WARNING,
  GALLEY_COPY_NOTHING,
  GALLEY_COPY_LEAD,
  GALLEY_COPY_ATTRIBUTION,
  GALLEY_COPY_BOILERPLATE,
  GALLEY_COPY_WORDS,
  GALLEY_COPY_PASSAGE,
  GALLEY_COPY_PLACE,
  GALLEY_COPY_SOURCE,
  GALLEY_COPY_DETAIL,
  GALLEY_COPY_BLANK,
  GALLEY_COPY_COLUMN,
  GALLEY_COPY_ROW_NAME,
  GALLEY_COPY_FIGURE,
} GalleyCopyRole;
#define GALLEY_N_COPY_ROLES (GALLEY_COPY_FIGURE + 1)

/**
 * GalleyCopyTarget:
 * @GALLEY_COPY_NOWHERE: nothing
 * @GALLEY_COPY_CLAIM: the entry of a claim
 * @GALLEY_COPY_CLAIM_WORDS: where the words of a claim begin in the article
 * @GALLEY_COPY_NOTE: the entry of a source in the list of sources
 *
 * What a reference leads to, together with a number from 1. The number of a claim is one more than
 * its position in the report.
 */
typedef enum
{
  GALLEY_COPY_NOWHERE,
  GALLEY_COPY_CLAIM,
  GALLEY_COPY_CLAIM_WORDS,
  GALLEY_COPY_NOTE,
} GalleyCopyTarget;

/**
 * GalleyCopyMarks:
 * @GALLEY_COPY_STRONG: strong
 * @GALLEY_COPY_EMPHASIS: emphasised
 * @GALLEY_COPY_DELETED: proposed to be taken out of the article
 * @GALLEY_COPY_INSERTED: proposed to stand there instead
 * @GALLEY_COPY_FOREIGN: not the program's own words: they may run in either direction
 * @GALLEY_COPY_OF_ARTICLE: likewise, and in the language of the article
 * @GALLEY_COPY_BADGE: a sign, and maybe a number, that tells how a claim stands; where it leads to
 *   the entry of the claim, it stands behind the claim's words
 * @GALLEY_COPY_TIME: a time, which a line end does not cut
 * @GALLEY_COPY_ON_SCREEN: of no use on paper
 *
 * How a run is set.
 */
typedef enum
{
  GALLEY_COPY_STRONG = 1 << 0,
  GALLEY_COPY_EMPHASIS = 1 << 1,
  GALLEY_COPY_DELETED = 1 << 2,
  GALLEY_COPY_INSERTED = 1 << 3,
  GALLEY_COPY_FOREIGN = 1 << 4,
  GALLEY_COPY_OF_ARTICLE = 1 << 5,
  GALLEY_COPY_BADGE = 1 << 6,
  GALLEY_COPY_TIME = 1 << 7,
  GALLEY_COPY_ON_SCREEN = 1 << 8,
} GalleyCopyMarks;

/**
 * GalleyCopyRun:
 * @text: words, not escaped; empty only where a claim covers nothing but half of a line end
 * @length_bytes: length of @text, which is NUL-terminated, too
 * @href: (nullable): where they lead, as galley_escape_href() allows it; still to be escaped
 * @iso: (nullable): of a time, the same as ISO 8601 in UTC with whole seconds
 * @span: (nullable): the claims that cover them, where they are words of the article that stand in
 *   their place; its range is that of the words
 * @marks: how they are set
 * @target: what else they lead to
 * @number: number of the target, and of the claim that a badge is of
 * @status: where they tell how a claim stands, the #GalleyStatus that they tell; else -1
 *
 * Words that are all set the same way. Fields are read-only and live as long as the copy.
 */
typedef struct
{
  const char *text;
  gsize length_bytes;
  const char *href;
  const char *iso;
  const GalleySpan *span;
  GalleyCopyMarks marks;
  GalleyCopyTarget target;
  guint number;
  gint status;
} GalleyCopyRun;

/**
 * GalleyCopyElement:
 * @kind: what it is
 * @part: of a beginning and an end, what begins or ends
 * @role: what it is for
 * @level: of a heading, from 2; of an item, its depth from 1; of a table, its columns; else 0
 * @label: (nullable): what it is about, to stand before its words with a colon; in the program's
 *   own words. Every fact has one.
 * @nick: (nullable): of a fact, what it is about as one lower-case word that never changes
 * @target: of the beginning of an entry, what leads to it
 * @number: number of the target
 * @claim: of the beginning of an entry, position of the claim that it is about; else -1
 * @block: of an element of the article, the index of its block in the document; else -1
 * @chart: (nullable): of a chart, what it shows
 * @runs: (array length=n_runs): its words in order
 * @n_runs: how many
 *
 * An element of a copy. Fields are read-only and live as long as the copy.
 */
typedef struct
{
  GalleyCopyKind kind;
  GalleyCopyPart part;
  GalleyCopyRole role;
  guint level;
  const char *label;
  const char *nick;
  GalleyCopyTarget target;
  guint number;
  gint claim;
  gint block;
  GalleyChart *chart;
  const GalleyCopyRun *runs;
  guint n_runs;
} GalleyCopyElement;

/**
 * GalleyCopy:
 *
 * What goes out, in the order in which it is read, before it has a format: a layout has made it of
 * a report, and a writer renders it. A writer needs nothing else and decides nothing.
 */
typedef struct _GalleyCopy GalleyCopy;

void galley_copy_free (GalleyCopy *self);

GalleyCopy *galley_copy_set (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;

GalleyReport *galley_copy_get_report (GalleyCopy *self);
const GalleyCopyElement *galley_copy_get_elements (GalleyCopy *self, guint *out_n_elements);
GalleyStatus galley_copy_get_status (GalleyCopy *self, guint claim);
char *galley_copy_dup_text (const GalleyCopyElement *element) G_GNUC_WARN_UNUSED_RESULT;

const char *galley_copy_role_to_nick (GalleyCopyRole role);
gboolean galley_copy_introduces (const GalleyCopyElement *elements, guint n_elements, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyCopy, galley_copy_free)

G_END_DECLS
