/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "following-fixture.h"

#include "galley-desk-private.h"
#include "galley-reading-verbs.h"
#include "galley-record-verbs.h"
#include "galley-verbs.h"

#include <string.h>

/* What becomes of a verdict that was refused because somebody else's was there first: it replaces
 * that only where somebody wants it who has seen both, and never stands on other words. */

static GalleySaver *
get_saver (FollowingFixture *f)
{
  return f->window.window->saver;
}

static const char *
get_bar (FollowingFixture *f)
{
  return gtk_label_get_text (f->window.window->failure_label);
}

static gboolean
has_retry (FollowingFixture *f)
{
  return gtk_widget_get_visible (f->window.window->retry_button);
}

/* Gives a verdict of which nothing tells the window. */
static void
judge_unseen (FollowingFixture *f, GalleyClaim *claim, GalleyStatus status, const char *reason)
{
  g_file_monitor_cancel (f->window.window->desk->monitor);
  following_fixture_judge (f, galley_claim_get_id (claim), status, reason);
}

/* Has the window do @action, which is refused, for the verdict that the other one gave first. */
static void
be_refused (FollowingFixture *f, GalleyClaim *claim, const char *action)
{
  GalleyStatus before = galley_claim_get_status (claim);

  judge_unseen (f, claim, GALLEY_STATUS_DISPUTED, "it was five");
  window_fixture_act (&f->window, action);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  WAIT_UNTIL (galley_claim_get_status (claim) != before);
}

static void
assert_claim (GalleyClaim *claim, GalleyStatus status, const char *reason, const char *checked_by)
{
  g_assert_cmpint (galley_claim_get_status (claim), ==, status);
  g_assert_cmpstr (galley_claim_get_reason (claim), ==, reason);
  if (checked_by != NULL)
    g_assert_cmpstr (galley_claim_get_checked_by (claim), ==, checked_by);
  else
    g_assert_cmpstr (galley_claim_get_checked_by (claim), !=, "Ben");
}

static GtkWidget *
find_question (FollowingFixture *f)
{
  GtkWidget *dialog;

  WAIT_UNTIL ((dialog = window_fixture_find_dialog (&f->window)) != NULL);
  return dialog;
}

static void
answer (FollowingFixture *f, const char *label)
{
  window_fixture_press (find_question (f), label);
  WAIT_UNTIL (window_fixture_find_dialog (&f->window) == NULL);
  while (g_main_context_iteration (NULL, /* may_block= */ FALSE))
    ;
  WAIT_UNTIL (galley_saver_get_n_running (get_saver (f)) == 0);
}

static void
assert_saved (FollowingFixture *f)
{
  WAIT_UNTIL (window_fixture_is_saved (&f->window) && following_fixture_get_n_failed (f) == 0);
}

static void
assert_says (GtkWidget *dialog, const char *sentence)
{
  const char *body = adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog));

  if (strstr (body, sentence) == NULL)
    g_error ("“%s” is not in “%s”", sentence, body);
}

/* The bar says whose verdict was first; whoever tries again is asked about that. */
static void
test_replace (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);
  GtkWidget *dialog;

  be_refused (f, claim, "confirm");
  g_assert_cmpstr (get_bar (f), ==,
                   "1 change is not saved: Ben disputed “It rained for 3 days in May.” meanwhile, "
                   "so nothing was done");
  g_assert_true (has_retry (f));

  window_fixture_act (&f->window, "retry-save");
  dialog = find_question (f);
  assert_says (dialog, "“It rained for 3 days in May.”");
  assert_says (dialog, "Disputed: it was five\nChecked by Ben on ");
  assert_says (dialog, "Yours: Confirmed");
  answer (f, "Cancel");
  g_assert_cmpuint (following_fixture_get_n_failed (f), ==, 1);
  assert_claim (claim, GALLEY_STATUS_DISPUTED, "it was five", "Ben");

  window_fixture_act (&f->window, "retry-save");
  answer (f, "Replace");
  assert_saved (f);
  assert_claim (claim, GALLEY_STATUS_CONFIRMED, NULL, NULL);
  g_assert_false (gtk_revealer_get_reveal_child (f->window.window->failure_revealer));
}

