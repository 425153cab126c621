/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-cursor-sight.h"

/* A text that grows while somebody types into it, as a part of something longer that is scrolled.
 * GTK scrolls to what gets the keyboard, and not to what is typed there afterwards. */

/* Around the cursor, in pixels. */
#define MARGIN 12

/* What is typed now is laid out in the next frames, and can be scrolled to in the one after them.
 */
#define MAX_STILL 10

typedef struct
{
  int height;
  guint n_still; /* frames without another height */
} Growth;

static gboolean
find_place (GtkTextView *view, GtkWidget *child, double *out_top, double *out_bottom)
{
  GdkRectangle place;
  graphene_point_t top;
  int x, y;

  gtk_text_view_get_cursor_locations (view, /* iter= */ NULL, &place, /* weak= */ NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &x, &y);
  if (!gtk_widget_compute_point (GTK_WIDGET (view), child, &GRAPHENE_POINT_INIT (x, y), &top))
    return FALSE;

  *out_top = top.y - MARGIN;
  *out_bottom = top.y + place.height + MARGIN;
  return TRUE;
}

static void
show (GtkTextView *view)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_VIEWPORT);
  GtkWidget *child = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  double top, bottom;

  if (child != NULL && gtk_widget_is_focus (GTK_WIDGET (view)) &&
      find_place (view, child, &top, &bottom))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), top,
                               bottom);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Growth *growth = user_data;
  int height = gtk_widget_get_height (widget);

  show (GTK_TEXT_VIEW (widget));
  growth->n_still = height == growth->height ? growth->n_still + 1 : 0;
  growth->height = height;
  return growth->n_still < MAX_STILL ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
moved_cb (GtkTextView *view)
{
  if (gtk_widget_is_focus (GTK_WIDGET (view)))
    gtk_widget_add_tick_callback (GTK_WIDGET (view), tick_cb, g_new0 (Growth, 1), g_free);
}

/**
 * galley_cursor_sight_keep:
 * @view: a text whose buffer stays the same
 *
 * From now on whatever @view is scrolled in shows where somebody types.
 */
void
galley_cursor_sight_keep (GtkTextView *view)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  g_signal_connect_object (gtk_text_view_get_buffer (view), "notify::cursor-position",
                           G_CALLBACK (moved_cb), view, G_CONNECT_SWAPPED);
}
