/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-review-point.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_REVIEW (galley_review_get_type ())
G_DECLARE_FINAL_TYPE (GalleyReview, galley_review, GALLEY, REVIEW, GObject)

/**
 * GalleyReviewProgress:
 * @n_points: points of the agenda that are not gone
 * @n_decided: those of them that were decided
 * @n_parked: those that were put off at this sitting
 * @n_left: all others
 *
 * How far a review session has come.
 */
typedef struct
{
  guint n_points;
  guint n_decided;
  guint n_parked;
  guint n_left;
} GalleyReviewProgress;

GalleyReview *galley_review_new (GalleyCheck *check, GalleySession *session)
    G_GNUC_WARN_UNUSED_RESULT;

GalleyCheck *galley_review_get_check (GalleyReview *self);
GalleySession *galley_review_get_session (GalleyReview *self);
GListModel *galley_review_get_points (GalleyReview *self);
void galley_review_update (GalleyReview *self, GalleySession *session);
void galley_review_set_check (GalleyReview *self, GalleyCheck *check);

GalleyReviewPoint *galley_review_peek (GalleyReview *self, guint position);
gboolean galley_review_find (GalleyReview *self, GalleyReviewPoint *point, guint *out_position);
GalleyReviewPoint *galley_review_get_current (GalleyReview *self);
void galley_review_set_current (GalleyReview *self, GalleyReviewPoint *point);
gboolean galley_review_go_next (GalleyReview *self);
gboolean galley_review_go_back (GalleyReview *self);
GPtrArray *galley_review_list_moved (GalleyReview *self, GalleyReviewPoint *point, guint to)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_review_get_progress (GalleyReview *self, GalleyReviewProgress *out_progress);

G_END_DECLS
