/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

/* Going through what the writer noted. */

static void
import_noted (WindowFixture *fixture)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "import", "ferry.docx",
                                                 /* end= */ NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  galley_window_import (fixture->window, file);
  WAIT_UNTIL (galley_importer_get_n_total (fixture->window->importer) == 0 &&
              window_fixture_shows (fixture->window->article_stack, "article"));
}

static void
assert_at (WindowFixture *fixture, const char *words)
{
  GalleyDocument *document = galley_check_get_document (fixture->window->check);
  const char *text = galley_text_peek_utf8 (galley_document_get_text (document), NULL);
  const char *at = strstr (text, words);

  g_assert_nonnull (at);
  g_assert_cmpuint (galley_article_view_get_caret (fixture->window->article_view), ==,
                    g_utf8_strlen (text, at - text));
}

static void
test_walk (WindowFixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "Aberlow paid", "4.2 million", "Nobody signed.",
                                       "The new mayor knew" };

  import_noted (fixture);
  galley_article_view_set_caret (fixture->window->article_view, 0);
  for (guint i = 0; i <= G_N_ELEMENTS (words); i++)
    {
      window_fixture_act (fixture, "next-note");
      assert_at (fixture, words[i % G_N_ELEMENTS (words)]);
    }
  window_fixture_act (fixture, "previous-note");
  assert_at (fixture, words[G_N_ELEMENTS (words) - 1]);
  window_fixture_act (fixture, "previous-note");
  assert_at (fixture, words[G_N_ELEMENTS (words) - 2]);
}

/* The panel follows, whether the words are a claim or not. */
static void
test_panel (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *panel = GTK_WIDGET (fixture->window->claim_panel);

  import_noted (fixture);
  galley_article_view_set_caret (fixture->window->article_view, 0);
  WAIT_UNTIL (fixture_find_by_label (panel, "No Claim Chosen") != NULL);
  window_fixture_act (fixture, "next-note");
  WAIT_UNTIL (fixture_find_by_label (panel, "Invoice 17") != NULL);
  g_assert_nonnull (fixture_find_by_label (panel, "These words are not marked as a claim."));
  window_fixture_act (fixture, "mark");
  WAIT_UNTIL (galley_window_get_claim (fixture->window) != NULL);
  WAIT_UNTIL (fixture_find_by_label (panel, "Invoice 17") != NULL);
  g_assert_null (fixture_find_by_label (panel, "These words are not marked as a claim."));
  window_fixture_act (fixture, "undo");
  WAIT_UNTIL (fixture_find_by_label (panel, "These words are not marked as a claim.") != NULL);
}

static void
test_none (WindowFixture *fixture, gconstpointer data)
{
  g_assert_false (window_fixture_is_enabled (fixture, "next-note"));
  window_fixture_import_and_open (fixture);
  g_assert_true (window_fixture_is_enabled (fixture, "next-open"));
  g_assert_false (window_fixture_is_enabled (fixture, "next-note"));
  g_assert_false (window_fixture_is_enabled (fixture, "previous-note"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/window-notes/" name, WindowFixture, NULL, window_fixture_set_up, function,         \
              window_fixture_tear_down)
  ADD ("walk", test_walk);
  ADD ("panel", test_panel);
  ADD ("none", test_none);
#undef ADD

  return g_test_run ();
}
