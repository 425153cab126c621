/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-manuscript.h"

#include "galley-direction.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A copy as a document for a word processor.
 *
 * The annotated article is for an editor who goes on working on it. So its words come first, each
 * claim is a comment beside them and each correction a tracked change, and all else that the copy
 * says is said of the check, behind the article: it has styles whose names begin with “Galley”, by
 * which the readers of office documents know that it is no part of the article. What stands in a
 * comment is not said again.
 *
 * Every other layout is a document in itself, in the order of the copy, with the signs of the
 * claims behind their words and corrections as old words and new ones.
 */

typedef struct
{
  GalleyManuscript *manuscript;
  GalleyManuscriptClaims *claims; /* (nullable): of the annotated article */
  GalleyCopy *copy;
  GCancellable *cancellable; /* (nullable) */
  const GalleyCopyElement *elements;
  guint n_elements;
  guint n_columns;                /* of the open table */
  guint n_cells;                  /* of the open row */
  guint note;                     /* number that the next paragraph begins with, or 0 */
  const GalleyCopyElement *entry; /* (nullable): what the next paragraph is an anchor for */
  gboolean is_in_evidence;
  gboolean is_in_article;
  gboolean is_header; /* whether the open row is the first of its table */
} Walker;

static const GalleyManuscriptStyle roles[GALLEY_N_COPY_ROLES] = {
  [GALLEY_COPY_PLAIN] = GALLEY_MANUSCRIPT_BODY,
  [GALLEY_COPY_KICKER] = GALLEY_MANUSCRIPT_REVIEW_KICKER,
  [GALLEY_COPY_OPEN] = GALLEY_MANUSCRIPT_REVIEW_ENTRY,
  [GALLEY_COPY_DONE] = GALLEY_MANUSCRIPT_REVIEW_ENTRY,
  [GALLEY_COPY_COUNT] = GALLEY_MANUSCRIPT_REVIEW,
  [GALLEY_COPY_LEGEND] = GALLEY_MANUSCRIPT_REVIEW,
  [GALLEY_COPY_WARNING] = GALLEY_MANUSCRIPT_REVIEW_WARNING,
  [GALLEY_COPY_NOTHING] = GALLEY_MANUSCRIPT_REVIEW,
  [GALLEY_COPY_LEAD] = GALLEY_MANUSCRIPT_LEAD,
  [GALLEY_COPY_ATTRIBUTION] = GALLEY_MANUSCRIPT_ATTRIBUTION,
  [GALLEY_COPY_BOILERPLATE] = GALLEY_MANUSCRIPT_BOILERPLATE,
  [GALLEY_COPY_WORDS] = GALLEY_MANUSCRIPT_QUOTE,
  [GALLEY_COPY_PASSAGE] = GALLEY_MANUSCRIPT_QUOTE,
  [GALLEY_COPY_PLACE] = GALLEY_MANUSCRIPT_REVIEW,
  [GALLEY_COPY_SOURCE] = GALLEY_MANUSCRIPT_BODY,
  [GALLEY_COPY_DETAIL] = GALLEY_MANUSCRIPT_REVIEW_DETAIL,
  [GALLEY_COPY_BLANK] = GALLEY_MANUSCRIPT_REVIEW_BLANK,
};

static GalleyManuscriptStyle
get_style (Walker *self, const GalleyCopyElement *element)
{
  switch (element->kind)
    {
    case GALLEY_COPY_TITLE:
      return GALLEY_MANUSCRIPT_TITLE;
    case GALLEY_COPY_HEADING:
      return GALLEY_MANUSCRIPT_HEADING;
    case GALLEY_COPY_ITEM:
      return element->role == GALLEY_COPY_COUNT ? GALLEY_MANUSCRIPT_REVIEW_ITEM
                                                : GALLEY_MANUSCRIPT_ITEM;
    case GALLEY_COPY_QUOTE:
      return GALLEY_MANUSCRIPT_QUOTE;
    case GALLEY_COPY_FACT:
      return GALLEY_MANUSCRIPT_REVIEW;
    case GALLEY_COPY_CELL:
      return GALLEY_MANUSCRIPT_CELL;
    case GALLEY_COPY_PARAGRAPH:
    case GALLEY_COPY_BEGIN:
    case GALLEY_COPY_END:
    default:
      return self->is_in_evidence && element->role == GALLEY_COPY_SOURCE
                 ? GALLEY_MANUSCRIPT_REVIEW_ITEM
                 : roles[element->role];
    }
}

