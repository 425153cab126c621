/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture-check.h"
#include "window-fixture.h"

#include "galley-body.h"
#include "galley-claim-field.h"
#include "galley-evidence-form.h"
#include "galley-form-dialog.h"

/* What is typed for one claim stays with it, whichever is chosen next. */

#define TITLE "What it is: a document, a person, an agency"
#define LOCATOR "Page, paragraph or time code"
#define GO_ON "Go On with the Unfinished Source"

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

static void
choose (Fixture *fixture, const char *id)
{
  galley_claim_panel_set_claim (
      fixture->panel, galley_claim_list_find (galley_check_get_claims (fixture->check), id));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  FixtureDraft draft;

  fixture_draft_init (&draft, "Ships left port on Monday. Nobody knows why.");
  fixture_draft_claim (&draft, "a", "Ships left port on Monday.", GALLEY_STATUS_DISPUTED);
  fixture_draft_claim (&draft, "b", "Nobody", GALLEY_STATUS_DISPUTED);
  fixture->check = fixture_draft_finish (&draft);
  fixture->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_action_unref);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->panel = g_object_new (GALLEY_TYPE_CLAIM_PANEL, NULL);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->panel));
  g_signal_connect_swapped (fixture->panel, "perform", G_CALLBACK (perform_cb), fixture);
  galley_claim_panel_set_check (fixture->panel, fixture->check);
  choose (fixture, "a");
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
is_a (GtkWidget *widget, gconstpointer type_name)
{
  return g_strcmp0 (G_OBJECT_TYPE_NAME (widget), type_name) == 0;
}

static gboolean
is_entry (GtkWidget *widget, gconstpointer placeholder)
{
  return GTK_IS_ENTRY (widget) &&
         g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), placeholder) == 0;
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

static GtkEditable *
find_entry (Fixture *fixture, const char *placeholder)
{
  return GTK_EDITABLE (fixture_find (GTK_WIDGET (fixture->panel), is_entry, placeholder));
}

static void
assert_entry (Fixture *fixture, const char *placeholder, const char *expected)
{
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture, placeholder)), ==, expected);
}

/* Not one of those for several claims. */
static GalleyClaimField *
find_field (Fixture *fixture, const char *title)
{
  GtkWidget *panel = GTK_WIDGET (fixture->panel);
  GtkWidget *field =
      fixture_find (fixture_find (panel, is_a, "GalleyClaimRecord"), is_field, title);

  return GALLEY_CLAIM_FIELD (field != NULL ? field : fixture_find (panel, is_field, title));
}

static void
assert_field (Fixture *fixture, const char *title, const char *expected)
{
  g_autofree char *text = galley_claim_field_get_text (find_field (fixture, title));

  g_assert_cmpstr (text, ==, expected);
}

static void
write_words (GtkWidget *parent, const char *words)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture_find (parent, is_a, "GtkTextView"));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), words, -1);
}

/* What the latest action does last; there have to be @n_actions by now. */
static GalleyChange *
get_change (Fixture *fixture, guint n_actions)
{
  GalleyAction *action;

  g_assert_cmpuint (fixture->actions->len, ==, n_actions);
  action = g_ptr_array_index (fixture->actions, n_actions - 1);

  return g_ptr_array_index (action->changes, action->changes->len - 1);
}

static void
settle (Fixture *fixture, guint n_actions, gboolean is_failed)
{
  galley_claim_panel_set_failed (fixture->panel,
                                 g_ptr_array_index (fixture->actions, n_actions - 1), is_failed);
}

static gboolean
is_offered (Fixture *fixture)
{
  GtkWidget *label = fixture_find_by_label (GTK_WIDGET (fixture->panel), GO_ON);

  return label != NULL;
}

