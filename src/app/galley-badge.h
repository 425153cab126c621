/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Width and height of a badge, in pixels. */
#define GALLEY_BADGE_SIZE 16

#define GALLEY_TYPE_BADGE (galley_badge_get_type ())
G_DECLARE_FINAL_TYPE (GalleyBadge, galley_badge, GALLEY, BADGE, GtkWidget)

void galley_badge_set_status (GalleyBadge *self, GalleyStatus status);
void galley_badge_set_claim (GalleyBadge *self, GalleyClaim *claim);
void galley_badge_set_suggestion (GalleyBadge *self);
void galley_badge_paint_icon (GtkWidget *widget,
                              GtkSnapshot *snapshot,
                              const char *icon_name,
                              const GdkRGBA *colour);
void galley_badge_paint_count (GtkWidget *widget,
                               GtkSnapshot *snapshot,
                               guint count,
                               const GdkRGBA *colour,
                               GtkAlign align);
void galley_badge_paint (GtkWidget *widget, GtkSnapshot *snapshot, GalleyStatus status);
void galley_badge_paint_claim (GtkWidget *widget, GtkSnapshot *snapshot, GalleyClaim *claim);

G_END_DECLS
