/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-marks.h"

#include "galley-article-gaps.h"
#include "galley-article-outline.h"
#include "galley-article-sweep.h"
#include "galley-badge.h"
#include "galley-kept-nodes.h"
#include "galley-look.h"
#include "galley-novelty.h"
#include "galley-twins.h"

/* What is drawn on the words. Everything is in buffer coordinates, in pixels. */

#define BADGE_SPACE 2
#define BADGE_DISTANCE 12 /* from the words */
#define MAX_BADGES 2      /* side by side; of more, the gravest and a number */

#define DOT_SIZE 1.5f
#define DOT_STEP 5.f
#define NEW_LENGTH 3.5f /* of what is new in the draft, taller and closer than dots */
#define NEW_SIZE 2.5f
#define DASH_LENGTH 6.f
#define DASH_STEP 9.f
#define DASH_SIZE 2.f

/* More outlines on one screen would tell nothing. */
#define MAX_TWINS 100

typedef struct
{
  GalleyArticleText *text;
  GalleyCheck *check;
  const GalleyLook *look;
  GtkSnapshot *snapshot;
  GalleyRange visible;
  gboolean is_twin; /* whether what is outlined only says the same as the claim that is chosen */
} Painter;

/* No screen shows more. Lines that are not laid out have no height, and all seem to be seen. */
#define MAX_VISIBLE 24000

/**
 * galley_article_marks_find_visible:
 *
 * Returns: the characters that can be seen, or more, but never much more
 */
GalleyRange
galley_article_marks_find_visible (GtkTextView *view)
{
  GdkRectangle rectangle;
  GtkTextIter start, end;
  guint first, last;

  gtk_text_view_get_visible_rect (view, &rectangle);
  gtk_text_view_get_iter_at_location (view, &start, 0, rectangle.y);
  gtk_text_view_get_iter_at_location (view, &end, rectangle.x + rectangle.width,
                                      rectangle.y + rectangle.height);
  /* The last character of the last line; the ends of a line of mixed directions are anywhere. */
  gtk_text_view_forward_display_line_end (view, &end);
  gtk_text_iter_forward_char (&end);
  gtk_text_view_backward_display_line_start (view, &start);

  first = gtk_text_iter_get_offset (&start);
  last = gtk_text_iter_get_offset (&end);
  return (GalleyRange){ first, MIN (last, first + MAX_VISIBLE) };
}

static GalleyRange
clip (GalleyRange range, GalleyRange to)
{
  return (GalleyRange){ MAX (range.start, to.start), MAX (MIN (range.end, to.end), range.start) };
}

/* What a row of dots or dashes looks like. */
typedef struct
{
  float width;
  float length;
  float size;
  float step;
  GdkRGBA colour;
} Row;

static GskRenderNode *
make_row (const Row *row)
{
  g_autoptr (GskRenderNode) dot =
      gsk_color_node_new (&row->colour, &GRAPHENE_RECT_INIT (0, 0, row->length, row->size));

  return gsk_repeat_node_new (&GRAPHENE_RECT_INIT (0, 0, row->width, row->size), dot,
                              &GRAPHENE_RECT_INIT (0, 0, row->step, row->size));
}

static void
append_row (GtkSnapshot *snapshot, const Row *row)
{
  g_autoptr (GBytes) key = g_bytes_new (row, sizeof *row);
  g_autoptr (GskRenderNode) node = NULL;

  if (galley_kept_nodes_append (key, snapshot))
    return;

  node = make_row (row);
  galley_kept_nodes_keep (key, node);
  gtk_snapshot_append_node (snapshot, node);
}

/* A row of dots or dashes under the words of @range. */
static void
paint_row (Painter *painter,
           GalleyRange range,
           const GdkRGBA *colour,
           float length,
           float size,
           float step)
{
  g_autoptr (GArray) rectangles = galley_article_marks_get_rectangles (
      painter->text, painter->check, clip (range, painter->visible));

  for (guint i = 0; i < rectangles->len; i++)
    {
      const GdkRectangle *rectangle = &g_array_index (rectangles, GdkRectangle, i);
      float y = rectangle->y + rectangle->height - size;
      Row row = { rectangle->width, length, size, step, *colour };

      gtk_snapshot_save (painter->snapshot);
      gtk_snapshot_translate (painter->snapshot, &GRAPHENE_POINT_INIT (rectangle->x, y));
      append_row (painter->snapshot, &row);
      gtk_snapshot_restore (painter->snapshot);
    }
}

