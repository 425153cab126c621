/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "galley-claim-field.h"
#include "galley-claim-thread.h"
#include "galley-desk-private.h"
#include "galley-import.h"
#include "galley-record-verbs.h"
#include "galley-redraft.h"
#include "galley-session-verbs.h"
#include "galley-sign-off-verbs.h"
#include "galley-verbs.h"

#include <string.h>

/* Another program works on the library that the window shows. It is a desk of its own here. */

#define MANY 10000

typedef struct
{
  WindowFixture window;
  GalleyDesk *other;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  GError *error = NULL;

  session_fixture_set_up (&f->window, data);
  path = window_fixture_get_path (&f->window, "test.galleydb");
  f->other = galley_desk_open (path, "Ben", /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->other);
  window_fixture_tear_down (&f->window, data);
}

static const char *
get_article (Fixture *f)
{
  return f->window.window->article_id;
}

/* Has the other program do @action (transfer full). */
static void
do_other (Fixture *f, GalleyAction *action)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_perform (f->other, action, NULL, &error);

  g_assert_no_error (error);
  galley_action_unref (action);
}

static void
judge_other (Fixture *f, const char *id, GalleyStatus status, const char *reason)
{
  const char *ids[] = { id, NULL };

  do_other (f, galley_verb_set_status (ids, status, reason));
}

static void
give_draft (Fixture *f, const char *text)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "rain.txt", &error);
  g_autoptr (GalleyCheck) check = galley_desk_load (f->other, get_article (f), NULL, &error);
  g_autoptr (GalleyRedraft) redraft = galley_redraft_new (check, document, "new-draft");

  g_assert_no_error (error);
  galley_redraft_compare (redraft);
  do_other (f, galley_redraft_make_action (redraft));
}

/* The claim @position of the article, chosen. */
static GalleyClaim *
choose (Fixture *f, guint position)
{
  GalleyClaim *claim =
      galley_claim_list_peek (galley_check_get_claims (f->window.window->check), position);

  galley_article_view_set_current_claim (f->window.window->article_view, claim);
  return claim;
}

static GalleyClaim *
get_chosen (Fixture *f)
{
  return galley_claim_panel_get_claim (f->window.window->claim_panel);
}

static gboolean
is_field (GtkWidget *widget, gconstpointer title)
{
  g_autofree char *found = NULL;

  if (!GALLEY_IS_CLAIM_FIELD (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  g_object_get (widget, "title", &found, NULL);
  return g_strcmp0 (found, title) == 0;
}

static gboolean
is_text_view (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TEXT_VIEW (widget);
}

static GalleyClaimField *
find_field (Fixture *f, const char *title)
{
  GtkWidget *panel = GTK_WIDGET (f->window.window->claim_panel);

  WAIT_UNTIL (fixture_find (panel, is_field, title) != NULL);
  return GALLEY_CLAIM_FIELD (fixture_find (panel, is_field, title));
}

/* Types into a field, which has the keyboard then. */
static GtkTextView *
type (Fixture *f, const char *title, const char *text)
{
  GtkWidget *view = fixture_find (GTK_WIDGET (find_field (f, title)), is_text_view, NULL);

  gtk_widget_grab_focus (view);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  return GTK_TEXT_VIEW (view);
}

static gboolean
has_focus (Fixture *f, gpointer widget)
{
  return gtk_window_get_focus (GTK_WINDOW (f->window.window)) == widget;
}

static void
assert_typed (Fixture *f, const char *title, const char *expected)
{
  g_autofree char *text = galley_claim_field_get_text (find_field (f, title));

  g_assert_cmpstr (text, ==, expected);
}

static guint
get_n_failed (Fixture *f)
{
  return galley_saver_get_n_failed (f->window.window->saver);
}

/* What somebody else decides is shown where somebody is, who stays there. */
static void
test_verdict (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = choose (f, 0);
  GtkWidget *panel = GTK_WIDGET (f->window.window->claim_panel);
  GalleyArticle *article = galley_check_get_article (f->window.window->check);
  GtkTextView *note = type (f, "Note", "half a sen");

  judge_other (f, galley_claim_get_id (claim), GALLEY_STATUS_DISPUTED, "nobody counted");
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED);
  g_assert_true (get_chosen (f) == claim);
  assert_typed (f, "Reason", "nobody counted");
  assert_typed (f, "Note", "half a sen");
  g_assert_true (has_focus (f, note));
  g_assert_cmpuint (galley_article_get_n_with_status (article, GALLEY_STATUS_DISPUTED), ==, 2);
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (f->window.window),
                                     "Another program changed this article") != NULL);

  gtk_widget_grab_focus (panel);
  galley_window_flush (f->window.window);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim), "half a sen") == 0);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpstr (galley_claim_get_checked_by (claim), ==, "Ben");
}

