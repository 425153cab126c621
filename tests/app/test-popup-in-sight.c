/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What hangs on a button opens where that is in sight, and stays there. */

#include "fixture.h"

#include "galley-popup-in-sight.h"

#define HEIGHT 200

typedef struct
{
  GtkWindow *window;
  GtkWidget *viewport;
  GtkWidget *box;
  GtkWidget *above;
  GtkMenuButton *button;
  GtkWidget *popover;
} Place;

/* A button with something above it that is @height pixels high. */
static Place
make_place (int height)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  Place place = { .window = GTK_WINDOW (gtk_window_new ()),
                  .box = gtk_box_new (GTK_ORIENTATION_VERTICAL, /* spacing= */ 0),
                  .above = gtk_label_new ("What stands above"),
                  .button = GTK_MENU_BUTTON (gtk_menu_button_new ()),
                  .popover = gtk_popover_new () };

  gtk_popover_set_child (GTK_POPOVER (place.popover), gtk_label_new ("A form"));
  gtk_menu_button_set_popover (place.button, place.popover);
  gtk_widget_set_valign (place.above, GTK_ALIGN_START);
  gtk_widget_set_margin_bottom (place.above, height);
  gtk_box_append (GTK_BOX (place.box), place.above);
  gtk_box_append (GTK_BOX (place.box), GTK_WIDGET (place.button));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), place.box);
  gtk_window_set_default_size (place.window, 300, HEIGHT);
  gtk_window_set_child (place.window, scrolled);
  gtk_window_present (place.window);
  place.viewport = gtk_widget_get_ancestor (place.box, GTK_TYPE_VIEWPORT);
  WAIT_UNTIL (gtk_widget_get_height (place.box) > height);

  return place;
}

static gboolean
set_flag_cb (gpointer flag)
{
  *(gboolean *) flag = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint duration)
{
  gboolean is_over = FALSE;

  g_timeout_add (duration, set_flag_cb, &is_over);
  WAIT_UNTIL (is_over);
}

static gboolean
is_in_sight (const Place *place)
{
  graphene_rect_t at;

  return gtk_widget_compute_bounds (GTK_WIDGET (place->button), place->viewport, &at) &&
         at.origin.y >= 0 &&
         at.origin.y + at.size.height <= gtk_widget_get_height (place->viewport);
}

static void
test_growing (void)
{
  Place place = make_place (/* height= */ 0);

  /* By the next frame it is elsewhere. */
  galley_popup_in_sight (place.button);
  gtk_widget_set_margin_bottom (place.above, 2 * HEIGHT);
  WAIT_UNTIL (gtk_widget_get_visible (place.popover));
  g_assert_true (is_in_sight (&place));

  gtk_widget_set_margin_bottom (place.above, 4 * HEIGHT);
  WAIT_UNTIL (gtk_widget_get_height (place.box) > 4 * HEIGHT);
  WAIT_UNTIL (is_in_sight (&place));
  g_assert_true (gtk_widget_get_visible (place.popover));

  /* What is closed keeps nobody from scrolling, and does not open again. */
  gtk_widget_set_margin_bottom (place.above, 6 * HEIGHT);
  gtk_menu_button_popdown (place.button);
  WAIT_UNTIL (gtk_widget_get_height (place.box) > 6 * HEIGHT);
  wait_ms (100);
  g_assert_false (is_in_sight (&place));
  g_assert_false (gtk_widget_get_visible (place.popover));

  gtk_window_destroy (place.window);
}

static void
test_stopped (void)
{
  Place place = make_place (2 * HEIGHT);

  galley_popup_in_sight (place.button);
  galley_popup_in_sight_stop (place.button);
  wait_ms (100);
  g_assert_false (gtk_widget_get_visible (place.popover));

  gtk_window_destroy (place.window);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/popup-in-sight/growing", test_growing);
  g_test_add_func ("/popup-in-sight/stopped", test_stopped);

  return g_test_run ();
}
