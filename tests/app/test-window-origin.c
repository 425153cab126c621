/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-draft-sides.h"
#include "galley-origins.h"
#include "galley-reading-verbs.h"

#include <glib/gstdio.h>

/* The file that an article came from changes while it is open, and before it is opened. */

#define OLD "Flood\n\nIt rained for 3 days in May, the weather service said.\n"
#define NEW "Flood\n\nIt rained for 4 days in May, the weather service said.\n"
#define NEWEST "Flood\n\nIt rained for 5 days in May, the weather service said.\n"

static gboolean
is_asking (WindowFixture *fixture)
{
  return gtk_revealer_get_reveal_child (fixture->window->origin_revealer) &&
         window_fixture_is_enabled (fixture, "compare-origin");
}

/* The file was looked at. */
static gboolean
is_looked_at (WindowFixture *fixture)
{
  return fixture->window->origin_watch != NULL &&
         galley_origin_watch_get_found (fixture->window->origin_watch) != NULL;
}

/* Writes the file as it is, or puts another one in its place. */
static void
save (WindowFixture *fixture, const char *text, gboolean replaces)
{
  g_autofree char *path = window_fixture_get_path (fixture, "flood.txt");
  g_autofree char *other = g_strconcat (path, ".new", NULL);
  g_autoptr (GError) error = NULL;
  FILE *file;

  if (replaces)
    {
      g_assert_true (
          g_file_set_contents_full (other, text, -1, G_FILE_SET_CONTENTS_NONE, 0644, &error));
      g_assert_no_error (error);
      g_assert_cmpint (g_rename (other, path), ==, 0);
      return;
    }
  file = g_fopen (path, "w");
  g_assert_nonnull (file);
  g_assert_cmpint (fputs (text, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
begin (WindowFixture *fixture)
{
  window_fixture_import (fixture, "flood.txt", OLD);
  WAIT_UNTIL (fixture->window->check != NULL);
  WAIT_UNTIL (is_looked_at (fixture));
  g_assert_false (is_asking (fixture));
}

static gboolean
has_words (WindowFixture *fixture, const char *words)
{
  GalleyCheck *check = fixture->window->check;

  return check != NULL &&
         strstr (galley_text_peek_utf8 (
                     galley_document_get_text (galley_check_get_document (check)), NULL),
                 words) != NULL;
}

static gboolean
is_sides (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_DRAFT_SIDES (widget) && gtk_widget_get_mapped (widget);
}

static void
test_import (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  begin (fixture);
  save (fixture, NEW, GPOINTER_TO_INT (data));
  WAIT_UNTIL (is_asking (fixture));
  g_assert_true (has_words (fixture, "for 3 days"));
  g_assert_null (window_fixture_find_dialog (fixture));

  window_fixture_act (fixture, "compare-origin");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  WAIT_UNTIL (fixture_find (dialog, is_sides, NULL) != NULL);
  window_fixture_press (dialog, "Import Draft");
  WAIT_UNTIL (has_words (fixture, "for 4 days"));
  WAIT_UNTIL (is_looked_at (fixture));
  g_assert_false (is_asking (fixture));

  save (fixture, NEWEST, GPOINTER_TO_INT (data));
  WAIT_UNTIL (is_asking (fixture));
}

/* Closing the comparison changes nothing, and the question stays. */
static void
test_cancel (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  begin (fixture);
  save (fixture, NEW, /* replaces= */ TRUE);
  WAIT_UNTIL (is_asking (fixture));
  window_fixture_act (fixture, "compare-origin");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
  g_assert_true (is_asking (fixture));
  g_assert_true (has_words (fixture, "for 3 days"));
}

static void
test_not_now (WindowFixture *fixture, gconstpointer data)
{
  begin (fixture);
  save (fixture, NEW, /* replaces= */ TRUE);
  WAIT_UNTIL (is_asking (fixture));
  window_fixture_act (fixture, "leave-origin");
  WAIT_UNTIL (!is_asking (fixture));
  WAIT_UNTIL (is_looked_at (fixture));
  g_assert_false (is_asking (fixture));

  save (fixture, NEWEST, /* replaces= */ TRUE);
  WAIT_UNTIL (is_asking (fixture));
  save (fixture, NEW, /* replaces= */ FALSE);
  WAIT_UNTIL (!is_asking (fixture));
}

/* What cannot be read is no change, and when it comes back it is looked at again. */
static void
test_gone (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = window_fixture_get_path (fixture, "flood.txt");

  begin (fixture);
  g_assert_cmpint (g_remove (path), ==, 0);
  WAIT_UNTIL (!is_looked_at (fixture));
  g_assert_false (is_asking (fixture));
  save (fixture, OLD, /* replaces= */ FALSE);
  WAIT_UNTIL (is_looked_at (fixture));
  g_assert_false (is_asking (fixture));
  save (fixture, NEW, /* replaces= */ FALSE);
  WAIT_UNTIL (is_asking (fixture));
  g_assert_cmpint (g_remove (path), ==, 0);
  WAIT_UNTIL (!is_asking (fixture));
}

/* It may have changed while nobody looked. */
static void
test_changed_before (WindowFixture *fixture, gconstpointer data)
{
  begin (fixture);
  window_fixture_close (fixture);
  save (fixture, NEW, /* replaces= */ FALSE);
  window_fixture_open (fixture);
  WAIT_UNTIL (fixture->window->check != NULL);
  WAIT_UNTIL (is_asking (fixture));
}

static void
test_no_file (WindowFixture *fixture, gconstpointer data)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), OLD);
  window_fixture_act (fixture, "paste");
  WAIT_UNTIL (fixture->window->check != NULL);
  g_assert_null (fixture->window->origin_watch);
  g_assert_false (is_asking (fixture));
  g_assert_false (window_fixture_is_enabled (fixture, "leave-origin"));
}

