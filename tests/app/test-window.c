/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-claim-row.h"

#include <glib/gstdio.h>

static void
test_empty (WindowFixture *fixture, gconstpointer data)
{
  g_assert_true (window_fixture_shows (fixture->window->stack, "empty"));
  g_assert_true (window_fixture_is_enabled (fixture, "import"));
  g_assert_true (window_fixture_is_enabled (fixture, "open-example"));
  g_assert_false (window_fixture_is_enabled (fixture, "confirm"));
  g_assert_false (window_fixture_is_enabled (fixture, "undo"));
  g_assert_false (window_fixture_is_enabled (fixture, "export"));
  g_assert_false (window_fixture_is_enabled (fixture, "archive"));
  g_assert_nonnull (
      fixture_find_by_label (GTK_WIDGET (fixture->window->stack), "Open the Example"));
}

static const char *
get_focused_action (GalleyWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return GTK_IS_ACTIONABLE (focus) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)) : NULL;
}

/* Enter does what a page without articles offers first. */
static void
test_first_focus (WindowFixture *fixture, gconstpointer data)
{
  WAIT_UNTIL (g_strcmp0 (get_focused_action (fixture->window), "win.import") == 0);
}

static void
test_example (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_act (fixture, "open-example");
  WAIT_UNTIL (window_fixture_shows (fixture->window->article_stack, "article"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   "U.S. and Mexico Pledge Joint Security Action to Target Cartels");
}

static void
test_checking (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GalleyClaim *claim;

  window_fixture_import_and_open (fixture);
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "Rain in the Valley");
  g_assert_false (window_fixture_is_enabled (fixture, "undo"));

  window_fixture_act (fixture, "dispute");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  claim = galley_article_view_get_current_claim (window->article_view);
  g_assert_nonnull (claim);
  g_assert_true (claim == galley_claims_pane_get_current_claim (window->claims_pane));
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_true (window_fixture_is_enabled (fixture, "delete-claim"));

  window_fixture_act (fixture, "confirm");
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_CONFIRMED);
  window_fixture_act (fixture, "delete-claim");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 0);
  window_fixture_act (fixture, "undo");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  window_fixture_act (fixture, "redo");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 0);
}

static void
test_mark_all (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_import_and_open (fixture);
  window_fixture_act (fixture, "dismiss-opinion");
  WAIT_UNTIL (galley_check_get_dismissals (fixture->window->check)->len == 1);

  window_fixture_act (fixture, "mark-all");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 4);
  WAIT_UNTIL (g_str_equal (gtk_inscription_get_text (fixture->window->progress_label),
                           "0 of 4 checked · 100 % covered"));
  window_fixture_act (fixture, "undo");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 0);
  /* The key that dismissed a suggestion brings it back. */
  window_fixture_act (fixture, "dismiss-opinion");
  WAIT_UNTIL (galley_check_get_dismissals (fixture->window->check)->len == 0);
}

static GalleyRange
find_words (WindowFixture *fixture, const char *words)
{
  guint start = g_utf8_strlen (window_fixture_text,
                               strstr (window_fixture_text, words) - window_fixture_text);

  return (GalleyRange){ start, start + g_utf8_strlen (words, -1) };
}

static gboolean
covers (GalleyClaim *claim, GalleyRange range)
{
  return galley_range_equal (galley_claim_get_range (claim), range);
}

static void
test_ends (WindowFixture *fixture, gconstpointer data)
{
  GalleyArticleView *view = fixture->window->article_view;
  GalleyClaim *claim;

  window_fixture_import_and_open (fixture);
  galley_article_view_select (view, find_words (fixture, "3 days"));
  window_fixture_act (fixture, "confirm");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  claim = galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0);
  g_assert_true (covers (claim, find_words (fixture, "3 days")));

  window_fixture_act (fixture, "extend-end");
  WAIT_UNTIL (covers (claim, find_words (fixture, "3 days in")));
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  window_fixture_act (fixture, "shrink-end");
  WAIT_UNTIL (covers (claim, find_words (fixture, "3 days")));
  window_fixture_act (fixture, "extend-start");
  WAIT_UNTIL (covers (claim, find_words (fixture, "for 3 days")));
  window_fixture_act (fixture, "shrink-start");
  WAIT_UNTIL (covers (claim, find_words (fixture, "3 days")));
  galley_article_view_select (view, find_words (fixture, "rained for 3 days in May"));
  window_fixture_act (fixture, "fit-claim");
  WAIT_UNTIL (covers (claim, find_words (fixture, "rained for 3 days in May")));
}

