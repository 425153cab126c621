/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture-check.h"
#include "window-fixture.h"

#include "galley-agreement-words.h"
#include "galley-claim-row.h"
#include "galley-names.h"
#include "galley-person-row.h"
#include "galley-plain.h"
#include "galley-reading-form.h"
#include "galley-record-verbs.h"
#include "galley-verbs.h"

#include <string.h>

/* Names of any length: what is shown of them, and that no pane gets wider by them. */

#define N_LETTERS 10000

static char *
make_name (void)
{
  return g_strnfill (N_LETTERS, 'W');
}

static void
test_shorten (void)
{
  static const char *const names[][2] = {
    { "Ana Ruiz", "Ana Ruiz" },
    { "", "" },
    { "Ana\nRuiz", "Ana Ruiz" },
  };
  g_autofree char *long_name = make_name ();
  g_autofree char *shown = galley_names_shorten (long_name);
  g_autofree char *just = g_strnfill (GALLEY_NAMES_MAX, 'n');
  g_autofree char *whole = galley_names_shorten (just);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *found = galley_names_shorten (names[i][0]);

      g_assert_cmpstr (found, ==, names[i][1]);
    }
  g_assert_cmpstr (whole, ==, just);
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (shown, -1), <=, GALLEY_NAMES_MAX);
  g_assert_nonnull (strstr (shown, "…"));
}

/* Words of any usual length stay as they are, with all white space. */
static void
test_tame (void)
{
  static const char text[] = " One  two\n\nthree\t\xc3\xa4 ";
  g_autofree char *word = make_name ();
  g_autofree char *around = g_strconcat ("see ", word, "\nthere", NULL);
  g_autofree char *same = galley_names_tame (text);
  g_autofree char *empty = galley_names_tame ("");
  g_autofree char *tame = galley_names_tame (around);
  g_auto (GStrv) words = g_strsplit_set (tame, " \n", -1);

  g_assert_cmpstr (same, ==, text);
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpuint (g_strv_length (words), ==, 3);
  g_assert_cmpstr (words[2], ==, "there");
  g_assert_cmpint (g_utf8_strlen (words[1], -1), ==, GALLEY_NAMES_MAX_WORD - 1);
}

/* What is written without spaces is no single word: it can be broken anywhere. */
static void
test_without_spaces (void)
{
  static const char *const scripts[] = { "調査報告", "ตรวจสอบ", "ひらがな" };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *tame = NULL;

      while (g_utf8_strlen (text->str, -1) <= 2 * GALLEY_NAMES_MAX_WORD)
        g_string_append (text, scripts[i]);
      tame = galley_names_tame (text->str);
      g_assert_cmpstr (tame, ==, text->str);
    }
}

/* People are told apart by both ends of their names. */
static void
test_ends (void)
{
  g_autofree char *middle = make_name ();
  g_autofree char *first = g_strconcat ("ä", middle, "ö", NULL);
  g_autofree char *shown = galley_names_shorten (first);

  g_assert_true (g_str_has_prefix (shown, "ä"));
  g_assert_true (g_str_has_suffix (shown, "ö"));
}

static int
get_min_width (gpointer widget)
{
  int min;

  gtk_widget_measure (GTK_WIDGET (widget), GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);

  return min;
}

static void
perform (GalleyDesk *desk, GalleyAction *made)
{
  g_autoptr (GalleyAction) action = made;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_perform (desk, action, NULL, &error);

  g_assert_no_error (error);
}

/* Somebody with such a name does everything to a claim that shows a name. */
static void
write_names (const char *path, const char *claim_id, const char *name)
{
  const char *ids[] = { claim_id, NULL };
  GalleyCitation citation = { .source.texts = { [GALLEY_SOURCE_TITLE] = "Registry",
                                                [GALLEY_SOURCE_AUTHOR] = (char *) name,
                                                [GALLEY_SOURCE_ADDRESS] = (char *) name },
                              .evidence.locator = (char *) name };
  GalleyQueryFields query = { .question = (char *) name };
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDesk) desk = galley_desk_open (path, name, NULL, &error);

  g_assert_no_error (error);
  perform (desk, galley_verb_set_status (ids, GALLEY_STATUS_DISPUTED, "unsourced"));
  perform (desk, galley_verb_add_evidence (claim_id, &citation));
  perform (desk, galley_verb_add_note (claim_id, "Called"));
  perform (desk, galley_verb_add_query (claim_id, &query));
  perform (desk, galley_verb_set_detail (ids, GALLEY_DETAIL_ASSIGNEE, name));
  perform (desk, galley_verb_set_detail (ids, GALLEY_DETAIL_SPEAKER, name));
}

static gboolean
is_claim_row (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_CLAIM_ROW (widget) && gtk_widget_get_mapped (widget);
}

