/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-check.h"
#include "galley-record-fields.h"
#include "galley-requirements.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_CLAIM_RECORD (galley_claim_record_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClaimRecord, galley_claim_record, GALLEY, CLAIM_RECORD, AdwBin)

void galley_claim_record_set_requirements (GalleyClaimRecord *self,
                                           const GalleyRequirements *requirements);
void
galley_claim_record_set_claim (GalleyClaimRecord *self, GalleyCheck *check, GalleyClaim *claim);
void galley_claim_record_set_blind (GalleyClaimRecord *self, gboolean is_blind);
void galley_claim_record_set_read_only (GalleyClaimRecord *self, gboolean is_read_only);
void galley_claim_record_flush (GalleyClaimRecord *self);
void galley_claim_record_set_failed (GalleyClaimRecord *self,
                                     const char *verb,
                                     GalleyChange *change,
                                     gboolean is_failed);
gboolean galley_claim_record_has_unsaved (GalleyClaimRecord *self);

char *galley_claim_record_take_reason (GalleyClaimRecord *self, GalleyStatus status)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_claim_record_edit (GalleyClaimRecord *self, GalleyRecordField field);

G_END_DECLS
