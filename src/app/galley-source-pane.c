/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-source-pane.h"

#include "galley-address.h"
#include "galley-mnemonics.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/* Nobody reads more of them in one place. */
#define MAX_USES 200
/* A longer quote is cut; in lines. */
#define MAX_QUOTE_LINES 2

/**
 * GalleySourcePane:
 *
 * All that the log says of a source, and where the source is used.
 */
struct _GalleySourcePane
{
  AdwBin parent_instance;

  GPtrArray *uses; /* (nullable) (element-type GalleySourceUse), those that are shown first */

  /* from the template */
  GtkStack *stack;
  GtkLabel *title;
  GtkWidget *confidential;
  GtkBox *fields;
  GtkLabel *uses_heading;
  GtkListBox *rows;
  GtkLabel *more;
};

enum
{
  USE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleySourcePane, galley_source_pane, ADW_TYPE_BIN)

static void
row_activated_cb (GalleySourcePane *self, GtkListBoxRow *row)
{
  GalleySourceUse *use = g_ptr_array_index (self->uses, gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[USE_ACTIVATED], 0, use->article_id, use->claim_id);
}

static void
galley_source_pane_dispose (GObject *object)
{
  GalleySourcePane *self = GALLEY_SOURCE_PANE (object);

  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_SOURCE_PANE);
  g_clear_pointer (&self->uses, g_ptr_array_unref);

  G_OBJECT_CLASS (galley_source_pane_parent_class)->dispose (object);
}

static void
galley_source_pane_class_init (GalleySourcePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_source_pane_dispose;

  /**
   * GalleySourcePane::use-activated:
   * @article_id: an article
   * @claim_id: a claim of it
   *
   * Somebody wants to see the claim.
   */
  signals[USE_ACTIVATED] =
      g_signal_new ("use-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/source-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleySourcePane, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleySourcePane, title);
  gtk_widget_class_bind_template_child (widget_class, GalleySourcePane, confidential);
  gtk_widget_class_bind_template_child (widget_class, GalleySourcePane, fields);
  gtk_widget_class_bind_template_child (widget_class, GalleySourcePane, uses_heading);
  gtk_widget_class_bind_template_child (widget_class, GalleySourcePane, rows);
  gtk_widget_class_bind_template_child (widget_class, GalleySourcePane, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
galley_source_pane_init (GalleySourcePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
}

static GtkLabel *
create_label (const char *text, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_xalign (label, 0);
  galley_wrapping_set_up (label);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);

  return label;
}

static void
add_field (GalleySourcePane *self, const char *name, const char *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkLabel *name_label = create_label (name, "caption");
  GtkLabel *value_label = create_label (NULL, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (name_label), "dim-label");
  gtk_label_set_selectable (value_label, TRUE);
  galley_address_show (value_label, value);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value_label), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  name_label, NULL, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (name_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (value_label));
  gtk_box_append (self->fields, box);
}

static void
show_fields (GalleySourcePane *self, GalleySource *source)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_box_remove (self->fields, child);
  gtk_label_set_label (self->title, source->texts[GALLEY_SOURCE_TITLE]);
  gtk_widget_set_visible (self->confidential, source->terms == GALLEY_TERMS_CONFIDENTIAL);
  if (source->kind != GALLEY_SOURCE_UNSPECIFIED)
    add_field (self, _ ("Kind"), galley_source_kind_get_label (source->kind));
  add_field (self, _ ("Terms"), galley_terms_get_label (source->terms));
  for (guint i = GALLEY_SOURCE_TITLE + 1; i < GALLEY_N_SOURCE_TEXTS; i++)
    if (source->texts[i] != NULL && i != GALLEY_SOURCE_ATTACHMENT)
      add_field (self, galley_source_text_get_label (i), source->texts[i]);
}

static void
add_use (GalleySourcePane *self, GalleySourceUse *use)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkLabel *quote = create_label (use->quote, NULL);
  GtkLabel *article = create_label (use->article_title, "caption");

  gtk_label_set_lines (quote, MAX_QUOTE_LINES);
  gtk_label_set_ellipsize (quote, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (article), "dim-label");
  gtk_widget_add_css_class (box, "query-row");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (quote));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (article));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, use->quote,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, use->article_title, -1);
  gtk_list_box_append (self->rows, row);
}

static void
show_uses (GalleySourcePane *self)
{
  guint n_uses = self->uses->len, n_rows = MIN (n_uses, MAX_USES);
  /* Translators: for how many claims a source is used. */
  g_autofree char *heading =
      g_strdup_printf (ngettext ("Used for %u claim", "Used for %u claims", n_uses), n_uses);
  g_autofree char *more =
      g_strdup_printf (ngettext ("and %u more", "and %u more", n_uses - n_rows), n_uses - n_rows);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < n_rows; i++)
    add_use (self, g_ptr_array_index (self->uses, i));
  gtk_label_set_label (self->uses_heading, n_uses > 0 ? heading : _ ("Not used for any claim"));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n_rows > 0);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_uses > n_rows);
}

/**
 * galley_source_pane_show:
 * @source: (nullable): an entry of the log
 * @uses: (element-type GalleySourceUse): where it is used
 *
 * Shows a source, or that none is chosen.
 */
void
galley_source_pane_show (GalleySourcePane *self, GalleySource *source, GPtrArray *uses)
{
  g_return_if_fail (GALLEY_IS_SOURCE_PANE (self) && uses != NULL);

  gtk_stack_set_visible_child_name (self->stack, source != NULL ? "source" : "nothing");
  if (source == NULL)
    return;

  g_ptr_array_ref (uses);
  g_clear_pointer (&self->uses, g_ptr_array_unref);
  self->uses = uses;
  show_fields (self, source);
  show_uses (self);
}