static void
test_many_articles (void)
{
  g_autofree char *uri = NULL, *sha256 = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("article-%u", i);

      galley_origins_note (id, "file:///x", "00");
    }
  galley_origins_note ("article-299", "file:///y", "11");
  g_assert_false (galley_origins_find ("article-0", &uri, &sha256));
  g_assert_true (galley_origins_find ("article-299", &uri, &sha256));
  g_assert_cmpstr (uri, ==, "file:///y");
  g_assert_cmpstr (sha256, ==, "11");
}

/* A second reader gives the article no other draft. */
static void
test_second_reading (WindowFixture *fixture, gconstpointer data)
{
  GalleyReadingChoice choice = { .scope = GALLEY_READING_ALL };
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GalleyAction) action = NULL;

  begin (fixture);
  galley_article_view_set_caret (fixture->window->article_view, 10);
  window_fixture_act (fixture, "mark");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  save (fixture, NEW, FALSE);
  WAIT_UNTIL (is_asking (fixture));
  claims = galley_reading_choose (galley_check_get_claims (fixture->window->check), &choice);
  action = galley_verb_start_reading (fixture->window->article_id, claims, &choice);
  galley_window_perform (fixture->window, action, /* toast= */ NULL);
  WAIT_UNTIL (galley_window_is_blind (fixture->window));
  g_assert_null (fixture->window->origin_watch);
  g_assert_false (window_fixture_is_enabled (fixture, "compare-origin"));
}

static void
add (const char *path, void (*test) (WindowFixture *, gconstpointer), gconstpointer data)
{
  g_test_add (path, WindowFixture, data, window_fixture_set_up, test, window_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  add ("/window-origin/written", test_import, GINT_TO_POINTER (FALSE));
  add ("/window-origin/replaced", test_import, GINT_TO_POINTER (TRUE));
  add ("/window-origin/cancel", test_cancel, NULL);
  add ("/window-origin/not-now", test_not_now, NULL);
  add ("/window-origin/gone", test_gone, NULL);
  add ("/window-origin/changed-before", test_changed_before, NULL);
  add ("/window-origin/no-file", test_no_file, NULL);
  add ("/window-origin/second-reading", test_second_reading, NULL);
  g_test_add_func ("/window-origin/many-articles", test_many_articles);

  return g_test_run ();
}