/* What is done here is no news. */
static void
test_own (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = choose (f, 0);

  window_fixture_act (&f->window, "dispute");
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED);
  judge_other (f, galley_claim_get_id (claim), GALLEY_STATUS_CONFIRMED, NULL);
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_CONFIRMED);
  g_assert_nonnull (f->window.window->news);
  g_assert_cmpstr (galley_check_get_undo_verb (f->window.window->check), ==, "set-status");
}

/* A reason that is typed for one verdict does not go to another one, under the name of somebody who
 * never gave it; nor is it lost. */
static void
test_reason_of_former_verdict (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = choose (f, 1);
  GtkTextView *reason = type (f, "Reason", "not in the report");

  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  judge_other (f, galley_claim_get_id (claim), GALLEY_STATUS_CONFIRMED, NULL);
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_CONFIRMED);
  assert_typed (f, "Reason", "not in the report");
  g_assert_true (has_focus (f, reason));

  choose (f, 0);
  WAIT_UNTIL (get_n_failed (f) == 1);
  g_assert_nonnull (strstr (galley_saver_get_error_message (f->window.window->saver),
                            "has another verdict by now"));
  choose (f, 1);
  assert_typed (f, "Reason", "not in the report");
  choose (f, 0);
  WAIT_UNTIL (session_fixture_is_idle (&f->window));
  g_assert_cmpuint (get_n_failed (f), ==, 1);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
  g_assert_cmpstr (galley_claim_get_checked_by (claim), ==, "Ben");

  /* It has been said: what is changed now is meant for the verdict that is there. */
  choose (f, 1);
  type (f, "Reason", " of May");
  choose (f, 0);
  WAIT_UNTIL (galley_claim_get_reason (claim) != NULL);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
  WAIT_UNTIL (get_n_failed (f) == 0);
}

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);
}

/* So it is where a reason is typed for several claims: the others get it. */
static void
test_reason_of_several (Fixture *f, gconstpointer data)
{
  GalleyClaim *first = choose (f, 0), *second = choose (f, 1);
  GtkWidget *list = fixture_find (GTK_WIDGET (f->window.window->claims_pane), is_list, NULL);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));

  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (model)) == 2);
  g_assert_true (gtk_widget_activate_action (list, "list.select-all", NULL));
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (f->window.window->claim_panel),
                                     "2 claims selected") != NULL);
  type (f, "Reason", "not in the report");
  judge_other (f, galley_claim_get_id (second), GALLEY_STATUS_CONFIRMED, NULL);
  WAIT_UNTIL (galley_claim_get_status (second) == GALLEY_STATUS_CONFIRMED);
  galley_window_flush (f->window.window);
  WAIT_UNTIL (galley_claim_get_reason (first) != NULL);
  g_assert_cmpint (galley_claim_get_status (first), ==, GALLEY_STATUS_PENDING);
  g_assert_cmpint (galley_claim_get_status (second), ==, GALLEY_STATUS_CONFIRMED);
  g_assert_null (galley_claim_get_reason (second));
  g_assert_cmpstr (galley_claim_get_checked_by (second), ==, "Ben");
}

/* Whoever is typing when the article gets another draft goes on typing: what they mean for a note
 * must not become keys of the article. */
static void
test_draft_while_typing (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) before = g_object_ref (f->window.window->check);
  g_autofree char *id = g_strdup (galley_claim_get_id (choose (f, 1)));
  GtkTextView *note = type (f, "Note", "half a sen");
  GalleyQueryFields query = { .addressee = GALLEY_ADDRESSEE_WRITER, .question = "Who measured?" };
  GalleyClaim *claim;

  give_draft (f,
              "Rain in the Valley\n\nIt rained for 4 days in May. The river rose by 2 meters.\n");
  WAIT_UNTIL (f->window.window->check != before && f->window.window->load == NULL);
  claim = get_chosen (f);
  g_assert_nonnull (claim);
  g_assert_cmpstr (galley_claim_get_id (claim), ==, id);
  g_assert_true (galley_article_view_get_current_claim (f->window.window->article_view) == claim);
  assert_typed (f, "Note", "half a sen");
  g_assert_true (has_focus (f, note));
  g_assert_null (galley_claim_get_note (claim));

  /* All parts of the panel go on with the claim as it is in the new draft. */
  do_other (f, galley_verb_add_query (id, &query));
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (f->window.window->claim_panel), "Who measured?") !=
              NULL);
  type (f, "Note", "tence");
  choose (f, 0);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim), "half a sentence") == 0);
}

