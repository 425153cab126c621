/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture-check.h"
#include "fixture.h"

#include "galley-claim-row.h"
#include "galley-claims-pane.h"
#include "galley-traits-button.h"

typedef struct
{
  GtkWindow *window;
  GalleyClaimsPane *pane;
  GtkListView *list;
  GalleyCheck *check;
  guint n_notified;
  guint n_chosen;
  guint n_selected;
  GalleyRange chosen;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
chosen_cb (Fixture *fixture, guint start, guint end)
{
  fixture->n_chosen++;
  fixture->chosen = (GalleyRange){ start, end };
}

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
has_tooltip (GtkWidget *widget, gconstpointer tooltip)
{
  return GTK_IS_TOGGLE_BUTTON (widget) &&
         g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0;
}

static gboolean
is_search (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

static GtkWidget *
find (Fixture *fixture, FixtureMatch match, gconstpointer data)
{
  GtkWidget *found = fixture_find (GTK_WIDGET (fixture->pane), match, data);

  g_assert_nonnull (found);
  return found;
}

static GListModel *
get_shown (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find (fixture, is_list, NULL))));
}

static void
set_filter (Fixture *fixture, const char *tooltip)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (fixture, has_tooltip, tooltip)), TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  FixtureDraft draft;

  fixture_draft_init (&draft, "Ships left port on Monday. Nobody knows why. The end.");
  fixture_draft_claim (&draft, "a", "Ships left port on Monday.", GALLEY_STATUS_CONFIRMED);
  fixture_draft_claim (&draft, "b", "Monday", GALLEY_STATUS_PENDING);
  fixture_draft_claim (&draft, "c", "Nobody", GALLEY_STATUS_DISPUTED);
  fixture->check = fixture_draft_finish (&draft);

  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->pane = g_object_new (GALLEY_TYPE_CLAIMS_PANE, NULL);
  gtk_window_set_default_size (fixture->window, 400, 500);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->pane));
  galley_claims_pane_set_check (fixture->pane, fixture->check);
  g_signal_connect_swapped (fixture->pane, "notify::current-claim", G_CALLBACK (count_cb),
                            &fixture->n_notified);
  g_signal_connect_swapped (fixture->pane, "selected", G_CALLBACK (count_cb), &fixture->n_selected);
  g_signal_connect_swapped (fixture->pane, "suggestion-chosen", G_CALLBACK (chosen_cb), fixture);
  gtk_window_present (fixture->window);
  WAIT_UNTIL (fixture_find (GTK_WIDGET (fixture->pane), is_list, NULL) != NULL);
  WAIT_UNTIL (g_list_model_get_n_items (get_shown (fixture)) == 3);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window, pane = fixture->pane;

  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (pane, &pane);
  gtk_window_destroy (fixture->window);
  WAIT_UNTIL (window == NULL && pane == NULL);
  g_assert_finalize_object (fixture->check);
}

static GalleyClaim *
peek (Fixture *fixture, const char *id)
{
  return galley_claim_list_find (galley_check_get_claims (fixture->check), id);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  GalleyClaimFields fields = { .range = { 0, 26 }, .status = GALLEY_STATUS_DISPUTED };

  gtk_test_accessible_assert_property (find (fixture, has_tooltip, "All claims"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "All claims: 3");
  WAIT_UNTIL (fixture_find_by_label (find (fixture, has_tooltip, "Unmarked sentences"), "1"));

  fixture_check_put (fixture->check, "a", &fields);
  gtk_test_accessible_assert_property (find (fixture, has_tooltip, "Disputed claims"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Disputed claims: 2");
  fixture_check_drop (fixture->check, "c");
  WAIT_UNTIL (fixture_find_by_label (find (fixture, has_tooltip, "Unmarked sentences"), "2"));
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (fixture)), ==, 3);
  set_filter (fixture, "Pending claims");
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (fixture)), ==, 1);
  set_filter (fixture, "All claims");

  gtk_editable_set_text (GTK_EDITABLE (find (fixture, is_search, NULL)), "MONDAY");
  WAIT_UNTIL (g_list_model_get_n_items (get_shown (fixture)) == 2);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, is_search, NULL)), "tuesday");
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->pane), "Nothing Found") != NULL);
  galley_claims_pane_clear_filter (fixture->pane);
  WAIT_UNTIL (fixture_find (GTK_WIDGET (fixture->pane), is_list, NULL) != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (fixture)), ==, 3);
}

static const char *
get_current_id (Fixture *fixture)
{
  GalleyClaim *claim = galley_claims_pane_get_current_claim (fixture->pane);

  return claim != NULL ? galley_claim_get_id (claim) : NULL;
}

