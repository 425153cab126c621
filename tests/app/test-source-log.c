/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-attachment-row.h"
#include "galley-form-dialog.h"
#include "galley-record-verbs.h"
#include "galley-source-form.h"
#include "galley-source-log.h"

/* The window of the source log over a library. */

#define N_SOURCES 5000

static gboolean
is_a (GtkWidget *widget, gconstpointer type_name)
{
  return g_strcmp0 (G_OBJECT_TYPE_NAME (widget), type_name) == 0;
}

static GListModel *
get_entries (WindowFixture *fixture)
{
  return galley_log_book_get_entries (fixture->window->log_book);
}

static void
perform (WindowFixture *fixture, GalleyAction *action)
{
  galley_saver_perform (fixture->window->saver, action, NULL, NULL, NULL);
  WAIT_UNTIL (galley_saver_get_n_running (fixture->window->saver) == 0);
  g_assert_cmpuint (galley_saver_get_n_failed (fixture->window->saver), ==, 0);
}

static void
add_source (WindowFixture *fixture, const char *title)
{
  GalleySourceFields fields = { .texts = { [GALLEY_SOURCE_TITLE] = title } };
  g_autoptr (GalleyAction) action = galley_verb_add_source (&fields, /* attachment= */ NULL);

  WAIT_UNTIL (galley_log_book_is_loaded (fixture->window->log_book));
  perform (fixture, action);
}

static const char *
get_id (WindowFixture *fixture, guint position)
{
  g_autoptr (GalleyLogEntry) entry = g_list_model_get_item (get_entries (fixture), position);

  return galley_log_entry_get_source (entry)->id;
}

static GtkWidget *
open_log (WindowFixture *fixture)
{
  WAIT_UNTIL (galley_log_book_is_loaded (fixture->window->log_book));
  window_fixture_act (fixture, "source-log");
  WAIT_UNTIL (fixture->window->source_log != NULL &&
              gtk_widget_get_mapped (GTK_WIDGET (fixture->window->source_log)));

  return GTK_WIDGET (fixture->window->source_log);
}

/* A drop-down has a list of its own. */
static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) == NULL;
}

static GtkSelectionModel *
get_model (GtkWidget *log)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (fixture_find (log, is_list, NULL)));
}

static guint
count_shown (GtkWidget *log)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_model (log)));
}

static const char *
get_shown (GtkWidget *log, guint position)
{
  g_autoptr (GalleyLogEntry) entry =
      g_list_model_get_item (G_LIST_MODEL (get_model (log)), position);

  return galley_log_entry_get_source (entry)->texts[GALLEY_SOURCE_TITLE];
}

static void
choose (GtkWidget *log, guint position)
{
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_model (log)), position);
}

static void
search (GtkWidget *log, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (log, is_a, "GtkSearchEntry")), words);
}

static void
sort (GtkWidget *log, guint order)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (fixture_find (log, is_a, "GtkDropDown")), order);
}

static GtkWidget *
find_form (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GALLEY_IS_FORM_DIALOG (window) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static void
use_source (WindowFixture *fixture, const char *id)
{
  GalleyCitation citation = { .source_id = id };
  g_autoptr (GalleyAction) action = NULL;

  window_fixture_import_and_open (fixture);
  galley_article_view_set_caret (fixture->window->article_view, 20);
  window_fixture_act (fixture, "mark");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  action = galley_verb_add_evidence (galley_claim_get_id (galley_claim_list_peek (
                                         galley_check_get_claims (fixture->window->check), 0)),
                                     &citation);
  perform (fixture, action);
}

static void
test_adds_edits_undoes (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *log = open_log (fixture), *dialog, *undo;

  WAIT_UNTIL (fixture_find_by_label (log, "No Sources Yet") != NULL);
  gtk_widget_activate_action (log, "log.add", NULL);
  WAIT_UNTIL ((dialog = find_form ()) != NULL);
  galley_form_dialog_save (GALLEY_FORM_DIALOG (dialog));
  g_assert_cmpuint (galley_saver_get_n_running (fixture->window->saver), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, is_a, "AdwEntryRow")), "Port log");
  galley_form_dialog_save (GALLEY_FORM_DIALOG (dialog));
  WAIT_UNTIL (find_form () == NULL);
  WAIT_UNTIL (count_shown (log) == 1);

  choose (log, 0);
  gtk_widget_activate_action (log, "log.edit", NULL);
  WAIT_UNTIL ((dialog = find_form ()) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, is_a, "AdwEntryRow")), "Harbour log");
  galley_form_dialog_save (GALLEY_FORM_DIALOG (dialog));
  WAIT_UNTIL (find_form () == NULL);
  g_assert_cmpstr (get_shown (log, 0), ==, "Harbour log");
  WAIT_UNTIL (fixture_find_by_label (log, "Source changed") != NULL);

  undo = fixture_find_by_action (log, "log.undo-unit");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  WAIT_UNTIL (g_strcmp0 (get_shown (log, 0), "Port log") == 0);
}

