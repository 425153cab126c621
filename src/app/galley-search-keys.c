/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-search-keys.h"

static gboolean
key_pressed_cb (GtkSearchEntry *entry, guint key, guint code, GdkModifierType modifiers)
{
  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) ||
      (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit_by_name (entry, "activate");
  return GDK_EVENT_STOP;
}

/**
 * galley_search_keys_add:
 * @entry: a search entry, whose signal "activate" leads to what was found
 *
 * Makes the arrow down do the same as Enter.
 */
void
galley_search_keys_add (GtkSearchEntry *entry)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_SEARCH_ENTRY (entry));

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), entry,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
}
