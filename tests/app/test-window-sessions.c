/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "galley-desk-sessions.h"
#include "galley-reading-verbs.h"
#include "galley-review-words.h"
#include "galley-twins.h"

#include <string.h>

/* Review sessions from the window: begun, decided in, left, and gone on with. */

static gboolean
says (GalleyReviewWindow *window, const char *words)
{
  return strstr (gtk_label_get_text (window->progress), words) != NULL;
}

static void
test_decide (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);
  GalleyDecision *decision;

  g_assert_cmpstr (session_fixture_get_quote (window), ==, "The river rose by 2 meters.");
  g_assert_true (says (window, "0 of 5"));
  gtk_editable_set_text (window->words, "It rose by 3");
  gtk_editable_set_text (window->correction, "by 3 meters");
  session_fixture_act (fixture, window, "session.dispute");
  g_assert_true (says (window, "1 of 5"));
  g_assert_cmpstr (gtk_editable_get_text (window->words), ==, "");
  decision = g_ptr_array_index (session_fixture_get_session (window)->decisions, 0);
  g_assert_cmpstr (decision->reason, ==, "It rose by 3");
  g_assert_cmpstr (decision->correction, ==, "by 3 meters");
  g_assert_cmpstr (decision->decider, ==, session_fixture_get_session (window)->chair);
  g_assert_nonnull (fixture_find_by_label (GTK_WIDGET (window->stage), "Decided"));

  session_fixture_act (fixture, window, "session.next");
  g_assert_cmpstr (session_fixture_get_quote (window), ==, "It rained for 3 days in May.");
  session_fixture_act (fixture, window, "session.confirm");
  session_fixture_act (fixture, window, "session.undo");
  g_assert_true (says (window, "1 of 5"));
  g_assert_cmpuint (galley_claim_list_get_n_with_status (
                        galley_check_get_claims (fixture->window->check), GALLEY_STATUS_CONFIRMED),
                    ==, 0);
  session_fixture_act (fixture, window, "session.redo");
  g_assert_true (says (window, "2 of 5"));
  session_fixture_act (fixture, window, "session.back");
  g_assert_cmpstr (session_fixture_get_quote (window), ==, "The river rose by 2 meters.");
}

static void
wait_for_saving (WindowFixture *fixture)
{
  WAIT_UNTIL (galley_saver_get_n_running (fixture->window->saver) == 0);
}

/* Who begins to read second is shown nothing any more of what the first checker decided. */
static void
test_second_reading (WindowFixture *fixture, gconstpointer data)
{
  GalleyReadingChoice choice = { .scope = GALLEY_READING_ALL };
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GalleyAction) action = NULL;

  session_fixture_start (fixture);
  window_fixture_act (fixture, "progress");
  window_fixture_act (fixture, "sign-off");
  claims = galley_reading_choose (galley_check_get_claims (fixture->window->check), &choice);
  action = galley_verb_start_reading (fixture->window->article_id, claims, &choice);
  galley_window_perform (fixture->window, action, /* toast= */ NULL);
  WAIT_UNTIL (galley_window_is_blind (fixture->window));
  wait_for_saving (fixture);
  g_assert_null (fixture->window->review_window);
  g_assert_null (fixture->window->progress);
  g_assert_null (fixture->window->sign_off);
  /* Nor is it offered to go on with it. */
  WAIT_UNTIL (fixture->window->unfinished != NULL && window_fixture_is_saved (fixture));
  g_assert_false (gtk_revealer_get_reveal_child (fixture->window->session_revealer));
}

/* Words are wanted where a decision is nothing without them. */
static void
test_wants_words (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);
  GtkWidget *focus;

  session_fixture_act (fixture, window, "session.ask-writer");
  g_assert_cmpuint (session_fixture_get_session (window)->decisions->len, ==, 0);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (window->words)));
  gtk_editable_set_text (window->words, "Who measured?");
  session_fixture_act (fixture, window, "session.ask-writer");
  g_assert_cmpuint (session_fixture_get_session (window)->decisions->len, ==, 1);
  session_fixture_act (fixture, window, "session.correct");
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (window->correction)));
}

