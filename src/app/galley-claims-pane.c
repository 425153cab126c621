/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claims-pane-private.h"

#include "galley-article-rest.h"
#include "galley-claim-row.h"
#include "galley-claim-suggestion.h"
#include "galley-first-claim.h"
#include "galley-list-focus.h"
#include "galley-search-keys.h"
#include "galley-selected.h"
#include "galley-settings.h"

enum
{
  PROP_CURRENT_CLAIM = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CLAIM_ACTIVATED,
  SELECTED,
  SUGGESTION_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyClaimsPane, galley_claims_pane, ADW_TYPE_BIN)

/* Which several claims are selected may have changed, or what they are. */
static void
tell_selected (GalleyClaimsPane *self)
{
  guint n_selected = galley_selected_count (self->selection);
  gboolean is_news = n_selected > 1 || self->n_selected > 1;

  self->n_selected = n_selected;
  if (is_news)
    g_signal_emit (self, signals[SELECTED], 0);
}

static guint
find_current (GalleyClaimsPane *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->filter != NULL && self->current_claim != NULL)
    galley_claim_filter_find_position (self->filter, self->current_claim, &position);

  return position;
}

/* Selects the current claim if it is shown, and scrolls to it; not if it is selected already where
 * it is now, for scrolling lays out the list. */
static void
select_current (GalleyClaimsPane *self)
{
  guint position = find_current (self);
  gboolean was_settled = self->is_settled;

  if (galley_selected_is_among (self->selection, position))
    return;

  self->is_settled = FALSE;
  galley_selected_choose (self->selection, position);
  self->is_settled = was_settled;
  if (position != GTK_INVALID_LIST_POSITION)
    galley_list_show_chosen (self->list);
}

static void
fill_list (GalleyClaimsPane *self)
{
  gboolean was_settled = self->is_settled;

  self->is_settled = FALSE;
  gtk_multi_selection_set_model (self->selection, (GListModel *) self->filter);
  self->is_settled = was_settled;
}

static gboolean
fill_late_cb (gpointer user_data)
{
  GalleyClaimsPane *self = user_data;

  self->fill_id = 0;
  fill_list (self);
  select_current (self);
  tell_selected (self);

  return G_SOURCE_REMOVE;
}

/* A list that was not on screen has no rows yet, and has not scrolled. Its two hundred rows would
 * hold up the first frame of the window. */
static void
mapped_cb (GalleyClaimsPane *self)
{
  if (self->fill_id == 0)
    self->fill_id = g_idle_add_full (GALLEY_PRIORITY_AFTER_FRAME, fill_late_cb, self, NULL);
}

static void
keep_selected (GalleyClaimsPane *self)
{
  g_autoptr (GPtrArray) selected = galley_selected_list (self->selection);

  galley_claim_filter_keep (self->filter, selected);
}

static void
keep (GalleyClaimsPane *self, GalleyClaim *claim)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();

  g_ptr_array_add (claims, claim);
  galley_claim_filter_keep (self->filter, claims);
}

static void
check_changed_cb (GalleyClaimsPane *self, guint start, guint end)
{
  keep_selected (self);
  galley_claim_filter_refresh (self->filter, (GalleyRange){ start, end });
  galley_claims_pane_update_counts (self);
  select_current (self);
  tell_selected (self);
  galley_claims_pane_show_page (self);
}

static void
filter_changed_cb (GalleyClaimsPane *self)
{
  g_autofree char *own_name = galley_settings_get_checker_name ();

  galley_claims_pane_update_suggestions (self);
  if (self->filter != NULL)
    {
      galley_claim_filter_set_statuses (self->filter,
                                        galley_status_filter_get_statuses (self->filters));
      galley_claim_filter_set_traits (self->filter, galley_traits_button_get_traits (self->traits),
                                      own_name);
      galley_claim_filter_set_words (self->filter, galley_claims_pane_get_words (self));
    }
  select_current (self);
  tell_selected (self);
  galley_claims_pane_show_page (self);
}

/* Another claim is chosen, or none any more. Not at once: the list is still about to choose it. */
static gboolean
settle_cb (gpointer user_data)
{
  GalleyClaimsPane *self = user_data;

  self->settle_id = 0;
  if (self->filter == NULL)
    return G_SOURCE_REMOVE;

  keep_selected (self);
  if (self->keeps_marked && galley_claims_pane_find_marked (self) != self->current_claim)
    gtk_single_selection_set_selected (self->suggestion_selection, GTK_INVALID_LIST_POSITION);
  if (self->current_claim == NULL)
    galley_list_choose_focused (self->list);

  return G_SOURCE_REMOVE;
}

static void
take_current (GalleyClaimsPane *self, GalleyClaim *claim)
{
  if (!g_set_object (&self->current_claim, claim))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_CLAIM]);
  if (self->settle_id == 0)
    self->settle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle_cb, self, NULL);
}

