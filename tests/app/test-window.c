/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "galley-window-private.h"

#include <glib/gstdio.h>

/* A window over a library of its own. */
typedef struct
{
  char *folder;
  GalleyWindow *window;
} Fixture;

static char *
get_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static GFile *
create_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = get_path (fixture, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static gboolean
shows (GtkStack *stack, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), page) == 0;
}

static void
open_window (Fixture *fixture)
{
  g_autofree char *path = get_path (fixture, "test.galleydb");

  fixture->window = galley_window_new (NULL, path);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (!shows (fixture->window->stack, "loading"));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("galley-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  open_window (fixture);
}

/* Closes the window as a person would; that it is finalized shows that nothing leaks it. */
static void
close_window (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (fixture->window == NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  close_window (fixture);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = get_path (fixture, name);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* @detailed_name is without the window's prefix. */
static void
act (Fixture *fixture, const char *detailed_name)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed_name, &name, &target, NULL));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), name));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name, target);
}

static gboolean
is_enabled (Fixture *fixture, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), name);
}

static guint
count_articles (Fixture *fixture)
{
  return g_list_model_get_n_items (galley_desk_get_articles (fixture->window->desk));
}

static guint
count_claims (Fixture *fixture)
{
  return galley_claim_list_get_n_claims (galley_check_get_claims (fixture->window->check));
}

static const char *const text = "Rain in the Valley\n\n"
                                "It rained for 3 days in May. The river rose by 2 meters. Nobody "
                                "was hurt, the mayor said.\n\n"
                                "The bridge was closed on May 5.\n";

static void
import (Fixture *fixture, const char *name, const char *content)
{
  g_autoptr (GFile) file = create_file (fixture, name, content);

  galley_window_import (fixture->window, file);
  WAIT_UNTIL (galley_importer_get_n_total (fixture->window->importer) == 0);
}

static void
import_and_open (Fixture *fixture)
{
  import (fixture, "rain.txt", text);
  WAIT_UNTIL (shows (fixture->window->article_stack, "article"));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_true (shows (fixture->window->stack, "empty"));
  g_assert_true (is_enabled (fixture, "import"));
  g_assert_true (is_enabled (fixture, "open-example"));
  g_assert_false (is_enabled (fixture, "confirm"));
  g_assert_false (is_enabled (fixture, "undo"));
  g_assert_false (is_enabled (fixture, "export"));
  g_assert_false (is_enabled (fixture, "archive"));
  g_assert_nonnull (
      fixture_find_by_label (GTK_WIDGET (fixture->window->stack), "Open the Example"));
}

static void
test_example (Fixture *fixture, gconstpointer data)
{
  act (fixture, "open-example");
  WAIT_UNTIL (shows (fixture->window->article_stack, "article"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   "U.S. and Mexico Pledge Joint Security Action to Target Cartels");
}

static void
test_checking (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GalleyClaim *claim;

  import_and_open (fixture);
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "Rain in the Valley");
  g_assert_false (is_enabled (fixture, "undo"));

  act (fixture, "dispute");
  WAIT_UNTIL (count_claims (fixture) == 1);
  claim = galley_article_view_get_current_claim (window->article_view);
  g_assert_nonnull (claim);
  g_assert_true (claim == galley_claims_pane_get_current_claim (window->claims_pane));
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_true (is_enabled (fixture, "delete-claim"));

  act (fixture, "confirm");
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_CONFIRMED);
  act (fixture, "delete-claim");
  WAIT_UNTIL (count_claims (fixture) == 0);
  act (fixture, "undo");
  WAIT_UNTIL (count_claims (fixture) == 1);
  act (fixture, "redo");
  WAIT_UNTIL (count_claims (fixture) == 0);
}

