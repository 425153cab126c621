/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-testing.h"

#include "galley-agreement.h"
#include "galley-desk-package.h"
#include "galley-reading-verbs.h"

#define N_CLAIMS 3

/* A library with an article of three claims that Ana checked; the desk is hers. */
typedef struct
{
  char *folder;
  char *path;
  GalleyDesk *desk;
  GalleyCheck *check;
  char *article;
  char *ids[N_CLAIMS + 1];
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const words[N_CLAIMS] = { "11 people", "Officials disagree", "three days" };
  GError *error = NULL;

  f->folder = testing_make_folder ();
  f->path = g_build_filename (f->folder, "test.galleydb", NULL);
  f->desk = testing_open (f->path);
  f->article =
      testing_import (f->desk, "The strike killed 11 people.\nOfficials disagree.\nIt took three "
                               "days.");
  f->check = galley_desk_load (f->desk, f->article, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_CLAIMS; i++)
    {
      f->ids[i] =
          g_strdup (testing_mark_words (f->desk, f->check, words[i], GALLEY_STATUS_PENDING));
      testing_set_status (f->desk, f->ids[i], GALLEY_STATUS_CONFIRMED, "first reason");
    }
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->check);
  g_assert_finalize_object (f->desk);
  testing_assert_sound (f->path);
  for (guint i = 0; i < N_CLAIMS; i++)
    g_free (f->ids[i]);
  g_free (f->article);
  g_free (f->path);
  testing_remove_folder (f->folder);
}

static GalleyReading *
get_reading (Fixture *f)
{
  GPtrArray *readings = galley_check_get_readings (f->check);

  g_assert_cmpuint (readings->len, ==, 1);
  return g_ptr_array_index (readings, 0);
}

static void
start (Fixture *f)
{
  GalleyReadingChoice choice = { .scope = GALLEY_READING_ALL, .with_sources = TRUE };
  g_autoptr (GPtrArray) claims =
      galley_reading_choose (galley_check_get_claims (f->check), &choice);

  galley_desk_set_actor (f->desk, "Ben");
  testing_perform (f->desk, galley_verb_start_reading (f->article, claims, &choice));
}

static void
read_claim (Fixture *f, guint i, GalleyStatus status)
{
  const char *const ids[] = { f->ids[i], NULL };

  testing_perform (f->desk,
                   galley_verb_read_claims (get_reading (f), ids, status, "second reason", NULL));
}

static void
undo_in (Fixture *f, const char *scope, const char *expected_verb)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_undo (f->desk, scope, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (outcome->verb, ==, expected_verb);
}

static void
redo_in (Fixture *f, const char *scope, const char *expected_verb)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_redo (f->desk, scope, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (outcome->verb, ==, expected_verb);
}

static GalleyClaim *
find_claim (GalleyCheck *check, const char *id)
{
  GalleyClaim *claim = galley_claim_list_find (galley_check_get_claims (check), id);

  g_assert_nonnull (claim);
  return claim;
}

static void
assert_unchanged (Fixture *f)
{
  for (guint i = 0; i < N_CLAIMS; i++)
    {
      GalleyClaim *claim = find_claim (f->check, f->ids[i]);

      g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
      g_assert_cmpstr (galley_claim_get_reason (claim), ==, "first reason");
    }
}

