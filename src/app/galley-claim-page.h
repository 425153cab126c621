/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-claim-record.h"
#include "galley-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_CLAIM_PAGE (galley_claim_page_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClaimPage, galley_claim_page, GALLEY, CLAIM_PAGE, AdwBin)

void galley_claim_page_set_desk (GalleyClaimPage *self, GalleyDesk *desk);
void galley_claim_page_set_requirements (GalleyClaimPage *self,
                                         const GalleyRequirements *requirements);
void galley_claim_page_set_read_only (GalleyClaimPage *self, gboolean is_read_only);
void galley_claim_page_set_check (GalleyClaimPage *self, GalleyCheck *check, GalleyClaim *claim);
void galley_claim_page_set_claim (GalleyClaimPage *self, GalleyClaim *claim);

void galley_claim_page_flush (GalleyClaimPage *self);
void galley_claim_page_set_failed (GalleyClaimPage *self, GalleyAction *action, gboolean is_failed);
gboolean galley_claim_page_has_unsaved (GalleyClaimPage *self);
guint galley_claim_page_count_unfinished (GalleyClaimPage *self);

void galley_claim_page_edit (GalleyClaimPage *self, GalleyRecordField field);
void galley_claim_page_write_note (GalleyClaimPage *self);
void galley_claim_page_add_source (GalleyClaimPage *self);

G_END_DECLS