static void
test_mark_all (Fixture *fixture, gconstpointer data)
{
  import_and_open (fixture);
  act (fixture, "dismiss-opinion");
  WAIT_UNTIL (galley_check_get_dismissals (fixture->window->check)->len == 1);

  act (fixture, "mark-all");
  WAIT_UNTIL (count_claims (fixture) == 4);
  WAIT_UNTIL (g_str_equal (gtk_inscription_get_text (fixture->window->progress_label),
                           "0 of 4 checked · 100 % covered"));
  act (fixture, "undo");
  WAIT_UNTIL (count_claims (fixture) == 0);
  /* The key that dismissed a suggestion brings it back. */
  act (fixture, "dismiss-opinion");
  WAIT_UNTIL (galley_check_get_dismissals (fixture->window->check)->len == 0);
}

static GalleyRange
find_words (Fixture *fixture, const char *words)
{
  guint start = g_utf8_strlen (text, strstr (text, words) - text);

  return (GalleyRange){ start, start + g_utf8_strlen (words, -1) };
}

static gboolean
covers (GalleyClaim *claim, GalleyRange range)
{
  return galley_range_equal (galley_claim_get_range (claim), range);
}

static void
test_ends (Fixture *fixture, gconstpointer data)
{
  GalleyArticleView *view = fixture->window->article_view;
  GalleyClaim *claim;

  import_and_open (fixture);
  galley_article_view_select (view, find_words (fixture, "3 days"));
  act (fixture, "confirm");
  WAIT_UNTIL (count_claims (fixture) == 1);
  claim = galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0);
  g_assert_true (covers (claim, find_words (fixture, "3 days")));

  act (fixture, "extend-end");
  WAIT_UNTIL (covers (claim, find_words (fixture, "3 days in")));
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  act (fixture, "shrink-end");
  WAIT_UNTIL (covers (claim, find_words (fixture, "3 days")));
  act (fixture, "extend-start");
  WAIT_UNTIL (covers (claim, find_words (fixture, "for 3 days")));
  act (fixture, "shrink-start");
  WAIT_UNTIL (covers (claim, find_words (fixture, "3 days")));
  galley_article_view_select (view, find_words (fixture, "rained for 3 days in May"));
  act (fixture, "fit-claim");
  WAIT_UNTIL (covers (claim, find_words (fixture, "rained for 3 days in May")));
}

/* An article that begins with a claim opens with that claim chosen in all panes. */
static void
test_first_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  GalleyClaim *claim;

  import_and_open (fixture);
  id = g_strdup (fixture->window->article_id);
  galley_article_view_select (fixture->window->article_view, (GalleyRange){ 0, 4 });
  act (fixture, "mark");
  WAIT_UNTIL (count_claims (fixture) == 1);

  galley_window_close_article (fixture->window);
  galley_window_open_article (fixture->window, id);
  WAIT_UNTIL (fixture->window->check != NULL);
  claim = galley_window_get_claim (fixture->window);
  g_assert_nonnull (claim);
  g_assert_true (galley_claims_pane_get_current_claim (fixture->window->claims_pane) == claim);
  g_assert_true (galley_claim_panel_get_claim (fixture->window->claim_panel) == claim);
}

static void
test_moving (Fixture *fixture, gconstpointer data)
{
  GalleyArticleView *view = fixture->window->article_view;
  guint first, second;

  import_and_open (fixture);
  act (fixture, "confirm");
  WAIT_UNTIL (count_claims (fixture) == 1);
  first = find_words (fixture, "It rained").start;
  second = find_words (fixture, "The river").start;

  act (fixture, "next-open");
  g_assert_cmpuint (galley_article_view_get_caret (view), ==, first);
  act (fixture, "next-open");
  g_assert_cmpuint (galley_article_view_get_caret (view), ==, second);
  act (fixture, "previous-open");
  g_assert_cmpuint (galley_article_view_get_caret (view), ==, first);
  /* Past the first one to the last. */
  act (fixture, "previous-open");
  g_assert_cmpuint (galley_article_view_get_caret (view), ==,
                    find_words (fixture, "The bridge").start);
  act (fixture, "next-open");
  g_assert_cmpuint (galley_article_view_get_caret (view), ==, first);
}