/* Neither of two notes that are written at the same time takes the other's place. */
static void
test_note_while_typing (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = choose (f, 1);
  const char *id = galley_claim_get_id (claim);
  GtkTextView *note = type (f, "Note", "Called the mayor");

  do_other (f, galley_verb_set_note (id, "The mayor is away"));
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim), "The mayor is away") == 0);
  assert_typed (f, "Note", "The mayor is away\n\nCalled the mayor");
  g_assert_true (has_focus (f, note));
  g_assert_true (gtk_widget_get_visible (fixture_find_by_label (
      GTK_WIDGET (f->window.window->claim_panel),
      "Somebody else wrote here meanwhile. Both texts are kept, theirs first.")));

  type (f, "Note", " twice");
  choose (f, 0);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim),
                         "The mayor is away\n\nCalled the mayor twice") == 0);
}

/* Only one correction can stand: whoever types is told of the other one. */
static void
test_correction_while_typing (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = choose (f, 1);
  const char *id = galley_claim_get_id (claim);

  type (f, "Correction", "by 3 meters");
  do_other (f, galley_verb_set_correction (id, "by 4 meters"));
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_correction (claim), "by 4 meters") == 0);
  assert_typed (f, "Correction", "by 3 meters");
  g_assert_true (gtk_widget_get_visible (
      fixture_find_by_label (GTK_WIDGET (f->window.window->claim_panel),
                             "Somebody else wrote “by 4 meters” here meanwhile. What you write "
                             "replaces it; the history keeps both.")));
  choose (f, 0);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_correction (claim), "by 3 meters") == 0);
}

/* Nothing else takes the keys where what somebody types about is not there any more. */
static void
test_draft_without_the_claim (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) before = g_object_ref (f->window.window->check);
  g_autofree char *id = g_strdup (galley_claim_get_id (choose (f, 1)));
  GalleyClaim *claim;

  type (f, "Note", "half a sen");
  give_draft (f,
              "Rain in the Valley\n\nIt rained for 3 days in May. Everybody went to the fair.\n");
  WAIT_UNTIL (f->window.window->check != before && f->window.window->load == NULL);
  g_assert_false (gtk_widget_has_focus (GTK_WIDGET (f->window.window->article_view)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window.window)) == NULL);
  claim = galley_claim_list_find (galley_check_get_tray (f->window.window->check), id);
  g_assert_nonnull (claim);
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim), "half a sen") == 0);
}

static gboolean
is_thread (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_CLAIM_THREAD (widget);
}

static const char *
get_first_note (GalleyClaim *claim)
{
  GPtrArray *notes = galley_claim_get_notes (claim);

  return notes != NULL ? ((GalleyNote *) g_ptr_array_index (notes, 0))->text : "";
}

/* The text that has the keyboard is destroyed when the article is loaded again. */
static void
test_edited_note_without_the_claim (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) before = g_object_ref (f->window.window->check);
  GalleyClaim *claim = choose (f, 1);
  g_autofree char *id = g_strdup (galley_claim_get_id (claim));
  gpointer focus;
  GalleyNote *note;

  do_other (f, galley_verb_add_note (id, "Asked the mayor"));
  WAIT_UNTIL (galley_claim_get_notes (claim) != NULL);
  note = g_ptr_array_index (galley_claim_get_notes (claim), 0);
  g_assert_true (gtk_widget_activate_action (
      fixture_find (GTK_WIDGET (f->window.window->claim_panel), is_thread, NULL), "thread.edit",
      "s", note->id));
  focus = gtk_window_get_focus (GTK_WINDOW (f->window.window));
  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (focus), ", twice", -1);
  g_object_add_weak_pointer (focus, &focus);

  give_draft (f,
              "Rain in the Valley\n\nIt rained for 3 days in May. Everybody went to the fair.\n");
  WAIT_UNTIL (f->window.window->check != before && f->window.window->load == NULL);
  WAIT_UNTIL (focus == NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window.window)) == NULL);
  claim = galley_claim_list_find (galley_check_get_tray (f->window.window->check), id);
  WAIT_UNTIL (g_str_equal (get_first_note (claim), "Asked the mayor, twice"));
}

