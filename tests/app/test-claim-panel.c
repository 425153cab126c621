/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture-check.h"
#include "fixture.h"

#include "galley-body.h"
#include "galley-claim-page.h"
#include "galley-claim-field.h"
#include "galley-claim-panel.h"
#include "galley-evidence-form.h"

typedef struct
{
  GtkWindow *window;
  GalleyClaimPanel *panel;
  GalleyCheck *check;
  GPtrArray *actions; /* (element-type GalleyAction), what the panel wanted to be done */
} Fixture;

static void
perform_cb (Fixture *fixture, GalleyAction *action)
{
  g_ptr_array_add (fixture->actions, galley_action_ref (action));
}

static GalleyClaim *
peek (Fixture *fixture, const char *id)
{
  return galley_claim_list_find (galley_check_get_claims (fixture->check), id);
}

static GalleyCheck *
load (void)
{
  FixtureDraft draft;

  fixture_draft_init (&draft, "Ships left port on Monday. Nobody knows why.");
  fixture_draft_claim (&draft, "a", "Ships left port on Monday.", GALLEY_STATUS_PENDING);
  fixture_draft_claim (&draft, "b", "Nobody", GALLEY_STATUS_DISPUTED);

  return fixture_draft_finish (&draft);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->check = load ();
  fixture->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_action_unref);

  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->panel = g_object_new (GALLEY_TYPE_CLAIM_PANEL, NULL);
  gtk_window_set_default_size (fixture->window, 400, 800);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->panel));
  g_signal_connect_swapped (fixture->panel, "perform", G_CALLBACK (perform_cb), fixture);
  galley_claim_panel_set_check (fixture->panel, fixture->check);
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "a"));
  gtk_window_present (fixture->window);
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->panel)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window, panel = fixture->panel;

  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (panel, &panel);
  gtk_window_destroy (fixture->window);
  WAIT_UNTIL (window == NULL && panel == NULL);
  g_assert_finalize_object (fixture->check);
  g_ptr_array_unref (fixture->actions);
}

static gboolean
is_field (GtkWidget *widget, gconstpointer title)
{
  g_autofree char *found = NULL;

  if (!GALLEY_IS_CLAIM_FIELD (widget))
    return FALSE;
  g_object_get (widget, "title", &found, NULL);
  return g_strcmp0 (found, title) == 0;
}

static gboolean
is_record (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_CLAIM_RECORD (widget);
}

/* Of the one claim: fields for several have the same titles. */
static GalleyClaimField *
find_field (Fixture *fixture, const char *title)
{
  GtkWidget *record = fixture_find (GTK_WIDGET (fixture->panel), is_record, NULL);

  return GALLEY_CLAIM_FIELD (fixture_find (record, is_field, title));
}

static GtkTextView *
find_view (GalleyClaimField *field)
{
  return GTK_TEXT_VIEW (fixture_find (GTK_WIDGET (field), fixture_is_text_view, NULL));
}

static void
type (Fixture *fixture, const char *title, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (find_view (find_field (fixture, title)));

  gtk_text_buffer_set_text (buffer, text, -1);
}

static void
assert_text (Fixture *fixture, const char *title, const char *expected)
{
  g_autofree char *text = galley_claim_field_get_text (find_field (fixture, title));

  g_assert_cmpstr (text, ==, expected);
}

/* The only change of the latest action, of which there must be @n_actions by now. */
static GalleyChange *
get_change (Fixture *fixture, guint n_actions)
{
  GalleyAction *action;

  g_assert_cmpuint (fixture->actions->len, ==, n_actions);
  action = g_ptr_array_index (fixture->actions, n_actions - 1);
  g_assert_cmpuint (action->changes->len, ==, 1);

  return g_ptr_array_index (action->changes, 0);
}

static void
assert_change (Fixture *fixture,
               guint n_actions,
               const char *kind,
               const char *name,
               const char *value)
{
  GalleyChange *change = get_change (fixture, n_actions);
  g_autofree char *found = galley_body_find_text (change->body, name);

  g_assert_cmpstr (change->kind, ==, kind);
  g_assert_cmpstr (found, ==, value);
}

