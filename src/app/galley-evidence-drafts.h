/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-evidence-draft.h"

G_BEGIN_DECLS

typedef struct _GalleyEvidenceDrafts GalleyEvidenceDrafts;

/**
 * GalleySentEvidence:
 * @claim_id: the claim that it is used for
 * @draft: what was filled in
 * @action: what was handed over
 * @is_failed: whether it could not be saved
 *
 * Evidence that was handed over to be saved.
 */
typedef struct
{
  char *claim_id;
  GalleyEvidenceDraft *draft;
  GalleyAction *action;
  gboolean is_failed;
} GalleySentEvidence;

GalleyEvidenceDrafts *galley_evidence_drafts_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_evidence_drafts_free (GalleyEvidenceDrafts *self);

void galley_evidence_drafts_keep (GalleyEvidenceDrafts *self,
                                  const char *claim_id,
                                  GalleyEvidenceDraft *draft);
const GalleyEvidenceDraft *galley_evidence_drafts_find (GalleyEvidenceDrafts *self,
                                                        const char *claim_id);
guint galley_evidence_drafts_count (GalleyEvidenceDrafts *self);

void galley_evidence_drafts_send (GalleyEvidenceDrafts *self,
                                  const char *evidence_id,
                                  const char *claim_id,
                                  GalleyEvidenceDraft *draft,
                                  GalleyAction *action);
GalleySentEvidence *galley_evidence_drafts_find_sent (GalleyEvidenceDrafts *self,
                                                      const char *evidence_id);
void galley_evidence_drafts_settle (GalleyEvidenceDrafts *self, const char *evidence_id);
gboolean galley_evidence_drafts_has_failed (GalleyEvidenceDrafts *self, const char *claim_id);
GalleyAction *galley_evidence_drafts_take_failed (GalleyEvidenceDrafts *self,
                                                  const char *claim_id,
                                                  const GalleyEvidenceDraft *draft)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
