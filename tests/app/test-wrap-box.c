/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "galley-claim-batch.h"
#include "galley-placed-row.h"
#include "galley-wrap-box.h"

#define N_CHILDREN 3
#define SPACING 6

typedef struct
{
  GtkWidget *box;
  GtkWidget *children[N_CHILDREN];
} Fixture;

/* Children 100 pixels wide and 20 high. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->box = g_object_ref_sink (g_object_new (GALLEY_TYPE_WRAP_BOX, NULL));
  for (guint i = 0; i < N_CHILDREN; i++)
    {
      fixture->children[i] = gtk_drawing_area_new ();
      gtk_widget_set_size_request (fixture->children[i], 100, 20);
      galley_wrap_box_append (GALLEY_WRAP_BOX (fixture->box), fixture->children[i]);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->box);
}

static void
allocate (Fixture *fixture, int width)
{
  int minimum, natural;

  gtk_widget_measure (fixture->box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (width, >=, minimum);
  gtk_widget_measure (fixture->box, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL,
                      NULL);
  gtk_widget_size_allocate (fixture->box, &(GtkAllocation){ 0, 0, width, natural }, -1);
}

static void
assert_place (Fixture *fixture, guint child, int x, int y, int width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (fixture->children[child], fixture->box, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
  g_assert_cmpfloat (bounds.size.width, ==, width);
  g_assert_cmpfloat (bounds.size.height, ==, 20);
}

static int
get_height (Fixture *fixture, int width)
{
  int height;

  gtk_widget_measure (fixture->box, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
test_lines (Fixture *fixture, gconstpointer data)
{
  int minimum, natural;

  gtk_widget_measure (fixture->box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 3 * 100 + 2 * SPACING);
  g_assert_cmpint (get_height (fixture, natural), ==, 20);
  g_assert_cmpint (get_height (fixture, natural - 1), ==, 2 * 20 + SPACING);
  g_assert_cmpint (get_height (fixture, 100), ==, 3 * 20 + 2 * SPACING);

  allocate (fixture, natural - 1);
  assert_place (fixture, 0, 0, 0, 100);
  assert_place (fixture, 1, 100 + SPACING, 0, 100);
  assert_place (fixture, 2, 0, 20 + SPACING, 100);

  gtk_widget_set_visible (fixture->children[0], FALSE);
  allocate (fixture, natural - 1);
  assert_place (fixture, 1, 0, 0, 100);
  assert_place (fixture, 2, 100 + SPACING, 0, 100);
}

static void
test_rest_of_a_line (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_hexpand (fixture->children[1], TRUE);
  allocate (fixture, 250);
  assert_place (fixture, 0, 0, 0, 100);
  assert_place (fixture, 1, 100 + SPACING, 0, 250 - 100 - SPACING);
  assert_place (fixture, 2, 0, 20 + SPACING, 100);

  /* Whatever asks for its place gets it where nothing expands. */
  gtk_widget_set_halign (fixture->children[2], GTK_ALIGN_END);
  gtk_widget_queue_resize (fixture->children[2]);
  allocate (fixture, 250);
  assert_place (fixture, 2, 150, 20 + SPACING, 100);
}

static void
test_from_right_to_left (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (fixture->box, GTK_TEXT_DIR_RTL);
  allocate (fixture, 250);
  assert_place (fixture, 0, 150, 0, 100);
  assert_place (fixture, 1, 150 - SPACING - 100, 0, 100);
  assert_place (fixture, 2, 150, 20 + SPACING, 100);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  int minimum, natural;

  galley_wrap_box_clear (GALLEY_WRAP_BOX (fixture->box));
  gtk_widget_measure (fixture->box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 0);
  g_assert_cmpint (get_height (fixture, 100), ==, 0);
}

/* No verdict is cut off in a pane that is narrow for its letters. */
static void
test_whole_verdicts (void)
{
  static const char *const labels[] = { "Confirm", "Dispute", "Pending" };
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *batch = g_object_new (GALLEY_TYPE_CLAIM_BATCH, NULL);

  gtk_window_set_default_size (window, 200, 600);
  gtk_window_set_child (window, batch);
  gtk_window_present (window);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *label = fixture_find_by_label (batch, labels[i]);

      g_assert_nonnull (label);
      WAIT_UNTIL (gtk_widget_get_width (label) > 0);
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
    }
  gtk_window_destroy (window);
}

#define QUOTE "The river rose by 2 meters near the old bridge."

static void
set_up_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  galley_placed_row_set_up (item);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  galley_placed_row_bind (item, "Ambiguous", "Confirmed", QUOTE, "To be checked again by somebody");
}

/* The words of a claim have the width of a row, however much is said of them. */
static void
test_words_have_room (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GListModel *model = G_LIST_MODEL (gtk_string_list_new ((const char *const[]){ "a", NULL }));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list, *quote;

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (model)), factory);
  gtk_window_set_default_size (window, 240, 300);
  gtk_window_set_child (window, list);
  gtk_window_present (window);
  WAIT_UNTIL ((quote = fixture_find_by_label (list, QUOTE)) != NULL &&
              gtk_widget_get_width (quote) > 0);
  g_assert_cmpint (gtk_widget_get_width (quote), >, 200);
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/wrap-box/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("lines", test_lines);
  ADD ("rest-of-a-line", test_rest_of_a_line);
  ADD ("from-right-to-left", test_from_right_to_left);
  ADD ("empty", test_empty);
#undef ADD
  g_test_add_func ("/wrap-box/whole-verdicts", test_whole_verdicts);
  g_test_add_func ("/wrap-box/words-have-room", test_words_have_room);

  return g_test_run ();
}