static void
test_steps (Fixture *f, gconstpointer data)
{
  const GalleyReadingVerdict *part;

  start (f);
  g_assert_cmpuint (get_reading (f)->verdicts->len, ==, N_CLAIMS);
  g_assert_cmpstr (get_reading (f)->reader, ==, "Ben");
  read_claim (f, 0, GALLEY_STATUS_DISPUTED);
  read_claim (f, 0, GALLEY_STATUS_PENDING);
  assert_unchanged (f);

  part = galley_reading_find (get_reading (f), f->ids[0]);
  g_assert_true (part->is_given);
  g_assert_cmpint (part->status, ==, GALLEY_STATUS_PENDING);
  g_assert_cmpstr (part->words, ==, "11 people");
  undo_in (f, get_reading (f)->id, "read-claim");
  part = galley_reading_find (get_reading (f), f->ids[0]);
  g_assert_cmpint (part->status, ==, GALLEY_STATUS_DISPUTED);
  undo_in (f, get_reading (f)->id, "read-claim");
  g_assert_false (galley_reading_find (get_reading (f), f->ids[0])->is_given);
  undo_in (f, f->article, "start-reading");
  g_assert_cmpuint (galley_check_get_readings (f->check)->len, ==, 0);
}

/* What was found stands on the reading, which is not taken out under it. */
static void
test_ground (Fixture *f, gconstpointer data)
{
  GalleyReadingChoice choice = { .scope = GALLEY_READING_ALL };
  g_autoptr (GPtrArray) claims =
      galley_reading_choose (galley_check_get_claims (f->check), &choice);
  g_autoptr (GalleyAction) action = galley_verb_start_reading (f->article, claims, &choice);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) started = galley_desk_perform (f->desk, action, NULL, &error);
  g_autoptr (GalleyOutcome) undone = NULL;

  g_assert_no_error (error);
  read_claim (f, 1, GALLEY_STATUS_CONFIRMED);
  undone = galley_desk_undo (f->desk, f->article, started->unit_id, NULL, &error);
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);
  g_assert_null (undone);
}

static void
test_blind (Fixture *f, gconstpointer data)
{
  const char *const ids[] = { f->ids[1], NULL };
  g_autoptr (GalleyCheck) blind = NULL;
  g_autoptr (GalleyAction) verdict =
      galley_verb_set_status (ids, GALLEY_STATUS_DISPUTED, "why not");
  g_autoptr (GalleyAction) note = galley_verb_set_note (f->ids[1], "a note of mine");
  g_autoptr (GalleyAction) deletion = galley_verb_delete_claims (ids);
  g_autoptr (GArray) suggestions = NULL;
  GalleyClaim *claim;

  start (f);
  blind = galley_check_new_blind (f->check, get_reading (f));
  claim = find_claim (blind, f->ids[1]);
  g_assert_true (galley_check_is_open (blind, claim));
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  g_assert_null (galley_claim_get_reason (claim));
  g_assert_null (galley_check_get_undo_verb (blind));
  suggestions = galley_check_get_suggestions (blind);
  g_assert_cmpuint (suggestions->len, ==, 0);
  g_assert_null (galley_verb_make_blind (blind, deletion));

  testing_perform (f->desk, galley_verb_make_blind (blind, verdict));
  testing_perform (f->desk, galley_verb_make_blind (blind, note));
  g_assert_false (galley_check_is_open (blind, claim));
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpstr (galley_claim_get_reason (claim), ==, "why not");
  g_assert_cmpstr (galley_claim_get_note (claim), ==, "a note of mine");
  g_assert_cmpstr (galley_check_get_undo_verb (blind), ==, "read-claim");
  g_assert_cmpuint (galley_check_get_n_judged (blind), ==, 1);
  assert_unchanged (f);

  /* What the first checker does meanwhile stays hidden. */
  testing_set_status (f->desk, f->ids[1], GALLEY_STATUS_PENDING, "first again");
  g_assert_cmpstr (galley_claim_get_reason (claim), ==, "why not");
  g_assert_cmpstr (galley_check_get_undo_verb (blind), ==, "read-claim");
  g_assert_cmpstr (galley_check_get_undo_scope (blind), ==, get_reading (f)->id);
}