/* An article that begins with a claim opens with that claim chosen in all panes. */
static void
test_first_words (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  GalleyClaim *claim;

  window_fixture_import_and_open (fixture);
  id = g_strdup (fixture->window->article_id);
  galley_article_view_select (fixture->window->article_view, (GalleyRange){ 0, 4 });
  window_fixture_act (fixture, "mark");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);

  galley_window_close_article (fixture->window);
  galley_window_open_article (fixture->window, id);
  WAIT_UNTIL (fixture->window->check != NULL);
  claim = galley_window_get_claim (fixture->window);
  g_assert_nonnull (claim);
  g_assert_true (galley_claims_pane_get_current_claim (fixture->window->claims_pane) == claim);
  g_assert_true (galley_claim_panel_get_claim (fixture->window->claim_panel) == claim);
}

static void
test_moving (WindowFixture *fixture, gconstpointer data)
{
  GalleyArticleView *view = fixture->window->article_view;
  guint first, second;

  window_fixture_import_and_open (fixture);
  window_fixture_act (fixture, "confirm");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  first = find_words (fixture, "It rained").start;
  second = find_words (fixture, "The river").start;

  window_fixture_act (fixture, "next-open");
  g_assert_cmpuint (galley_article_view_get_caret (view), ==, first);
  window_fixture_act (fixture, "next-open");
  g_assert_cmpuint (galley_article_view_get_caret (view), ==, second);
  window_fixture_act (fixture, "previous-open");
  g_assert_cmpuint (galley_article_view_get_caret (view), ==, first);
  /* Past the first one to the last. */
  window_fixture_act (fixture, "previous-open");
  g_assert_cmpuint (galley_article_view_get_caret (view), ==,
                    find_words (fixture, "The bridge").start);
  window_fixture_act (fixture, "next-open");
  g_assert_cmpuint (galley_article_view_get_caret (view), ==, first);
}

static gboolean
is_search_entry (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

static guint
count_rows (WindowFixture *fixture)
{
  GtkListView *list = GTK_LIST_VIEW (galley_library_pane_get_list (fixture->window->library_pane));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

/* By titles at once, by the words of the articles when the library has answered. */
static gboolean
has_focus_within (WindowFixture *fixture, gpointer pane)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (pane));
}

static gboolean
is_claim_row (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_CLAIM_ROW (widget) && gtk_widget_get_mapped (widget);
}

/* Each pane has a key, and what single keys act on is chosen then. */
static void
test_panes (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window;

  window_fixture_import_and_open (fixture);
  window = fixture->window;
  window_fixture_act (fixture, "focus-claims");
  g_assert_true (has_focus_within (fixture, window->claims_pane));
  window_fixture_act (fixture, "focus-article");
  g_assert_true (has_focus_within (fixture, window->article_view));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_BACKWARD);
  g_assert_false (has_focus_within (fixture, window->article_view));
  window_fixture_act (fixture, "focus-article");
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  g_assert_false (has_focus_within (fixture, window->article_view));

  galley_article_view_set_caret (window->article_view, 22);
  window_fixture_act (fixture, "mark");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  galley_article_view_set_caret (window->article_view, 0);
  WAIT_UNTIL (galley_window_get_claim (window) == NULL);
  WAIT_UNTIL (fixture_find (GTK_WIDGET (window->claims_pane), is_claim_row, NULL) != NULL);
  window_fixture_act (fixture, "focus-claims");
  g_assert_true (galley_claims_pane_has_list_focus (window->claims_pane));
  g_assert_nonnull (galley_window_get_claim (window));
  window_fixture_act (fixture, "focus-claim");
  g_assert_true (has_focus_within (fixture, window->claim_panel));
  window_fixture_act (fixture, "focus-library");
  g_assert_true (has_focus_within (fixture, window->library_pane));
  window_fixture_act (fixture, "next-pane");
  g_assert_true (has_focus_within (fixture, window->article_view));
  window_fixture_act (fixture, "next-pane");
  g_assert_true (galley_claims_pane_has_list_focus (window->claims_pane));
}