/* What is answered is about the verdict that was asked about, not about one that came then. */
static void
test_replace_later_verdict (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);

  be_refused (f, claim, "confirm");
  window_fixture_act (&f->window, "retry-save");
  find_question (f);
  following_fixture_judge (f, galley_claim_get_id (claim), GALLEY_STATUS_DISPUTED, "it was six");
  galley_desk_look (f->window.window->desk);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_reason (claim), "it was six") == 0);
  answer (f, "Replace");
  g_assert_cmpuint (following_fixture_get_n_failed (f), ==, 1);
  assert_claim (claim, GALLEY_STATUS_DISPUTED, "it was six", "Ben");

  window_fixture_act (&f->window, "retry-save");
  assert_says (find_question (f), "it was six");
  answer (f, "Replace");
  assert_saved (f);
  assert_claim (claim, GALLEY_STATUS_CONFIRMED, NULL, NULL);
}

static void
cut (FollowingFixture *f, GalleyClaim *claim, int n)
{
  GalleyRange range = galley_claim_get_range (claim);

  range.end -= n;
  following_fixture_do (
      f, galley_verb_move (claim, galley_check_get_document (f->window.window->check), range));
}

/* A verdict is about the words that it was given on: there is nothing to try on others. */
static void
test_other_words (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);
  guint end = galley_claim_get_range (claim).end;

  be_refused (f, claim, "confirm");
  cut (f, claim, 4);
  galley_desk_look (f->window.window->desk);
  WAIT_UNTIL (galley_claim_get_range (claim).end != end);
  WAIT_UNTIL (!has_retry (f));
  window_fixture_act (&f->window, "retry-save");
  WAIT_UNTIL (galley_saver_get_n_running (get_saver (f)) == 0);
  g_assert_null (window_fixture_find_dialog (&f->window));
  g_assert_cmpuint (following_fixture_get_n_failed (f), ==, 1);
  g_assert_nonnull (strstr (get_bar (f), "stands on other words by now"));
  g_assert_cmpint (galley_claim_get_status (claim), !=, GALLEY_STATUS_CONFIRMED);

  cut (f, claim, -4);
  galley_desk_look (f->window.window->desk);
  WAIT_UNTIL (galley_claim_get_range (claim).end == end);
  WAIT_UNTIL (has_retry (f));
  galley_saver_discard (get_saver (f));
}

/* Nor on another sentence, in which somebody else has put what is claimed. */
static void
test_other_sentence (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);
  const char *ids[] = { galley_claim_get_id (claim), NULL };

  g_file_monitor_cancel (f->window.window->desk->monitor);
  following_fixture_do (f, galley_verb_set_detail (ids, GALLEY_DETAIL_SENTENCE, "It was dry."));
  window_fixture_act (&f->window, "confirm");
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_sentence (claim), "It was dry.") == 0);
  WAIT_UNTIL (!has_retry (f));
  g_assert_cmpint (galley_claim_get_status (claim), !=, GALLEY_STATUS_CONFIRMED);
  galley_saver_discard (get_saver (f));
}

/* Nor do they stand there when somebody says that it is to replace the other one. */
static void
test_words_moved_while_asked (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);

  be_refused (f, claim, "confirm");
  window_fixture_act (&f->window, "retry-save");
  find_question (f);
  cut (f, claim, 4);
  answer (f, "Replace");
  g_assert_cmpuint (following_fixture_get_n_failed (f), ==, 1);
  g_assert_nonnull (
      strstr (galley_saver_get_error_message (get_saver (f)), "stands on other words by now"));
  g_assert_cmpint (galley_claim_get_status (claim), !=, GALLEY_STATUS_CONFIRMED);
  galley_saver_discard (get_saver (f));
}

/* A reason is for the verdict that it was written for, and none replaces another verdict. */
static void
test_reason (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);

  judge_unseen (f, claim, GALLEY_STATUS_DISPUTED, "it was five");
  following_fixture_type (f, "Reason", "ask the mayor");
  galley_window_flush (f->window.window);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED);
  window_fixture_act (&f->window, "retry-save");
  WAIT_UNTIL (galley_saver_get_n_running (get_saver (f)) == 0);
  g_assert_null (window_fixture_find_dialog (&f->window));
  g_assert_cmpuint (following_fixture_get_n_failed (f), ==, 1);
  assert_claim (claim, GALLEY_STATUS_DISPUTED, "it was five", "Ben");
  galley_saver_discard (get_saver (f));
  f->window.window->may_close = TRUE;
}

