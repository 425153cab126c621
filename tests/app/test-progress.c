/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-chart-view.h"
#include "galley-progress-window.h"
#include "galley-table-view.h"
#include "galley-verbs.h"

#include <string.h>

/* Progress on the screen: what it shows, that it follows, and how it goes out. */

static gboolean
is_a (GtkWidget *widget, gconstpointer type_name)
{
  return g_strcmp0 (G_OBJECT_TYPE_NAME (widget), type_name) == 0;
}

static gboolean
begins_with (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static void
act (WindowFixture *fixture, const char *action)
{
  window_fixture_act (fixture, action);
  WAIT_UNTIL (galley_saver_get_n_running (fixture->window->saver) == 0);
}

static gboolean
shows (GtkWidget *progress, const char *page)
{
  GtkWidget *stack =
      gtk_widget_get_ancestor (fixture_find (progress, is_a, "AdwStatusPage"), GTK_TYPE_STACK);

  return window_fixture_shows (GTK_STACK (stack), page);
}

static GtkWidget *
open_progress (WindowFixture *fixture, const char *action)
{
  GtkWidget *progress;

  window_fixture_act (fixture, action);
  WAIT_UNTIL ((progress = window_fixture_find_dialog (fixture)) != NULL);
  g_assert_true (GALLEY_IS_PROGRESS_WINDOW (progress));
  WAIT_UNTIL (!shows (progress, "loading"));

  return progress;
}

static guint
count (GtkWidget *widget, const char *type_name)
{
  guint n = is_a (widget, type_name);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type_name);

  return n;
}

static char *
dup_first_table (GtkWidget *progress)
{
  return galley_table_view_dup_text (
      GALLEY_TABLE_VIEW (fixture_find (progress, is_a, "GalleyTableView")));
}

static void
mark (WindowFixture *fixture, guint caret)
{
  guint n = window_fixture_count_claims (fixture);

  galley_article_view_set_caret (fixture->window->article_view, caret);
  act (fixture, "mark");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == n + 1);
}

static void
test_follows (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *progress;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  window_fixture_import_and_open (fixture);
  mark (fixture, 22);
  progress = open_progress (fixture, "progress");
  g_assert_true (shows (progress, "figures"));
  before = dup_first_table (progress);
  g_assert_cmpstr (before, ==,
                   "Status\tClaims\tShare\nConfirmed\t0\t0 %\nDisputed\t0\t0 %\nPending\t1\t100 %\n"
                   "All\t1\t100 %\n");

  /* What is decided meanwhile is there. */
  galley_article_view_set_current_claim (
      fixture->window->article_view,
      galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0));
  act (fixture, "dispute");
  WAIT_UNTIL (fixture_find (progress, begins_with, "✗ 1 disputed") != NULL);
  after = dup_first_table (progress);
  g_assert_cmpstr (after, ==,
                   "Status\tClaims\tShare\nConfirmed\t0\t0 %\nDisputed\t1\t100 %\n"
                   "Pending\t0\t0 %\nAll\t1\t100 %\n");
  gtk_window_destroy (GTK_WINDOW (progress));
}

