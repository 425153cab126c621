/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture-check.h"
#include "fixture.h"

#include "galley-article-view.h"
#include "galley-look.h"

#include <gtksourceview/gtksource.h>

typedef struct
{
  GtkWindow *window;
  GalleyArticleView *view;
  GtkTextView *text;
  GtkTextBuffer *buffer;
  guint n_notified;
  guint n_targets;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->view = g_object_new (GALLEY_TYPE_ARTICLE_VIEW, NULL);
  gtk_window_set_default_size (fixture->window, 900, 600);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  fixture->text = GTK_TEXT_VIEW (
      fixture_find (GTK_WIDGET (fixture->view), fixture_is_text_view, /* data= */ NULL));
  fixture->buffer = gtk_text_view_get_buffer (fixture->text);
  g_signal_connect_swapped (fixture->view, "notify::current-claim", G_CALLBACK (count_cb),
                            &fixture->n_notified);
  g_signal_connect_swapped (fixture->view, "target-changed", G_CALLBACK (count_cb),
                            &fixture->n_targets);
  gtk_window_present (fixture->window);
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window, view = fixture->view;

  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (view, &view);
  gtk_window_destroy (fixture->window);
  WAIT_UNTIL (window == NULL && view == NULL);
}

static void
place_caret (Fixture *fixture, guint offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, offset);
  gtk_text_buffer_place_cursor (fixture->buffer, &iter);
}

static PangoUnderline
get_underline (Fixture *fixture, guint offset)
{
  GtkTextIter iter;
  PangoUnderline underline = PANGO_UNDERLINE_NONE;
  GSList *tags;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, offset);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      gboolean is_set;

      g_object_get (l->data, "underline-set", &is_set, NULL);
      if (is_set)
        g_object_get (l->data, "underline", &underline, NULL);
    }
  g_slist_free (tags);

  return underline;
}

static char *
get_background (Fixture *fixture, guint offset)
{
  GtkTextIter iter;
  char *background = NULL;
  GSList *tags;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, offset);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      g_autoptr (GdkRGBA) colour = NULL;

      g_object_get (l->data, "background-rgba", &colour, NULL);
      if (colour == NULL)
        continue;
      g_assert_null (background); /* no tint lies on another */
      background = gdk_rgba_to_string (colour);
    }
  g_slist_free (tags);

  return background;
}

static void
assert_background (Fixture *fixture, guint offset, const GdkRGBA *colour)
{
  g_autofree char *background = get_background (fixture, offset);
  g_autofree char *expected = colour != NULL ? gdk_rgba_to_string (colour) : NULL;

  g_assert_cmpstr (background, ==, expected);
}

static void
test_text_is_the_documents (Fixture *fixture, gconstpointer data)
{
  static const char *texts[] = {
    "One.\r\nTwo.\rThree.\n\n\nFour.",
    "A \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 family: e\xcc\x81 and \xc3\xa9.",
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd7\xa2\xd7\x95\xd7\x9c\xd7\x9d 25 words.\nnext",
    "line\xe2\x80\xa8separator\xe2\x80\xa9paragraph\xef\xbf\xbcobject\tend\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      FixtureDraft draft;
      g_autoptr (GalleyCheck) check = NULL;
      GtkTextIter start, end;
      g_autofree char *shown = NULL;

      fixture_draft_init (&draft, texts[i]);
      check = fixture_draft_finish (&draft);
      galley_article_view_set_check (fixture->view, check, /* caret= */ 0);
      gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);
      shown = gtk_text_iter_get_slice (&start, &end);
      g_assert_cmpstr (shown, ==, texts[i]);
      g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, g_utf8_strlen (texts[i], -1));
    }
}

