/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_EVIDENCE_FORM (galley_evidence_form_get_type ())
G_DECLARE_FINAL_TYPE (GalleyEvidenceForm, galley_evidence_form, GALLEY, EVIDENCE_FORM, AdwBin)

void galley_evidence_form_start (GalleyEvidenceForm *self);
gboolean
galley_evidence_form_propose (GalleyEvidenceForm *self, const char *title, const char *address);
gboolean galley_evidence_form_is_empty (GalleyEvidenceForm *self);
GalleyAction *galley_evidence_form_make_action (GalleyEvidenceForm *self, const char *claim_id)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_evidence_form_clear (GalleyEvidenceForm *self);

G_END_DECLS
