/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-comparison.h"

G_BEGIN_DECLS

/**
 * GalleyRater:
 * @name: (nullable): who reads, as no other rater is called; %NULL stands for the check itself
 * @reading: (nullable): the second reading; %NULL of the check itself
 * @n_given: how many verdicts count
 * @n_missing: claims of the reading that it has not judged
 * @n_former: verdicts on words that the claims have no more, which do not count
 * @n_late: verdicts given after the first ones were shown, which do not count
 * @n_own: claims that the same person judged in the check too
 *
 * One of those whose verdicts are compared.
 */
typedef struct
{
  char *name;
  GalleyReading *reading;
  guint n_given;
  guint n_missing;
  guint n_former;
  guint n_late;
  guint n_own;
} GalleyRater;

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
