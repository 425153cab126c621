/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-form-dialog.h"
#include "galley-open-queries.h"
#include "galley-query-item.h"
#include "galley-query-words.h"
#include "galley-record-verbs.h"
#include "galley-text-sheet.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

static gboolean
is_a (GtkWidget *widget, gconstpointer type_name)
{
  return g_strcmp0 (G_OBJECT_TYPE_NAME (widget), type_name) == 0;
}

static GalleyClaim *
get_claim (WindowFixture *fixture)
{
  return galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0);
}

static GalleyQuery *
get_query (WindowFixture *fixture)
{
  GPtrArray *queries = galley_claim_get_queries (get_claim (fixture));

  return queries != NULL && queries->len > 0 ? g_ptr_array_index (queries, 0) : NULL;
}

static GtkWidget *
find_list (WindowFixture *fixture)
{
  return fixture_find (GTK_WIDGET (fixture->window->claim_panel), is_a, "GalleyQueryList");
}

static void
mark_claim (WindowFixture *fixture)
{
  window_fixture_import_and_open (fixture);
  galley_article_view_set_caret (fixture->window->article_view, 20);
  window_fixture_act (fixture, "mark");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  WAIT_UNTIL (window_fixture_is_enabled (fixture, "add-query"));
}

static GtkWidget *
wait_for_dialog (WindowFixture *fixture)
{
  GtkWidget *dialog;

  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  return dialog;
}

static void
write_words (GtkWidget *dialog, const char *words)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture_find (dialog, is_a, "GtkTextView"));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), words, -1);
}

static void
save (WindowFixture *fixture, GtkWidget *dialog)
{
  galley_form_dialog_save (GALLEY_FORM_DIALOG (dialog));
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
}

static void
step (WindowFixture *fixture, const char *action, const char *words)
{
  GtkWidget *dialog;

  g_assert_true (
      gtk_widget_activate_action (find_list (fixture), action, "s", get_query (fixture)->id));
  dialog = wait_for_dialog (fixture);
  write_words (dialog, words);
  save (fixture, dialog);
}

static void
test_asks_answers_decides (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  mark_claim (fixture);
  window_fixture_act (fixture, "add-query");
  dialog = wait_for_dialog (fixture);

  /* Nothing is asked yet. */
  galley_form_dialog_save (GALLEY_FORM_DIALOG (dialog));
  g_assert_cmpuint (galley_saver_get_n_running (fixture->window->saver), ==, 0);
  write_words (dialog, "Who measured that?");
  save (fixture, dialog);
  WAIT_UNTIL (get_query (fixture) != NULL);
  WAIT_UNTIL (fixture_find_by_label (find_list (fixture), "Who measured that?") != NULL);

  step (fixture, "query.answer", "The weather service");
  WAIT_UNTIL (fixture_find_by_label (find_list (fixture), "Answer: The weather service") != NULL);
  step (fixture, "query.decide", "Name it");
  WAIT_UNTIL (fixture_find_by_label (find_list (fixture), "Decision: Name it") != NULL);
  g_assert_cmpstr (get_query (fixture)->answer, ==, "The weather service");
  step (fixture, "query.edit", "Who measured it?");
  WAIT_UNTIL (g_strcmp0 (get_query (fixture)->question, "Who measured it?") == 0);

  g_assert_true (gtk_widget_activate_action (find_list (fixture), "query.remove", "s",
                                             get_query (fixture)->id));
  WAIT_UNTIL (get_query (fixture) == NULL);
}

static GalleySource *
add_source (WindowFixture *fixture)
{
  GalleySourceFields fields = { .terms = GALLEY_TERMS_CONFIDENTIAL,
                                .texts = { [GALLEY_SOURCE_TITLE] = "Eva Klein",
                                           [GALLEY_SOURCE_PSEUDONYM] = "an engineer",
                                           [GALLEY_SOURCE_CONTACT] = "eva@example.org" } };
  g_autoptr (GalleyAction) action = galley_verb_add_source (&fields, /* attachment= */ NULL);
  const char *id = ((GalleyChange *) g_ptr_array_index (action->changes, 0))->subject_id;

  galley_saver_perform (fixture->window->saver, action, NULL, NULL, NULL);
  WAIT_UNTIL (galley_log_book_find (fixture->window->log_book, id) != NULL);

  return galley_log_book_find (fixture->window->log_book, id);
}

