/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-reference-report.h"
#include "galley-source-exchange.h"

/* The source log from and to files of programs that keep references. */

static GalleySourceLog *
open_log (WindowFixture *fixture)
{
  WAIT_UNTIL (galley_log_book_is_loaded (fixture->window->log_book));
  window_fixture_act (fixture, "source-log");
  WAIT_UNTIL (fixture->window->source_log != NULL);

  return GALLEY_SOURCE_LOG (fixture->window->source_log);
}

static guint
count_sources (WindowFixture *fixture)
{
  return g_list_model_get_n_items (galley_log_book_get_entries (fixture->window->log_book));
}

/* The dialog over the source log, if there is one. */
static GtkWidget *
find_over (GalleySourceLog *log)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (log) &&
          gtk_widget_get_mapped (GTK_WIDGET (window)))
        return GTK_WIDGET (window);
    }

  return NULL;
}

static GtkWidget *
load (WindowFixture *fixture, GalleySourceLog *log, const char *name, const char *text)
{
  g_autoptr (GFile) file = window_fixture_create_file (fixture, name, text);
  GtkWidget *over;

  galley_source_exchange_load (log, file);
  WAIT_UNTIL ((over = find_over (log)) != NULL);

  return over;
}

#define YEARBOOK                                                                                   \
  "@book{y, title = {Climate yearbook}, author = {Ruiz, Ana}, year = 2024,\n"                      \
  "  url = {https://example.org/yearbook}}\n"

static void
test_import (WindowFixture *fixture, gconstpointer data)
{
  GalleySourceLog *log = open_log (fixture);
  GtkWidget *report = load (fixture, log, "a.bib", YEARBOOK);

  g_assert_true (GALLEY_IS_REFERENCE_REPORT (report));
  WAIT_UNTIL (fixture_find_by_label (report, "Climate yearbook") != NULL);
  g_assert_nonnull (fixture_find_by_label (report, "New"));
  g_assert_cmpuint (count_sources (fixture), ==, 0);
  window_fixture_press (report, "Add 1 Source");
  WAIT_UNTIL (count_sources (fixture) == 1);
  WAIT_UNTIL (find_over (log) == NULL);

  /* Each entry has its own fate, and all that is new is one step. */
  report = load (fixture, log, "b.bib",
                 YEARBOOK "@misc{a, title = {Minutes}}\n@misc{b, title = {Minutes}}\n"
                          "@misc{c, title = {Port log}}\n");
  WAIT_UNTIL (fixture_find_by_label (report, "In the log already") != NULL);
  g_assert_nonnull (fixture_find_by_label (report, "Again in this file"));
  window_fixture_press (report, "Add 2 Sources");
  WAIT_UNTIL (count_sources (fixture) == 3);
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (log), "2 sources added") != NULL);
  galley_saver_undo (fixture->window->saver, /* article_id= */ NULL, /* unit_id= */ NULL, NULL,
                     NULL, NULL);
  WAIT_UNTIL (count_sources (fixture) == 1);

  report = load (fixture, log, "a.bib", YEARBOOK);
  WAIT_UNTIL (fixture_find_by_label (report, "Nothing New") != NULL);
  gtk_window_close (GTK_WINDOW (report));
  WAIT_UNTIL (find_over (log) == NULL);
}

static void
test_refuses (WindowFixture *fixture, gconstpointer data)
{
  GalleySourceLog *log = open_log (fixture);
  GtkWidget *dialog = load (fixture, log, "a.bib", "This is no bibliography.");

  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_nonnull (fixture_find_by_label (dialog, "References Not Imported"));
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (find_over (log) == NULL);
}

static void
test_export (WindowFixture *fixture, gconstpointer data)
{
  GalleySourceLog *log = open_log (fixture);
  g_autoptr (GFile) file = window_fixture_create_file (fixture, "out.ris", "");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  window_fixture_press (load (fixture, log, "a.bib", YEARBOOK), "Add 1 Source");
  WAIT_UNTIL (count_sources (fixture) == 1);
  galley_source_exchange_save (log, file, "ris");
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (log), "Sources exported") != NULL);
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, "TY  - BOOK"));
  g_assert_nonnull (strstr (text, "Climate yearbook"));

  galley_source_exchange_save (log, folder, "csl-json:full");
  WAIT_UNTIL ((dialog = find_over (log)) != NULL);
  WAIT_UNTIL (fixture_find_by_label (dialog, "Sources Not Exported") != NULL);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (find_over (log) == NULL);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/references/" name, WindowFixture, NULL, window_fixture_set_up, func,               \
              window_fixture_tear_down)
  ADD ("import", test_import);
  ADD ("refuses", test_refuses);
  ADD ("export", test_export);
#undef ADD

  return g_test_run ();
}
