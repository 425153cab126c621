/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "following-fixture.h"

#include "galley-claim-thread.h"
#include "galley-desk-private.h"
#include "galley-record-verbs.h"
#include "galley-sign-off-verbs.h"
#include "galley-verbs.h"

#include <string.h>

/* Somebody types in the window, while another program works on the library that it shows. */

/* A reason that is typed for one verdict does not go to another one, under the name of somebody who
 * never gave it; nor is it lost. */
static void
test_reason_of_former_verdict (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 1);
  GtkTextView *reason = following_fixture_type (f, "Reason", "not in the report");

  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  following_fixture_judge (f, galley_claim_get_id (claim), GALLEY_STATUS_CONFIRMED, NULL);
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_CONFIRMED);
  following_fixture_assert_typed (f, "Reason", "not in the report");
  g_assert_true (following_fixture_has_focus (f, reason));

  following_fixture_choose (f, 0);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  g_assert_nonnull (strstr (galley_saver_get_error_message (f->window.window->saver),
                            "has another verdict by now"));
  following_fixture_choose (f, 1);
  following_fixture_assert_typed (f, "Reason", "not in the report");
  following_fixture_choose (f, 0);
  WAIT_UNTIL (window_fixture_is_saved (&f->window));
  g_assert_cmpuint (following_fixture_get_n_failed (f), ==, 1);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
  g_assert_cmpstr (galley_claim_get_checked_by (claim), ==, "Ben");

  /* It has been said: what is changed now is meant for the verdict that is there. */
  following_fixture_choose (f, 1);
  following_fixture_type (f, "Reason", " of May");
  following_fixture_choose (f, 0);
  WAIT_UNTIL (galley_claim_get_reason (claim) != NULL);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 0);
}

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);
}

/* So it is where a reason is typed for several claims: the others get it. */
static void
test_reason_of_several (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *first = following_fixture_choose (f, 0), *second = following_fixture_choose (f, 1);
  GtkWidget *list = fixture_find (GTK_WIDGET (f->window.window->claims_pane), is_list, NULL);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));

  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (model)) == 2);
  g_assert_true (gtk_widget_activate_action (list, "list.select-all", NULL));
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (f->window.window->claim_panel),
                                     "2 claims selected") != NULL);
  following_fixture_type (f, "Reason", "not in the report");
  following_fixture_judge (f, galley_claim_get_id (second), GALLEY_STATUS_CONFIRMED, NULL);
  WAIT_UNTIL (galley_claim_get_status (second) == GALLEY_STATUS_CONFIRMED);
  galley_window_flush (f->window.window);
  WAIT_UNTIL (galley_claim_get_reason (first) != NULL);
  g_assert_cmpint (galley_claim_get_status (first), ==, GALLEY_STATUS_PENDING);
  g_assert_cmpint (galley_claim_get_status (second), ==, GALLEY_STATUS_CONFIRMED);
  g_assert_null (galley_claim_get_reason (second));
  g_assert_cmpstr (galley_claim_get_checked_by (second), ==, "Ben");
}

/* What was typed for a verdict does not bring it back where it is gone, with the words that it was
 * about: the window may hear of a draft and of what came after it at the same time. */
static void
test_reason_of_several_moved (FollowingFixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) before = g_object_ref (f->window.window->check), kept = NULL;
  g_autoptr (GalleyCheck) drafted = NULL;
  GtkWidget *list = fixture_find (GTK_WIDGET (f->window.window->claims_pane), is_list, NULL);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  GalleyClaim *claim;

  following_fixture_choose (f, 1);
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (model)) == 2);
  g_assert_true (gtk_widget_activate_action (list, "list.select-all", NULL));
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (f->window.window->claim_panel),
                                     "2 claims selected") != NULL);
  following_fixture_type (f, "Reason", "not in the report");
  following_fixture_give_draft (
      f, "Rain in the Valley\n\nIt rained for 3 days in May. The river rose by 2 meters. So.\n");
  drafted = galley_desk_load (f->other, following_fixture_get_article (f), NULL, NULL);
  claim = galley_claim_list_peek (galley_check_get_claims (drafted), 1);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  following_fixture_do (
      f, galley_verb_move (claim, galley_check_get_document (drafted), (GalleyRange){ 0, 4 }));
  WAIT_UNTIL (f->window.window->check != before && f->window.window->load == NULL);
  galley_window_flush (f->window.window);
  WAIT_UNTIL (window_fixture_is_saved (&f->window));

  kept = galley_desk_load (f->other, following_fixture_get_article (f), NULL, NULL);
  g_assert_cmpuint (
      galley_claim_list_get_n_with_status (galley_check_get_claims (kept), GALLEY_STATUS_PENDING),
      ==, 2);
  galley_saver_discard (f->window.window->saver);
}

