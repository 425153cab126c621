/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-claim-choices.h"
#include "galley-claim-field.h"
#include "galley-library-page.h"
#include "galley-list-group.h"
#include "galley-preferences.h"
#include "galley-record-verbs.h"
#include "galley-settings.h"

/* What the library wants, as it is changed in the window. */

static gboolean
is_a (GtkWidget *widget, gconstpointer type_name)
{
  return g_strcmp0 (G_OBJECT_TYPE_NAME (widget), type_name) == 0;
}

static gboolean
is_row (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static gboolean
has_icon (GtkWidget *widget, gconstpointer name)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), name) == 0;
}

static GalleyRequirements *
load (WindowFixture *fixture)
{
  return galley_desk_load_requirements (fixture->window->desk, NULL, NULL);
}

static GtkWidget *
open_page (WindowFixture *fixture)
{
  GtkWidget *page;

  window_fixture_act (fixture, "preferences");
  page = fixture_find (window_fixture_find_dialog (fixture), is_a, "GalleyLibraryPage");
  WAIT_UNTIL (gtk_widget_get_sensitive (page));

  return page;
}

static void
settle (WindowFixture *fixture)
{
  WAIT_UNTIL (galley_saver_get_n_running (fixture->window->saver) == 0);
}

static void
test_requirements (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture), *row;
  GtkSwitch *widget;
  GtkSpinButton *spin;
  g_autoptr (GalleyRequirements) requirements = NULL;

  /* The first is that of disputed claims. */
  widget =
      GTK_SWITCH (fixture_find (fixture_find (page, is_row, "Need a Reason"), is_a, "GtkSwitch"));
  g_assert_true (gtk_switch_get_state (widget));
  gtk_switch_set_active (widget, FALSE);
  g_assert_true (gtk_switch_get_state (widget));
  WAIT_UNTIL (!gtk_switch_get_state (widget));

  row = fixture_find (page, is_row, "Independent Sources");
  spin = GTK_SPIN_BUTTON (fixture_find (row, is_a, "GtkSpinButton"));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, 0);
  gtk_spin_button_set_value (spin, 2);
  gtk_spin_button_set_value (spin, 3);
  g_assert_cmpuint (galley_saver_get_n_running (fixture->window->saver), ==, 0);

  /* It is not forgotten when the window closes while it is being turned. */
  gtk_window_close (GTK_WINDOW (window_fixture_find_dialog (fixture)));
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
  settle (fixture);
  requirements = load (fixture);
  g_assert_false (requirements->wants_reason);
  g_assert_true (requirements->wants_correction);
  g_assert_cmpuint (requirements->n_independent, ==, 3);
}

static GalleyListGroup *
find_list (GtkWidget *page, const char *add_title)
{
  GtkWidget *row = fixture_find (page, is_row, add_title);

  return GALLEY_LIST_GROUP (gtk_widget_get_ancestor (row, GALLEY_TYPE_LIST_GROUP));
}

static void
test_lists (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture), *row;
  GalleyListGroup *list = find_list (page, "Add a Category");
  GtkWidget *add_row = fixture_find (GTK_WIDGET (list), is_row, "Add a Category");
  g_autoptr (GalleyRequirements) before = NULL, after = NULL;
  g_auto (GStrv) choices = NULL;

  gtk_editable_set_text (GTK_EDITABLE (add_row), " Sport ");
  g_signal_emit_by_name (add_row, "apply");
  WAIT_UNTIL ((row = fixture_find (GTK_WIDGET (list), is_row, "Category")) != NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Sport");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add_row)), ==, "");
  before = load (fixture);
  g_assert_cmpstr (before->categories[0], ==, "Sport");
  choices = galley_claim_choices_list_categories (before, /* check= */ NULL);
  g_assert_true (g_strv_contains ((const char *const *) choices, "Sport"));

  /* Emptied, it is gone. */
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_signal_emit_by_name (row, "apply");
  WAIT_UNTIL (fixture_find (GTK_WIDGET (list), is_row, "Category") == NULL);
  after = load (fixture);
  g_assert_null (after->categories[0]);
  gtk_window_close (GTK_WINDOW (window_fixture_find_dialog (fixture)));
}

/* What another program changes is shown while the window is open, and typing goes on. */
static void
test_follows (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *page, *row;
  GalleyListGroup *list;
  g_autofree char *path = window_fixture_get_path (fixture, "test.galleydb");
  g_autofree char *value = NULL;
  GError *error = NULL;
  g_autoptr (GalleyDesk) other = galley_desk_open (path, "Ben", /* cancellable= */ NULL, &error);
  g_autoptr (GalleyAction) reason = galley_verb_change_setting ("disputed.reason", "no");
  g_autoptr (GalleyAction) first = galley_verb_change_setting ("categories", "Sport");
  g_autoptr (GalleyAction) second = galley_verb_change_setting ("categories", "Film\nSport");
  g_autoptr (GalleyOutcome) switched = NULL, listed = NULL, again = NULL;
  GtkSwitch *widget;

  g_assert_no_error (error);
  page = open_page (fixture);
  list = find_list (page, "Add a Category");
  widget =
      GTK_SWITCH (fixture_find (fixture_find (page, is_row, "Need a Reason"), is_a, "GtkSwitch"));
  g_assert_true (gtk_switch_get_state (widget));
  switched = galley_desk_perform (other, reason, NULL, &error);
  listed = galley_desk_perform (other, first, NULL, &error);
  g_assert_no_error (error);
  WAIT_UNTIL (!gtk_switch_get_state (widget));
  WAIT_UNTIL ((row = fixture_find (GTK_WIDGET (list), is_row, "Category")) != NULL);

  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "Sports");
  again = galley_desk_perform (other, second, NULL, &error);
  g_assert_no_error (error);
  WAIT_UNTIL (g_str_equal (
      gtk_editable_get_text (GTK_EDITABLE (fixture_find (GTK_WIDGET (list), is_row, "Category"))),
      "Film"));
  value = galley_list_group_get_value (list);
  g_assert_cmpstr (value, ==, "Film\nSports");
  gtk_window_close (GTK_WINDOW (window_fixture_find_dialog (fixture)));
}

