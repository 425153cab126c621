/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-pane-bin.h"
#include "galley-settings.h"

/* What is seen in windows of different widths, in pixels. */
#define WIDE 1600
#define NARROW 860
#define NARROWEST 420

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static gboolean
is_vertical (GtkPaned *paned)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)) == GTK_ORIENTATION_VERTICAL;
}

/* The library gives way first, and comes back as it was. */
static void
test_library (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  window_fixture_import_and_open (fixture);
  galley_window_set_room (window, WIDE);
  g_assert_true (is_visible (window->library_pane));
  g_assert_true (is_visible (window->article_stack));

  galley_window_set_room (window, NARROW);
  g_assert_false (is_visible (window->library_pane));
  g_assert_true (is_visible (window->article_stack));
  g_assert_false (is_vertical (window->article_paned));

  window_fixture_act (fixture, "show-library");
  g_assert_true (is_visible (window->library_pane));
  g_assert_false (is_visible (window->article_stack));
  galley_window_leave_library (window);
  g_assert_false (is_visible (window->library_pane));
  g_assert_true (is_visible (window->article_stack));

  galley_window_set_room (window, WIDE);
  g_assert_true (is_visible (window->library_pane));
  g_assert_true (is_visible (window->article_stack));
}

/* No verdict can be given on words that the library hides. */
static void
test_hidden_article (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  int natural;

  window_fixture_import_and_open (fixture);
  WAIT_UNTIL (gtk_inscription_get_nat_chars (window->progress_label) > 20);
  galley_window_set_room (window, NARROW);
  g_assert_true (is_visible (window->footer));
  window_fixture_act (fixture, "show-library");
  g_assert_false (is_visible (window->footer));
  galley_window_fold (window);
  galley_window_leave_library (window);
  g_assert_true (is_visible (window->footer));
  gtk_widget_measure (window->footer, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, <=, NARROW);

  /* Nor do keys go to what is not seen. */
  window_fixture_act (fixture, "show-library");
  window_fixture_act (fixture, "focus-article");
  g_assert_true (is_visible (window->article_stack));
  g_assert_false (is_visible (window->library_pane));
  window_fixture_act (fixture, "focus-library");
  g_assert_false (is_visible (window->article_stack));
  window_fixture_act (fixture, "focus-claims");
  g_assert_true (is_visible (window->article_stack));

  /* Nor does the library keep whoever goes from pane to pane. */
  window_fixture_act (fixture, "focus-library");
  window_fixture_act (fixture, "next-pane");
  g_assert_true (is_visible (window->article_stack));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (window->article_view)));
  window_fixture_act (fixture, "focus-library");
  window_fixture_act (fixture, "previous-pane");
  g_assert_true (is_visible (window->article_stack));

  window_fixture_act (fixture, "show-library");
  galley_window_set_room (window, WIDE);
  g_assert_true (is_visible (window->library_pane));
  g_assert_true (is_visible (window->footer));
}