static void
test_signed_while_typing (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = choose (f, 1);

  type (f, "Note", "half a sen");
  do_other (f, galley_verb_sign_off (get_article (f), 0, "Ben", "all of it", /* moment= */ NULL));
  WAIT_UNTIL (galley_window_is_frozen (f->window.window));
  g_assert_true (gtk_revealer_get_reveal_child (f->window.window->sign_off_revealer));
  g_assert_false (window_fixture_is_enabled (&f->window, "confirm"));
  assert_typed (f, "Note", "half a sen");

  galley_window_flush (f->window.window);
  WAIT_UNTIL (get_n_failed (f) == 1);
  assert_typed (f, "Note", "half a sen");
  do_other (f, galley_verb_reopen (get_article (f), "too early"));
  WAIT_UNTIL (!galley_window_is_frozen (f->window.window));
  window_fixture_act (&f->window, "retry-save");
  WAIT_UNTIL (g_strcmp0 (galley_claim_get_note (claim), "half a sen") == 0);
}

/* What somebody has discarded is not saved as the window closes, although it could be by then. */
static void
test_discarded_at_the_end (Fixture *f, gconstpointer data)
{
  g_autofree char *id = g_strdup (galley_claim_get_id (choose (f, 1)));
  g_autofree char *article = g_strdup (get_article (f));
  g_autoptr (GalleyCheck) check = NULL;
  GtkWidget *dialog;
  GError *error = NULL;

  type (f, "Note", "half a sen");
  do_other (f, galley_verb_sign_off (article, 0, "Ben", "all of it", G_MAXINT));
  WAIT_UNTIL (galley_window_is_frozen (f->window.window));
  galley_window_flush (f->window.window);
  WAIT_UNTIL (get_n_failed (f) == 1);
  gtk_widget_grab_focus (GTK_WIDGET (f->window.window->article_view));
  do_other (f, galley_verb_reopen (article, "too early"));
  WAIT_UNTIL (!galley_window_is_frozen (f->window.window));

  f->window.window->is_closing = TRUE;
  gtk_window_close (GTK_WINDOW (f->window.window));
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (&f->window)) != NULL);
  window_fixture_press (dialog, "Close and Discard");
  WAIT_UNTIL (f->window.window == NULL);
  check = galley_desk_load (f->other, article, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (
      galley_claim_get_note (galley_claim_list_find (galley_check_get_claims (check), id)));
  window_fixture_open (&f->window);
}

/* Whoever reads a claim that somebody else takes out does not decide about the next one instead. */
static void
test_chosen_claim_deleted (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = choose (f, 0);
  const char *ids[] = { galley_claim_get_id (claim), NULL };

  gtk_widget_grab_focus (GTK_WIDGET (f->window.window->claims_pane));
  do_other (f, galley_verb_delete_claims (ids));
  WAIT_UNTIL (window_fixture_count_claims (&f->window) == 1);
  g_assert_null (get_chosen (f));
  g_assert_null (galley_window_get_claim (f->window.window));
}

/* Nor if a blank in it is selected, which is nothing to decide about. */
static void
test_claim_deleted_around_blank (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = choose (f, 0);
  const char *ids[] = { galley_claim_get_id (claim), NULL };
  guint start = galley_claim_get_range (claim).start;

  galley_article_view_select (f->window.window->article_view,
                              (GalleyRange){ start + strlen ("It"), start + strlen ("It ") });
  g_assert_true (galley_window_get_claim (f->window.window) == claim);
  do_other (f, galley_verb_delete_claims (ids));
  WAIT_UNTIL (window_fixture_count_claims (&f->window) == 1);
  g_assert_null (galley_window_get_claim (f->window.window));
  g_assert_null (get_chosen (f));
}

/* A claim that somebody else moves gets no verdict of who has not seen its words, whatever tells.
 */
