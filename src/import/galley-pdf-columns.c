/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-drawn.h"
#include "galley-pdf-layout.h"
#include "galley-pdf-regions.h"

/* The order of the text is that in which the page is drawn, where that can be read
 * (galley-pdf-drawn.c). Else it is poppler's, but for pages set in columns, where poppler is misled
 * by what stands at the top of a column only, such as the heading of a summary.
 *
 * Columns are seen by regions of several lines, of the width of running text, next to each other.
 * What goes over more than one column parts the page into bands; a band is read column by column,
 * and the regions of a column in poppler's order. */

#define MAX_WIDTH_PERCENT 60 /* of the page's width */
#define MAX_COLUMNS 4
#define MAX_REGIONS 2000 /* of a page: the time grows with their square */
#define NO_COLUMN (-1)

typedef struct
{
  gint left;
  gint right;
  gint top;
  gint bottom;
} Column;

/* A region with where it is read on its page. */
typedef struct
{
  const GalleyPdfRegion *region;
  gint column; /* or NO_COLUMN */
  guint band;
} Place;

static gint
compare_lefts (gconstpointer a, gconstpointer b)
{
  const Column *first = a, *second = b;

  return first->left < second->left ? -1 : first->left > second->left;
}

static gboolean
is_running_text (const GalleyPdfLayout *layout, const GalleyPdfRegion *region)
{
  const GalleyPdfPage *page =
      &g_array_index (layout->pages->pages, GalleyPdfPage, region->page - 1);
  gint64 width = (gint64) region->box.right - region->box.left;

  return galley_pdf_regions_is_wide (layout, region) &&
         width * 100 <= (gint64) page->width * MAX_WIDTH_PERCENT;
}

/* The columns of a page from left to right; less than two if it is not set in columns. */
static GArray *
find_columns (const GalleyPdfLayout *layout, const GalleyPdfRegion *regions, guint n_regions)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
  guint n_kept = 0;

  for (guint i = 0; i < n_regions; i++)
    if (is_running_text (layout, &regions[i]))
      {
        const GalleyPdfBox *box = &regions[i].box;
        Column column = { box->left, box->right, box->top, box->bottom };

        g_array_append_val (columns, column);
      }

  g_array_sort (columns, compare_lefts);
  for (guint i = 0; i < columns->len; i++)
    {
      const Column next = g_array_index (columns, Column, i);
      Column *last = n_kept > 0 ? &g_array_index (columns, Column, n_kept - 1) : NULL;

      if (last == NULL || next.left >= last->right)
        {
          g_array_index (columns, Column, n_kept++) = next;
          continue;
        }
      last->right = MAX (last->right, next.right);
      last->top = MIN (last->top, next.top);
      last->bottom = MAX (last->bottom, next.bottom);
    }
  g_array_set_size (columns, n_kept);

  return columns;
}

/* Whether each column stands beside the next, and not above or below it. */
static gboolean
are_columns (GArray *columns)
{
  for (guint i = 0; i + 1 < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      const Column *next = &g_array_index (columns, Column, i + 1);

      if (column->top >= next->bottom || next->top >= column->bottom)
        return FALSE;
    }

  return columns->len >= 2 && columns->len <= MAX_COLUMNS;
}

/* The only column that the region is in, or NO_COLUMN. */
static gint
find_column (GArray *columns, const GalleyPdfRegion *region)
{
  gint found = NO_COLUMN;

  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

      if (region->box.left >= column->right || region->box.right <= column->left)
        continue;
      if (found != NO_COLUMN)
        return NO_COLUMN;
      found = i;
    }

  return found;
}

static gint
find_middle (const GalleyPdfRegion *region)
{
  return region->box.top / 2 + region->box.bottom / 2;
}

/* Bands and what parts them are counted from the top: what goes over several columns is odd, what
 * is in columns between two of them is even. */
static void
find_bands (GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);
      guint n_above = 0;

      for (guint k = 0; k < places->len; k++)
        {
          const Place *other = &g_array_index (places, Place, k);

          n_above += other->column == NO_COLUMN && k != i &&
                     find_middle (other->region) < find_middle (place->region);
        }
      place->band = n_above * 2 + (place->column == NO_COLUMN);
    }
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *first = a, *second = b;

  if (first->band != second->band)
    return first->band < second->band ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  return first->region->first < second->region->first ? -1 : 1;
}

static void
order_page (GalleyPdfLayout *self, const GalleyPdfRegion *regions, guint n_regions)
{
  g_autoptr (GArray) columns = find_columns (self, regions, n_regions);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!are_columns (columns))
    return;

  for (guint i = 0; i < n_regions; i++)
    {
      Place place = { .region = &regions[i], .column = find_column (columns, &regions[i]) };

      g_array_append_val (places, place);
    }
  find_bands (places);
  g_array_sort (places, compare_places);

  for (guint i = 0; i < places->len; i++)
    {
      const GalleyPdfRegion *region = g_array_index (places, Place, i).region;

      g_array_append_vals (lines, &g_array_index (self->order, guint, region->first),
                           region->n_lines);
    }
  for (guint i = 0; i < lines->len; i++)
    g_array_index (self->order, guint, regions[0].first + i) = g_array_index (lines, guint, i);
}

/**
 * galley_pdf_layout_find_order:
 *
 * Puts the lines of the text in the order in which they are read.
 */
void
galley_pdf_layout_find_order (GalleyPdfLayout *self)
{
  g_autoptr (GArray) regions = NULL;

  for (guint i = 0; i < self->pages->lines->len; i++)
    if (self->kinds[i] == GALLEY_PDF_KIND_BODY)
      g_array_append_val (self->order, i);

  regions = galley_pdf_regions_find (self);
  for (guint i = 0, end; i < regions->len; i = end)
    {
      const GalleyPdfRegion *first = &g_array_index (regions, GalleyPdfRegion, i);

      for (end = i + 1; end < regions->len; end++)
        if (g_array_index (regions, GalleyPdfRegion, end).page != first->page)
          break;
      if (end - i <= MAX_REGIONS && !galley_pdf_drawn_order (self, first, end - i))
        order_page (self, first, end - i);
    }
}
