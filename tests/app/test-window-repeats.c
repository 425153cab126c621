/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-claim-words.h"
#include "galley-db.h"
#include "galley-desk-private.h"
#include "galley-library-private.h"
#include "galley-repeat-list.h"
#include "galley-repeat-row.h"
#include "galley-twins.h"

#include <string.h>

/* What an article says more than once, in a window: shown, offered, refused, undone. */

static const char text[] =
    "Strike on a Boat\n\n"
    "The strike killed 11 people.\n\n"
    "A strike killed eleven people. The orchestra played Mahler in the harbour hall. "
    "The strike reportedly killed 11 people. The strike did not kill 11 people.\n\n"
    "The strike killed 12 people. The strike killed 11 people.\n\n"
    "Unconfirmed\n\n"
    "The strike killed 11 people.\n";

static GalleyClaimList *
get_claims (WindowFixture *fixture)
{
  return galley_check_get_claims (fixture->window->check);
}

static guint
count (WindowFixture *fixture, GalleyStatus status)
{
  return galley_claim_list_get_n_with_status (get_claims (fixture), status);
}

static gboolean
is_settled (WindowFixture *fixture)
{
  GalleyTwins *twins = galley_check_get_twins (fixture->window->check);

  return galley_saver_get_n_running (fixture->window->saver) == 0 && twins != NULL &&
         galley_twins_is_current (twins, fixture->window->check);
}

static void
act (WindowFixture *fixture, const char *action)
{
  window_fixture_act (fixture, action);
  WAIT_UNTIL (is_settled (fixture));
}

static void
open_text (WindowFixture *fixture, const char *content)
{
  window_fixture_import (fixture, "boat.txt", content);
  WAIT_UNTIL (fixture->window->check != NULL);
  WAIT_UNTIL (is_settled (fixture));
}

/* Puts the caret where @words begin for the @nth time, counted from 0. */
static void
go_to (WindowFixture *fixture, const char *words, guint nth)
{
  GalleyText *all = galley_document_get_text (galley_check_get_document (fixture->window->check));
  const char *utf8 = galley_text_peek_utf8 (all, NULL), *p = strstr (utf8, words);

  for (; nth > 0; nth--)
    p = strstr (p + 1, words);
  fixture->window->last_scope = GALLEY_KEY_IN_ARTICLE;
  galley_article_view_set_caret (fixture->window->article_view,
                                 galley_text_from_bytes (all, p - utf8));
}

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_REPEAT_LIST (widget);
}

static GtkWidget *
find_list (WindowFixture *fixture)
{
  return fixture_find (GTK_WIDGET (fixture->window->claim_panel), is_list, NULL);
}

static gboolean
is_row_with (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_REPEAT_ROW (widget) && fixture_find_by_label (widget, data) != NULL;
}

static GtkWidget *
find_row (WindowFixture *fixture, const char *words)
{
  return fixture_find (find_list (fixture), is_row_with, words);
}

static gboolean
says (WindowFixture *fixture, const char *words)
{
  GtkWidget *label = fixture_find_by_label (find_list (fixture), words);

  return label != NULL && gtk_widget_is_visible (label);
}

static void
confirm_first (WindowFixture *fixture)
{
  go_to (fixture, "The strike killed 11", 0);
  act (fixture, "confirm");
  WAIT_UNTIL (gtk_widget_get_visible (find_list (fixture)));
}

static void
test_offers (WindowFixture *fixture, gconstpointer data)
{
  open_text (fixture, text);
  confirm_first (fixture);
  WAIT_UNTIL (says (fixture, "2 other mentions say the same"));
  g_assert_nonnull (find_row (fixture, "A strike killed eleven people."));
  g_assert_nonnull (find_row (fixture, "It says the same"));
  g_assert_nonnull (find_row (fixture, "The certainty differs: “reportedly” is only here"));
  g_assert_nonnull (find_row (fixture, "The negation differs: “not” is only here"));
  g_assert_true (says (fixture, "Show 2 More Mentions"));
  window_fixture_press (find_list (fixture), "Show 2 More Mentions");
  g_assert_nonnull (find_row (fixture, "The number differs: 11 – 12"));
  g_assert_nonnull (find_row (fixture, "The certainty differs: “Unconfirmed” is only here"));
  /* Nothing carries over by itself. */
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 1);
}

static void
test_gives_in_one_step (WindowFixture *fixture, gconstpointer data)
{
  open_text (fixture, text);
  go_to (fixture, "A strike killed eleven", 0);
  act (fixture, "mark");
  confirm_first (fixture);
  act (fixture, "repeat-verdict");
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 3);
  g_assert_cmpuint (count (fixture, GALLEY_STATUS_CONFIRMED), ==, 3);
  for (guint i = 1; i < 3; i++)
    g_assert_cmpuint (
        galley_claim_get_notes (galley_claim_list_peek (get_claims (fixture), i))->len, ==, 1);
  WAIT_UNTIL (!says (fixture, "2 other mentions say the same"));
  g_assert_nonnull (find_row (fixture, "It has this verdict already"));

  act (fixture, "undo");
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 2);
  g_assert_cmpuint (count (fixture, GALLEY_STATUS_CONFIRMED), ==, 1);
  WAIT_UNTIL (says (fixture, "2 other mentions say the same"));
  act (fixture, "redo");
  g_assert_cmpuint (count (fixture, GALLEY_STATUS_CONFIRMED), ==, 3);
}

