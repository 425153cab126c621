/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-export-memory.h"
#include "galley-export.h"
#include "galley-printing.h"
#include "galley-record-verbs.h"

/* Printing without a printer: the operation writes what it would print to a file, and that is read
 * and compared with what the PDF format writes. */

static void
done_cb (GtkPrintOperationResult *result, GtkPrintOperationResult found)
{
  *result = found;
}

/* Prints to a file on paper of the given name. */
static GtkPrintOperationResult
print (GalleyPrinting *printing, const char *path, const char *paper)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (printing);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);
  GtkPrintOperationResult result = GTK_PRINT_OPERATION_RESULT_IN_PROGRESS;
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect_swapped (operation, "done", G_CALLBACK (done_cb), &result);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, /* parent= */ NULL,
                           &error);
  WAIT_UNTIL (result != GTK_PRINT_OPERATION_RESULT_IN_PROGRESS);
  g_signal_handlers_disconnect_by_data (operation, &result);

  return result;
}

/* What a program of its own makes of a PDF. */
static char *
read_with (const char *program, const char *path)
{
  const char *const words[] = { program, "-layout", path, "-", NULL };
  const char *const facts[] = { program, path, NULL };
  g_autofree char *output = NULL;
  int status;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) (g_str_equal (program, "pdfinfo") ? facts : words), NULL,
                G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return g_steal_pointer (&output);
}

static char *
find_fact (const char *path, const char *name)
{
  g_autofree char *facts = read_with ("pdfinfo", path);
  const char *at = strstr (facts, name);

  g_assert_nonnull (at);
  at += strlen (name);
  return g_strstrip (g_strndup (at, strcspn (at, "\n")));
}

/* An article of many pages, with a verdict. */
static void
open_long_article (WindowFixture *fixture)
{
  g_autoptr (GString) text =
      g_string_new ("Rain in the Valley\n\nIt rained for 3 days in May.\n\n");

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text,
                            "Paragraph %u tells that the river rose by %u meters at the bridge, "
                            "and that nobody was hurt, the mayor of the town said.\n\n",
                            i, i + 2);
  window_fixture_import (fixture, "rain.txt", text->str);
  WAIT_UNTIL (window_fixture_shows (fixture->window->article_stack, "article"));
  window_fixture_act (fixture, "next-open");
  window_fixture_act (fixture, "confirm");
  WAIT_UNTIL (galley_claim_list_get_n_with_status (galley_check_get_claims (fixture->window->check),
                                                   GALLEY_STATUS_CONFIRMED) == 1);
}

/* The words without the times of day, of which one is that of printing. */
static char *
read_words (const char *path)
{
  g_autofree char *text = read_with ("pdftotext", path);
  g_autoptr (GRegex) times = g_regex_new ("[\\d-]+ \\d\\d:\\d\\d:\\d\\d", 0, 0, NULL);

  return g_regex_replace_literal (times, text, -1, 0, "time", 0, NULL);
}

