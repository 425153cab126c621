/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-drawn.h"

#include "galley-pdf-signs.h"

/* The order in which a page is drawn.
 *
 * A list that is set in columns and a table look alike, and so do the labels of a form with their
 * values: nothing but what the words mean tells whether they are read down or across. The program
 * that set the page knew it, and nearly all of them draw a page as its text goes on. So where that
 * order can be read at all, it is the one: where it goes down wherever lines stand one below the
 * other, and on wherever they stand side by side. Some programs draw by fonts or by layers, and go
 * back up the page. Others have sorted lines by their height, and go to and fro between columns of
 * running text, or from each line of it to what stands in the margin.
 *
 * What stands at the foot of a page may be drawn before the text, and its head behind it.
 *
 * What stands in a frame that the text runs around may be drawn before the text or after it. It is
 * read when the text has come past it. */

#define MIN_FRAMED 2    /* lines in a frame: one may be a heading that is drawn last */
#define RAGGED_EMS 4    /* that lines of running text differ in length */
#define EDGE_PERCENT 12 /* of the page's height, in which heads and feet stand */
#define MAX_LINES 1000  /* of a page: the time grows with their square */

/* A line with where it was and when it is drawn. */
typedef struct
{
  guint index; /* in @lines of #GalleyPdfPages */
  guint place; /* where it was in the order */
  const GalleyPdfLine *line;
  const GalleyPdfRegion *text; /* the running text that it is part of, or NULL */
  gint edge;                   /* -1 at the head of the page, 1 at its foot, 0 between them */
  guint stretch;
  gboolean is_framed;
} Place;

/* Lines that are drawn one after the other, on and down. */
typedef struct
{
  guint start; /* in the places */
  guint end;
  GalleyPdfBox box;
  gint around; /* of one in a frame, the last stretch that runs around it; else -1 */
} Stretch;

static const Place *
get_place (const GArray *places, guint i)
{
  return &g_array_index (places, Place, i);
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *first = a, *second = b;

  if (first->edge != second->edge)
    return first->edge < second->edge ? -1 : 1;
  if (first->line->drawn != second->line->drawn)
    return first->line->drawn < second->line->drawn ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

/* How much is common to two stretches. */
static gint
measure_common (gint start, gint end, gint other_start, gint other_end)
{
  return MIN (end, other_end) - MAX (start, other_start);
}

static gboolean
is_same_row (const GalleyPdfBox *a, const GalleyPdfBox *b)
{
  gint common = measure_common (a->top, a->bottom, b->top, b->bottom);

  return common * 2LL > MIN ((gint64) a->bottom - a->top, (gint64) b->bottom - b->top);
}

/* Whether nobody reads @line before @next, because of where they stand. */
static gboolean
is_after (const GalleyPdfLine *line, const GalleyPdfLine *next)
{
  const GalleyPdfBox *box = &line->box, *next_box = &next->box;

  if (is_same_row (box, next_box))
    return next_box->right <= box->left;

  return next_box->bottom < box->bottom &&
         measure_common (box->left, box->right, next_box->left, next_box->right) * 2LL >
             (gint64) MIN (line->size, next->size);
}

static gboolean
can_be_read (const GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    for (guint k = i + 1; k < places->len; k++)
      {
        const Place *place = &g_array_index (places, Place, i);
        const Place *later = &g_array_index (places, Place, k);

        if (!place->is_framed && !later->is_framed && place->edge == later->edge &&
            is_after (place->line, later->line))
          return FALSE;
      }

  return TRUE;
}

/* Whether a line is so close to the head of its page, or to the foot, that it may stand outside of
 * the text. */
static gint
find_edge (const GalleyPdfLayout *layout, const GalleyPdfLine *line)
{
  const gint64 height = g_array_index (layout->pages->pages, GalleyPdfPage, line->page - 1).height;

  if (line->box.top * 100LL > height * (100 - EDGE_PERCENT))
    return 1;
  return line->box.bottom * 100LL < height * EDGE_PERCENT ? -1 : 0;
}

/* Whether all that is at an edge is apart from all that is not. */
static gboolean
is_edge_apart (const GArray *places)
{
  gint head = G_MININT, top = G_MAXINT, bottom = G_MININT, foot = G_MAXINT;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = get_place (places, i);
      const GalleyPdfBox *box = &place->line->box;

      if (place->edge < 0)
        head = MAX (head, box->bottom + (gint) place->line->size);
      else if (place->edge > 0)
        foot = MIN (foot, box->top - (gint) place->line->size);
      else
        {
          top = MIN (top, box->top);
          bottom = MAX (bottom, box->bottom);
        }
    }

  return head < top && bottom < foot;
}