static void
test_removes_only_what_is_not_used (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *log;

  add_source (fixture, "Used");
  use_source (fixture, get_id (fixture, 0));
  add_source (fixture, "Not used");
  log = open_log (fixture);
  WAIT_UNTIL (count_shown (log) == 2);

  choose (log, 0);
  gtk_widget_activate_action (log, "log.remove", NULL);
  WAIT_UNTIL (count_shown (log) == 1);

  choose (log, 0);
  WAIT_UNTIL (fixture_find_by_label (log, "Used for 1 claim") != NULL);
  gtk_widget_activate_action (log, "log.remove", NULL);
  WAIT_UNTIL (fixture_find_by_label (
                  log, "This source is used for a claim, so it stays in the log") != NULL);
  g_assert_cmpuint (count_shown (log), ==, 1);
  g_assert_cmpuint (galley_saver_get_n_failed (fixture->window->saver), ==, 0);
}

static void
test_leads_to_claims (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *log, *row;

  add_source (fixture, "Used");
  use_source (fixture, get_id (fixture, 0));
  galley_article_view_set_current_claim (fixture->window->article_view, NULL);
  galley_window_close_article (fixture->window);
  log = open_log (fixture);
  WAIT_UNTIL (count_shown (log) == 1);
  choose (log, 0);
  WAIT_UNTIL ((row = fixture_find_by_label (log, "It rained for 3 days in May.")) != NULL);

  row = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX), "row-activated", row);
  WAIT_UNTIL (fixture->window->check != NULL);
  g_assert_nonnull (galley_article_view_get_current_claim (fixture->window->article_view));
}

static void
test_sorts_and_searches (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *log;

  add_source (fixture, "Alpha minutes");
  use_source (fixture, get_id (fixture, 0));
  add_source (fixture, "Zeta report");
  add_source (fixture, "Émile’s diary");
  log = open_log (fixture);
  WAIT_UNTIL (count_shown (log) == 3);

  g_assert_cmpstr (get_shown (log, 0), ==, "Émile’s diary");
  sort (log, 0);
  g_assert_cmpstr (get_shown (log, 0), ==, "Alpha minutes");
  g_assert_cmpstr (get_shown (log, 1), ==, "Émile’s diary");
  choose (log, 0);
  WAIT_UNTIL (fixture_find_by_label (log, "Used for 1 claim") != NULL);
  sort (log, 2);
  g_assert_cmpstr (get_shown (log, 0), ==, "Alpha minutes");

  search (log, "emil");
  g_assert_cmpuint (count_shown (log), ==, 1);
  search (log, "nothing of the kind");
  WAIT_UNTIL (fixture_find_by_label (log, "Nothing Found") != NULL);

  /* Escape takes the search back, and then closes. */
  g_signal_emit_by_name (fixture_find (log, is_a, "GtkSearchEntry"), "stop-search");
  g_assert_cmpuint (count_shown (log), ==, 3);
  g_assert_nonnull (fixture->window->source_log);
  g_signal_emit_by_name (fixture_find (log, is_a, "GtkSearchEntry"), "stop-search");
  WAIT_UNTIL (fixture->window->source_log == NULL);
}

