/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-comparison.h"

G_BEGIN_DECLS

/**
 * GalleyReaderDisagreement:
 * @claim: the claim as it is now
 * @verdicts: (element-type GalleyVerdict): one for each rater, in their order; %NULL where there is
 *   none that counts
 * @notes: (element-type utf8): likewise, the readers' notes; %NULL where there is none
 * @is_decided: whether somebody has decided between them
 *
 * A claim of which not all who judged it independently found the same.
 */
typedef struct
{
  GalleyClaim *claim;
  GPtrArray *verdicts;
  GPtrArray *notes;
  gboolean is_decided;
} GalleyReaderDisagreement;

#define GALLEY_TYPE_AGREEMENT (galley_agreement_get_type ())
G_DECLARE_FINAL_TYPE (GalleyAgreement, galley_agreement, GALLEY, AGREEMENT, GObject)

GalleyAgreement *galley_agreement_new (GalleyCheck *check) G_GNUC_WARN_UNUSED_RESULT;

guint galley_agreement_get_n_claims (GalleyAgreement *self);
guint galley_agreement_get_n_under_way (GalleyAgreement *self);
GPtrArray *galley_agreement_get_raters (GalleyAgreement *self);
void galley_agreement_get_pair (GalleyAgreement *self,
                                guint first,
                                guint second,
                                gboolean with_pending,
                                GalleyPairFigures *out_figures);
void galley_agreement_get_alpha (GalleyAgreement *self,
                                 gboolean with_pending,
                                 GalleyAlphaFigures *out_figures);
GPtrArray *galley_agreement_list_disagreements (GalleyAgreement *self);
GalleyComparison *galley_agreement_compare (GalleyAgreement *self,
                                            GalleyCheck *check,
                                            gboolean with_pending) G_GNUC_WARN_UNUSED_RESULT;
char **galley_agreement_get_disagreements (GalleyAgreement *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
