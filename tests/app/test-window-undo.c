/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

/* Undo and redo in a window: they go to what they change. */

static guint
get_caret (WindowFixture *fixture)
{
  return galley_article_view_get_caret (fixture->window->article_view);
}

static GalleyClaim *
peek_claim (WindowFixture *fixture, guint i)
{
  return galley_claim_list_peek (galley_check_get_claims (fixture->window->check), i);
}

/* Three claims, of which the first was disputed first and is confirmed now. */
static void
set_up_claims (WindowFixture *fixture)
{
  window_fixture_import_and_open (fixture);
  for (guint i = 0; i < 3; i++)
    {
      window_fixture_save (fixture, "dispute");
      window_fixture_act (fixture, "next-open");
    }
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 3);
  galley_article_view_set_current_claim (fixture->window->article_view, peek_claim (fixture, 0));
  window_fixture_save (fixture, "confirm");
}

/* What is undone or done again out of sight is gone to. */
static void
test_going_there (WindowFixture *fixture, gconstpointer data)
{
  GalleyArticleView *view = fixture->window->article_view;
  guint start;

  set_up_claims (fixture);
  galley_article_view_set_current_claim (view, peek_claim (fixture, 2));
  start = get_caret (fixture);
  window_fixture_save (fixture, "undo");
  g_assert_true (galley_window_get_claim (fixture->window) == peek_claim (fixture, 0));
  g_assert_cmpint (galley_claim_get_status (peek_claim (fixture, 0)), ==, GALLEY_STATUS_DISPUTED);

  /* The claim that was marked last is none any more: its words are gone to. */
  window_fixture_save (fixture, "undo");
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 2);
  g_assert_cmpuint (get_caret (fixture), ==, start);
  galley_article_view_set_caret (view, 0);
  window_fixture_save (fixture, "redo");
  g_assert_true (galley_window_get_claim (fixture->window) == peek_claim (fixture, 2));
}

/* Whoever presses the key again before the first step is undone ends at the last one. */
static void
test_fast_keys (WindowFixture *fixture, gconstpointer data)
{
  set_up_claims (fixture);
  galley_article_view_set_current_claim (fixture->window->article_view, peek_claim (fixture, 1));
  window_fixture_act (fixture, "undo");
  window_fixture_act (fixture, "undo");
  window_fixture_save (fixture, "undo");
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 1);
  g_assert_cmpuint (get_caret (fixture), ==, strlen ("Rain in the Valley\n\n"));
}

/* Who has gone on before something is undone stays where they are: the next verdict is about the
 * words there. */
static void
test_going_on (WindowFixture *fixture, gconstpointer data)
{
  guint caret;

  set_up_claims (fixture);
  galley_article_view_set_current_claim (fixture->window->article_view, peek_claim (fixture, 1));
  window_fixture_act (fixture, "undo");
  window_fixture_act (fixture, "next-open");
  g_assert_true (galley_window_get_claim (fixture->window) != peek_claim (fixture, 0));
  g_assert_false (window_fixture_is_saved (fixture));
  caret = get_caret (fixture);
  WAIT_UNTIL (window_fixture_is_saved (fixture));
  g_assert_cmpuint (get_caret (fixture), ==, caret);
}

/* A step that was undone is not offered to be undone any more; one of something else still is. */
static void
test_offers (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  g_autofree char *remove = NULL;

  window_fixture_import_and_open (fixture);
  window_fixture_save (fixture, "mark-all");
  WAIT_UNTIL (window->offer != NULL);
  window_fixture_save (fixture, "undo");
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 0);
  g_assert_null (window->offer);

  remove = g_strdup_printf ("remove::%s", window->article_id);
  window_fixture_import (fixture, "other.txt", "Another title\n\nAnd its words.\n");
  WAIT_UNTIL (g_strrstr (remove, window->article_id) == NULL &&
              window_fixture_shows (window->article_stack, "article"));
  window_fixture_save (fixture, "confirm");
  window_fixture_save (fixture, remove);
  WAIT_UNTIL (window->offer != NULL);
  window_fixture_save (fixture, "undo");
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 0);
  g_assert_nonnull (window->offer);
}

/* An article that was removed comes back also when nothing offers that any more. */
static void
test_removed (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  g_autofree char *remove = NULL;

  g_assert_false (window_fixture_is_enabled (fixture, "undo"));
  window_fixture_import_and_open (fixture);
  window_fixture_save (fixture, "confirm");
  remove = g_strdup_printf ("remove::%s", window->article_id);
  for (guint i = 0; i < 2; i++)
    {
      window_fixture_save (fixture, remove);
      WAIT_UNTIL (window_fixture_count_articles (fixture) == 0);
      galley_window_dismiss_toast (window);
      g_assert_true (window_fixture_is_enabled (fixture, "undo"));
      window_fixture_save (fixture, "undo");
      WAIT_UNTIL (window_fixture_count_articles (fixture) == 1);
      g_assert_false (window_fixture_is_enabled (fixture, "undo"));
    }
}

static GtkWidget *
find_bring_back (WindowFixture *fixture)
{
  GtkWidget *dialog = GTK_WIDGET (fixture->window->removed);

  return dialog != NULL ? fixture_find_by_action (dialog, "removed.bring-back") : NULL;
}

/* So it does after a restart, with what else was done in it: only the removal is undone. */
static void
test_brought_back (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *remove = NULL;

  window_fixture_import_and_open (fixture);
  window_fixture_save (fixture, "confirm");
  remove = g_strdup_printf ("remove::%s", fixture->window->article_id);
  window_fixture_save (fixture, remove);
  window_fixture_save (fixture, "undo");
  window_fixture_save (fixture, remove);
  WAIT_UNTIL (window_fixture_count_articles (fixture) == 0);
  window_fixture_close (fixture);
  window_fixture_open (fixture);
  WAIT_UNTIL (fixture->window->desk != NULL);
  g_assert_cmpuint (window_fixture_count_articles (fixture), ==, 0);

  window_fixture_act (fixture, "removed-articles");
  WAIT_UNTIL (find_bring_back (fixture) != NULL);
  gtk_widget_activate (find_bring_back (fixture));
  WAIT_UNTIL (window_fixture_count_articles (fixture) == 1 && find_bring_back (fixture) == NULL);
  g_assert_cmpuint (
      galley_article_get_n_claims (galley_desk_find_article (fixture->window->desk, remove + 8)),
      ==, 1);
  gtk_window_close (GTK_WINDOW (fixture->window->removed));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define TEST(name, function)                                                                       \
  g_test_add ("/window/undo/" name, WindowFixture, NULL, window_fixture_set_up, function,          \
              window_fixture_tear_down)
  TEST ("going-there", test_going_there);
  TEST ("fast-keys", test_fast_keys);
  TEST ("going-on", test_going_on);
  TEST ("offers", test_offers);
  TEST ("removed", test_removed);
  TEST ("brought-back", test_brought_back);
#undef TEST

  return g_test_run ();
}
