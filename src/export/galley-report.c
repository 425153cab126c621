/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-report.h"

/**
 * GalleyReport:
 *
 * All that a writer needs of an article and its check, frozen at one moment, so that a writer may
 * run in a thread of its own while the check goes on.
 */
struct _GalleyReport
{
  GObject parent_instance;

  GalleyArticle *article;
  GalleyDocument *document;
  GPtrArray *claims;     /* (element-type GalleyClaim), copies, in the order of the text */
  GPtrArray *dismissals; /* (element-type GalleyDismissal), in the order of the text */
  GalleyReportOptions options;
};

G_DEFINE_FINAL_TYPE (GalleyReport, galley_report, G_TYPE_OBJECT)

static void
galley_report_class_init (GalleyReportClass *klass)
{
}

static void
galley_report_init (GalleyReport *self)
{
}
