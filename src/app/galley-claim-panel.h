/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-claim-record.h"
#include "galley-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_CLAIM_PANEL (galley_claim_panel_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClaimPanel, galley_claim_panel, GALLEY, CLAIM_PANEL, AdwBin)

void galley_claim_panel_set_patient (GalleyClaimPanel *self, gboolean is_patient);
void galley_claim_panel_set_desk (GalleyClaimPanel *self, GalleyDesk *desk);
void galley_claim_panel_set_check (GalleyClaimPanel *self, GalleyCheck *check);
void galley_claim_panel_set_frozen (GalleyClaimPanel *self, gboolean is_frozen);
void galley_claim_panel_set_claim (GalleyClaimPanel *self, GalleyClaim *claim);
void galley_claim_panel_set_selected (GalleyClaimPanel *self, GPtrArray *claims);
GalleyClaim *galley_claim_panel_get_claim (GalleyClaimPanel *self);
void galley_claim_panel_set_words (GalleyClaimPanel *self, GalleyRange range);

void galley_claim_panel_flush (GalleyClaimPanel *self);
void
galley_claim_panel_set_failed (GalleyClaimPanel *self, GalleyAction *action, gboolean is_failed);
gboolean galley_claim_panel_has_unsaved (GalleyClaimPanel *self);
void galley_claim_panel_load_requirements (GalleyClaimPanel *self);
guint galley_claim_panel_count_unfinished (GalleyClaimPanel *self);

void galley_claim_panel_edit (GalleyClaimPanel *self, GalleyRecordField field);
void galley_claim_panel_write_note (GalleyClaimPanel *self);
void galley_claim_panel_add_source (GalleyClaimPanel *self);

G_END_DECLS
