/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-claim-words.h"
#include "galley-draft-dialog.h"
#include "galley-draft-sides.h"
#include "galley-verbs.h"

/* A new draft in a window: what it would come to, what is decided, and what is left to do after it;
 * everything by keys. */

#define OLD                                                                                        \
  "Flood\n\nIt rained for 3 days in May, the weather service said.\n\nThe river rose by 2 meters " \
  "near the old bridge.\n\nThe town has asked the state for 6 percent more money this year.\n"
#define NEW                                                                                        \
  "Flood\n\nIt rained for 3 days in May, the weather service said.\n\nThe river rose by 3 meters " \
  "near the old bridge.\n\nSomething else entirely is told in this last paragraph.\n"

static gboolean
is_saved (WindowFixture *fixture)
{
  return galley_saver_get_n_running (fixture->window->saver) == 0 && fixture->window->load == NULL;
}

static void
act (WindowFixture *fixture, const char *action)
{
  window_fixture_act (fixture, action);
  WAIT_UNTIL (is_saved (fixture));
}

static GalleyClaim *
find_claim (WindowFixture *fixture, const char *beginning)
{
  GalleyCheck *check = fixture->window->check;
  GalleyClaimList *claims = galley_check_get_claims (check);

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      g_autofree char *words =
          galley_text_slice (galley_document_get_text (galley_check_get_document (check)),
                             galley_claim_get_range (claim));

      if (g_str_has_prefix (words, beginning))
        return claim;
    }

  return NULL;
}

/* An article whose sentences are all confirmed. */
static void
begin (WindowFixture *fixture)
{
  GalleyClaimList *claims;
  g_autoptr (GalleyAction) confirm = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  window_fixture_import (fixture, "flood.txt", OLD);
  WAIT_UNTIL (fixture->window->check != NULL);
  act (fixture, "mark-all");
  claims = galley_check_get_claims (fixture->window->check);
  g_assert_cmpuint (galley_claim_list_get_n_claims (claims), >=, 3);
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    g_ptr_array_add (ids, (gpointer) galley_claim_get_id (galley_claim_list_peek (claims, i)));
  g_ptr_array_add (ids, NULL);
  confirm =
      galley_verb_set_status ((const char *const *) ids->pdata, GALLEY_STATUS_CONFIRMED, NULL);
  galley_window_perform (fixture->window, confirm, NULL);
  WAIT_UNTIL (is_saved (fixture));
}

static gboolean
is_sides (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_DRAFT_SIDES (widget) && gtk_widget_get_mapped (widget);
}

/* Pastes @text as a new draft and waits for the comparison. */
static GtkWidget *
paste (WindowFixture *fixture, const char *text)
{
  GtkWidget *dialog;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), text);
  window_fixture_act (fixture, "paste-draft");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  return dialog;
}

static GtkWidget *
paste_and_compare (WindowFixture *fixture)
{
  GtkWidget *dialog = paste (fixture, NEW);

  WAIT_UNTIL (fixture_find (dialog, is_sides, NULL) != NULL);
  return dialog;
}

static void
test_import (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  GalleyClaim *claim;

  begin (fixture);
  dialog = paste_and_compare (fixture);
  g_assert_nonnull (fixture_find_by_label (
      dialog, "Unchanged 2 · Moved 0 · Changed 1 · Ambiguous 0 · Lost 1 · 1 new sentence · 1 "
              "changed sentence unchecked"));
  g_assert_null (find_claim (fixture, "The river rose by 3"));
  window_fixture_press (dialog, "Import Draft");
  WAIT_UNTIL (find_claim (fixture, "The river rose by 3") != NULL);
  WAIT_UNTIL (is_saved (fixture));

  claim = find_claim (fixture, "It rained");
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
  claim = find_claim (fixture, "The river rose by 3");
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  WAIT_UNTIL (gtk_widget_get_visible (fixture->window->tray_button));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (fixture->window->changed_button)), ==,
                   "1 changed");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (fixture->window->tray_button)), ==,
                   "1 in the tray");

  act (fixture, "undo");
  WAIT_UNTIL (find_claim (fixture, "The river rose by 2") != NULL);
  claim = find_claim (fixture, "The river rose by 2");
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
  act (fixture, "redo");
  WAIT_UNTIL (find_claim (fixture, "The river rose by 3") != NULL);
}

static gboolean
is_about_draft (GtkWidget *widget, gconstpointer data)
{
  guint *n = (guint *) data;

  *n += GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
        g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), "Import New Draft");

  return FALSE;
}

