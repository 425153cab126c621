/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-comparison.h"
#include "galley-figures.h"
#include "galley-history-entry.h"
#include "galley-layout.h"
#include "galley-paper.h"
#include "galley-report-parts.h"
#include "galley-session.h"
#include "galley-sign-off.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_REPORT (galley_report_get_type ())
G_DECLARE_FINAL_TYPE (GalleyReport, galley_report, GALLEY, REPORT, GObject)

/**
 * GalleyReportOptions:
 * @layout: what goes out of the report, in formats that have layouts
 * @paper: what pages are printed on, in formats that have pages
 * @include_boilerplate: whether blocks that are no part of the article are written too; they always
 *   are in the archive copy
 * @csv_bom: whether a CSV file begins with a byte order mark
 * @show_confidential: whether confidential sources stand there by name, for a copy that stays at
 * the desk; of no effect for a layout that never names them, and always so for the archive copy
 * @publisher_name: (nullable): who publishes fact checks
 * @publisher_address: (nullable): web address of the publisher
 * @page_address: (nullable): web address of the page that fact checks are published on, if that is
 *   neither the article's own nor the publisher's
 * @call_source: (nullable): id of the only source that a call sheet is for; see
 *   galley_call_sheet_list_sources()
 * @exported_at: when the reviewed version was made, milliseconds since 1970 UTC; 0 means the moment
 *   at which the report is made. Nothing else in an export depends on the clock.
 */
typedef struct
{
  GalleyLayout layout;
  GalleyPaper paper;
  gboolean include_boilerplate;
  gboolean csv_bom;
  gboolean show_confidential;
  const char *publisher_name;
  const char *publisher_address;
  const char *page_address;
  const char *call_source;
  gint64 exported_at;
} GalleyReportOptions;

GalleyReport *galley_report_new (GalleyArticle *article,
                                 GalleyDocument *document,
                                 GalleyClaimList *claims,
                                 GPtrArray *dismissals,
                                 const GalleyReportOptions *options) G_GNUC_WARN_UNUSED_RESULT;
GalleyReport *galley_report_new_from_parts (GalleyReportParts *parts,
                                            const GalleyReportOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

GalleyArticle *galley_report_get_article (GalleyReport *self);
GalleyDocument *galley_report_get_document (GalleyReport *self);
GPtrArray *galley_report_get_claims (GalleyReport *self);
GPtrArray *galley_report_get_dismissals (GalleyReport *self);
void galley_report_set_journal (GalleyReport *self, GPtrArray *entries);
GPtrArray *galley_report_get_journal (GalleyReport *self);
void galley_report_set_sign_offs (GalleyReport *self, GPtrArray *sign_offs);
GPtrArray *galley_report_get_sign_offs (GalleyReport *self);
gboolean galley_report_is_covered (GalleyReport *self, const GalleySignOff *sign_off);
void galley_report_set_waiting (GalleyReport *self, GPtrArray *waiting);
GPtrArray *galley_report_get_waiting (GalleyReport *self);
GalleyIndependence galley_report_get_waiting_independence (GalleyReport *self, guint claim);
void galley_report_set_session (GalleyReport *self, GalleySession *session);
GalleySession *galley_report_get_session (GalleyReport *self);
void galley_report_set_figures (GalleyReport *self, GalleyFigures *figures);
GalleyFigures *galley_report_get_figures (GalleyReport *self);
void galley_report_set_comparison (GalleyReport *self, GalleyComparison *comparison);
GalleyComparison *galley_report_get_comparison (GalleyReport *self);
const GalleyReportOptions *galley_report_get_options (GalleyReport *self);

char *galley_report_make_title (GalleyArticle *article) G_GNUC_WARN_UNUSED_RESULT;
const char *galley_report_get_title (GalleyReport *self);
guint galley_report_get_n_with_status (GalleyReport *self, GalleyStatus status);
void galley_report_get_coverage (GalleyReport *self, guint *out_n_characters, guint *out_n_covered);
gboolean galley_report_includes_block (GalleyReport *self, guint block);

GalleyIndependence galley_report_get_independence (GalleyReport *self, guint claim);
GalleySource *galley_report_get_unnamed_speaker (GalleyReport *self, guint claim);
gint galley_report_get_claim_block (GalleyReport *self, guint claim);
char *galley_report_dup_claim_quote (GalleyReport *self, guint claim) G_GNUC_WARN_UNUSED_RESULT;
char *galley_report_dup_claim_excerpt (GalleyReport *self, guint claim) G_GNUC_WARN_UNUSED_RESULT;
char *galley_report_dup_claim_section (GalleyReport *self, guint claim) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
