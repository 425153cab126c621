/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-record-head.h"

#include "galley-category.h"

#include <glib/gi18n.h>

/* What stands above the fields of a claim. A button makes a new label or image whenever it is told
 * one, be it the same as before, and the window lays itself out anew for that. Each verdict brings
 * us here, and hardly ever another priority. */

/**
 * galley_record_head_show_priority:
 * @button: a button with the priorities to choose from
 * @claim: a claim
 *
 * Makes @button say how soon @claim is to be checked.
 */
void
galley_record_head_show_priority (GtkMenuButton *button, GalleyClaim *claim)
{
  const char *label = galley_priority_get_label (galley_claim_get_priority (claim));
  g_autofree char *name = NULL;

  if (g_strcmp0 (gtk_menu_button_get_label (button), label) == 0)
    return;

  /* Translators: for screen readers: how soon a claim is to be checked, as in "Priority: High". */
  name = g_strdup_printf (_ ("Priority: %s"), label);
  gtk_menu_button_set_label (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * galley_record_head_show_star:
 * @button: a button
 * @claim: a claim
 *
 * Makes @button show whether @claim is starred.
 */
void
galley_record_head_show_star (GtkButton *button, GalleyClaim *claim)
{
  const char *icon = galley_claim_is_starred (claim) ? "starred-symbolic" : "non-starred-symbolic";

  if (g_strcmp0 (gtk_button_get_icon_name (button), icon) != 0)
    gtk_button_set_icon_name (button, icon);
}