static void
test_search (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  window_fixture_import_and_open (fixture);
  window_fixture_import (fixture, "snow.txt",
                         "Snow in the Hills\n\nTwo roads were closed by the snow.\n");
  entry = fixture_find (GTK_WIDGET (fixture->window->library_pane), is_search_entry, NULL);
  WAIT_UNTIL (count_rows (fixture) == 2);

  gtk_editable_set_text (GTK_EDITABLE (entry), "HILLS");
  WAIT_UNTIL (count_rows (fixture) == 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "mayor");
  WAIT_UNTIL (count_rows (fixture) == 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such words");
  WAIT_UNTIL (count_rows (fixture) == 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  WAIT_UNTIL (count_rows (fixture) == 2);
}

/* Words are found one place after the other, and round again, wherever the focus is. */
static void
test_find (WindowFixture *fixture, gconstpointer data)
{
  GalleyArticleView *view;
  GtkWidget *entry;
  GalleyRange first = { 0, 0 }, found;

  window_fixture_import_and_open (fixture);
  view = fixture->window->article_view;
  entry = fixture_find (GTK_WIDGET (fixture->window->find_bar), is_search_entry, NULL);

  /* There is nothing to go on with: it asks what to look for. */
  window_fixture_act (fixture, "find-next");
  g_assert_true (gtk_widget_has_focus (entry) ||
                 gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "may");
  WAIT_UNTIL (galley_article_view_get_selection (view, &first));

  window_fixture_act (fixture, "find-next");
  g_assert_true (galley_article_view_get_selection (view, &found));
  g_assert_cmpuint (found.start, >, first.start);
  window_fixture_act (fixture, "find-previous");
  g_assert_true (galley_article_view_get_selection (view, &found));
  g_assert_cmpuint (found.start, ==, first.start);
  window_fixture_act (fixture, "find-previous");
  g_assert_true (galley_article_view_get_selection (view, &found));
  g_assert_cmpuint (found.start, >, first.start);
}

static guint
find_words_at (WindowFixture *fixture, const char *typed)
{
  GtkWidget *entry = fixture_find (GTK_WIDGET (fixture->window->find_bar), is_search_entry, NULL);
  GalleyRange found = { G_MAXUINT, 0 };

  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  g_signal_emit_by_name (entry, "search-changed");
  galley_article_view_get_selection (fixture->window->article_view, &found);

  return found.start;
}

/* What is looked for is looked for from where somebody reads, and found however it is written. */
static void
test_find_from_caret (WindowFixture *fixture, gconstpointer data)
{
  static const char text[] =
      "The mayor’s café\n\nNobody saw the mayor’s cafe\u0301, the mayor’s.\n";
  GalleyArticleView *view;
  GalleyRange found;

  window_fixture_import (fixture, "cafe.txt", text);
  WAIT_UNTIL (window_fixture_shows (fixture->window->article_stack, "article"));
  view = fixture->window->article_view;
  window_fixture_act (fixture, "find");
  galley_article_view_set_caret (view, 20);
  g_assert_cmpuint (find_words_at (fixture, "may"), ==, 33);
  g_assert_cmpuint (find_words_at (fixture, "mayor's"), ==, 33);
  galley_article_view_set_caret (view, 10);
  window_fixture_act (fixture, "find-previous");
  g_assert_true (galley_article_view_get_selection (view, &found));
  g_assert_cmpuint (found.start, ==, 4);
  window_fixture_act (fixture, "find-previous");
  g_assert_true (galley_article_view_get_selection (view, &found));
  g_assert_cmpuint (found.start, ==, 52);

  galley_article_view_set_caret (view, 20);
  g_assert_cmpuint (find_words_at (fixture, "CAFE"), ==, 41);
  g_assert_true (galley_article_view_get_selection (view, &found));
  g_assert_cmpuint (found.end, ==, 46);
  g_assert_cmpuint (find_words_at (fixture, "nowhere"), ==, 41);
}

static void
test_articles (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GalleyArticle *article;

  window_fixture_import_and_open (fixture);
  article = galley_check_get_article (window->check);
  window_fixture_act (fixture, "archive::");
  WAIT_UNTIL (galley_article_is_archived (article));
  window_fixture_act (fixture, "archive::");
  WAIT_UNTIL (!galley_article_is_archived (article));

  window_fixture_act (fixture, "remove::");
  WAIT_UNTIL (window_fixture_count_articles (fixture) == 0);
  g_assert_true (window_fixture_shows (window->stack, "empty"));
  g_assert_null (window->check);
}

/* A toast never waits behind one about something that was done before. */
static void
test_toasts (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *toasts = GTK_WIDGET (fixture->window->toasts);

  window_fixture_import_and_open (fixture);
  window_fixture_act (fixture, "archive::");
  WAIT_UNTIL (fixture_find_by_label (toasts, "Article archived") != NULL);
  window_fixture_act (fixture, "archive::");
  WAIT_UNTIL (fixture_find_by_label (toasts, "Article taken out of the archive") != NULL);
  WAIT_UNTIL (fixture_find_by_label (toasts, "Article archived") == NULL);
  window_fixture_act (fixture, "dismiss-opinion");
  WAIT_UNTIL (fixture_find_by_label (toasts, "Dismissed as opinion") != NULL);
}

/* What is still being saved when a person closes the window is saved, and then it closes. */
static void
test_closing_while_saving (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_import_and_open (fixture);
  window_fixture_act (fixture, "mark-all");
  WAIT_UNTIL (window_fixture_count_claims (fixture) > 1);
  window_fixture_act (fixture, "undo");
  WAIT_UNTIL (window_fixture_is_enabled (fixture, "redo"));

  window_fixture_act (fixture, "redo");
  window_fixture_close (fixture);
  window_fixture_open (fixture);
  WAIT_UNTIL (fixture->window->check != NULL);
  g_assert_cmpuint (window_fixture_count_claims (fixture), >, 1);
}

static void
wait_ms (guint duration_ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (duration_ms, fixture_set_late_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* While a toast is coming no other takes its place: libadwaita would use what it has freed. What
 * is said last is said in the end. */
static void
test_quick_toasts (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *toasts = GTK_WIDGET (fixture->window->toasts);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  galley_window_say (fixture->window, "First");
  g_assert_nonnull (fixture_find_by_label (toasts, "First"));
  wait_ms (50);
  galley_window_say (fixture->window, "Second");
  galley_window_say (fixture->window, "Third");
  g_assert_nonnull (fixture_find_by_label (toasts, "First"));
  g_assert_null (fixture_find_by_label (toasts, "Third"));
  WAIT_UNTIL (fixture_find_by_label (toasts, "Third") != NULL);
  g_assert_null (fixture_find_by_label (toasts, "Second"));
  WAIT_UNTIL (fixture_find_by_label (toasts, "First") == NULL);

  galley_window_say (fixture->window, "Fourth");
  galley_window_dismiss_toast (fixture->window);
  WAIT_UNTIL (fixture_find_by_label (toasts, "Third") == NULL);
  g_assert_null (fixture_find_by_label (toasts, "Fourth"));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* Keys in the library are about the row that has the focus, and it does not lose it for them. */
static void
test_library_keys (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_string (""));

  window_fixture_import_and_open (fixture);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *content = g_strdup_printf ("Title %u\n\nIt rained for %u days.\n", i, i);

      window_fixture_import (fixture, name, content);
      WAIT_UNTIL (window->check != NULL);
    }

  window_fixture_act (fixture, "focus-library");
  g_assert_nonnull (galley_library_pane_get_focused_article (window->library_pane));
  g_assert_cmpstr (
      galley_article_get_id (galley_library_pane_get_focused_article (window->library_pane)), ==,
      window->article_id);
  g_assert_true (galley_window_find_article (window, none) ==
                 galley_library_pane_get_focused_article (window->library_pane));
  /* From the search to what it found. */
  galley_library_pane_focus_search (window->library_pane);
  g_assert_null (galley_library_pane_get_focused_article (window->library_pane));
  g_signal_emit_by_name (fixture_find (GTK_WIDGET (window->library_pane), is_search_entry, NULL),
                         "activate");
  g_assert_nonnull (galley_library_pane_get_focused_article (window->library_pane));

  window_fixture_act (fixture, "focus-library");
  gtk_widget_child_focus (galley_library_pane_get_list (window->library_pane), GTK_DIR_DOWN);
  g_assert_cmpstr (galley_article_get_id (galley_window_find_article (window, none)), !=,
                   window->article_id);
}

static void
test_purge (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  window_fixture_import_and_open (fixture);
  window_fixture_act (fixture, "purge::");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  window_fixture_press (dialog, "Cancel");
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
  g_assert_cmpuint (window_fixture_count_articles (fixture), ==, 1);

  window_fixture_act (fixture, "purge::");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  window_fixture_press (dialog, "Delete Permanently");
  WAIT_UNTIL (window_fixture_count_articles (fixture) == 0);
}

static void
test_restoring (WindowFixture *fixture, gconstpointer data)
{
  guint caret;

  window_fixture_import_and_open (fixture);
  window_fixture_act (fixture, "next-open");
  window_fixture_act (fixture, "next-open");
  caret = galley_article_view_get_caret (fixture->window->article_view);
  g_assert_cmpuint (caret, >, 0);
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "show-library",
                                      g_variant_new_boolean (FALSE));
  window_fixture_close (fixture);

  window_fixture_open (fixture);
  WAIT_UNTIL (window_fixture_shows (fixture->window->article_stack, "article"));
  g_assert_cmpuint (galley_article_view_get_caret (fixture->window->article_view), ==, caret);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window->library_pane)));
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "show-library",
                                      g_variant_new_boolean (TRUE));
}