/* What the draft only took along is no change; what became of the rest is said. */
static void
test_changes (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *changes;
  guint n_lines = 0;

  begin (fixture);
  dialog = paste_and_compare (fixture);
  window_fixture_press (dialog, "Import Draft");
  WAIT_UNTIL (find_claim (fixture, "The river rose by 3") != NULL);
  WAIT_UNTIL (is_saved (fixture) && window_fixture_find_dialog (fixture) == NULL);

  window_fixture_act (fixture, "changes");
  WAIT_UNTIL ((changes = window_fixture_find_dialog (fixture)) != NULL);
  WAIT_UNTIL (fixture_find_by_label (changes, "1: Flood → 2: Flood") != NULL);
  g_assert_nonnull (fixture_find_by_label (
      changes, "Confirmed “The river rose by 2 meters near the old bridge.” → "
               "Pending “The river rose by 3 meters near the old bridge.”"));
  g_assert_nonnull (fixture_find_by_label (
      changes, "Confirmed “The town has asked the state for 6 percent more money this year.” → "
               "Lost"));
  fixture_find (changes, is_about_draft, &n_lines);
  g_assert_cmpuint (n_lines, ==, 3);
  gtk_window_destroy (GTK_WINDOW (changes));
}

/* Nothing happens before somebody wants it to. */
static void
test_cancel (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  begin (fixture);
  dialog = paste_and_compare (fixture);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
  g_assert_nonnull (find_claim (fixture, "The river rose by 2"));
  g_assert_cmpstr (galley_check_get_undo_verb (fixture->window->check), ==, "set-status");
}

/* Nor is anything compared any more. */
static void
test_closed_early (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) dialog = NULL;

  begin (fixture);
  dialog = g_object_ref (paste (fixture, NEW));
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_true (g_cancellable_is_cancelled (
      galley_draft_dialog_get_cancellable (GALLEY_DRAFT_DIALOG (dialog))));
  WAIT_UNTIL (G_OBJECT (dialog)->ref_count == 1);
  g_assert_null (fixture_find (dialog, is_sides, NULL));
}

static void
test_nothing_to_import (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  begin (fixture);
  dialog = paste (fixture, OLD);
  WAIT_UNTIL (fixture_find_by_label (dialog, "The article has this very text already.") != NULL);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
}

/* A decision in the dialog, and what it comes to. */
static void
test_decision (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  begin (fixture);
  dialog = paste_and_compare (fixture);
  window_fixture_press (dialog, "Keep Verdict");
  WAIT_UNTIL (fixture_find_by_label (dialog, "Keeps its verdict, by you") != NULL);
  window_fixture_press (dialog, "Import Draft");
  WAIT_UNTIL (find_claim (fixture, "The river rose by 3") != NULL);
  g_assert_cmpint (galley_claim_get_status (find_claim (fixture, "The river rose by 3")), ==,
                   GALLEY_STATUS_CONFIRMED);
}

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_new_side (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TEXT_VIEW (widget) &&
         g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), "new_view") == 0;
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer n_frames)
{
  ++*(guint *) n_frames;
  return G_SOURCE_CONTINUE;
}

/* The words of the first row are on screen, far down in a text or at the start of it. */
static void
test_sides (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Flood\n\n");
  guint n_paragraphs = GPOINTER_TO_UINT (data);
  GtkWidget *dialog, *view;
  GtkTextBuffer *buffer;
  GtkTextIter cursor;
  GdkRectangle shown, words;
  guint n_frames = 0, id;

  begin (fixture);
  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (text, "Something new is told in paragraph %u of it.\n\n", i);
  g_string_append (text, strstr (NEW, "It rained"));
  dialog = paste (fixture, text->str);
  WAIT_UNTIL (fixture_find (dialog, is_sides, NULL) != NULL);
  view = fixture_find (dialog, is_new_side, NULL);
  id = gtk_widget_add_tick_callback (view, count_frame_cb, &n_frames, NULL);
  WAIT_UNTIL (n_frames > 40);
  gtk_widget_remove_tick_callback (view, id);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&cursor), ==,
                   (int) (strstr (text->str, "The river") - text->str));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &cursor, &words);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (view), &shown);
  g_assert_cmpint (words.y, >=, shown.y);
  g_assert_cmpint (words.y + words.height, <=, shown.y + shown.height);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* What would be unchecked is listed behind what is to be looked at, and goes with what is decided.
 */
