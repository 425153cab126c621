/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "following-fixture.h"

#include "galley-desk-private.h"
#include "galley-place-verbs.h"
#include "galley-record-verbs.h"
#include "galley-session-verbs.h"
#include "galley-sign-off-verbs.h"
#include "galley-verbs.h"

#include <string.h>

/* Another program works on the library that the window shows. */

#define MANY 10000

/* What somebody else decides is shown where somebody is, who stays there. */
static void
test_verdict (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);
  GtkWidget *panel = GTK_WIDGET (f->window.window->claim_panel);
  GalleyArticle *article = galley_check_get_article (f->window.window->check);
  GtkTextView *note = following_fixture_type (f, "Note", "half a sen");

  following_fixture_judge (f, galley_claim_get_id (claim), GALLEY_STATUS_DISPUTED,
                           "nobody counted");
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED);
  g_assert_true (following_fixture_get_chosen (f) == claim);
  following_fixture_assert_typed (f, "Reason", "nobody counted");
  following_fixture_assert_typed (f, "Note", "half a sen");
  g_assert_true (following_fixture_has_focus (f, note));
  g_assert_cmpuint (galley_article_get_n_with_status (article, GALLEY_STATUS_DISPUTED), ==, 2);
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (f->window.window),
                                     "Another program changed this article") != NULL);

  gtk_widget_grab_focus (panel);
  galley_window_flush (f->window.window);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim), "half a sen") == 0);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpstr (galley_claim_get_checked_by (claim), ==, "Ben");
}

/* What is done here is no news. */
static void
test_own (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);

  window_fixture_act (&f->window, "dispute");
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED);
  following_fixture_judge (f, galley_claim_get_id (claim), GALLEY_STATUS_CONFIRMED, NULL);
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_CONFIRMED);
  g_assert_nonnull (f->window.window->news);
  g_assert_cmpstr (galley_check_get_undo_verb (f->window.window->check), ==, "set-status");
}

/* Whoever reads a claim that somebody else takes out does not decide about the next one instead. */
static void
test_chosen_claim_deleted (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);
  const char *ids[] = { galley_claim_get_id (claim), NULL };

  gtk_widget_grab_focus (GTK_WIDGET (f->window.window->claims_pane));
  following_fixture_do (f, galley_verb_delete_claims (ids));
  WAIT_UNTIL (window_fixture_count_claims (&f->window) == 1);
  g_assert_null (following_fixture_get_chosen (f));
  g_assert_null (galley_window_get_claim (f->window.window));
}

/* Nor if a blank in it is selected, which is nothing to decide about. */
static void
test_claim_deleted_around_blank (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);
  const char *ids[] = { galley_claim_get_id (claim), NULL };
  guint start = galley_claim_get_range (claim).start;

  galley_article_view_select (f->window.window->article_view,
                              (GalleyRange){ start + strlen ("It"), start + strlen ("It ") });
  g_assert_true (galley_window_get_claim (f->window.window) == claim);
  following_fixture_do (f, galley_verb_delete_claims (ids));
  WAIT_UNTIL (window_fixture_count_claims (&f->window) == 1);
  g_assert_null (galley_window_get_claim (f->window.window));
  g_assert_null (following_fixture_get_chosen (f));
}

/* A claim that somebody else moves gets no verdict of who has not seen its words, whatever tells.
 */
static void
test_moved_claim (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);
  GalleyDocument *document = galley_check_get_document (f->window.window->check);
  GalleyRange range = galley_claim_get_range (claim);
  GalleyStatus before = galley_claim_get_status (claim);

  g_file_monitor_cancel (f->window.window->desk->monitor);
  range.end -= 4;
  following_fixture_do (f, galley_verb_move (claim, document, range));
  window_fixture_act (&f->window, before == GALLEY_STATUS_DISPUTED ? "confirm" : "dispute");
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  g_assert_nonnull (strstr (galley_saver_get_error_message (f->window.window->saver),
                            "stands on other words by now"));
  g_assert_cmpint (galley_claim_get_status (claim), ==, before);

  /* It waits, for words that are the same again, too. */
  range.end += 4;
  following_fixture_do (f, galley_verb_move (claim, document, range));
  window_fixture_act (&f->window, "retry-save");
  WAIT_UNTIL (galley_claim_get_status (claim) != before);
  g_assert_cmpuint (following_fixture_get_n_failed (f), ==, 0);
}