static void
test_attaches_files (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = window_fixture_create_file (fixture, "minutes.txt", "Present: nobody.");
  g_autoptr (GBytes) bytes = NULL;
  GtkWidget *dialog, *row;
  GalleySource *source;

  WAIT_UNTIL (galley_log_book_is_loaded (fixture->window->log_book));
  dialog = GTK_WIDGET (galley_source_form_open (GTK_WINDOW (fixture->window),
                                                fixture->window->log_book, /* source= */ NULL));
  row = fixture_find (dialog, is_a, "GalleyAttachmentRow");
  WAIT_UNTIL (gtk_widget_is_sensitive (fixture_find_by_action (row, "attachment.choose")));
  g_assert_false (gtk_widget_is_sensitive (fixture_find_by_action (row, "attachment.open")));
  galley_attachment_row_attach (GALLEY_ATTACHMENT_ROW (row), file);
  WAIT_UNTIL (galley_attachment_row_get_new_bytes (GALLEY_ATTACHMENT_ROW (row)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, is_a, "AdwEntryRow")), "Minutes");
  galley_form_dialog_save (GALLEY_FORM_DIALOG (dialog));
  WAIT_UNTIL (g_list_model_get_n_items (get_entries (fixture)) == 1);

  source = galley_log_book_find (fixture->window->log_book, get_id (fixture, 0));
  g_assert_cmpstr (source->texts[GALLEY_SOURCE_ATTACHMENT_NAME], ==, "minutes.txt");
  bytes = galley_desk_read_attachment (fixture->window->desk,
                                       source->texts[GALLEY_SOURCE_ATTACHMENT], NULL, NULL);
  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "Present: nobody.",
                   16);

  /* It is there again, and goes when it is taken out. */
  WAIT_UNTIL (find_form () == NULL);
  dialog = GTK_WIDGET (
      galley_source_form_open (GTK_WINDOW (fixture->window), fixture->window->log_book, source));
  WAIT_UNTIL (fixture_find_by_label (dialog, "16 bytes") != NULL);
  row = fixture_find (dialog, is_a, "GalleyAttachmentRow");
  gtk_widget_activate_action (row, "attachment.remove", NULL);
  galley_form_dialog_save (GALLEY_FORM_DIALOG (dialog));
  WAIT_UNTIL (find_form () == NULL);
  source = galley_log_book_find (fixture->window->log_book, get_id (fixture, 0));
  g_assert_null (source->texts[GALLEY_SOURCE_ATTACHMENT]);
}

static GtkWidget *
attach_and_reopen (WindowFixture *fixture, GFile *file)
{
  GtkWidget *dialog = GTK_WIDGET (galley_source_form_open (
      GTK_WINDOW (fixture->window), fixture->window->log_book, /* source= */ NULL));
  GtkWidget *row = fixture_find (dialog, is_a, "GalleyAttachmentRow");

  galley_attachment_row_attach (GALLEY_ATTACHMENT_ROW (row), file);
  WAIT_UNTIL (galley_attachment_row_get_new_bytes (GALLEY_ATTACHMENT_ROW (row)) != NULL);
  g_assert_false (gtk_widget_is_sensitive (fixture_find_by_action (row, "attachment.compare")));
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, is_a, "AdwEntryRow")), "Minutes");
  galley_form_dialog_save (GALLEY_FORM_DIALOG (dialog));
  WAIT_UNTIL (find_form () == NULL);

  return GTK_WIDGET (galley_source_form_open (
      GTK_WINDOW (fixture->window), fixture->window->log_book,
      galley_log_book_find (fixture->window->log_book, get_id (fixture, 0))));
}

/* The place of a file that was attached here is known; what is said is found out each time. */
static void
test_compares_attachments (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = window_fixture_create_file (fixture, "minutes.txt", "Present: nobody.");
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *same = g_strdup_printf ("“%s” is still what was attached", path);
  g_autofree char *changed = g_strdup_printf ("“%s” is not what was attached any more", path);
  g_autofree char *gone = g_strdup_printf ("“%s” is not there any more", path);
  GtkWidget *dialog, *row;

  WAIT_UNTIL (galley_log_book_is_loaded (fixture->window->log_book));
  dialog = attach_and_reopen (fixture, file);
  WAIT_UNTIL (fixture_find_by_label (dialog, "16 bytes") != NULL);
  row = fixture_find (dialog, is_a, "GalleyAttachmentRow");
  gtk_widget_activate_action (row, "attachment.compare", NULL);
  WAIT_UNTIL (fixture_find_by_label (dialog, same) != NULL);

  /* As large as before, but not the same. */
  g_assert_true (g_file_set_contents (path, "Present: almost.", -1, NULL));
  gtk_widget_activate_action (row, "attachment.compare", NULL);
  WAIT_UNTIL (fixture_find_by_label (dialog, changed) != NULL);
  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  gtk_widget_activate_action (row, "attachment.compare", NULL);
  WAIT_UNTIL (fixture_find_by_label (dialog, changed) != NULL);
  g_assert_true (g_file_delete (file, NULL, NULL));
  gtk_widget_activate_action (row, "attachment.compare", NULL);
  WAIT_UNTIL (fixture_find_by_label (dialog, gone) != NULL);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (find_form () == NULL);
}

