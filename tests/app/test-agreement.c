/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-agreement-window.h"
#include "galley-reading-verbs.h"

#include <string.h>

/* How far readers agree, on the screen and as it goes out; and what of it a reader is shown. */

static gboolean
begins_with (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static void
act (WindowFixture *fixture, const char *action)
{
  window_fixture_act (fixture, action);
  WAIT_UNTIL (galley_saver_get_n_running (fixture->window->saver) == 0);
}

static void
perform (WindowFixture *fixture, GalleyAction *action)
{
  galley_window_perform (fixture->window, action, /* toast= */ NULL);
  WAIT_UNTIL (galley_saver_get_n_running (fixture->window->saver) == 0);
  galley_action_unref (action);
}

static GalleyClaim *
choose_claim (WindowFixture *fixture)
{
  GalleyClaim *claim = galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0);

  galley_article_view_set_current_claim (fixture->window->article_view, claim);
  return claim;
}

/* A claim that is confirmed, and of which whoever works here reads as a second one. */
static void
start (WindowFixture *fixture)
{
  GalleyReadingChoice choice = { .scope = GALLEY_READING_ALL };
  g_autoptr (GPtrArray) claims = NULL;

  window_fixture_import_and_open (fixture);
  galley_article_view_set_caret (fixture->window->article_view, 22);
  act (fixture, "mark");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  choose_claim (fixture);
  act (fixture, "confirm");
  claims = galley_reading_choose (galley_check_get_claims (fixture->window->check), &choice);
  perform (fixture, galley_verb_start_reading (
                        galley_article_get_id (galley_check_get_article (fixture->window->check)),
                        claims, &choice));
  WAIT_UNTIL (galley_window_is_blind (fixture->window));
}

/* Whether it says where something went, sign for sign. */
static gboolean
says_name (GtkWidget *widget, gconstpointer start)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), "Exported to “") &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), start) != NULL;
}

/* The file has signs in its name that mean something in markup. */
static char *
write_as (WindowFixture *fixture, GtkWidget *agreement, const char *format)
{
  g_autofree char *name = g_strdup_printf ("R&D <agreement>.%s", format);
  g_autofree char *path = window_fixture_get_path (fixture, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *content = NULL;

  galley_agreement_window_write (GALLEY_AGREEMENT_WINDOW (agreement), file, format);
  WAIT_UNTIL (fixture_find (agreement, says_name, "/R&D <agreement>.") != NULL &&
              g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));

  return content;
}

static void
test_export (WindowFixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "pdf", "docx", "odt" };
  GtkWidget *agreement;
  g_autofree char *html = NULL, *csv = NULL, *text = NULL;

  start (fixture);
  g_assert_false (window_fixture_is_enabled (fixture, "agreement"));
  choose_claim (fixture);
  act (fixture, "dispute");
  perform (fixture, galley_verb_end_reading (galley_check_get_reading (fixture->window->check)));
  WAIT_UNTIL (!galley_window_is_blind (fixture->window));

  window_fixture_act (fixture, "agreement");
  WAIT_UNTIL ((agreement = window_fixture_find_dialog (fixture)) != NULL);
  html = write_as (fixture, agreement, "html");
  g_assert_nonnull (strstr (html, "Where Readers Disagree"));
  csv = write_as (fixture, agreement, "csv");
  g_assert_true (g_str_has_prefix (csv, "claim,quote,reader,reading,by,status,"));
  text = write_as (fixture, agreement, "text");
  g_assert_nonnull (strstr (text, "Claims on which readers disagree: 1"));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *content = write_as (fixture, agreement, formats[i]);

      g_assert_true (g_str_has_prefix (content, i == 0 ? "%PDF" : "PK"));
    }
  gtk_window_destroy (GTK_WINDOW (agreement));
}

static gboolean
is_export_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget) &&
         g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)), "_Export") == 0;
}

static void
test_nothing (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *agreement;

  window_fixture_import_and_open (fixture);
  window_fixture_act (fixture, "agreement");
  WAIT_UNTIL ((agreement = window_fixture_find_dialog (fixture)) != NULL);
  g_assert_false (
      gtk_widget_get_sensitive (fixture_find (agreement, is_export_button, /* data= */ NULL)));
  gtk_window_destroy (GTK_WINDOW (agreement));
}

/* What is not judged stands at no status, and a reason alone makes none. */
static void
test_not_judged (WindowFixture *fixture, gconstpointer data)
{
  GalleyClaimList *claims;
  GalleyClaim *claim;

  start (fixture);
  claims = galley_check_get_claims (fixture->window->check);
  claim = choose_claim (fixture);
  g_assert_true (galley_claim_is_unjudged (claim));
  g_assert_cmpuint (galley_claim_list_get_n_unjudged (claims), ==, 1);
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    g_assert_cmpuint (galley_claim_list_get_n_with_status (claims, i), ==, 0);
  WAIT_UNTIL (fixture_find (GTK_WIDGET (fixture->window), begins_with, "Give a verdict first") !=
              NULL);
  act (fixture, "pending");
  WAIT_UNTIL (!galley_claim_is_unjudged (claim));
  g_assert_cmpuint (galley_claim_list_get_n_with_status (claims, GALLEY_STATUS_PENDING), ==, 1);
  act (fixture, "undo");
  WAIT_UNTIL (galley_claim_is_unjudged (claim));
  g_assert_false (window_fixture_is_enabled (fixture, "undo"));
  act (fixture, "redo");
  WAIT_UNTIL (!galley_claim_is_unjudged (claim));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/agreement/" name, WindowFixture, NULL, window_fixture_set_up, func,                \
              window_fixture_tear_down)
  ADD ("export", test_export);
  ADD ("nothing", test_nothing);
  ADD ("not-judged", test_not_judged);
#undef ADD

  return g_test_run ();
}
