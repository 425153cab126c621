/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-evidence-form.h"
#include "galley-evidence-list.h"
#include "galley-form-dialog.h"
#include "galley-record-verbs.h"
#include "galley-suggest-entry.h"

/* Sources as they are used for a claim, with the source log at hand. */

#define N_SOURCES 5000

static void
add_source (WindowFixture *fixture, const char *title, const char *author, const char *address)
{
  GalleySourceFields fields = { .kind = GALLEY_SOURCE_DOCUMENT,
                                .texts = { [GALLEY_SOURCE_TITLE] = title,
                                           [GALLEY_SOURCE_AUTHOR] = author,
                                           [GALLEY_SOURCE_ADDRESS] = address } };
  g_autoptr (GalleyAction) action = galley_verb_add_source (&fields, /* attachment= */ NULL);
  GListModel *entries = galley_log_book_get_entries (fixture->window->log_book);
  guint n_before;

  WAIT_UNTIL (galley_log_book_is_loaded (fixture->window->log_book));
  n_before = g_list_model_get_n_items (entries);
  galley_saver_perform (fixture->window->saver, action, NULL, NULL, NULL);
  WAIT_UNTIL (g_list_model_get_n_items (entries) == n_before + 1);
}

static GalleyClaim *
get_claim (WindowFixture *fixture)
{
  return galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0);
}

static GPtrArray *
get_evidence (WindowFixture *fixture)
{
  return galley_claim_get_evidence (get_claim (fixture));
}

static guint
count_evidence (WindowFixture *fixture)
{
  GPtrArray *evidence = get_evidence (fixture);

  return evidence != NULL ? evidence->len : 0;
}

static void
mark_claim (WindowFixture *fixture)
{
  window_fixture_import_and_open (fixture);
  galley_article_view_set_caret (fixture->window->article_view, 20);
  window_fixture_act (fixture, "mark");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  WAIT_UNTIL (galley_article_view_get_current_claim (fixture->window->article_view) != NULL);
}

static gboolean
is_a (GtkWidget *widget, gconstpointer type_name)
{
  return g_strcmp0 (G_OBJECT_TYPE_NAME (widget), type_name) == 0;
}

static gboolean
is_entry (GtkWidget *widget, gconstpointer placeholder)
{
  return GTK_IS_ENTRY (widget) &&
         g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), placeholder) == 0;
}

static GtkWidget *
find_list (WindowFixture *fixture)
{
  return fixture_find (GTK_WIDGET (fixture->window->claim_panel), is_a, "GalleyEvidenceList");
}

static GtkWidget *
open_form (WindowFixture *fixture)
{
  GtkWidget *form = fixture_find (find_list (fixture), is_a, "GalleyEvidenceForm");

  galley_evidence_list_add (GALLEY_EVIDENCE_LIST (find_list (fixture)));
  WAIT_UNTIL (gtk_widget_get_mapped (form));

  return form;
}

static void
type (GtkWidget *form, const char *placeholder, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (form, is_entry, placeholder)), text);
}

static void
submit (WindowFixture *fixture, GtkWidget *form)
{
  guint n_before = count_evidence (fixture);

  g_signal_emit_by_name (fixture_find (form, is_entry, "Page, paragraph or time code"), "activate");
  WAIT_UNTIL (count_evidence (fixture) == n_before + 1);
}

static GalleyStance
use_source (WindowFixture *fixture, const char *title)
{
  GtkWidget *form = open_form (fixture);

  type (form, "What it is: a document, a person, an agency", title);
  submit (fixture, form);

  return ((GalleyEvidence *) g_ptr_array_index (get_evidence (fixture),
                                                count_evidence (fixture) - 1))
      ->stance;
}

/* A time is read as it is written, whatever the direction of all else. */
static void
test_direction (WindowFixture *fixture, gconstpointer data)
{
  GtkEditable *entry;
  GtkTextDirection before = gtk_widget_get_default_direction ();

  mark_claim (fixture);
  entry = GTK_EDITABLE (fixture_find (open_form (fixture), is_entry, "Year-month-day hour:minute"));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (entry)), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (gtk_editable_get_delegate (entry))), ==,
                   GTK_TEXT_DIR_LTR);
  gtk_widget_set_default_direction (before);
}

