/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-status.h"

#include "galley-range.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_DISMISSAL (galley_dismissal_get_type ())

/**
 * GalleyDismissal:
 * @id: UUID
 * @range: the words that need no verdict
 * @kind: why
 *
 * A suggestion that somebody dismissed. Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *id;
  GalleyRange range;
  GalleyDismissalKind kind;
} GalleyDismissal;

GType galley_dismissal_get_type (void);
GalleyDismissal *galley_dismissal_new (const char *id, GalleyRange range, GalleyDismissalKind kind)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyDismissal *galley_dismissal_ref (GalleyDismissal *self);
void galley_dismissal_unref (GalleyDismissal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDismissal, galley_dismissal_unref)

G_END_DECLS
