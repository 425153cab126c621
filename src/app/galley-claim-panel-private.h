/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim-panel.h"

#include "galley-claim-batch.h"
#include "galley-claim-history.h"
#include "galley-claim-record.h"
#include "galley-claim-thread.h"
#include "galley-evidence-list.h"
#include "galley-no-claim.h"
#include "galley-note-list.h"
#include "galley-query-list.h"
#include "galley-repeat-list.h"

G_BEGIN_DECLS

/**
 * GalleyClaimPanel:
 *
 * Everything about the chosen claim, to read and to edit in place.
 *
 * It changes nothing by itself: it makes actions and hands them to the window with
 * #GalleyClaimPanel::perform, and shows what became of the claim when it hears so from the claim.
 * Text that could not be saved is kept, for claims that are not shown any more as well, until the
 * window says that it was saved.
 */
struct _GalleyClaimPanel
{
  AdwBin parent_instance;

  GalleyDesk *desk;                 /* nullable */
  GalleyCheck *check;               /* nullable */
  GalleyClaim *claim;               /* nullable */
  GalleyRequirements *requirements; /* (nullable) what the desk wants, as far as it is known */
  gboolean has_several;             /* whether several claims are selected */
  GCancellable *cancellable;        /* of the question what it wants */
  GSimpleActionGroup *actions;      /* "claim" */

  /* from the template */
  GtkRevealer *frozen_bar;
  GtkStack *stack;
  GalleyNoClaim *no_claim;
  GalleyClaimBatch *batch;
  GtkScrolledWindow *scroller;
  GtkLabel *quote;
  GtkLabel *checked;
  GtkLabel *missing;
  GalleyRepeatList *repeats;
  GalleyNoteList *notes;
  GalleyClaimRecord *record;
  GtkLabel *blind_sources;
  GtkWidget *rest; /* what a second reader is not shown */
  GalleyEvidenceList *sources;
  GtkLabel *independence;
  GalleyClaimThread *thread;
  GalleyQueryList *queries;
  GalleyClaimHistory *history;
};

G_END_DECLS