/* Of several verdicts each one that is in the way is asked about. */
static void
test_several (FollowingFixture *f, gconstpointer data)
{
  GalleyClaimList *claims = galley_check_get_claims (f->window.window->check);
  GalleyClaim *first = galley_claim_list_peek (claims, 0);
  GalleyClaim *second = galley_claim_list_peek (claims, 1);
  const char *ids[] = { galley_claim_get_id (first), galley_claim_get_id (second), NULL };
  g_autoptr (GalleyAction) action = galley_verb_set_status (ids, GALLEY_STATUS_CONFIRMED, NULL);

  judge_unseen (f, first, GALLEY_STATUS_DISPUTED, "it was five");
  judge_unseen (f, second, GALLEY_STATUS_PENDING, "ask the mayor");
  galley_window_perform (f->window.window, action, NULL);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  WAIT_UNTIL (galley_claim_get_status (second) == GALLEY_STATUS_PENDING);

  window_fixture_act (&f->window, "retry-save");
  assert_says (find_question (f), "it was five");
  answer (f, "Replace");
  WAIT_UNTIL (strstr (get_bar (f), "Ben left “The river rose by 2 meters.” open") != NULL);
  assert_claim (first, GALLEY_STATUS_DISPUTED, "it was five", "Ben");
  window_fixture_act (&f->window, "retry-save");
  assert_says (find_question (f), "ask the mayor");
  answer (f, "Replace");
  assert_saved (f);
  assert_claim (first, GALLEY_STATUS_CONFIRMED, NULL, NULL);
  assert_claim (second, GALLEY_STATUS_CONFIRMED, NULL, NULL);
}

static void
test_delete (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);

  be_refused (f, claim, "delete-claim");
  g_assert_cmpuint (window_fixture_count_claims (&f->window), ==, 2);
  window_fixture_act (&f->window, "retry-save");
  assert_says (find_question (f), "it was five");
  answer (f, "Delete");
  WAIT_UNTIL (window_fixture_count_claims (&f->window) == 1);
  g_assert_cmpuint (following_fixture_get_n_failed (f), ==, 0);
}

/* A second reader is told of their own verdict, in another window, and of no one else's. */
static void
test_reading (FollowingFixture *f, gconstpointer data)
{
  GalleyWindow *window = f->window.window;
  GalleyReadingChoice choice = { .scope = GALLEY_READING_ALL };
  g_autoptr (GPtrArray) chosen =
      galley_reading_choose (galley_check_get_claims (window->check), &choice);
  g_autoptr (GalleyAction) start = galley_verb_start_reading (window->article_id, chosen, &choice);
  g_autoptr (GalleyCheck) check = NULL, blind = NULL;
  g_autoptr (GalleyAction) found = NULL;
  GalleyClaim *claim;

  galley_window_perform (window, start, /* toast= */ NULL);
  WAIT_UNTIL (galley_window_is_blind (window) && window_fixture_is_saved (&f->window));
  claim = following_fixture_choose (f, 0);
  check = galley_desk_load (f->other, window->article_id, NULL, NULL);
  blind = galley_check_new_blind (check, g_ptr_array_index (galley_check_get_readings (check), 0));
  {
    const char *ids[] = { galley_claim_get_id (claim), NULL };
    g_autoptr (GalleyAction) judged =
        galley_verb_set_status (ids, GALLEY_STATUS_DISPUTED, "it was five");

    found = galley_verb_make_blind (blind, judged);
  }
  g_file_monitor_cancel (window->desk->monitor);
  following_fixture_do (f, g_steal_pointer (&found));

  window_fixture_act (&f->window, "confirm");
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED);
  window_fixture_act (&f->window, "retry-save");
  assert_says (find_question (f), "Disputed: it was five");
  answer (f, "Replace");
  assert_saved (f);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
}

/* Refuses what people decide in a session, with words that they typed. */
static GalleyReviewWindow *
refuse_session (FollowingFixture *f, GalleyClaim **out_claim)
{
  GalleyReviewWindow *session = session_fixture_start (&f->window);

  *out_claim = galley_review_point_get_claim (
      galley_review_get_current (galley_review_window_get_review (session)));
  judge_unseen (f, *out_claim, GALLEY_STATUS_CONFIRMED, NULL);
  gtk_editable_set_text (session->words, "no source");
  gtk_editable_set_text (session->correction, "by 3 meters");
  gtk_widget_activate_action (GTK_WIDGET (session), "session.dispute", NULL);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  WAIT_UNTIL (galley_claim_get_status (*out_claim) == GALLEY_STATUS_CONFIRMED);
  return session;
}

static void
assert_typed (GalleyReviewWindow *session, const char *words, const char *correction)
{
  g_assert_cmpstr (gtk_editable_get_text (session->words), ==, words);
  g_assert_cmpstr (gtk_editable_get_text (session->correction), ==, correction);
}

