/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-choices.h"
#include "galley-claim-field-private.h"

/* The words that a field offers, in a menu and behind what is typed. */

/**
 * galley_claim_field_complete:
 *
 * Proposes how what was typed could go on, selected, so that going on typing replaces it.
 */
void
galley_claim_field_complete (GalleyClaimField *self)
{
  GtkTextIter start, end, cursor;
  g_autofree char *text = NULL;
  g_autofree char *rest = NULL;
  g_auto (GStrv) choices = NULL;
  gboolean is_inserted = self->is_inserted;
  int offset;

  self->is_inserted = FALSE;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  if (!is_inserted || !self->is_completing || !gtk_text_iter_equal (&cursor, &end))
    return;
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  choices = galley_claim_field_list_choices (self);
  rest = galley_claim_choices_find_rest (choices, text);
  if (rest == NULL)
    return;

  offset = gtk_text_iter_get_offset (&end);
  self->is_settled = FALSE;
  gtk_text_buffer_insert (self->buffer, &end, rest, -1);
  self->is_settled = TRUE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &cursor, offset);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_select_range (self->buffer, &cursor, &end);
}

/**
 * galley_claim_field_fill_menu:
 * @button: what opens the menu
 * @field: a #GalleyClaimField
 *
 * Makes the menu of choices: what there is to choose from is asked only when somebody wants to
 * know.
 */
void
galley_claim_field_fill_menu (GtkMenuButton *button, gpointer field)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_auto (GStrv) choices = galley_claim_field_list_choices (GALLEY_CLAIM_FIELD (field));

  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    {
      g_autofree char *label = galley_claim_choices_make_label (choices[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "field.pick", "s", choices[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/**
 * galley_claim_field_pick:
 * @widget: the field
 * @parameter: what was chosen, a string
 *
 * Puts a choice into the field.
 */
void
galley_claim_field_pick (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyClaimField *self = GALLEY_CLAIM_FIELD (widget);
  const char *choice = g_variant_get_string (parameter, NULL);

  if (self->is_single_line)
    {
      gtk_text_buffer_set_text (self->buffer, choice, -1);
      galley_claim_field_flush (self);
      return;
    }

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->buffer, choice, -1);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
