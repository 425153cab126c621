/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-regions.h"

#include <string.h>

#define MIN_LINES 4
#define MIN_EMS 12 /* narrower regions hold no running text */
#define SAME_SIZE_PERCENT 5
#define MAX_LEADING_EMS 3           /* lines further apart are in regions of their own */
#define DEFAULT_LEADING_PERCENT 130 /* of the size, where there is nothing to measure */

/* Whether two lines are set in type of one size, but for the differences that fitting makes. */
gboolean
galley_pdf_regions_is_same_size (const GalleyPdfLine *a, const GalleyPdfLine *b)
{
  guint64 small = MIN (a->size, b->size), large = MAX (a->size, b->size);

  return (large - small) * 100 <= large * SAME_SIZE_PERCENT;
}

/* Whether a region may hold running text: it has several lines, and is not too narrow. */
gboolean
galley_pdf_regions_is_wide (const GalleyPdfLayout *layout, const GalleyPdfRegion *region)
{
  gint64 width = (gint64) region->box.right - region->box.left;

  return region->n_lines >= MIN_LINES &&
         width >= (gint64) galley_pdf_layout_get_line (layout, region->first)->size * MIN_EMS;
}

/* How wide the first word of @line is, about. */
gint
galley_pdf_regions_measure_first_word (const GalleyPdfLine *line)
{
  gint64 width = line->box.right - line->box.left;
  const char *end = strchr (line->words, ' ');
  guint n_chars = end != NULL ? g_utf8_strlen (line->words, end - line->words) : line->n_chars;

  return line->n_chars > 0 ? width * n_chars / line->n_chars : 0;
}

/* Whether @next is in the region that @line ends so far. */
static gboolean
is_below (const GalleyPdfLine *line, const GalleyPdfLine *next)
{
  gint fall = next->box.bottom - line->box.bottom;

  return next->page == line->page && fall > (gint) line->size / 2 &&
         fall < (gint64) line->size * MAX_LEADING_EMS && next->box.left < line->box.right &&
         next->box.right > line->box.left && galley_pdf_regions_is_same_size (line, next);
}

static gint
compare_lengths (gconstpointer a, gconstpointer b)
{
  return *(const gint *) a < *(const gint *) b ? -1 : *(const gint *) a > *(const gint *) b;
}

/* A quarter of the way from the closest lines to those furthest apart. */
static gint
find_leading (const GalleyPdfLayout *layout, const GalleyPdfRegion *region)
{
  const guint size = galley_pdf_layout_get_line (layout, region->first)->size;
  g_autoptr (GArray) falls = g_array_new (FALSE, FALSE, sizeof (gint));
  gint most = (gint64) size * DEFAULT_LEADING_PERCENT / 100, leading;

  for (guint i = region->first; i + 1 < region->first + region->n_lines; i++)
    {
      gint fall = galley_pdf_layout_get_line (layout, i + 1)->box.bottom -
                  galley_pdf_layout_get_line (layout, i)->box.bottom;

      g_array_append_val (falls, fall);
    }
  if (falls->len == 0)
    return most;

  g_array_sort (falls, compare_lengths);
  leading = g_array_index (falls, gint, falls->len / 4);
  return falls->len < 3 ? MIN (leading, most) : leading;
}

/**
 * galley_pdf_regions_find:
 * @layout: a layout whose lines are in order
 *
 * Returns: (transfer full) (element-type GalleyPdfRegion): the regions that its lines make, in
 *   their order
 */
GArray *
galley_pdf_regions_find (const GalleyPdfLayout *layout)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (GalleyPdfRegion));

  for (guint i = 0; i < layout->order->len;)
    {
      const GalleyPdfLine *line = galley_pdf_layout_get_line (layout, i);
      GalleyPdfRegion region = { .first = i, .page = line->page, .box = line->box };

      do
        {
          region.box.left = MIN (region.box.left, line->box.left);
          region.box.right = MAX (region.box.right, line->box.right);
          region.box.bottom = line->box.bottom;
          region.n_lines++;
          i++;
          if (i == layout->order->len || !is_below (line, galley_pdf_layout_get_line (layout, i)))
            break;
          line = galley_pdf_layout_get_line (layout, i);
        }
      while (TRUE);
      region.leading = find_leading (layout, &region);
      g_array_append_val (regions, region);
    }

  return regions;
}