/* Opens the library again, after @name did everything, and measures the panes and the window. */
static void
measure (WindowFixture *fixture, const char *claim_id, const char *name, int widths[3])
{
  g_autofree char *path = g_strdup (fixture->window->library_path);
  GalleyWindow *window;
  GalleyClaim *claim;

  window_fixture_close (fixture);
  write_names (path, claim_id, name);
  window_fixture_open (fixture);
  window = fixture->window;
  WAIT_UNTIL (window_fixture_shows (window->article_stack, "article"));
  claim = galley_claim_list_find (galley_check_get_claims (window->check), claim_id);
  galley_article_view_set_current_claim (window->article_view, claim);
  /* The list is filled after the first frame. */
  WAIT_UNTIL (fixture_find (GTK_WIDGET (window->claims_pane), is_claim_row, NULL) != NULL);
  widths[0] = get_min_width (window->claim_panel);
  widths[1] = get_min_width (window->claims_pane);
  widths[2] = get_min_width (window);
}

static void
test_panes (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *name = make_name (), *id = NULL;
  int before[3], after[3];

  window_fixture_import_and_open (fixture);
  galley_article_view_set_caret (fixture->window->article_view, 0);
  window_fixture_act (fixture, "dispute");
  WAIT_UNTIL (window_fixture_count_claims (fixture) == 1);
  id = g_strdup (galley_claim_get_id (
      galley_claim_list_peek (galley_check_get_claims (fixture->window->check), 0)));
  measure (fixture, id, "Ben", before);
  measure (fixture, id, name, after);
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    g_assert_cmpint (after[i], <=, before[i]);
}

/* Whoever has read and judged nothing, in the sentence that says so. */
static void
test_reader (void)
{
  g_autofree char *name = make_name ();
  GalleyReading fields = { .id = (char *) "r",
                           .article_id = (char *) "article",
                           .draft_id = (char *) "draft",
                           .reader = name,
                           .started_at = 1,
                           .ended_at = 2,
                           .seen_at = 2 };
  GalleyReadingVerdict verdict = { .id = (char *) "v",
                                   .claim_id = (char *) "a",
                                   .quote = (char *) "Ships" };
  g_autoptr (GalleyReading) reading = galley_reading_new (&fields);
  g_autoptr (GPtrArray) readings = g_ptr_array_new ();
  g_autoptr (GalleyAgreement) agreement = NULL;
  g_autoptr (GalleyCheck) check = NULL;
  g_autofree char *words = NULL;
  FixtureDraft draft;

  fixture_draft_init (&draft, "Ships left port.");
  fixture_draft_claim (&draft, "a", "Ships", GALLEY_STATUS_CONFIRMED);
  check = fixture_draft_finish (&draft);
  galley_reading_add (reading, &verdict);
  g_ptr_array_add (readings, reading);
  galley_check_set_readings (check, readings);
  agreement = galley_agreement_new (check);
  words = galley_agreement_words_describe_raters (agreement);
  g_assert_nonnull (strstr (words, "WWWW has not judged 1 claim."));
  g_assert_cmpuint (strlen (words), <, 500);
}

static void
test_row (void)
{
  g_autofree char *name = make_name ();
  GalleyPersonRow *row = g_object_ref_sink (galley_person_row_new (name, /* group= */ NULL));

  g_assert_cmpint (get_min_width (row), <, 400);
  g_assert_cmpstr (galley_person_row_get_name (row), ==, name);
  g_object_unref (row);
}

static gboolean
says (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

/* Names are shown sign for sign where libadwaita wants markup. */
static void
test_signs (void)
{
  static const char name[] = "R&D <Ben>";
  GtkWidget *page = g_object_ref_sink (adw_status_page_new ());
  GtkWidget *group = g_object_ref_sink (adw_preferences_group_new ());
  FixtureDraft draft;
  g_autoptr (GalleyCheck) check = NULL;
  GtkWidget *form;

  fixture_draft_init (&draft, "Ships left port.");
  check = fixture_draft_finish (&draft);
  form = g_object_ref_sink (GTK_WIDGET (galley_reading_form_new (check, name)));
  galley_plain_describe_page (ADW_STATUS_PAGE (page), name);
  galley_plain_describe_group (ADW_PREFERENCES_GROUP (group), name);
  g_assert_nonnull (fixture_find (page, says, name));
  g_assert_nonnull (fixture_find (group, says, name));
  g_assert_nonnull (fixture_find (form, says, name));
  g_object_unref (form);
  g_object_unref (group);
  g_object_unref (page);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/names/shorten", test_shorten);
  g_test_add_func ("/names/tame", test_tame);
  g_test_add_func ("/names/without-spaces", test_without_spaces);
  g_test_add_func ("/names/ends", test_ends);
  g_test_add_func ("/names/signs", test_signs);
  g_test_add_func ("/names/reader", test_reader);
  g_test_add_func ("/names/row", test_row);
  g_test_add ("/names/panes", WindowFixture, NULL, window_fixture_set_up, test_panes,
              window_fixture_tear_down);

  return g_test_run ();
}