/* Enter does what the words were asked for, and single keys act again. */
static void
test_enter_decides (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);

  session_fixture_act (fixture, window, "session.ask-writer");
  gtk_editable_set_text (window->words, "Who measured?");
  g_signal_emit_by_name (window->words, "activate");
  WAIT_UNTIL (window_fixture_is_saved (fixture));
  g_assert_cmpuint (session_fixture_get_session (window)->decisions->len, ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (window->words), ==, "");
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                          GTK_WIDGET (window->words)));

  /* Where nobody asked for anything it only leaves the field. */
  gtk_editable_set_text (window->words, "Really?");
  g_signal_emit_by_name (window->words, "activate");
  WAIT_UNTIL (window_fixture_is_saved (fixture));
  g_assert_cmpuint (session_fixture_get_session (window)->decisions->len, ==, 1);
}

/* What is typed about one point never gets into what is decided about another. */
static void
test_typing_stays_with_its_point (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);
  GalleyDecision *decision;

  gtk_editable_set_text (window->words, "It rose by 3");
  gtk_editable_set_text (window->correction, "by 3 meters");
  session_fixture_act (fixture, window, "session.next");
  g_assert_cmpstr (gtk_editable_get_text (window->words), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (window->correction), ==, "");
  session_fixture_act (fixture, window, "session.dispute");
  decision = g_ptr_array_index (session_fixture_get_session (window)->decisions, 0);
  g_assert_null (decision->correction);

  session_fixture_act (fixture, window, "session.back");
  g_assert_cmpstr (gtk_editable_get_text (window->words), ==, "It rose by 3");
  g_assert_cmpstr (gtk_editable_get_text (window->correction), ==, "by 3 meters");
  session_fixture_act (fixture, window, "session.dispute");
  session_fixture_act (fixture, window, "session.next");
  session_fixture_act (fixture, window, "session.back");
  g_assert_cmpstr (gtk_editable_get_text (window->words), ==, "");
}

/* What is typed and not decided is not lost by a key too many. */
static void
test_closing_asks (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);
  GtkWidget *dialog;

  gtk_editable_set_text (window->words, "half a sen");
  session_fixture_act (fixture, window, "session.next");
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL ((dialog = session_fixture_find_dialog (window)) != NULL);
  window_fixture_press (dialog, "Cancel");
  WAIT_UNTIL (session_fixture_find_dialog (window) == NULL);
  g_assert_true (fixture->window->review_window == window);
  session_fixture_act (fixture, window, "session.back");
  g_assert_cmpstr (gtk_editable_get_text (window->words), ==, "half a sen");

  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL ((dialog = session_fixture_find_dialog (window)) != NULL);
  window_fixture_press (dialog, "Discard");
  WAIT_UNTIL (fixture->window->review_window == NULL && window_fixture_is_saved (fixture));
}

static void
test_suggestions (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);

  session_fixture_act (fixture, window, "session.keep");
  session_fixture_act (fixture, window, "session.next");
  session_fixture_act (fixture, window, "session.keep");
  session_fixture_act (fixture, window, "session.next");
  g_assert_null (galley_review_point_get_claim (
      galley_review_get_current (galley_review_window_get_review (window))));
  session_fixture_act (fixture, window, "session.keep");
  g_assert_cmpuint (session_fixture_get_session (window)->decisions->len, ==, 2);
  session_fixture_act (fixture, window, "session.opinion");
  g_assert_cmpuint (session_fixture_get_session (window)->decisions->len, ==, 3);
  session_fixture_act (fixture, window, "session.next");
  session_fixture_act (fixture, window, "session.confirm");
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 3);
}