static void
test_commits_what_was_typed (Fixture *fixture, gconstpointer data)
{
  type (fixture, "Note", "  Asked the harbour master.\n");
  g_assert_cmpuint (fixture->actions->len, ==, 0);
  galley_claim_panel_flush (fixture->panel);
  assert_change (fixture, 1, "claim.note", "note", "Asked the harbour master.");

  /* Not twice, and nothing for what was not touched. */
  galley_claim_panel_flush (fixture->panel);
  g_assert_cmpuint (fixture->actions->len, ==, 1);

  type (fixture, "Correction", "on Tuesday");
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "b"));
  assert_change (fixture, 2, "claim.correction", "correction", "on Tuesday");
  g_assert_cmpstr (get_change (fixture, 2)->subject_id, ==, "a");
  assert_text (fixture, "Correction", "");
}

static void
test_commits_on_leaving (Fixture *fixture, gconstpointer data)
{
  GalleyClaimField *field = find_field (fixture, "Note");
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (find_view (field)));

  /* Without a window manager nothing has the focus: the controllers' own signals tell. */
  type (fixture, "Note", "Left");
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_FOCUS (controller))
        g_signal_emit_by_name (controller, "leave");
    }
  assert_change (fixture, 1, "claim.note", "note", "Left");
}

static void
test_commits_on_enter (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title;
    GdkModifierType state;
    gboolean is_commit;
  } presses[] = {
    { "Note", 0, FALSE },
    { "Note", GDK_CONTROL_MASK, TRUE },
    { "Reason", 0, TRUE },
  };

  for (guint k = 0; k < G_N_ELEMENTS (presses); k++)
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (
          GTK_WIDGET (find_view (find_field (fixture, presses[k].title))));
      guint n_before = fixture->actions->len;
      gboolean is_taken = FALSE;

      type (fixture, presses[k].title, "text");
      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
              gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
            g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Return, 36, presses[k].state,
                                   &is_taken);
        }
      g_assert_cmpint (is_taken, ==, presses[k].is_commit);
      g_assert_cmpuint (fixture->actions->len, ==, n_before + presses[k].is_commit);
    }
}

static void
test_never_overwrites_typing (Fixture *fixture, gconstpointer data)
{
  GalleyClaimFields fields = { .range = { 0, 26 },
                               .status = GALLEY_STATUS_PENDING,
                               .correction = "from outside",
                               .reason = "from outside" };

  type (fixture, "Correction", "half a sen");
  fixture_check_put (fixture->check, "a", &fields);
  assert_text (fixture, "Correction", "half a sen");
  assert_text (fixture, "Reason", "from outside");
  g_assert_true (galley_claim_panel_has_unsaved (fixture->panel));

  type (fixture, "Correction", "from outside");
  g_assert_false (galley_claim_panel_has_unsaved (fixture->panel));
  galley_claim_panel_flush (fixture->panel);
  g_assert_cmpuint (fixture->actions->len, ==, 0);
}

static void
test_keeps_what_was_not_saved (Fixture *fixture, gconstpointer data)
{
  GalleyClaimFields fields = { .range = { 0, 26 },
                               .status = GALLEY_STATUS_PENDING,
                               .note = "precious" };
  GalleyAction *action;

  type (fixture, "Note", "precious");
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "b"));
  action = g_ptr_array_index (fixture->actions, 0);
  galley_claim_panel_set_failed (fixture->panel, action, TRUE);
  assert_text (fixture, "Note", "");
  g_assert_true (galley_claim_panel_has_unsaved (fixture->panel));

  /* It is there again with its claim, marked, and leaving tries again. */
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "a"));
  assert_text (fixture, "Note", "precious");
  g_assert_nonnull (
      fixture_find_by_label (GTK_WIDGET (find_field (fixture, "Note")),
                             "Not saved. The text is kept here; leave the field to try again."));
  galley_claim_panel_flush (fixture->panel);
  assert_change (fixture, 2, "claim.note", "note", "precious");
  galley_claim_panel_set_failed (fixture->panel, action, TRUE);
  galley_claim_panel_flush (fixture->panel);
  assert_change (fixture, 3, "claim.note", "note", "precious");

  fixture_check_put (fixture->check, "a", &fields);
  galley_claim_panel_set_failed (fixture->panel, action, FALSE);
  g_assert_false (galley_claim_panel_has_unsaved (fixture->panel));
}

static gboolean
has_target (GtkWidget *widget, gconstpointer nick)
{
  GVariant *target = GTK_IS_TOGGLE_BUTTON (widget)
                         ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget))
                         : NULL;

  return target != NULL && g_strcmp0 (g_variant_get_string (target, NULL), nick) == 0;
}