static void
test_source (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_offered (fixture));
  gtk_editable_set_text (find_entry (fixture, TITLE), "Port log");
  gtk_editable_set_text (find_entry (fixture, LOCATOR), "page 4");
  choose (fixture, "b");
  assert_entry (fixture, TITLE, "");
  assert_entry (fixture, LOCATOR, "");
  g_assert_false (is_offered (fixture));
  g_assert_cmpuint (galley_claim_panel_count_unfinished (fixture->panel), ==, 1);

  gtk_editable_set_text (find_entry (fixture, TITLE), "Town crier");
  choose (fixture, "a");
  assert_entry (fixture, TITLE, "Port log");
  assert_entry (fixture, LOCATOR, "page 4");
  g_assert_true (is_offered (fixture));
  g_assert_cmpuint (galley_claim_panel_count_unfinished (fixture->panel), ==, 2);

  /* Without a claim, and with another one after that. */
  galley_claim_panel_set_claim (fixture->panel, NULL);
  choose (fixture, "b");
  assert_entry (fixture, TITLE, "Town crier");
  assert_entry (fixture, LOCATOR, "");
  g_assert_true (galley_claim_panel_has_unsaved (fixture->panel));
  gtk_editable_set_text (find_entry (fixture, TITLE), "");
  g_assert_cmpuint (galley_claim_panel_count_unfinished (fixture->panel), ==, 1);
  g_assert_cmpuint (fixture->actions->len, ==, 0);
}

static void
submit (Fixture *fixture)
{
  GtkWidget *form = fixture_find (GTK_WIDGET (fixture->panel), is_a, "GalleyEvidenceForm");

  galley_evidence_form_start (GALLEY_EVIDENCE_FORM (form), /* claim= */ NULL);
  g_signal_emit_by_name (find_entry (fixture, LOCATOR), "activate");
}

static char *
dup_claim_id (Fixture *fixture, guint n_actions)
{
  return galley_body_find_text (get_change (fixture, n_actions)->body, "claim");
}

static void
test_sent_source (Fixture *fixture, gconstpointer data)
{
  g_autofree char *claim_id = NULL;

  gtk_editable_set_text (find_entry (fixture, TITLE), "Port log");
  submit (fixture);
  claim_id = dup_claim_id (fixture, 1);
  g_assert_cmpstr (claim_id, ==, "a");

  /* It could not be saved, and is there again where it belongs. */
  choose (fixture, "b");
  settle (fixture, 1, TRUE);
  assert_entry (fixture, TITLE, "");
  choose (fixture, "a");
  assert_entry (fixture, TITLE, "Port log");

  /* Once it is there, nothing is left of it; what was typed since stays. */
  choose (fixture, "b");
  settle (fixture, 1, FALSE);
  choose (fixture, "a");
  assert_entry (fixture, TITLE, "");
  gtk_editable_set_text (find_entry (fixture, TITLE), "Port log");
  submit (fixture);
  gtk_editable_set_text (find_entry (fixture, TITLE), "Harbour master");
  settle (fixture, 2, FALSE);
  assert_entry (fixture, TITLE, "Harbour master");
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Reason",     "Correction", "Note",
                                        "Category",   "Speaker",    "Claim in One Sentence",
                                        "Assigned To" };

  gtk_expander_set_expanded (GTK_EXPANDER (fixture_find (fixture_find (GTK_WIDGET (fixture->panel),
                                                                       is_a, "GalleyClaimRecord"),
                                                         is_a, "GtkExpander")),
                             TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *field = GTK_WIDGET (find_field (fixture, titles[i]));

      g_test_message ("%s", titles[i]);
      write_words (field, "precious");
      choose (fixture, "b");
      assert_field (fixture, titles[i], "");
      g_assert_cmpstr (get_change (fixture, i + 1)->subject_id, ==, "a");
      settle (fixture, i + 1, TRUE);
      assert_field (fixture, titles[i], "");
      choose (fixture, "a");
      assert_field (fixture, titles[i], "precious");
      settle (fixture, i + 1, FALSE);
      choose (fixture, "b");
      g_ptr_array_set_size (fixture->actions, i + 1);
      choose (fixture, "a");
    }
}

/* It fails when its claim was left and is shown again already. */
static void
test_late_failure (Fixture *fixture, gconstpointer data)
{
  write_words (GTK_WIDGET (find_field (fixture, "Note")), "precious");
  choose (fixture, "b");
  choose (fixture, "a");
  settle (fixture, 1, TRUE);
  assert_field (fixture, "Note", "precious");
  settle (fixture, 1, FALSE);
  choose (fixture, "b");
  choose (fixture, "a");
  g_ptr_array_set_size (fixture->actions, 0);

  write_words (GTK_WIDGET (find_field (fixture, "Add to the Discussion")), "said");
  choose (fixture, "b");
  assert_field (fixture, "Add to the Discussion", "");
  choose (fixture, "a");
  settle (fixture, 1, TRUE);
  assert_field (fixture, "Add to the Discussion", "said");
}

