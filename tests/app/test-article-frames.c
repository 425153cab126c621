/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has not changed is not painted anew: GSK has to find the very same in the next frame. */

#include "fixture-check.h"
#include "fixture.h"

#include "galley-article-outline.h"
#include "galley-article-view.h"

/* Returns: (transfer full): everything that @widget draws, as text; empty before its first frame */
static GBytes *
describe_frame (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);

  return node != NULL ? gsk_render_node_serialize (node) : g_bytes_new (NULL, 0);
}

/* The program's, which only a whole application loads by itself. */
static void
load_style_sheet (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/galleydesk/Galley/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static gboolean
draws_something (GtkWidget *widget)
{
  g_autoptr (GBytes) frame = describe_frame (widget);

  return g_bytes_get_size (frame) > 0;
}

static GtkWindow *
show (GalleyArticleView *view, GalleyCheck *check)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *text = fixture_find (GTK_WIDGET (view), fixture_is_text_view, /* data= */ NULL);

  load_style_sheet ();
  gtk_window_set_default_size (window, 900, 600);
  gtk_window_set_child (window, GTK_WIDGET (view));
  galley_article_view_set_check (view, check, /* caret= */ 0);
  gtk_window_present (window);
  WAIT_UNTIL (draws_something (text));

  return window;
}

static void
test_height_of_lines (void)
{
  g_autoptr (GalleyCheck) check = fixture_check_new_long (5000);
  GalleyArticleView *view = g_object_new (GALLEY_TYPE_ARTICLE_VIEW, NULL);
  GtkWidget *text = fixture_find (GTK_WIDGET (view), fixture_is_text_view, /* data= */ NULL);
  GtkWindow *window = show (view, check);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text));
  g_autoptr (GBytes) before = describe_frame (text), after = NULL;
  double height = gtk_adjustment_get_upper (adjustment);

  WAIT_UNTIL (gtk_adjustment_get_upper (adjustment) > 2 * height);
  WAIT_UNTIL (draws_something (text));
  after = describe_frame (text);
  g_assert_cmpstr (g_bytes_get_data (after, NULL), ==, g_bytes_get_data (before, NULL));

  gtk_window_destroy (window);
}

/* GTK warns, which is fatal here, where a frame draws a scrollbar that has moved since the layout.
 * A frame that the display server held back comes before all that waits to be done. */
static void
test_frame_before_anything_else (void)
{
  g_autoptr (GalleyCheck) first = fixture_check_new_long (5000);
  g_autoptr (GalleyCheck) other = fixture_check_new_long (2);
  GalleyArticleView *view = g_object_new (GALLEY_TYPE_ARTICLE_VIEW, NULL);
  GtkWidget *text = fixture_find (GTK_WIDGET (view), fixture_is_text_view, /* data= */ NULL);
  GtkWindow *window = show (view, first);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (text);
  double height = gtk_adjustment_get_upper (adjustment);

  gtk_adjustment_set_value (adjustment, height);
  WAIT_UNTIL (draws_something (text));
  galley_article_view_set_check (view, other, /* caret= */ 0);
  g_signal_emit_by_name (clock, "layout");
  g_signal_emit_by_name (clock, "paint");
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <, height);

  gtk_window_destroy (window);
}

static GskRenderNode *
draw_outline (GArray *rectangles, GdkRGBA colour, gboolean is_broken)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  galley_article_outline_append (snapshot, rectangles, 4, 36, &colour, is_broken);
  return gtk_snapshot_to_node (snapshot);
}

static void
test_outline (void)
{
  const GdkRectangle lines[] = { { 10, 5, 100, 15 }, { 0, 20, 60, 15 } };
  const GdkRGBA black = { 0, 0, 0, 1 }, red = { 1, 0, 0, 1 };
  g_autoptr (GArray) rectangles = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  g_autoptr (GskRenderNode) first = NULL, again = NULL, other = NULL, broken = NULL, moved = NULL;

  g_array_append_vals (rectangles, lines, G_N_ELEMENTS (lines));
  first = draw_outline (rectangles, black, /* is_broken= */ FALSE);
  again = draw_outline (rectangles, black, /* is_broken= */ FALSE);
  other = draw_outline (rectangles, red, /* is_broken= */ FALSE);
  broken = draw_outline (rectangles, black, /* is_broken= */ TRUE);
  g_array_index (rectangles, GdkRectangle, 1).width++;
  moved = draw_outline (rectangles, black, /* is_broken= */ FALSE);

  g_assert_nonnull (first);
  g_assert_true (again == first);
  g_assert_true (other != first && broken != first && moved != first);
}

/* A line from right to left with a number in it and a stop behind it, in the order of reading; then
 * a line of which two parts are apart. */
static void
test_join (void)
{
  const GdkRectangle words[] = { { 70, 5, 30, 15 }, { 50, 4, 20, 17 },  { 10, 5, 41, 15 },
                                 { 4, 5, 5, 15 },   { 60, 22, 40, 15 }, { 0, 22, 20, 15 } };
  const GdkRectangle joined[] = { { 4, 4, 96, 17 }, { 60, 22, 40, 15 }, { 0, 22, 20, 15 } };
  g_autoptr (GArray) rectangles = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));

  g_array_append_vals (rectangles, words, G_N_ELEMENTS (words));
  galley_article_outline_join (rectangles);
  g_assert_cmpmem (rectangles->data, rectangles->len * sizeof (GdkRectangle), joined,
                   sizeof joined);

  /* What joins two others comes last. */
  g_array_set_size (rectangles, 0);
  g_array_append_vals (rectangles, &words[1], 1);
  g_array_append_vals (rectangles, &(GdkRectangle){ 0, 5, 20, 15 }, 1);
  g_array_append_vals (rectangles, &(GdkRectangle){ 20, 5, 30, 15 }, 1);
  galley_article_outline_join (rectangles);
  g_assert_cmpuint (rectangles->len, ==, 1);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/article-frames/height-of-lines", test_height_of_lines);
  g_test_add_func ("/article-frames/frame-before-anything-else", test_frame_before_anything_else);
  g_test_add_func ("/article-frames/outline", test_outline);
  g_test_add_func ("/article-frames/join", test_join);

  return g_test_run ();
}
