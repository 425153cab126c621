/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-pdf-layout.h"

G_BEGIN_DECLS

/**
 * GalleyPdfRegion:
 * @first: the place of its first line in @order of #GalleyPdfLayout
 * @n_lines: how many it has, at least one
 * @page: its page, from 1
 * @box: around its lines
 * @leading: how far its lines are apart where no paragraph begins
 *
 * Lines in reading order that go down the page, one below the other, in type of one size: a column
 * or a part of one.
 */
typedef struct
{
  guint first;
  guint n_lines;
  guint page;
  GalleyPdfBox box;
  gint leading;
} GalleyPdfRegion;

GArray *galley_pdf_regions_find (const GalleyPdfLayout *layout) G_GNUC_WARN_UNUSED_RESULT;
gint galley_pdf_regions_measure_first_word (const GalleyPdfLine *line);
gboolean galley_pdf_regions_is_wide (const GalleyPdfLayout *layout, const GalleyPdfRegion *region);
gboolean galley_pdf_regions_is_same_size (const GalleyPdfLine *a, const GalleyPdfLine *b);

G_END_DECLS
