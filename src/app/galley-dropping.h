/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GalleyMarkup:
 *
 * Words with their markup, as other programs offer them: the bytes of HTML, in any encoding.
 */
typedef GBytes GalleyMarkup;

#define GALLEY_TYPE_MARKUP (galley_markup_get_type ())
#define GALLEY_MARKUP_MEDIA_TYPE "text/html"
GType galley_markup_get_type (void) G_GNUC_CONST;

gboolean galley_dropping_accepts (GtkDropTarget *target, GdkDrop *drop);
void galley_dropping_leave_to_window (GtkWidget *widget);

G_END_DECLS