/* Nor is a former verdict kept for words that nobody saw. */
static void
test_kept_on_moved_claim (FollowingFixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) before = g_object_ref (f->window.window->check);
  g_autofree char *id = g_strdup (galley_claim_get_id (following_fixture_choose (f, 1)));
  GalleyClaim *claim;
  GalleyRange range;

  following_fixture_give_draft (
      f, "Rain in the Valley\n\nIt rained for 3 days in May. The river rose by 4 meters.\n");
  WAIT_UNTIL (f->window.window->check != before && f->window.window->load == NULL);
  claim = following_fixture_choose (f, 1);
  g_assert_cmpstr (galley_claim_get_id (claim), ==, id);
  g_assert_nonnull (galley_claim_get_former (claim));

  g_file_monitor_cancel (f->window.window->desk->monitor);
  range = galley_claim_get_range (claim);
  range.end -= strlen (" by 4 meters.");
  following_fixture_do (
      f, galley_verb_move (claim, galley_check_get_document (f->window.window->check), range));
  window_fixture_act (&f->window, "keep-verdict");
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  g_assert_nonnull (strstr (galley_saver_get_error_message (f->window.window->saver),
                            "stands on other words by now"));
  WAIT_UNTIL (galley_range_equal (galley_claim_get_range (claim), range));
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  galley_saver_discard (f->window.window->saver);
}

/* Whoever deletes a claim does not delete a verdict that they have not seen, but one that they have
 * just given. */
static void
test_judged_claim_deleted (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);

  g_file_monitor_cancel (f->window.window->desk->monitor);
  following_fixture_judge (f, galley_claim_get_id (claim), GALLEY_STATUS_CONFIRMED, NULL);
  window_fixture_act (&f->window, "delete-claim");
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  g_assert_nonnull (strstr (galley_saver_get_error_message (f->window.window->saver),
                            "has another verdict by now"));
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_CONFIRMED);
  g_assert_cmpuint (window_fixture_count_claims (&f->window), ==, 2);
  galley_saver_discard (f->window.window->saver);

  window_fixture_act (&f->window, "dispute");
  window_fixture_act (&f->window, "delete-claim");
  WAIT_UNTIL (window_fixture_count_claims (&f->window) == 1);
  g_assert_cmpuint (following_fixture_get_n_failed (f), ==, 0);
}

/* Nor does whoever takes a claim out of the tray, where it has none. */
static void
test_judged_claim_retired (FollowingFixture *f, gconstpointer data)
{
  GalleyWindow *window = f->window.window;
  g_autoptr (GalleyCheck) before = g_object_ref (window->check);
  g_autofree char *id = g_strdup (galley_claim_get_id (following_fixture_choose (f, 1)));

  following_fixture_give_draft (f, "Rain in the Valley\n\nIt rained for 3 days in May.\n");
  WAIT_UNTIL (window->check != before && window->load == NULL);
  g_assert_cmpuint (galley_check_get_n_waiting (window->check), ==, 1);
  window_fixture_act (&f->window, "tray");

  g_file_monitor_cancel (window->desk->monitor);
  following_fixture_do (f, galley_verb_relink (id, galley_check_get_document (window->check),
                                               (GalleyRange){ 0, 4 }, FALSE));
  following_fixture_judge (f, id, GALLEY_STATUS_CONFIRMED, NULL);
  g_signal_emit_by_name (window->tray, "retire", id);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  g_assert_nonnull (
      strstr (galley_saver_get_error_message (window->saver), "has another verdict by now"));
  WAIT_UNTIL (window_fixture_count_claims (&f->window) == 2);
  galley_saver_discard (window->saver);
  gtk_window_destroy (GTK_WINDOW (window->tray));
}

/* Something is on its way to the disk when everything else is given up. */
static void
save_again_cb (GalleySaver *saver, GalleyAction *action, gboolean is_failed, GalleyWindow *window)
{
  g_signal_handlers_disconnect_by_func (saver, save_again_cb, window);
  galley_window_save (window, action, /* toast= */ NULL);
}

/* A change that fails when the window is closed already does not keep it. */
static void
test_closed_while_saving (FollowingFixture *f, gconstpointer data)
{
  GalleyWindow *window = f->window.window;
  const char *id = galley_claim_get_id (following_fixture_choose (f, 0));
  g_autoptr (GalleyAction) first = galley_verb_add_note (id, "Asked the mayor");
  GtkWidget *dialog;

  following_fixture_do (f, galley_verb_sign_off (following_fixture_get_article (f),
                                                 GALLEY_ROLE_EDITOR, "Ben", "all of it", NULL));
  galley_window_save (window, first, /* toast= */ NULL);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (&f->window)) != NULL);
  g_signal_connect (window->saver, "settled", G_CALLBACK (save_again_cb), window);
  window_fixture_press (dialog, "Close and Discard");
  WAIT_UNTIL (f->window.window == NULL);
  window_fixture_open (&f->window);
}

