/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-former.h"

G_DEFINE_BOXED_TYPE (GalleyFormer, galley_former, galley_former_ref, galley_former_unref)

/**
 * galley_former_new:
 * @fields: what it holds; its count is not looked at, and its strings are copied
 *
 * Returns: (transfer full): a former verdict
 */
GalleyFormer *
galley_former_new (const GalleyFormer *fields)
{
  GalleyFormer *self;

  g_return_val_if_fail (fields != NULL && fields->quote != NULL && fields->draft_id != NULL, NULL);

  self = g_new (GalleyFormer, 1);
  *self = *fields;
  g_atomic_ref_count_init (&self->ref_count);
  self->reason = g_strdup (fields->reason);
  self->correction = g_strdup (fields->correction);
  self->checked_by = g_strdup (fields->checked_by);
  self->draft_id = g_strdup (fields->draft_id);
  self->quote = g_strdup (fields->quote);

  return self;
}

GalleyFormer *
galley_former_ref (GalleyFormer *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_former_unref (GalleyFormer *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->reason);
  g_free (self->correction);
  g_free (self->checked_by);
  g_free (self->draft_id);
  g_free (self->quote);
  g_free (self);
}

/**
 * galley_former_equal:
 * @a: (nullable): a former verdict
 * @b: (nullable): another
 *
 * Returns: whether both say the same, or both are %NULL
 */
gboolean
galley_former_equal (GalleyFormer *a, GalleyFormer *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->status == b->status && g_strcmp0 (a->reason, b->reason) == 0 &&
         g_strcmp0 (a->correction, b->correction) == 0 &&
         g_strcmp0 (a->checked_by, b->checked_by) == 0 && a->checked_at == b->checked_at &&
         g_str_equal (a->draft_id, b->draft_id) && galley_range_equal (a->range, b->range) &&
         g_str_equal (a->quote, b->quote) && a->differences == b->differences;
}