/* What is said of the check, where it is no document in itself. */
static GalleyManuscriptStyle
get_review_style (Walker *self, const GalleyCopyElement *element)
{
  GalleyManuscriptStyle style = get_style (self, element);

  switch (style)
    {
    case GALLEY_MANUSCRIPT_HEADING:
      return element->level > 2 ? GALLEY_MANUSCRIPT_REVIEW_ENTRY : GALLEY_MANUSCRIPT_REVIEW_HEADING;
    case GALLEY_MANUSCRIPT_TITLE:
      return GALLEY_MANUSCRIPT_REVIEW_ENTRY;
    case GALLEY_MANUSCRIPT_ITEM:
      return GALLEY_MANUSCRIPT_REVIEW_ITEM;
    case GALLEY_MANUSCRIPT_QUOTE:
      return GALLEY_MANUSCRIPT_REVIEW_DETAIL;
    case GALLEY_MANUSCRIPT_REVIEW_KICKER:
      return GALLEY_MANUSCRIPT_REVIEW_TITLE;
    default:
      return style < GALLEY_MANUSCRIPT_REVIEW ? GALLEY_MANUSCRIPT_REVIEW : style;
    }
}

static gboolean
is_of_article (Walker *self, const GalleyCopyElement *element)
{
  return self->is_in_article || element->block >= 0;
}

static guint
get_level (Walker *self, const GalleyCopyElement *element, GalleyManuscriptStyle style)
{
  if (style == GALLEY_MANUSCRIPT_HEADING || element->kind == GALLEY_COPY_ITEM)
    return CLAMP (element->level, 1, GALLEY_MANUSCRIPT_MAX_LEVEL);

  return self->is_in_evidence ? 1 : 0;
}

/* The next element that has words, or room for them. */
static const GalleyCopyElement *
find_next (Walker *self, const GalleyCopyElement *element)
{
  const GalleyCopyElement *end = self->elements + self->n_elements;

  for (element++; element < end; element++)
    if (element->kind != GALLEY_COPY_BEGIN && element->kind != GALLEY_COPY_END)
      return element;

  return NULL;
}

/* Whether it belongs to what follows: words to who says them, a label to the sources that stand
 * under it, a source to the passage, and a claim to what was found out about it. */
static gboolean
keeps_next (Walker *self, const GalleyCopyElement *element)
{
  const GalleyCopyElement *next = find_next (self, element);

  if (next == NULL || element->kind == GALLEY_COPY_CELL || element->kind == GALLEY_COPY_HEADING ||
      element->kind == GALLEY_COPY_TITLE)
    return FALSE;
  if (next->role == GALLEY_COPY_ATTRIBUTION)
    return element->role == GALLEY_COPY_PLAIN || element->role == GALLEY_COPY_LEAD;

  return (element->kind == GALLEY_COPY_FACT && element->n_runs == 0) ||
         element->role == GALLEY_COPY_WORDS ||
         galley_copy_introduces (self->elements, self->n_elements, element - self->elements) ||
         (element->role == GALLEY_COPY_PLACE && next->kind == GALLEY_COPY_FACT) ||
         (self->is_in_evidence && element->role == GALLEY_COPY_SOURCE &&
          (next->role == GALLEY_COPY_DETAIL || next->role == GALLEY_COPY_PASSAGE));
}

static void
begin_paragraph (Walker *self, const GalleyCopyElement *element)
{
  gboolean is_review = self->claims != NULL && !is_of_article (self, element);
  GalleyManuscriptParagraph paragraph = {
    .style = is_review ? get_review_style (self, element) : get_style (self, element),
    .is_rtl = galley_direction_of_element_is_rtl (element, /* has_label= */ TRUE),
    .keeps_next = keeps_next (self, element),
  };

  paragraph.level = get_level (self, element, paragraph.style);
  self->manuscript->begin_paragraph (self->manuscript, &paragraph);
}

static void
add_own_words (Walker *self, const char *utf8, GalleyCopyMarks marks)
{
  GalleyCopyRun run = { .text = utf8, .length_bytes = strlen (utf8), .marks = marks, .status = -1 };

  self->manuscript->add_run (self->manuscript, &run);
}

