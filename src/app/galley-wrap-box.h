/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_WRAP_BOX (galley_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (GalleyWrapBox, galley_wrap_box, GALLEY, WRAP_BOX, GtkWidget)

void galley_wrap_box_append (GalleyWrapBox *self, GtkWidget *child);
void galley_wrap_box_clear (GalleyWrapBox *self);

G_END_DECLS