/* What is kept is the former verdict that is shown. */
static void
test_former_changed (FollowingFixture *f, gconstpointer data)
{
  const char *text = "Rain in the Valley\n\nIt rained for 4 days in May.\n";
  GalleyWindow *window = f->window.window;
  g_autoptr (GalleyCheck) before = g_object_ref (window->check);
  GalleyClaim *claim = following_fixture_choose (f, 0);
  g_autofree char *id = g_strdup (galley_claim_get_id (claim));

  following_fixture_judge (f, id, GALLEY_STATUS_CONFIRMED, NULL);
  following_fixture_give_draft (f, text);
  WAIT_UNTIL (window->check != before && window->load == NULL);
  claim = following_fixture_choose (f, 0);
  g_assert_cmpint (galley_claim_get_former (claim)->status, ==, GALLEY_STATUS_CONFIRMED);

  g_file_monitor_cancel (window->desk->monitor);
  following_fixture_give_draft (f, "Rain in the Valley\n\nIt rained for 5 days in May.\n");
  following_fixture_judge (f, id, GALLEY_STATUS_DISPUTED, NULL);
  following_fixture_give_draft (f, text);
  window_fixture_act (&f->window, "keep-verdict");
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  g_assert_nonnull (
      strstr (galley_saver_get_error_message (window->saver), "has another verdict by now"));
  galley_saver_discard (window->saver);
}

/* Nor is a claim that somebody else's draft has moved shown where it stands in that draft, in the
 * words of the one before. */
static void
test_verdict_after_draft (FollowingFixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) before = g_object_ref (f->window.window->check);
  GalleyClaim *claim = following_fixture_choose (f, 1);
  g_autofree char *id = g_strdup (galley_claim_get_id (claim));
  GalleyRange range = galley_claim_get_range (claim);

  g_file_monitor_cancel (f->window.window->desk->monitor);
  following_fixture_give_draft (
      f, "Rain in the Valley\n\nEverybody went to the fair. The river rose by 2 meters.\n");
  window_fixture_act (&f->window, "confirm");
  WAIT_UNTIL (f->window.window->check != before && f->window.window->load == NULL);
  claim = galley_claim_list_find (galley_check_get_claims (before), id);
  g_assert_true (galley_range_equal (galley_claim_get_range (claim), range));

  claim = galley_claim_list_find (galley_check_get_claims (f->window.window->check), id);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
  g_assert_false (galley_range_equal (galley_claim_get_range (claim), range));
}

static void
test_article_removed (FollowingFixture *f, gconstpointer data)
{
  following_fixture_do (f, galley_verb_remove_article (following_fixture_get_article (f)));
  WAIT_UNTIL (f->window.window->check == NULL);
  g_assert_true (window_fixture_shows (f->window.window->stack, "empty"));
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (f->window.window),
                                     "Another program took this article out of the library") !=
              NULL);
}

/* Somebody who comes back to the window is shown what is there, also where nothing tells that a
 * file has changed. */
static void
test_no_monitor (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 0);

  g_file_monitor_cancel (f->window.window->desk->monitor);
  following_fixture_judge (f, galley_claim_get_id (claim), GALLEY_STATUS_DISPUTED, NULL);
  g_object_notify (G_OBJECT (f->window.window), "is-active");
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED);
}

/* What the desk wants of claims is said of the one that is chosen. */
static void
test_settings (FollowingFixture *f, gconstpointer data)
{
  GtkWidget *panel = GTK_WIDGET (f->window.window->claim_panel);

  following_fixture_choose (f, 1);
  WAIT_UNTIL (fixture_find_by_label (panel, "Missing: a reason, a correction or a note") != NULL);
  following_fixture_do (f, galley_verb_change_setting ("disputed.reason", "no"));
  WAIT_UNTIL (fixture_find_by_label (panel, "Missing: a correction or a note") != NULL);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* The other program marks every letter. */
static void
mark_many (FollowingFixture *f)
{
  GError *error = NULL;
  g_autoptr (GalleyCheck) check =
      galley_desk_load (f->other, following_fixture_get_article (f), NULL, &error);
  g_autofree GalleyMark *marks = g_new0 (GalleyMark, MANY);

  for (guint i = 0; i < MANY; i++)
    marks[i] = (GalleyMark){ { i % 30, i % 30 + 1 + i % 7 }, GALLEY_STATUS_PENDING, NULL, NULL };
  following_fixture_do (f, galley_verb_mark (following_fixture_get_article (f),
                                             galley_check_get_document (check), marks, MANY));
}

/* One verdict among many claims: no list is filled again, and no text set. */
static void
test_one_among_many (FollowingFixture *f, gconstpointer data)
{
  GalleyClaimList *claims = galley_check_get_claims (f->window.window->check);
  GtkWidget *text =
      fixture_find (GTK_WIDGET (f->window.window->article_view), fixture_is_text_view, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  guint n_lists = 0, n_texts = 0;
  GalleyClaim *claim;

  mark_many (f);
  WAIT_UNTIL (window_fixture_count_claims (&f->window) == MANY + 2);
  claim = following_fixture_choose (f, MANY / 2);
  g_signal_connect_swapped (claims, "items-changed", G_CALLBACK (count_cb), &n_lists);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (count_cb), &n_texts);
  following_fixture_judge (f, galley_claim_get_id (claim), GALLEY_STATUS_DISPUTED, NULL);
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED);
  g_assert_true (following_fixture_get_chosen (f) == claim);
  g_assert_cmpuint (n_lists, ==, 0);
  g_assert_cmpuint (n_texts, ==, 0);
  g_signal_handlers_disconnect_by_data (claims, &n_lists);
  g_signal_handlers_disconnect_by_data (buffer, &n_texts);
}

