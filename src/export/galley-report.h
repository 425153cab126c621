/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article.h"
#include "galley-claim-list.h"
#include "galley-dismissal.h"
#include "galley-document.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_REPORT (galley_report_get_type ())
G_DECLARE_FINAL_TYPE (GalleyReport, galley_report, GALLEY, REPORT, GObject)

/**
 * GalleyReportOptions:
 * @include_boilerplate: whether blocks that are no part of the article are written too
 * @csv_bom: whether a CSV file begins with a byte order mark
 */
typedef struct
{
  gboolean include_boilerplate;
  gboolean csv_bom;
} GalleyReportOptions;

GalleyReport *galley_report_new (GalleyArticle *article,
                                 GalleyDocument *document,
                                 GalleyClaimList *claims,
                                 GPtrArray *dismissals,
                                 const GalleyReportOptions *options) G_GNUC_WARN_UNUSED_RESULT;

GalleyArticle *galley_report_get_article (GalleyReport *self);
GalleyDocument *galley_report_get_document (GalleyReport *self);
GPtrArray *galley_report_get_claims (GalleyReport *self);
GPtrArray *galley_report_get_dismissals (GalleyReport *self);
const GalleyReportOptions *galley_report_get_options (GalleyReport *self);

G_END_DECLS