/* Keys act on the claim that is chosen: that is the one which the focus goes to. */
static void
test_from_the_search_to_a_claim (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find (fixture, is_list, NULL);
  GtkWidget *search = find (fixture, is_search, NULL);
  GtkWidget *focus;

  galley_claims_pane_set_current_claim (
      fixture->pane, galley_claim_list_peek (galley_check_get_claims (fixture->check), 0));
  gtk_editable_set_text (GTK_EDITABLE (search), "nobody");
  WAIT_UNTIL (g_list_model_get_n_items (get_shown (fixture)) == 1);
  g_assert_cmpstr (get_current_id (fixture), ==, "a");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (get_current_id (fixture), ==, "c");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, list));
  g_assert_nonnull (fixture_find_by_label (focus, "Nobody"));

  /* Who is faster than the search finds the same. */
  gtk_editable_set_text (GTK_EDITABLE (search), "monday");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (fixture)), ==, 2);
  g_assert_cmpstr (get_current_id (fixture), ==, "a");

  /* A row may have the focus and not be selected. */
  galley_claims_pane_clear_filter (fixture->pane);
  WAIT_UNTIL (g_list_model_get_n_items (get_shown (fixture)) == 3);
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_cmpstr (get_current_id (fixture), ==, "b");
}

/* Nor is a claim chosen that is not shown. */
static void
test_from_the_search_to_a_sentence (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = find (fixture, is_search, NULL);

  set_filter (fixture, "Unmarked sentences");
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->pane), "The end.") != NULL);
  g_signal_emit_by_name (search, "activate");
  g_assert_null (get_current_id (fixture));
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
  g_assert_cmpuint (fixture->chosen.end, >, fixture->chosen.start);

  /* There is nothing to go to. */
  gtk_editable_set_text (GTK_EDITABLE (search), "tuesday");
  g_signal_emit_by_name (search, "activate");
  set_filter (fixture, "All claims");
  g_signal_emit_by_name (search, "activate");
  g_assert_null (get_current_id (fixture));
}

static void
test_unmarked (Fixture *fixture, gconstpointer data)
{
  set_filter (fixture, "Unmarked sentences");
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->pane), "The end.") != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (fixture)), ==, 1);

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_shown (fixture)), 0);
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
  g_assert_cmpuint (fixture->chosen.start, ==, 45);
  g_assert_cmpuint (fixture->chosen.end, ==, 53);

  /* As long as it is chosen it stays, and shows what became of it. */
  fixture_check_put (fixture->check, "d", &(GalleyClaimFields){ .range = { 45, 53 }, .status = 0 });
  galley_claims_pane_set_current_claim (fixture->pane, peek (fixture, "d"));
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->pane), "Pending") != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (fixture)), ==, 1);
  galley_claims_pane_set_current_claim (fixture->pane, peek (fixture, "a"));
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->pane), "Everything Is Marked") != NULL);
}

/* The positions that are selected, one digit each. */
static void
assert_selected (GtkSelectionModel *selection, const char *expected)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    g_string_append_printf (found, "%u", gtk_bitset_get_nth (selected, i));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_current_claim_both_ways (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (get_shown (fixture));

  g_assert_null (galley_claims_pane_get_current_claim (fixture->pane));
  gtk_selection_model_select_item (selection, 1, TRUE);
  g_assert_true (galley_claims_pane_get_current_claim (fixture->pane) == peek (fixture, "b"));
  g_assert_cmpuint (fixture->n_notified, ==, 1);

  galley_claims_pane_set_current_claim (fixture->pane, peek (fixture, "c"));
  assert_selected (selection, "2");
  g_assert_cmpuint (fixture->n_notified, ==, 2);
  galley_claims_pane_set_current_claim (fixture->pane, peek (fixture, "c"));
  g_assert_cmpuint (fixture->n_notified, ==, 2);

  /* A filter that hides it does not change which it is, and shows it again afterwards. */
  set_filter (fixture, "Confirmed claims");
  g_assert_true (galley_claims_pane_get_current_claim (fixture->pane) == peek (fixture, "c"));
  assert_selected (selection, "");
  set_filter (fixture, "All claims");
  assert_selected (selection, "2");
  g_assert_cmpuint (fixture->n_notified, ==, 2);
}

/* Whether the row that has the keyboard is the one that is chosen, of so many. */
static gboolean
is_on_chosen (Fixture *fixture, const char *id, guint n_shown)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return g_list_model_get_n_items (get_shown (fixture)) == n_shown && focus != NULL &&
         (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_SELECTED) != 0 &&
         galley_claims_pane_get_current_claim (fixture->pane) == peek (fixture, id);
}

/* Where the keyboard is in the list, it is on what keys act on: a claim that is judged stays under
 * a filter that hides it, until another one is chosen. */
