/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-report.h"

G_BEGIN_DECLS

/**
 * GalleyReport:
 *
 * All that a writer needs of an article and its check, frozen at one moment, so that a writer may
 * run in a thread of its own while the check goes on.
 *
 * Claims keep the order of galley_claim_compare(); a writer numbers them from 1 in that order.
 */
struct _GalleyReport
{
  GObject parent_instance;

  GalleyArticle *article; /* a copy */
  char *title;
  GalleyDocument *document;
  GPtrArray *claims;            /* (element-type GalleyClaim), copies, in the order of the text */
  GArray *independence;         /* (element-type GalleyIndependence), by claim */
  GPtrArray *unnamed;           /* (element-type GalleySource) (nullable elements), by claim */
  GPtrArray *dismissals;        /* (element-type GalleyDismissal), in the order of the text */
  GPtrArray *journal;           /* (nullable) (element-type GalleyHistoryEntry), oldest first */
  GPtrArray *sign_offs;         /* (nullable) (element-type GalleySignOff), in the order of time */
  GPtrArray *waiting;           /* (nullable) (element-type GalleyClaim), copies, of the tray */
  GArray *waiting_independence; /* (nullable) (element-type GalleyIndependence), by waiting claim */
  GalleySession *session;       /* (nullable) whose minutes are asked for */
  GalleyFigures *figures;       /* (nullable) */
  GalleyComparison *comparison; /* (nullable) of second readers */
  GalleyReportOptions options;

  gint *sections; /* for each block the index of the heading that it stands under, or -1 */
  guint n_with_status[GALLEY_N_STATUSES];
  guint n_characters;
  guint n_covered;
};

gboolean galley_report_names_confidential (GalleyReport *self);

G_END_DECLS
