/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-testing.h"

#define TEXT "The strike killed 11 people. Officials disagree.\nNobody said why."

typedef struct
{
  char *folder;
  char *path;
  GalleyDesk *desk;
  char *article;
  GalleyCheck *check;
  char *claim;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = testing_make_folder ();
  f->path = g_build_filename (f->folder, "library.galleydb", NULL);
  f->desk = testing_open (f->path);
  f->article = testing_import (f->desk, TEXT);
  f->check = galley_desk_load (f->desk, f->article, NULL, NULL);
  f->claim = g_strdup (testing_mark_words (f->desk, f->check, "11 people", GALLEY_STATUS_PENDING));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->check);
  g_clear_object (&f->desk);
  testing_assert_sound (f->path);
  g_free (f->claim);
  g_free (f->article);
  g_free (f->path);
  testing_remove_folder (f->folder);
}

static void
undo (Fixture *f)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_undo (f->desk, f->article, NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
redo (Fixture *f)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_redo (f->desk, f->article, NULL, &error);

  g_assert_no_error (error);
}

/* The history from entry @from on, as lines "act kind: old → new". */
static void
assert_history (Fixture *f, const char *article, const char *subject, guint from, const char *lines)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) entries =
      galley_desk_list_history (f->desk, article, subject, NULL, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = from; i < entries->len; i++)
    {
      const GalleyHistoryFields *fields =
          galley_history_entry_get_fields (g_ptr_array_index (entries, i));

      g_assert_cmpstr (fields->actor, ==, "Ada");
      g_string_append_printf (found, "%s %s: %s → %s\n", fields->act, fields->kind,
                              fields->old_value != NULL ? fields->old_value : "-",
                              fields->new_value != NULL ? fields->new_value : "-");
    }
  g_assert_cmpstr (found->str, ==, lines);
}

static void
test_claim (Fixture *f, gconstpointer data)
{
  const char *ids[] = { f->claim, NULL };
  GalleyClaim *claim = galley_claim_list_find (galley_check_get_claims (f->check), f->claim);

  testing_set_status (f->desk, f->claim, GALLEY_STATUS_DISPUTED, "no source");
  testing_perform (f->desk, galley_verb_set_note (f->claim, "asked"));
  testing_perform (f->desk, galley_verb_set_note (f->claim, "answered"));
  testing_perform (f->desk, galley_verb_set_correction (f->claim, "twelve people"));
  testing_perform (f->desk, galley_verb_move (claim, galley_check_get_document (f->check),
                                              (GalleyRange){ 11, 27 }));
  testing_perform (f->desk, galley_verb_delete_claims (ids));
  assert_history (f, NULL, f->claim, 0,
                  "do claim.add: - → pending “11 people”\n"
                  "do claim.status: pending → disputed: no source\n"
                  "do claim.note: - → asked\n"
                  "do claim.note: asked → answered\n"
                  "do claim.correction: - → twelve people\n"
                  "do claim.range: 11 people → killed 11 people\n"
                  "do claim.status: disputed: no source → pending\n"
                  "do claim.delete: killed 11 people → -\n");
}

static void
test_evidence (Fixture *f, gconstpointer data)
{
  GalleyCitation citation = { .source.texts = { [GALLEY_SOURCE_TITLE] = "Joint statement" },
                              .evidence.passage = "a high-level group" };
  GalleyClaim *claim = galley_claim_list_find (galley_check_get_claims (f->check), f->claim);
  GalleyEvidence *evidence;

  testing_perform (f->desk, galley_verb_add_evidence (f->claim, &citation));
  evidence = g_ptr_array_index (galley_claim_get_evidence (claim), 0);
  testing_perform (f->desk, galley_verb_remove_evidence (evidence->id));
  undo (f);
  assert_history (f, NULL, f->claim, 1,
                  "do evidence.add: - → Joint statement\n"
                  "do evidence.remove: Joint statement → -\n"
                  "undo evidence.restore: - → Joint statement\n");
}

