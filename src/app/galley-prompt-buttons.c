/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-prompt-buttons.h"

/* GTK lets a button that is pressed with a key look pressed for a quarter of a second, and only
 * then has it act. By then something else may be shown, and a verdict would be about words that
 * whoever pressed the key has not seen. */

static gboolean
presses_buttons (guint key, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter ||
         key == GDK_KEY_space || key == GDK_KEY_KP_Space;
}

static gboolean
key_pressed_cb (GtkEventController *controller, guint key, guint code, GdkModifierType state)
{
  GtkWidget *box = gtk_event_controller_get_widget (controller);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (box));

  if (!presses_buttons (key, state) || !GTK_IS_BUTTON (focus) ||
      !gtk_widget_is_ancestor (focus, box) || !gtk_widget_is_sensitive (focus))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit_by_name (focus, "clicked");
  return GDK_EVENT_STOP;
}

/**
 * galley_prompt_buttons_set_up:
 * @box: holds buttons
 *
 * Has its buttons act when a key is pressed on them, not later.
 */
void
galley_prompt_buttons_set_up (GtkWidget *box)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), NULL);
  gtk_widget_add_controller (box, controller);
}
