/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_REVIEW_AGENDA (galley_review_agenda_get_type ())
G_DECLARE_FINAL_TYPE (GalleyReviewAgenda, galley_review_agenda, GALLEY, REVIEW_AGENDA, AdwBin)

void galley_review_agenda_set_review (GalleyReviewAgenda *self, GalleyReview *review);
GalleyReviewPoint *galley_review_agenda_get_selected (GalleyReviewAgenda *self);
gboolean galley_review_agenda_has_focus (GalleyReviewAgenda *self);
void galley_review_agenda_focus_row (GalleyReviewAgenda *self, guint position);

G_END_DECLS