/* In a session: what others decide is on the stage, and what is typed stays. */
static void
test_session (FollowingFixture *f, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (&f->window);
  g_autofree char *quote = g_strdup (session_fixture_get_quote (window));
  GalleySession *session = session_fixture_get_session (window);
  GalleyReviewPoint *point = galley_review_get_current (galley_review_window_get_review (window));
  GalleyResolution resolution = { .ruling = GALLEY_RULING_VERDICT,
                                  .status = GALLEY_STATUS_CONFIRMED,
                                  .decider = "Ben" };

  gtk_editable_set_text (window->words, "half a sen");
  gtk_widget_grab_focus (GTK_WIDGET (window->words));
  following_fixture_do (f, galley_verb_decide (session, galley_review_point_get_point (point),
                                               galley_review_point_get_claim (point),
                                               galley_check_get_document (f->window.window->check),
                                               &resolution));
  WAIT_UNTIL (session_fixture_get_session (window)->decisions->len == 1);
  g_assert_nonnull (fixture_find_by_label (GTK_WIDGET (window->stage), "Decided"));
  g_assert_cmpstr (session_fixture_get_quote (window), ==, quote);
  g_assert_cmpstr (gtk_editable_get_text (window->words), ==, "half a sen");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (window->words)));
}

/* The point that people talk about is the same one in the new draft. */
static void
test_session_and_draft (FollowingFixture *f, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (&f->window);
  GalleyCheck *before = galley_review_get_check (galley_review_window_get_review (window));

  session_fixture_act (&f->window, window, "session.next");
  g_assert_cmpstr (session_fixture_get_quote (window), ==, "It rained for 3 days in May.");
  gtk_editable_set_text (window->words, "half a sen");
  following_fixture_give_draft (
      f, "Rain in the Valley\n\nIt rained for 3 days in May. The river rose by 2 meters.\n");
  WAIT_UNTIL (galley_review_get_check (galley_review_window_get_review (window)) != before);
  g_assert_cmpstr (session_fixture_get_quote (window), ==, "It rained for 3 days in May.");
  g_assert_cmpstr (gtk_editable_get_text (window->words), ==, "half a sen");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(path, func)                                                                            \
  g_test_add (path, FollowingFixture, NULL, following_fixture_set_up, func,                        \
              following_fixture_tear_down)
  ADD ("/window-following/verdict", test_verdict);
  ADD ("/window-following/own", test_own);
  ADD ("/window-following/chosen-claim-deleted", test_chosen_claim_deleted);
  ADD ("/window-following/claim-deleted-around-blank", test_claim_deleted_around_blank);
  ADD ("/window-following/moved-claim", test_moved_claim);
  ADD ("/window-following/kept-on-moved-claim", test_kept_on_moved_claim);
  ADD ("/window-following/judged-claim-deleted", test_judged_claim_deleted);
  ADD ("/window-following/judged-claim-retired", test_judged_claim_retired);
  ADD ("/window-following/closed-while-saving", test_closed_while_saving);
  ADD ("/window-following/former-changed", test_former_changed);
  ADD ("/window-following/verdict-after-draft", test_verdict_after_draft);
  ADD ("/window-following/article-removed", test_article_removed);
  ADD ("/window-following/no-monitor", test_no_monitor);
  ADD ("/window-following/settings", test_settings);
  ADD ("/window-following/one-among-many", test_one_among_many);
  ADD ("/window-following/session", test_session);
  ADD ("/window-following/session-and-draft", test_session_and_draft);
#undef ADD

  return g_test_run ();
}