/* A second reader writes a reason for what they found, whatever the first checker did. */
static void
test_reason (Fixture *f, gconstpointer data)
{
  const char *const ids[] = { f->ids[1], NULL };
  g_autoptr (GalleyAction) reason =
      galley_verb_set_status (ids, GALLEY_STATUS_DISPUTED, "it was 12");
  g_autoptr (GalleyAction) blind_reason = NULL;
  g_autoptr (GalleyCheck) blind = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  start (f);
  read_claim (f, 1, GALLEY_STATUS_DISPUTED);
  blind = galley_check_new_blind (f->check, get_reading (f));
  galley_action_expect_status (reason, f->ids[1], "disputed");
  testing_perform (f->desk, galley_verb_make_blind (blind, reason));
  g_assert_cmpstr (galley_claim_get_reason (find_claim (blind, f->ids[1])), ==, "it was 12");

  /* But not for what they have found since, in another window. */
  read_claim (f, 1, GALLEY_STATUS_CONFIRMED);
  blind_reason = galley_verb_make_blind (blind, reason);
  outcome = galley_desk_perform (f->desk, blind_reason, NULL, &error);
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);
  g_assert_null (outcome);

  /* Where they have found nothing yet it is one for leaving the claim open. */
  g_clear_pointer (&reason, galley_action_unref);
  reason = galley_verb_set_status ((const char *[]){ f->ids[0], NULL }, GALLEY_STATUS_PENDING,
                                   "ask the police");
  galley_action_expect_status (reason, f->ids[0], "pending");
  testing_perform (f->desk, galley_verb_make_blind (blind, reason));
  g_assert_cmpstr (galley_claim_get_reason (find_claim (blind, f->ids[0])), ==, "ask the police");
}

/* Neither a note nor a verdict takes the other back, which is being saved when it is written. */
static void
test_note_and_verdict (Fixture *f, gconstpointer data)
{
  const char *const ids[] = { f->ids[0], NULL };
  g_autoptr (GalleyAction) first_note = galley_verb_set_note (f->ids[0], "asked twice");
  g_autoptr (GalleyAction) verdict =
      galley_verb_set_status (ids, GALLEY_STATUS_DISPUTED, "it was 12");
  g_autoptr (GalleyAction) note = galley_verb_set_note (f->ids[0], "asked three times");
  g_autoptr (GalleyCheck) blind = NULL;
  GalleyAction *made[3];
  GalleyClaim *claim;

  start (f);
  blind = galley_check_new_blind (f->check, get_reading (f));
  made[0] = galley_verb_make_blind (blind, first_note);
  made[1] = galley_verb_make_blind (blind, verdict);
  made[2] = galley_verb_make_blind (blind, note);
  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    testing_perform (f->desk, made[i]);

  claim = find_claim (blind, f->ids[0]);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpstr (galley_claim_get_reason (claim), ==, "it was 12");
  g_assert_cmpstr (galley_claim_get_note (claim), ==, "asked three times");
}

/* A note on words that the claim has since is no verdict on them. */
static void
test_note_on_other_words (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyAction) note = galley_verb_set_note (f->ids[0], "a note of mine");
  g_autoptr (GalleyCheck) blind = NULL;
  GalleyDocument *document = galley_check_get_document (f->check);
  GalleyRange range;

  start (f);
  read_claim (f, 0, GALLEY_STATUS_CONFIRMED);
  blind = galley_check_new_blind (f->check, get_reading (f));
  range = galley_claim_get_range (find_claim (f->check, f->ids[0]));
  range.end -= strlen (" people");
  testing_perform (f->desk, galley_verb_move (find_claim (f->check, f->ids[0]), document, range));
  g_assert_true (galley_check_is_open (blind, find_claim (blind, f->ids[0])));

  testing_perform (f->desk, galley_verb_make_blind (blind, note));
  g_assert_true (galley_check_is_open (blind, find_claim (blind, f->ids[0])));
  g_assert_cmpstr (galley_claim_get_note (find_claim (blind, f->ids[0])), ==, "a note of mine");
}