/* What is noted for a disputed claim contradicts it, unless somebody says otherwise. */
static void
test_stance_follows_status (WindowFixture *fixture, gconstpointer data)
{
  mark_claim (fixture);
  g_assert_cmpint (use_source (fixture, "Gauge"), ==, GALLEY_STANCE_SUPPORTS);
  window_fixture_act (fixture, "dispute");
  WAIT_UNTIL (galley_claim_get_status (get_claim (fixture)) == GALLEY_STATUS_DISPUTED);
  g_assert_cmpint (use_source (fixture, "Weather service"), ==, GALLEY_STANCE_CONTRADICTS);
  window_fixture_act (fixture, "confirm");
  WAIT_UNTIL (galley_claim_get_status (get_claim (fixture)) == GALLEY_STATUS_CONFIRMED);
  g_assert_cmpint (use_source (fixture, "Mayor"), ==, GALLEY_STANCE_SUPPORTS);
}

static void
test_completes_titles (WindowFixture *fixture, gconstpointer data)
{
  GListModel *entries = galley_log_book_get_entries (fixture->window->log_book);
  GtkWidget *form, *row;

  add_source (fixture, "Climate yearbook", "Ana Ruíz", "https://example.org/yearbook");
  add_source (fixture, "Minutes of the council", NULL, NULL);
  mark_claim (fixture);
  form = open_form (fixture);

  /* By the author, without the accent; the other one does not fit. */
  type (form, "What it is: a document, a person, an agency", "rui");
  WAIT_UNTIL (fixture_find_by_label (form, "Climate yearbook") != NULL);
  g_assert_null (fixture_find_by_label (form, "Minutes of the council"));
  row = gtk_widget_get_ancestor (fixture_find_by_label (form, "Climate yearbook"),
                                 GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX), "row-activated", row);
  WAIT_UNTIL (fixture_find_by_label (form, "From the source log · Document") != NULL);
  submit (fixture, form);

  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 2);
  g_assert_cmpstr (((GalleyEvidence *) g_ptr_array_index (get_evidence (fixture), 0))
                       ->source->texts[GALLEY_SOURCE_AUTHOR],
                   ==, "Ana Ruíz");
}

static void
test_changed_choice_is_another_source (WindowFixture *fixture, gconstpointer data)
{
  GListModel *entries = galley_log_book_get_entries (fixture->window->log_book);
  GtkWidget *form;

  add_source (fixture, "Climate yearbook", NULL, "https://example.org/yearbook");
  mark_claim (fixture);
  form = open_form (fixture);
  type (form, "Where it is: a web address, a phone number", "http://www.example.org/yearbook/");
  WAIT_UNTIL (fixture_find_by_label (form, "From the source log · Document") != NULL);

  /* It is no longer what the log says. */
  type (form, "What it is: a document, a person, an agency", "Another yearbook");
  g_assert_null (fixture_find_by_label (form, "From the source log · Document"));
  submit (fixture, form);
  WAIT_UNTIL (g_list_model_get_n_items (entries) == 2);
}

static void
test_recognises_addresses (WindowFixture *fixture, gconstpointer data)
{
  GListModel *entries = galley_log_book_get_entries (fixture->window->log_book);
  GtkWidget *form;

  add_source (fixture, "Climate yearbook", NULL, "https://example.org/yearbook");
  mark_claim (fixture);
  form = fixture_find (find_list (fixture), is_a, "GalleyEvidenceForm");
  galley_evidence_list_offer (GALLEY_EVIDENCE_LIST (find_list (fixture)),
                              " https://example.org/yearbook/ \n");
  WAIT_UNTIL (gtk_widget_get_mapped (form));
  WAIT_UNTIL (fixture_find_by_label (form, "From the source log · Document") != NULL);
  g_assert_true (galley_evidence_form_is_empty (GALLEY_EVIDENCE_FORM (form)));
  submit (fixture, form);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 1);
}

