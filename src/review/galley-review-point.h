/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim.h"
#include "galley-session.h"

G_BEGIN_DECLS

/**
 * GalleyPointState:
 * @GALLEY_POINT_OPEN: nobody has decided about it yet, or it was put off at an earlier sitting
 * @GALLEY_POINT_PARKED: it was put off at this sitting
 * @GALLEY_POINT_DECIDED: it was decided
 * @GALLEY_POINT_GONE: there is nothing left to decide: the claim was removed or has lost its words,
 *   or the words were marked or dismissed meanwhile
 *
 * What has become of a point of the agenda.
 */
typedef enum
{
  GALLEY_POINT_OPEN,
  GALLEY_POINT_PARKED,
  GALLEY_POINT_DECIDED,
  GALLEY_POINT_GONE,
} GalleyPointState;

#define GALLEY_TYPE_REVIEW_POINT (galley_review_point_get_type ())
G_DECLARE_FINAL_TYPE (GalleyReviewPoint, galley_review_point, GALLEY, REVIEW_POINT, GObject)

/**
 * GalleyReviewPointFields:
 * @point: the point as the library has it
 * @state: what has become of it
 * @claim: (nullable): the claim that it is about by now
 * @range: the words in the present draft, unless it is gone
 * @quote: the words
 *
 * What is known of a point, to make it in a single call.
 */
typedef struct
{
  GalleyPoint *point;
  GalleyPointState state;
  GalleyClaim *claim;
  GalleyRange range;
  const char *quote;
} GalleyReviewPointFields;

GalleyReviewPoint *galley_review_point_new (const char *key) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_review_point_set (GalleyReviewPoint *self, const GalleyReviewPointFields *fields);

const char *galley_review_point_get_key (GalleyReviewPoint *self);
GalleyPoint *galley_review_point_get_point (GalleyReviewPoint *self);
GalleyPointState galley_review_point_get_state (GalleyReviewPoint *self);
GalleyClaim *galley_review_point_get_claim (GalleyReviewPoint *self);
GalleyRange galley_review_point_get_range (GalleyReviewPoint *self);
const char *galley_review_point_get_quote (GalleyReviewPoint *self);

G_END_DECLS