static void
test_bad_library (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = window_fixture_get_path (fixture, "bad.galleydb");
  GalleyWindow *window;

  g_assert_true (g_file_set_contents (path, window_fixture_text, -1, NULL));
  window = galley_window_new (NULL, path);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (window_fixture_shows (window->stack, "failed"));
  g_assert_cmpstr (get_focused_action (window), ==, "win.reopen-library");
  g_assert_cmpstr (adw_status_page_get_description (window->failed_page), !=, "");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "import"));

  /* A file that is no library is left as it is; once it is away, a new try succeeds. */
  g_assert_cmpint (g_remove (path), ==, 0);
  g_action_group_activate_action (G_ACTION_GROUP (window), "reopen-library", NULL);
  WAIT_UNTIL (window_fixture_shows (window->stack, "empty"));
  gtk_window_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define TEST(name, function)                                                                       \
  g_test_add ("/window/" name, WindowFixture, NULL, window_fixture_set_up, function,               \
              window_fixture_tear_down)
  TEST ("empty", test_empty);
  TEST ("first-focus", test_first_focus);
  TEST ("example", test_example);
  TEST ("checking", test_checking);
  TEST ("mark-all", test_mark_all);
  TEST ("ends", test_ends);
  TEST ("first-words", test_first_words);
  TEST ("moving", test_moving);
  TEST ("panes", test_panes);
  TEST ("search", test_search);
  TEST ("find-from-caret", test_find_from_caret);
  TEST ("find", test_find);
  TEST ("articles", test_articles);
  TEST ("toasts", test_toasts);
  TEST ("closing-while-saving", test_closing_while_saving);
  TEST ("quick-toasts", test_quick_toasts);
  TEST ("library-keys", test_library_keys);
  TEST ("purge", test_purge);
  TEST ("restoring", test_restoring);
  TEST ("bad-library", test_bad_library);
#undef TEST

  return g_test_run ();
}