static gboolean is_broken;

static GalleyAction *
make_action (GtkWidget *form)
{
  return is_broken ? galley_verb_remove_evidence ("nothing")
                   : galley_source_form_make_action (form);
}

/* What was filled in stays, and saving again takes the place of what failed. */
static void
test_stays_until_saved (WindowFixture *fixture, gconstpointer data)
{
  GalleySourceForm *form;
  GtkWidget *dialog, *title;

  WAIT_UNTIL (galley_log_book_is_loaded (fixture->window->log_book));
  form = galley_source_form_new (fixture->window->log_book, /* source= */ NULL);
  dialog =
      GTK_WIDGET (galley_form_dialog_new (GTK_WINDOW (fixture->window), "Test", GTK_WIDGET (form),
                                          fixture->window->saver, make_action));
  gtk_window_present (GTK_WINDOW (dialog));
  title = fixture_find (dialog, is_a, "AdwEntryRow");
  gtk_editable_set_text (GTK_EDITABLE (title), "Precious");

  is_broken = TRUE;
  galley_form_dialog_save (GALLEY_FORM_DIALOG (dialog));
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (galley_saver_get_n_failed (fixture->window->saver) == 1);
  g_assert_true (gtk_widget_get_mapped (dialog));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Precious");

  is_broken = FALSE;
  galley_form_dialog_save (GALLEY_FORM_DIALOG (dialog));
  WAIT_UNTIL (g_list_model_get_n_items (get_entries (fixture)) == 1);
  WAIT_UNTIL (find_form () == NULL);
  g_assert_cmpuint (galley_saver_get_n_failed (fixture->window->saver), ==, 0);
}

static void
add_many_sources (WindowFixture *fixture)
{
  g_autoptr (GalleyAction) all = galley_action_new ("add-source");

  for (guint i = 0; i < N_SOURCES; i++)
    {
      g_autofree char *title = g_strdup_printf ("Report %u on the state of the valley", i);
      GalleySourceFields fields = { .texts = { [GALLEY_SOURCE_TITLE] = title } };
      g_autoptr (GalleyAction) one = galley_verb_add_source (&fields, /* attachment= */ NULL);
      GalleyChange *change = g_ptr_array_index (one->changes, 0);

      galley_action_add (all, change->kind, /* article_id= */ NULL, change->subject_id,
                         change->body);
    }
  galley_saver_perform (fixture->window->saver, all, NULL, NULL, NULL);
  WAIT_UNTIL (g_list_model_get_n_items (get_entries (fixture)) == N_SOURCES);
}

static void
test_many (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *log;
  gint64 begin_us;

  WAIT_UNTIL (galley_log_book_is_loaded (fixture->window->log_book));
  add_many_sources (fixture);
  log = open_log (fixture);
  begin_us = g_get_monotonic_time ();
  search (log, "report 429");
  g_test_message ("search: %" G_GINT64_FORMAT " us", g_get_monotonic_time () - begin_us);
  g_assert_cmpuint (count_shown (log), ==, 11);
  search (log, "");
  begin_us = g_get_monotonic_time ();
  sort (log, 0);
  g_test_message ("sort: %" G_GINT64_FORMAT " us", g_get_monotonic_time () - begin_us);
  g_assert_cmpstr (get_shown (log, 0), ==, "Report 0 on the state of the valley");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/source-log/" name, WindowFixture, NULL, window_fixture_set_up, func,               \
              window_fixture_tear_down)
  ADD ("adds-edits-undoes", test_adds_edits_undoes);
  ADD ("removes-only-what-is-not-used", test_removes_only_what_is_not_used);
  ADD ("leads-to-claims", test_leads_to_claims);
  ADD ("sorts-and-searches", test_sorts_and_searches);
  ADD ("attaches-files", test_attaches_files);
  ADD ("compares-attachments", test_compares_attachments);
  ADD ("stays-until-saved", test_stays_until_saved);
  ADD ("many", test_many);
#undef ADD

  return g_test_run ();
}