static void
test_unchecked (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *view;
  GtkSelectionModel *rows;
  GtkTextIter cursor;
  GtkTextBuffer *buffer;

  begin (fixture);
  dialog = paste_and_compare (fixture);
  rows = gtk_list_view_get_model (GTK_LIST_VIEW (fixture_find (dialog, is_list, NULL)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 6);
  WAIT_UNTIL (fixture_find_by_label (dialog, "Changed sentence") != NULL);
  g_assert_nonnull (fixture_find_by_label (dialog, "New sentence"));
  g_assert_nonnull (fixture_find_by_label (dialog, "Not marked by anybody"));

  gtk_selection_model_select_item (rows, 3, TRUE);
  g_assert_false (gtk_widget_is_sensitive (fixture_find_by_label (dialog, "Retire")));
  view = fixture_find (dialog, is_new_side, NULL);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&cursor), ==,
                   (int) (strstr (NEW, "Something else") - NEW));

  gtk_selection_model_select_item (rows, 0, TRUE);
  window_fixture_press (dialog, "Keep Verdict");
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (rows)) == 5);
  g_assert_nonnull (fixture_find_by_label (
      dialog, "Unchanged 2 · Moved 0 · Changed 1 · Ambiguous 0 · Lost 1 · 1 new sentence · 0 "
              "changed sentences unchecked"));
  gtk_selection_model_select_item (rows, 4, TRUE);
  window_fixture_press (dialog, "Check Again");
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (rows)) == 6);
  g_assert_true (gtk_selection_model_is_selected (rows, 5));
  gtk_window_close (GTK_WINDOW (dialog));
}

/* Going to what changed, with its former verdict, and giving that again. */
static void
test_changed (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *panel = GTK_WIDGET (fixture->window->claim_panel);
  GalleyClaim *claim;

  begin (fixture);
  window_fixture_press (paste_and_compare (fixture), "Import Draft");
  WAIT_UNTIL ((claim = find_claim (fixture, "The river rose by 3")) != NULL);
  WAIT_UNTIL (is_saved (fixture));
  window_fixture_act (fixture, "next-changed");
  WAIT_UNTIL (galley_article_view_get_current_claim (fixture->window->article_view) == claim);
  WAIT_UNTIL (fixture_find_by_label (panel, "What differs: a number") != NULL);
  g_assert_nonnull (
      fixture_find_by_label (panel, "The river rose by 2 3 meters near the old bridge."));
  WAIT_UNTIL (window_fixture_is_enabled (fixture, "keep-verdict"));
  act (fixture, "keep-verdict");
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
  WAIT_UNTIL (!gtk_widget_get_visible (fixture->window->changed_button));
}

/* Two claims at once, as one step. */
static void
test_keep_several (WindowFixture *fixture, gconstpointer data)
{
  GalleyWindow *window = fixture->window;
  GtkWidget *list, *dialog;
  GalleyClaim *river, *rain;

  begin (fixture);
  dialog = paste (fixture, "Flood\n\nIt rained for 4 days in May, the weather service said.\n\nThe "
                           "river rose by 3 meters near the old bridge.\n");
  WAIT_UNTIL (fixture_find (dialog, is_sides, NULL) != NULL);
  window_fixture_press (dialog, "Import Draft");
  WAIT_UNTIL ((river = find_claim (fixture, "The river rose by 3")) != NULL);
  WAIT_UNTIL (is_saved (fixture) && window_fixture_find_dialog (fixture) == NULL);
  rain = find_claim (fixture, "It rained for 4");

  list = fixture_find (GTK_WIDGET (window->claims_pane), is_list, NULL);
  window->last_scope = GALLEY_KEY_IN_CLAIMS;
  g_assert_true (gtk_widget_activate_action (list, "list.select-all", NULL));
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (window), "Keep Former Verdicts") != NULL);
  WAIT_UNTIL (window_fixture_is_enabled (fixture, "keep-verdict"));
  act (fixture, "keep-verdict");
  g_assert_cmpint (galley_claim_get_status (river), ==, GALLEY_STATUS_CONFIRMED);
  g_assert_cmpint (galley_claim_get_status (rain), ==, GALLEY_STATUS_CONFIRMED);
  WAIT_UNTIL (!gtk_widget_get_visible (window->changed_button));
  act (fixture, "undo");
  g_assert_cmpint (galley_claim_get_status (river), ==, GALLEY_STATUS_PENDING);
  g_assert_cmpint (galley_claim_get_status (rain), ==, GALLEY_STATUS_PENDING);
}

