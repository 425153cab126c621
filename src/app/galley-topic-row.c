/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-topic-row.h"

#include <glib/gi18n.h>

/**
 * GalleyTopicRow:
 *
 * Something that can be on the agenda of a review session, with how many points that makes.
 */
struct _GalleyTopicRow
{
  AdwActionRow parent_instance;

  GalleyTopic topic;
  GtkCheckButton *chosen;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (GalleyTopicRow, galley_topic_row, ADW_TYPE_ACTION_ROW)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
galley_topic_row_class_init (GalleyTopicRowClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
toggled_cb (GalleyTopicRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_move_button (GalleyTopicRow *self, const char *icon_name, const char *action, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

static void
galley_topic_row_init (GalleyTopicRow *self)
{
  self->chosen = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_check_button_set_active (self->chosen, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->chosen), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->chosen));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->count));
  add_move_button (self, "go-up-symbolic", "dialog.move-up", _ ("Earlier"));
  add_move_button (self, "go-down-symbolic", "dialog.move-down", _ ("Later"));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->chosen));
  g_signal_connect_object (self->chosen, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * galley_topic_row_new:
 *
 * Returns: (transfer floating): a row, with its topic chosen
 */
GtkWidget *
galley_topic_row_new (GalleyTopic topic)
{
  GalleyTopicRow *self = g_object_new (GALLEY_TYPE_TOPIC_ROW, NULL);

  self->topic = topic;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), galley_topic_get_label (topic));

  return GTK_WIDGET (self);
}

GalleyTopic
galley_topic_row_get_topic (GalleyTopicRow *self)
{
  g_return_val_if_fail (GALLEY_IS_TOPIC_ROW (self), 0);

  return self->topic;
}

gboolean
galley_topic_row_is_chosen (GalleyTopicRow *self)
{
  g_return_val_if_fail (GALLEY_IS_TOPIC_ROW (self), FALSE);

  return gtk_check_button_get_active (self->chosen);
}

/**
 * galley_topic_row_set_count:
 * @n_points: points on the agenda for this reason
 */
void
galley_topic_row_set_count (GalleyTopicRow *self, guint n_points)
{
  g_autofree char *count = g_strdup_printf ("%u", n_points);

  g_return_if_fail (GALLEY_IS_TOPIC_ROW (self));

  gtk_label_set_text (self->count, galley_topic_row_is_chosen (self) ? count : "");
}
