/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-claim.h"
#include "galley-evidence-draft.h"
#include "galley-log-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_EVIDENCE_FORM (galley_evidence_form_get_type ())
G_DECLARE_FINAL_TYPE (GalleyEvidenceForm, galley_evidence_form, GALLEY, EVIDENCE_FORM, AdwBin)

void galley_evidence_form_set_log_book (GalleyEvidenceForm *self, GalleyLogBook *log_book);
void galley_evidence_form_start (GalleyEvidenceForm *self, GalleyClaim *claim);
void galley_evidence_form_edit (GalleyEvidenceForm *self, GalleyEvidence *evidence);
gboolean galley_evidence_form_propose (GalleyEvidenceForm *self,
                                       const char *title,
                                       const char *address,
                                       const char *passage);
gboolean galley_evidence_form_is_empty (GalleyEvidenceForm *self);
GalleyAction *galley_evidence_form_make_action (GalleyEvidenceForm *self, const char *claim_id)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_evidence_form_clear (GalleyEvidenceForm *self);
GalleyEvidenceDraft *galley_evidence_form_save_draft (GalleyEvidenceForm *self)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_evidence_form_restore_draft (GalleyEvidenceForm *self,
                                         const GalleyEvidenceDraft *draft);

G_END_DECLS