/* Whoever is typing when the article gets another draft goes on typing: what they mean for a note
 * must not become keys of the article. */
static void
test_draft_while_typing (FollowingFixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) before = g_object_ref (f->window.window->check);
  g_autofree char *id = g_strdup (galley_claim_get_id (following_fixture_choose (f, 1)));
  GtkTextView *note = following_fixture_type (f, "Note", "half a sen");
  GalleyQueryFields query = { .addressee = GALLEY_ADDRESSEE_WRITER, .question = "Who measured?" };
  GalleyClaim *claim;

  following_fixture_give_draft (
      f, "Rain in the Valley\n\nIt rained for 4 days in May. The river rose by 2 meters.\n");
  WAIT_UNTIL (f->window.window->check != before && f->window.window->load == NULL);
  claim = following_fixture_get_chosen (f);
  g_assert_nonnull (claim);
  g_assert_cmpstr (galley_claim_get_id (claim), ==, id);
  g_assert_true (galley_article_view_get_current_claim (f->window.window->article_view) == claim);
  following_fixture_assert_typed (f, "Note", "half a sen");
  g_assert_true (following_fixture_has_focus (f, note));
  g_assert_null (galley_claim_get_note (claim));

  /* All parts of the panel go on with the claim as it is in the new draft. */
  following_fixture_do (f, galley_verb_add_query (id, &query));
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (f->window.window->claim_panel), "Who measured?") !=
              NULL);
  following_fixture_type (f, "Note", "tence");
  following_fixture_choose (f, 0);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim), "half a sentence") == 0);
}

/* Neither of two notes that are written at the same time takes the other's place. */
static void
test_note_while_typing (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 1);
  const char *id = galley_claim_get_id (claim);
  GtkTextView *note = following_fixture_type (f, "Note", "Called the mayor");

  following_fixture_do (f, galley_verb_set_note (id, "The mayor is away"));
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim), "The mayor is away") == 0);
  following_fixture_assert_typed (f, "Note", "The mayor is away\n\nCalled the mayor");
  g_assert_true (following_fixture_has_focus (f, note));
  g_assert_true (gtk_widget_get_visible (fixture_find_by_label (
      GTK_WIDGET (f->window.window->claim_panel),
      "Somebody else wrote here meanwhile. Both texts are kept, theirs first.")));

  following_fixture_type (f, "Note", " twice");
  following_fixture_choose (f, 0);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim),
                         "The mayor is away\n\nCalled the mayor twice") == 0);
}

/* Has another program write @action (transfer full), of which nothing tells the window. */
static void
write_unseen (FollowingFixture *f, GalleyAction *action)
{
  g_file_monitor_cancel (f->window.window->desk->monitor);
  following_fixture_do (f, action);
}

/* Nor if nobody had told of the other one before: it is not replaced, but shown. */
static void
test_note_unseen (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 1);
  const char *both = "The mayor is away\n\nCalled the mayor";

  following_fixture_type (f, "Note", "Called the mayor");
  write_unseen (f, galley_verb_set_note (galley_claim_get_id (claim), "The mayor is away"));
  following_fixture_choose (f, 0);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  g_assert_nonnull (strstr (galley_saver_get_error_message (f->window.window->saver),
                            "Somebody else wrote something else there"));
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim), "The mayor is away") == 0);

  following_fixture_choose (f, 1);
  following_fixture_assert_typed (f, "Note", both);
  g_assert_true (gtk_widget_get_visible (fixture_find_by_label (
      GTK_WIDGET (f->window.window->claim_panel),
      "Somebody else wrote here meanwhile. Both texts are kept, theirs first.")));
  following_fixture_choose (f, 0);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim), both) == 0);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 0);
}

/* Of what can stand alone only, the other one is said, and what is typed waits until somebody goes
 * on with it. */
