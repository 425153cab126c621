/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-submit-key.h"

/**
 * galley_submit_key_add:
 * @form: something to fill in
 * @submit: called with @form, without arguments and data
 *
 * Has Ctrl+Enter hand over what was filled in, wherever in @form the keyboard is: a field of
 * several lines would take it for a new line before anything around it is asked.
 */
void
galley_submit_key_add (GtkWidget *form, GtkShortcutFunc submit)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (form) && submit != NULL);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                        gtk_callback_action_new (submit, /* data= */ NULL, /* destroy= */ NULL)));
  gtk_widget_add_controller (form, keys);
}
