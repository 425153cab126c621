/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "galley-claim-field.h"
#include "galley-db.h"
#include "galley-desk-private.h"
#include "galley-library-private.h"
#include "galley-sign-off-dialog.h"
#include "galley-sign-off-verbs.h"
#include "galley-verbs.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* The disk is full, the library can't be written to any more or is in use elsewhere, while people
 * sit in a review session or sign: each act says so in one sentence, nothing of it is lost, and it
 * can be done again. */

typedef enum
{
  FAULT_FULL,
  FAULT_READ_ONLY,
  FAULT_LOCKED,
} Fault;
#define N_FAULTS (FAULT_LOCKED + 1)

static const char *const sentences[N_FAULTS] = {
  [FAULT_FULL] = "The disk of the library “test.galleydb” can’t be read or written",
  [FAULT_READ_ONLY] = "The library “test.galleydb” can’t be written to",
  [FAULT_LOCKED] = "The library “test.galleydb” is in use by another program",
};

static struct rlimit usual_limit;
static GalleyDb *other;

static void
noted_cb (gboolean *is_noted)
{
  *is_noted = TRUE;
}

/* What was imported is written down among the files used last, which is on the disk, too. */
static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  gboolean is_noted = FALSE;
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  gulong id = g_signal_connect_swapped (manager, "changed", G_CALLBACK (noted_cb), &is_noted);

  session_fixture_set_up (fixture, data);
  WAIT_UNTIL (is_noted);
  g_signal_handler_disconnect (manager, id);
}

static GalleyDb *
get_writer (WindowFixture *fixture)
{
  return fixture->window->desk->library->writer;
}

static void
exec (GalleyDb *db, const char *sql)
{
  GError *error = NULL;

  galley_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
break_it (WindowFixture *fixture, Fault fault)
{
  struct rlimit limit = usual_limit;
  GError *error = NULL;

  switch (fault)
    {
    case FAULT_FULL:
      limit.rlim_cur = 0;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      break;
    case FAULT_READ_ONLY:
      exec (get_writer (fixture), "PRAGMA query_only = ON");
      break;
    case FAULT_LOCKED:
    default:
      other =
          galley_db_open (galley_desk_get_path (fixture->window->desk), GALLEY_DB_WRITE, &error);
      g_assert_no_error (error);
      exec (other, "BEGIN IMMEDIATE");
      /* Nobody here waits as long as a person would. */
      galley_db_set_patience (get_writer (fixture), 10);
    }
}

static void
mend_it (WindowFixture *fixture, Fault fault)
{
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual_limit), ==, 0);
  exec (get_writer (fixture), "PRAGMA query_only = OFF");
  if (other == NULL)
    return;
  exec (other, "ROLLBACK");
  g_clear_pointer (&other, galley_db_free);
}

static guint
get_n_failed (WindowFixture *fixture)
{
  return galley_saver_get_n_failed (fixture->window->saver);
}

static guint
count_decisions (GalleyReviewWindow *window)
{
  return session_fixture_get_session (window)->decisions->len;
}

/* One act of a session fails, is told of, and is done when it is tried again. */
static void
fail (WindowFixture *fixture, GalleyReviewWindow *window, Fault fault, const char *action)
{
  g_autofree char *expected = g_strdup_printf ("1 change could not be saved: %s", sentences[fault]);
  guint n_decisions = count_decisions (window);

  g_test_message ("%s: %s", action, sentences[fault]);
  break_it (fixture, fault);
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  WAIT_UNTIL (get_n_failed (fixture) == 1);
  g_assert_true (gtk_revealer_get_reveal_child (window->failure_revealer));
  g_assert_cmpstr (gtk_label_get_text (window->failure_label), ==, expected);
  g_assert_cmpuint (count_decisions (window), ==, n_decisions);
  gtk_widget_activate_action (GTK_WIDGET (window), "session.end", NULL);
  g_assert_null (session_fixture_find_dialog (window));

  /* Another try before it is mended changes nothing. */
  session_fixture_act (fixture, window, "session.retry-save");
  g_assert_cmpuint (get_n_failed (fixture), ==, 1);
  mend_it (fixture, fault);
  session_fixture_act (fixture, window, "session.retry-save");
  g_assert_cmpuint (get_n_failed (fixture), ==, 0);
  g_assert_false (gtk_revealer_get_reveal_child (window->failure_revealer));
}