static void
test_lines_unseen (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 1);
  const char *ids[] = { galley_claim_get_id (claim), NULL };

  following_fixture_type (f, "Correction", "by 3 meters");
  write_unseen (f, galley_verb_set_correction (ids[0], "by 4 meters"));
  galley_window_flush (f->window.window);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_correction (claim), "by 4 meters") == 0);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  following_fixture_assert_typed (f, "Correction", "by 3 meters");
  g_assert_nonnull (fixture_find_by_label (
      GTK_WIDGET (f->window.window->claim_panel),
      "Somebody else wrote “by 4 meters” here meanwhile. What you write replaces it; the history "
      "keeps both."));
  galley_window_flush (f->window.window);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_correction (claim), "by 3 meters") == 0);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 0);

  following_fixture_type (f, "Reason", "not in the report");
  write_unseen (f, galley_verb_set_status (ids, galley_claim_get_status (claim), "wrong river"));
  galley_window_flush (f->window.window);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_reason (claim), "wrong river") == 0);
  following_fixture_assert_typed (f, "Reason", "not in the report");
}

/* Who goes on writing while it is being saved has seen what that is. */
static void
test_quick_edits (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 1);
  GtkWidget *panel = GTK_WIDGET (f->window.window->claim_panel);

  following_fixture_type (f, "Note", "Called");
  galley_window_flush (f->window.window);
  following_fixture_type (f, "Note", " the mayor");
  galley_window_flush (f->window.window);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (following_fixture_type (f, "Note", " twice")),
                            "Wrote a letter", -1);
  galley_window_flush (f->window.window);
  g_assert_cmpuint (galley_saver_get_n_running (f->window.window->saver), ==, 3);
  WAIT_UNTIL (window_fixture_is_saved (&f->window));
  g_assert_cmpuint (following_fixture_get_n_failed (f), ==, 0);
  g_assert_cmpstr (galley_claim_get_note (claim), ==, "Wrote a letter");
  following_fixture_assert_typed (f, "Note", "Wrote a letter");
  g_assert_null (fixture_find_by_label (
      panel, "Somebody else wrote here meanwhile. Both texts are kept, theirs first."));
}

/* Only one correction can stand: whoever types is told of the other one. */
static void
test_correction_while_typing (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 1);
  const char *id = galley_claim_get_id (claim);

  following_fixture_type (f, "Correction", "by 3 meters");
  following_fixture_do (f, galley_verb_set_correction (id, "by 4 meters"));
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_correction (claim), "by 4 meters") == 0);
  following_fixture_assert_typed (f, "Correction", "by 3 meters");
  g_assert_true (gtk_widget_get_visible (
      fixture_find_by_label (GTK_WIDGET (f->window.window->claim_panel),
                             "Somebody else wrote “by 4 meters” here meanwhile. What you write "
                             "replaces it; the history keeps both.")));
  following_fixture_choose (f, 0);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_correction (claim), "by 3 meters") == 0);
}

/* Nothing else takes the keys where what somebody types about is not there any more. */
static void
test_draft_without_the_claim (FollowingFixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) before = g_object_ref (f->window.window->check);
  g_autofree char *id = g_strdup (galley_claim_get_id (following_fixture_choose (f, 1)));
  GalleyClaim *claim;

  following_fixture_type (f, "Note", "half a sen");
  following_fixture_give_draft (
      f, "Rain in the Valley\n\nIt rained for 3 days in May. Everybody went to the fair.\n");
  WAIT_UNTIL (f->window.window->check != before && f->window.window->load == NULL);
  g_assert_false (gtk_widget_has_focus (GTK_WIDGET (f->window.window->article_view)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window.window)) == NULL);
  claim = galley_claim_list_find (galley_check_get_tray (f->window.window->check), id);
  g_assert_nonnull (claim);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim), "half a sen") == 0);
}

static gboolean
is_thread (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_CLAIM_THREAD (widget);
}

static const char *
get_first_note (GalleyClaim *claim)
{
  GPtrArray *notes = galley_claim_get_notes (claim);

  return notes != NULL ? ((GalleyNote *) g_ptr_array_index (notes, 0))->text : "";
}

/* The text that has the keyboard is destroyed when the article is loaded again. */
static void
test_edited_note_without_the_claim (FollowingFixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) before = g_object_ref (f->window.window->check);
  GalleyClaim *claim = following_fixture_choose (f, 1);
  g_autofree char *id = g_strdup (galley_claim_get_id (claim));
  gpointer focus;
  GalleyNote *note;

  following_fixture_do (f, galley_verb_add_note (id, "Asked the mayor"));
  WAIT_UNTIL (galley_claim_get_notes (claim) != NULL);
  note = g_ptr_array_index (galley_claim_get_notes (claim), 0);
  g_assert_true (gtk_widget_activate_action (
      fixture_find (GTK_WIDGET (f->window.window->claim_panel), is_thread, NULL), "thread.edit",
      "s", note->id));
  focus = gtk_window_get_focus (GTK_WINDOW (f->window.window));
  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (focus), ", twice", -1);
  g_object_add_weak_pointer (focus, &focus);

  following_fixture_give_draft (
      f, "Rain in the Valley\n\nIt rained for 3 days in May. Everybody went to the fair.\n");
  WAIT_UNTIL (f->window.window->check != before && f->window.window->load == NULL);
  WAIT_UNTIL (focus == NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window.window)) == NULL);
  claim = galley_claim_list_find (galley_check_get_tray (f->window.window->check), id);
  WAIT_UNTIL (g_str_equal (get_first_note (claim), "Asked the mayor, twice"));
}

