/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-claim-field.h"
#include "galley-reading-verbs.h"
#include "galley-sign-off-dialog.h"
#include "galley-gate.h"
#include "galley-sign-off-verbs.h"
#include "galley-verbs.h"

/* Signing the open article, what can't be done to it then, and reopening it. */

#define WHY " The desk is closed."

static gboolean
is_a (GtkWidget *widget, gconstpointer type_name)
{
  return g_strcmp0 (G_OBJECT_TYPE_NAME (widget), type_name) == 0;
}

static GalleyClaim *
mark_first (WindowFixture *fixture)
{
  window_fixture_import_and_open (fixture);
  galley_article_view_set_caret (fixture->window->article_view, 0);
  window_fixture_act (fixture, "confirm");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  return galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0);
}

static GtkWidget *
open_dialog (WindowFixture *fixture)
{
  GtkWidget *dialog;

  window_fixture_act (fixture, "sign-off");
  dialog = GTK_WIDGET (fixture->window->sign_off);
  g_assert_nonnull (dialog);
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (
                  GTK_LIST_VIEW (fixture_find (dialog, is_a, "GtkListView"))))) > 0);
  return dialog;
}

static GtkTextBuffer *
get_exception (GtkWidget *dialog)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find (dialog, is_a, "GtkTextView")));
}

static gboolean
signs (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "_Sign Off") == 0;
}

static GtkWidget *
get_sign_button (GtkWidget *dialog)
{
  return fixture_find (dialog, signs, /* data= */ NULL);
}

/* What somebody types at once is what they have to say, and no press on a button. */
static void
test_typing_at_once (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;

  mark_first (fixture);
  dialog = open_dialog (fixture);
  buffer = get_exception (dialog);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) ==
                 fixture_find (dialog, is_a, "GtkTextView"));
  gtk_text_buffer_insert_at_cursor (buffer, WHY, -1);
  g_object_get (buffer, "text", &text, NULL);
  g_assert_true (g_str_has_suffix (text, ". " WHY));
  gtk_window_close (GTK_WINDOW (dialog));
}

/* Types a reason behind what was counted, and signs. */
static void
sign (WindowFixture *fixture)
{
  GtkWidget *dialog = open_dialog (fixture);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (get_exception (dialog), &end);
  gtk_text_buffer_insert (get_exception (dialog), &end, WHY, -1);
  g_signal_emit_by_name (get_sign_button (dialog), "clicked");
  WAIT_UNTIL (fixture->window->sign_off == NULL);
  WAIT_UNTIL (gtk_revealer_get_reveal_child (fixture->window->sign_off_revealer));
}

static void
reopen (WindowFixture *fixture)
{
  GtkWidget *dialog;

  window_fixture_act (fixture, "reopen");
  dialog = window_fixture_find_dialog (fixture);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, is_a, "GtkEntry")), "New facts");
  window_fixture_press (dialog, "Reopen");
  WAIT_UNTIL (!gtk_revealer_get_reveal_child (fixture->window->sign_off_revealer));
}

/* Signs as the dialog does, while somebody goes on typing. */
static void
sign_meanwhile (WindowFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyGate) gate =
      galley_gate_load (fixture->window->desk, fixture->window->article_id, &error);
  g_autoptr (GalleyAction) action = NULL;

  g_assert_no_error (error);
  action = galley_gate_make_action (gate, GALLEY_ROLE_EDITOR, "Ann", WHY, &error);
  g_assert_no_error (error);
  galley_saver_perform (fixture->window->saver, action, /* saved= */ NULL, NULL, NULL);
  WAIT_UNTIL (gtk_revealer_get_reveal_child (fixture->window->sign_off_revealer));
}

static GalleyStatus
get_status (WindowFixture *fixture)
{
  return galley_claim_get_status (
      galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0));
}

