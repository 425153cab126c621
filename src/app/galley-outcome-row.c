/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-outcome-row.h"

#include "galley-wrapping.h"

#include <glib/gi18n.h>

/* The rows of reports: what came of one of several things, with a sign that says how it went. */

/**
 * galley_outcome_row_set_up:
 * @item: of a list without anything in it
 *
 * Gives the item a row.
 */
void
galley_outcome_row_set_up (GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *outcome = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (outcome), 0);
  galley_wrapping_set_up (GTK_LABEL (outcome));
  gtk_widget_add_css_class (outcome, "caption");
  gtk_widget_add_css_class (outcome, "dim-label");
  gtk_widget_add_css_class (row, "report-row");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), outcome);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_child (item, row);
}

/**
 * galley_outcome_row_bind:
 * @icon_name: how it went, as a sign
 * @name: what it is about
 * @outcome: what came of it
 *
 * Fills in the row.
 */
void
galley_outcome_row_bind (GtkListItem *item,
                         const char *icon_name,
                         const char *name,
                         const char *outcome)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *icon = gtk_widget_get_first_child (row);
  GtkWidget *label = gtk_widget_get_first_child (gtk_widget_get_next_sibling (icon));
  GtkWidget *parent = gtk_widget_get_parent (row);
  /* Translators: what a screen reader says of something in a report: its name, what came of it. */
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %s"), name, outcome);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), icon_name);
  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (label)), outcome);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
}
