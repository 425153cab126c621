/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-sign-off-dialog.h"

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

static void
test_frozen (WindowFixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "dispute", "pending", "delete-claim", "star", "undo" };

  mark_first (fixture);
  sign (fixture);
  WAIT_UNTIL (g_str_has_suffix (gtk_label_get_label (fixture->window->sign_off_label),
                                "partial verification"));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      galley_article_view_set_caret (fixture->window->article_view, 1);
      g_test_message ("%s", actions[i]);
      window_fixture_act (fixture, actions[i]);
      WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->window->toasts),
                                         "This article is signed off") != NULL);
    }
  WAIT_UNTIL (galley_saver_get_n_running (fixture->window->saver) == 0);
  g_assert_cmpuint (galley_saver_get_n_failed (fixture->window->saver), ==, 0);
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 1);
  g_assert_cmpint (get_status (fixture), ==, GALLEY_STATUS_CONFIRMED);

  /* The article stays in the library, too. */
  window_fixture_act (fixture, "remove::");
  g_assert_cmpuint (window_fixture_count_articles (fixture), ==, 1);
}

static void
test_reopening (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  mark_first (fixture);
  g_assert_false (window_fixture_is_enabled (fixture, "reopen"));
  sign (fixture);
  window_fixture_act (fixture, "reopen");
  dialog = window_fixture_find_dialog (fixture);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, is_a, "GtkEntry")), "New facts");
  window_fixture_press (dialog, "Reopen");
  WAIT_UNTIL (!gtk_revealer_get_reveal_child (fixture->window->sign_off_revealer));
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
  ADD ("exception", test_exception);
  ADD ("frozen", test_frozen);
  ADD ("reopening", test_reopening);
  ADD ("nothing-open", test_nothing_open);
#undef ADD

  return g_test_run ();
}
