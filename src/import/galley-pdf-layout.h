/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-block.h"
#include "galley-pdf-pages.h"

G_BEGIN_DECLS

/* Of a page. Where there are more, nothing is looked for in a time that grows with their square. */
#define GALLEY_PDF_LAYOUT_MAX_LINES 3000

/**
 * GalleyPdfKind:
 * @GALLEY_PDF_KIND_BODY: the text
 * @GALLEY_PDF_KIND_FURNITURE: a running head or foot, or a page number
 * @GALLEY_PDF_KIND_NOTE: a note at the foot of the page
 *
 * What part of a page a line is.
 */
typedef enum
{
  GALLEY_PDF_KIND_BODY,
  GALLEY_PDF_KIND_FURNITURE,
  GALLEY_PDF_KIND_NOTE,
} GalleyPdfKind;

/**
 * GalleyPdfBlock:
 * @first: the place of its first line in @order of #GalleyPdfLayout
 * @n_lines: how many it has, at least one
 * @role: what it is
 * @level: as in #GalleyBlock
 * @marker_bytes: of a list item how long its sign is, with the spaces after it; else 0
 *
 * Lines that belong together.
 */
typedef struct
{
  guint first;
  guint n_lines;
  GalleyBlockRole role;
  guint level;
  guint marker_bytes;
} GalleyPdfBlock;

/**
 * GalleyPdfNote:
 * @label: its sign ("1", "*")
 * @label_bytes: how much of its first line that is, with what ends it
 * @first: the place of its first line in @note_lines of #GalleyPdfLayout
 * @n_lines: how many it has, at least one
 * @run: the place in @runs of #GalleyPdfPages of the sign that refers to it, or -1 if that is not
 *   clear
 *
 * A note at the foot of a page.
 */
typedef struct
{
  char *label;
  guint label_bytes;
  guint first;
  guint n_lines;
  gint run;
} GalleyPdfNote;

/**
 * GalleyPdfLayout:
 * @pages: (transfer none): the pages
 * @kinds: what each line is
 * @body_size: the size of most of the text, in hundredths of a point
 * @order: (element-type guint): the lines of the text in reading order
 * @blocks: (element-type GalleyPdfBlock): what they make
 * @note_lines: (element-type guint): the lines of the notes in reading order
 * @notes: (element-type GalleyPdfNote): the notes, in the order of pages
 *
 * What the pages of a document are made of. Each step below adds to it, in this order.
 */
typedef struct
{
  const GalleyPdfPages *pages;
  guint8 *kinds;
  guint body_size;
  GArray *order;
  GArray *blocks;
  GArray *note_lines;
  GArray *notes;
} GalleyPdfLayout;

GalleyPdfLayout *galley_pdf_layout_new (const GalleyPdfPages *pages) G_GNUC_WARN_UNUSED_RESULT;
void galley_pdf_layout_free (GalleyPdfLayout *self);

/* The steps, each in a file of its own. */
void galley_pdf_layout_find_askew (GalleyPdfLayout *self);
void galley_pdf_layout_find_furniture (GalleyPdfLayout *self);
void galley_pdf_layout_find_notes (GalleyPdfLayout *self);
void galley_pdf_layout_find_order (GalleyPdfLayout *self);
void galley_pdf_layout_find_paragraphs (GalleyPdfLayout *self);
void galley_pdf_layout_find_roles (GalleyPdfLayout *self, const char *stated_title);

const GalleyPdfLine *galley_pdf_layout_get_line (const GalleyPdfLayout *self, guint place);
gboolean galley_pdf_layout_is_raised (const GalleyPdfLayout *self, guint line, guint run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPdfLayout, galley_pdf_layout_free)

G_END_DECLS
