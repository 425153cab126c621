/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "galley-session-dialog.h"
#include "galley-verbs.h"

#include <string.h>

void
session_fixture_mark (WindowFixture *fixture, const char *words, GalleyStatus status)
{
  GalleyText *text = galley_document_get_text (galley_check_get_document (fixture->window->check));
  const char *utf8 = galley_text_peek_utf8 (text, NULL), *p = strstr (utf8, words);
  GalleyMark marked = { { galley_text_from_bytes (text, p - utf8),
                          galley_text_from_bytes (text, p - utf8 + strlen (words)) },
                        status,
                        NULL,
                        NULL };
  g_autoptr (GalleyAction) action = galley_verb_mark (
      fixture->window->article_id, galley_check_get_document (fixture->window->check), &marked, 1);

  galley_window_perform (fixture->window, action, NULL);
  WAIT_UNTIL (window_fixture_is_saved (fixture));
}

void
session_fixture_set_up (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_set_up (fixture, data);
  window_fixture_import_and_open (fixture);
  session_fixture_mark (fixture, "It rained for 3 days in May.", GALLEY_STATUS_PENDING);
  session_fixture_mark (fixture, "The river rose by 2 meters.", GALLEY_STATUS_DISPUTED);
}

/* The dialog is accepted as it comes: whoever is at the keyboard is present and decides. */
GalleyReviewWindow *
session_fixture_start (WindowFixture *fixture)
{
  GtkWidget *dialog;

  window_fixture_act (fixture, "review-session");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  g_assert_true (GALLEY_IS_SESSION_DIALOG (dialog));
  gtk_widget_activate_action (dialog, "dialog.accept", NULL);
  WAIT_UNTIL (fixture->window->review_window != NULL && window_fixture_is_saved (fixture));
  return fixture->window->review_window;
}

GalleySession *
session_fixture_get_session (GalleyReviewWindow *window)
{
  return galley_review_get_session (galley_review_window_get_review (window));
}

void
session_fixture_act (WindowFixture *fixture, GalleyReviewWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  WAIT_UNTIL (window_fixture_is_saved (fixture));
}

const char *
session_fixture_get_quote (GalleyReviewWindow *window)
{
  return galley_review_point_get_quote (
      galley_review_get_current (galley_review_window_get_review (window)));
}

/* The dialog over the session's window, if there is one. */
GtkWidget *
session_fixture_find_dialog (GalleyReviewWindow *window)
{
  return fixture_find_over (GTK_WIDGET (window), GTK_TYPE_WINDOW);
}

/* Ends the session, as somebody does who says so twice. */
void
session_fixture_end (WindowFixture *fixture, GalleyReviewWindow *window)
{
  GtkWidget *dialog;

  session_fixture_act (fixture, window, "session.end");
  WAIT_UNTIL ((dialog = session_fixture_find_dialog (window)) != NULL);
  window_fixture_press (dialog, "End");
  WAIT_UNTIL (window_fixture_is_saved (fixture) &&
              session_fixture_get_session (window)->state == GALLEY_SESSION_ENDED);
}
