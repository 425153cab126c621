/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include <glib/gstdio.h>

char *
window_fixture_get_path (WindowFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

GFile *
window_fixture_create_file (WindowFixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = window_fixture_get_path (fixture, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

gboolean
window_fixture_shows (GtkStack *stack, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), page) == 0;
}

void
window_fixture_open (WindowFixture *fixture)
{
  g_autofree char *path = window_fixture_get_path (fixture, "test.galleydb");

  fixture->window = galley_window_new (NULL, path);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (!window_fixture_shows (fixture->window->stack, "loading"));
}

void
window_fixture_set_up (WindowFixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("galley-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  window_fixture_open (fixture);
}

/* Closes the window as a person would; that it is finalized shows that nothing leaks it. */
void
window_fixture_close (WindowFixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (fixture->window == NULL);
}

void
window_fixture_tear_down (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  window_fixture_close (fixture);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = window_fixture_get_path (fixture, name);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* @detailed_name is without the window's prefix. */
void
window_fixture_act (WindowFixture *fixture, const char *detailed_name)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed_name, &name, &target, NULL));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), name));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name, target);
}

gboolean
window_fixture_is_saved (WindowFixture *fixture)
{
  return galley_saver_get_n_running (fixture->window->saver) == 0;
}

/* Activates an action, and waits until what it does is saved. */
void
window_fixture_save (WindowFixture *fixture, const char *action)
{
  window_fixture_act (fixture, action);
  WAIT_UNTIL (window_fixture_is_saved (fixture));
}

gboolean
window_fixture_is_enabled (WindowFixture *fixture, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), name);
}

guint
window_fixture_count_articles (WindowFixture *fixture)
{
  return g_list_model_get_n_items (galley_desk_get_articles (fixture->window->desk));
}

guint
window_fixture_count_claims (WindowFixture *fixture)
{
  return galley_claim_list_get_n_claims (galley_check_get_claims (fixture->window->check));
}

const char *const window_fixture_text =
    "Rain in the Valley\n\n"
    "It rained for 3 days in May. The river rose by 2 meters. Nobody "
    "was hurt, the mayor said.\n\n"
    "The bridge was closed on May 5.\n";

void
window_fixture_import (WindowFixture *fixture, const char *name, const char *content)
{
  g_autoptr (GFile) file = window_fixture_create_file (fixture, name, content);

  galley_window_import (fixture->window, file);
  WAIT_UNTIL (galley_importer_get_n_total (fixture->window->importer) == 0);
}

void
window_fixture_import_and_open (WindowFixture *fixture)
{
  window_fixture_import (fixture, "rain.txt", window_fixture_text);
  WAIT_UNTIL (window_fixture_shows (fixture->window->article_stack, "article"));
}

/* The dialog over the window, if there is one. */
GtkWidget *
window_fixture_find_dialog (WindowFixture *fixture)
{
  return fixture_find_over (GTK_WIDGET (fixture->window), GTK_TYPE_WINDOW);
}

void
window_fixture_press (GtkWidget *dialog, const char *label)
{
  GtkWidget *found = fixture_find_by_label (dialog, label);

  g_assert_nonnull (found);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON), "clicked");
}
