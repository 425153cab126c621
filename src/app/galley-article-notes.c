/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-notes.h"

#include "galley-article-marks.h"
#include "galley-badge.h"
#include "galley-look.h"
#include "galley-note-words.h"

/* How the writer's notes are drawn: a sign in the right margin, on the line where the words begin
 * that a note is about, and a veil over the words while somebody is at them. Everything is in
 * buffer coordinates, in pixels.
 *
 * The notes of a line are neighbours in their order, so that their number is found without looking
 * at each: a frame costs by how many lines are on the screen and not by how many notes. */

#define SIGN_DISTANCE 12 /* from the words */
#define COUNT_DISTANCE 3 /* from the sign */

static int
get_y (GtkTextView *view, GalleyRemarks *remarks, guint position)
{
  GdkRectangle place;

  galley_article_marks_get_location (view, galley_remarks_get_note (remarks, position)->range.start,
                                     &place);

  return place.y;
}

/* The first note from @low on, and before @high, that does not begin above @y; @high if all do. */
static guint
find_first_at (GtkTextView *view, GalleyRemarks *remarks, guint low, guint high, int y)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_y (view, remarks, middle) < y)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
paint_sign (GtkTextView *view,
            const GdkRectangle *line,
            const GalleyRemark *first,
            guint n_notes,
            gboolean is_pointed,
            GtkSnapshot *snapshot)
{
  const GalleyLook *look = galley_look_get_current ();
  const GdkRGBA *colour = is_pointed ? &look->ink : &look->note;
  float x = gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_right_margin (view) +
            SIGN_DISTANCE;
  float y = line->y + (line->height - GALLEY_BADGE_SIZE) / 2;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  galley_badge_paint_icon (GTK_WIDGET (view), snapshot, galley_note_words_get_icon_name (first),
                           colour);
  if (n_notes > 1)
    {
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (GALLEY_BADGE_SIZE + COUNT_DISTANCE, 0));
      galley_badge_paint_count (GTK_WIDGET (view), snapshot, n_notes, colour, GTK_ALIGN_START);
    }
  gtk_snapshot_restore (snapshot);
}

static void
paint_signs (GtkTextView *view,
             GalleyRemarks *remarks,
             GalleyRange visible,
             GPtrArray *pointed,
             GtkSnapshot *snapshot)
{
  guint end = galley_remarks_count_notes_before (remarks, visible.end);
  guint next;

  for (guint i = galley_remarks_count_notes_before (remarks, visible.start); i < end; i = next)
    {
      const GalleyRemark *first = galley_remarks_get_note (remarks, i);
      GdkRectangle line;

      galley_article_marks_get_location (view, first->range.start, &line);
      next = find_first_at (view, remarks, i + 1, end, line.y + 1);
      paint_sign (view, &line, first, next - i,
                  pointed != NULL && g_ptr_array_find (pointed, first, /* index= */ NULL),
                  snapshot);
    }
}

/* Words that several notes are about get one veil. */
static void
paint_veil (GalleyArticleText *text,
            GalleyCheck *check,
            GalleyRange visible,
            GPtrArray *remarks,
            GtkSnapshot *snapshot)
{
  guint from = visible.start;

  for (guint i = 0; i < remarks->len; i++)
    {
      const GalleyRemark *remark = g_ptr_array_index (remarks, i);
      GalleyRange range = { MAX (remark->range.start, from), MIN (remark->range.end, visible.end) };
      g_autoptr (GArray) rectangles = NULL;

      if (remark->note == NULL || range.start >= range.end)
        continue;
      from = range.end;
      rectangles = galley_article_marks_get_rectangles (text, check, range);
      for (guint k = 0; k < rectangles->len; k++)
        {
          const GdkRectangle *line = &g_array_index (rectangles, GdkRectangle, k);

          gtk_snapshot_append_color (
              snapshot, &galley_look_get_current ()->note_veil,
              &GRAPHENE_RECT_INIT (line->x, line->y, line->width, line->height));
        }
    }
}

/**
 * galley_article_notes_snapshot:
 * @text: the view
 * @check: what is shown in it
 * @visible: the characters that can be seen
 * @chosen: (element-type GalleyRemark): the notes whose words stand out because the caret is there;
 *   links are passed over
 * @pointed: (nullable) (element-type GalleyRemark): those that somebody points at the sign of,
 *   which then stand out instead
 * @snapshot: in buffer coordinates
 *
 * Draws the signs of the notes on the visible words of @text.
 */
void
galley_article_notes_snapshot (GalleyArticleText *text,
                               GalleyCheck *check,
                               GalleyRange visible,
                               GPtrArray *chosen,
                               GPtrArray *pointed,
                               GtkSnapshot *snapshot)
{
  paint_signs (GTK_TEXT_VIEW (text), galley_check_get_remarks (check), visible, pointed, snapshot);
  paint_veil (text, check, visible, pointed != NULL ? pointed : chosen, snapshot);
}

/**
 * galley_article_notes_find_at_line:
 * @text: the view
 * @check: what is shown in it
 * @buffer_y: a height in buffer coordinates
 *
 * Returns: (transfer container) (nullable) (element-type GalleyRemark): the notes that are about
 *   words which begin on the line of the screen that is there; %NULL if there are none
 */
GPtrArray *
galley_article_notes_find_at_line (GalleyArticleText *text, GalleyCheck *check, int buffer_y)
{
  GtkTextView *view = GTK_TEXT_VIEW (text);
  GalleyRemarks *remarks = galley_check_get_remarks (check);
  GPtrArray *found;
  GtkTextIter start, end;
  GdkRectangle line;
  guint first, last;

  gtk_text_view_get_iter_at_position (view, &start, /* trailing= */ NULL, 0, buffer_y);
  gtk_text_view_get_iter_location (view, &start, &line);
  if (buffer_y < line.y || buffer_y >= line.y + line.height)
    return NULL;

  gtk_text_iter_set_line_offset (&start, 0);
  end = start;
  gtk_text_iter_forward_line (&end);
  first = galley_remarks_count_notes_before (remarks, gtk_text_iter_get_offset (&start));
  last = galley_remarks_count_notes_before (remarks, gtk_text_iter_get_offset (&end) +
                                                         gtk_text_iter_is_end (&end));
  first = find_first_at (view, remarks, first, last, line.y);
  last = find_first_at (view, remarks, first, last, line.y + 1);
  if (first == last)
    return NULL;

  found = g_ptr_array_sized_new (last - first);
  for (guint i = first; i < last; i++)
    g_ptr_array_add (found, (gpointer) galley_remarks_get_note (remarks, i));

  return found;
}
