/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_REPEAT_LIST (galley_repeat_list_get_type ())
G_DECLARE_FINAL_TYPE (GalleyRepeatList, galley_repeat_list, GALLEY, REPEAT_LIST, AdwBin)

void galley_repeat_list_set_claim (GalleyRepeatList *self, GalleyCheck *check, GalleyClaim *claim);

G_END_DECLS
