/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-review-row.h"

#include <glib/gi18n.h>

/**
 * GalleyReviewRow:
 *
 * A point of the agenda in the list of them: its words, why it is there, and what became of it.
 */
struct _GalleyReviewRow
{
  AdwBin parent_instance;

  GalleyReviewPoint *point; /* nullable */

  /* from the template */
  GtkImage *sign;
  GtkLabel *quote;
  GtkLabel *topic;
};

G_DEFINE_FINAL_TYPE (GalleyReviewRow, galley_review_row, ADW_TYPE_BIN)

static const struct
{
  const char *icon_name; /* NULL for a blank of the same size */
  const char *label;
} states[] = {
  [GALLEY_POINT_OPEN] = { NULL, N_ ("Open") },
  [GALLEY_POINT_PARKED] = { "media-playback-pause-symbolic", N_ ("Parked") },
  [GALLEY_POINT_DECIDED] = { "object-select-symbolic", N_ ("Decided") },
  [GALLEY_POINT_GONE] = { "list-remove-symbolic", N_ ("Gone") },
};

/* As it is looked at, and as it is read out. */
static void
show (GalleyReviewRow *self)
{
  GalleyPointState state = galley_review_point_get_state (self->point);
  const char *quote = galley_review_point_get_quote (self->point);
  const char *topic = galley_topic_get_label (galley_review_point_get_point (self->point)->topic);
  g_autofree char *caption = g_strdup_printf ("%s · %s", topic, _ (states[state].label));
  g_autofree char *label = g_strdup_printf ("%s. %s", quote, caption);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_image_set_from_icon_name (self->sign, states[state].icon_name);
  gtk_label_set_text (self->quote, quote);
  gtk_label_set_text (self->topic, state == GALLEY_POINT_OPEN ? topic : caption);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
}

static void
galley_review_row_dispose (GObject *object)
{
  galley_review_row_set_point (GALLEY_REVIEW_ROW (object), NULL);

  G_OBJECT_CLASS (galley_review_row_parent_class)->dispose (object);
}

static void
galley_review_row_class_init (GalleyReviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_review_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/review-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyReviewRow, sign);
  gtk_widget_class_bind_template_child (widget_class, GalleyReviewRow, quote);
  gtk_widget_class_bind_template_child (widget_class, GalleyReviewRow, topic);
}

static void
galley_review_row_init (GalleyReviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
galley_review_row_new (void)
{
  return g_object_new (GALLEY_TYPE_REVIEW_ROW, NULL);
}

/**
 * galley_review_row_set_point:
 * @point: (nullable): what to show from now on
 *
 * Shows a point, and follows it.
 */
void
galley_review_row_set_point (GalleyReviewRow *self, GalleyReviewPoint *point)
{
  g_return_if_fail (GALLEY_IS_REVIEW_ROW (self));

  if (self->point != NULL)
    g_signal_handlers_disconnect_by_data (self->point, self);
  g_set_object (&self->point, point);
  if (point == NULL)
    return;

  g_signal_connect_object (point, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

/**
 * galley_review_row_get_point:
 *
 * Returns: (transfer none) (nullable): the point that is shown
 */
GalleyReviewPoint *
galley_review_row_get_point (GalleyReviewRow *self)
{
  g_return_val_if_fail (GALLEY_IS_REVIEW_ROW (self), NULL);

  return self->point;
}
