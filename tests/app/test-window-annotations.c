/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-reading-verbs.h"

/* Annotations of the open article, from a file: what they would come to, what is decided, and the
 * one step that makes claims of them. */

#define TEXT                                                                                       \
  "Flood\n\nIt rained for 3 days in May, the weather service said.\n\nThe bridge is closed. The "  \
  "bridge is closed.\n"

#define ANNOTATION(exact, note)                                                                    \
  "{\"type\": \"Annotation\", \"bodyValue\": \"" note "\", \"target\": {\"source\": "              \
  "\"https://example.org/flood\", \"selector\": {\"type\": \"TextQuoteSelector\", \"exact\": "     \
  "\"" exact "\"}}}"

#define ANNOTATIONS                                                                                \
  "[" ANNOTATION ("It rained for 3 days", "Says who?") ", " ANNOTATION (                           \
      "The bridge is closed.",                                                                     \
      "Which?") ", " ANNOTATION ("Nothing of this is told here at all, anywhere", "Gone") "]"

static gboolean
is_saved (WindowFixture *fixture)
{
  return galley_saver_get_n_running (fixture->window->saver) == 0 && fixture->window->load == NULL;
}

static GtkWidget *
open_annotations (WindowFixture *fixture, const char *name, const char *content)
{
  g_autoptr (GFile) file = NULL;
  GtkWidget *dialog;

  window_fixture_import (fixture, "flood.txt", TEXT);
  WAIT_UNTIL (fixture->window->check != NULL);
  file = window_fixture_create_file (fixture, name, content);
  if (g_str_has_suffix (name, ".jsonld"))
    galley_window_import (fixture->window, file);
  else
    galley_window_import_annotations (fixture->window, file);
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);

  return dialog;
}

static GtkWidget *
begin (WindowFixture *fixture)
{
  GtkWidget *dialog = open_annotations (fixture, "flood.jsonld", ANNOTATIONS);

  WAIT_UNTIL (fixture_find_by_label (dialog, "Unchanged 1 · Moved 0 · Changed 0 · Ambiguous 1 · "
                                             "Lost 1\n1 new claim · 2 wait in the tray") != NULL);
  return dialog;
}

/* A window over the same library, which has a file to open from the beginning. */
static void
open_window_with (WindowFixture *fixture, GFile *file)
{
  g_autofree char *path = window_fixture_get_path (fixture, "test.galleydb");

  fixture->window = galley_window_new (NULL, path);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  galley_window_import (fixture->window, file);
}

/* Without an article they are no article either: it is said what to do. */
static void
test_no_article (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = window_fixture_create_file (fixture, "flood.jsonld", ANNOTATIONS);

  galley_window_import (fixture->window, file);
  WAIT_UNTIL (fixture_find_by_label (
                  GTK_WIDGET (fixture->window->toasts),
                  "Open the article that the annotations are of, then import them") != NULL);
  g_assert_cmpuint (window_fixture_count_articles (fixture), ==, 0);
}

/* As on the command line: the article that was open last is, and they are its annotations. */
static void
test_window_opened_with_them (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = window_fixture_create_file (fixture, "flood.jsonld", ANNOTATIONS);
  GtkWidget *dialog;

  window_fixture_import (fixture, "flood.txt", TEXT);
  WAIT_UNTIL (fixture->window->check != NULL);
  window_fixture_close (fixture);
  open_window_with (fixture, file);
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  WAIT_UNTIL (fixture_find_by_label (dialog, "Unchanged 1 · Moved 0 · Changed 0 · Ambiguous 1 · "
                                             "Lost 1\n1 new claim · 2 wait in the tray") != NULL);
  g_assert_cmpuint (window_fixture_count_articles (fixture), ==, 1);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_import (WindowFixture *fixture, gconstpointer data)
{
  GalleyClaimList *claims;
  GtkWidget *dialog = begin (fixture);
  GalleyClaim *claim;

  g_assert_cmpuint (window_fixture_count_articles (fixture), ==, 1);
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 0);
  window_fixture_press (dialog, "Make Claims");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
  claims = galley_check_get_claims (fixture->window->check);
  claim = galley_claim_list_peek (claims, 0);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  g_assert_cmpstr (galley_claim_get_note (claim), ==, "Says who?");

  WAIT_UNTIL (is_saved (fixture));
  g_assert_cmpstr (galley_check_get_undo_verb (fixture->window->check), ==, "import-annotations");
  window_fixture_act (fixture, "undo");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 0);
}