static void
test_session (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);

  for (Fault fault = 0; fault < N_FAULTS; fault++)
    {
      GalleyDecision *decision;

      gtk_editable_set_text (window->words, "no source");
      gtk_editable_set_text (window->correction, "by 3 meters");
      fail (fixture, window, fault, "session.dispute");
      decision = g_ptr_array_index (session_fixture_get_session (window)->decisions,
                                    count_decisions (window) - 1);
      g_assert_cmpstr (decision->reason, ==, "no source");
      g_assert_cmpstr (decision->correction, ==, "by 3 meters");
      session_fixture_act (fixture, window, "session.undo");
      g_assert_cmpuint (count_decisions (window), ==, 0);

      fail (fixture, window, fault, "session.park");
      fail (fixture, window, fault, "session.park");
      fail (fixture, window, fault, "session.move-down");
      fail (fixture, window, fault, "session.move-up");
    }
}

/* What was typed goes only if somebody says so twice. */
static void
test_discard (WindowFixture *fixture, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (fixture);
  GtkWidget *dialog;

  gtk_editable_set_text (window->words, "no source");
  break_it (fixture, FAULT_READ_ONLY);
  gtk_widget_activate_action (GTK_WIDGET (window), "session.dispute", NULL);
  WAIT_UNTIL (get_n_failed (fixture) == 1);
  mend_it (fixture, FAULT_READ_ONLY);
  gtk_widget_activate_action (GTK_WIDGET (window), "session.discard-unsaved", NULL);
  WAIT_UNTIL ((dialog = session_fixture_find_dialog (window)) != NULL);
  g_assert_cmpuint (get_n_failed (fixture), ==, 1);
  window_fixture_press (dialog, "Cancel");
  WAIT_UNTIL (session_fixture_find_dialog (window) == NULL);
  g_assert_cmpuint (get_n_failed (fixture), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "session.discard-unsaved", NULL);
  WAIT_UNTIL ((dialog = session_fixture_find_dialog (window)) != NULL);
  window_fixture_press (dialog, "Discard");
  WAIT_UNTIL (get_n_failed (fixture) == 0);
  g_assert_cmpuint (count_decisions (window), ==, 0);
}

static gboolean
is_text (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TEXT_VIEW (widget);
}

static GtkTextBuffer *
get_buffer (GtkWidget *text)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
}

static gboolean
signs (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "_Sign Off") == 0;
}

/* The dialog stays as it was filled in, and signs when it can. */
static void
test_sign_off (WindowFixture *fixture, gconstpointer data)
{
  for (Fault fault = 0; fault < N_FAULTS; fault++)
    {
      g_autoptr (GalleyAction) reopen = galley_verb_reopen (fixture->window->article_id, "again");
      GtkWidget *dialog, *button, *text;
      GtkTextIter end;

      window_fixture_act (fixture, "sign-off");
      WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
      text = fixture_find (dialog, is_text, NULL);
      WAIT_UNTIL (gtk_widget_is_visible (text));
      WAIT_UNTIL (gtk_text_buffer_get_char_count (get_buffer (text)) > 0);
      gtk_text_buffer_get_end_iter (get_buffer (text), &end);
      gtk_text_buffer_insert (get_buffer (text), &end, "No time was left", -1);
      button = fixture_find (dialog, signs, NULL);
      WAIT_UNTIL (gtk_widget_is_sensitive (button));
      break_it (fixture, fault);
      g_signal_emit_by_name (button, "clicked");
      WAIT_UNTIL (fixture_find_by_label (dialog, sentences[fault]) != NULL);
      g_assert_cmpuint (get_n_failed (fixture), ==, 0);
      WAIT_UNTIL (gtk_widget_is_sensitive (button));
      mend_it (fixture, fault);
      g_signal_emit_by_name (button, "clicked");
      WAIT_UNTIL (galley_window_is_frozen (fixture->window));
      WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);

      galley_saver_perform (fixture->window->saver, reopen, NULL, NULL, NULL);
      WAIT_UNTIL (!galley_window_is_frozen (fixture->window));
    }
}

/* A text that could not be saved and was saved later in other words is not put back by another try
 * of what failed. */
