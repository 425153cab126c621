/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_CLAIMS_PANE (galley_claims_pane_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClaimsPane, galley_claims_pane, GALLEY, CLAIMS_PANE, AdwBin)

void galley_claims_pane_set_check (GalleyClaimsPane *self, GalleyCheck *check);
void galley_claims_pane_set_current_claim (GalleyClaimsPane *self, GalleyClaim *claim);
GalleyClaim *galley_claims_pane_get_current_claim (GalleyClaimsPane *self);
GPtrArray *galley_claims_pane_list_selected (GalleyClaimsPane *self) G_GNUC_WARN_UNUSED_RESULT;
void galley_claims_pane_select_one (GalleyClaimsPane *self);
void galley_claims_pane_focus_list (GalleyClaimsPane *self);
void galley_claims_pane_start_search (GalleyClaimsPane *self);
void galley_claims_pane_clear_filter (GalleyClaimsPane *self);
gboolean galley_claims_pane_has_list_focus (GalleyClaimsPane *self);

G_END_DECLS
