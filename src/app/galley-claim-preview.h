/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_CLAIM_PREVIEW (galley_claim_preview_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClaimPreview, galley_claim_preview, GALLEY, CLAIM_PREVIEW, AdwBin)

void
galley_claim_preview_set_words (GalleyClaimPreview *self, GalleyCheck *check, GalleyRange range);
void galley_claim_preview_set_correction (GalleyClaimPreview *self, const char *correction);

G_END_DECLS
