/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "galley-window-private.h"

#include <glib/gstdio.h>

/* Marking: what keys do to overlapping claims, and before what they did is saved. */

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

static GalleyClaim *
find_claim (Fixture *fixture, const char *words)
{
  GalleyClaimList *claims = galley_check_get_claims (fixture->window->check);

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    if (covers (galley_claim_list_peek (claims, i), find_words (fixture, words)))
      return galley_claim_list_peek (claims, i);

  return NULL;
}

static gboolean
is_saved (Fixture *fixture)
{
  return galley_saver_get_n_running (fixture->window->saver) == 0;
}

/* Whoever types faster than the disk writes still makes one claim, and the last key counts. */
static void
test_fast_keys (Fixture *fixture, gconstpointer data)
{
  import_and_open (fixture);
  act (fixture, "confirm");
  act (fixture, "confirm");
  act (fixture, "dispute");
  act (fixture, "mark");
  WAIT_UNTIL (is_saved (fixture));
  g_assert_cmpuint (count_claims (fixture), ==, 1);
  g_assert_cmpint (galley_claim_get_status (galley_window_get_claim (fixture->window)), ==,
                   GALLEY_STATUS_DISPUTED);
  act (fixture, "confirm");
  act (fixture, "dispute");
  WAIT_UNTIL (is_saved (fixture));
  g_assert_cmpint (galley_claim_get_status (galley_window_get_claim (fixture->window)), ==,
                   GALLEY_STATUS_DISPUTED);

  act (fixture, "next-open");
  act (fixture, "dismiss-opinion");
  act (fixture, "dismiss-opinion");
  act (fixture, "mark-all");
  act (fixture, "mark-all");
  WAIT_UNTIL (is_saved (fixture));
  g_assert_cmpuint (galley_check_get_dismissals (fixture->window->check)->len, ==, 1);
  g_assert_cmpuint (count_claims (fixture), ==, 4);
}

/* What is done after marking words of a claim is about these words, not about the claim. */
static void
test_nested (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  import_and_open (fixture);
  galley_article_view_select (window->article_view,
                              find_words (fixture, "It rained for 3 days in May."));
  act (fixture, "confirm");
  WAIT_UNTIL (is_saved (fixture) && count_claims (fixture) == 1);
  for (guint i = 0; i < 2; i++)
    {
      const char *const words[] = { "3 days", "It rained for 3 days in May. The river rose" };

      galley_article_view_select (window->article_view, find_words (fixture, words[i]));
      act (fixture, "dispute");
      WAIT_UNTIL (is_saved (fixture) && count_claims (fixture) == i + 2);
      g_assert_true (galley_window_get_claim (window) == find_claim (fixture, words[i]));
    }

  galley_article_view_select (window->article_view,
                              find_words (fixture, "It rained for 3 days in May."));
  g_assert_true (galley_window_get_claim (window) ==
                 find_claim (fixture, "It rained for 3 days in May."));
}

/* Claims that begin with the same word are each gone to. */
static void
test_moving_over_overlaps (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "It rained", "It rained for 3 days",
                                       "It rained for 3 days in May." };
  GalleyWindow *window = fixture->window;

  import_and_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      galley_article_view_select (window->article_view, find_words (fixture, words[i]));
      act (fixture, "mark");
      WAIT_UNTIL (is_saved (fixture) && count_claims (fixture) == i + 1);
    }

  galley_article_view_set_caret (window->article_view, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      act (fixture, "next-open");
      g_assert_true (galley_window_get_claim (window) == find_claim (fixture, words[i]));
    }
  act (fixture, "previous-open");
  g_assert_true (galley_window_get_claim (window) == find_claim (fixture, words[1]));
}

/* Without white space between sentences the caret before the second is not in the first. */
static void
test_no_spaces (Fixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  import (fixture, "zh.txt",
          "河水上涨\n\n河水在五月上涨了两米。桥梁在五月五日关闭。没有人受伤。\n");
  WAIT_UNTIL (shows (window->article_stack, "article"));
  for (guint i = 0; i < 4; i++)
    {
      act (fixture, "confirm");
      WAIT_UNTIL (is_saved (fixture) && count_claims (fixture) == i + 1);
      act (fixture, "next-open");
    }
  g_assert_cmpuint (galley_check_get_suggestions (window->check)->len, ==, 0);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define TEST(name, function)                                                                       \
  g_test_add ("/window/marking/" name, Fixture, NULL, set_up, function, tear_down)
  TEST ("fast-keys", test_fast_keys);
  TEST ("nested", test_nested);
  TEST ("moving-over-overlaps", test_moving_over_overlaps);
  TEST ("no-spaces", test_no_spaces);
#undef TEST

  return g_test_run ();
}