static void
add_anchors (Walker *self, const GalleySpan *span)
{
  for (guint i = 0; i < span->n_starting; i++)
    self->manuscript->add_anchor (self->manuscript, GALLEY_COPY_CLAIM_WORDS, span->starting[i] + 1);
}

static void
add_runs (Walker *self, const GalleyCopyElement *element)
{
  for (guint i = 0; i < element->n_runs; i++)
    {
      if (element->runs[i].span != NULL)
        add_anchors (self, element->runs[i].span);
      self->manuscript->add_run (self->manuscript, &element->runs[i]);
    }
}

/* The annotated article has its signs in comments. */
static gboolean
has_own_legend (Walker *self, const GalleyCopyElement *element)
{
  return self->claims != NULL && element->role == GALLEY_COPY_LEGEND;
}

static void
add_label (Walker *self, const GalleyCopyElement *element)
{
  GalleyCopyRun label;

  if (self->note > 0)
    {
      g_autofree char *number = g_strdup_printf ("[%u] ", self->note);

      add_own_words (self, number, /* marks= */ 0);
      self->note = 0;
    }
  if (element->label == NULL)
    return;

  galley_manuscript_set_label (&label, element->label);
  self->manuscript->add_run (self->manuscript, &label);
  add_own_words (self, ": ", GALLEY_COPY_STRONG);
}

static void
add_paragraph (Walker *self, const GalleyCopyElement *element, const GalleyCopyElement *next)
{
  begin_paragraph (self, element);
  if (self->entry != NULL && self->claims == NULL)
    self->manuscript->add_anchor (self->manuscript, self->entry->target, self->entry->number);
  self->entry = NULL;
  add_label (self, element);
  if (self->claims != NULL && is_of_article (self, element))
    galley_manuscript_claims_add (self->claims, element, next);
  else if (has_own_legend (self, element))
    add_own_words (self,
                   _ ("Each claim has a comment, which is resolved where the claim is confirmed. "
                      "Corrections are tracked changes, to be accepted or rejected."),
                   /* marks= */ 0);
  else
    add_runs (self, element);
  self->manuscript->end_paragraph (self->manuscript);
}

/* The last cell of a row goes on to the end of the longest one. */
static void
add_cell (Walker *self, guint at, const GalleyCopyElement *next)
{
  gboolean is_last = self->elements[at + 1].kind == GALLEY_COPY_END;
  guint n_covered = is_last ? self->n_columns - self->n_cells : 1;

  self->manuscript->begin_cell (self->manuscript, n_covered);
  add_paragraph (self, &self->elements[at], next);
  self->manuscript->end_cell (self->manuscript, n_covered);
  self->n_cells++;
}

static void
begin_table (Walker *self, const GalleyCopyElement *table)
{
  self->n_columns = table->level;
  self->is_header = TRUE;
  if (self->claims != NULL)
    galley_manuscript_claims_begin_table (self->claims);
  self->manuscript->begin_table (self->manuscript, table->level,
                                 galley_direction_of_table_is_rtl (table));
}

static void
begin_part (Walker *self, const GalleyCopyElement *element)
{
  if (element->part == GALLEY_COPY_TABLE)
    begin_table (self, element);
  else if (element->part == GALLEY_COPY_ROW)
    {
      self->n_cells = 0;
      self->manuscript->begin_row (self->manuscript, self->is_header);
    }
  else if (element->part == GALLEY_COPY_EVIDENCE)
    self->is_in_evidence = TRUE;
  else if (element->part == GALLEY_COPY_ENTRY)
    {
      self->entry = element->target != GALLEY_COPY_NOWHERE ? element : NULL;
      self->note = element->target == GALLEY_COPY_NOTE ? element->number : 0;
    }
}

static void
end_part (Walker *self, const GalleyCopyElement *element)
{
  if (element->part == GALLEY_COPY_EVIDENCE)
    self->is_in_evidence = FALSE;
  else if (element->part == GALLEY_COPY_ROW)
    {
      self->manuscript->end_row (self->manuscript, self->is_header);
      self->is_header = FALSE;
    }
  else if (element->part == GALLEY_COPY_TABLE)
    {
      self->manuscript->end_table (self->manuscript);
      if (self->claims != NULL)
        galley_manuscript_claims_end_table (self->claims);
    }
}