static GtkToggleButton *
find_status (Fixture *fixture, const char *nick)
{
  return GTK_TOGGLE_BUTTON (fixture_find (GTK_WIDGET (fixture->panel), has_target, nick));
}

static void
test_status (Fixture *fixture, gconstpointer data)
{
  GalleyClaimFields fields = { .range = { 0, 26 }, .status = GALLEY_STATUS_DISPUTED };

  g_assert_true (gtk_toggle_button_get_active (find_status (fixture, "pending")));
  type (fixture, "Reason", "It was Tuesday");
  g_signal_emit_by_name (find_status (fixture, "disputed"), "clicked");
  assert_change (fixture, 1, "claim.status", "status", "disputed");
  assert_change (fixture, 1, "claim.status", "reason", "It was Tuesday");

  /* Shown only once it is so. */
  g_assert_false (gtk_toggle_button_get_active (find_status (fixture, "disputed")));
  fields.reason = "It was Tuesday";
  fixture_check_put (fixture->check, "a", &fields);
  g_assert_true (gtk_toggle_button_get_active (find_status (fixture, "disputed")));
  g_assert_false (gtk_toggle_button_get_active (find_status (fixture, "pending")));

  /* The reason of an objection is none for a confirmation. */
  g_signal_emit_by_name (find_status (fixture, "confirmed"), "clicked");
  assert_change (fixture, 2, "claim.status", "reason", NULL);
  galley_claim_panel_set_failed (fixture->panel, g_ptr_array_index (fixture->actions, 1), TRUE);
  assert_text (fixture, "Reason", "It was Tuesday");
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "b"));
  galley_claim_panel_set_claim (fixture->panel, peek (fixture, "a"));
  assert_text (fixture, "Reason", "It was Tuesday");
  g_assert_true (gtk_toggle_button_get_active (find_status (fixture, "disputed")));
  g_signal_emit_by_name (find_status (fixture, "disputed"), "clicked");
  g_assert_cmpuint (fixture->actions->len, ==, 2);
}

static gboolean
is_check_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_CHECK_BUTTON (widget);
}

static void
test_strike_is_not_none (Fixture *fixture, gconstpointer data)
{
  GalleyClaimFields fields = { .range = { 0, 26 }, .status = GALLEY_STATUS_PENDING };
  GtkWidget *button = fixture_find (GTK_WIDGET (fixture->panel), is_check_button, NULL);

  g_assert_true (gtk_widget_activate_action (button, "record.strike", NULL));
  assert_change (fixture, 1, "claim.correction", "correction", "");
  fields.correction = "";
  fixture_check_put (fixture->check, "a", &fields);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_field (fixture, "Correction"))));

  g_assert_true (gtk_widget_activate_action (button, "record.strike", NULL));
  assert_change (fixture, 2, "claim.correction", "correction", NULL);
}

static gboolean
is_form (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_EVIDENCE_FORM (widget);
}

static gboolean
is_entry (GtkWidget *widget, gconstpointer placeholder)
{
  return GTK_IS_ENTRY (widget) &&
         g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), placeholder) == 0;
}

static void
fill (GtkWidget *form, const char *placeholder, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (form, is_entry, placeholder)), text);
}

static guint
count_removable (GtkWidget *widget)
{
  guint n =
      GTK_IS_ACTIONABLE (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "evidence.remove") == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_removable (child);

  return n;
}

/* Of many sources the latest are shown, and those that speak against the claim. */
static void
test_many_sources (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) evidence =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);
  GalleyClaimFields fields = { .range = { 0, 26 }, .evidence = evidence };
  GtkWidget *others;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("Source %u", i);
      GalleySourceFields source_fields = { .texts = { [GALLEY_SOURCE_TITLE] = name } };
      GalleyEvidenceFields use = { .stance = i == 1 ? GALLEY_STANCE_CONTRADICTS : 0 };
      g_autoptr (GalleySource) source = galley_source_new (name, &source_fields);

      g_ptr_array_add (evidence, galley_evidence_new (name, source, &use));
    }
  fixture_check_put (fixture->check, "a", &fields);
  g_assert_cmpuint (count_removable (GTK_WIDGET (fixture->panel)), ==, 7);
  g_assert_nonnull (fixture_find_by_label (GTK_WIDGET (fixture->panel), "Source 1"));
  g_assert_null (fixture_find_by_label (GTK_WIDGET (fixture->panel), "Source 3"));
  g_assert_nonnull (fixture_find_by_label (GTK_WIDGET (fixture->panel), "Source 4"));

  others = fixture_find_by_label (GTK_WIDGET (fixture->panel), "Show 3 Earlier Sources");
  g_assert_nonnull (others);
  g_signal_emit_by_name (gtk_widget_get_ancestor (others, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpuint (count_removable (GTK_WIDGET (fixture->panel)), ==, 10);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_ancestor (others, GTK_TYPE_BUTTON)));
}

