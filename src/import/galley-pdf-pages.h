/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyPdfBox:
 * @left: its left side
 * @top: its upper side
 * @right: its right side
 * @bottom: its lower side
 *
 * Where something stands, in hundredths of a point from the upper left corner of its page; from the
 * upper right one where most of the page's text runs from right to left.
 */
typedef struct
{
  gint left;
  gint top;
  gint right;
  gint bottom;
} GalleyPdfBox;

void galley_pdf_box_widen (GalleyPdfBox *whole, const GalleyPdfBox *box);

/**
 * GalleyPdfRun:
 * @text: (transfer none): its words, not empty; what is no character of a text is left out, and
 *   each space is a plain one
 * @size: of the type, in hundredths of a point
 * @is_bold: whether the font's name says that it is
 * @link: (nullable) (transfer none): where the words lead
 *
 * Words of a line that are set alike.
 */
typedef struct
{
  const char *text;
  GalleyPdfBox box;
  guint size;
  gboolean is_bold;
  const char *link;
} GalleyPdfRun;

/**
 * GalleyPdfLine:
 * @page: its page, from 1
 * @rotation: quarter turns to the right that it has made on the page, 0 to 3
 * @drawn: where it comes in the order in which the page is drawn
 * @first_run: the place of its first run in @runs of #GalleyPdfPages
 * @n_runs: how many it has, at least one
 * @box: around those of its runs that are set in @size, which leaves raised signs out
 * @size: of most of its words
 * @n_chars: code points
 * @is_bold: whether all of its words are
 * @words: (transfer none): those of its runs, without space around them
 */
typedef struct
{
  guint page;
  guint rotation;
  guint drawn;
  guint first_run;
  guint n_runs;
  GalleyPdfBox box;
  guint size;
  guint n_chars;
  gboolean is_bold;
  const char *words;
} GalleyPdfLine;

/**
 * GalleyPdfPage:
 * @width: its width in hundredths of a point
 * @height: its height
 * @first_line: the place of its first line in @lines of #GalleyPdfPages
 * @n_lines: how many it has
 * @n_unsure: how many of its signs are left out, or guessed: nothing says what letters they are
 */
typedef struct
{
  gint width;
  gint height;
  guint first_line;
  guint n_lines;
  guint n_unsure;
} GalleyPdfPage;

/**
 * GalleyPdfComment:
 * @page: its page, from 1
 * @first_area: the place of the first of its areas in @areas of #GalleyPdfPages
 * @n_areas: how many it has
 * @marks_words: whether they are of words that it is about; otherwise of its own sign
 * @is_resolved: whether it is done with
 * @author: (nullable) (transfer none): who wrote it
 * @date: (nullable) (transfer none): when, ISO 8601
 * @text: (transfer none): what it says, not empty
 *
 * What somebody wrote on a page beside its text.
 */
typedef struct
{
  guint page;
  guint first_area;
  guint n_areas;
  gboolean marks_words;
  gboolean is_resolved;
  const char *author;
  const char *date;
  const char *text;
} GalleyPdfComment;

/**
 * GalleyPdfPages:
 * @pages: (element-type GalleyPdfPage)
 * @lines: (element-type GalleyPdfLine): in reading order
 * @runs: (element-type GalleyPdfRun)
 * @comments: (element-type GalleyPdfComment): in the order of pages
 * @areas: (element-type GalleyPdfBox): of the comments
 * @title: (nullable): as the document states it
 * @author: (nullable): as the document states it
 * @n_missing: pages that could not be read; they are in @pages, without lines
 *
 * The text of a PDF document as it stands on its pages.
 */
typedef struct
{
  GArray *pages;
  GArray *lines;
  GArray *runs;
  GArray *comments;
  GArray *areas;
  char *title;
  char *author;
  guint n_missing;
  GStringChunk *strings;
} GalleyPdfPages;

GalleyPdfPages *galley_pdf_pages_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_pdf_pages_free (GalleyPdfPages *self);
void galley_pdf_pages_end_page (GalleyPdfPages *self);
void galley_pdf_pages_settle (GalleyPdfPages *self);

static inline const GalleyPdfLine *
galley_pdf_pages_get_line (const GalleyPdfPages *self, guint line)
{
  return &g_array_index (self->lines, GalleyPdfLine, line);
}

static inline const GalleyPdfRun *
galley_pdf_pages_get_run (const GalleyPdfPages *self, guint run)
{
  return &g_array_index (self->runs, GalleyPdfRun, run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPdfPages, galley_pdf_pages_free)

G_END_DECLS
