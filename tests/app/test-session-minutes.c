/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "galley-export-form.h"
#include "galley-report-maker.h"
#include "galley-session-choice.h"

#include <string.h>

/* Minutes of any session of an article, not just the last one. */

static gboolean
is_a (GtkWidget *widget, gconstpointer type_name)
{
  return g_strcmp0 (G_OBJECT_TYPE_NAME (widget), type_name) == 0;
}

/* Two sessions: one that has ended, and one that is paused. */
static void
hold_two (WindowFixture *fixture, char *ids[2])
{
  GalleyReviewWindow *window = session_fixture_start (fixture);

  session_fixture_act (fixture, window, "session.keep");
  ids[0] = g_strdup (session_fixture_get_session (window)->id);
  session_fixture_end (fixture, window);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (fixture->window->review_window == NULL);
  window = session_fixture_start (fixture);
  ids[1] = g_strdup (session_fixture_get_session (window)->id);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (fixture->window->review_window == NULL && window_fixture_is_saved (fixture));
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GalleyReport **) user_data = galley_report_maker_make_finish (result, &error);
  g_assert_no_error (error);
}

static void
assert_minutes_of (WindowFixture *fixture, const char *chosen, const char *expected)
{
  GalleyReportOptions options = { .layout = GALLEY_LAYOUT_MINUTES };
  g_autoptr (GalleyReport) report = NULL;

  galley_report_maker_make_async (fixture->window->desk, fixture->window->check, &options, chosen,
                                  /* cancellable= */ NULL, made_cb, &report);
  WAIT_UNTIL (report != NULL);
  g_assert_cmpstr (galley_report_get_session (report)->id, ==, expected);
}

static void
test_choose (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *last = NULL;
  char *ids[2];
  GtkWidget *dialog, *choice, *row;
  GalleyExportForm *form;
  GListModel *model;

  hold_two (fixture, ids);
  first = ids[0];
  last = ids[1];
  window_fixture_act (fixture, "minutes");
  dialog = window_fixture_find_dialog (fixture);
  form = GALLEY_EXPORT_FORM (fixture_find (dialog, is_a, "GalleyExportForm"));
  choice = fixture_find (dialog, is_a, "GalleySessionChoice");
  WAIT_UNTIL (gtk_widget_get_visible (choice));
  row = fixture_find (choice, is_a, "AdwComboRow");
  model = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);
  g_assert_true (
      g_str_has_suffix (gtk_string_list_get_string (GTK_STRING_LIST (model), 0), "Paused"));
  g_assert_true (
      g_str_has_suffix (gtk_string_list_get_string (GTK_STRING_LIST (model), 1), "Ended"));
  g_assert_cmpstr (galley_export_form_get_session_id (form), ==, last);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_true (
      g_str_has_suffix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "1 decision"));
  assert_minutes_of (fixture, galley_export_form_get_session_id (form), first);
  assert_minutes_of (fixture, NULL, last);

  galley_export_form_choose (form, "annotated", /* format= */ NULL);
  g_assert_false (gtk_widget_get_visible (choice));
  gtk_window_close (GTK_WINDOW (dialog));
}

/* A session offers its own minutes, whichever the last one is. */
static void
test_own (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *last = NULL;
  g_autoptr (GalleyAction) action = NULL;
  char *ids[2];
  GtkWidget *choice;

  hold_two (fixture, ids);
  first = ids[0];
  last = ids[1];
  choice = g_object_ref_sink (g_object_new (GALLEY_TYPE_SESSION_CHOICE, NULL));
  galley_session_choice_load (GALLEY_SESSION_CHOICE (choice), fixture->window->desk,
                              fixture->window->article_id, first);
  galley_session_choice_set_wanted (GALLEY_SESSION_CHOICE (choice), TRUE);
  g_assert_cmpstr (galley_session_choice_get_id (GALLEY_SESSION_CHOICE (choice)), ==, first);
  WAIT_UNTIL (gtk_widget_get_visible (choice));
  g_assert_cmpstr (galley_session_choice_get_id (GALLEY_SESSION_CHOICE (choice)), ==, first);
  g_object_unref (choice);
}

/* Without a session there is nothing to choose. */
static void
test_none (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *choice;
  GalleyReportOptions options = { .layout = GALLEY_LAYOUT_MINUTES };
  g_autoptr (GalleyReport) report = NULL;

  window_fixture_act (fixture, "minutes");
  dialog = window_fixture_find_dialog (fixture);
  choice = fixture_find (dialog, is_a, "GalleySessionChoice");
  galley_report_maker_make_async (fixture->window->desk, fixture->window->check, &options,
                                  /* session_id= */ NULL, /* cancellable= */ NULL, made_cb,
                                  &report);
  WAIT_UNTIL (report != NULL);
  g_assert_null (galley_report_get_session (report));
  g_assert_false (gtk_widget_get_visible (choice));
  gtk_window_close (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/session-minutes/" name, WindowFixture, NULL, session_fixture_set_up, function,     \
              window_fixture_tear_down)
  ADD ("choose", test_choose);
  ADD ("own", test_own);
  ADD ("none", test_none);
#undef ADD

  return g_test_run ();
}