static void
test_sources (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = fixture_find (GTK_WIDGET (fixture->panel), is_form, NULL);
  g_autoptr (GPtrArray) evidence =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);
  GalleySourceFields source_fields = { .texts = { [GALLEY_SOURCE_TITLE] = "Port log",
                                                  [GALLEY_SOURCE_ADDRESS] =
                                                      "https://example.org/" } };
  g_autoptr (GalleySource) source = galley_source_new ("s", &source_fields);
  GalleyEvidenceFields evidence_fields = { .locator = "page 4" };
  GalleyClaimFields fields = { .range = { 0, 26 }, .evidence = evidence };
  GalleyAction *action;
  GalleyChange *change;
  GtkWidget *entry;

  galley_evidence_form_start (GALLEY_EVIDENCE_FORM (form), /* claim= */ NULL);
  fill (form, "What it is: a document, a person, an agency", "Port log");
  fill (form, "Year-month-day hour:minute", "yesterday");
  entry = fixture_find (form, is_entry, "Page, paragraph or time code");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (fixture->actions->len, ==, 0);
  fill (form, "Year-month-day hour:minute", "2025-09-03 14:05");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (fixture->actions->len, ==, 1);
  action = g_ptr_array_index (fixture->actions, 0);
  g_assert_cmpstr (action->verb, ==, "add-evidence");
  change = g_ptr_array_index (action->changes, action->changes->len - 1);

  /* What is filled in goes only when it is safe. */
  g_assert_false (galley_evidence_form_is_empty (GALLEY_EVIDENCE_FORM (form)));
  galley_claim_panel_set_failed (fixture->panel, action, TRUE);
  g_assert_false (galley_evidence_form_is_empty (GALLEY_EVIDENCE_FORM (form)));
  g_signal_emit_by_name (entry, "activate");
  action = g_ptr_array_index (fixture->actions, 1);
  change = g_ptr_array_index (action->changes, action->changes->len - 1);
  g_ptr_array_add (evidence, galley_evidence_new (change->subject_id, source, &evidence_fields));
  fixture_check_put (fixture->check, "a", &fields);
  g_assert_true (galley_evidence_form_is_empty (GALLEY_EVIDENCE_FORM (form)));
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->panel), "Port log") != NULL);
  g_assert_nonnull (fixture_find_by_label (GTK_WIDGET (fixture->panel), "page 4"));

  g_signal_emit_by_name (fixture_find_by_action (GTK_WIDGET (fixture->panel), "evidence.remove"),
                         "clicked");
  g_assert_cmpstr (get_change (fixture, 3)->kind, ==, "evidence.remove");
  g_assert_cmpstr (get_change (fixture, 3)->subject_id, ==, change->subject_id);
}

static void
test_says_what_to_do (Fixture *fixture, gconstpointer data)
{
  galley_claim_panel_set_claim (fixture->panel, NULL);
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->panel), "No Claim Chosen") != NULL);
  galley_claim_panel_flush (fixture->panel);
  g_assert_cmpuint (fixture->actions->len, ==, 0);
}

