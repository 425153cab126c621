/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-record-verbs.h"

/* The record of claims in a window: keys, and what is done to several claims as one step. */

static GalleyClaim *
peek (WindowFixture *fixture, guint position)
{
  return galley_claim_list_peek (galley_check_get_claims (fixture->window->check), position);
}

static guint
count_with_status (WindowFixture *fixture, GalleyStatus status)
{
  return galley_claim_list_get_n_with_status (galley_check_get_claims (fixture->window->check),
                                              status);
}

/* Every sentence a pending claim, and the list in use. */
static void
mark_all (WindowFixture *fixture)
{
  window_fixture_import_and_open (fixture);
  window_fixture_save (fixture, "mark-all");
  galley_article_view_set_current_claim (fixture->window->article_view, peek (fixture, 0));
  fixture->window->last_scope = GALLEY_KEY_IN_CLAIMS;
}

static gboolean
is_stack (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_STACK (widget);
}

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);
}

static GtkStack *
find_stack (WindowFixture *fixture)
{
  return GTK_STACK (fixture_find (GTK_WIDGET (fixture->window->claim_panel), is_stack, NULL));
}

static void
select_all (WindowFixture *fixture)
{
  GtkWidget *list = fixture_find (GTK_WIDGET (fixture->window->claims_pane), is_list, NULL);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));

  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (model)) ==
              window_fixture_count_claims (fixture));
  g_assert_true (gtk_widget_activate_action (list, "list.select-all", NULL));
  WAIT_UNTIL (window_fixture_shows (find_stack (fixture), "several"));
}

static void
test_keys (WindowFixture *fixture, gconstpointer data)
{
  mark_all (fixture);
  window_fixture_save (fixture, "star");
  g_assert_true (galley_claim_is_starred (peek (fixture, 0)));
  g_assert_false (galley_claim_is_starred (peek (fixture, 1)));
  window_fixture_save (fixture, "star");
  g_assert_false (galley_claim_is_starred (peek (fixture, 0)));

  window_fixture_save (fixture, "high-priority");
  g_assert_cmpint (galley_claim_get_priority (peek (fixture, 0)), ==, GALLEY_PRIORITY_HIGH);
  window_fixture_save (fixture, "low-priority");
  g_assert_cmpint (galley_claim_get_priority (peek (fixture, 0)), ==, GALLEY_PRIORITY_LOW);
  window_fixture_save (fixture, "low-priority");
  g_assert_cmpint (galley_claim_get_priority (peek (fixture, 0)), ==, GALLEY_PRIORITY_NORMAL);
}

static void
test_several_are_one_step (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *said = NULL;
  guint n;

  mark_all (fixture);
  n = window_fixture_count_claims (fixture);
  g_assert_cmpuint (n, >, 2);
  select_all (fixture);
  g_assert_true (window_fixture_is_enabled (fixture, "edit-reason"));
  g_assert_false (window_fixture_is_enabled (fixture, "edit-note"));
  g_assert_false (window_fixture_is_enabled (fixture, "extend-end"));

  window_fixture_save (fixture, "dispute");
  g_assert_cmpuint (count_with_status (fixture, GALLEY_STATUS_DISPUTED), ==, n);
  said = g_strdup_printf ("%u claims disputed", n);
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (fixture->window->toasts), said) != NULL);
  window_fixture_save (fixture, "star");
  for (guint i = 0; i < n; i++)
    g_assert_true (galley_claim_is_starred (peek (fixture, i)));
  window_fixture_save (fixture, "undo");
  for (guint i = 0; i < n; i++)
    g_assert_false (galley_claim_is_starred (peek (fixture, i)));
  g_assert_cmpuint (count_with_status (fixture, GALLEY_STATUS_DISPUTED), ==, n);
  window_fixture_save (fixture, "undo");
  g_assert_cmpuint (count_with_status (fixture, GALLEY_STATUS_PENDING), ==, n);

  window_fixture_save (fixture, "delete-claim");
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, 0);
  window_fixture_save (fixture, "undo");
  g_assert_cmpuint (window_fixture_count_claims (fixture), ==, n);
}

static gboolean
is_missing (WindowFixture *fixture, const char *words)
{
  return fixture_find_by_label (GTK_WIDGET (fixture->window->claim_panel), words) != NULL;
}

static void
test_says_what_is_missing (WindowFixture *fixture, gconstpointer data)
{
  mark_all (fixture);
  window_fixture_save (fixture, "confirm");
  WAIT_UNTIL (is_missing (fixture, "Missing: a source that supports it"));
  window_fixture_save (fixture, "star");
  WAIT_UNTIL (is_missing (fixture, "Missing: a source that supports it, "
                                   "2 independent sources"));
  window_fixture_save (fixture, "dispute");
  WAIT_UNTIL (is_missing (fixture, "Missing: a reason, a correction or a note"));
  window_fixture_save (fixture, "pending");
  WAIT_UNTIL (!is_missing (fixture, "Missing: a reason, a correction or a note"));
}

/* A verdict says nothing of a sentence that was written after it, and is asked for once more; the
 * key that gives it does so although the claim stands there. */