static gboolean
is_judged (Fixture *f, guint reading, guint i)
{
  GalleyReading *of = g_ptr_array_index (galley_check_get_readings (f->check), reading);

  return galley_reading_find (of, f->ids[i])->is_given;
}

static void
assert_nothing_to_undo (Fixture *f, const char *scope)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (galley_desk_undo (f->desk, scope, NULL, NULL, &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND);
}

/* A reader takes back what they found, and nobody else's doing; and who checks the article takes
 * back nothing that a reader found. */
static void
test_undo_of_its_own (Fixture *f, gconstpointer data)
{
  const char *const second[] = { f->ids[1], NULL };
  g_autofree char *ben = NULL;
  g_autofree char *cy = NULL;
  g_autoptr (GalleyCheck) blind = NULL;

  start (f);
  ben = g_strdup (get_reading (f)->id);
  read_claim (f, 0, GALLEY_STATUS_DISPUTED);
  blind = galley_check_new_blind (f->check, get_reading (f));
  start (f); /* somebody else's, on the same machine */
  cy = g_strdup (
      ((GalleyReading *) g_ptr_array_index (galley_check_get_readings (f->check), 1))->id);
  testing_perform (f->desk, galley_verb_read_claims (galley_check_find_reading (f->check, cy),
                                                     second, GALLEY_STATUS_DISPUTED, NULL, NULL));
  testing_set_status (f->desk, f->ids[2], GALLEY_STATUS_PENDING, "first again");

  /* Each goes back through their own. */
  g_assert_cmpstr (galley_check_get_undo_verb (blind), ==, "read-claim");
  g_assert_null (galley_check_get_redo_verb (blind));
  g_assert_cmpstr (galley_check_get_undo_verb (f->check), ==, "set-status");
  undo_in (f, ben, "read-claim");
  g_assert_false (is_judged (f, 0, 0));
  g_assert_true (is_judged (f, 1, 1));
  g_assert_null (galley_check_get_undo_verb (blind));
  g_assert_cmpstr (galley_check_get_redo_verb (blind), ==, "read-claim");
  assert_nothing_to_undo (f, ben);
  undo_in (f, f->article, "set-status");
  assert_unchanged (f);
  g_assert_cmpstr (galley_check_get_redo_verb (f->check), ==, "set-status");
  redo_in (f, ben, "read-claim");
  g_assert_true (is_judged (f, 0, 0));
  g_assert_null (galley_check_get_redo_verb (blind));

  /* Judging does not take the check's redo away, nor is a reading with judgements undone. */
  redo_in (f, f->article, "set-status");
  undo_in (f, f->article, "set-status");
  undo_in (f, f->article, "set-status");
  g_assert_true (is_judged (f, 0, 0));
  g_assert_true (is_judged (f, 1, 1));
  undo_in (f, cy, "read-claim");
  undo_in (f, f->article, "start-reading");
  g_assert_cmpuint (galley_check_get_readings (f->check)->len, ==, 1);

  /* Once all is shown, the steps of the reading are among the others. */
  testing_perform (f->desk, galley_verb_end_reading (get_reading (f)));
  assert_nothing_to_undo (f, ben);
  undo_in (f, f->article, "end-reading");
  g_assert_true (is_judged (f, 0, 0));
}

/* A reading that has ended and one that has not: the steps of the first are among the others. */
static void
test_undo_beside_another (Fixture *f, gconstpointer data)
{
  const char *const first[] = { f->ids[0], NULL };
  g_autofree char *cy = NULL;

  start (f);
  read_claim (f, 0, GALLEY_STATUS_DISPUTED);
  testing_perform (f->desk, galley_verb_end_reading (get_reading (f)));
  start (f);
  cy = g_strdup (
      ((GalleyReading *) g_ptr_array_index (galley_check_get_readings (f->check), 1))->id);
  for (guint i = 0; i < 2; i++)
    testing_perform (f->desk, galley_verb_read_claims (galley_check_find_reading (f->check, cy),
                                                       first, GALLEY_STATUS_PENDING, NULL, NULL));

  undo_in (f, f->article, "end-reading");
  redo_in (f, f->article, "end-reading");
  testing_perform (f->desk, galley_verb_end_reading (galley_check_find_reading (f->check, cy)));
  undo_in (f, f->article, "end-reading");
  undo_in (f, cy, "read-claim");
  undo_in (f, cy, "read-claim");
  g_assert_false (is_judged (f, 1, 0));
  undo_in (f, f->article, "start-reading");
  undo_in (f, f->article, "end-reading");
  g_assert_true (is_judged (f, 0, 0));
}

