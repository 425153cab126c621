/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article.h"
#include "galley-claim-list.h"
#include "galley-dismissal.h"
#include "galley-document.h"

G_BEGIN_DECLS

/**
 * GalleyReportParts:
 * @article: (owned): a copy
 * @document: (owned): the draft
 * @claims: (owned) (element-type GalleyClaim): copies, in the order of the text
 * @dismissals: (owned) (element-type GalleyDismissal): in any order
 *
 * What a report is made of, as it was at one moment. It is made where the check changes, which
 * costs a copy of the claims, and can be taken to any thread: nothing in it changes any more.
 */
typedef struct
{
  GalleyArticle *article;
  GalleyDocument *document;
  GPtrArray *claims;
  GPtrArray *dismissals;
} GalleyReportParts;

GalleyReportParts *galley_report_parts_new (GalleyArticle *article,
                                            GalleyDocument *document,
                                            GalleyClaimList *claims,
                                            GPtrArray *dismissals) G_GNUC_WARN_UNUSED_RESULT;
void galley_report_parts_free (GalleyReportParts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyReportParts, galley_report_parts_free)

G_END_DECLS
