/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_CLAIM_HISTORY (galley_claim_history_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClaimHistory, galley_claim_history, GALLEY, CLAIM_HISTORY, AdwBin)

void galley_claim_history_set_desk (GalleyClaimHistory *self, GalleyDesk *desk);
void galley_claim_history_set_claim (GalleyClaimHistory *self, const char *claim_id);
void galley_claim_history_refresh (GalleyClaimHistory *self);

G_END_DECLS
