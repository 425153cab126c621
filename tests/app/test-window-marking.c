/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include <glib/gstdio.h>

/* Marking: what keys do to overlapping claims, and before what they did is saved. */

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

static GalleyClaim *
find_claim (WindowFixture *fixture, const char *words)
{
  GalleyClaimList *claims = galley_check_get_claims (fixture->window->check);

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    if (covers (galley_claim_list_peek (claims, i), find_words (fixture, words)))
      return galley_claim_list_peek (claims, i);

  return NULL;
}

/* Whoever types faster than the disk writes still makes one claim, and the last key counts. */
static void
test_fast_keys (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_import_and_open (fixture);
  window_fixture_act (fixture, "confirm");
  window_fixture_act (fixture, "confirm");
  window_fixture_act (fixture, "dispute");
  window_fixture_act (fixture, "mark");
  WAIT_UNTIL (window_fixture_is_saved (fixture));
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 1);
  g_assert_cmpint (galley_claim_get_status (galley_window_get_claim (fixture->window)), ==,
                   GALLEY_STATUS_DISPUTED);
  window_fixture_act (fixture, "confirm");
  window_fixture_act (fixture, "dispute");
  WAIT_UNTIL (window_fixture_is_saved (fixture));
  g_assert_cmpint (galley_claim_get_status (galley_window_get_claim (fixture->window)), ==,
                   GALLEY_STATUS_DISPUTED);

  window_fixture_act (fixture, "next-open");
  window_fixture_act (fixture, "dismiss-opinion");
  window_fixture_act (fixture, "dismiss-opinion");
  window_fixture_act (fixture, "mark-all");
  window_fixture_act (fixture, "mark-all");
  WAIT_UNTIL (window_fixture_is_saved (fixture));
  g_assert_cmpuint (galley_check_get_dismissals (fixture->window->check)->len, ==, 1);
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 4);
}

/* What is done after marking words of a claim is about these words, not about the claim. */
static void
test_nested (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  window_fixture_import_and_open (fixture);
  galley_article_view_select (window->article_view,
                              find_words (fixture, "It rained for 3 days in May."));
  window_fixture_act (fixture, "confirm");
  WAIT_UNTIL (window_fixture_is_saved (fixture) && window_fixture_count_claims (fixture) == 1);
  for (guint i = 0; i < 2; i++)
    {
      const char *const words[] = { "3 days", "It rained for 3 days in May. The river rose" };

      galley_article_view_select (window->article_view, find_words (fixture, words[i]));
      window_fixture_act (fixture, "dispute");
      WAIT_UNTIL (window_fixture_is_saved (fixture) &&
                  window_fixture_count_claims (fixture) == i + 2);
      g_assert_true (galley_window_get_claim (window) == find_claim (fixture, words[i]));
    }

  galley_article_view_select (window->article_view,
                              find_words (fixture, "It rained for 3 days in May."));
  g_assert_true (galley_window_get_claim (window) ==
                 find_claim (fixture, "It rained for 3 days in May."));
}

/* Claims that begin with the same word are each gone to. */
static void
test_moving_over_overlaps (WindowFixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "It rained", "It rained for 3 days",
                                       "It rained for 3 days in May." };
  GalleyWindow *window = fixture->window;

  window_fixture_import_and_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      galley_article_view_select (window->article_view, find_words (fixture, words[i]));
      window_fixture_act (fixture, "mark");
      WAIT_UNTIL (window_fixture_is_saved (fixture) &&
                  window_fixture_count_claims (fixture) == i + 1);
    }

  galley_article_view_set_caret (window->article_view, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      window_fixture_act (fixture, "next-open");
      g_assert_true (galley_window_get_claim (window) == find_claim (fixture, words[i]));
    }
  window_fixture_act (fixture, "previous-open");
  g_assert_true (galley_window_get_claim (window) == find_claim (fixture, words[1]));
}