static void
selected_cb (GalleyClaimsPane *self)
{
  g_autoptr (GalleyClaim) first = galley_selected_dup_first (self->selection);

  if (!self->is_settled)
    return;

  if (first != NULL && !galley_selected_is_among (self->selection, find_current (self)))
    take_current (self, first);
  tell_selected (self);
}

static void
suggestion_selected_cb (GalleyClaimsPane *self)
{
  GalleyClaimSuggestion *suggestion =
      gtk_single_selection_get_selected_item (self->suggestion_selection);
  GalleyRange range;

  if (self->keeps_marked)
    galley_claims_pane_update_counts (self);
  if (suggestion == NULL)
    return;

  range = galley_claim_suggestion_get_range (suggestion);
  g_signal_emit (self, signals[SUGGESTION_CHOSEN], 0, range.start, range.end);
}

/* What stands in the list's place can be scrolled, for which it takes the keyboard as well. */
static gboolean
focus_page (GalleyClaimsPane *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD) &&
         !GTK_IS_SCROLLED_WINDOW (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
}

/**
 * galley_claims_pane_focus_list:
 *
 * Puts the keyboard into the list, on what is chosen: keys act on that. Else into the search.
 */
void
galley_claims_pane_focus_list (GalleyClaimsPane *self)
{
  gboolean is_unmarked = galley_status_filter_get_shown (self->filters) == GALLEY_SHOWN_UNMARKED;
  GtkListView *list = is_unmarked ? self->suggestion_list : self->list;

  if (self->fill_id != 0) /* whoever is quicker than the list goes to its rows all the same */
    {
      g_source_remove (self->fill_id);
      fill_late_cb (self);
    }
  filter_changed_cb (self);
  galley_selected_choose_any (gtk_list_view_get_model (list));
  if (!galley_list_focus_chosen (list) && !focus_page (self))
    galley_claims_pane_start_search (self);
}

static void
claim_activated_cb (GalleyClaimsPane *self, guint position)
{
  if (!galley_selected_is_among (self->selection, position))
    galley_selected_choose (self->selection, position);
  g_signal_emit (self, signals[CLAIM_ACTIVATED], 0);
}

static void
suggestion_activated_cb (GalleyClaimsPane *self, guint position)
{
  gtk_single_selection_set_selected (self->suggestion_selection, position);
  g_signal_emit (self, signals[CLAIM_ACTIVATED], 0);
}

static void
row_bind_cb (GalleyClaimsPane *self, GtkListItem *item)
{
  galley_claim_row_set_item (GALLEY_CLAIM_ROW (gtk_list_item_get_child (item)), self->check,
                             gtk_list_item_get_item (item));
}

static void
galley_claims_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CURRENT_CLAIM:
      g_value_set_object (value, GALLEY_CLAIMS_PANE (object)->current_claim);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_claims_pane_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CURRENT_CLAIM:
      galley_claims_pane_set_current_claim (GALLEY_CLAIMS_PANE (object),
                                            g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_claims_pane_dispose (GObject *object)
{
  GalleyClaimsPane *self = GALLEY_CLAIMS_PANE (object);

  g_clear_handle_id (&self->count_id, g_source_remove);
  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->check != NULL)
    g_signal_handlers_disconnect_by_data (self->check, self);
  self->is_settled = FALSE;
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_CLAIMS_PANE);
  g_clear_object (&self->filter);
  g_clear_object (&self->suggestions);
  g_clear_object (&self->current_claim);
  g_clear_object (&self->check);

  G_OBJECT_CLASS (galley_claims_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (GALLEY_TYPE_STATUS_FILTER);
  g_type_ensure (GALLEY_TYPE_TRAITS_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/claims-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimsPane, filters);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimsPane, search);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimsPane, traits);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimsPane, list);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimsPane, selection);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimsPane, suggestion_list);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimsPane, suggestion_selection);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, claim_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, galley_claims_pane_focus_list);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, galley_claim_row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, galley_claim_row_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, galley_claims_pane_clear_filter);
}

