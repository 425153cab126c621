/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "following-fixture.h"

#include "galley-claim-field.h"
#include "galley-import.h"
#include "galley-redraft.h"
#include "galley-verbs.h"

#include <string.h>

void
following_fixture_set_up (FollowingFixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  GError *error = NULL;

  session_fixture_set_up (&f->window, data);
  path = window_fixture_get_path (&f->window, "test.galleydb");
  f->other = galley_desk_open (path, "Ben", /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
}

void
following_fixture_tear_down (FollowingFixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->other);
  window_fixture_tear_down (&f->window, data);
}

const char *
following_fixture_get_article (FollowingFixture *f)
{
  return f->window.window->article_id;
}

/* Has the other program do @action (transfer full). */
void
following_fixture_do (FollowingFixture *f, GalleyAction *action)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_perform (f->other, action, NULL, &error);

  g_assert_no_error (error);
  galley_action_unref (action);
}

void
following_fixture_judge (FollowingFixture *f,
                         const char *id,
                         GalleyStatus status,
                         const char *reason)
{
  const char *ids[] = { id, NULL };

  following_fixture_do (f, galley_verb_set_status (ids, status, reason));
}

void
following_fixture_give_draft (FollowingFixture *f, const char *text)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "rain.txt", &error);
  g_autoptr (GalleyCheck) check =
      galley_desk_load (f->other, following_fixture_get_article (f), NULL, &error);
  g_autoptr (GalleyRedraft) redraft = galley_redraft_new (check, document, "new-draft");

  g_assert_no_error (error);
  galley_redraft_compare (redraft);
  following_fixture_do (f, galley_redraft_make_action (redraft));
}

/* The claim @position of the article, chosen. */
GalleyClaim *
following_fixture_choose (FollowingFixture *f, guint position)
{
  GalleyClaim *claim =
      galley_claim_list_peek (galley_check_get_claims (f->window.window->check), position);

  galley_article_view_set_current_claim (f->window.window->article_view, claim);
  return claim;
}

GalleyClaim *
following_fixture_get_chosen (FollowingFixture *f)
{
  return galley_claim_panel_get_claim (f->window.window->claim_panel);
}

static gboolean
is_field (GtkWidget *widget, gconstpointer title)
{
  g_autofree char *found = NULL;

  if (!GALLEY_IS_CLAIM_FIELD (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  g_object_get (widget, "title", &found, NULL);
  return g_strcmp0 (found, title) == 0;
}

GalleyClaimField *
following_fixture_find_field (FollowingFixture *f, const char *title)
{
  GtkWidget *panel = GTK_WIDGET (f->window.window->claim_panel);

  WAIT_UNTIL (fixture_find (panel, is_field, title) != NULL);
  return GALLEY_CLAIM_FIELD (fixture_find (panel, is_field, title));
}

/* Where one types into a field of the claim that is shown; NULL if there is none. */
GtkTextView *
following_fixture_find_text (GalleyWindow *window, const char *title)
{
  GtkWidget *field = fixture_find (GTK_WIDGET (window->claim_panel), is_field, title);

  return field != NULL ? GTK_TEXT_VIEW (fixture_find (field, fixture_is_text_view, NULL)) : NULL;
}

/* Types into a field, which has the keyboard then. */
GtkTextView *
following_fixture_type (FollowingFixture *f, const char *title, const char *text)
{
  GtkTextView *view;

  following_fixture_find_field (f, title);
  view = following_fixture_find_text (f->window.window, title);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), text, -1);
  return view;
}

gboolean
following_fixture_has_focus (FollowingFixture *f, gpointer widget)
{
  return gtk_window_get_focus (GTK_WINDOW (f->window.window)) == widget;
}

void
following_fixture_assert_typed (FollowingFixture *f, const char *title, const char *expected)
{
  g_autofree char *text = galley_claim_field_get_text (following_fixture_find_field (f, title));

  g_assert_cmpstr (text, ==, expected);
}

guint
following_fixture_get_n_failed (FollowingFixture *f)
{
  return galley_saver_get_n_failed (f->window.window->saver);
}