static void
paint_suggestions (Painter *painter)
{
  g_autoptr (GArray) suggestions =
      galley_check_get_suggestions_within (painter->check, painter->visible);

  for (guint i = 0; i < suggestions->len; i++)
    paint_row (painter, g_array_index (suggestions, GalleyRange, i), &painter->look->suggestion,
               DOT_SIZE, DOT_SIZE, DOT_STEP);
}

/* Over the dots of a suggestion, so that none of them shows between. */
static void
paint_new (Painter *painter)
{
  g_autoptr (GArray) sentences = galley_novelty_list (painter->check, painter->visible);

  for (guint i = 0; i < sentences->len; i++)
    paint_row (painter, g_array_index (sentences, GalleyRange, i), &painter->look->suggestion,
               NEW_LENGTH, NEW_SIZE, DOT_STEP);
}

static void
paint_pending (Painter *painter)
{
  g_autoptr (GArray) segments =
      galley_article_sweep (galley_check_get_claims (painter->check), painter->visible);

  for (guint i = 0; i < segments->len; i++)
    {
      const GalleyArticleSegment *segment = &g_array_index (segments, GalleyArticleSegment, i);

      if (segment->is_unjudged)
        paint_row (painter, segment->range, &painter->look->suggestion, DOT_SIZE, DOT_SIZE,
                   DOT_STEP);
      else if (segment->status == GALLEY_STATUS_PENDING)
        paint_row (painter, segment->range, &painter->look->line[GALLEY_STATUS_PENDING],
                   DASH_LENGTH, DASH_SIZE, DASH_STEP);
    }
}

/* One line around all words of a claim, or one around those of each line where these have no side
 * in common. */
static void
paint_outline (Painter *painter, GalleyRange range)
{
  GalleyRange seen = clip (range, painter->visible);
  g_autoptr (GArray) rectangles =
      galley_article_marks_get_rectangles (painter->text, painter->check, seen);
  gboolean is_one;

  galley_article_outline_join (rectangles);
  is_one = galley_article_outline_is_one (rectangles);
  for (guint i = 0; i < rectangles->len; i++)
    {
      g_autoptr (GArray) part =
          is_one ? g_array_ref (rectangles) : g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
      const GdkRectangle *first = &g_array_index (rectangles, GdkRectangle, i), *last = first;
      double top, bottom;

      if (is_one)
        last = &g_array_index (rectangles, GdkRectangle, rectangles->len - 1);
      else
        g_array_append_val (part, *first);

      /* What goes on outside of the view is not closed within it. */
      top = first->y - GALLEY_OUTLINE_SIZE / 2 -
            (seen.start > range.start && i == 0 ? first->height : 0);
      bottom = last->y + last->height + GALLEY_OUTLINE_SIZE / 2 +
               (seen.end < range.end && (is_one || i == rectangles->len - 1) ? last->height : 0);
      galley_article_outline_append (painter->snapshot, part, top, bottom, &painter->look->outline,
                                     painter->is_twin);
      if (is_one)
        break;
    }
}

/* A thin, broken line around what says the same as the claim that is chosen. */
static void
paint_twins (Painter *painter, GalleyClaim *current)
{
  GalleyTwins *twins = galley_check_get_twins (painter->check);
  g_autoptr (GArray) ranges =
      twins != NULL ? galley_twins_list_same (twins, current, painter->visible) : NULL;

  painter->is_twin = TRUE;
  for (guint i = 0; ranges != NULL && i < MIN (ranges->len, MAX_TWINS); i++)
    paint_outline (painter, g_array_index (ranges, GalleyRange, i));
  painter->is_twin = FALSE;
}

static void
paint_icon (Painter *painter, GalleyClaim *claim, float x, float y)
{
  gtk_snapshot_save (painter->snapshot);
  gtk_snapshot_translate (painter->snapshot, &GRAPHENE_POINT_INIT (x, y));
  galley_badge_paint_claim (GTK_WIDGET (painter->text), painter->snapshot, claim);
  gtk_snapshot_restore (painter->snapshot);
}