/* Without white space between sentences the caret before the second is not in the first. */
static void
test_no_spaces (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  window_fixture_import (fixture, "zh.txt",
                         "河水上涨\n\n河水在五月上涨了两米。桥梁在五月五日关闭。没有人受伤。\n");
  WAIT_UNTIL (window_fixture_shows (window->article_stack, "article"));
  for (guint i = 0; i < 4; i++)
    {
      window_fixture_act (fixture, "confirm");
      WAIT_UNTIL (window_fixture_is_saved (fixture) &&
                  window_fixture_count_claims (fixture) == i + 1);
      window_fixture_act (fixture, "next-open");
    }
  g_assert_cmpuint (galley_check_get_suggestions (window->check)->len, ==, 0);
}

static void
press (WindowFixture *fixture, const char *action, const char *answer)
{
  GtkWidget *toasts = GTK_WIDGET (fixture->window->toasts);

  g_assert_true (galley_window_refuse_key (GTK_WIDGET (fixture->window), action));
  WAIT_UNTIL (fixture_find_by_label (toasts, answer) != NULL);
}

/* A key that does nothing says why, and one that does something says nothing. */
static void
test_keys_that_do_nothing (WindowFixture *fixture, gconstpointer data)
{
  static const char gap[] = "Rain in the Valley\n";
  GalleyWindow *window = fixture->window;
  GtkWidget *widget = GTK_WIDGET (window);

  window_fixture_import_and_open (fixture);
  galley_article_view_set_caret (window->article_view, strlen (gap));
  press (fixture, "win.confirm", "Put the caret in a sentence, or select some words");
  press (fixture, "win.dismiss-opinion", "Only a suggestion can be dismissed");
  press (fixture, "win.edit-note", "Choose a claim first");
  press (fixture, "win.next-note", "The writer noted nothing in this draft");
  g_assert_false (galley_window_refuse_key (widget, "win.next-open"));
  g_assert_false (galley_window_refuse_key (widget, "win.undo"));
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 0);

  galley_article_view_set_caret (window->article_view, strlen (gap) + 1);
  g_assert_false (galley_window_refuse_key (widget, "win.confirm"));
  window_fixture_act (fixture, "confirm");
  WAIT_UNTIL (window_fixture_is_saved (fixture) && window_fixture_count_claims (fixture) == 1);
  press (fixture, "win.mark", "These words are a claim already");
  press (fixture, "win.keep-verdict", "The claim has no former verdict");
  g_assert_false (galley_window_refuse_key (widget, "win.edit-note"));
}

static gboolean
is_chosen_row (GtkWidget *row)
{
  return row != NULL && (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0;
}

static void
press_tab (GtkWidget *list)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Tab, 0, 0, &is_handled);
    }
  if (!is_handled)
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)), GTK_DIR_TAB_FORWARD);
}

/* Whoever goes to the list with a key is on the claim that keys act on, not on the one that had the
 * keyboard there last, and from there goes on to what else there is. */
static void
test_focus_in_list (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  window_fixture_import_and_open (fixture);
  for (guint i = 0; i < 4; i++)
    {
      window_fixture_act (fixture, "confirm");
      WAIT_UNTIL (window_fixture_is_saved (fixture) &&
                  window_fixture_count_claims (fixture) == i + 1);
      window_fixture_act (fixture, "next-open");
    }
  for (guint i = 0; i < 4; i++)
    {
      GalleyClaimList *claims = galley_check_get_claims (window->check);

      window_fixture_act (fixture, "focus-article");
      galley_article_view_set_current_claim (window->article_view,
                                             galley_claim_list_peek (claims, 3 - i));
      window_fixture_act (fixture, "focus-claims");
      WAIT_UNTIL (is_chosen_row (gtk_root_get_focus (GTK_ROOT (window))));
    }

  press_tab (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_TYPE_LIST_VIEW));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                         GTK_WIDGET (window->claim_panel)));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_BACKWARD);
  g_assert_true (is_chosen_row (gtk_root_get_focus (GTK_ROOT (window))));

  /* It stays there where another claim is chosen from elsewhere. */
  galley_article_view_set_current_claim (
      window->article_view, galley_claim_list_peek (galley_check_get_claims (window->check), 2));
  WAIT_UNTIL (is_chosen_row (gtk_root_get_focus (GTK_ROOT (window))));
  g_assert_true (galley_claims_pane_has_list_focus (window->claims_pane));
}