static void
test_moved_claim (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = choose (f, 0);
  GalleyDocument *document = galley_check_get_document (f->window.window->check);
  GalleyRange range = galley_claim_get_range (claim);
  GalleyStatus before = galley_claim_get_status (claim);

  g_file_monitor_cancel (f->window.window->desk->monitor);
  range.end -= 4;
  do_other (f, galley_verb_move (claim, document, range));
  window_fixture_act (&f->window, before == GALLEY_STATUS_DISPUTED ? "confirm" : "dispute");
  WAIT_UNTIL (get_n_failed (f) == 1);
  g_assert_nonnull (strstr (galley_saver_get_error_message (f->window.window->saver),
                            "stands on other words by now"));
  g_assert_cmpint (galley_claim_get_status (claim), ==, before);

  /* It waits, for words that are the same again, too. */
  range.end += 4;
  do_other (f, galley_verb_move (claim, document, range));
  window_fixture_act (&f->window, "retry-save");
  WAIT_UNTIL (galley_claim_get_status (claim) != before);
  g_assert_cmpuint (get_n_failed (f), ==, 0);
}

/* Nor is a claim that somebody else's draft has moved shown where it stands in that draft, in the
 * words of the one before. */
static void
test_verdict_after_draft (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) before = g_object_ref (f->window.window->check);
  GalleyClaim *claim = choose (f, 1);
  g_autofree char *id = g_strdup (galley_claim_get_id (claim));
  GalleyRange range = galley_claim_get_range (claim);

  g_file_monitor_cancel (f->window.window->desk->monitor);
  give_draft (f, "Rain in the Valley\n\nEverybody went to the fair. The river rose by 2 meters.\n");
  window_fixture_act (&f->window, "confirm");
  WAIT_UNTIL (f->window.window->check != before && f->window.window->load == NULL);
  claim = galley_claim_list_find (galley_check_get_claims (before), id);
  g_assert_true (galley_range_equal (galley_claim_get_range (claim), range));

  claim = galley_claim_list_find (galley_check_get_claims (f->window.window->check), id);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
  g_assert_false (galley_range_equal (galley_claim_get_range (claim), range));
}

static void
test_article_removed (Fixture *f, gconstpointer data)
{
  do_other (f, galley_verb_remove_article (get_article (f)));
  WAIT_UNTIL (f->window.window->check == NULL);
  g_assert_true (window_fixture_shows (f->window.window->stack, "empty"));
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (f->window.window),
                                     "Another program took this article out of the library") !=
              NULL);
}

/* Somebody who comes back to the window is shown what is there, also where nothing tells that a
 * file has changed. */
static void
test_no_monitor (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = choose (f, 0);

  g_file_monitor_cancel (f->window.window->desk->monitor);
  judge_other (f, galley_claim_get_id (claim), GALLEY_STATUS_DISPUTED, NULL);
  g_object_notify (G_OBJECT (f->window.window), "is-active");
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED);
}