static GalleyClaim *
get_claim (WindowFixture *fixture, guint index)
{
  return galley_claim_list_peek (galley_check_get_claims (fixture->window->check), index);
}

static void
mark_claims (WindowFixture *fixture)
{
  window_fixture_import_and_open (fixture);
  for (guint i = 0; i < 2; i++)
    {
      galley_article_view_set_caret (fixture->window->article_view, 22 + i * 30);
      window_fixture_act (fixture, "mark");
      WAIT_UNTIL (window_fixture_count_claims (fixture) == i + 1);
    }
  galley_article_view_set_current_claim (fixture->window->article_view, get_claim (fixture, 0));
  WAIT_UNTIL (window_fixture_is_enabled (fixture, "add-query"));
}

static GtkWidget *
find_question (GtkWidget *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) &&
          gtk_window_get_transient_for (window) == GTK_WINDOW (parent) &&
          gtk_widget_get_mapped (GTK_WIDGET (window)))
        return GTK_WIDGET (window);
    }

  return NULL;
}

static void
test_query (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *question;
  GalleyClaim *claim;

  mark_claims (fixture);
  claim = get_claim (fixture, 0);
  window_fixture_act (fixture, "add-query");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  write_words (dialog, "Who measured that?");

  /* Nothing that was typed goes without a word. */
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL ((question = find_question (dialog)) != NULL);
  window_fixture_press (question, "Keep Editing");
  WAIT_UNTIL (find_question (dialog) == NULL);
  g_assert_true (gtk_widget_get_visible (dialog));

  galley_article_view_set_current_claim (fixture->window->article_view, get_claim (fixture, 1));
  g_assert_true (galley_claim_panel_get_claim (fixture->window->claim_panel) != claim);
  galley_form_dialog_save (GALLEY_FORM_DIALOG (dialog));
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
  WAIT_UNTIL (galley_claim_get_queries (claim) != NULL);
  g_assert_null (galley_claim_get_queries (get_claim (fixture, 1)));
}

static void
test_query_given_up (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *question;

  mark_claims (fixture);
  window_fixture_act (fixture, "add-query");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);

  window_fixture_act (fixture, "add-query");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  write_words (dialog, "Who measured that?");
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL ((question = find_question (dialog)) != NULL);
  window_fixture_press (question, "Discard");
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
  g_assert_null (galley_claim_get_queries (get_claim (fixture, 0)));
}

static void
test_closing (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *panel, *question;

  mark_claims (fixture);
  panel = GTK_WIDGET (fixture->window->claim_panel);
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (panel, is_entry, TITLE)), "Weather service");
  galley_article_view_set_current_claim (fixture->window->article_view, get_claim (fixture, 1));
  gtk_window_close (GTK_WINDOW (fixture->window));
  WAIT_UNTIL ((question = find_question (GTK_WIDGET (fixture->window))) != NULL);
  window_fixture_press (question, "Cancel");
  WAIT_UNTIL (find_question (GTK_WIDGET (fixture->window)) == NULL);

  gtk_window_close (GTK_WINDOW (fixture->window));
  WAIT_UNTIL ((question = find_question (GTK_WIDGET (fixture->window))) != NULL);
  window_fixture_press (question, "Close and Discard");
  WAIT_UNTIL (fixture->window == NULL);
  window_fixture_open (fixture);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/unsaved/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("source", test_source);
  ADD ("sent-source", test_sent_source);
  ADD ("fields", test_fields);
  ADD ("late-failure", test_late_failure);
#undef ADD
#define ADD(name, func)                                                                            \
  g_test_add ("/unsaved/" name, WindowFixture, NULL, window_fixture_set_up, func,                  \
              window_fixture_tear_down)
  ADD ("query", test_query);
  ADD ("query-given-up", test_query_given_up);
  ADD ("closing", test_closing);
#undef ADD

  return g_test_run ();
}