static void
test_parked_points_come_back (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);
  g_autofree char *parked = g_strdup (session_fixture_get_quote (window));

  gtk_editable_set_text (window->words, "until Ben is here");
  session_fixture_act (fixture, window, "session.park");
  g_assert_true (says (window, "1 parked"));
  session_fixture_act (fixture, window, "session.next");
  session_fixture_act (fixture, window, "session.keep");
  for (guint i = 0; i < 3; i++)
    {
      session_fixture_act (fixture, window, "session.next");
      session_fixture_act (fixture, window, "session.not-checkable");
    }
  session_fixture_act (fixture, window, "session.next");
  g_assert_cmpstr (session_fixture_get_quote (window), ==, parked);
  session_fixture_act (fixture, window, "session.keep");
  session_fixture_act (fixture, window, "session.next");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "done");
  session_fixture_act (fixture, window, "session.back");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "point");
}

/* Where no point is shown, what is said is so, and says what to do next. */
static void
test_rest (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);

  for (guint i = 0; i < 4; i++)
    {
      session_fixture_act (fixture, window, i < 2 ? "session.keep" : "session.not-checkable");
      session_fixture_act (fixture, window, "session.next");
    }
  session_fixture_act (fixture, window, "session.next");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "done");
  g_assert_cmpstr (adw_status_page_get_title (window->done_page), ==,
                   "Nothing Else Is Left to Decide");
  g_assert_cmpstr (adw_status_page_get_description (window->done_page), ==,
                   "1 point is still open. Go back to decide about it.");
  session_fixture_act (fixture, window, "session.back");
  session_fixture_act (fixture, window, "session.park");
  session_fixture_act (fixture, window, "session.next");
  g_assert_true (g_str_has_prefix (adw_status_page_get_description (window->done_page),
                                   "1 point is parked. Go back"));
  session_fixture_act (fixture, window, "session.back");
  session_fixture_act (fixture, window, "session.not-checkable");
  session_fixture_act (fixture, window, "session.next");
  g_assert_cmpstr (adw_status_page_get_title (window->done_page), ==, "Nothing Is Left to Decide");
}

static void
test_empty_agenda (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);

  for (guint i = 0; i < 5; i++)
    session_fixture_act (fixture, window, "session.drop");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "done");
  g_assert_cmpstr (adw_status_page_get_title (window->done_page), ==, "Nothing Is on the Agenda");
}

/* Nobody is held on the stage. */
static void
test_tab_from_stage (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);

  gtk_widget_grab_focus (GTK_WIDGET (window->stage));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_WIDGET (window->stage)));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_BACKWARD);
  g_assert_false (
      gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_WIDGET (window->stage)));
}

static void
test_order (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);
  GalleyReview *review = galley_review_window_get_review (window);

  session_fixture_act (fixture, window, "session.move-down");
  g_assert_cmpstr (galley_review_point_get_quote (galley_review_peek (review, 1)), ==,
                   "The river rose by 2 meters.");
  g_assert_cmpstr (session_fixture_get_quote (window), ==, "The river rose by 2 meters.");
  session_fixture_act (fixture, window, "session.move-up");
  session_fixture_act (fixture, window, "session.move-up");
  g_assert_true (galley_review_peek (review, 0) == galley_review_get_current (review));
  session_fixture_act (fixture, window, "session.drop");
  g_assert_true (says (window, "0 of 4"));
  session_fixture_act (fixture, window, "session.undo");
  g_assert_true (says (window, "0 of 5"));
}

static const char *
get_selected_quote (GalleyReviewWindow *window)
{
  return galley_review_point_get_quote (galley_review_agenda_get_selected (window->agenda));
}