/* Each thing that is missing is a jump, and filling a gap takes it off the list. */
static void
test_gate (WindowFixture *fixture, gconstpointer data)
{
  GalleyClaim *claim = mark_first (fixture);
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *list = fixture_find (dialog, is_a, "GtkListView");
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  guint n_before = g_list_model_get_n_items (model);

  WAIT_UNTIL (fixture_find_by_label (dialog, "Incomplete record") != NULL);
  g_assert_nonnull (fixture_find_by_label (dialog, "Sentence without a claim"));
  galley_article_view_set_caret (fixture->window->article_view, 0);
  galley_article_view_set_current_claim (fixture->window->article_view, NULL);
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_true (galley_article_view_get_current_claim (fixture->window->article_view) == claim);
  g_signal_emit_by_name (list, "activate", n_before - 1);
  g_assert_cmpuint (galley_article_view_get_caret (fixture->window->article_view), >, 0);

  window_fixture_act (fixture, "dismiss-opinion");
  WAIT_UNTIL (g_list_model_get_n_items (model) == n_before - 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What is written is still there after a gap was looked at, however long it is. */
static void
test_there_and_back (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *why = g_strnfill (5000, 'w'), *written = NULL;
  GtkWidget *dialog;

  mark_first (fixture);
  dialog = open_dialog (fixture);
  gtk_text_buffer_set_text (get_exception (dialog), why, -1);
  g_signal_emit_by_name (fixture_find (dialog, is_a, "GtkListView"), "activate", 0);
  window_fixture_act (fixture, "sign-off");
  g_assert_true (GTK_WIDGET (fixture->window->sign_off) == dialog);
  g_object_get (get_exception (dialog), "text", &written, NULL);
  g_assert_cmpstr (written, ==, why);
  g_assert_true (gtk_widget_get_sensitive (get_sign_button (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* It takes words of somebody's own to sign what is not all verified. */
static void
test_exception (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *button;
  GtkTextIter end;

  mark_first (fixture);
  dialog = open_dialog (fixture);
  button = get_sign_button (dialog);
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_text_buffer_get_end_iter (get_exception (dialog), &end);
  gtk_text_buffer_insert (get_exception (dialog), &end, WHY, -1);
  g_assert_true (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, is_a, "AdwEntryRow")), " ");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
has_title (GtkWidget *widget, gconstpointer title)
{
  g_autofree char *own = NULL;

  if (!GALLEY_IS_CLAIM_FIELD (widget))
    return FALSE;
  g_object_get (widget, "title", &own, NULL);
  return g_strcmp0 (own, title) == 0;
}

static GtkWidget *
find_text (WindowFixture *fixture, const char *title)
{
  GtkWidget *field =
      fixture_find (GTK_WIDGET (fixture->window->claim_panel), has_title, (gpointer) title);

  return fixture_find (field, is_a, "GtkTextView");
}

/* Presses a key where @widget has the focus. */
static gboolean
press (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &is_handled);
    }

  return is_handled;
}

static gboolean
is_refused (WindowFixture *fixture)
{
  return fixture_find_by_label (GTK_WIDGET (fixture->window->toasts),
                                "This article is signed off") != NULL;
}

static void
dismiss_toast (WindowFixture *fixture)
{
  galley_window_dismiss_toast (fixture->window);
  WAIT_UNTIL (!is_refused (fixture));
}

/* Buttons and menus are insensitive, and keys say why. */
static void
test_frozen (WindowFixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "confirm",
                                         "dispute",
                                         "pending",
                                         "mark",
                                         "delete-claim",
                                         "star",
                                         "edit-note",
                                         "add-query",
                                         "undo",
                                         "redo",
                                         "import-draft",
                                         "mark-all",
                                         "dismiss-opinion",
                                         "dismiss-not-checkable" };
  static const char *const others[] = { "review-session", "export",  "start-reading",
                                        "sign-off",       "changes", "copy-claim",
                                        "reopen",         "archive", "source-log" };

  mark_first (fixture);
  sign (fixture);
  WAIT_UNTIL (g_str_has_suffix (gtk_label_get_label (fixture->window->sign_off_label),
                                "partial verification"));
  galley_article_view_set_caret (fixture->window->article_view, 1);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *action = g_strconcat ("win.", actions[i], NULL);

      g_test_message ("%s", actions[i]);
      g_assert_false (window_fixture_is_enabled (fixture, actions[i]));
      g_assert_true (galley_window_refuse_key (GTK_WIDGET (fixture->window), action));
      WAIT_UNTIL (is_refused (fixture));
      dismiss_toast (fixture);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *action = g_strconcat ("win.", others[i], NULL);

      g_test_message ("%s", others[i]);
      g_assert_true (window_fixture_is_enabled (fixture, others[i]));
      g_assert_false (galley_window_refuse_key (GTK_WIDGET (fixture->window), action));
    }
  g_assert_cmpuint (galley_saver_get_n_failed (fixture->window->saver), ==, 0);
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 1);
  g_assert_cmpint (get_status (fixture), ==, GALLEY_STATUS_CONFIRMED);

  /* The article stays in the library, too. */
  window_fixture_act (fixture, "remove::");
  g_assert_cmpuint (window_fixture_count_articles (fixture), ==, 1);
}