/* What people typed is there to be decided once more. */
static void
test_session_discard (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim;
  GalleyReviewWindow *session = refuse_session (f, &claim);

  assert_typed (session, "no source", "by 3 meters");
  galley_saver_discard (get_saver (f));
  assert_typed (session, "no source", "by 3 meters");
  session_fixture_act (&f->window, session, "session.dispute");
  g_assert_cmpuint (following_fixture_get_n_failed (f), ==, 0);
  assert_claim (claim, GALLEY_STATUS_DISPUTED, "no source", NULL);
  assert_typed (session, "", "");
  session_fixture_act (&f->window, session, "session.back");
  assert_typed (session, "", "");
}

static void
test_session_replace (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim;
  GalleyReviewWindow *session = refuse_session (f, &claim);
  GtkWidget *dialog;

  g_assert_nonnull (strstr (gtk_label_get_text (session->failure_label), "Ben confirmed “"));
  gtk_widget_activate_action (GTK_WIDGET (session), "session.retry-save", NULL);
  WAIT_UNTIL ((dialog = session_fixture_find_dialog (session)) != NULL);
  assert_says (dialog, "Yours: Disputed: no source");
  window_fixture_press (dialog, "Replace");
  WAIT_UNTIL (window_fixture_is_saved (&f->window) && following_fixture_get_n_failed (f) == 0);
  assert_claim (claim, GALLEY_STATUS_DISPUTED, "no source", NULL);
  g_assert_cmpuint (session_fixture_get_session (session)->decisions->len, ==, 1);
  assert_typed (session, "", "");
}

/* What people keep is the verdict that they saw. */
static void
test_session_keep (FollowingFixture *f, gconstpointer data)
{
  GalleyReviewWindow *session = session_fixture_start (&f->window);
  GalleyClaim *claim = galley_review_point_get_claim (
      galley_review_get_current (galley_review_window_get_review (session)));

  judge_unseen (f, claim, GALLEY_STATUS_CONFIRMED, NULL);
  gtk_widget_activate_action (GTK_WIDGET (session), "session.keep", NULL);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_CONFIRMED);
  gtk_widget_activate_action (GTK_WIDGET (session), "session.retry-save", NULL);
  WAIT_UNTIL (galley_saver_get_n_running (get_saver (f)) == 0);
  g_assert_null (session_fixture_find_dialog (session));
  g_assert_cmpuint (following_fixture_get_n_failed (f), ==, 1);
  galley_saver_discard (get_saver (f));
}

/* People who sit down while another draft is being loaded do not talk about the one before. */
static void
test_session_of_former_draft (FollowingFixture *f, gconstpointer data)
{
  GalleyWindow *window = f->window.window;
  g_autoptr (GalleyCheck) before = g_object_ref (window->check);
  GalleyReviewWindow *first = session_fixture_start (&f->window), *late;
  GalleySession *session = galley_session_ref (session_fixture_get_session (first));

  gtk_window_destroy (GTK_WINDOW (first));
  following_fixture_give_draft (f, "Rain\n\nIt rained for 3 days in May. Nobody was hurt.\n");
  WAIT_UNTIL (window->check != before && window->load == NULL);
  late =
      galley_review_window_new (GTK_WINDOW (window), window->desk, window->saver, before, session);
  WAIT_UNTIL (galley_review_get_check (galley_review_window_get_review (late)) != before);
  gtk_window_destroy (GTK_WINDOW (late));
  galley_session_unref (session);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(path, test)                                                                            \
  g_test_add (path, FollowingFixture, NULL, following_fixture_set_up, test,                        \
              following_fixture_tear_down)
  ADD ("/window-refused/replace", test_replace);
  ADD ("/window-refused/replace-later-verdict", test_replace_later_verdict);
  ADD ("/window-refused/other-words", test_other_words);
  ADD ("/window-refused/other-sentence", test_other_sentence);
  ADD ("/window-refused/words-moved-while-asked", test_words_moved_while_asked);
  ADD ("/window-refused/reason", test_reason);
  ADD ("/window-refused/several", test_several);
  ADD ("/window-refused/delete", test_delete);
  ADD ("/window-refused/reading", test_reading);
  ADD ("/window-refused/session-discard", test_session_discard);
  ADD ("/window-refused/session-replace", test_session_replace);
  ADD ("/window-refused/session-keep", test_session_keep);
  ADD ("/window-refused/session-of-former-draft", test_session_of_former_draft);
#undef ADD

  return g_test_run ();
}
