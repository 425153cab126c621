/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture-check.h"
#include "fixture.h"

#include "galley-article-text.h"
#include "galley-article-view.h"
#include "galley-pointer.h"

static void
move (GtkWidget *widget, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

/* Returns: how many look at keys before anything else does */
static guint
press_key (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_n, 0, 0, &is_handled);
      g_assert_false (is_handled);
      n++;
    }

  return n;
}

/* A pointer that is left lying is not used, wherever the key was pressed and whatever moves below
 * it. */
static void
test_use (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("words");
  g_autoptr (GalleyPointer) pointer = galley_pointer_new (label);
  guint n_before = press_key (window);

  gtk_window_set_child (GTK_WINDOW (window), label);
  g_assert_false (galley_pointer_is_used (pointer));
  g_assert_cmpfloat (galley_pointer_get_x (pointer), <, 0);

  move (label, 3, 4);
  g_assert_true (galley_pointer_is_used (pointer));
  g_assert_cmpfloat (galley_pointer_get_x (pointer), ==, 3);
  g_assert_cmpfloat (galley_pointer_get_y (pointer), ==, 4);
  press_key (window);
  move (label, 3, 4);
  g_assert_false (galley_pointer_is_used (pointer));
  move (label, 3, 5);
  g_assert_true (galley_pointer_is_used (pointer));

  g_object_ref (label);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  g_assert_cmpuint (press_key (window), ==, n_before);
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&pointer);
  g_object_unref (label);
}

static gboolean
is_article_text (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_ARTICLE_TEXT (widget);
}

/* Whether the first words of @text have a tooltip. */
static gboolean
has_tooltip (GtkWidget *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (text);
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean is_shown;
  GdkRectangle place;
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &iter);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x + 1,
                                         place.y + place.height / 2, &place.x, &place.y);
  g_signal_emit_by_name (text, "query-tooltip", place.x, place.y, FALSE, tooltip, &is_shown);

  return is_shown;
}

/* Whoever gives verdicts with the keys has no tooltip over the words that they read. */
static void
test_tooltip (void)
{
  GtkWidget *window = gtk_window_new ();
  GalleyArticleView *view = g_object_new (GALLEY_TYPE_ARTICLE_VIEW, NULL);
  GtkWidget *text = fixture_find (GTK_WIDGET (view), is_article_text, NULL);
  GalleyCheck *check;
  FixtureDraft draft;

  fixture_draft_init (&draft, "It rained for 3 days in May.\n");
  fixture_draft_claim (&draft, "a", "It rained for 3 days in May.", GALLEY_STATUS_PENDING);
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (view, check, /* caret= */ 0);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (window));

  move (text, 70, 10);
  WAIT_UNTIL (has_tooltip (text));
  press_key (window);
  g_assert_false (has_tooltip (text));
  move (text, 71, 10);
  g_assert_true (has_tooltip (text));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (check);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/pointer/use", test_use);
  g_test_add_func ("/pointer/tooltip", test_tooltip);

  return g_test_run ();
}