static gboolean
is_search_entry (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

/* Who goes from the search to what was found looks for the right one there: the first one does not
 * take the place of the others, and Enter is not for a claim of it. */
static void
test_search (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  window_fixture_import_and_open (fixture);
  galley_window_set_room (window, NARROW);
  galley_window_close_article (window);
  window_fixture_act (fixture, "search-library");
  g_signal_emit_by_name (fixture_find (GTK_WIDGET (window->library_pane), is_search_entry, NULL),
                         "activate");
  WAIT_UNTIL (window->check != NULL);
  g_assert_true (is_visible (window->library_pane));
  g_assert_true (galley_library_pane_is_walked (window->library_pane));
}

/* Who had hidden the library does not get it back by making the window narrow for a while. */
static void
test_hidden_library (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  window_fixture_import_and_open (fixture);
  galley_window_set_room (window, WIDE);
  window_fixture_act (fixture, "show-library");
  g_assert_false (is_visible (window->library_pane));
  galley_window_set_room (window, NARROW);
  galley_window_set_room (window, WIDE);
  g_assert_false (is_visible (window->library_pane));
}

static void
test_claims (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;

  window_fixture_import_and_open (fixture);
  galley_window_set_room (window, NARROWEST);
  g_assert_true (is_vertical (window->article_paned));
  g_assert_true (is_visible (window->claims_pane));
  g_assert_false (is_visible (window->dismiss_box));
  g_assert_true (is_visible (window->verdict_box));

  galley_window_set_room (window, NARROW);
  g_assert_false (is_vertical (window->article_paned));
  g_assert_true (is_vertical (window->claims_paned));
  galley_window_set_room (window, WIDE);
  g_assert_true (is_visible (window->dismiss_box));
}

/* A window that opens narrow fits into its width. */
static void
test_width (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *fold =
      gtk_widget_get_ancestor (GTK_WIDGET (fixture->window->stack), GALLEY_TYPE_PANE_BIN);
  int minimum;

  window_fixture_import_and_open (fixture);
  gtk_widget_measure (fold, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  galley_window_set_room (fixture->window, NARROW);
  gtk_widget_measure (GTK_WIDGET (fixture->window->library_paned), GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW);
  galley_window_set_room (fixture->window, NARROWEST);
  gtk_widget_measure (GTK_WIDGET (fixture->window->library_paned), GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROWEST);
}

static void
assert_fits (WindowFixture *fixture)
{
  for (int width = WIDE; width >= NARROWEST; width -= 4)
    {
      int minimum;

      galley_window_set_room (fixture->window, width);
      gtk_widget_measure (GTK_WIDGET (fixture->window->library_paned), GTK_ORIENTATION_HORIZONTAL,
                          -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, width);
    }
}

/* So does one of any other width, whatever is in its panes. */
static void
test_widths (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_import_and_open (fixture);
  assert_fits (fixture);
  window_fixture_save (fixture, "dispute");
  assert_fits (fixture);
  /* With letters of another size the panes need less than they are to have. */
  gtk_widget_set_size_request (GTK_WIDGET (fixture->window->claims_paned), 320, -1);
  assert_fits (fixture);
}

/* What came with a new draft takes another line, and no width from the panes. */
static void
test_footer (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *const buttons[] = { fixture->window->changed_button, fixture->window->new_button,
                                 fixture->window->tray_button };
  int minimum, low, high;

  window_fixture_import_and_open (fixture);
  galley_window_set_room (fixture->window, NARROWEST);
  gtk_widget_measure (fixture->window->footer, GTK_ORIENTATION_VERTICAL, NARROWEST, &low, NULL,
                      NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gtk_button_set_label (GTK_BUTTON (buttons[i]), "12 new sentences");
      gtk_widget_set_visible (buttons[i], TRUE);
    }
  galley_window_fold (fixture->window);
  gtk_widget_measure (fixture->window->footer, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, NARROWEST);
  gtk_widget_measure (fixture->window->footer, GTK_ORIENTATION_VERTICAL, NARROWEST, &high, NULL,
                      NULL, NULL);
  g_assert_cmpint (high, >, low);
}

static int
get_space (GtkPaned *paned)
{
  return gtk_widget_get_size (GTK_WIDGET (paned),
                              gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)));
}

static int
get_detail_height (WindowFixture *fixture)
{
  return gtk_widget_get_height (GTK_WIDGET (fixture->window->claims_paned)) -
         gtk_paned_get_position (fixture->window->claims_paned);
}

/* A window as high as @data says, in which nobody has moved the handle. */
static void
set_up_height (WindowFixture *fixture, gconstpointer data)
{
  galley_settings_set_int ("window-height", GPOINTER_TO_INT (data));
  galley_settings_set_int ("detail-pane-height", 340);
  window_fixture_set_up (fixture, data);
}

/* In a low window the list keeps some rows, and the chosen claim its words and its verdict; where
 * there is room the chosen claim has half of it. */
static void
test_height (WindowFixture *fixture, gconstpointer data)
{
  gboolean is_low = GPOINTER_TO_INT (data) < 700;

  window_fixture_import_and_open (fixture);
  WAIT_UNTIL (get_space (fixture->window->claims_paned) > 0 &&
              get_detail_height (fixture) ==
                  (is_low ? 180 : get_space (fixture->window->claims_paned) / 2));
  g_assert_cmpint (gtk_paned_get_position (fixture->window->claims_paned), >, 300);
}

static int
get_claims_width (WindowFixture *fixture)
{
  return gtk_widget_get_width (GTK_WIDGET (fixture->window->article_paned)) -
         gtk_paned_get_position (fixture->window->article_paned);
}

/* On a large screen the chosen claim has half the height and the claims are wider; they follow the
 * window until somebody gives them another size, which they keep. */