static void
test_statuses_look_different (Fixture *fixture, gconstpointer data)
{
  const GalleyLook *look = galley_look_get (FALSE, FALSE);
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;

  /* Offsets count characters: an emoji before them must not shift them. */
  fixture_draft_init (&draft, "\xf0\x9f\x98\x80 right wrong open plain.");
  fixture_draft_claim (&draft, "a", "right", GALLEY_STATUS_CONFIRMED);
  fixture_draft_claim (&draft, "b", "wrong", GALLEY_STATUS_DISPUTED);
  fixture_draft_claim (&draft, "c", "open", GALLEY_STATUS_PENDING);
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);

  g_assert_cmpint (get_underline (fixture, 1), ==, PANGO_UNDERLINE_NONE);
  g_assert_cmpint (get_underline (fixture, 2), ==, PANGO_UNDERLINE_SINGLE);
  g_assert_cmpint (get_underline (fixture, 8), ==, PANGO_UNDERLINE_ERROR);
  g_assert_cmpint (get_underline (fixture, 14), ==, PANGO_UNDERLINE_LOW);
  assert_background (fixture, 6, &look->tint[GALLEY_STATUS_CONFIRMED]);
  assert_background (fixture, 7, NULL);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  assert_background (fixture, 6, &galley_look_get (TRUE, FALSE)->tint[GALLEY_STATUS_CONFIRMED]);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  assert_background (fixture, 6, &look->tint[GALLEY_STATUS_CONFIRMED]);
}

static void
test_overlaps_stay_readable (Fixture *fixture, gconstpointer data)
{
  const GalleyLook *look = galley_look_get (FALSE, FALSE);
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;

  fixture_draft_init (&draft, "0123456789");
  fixture_draft_claim (&draft, "outer", "012345", GALLEY_STATUS_CONFIRMED);
  fixture_draft_claim (&draft, "across", "456789", GALLEY_STATUS_DISPUTED);
  fixture_draft_claim (&draft, "inner", "12", GALLEY_STATUS_PENDING);
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);

  assert_background (fixture, 0, &look->tint[GALLEY_STATUS_CONFIRMED]);
  assert_background (fixture, 1, &look->deep_tint[GALLEY_STATUS_PENDING]);
  assert_background (fixture, 3, &look->tint[GALLEY_STATUS_CONFIRMED]);
  assert_background (fixture, 4, &look->deep_tint[GALLEY_STATUS_DISPUTED]);
  assert_background (fixture, 9, &look->tint[GALLEY_STATUS_DISPUTED]);

  fixture_check_drop (check, "across");
  assert_background (fixture, 4, &look->tint[GALLEY_STATUS_CONFIRMED]);
  assert_background (fixture, 9, NULL);
}

static void
test_a_verdict_restyles_its_words_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyCheck) check = fixture_check_new_long (50);
  GalleyClaimFields fields = { .range = { 0, 40 }, .status = GALLEY_STATUS_DISPUTED };
  GtkTextIter start, end;

  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);
  g_assert_cmpint (get_underline (fixture, 0), ==, PANGO_UNDERLINE_LOW);

  /* What is outside the change keeps whatever it has, here nothing at all. */
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, 41);
  gtk_text_buffer_get_end_iter (fixture->buffer, &end);
  gtk_text_buffer_remove_all_tags (fixture->buffer, &start, &end);
  fixture_check_put (check, "000000", &fields);
  g_assert_cmpint (get_underline (fixture, 0), ==, PANGO_UNDERLINE_ERROR);
  g_assert_cmpint (get_underline (fixture, 39), ==, PANGO_UNDERLINE_ERROR);
  g_assert_cmpint (get_underline (fixture, 45), ==, PANGO_UNDERLINE_NONE);
}

static void
test_caret_chooses_the_claim (Fixture *fixture, gconstpointer data)
{
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;
  GalleyClaim *outer, *inner;

  fixture_draft_init (&draft, "Ships left port on Monday. Nobody knows why.");
  outer =
      fixture_draft_claim (&draft, "outer", "Ships left port on Monday.", GALLEY_STATUS_CONFIRMED);
  inner = fixture_draft_claim (&draft, "inner", "Monday", GALLEY_STATUS_PENDING);
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);

  g_assert_true (galley_article_view_get_current_claim (fixture->view) == outer);
  place_caret (fixture, 20);
  g_assert_true (galley_article_view_get_current_claim (fixture->view) == inner);
  place_caret (fixture, 30);
  g_assert_null (galley_article_view_get_current_claim (fixture->view));
  g_assert_cmpuint (fixture->n_notified, ==, 3);

  place_caret (fixture, 31);
  g_assert_cmpuint (fixture->n_notified, ==, 3);
}

