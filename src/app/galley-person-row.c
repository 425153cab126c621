/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-person-row.h"

#include "galley-names.h"

#include <glib/gi18n.h>

/**
 * GalleyPersonRow:
 *
 * Somebody who may be present at a review session, and may be the one who decides. Who decides is
 * present.
 */
struct _GalleyPersonRow
{
  AdwActionRow parent_instance;

  char *name;
  GtkCheckButton *present;
  GtkCheckButton *chair;
};

G_DEFINE_FINAL_TYPE (GalleyPersonRow, galley_person_row, ADW_TYPE_ACTION_ROW)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
galley_person_row_finalize (GObject *object)
{
  g_free (GALLEY_PERSON_ROW (object)->name);

  G_OBJECT_CLASS (galley_person_row_parent_class)->finalize (object);
}

static void
galley_person_row_class_init (GalleyPersonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_person_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
present_toggled_cb (GalleyPersonRow *self)
{
  if (!gtk_check_button_get_active (self->present))
    gtk_check_button_set_active (self->chair, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chair_toggled_cb (GalleyPersonRow *self)
{
  if (gtk_check_button_get_active (self->chair))
    gtk_check_button_set_active (self->present, TRUE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
galley_person_row_init (GalleyPersonRow *self)
{
  self->present = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->chair = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ ("Decides")));
  gtk_widget_set_valign (GTK_WIDGET (self->present), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->chair), GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->present));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->chair));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->present));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_object (self->present, "toggled", G_CALLBACK (present_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chair, "toggled", G_CALLBACK (chair_toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * galley_person_row_new:
 * @name: who it is
 * @group: (nullable): another row; only one of a group decides
 *
 * Returns: (transfer floating): the row
 */
GalleyPersonRow *
galley_person_row_new (const char *name, GalleyPersonRow *group)
{
  GalleyPersonRow *self = g_object_new (GALLEY_TYPE_PERSON_ROW, NULL);
  /* Translators: %s is a person’s name. */
  g_autofree char *decides = g_strdup_printf (_ ("%s decides"), name);
  g_autofree char *shown = galley_names_shorten (name);

  self->name = g_strdup (name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chair), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  decides, -1);
  if (group != NULL)
    gtk_check_button_set_group (self->chair, group->chair);

  return self;
}

const char *
galley_person_row_get_name (GalleyPersonRow *self)
{
  g_return_val_if_fail (GALLEY_IS_PERSON_ROW (self), NULL);

  return self->name;
}

void
galley_person_row_set_present (GalleyPersonRow *self, gboolean is_present)
{
  g_return_if_fail (GALLEY_IS_PERSON_ROW (self));

  gtk_check_button_set_active (self->present, is_present);
}

gboolean
galley_person_row_is_present (GalleyPersonRow *self)
{
  g_return_val_if_fail (GALLEY_IS_PERSON_ROW (self), FALSE);

  return gtk_check_button_get_active (self->present);
}

/**
 * galley_person_row_set_chair:
 *
 * Makes it the one of its group who decides.
 */
void
galley_person_row_set_chair (GalleyPersonRow *self)
{
  g_return_if_fail (GALLEY_IS_PERSON_ROW (self));

  gtk_check_button_set_active (self->chair, TRUE);
}

gboolean
galley_person_row_is_chair (GalleyPersonRow *self)
{
  g_return_val_if_fail (GALLEY_IS_PERSON_ROW (self), FALSE);

  return gtk_check_button_get_active (self->chair);
}