/* Sentences that no draft had before, until they are marked. */
static void
test_new_sentences (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *button = fixture->window->new_button;
  GalleyTarget target;
  g_autofree char *words = NULL;

  begin (fixture);
  g_assert_false (gtk_widget_get_visible (button));
  window_fixture_press (paste_and_compare (fixture), "Import Draft");
  WAIT_UNTIL (find_claim (fixture, "The river rose by 3") != NULL);
  WAIT_UNTIL (gtk_widget_get_visible (button));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "1 new sentence");

  window_fixture_act (fixture, "next-new");
  g_assert_true (galley_window_get_target (fixture->window, &target));
  g_assert_cmpint (target.kind, ==, GALLEY_TARGET_SUGGESTION);
  words = galley_claim_words_describe_place (fixture->window->check, target.range.start + 1);
  g_assert_cmpstr (words, ==, "New in this draft");
  act (fixture, "mark");
  WAIT_UNTIL (!gtk_widget_get_visible (button));
  act (fixture, "undo");
  WAIT_UNTIL (gtk_widget_get_visible (button));
}

static void
test_tray (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *tray;

  begin (fixture);
  window_fixture_press (paste_and_compare (fixture), "Import Draft");
  WAIT_UNTIL (find_claim (fixture, "The river rose by 3") != NULL);
  WAIT_UNTIL (is_saved (fixture) && window_fixture_find_dialog (fixture) == NULL);
  window_fixture_act (fixture, "tray");
  WAIT_UNTIL ((tray = window_fixture_find_dialog (fixture)) != NULL);
  WAIT_UNTIL (fixture_find_by_label (tray, "Lost · formerly Confirmed") != NULL);

  galley_article_view_select (fixture->window->article_view, (GalleyRange){ 7, 16 });
  window_fixture_press (tray, "Re-link");
  WAIT_UNTIL (galley_check_get_n_waiting (fixture->window->check) == 0);
  g_assert_nonnull (find_claim (fixture, "It rained"));
  WAIT_UNTIL (is_saved (fixture));
  act (fixture, "undo");
  WAIT_UNTIL (fixture_find_by_label (tray, "Lost · formerly Confirmed") != NULL);
  window_fixture_press (tray, "Retire");
  WAIT_UNTIL (galley_check_get_n_waiting (fixture->window->check) == 0);
  gtk_window_close (GTK_WINDOW (tray));
}

/* The words of a claim in the tray come back. */
static void
test_put_back (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *tray, *dialog;
  GalleyClaim *claim;

  begin (fixture);
  window_fixture_press (paste_and_compare (fixture), "Import Draft");
  WAIT_UNTIL (find_claim (fixture, "The river rose by 3") != NULL);
  WAIT_UNTIL (is_saved (fixture) && window_fixture_find_dialog (fixture) == NULL);
  dialog =
      paste (fixture, NEW "\nThe town has asked the state for 6 percent more money this year.\n");
  WAIT_UNTIL (fixture_find (dialog, is_sides, NULL) != NULL);
  window_fixture_press (dialog, "Import Draft");
  WAIT_UNTIL (is_saved (fixture) && window_fixture_find_dialog (fixture) == NULL &&
              fixture->window->check != NULL);
  WAIT_UNTIL (gtk_widget_get_visible (fixture->window->tray_button));

  window_fixture_act (fixture, "tray");
  WAIT_UNTIL ((tray = window_fixture_find_dialog (fixture)) != NULL);
  WAIT_UNTIL (fixture_find_by_label (
                  tray, "Lost · formerly Confirmed · its words are in the article again") != NULL);
  window_fixture_press (tray, "Put Back");
  WAIT_UNTIL ((claim = find_claim (fixture, "The town has asked")) != NULL);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  g_assert_cmpint (galley_claim_get_former (claim)->status, ==, GALLEY_STATUS_CONFIRMED);
  WAIT_UNTIL (is_saved (fixture));
  gtk_window_close (GTK_WINDOW (tray));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define TEST(name, function)                                                                       \
  g_test_add ("/window-drafts/" name, WindowFixture, NULL, window_fixture_set_up, function,        \
              window_fixture_tear_down)
  TEST ("import", test_import);
  TEST ("changes", test_changes);
  TEST ("cancel", test_cancel);
  TEST ("closed-early", test_closed_early);
  TEST ("nothing-to-import", test_nothing_to_import);
  TEST ("decision", test_decision);
  TEST ("sides-short", test_sides);
  g_test_add ("/window-drafts/sides-long", WindowFixture, GUINT_TO_POINTER (200),
              window_fixture_set_up, test_sides, window_fixture_tear_down);
  TEST ("unchecked", test_unchecked);
  TEST ("changed", test_changed);
  TEST ("keep-several", test_keep_several);
  TEST ("new-sentences", test_new_sentences);
  TEST ("tray", test_tray);
  TEST ("put-back", test_put_back);
#undef TEST

  return g_test_run ();
}
