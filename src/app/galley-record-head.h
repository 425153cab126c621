/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_record_head_show_priority (GtkMenuButton *button, GalleyClaim *claim);
void galley_record_head_show_star (GtkButton *button, GalleyClaim *claim);

G_END_DECLS