/* Each chart has a name and a table. */
static void
test_charts (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *progress, *chart;

  window_fixture_import_and_open (fixture);
  mark (fixture, 22);
  act (fixture, "confirm");
  progress = open_progress (fixture, "progress");
  WAIT_UNTIL (shows (progress, "figures"));
  g_assert_cmpuint (count (progress, "GalleyChartView"), >=, 4);
  g_assert_cmpuint (count (progress, "GalleyTableView"), >=, 4);
  chart = fixture_find (progress, is_a, "GalleyChartView");
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Claims by status");
  gtk_test_accessible_assert_property (fixture_find (progress, is_a, "GtkColumnView"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Claims by Status");
  WAIT_UNTIL (gtk_widget_get_height (chart) > 20);
  gtk_window_destroy (GTK_WINDOW (progress));
}

static void
set_direction (GtkWidget *widget, gconstpointer data)
{
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_direction (child, data);
}

/* From right to left it is drawn, too. */
static void
test_from_the_right (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *progress, *chart;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  window_fixture_import_and_open (fixture);
  mark (fixture, 22);
  progress = open_progress (fixture, "progress");
  set_direction (progress, NULL);
  chart = fixture_find (progress, is_a, "GalleyChartView");
  WAIT_UNTIL (gtk_widget_get_height (chart) > 20);
  paintable = gtk_widget_paintable_new (chart);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (chart),
                          gtk_widget_get_height (chart));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  gtk_window_destroy (GTK_WINDOW (progress));
}

static void
test_empty (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *progress;

  g_assert_false (window_fixture_is_enabled (fixture, "progress"));
  progress = open_progress (fixture, "library-progress");
  g_assert_true (shows (progress, "empty"));
  g_assert_nonnull (fixture_find (progress, begins_with, "Import an article first"));
  gtk_window_destroy (GTK_WINDOW (progress));

  window_fixture_import_and_open (fixture);
  progress = open_progress (fixture, "progress");
  g_assert_true (shows (progress, "empty"));
  g_assert_nonnull (fixture_find (progress, begins_with, "Mark claims in the article"));

  /* The other scope is a key away, and there is nothing in it either. */
  g_assert_true (gtk_widget_activate_action (progress, "progress.library", NULL));
  WAIT_UNTIL (fixture_find (progress, begins_with, "Mark claims in an article") != NULL);
  gtk_window_destroy (GTK_WINDOW (progress));
}

static char *
write_as (WindowFixture *fixture, GtkWidget *progress, const char *format)
{
  g_autofree char *name = g_strdup_printf ("progress.%s", format);
  g_autofree char *path = window_fixture_get_path (fixture, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *content = NULL;
  gsize length;

  galley_progress_window_write (GALLEY_PROGRESS_WINDOW (progress), file, format);
  WAIT_UNTIL (fixture_find (progress, begins_with, "Exported to “") != NULL &&
              g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  return content;
}

static void
test_export (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *progress;
  g_autofree char *html = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *pdf = NULL;

  window_fixture_import_and_open (fixture);
  mark (fixture, 22);
  progress = open_progress (fixture, "library-progress");
  WAIT_UNTIL (shows (progress, "figures"));
  html = write_as (fixture, progress, "html");
  csv = write_as (fixture, progress, "csv");
  pdf = write_as (fixture, progress, "pdf");
  g_assert_nonnull (strstr (html, "<svg"));
  g_assert_true (g_str_has_prefix (csv, "section,id,name,measure,value"));
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
  gtk_window_destroy (GTK_WINDOW (progress));
}

/* By somebody else, so that the window does not show whom. */
static void
mark_all (GalleyDesk *desk, GalleyCheck *check, const char *name)
{
  g_autoptr (GArray) suggestions = galley_check_get_suggestions (check);
  g_autofree GalleyMark *marks = g_new0 (GalleyMark, suggestions->len);
  g_autoptr (GalleyAction) action = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  for (guint i = 0; i < suggestions->len; i++)
    marks[i].range = g_array_index (suggestions, GalleyRange, i);
  action = galley_verb_mark (galley_article_get_id (galley_check_get_article (check)),
                             galley_check_get_document (check), marks, suggestions->len);
  galley_desk_set_actor (desk, name);
  outcome = galley_desk_perform (desk, action, /* cancellable= */ NULL, /* error= */ NULL);
  g_assert_nonnull (outcome);
}

/* Many claims, and a checker with a name that is markup and has no end. */
static void
test_large (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new ("<b>\xE2\x80\xAE");
  g_autoptr (GString) text = g_string_new ("Flood\n\n");
  GtkWidget *progress;
  g_autofree char *table = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_c (name, 'x');
  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text, "The river rose by %u meters near the bridge.\n\n", i);
  window_fixture_import (fixture, "large.txt", text->str);
  WAIT_UNTIL (fixture->window->check != NULL);
  mark_all (fixture->window->desk, fixture->window->check, name->str);
  galley_window_close_article (fixture->window);
  progress = open_progress (fixture, "library-progress");
  WAIT_UNTIL (shows (progress, "figures"));
  table = dup_first_table (progress);
  g_assert_nonnull (strstr (table, "Pending\t50"));
  g_assert_cmpint (gtk_widget_get_width (progress), <, 2000);
  gtk_window_destroy (GTK_WINDOW (progress));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/progress/" name, WindowFixture, NULL, window_fixture_set_up, func,                 \
              window_fixture_tear_down)
  ADD ("follows", test_follows);
  ADD ("charts", test_charts);
  ADD ("from-the-right", test_from_the_right);
  ADD ("empty", test_empty);
  ADD ("export", test_export);
  ADD ("large", test_large);
#undef ADD

  return g_test_run ();
}
