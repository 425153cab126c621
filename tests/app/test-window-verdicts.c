/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "following-fixture.h"

#include "galley-db.h"
#include "galley-desk-private.h"
#include "galley-library-private.h"
#include "galley-record-verbs.h"
#include "galley-verbs.h"

#include <string.h>

/* Keys that give a verdict: what they replace is what the person has seen or done, however fast
 * they work, and whatever another program does meanwhile. */

/* Has another program do something of which nothing tells the window. */
static void
judge_unseen (FollowingFixture *f, GalleyClaim *claim, GalleyStatus status, const char *reason)
{
  g_file_monitor_cancel (f->window.window->desk->monitor);
  following_fixture_judge (f, galley_claim_get_id (claim), status, reason);
}

static void
assert_claim (GalleyClaim *claim, GalleyStatus status, const char *reason, const char *checked_by)
{
  g_assert_cmpint (galley_claim_get_status (claim), ==, status);
  g_assert_cmpstr (galley_claim_get_reason (claim), ==, reason);
  g_assert_cmpstr (galley_claim_get_checked_by (claim), ==, checked_by);
}

static void
assert_refused (FollowingFixture *f, const char *sentence)
{
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  g_assert_nonnull (strstr (galley_saver_get_error_message (f->window.window->saver), sentence));
}

static void
settle (FollowingFixture *f)
{
  WAIT_UNTIL (window_fixture_is_saved (&f->window));
  g_assert_cmpstr (galley_saver_get_error_message (f->window.window->saver), ==, NULL);
  g_assert_cmpuint (following_fixture_get_n_failed (f), ==, 0);
}

/* A verdict of somebody else is not replaced before it was seen. It is shown then, and may be. */
static void
test_verdict_unseen (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);

  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  judge_unseen (f, claim, GALLEY_STATUS_DISPUTED, "it was five");
  window_fixture_act (&f->window, "confirm");
  assert_refused (f, "has another verdict by now");
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED);
  assert_claim (claim, GALLEY_STATUS_DISPUTED, "it was five", "Ben");

  galley_saver_discard (f->window.window->saver);
  window_fixture_act (&f->window, "confirm");
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_CONFIRMED);
  settle (f);
}

/* Nor is the reason for one. */
static void
test_reason_unseen (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);

  judge_unseen (f, claim, GALLEY_STATUS_PENDING, "ask the mayor");
  window_fixture_act (&f->window, "dispute");
  assert_refused (f, "wrote something else there");
  WAIT_UNTIL (galley_claim_get_reason (claim) != NULL);
  assert_claim (claim, GALLEY_STATUS_PENDING, "ask the mayor", "Ben");
  galley_saver_discard (f->window.window->saver);
}

static void
act_all (FollowingFixture *f, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    window_fixture_act (&f->window, names[i]);
}

/* Who works faster than the disk replaces what they did themselves. */
static void
test_own_verdicts (FollowingFixture *f, gconstpointer data)
{
  static const char *const rounds[][6] = {
    { "confirm", "dispute", "pending", "confirm", NULL },
    { "dispute", "confirm", NULL },
    { "pending", "pending", "dispute", "dispute", "confirm", NULL },
    { "dispute", "undo", "confirm", NULL },
    { "undo", "dispute", "undo", "pending", "confirm", NULL },
  };
  GalleyClaim *claim = following_fixture_choose (f, 0);

  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      g_test_message ("round %u", i);
      act_all (f, rounds[i]);
      settle (f);
      g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
    }
}

/* A reason that is not saved yet goes with the verdict, as one does that is. */
static void
test_own_reason (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);

  following_fixture_type (f, "Reason", "not in the report");
  galley_window_flush (f->window.window);
  window_fixture_act (&f->window, "dispute");
  settle (f);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpstr (galley_claim_get_reason (claim), ==, "not in the report");

  /* Nor does one come back that a confirmation took away. */
  act_all (f, (const char *const[]){ "confirm", "pending", NULL });
  settle (f);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  g_assert_null (galley_claim_get_reason (claim));
}

/* Nor is one lost that could not be saved before. */
static void
test_failed_reason (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);
  GalleyDb *writer = f->window.window->desk->library->writer;

  g_assert_true (galley_db_exec (writer, "PRAGMA query_only = ON", NULL));
  following_fixture_type (f, "Reason", "not in the report");
  galley_window_flush (f->window.window);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  g_assert_true (galley_db_exec (writer, "PRAGMA query_only = OFF", NULL));
  window_fixture_act (&f->window, "dispute");
  settle (f);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpstr (galley_claim_get_reason (claim), ==, "not in the report");
}

/* What several people decide in a session is about the verdict that they see. */
static void
test_session (FollowingFixture *f, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (&f->window);
  GalleyClaim *claim = galley_review_point_get_claim (
      galley_review_get_current (galley_review_window_get_review (window)));

  judge_unseen (f, claim, GALLEY_STATUS_CONFIRMED, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "session.keep", NULL);
  assert_refused (f, "has another verdict by now");
  g_assert_cmpuint (session_fixture_get_session (window)->decisions->len, ==, 0);
  galley_saver_discard (f->window.window->saver);

  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_CONFIRMED);
  following_fixture_judge (f, galley_claim_get_id (claim), GALLEY_STATUS_CONFIRMED, "by phone");
  gtk_widget_activate_action (GTK_WIDGET (window), "session.dispute", NULL);
  assert_refused (f, "wrote something else there");
  galley_saver_discard (f->window.window->saver);
}

/* Nor are words decided about that stand in another draft by now: the decision would make a claim
 * of whatever has their place there. */
static void
test_words_of_former_draft (FollowingFixture *f, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (&f->window);
  GalleyReview *review = galley_review_window_get_review (window);
  g_autoptr (GalleyCheck) kept = NULL;
  GError *error = NULL;

  while (galley_review_point_get_claim (galley_review_get_current (review)) != NULL)
    session_fixture_act (&f->window, window, "session.next");
  g_file_monitor_cancel (f->window.window->desk->monitor);
  following_fixture_give_draft (f, "Rain\n\nIt rained for 3 days in May. Nobody was hurt.\n");
  gtk_widget_activate_action (GTK_WIDGET (window), "session.confirm", NULL);
  assert_refused (f, "has another draft by now");
  galley_saver_discard (f->window.window->saver);

  kept = galley_desk_load (f->other, following_fixture_get_article (f), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (
      galley_claim_list_get_n_with_status (galley_check_get_claims (kept), GALLEY_STATUS_CONFIRMED),
      ==, 0);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(path, test)                                                                            \
  g_test_add (path, FollowingFixture, NULL, following_fixture_set_up, test,                        \
              following_fixture_tear_down)
  ADD ("/window-verdicts/unseen", test_verdict_unseen);
  ADD ("/window-verdicts/reason-unseen", test_reason_unseen);
  ADD ("/window-verdicts/own", test_own_verdicts);
  ADD ("/window-verdicts/own-reason", test_own_reason);
  ADD ("/window-verdicts/failed-reason", test_failed_reason);
  ADD ("/window-verdicts/session", test_session);
  ADD ("/window-verdicts/words-of-former-draft", test_words_of_former_draft);
#undef ADD

  return g_test_run ();
}
