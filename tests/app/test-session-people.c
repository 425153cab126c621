/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "galley-person-row.h"
#include "galley-session-dialog.h"

#include <string.h>

/* Who is present in a review session. */

/* A name that is pasted with signs that nobody sees is that of the same person. */
static void
test_pasted_name (WindowFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) present = NULL;
  GtkWidget *dialog;
  GObject *row;

  window_fixture_act (fixture, "review-session");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  row = gtk_widget_get_template_child (dialog, GALLEY_TYPE_SESSION_DIALOG, "name_row");
  gtk_editable_set_text (GTK_EDITABLE (row), "\342\200\216Ida  B.\342\200\213");
  g_signal_emit_by_name (row, "apply");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  gtk_widget_activate_action (dialog, "dialog.accept", NULL);
  WAIT_UNTIL (fixture->window->review_window != NULL && window_fixture_is_saved (fixture));
  present =
      galley_session_list_present (session_fixture_get_session (fixture->window->review_window));
  g_assert_true (g_strv_contains ((const char *const *) present, "Ida B."));
}

static gboolean
is_person (GtkWidget *widget, gconstpointer name)
{
  return GALLEY_IS_PERSON_ROW (widget) &&
         g_strcmp0 (galley_person_row_get_name (GALLEY_PERSON_ROW (widget)), name) == 0;
}

static gboolean
is_name_field (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_ENTRY_ROW (widget);
}

static void
test_people (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *field, *row;
  g_auto (GStrv) present = NULL;
  GalleyReviewWindow *window;

  window_fixture_act (fixture, "review-session");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  /* Enter begins. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) ==
                 gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  field = fixture_find (dialog, is_name_field, NULL);
  gtk_editable_set_text (GTK_EDITABLE (field), " Eve ");
  g_signal_emit_by_name (field, "entry-activated");
  row = fixture_find (dialog, is_person, "Eve");
  g_assert_true (galley_person_row_is_present (GALLEY_PERSON_ROW (row)));
  galley_person_row_set_chair (GALLEY_PERSON_ROW (row));
  gtk_widget_activate_action (dialog, "dialog.accept", NULL);
  WAIT_UNTIL (fixture->window->review_window != NULL && window_fixture_is_saved (fixture));

  window = fixture->window->review_window;
  g_assert_cmpstr (session_fixture_get_session (window)->chair, ==, "Eve");
  present = galley_session_list_present (session_fixture_get_session (window));
  g_assert_cmpuint (g_strv_length (present), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "session.decider", "s", "1");
  session_fixture_act (fixture, window, "session.keep");
  g_assert_cmpstr (
      ((GalleyDecision *) g_ptr_array_index (session_fixture_get_session (window)->decisions, 0))
          ->decider,
      ==, present[0]);
}

/* However many are present and however long their names are, all can be seen to decide. */
static void
test_many_people (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);
  GalleySession *session = session_fixture_get_session (window);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) present = NULL;
  g_autoptr (GalleyAction) action = NULL;
  GtkWidget *deciders = GTK_WIDGET (window->deciders);
  guint n_shown = 0;

  for (guint i = 0; i < GALLEY_REVIEW_MAX_DECIDERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Bartholomew Featherstonehaugh %u", i);

      g_strv_builder_add (names, name);
    }
  present = g_strv_builder_end (names);
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 760);
  gtk_window_present (GTK_WINDOW (window));
  action = galley_verb_change_present (session, present[0], (const char *const *) present);
  galley_review_window_perform (window, action);
  WAIT_UNTIL (window_fixture_is_saved (fixture) && gtk_widget_get_last_child (deciders) != NULL &&
              gtk_widget_get_width (gtk_widget_get_last_child (deciders)) > 0);

  for (GtkWidget *button = gtk_widget_get_first_child (deciders); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      graphene_rect_t bounds;
      int natural;

      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      g_assert_cmpint (gtk_widget_get_width (button), <=, natural);
      g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (window), &bounds));
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=,
                         gtk_widget_get_width (GTK_WIDGET (window)));
      n_shown++;
    }
  g_assert_cmpuint (n_shown, ==, GALLEY_REVIEW_MAX_DECIDERS);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(path, func)                                                                            \
  g_test_add (path, WindowFixture, NULL, session_fixture_set_up, func, window_fixture_tear_down)
  ADD ("/session-people/pasted-name", test_pasted_name);
  ADD ("/session-people/people", test_people);
  ADD ("/session-people/many-people", test_many_people);
#undef ADD

  return g_test_run ();
}