static void
test_prints_the_pages_of_the_pdf (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *printed = window_fixture_get_path (fixture, "printed.pdf");
  g_autofree char *written = window_fixture_get_path (fixture, "written.pdf");
  g_autofree char *words = NULL, *expected = NULL, *n_pages = NULL, *n_expected = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (written);
  const GalleyReportOptions options = { .layout = GALLEY_LAYOUT_ANNOTATED,
                                        .paper = GALLEY_PAPER_A4 };
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GalleyPrinting) printing = NULL;
  GalleyCheck *check;

  open_long_article (fixture);
  check = fixture->window->check;
  report = galley_report_new (galley_check_get_article (check), galley_check_get_document (check),
                              galley_check_get_claims (check), galley_check_get_dismissals (check),
                              &options);
  g_assert_true (galley_export_to_file (report, galley_export_find_format ("pdf"), file,
                                        /* cancellable= */ NULL, /* error= */ NULL));

  printing = galley_printing_new (fixture->window->desk, check);
  galley_export_form_choose (galley_printing_get_form (printing), "annotated", NULL);
  g_assert_cmpint (print (printing, printed, GTK_PAPER_NAME_A4), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (galley_printing_get_error (printing));

  words = read_words (printed);
  expected = read_words (written);
  n_pages = find_fact (printed, "Pages:");
  n_expected = find_fact (written, "Pages:");
  g_assert_nonnull (strstr (expected, "Paragraph 399"));
  g_assert_cmpint (atoi (n_expected), >, 10);
  g_assert_cmpstr (n_pages, ==, n_expected);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_paper_is_that_of_the_dialog (WindowFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *paper;
    const char *size;
  } cases[] = {
    { GTK_PAPER_NAME_A4, "595" },
    { GTK_PAPER_NAME_LETTER, "612" },
    { GTK_PAPER_NAME_A5, "419" },
  };
  int n_last = 0;

  open_long_article (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = window_fixture_get_path (fixture, "printed.pdf");
      g_autoptr (GalleyPrinting) printing =
          galley_printing_new (fixture->window->desk, fixture->window->check);
      g_autofree char *size = NULL, *n_pages = NULL;

      g_assert_cmpint (print (printing, path, cases[i].paper), ==,
                       GTK_PRINT_OPERATION_RESULT_APPLY);
      size = find_fact (path, "Page size:");
      n_pages = find_fact (path, "Pages:");
      g_assert_true (g_str_has_prefix (size, cases[i].size));
      g_assert_cmpint (atoi (n_pages), !=, n_last);
      n_last = atoi (n_pages);
    }
}

/* Each layout prints what it holds, and the one that was printed is offered next time. */
static void
test_layout_is_chosen_and_remembered (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = window_fixture_get_path (fixture, "printed.pdf");

  window_fixture_import_and_open (fixture);
  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    {
      g_autoptr (GalleyPrinting) printing =
          galley_printing_new (fixture->window->desk, fixture->window->check);
      g_autofree char *words = NULL, *choice = NULL;
      GalleyLayout offered;

      galley_export_form_choose (galley_printing_get_form (printing),
                                 galley_layout_to_nick (layout), NULL);
      g_assert_cmpint (print (printing, path, GTK_PAPER_NAME_A4), ==,
                       GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_no_error (galley_printing_get_error (printing));
      words = read_words (path);
      g_assert_nonnull (strstr (words, "Rain in the Valley"));

      choice = galley_export_memory_get_choice (/* is_printed= */ TRUE);
      g_assert_cmpstr (choice, ==, galley_layout_to_nick (layout));
      g_object_unref (printing);
      printing = galley_printing_new (fixture->window->desk, fixture->window->check);
      g_assert_true (galley_export_form_has_layout (galley_printing_get_form (printing), &offered));
      g_assert_cmpint (offered, ==, layout);
    }
}

static gboolean
count_cb (gpointer n_turns)
{
  (*(guint *) n_turns)++;

  return G_SOURCE_CONTINUE;
}

static void
cancel_when_asked_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  gtk_print_operation_cancel (operation);
}

/* The only claim has evidence of somebody who must not be named. */
static void
cite_in_confidence (WindowFixture *fixture)
{
  const GalleyCitation citation = {
    .source = { .terms = GALLEY_TERMS_CONFIDENTIAL,
                .texts = { [GALLEY_SOURCE_TITLE] = "Eva Klein",
                           [GALLEY_SOURCE_PSEUDONYM] = "an engineer" } },
    .evidence = { .passage = "It was the third day." },
  };
  GalleyClaim *claim;
  g_autoptr (GalleyAction) action = NULL;

  window_fixture_act (fixture, "next-open");
  window_fixture_act (fixture, "confirm");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  claim = galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0);
  action = galley_verb_add_evidence (galley_claim_get_id (claim), &citation);
  galley_window_perform (fixture->window, action, /* toast= */ NULL);
  WAIT_UNTIL (galley_claim_get_evidence (galley_claim_list_peek (
                  galley_check_get_claims (fixture->window->check), 0)) != NULL);
}

