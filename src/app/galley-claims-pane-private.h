/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim-filter.h"
#include "galley-claims-pane.h"
#include "galley-status-filter.h"
#include "galley-traits-button.h"

G_BEGIN_DECLS

/**
 * GalleyClaimsPane:
 *
 * The claims of an article as a list that can be filtered and searched, and what of it nobody has
 * marked yet.
 *
 * The current claim stays what it is when a filter hides it; the list then has no selection.
 * Several claims can be selected; the current claim is one of them, unless a filter hides it.
 *
 * Where the keyboard is in the list, what it is on and what is chosen are the same: keys act on
 * what is chosen. So what becomes of a chosen claim hides it only when another one is chosen, one
 * that undo chooses is shown whatever it is, and in place of one that is deleted the next is
 * chosen.
 */
struct _GalleyClaimsPane
{
  AdwBin parent_instance;

  GalleyCheck *check;         /* nullable */
  GalleyClaimFilter *filter;  /* nullable, as @check */
  GalleyClaim *current_claim; /* nullable */
  GListStore *suggestions;    /* (element-type GalleyClaimSuggestion), empty unless shown */
  gboolean is_settled;        /* FALSE while this object changes the selection itself */
  guint n_selected;           /* as others were told last */
  guint count_id;
  gboolean keeps_marked; /* shows a suggestion that is a claim now, since it is chosen */
  guint fill_id;
  guint settle_id;

  /* from the template */
  GalleyStatusFilter *filters;
  GtkSearchEntry *search;
  GalleyTraitsButton *traits;
  GtkStack *stack;
  GtkListView *list;
  GtkMultiSelection *selection;
  GtkListView *suggestion_list;
  GtkSingleSelection *suggestion_selection;
};

/* galley-claims-pane-pages.c */
const char *galley_claims_pane_get_words (GalleyClaimsPane *self);
void galley_claims_pane_show_page (GalleyClaimsPane *self);
GalleyClaim *galley_claims_pane_find_marked (GalleyClaimsPane *self);
void galley_claims_pane_update_suggestions (GalleyClaimsPane *self);
void galley_claims_pane_update_counts (GalleyClaimsPane *self);

G_END_DECLS