static void
test_cancel (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = begin (fixture);

  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 0);
  g_assert_cmpstr (galley_check_get_undo_verb (fixture->window->check), ==, "import");
}

/* Nothing is shown, nor selected in another article, of what is still being read. */
static void
test_closed_early (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) dialog =
      g_object_ref (open_annotations (fixture, "flood.jsonld", ANNOTATIONS));
  GalleyRange range;

  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_true (g_cancellable_is_cancelled (
      galley_intake_dialog_get_cancellable (GALLEY_INTAKE_DIALOG (dialog))));
  WAIT_UNTIL (G_OBJECT (dialog)->ref_count == 1);
  g_assert_false (galley_article_view_get_selection (fixture->window->article_view, &range));
}

/* Nor does the dialog stay without its window. */
static void
test_window_closed (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) dialog = g_object_ref (begin (fixture));

  window_fixture_close (fixture);
  WAIT_UNTIL (G_OBJECT (dialog)->ref_count == 1);
  g_assert_false (gtk_widget_get_mapped (dialog));
  g_assert_null (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  window_fixture_open (fixture);
}

/* The first in the list is what is ambiguous. */
static void
test_decisions (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = begin (fixture);
  GalleyText *text = galley_document_get_text (galley_check_get_document (fixture->window->check));
  const char *utf8 = galley_text_peek_utf8 (text, NULL);
  guint start = strstr (utf8, "The bridge") - utf8;
  GalleyClaim *claim;

  galley_article_view_select (fixture->window->article_view,
                              (GalleyRange){ start, start + strlen ("The bridge is closed.") });
  window_fixture_press (dialog, "Put on Selection");
  WAIT_UNTIL (fixture_find_by_label (dialog, "Unchanged 1 · Moved 0 · Changed 0 · Ambiguous 1 · "
                                             "Lost 1\n2 new claims · 1 waits in the tray") != NULL);
  window_fixture_press (dialog, "Leave Out");
  WAIT_UNTIL (fixture_find_by_label (dialog, "Left out") != NULL);
  window_fixture_press (dialog, "Put on Selection");
  WAIT_UNTIL (fixture_find_by_label (dialog, "Left out") == NULL);
  window_fixture_press (dialog, "Make Claims");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 2);
  claim = galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 1);
  g_assert_cmpuint (galley_claim_get_range (claim).start, ==, start);
  g_assert_cmpstr (galley_claim_get_note (claim), ==, "Which?");
}

/* What nobody put anywhere waits in the tray, and is put on one of the places that have its words.
 */
static void
test_tray (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = begin (fixture), *tray, *row;
  GalleyArticleView *view = fixture->window->article_view;
  guint second = strstr (strstr (TEXT, "The bridge") + 1, "The bridge") - TEXT;
  GalleyClaim *claim;
  GalleyRange range;

  window_fixture_press (dialog, "Make Claims");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  WAIT_UNTIL (is_saved (fixture) && window_fixture_find_dialog (fixture) == NULL);
  g_assert_cmpuint (galley_check_get_n_waiting (fixture->window->check), ==, 2);
  WAIT_UNTIL (gtk_widget_get_visible (fixture->window->tray_button));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (fixture->window->tray_button)), ==,
                   "2 in the tray");

  window_fixture_act (fixture, "tray");
  WAIT_UNTIL ((tray = window_fixture_find_dialog (fixture)) != NULL);
  WAIT_UNTIL (fixture_find_by_label (tray, "Ambiguous\nWhich?") != NULL);
  g_assert_nonnull (fixture_find_by_label (tray, "Lost\nGone"));
  galley_article_view_select (view, (GalleyRange){ 0, 0 });
  window_fixture_press (tray, "Next Place");
  window_fixture_press (tray, "Next Place");
  g_assert_true (galley_article_view_get_selection (view, &range));
  g_assert_cmpuint (range.start, ==, second);
  row = gtk_widget_get_parent (
      gtk_widget_get_parent (fixture_find_by_label (tray, "Ambiguous\nWhich?")));
  window_fixture_press (row, "Re-link");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 2);
  claim = galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 1);
  g_assert_cmpuint (galley_claim_get_range (claim).start, ==, second);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  g_assert_cmpstr (galley_claim_get_note (claim), ==, "Which?");
  WAIT_UNTIL (is_saved (fixture));

  window_fixture_act (fixture, "undo");
  WAIT_UNTIL (galley_check_get_n_waiting (fixture->window->check) == 2);
  WAIT_UNTIL (is_saved (fixture));
  window_fixture_act (fixture, "undo");
  WAIT_UNTIL (galley_check_get_n_waiting (fixture->window->check) == 0);
  WAIT_UNTIL (fixture_find_by_label (tray, "Nothing Is Waiting") != NULL);
  gtk_window_close (GTK_WINDOW (tray));
}

