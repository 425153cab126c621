/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-coverage.h"
#include "galley-twins.h"

G_BEGIN_DECLS

/**
 * GalleyCheck:
 *
 * An article that is open for checking: its draft, its claims and dismissals, and what is still
 * only suggested.
 *
 * A sentence or list item of a checkable block is a suggestion as long as no claim and no dismissal
 * covers any of it. The check changes only by galley_check_apply().
 */
struct _GalleyCheck
{
  GObject parent_instance;

  GalleyArticle *article;
  GalleyDocument *document;
  GalleyRemarks *remarks; /* of @document */
  GalleyClaimList *claims;
  GalleyClaimList *tray; /* of claims that stand on no words of the draft */
  GPtrArray *dismissals; /* (element-type GalleyDismissal), sorted by start */
  GPtrArray *readings;   /* (element-type GalleyReading), in the order in which they began */
  GPtrArray *sign_offs;  /* (nullable) (element-type GalleySignOff), as they were read */
  GalleyCoverage *coverage;
  GArray *new_words;  /* (nullable) (element-type GalleyRange), as far as somebody found them */
  GalleyTwins *twins; /* (nullable) as far as somebody found them */
  guint n_dismissal_changes;
  char *undo_verb;
  char *redo_verb;
  GalleyCheck *source;  /* (nullable) what a second reader is not shown */
  char *reading_id;     /* (nullable) of that reader's reading */
  gboolean is_replaced; /* the article has another draft now */
};

gboolean galley_check_apply_readings (GalleyCheck *self, GalleyOutcome *outcome);
void galley_check_forget_source (GalleyCheck *self);
void galley_check_sort_claims (GalleyClaimList *standing,
                               GalleyClaimList *tray,
                               GPtrArray *changed,
                               GPtrArray *gone_ids);

G_END_DECLS