static int
weigh (GalleyClaim *claim)
{
  static const int weights[GALLEY_N_STATUSES] = {
    [GALLEY_STATUS_CONFIRMED] = 0,
    [GALLEY_STATUS_PENDING] = 1,
    [GALLEY_STATUS_DISPUTED] = 2,
  };

  return weights[galley_claim_get_status (claim)];
}

/* The badges of the claims that begin on one line of the screen. */
static void
paint_badges (Painter *painter, GalleyClaim **claims, guint n_claims, const GdkRectangle *line)
{
  float right = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (painter->text)) - BADGE_DISTANCE -
                GALLEY_BADGE_SIZE;
  float y = line->y + (line->height - GALLEY_BADGE_SIZE) / 2;
  GalleyClaim *gravest = claims[0];

  if (n_claims <= MAX_BADGES)
    {
      for (guint i = 0; i < n_claims; i++)
        paint_icon (painter, claims[n_claims - 1 - i],
                    right - i * (GALLEY_BADGE_SIZE + BADGE_SPACE), y);
      return;
    }

  for (guint i = 1; i < n_claims; i++)
    if (weigh (claims[i]) > weigh (gravest))
      gravest = claims[i];
  paint_icon (painter, gravest, right, y);
  gtk_snapshot_save (painter->snapshot);
  gtk_snapshot_translate (painter->snapshot, &GRAPHENE_POINT_INIT (right - 2 * BADGE_SPACE, y));
  galley_badge_paint_count (GTK_WIDGET (painter->text), painter->snapshot, n_claims,
                            galley_claim_is_unjudged (gravest)
                                ? &painter->look->suggestion
                                : &painter->look->line[galley_claim_get_status (gravest)],
                            GTK_ALIGN_END);
  gtk_snapshot_restore (painter->snapshot);
}

/**
 * galley_article_marks_get_location:
 * @offset: code points
 * @out_rectangle: (out caller-allocates): where that character stands, in buffer coordinates
 */
void
galley_article_marks_get_location (GtkTextView *view, guint offset, GdkRectangle *out_rectangle)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  gtk_text_view_get_iter_location (view, &iter, out_rectangle);
  if (out_rectangle->width < 0)
    {
      out_rectangle->x += out_rectangle->width;
      out_rectangle->width = -out_rectangle->width;
    }
}

static void
paint_margin (Painter *painter)
{
  GtkTextView *view = GTK_TEXT_VIEW (painter->text);
  g_autoptr (GPtrArray) claims = galley_claim_list_find_overlapping (
      galley_check_get_claims (painter->check), painter->visible);
  GdkRectangle line = { 0 };
  guint first = 0;

  for (guint i = 0; i < claims->len; i++)
    {
      guint start = galley_claim_get_range (g_ptr_array_index (claims, i)).start;
      GdkRectangle place;

      if (start < painter->visible.start)
        {
          first = i + 1;
          continue;
        }
      galley_article_marks_get_location (view, start, &place);
      if (i > first && place.y != line.y)
        {
          paint_badges (painter, (GalleyClaim **) claims->pdata + first, i - first, &line);
          first = i;
        }
      line = place;
    }
  if (first < claims->len)
    paint_badges (painter, (GalleyClaim **) claims->pdata + first, claims->len - first, &line);
}

/**
 * galley_article_marks_snapshot:
 * @text: the view
 * @check: what is shown in it
 * @current: (nullable): the claim that is chosen
 * @visible: the characters that can be seen
 * @snapshot: in buffer coordinates
 *
 * Draws what @check holds on the visible words of @text.
 */
void
galley_article_marks_snapshot (GalleyArticleText *text,
                               GalleyCheck *check,
                               GalleyClaim *current,
                               GalleyRange visible,
                               GtkSnapshot *snapshot)
{
  Painter painter = {
    .text = text,
    .check = check,
    .look = galley_look_get_current (),
    .snapshot = snapshot,
    .visible = visible,
  };

  paint_suggestions (&painter);
  paint_new (&painter);
  paint_pending (&painter);
  if (current != NULL)
    paint_twins (&painter, current);
  if (current != NULL && galley_range_overlaps (galley_claim_get_range (current), painter.visible))
    paint_outline (&painter, galley_claim_get_range (current));
  paint_margin (&painter);
}

/**
 * galley_article_marks_find_at_line:
 * @text: the view
 * @check: what is shown in it
 * @buffer_y: a height in buffer coordinates
 *
 * Returns: (transfer container) (nullable) (element-type GalleyClaim): the claims that begin on the
 *   line of the screen that is there; %NULL if none does
 */