static void
set_note (WindowFixture *fixture, const char *words)
{
  const char *id = galley_claim_get_id (
      galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0));
  g_autoptr (GalleyAction) action = galley_verb_set_note (id, words);

  galley_window_perform (fixture->window, action, /* toast= */ NULL);
  WAIT_UNTIL (galley_saver_get_n_running (fixture->window->saver) == 0);
}

static void
assert_panel (WindowFixture *fixture, gboolean is_frozen)
{
  static const char *const fields[] = { "Reason",  "Correction",  "Note",
                                        "Speaker", "Assigned To", "Claim in One Sentence" };
  static const char *const buttons[] = { "claim.status", "record.starred", "record.strike",
                                         "record.publishable", "query.add" };
  GtkWidget *panel = GTK_WIDGET (fixture->window->claim_panel);

  gtk_expander_set_expanded (GTK_EXPANDER (fixture_find (panel, is_a, "GtkExpander")), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *text = find_text (fixture, fields[i]);

      g_test_message ("%s", fields[i]);
      g_assert_true (gtk_text_view_get_editable (GTK_TEXT_VIEW (text)) == !is_frozen);
      gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_READ_ONLY, is_frozen);
      g_assert_true (gtk_widget_is_sensitive (text));
      g_assert_true (gtk_widget_get_focusable (text));
    }
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_test_message ("%s", buttons[i]);
      g_assert_true (gtk_widget_is_sensitive (fixture_find_by_action (panel, buttons[i])) ==
                     !is_frozen);
    }
  WAIT_UNTIL ((fixture_find_by_label (panel, "Signed off: only to be read") != NULL) == is_frozen);
}

/* What is written of a claim can be read and copied, and typing says why it can't be changed. */
static void
test_panel (WindowFixture *fixture, gconstpointer data)
{
  GalleyClaim *claim = mark_first (fixture);
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  GtkWidget *note;

  set_note (fixture, "Ask the town");
  sign (fixture);
  galley_article_view_set_current_claim (fixture->window->article_view, claim);
  assert_panel (fixture, /* is_frozen= */ TRUE);

  note = find_text (fixture, "Note");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (note));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_assert_false (press (note, GDK_KEY_c, GDK_CONTROL_MASK));
  g_assert_false (press (note, GDK_KEY_Left, GDK_SHIFT_MASK));
  g_assert_false (press (note, GDK_KEY_Tab, 0));
  g_assert_false (is_refused (fixture));
  g_assert_true (press (note, GDK_KEY_Cyrillic_a, 0));
  WAIT_UNTIL (is_refused (fixture));
  dismiss_toast (fixture);
  g_assert_true (press (note, GDK_KEY_v, GDK_CONTROL_MASK));
  WAIT_UNTIL (is_refused (fixture));
  g_assert_cmpuint (galley_saver_get_n_failed (fixture->window->saver), ==, 0);

  reopen (fixture);
  assert_panel (fixture, /* is_frozen= */ FALSE);
}