static void
test_large (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  int height;

  window_fixture_import_and_open (fixture);
  WAIT_UNTIL (get_claims_width (fixture) == 380);
  height = get_detail_height (fixture);
  g_assert_cmpint (height, >=, 180);
  g_assert_cmpint (height, <=, 340);
  gtk_window_set_default_size (GTK_WINDOW (window), 1430, 890);
  WAIT_UNTIL (get_space (window->claims_paned) > 740 && get_claims_width (fixture) > 390 &&
              get_detail_height (fixture) == get_space (window->claims_paned) / 2);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  WAIT_UNTIL (get_space (window->claims_paned) < 740 && get_detail_height (fixture) == height &&
              get_claims_width (fixture) == 380);
  galley_window_save_panes (window);
  g_assert_cmpint (galley_settings_get_int ("detail-pane-height", 0), ==, 340);

  gtk_paned_set_position (window->claims_paned, get_space (window->claims_paned) - 300);
  WAIT_UNTIL (get_detail_height (fixture) == 300);
  gtk_window_set_default_size (GTK_WINDOW (window), 1430, 890);
  WAIT_UNTIL (get_space (window->claims_paned) > 740 && get_claims_width (fixture) > 390);
  g_assert_cmpint (get_detail_height (fixture), ==, 300);
  galley_window_save_panes (window);
  g_assert_cmpint (galley_settings_get_int ("detail-pane-height", 0), ==, 300);
}

/* As large as it can be is a size, too, that somebody can give the claims. */
static void
test_end_of_way (WindowFixture *fixture, gconstpointer data)
{
  GtkPaned *paned = fixture->window->article_paned;
  int first, width;

  galley_settings_set_int ("claims-pane-width", 380);
  window_fixture_import_and_open (fixture);
  WAIT_UNTIL (get_claims_width (fixture) == 380);
  g_object_get (paned, "min-position", &first, NULL);
  gtk_paned_set_position (paned, first);
  WAIT_UNTIL (gtk_paned_get_position (paned) == first);
  width = get_claims_width (fixture);
  g_assert_cmpint (width, >, 400);
  galley_window_save_panes (fixture->window);
  g_assert_cmpint (galley_settings_get_int ("claims-pane-width", 0), ==, width);

  /* The next window is to have the usual size. */
  gtk_paned_set_position (paned, get_space (paned) - 380);
  WAIT_UNTIL (get_claims_width (fixture) == 380);
  galley_settings_set_int ("claims-pane-width", 380);
}

static void
resize (WindowFixture *fixture, int width)
{
  int before = gtk_widget_get_width (GTK_WIDGET (fixture->window));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 800);
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (fixture->window)) != before);
}

/* A window that becomes narrow takes their width from the panes, folded or not, and nobody chose
 * what they are left with. */
static void
test_keeps_widths (WindowFixture *fixture, gconstpointer data)
{
  static const int narrower[] = { 1120, 900, 420, 900 };
  GalleyWindow *window = fixture->window;

  window_fixture_import_and_open (fixture);
  resize (fixture, 1430);
  if (!is_visible (window->library_pane))
    window_fixture_act (fixture, "show-library");
  WAIT_UNTIL (get_space (window->article_paned) < get_space (window->library_paned) - 200);
  gtk_paned_set_position (window->article_paned, get_space (window->article_paned) - 500);
  gtk_paned_set_position (window->library_paned, 300);
  WAIT_UNTIL (get_claims_width (fixture) == 500);
  for (guint i = 0; i < G_N_ELEMENTS (narrower); i++)
    {
      resize (fixture, narrower[i]);
      WAIT_UNTIL (get_claims_width (fixture) != 500);
      galley_window_save_panes (window);
      g_assert_cmpint (galley_settings_get_int ("claims-pane-width", 0), ==, 500);
      g_assert_cmpint (galley_settings_get_int ("library-pane-width", 0), ==, 300);
      resize (fixture, 1430);
      WAIT_UNTIL (get_claims_width (fixture) == 500 &&
                  gtk_paned_get_position (window->library_paned) == 300);
    }

  /* The next window is to have the usual sizes. */
  gtk_paned_set_position (window->article_paned, get_space (window->article_paned) - 380);
  gtk_paned_set_position (window->library_paned, 240);
  resize (fixture, 1280);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define TEST(name, function)                                                                       \
  g_test_add ("/window-folding/" name, WindowFixture, NULL, window_fixture_set_up, function,       \
              window_fixture_tear_down)
  TEST ("library", test_library);
  TEST ("hidden-article", test_hidden_article);
  TEST ("search", test_search);
  TEST ("keeps-widths", test_keeps_widths);
  TEST ("hidden-library", test_hidden_library);
  TEST ("claims", test_claims);
  TEST ("width", test_width);
  TEST ("widths", test_widths);
  TEST ("footer", test_footer);
  TEST ("end-of-way", test_end_of_way);
  g_test_add ("/window-folding/height-low", WindowFixture, GINT_TO_POINTER (600), set_up_height,
              test_height, window_fixture_tear_down);
  g_test_add ("/window-folding/height-high", WindowFixture, GINT_TO_POINTER (900), set_up_height,
              test_height, window_fixture_tear_down);
  g_test_add ("/window-folding/large", WindowFixture, GINT_TO_POINTER (800), set_up_height,
              test_large, window_fixture_tear_down);
#undef TEST

  return g_test_run ();
}
