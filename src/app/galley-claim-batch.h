/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-check.h"
#include "galley-claim-record.h"
#include "galley-requirements.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_CLAIM_BATCH (galley_claim_batch_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClaimBatch, galley_claim_batch, GALLEY, CLAIM_BATCH, AdwBin)

void galley_claim_batch_set_requirements (GalleyClaimBatch *self,
                                          const GalleyRequirements *requirements);
void galley_claim_batch_set_claims (GalleyClaimBatch *self, GalleyCheck *check, GPtrArray *claims);
void galley_claim_batch_set_read_only (GalleyClaimBatch *self, gboolean is_read_only);
void galley_claim_batch_flush (GalleyClaimBatch *self);
void
galley_claim_batch_set_failed (GalleyClaimBatch *self, GalleyAction *action, gboolean is_failed);
gboolean galley_claim_batch_has_unsaved (GalleyClaimBatch *self);
void galley_claim_batch_edit (GalleyClaimBatch *self, GalleyRecordField field);

G_END_DECLS