/* Keys that follow each other faster than anything can be saved or found. */
static void
test_hasty (WindowFixture *fixture, gconstpointer data)
{
  open_text (fixture, text);
  go_to (fixture, "The strike killed 11", 0);
  act (fixture, "mark");
  window_fixture_act (fixture, "confirm");
  window_fixture_act (fixture, "repeat-verdict");
  window_fixture_act (fixture, "repeat-verdict");
  WAIT_UNTIL (count (fixture, GALLEY_STATUS_CONFIRMED) == 3);
  WAIT_UNTIL (is_settled (fixture));
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 3);
}

/* The verdict that could not be saved is not given to others; still less the one before. */
static void
test_failed (WindowFixture *fixture, gconstpointer data)
{
  GalleyDb *writer;

  open_text (fixture, text);
  confirm_first (fixture);
  writer = fixture->window->desk->library->writer;
  g_assert_true (galley_db_exec (writer, "PRAGMA query_only = ON", NULL));
  window_fixture_act (fixture, "dispute");
  window_fixture_act (fixture, "repeat-verdict");
  WAIT_UNTIL (galley_saver_get_n_failed (fixture->window->saver) > 0 && is_settled (fixture));
  g_assert_cmpuint (galley_saver_get_n_failed (fixture->window->saver), ==, 1);
  g_assert_true (galley_db_exec (writer, "PRAGMA query_only = OFF", NULL));
  galley_saver_retry (fixture->window->saver);
  WAIT_UNTIL (is_settled (fixture));
  g_assert_cmpuint (count (fixture, GALLEY_STATUS_DISPUTED), ==, 1);
  g_assert_cmpuint (count (fixture, GALLEY_STATUS_CONFIRMED), ==, 0);
}

static void
test_takes_over (WindowFixture *fixture, gconstpointer data)
{
  open_text (fixture, text);
  confirm_first (fixture);
  act (fixture, "dispute");
  go_to (fixture, "A strike killed eleven", 0);
  act (fixture, "mark");
  WAIT_UNTIL (says (fixture, "Another mention that says the same is disputed"));
  act (fixture, "repeat-verdict");
  g_assert_cmpuint (count (fixture, GALLEY_STATUS_DISPUTED), ==, 2);
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 2);
  act (fixture, "undo");
  g_assert_cmpuint (count (fixture, GALLEY_STATUS_PENDING), ==, 1);
}

/* A verdict that somebody gave is never replaced. */
static void
test_leaves_other_verdicts (WindowFixture *fixture, gconstpointer data)
{
  open_text (fixture, text);
  go_to (fixture, "A strike killed eleven", 0);
  act (fixture, "dispute");
  go_to (fixture, "The strike killed 11", 1);
  act (fixture, "dispute");
  confirm_first (fixture);
  WAIT_UNTIL (find_row (fixture, "It has a verdict of its own: disputed") != NULL);
  act (fixture, "repeat-verdict");
  g_assert_cmpuint (count (fixture, GALLEY_STATUS_CONFIRMED), ==, 1);
  g_assert_cmpuint (count (fixture, GALLEY_STATUS_DISPUTED), ==, 2);
}

static void
test_nothing_to_give (WindowFixture *fixture, gconstpointer data)
{
  open_text (fixture, text);
  go_to (fixture, "The orchestra", 0);
  act (fixture, "confirm");
  g_assert_false (gtk_widget_get_visible (find_list (fixture)));
  act (fixture, "repeat-verdict");
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 1);
}

static void
test_shows_mentions (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_text (fixture, text);
  confirm_first (fixture);
  WAIT_UNTIL (find_row (fixture, "A strike killed eleven people.") != NULL);
  row = find_row (fixture, "A strike killed eleven people.");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpuint (galley_article_view_get_caret (fixture->window->article_view), ==,
                    strstr (text, "A strike") - text);
  g_assert_null (galley_window_get_claim (fixture->window));

  act (fixture, "mark");
  WAIT_UNTIL (find_row (fixture, "The strike killed 11 people.") != NULL);
  row = find_row (fixture, "The strike killed 11 people.");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_true (galley_window_get_claim (fixture->window) ==
                 galley_claim_list_peek (get_claims (fixture), 0));
}

static void
assert_caret_at (WindowFixture *fixture, const char *words)
{
  g_assert_cmpuint (galley_article_view_get_caret (fixture->window->article_view), ==,
                    strstr (text, words) - text);
}