/* Going through the places that have the words of what is ambiguous, before anything is imported.
 */
static void
test_next_place (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = begin (fixture);
  GalleyArticleView *view = fixture->window->article_view;
  guint first = strstr (TEXT, "The bridge") - TEXT;
  guint second = strstr (TEXT + first + 1, "The bridge") - TEXT;
  GalleyRange range;

  galley_article_view_select (view, (GalleyRange){ 0, 0 });
  for (guint i = 0; i < 3; i++)
    {
      window_fixture_press (dialog, "Next Place");
      g_assert_true (galley_article_view_get_selection (view, &range));
      g_assert_cmpuint (range.start, ==, i == 1 ? second : first);
    }
  window_fixture_press (dialog, "Put on Selection");
  WAIT_UNTIL (fixture_find_by_label (dialog, "New claim, Pending") != NULL);
  window_fixture_press (dialog, "Make Claims");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 2);
  g_assert_cmpuint (galley_check_get_n_waiting (fixture->window->check), ==, 1);
}

static void
test_failure (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_annotations (fixture, "flood.json", "{");

  WAIT_UNTIL (fixture_find_by_label (dialog, "Nothing to Import") != NULL);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
}

/* What was found in one draft says nothing about another. */
static void
test_another_article (WindowFixture *fixture, gconstpointer data)
{
  begin (fixture);
  window_fixture_import (fixture, "rain.txt", "Rain\n\nIt rains.\n");
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
  g_assert_null (fixture->window->intake);
}

/* A second reader makes no claims: it is said before they decide about any. */
static void
test_second_reading (WindowFixture *fixture, gconstpointer data)
{
  GalleyReadingChoice choice = { .scope = GALLEY_READING_ALL };
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GalleyAction) action = NULL;
  g_autoptr (GFile) file = window_fixture_create_file (fixture, "flood.jsonld", ANNOTATIONS);

  window_fixture_import (fixture, "flood.txt", TEXT);
  WAIT_UNTIL (fixture->window->check != NULL);
  galley_article_view_set_caret (fixture->window->article_view, 10);
  window_fixture_act (fixture, "mark");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  claims = galley_reading_choose (galley_check_get_claims (fixture->window->check), &choice);
  action = galley_verb_start_reading (fixture->window->article_id, claims, &choice);
  galley_window_perform (fixture->window, action, /* toast= */ NULL);
  WAIT_UNTIL (galley_window_is_blind (fixture->window));
  galley_window_import (fixture->window, file);
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->window->toasts),
                                     "A second reader can only judge the claims of the reading") !=
              NULL);
  g_assert_null (fixture->window->intake);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define TEST(name, function)                                                                       \
  g_test_add ("/window-annotations/" name, WindowFixture, NULL, window_fixture_set_up, function,   \
              window_fixture_tear_down)
  TEST ("no-article", test_no_article);
  TEST ("opened-with", test_window_opened_with_them);
  TEST ("import", test_import);
  TEST ("cancel", test_cancel);
  TEST ("closed-early", test_closed_early);
  TEST ("window-closed", test_window_closed);
  TEST ("decisions", test_decisions);
  TEST ("tray", test_tray);
  TEST ("next-place", test_next_place);
  TEST ("failure", test_failure);
  TEST ("another-article", test_another_article);
  TEST ("second-reading", test_second_reading);
#undef TEST

  return g_test_run ();
}
