/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars take no part in the layout as long as nothing of them is seen. */

#include "fixture.h"

#include "galley-bars.h"

static void
test_hidden (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, /* spacing= */ 0);
  GtkWidget *revealer = gtk_revealer_new ();
  GtkWidget *label = gtk_label_new ("A sentence in a bar");
  int width;

  gtk_revealer_set_child (GTK_REVEALER (revealer), label);
  gtk_box_append (GTK_BOX (box), revealer);
  gtk_window_set_child (window, box);
  galley_bars_set_up_all (box);
  gtk_window_present (window);
  g_assert_false (gtk_widget_get_visible (label));
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, ==, 0);

  gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), TRUE);
  g_assert_true (gtk_widget_get_visible (label));
  WAIT_UNTIL (gtk_revealer_get_child_revealed (GTK_REVEALER (revealer)));
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, >, 0);

  /* It is there until it has slid away. */
  gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), FALSE);
  WAIT_UNTIL (!gtk_widget_get_visible (label));
  g_assert_false (gtk_revealer_get_child_revealed (GTK_REVEALER (revealer)));

  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/bars/hidden", test_hidden);

  return g_test_run ();
}
