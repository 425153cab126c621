/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_REVIEW_STAGE (galley_review_stage_get_type ())
G_DECLARE_FINAL_TYPE (GalleyReviewStage, galley_review_stage, GALLEY, REVIEW_STAGE, AdwBin)

#define GALLEY_REVIEW_N_SCALES 7
#define GALLEY_REVIEW_USUAL_SCALE 2

void
galley_review_stage_show (GalleyReviewStage *self, GalleyReview *review, GalleyReviewPoint *point);
void galley_review_stage_set_scale (GalleyReviewStage *self, guint scale);

G_END_DECLS
