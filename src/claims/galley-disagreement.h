/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-status.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GalleyVerdict:
 * @status: what was decided
 * @reason: (nullable): why
 * @checked_by: who decided it
 * @checked_at: when, milliseconds since 1970 UTC
 *
 * What one person decided about a claim.
 */
typedef struct
{
  GalleyStatus status;
  char *reason;
  char *checked_by;
  gint64 checked_at;
} GalleyVerdict;

GalleyVerdict *galley_verdict_copy (const GalleyVerdict *verdict) G_GNUC_WARN_UNUSED_RESULT;
void galley_verdict_free (GalleyVerdict *verdict);

#define GALLEY_TYPE_DISAGREEMENT (galley_disagreement_get_type ())

/**
 * GalleyDisagreement:
 * @claim_id: UUID of the claim
 * @article_id: UUID of its article
 * @quote: the words on which the verdicts were given
 * @verdicts: (element-type GalleyVerdict): at least two, of which not all have one status; the
 * first is the one that the claim shows, the others follow in the order of time
 *
 * Verdicts on a claim that were given without knowledge of one another, until a person decides. A
 * claim with a disagreement is not settled, whatever its status. Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *claim_id;
  char *article_id;
  char *quote;
  GPtrArray *verdicts;
} GalleyDisagreement;

GType galley_disagreement_get_type (void);
GalleyDisagreement *galley_disagreement_new (const char *claim_id,
                                             const char *article_id,
                                             const char *quote) G_GNUC_WARN_UNUSED_RESULT;
GalleyDisagreement *galley_disagreement_ref (GalleyDisagreement *self);
void galley_disagreement_unref (GalleyDisagreement *self);

void galley_disagreement_add (GalleyDisagreement *self, const GalleyVerdict *verdict);
gboolean galley_disagreement_equal (GalleyDisagreement *a, GalleyDisagreement *b);
char *galley_disagreement_describe (GalleyDisagreement *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDisagreement, galley_disagreement_unref)

G_END_DECLS
