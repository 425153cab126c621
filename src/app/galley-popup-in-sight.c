/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-popup-in-sight.h"

/* A form that hangs on its button is where that is, also out of sight: below the window, or beyond
 * the screen, where GTK finds it no room at all. */

/* Whoever wants the form gets it after so many frames, wherever its button is. */
#define MAX_FRAMES 20

/* Data of the button: the tick callback that will open the form or scroll to it. */
#define TICK "galley-popup-tick"

/* Data of the button: the adjustment that is followed. */
#define FOLLOWED "galley-popup-followed"

static guint
get_tick (GtkMenuButton *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), TICK));
}

static void
set_tick (GtkMenuButton *button, guint tick_id)
{
  g_object_set_data (G_OBJECT (button), TICK, GUINT_TO_POINTER (tick_id));
}

/* Returns: (nullable) (transfer none): what the button is scrolled in */
static GtkWidget *
find_viewport (GtkMenuButton *button)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_VIEWPORT);
}

/* Scrolls to the button. Returns: whether that is in sight already, and not only with the next
 * frame */
static gboolean
show_button (GtkMenuButton *button)
{
  GtkWidget *viewport = find_viewport (button);
  GtkAdjustment *adjustment;
  graphene_rect_t place;
  double value, top, bottom;

  if (viewport == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (button), viewport, &place))
    return TRUE;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  value = gtk_adjustment_get_value (adjustment);
  top = value + place.origin.y;
  bottom = top + place.size.height;
  /* This ends whatever else still scrolls there, such as to what had the focus before. */
  gtk_adjustment_set_value (adjustment,
                            CLAMP (value, bottom - gtk_adjustment_get_page_size (adjustment), top));

  return place.size.height > 0 && gtk_adjustment_get_value (adjustment) == value;
}

/* A frame brings the button to where it was scrolled to, or elsewhere: what stands above it may be
 * of another height by then, and a page that was just made has never been laid out. */
static gboolean
popup_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer first_frame)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (widget);
  gint64 n_frames = gdk_frame_clock_get_frame_counter (clock) - *(gint64 *) first_frame;

  if (n_frames <= 0 || (!show_button (button) && n_frames < MAX_FRAMES))
    return G_SOURCE_CONTINUE;

  set_tick (button, 0);
  gtk_menu_button_popup (button);

  return G_SOURCE_REMOVE;
}

static void
popup_soon (GtkMenuButton *button, GdkFrameClock *clock)
{
  gint64 first_frame = gdk_frame_clock_get_frame_counter (clock) + 1;

  if (get_tick (button) == 0)
    set_tick (button,
              gtk_widget_add_tick_callback (GTK_WIDGET (button), popup_cb,
                                            g_memdup2 (&first_frame, sizeof first_frame), g_free));
}

static gboolean
is_open (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  return popover != NULL && gtk_widget_get_visible (GTK_WIDGET (popover));
}

static gboolean
keep_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (widget);

  if (is_open (button))
    show_button (button);
  set_tick (button, 0);

  return G_SOURCE_REMOVE;
}

/* What comes late, such as other mentions of a claim, pushes the button down. Where to, is known
 * when all of it is laid out. */
static void
grown_cb (GtkMenuButton *button)
{
  if (is_open (button) && get_tick (button) == 0)
    set_tick (button, gtk_widget_add_tick_callback (GTK_WIDGET (button), keep_cb, NULL, NULL));
}

static void
follow (GtkMenuButton *button)
{
  GtkWidget *viewport = find_viewport (button);
  GtkAdjustment *adjustment =
      viewport != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)) : NULL;

  if (adjustment == NULL || adjustment == g_object_get_data (G_OBJECT (button), FOLLOWED))
    return;

  g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (grown_cb), button,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (button), FOLLOWED, g_object_ref (adjustment), g_object_unref);
}

/**
 * galley_popup_in_sight:
 * @button: a button, maybe in something that is scrolled
 *
 * Scrolls to the button, opens what hangs on it, and keeps both in sight when what is above them
 * grows.
 */
void
galley_popup_in_sight (GtkMenuButton *button)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (button));

  if (clock == NULL)
    {
      gtk_menu_button_popup (button);
      return;
    }

  follow (button);
  show_button (button);
  popup_soon (button, clock);
}

/**
 * galley_popup_in_sight_stop:
 *
 * What was not opened yet will not be.
 */
void
galley_popup_in_sight_stop (GtkMenuButton *button)
{
  if (get_tick (button) != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (button), get_tick (button));
  set_tick (button, 0);
}