static void
test_keeps_what_is_judged (Fixture *fixture, gconstpointer data)
{
  GalleyClaimFields confirmed = { .range = { 0, 26 }, .status = GALLEY_STATUS_CONFIRMED };
  GalleyClaimFields disputed = { .range = { 0, 26 }, .status = GALLEY_STATUS_DISPUTED };

  fixture_check_put (fixture->check, "a", &disputed);
  set_filter (fixture, "Disputed claims");
  galley_claims_pane_set_current_claim (fixture->pane, peek (fixture, "a"));
  galley_claims_pane_focus_list (fixture->pane);
  WAIT_UNTIL (is_on_chosen (fixture, "a", 2));

  fixture_check_put (fixture->check, "a", &confirmed);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (is_on_chosen (fixture, "a", 2));

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_shown (fixture)), 1, TRUE);
  WAIT_UNTIL (is_on_chosen (fixture, "c", 1));

  /* So does one that undo has gone to. */
  galley_claims_pane_set_current_claim (fixture->pane, peek (fixture, "b"));
  WAIT_UNTIL (is_on_chosen (fixture, "b", 2));
  gtk_widget_grab_focus (find (fixture, is_search, NULL));
  galley_claims_pane_set_current_claim (fixture->pane, peek (fixture, "a"));
  WAIT_UNTIL (g_list_model_get_n_items (get_shown (fixture)) == 1);
}

/* In place of what is deleted the next claim is chosen, which has the keyboard then. */
static void
test_goes_on_from_deleted (Fixture *fixture, gconstpointer data)
{
  galley_claims_pane_set_current_claim (fixture->pane, peek (fixture, "b"));
  galley_claims_pane_focus_list (fixture->pane);
  WAIT_UNTIL (is_on_chosen (fixture, "b", 3));

  fixture_check_drop (fixture->check, "b");
  galley_claims_pane_set_current_claim (fixture->pane, NULL);
  WAIT_UNTIL (is_on_chosen (fixture, "c", 2));

  /* Who is elsewhere chooses nothing. */
  gtk_widget_grab_focus (find (fixture, is_search, NULL));
  fixture_check_drop (fixture->check, "c");
  galley_claims_pane_set_current_claim (fixture->pane, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (galley_claims_pane_get_current_claim (fixture->pane));
}

static gboolean
is_in_view (Fixture *fixture)
{
  GtkWidget *list = find (fixture, is_list, NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t place;

      if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
        return gtk_widget_compute_bounds (row, list, &place) && place.size.height > 0 &&
               place.origin.y >= 0 &&
               place.origin.y + place.size.height <= gtk_widget_get_height (list) + 1;
    }

  return FALSE;
}

/* The chosen claim is in view also where the list has been filled just now, as it is when an
 * article is opened. */
static void
test_opens_at_the_chosen_claim (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyCheck) check = fixture_check_new_long (300);
  GalleyClaimList *claims = galley_check_get_claims (check);

  for (guint i = 0; i < 2; i++)
    {
      galley_claims_pane_set_check (fixture->pane, fixture->check);
      gtk_widget_set_visible (GTK_WIDGET (fixture->window), i > 0);
      galley_claims_pane_set_check (fixture->pane, check);
      galley_claims_pane_set_current_claim (fixture->pane,
                                            galley_claim_list_find (claims, "000250"));
      gtk_window_present (fixture->window);
      WAIT_UNTIL (fixture_find (GTK_WIDGET (fixture->pane), is_list, NULL) != NULL &&
                  is_in_view (fixture));
    }
}

/* Where there is nothing to choose the keyboard is not put where no key does anything. */
static void
test_focuses_something (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "a", "b", "c" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    fixture_check_drop (fixture->check, ids[i]);
  galley_claims_pane_focus_list (fixture->pane);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window),
                                         find (fixture, is_search, NULL)));
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (get_shown (fixture));
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) two = NULL;

  gtk_selection_model_select_item (selection, 0, TRUE);
  none = galley_claims_pane_list_selected (fixture->pane);
  g_assert_null (none);
  g_assert_cmpuint (fixture->n_selected, ==, 0);

  gtk_selection_model_select_item (selection, 2, FALSE);
  two = galley_claims_pane_list_selected (fixture->pane);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_true (g_ptr_array_index (two, 1) == peek (fixture, "c"));
  g_assert_true (galley_claims_pane_get_current_claim (fixture->pane) == peek (fixture, "a"));
  g_assert_cmpuint (fixture->n_selected, ==, 1);

  /* What becomes of one of them leaves the selection as it is, and is told. */
  fixture_check_put (fixture->check, "c",
                     &(GalleyClaimFields){ .range = { 27, 33 }, .status = GALLEY_STATUS_PENDING });
  assert_selected (selection, "02");
  g_assert_cmpuint (fixture->n_selected, ==, 2);

  /* The current claim is always one of them. */
  gtk_selection_model_select_all (selection);
  gtk_selection_model_unselect_item (selection, 0);
  g_assert_true (galley_claims_pane_get_current_claim (fixture->pane) == peek (fixture, "b"));

  /* Whoever chooses a claim elsewhere means that one. */
  galley_claims_pane_set_current_claim (fixture->pane, peek (fixture, "c"));
  assert_selected (selection, "2");
  none = galley_claims_pane_list_selected (fixture->pane);
  g_assert_null (none);

  gtk_selection_model_select_all (selection);
  galley_claims_pane_select_one (fixture->pane);
  assert_selected (selection, "2");
}

