/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-words.h"

#include "galley-text-words.h"

#include <string.h>

/* A pointer is not put between two letters on purpose: what is selected with one is whole words, as
 * soon as its button is let go, so that they are seen before a key makes them a claim. Keys select
 * to the letter. */

/* Moves @iter out of the word that it is within, if it is. */
static void
leave_word (GtkTextIter *iter, gboolean is_forward)
{
  GtkTextIter start = *iter, end = *iter;
  g_autoptr (GalleyText) line = NULL;
  g_autoptr (GArray) words = NULL;
  guint at = gtk_text_iter_get_line_offset (iter);
  char *utf8;

  gtk_text_iter_set_line_offset (&start, 0);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  utf8 = gtk_text_iter_get_slice (&start, &end);
  line = galley_text_new_take (utf8, strlen (utf8));
  words = galley_text_find_words (line);

  for (guint i = 0; i < words->len; i++)
    {
      const GalleyRange *word = &g_array_index (words, GalleyRange, i);

      if (word->start < at && at < word->end)
        gtk_text_iter_set_line_offset (iter, is_forward ? word->end : word->start);
    }
}

/**
 * galley_article_words_settle:
 * @is_extended: whether only the end at the caret was moved, as with Shift
 *
 * Lets what a pointer has selected begin and end with whole words.
 */
void
galley_article_words_settle (GtkTextView *view, gboolean is_extended)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter caret, bound, old_caret, old_bound;
  gboolean is_forward;

  if (!gtk_text_buffer_get_has_selection (buffer))
    return;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, &bound, gtk_text_buffer_get_selection_bound (buffer));
  old_caret = caret;
  old_bound = bound;
  is_forward = gtk_text_iter_compare (&caret, &bound) > 0;
  leave_word (&caret, is_forward);
  if (!is_extended)
    leave_word (&bound, !is_forward);
  if (!gtk_text_iter_equal (&caret, &old_caret) || !gtk_text_iter_equal (&bound, &old_bound))
    gtk_text_buffer_select_range (buffer, &caret, &bound);
}

/**
 * galley_article_words_see:
 * @event: what somebody does
 *
 * For whoever is told of everything: a button that is let go has selected what is selected then,
 * since a click without more ends a selection that keys have made.
 */
void
galley_article_words_see (GtkTextView *view, GdkEvent *event)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE &&
      gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY)
    galley_article_words_settle (view,
                                 (gdk_event_get_modifier_state (event) & GDK_SHIFT_MASK) != 0);
}
