/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-claim.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_EVIDENCE_LIST (galley_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (GalleyEvidenceList, galley_evidence_list, GALLEY, EVIDENCE_LIST, AdwBin)

void galley_evidence_list_set_claim (GalleyEvidenceList *self, GalleyClaim *claim);
void galley_evidence_list_set_read_only (GalleyEvidenceList *self, gboolean is_read_only);
void galley_evidence_list_set_failed (GalleyEvidenceList *self,
                                      GalleyChange *change,
                                      gboolean is_failed);
guint galley_evidence_list_count_unfinished (GalleyEvidenceList *self);
void galley_evidence_list_add (GalleyEvidenceList *self);
void galley_evidence_list_offer (GalleyEvidenceList *self, const char *copied);
void
galley_evidence_list_propose (GalleyEvidenceList *self, const char *title, const char *address);

G_END_DECLS