/* A second reader's verdicts are no part of what was signed. */
static void
test_second_reader (WindowFixture *fixture, gconstpointer data)
{
  GalleyReadingChoice choice = { .scope = GALLEY_READING_ALL };
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GalleyAction) action = NULL;

  mark_first (fixture);
  sign (fixture);
  claims = galley_reading_choose (galley_check_get_claims (fixture->window->check), &choice);
  action = galley_verb_start_reading (fixture->window->article_id, claims, &choice);
  galley_saver_perform (fixture->window->saver, action, /* saved= */ NULL, NULL, NULL);
  WAIT_UNTIL (galley_window_is_blind (fixture->window));

  galley_article_view_set_caret (fixture->window->article_view, 1);
  g_assert_false (galley_window_refuse_key (GTK_WIDGET (fixture->window), "win.dispute"));
  window_fixture_act (fixture, "dispute");
  WAIT_UNTIL (galley_reading_get_n_given (galley_check_get_reading (fixture->window->check)) == 1);
  g_assert_cmpuint (galley_saver_get_n_failed (fixture->window->saver), ==, 0);
  g_assert_true (gtk_text_view_get_editable (GTK_TEXT_VIEW (find_text (fixture, "Note"))));
}

/* Words that stand in a field when the signature comes are neither lost nor saved. */
static void
test_typed_before (WindowFixture *fixture, gconstpointer data)
{
  GalleyClaim *claim = mark_first (fixture);
  g_autofree char *words = NULL;
  GtkTextBuffer *buffer;

  galley_article_view_set_current_claim (fixture->window->article_view, claim);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_text (fixture, "Note")));
  gtk_text_buffer_set_text (buffer, "Half a sentence", -1);
  sign_meanwhile (fixture);
  galley_claim_panel_flush (fixture->window->claim_panel);
  WAIT_UNTIL (galley_saver_get_n_failed (fixture->window->saver) == 1);
  g_object_get (buffer, "text", &words, NULL);
  g_assert_cmpstr (words, ==, "Half a sentence");
  g_assert_null (galley_claim_get_note (claim));

  reopen (fixture);
  galley_saver_retry (fixture->window->saver);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim), "Half a sentence") == 0);
  g_assert_cmpuint (galley_saver_get_n_failed (fixture->window->saver), ==, 0);
}

static void
test_reopening (WindowFixture *fixture, gconstpointer data)
{
  mark_first (fixture);
  g_assert_false (window_fixture_is_enabled (fixture, "reopen"));
  sign (fixture);
  reopen (fixture);
  g_assert_false (window_fixture_is_enabled (fixture, "reopen"));

  galley_article_view_set_caret (fixture->window->article_view, 1);
  window_fixture_act (fixture, "dispute");
  WAIT_UNTIL (get_status (fixture) == GALLEY_STATUS_DISPUTED);
  window_fixture_act (fixture, "changes");
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->window->changes), "1 change") != NULL);
  gtk_window_destroy (fixture->window->changes);
}

static void
test_nothing_open (WindowFixture *fixture, gconstpointer data)
{
  g_assert_false (window_fixture_is_enabled (fixture, "sign-off"));
  g_assert_false (window_fixture_is_enabled (fixture, "reopen"));
  g_assert_false (gtk_revealer_get_reveal_child (fixture->window->sign_off_revealer));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/window-sign-off/" name, WindowFixture, NULL, window_fixture_set_up, function,      \
              window_fixture_tear_down)
  ADD ("gate", test_gate);
  ADD ("typing-at-once", test_typing_at_once);
  ADD ("there-and-back", test_there_and_back);
  ADD ("exception", test_exception);
  ADD ("frozen", test_frozen);
  ADD ("panel", test_panel);
  ADD ("second-reader", test_second_reader);
  ADD ("typed-before", test_typed_before);
  ADD ("reopening", test_reopening);
  ADD ("nothing-open", test_nothing_open);
#undef ADD

  return g_test_run ();
}