/* Marks what is drawn before everything else although it is at the foot of the page, and after
 * everything although it is at its head. The places are in the order in which they are drawn. */
static void
find_edges (const GalleyPdfLayout *layout, GArray *places)
{
  guint start = 0, end = places->len;

  for (; start < end; start++)
    {
      Place *place = &g_array_index (places, Place, start);
      gint edge = find_edge (layout, place->line);

      if (edge == 0)
        break;
      place->edge = MAX (edge, 0);
    }
  for (; end > start; end--)
    {
      Place *place = &g_array_index (places, Place, end - 1);

      if (find_edge (layout, place->line) >= 0)
        break;
      place->edge = -1;
    }
  if (start < end && is_edge_apart (places))
    return;

  for (guint i = 0; i < places->len; i++)
    g_array_index (places, Place, i).edge = 0;
}

/* Finds the stretches of places that are in the order in which they are drawn. */
static GArray *
find_stretches (GArray *places)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));

  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);
      const GalleyPdfBox *box = &place->line->box;
      const GalleyPdfBox *before = i > 0 ? &place[-1].line->box : NULL;

      if (before == NULL ||
          (is_same_row (before, box) ? box->left < before->left : box->bottom < before->bottom))
        {
          const Stretch stretch = { i, i, *box, -1 };

          g_array_append_val (stretches, stretch);
        }
      place->stretch = stretches->len - 1;
      galley_pdf_box_widen (&g_array_index (stretches, Stretch, place->stretch).box, box);
      g_array_index (stretches, Stretch, place->stretch).end = i + 1;
    }

  return stretches;
}

/* How far the lines of a stretch reach that are beside a frame. */
typedef struct
{
  gint left;
  gint right;
  gboolean is_there;
} Side;

/* Measures the lines of each stretch that are beside @frame; FALSE if a line is in it. */
static gboolean
measure_sides (const GArray *places, const Stretch *frame, Side *sides)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const GalleyPdfBox *box = &place->line->box;
      Side *side = &sides[place->stretch];

      if ((i >= frame->start && i < frame->end) ||
          measure_common (frame->box.top, frame->box.bottom, box->top, box->bottom) <= 0)
        continue;
      if (measure_common (frame->box.left, frame->box.right, box->left, box->right) > 0)
        return FALSE;
      side->left = side->is_there ? MIN (side->left, box->left) : box->left;
      side->right = side->is_there ? MAX (side->right, box->right) : box->right;
      side->is_there = TRUE;
    }

  return TRUE;
}

/* The last stretch that runs around @frame: some lines of it are beside it, and one of it goes over
 * both or under them, as those of a table do not. -1 if there is none, or anything in the frame. */
static gint
find_around (const GArray *places, const Stretch *frame, guint n_stretches)
{
  g_autofree Side *sides = g_new0 (Side, n_stretches);
  gint around = -1;

  if (!measure_sides (places, frame, sides))
    return -1;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const GalleyPdfBox *box = &place->line->box;
      const Side *side = &sides[place->stretch];

      if (side->is_there && (i < frame->start || i >= frame->end) &&
          measure_common (frame->box.left, frame->box.right, box->left, box->right) > 0 &&
          measure_common (side->left, side->right, box->left, box->right) > 0)
        around = place->stretch;
    }

  return around;
}

static void
find_framed (GArray *places, GArray *stretches)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      Stretch *stretch = &g_array_index (stretches, Stretch, i);

      if (stretch->end - stretch->start >= MIN_FRAMED)
        stretch->around = find_around (places, stretch, stretches->len);
      for (guint k = stretch->start; k < stretch->end; k++)
        g_array_index (places, Place, k).is_framed = stretch->around >= 0;
    }
}

static void
add_stretch (GArray *order, const Stretch *stretch)
{
  for (guint i = stretch->start; i < stretch->end; i++)
    g_array_append_val (order, i);
}

/* Lists the indices of the places in the order in which they are read: as they are, but each frame
 * behind what runs around it. */
static GArray *
list_order (GArray *stretches)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);

      if (stretch->around < 0)
        add_stretch (order, stretch);
      for (guint k = 0; k < stretches->len; k++)
        if (g_array_index (stretches, Stretch, k).around == (gint) i)
          add_stretch (order, &g_array_index (stretches, Stretch, k));
    }

  return order;
}

/* Whether the line at @place of the order reaches so far to the right that its sentence goes on in
 * the next. */
