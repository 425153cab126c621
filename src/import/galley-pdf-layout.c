/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-layout.h"

/* Sizes that differ by less than this, in hundredths of a point, are one. */
#define SAME_SIZE 10

/* Raised signs are smaller than their line by this much, and their middle is this much above that
 * of the words beside them, in parts of a hundred. Fonts differ in how far they reach down, so that
 * the lower sides of words on one line do. */
#define RAISED_SIZE_PERCENT 87
#define RAISED_HEIGHT_PERCENT 12

static void
clear_note (gpointer note)
{
  g_free (((GalleyPdfNote *) note)->label);
}

/* The size that most characters are set in. */
static guint
find_body_size (const GalleyPdfPages *pages)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint most = 0, best = 0;

  for (guint i = 0; i < pages->lines->len; i++)
    {
      const GalleyPdfLine *line = galley_pdf_pages_get_line (pages, i);
      gpointer key = GUINT_TO_POINTER (line->size / SAME_SIZE);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + line->n_chars;

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
      if (n > most)
        {
          most = n;
          best = line->size;
        }
    }

  return best;
}

/**
 * galley_pdf_layout_new:
 * @pages: what is on the pages; has to outlive the layout
 *
 * Returns: (transfer full): the layout, in which all lines are text, and nothing is put together
 */
GalleyPdfLayout *
galley_pdf_layout_new (const GalleyPdfPages *pages)
{
  GalleyPdfLayout *self = g_new0 (GalleyPdfLayout, 1);

  self->pages = pages;
  self->kinds = g_new0 (guint8, pages->lines->len + 1);
  self->body_size = find_body_size (pages);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (GalleyPdfBlock));
  self->note_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->notes = g_array_new (FALSE, FALSE, sizeof (GalleyPdfNote));
  g_array_set_clear_func (self->notes, clear_note);

  return self;
}

void
galley_pdf_layout_free (GalleyPdfLayout *self)
{
  g_free (self->kinds);
  g_array_unref (self->order);
  g_array_unref (self->blocks);
  g_array_unref (self->note_lines);
  g_array_unref (self->notes);
  g_free (self);
}

/**
 * galley_pdf_layout_get_line:
 * @place: a place in @order
 *
 * Returns: (transfer none): the line there
 */
const GalleyPdfLine *
galley_pdf_layout_get_line (const GalleyPdfLayout *self, guint place)
{
  return galley_pdf_pages_get_line (self->pages, g_array_index (self->order, guint, place));
}

static gint
find_middle (const GalleyPdfRun *run)
{
  return run->box.top / 2 + run->box.bottom / 2;
}

/* Whether the middle of @part is above that of the next run of the line's own size, going by @step
 * from @run; TRUE if there is none. */
static gboolean
is_above_next (const GalleyPdfLayout *self, const GalleyPdfLine *line, guint run, gint step)
{
  const GalleyPdfRun *part = galley_pdf_pages_get_run (self->pages, run);

  for (guint i = run + step; i >= line->first_run && i < line->first_run + line->n_runs; i += step)
    {
      const GalleyPdfRun *other = galley_pdf_pages_get_run (self->pages, i);

      if (other->size == line->size)
        return (find_middle (other) - (gint64) find_middle (part)) * 100 >
               (gint64) line->size * RAISED_HEIGHT_PERCENT;
      if (i == 0)
        break;
    }

  return TRUE;
}

/**
 * galley_pdf_layout_is_raised:
 * @line: the place of a line in @lines of #GalleyPdfPages
 * @run: the place of one of its runs in @runs of #GalleyPdfPages
 *
 * Returns: whether the run stands above its line in smaller type, as the sign of a note does
 */
gboolean
galley_pdf_layout_is_raised (const GalleyPdfLayout *self, guint line, guint run)
{
  const GalleyPdfLine *whole = galley_pdf_pages_get_line (self->pages, line);
  const GalleyPdfRun *part = galley_pdf_pages_get_run (self->pages, run);

  return (guint64) part->size * 100 < (guint64) whole->size * RAISED_SIZE_PERCENT &&
         is_above_next (self, whole, run, -1) && is_above_next (self, whole, run, 1);
}
