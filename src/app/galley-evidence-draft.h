/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-evidence.h"

G_BEGIN_DECLS

/**
 * GalleyEvidenceDraft:
 * @source: (nullable): the entry of the source log that was chosen
 * @title: what stands in the field of that name, as for the others
 *
 * What somebody filled in of a source for a claim and did not add yet.
 */
typedef struct
{
  GalleySource *source;
  char *title;
  char *address;
  char *passage;
  char *locator;
  char *consulted;
  GalleyStance stance;
  gboolean is_secondary;
} GalleyEvidenceDraft;

void galley_evidence_draft_free (GalleyEvidenceDraft *self);
gboolean galley_evidence_draft_is_equal (const GalleyEvidenceDraft *a,
                                         const GalleyEvidenceDraft *b);
gboolean galley_evidence_draft_is_same_source (const GalleyEvidenceDraft *a,
                                               const GalleyEvidenceDraft *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyEvidenceDraft, galley_evidence_draft_free)

G_END_DECLS