static void
test_names_for_a_screen_reader (Fixture *fixture, gconstpointer data)
{
  static const char *titles[] = { "Reason", "Correction", "Note" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    gtk_test_accessible_assert_property (find_view (find_field (fixture, titles[i])),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL, titles[i]);
  gtk_test_accessible_assert_property (find_status (fixture, "disputed"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Disputed");
  /* Without the mark of the key. */
  gtk_test_accessible_assert_property (
      fixture_find (GTK_WIDGET (fixture->panel), is_check_button, NULL),
      GTK_ACCESSIBLE_PROPERTY_LABEL, "Strike these words");
}

static gboolean
is_page (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_CLAIM_PAGE (widget);
}

/* The next panel's first claim waits for the frame, as where the program starts. */
static GalleyClaimPanel *
make_patient (Fixture *fixture)
{
  GalleyClaimPanel *panel = g_object_new (GALLEY_TYPE_CLAIM_PANEL, NULL);

  gtk_window_set_child (fixture->window, GTK_WIDGET (panel));
  galley_claim_panel_set_patient (panel, TRUE);
  galley_claim_panel_set_check (panel, fixture->check);
  galley_claim_panel_set_claim (panel, peek (fixture, "b"));
  g_assert_null (fixture_find (GTK_WIDGET (panel), is_page, NULL));
  fixture->panel = panel;

  return panel;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* All parts of the page hear of it, also those that are bound to it. */
static void
test_loaded_again (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = fixture_find (GTK_WIDGET (fixture->panel), is_page, NULL);
  GalleyClaim *claim;
  guint n_notes = 0;

  g_signal_connect_swapped (page, "notify::claim", G_CALLBACK (count_cb), &n_notes);
  g_object_unref (fixture->check);
  fixture->check = load ();
  galley_claim_panel_set_check (fixture->panel, fixture->check);
  g_assert_true (galley_claim_panel_get_claim (fixture->panel) == peek (fixture, "a"));
  g_object_get (page, "claim", &claim, NULL);
  g_assert_true (claim == peek (fixture, "a"));
  g_assert_cmpuint (n_notes, ==, 1);
  g_object_unref (claim);
}

static void
test_waits_for_the_frame (Fixture *fixture, gconstpointer data)
{
  GalleyClaimPanel *panel = make_patient (fixture);

  WAIT_UNTIL (fixture_find (GTK_WIDGET (panel), is_page, NULL) != NULL);
  g_assert_nonnull (fixture_find_by_label (GTK_WIDGET (panel), "Nobody"));
}

static void
test_keyboard_waits_for_nothing (Fixture *fixture, gconstpointer data)
{
  GalleyClaimPanel *panel = make_patient (fixture);

  galley_claim_panel_edit (panel, GALLEY_RECORD_REASON);
  g_assert_nonnull (fixture_find_by_label (GTK_WIDGET (panel), "Nobody"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window),
                                         GTK_WIDGET (find_field (fixture, "Reason"))));

  panel = make_patient (fixture);
  gtk_widget_child_focus (GTK_WIDGET (panel), GTK_DIR_TAB_FORWARD);
  g_assert_nonnull (fixture_find_by_label (GTK_WIDGET (panel), "Nobody"));
}

/* What is chosen and given up before the frame leaves nothing behind. */
static void
test_gives_up_waiting (Fixture *fixture, gconstpointer data)
{
  GalleyClaimPanel *panel = make_patient (fixture);

  galley_claim_panel_set_claim (panel, NULL);
  galley_claim_panel_set_claim (panel, peek (fixture, "a"));
  galley_claim_panel_set_frozen (panel, TRUE);
  WAIT_UNTIL (fixture_find (GTK_WIDGET (panel), is_page, NULL) != NULL);
  g_assert_nonnull (fixture_find_by_label (GTK_WIDGET (panel), "Ships left port on Monday."));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (find_status (fixture, "disputed"))));
  make_patient (fixture);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/claim-panel/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("commits-what-was-typed", test_commits_what_was_typed);
  ADD ("commits-on-leaving", test_commits_on_leaving);
  ADD ("commits-on-enter", test_commits_on_enter);
  ADD ("never-overwrites-typing", test_never_overwrites_typing);
  ADD ("keeps-what-was-not-saved", test_keeps_what_was_not_saved);
  ADD ("status", test_status);
  ADD ("strike-is-not-none", test_strike_is_not_none);
  ADD ("sources", test_sources);
  ADD ("many-sources", test_many_sources);
  ADD ("says-what-to-do", test_says_what_to_do);
  ADD ("names-for-a-screen-reader", test_names_for_a_screen_reader);
  ADD ("loaded-again", test_loaded_again);
  ADD ("waits-for-the-frame", test_waits_for_the_frame);
  ADD ("keyboard-waits-for-nothing", test_keyboard_waits_for_nothing);
  ADD ("gives-up-waiting", test_gives_up_waiting);
#undef ADD

  return g_test_run ();
}
