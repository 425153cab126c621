/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-review-point.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_REVIEW_ROW (galley_review_row_get_type ())
G_DECLARE_FINAL_TYPE (GalleyReviewRow, galley_review_row, GALLEY, REVIEW_ROW, AdwBin)

GtkWidget *galley_review_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

void galley_review_row_set_point (GalleyReviewRow *self, GalleyReviewPoint *point);
GalleyReviewPoint *galley_review_row_get_point (GalleyReviewRow *self);

G_END_DECLS