static void
ask (WindowFixture *fixture, GalleyAddressee addressee, GalleySource *source, const char *question)
{
  gint64 due_ms = addressee == GALLEY_ADDRESSEE_SOURCE ? g_get_real_time () / 1000 - DAY_MS : 0;
  GalleyQueryFields fields = {
    .addressee = addressee, .source = source, .question = question, .due_at = due_ms
  };
  g_autoptr (GalleyAction) action =
      galley_verb_add_query (galley_claim_get_id (get_claim (fixture)), &fields);

  galley_saver_perform (fixture->window->saver, action, NULL, NULL, NULL);
  WAIT_UNTIL (galley_saver_get_n_running (fixture->window->saver) == 0);
  g_assert_cmpuint (galley_saver_get_n_failed (fixture->window->saver), ==, 0);
}

static void
test_lists_open_ones (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *list;

  mark_claim (fixture);
  ask (fixture, GALLEY_ADDRESSEE_WRITER, NULL, "Who measured that?");
  ask (fixture, GALLEY_ADDRESSEE_SOURCE, add_source (fixture), "How high was it?");
  galley_article_view_set_current_claim (fixture->window->article_view, NULL);

  window_fixture_act (fixture, "open-queries");
  dialog = wait_for_dialog (fixture);
  g_assert_true (GALLEY_IS_OPEN_QUERIES (dialog));
  WAIT_UNTIL (fixture_find_by_label (dialog, "Who measured that?") != NULL);
  WAIT_UNTIL (fixture_find_by_label (dialog, "Eva Klein") != NULL);
  g_assert_nonnull (fixture_find_by_label (dialog, "Writer"));

  /* The heading leads nowhere, the query to its claim. */
  list = fixture_find (dialog, is_a, "GtkListView");
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_null (galley_article_view_get_current_claim (fixture->window->article_view));
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_true (galley_article_view_get_current_claim (fixture->window->article_view) ==
                 get_claim (fixture));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_texts (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) places = NULL, items = NULL;
  g_autofree char *all = NULL, *sheet = NULL;
  GalleySource *source;
  gint64 now_ms = g_get_real_time () / 1000;

  mark_claim (fixture);
  source = add_source (fixture);
  ask (fixture, GALLEY_ADDRESSEE_SOURCE, source, "How high was it?");
  ask (fixture, GALLEY_ADDRESSEE_WRITER, NULL, "Who measured that?");
  places = galley_desk_list_queries (fixture->window->desk, TRUE, NULL, NULL);
  g_assert_nonnull (places);
  items = galley_query_item_list (places);
  g_assert_cmpuint (items->len, ==, 4);

  /* The writer sees the words, a source never does, and nobody learns who it is. */
  all = galley_query_words_format_all (places, now_ms);
  g_assert_nonnull (strstr (all, "“It rained for 3 days in May.”"));
  g_assert_nonnull (strstr (all, "an engineer"));
  g_assert_nonnull (strstr (all, "Overdue"));
  g_assert_null (strstr (all, "Klein"));

  sheet = galley_query_words_format_call_sheet (source, places, now_ms);
  g_assert_nonnull (strstr (sheet, "1. How high was it?"));
  g_assert_nonnull (strstr (sheet, "eva@example.org"));
  g_assert_null (strstr (sheet, "Who measured that?"));
  g_assert_null (strstr (sheet, "rained"));
}

static void
test_writes_mail (WindowFixture *fixture, gconstpointer data)
{
  GalleyTextSheet *sheet = galley_text_sheet_new (GTK_WINDOW (fixture->window), "Réponses",
                                                  "Où ?\n", /* is_mail_too= */ TRUE);
  g_autoptr (GFile) file = window_fixture_create_file (fixture, "draft.eml", "");
  g_autofree char *mail = NULL;

  gtk_window_present (GTK_WINDOW (sheet));
  galley_text_sheet_write (sheet, file, /* is_mail= */ TRUE);
  WAIT_UNTIL (fixture_find_by_label (GTK_WIDGET (sheet), "Saved") != NULL);
  g_assert_true (g_file_load_contents (file, NULL, &mail, NULL, NULL, NULL));
  g_assert_cmpstr (mail, ==,
                   "X-Unsent: 1\r\n"
                   "Subject: =?UTF-8?B?UsOpcG9uc2Vz?=\r\nMIME-Version: 1.0\r\n"
                   "Content-Type: text/plain; charset=UTF-8\r\n"
                   "Content-Transfer-Encoding: base64\r\n\r\nT8O5ID8K\r\n");
  gtk_window_destroy (GTK_WINDOW (sheet));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/queries/" name, WindowFixture, NULL, window_fixture_set_up, func,                  \
              window_fixture_tear_down)
  ADD ("asks-answers-decides", test_asks_answers_decides);
  ADD ("lists-open-ones", test_lists_open_ones);
  ADD ("texts", test_texts);
  ADD ("writes-mail", test_writes_mail);
#undef ADD

  return g_test_run ();
}
