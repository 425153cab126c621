/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-progress-page.h"

#include "galley-chart-view.h"
#include "galley-table-view.h"
#include "galley-wrapping.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A copy as widgets: what is on the screen is what is printed. Of the head only what the window
 * does not say already. */

typedef struct
{
  GtkBox *box;
  GtkWidget *counts; /* (nullable) the row of counts that is being filled */
  char *heading;     /* (nullable) the last one, by which tables are called */
} Page;

static GtkWidget *
add_label (Page *page, const char *text, const char *const *css_classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  galley_wrapping_set_up (GTK_LABEL (label));
  gtk_widget_set_css_classes (label, (const char **) css_classes);
  gtk_box_append (page->box, label);

  return label;
}

static void
add_heading (Page *page, const GalleyCopyElement *element, const char *text)
{
  static const char *const first[] = { "title-3", NULL };
  static const char *const second[] = { "heading", NULL };
  GtkWidget *label = add_label (page, text, element->level == 2 ? first : second);

  gtk_widget_set_margin_top (label, element->level == 2 ? 24 : 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  (int) element->level, -1);
  g_free (page->heading);
  page->heading = g_strdup (text);
}

static void
add_paragraph (Page *page, const GalleyCopyElement *element, const char *text)
{
  static const char *const css_classes[] = { "dim-label", NULL };
  static const char *const plain[] = { NULL };

  if (element->role == GALLEY_COPY_KICKER)
    return;

  add_label (page, text, element->role == GALLEY_COPY_NOTHING ? plain : css_classes);
}

static void
add_fact (Page *page, const GalleyCopyElement *element, const char *text)
{
  static const char *const css_classes[] = { NULL };
  g_autofree char *fact = g_strdup_printf ("%s: %s", element->label, text);

  /* It is now. */
  if (g_strcmp0 (element->nick, "exported") != 0)
    add_label (page, fact, css_classes);
}

static void
add_count (Page *page, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  if (page->counts == NULL)
    {
      page->counts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
      gtk_box_append (page->box, page->counts);
    }
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (page->counts), label);
}

static void
add_title (Page *page, const char *text)
{
  static const char *const css_classes[] = { "title-2", NULL };

  add_label (page, text, css_classes);
}

static void
add_element (Page *page, const GalleyCopyElement *element)
{
  g_autofree char *text = galley_copy_dup_text (element);

  switch (element->kind)
    {
    case GALLEY_COPY_TITLE:
      add_title (page, text);
      break;
    case GALLEY_COPY_HEADING:
      add_heading (page, element, text);
      break;
    case GALLEY_COPY_FACT:
      add_fact (page, element, text);
      break;
    case GALLEY_COPY_ITEM:
      add_count (page, text);
      break;
    case GALLEY_COPY_CHART:
      gtk_box_append (page->box, galley_chart_view_new (element->chart));
      break;
    case GALLEY_COPY_PARAGRAPH:
      add_paragraph (page, element, text);
      break;
    case GALLEY_COPY_BEGIN:
    case GALLEY_COPY_END:
    case GALLEY_COPY_QUOTE:
    case GALLEY_COPY_CELL:
    default:
      break;
    }
}

static void
add_table (Page *page, const GalleyCopyElement *element)
{
  gtk_box_append (page->box, galley_table_view_new (
                                 page->heading != NULL ? page->heading : _ ("Progress"), element));
}

/**
 * galley_progress_page_fill:
 * @box: a vertical box; what is in it is taken out
 * @copy: a copy in the layout of progress; it is not needed any more
 *
 * Shows a copy.
 */
void
galley_progress_page_fill (GtkBox *box, GalleyCopy *copy)
{
  Page page = { .box = box };
  guint n_elements;
  const GalleyCopyElement *elements = galley_copy_get_elements (copy, &n_elements);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < n_elements; i++)
    if (elements[i].kind == GALLEY_COPY_BEGIN && elements[i].part == GALLEY_COPY_TABLE)
      add_table (&page, &elements[i]);
    else
      add_element (&page, &elements[i]);
  g_free (page.heading);
}