static void
test_undo_and_redo (Fixture *f, gconstpointer data)
{
  testing_set_status (f->desk, f->claim, GALLEY_STATUS_CONFIRMED, NULL);
  testing_perform (f->desk, galley_verb_set_note (f->claim, "asked"));
  undo (f);
  undo (f);
  undo (f);
  redo (f);
  redo (f);
  assert_history (f, NULL, f->claim, 1,
                  "do claim.status: pending → confirmed\n"
                  "do claim.note: - → asked\n"
                  "undo claim.note: asked → -\n"
                  "undo claim.status: confirmed → pending\n"
                  "undo claim.delete: 11 people → -\n"
                  "redo claim.restore: - → 11 people\n"
                  "redo claim.status: pending → confirmed\n");
}

static void
test_article (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) suggestions = galley_check_get_suggestions (f->check);
  GalleyRange last = g_array_index (suggestions, GalleyRange, suggestions->len - 1);
  GPtrArray *dismissals = galley_check_get_dismissals (f->check);

  testing_perform (f->desk, galley_verb_dismiss (f->article, galley_check_get_document (f->check),
                                                 last, GALLEY_DISMISSAL_OPINION));
  testing_perform (f->desk, galley_verb_restore_suggestion (
                                ((GalleyDismissal *) g_ptr_array_index (dismissals, 0))->id));
  undo (f);
  testing_perform (f->desk, galley_verb_archive (f->article, TRUE));
  testing_perform (f->desk, galley_verb_remove_article (f->article));
  undo (f);
  assert_history (f, f->article, NULL, 2,
                  "do dismissal.add: - → Nobody said why.\n"
                  "do dismissal.remove: Nobody said why. → -\n"
                  "undo dismissal.restore: - → Nobody said why.\n"
                  "do article.archive: 0 → 1\n"
                  "do article.remove: The strike killed 11 people. Officials disagree. → -\n"
                  "undo article.restore: - → The strike killed 11 people. Officials disagree.\n");
}

static void
test_keeps_that_it_was_purged (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyOutcome) outcome = NULL;
  GError *error = NULL;

  outcome = galley_desk_purge_article (f->desk, f->article, NULL, &error);
  g_assert_no_error (error);
  assert_history (f, f->article, NULL, 0,
                  "do article.add: - → -\n"
                  "do claim.add: - → -\n"
                  "do article.purge: - → -\n");
}

/* What people write comes back as they wrote it, whatever it is. */
static void
test_keeps_every_character (Fixture *f, gconstpointer data)
{
  static const char *const notes[] = { "it's \"here\"; DROP TABLE claim;--",
                                       "\\u0041 \\\\ \\n",
                                       "\x01\x02\x1e\x1f\x7f",
                                       "a\nb\tc\r\f\b\v",
                                       "😀 e\xcc\x81 \xe2\x80\xa8 \xef\xbf\xbf",
                                       "{\"to\":{}}",
                                       "%s %n" };
  GalleyClaim *claim = galley_claim_list_find (galley_check_get_claims (f->check), f->claim);

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *line =
          g_strdup_printf ("do claim.note: %s → %s\n", i > 0 ? notes[i - 1] : "-", notes[i]);

      testing_perform (f->desk, galley_verb_set_note (f->claim, notes[i]));
      g_assert_cmpstr (galley_claim_get_note (claim), ==, notes[i]);
      assert_history (f, NULL, f->claim, 1 + i, line);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/history/claim", test_claim);
  ADD ("/history/evidence", test_evidence);
  ADD ("/history/undo-and-redo", test_undo_and_redo);
  ADD ("/history/article", test_article);
  ADD ("/history/keeps-that-it-was-purged", test_keeps_that_it_was_purged);
  ADD ("/history/keeps-every-character", test_keeps_every_character);
#undef ADD

  return g_test_run ();
}
