/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_TRAITS_BUTTON (galley_traits_button_get_type ())
G_DECLARE_FINAL_TYPE (GalleyTraitsButton, galley_traits_button, GALLEY, TRAITS_BUTTON, AdwBin)

GalleyClaimTraits galley_traits_button_get_traits (GalleyTraitsButton *self);
void galley_traits_button_clear (GalleyTraitsButton *self);

G_END_DECLS