static void
test_known_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri = NULL;
  g_autofree char *action = NULL;
  g_autoptr (GFile) file = NULL;

  import_and_open (fixture);
  import (fixture, "again.txt", text);
  g_assert_cmpuint (count_articles (fixture), ==, 1);

  file = create_file (fixture, "again.txt", text);
  uri = g_file_get_uri (file);
  action = g_strconcat ("import-again::", uri, NULL);
  act (fixture, action);
  WAIT_UNTIL (count_articles (fixture) == 2);
}

/* The dialog over the window, if there is one. */
static GtkWidget *
find_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window) &&
          gtk_widget_get_mapped (GTK_WIDGET (window)))
        return GTK_WIDGET (window);
    }

  return NULL;
}

static void
press (GtkWidget *dialog, const char *label)
{
  GtkWidget *found = fixture_find_by_label (dialog, label);

  g_assert_nonnull (found);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON), "clicked");
}

static gboolean
mentions (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) empty = create_file (fixture, "empty.txt", "");
  g_autoptr (GFile) missing = g_file_new_build_filename (fixture->folder, "missing.txt", NULL);
  g_autoptr (GFile) good = create_file (fixture, "good.txt", text);
  GtkWidget *dialog;

  galley_window_import (fixture->window, empty);
  galley_window_import (fixture->window, good);
  galley_window_import (fixture->window, missing);
  WAIT_UNTIL ((dialog = find_dialog (fixture)) != NULL);
  g_assert_nonnull (fixture_find_by_label (dialog, "2 Articles Were Not Imported"));
  g_assert_nonnull (fixture_find (dialog, mentions, "missing.txt"));
  g_assert_cmpuint (count_articles (fixture), ==, 1);
  press (dialog, "Close");
  WAIT_UNTIL (shows (fixture->window->article_stack, "article"));
}

static void
test_paste_and_drop (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->window);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GFile) file = create_file (fixture, "dropped.txt", "A file was dropped here.\n");
  guint n_targets = 0;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  act (fixture, "paste");
  WAIT_UNTIL (count_articles (fixture) == 1);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_auto (GValue) value = G_VALUE_INIT;
      gboolean is_taken = FALSE;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_value_init (&value, G_TYPE_FILE);
      g_value_set_object (&value, file);
      g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &is_taken);
      g_assert_true (is_taken);
      n_targets++;
    }
  g_assert_cmpuint (n_targets, ==, 1);
  WAIT_UNTIL (count_articles (fixture) == 2);
}

static gboolean
is_search_entry (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

static guint
count_rows (Fixture *fixture)
{
  GtkListView *list = GTK_LIST_VIEW (galley_library_pane_get_list (fixture->window->library_pane));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

/* By titles at once, by the words of the articles when the library has answered. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  import_and_open (fixture);
  import (fixture, "snow.txt", "Snow in the Hills\n\nTwo roads were closed by the snow.\n");
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

static void
test_articles (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GalleyArticle *article;

  import_and_open (fixture);
  article = galley_check_get_article (window->check);
  act (fixture, "archive::");
  WAIT_UNTIL (galley_article_is_archived (article));
  act (fixture, "archive::");
  WAIT_UNTIL (!galley_article_is_archived (article));

  act (fixture, "remove::");
  WAIT_UNTIL (count_articles (fixture) == 0);
  g_assert_true (shows (window->stack, "empty"));
  g_assert_null (window->check);
}

/* A toast never waits behind one about something that was done before. */
static void
test_toasts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *toasts = GTK_WIDGET (fixture->window->toasts);

  import_and_open (fixture);
  act (fixture, "archive::");
  WAIT_UNTIL (fixture_find_by_label (toasts, "Article archived") != NULL);
  act (fixture, "archive::");
  WAIT_UNTIL (fixture_find_by_label (toasts, "Article taken out of the archive") != NULL);
  WAIT_UNTIL (fixture_find_by_label (toasts, "Article archived") == NULL);
  act (fixture, "dismiss-opinion");
  WAIT_UNTIL (fixture_find_by_label (toasts, "Dismissed as opinion") != NULL);
}

/* Keys in the library are about the row that has the focus, and it does not lose it for them. */
static void
test_library_keys (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_string (""));

  import_and_open (fixture);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *content = g_strdup_printf ("Title %u\n\nIt rained for %u days.\n", i, i);

      import (fixture, name, content);
      WAIT_UNTIL (window->check != NULL);
    }

  act (fixture, "focus-library");
  g_assert_nonnull (galley_library_pane_get_focused_article (window->library_pane));
  g_assert_cmpstr (
      galley_article_get_id (galley_library_pane_get_focused_article (window->library_pane)), ==,
      window->article_id);
  g_assert_true (galley_window_find_article (window, none) ==
                 galley_library_pane_get_focused_article (window->library_pane));
  gtk_widget_child_focus (galley_library_pane_get_list (window->library_pane), GTK_DIR_DOWN);
  g_assert_cmpstr (galley_article_get_id (galley_window_find_article (window, none)), !=,
                   window->article_id);
}