static gboolean
is_full (const GalleyPdfLayout *layout, const GalleyPdfRegion *region, guint place)
{
  const GalleyPdfLine *line = galley_pdf_layout_get_line (layout, place);

  return (gint64) region->box.right - line->box.right < (gint64) line->size * RAGGED_EMS;
}

/* Whether the line at @place begins within a sentence; where letters have no case, any may. */
static gboolean
is_within (const GalleyPdfLayout *layout, guint place)
{
  gunichar first = g_utf8_get_char (galley_pdf_layout_get_line (layout, place)->words);

  return g_unichar_isalpha (first) && !g_unichar_isupper (first);
}

/* Whether most lines of the region are full and begin within a sentence, as they do in running text
 * and in few tables. */
static gboolean
is_running_text (const GalleyPdfLayout *layout, const GalleyPdfRegion *region)
{
  guint n_within = 0, n_full = 0;

  if (!galley_pdf_regions_is_wide (layout, region))
    return FALSE;

  for (guint i = region->first; i < region->first + region->n_lines; i++)
    {
      n_within += i > region->first && is_within (layout, i);
      n_full += is_full (layout, region, i);
    }

  return n_within * 2 >= region->n_lines - 1 && n_full * 2 >= region->n_lines;
}

/* Whether a sentence of running text would be parted by something else. */
static gboolean
cuts_text (const GalleyPdfLayout *layout, const GArray *places, const GArray *order)
{
  for (guint i = 0; i < order->len; i++)
    {
      const Place *place = get_place (places, g_array_index (order, guint, i));
      const GalleyPdfRegion *text = place->text;
      gboolean goes_on = text != NULL && place->place + 1 < text->first + text->n_lines &&
                         is_full (layout, text, place->place) &&
                         is_within (layout, place->place + 1) &&
                         !galley_pdf_signs_end_sentence (place->line->words);

      if (goes_on &&
          (i + 1 == order->len ||
           get_place (places, g_array_index (order, guint, i + 1))->place != place->place + 1))
        return TRUE;
    }

  return FALSE;
}

/* Lists the lines of the regions. */
static GArray *
list_places (const GalleyPdfLayout *layout, const GalleyPdfRegion *regions, guint n_regions)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < n_regions; i++)
    {
      const GalleyPdfRegion *region = &regions[i];
      const GalleyPdfRegion *text = is_running_text (layout, region) ? region : NULL;

      for (guint k = region->first; k < region->first + region->n_lines; k++)
        {
          Place place = { .index = g_array_index (layout->order, guint, k),
                          .place = k,
                          .line = galley_pdf_layout_get_line (layout, k),
                          .text = text };

          g_array_append_val (places, place);
        }
    }

  return places;
}

/* Whether @words are more than signs of a formula. */
static gboolean
has_word (const char *words)
{
  guint n = 0;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      n = g_unichar_isalnum (g_utf8_get_char (p)) ? n + 1 : 0;
      if (n == 2)
        return TRUE;
    }

  return FALSE;
}

/* Whether the words are drawn in the order in which they are. That of the parts of a formula says
 * nothing. */
static gboolean
is_in_order (const GArray *places)
{
  guint last = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const GalleyPdfLine *line = g_array_index (places, Place, i).line;

      if (!has_word (line->words))
        continue;
      if (line->drawn < last)
        return FALSE;
      last = line->drawn;
    }

  return TRUE;
}

/**
 * galley_pdf_drawn_order:
 * @layout: (inout): a layout
 * @regions: (array length=n_regions): all regions of a page
 *
 * Puts the lines of a page in the order in which they are drawn, if that can be read and is another
 * one.
 *
 * Returns: whether it did
 */
gboolean
galley_pdf_drawn_order (GalleyPdfLayout *layout, const GalleyPdfRegion *regions, guint n_regions)
{
  const GalleyPdfRegion *last = &regions[n_regions - 1];
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) stretches = NULL;
  g_autoptr (GArray) order = NULL;

  if (last->first + last->n_lines - regions->first > MAX_LINES)
    return FALSE;
  places = list_places (layout, regions, n_regions);
  if (is_in_order (places))
    return FALSE;
  g_array_sort (places, compare_places);
  find_edges (layout, places);
  g_array_sort (places, compare_places);
  stretches = find_stretches (places);
  find_framed (places, stretches);
  if (!can_be_read (places))
    return FALSE;

  order = list_order (stretches);
  g_assert (order->len == places->len);
  if (cuts_text (layout, places, order))
    return FALSE;

  for (guint i = 0; i < order->len; i++)
    g_array_index (layout->order, guint, regions->first + i) =
        get_place (places, g_array_index (order, guint, i))->index;
  return TRUE;
}