/* What @from has of the article is merged into @into. */
static void
merge (GalleyDesk *from, GalleyDesk *into, const char *article, GFile *file)
{
  const char *const ids[] = { article, NULL };
  g_autoptr (GBytes) package = NULL;
  g_autoptr (GalleyMergeResult) result = NULL;
  GError *error = NULL;

  galley_desk_write_package (from, ids, file, NULL, &error);
  g_assert_no_error (error);
  package = galley_desk_read_package (file, NULL, &error);
  g_assert_no_error (error);
  result = galley_desk_merge_package (into, package, NULL, &error);
  g_assert_no_error (error);
}

/* The same name elsewhere is not the same person until somebody says so. */
static void
test_namesake (Fixture *f, gconstpointer data)
{
  g_autofree char *other_path = g_build_filename (f->folder, "other.galleydb", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (f->folder, "back.galley", NULL);
  g_autoptr (GalleyDesk) other = testing_open (other_path);
  g_autoptr (GalleyCheck) check = NULL;
  GalleyReading *reading;
  GError *error = NULL;

  start (f);
  read_claim (f, 0, GALLEY_STATUS_DISPUTED);
  g_assert_true (galley_check_find_reading_of (f->check, "Ben") == get_reading (f));
  g_assert_null (galley_check_find_namesake (f->check, "Ben"));

  merge (f->desk, other, f->article, file);
  galley_desk_set_actor (other, "Ben");
  check = galley_desk_load (other, f->article, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (galley_check_find_reading_of (check, "Ben"));
  reading = galley_check_find_namesake (check, "Ben");
  g_assert_nonnull (reading);
  g_assert_false (reading->can_undo);
  g_assert_null (galley_check_find_namesake (check, "Cy"));

  testing_perform (other, galley_verb_take_reading (reading));
  g_assert_nonnull (galley_check_find_reading_of (check, "Ben"));
  g_assert_null (galley_check_find_namesake (check, "Ben"));
  testing_assert_sound (other_path);

  /* It is read in one place; who was there before is asked, too. */
  merge (other, f->desk, f->article, file);
  g_clear_object (&f->check);
  f->check = galley_desk_load (f->desk, f->article, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (galley_check_find_namesake (f->check, "Ben"));
  g_assert_finalize_object (g_steal_pointer (&check));
  g_assert_finalize_object (g_steal_pointer (&other));
}

/* However a claim gets another status, what the check said before stays known, and is known again
 * as nobody's decision when that is undone. */
static void
test_keeps_first (Fixture *f, gconstpointer data)
{
  const char *const ids[] = { f->ids[0], NULL };
  g_autoptr (GalleyAction) same = galley_verb_set_status (ids, GALLEY_STATUS_CONFIRMED, "again");
  g_autoptr (GalleyAction) other = galley_verb_set_status (ids, GALLEY_STATUS_DISPUTED, NULL);
  g_autoptr (GalleyAction) kept = NULL;
  const GalleyReadingVerdict *part;

  start (f);
  read_claim (f, 0, GALLEY_STATUS_DISPUTED);
  kept = galley_verb_keep_first (f->check, other);
  g_assert_true (kept == other); /* Nobody was shown it yet. */
  g_clear_pointer (&kept, galley_action_unref);
  testing_perform (f->desk, galley_verb_end_reading (get_reading (f)));
  g_assert_true (galley_check_is_read_apart (f->check, find_claim (f->check, f->ids[0])));

  kept = galley_verb_keep_first (f->check, same);
  g_assert_true (kept == same);
  testing_perform (f->desk, galley_verb_keep_first (f->check, other));
  part = galley_reading_find (get_reading (f), f->ids[0]);
  g_assert_nonnull (part->first);
  g_assert_cmpint (part->first->status, ==, GALLEY_STATUS_CONFIRMED);
  g_assert_cmpstr (part->first->reason, ==, "first reason");
  g_assert_cmpstr (part->first_words, ==, "11 people");
  g_assert_false (galley_check_is_read_apart (f->check, find_claim (f->check, f->ids[0])));
  undo_in (f, f->article, "set-status");
  g_assert_null (galley_reading_find (get_reading (f), f->ids[0])->first);
  assert_unchanged (f);
}

static guint
count_apart (GalleyCheck *check)
{
  g_autoptr (GalleyClaimFilter) filter = galley_check_new_filter (check);

  galley_claim_filter_set_traits (filter, GALLEY_CLAIM_TRAIT_APART, /* assignee= */ NULL);
  return g_list_model_get_n_items (G_LIST_MODEL (filter));
}

/* The door for whoever goes through what is to be decided. */
static void
test_agenda (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyAgreement) before = NULL;
  g_autoptr (GalleyAgreement) after = NULL;
  g_auto (GStrv) open = NULL;
  g_auto (GStrv) left = NULL;
  const char *const ids[] = { f->ids[2], NULL };

  start (f);
  g_assert_true (galley_article_is_read_by (galley_check_get_article (f->check), "Ben"));
  g_assert_false (galley_article_is_read_by (galley_check_get_article (f->check), "Be"));
  for (guint i = N_CLAIMS; i-- > 0;)
    read_claim (f, i, i == 1 ? GALLEY_STATUS_CONFIRMED : GALLEY_STATUS_DISPUTED);
  testing_perform (f->desk, galley_verb_end_reading (get_reading (f)));
  g_assert_false (galley_article_is_read_by (galley_check_get_article (f->check), "Ben"));
  before = galley_agreement_new (f->check);
  open = galley_agreement_get_disagreements (before);
  g_assert_cmpuint (g_strv_length (open), ==, 2);
  g_assert_cmpstr (open[0], ==, f->ids[0]);
  g_assert_cmpstr (open[1], ==, f->ids[2]);
  g_assert_cmpuint (count_apart (f->check), ==, 2);

  /* Also by whoever stays with what the check said. */
  testing_perform (f->desk,
                   galley_verb_settle (f->check, ids, GALLEY_STATUS_CONFIRMED, "first reason"));
  after = galley_agreement_new (f->check);
  left = galley_agreement_get_disagreements (after);
  g_assert_cmpuint (g_strv_length (left), ==, 1);
  g_assert_cmpstr (left[0], ==, f->ids[0]);
  g_assert_cmpuint (count_apart (f->check), ==, 1);
  g_assert_cmpuint (galley_agreement_list_disagreements (after)->len, ==, 2);
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/readings/steps", test_steps);
  ADD ("/readings/ground", test_ground);
  ADD ("/readings/blind", test_blind);
  ADD ("/readings/reason", test_reason);
  ADD ("/readings/note-and-verdict", test_note_and_verdict);
  ADD ("/readings/note-on-other-words", test_note_on_other_words);
  ADD ("/readings/undo-of-its-own", test_undo_of_its_own);
  ADD ("/readings/undo-beside-another", test_undo_beside_another);
  ADD ("/readings/namesake", test_namesake);
  ADD ("/readings/keeps-first", test_keeps_first);
  ADD ("/readings/agenda", test_agenda);

  return g_test_run ();
}