static void
test_offers_passages (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *form;
  GalleyEvidence *evidence;

  mark_claim (fixture);
  form = fixture_find (find_list (fixture), is_a, "GalleyEvidenceForm");
  galley_evidence_list_offer (GALLEY_EVIDENCE_LIST (find_list (fixture)), "It rained for 3 days.");
  WAIT_UNTIL (gtk_widget_get_mapped (form));
  g_assert_true (galley_evidence_form_is_empty (GALLEY_EVIDENCE_FORM (form)));
  type (form, "What it is: a document, a person, an agency", "Weather service");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (fixture_find (form, is_a, "GtkCheckButton")),
                               TRUE);
  submit (fixture, form);

  evidence = g_ptr_array_index (get_evidence (fixture), 0);
  g_assert_cmpstr (evidence->passage, ==, "It rained for 3 days.");
  g_assert_true (evidence->is_secondary);
  g_assert_cmpint (evidence->consulted_at, !=, 0);
  WAIT_UNTIL (fixture_find_by_label (find_list (fixture), "secondary") != NULL);
}

static void
test_edits_use_and_source (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *form, *dialog;

  mark_claim (fixture);
  form = open_form (fixture);
  type (form, "What it is: a document, a person, an agency", "Weather service");
  submit (fixture, form);

  g_signal_emit_by_name (fixture_find_by_action (find_list (fixture), "evidence.edit"), "clicked");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  type (dialog, "Page, paragraph or time code", "page 4");
  galley_form_dialog_save (GALLEY_FORM_DIALOG (dialog));
  WAIT_UNTIL (fixture_find_by_label (find_list (fixture), "page 4") != NULL ||
              ((GalleyEvidence *) g_ptr_array_index (get_evidence (fixture), 0))->locator != NULL);
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);

  g_signal_emit_by_name (fixture_find_by_action (find_list (fixture), "evidence.edit-source"),
                         "clicked");
  WAIT_UNTIL ((dialog = window_fixture_find_dialog (fixture)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, is_a, "AdwEntryRow")),
                         "National weather service");
  galley_form_dialog_save (GALLEY_FORM_DIALOG (dialog));
  WAIT_UNTIL (window_fixture_find_dialog (fixture) == NULL);
  WAIT_UNTIL (fixture_find_by_label (find_list (fixture), "National weather service") != NULL);
}

/* A key press may take a frame of 60 in a second; the test takes a hundred times that, for machines
 * that do other things as well, and prints what it was. */
static void
test_many_sources (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  const char *const words[] = { "report", "429", NULL };
  gint64 begin_us, took_us;
  guint n_found = 0;

  for (guint i = 0; i < N_SOURCES; i++)
    {
      g_autofree char *title = g_strdup_printf ("The %uth report on the state of the valley", i);
      g_autofree char *address = g_strdup_printf ("https://example.org/reports/%u", i);
      GalleySourceFields fields = { .texts = { [GALLEY_SOURCE_TITLE] = title,
                                               [GALLEY_SOURCE_AUTHOR] = "Ana Ruíz",
                                               [GALLEY_SOURCE_ADDRESS] = address } };
      g_autoptr (GalleySource) source = galley_source_new (title, &fields);

      g_ptr_array_add (entries, galley_log_entry_new (source));
    }

  begin_us = g_get_monotonic_time ();
  for (guint i = 0; i < N_SOURCES; i++)
    n_found += galley_log_entry_fit (g_ptr_array_index (entries, i), "report 429", words) !=
               GALLEY_FIT_NONE;
  took_us = g_get_monotonic_time () - begin_us;
  g_test_message ("%u entries in %" G_GINT64_FORMAT " us", N_SOURCES, took_us);
  /* 429 and 4290 to 4299. */
  g_assert_cmpuint (n_found, ==, 11);
  g_assert_cmpint (took_us, <, 1600 * 1000);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/evidence/" name, WindowFixture, NULL, window_fixture_set_up, func,                 \
              window_fixture_tear_down)
  ADD ("direction", test_direction);
  ADD ("stance-follows-status", test_stance_follows_status);
  ADD ("completes-titles", test_completes_titles);
  ADD ("changed-choice", test_changed_choice_is_another_source);
  ADD ("recognises-addresses", test_recognises_addresses);
  ADD ("offers-passages", test_offers_passages);
  ADD ("edits", test_edits_use_and_source);
#undef ADD
  g_test_add_func ("/evidence/many-sources", test_many_sources);

  return g_test_run ();
}
