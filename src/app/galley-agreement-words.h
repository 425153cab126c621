/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-agreement.h"

G_BEGIN_DECLS

char *galley_agreement_words_name (const GalleyRater *rater) G_GNUC_WARN_UNUSED_RESULT;
char *galley_agreement_words_describe_raters (GalleyAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
char *galley_agreement_words_describe_pair (const GalleyPairFigures *pair)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_agreement_words_describe_kappa (const GalleyPairFigures *pair)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_agreement_words_describe_alpha (const GalleyAlphaFigures *figures, char **out_basis)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_agreement_words_describe_verdict (const GalleyRater *rater,
                                               const GalleyVerdict *verdict,
                                               const char *note) G_GNUC_WARN_UNUSED_RESULT;
char *galley_agreement_words_make_table (GalleyAgreement *agreement,
                                         GalleyCheck *check,
                                         gboolean with_pending) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
