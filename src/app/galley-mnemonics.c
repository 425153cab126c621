/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-mnemonics.h"

/* A check button does not go by the label that it holds, which has no mark in it. */
static void
name_check_button (GtkWidget *button)
{
  for (GtkWidget *child = gtk_widget_get_first_child (button); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_text (GTK_LABEL (child)), -1);
}

/**
 * galley_mnemonics_name:
 * @widget: a button, or what holds buttons
 *
 * Has a screen reader call buttons with mnemonics by their words alone. GTK names such a button by
 * its label with the mark in it, and then by the label again that the button holds. To be called
 * again for a button that gets another label.
 */
void
galley_mnemonics_name (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  else if (GTK_IS_CHECK_BUTTON (widget) &&
           gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget)))
    name_check_button (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    galley_mnemonics_name (child);
}
