/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_FIND_BAR (galley_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (GalleyFindBar, galley_find_bar, GALLEY, FIND_BAR, AdwBin)

void galley_find_bar_set_check (GalleyFindBar *self, GalleyCheck *check);
void galley_find_bar_set_caret (GalleyFindBar *self, guint offset);
void galley_find_bar_open (GalleyFindBar *self);
void galley_find_bar_go (GalleyFindBar *self, gboolean is_forward);

G_END_DECLS