static const GalleyCopyElement *
find_next_block (Walker *self, guint at)
{
  for (guint i = at + 1; i < self->n_elements; i++)
    if (self->elements[i].block >= 0)
      return &self->elements[i];

  return NULL;
}

static void
add_element (Walker *self, guint at)
{
  const GalleyCopyElement *element = &self->elements[at], *next = NULL;

  if (self->claims != NULL && element->block >= 0)
    next = find_next_block (self, at);

  if (element->kind == GALLEY_COPY_BEGIN)
    begin_part (self, element);
  else if (element->kind == GALLEY_COPY_END)
    end_part (self, element);
  else if (element->kind == GALLEY_COPY_CELL)
    add_cell (self, at, next);
  else if (element->kind == GALLEY_COPY_CHART)
    return; /* which the table after it says in words */
  else
    add_paragraph (self, element, next);
}

/* Keeps track of where the walk is, and returns whether the element is in the article. */
static gboolean
enter (Walker *self, const GalleyCopyElement *element)
{
  gboolean is_edge = element->part == GALLEY_COPY_ARTICLE &&
                     (element->kind == GALLEY_COPY_BEGIN || element->kind == GALLEY_COPY_END);

  if (is_edge)
    self->is_in_article = element->kind == GALLEY_COPY_BEGIN;
  return is_edge || is_of_article (self, element);
}

/* Returns the index of what ends the part that begins at @at. */
static guint
find_end (Walker *self, guint at)
{
  guint depth = 0;

  for (;; at++)
    {
      depth += self->elements[at].kind == GALLEY_COPY_BEGIN ? 1 : 0;
      depth -= self->elements[at].kind == GALLEY_COPY_END ? 1 : 0;
      if (depth == 0)
        return at;
    }
}

/* Whether a part says nothing but what stands in comments. */
static gboolean
is_in_comments (Walker *self, guint at)
{
  const GalleyCopyElement *element = &self->elements[at];
  guint end;

  if (element->kind != GALLEY_COPY_BEGIN)
    return FALSE;
  if (element->part == GALLEY_COPY_ENTRY)
    return element->claim >= 0 &&
           galley_manuscript_claims_is_written (self->claims, (guint) element->claim);
  if (element->part != GALLEY_COPY_SECTION)
    return FALSE;

  end = find_end (self, at);
  for (guint i = at + 2; i < end; i = find_end (self, i) + 1)
    if (!is_in_comments (self, i))
      return FALSE;
  return TRUE;
}

static gboolean
is_cancelled (Walker *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

static void
add_article (Walker *self)
{
  for (guint i = 0; i < self->n_elements && !is_cancelled (self); i++)
    if (enter (self, &self->elements[i]))
      add_element (self, i);
}

static void
add_review (Walker *self)
{
  for (guint i = 0; i < self->n_elements && !is_cancelled (self); i++)
    {
      if (enter (self, &self->elements[i]))
        continue;
      if (is_in_comments (self, i))
        i = find_end (self, i);
      else
        add_element (self, i);
    }
}

/**
 * galley_manuscript_add_copy:
 * @copy: what is written
 *
 * @cancellable: (nullable): stops the work at the next element
 * @error: (out) (optional): %G_IO_ERROR_CANCELLED
 *
 * Adds all of the copy.
 *
 * Returns: %FALSE if it was cancelled; then what has been added is of no use
 */
gboolean
galley_manuscript_add_copy (GalleyManuscript *self,
                            GalleyCopy *copy,
                            GCancellable *cancellable,
                            GError **error)
{
  Walker walker = { .manuscript = self, .copy = copy, .cancellable = cancellable };
  GalleyLayout layout = galley_report_get_options (galley_copy_get_report (copy))->layout;

  walker.elements = galley_copy_get_elements (copy, &walker.n_elements);
  if (layout == GALLEY_LAYOUT_ANNOTATED)
    {
      walker.claims = galley_manuscript_claims_new (self, copy);
      add_article (&walker);
      add_review (&walker);
      galley_manuscript_claims_free (walker.claims);
    }
  else
    for (guint i = 0; i < walker.n_elements && !is_cancelled (&walker); i++)
      add_element (&walker, i);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
