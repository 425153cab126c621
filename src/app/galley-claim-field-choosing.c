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

static void
set_back (GalleyClaimField *self, GtkWidget *back)
{
  g_set_weak_pointer (&self->back, back);
}

/* GTK would move the focus to whatever around the list can have it. */
static void
closed_cb (GalleyClaimField *self)
{
  if (self->back != NULL && gtk_widget_get_mapped (self->back))
    gtk_widget_grab_focus (self->back);
  set_back (self, NULL);
}

/* Makes the menu of choices: what there is to choose from is asked only when somebody wants to
 * know. */
static void
fill_menu (GtkMenuButton *button, gpointer field)
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
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (closed_cb),
                           field, G_CONNECT_SWAPPED);
  set_back (field, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (button))));
}

/**
 * galley_claim_field_set_up_choices:
 *
 * The list is opened from the text, by Alt+Down, or Down below the last line of one that takes a
 * single line. The button is for the pointer alone: with the focus on it, whoever goes on typing
 * opens the list at the first space and takes a word of it at the next, in place of what was typed.
 */
void
galley_claim_field_set_up_choices (GalleyClaimField *self)
{
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->choices)), FALSE);
  gtk_menu_button_set_create_popup_func (self->choices, fill_menu, self,
                                         /* destroy_notify= */ NULL);
}

static gboolean
is_below_text (GalleyClaimField *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  gtk_text_view_forward_display_line_end (self->view, &cursor);

  return gtk_text_iter_is_end (&cursor);
}

/**
 * galley_claim_field_open_choices:
 * @key: a key that was pressed in the text
 * @state: with which others
 *
 * Returns: whether that opens the list, which it did then
 */
gboolean
galley_claim_field_open_choices (GalleyClaimField *self, guint key, GdkModifierType state)
{
  gboolean is_alone = (state & gtk_accelerator_get_default_mod_mask ()) == 0;

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) ||
      !gtk_widget_get_visible (GTK_WIDGET (self->choices)))
    return FALSE;
  if ((state & GDK_ALT_MASK) == 0 && !(is_alone && self->is_single_line && is_below_text (self)))
    return FALSE;

  gtk_menu_button_popup (self->choices);

  return TRUE;
}

/* Undoing that in the field brings back what was typed there. */
static void
replace_text (GalleyClaimField *self, const char *text)
{
  GtkTextIter start, end;

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, text, -1);
  self->is_inserted = FALSE;
  gtk_text_buffer_end_user_action (self->buffer);
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
      replace_text (self, choice);
      galley_claim_field_flush (self);
      return;
    }

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->buffer, choice, -1);
  gtk_text_buffer_end_user_action (self->buffer);
  set_back (self, GTK_WIDGET (self->view));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