static void
galley_claims_pane_class_init (GalleyClaimsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = galley_claims_pane_dispose;
  object_class->get_property = galley_claims_pane_get_property;
  object_class->set_property = galley_claims_pane_set_property;
  g_type_ensure (GALLEY_TYPE_FIRST_CLAIM);
  bind_template (GTK_WIDGET_CLASS (klass));

  properties[PROP_CURRENT_CLAIM] =
      g_param_spec_object ("current-claim", NULL, NULL, GALLEY_TYPE_CLAIM,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GalleyClaimsPane::claim-activated:
   *
   * Somebody wants to go on in the article, where the current claim or suggestion is.
   */
  signals[CLAIM_ACTIVATED] = g_signal_new ("claim-activated", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * GalleyClaimsPane::selected:
   *
   * Several claims are selected, others than before or the same ones after a change to the article;
   * or several were. See galley_claims_pane_list_selected().
   */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * GalleyClaimsPane::suggestion-chosen:
   * @start: first character of a suggestion
   * @end: one past the last one
   *
   * Somebody chose a suggestion in the list.
   */
  signals[SUGGESTION_CHOSEN] =
      g_signal_new ("suggestion-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
galley_claims_pane_init (GalleyClaimsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  galley_search_keys_add (self->search);
  galley_list_focus_as_one (self->list);
  galley_list_focus_as_one (self->suggestion_list);
  self->is_settled = TRUE;
  self->suggestions = g_list_store_new (GALLEY_TYPE_CLAIM_SUGGESTION);
  gtk_single_selection_set_model (self->suggestion_selection, G_LIST_MODEL (self->suggestions));
  galley_claims_pane_update_counts (self);
  galley_claims_pane_show_page (self);
}

/**
 * galley_claims_pane_set_check:
 * @check: (nullable): what to show
 *
 * Shows the claims of an article, with the filter and the search as they are.
 */
void
galley_claims_pane_set_check (GalleyClaimsPane *self, GalleyCheck *check)
{
  g_return_if_fail (GALLEY_IS_CLAIMS_PANE (self));
  g_return_if_fail (check == NULL || GALLEY_IS_CHECK (check));

  if (self->check == check)
    return;

  if (self->check != NULL)
    g_signal_handlers_disconnect_by_data (self->check, self);
  self->is_settled = FALSE;
  gtk_multi_selection_set_model (self->selection, NULL);
  g_list_store_remove_all (self->suggestions);
  g_clear_object (&self->filter);
  g_set_object (&self->check, check);
  take_current (self, NULL);
  galley_status_filter_set_blind (self->filters,
                                  check != NULL && galley_check_get_source (check) != NULL);

  if (check != NULL)
    {
      self->filter = galley_check_new_filter (check);
      g_signal_connect_swapped (check, "changed", G_CALLBACK (check_changed_cb), self);
    }
  filter_changed_cb (self);
  if (check == NULL || gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    fill_list (self);
  self->is_settled = TRUE;
  galley_claims_pane_update_counts (self);
  tell_selected (self);
}

/**
 * galley_claims_pane_set_current_claim:
 * @claim: (nullable): a claim of the article
 *
 * Selects a claim and scrolls to it, if the filter lets it pass or the keyboard is in the list.
 * Tells nobody when it was current before.
 */
void
galley_claims_pane_set_current_claim (GalleyClaimsPane *self, GalleyClaim *claim)
{
  g_return_if_fail (GALLEY_IS_CLAIMS_PANE (self) && (claim == NULL || GALLEY_IS_CLAIM (claim)));

  if (self->current_claim == claim)
    return;

  take_current (self, claim);
  if (claim != NULL && galley_list_has_focus (self->list))
    keep (self, claim);
  galley_claims_pane_select_one (self);
}

/**
 * galley_claims_pane_get_current_claim:
 *
 * Returns: (transfer none) (nullable): the claim that is chosen
 */
GalleyClaim *
galley_claims_pane_get_current_claim (GalleyClaimsPane *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIMS_PANE (self), NULL);

  return self->current_claim;
}

/**
 * galley_claims_pane_list_selected:
 *
 * Returns: (transfer full) (nullable) (element-type GalleyClaim): the claims that are selected, in
 *   the order of the article; %NULL unless there are several
 */
GPtrArray *
galley_claims_pane_list_selected (GalleyClaimsPane *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIMS_PANE (self), NULL);

  return self->n_selected > 1 ? galley_selected_list (self->selection) : NULL;
}

/**
 * galley_claims_pane_select_one:
 *
 * Selects the current claim only, if the filter lets it pass.
 */
void
galley_claims_pane_select_one (GalleyClaimsPane *self)
{
  g_return_if_fail (GALLEY_IS_CLAIMS_PANE (self));

  self->is_settled = FALSE;
  if (self->n_selected > 1)
    galley_selected_choose (self->selection, GTK_INVALID_LIST_POSITION);
  self->is_settled = TRUE;
  select_current (self);
  tell_selected (self);
}

/**
 * galley_claims_pane_start_search:
 *
 * Puts the keyboard into the search entry.
 */
void
galley_claims_pane_start_search (GalleyClaimsPane *self)
{
  g_return_if_fail (GALLEY_IS_CLAIMS_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * galley_claims_pane_clear_filter:
 *
 * Shows all claims again.
 */
void
galley_claims_pane_clear_filter (GalleyClaimsPane *self)
{
  g_return_if_fail (GALLEY_IS_CLAIMS_PANE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  galley_traits_button_clear (self->traits);
  galley_status_filter_show_all (self->filters);
  filter_changed_cb (self);
}

/**
 * galley_claims_pane_has_list_focus:
 *
 * Returns: whether the keyboard is in the list, where single keys act, and not in the search
 */
gboolean
galley_claims_pane_has_list_focus (GalleyClaimsPane *self)
{
  return galley_list_has_focus (self->list) || galley_list_has_focus (self->suggestion_list);
}