/* What the desk wants of claims is said of the one that is chosen. */
static void
test_settings (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = GTK_WIDGET (f->window.window->claim_panel);

  choose (f, 1);
  WAIT_UNTIL (fixture_find_by_label (panel, "Missing: a reason, a correction or a note") != NULL);
  do_other (f, galley_verb_change_setting ("disputed.reason", "no"));
  WAIT_UNTIL (fixture_find_by_label (panel, "Missing: a correction or a note") != NULL);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* The other program marks every letter. */
static void
mark_many (Fixture *f)
{
  GError *error = NULL;
  g_autoptr (GalleyCheck) check = galley_desk_load (f->other, get_article (f), NULL, &error);
  g_autofree GalleyMark *marks = g_new0 (GalleyMark, MANY);

  for (guint i = 0; i < MANY; i++)
    marks[i] = (GalleyMark){ { i % 30, i % 30 + 1 + i % 7 }, GALLEY_STATUS_PENDING, NULL, NULL };
  do_other (f, galley_verb_mark (get_article (f), galley_check_get_document (check), marks, MANY));
}

/* One verdict among many claims: no list is filled again, and no text set. */
static void
test_one_among_many (Fixture *f, gconstpointer data)
{
  GalleyClaimList *claims = galley_check_get_claims (f->window.window->check);
  GtkWidget *text = fixture_find (GTK_WIDGET (f->window.window->article_view), is_text_view, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  guint n_lists = 0, n_texts = 0;
  GalleyClaim *claim;

  mark_many (f);
  WAIT_UNTIL (window_fixture_count_claims (&f->window) == MANY + 2);
  claim = choose (f, MANY / 2);
  g_signal_connect_swapped (claims, "items-changed", G_CALLBACK (count_cb), &n_lists);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (count_cb), &n_texts);
  judge_other (f, galley_claim_get_id (claim), GALLEY_STATUS_DISPUTED, NULL);
  WAIT_UNTIL (galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED);
  g_assert_true (get_chosen (f) == claim);
  g_assert_cmpuint (n_lists, ==, 0);
  g_assert_cmpuint (n_texts, ==, 0);
  g_signal_handlers_disconnect_by_data (claims, &n_lists);
  g_signal_handlers_disconnect_by_data (buffer, &n_texts);
}

/* In a session: what others decide is on the stage, and what is typed stays. */
static void
test_session (Fixture *f, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (&f->window);
  g_autofree char *quote = g_strdup (session_fixture_get_quote (window));
  GalleySession *session = session_fixture_get_session (window);
  GalleyReviewPoint *point = galley_review_get_current (galley_review_window_get_review (window));
  GalleyResolution resolution = { .ruling = GALLEY_RULING_VERDICT,
                                  .status = GALLEY_STATUS_CONFIRMED,
                                  .decider = "Ben" };

  gtk_editable_set_text (window->words, "half a sen");
  gtk_widget_grab_focus (GTK_WIDGET (window->words));
  do_other (f,
            galley_verb_decide (session, galley_review_point_get_point (point),
                                galley_review_point_get_claim (point),
                                galley_check_get_document (f->window.window->check), &resolution));
  WAIT_UNTIL (session_fixture_get_session (window)->decisions->len == 1);
  g_assert_nonnull (fixture_find_by_label (GTK_WIDGET (window->stage), "Decided"));
  g_assert_cmpstr (session_fixture_get_quote (window), ==, quote);
  g_assert_cmpstr (gtk_editable_get_text (window->words), ==, "half a sen");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (window->words)));
}

/* The point that people talk about is the same one in the new draft. */
static void
test_session_and_draft (Fixture *f, gconstpointer data)
{
  GalleyReviewWindow *window = session_fixture_start (&f->window);
  GalleyCheck *before = galley_review_get_check (galley_review_window_get_review (window));

  session_fixture_act (&f->window, window, "session.next");
  g_assert_cmpstr (session_fixture_get_quote (window), ==, "It rained for 3 days in May.");
  gtk_editable_set_text (window->words, "half a sen");
  give_draft (f,
              "Rain in the Valley\n\nIt rained for 3 days in May. The river rose by 2 meters.\n");
  WAIT_UNTIL (galley_review_get_check (galley_review_window_get_review (window)) != before);
  g_assert_cmpstr (session_fixture_get_quote (window), ==, "It rained for 3 days in May.");
  g_assert_cmpstr (gtk_editable_get_text (window->words), ==, "half a sen");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/window-following/verdict", test_verdict);
  ADD ("/window-following/own", test_own);
  ADD ("/window-following/reason-of-former-verdict", test_reason_of_former_verdict);
  ADD ("/window-following/reason-of-several", test_reason_of_several);
  ADD ("/window-following/draft-while-typing", test_draft_while_typing);
  ADD ("/window-following/note-while-typing", test_note_while_typing);
  ADD ("/window-following/correction-while-typing", test_correction_while_typing);
  ADD ("/window-following/draft-without-the-claim", test_draft_without_the_claim);
  ADD ("/window-following/edited-note-without-the-claim", test_edited_note_without_the_claim);
  ADD ("/window-following/signed-while-typing", test_signed_while_typing);
  ADD ("/window-following/discarded-at-the-end", test_discarded_at_the_end);
  ADD ("/window-following/chosen-claim-deleted", test_chosen_claim_deleted);
  ADD ("/window-following/claim-deleted-around-blank", test_claim_deleted_around_blank);
  ADD ("/window-following/moved-claim", test_moved_claim);
  ADD ("/window-following/verdict-after-draft", test_verdict_after_draft);
  ADD ("/window-following/article-removed", test_article_removed);
  ADD ("/window-following/no-monitor", test_no_monitor);
  ADD ("/window-following/settings", test_settings);
  ADD ("/window-following/one-among-many", test_one_among_many);
  ADD ("/window-following/session", test_session);
  ADD ("/window-following/session-and-draft", test_session_and_draft);
#undef ADD

  return g_test_run ();
}
