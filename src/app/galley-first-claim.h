/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_FIRST_CLAIM (galley_first_claim_get_type ())
G_DECLARE_FINAL_TYPE (GalleyFirstClaim, galley_first_claim, GALLEY, FIRST_CLAIM, AdwBin)

G_END_DECLS
