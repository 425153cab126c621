/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "galley-import-report.h"
#include "galley-key-dialog.h"
#include "galley-keys.h"

/* What is open over a window goes with it, whatever is open over that. */

static GtkWindow *
find_over (GtkWindow *parent)
{
  return (GtkWindow *) fixture_find_over (GTK_WIDGET (parent), GTK_TYPE_WINDOW);
}

/* Takes the window away, as when its display goes, or something else ends it without asking. */
static void
destroy (WindowFixture *fixture)
{
  galley_saver_discard (fixture->window->saver);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (fixture->window == NULL);
  WAIT_UNTIL (g_list_model_get_n_items (gtk_window_get_toplevels ()) == 0);
}

static void
destroy_under (WindowFixture *fixture, GtkWindow *dialog)
{
  gpointer over = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &over);
  destroy (fixture);
  WAIT_UNTIL (over == NULL);
  window_fixture_open (fixture);
  WAIT_UNTIL (window_fixture_shows (fixture->window->article_stack, "article"));
}

static void
choose_claim (WindowFixture *fixture)
{
  galley_article_view_set_current_claim (
      fixture->window->article_view,
      galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0));
}

static void
test_actions (WindowFixture *fixture, gconstpointer data)
{
  static const char *const actions[] = {
    "preferences",       "shortcuts",    "about",          "details",        "export",
    "export-articles::", "open-queries", "source-log",     "progress",       "library-progress",
    "sign-off",          "add-query",    "review-session", "import-address", "changes",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWindow *dialog;

      g_test_message ("%s", actions[i]);
      choose_claim (fixture);
      window_fixture_act (fixture, actions[i]);
      WAIT_UNTIL ((dialog = find_over (GTK_WINDOW (fixture->window))) != NULL);
      destroy_under (fixture, dialog);
    }
}

/* A session that nobody closed goes on without a word. */
static GalleyReviewWindow *
open_session (WindowFixture *fixture)
{
  GtkWindow *dialog;

  window_fixture_act (fixture, "review-session");
  WAIT_UNTIL (fixture->window->review_window != NULL ||
              find_over (GTK_WINDOW (fixture->window)) != NULL);
  dialog = find_over (GTK_WINDOW (fixture->window));
  if (dialog != NULL)
    gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.accept", NULL);
  WAIT_UNTIL (fixture->window->review_window != NULL && window_fixture_is_saved (fixture));
  return fixture->window->review_window;
}

/* Over the session there may be a question that knows its window. The session has a place of its
 * own on the screen, and goes by itself. */
static void
test_session (WindowFixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "session.end", "session.people", "session.minutes",
                                         "window.close" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GalleyReviewWindow *session = open_session (fixture);
      gpointer under = session, over;

      g_test_message ("%s", actions[i]);
      g_object_add_weak_pointer (G_OBJECT (session), &under);
      gtk_editable_set_text (session->words, "no source");
      gtk_widget_activate_action (GTK_WIDGET (session), actions[i], NULL);
      WAIT_UNTIL ((over = find_over (GTK_WINDOW (session))) != NULL);
      g_object_add_weak_pointer (over, &over);
      gtk_window_destroy (GTK_WINDOW (session));
      WAIT_UNTIL (over == NULL && under == NULL);
      WAIT_UNTIL (fixture->window->review_window == NULL);
    }
}

/* Something was typed into a form, and whoever closes it is asked about that. */
static void
test_form (WindowFixture *fixture, gconstpointer data)
{
  GtkWindow *form;
  GtkWidget *text;

  choose_claim (fixture);
  window_fixture_act (fixture, "add-query");
  WAIT_UNTIL ((form = find_over (GTK_WINDOW (fixture->window))) != NULL);
  text = fixture_find (GTK_WIDGET (form), fixture_is_text_view, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Why?", -1);
  gtk_window_close (form);
  WAIT_UNTIL (find_over (form) != NULL);
  destroy_under (fixture, form);
}

/* Keys are changed in a dialog over the one that lists them. */
static void
test_keys (WindowFixture *fixture, gconstpointer data)
{
  GtkWindow *shortcuts, *dialog;

  window_fixture_act (fixture, "shortcuts");
  WAIT_UNTIL ((shortcuts = find_over (GTK_WINDOW (fixture->window))) != NULL);
  dialog = galley_key_dialog_new (shortcuts, galley_keys_find ("win.confirm"));
  gtk_window_present (dialog);
  WAIT_UNTIL (find_over (shortcuts) != NULL);
  destroy_under (fixture, dialog);
}

/* What is told of imports needs no answer. */
static void
test_import_report (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new ();
  GtkWindow *report = GTK_WINDOW (galley_import_report_new (GTK_WINDOW (fixture->window), results));

  gtk_window_present (report);
  destroy_under (fixture, report);
}

static void
test_question (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *action = g_strdup_printf ("purge::%s", fixture->window->article_id);
  GtkWindow *question;

  window_fixture_act (fixture, action);
  WAIT_UNTIL ((question = find_over (GTK_WINDOW (fixture->window))) != NULL);
  destroy_under (fixture, question);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(path, test)                                                                            \
  g_test_add (path, WindowFixture, NULL, session_fixture_set_up, test, window_fixture_tear_down)
  ADD ("/window-closing/actions", test_actions);
  ADD ("/window-closing/session", test_session);
  ADD ("/window-closing/form", test_form);
  ADD ("/window-closing/keys", test_keys);
  ADD ("/window-closing/import-report", test_import_report);
  ADD ("/window-closing/question", test_question);
#undef ADD

  return g_test_run ();
}
