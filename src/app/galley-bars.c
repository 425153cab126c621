/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-bars.h"

/* Bars with a sentence, which slide in above what they are about. */

/* A revealer lays out what it hides: sentences, again and again, in the search for the least width
 * that they fit into. What is not seen at all costs nothing. */
static void
revealed_cb (GtkRevealer *revealer)
{
  gtk_widget_set_visible (gtk_revealer_get_child (revealer),
                          gtk_revealer_get_reveal_child (revealer) ||
                              gtk_revealer_get_child_revealed (revealer));
}

/**
 * galley_bars_set_up_all:
 * @widget: the root of a template
 *
 * Has all revealers in it hide their child as long as nothing of it is revealed.
 */
void
galley_bars_set_up_all (GtkWidget *widget)
{
  if (GTK_IS_REVEALER (widget))
    {
      g_signal_connect (widget, "notify::reveal-child", G_CALLBACK (revealed_cb), NULL);
      g_signal_connect (widget, "notify::child-revealed", G_CALLBACK (revealed_cb), NULL);
      revealed_cb (GTK_REVEALER (widget));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    galley_bars_set_up_all (child);
}