static void
test_purge (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  import_and_open (fixture);
  act (fixture, "purge::");
  WAIT_UNTIL ((dialog = find_dialog (fixture)) != NULL);
  press (dialog, "Cancel");
  WAIT_UNTIL (find_dialog (fixture) == NULL);
  g_assert_cmpuint (count_articles (fixture), ==, 1);

  act (fixture, "purge::");
  WAIT_UNTIL ((dialog = find_dialog (fixture)) != NULL);
  press (dialog, "Delete Permanently");
  WAIT_UNTIL (count_articles (fixture) == 0);
}

static void
test_restoring (Fixture *fixture, gconstpointer data)
{
  guint caret;

  import_and_open (fixture);
  act (fixture, "next-open");
  act (fixture, "next-open");
  caret = galley_article_view_get_caret (fixture->window->article_view);
  g_assert_cmpuint (caret, >, 0);
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "show-library",
                                      g_variant_new_boolean (FALSE));
  close_window (fixture);

  open_window (fixture);
  WAIT_UNTIL (shows (fixture->window->article_stack, "article"));
  g_assert_cmpuint (galley_article_view_get_caret (fixture->window->article_view), ==, caret);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window->library_pane)));
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "show-library",
                                      g_variant_new_boolean (TRUE));
}

static void
test_bad_library (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture, "bad.galleydb");
  GalleyWindow *window;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  window = galley_window_new (NULL, path);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (shows (window->stack, "failed"));
  g_assert_cmpstr (adw_status_page_get_description (window->failed_page), !=, "");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "import"));

  /* A file that is no library is left as it is; once it is away, a new try succeeds. */
  g_assert_cmpint (g_remove (path), ==, 0);
  g_action_group_activate_action (G_ACTION_GROUP (window), "reopen-library", NULL);
  WAIT_UNTIL (shows (window->stack, "empty"));
  gtk_window_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define TEST(name, function)                                                                       \
  g_test_add ("/window/" name, Fixture, NULL, set_up, function, tear_down)
  TEST ("empty", test_empty);
  TEST ("example", test_example);
  TEST ("checking", test_checking);
  TEST ("mark-all", test_mark_all);
  TEST ("ends", test_ends);
  TEST ("first-words", test_first_words);
  TEST ("moving", test_moving);
  TEST ("known-file", test_known_file);
  TEST ("bad-files", test_bad_files);
  TEST ("paste-and-drop", test_paste_and_drop);
  TEST ("search", test_search);
  TEST ("articles", test_articles);
  TEST ("toasts", test_toasts);
  TEST ("library-keys", test_library_keys);
  TEST ("purge", test_purge);
  TEST ("restoring", test_restoring);
  TEST ("bad-library", test_bad_library);
#undef TEST

  return g_test_run ();
}
