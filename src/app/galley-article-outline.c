/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-outline.h"

#include "galley-kept-nodes.h"

#include <string.h>

#define BROKEN_DASH 3.0

/**
 * galley_article_outline_is_one:
 * @rectangles: (element-type GdkRectangle): the lines of some words
 *
 * Returns: whether one line can be drawn around all of them: each lies below the one before it and
 *   has some of its width in common with it
 */
gboolean
galley_article_outline_is_one (GArray *rectangles)
{
  for (guint i = 1; i < rectangles->len; i++)
    {
      const GdkRectangle *above = &g_array_index (rectangles, GdkRectangle, i - 1);
      const GdkRectangle *below = &g_array_index (rectangles, GdkRectangle, i);

      if (below->y <= above->y || below->x >= above->x + above->width ||
          above->x >= below->x + below->width)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_line (const GdkRectangle *a, const GdkRectangle *b)
{
  int shared = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return 2 * shared > MIN (a->height, b->height);
}

static gboolean
touches (const GdkRectangle *a, const GdkRectangle *b)
{
  return a->x <= b->x + b->width + 1 && b->x <= a->x + a->width + 1;
}

/**
 * galley_article_outline_join:
 * @rectangles: (element-type GdkRectangle): some words, in the order in which they are read
 *
 * Makes one rectangle of those that touch each other in a line. Where words are read from right to
 * left, each number, stop or accent in them can have a rectangle of its own.
 */
void
galley_article_outline_join (GArray *rectangles)
{
  guint n = 0;

  for (guint i = 0; i < rectangles->len; i++)
    {
      GdkRectangle joined = g_array_index (rectangles, GdkRectangle, i);

      for (guint j = n;
           j-- > 0 && is_same_line (&joined, &g_array_index (rectangles, GdkRectangle, j));)
        {
          GdkRectangle *before = &g_array_index (rectangles, GdkRectangle, j);

          if (!touches (&joined, before))
            continue;
          gdk_rectangle_union (&joined, before, &joined);
          memmove (before, before + 1, (--n - j) * sizeof *before);
          j = n;
        }
      g_array_index (rectangles, GdkRectangle, n++) = joined;
    }
  g_array_set_size (rectangles, n);
}

/* The height at which the outline goes from one line to the next. */
static double
get_step (GArray *rectangles, guint line)
{
  const GdkRectangle *above = &g_array_index (rectangles, GdkRectangle, line);
  const GdkRectangle *below = &g_array_index (rectangles, GdkRectangle, line + 1);

  return (above->y + above->height + below->y) / 2;
}

/* Down along the right ends of the lines and up along the left ones. */
static void
trace_outline (cairo_t *cr, GArray *rectangles, double top, double bottom)
{
  guint last = rectangles->len - 1;

  for (guint i = 0; i <= last; i++)
    {
      const GdkRectangle *line = &g_array_index (rectangles, GdkRectangle, i);
      double right = line->x + line->width + GALLEY_OUTLINE_SIZE / 2;

      cairo_line_to (cr, right, i == 0 ? top : get_step (rectangles, i - 1));
      cairo_line_to (cr, right, i == last ? bottom : get_step (rectangles, i));
    }
  for (guint i = last + 1; i-- > 0;)
    {
      double left = g_array_index (rectangles, GdkRectangle, i).x - GALLEY_OUTLINE_SIZE / 2;

      cairo_line_to (cr, left, i == last ? bottom : get_step (rectangles, i));
      cairo_line_to (cr, left, i == 0 ? top : get_step (rectangles, i - 1));
    }
  cairo_close_path (cr);
}

/* Room for an outline with its stroke. */
static graphene_rect_t
get_bounds (GArray *rectangles, double top, double bottom)
{
  int left = G_MAXINT, right = 0;

  for (guint i = 0; i < rectangles->len; i++)
    {
      const GdkRectangle *line = &g_array_index (rectangles, GdkRectangle, i);

      left = MIN (left, line->x);
      right = MAX (right, line->x + line->width);
    }

  return GRAPHENE_RECT_INIT (left - 2 * GALLEY_OUTLINE_SIZE, top - GALLEY_OUTLINE_SIZE,
                             right - left + 4 * GALLEY_OUTLINE_SIZE,
                             bottom - top + 2 * GALLEY_OUTLINE_SIZE);
}

static GskRenderNode *
make_outline (GArray *rectangles,
              double top,
              double bottom,
              const GdkRGBA *colour,
              gboolean is_broken)
{
  graphene_rect_t bounds = get_bounds (rectangles, top, bottom);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  trace_outline (cr, rectangles, top, bottom);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, is_broken ? GALLEY_OUTLINE_SIZE / 2 : GALLEY_OUTLINE_SIZE);
  if (is_broken)
    cairo_set_dash (cr, (const double[]){ BROKEN_DASH }, 1, /* offset= */ 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_destroy (cr);

  return node;
}

static GBytes *
make_key (GArray *rectangles, double top, double bottom, const GdkRGBA *colour, gboolean is_broken)
{
  GByteArray *key = g_byte_array_new ();

  g_byte_array_append (key, (const guint8 *) colour, sizeof *colour);
  g_byte_array_append (key, (const guint8 *) &is_broken, sizeof is_broken);
  g_byte_array_append (key, (const guint8 *) &top, sizeof top);
  g_byte_array_append (key, (const guint8 *) &bottom, sizeof bottom);
  g_byte_array_append (key, (const guint8 *) rectangles->data,
                       rectangles->len * sizeof (GdkRectangle));

  return g_byte_array_free_to_bytes (key);
}

/**
 * galley_article_outline_append:
 * @snapshot: in buffer coordinates
 * @rectangles: (element-type GdkRectangle): lines that lie below each other, in pixels
 * @top: where the outline begins, in pixels
 * @bottom: where it ends
 * @colour: its colour
 * @is_broken: whether it is thin and broken
 *
 * Draws one line around words.
 */
void
galley_article_outline_append (GtkSnapshot *snapshot,
                               GArray *rectangles,
                               double top,
                               double bottom,
                               const GdkRGBA *colour,
                               gboolean is_broken)
{
  g_autoptr (GBytes) key = make_key (rectangles, top, bottom, colour, is_broken);
  g_autoptr (GskRenderNode) node = NULL;

  if (galley_kept_nodes_append (key, snapshot))
    return;

  node = make_outline (rectangles, top, bottom, colour, is_broken);
  galley_kept_nodes_keep (key, node);
  gtk_snapshot_append_node (snapshot, node);
}