static gboolean
is_confidential_row (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_ACTION_ROW (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)),
                    "_Name Confidential Sources") == 0;
}

/* As in every export: by pseudonyms, unless somebody wants otherwise, this once. */
static void
test_sources_are_masked (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = window_fixture_get_path (fixture, "printed.pdf");

  window_fixture_import_and_open (fixture);
  cite_in_confidence (fixture);
  for (guint is_named = 0; is_named < 2; is_named++)
    {
      g_autoptr (GalleyPrinting) printing =
          galley_printing_new (fixture->window->desk, fixture->window->check);
      GtkWidget *form = GTK_WIDGET (galley_printing_get_form (printing));
      g_autofree char *words = NULL;

      galley_export_form_choose (GALLEY_EXPORT_FORM (form), "annotated", NULL);
      if (is_named)
        gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (
                                   fixture_find (form, is_confidential_row, NULL)))),
                               TRUE);
      g_assert_cmpint (print (printing, path, GTK_PAPER_NAME_A4), ==,
                       GTK_PRINT_OPERATION_RESULT_APPLY);
      words = read_words (path);
      g_assert_cmpint (strstr (words, "Eva Klein") != NULL, ==, is_named);
      g_assert_cmpint (strstr (words, "an engineer") == NULL, ==, is_named);
      g_assert_nonnull (strstr (words, "third day"));
    }
}

/* Cancelled while the pages are being set: nothing is printed, and nothing is left. */
static void
test_cancelled (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = window_fixture_get_path (fixture, "printed.pdf");
  g_autoptr (GalleyPrinting) printing = NULL;

  galley_export_memory_keep ("memo", GALLEY_EXPORT_MEMORY_PRINT, (const char *[]){ NULL });
  open_long_article (fixture);
  printing = galley_printing_new (fixture->window->desk, fixture->window->check);
  galley_export_form_choose (galley_printing_get_form (printing), "annotated", NULL);
  g_signal_connect (printing, "begin-print", G_CALLBACK (cancel_when_asked_cb), NULL);
  g_assert_cmpint (print (printing, path, GTK_PAPER_NAME_A4), ==,
                   GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_no_error (galley_printing_get_error (printing));
  {
    g_autofree char *choice = galley_export_memory_get_choice (/* is_printed= */ TRUE);

    g_assert_cmpstr (choice, ==, "memo");
  }
}

/* The window lives on while pages are set and drawn: what is as urgent as input has its turns. */
static void
test_window_stays_alive (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = window_fixture_get_path (fixture, "printed.pdf");
  g_autoptr (GalleyPrinting) printing = NULL;
  g_autofree char *n_pages = NULL;
  guint n_turns = 0, id;

  open_long_article (fixture);
  printing = galley_printing_new (fixture->window->desk, fixture->window->check);
  id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE + 10, count_cb, &n_turns, NULL);
  g_assert_cmpint (print (printing, path, GTK_PAPER_NAME_A4), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_source_remove (id);
  n_pages = find_fact (path, "Pages:");
  g_assert_cmpuint (n_turns, >, (guint) atoi (n_pages));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(path, test)                                                                            \
  g_test_add ("/app/printing/" path, WindowFixture, NULL, window_fixture_set_up, test,             \
              window_fixture_tear_down)
  ADD ("pages", test_prints_the_pages_of_the_pdf);
  ADD ("paper", test_paper_is_that_of_the_dialog);
  ADD ("layouts", test_layout_is_chosen_and_remembered);
  ADD ("masked", test_sources_are_masked);
  ADD ("cancelled", test_cancelled);
  ADD ("alive", test_window_stays_alive);
#undef ADD

  return g_test_run ();
}
