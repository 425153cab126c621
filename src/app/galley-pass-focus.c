/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pass-focus.h"

#include <adwaita.h>

/**
 * galley_pass_focus:
 * @bin: an #AdwBin whose class has another widget take the focus for it
 *
 * What such a class does in #GtkWidgetClass.focus(). GTK would try to give the focus to @bin itself
 * on the way back from what is in it, and so to that other widget again, for ever.
 *
 * Returns: whether the focus stays in @bin
 */
gboolean
galley_pass_focus (GtkWidget *bin, GtkDirectionType direction)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (bin));

  return child != NULL && gtk_widget_child_focus (child, direction);
}
