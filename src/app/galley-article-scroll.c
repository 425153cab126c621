/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-scroll.h"

/* How far from the edge of the view, as a part of its height, what is scrolled to is placed; and
 * how much of the height words may take of which the end is brought into sight with the start. */
#define MARGIN 0.12
#define MAX_WHOLE (1 - 2 * MARGIN)

/**
 * GalleyArticleScroll:
 *
 * Scrolls an article to words, and brings all of them into sight: whoever gives a verdict reads to
 * the end of what it is about.
 */
struct _GalleyArticleScroll
{
  GtkTextView *view; /* (unowned) */
  GalleyRange words; /* that were scrolled to last */
  gboolean is_due;   /* they were not on screen then */
  guint idle_id;
};

/* Where lines have no height yet all of them seem to be at the top: the start is as good then. */
static gboolean
wants_end (GalleyArticleScroll *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GdkRectangle visible, first, last;

  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_iter_location (self->view, start, &first);
  gtk_text_view_get_iter_location (self->view, end, &last);

  return first.y > visible.y + MARGIN * visible.height &&
         last.y + last.height - first.y < MAX_WHOLE * visible.height;
}

static void
scroll (GalleyArticleScroll *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextMark *mark;
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, self->words.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, self->words.end);
  mark = gtk_text_buffer_create_mark (buffer, /* name= */ NULL,
                                      wants_end (self, &start, &end) ? &end : &start, FALSE);
  self->is_due = !gtk_widget_get_mapped (GTK_WIDGET (self->view));
  gtk_text_view_scroll_to_mark (self->view, mark, MARGIN, /* use_align= */ FALSE, 0, 0);
  gtk_text_buffer_delete_mark (buffer, mark);
}

static gboolean
idle_cb (gpointer user_data)
{
  GalleyArticleScroll *self = user_data;

  self->idle_id = 0;
  scroll (self);

  return G_SOURCE_REMOVE;
}

/* What was scrolled to before the lines had their width is somewhere else now. */
static void
map_cb (GalleyArticleScroll *self)
{
  if (self->is_due && self->idle_id == 0)
    self->idle_id = g_idle_add (idle_cb, self);
}

/**
 * galley_article_scroll_new:
 * @view: what is scrolled; lives longer than what is returned
 *
 * Returns: (transfer full): what scrolls it
 */
GalleyArticleScroll *
galley_article_scroll_new (GtkTextView *view)
{
  GalleyArticleScroll *self = g_new0 (GalleyArticleScroll, 1);

  self->view = view;
  g_signal_connect_data (view, "map", G_CALLBACK (map_cb), self, /* destroy_data= */ NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);

  return self;
}

/**
 * galley_article_scroll_free:
 */
void
galley_article_scroll_free (GalleyArticleScroll *self)
{
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_free (self);
}

/**
 * galley_article_scroll_show:
 * @words: in code points
 *
 * Scrolls to the start of words, or to their end if that brings all of them into sight.
 */
void
galley_article_scroll_show (GalleyArticleScroll *self, GalleyRange words)
{
  g_return_if_fail (self != NULL);

  self->words = words;
  scroll (self);
}