static gboolean
is_traits_button (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_TRAITS_BUTTON (widget);
}

static void
test_traits (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find (fixture, is_traits_button, NULL);

  fixture_check_put (fixture->check, "b",
                     &(GalleyClaimFields){ .range = { 19, 25 },
                                           .status = GALLEY_STATUS_PENDING,
                                           .priority = GALLEY_PRIORITY_HIGH });
  g_assert_true (gtk_widget_activate_action (button, "traits.high", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (fixture)), ==, 1);
  g_assert_true (gtk_widget_activate_action (button, "traits.starred", NULL));
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->pane), "Nothing Found") != NULL);
  galley_claims_pane_clear_filter (fixture->pane);
  WAIT_UNTIL (fixture_find (GTK_WIDGET (fixture->pane), is_list, NULL) != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (fixture)), ==, 3);
}

static void
test_rows_show_the_record (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = fixture_find_by_label (GTK_WIDGET (fixture->pane), "Monday");
  GtkWidget *holder = gtk_widget_get_parent (gtk_widget_get_ancestor (row, GALLEY_TYPE_CLAIM_ROW));

  fixture_check_put (fixture->check, "b",
                     &(GalleyClaimFields){ .range = { 19, 25 },
                                           .status = GALLEY_STATUS_DISPUTED,
                                           .reason = "misquoted",
                                           .assignee = "Ben Okafor",
                                           .priority = GALLEY_PRIORITY_HIGH,
                                           .is_starred = TRUE });
  gtk_test_accessible_assert_property (holder, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Disputed, high priority, legal star: Monday");
  g_assert_nonnull (fixture_find_by_label (holder, "Misquoted · Ben Okafor"));
}

static void
test_rows_follow_their_claims (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = fixture_find_by_label (GTK_WIDGET (fixture->pane), "Monday");
  GtkWidget *holder = gtk_widget_get_ancestor (row, GALLEY_TYPE_CLAIM_ROW);

  g_assert_nonnull (holder);
  holder = gtk_widget_get_parent (holder);
  gtk_test_accessible_assert_property (holder, GTK_ACCESSIBLE_PROPERTY_LABEL, "Pending: Monday");

  fixture_check_put (fixture->check, "b",
                     &(GalleyClaimFields){ .range = { 19, 25 },
                                           .status = GALLEY_STATUS_DISPUTED,
                                           .reason = "It was Tuesday",
                                           .correction = "Tuesday" });
  gtk_test_accessible_assert_property (holder, GTK_ACCESSIBLE_PROPERTY_LABEL, "Disputed: Monday");
  g_assert_nonnull (fixture_find_by_label (holder, "It was Tuesday · With correction"));
}

static void
test_says_what_to_do (Fixture *fixture, gconstpointer data)
{
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;

  fixture_draft_init (&draft, "Ships left port.");
  check = fixture_draft_finish (&draft);
  galley_claims_pane_set_check (fixture->pane, check);
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->pane), "No Claims Yet") != NULL);
  galley_claims_pane_set_check (fixture->pane, NULL);
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->pane), "No Claims Yet") == NULL);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/claims-pane/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("counts", test_counts);
  ADD ("filters", test_filters);
  ADD ("from-the-search-to-a-claim", test_from_the_search_to_a_claim);
  ADD ("from-the-search-to-a-sentence", test_from_the_search_to_a_sentence);
  ADD ("unmarked", test_unmarked);
  ADD ("current-claim-both-ways", test_current_claim_both_ways);
  ADD ("keeps-what-is-judged", test_keeps_what_is_judged);
  ADD ("goes-on-from-deleted", test_goes_on_from_deleted);
  ADD ("opens-at-the-chosen-claim", test_opens_at_the_chosen_claim);
  ADD ("focuses-something", test_focuses_something);
  ADD ("several", test_several);
  ADD ("traits", test_traits);
  ADD ("rows-show-the-record", test_rows_show_the_record);
  ADD ("rows-follow-their-claims", test_rows_follow_their_claims);
  ADD ("says-what-to-do", test_says_what_to_do);
#undef ADD

  return g_test_run ();
}
