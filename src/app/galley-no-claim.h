/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_NO_CLAIM (galley_no_claim_get_type ())
G_DECLARE_FINAL_TYPE (GalleyNoClaim, galley_no_claim, GALLEY, NO_CLAIM, AdwBin)

void galley_no_claim_set_words (GalleyNoClaim *self, GalleyCheck *check, GalleyRange range);

G_END_DECLS
