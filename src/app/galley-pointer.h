/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_POINTER (galley_pointer_get_type ())
G_DECLARE_FINAL_TYPE (GalleyPointer, galley_pointer, GALLEY, POINTER, GObject)

GalleyPointer *galley_pointer_new (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

double galley_pointer_get_x (GalleyPointer *self);
double galley_pointer_get_y (GalleyPointer *self);
gboolean galley_pointer_is_used (GalleyPointer *self);

G_END_DECLS
