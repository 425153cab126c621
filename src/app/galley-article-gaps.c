/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-gaps.h"

#include "galley-article-words.h"

/* Blank lines between blocks are part of the text, and hardly as high as a hair on the screen.
 * There is nothing to do in them, so nobody is to stand there. */

/**
 * galley_article_gaps_hold:
 * @iter: a place in an article
 *
 * Returns: whether its line holds nothing but white space
 */
gboolean
galley_article_gaps_hold (const GtkTextIter *iter)
{
  GtkTextIter at = *iter;

  for (gtk_text_iter_set_line_offset (&at, 0); !gtk_text_iter_ends_line (&at);
       gtk_text_iter_forward_char (&at))
    if (!g_unichar_isspace (gtk_text_iter_get_char (&at)))
      return FALSE;

  return TRUE;
}

static void
get_caret (GtkTextView *view, GtkTextIter *out_iter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_buffer_get_iter_at_mark (buffer, out_iter, gtk_text_buffer_get_insert (buffer));
}

/* How many lines away the next one with words is; 0 if there is none. */
static int
count_lines (const GtkTextIter *from, gboolean is_forward)
{
  GtkTextIter line = *from;

  for (int n_lines = 1;; n_lines++)
    {
      /* At the ends of the text both stop short of a line that is another one. */
      if (is_forward ? !gtk_text_iter_forward_line (&line) : !gtk_text_iter_backward_line (&line))
        return 0;
      if (!galley_article_gaps_hold (&line))
        return n_lines;
    }
}

static void
move (GtkTextView *view, GtkMovementStep step, int count)
{
  GTK_TEXT_VIEW_GET_CLASS (view)->move_cursor (view, step, count, /* extend_selection= */ FALSE);
}

/* To the line with words that is @n_lines on, at the height of the column where the caret was, or,
 * where it goes by letters, to the next of its words. */
static void
move_lines (GtkTextView *view, GtkMovementStep step, int n_lines)
{
  GtkTextIter caret;

  move (view, GTK_MOVEMENT_DISPLAY_LINES, n_lines);
  if (step == GTK_MOVEMENT_DISPLAY_LINES || step == GTK_MOVEMENT_PAGES)
    return;

  get_caret (view, &caret);
  gtk_text_iter_set_line_offset (&caret, 0);
  if (n_lines < 0 && !gtk_text_iter_ends_line (&caret))
    gtk_text_iter_forward_to_line_end (&caret);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (view), &caret);
}

/**
 * galley_article_gaps_leave:
 * @step: by what the caret went
 * @count: how many of these it went; negative if back
 * @extends_selection: whether it selected words on its way
 *
 * Lets a caret that a key has brought into a gap go on to the next words in its direction, or, at
 * an end of the text, back to the last ones. A selection can end in a gap: what is taken of it are
 * the words.
 */
void
galley_article_gaps_leave (GtkTextView *view,
                           GtkMovementStep step,
                           int count,
                           gboolean extends_selection)
{
  gboolean is_forward = count > 0;
  GtkTextIter caret;
  int n_lines;

  get_caret (view, &caret);
  if (extends_selection || !galley_article_gaps_hold (&caret))
    return;

  n_lines = count_lines (&caret, is_forward);
  if (n_lines == 0)
    {
      is_forward = !is_forward;
      n_lines = count_lines (&caret, is_forward);
    }
  if (n_lines > 0)
    move_lines (view, step, is_forward ? n_lines : -n_lines);
}

/**
 * galley_article_gaps_settle:
 *
 * Lets a caret that a pointer has put into a gap go to the words above, or below if there are none.
 */
void
galley_article_gaps_settle (GtkTextView *view)
{
  if (!gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (view)))
    galley_article_gaps_leave (view, GTK_MOVEMENT_DISPLAY_LINES, /* count= */ -1,
                               /* extends_selection= */ FALSE);
}

/**
 * galley_article_gaps_see:
 * @event: what somebody does
 *
 * For a controller that is told of everything: a selection may begin in a gap, and only whoever
 * lets a button go has made none. What was selected becomes whole words then.
 *
 * Returns: %FALSE: others want to know, too
 */
gboolean
galley_article_gaps_see (GtkTextView *view, GdkEvent *event)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE)
    galley_article_gaps_settle (view);
  galley_article_words_see (view, event);

  return GDK_EVENT_PROPAGATE;
}
