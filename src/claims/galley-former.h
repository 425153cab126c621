/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-difference.h"
#include "galley-range.h"
#include "galley-status.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_FORMER (galley_former_get_type ())

/**
 * GalleyFormer:
 * @status: what was decided
 * @reason: (nullable): why
 * @correction: (nullable): what was to stand instead of the words
 * @checked_by: (nullable): who decided it
 * @checked_at: when, milliseconds since 1970 UTC
 * @draft_id: the draft that had the words
 * @range: where they stood in it
 * @quote: the words
 * @differences: what differs between them and those of the present draft
 *
 * What was decided of a claim on other words than it stands on now, if on any. It is no verdict on
 * the present ones, and never counted nor exported as one. Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  GalleyStatus status;
  char *reason;
  char *correction;
  char *checked_by;
  gint64 checked_at;
  char *draft_id;
  GalleyRange range;
  char *quote;
  GalleyDifference differences;
} GalleyFormer;

GType galley_former_get_type (void);
GalleyFormer *galley_former_new (const GalleyFormer *fields) G_GNUC_WARN_UNUSED_RESULT;
GalleyFormer *galley_former_ref (GalleyFormer *self);
void galley_former_unref (GalleyFormer *self);

gboolean galley_former_equal (GalleyFormer *a, GalleyFormer *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyFormer, galley_former_unref)

G_END_DECLS
