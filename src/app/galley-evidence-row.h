/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-evidence.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_EVIDENCE_ROW (galley_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (GalleyEvidenceRow, galley_evidence_row, GALLEY, EVIDENCE_ROW, AdwBin)

void galley_evidence_row_show (GalleyEvidenceRow *self, GalleyEvidence *evidence);

G_END_DECLS