static void
test_name (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  window_fixture_act (fixture, "preferences");
  row = fixture_find (window_fixture_find_dialog (fixture), is_row, "Your Name");
  galley_settings_set_string ("checker-name", "Ben");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Ben");
  g_assert_cmpstr (galley_desk_get_actor (fixture->window->desk), ==, "Ben");
  gtk_editable_set_text (GTK_EDITABLE (row), "Ann");
  galley_settings_set_string ("checker-name", "Cem");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Ann");
  galley_settings_set_string ("checker-name", "");
  gtk_window_close (GTK_WINDOW (window_fixture_find_dialog (fixture)));
}

static void
test_removes (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyAction) action =
      galley_verb_change_setting ("reasons.disputed", "libellous\nout of date");
  GtkWidget *page, *row;
  GalleyListGroup *list;
  g_autofree char *value = NULL;

  galley_saver_perform (fixture->window->saver, action, NULL, NULL, NULL);
  settle (fixture);
  page = open_page (fixture);
  WAIT_UNTIL ((row = fixture_find (page, is_row, "Reason")) != NULL);
  list = GALLEY_LIST_GROUP (gtk_widget_get_ancestor (row, GALLEY_TYPE_LIST_GROUP));
  g_signal_emit_by_name (fixture_find (row, has_icon, "user-trash-symbolic"), "clicked");
  settle (fixture);
  value = galley_list_group_get_value (list);
  g_assert_cmpstr (value, ==, "out of date");
  gtk_window_close (GTK_WINDOW (window_fixture_find_dialog (fixture)));
}

static gboolean
is_field (GtkWidget *widget, gconstpointer data)
{
  g_autofree char *title = NULL;

  if (!GALLEY_IS_CLAIM_FIELD (widget))
    return FALSE;
  g_object_get (widget, "title", &title, NULL);
  return g_strcmp0 (title, data) == 0;
}

static gboolean
is_choosing (GtkWidget *field)
{
  gboolean choosing;

  g_object_get (field, "choosing", &choosing, NULL);
  return choosing;
}

/* A text of the desk is put where the cursor is, filled in for the claim. */
static void
test_texts_for_notes (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyAction) action =
      galley_verb_change_setting ("note.templates", "see “{claim}” ({source})\nCalled.");
  GtkWidget *panel = GTK_WIDGET (fixture->window->claim_panel), *field;
  g_auto (GStrv) choices = NULL;
  g_autofree char *text = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter start;

  window_fixture_import_and_open (fixture);
  galley_article_view_set_caret (fixture->window->article_view, 22);
  window_fixture_act (fixture, "mark");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  WAIT_UNTIL (galley_claim_panel_get_claim (fixture->window->claim_panel) != NULL);
  field = fixture_find (panel, is_field, data);
  g_assert_false (is_choosing (field));
  galley_saver_perform (fixture->window->saver, action, NULL, NULL, NULL);
  WAIT_UNTIL (is_choosing (field));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find (field, is_a, "GtkTextView")));
  gtk_text_buffer_set_text (buffer, "First,  Then.", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, strlen ("First, "));
  gtk_text_buffer_place_cursor (buffer, &start);
  g_signal_emit_by_name (field, "list-choices", &choices);
  g_assert_cmpuint (g_strv_length (choices), ==, 2);
  g_assert_true (gtk_widget_activate_action (field, "field.pick", "s", choices[0]));
  text = galley_claim_field_get_text (GALLEY_CLAIM_FIELD (field));
  g_assert_cmpstr (text, ==, "First, see “It rained for 3 days in May.” (…) Then.");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/preferences/" name, WindowFixture, NULL, window_fixture_set_up, func,              \
              window_fixture_tear_down)
  ADD ("requirements", test_requirements);
  ADD ("lists", test_lists);
  ADD ("follows", test_follows);
  ADD ("name", test_name);
  ADD ("removes", test_removes);
  g_test_add ("/preferences/texts-for-notes", WindowFixture, "Note", window_fixture_set_up,
              test_texts_for_notes, window_fixture_tear_down);
  g_test_add ("/preferences/texts-for-the-discussion", WindowFixture, "Add to the Discussion",
              window_fixture_set_up, test_texts_for_notes, window_fixture_tear_down);
#undef ADD

  return g_test_run ();
}