GPtrArray *
galley_article_marks_find_at_line (GalleyArticleText *text, GalleyCheck *check, int buffer_y)
{
  GtkTextView *view = GTK_TEXT_VIEW (text);
  g_autoptr (GPtrArray) claims = NULL;
  GtkTextIter start, end;
  GalleyRange line;

  gtk_text_view_get_iter_at_location (view, &start, 0, buffer_y);
  gtk_text_view_backward_display_line_start (view, &start);
  end = start;
  gtk_text_view_forward_display_line_end (view, &end);
  line = (GalleyRange){ gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end) };

  claims = galley_claim_list_find_overlapping (galley_check_get_claims (check), line);
  for (guint i = claims->len; i-- > 0;)
    if (galley_claim_get_range (g_ptr_array_index (claims, i)).start < line.start)
      g_ptr_array_remove_index (claims, i);

  return claims->len > 0 ? g_steal_pointer (&claims) : NULL;
}

/* Whether a letter of @range is written from right to left. Blocks of Unicode rather than a table
 * of directions: what is in them by mistake costs only time. */
static gboolean
has_right_to_left (GalleyText *text, GalleyRange range)
{
  const char *p = galley_text_peek_utf8 (text, NULL) + galley_text_to_bytes (text, range.start);

  for (guint i = range.start; i < range.end; i++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x590 && (c < 0x900 || (c >= 0xfb1d && c < 0xff00) ||
                         (c >= 0x10800 && c < 0x11000) || (c >= 0x1e800 && c < 0x1f000)))
        return TRUE;
    }

  return FALSE;
}

/* Where the line behind the gap at @offset begins; @offset if it is in none. */
static guint
skip_gap (GtkTextView *view, guint offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  if (galley_article_gaps_hold (&iter))
    gtk_text_iter_forward_line (&iter);

  return gtk_text_iter_get_offset (&iter);
}

/* The end of the part of @range that stands on the same line of the screen as its start. */
static guint
find_line_end (GtkTextView *view, GalleyRange range, int y)
{
  guint low = range.start + 1, high = range.end;
  GdkRectangle place;

  galley_article_marks_get_location (view, range.end - 1, &place);
  if (place.y == y)
    return range.end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      galley_article_marks_get_location (view, middle, &place);
      if (place.y == y)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
add_rectangle (GArray *rectangles, GdkRectangle rectangle)
{
  GdkRectangle *last =
      rectangles->len > 0 ? &g_array_index (rectangles, GdkRectangle, rectangles->len - 1) : NULL;

  if (last != NULL && last->y == rectangle.y &&
      (last->x + last->width == rectangle.x || rectangle.x + rectangle.width == last->x))
    gdk_rectangle_union (last, &rectangle, last);
  else if (rectangle.width > 0)
    g_array_append_val (rectangles, rectangle);
}

/**
 * galley_article_marks_get_rectangles:
 * @text: the view
 * @check: what is shown in it
 * @range: characters of the article
 *
 * Finds where words stand on the screen. On a line of one direction that is one rectangle; where
 * directions mix, each run of neighbours has its own. Lines without words have none.
 *
 * Returns: (transfer full) (element-type GdkRectangle): the rectangles in buffer coordinates, in
 *   the order of the text
 */
GArray *
galley_article_marks_get_rectangles (GalleyArticleText *text, GalleyCheck *check, GalleyRange range)
{
  GtkTextView *view = GTK_TEXT_VIEW (text);
  GArray *rectangles = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  gboolean is_mixed;

  if (range.start >= range.end)
    return rectangles;

  is_mixed =
      has_right_to_left (galley_document_get_text (galley_check_get_document (check)), range);
  while (range.start < range.end)
    {
      GdkRectangle first, last;
      guint end = skip_gap (view, range.start);

      if (end > range.start)
        {
          range.start = end;
          continue;
        }
      galley_article_marks_get_location (view, range.start, &first);
      if (is_mixed)
        {
          add_rectangle (rectangles, first);
          range.start++;
          continue;
        }
      end = find_line_end (view, range, first.y);
      galley_article_marks_get_location (view, end - 1, &last);
      gdk_rectangle_union (&first, &last, &first);
      g_array_append_val (rectangles, first);
      range.start = end;
    }

  return rectangles;
}
