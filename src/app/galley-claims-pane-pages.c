/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claims-pane-private.h"

#include "galley-claim-row.h"
#include "galley-claim-suggestion.h"
#include "galley-list-focus.h"

/* What there is to show in the pane, and how much of it. */

/**
 * galley_claims_pane_get_words:
 *
 * Returns: (transfer none): what is searched for; "" for everything
 */
const char *
galley_claims_pane_get_words (GalleyClaimsPane *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/**
 * galley_claims_pane_show_page:
 *
 * Shows the list, or says why there is none.
 */
void
galley_claims_pane_show_page (GalleyClaimsPane *self)
{
  const char *page;

  if (self->check == NULL)
    page = "nothing";
  else if (galley_status_filter_get_shown (self->filters) == GALLEY_SHOWN_UNMARKED)
    page = g_list_model_get_n_items (G_LIST_MODEL (self->suggestions)) > 0 ? "suggestions"
           : *galley_claims_pane_get_words (self) != '\0'                  ? "no-match"
                                                                           : "all-marked";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->filter)) > 0)
    page = "claims";
  else if (galley_claim_list_get_n_claims (galley_check_get_claims (self->check)) > 0)
    page = "no-match";
  else
    page = "no-claims";

  gtk_stack_set_visible_child_name (self->stack, page);
}

/**
 * galley_claims_pane_find_marked:
 *
 * Returns: (transfer none) (nullable): what became of the suggestion that is chosen, if it is a
 *   claim now
 */
GalleyClaim *
galley_claims_pane_find_marked (GalleyClaimsPane *self)
{
  GalleyClaimSuggestion *chosen =
      gtk_single_selection_get_selected_item (self->suggestion_selection);

  return chosen != NULL && self->check != NULL
             ? galley_claim_suggestion_find_claim (chosen, self->check)
             : NULL;
}

/* The row of a suggestion shows what became of it. */
static void
show_chosen_anew (GalleyClaimsPane *self)
{
  GtkWidget *row = galley_list_find_selected (self->suggestion_list);
  gpointer chosen = gtk_single_selection_get_selected_item (self->suggestion_selection);

  if (row != NULL && chosen != NULL)
    galley_claim_row_set_item (GALLEY_CLAIM_ROW (gtk_widget_get_first_child (row)), self->check,
                               chosen);
}

/**
 * galley_claims_pane_update_suggestions:
 *
 * Lists what nobody has marked yet, if that is wanted. What is chosen stays when it becomes a
 * claim: keys act on it.
 */
void
galley_claims_pane_update_suggestions (GalleyClaimsPane *self)
{
  gboolean are_shown = galley_status_filter_get_shown (self->filters) == GALLEY_SHOWN_UNMARKED;
  gpointer chosen = gtk_single_selection_get_selected_item (self->suggestion_selection);

  self->keeps_marked = are_shown && galley_claims_pane_find_marked (self) != NULL;
  galley_claim_suggestion_fill (self->suggestions, are_shown ? self->check : NULL,
                                galley_claims_pane_get_words (self),
                                self->keeps_marked ? chosen : NULL);
  show_chosen_anew (self);
  if (chosen != NULL)
    galley_list_choose_focused (self->suggestion_list);
}

static gboolean
count_cb (gpointer user_data)
{
  GalleyClaimsPane *self = user_data;
  GalleyProgress progress = { 0 };

  self->count_id = 0;
  if (self->check != NULL)
    galley_check_get_progress (self->check, &progress);
  galley_status_filter_set_count (self->filters, GALLEY_SHOWN_UNMARKED,
                                  progress.n_suggestions + progress.n_unjudged);
  galley_claims_pane_update_suggestions (self);
  galley_claims_pane_show_page (self);

  return G_SOURCE_REMOVE;
}

/**
 * galley_claims_pane_update_counts:
 *
 * Says how many claims there are of each kind. Listing suggestions takes a while in a long article:
 * once for all that changes together.
 */
void
galley_claims_pane_update_counts (GalleyClaimsPane *self)
{
  galley_status_filter_count_claims (self->filters, self->check);
  if (self->count_id == 0)
    self->count_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, count_cb, self, NULL);
}