static void
test_later_text (WindowFixture *fixture, gconstpointer data)
{
  GalleyClaim *claim = galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0);
  g_autoptr (GalleyAction) first = galley_verb_set_note (galley_claim_get_id (claim), "half");
  g_autoptr (GalleyAction) second = galley_verb_set_note (galley_claim_get_id (claim), "whole");
  g_autoptr (GalleyAction) star = NULL;
  const char *ids[] = { galley_claim_get_id (claim), NULL };

  star = galley_verb_set_status (ids, GALLEY_STATUS_CONFIRMED, NULL);
  break_it (fixture, FAULT_READ_ONLY);
  galley_saver_perform (fixture->window->saver, first, NULL, NULL, NULL);
  galley_saver_perform (fixture->window->saver, star, NULL, NULL, NULL);
  WAIT_UNTIL (get_n_failed (fixture) == 2);
  mend_it (fixture, FAULT_READ_ONLY);
  galley_saver_perform (fixture->window->saver, second, NULL, NULL, NULL);
  WAIT_UNTIL (get_n_failed (fixture) == 1);
  galley_saver_retry (fixture->window->saver);
  WAIT_UNTIL (window_fixture_is_saved (fixture));
  g_assert_cmpuint (get_n_failed (fixture), ==, 0);
  g_assert_cmpstr (galley_claim_get_note (claim), ==, "whole");
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
}

/* What only follows from a failure is not told in its place. */
static void
test_first_failure (WindowFixture *fixture, gconstpointer data)
{
  GalleyClaim *claim = galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0);
  const char *ids[] = { galley_claim_get_id (claim), NULL };
  const char *no_ids[] = { "00000000-0000-4000-8000-000000000000", NULL };
  g_autoptr (GalleyAction) first = galley_verb_set_status (ids, GALLEY_STATUS_CONFIRMED, NULL);
  g_autoptr (GalleyAction) second = galley_verb_set_status (no_ids, GALLEY_STATUS_CONFIRMED, NULL);

  break_it (fixture, FAULT_READ_ONLY);
  galley_saver_perform (fixture->window->saver, first, NULL, NULL, NULL);
  WAIT_UNTIL (get_n_failed (fixture) == 1);
  mend_it (fixture, FAULT_READ_ONLY);
  galley_saver_perform (fixture->window->saver, second, NULL, NULL, NULL);
  WAIT_UNTIL (get_n_failed (fixture) == 2);
  g_assert_cmpstr (galley_saver_get_error_message (fixture->window->saver), ==,
                   "There is no such claim");
  g_assert_nonnull (
      strstr (gtk_label_get_text (fixture->window->failure_label), sentences[FAULT_READ_ONLY]));
  galley_saver_discard (fixture->window->saver);
}

static gboolean
is_note (GtkWidget *widget, gconstpointer data)
{
  g_autofree char *title = NULL;

  if (!GALLEY_IS_CLAIM_FIELD (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  g_object_get (widget, "title", &title, NULL);
  return g_strcmp0 (title, "Note") == 0;
}

/* Whoever closes the window with words that can't be saved is asked, once, and finds them again. */
static void
test_close (WindowFixture *fixture, gconstpointer data)
{
  GalleyClaim *claim = galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0);
  GtkWidget *field, *dialog;
  g_autofree char *text = NULL;

  galley_article_view_set_current_claim (fixture->window->article_view, claim);
  WAIT_UNTIL ((field = fixture_find (GTK_WIDGET (fixture->window->claim_panel), is_note, NULL)) !=
              NULL);
  gtk_text_buffer_set_text (get_buffer (fixture_find (field, is_text, NULL)), "half a sen", -1);
  break_it (fixture, FAULT_READ_ONLY);
  gtk_window_close (GTK_WINDOW (fixture->window));
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  g_assert_cmpuint (get_n_failed (fixture), ==, 1);
  window_fixture_press (dialog, "Cancel");
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
  text = galley_claim_field_get_text (GALLEY_CLAIM_FIELD (field));
  g_assert_cmpstr (text, ==, "half a sen");
  mend_it (fixture, FAULT_READ_ONLY);
  galley_saver_retry (fixture->window->saver);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim), "half a sen") == 0);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual_limit), ==, 0);

#define ADD(path, func)                                                                            \
  g_test_add (path, WindowFixture, NULL, set_up, func, window_fixture_tear_down)
  ADD ("/window-faults/session", test_session);
  ADD ("/window-faults/discard", test_discard);
  ADD ("/window-faults/sign-off", test_sign_off);
  ADD ("/window-faults/later-text", test_later_text);
  ADD ("/window-faults/first-failure", test_first_failure);
  ADD ("/window-faults/close", test_close);
#undef ADD

  return g_test_run ();
}
