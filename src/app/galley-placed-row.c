/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-placed-row.h"

#include "galley-wrap-box.h"
#include "galley-wrapping.h"

/* The rows that say what becomes of words in another text. The words have a line of their own, as
 * columns beside each other leave them no room where letters are large. */

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  galley_wrapping_set_up (GTK_LABEL (label));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * galley_placed_row_set_up:
 * @item: of a list without anything in it
 *
 * Gives the item a row.
 */
void
galley_placed_row_set_up (GtkListItem *item)
{
  static const char *const classes[] = { "heading", "dim-label", "dim-label" };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = g_object_new (GALLEY_TYPE_WRAP_BOX, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      GtkWidget *label = create_label (classes[i]);

      gtk_widget_set_margin_end (label, 6);
      galley_wrap_box_append (GALLEY_WRAP_BOX (head), label);
    }
  gtk_widget_add_css_class (row, "report-row");
  gtk_box_append (GTK_BOX (row), head);
  gtk_box_append (GTK_BOX (row), create_label (/* css_class= */ NULL));
  gtk_list_item_set_child (item, row);
}

static void
show (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/**
 * galley_placed_row_bind:
 * @kind: how the words were found
 * @former: (nullable): what was known of them
 * @markup: the words
 * @decision: what becomes of them
 *
 * Fills in the row.
 */
void
galley_placed_row_bind (GtkListItem *item,
                        const char *kind,
                        const char *former,
                        const char *markup,
                        const char *decision)
{
  GtkWidget *head = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_first_child (head);

  show (label, kind);
  label = gtk_widget_get_next_sibling (label);
  show (label, former);
  show (gtk_widget_get_next_sibling (label), decision);
  gtk_label_set_markup (GTK_LABEL (gtk_widget_get_next_sibling (head)), markup);
}