static void
test_wants_a_verdict_on_a_new_sentence (WindowFixture *fixture, gconstpointer data)
{
  static const char words[] = "Missing: a source that supports it, "
                              "a verdict on the claim in one sentence, which was written later";
  g_autoptr (GalleyAction) action = NULL;
  const char *ids[] = { NULL, NULL };

  mark_all (fixture);
  window_fixture_save (fixture, "confirm");
  ids[0] = galley_claim_get_id (peek (fixture, 0));
  action = galley_verb_set_detail (ids, GALLEY_DETAIL_SENTENCE, "Nobody was there.");
  galley_window_perform (fixture->window, action, /* toast= */ NULL);
  WAIT_UNTIL (is_missing (fixture, words));

  window_fixture_save (fixture, "confirm");
  g_assert_false (galley_claim_has_new_sentence (peek (fixture, 0)));
  WAIT_UNTIL (!is_missing (fixture, words));
  select_all (fixture);
  window_fixture_save (fixture, "dispute");
  g_assert_cmpstr (galley_claim_get_judged_sentence (peek (fixture, 0)), ==, "Nobody was there.");
}

/* In the article a key is about what the caret says, whatever was selected in the list before. */
static void
test_article_is_about_one (WindowFixture *fixture, gconstpointer data)
{
  mark_all (fixture);
  select_all (fixture);
  fixture->window->last_scope = GALLEY_KEY_IN_ARTICLE;
  window_fixture_save (fixture, "confirm");
  g_assert_cmpuint (count_with_status (fixture, GALLEY_STATUS_CONFIRMED), ==, 1);
}

static gboolean
is_in_article (WindowFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->window->article_view));
}

/* Presses Enter in the field that has the keyboard. */
static void
press_enter (WindowFixture *fixture)
{
  GtkWidget *view = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_taken;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Return, 36, 0, &is_taken);
    }
}

/* The next letter is a key again, and does not go behind the reason. */
static void
test_enter_goes_back_to_reading (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  mark_all (fixture);
  galley_window_focus_pane (fixture->window, "article");
  window_fixture_act (fixture, "edit-reason");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (focus) && !is_in_article (fixture));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "nobody saw it", -1);
  press_enter (fixture);
  WAIT_UNTIL (is_in_article (fixture) && window_fixture_is_saved (fixture));
  g_assert_cmpstr (galley_claim_get_reason (galley_window_get_claim (fixture->window)), ==,
                   "nobody saw it");
}

static gboolean
sees_cursor (GtkTextView *view)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_VIEWPORT);
  GdkRectangle place;
  graphene_point_t bottom;
  int x, y;

  gtk_text_view_get_cursor_locations (view, NULL, &place, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x,
                                         place.y + place.height, &x, &y);
  return gtk_widget_compute_point (GTK_WIDGET (view), viewport, &GRAPHENE_POINT_INIT (x, y),
                                   &bottom) &&
         bottom.y > 0 && bottom.y <= gtk_widget_get_height (viewport);
}

/* Nobody types what they can't see, however long a note becomes. */
static void
test_long_note (WindowFixture *fixture, gconstpointer data)
{
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextIter start;

  mark_all (fixture);
  window_fixture_act (fixture, "edit-note");
  view = GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  buffer = gtk_text_view_get_buffer (view);
  WAIT_UNTIL (sees_cursor (view));
  for (guint i = 0; i < 60; i++)
    gtk_text_buffer_insert_at_cursor (buffer, "a line\n", -1);
  WAIT_UNTIL (gtk_widget_get_height (GTK_WIDGET (view)) > 600 && sees_cursor (view));
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  WAIT_UNTIL (sees_cursor (view));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **out_text = user_data;

  *out_text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, /* error= */ NULL);
}

static void
test_copies_a_claim (WindowFixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "copy-claim", "copy-claim-markdown", "copy-claim-json" };
  static const char *const starts[] = { "? Claim 1, pending\n> ", "### Claim 1, pending\n\n> ",
                                        "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\"," };

  mark_all (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
      g_autofree char *text = NULL;

      window_fixture_act (fixture, actions[i]);
      gdk_clipboard_read_text_async (clipboard, /* cancellable= */ NULL, read_cb, &text);
      WAIT_UNTIL (text != NULL);
      g_assert_true (g_str_has_prefix (text, starts[i]));
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/window-record/" name, WindowFixture, NULL, window_fixture_set_up, function,        \
              window_fixture_tear_down)
  ADD ("keys", test_keys);
  ADD ("several-are-one-step", test_several_are_one_step);
  ADD ("says-what-is-missing", test_says_what_is_missing);
  ADD ("wants-a-verdict-on-a-new-sentence", test_wants_a_verdict_on_a_new_sentence);
  ADD ("article-is-about-one", test_article_is_about_one);
  ADD ("enter-goes-back-to-reading", test_enter_goes_back_to_reading);
  ADD ("long-note", test_long_note);
  ADD ("copies-a-claim", test_copies_a_claim);
#undef ADD

  return g_test_run ();
}