static void
test_choosing_moves_the_caret_once (Fixture *fixture, gconstpointer data)
{
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;
  GalleyClaim *outer, *inner;

  fixture_draft_init (&draft, "Nobody knows why. Ships left port on Monday.");
  outer = fixture_draft_claim (&draft, "outer", "Ships left port", GALLEY_STATUS_CONFIRMED);
  inner = fixture_draft_claim (&draft, "inner", "Ships", GALLEY_STATUS_PENDING);
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);

  galley_article_view_set_current_claim (fixture->view, outer);
  g_assert_cmpuint (galley_article_view_get_caret (fixture->view), ==, 18);
  g_assert_true (galley_article_view_get_current_claim (fixture->view) == outer);
  g_assert_cmpuint (fixture->n_notified, ==, 1);

  /* In it already: the caret stays, and setting the same again tells nobody. */
  galley_article_view_set_caret (fixture->view, 20);
  g_assert_true (galley_article_view_get_current_claim (fixture->view) == inner);
  galley_article_view_set_current_claim (fixture->view, outer);
  g_assert_cmpuint (galley_article_view_get_caret (fixture->view), ==, 20);
  g_assert_cmpuint (fixture->n_notified, ==, 3);
  galley_article_view_set_current_claim (fixture->view, outer);
  g_assert_cmpuint (fixture->n_notified, ==, 3);
}

static void
test_a_claim_that_goes_is_not_current (Fixture *fixture, gconstpointer data)
{
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;
  GalleyClaimFields fields = { .range = { 0, 5 }, .status = GALLEY_STATUS_PENDING };

  fixture_draft_init (&draft, "Ships left port on Monday.");
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);
  g_assert_null (galley_article_view_get_current_claim (fixture->view));

  fixture_check_put (check, "new", &fields);
  g_assert_nonnull (galley_article_view_get_current_claim (fixture->view));
  fixture_check_drop (check, "new");
  g_assert_null (galley_article_view_get_current_claim (fixture->view));
  g_assert_cmpuint (fixture->n_notified, ==, 2);
}

static void
assert_target (Fixture *fixture, GalleyTargetKind kind, guint start, guint end)
{
  GalleyTarget target;

  g_assert_cmpint (galley_article_view_get_target (fixture->view, &target), ==,
                   kind != GALLEY_TARGET_NONE);
  g_assert_cmpint (target.kind, ==, kind);
  g_assert_cmpuint (target.range.start, ==, start);
  g_assert_cmpuint (target.range.end, ==, end);
  g_assert_cmpint (target.claim != NULL, ==, kind == GALLEY_TARGET_CLAIM);
}

static void
test_target (Fixture *fixture, gconstpointer data)
{
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;
  guint n_targets;

  assert_target (fixture, GALLEY_TARGET_NONE, 0, 0);

  fixture_draft_init (&draft, "Ships left port. Nobody knows why.\n\n\nEnd.");
  fixture_draft_claim (&draft, "a", "left", GALLEY_STATUS_CONFIRMED);
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);

  assert_target (fixture, GALLEY_TARGET_SENTENCE, 0, 16);
  place_caret (fixture, 7);
  assert_target (fixture, GALLEY_TARGET_CLAIM, 6, 10);
  place_caret (fixture, 10);
  assert_target (fixture, GALLEY_TARGET_CLAIM, 6, 10);
  n_targets = fixture->n_targets;
  place_caret (fixture, 20);
  assert_target (fixture, GALLEY_TARGET_SUGGESTION, 17, 34);
  g_assert_cmpuint (fixture->n_targets, >, n_targets);
  place_caret (fixture, 36);
  assert_target (fixture, GALLEY_TARGET_NONE, 0, 0);

  galley_article_view_select (fixture->view, (GalleyRange){ 5, 11 });
  assert_target (fixture, GALLEY_TARGET_CLAIM, 6, 10);
  galley_article_view_select (fixture->view, (GalleyRange){ 5, 9 });
  assert_target (fixture, GALLEY_TARGET_SELECTION, 6, 9);
  /* Nothing but white space is no selection. */
  galley_article_view_select (fixture->view, (GalleyRange){ 35, 36 });
  assert_target (fixture, GALLEY_TARGET_NONE, 0, 0);
}

