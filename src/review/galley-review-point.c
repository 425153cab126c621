/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-review-point.h"

/**
 * GalleyReviewPoint:
 *
 * A point of the agenda of a review session under way. The same object stands for it as long as the
 * session is open; "changed" is emitted when something about it has changed.
 */
struct _GalleyReviewPoint
{
  GObject parent_instance;

  char *key;
  GalleyPoint *point;
  GalleyPointState state;
  GalleyClaim *claim; /* nullable */
  GalleyRange range;
  char *quote;
};

G_DEFINE_FINAL_TYPE (GalleyReviewPoint, galley_review_point, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
galley_review_point_finalize (GObject *object)
{
  GalleyReviewPoint *self = GALLEY_REVIEW_POINT (object);

  g_free (self->key);
  g_clear_pointer (&self->point, galley_point_unref);
  g_clear_object (&self->claim);
  g_free (self->quote);

  G_OBJECT_CLASS (galley_review_point_parent_class)->finalize (object);
}

static void
galley_review_point_class_init (GalleyReviewPointClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_review_point_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_review_point_init (GalleyReviewPoint *self)
{
}

/**
 * galley_review_point_new:
 * @key: what it goes by
 *
 * Returns: (transfer full): a point of which nothing is known yet
 */
GalleyReviewPoint *
galley_review_point_new (const char *key)
{
  GalleyReviewPoint *self = g_object_new (GALLEY_TYPE_REVIEW_POINT, NULL);

  self->key = g_strdup (key);

  return self;
}

/**
 * galley_review_point_set:
 * @fields: what is known of it now
 *
 * Returns: whether anything about it has changed, apart from what its claim tells itself
 */
gboolean
galley_review_point_set (GalleyReviewPoint *self, const GalleyReviewPointFields *fields)
{
  gboolean is_same;

  g_return_val_if_fail (GALLEY_IS_REVIEW_POINT (self), FALSE);

  is_same = self->state == fields->state && self->claim == fields->claim &&
            self->range.start == fields->range.start && self->range.end == fields->range.end &&
            g_strcmp0 (self->quote, fields->quote) == 0 && self->point != NULL &&
            self->point->topic == fields->point->topic &&
            g_strcmp0 (self->point->why_parked, fields->point->why_parked) == 0;

  galley_point_ref (fields->point);
  g_clear_pointer (&self->point, galley_point_unref);
  self->point = fields->point;
  if (is_same)
    return FALSE;

  self->state = fields->state;
  g_set_object (&self->claim, fields->claim);
  self->range = fields->range;
  g_free (self->quote);
  self->quote = g_strdup (fields->quote);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * galley_review_point_get_key:
 *
 * Returns: (transfer none): what it goes by within its session
 */
const char *
galley_review_point_get_key (GalleyReviewPoint *self)
{
  g_return_val_if_fail (GALLEY_IS_REVIEW_POINT (self), NULL);

  return self->key;
}

/**
 * galley_review_point_get_point:
 *
 * Returns: (transfer none): the point as the library has it
 */
GalleyPoint *
galley_review_point_get_point (GalleyReviewPoint *self)
{
  g_return_val_if_fail (GALLEY_IS_REVIEW_POINT (self), NULL);

  return self->point;
}

GalleyPointState
galley_review_point_get_state (GalleyReviewPoint *self)
{
  g_return_val_if_fail (GALLEY_IS_REVIEW_POINT (self), GALLEY_POINT_GONE);

  return self->state;
}

/**
 * galley_review_point_get_claim:
 *
 * Returns: (transfer none) (nullable): the claim that it is about by now
 */
GalleyClaim *
galley_review_point_get_claim (GalleyReviewPoint *self)
{
  g_return_val_if_fail (GALLEY_IS_REVIEW_POINT (self), NULL);

  return self->claim;
}

/**
 * galley_review_point_get_range:
 *
 * Returns: the words in the present draft; an empty range if it is gone
 */
GalleyRange
galley_review_point_get_range (GalleyReviewPoint *self)
{
  return self->range;
}

/**
 * galley_review_point_get_quote:
 *
 * Returns: (transfer none): the words; "" if nobody knows them any more
 */
const char *
galley_review_point_get_quote (GalleyReviewPoint *self)
{
  g_return_val_if_fail (GALLEY_IS_REVIEW_POINT (self), NULL);

  return self->quote;
}
