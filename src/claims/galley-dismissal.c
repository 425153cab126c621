/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-dismissal.h"

G_DEFINE_BOXED_TYPE (GalleyDismissal,
                     galley_dismissal,
                     galley_dismissal_ref,
                     galley_dismissal_unref)

/**
 * galley_dismissal_new:
 * @id: UUID
 * @range: the words that need no verdict
 * @kind: why
 *
 * Returns: (transfer full): the dismissal
 */
GalleyDismissal *
galley_dismissal_new (const char *id, GalleyRange range, GalleyDismissalKind kind)
{
  GalleyDismissal *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (GalleyDismissal, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->range = range;
  self->kind = kind;

  return self;
}

GalleyDismissal *
galley_dismissal_ref (GalleyDismissal *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_dismissal_unref (GalleyDismissal *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self);
}