/* Whoever moves a point with keys goes on with it, whatever people talk about. */
static void
test_keys_in_agenda (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);
  GalleyReview *review = galley_review_window_get_review (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "session.show-agenda", NULL);
  galley_review_agenda_focus_row (window->agenda, 1);
  g_assert_true (galley_review_agenda_has_focus (window->agenda));
  g_assert_cmpstr (get_selected_quote (window), ==, "It rained for 3 days in May.");
  for (guint i = 2; i < 5; i++)
    {
      session_fixture_act (fixture, window, "session.move-down");
      g_assert_true (galley_review_agenda_has_focus (window->agenda));
      g_assert_cmpstr (get_selected_quote (window), ==, "It rained for 3 days in May.");
      g_assert_cmpstr (galley_review_point_get_quote (galley_review_peek (review, i)), ==,
                       "It rained for 3 days in May.");
    }
  session_fixture_act (fixture, window, "session.move-down");
  g_assert_cmpuint (galley_saver_get_n_failed (fixture->window->saver), ==, 0);
  session_fixture_act (fixture, window, "session.drop");
  g_assert_true (galley_review_agenda_has_focus (window->agenda));
  g_assert_true (galley_review_agenda_get_selected (window->agenda) ==
                 galley_review_peek (review, 3));
  g_assert_cmpstr (session_fixture_get_quote (window), ==, "The river rose by 2 meters.");
}

static void
test_add_claim (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);
  GalleyClaim *claim;

  session_fixture_mark (fixture, "The bridge was closed", GALLEY_STATUS_PENDING);
  claim = galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 2);
  galley_article_view_set_current_claim (fixture->window->article_view, claim);
  window_fixture_act (fixture, "add-to-agenda");
  WAIT_UNTIL (window_fixture_is_saved (fixture));
  g_assert_nonnull (galley_session_find_point (session_fixture_get_session (window),
                                               galley_claim_get_id (claim)));
}

/* Words that begin with a quotation mark have no other one before them. */
static void
test_repeated_quotation (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  GalleyCheck *check;
  GalleyReview *review;

  window_fixture_import (fixture, "said.txt",
                         "Title\n\n“It rained for 9 days,” the mayor said.\n\nNobody was hurt.\n\n"
                         "“It rained for 9 days,” the mayor said.\n");
  WAIT_UNTIL (window_fixture_count_articles (fixture) == 2 && fixture->window->check != NULL &&
              window_fixture_count_claims (fixture) == 0);
  session_fixture_mark (fixture, "“It rained for 9 days,” the mayor said.", GALLEY_STATUS_DISPUTED);
  review = galley_review_window_get_review (session_fixture_start (fixture));
  check = galley_review_get_check (review);
  WAIT_UNTIL (galley_check_get_twins (check) != NULL &&
              galley_twins_is_current (galley_check_get_twins (check), check));

  lines = galley_review_words_list_repeats (
      review, galley_claim_list_peek (galley_check_get_claims (check), 0));
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (lines, 0), ==,
                   "<b>Not marked</b> · “It rained for 9 days,” the mayor said.");
}

/* A point between two sentences, for the stage; (transfer full). */
static char *
mark_up_between (WindowFixture *fixture, const char *before, const char *after)
{
  g_autofree char *text = g_strdup_printf ("Title\n\n%s It rained for 9 days. %s\n", before, after);
  GalleyReview *review;

  window_fixture_import (fixture, "long.txt", text);
  WAIT_UNTIL (window_fixture_count_articles (fixture) == 2 && fixture->window->check != NULL &&
              window_fixture_count_claims (fixture) == 0);
  session_fixture_mark (fixture, "It rained for 9 days.", GALLEY_STATUS_DISPUTED);
  review = galley_review_window_get_review (session_fixture_start (fixture));

  return galley_review_words_mark_up (galley_review_get_check (review),
                                      galley_review_get_current (review));
}

/* However long what stands around it is, the point is on the stage. */
static void
test_long_neighbours (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) first = g_string_new ("First it was said");
  g_autoptr (GString) then = g_string_new ("Then it was said");
  g_autofree char *markup = NULL;
  const char *start, *words;

  for (guint i = 0; i < 200; i++)
    {
      g_string_append_printf (first, " that %u of them came", i);
      g_string_append_printf (then, " that %u of them came", i);
    }
  g_string_append_c (first, '.');
  g_string_append_c (then, '.');
  markup = mark_up_between (fixture, first->str, then->str);
  words = strstr (markup, "It rained for 9 days.");
  start = strstr (markup, "…");
  g_assert_true (start != NULL && words > start && words - start < 500);
  g_assert_nonnull (strstr (words, "Then it was said"));
  g_assert_true (g_str_has_suffix (words, "…</span>"));
  g_assert_cmpuint (strlen (words), <, 500);
}