static void
test_signed_while_typing (FollowingFixture *f, gconstpointer data)
{
  GalleyClaim *claim = following_fixture_choose (f, 1);

  following_fixture_type (f, "Note", "half a sen");
  following_fixture_do (f, galley_verb_sign_off (following_fixture_get_article (f), 0, "Ben",
                                                 "all of it", /* moment= */ NULL));
  WAIT_UNTIL (galley_window_is_frozen (f->window.window));
  g_assert_true (gtk_revealer_get_reveal_child (f->window.window->sign_off_revealer));
  g_assert_false (window_fixture_is_enabled (&f->window, "confirm"));
  following_fixture_assert_typed (f, "Note", "half a sen");

  galley_window_flush (f->window.window);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  following_fixture_assert_typed (f, "Note", "half a sen");
  following_fixture_do (f, galley_verb_reopen (following_fixture_get_article (f), "too early"));
  WAIT_UNTIL (!galley_window_is_frozen (f->window.window));
  window_fixture_act (&f->window, "retry-save");
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim), "half a sen") == 0);
}

/* What somebody has discarded is not saved as the window closes, although it could be by then. */
static void
test_discarded_at_the_end (FollowingFixture *f, gconstpointer data)
{
  g_autofree char *id = g_strdup (galley_claim_get_id (following_fixture_choose (f, 1)));
  g_autofree char *article = g_strdup (following_fixture_get_article (f));
  g_autoptr (GalleyCheck) check = NULL;
  GtkWidget *dialog;
  GError *error = NULL;

  following_fixture_type (f, "Note", "half a sen");
  following_fixture_do (f, galley_verb_sign_off (article, 0, "Ben", "all of it", NULL));
  WAIT_UNTIL (galley_window_is_frozen (f->window.window));
  galley_window_flush (f->window.window);
  WAIT_UNTIL (following_fixture_get_n_failed (f) == 1);
  gtk_widget_grab_focus (GTK_WIDGET (f->window.window->article_view));
  following_fixture_do (f, galley_verb_reopen (article, "too early"));
  WAIT_UNTIL (!galley_window_is_frozen (f->window.window));

  f->window.window->is_closing = TRUE;
  gtk_window_close (GTK_WINDOW (f->window.window));
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (&f->window)) != NULL);
  window_fixture_press (dialog, "Close and Discard");
  WAIT_UNTIL (f->window.window == NULL);
  check = galley_desk_load (f->other, article, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (
      galley_claim_get_note (galley_claim_list_find (galley_check_get_claims (check), id)));
  window_fixture_open (&f->window);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(path, func)                                                                            \
  g_test_add (path, FollowingFixture, NULL, following_fixture_set_up, func,                        \
              following_fixture_tear_down)
  ADD ("/window-typing/reason-of-former-verdict", test_reason_of_former_verdict);
  ADD ("/window-typing/reason-of-several", test_reason_of_several);
  ADD ("/window-typing/reason-of-several-moved", test_reason_of_several_moved);
  ADD ("/window-typing/draft-while-typing", test_draft_while_typing);
  ADD ("/window-typing/note-while-typing", test_note_while_typing);
  ADD ("/window-typing/note-unseen", test_note_unseen);
  ADD ("/window-typing/lines-unseen", test_lines_unseen);
  ADD ("/window-typing/quick-edits", test_quick_edits);
  ADD ("/window-typing/correction-while-typing", test_correction_while_typing);
  ADD ("/window-typing/draft-without-the-claim", test_draft_without_the_claim);
  ADD ("/window-typing/edited-note-without-the-claim", test_edited_note_without_the_claim);
  ADD ("/window-typing/signed-while-typing", test_signed_while_typing);
  ADD ("/window-typing/discarded-at-the-end", test_discarded_at_the_end);
#undef ADD

  return g_test_run ();
}