static double
get_opacity (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) frame = NULL;
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = frame = gtk_snapshot_to_node (snapshot);
  while (node != NULL && gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    node = gsk_transform_node_get_child (node);
  if (node == NULL || gsk_render_node_get_node_type (node) != GSK_COLOR_MATRIX_NODE)
    return 1;

  return graphene_matrix_get_value (gsk_color_matrix_node_get_color_matrix (node), 3, 3);
}

/* What can't be done is as dim in the whole footer. */
static void
test_dim_buttons (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GtkWidget *verdict = gtk_widget_get_first_child (GTK_WIDGET (window->verdict_box));
  GtkWidget *dismissal = gtk_widget_get_first_child (GTK_WIDGET (window->dismiss_box));

  gtk_css_provider_load_from_resource (provider, "/org/galleydesk/Galley/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  window_fixture_import_and_open (fixture);
  WAIT_UNTIL (get_opacity (verdict) == 1 && get_opacity (dismissal) == 1);
  galley_article_view_set_caret (window->article_view, strlen ("Rain in the Valley\n"));
  WAIT_UNTIL (get_opacity (verdict) == 0.5 && get_opacity (dismissal) == 0.5);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (provider));
}

/* What to do next about a dispute is said when it is one, and not before it is saved. */
static void
test_hint (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GalleyClaim *disputed;

  window_fixture_import_and_open (fixture);
  for (guint i = 0; i < 2; i++)
    {
      window_fixture_act (fixture, "dispute");
      g_assert_null (window->hint);
      WAIT_UNTIL (window->hint != NULL);
      g_assert_cmpint (galley_claim_get_status (galley_window_get_claim (window)), ==,
                       GALLEY_STATUS_DISPUTED);
      window_fixture_act (fixture, "confirm");
      WAIT_UNTIL (window_fixture_is_saved (fixture));
      galley_window_dismiss_toast (window);
      if (window->hint != NULL)
        galley_toasts_dismiss (window->sayings, window->hint);
      WAIT_UNTIL (window->hint == NULL);
    }

  /* Whoever has gone on is told nothing, also where another dispute is chosen by then. */
  window_fixture_act (fixture, "dispute");
  window_fixture_act (fixture, "next-open");
  WAIT_UNTIL (window_fixture_is_saved (fixture));
  g_assert_null (window->hint);
  disputed = galley_claim_list_peek (galley_check_get_claims (window->check), 0);
  window_fixture_act (fixture, "dispute");
  galley_article_view_set_current_claim (window->article_view, disputed);
  WAIT_UNTIL (window_fixture_is_saved (fixture));
  g_assert_true (galley_window_get_claim (window) == disputed);
  g_assert_cmpint (galley_claim_get_status (disputed), ==, GALLEY_STATUS_DISPUTED);
  g_assert_null (window->hint);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define TEST(name, function)                                                                       \
  g_test_add ("/window/marking/" name, WindowFixture, NULL, window_fixture_set_up, function,       \
              window_fixture_tear_down)
  TEST ("fast-keys", test_fast_keys);
  TEST ("nested", test_nested);
  TEST ("moving-over-overlaps", test_moving_over_overlaps);
  TEST ("no-spaces", test_no_spaces);
  TEST ("keys-that-do-nothing", test_keys_that_do_nothing);
  TEST ("focus-in-list", test_focus_in_list);
  TEST ("dim-buttons", test_dim_buttons);
  TEST ("hint", test_hint);
#undef TEST

  return g_test_run ();
}