static guint
count (const char *text, gunichar sign)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_utf8_get_char (p) == sign;

  return n;
}

/* Where words are not parted by spaces the few that are there are no place to cut. */
static void
test_neighbours_without_spaces (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) first = g_string_new ("AP ");
  g_autoptr (GString) then = g_string_new ("AP ");
  g_autofree char *markup = NULL;

  for (guint i = 0; i < 400; i++)
    {
      g_string_append (first, "雨");
      g_string_append (then, "水");
    }
  g_string_append (first, "。");
  g_string_append (then, "。");
  markup = mark_up_between (fixture, first->str, then->str);
  g_assert_cmpuint (count (markup, 0x96e8), >, 200);
  g_assert_cmpuint (count (markup, 0x96e8), <, 300);
  g_assert_cmpuint (count (markup, 0x6c34), >, 200);
  g_assert_cmpuint (count (markup, 0x6c34), <, 300);
}

/* Leaving pauses; the window offers to go on, where people had come to. */
static void
test_resume (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);

  g_assert_false (gtk_revealer_get_reveal_child (fixture->window->session_revealer));
  session_fixture_act (fixture, window, "session.keep");
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (fixture->window->review_window == NULL && window_fixture_is_saved (fixture));
  WAIT_UNTIL (gtk_revealer_get_reveal_child (fixture->window->session_revealer));
  g_assert_cmpint (fixture->window->unfinished->state, ==, GALLEY_SESSION_PAUSED);

  window_fixture_close (fixture);
  window_fixture_open (fixture);
  WAIT_UNTIL (fixture->window->unfinished != NULL);
  window_fixture_act (fixture, "review-session");
  WAIT_UNTIL (fixture->window->review_window != NULL && window_fixture_is_saved (fixture));
  window = fixture->window->review_window;
  g_assert_cmpuint (session_fixture_get_session (window)->sittings->len, ==, 2);
  g_assert_cmpstr (session_fixture_get_quote (window), ==, "It rained for 3 days in May.");
  g_assert_false (gtk_revealer_get_reveal_child (fixture->window->session_revealer));
}

static void
test_end (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);

  session_fixture_end (fixture, window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "ended");
  g_assert_false (gtk_widget_get_visible (window->footer));
  g_assert_null (fixture->window->unfinished);
  session_fixture_act (fixture, window, "session.confirm");
  g_assert_cmpuint (session_fixture_get_session (window)->decisions->len, ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (WindowFixture *fixture, gconstpointer data);
  } tests[] = {
    { "decide", test_decide },
    { "second-reading", test_second_reading },
    { "wants-words", test_wants_words },
    { "enter-decides", test_enter_decides },
    { "typing-stays-with-its-point", test_typing_stays_with_its_point },
    { "closing-asks", test_closing_asks },
    { "suggestions", test_suggestions },
    { "parked-points-come-back", test_parked_points_come_back },
    { "rest", test_rest },
    { "empty-agenda", test_empty_agenda },
    { "tab-from-stage", test_tab_from_stage },
    { "order", test_order },
    { "keys-in-agenda", test_keys_in_agenda },
    { "add-claim", test_add_claim },
    { "repeated-quotation", test_repeated_quotation },
    { "long-neighbours", test_long_neighbours },
    { "neighbours-without-spaces", test_neighbours_without_spaces },
    { "resume", test_resume },
    { "end", test_end },
  };

  fixture_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/window-sessions/", tests[i].name, NULL);

      g_test_add (path, WindowFixture, NULL, session_fixture_set_up, tests[i].test,
                  window_fixture_tear_down);
    }

  return g_test_run ();
}