static void
test_uncovered_words_on_demand (Fixture *fixture, gconstpointer data)
{
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;
  const GalleyLook *look = galley_look_get (FALSE, FALSE);

  fixture_draft_init (&draft, "Ships left port. Nobody knows.");
  fixture_draft_claim (&draft, "a", "left", GALLEY_STATUS_CONFIRMED);
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);
  assert_background (fixture, 1, NULL);

  galley_article_view_set_show_uncovered (fixture->view, TRUE);
  assert_background (fixture, 1, &look->uncovered);
  assert_background (fixture, 20, &look->uncovered);
  assert_background (fixture, 7, &look->tint[GALLEY_STATUS_CONFIRMED]);

  fixture_check_drop (check, "a");
  assert_background (fixture, 7, &look->uncovered);
  galley_article_view_set_show_uncovered (fixture->view, FALSE);
  assert_background (fixture, 1, NULL);
}

static void
test_scrolls_to_what_is_chosen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyCheck) check = fixture_check_new_long (500);
  GdkRectangle seen, place;
  GtkTextIter iter;

  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);
  galley_article_view_set_current_claim (
      fixture->view, galley_claim_list_peek (galley_check_get_claims (check), 400));
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter,
                                      galley_article_view_get_caret (fixture->view));
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), >, 0);

#define IS_SEEN                                                                                    \
  (gtk_text_view_get_visible_rect (fixture->text, &seen),                                          \
   gtk_text_view_get_iter_location (fixture->text, &iter, &place),                                 \
   seen.y > 0 && place.y >= seen.y && place.y + place.height <= seen.y + seen.height)
  WAIT_UNTIL (IS_SEEN);
#undef IS_SEEN
}

static gboolean
is_in_sight (Fixture *fixture, guint offset)
{
  GdkRectangle seen, place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, offset);
  gtk_text_view_get_visible_rect (fixture->text, &seen);
  gtk_text_view_get_iter_location (fixture->text, &iter, &place);

  return place.y >= seen.y && place.y + place.height <= seen.y + seen.height;
}

/* Whoever goes from claim to claim can read each of them to its end. */
static void
test_shows_whole_claims (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GalleyCheck) check = NULL;
  GalleyClaimList *claims;
  FixtureDraft draft;

  for (guint i = 0; i < 40; i++)
    {
      g_string_append_printf (text, "On day %u it rained", i);
      for (guint j = 0; j < 40; j++)
        g_string_append (text, " and rained");
      g_string_append_printf (text, " until day %u.\n", i + 1);
    }
  fixture_draft_init (&draft, text->str);
  for (const char *line = text->str; *line != '\0'; line = strchr (line, '\n') + 1)
    {
      g_autofree char *words = g_strndup (line, strchr (line, '\n') - line);
      g_autofree char *id = g_strdup_printf ("%u", draft.claims->len);

      fixture_draft_claim (&draft, id, words, GALLEY_STATUS_PENDING);
    }
  check = fixture_draft_finish (&draft);
  claims = galley_check_get_claims (check);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);

      galley_article_view_set_current_claim (fixture->view, claim);
      WAIT_UNTIL (is_in_sight (fixture, galley_claim_get_range (claim).start) &&
                  is_in_sight (fixture, galley_claim_get_range (claim).end));
    }
}

/* GTK makes no events in C: the gestures' own signal runs their handlers. */
static void
press (Fixture *fixture, guint button, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->text));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button)
        g_signal_emit_by_name (controller, "pressed", 1, x, y);
    }
}

/* What the view is told before its lines have a height does not move a short article out of it. */
static void
test_a_short_article_stays_in_view (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->text));
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;
  GdkRectangle seen, place;
  GtkTextIter iter;

  fixture_draft_init (&draft, "A title\n\nIt rained for 3 days. Nobody was hurt.\n");
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);
  g_signal_emit_by_name (adjustment, "value-changed");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->text));

  gtk_text_buffer_get_end_iter (fixture->buffer, &iter);
  WAIT_UNTIL ((gtk_text_view_get_iter_location (fixture->text, &iter, &place), place.y > 0));
  gtk_widget_queue_draw (GTK_WIDGET (fixture->text));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->text));
  gtk_text_view_get_visible_rect (fixture->text, &seen);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  g_assert_cmpint (seen.y, ==, -gtk_text_view_get_top_margin (fixture->text));
}