/* From mention to mention, whether they are marked or not, and round again. */
static void
test_next_mention (WindowFixture *fixture, gconstpointer data)
{
  static const char *const mentions[] = {
    "A strike killed",
    "The strike reportedly",
    "The strike did not",
    "The strike killed 12",
    "The strike killed 11 people.\n\nUnconfirmed",
    "The strike killed 11 people.\n",
  };

  open_text (fixture, text);
  window_fixture_act (fixture, "next-mention");
  confirm_first (fixture);
  for (guint i = 0; i < 2; i++)
    {
      for (guint j = 0; j < 5; j++)
        {
          window_fixture_act (fixture, "next-mention");
          assert_caret_at (fixture, mentions[j]);
        }
      window_fixture_act (fixture, "next-mention");
      g_assert_cmpuint (galley_article_view_get_caret (fixture->window->article_view), >,
                        strstr (text, "Unconfirmed") - text);
      window_fixture_act (fixture, "next-mention");
      assert_caret_at (fixture, mentions[5]);
      g_assert_nonnull (galley_window_get_claim (fixture->window));
    }
}

/* What is another claim now is no mention any more. */
static void
test_follows_changes (WindowFixture *fixture, gconstpointer data)
{
  open_text (fixture, text);
  go_to (fixture, "A strike killed eleven", 0);
  act (fixture, "mark");
  confirm_first (fixture);
  WAIT_UNTIL (says (fixture, "2 other mentions say the same"));
  go_to (fixture, "A strike killed eleven", 0);
  act (fixture, "shrink-end");
  go_to (fixture, "The strike killed 11", 0);
  WAIT_UNTIL (says (fixture, "1 other mention says the same"));
  act (fixture, "undo");
  go_to (fixture, "The strike killed 11", 0);
  WAIT_UNTIL (says (fixture, "2 other mentions say the same"));
}

static gboolean
is_said (WindowFixture *fixture, const char *words)
{
  GtkWidget *pane = GTK_WIDGET (fixture->window->claims_pane);

  return fixture_find_by_label (pane, words) != NULL;
}

static void
test_list_says_how_often (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *place = NULL, *elsewhere = NULL;

  open_text (fixture, text);
  confirm_first (fixture);
  place =
      galley_claim_words_describe_place (fixture->window->check, strstr (text, "killed") - text);
  g_assert_true (g_str_has_prefix (place, "Confirmed"));
  g_assert_true (g_str_has_suffix (place, "\nThe article says this 3×"));
  elsewhere =
      galley_claim_words_describe_place (fixture->window->check, strstr (text, "Mahler") - text);
  g_assert_null (elsewhere);
  WAIT_UNTIL (is_said (fixture, "said 3×"));
}

/* The same words hundreds of times, with nothing in them, without end, from right to left. */
static void
test_hostile (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) all = g_string_new ("Title\n\n");

  for (guint i = 0; i < 600; i++)
    g_string_append (all, "The strike killed 11 people.\n\n");
  for (guint i = 0; i < 2; i++)
    {
      g_string_append (all, "קראתי את הדוח אתמול בבוקר.\n\n—\n\n");
      for (guint j = 0; j < 5000; j++)
        g_string_append (all, "endless ");
      g_string_append (all, "words.\n\n");
    }
  open_text (fixture, all->str);
  confirm_first (fixture);
  WAIT_UNTIL (says (fixture, "599 other mentions say the same"));
  act (fixture, "repeat-verdict");
  g_assert_cmpuint (count (fixture, GALLEY_STATUS_CONFIRMED), ==, 600);
  act (fixture, "undo");
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 1);

  go_to (fixture, "קראתי", 0);
  act (fixture, "confirm");
  WAIT_UNTIL (says (fixture, "1 other mention says the same"));
  go_to (fixture, "endless", 0);
  act (fixture, "confirm");
  g_assert_false (gtk_widget_get_visible (find_list (fixture)));
}

int
main (int argc, char **argv)
{
#define ADD(name, function)                                                                        \
  g_test_add ("/window-repeats/" name, WindowFixture, NULL, window_fixture_set_up, function,       \
              window_fixture_tear_down)

  fixture_init (&argc, &argv);

  ADD ("offers", test_offers);
  ADD ("gives-in-one-step", test_gives_in_one_step);
  ADD ("hasty", test_hasty);
  ADD ("failed", test_failed);
  ADD ("takes-over", test_takes_over);
  ADD ("leaves-other-verdicts", test_leaves_other_verdicts);
  ADD ("nothing-to-give", test_nothing_to_give);
  ADD ("shows-mentions", test_shows_mentions);
  ADD ("next-mention", test_next_mention);
  ADD ("follows-changes", test_follows_changes);
  ADD ("list-says-how-often", test_list_says_how_often);
  ADD ("hostile", test_hostile);

  return g_test_run ();
}