static void
test_badge_chooses_its_claim (Fixture *fixture, gconstpointer data)
{
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;
  GdkRectangle place;
  GtkTextIter iter;
  GalleyClaim *claim, *inner;
  int x, y;

  fixture_draft_init (&draft, "First line.\nShips left port.");
  claim = fixture_draft_claim (&draft, "a", "Ships left port.", GALLEY_STATUS_CONFIRMED);
  inner = fixture_draft_claim (&draft, "b", "left", GALLEY_STATUS_CONFIRMED);
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->text));
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, 12);
  gtk_text_view_get_iter_location (fixture->text, &iter, &place);
  gtk_text_view_buffer_to_window_coords (fixture->text, GTK_TEXT_WINDOW_WIDGET, 40,
                                         place.y + place.height / 2, &x, &y);

  for (guint i = 0; i < 3; i++)
    {
      press (fixture, GDK_BUTTON_PRIMARY, x, y);
      g_assert_true (galley_article_view_get_current_claim (fixture->view) ==
                     (i == 1 ? inner : claim));
    }
}

static gboolean
is_menu (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_POPOVER_MENU (widget);
}

static void
test_menu_acts_where_it_was_opened (Fixture *fixture, gconstpointer data)
{
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;
  GdkRectangle place;
  GtkTextIter iter;
  GtkWidget *menu;
  int x, y;

  fixture_draft_init (&draft, "First line.\nShips left port.");
  check = fixture_draft_finish (&draft);
  galley_article_view_set_check (fixture->view, check, /* caret= */ 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->text));
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, 18);
  gtk_text_view_get_iter_location (fixture->text, &iter, &place);
  gtk_text_view_buffer_to_window_coords (fixture->text, GTK_TEXT_WINDOW_WIDGET, place.x + 1,
                                         place.y + place.height / 2, &x, &y);

  press (fixture, GDK_BUTTON_SECONDARY, x, y);
  g_assert_cmpuint (galley_article_view_get_caret (fixture->view), ==, 18);
  menu = fixture_find (GTK_WIDGET (fixture->text), is_menu, NULL);
  g_assert_nonnull (menu);
  WAIT_UNTIL (fixture_find_by_label (menu, "Copy") != NULL);
  g_assert_null (fixture_find_by_label (menu, "Paste"));
  gtk_popover_popdown (GTK_POPOVER (menu));

  /* Within a selection it is about the selection. */
  galley_article_view_select (fixture->view, (GalleyRange){ 12, 28 });
  press (fixture, GDK_BUTTON_SECONDARY, x, y);
  g_assert_true (gtk_text_buffer_get_has_selection (fixture->buffer));
  gtk_popover_popdown (GTK_POPOVER (menu));
}

static void
test_names_for_a_screen_reader (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_property (fixture->text, GTK_ACCESSIBLE_PROPERTY_LABEL, "Article");
  g_assert_false (gtk_text_view_get_editable (fixture->text));
  g_assert_true (gtk_text_view_get_cursor_visible (fixture->text));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/article-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("text-is-the-documents", test_text_is_the_documents);
  ADD ("statuses-look-different", test_statuses_look_different);
  ADD ("overlaps-stay-readable", test_overlaps_stay_readable);
  ADD ("a-verdict-restyles-its-words-only", test_a_verdict_restyles_its_words_only);
  ADD ("caret-chooses-the-claim", test_caret_chooses_the_claim);
  ADD ("choosing-moves-the-caret-once", test_choosing_moves_the_caret_once);
  ADD ("a-claim-that-goes-is-not-current", test_a_claim_that_goes_is_not_current);
  ADD ("target", test_target);
  ADD ("uncovered-words-on-demand", test_uncovered_words_on_demand);
  ADD ("scrolls-to-what-is-chosen", test_scrolls_to_what_is_chosen);
  ADD ("shows-whole-claims", test_shows_whole_claims);
  ADD ("a-short-article-stays-in-view", test_a_short_article_stays_in_view);
  ADD ("badge-chooses-its-claim", test_badge_chooses_its_claim);
  ADD ("menu-acts-where-it-was-opened", test_menu_acts_where_it_was_opened);
  ADD ("names-for-a-screen-reader", test_names_for_a_screen_reader);
#undef ADD

  return g_test_run ();
}
