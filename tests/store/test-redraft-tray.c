/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redraft-testing.h"

#include "galley-place-verbs.h"
#include "galley-record-verbs.h"

#define RAIN "It rained for 3 days in Riverton, officials said."
#define RIVER "The river rose by 2 meters on Tuesday, and 40 families left their homes."
#define HIGHER "The river rose by 3 meters on Tuesday, and 40 families left their homes."
#define MONEY "The town has asked the state for 6 percent more money than last year."
#define OPINION "What a shame that all of this is."

/* An article with a claim that stays, one that changes and one that is lost in the next draft. */
typedef struct
{
  char *folder;
  char *path;
  GalleyDesk *desk;
  char *article;
  char *rain;
  char *river;
  char *money;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) check = NULL;

  f->folder = testing_make_folder ();
  f->path = g_build_filename (f->folder, "library.galleydb", NULL);
  f->desk = testing_open (f->path);
  f->article = redraft_import (f->desk, RAIN "\n" RIVER "\n" MONEY "\n" OPINION);
  check = redraft_load (f->desk, f->article);
  f->rain = g_strdup (testing_mark_words (f->desk, check, RAIN, GALLEY_STATUS_CONFIRMED));
  f->river = g_strdup (testing_mark_words (f->desk, check, RIVER, GALLEY_STATUS_DISPUTED));
  f->money = g_strdup (testing_mark_words (f->desk, check, MONEY, GALLEY_STATUS_CONFIRMED));
  testing_perform (f->desk, galley_verb_set_correction (f->river, "3 meters"));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  testing_assert_sound (f->path);
  g_assert_finalize_object (f->desk);
  g_free (f->rain);
  g_free (f->river);
  g_free (f->money);
  g_free (f->article);
  g_free (f->path);
  testing_remove_folder (f->folder);
}

static void
redraft (Fixture *f)
{
  redraft_perform (f->desk, f->article, RAIN "\n" HIGHER "\n" OPINION);
}

/* The claim as the library has it now. */
static GalleyClaim *
find (Fixture *f, const char *id)
{
  g_autoptr (GalleyCheck) check = redraft_load (f->desk, f->article);

  return g_object_ref (redraft_find (check, id));
}

static GalleyRange
find_words (GalleyCheck *check, const char *words)
{
  const char *utf8 =
      galley_text_peek_utf8 (galley_document_get_text (galley_check_get_document (check)), NULL);
  guint start = g_utf8_pointer_to_offset (utf8, strstr (utf8, words));

  return (GalleyRange){ start, start + g_utf8_strlen (words, -1) };
}

/* A correction was meant for the words that it was written for. */
static void
test_correction (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyClaim) claim = NULL;

  redraft (f);
  claim = find (f, f->river);
  g_assert_null (galley_claim_get_correction (claim));
  g_assert_cmpstr (galley_claim_get_former (claim)->correction, ==, "3 meters");
  g_assert_cmpint (galley_claim_get_former (claim)->status, ==, GALLEY_STATUS_DISPUTED);
}

/* A verdict on the new words is the end of the former one; leaving it open is not. */
static void
test_new_verdict (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyClaim) open = NULL;
  g_autoptr (GalleyClaim) checked = NULL;
  g_autoptr (GalleyClaim) undone = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  redraft (f);
  testing_set_status (f->desk, f->river, GALLEY_STATUS_PENDING, "asked");
  open = find (f, f->river);
  g_assert_nonnull (galley_claim_get_former (open));
  testing_set_status (f->desk, f->river, GALLEY_STATUS_CONFIRMED, NULL);
  checked = find (f, f->river);
  g_assert_null (galley_claim_get_former (checked));

  outcome = galley_desk_undo (f->desk, f->article, NULL, NULL, NULL);
  undone = find (f, f->river);
  g_assert_true (
      galley_former_equal (galley_claim_get_former (undone), galley_claim_get_former (open)));
}

/* Whoever says that it stands gives it, and it is theirs. */
static void
test_keep_verdict (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyClaim) claim = NULL;

  redraft (f);
  galley_desk_set_actor (f->desk, "Bo");
  testing_perform (f->desk, galley_verb_keep_verdict ((const char *[]){ f->river, NULL }));
  claim = find (f, f->river);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpstr (galley_claim_get_checked_by (claim), ==, "Bo");
  g_assert_cmpstr (galley_claim_get_correction (claim), ==, "3 meters");
  g_assert_null (galley_claim_get_former (claim));
}

static void
test_tray (Fixture *f, gconstpointer data)
{
  const char *const ids[] = { f->money, NULL };
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GError) error = NULL;
  GalleyClaim *claim;

  testing_perform (f->desk, galley_verb_add_note (f->money, "Table 2"));
  redraft (f);
  check = redraft_load (f->desk, f->article);
  g_assert_cmpuint (galley_check_get_n_waiting (check), ==, 1);
  g_assert_cmpuint (galley_claim_list_get_n_claims (galley_check_get_claims (check)), ==, 2);
  g_assert_cmpuint (galley_article_get_n_claims (galley_check_get_article (check)), ==, 2);
  claim = redraft_find (check, f->money);
  g_assert_cmpuint (galley_claim_get_notes (claim)->len, ==, 1);

  /* What is written about it can be gone on with, a verdict on nothing cannot be given. */
  testing_perform (f->desk, galley_verb_add_note (f->money, "Page 3"));
  g_assert_cmpuint (galley_claim_get_notes (claim)->len, ==, 2);
  g_assert_null (
      testing_try (f->desk, galley_verb_set_status (ids, GALLEY_STATUS_CONFIRMED, NULL), &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (testing_try (f->desk, galley_verb_keep_verdict (ids), &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);
}

static void
test_relink (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyOutcome) undone = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *words = NULL;
  GalleyClaim *claim;

  redraft (f);
  check = redraft_load (f->desk, f->article);
  before = redraft_describe (check);
  testing_perform (f->desk, galley_verb_relink (f->money, galley_check_get_document (check),
                                                find_words (check, "40 families"), FALSE));
  claim = redraft_find (check, f->money);
  words = redraft_quote (check, claim);
  g_assert_cmpstr (words, ==, "40 families");
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  g_assert_cmpstr (galley_claim_get_former (claim)->quote, ==, MONEY);
  g_assert_cmpuint (galley_check_get_n_waiting (check), ==, 0);
  g_assert_cmpuint (galley_article_get_n_claims (galley_check_get_article (check)), ==, 3);
  testing_assert_sound (f->path);

  undone = galley_desk_undo (f->desk, f->article, NULL, NULL, NULL);
  after = redraft_describe (check);
  g_assert_cmpstr (after, ==, before);
}

static void
test_retire (Fixture *f, gconstpointer data)
{
  const char *const ids[] = { f->money, f->rain, NULL };
  g_autoptr (GalleyCheck) check = NULL;

  redraft (f);
  check = redraft_load (f->desk, f->article);
  testing_perform (f->desk, galley_verb_retire (ids));
  g_assert_cmpuint (galley_check_get_n_waiting (check), ==, 0);
  g_assert_cmpint (galley_claim_get_place (redraft_find (check, f->money)), ==,
                   GALLEY_PLACE_RETIRED);
  g_assert_cmpint (galley_claim_get_place (redraft_find (check, f->rain)), ==,
                   GALLEY_PLACE_RETIRED);
  g_assert_cmpuint (galley_article_get_n_claims (galley_check_get_article (check)), ==, 1);
}

/* What is in the tray comes out of it when it is unmarked, and back into it. */
static void
test_unmark (Fixture *f, gconstpointer data)
{
  const char *const ids[] = { f->money, NULL };
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyOutcome) undone = NULL;

  redraft (f);
  check = redraft_load (f->desk, f->article);
  testing_perform (f->desk, galley_verb_delete_claims (ids));
  g_assert_cmpuint (galley_check_get_n_waiting (check), ==, 0);
  testing_assert_sound (f->path);
  undone = galley_desk_undo (f->desk, f->article, NULL, NULL, NULL);
  g_assert_cmpuint (galley_check_get_n_waiting (check), ==, 1);
}

/* A claim that waits for its verdict keeps what was decided at first, however many drafts come. */
static void
test_through_drafts (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyClaim) claim = NULL;
  g_autoptr (GalleyClaim) lost = NULL;

  redraft (f);
  redraft_perform (f->desk, f->article,
                   RAIN "\nThe river fell by 3 meters on Tuesday, and 40 families left.");
  claim = find (f, f->river);
  g_assert_cmpint (galley_claim_get_place (claim), ==, GALLEY_PLACE_CHANGED);
  g_assert_cmpstr (galley_claim_get_former (claim)->quote, ==, RIVER);
  g_assert_cmpint (galley_claim_get_former (claim)->status, ==, GALLEY_STATUS_DISPUTED);
  g_assert_true (galley_claim_get_former (claim)->differences & GALLEY_DIFFERENCE_NUMBER);
  g_assert_true (galley_claim_get_former (claim)->differences & GALLEY_DIFFERENCE_WORDS);

  /* The very words come back, but nobody says that the rest did. */
  redraft_perform (f->desk, f->article, RAIN "\n" RIVER "\n" MONEY);
  lost = find (f, f->money);
  g_assert_cmpint (galley_claim_get_place (lost), ==, GALLEY_PLACE_LOST);
}

static void
test_decisions (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyRedraft) redraft =
      redraft_begin (f->desk, f->article, RAIN "\n" HIGHER "\n" OPINION);
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GError) error = NULL;
  GalleyClaim *claim;

  g_assert_false (galley_redraft_decide (redraft, 2, GALLEY_PLACE_KEPT, &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (galley_redraft_relink (redraft, 2, (GalleyRange){ 5, 5000 }, &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (galley_redraft_decide (redraft, 0, GALLEY_PLACE_RECHECK, &error));
  g_assert_true (galley_redraft_decide (redraft, 1, GALLEY_PLACE_KEPT, &error));
  g_assert_true (galley_redraft_relink (redraft, 2, (GalleyRange){ 0, 9 }, &error));
  testing_perform (f->desk, galley_redraft_make_action (redraft));

  check = redraft_load (f->desk, f->article);
  claim = redraft_find (check, f->rain);
  g_assert_cmpint (galley_claim_get_place (claim), ==, GALLEY_PLACE_RECHECK);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  g_assert_cmpint (galley_claim_get_former (claim)->status, ==, GALLEY_STATUS_CONFIRMED);
  claim = redraft_find (check, f->river);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpstr (galley_claim_get_correction (claim), ==, "3 meters");
  claim = redraft_find (check, f->money);
  g_assert_cmpint (galley_claim_get_place (claim), ==, GALLEY_PLACE_RELINKED);
  g_assert_cmpuint (galley_claim_get_range (claim).end, ==, 9);
}

/* What was decided after the drafts were compared counts: a verdict that was taken back by then is
 * not given again, and what was marked by then is not left behind. */
static void
test_meanwhile (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyRedraft) redraft =
      redraft_begin (f->desk, f->article, RAIN "\n" HIGHER "\n" OPINION);
  g_autoptr (GalleyRedraft) late = NULL;
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyClaim) claim = NULL;
  g_autoptr (GError) error = NULL;

  testing_set_status (f->desk, f->rain, GALLEY_STATUS_PENDING, "doubts");
  testing_perform (f->desk, galley_redraft_make_action (redraft));
  claim = find (f, f->rain);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  g_assert_cmpstr (galley_claim_get_reason (claim), ==, "doubts");

  late = redraft_begin (f->desk, f->article, MONEY "\n" RAIN);
  check = redraft_load (f->desk, f->article);
  testing_mark_words (f->desk, check, "40 families", GALLEY_STATUS_CONFIRMED);
  g_assert_null (testing_try (f->desk, galley_redraft_make_action (late), &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (testing_try (f->desk, galley_redraft_make_action (redraft), &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);
}

/* Dismissals go by the same rule: they move with their words, or end. */
static void
test_dismissals (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) check = redraft_load (f->desk, f->article);
  g_autoptr (GalleyCheck) moved = NULL;
  g_autoptr (GalleyCheck) ended = NULL;
  g_autoptr (GalleyCheck) undone = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_kept, n_fallen;
  g_autoptr (GalleyRedraft) redraft = NULL;

  testing_perform (f->desk,
                   galley_verb_dismiss (f->article, galley_check_get_document (check),
                                        find_words (check, OPINION), GALLEY_DISMISSAL_OPINION));
  redraft_perform (f->desk, f->article, OPINION "\n" RAIN "\n" RIVER "\n" MONEY);
  moved = redraft_load (f->desk, f->article);
  g_assert_cmpuint (galley_check_get_dismissals (moved)->len, ==, 1);
  g_assert_nonnull (galley_check_find_dismissal (moved, 0));
  before = redraft_describe (moved);

  redraft = redraft_begin (f->desk, f->article, "What no shame that all of this is.\n" RAIN);
  galley_redraft_count_dismissals (redraft, &n_kept, &n_fallen);
  g_assert_cmpuint (n_kept, ==, 0);
  g_assert_cmpuint (n_fallen, ==, 1);
  testing_perform (f->desk, galley_redraft_make_action (redraft));
  ended = redraft_load (f->desk, f->article);
  g_assert_cmpuint (galley_check_get_dismissals (ended)->len, ==, 0);
  testing_assert_sound (f->path);

  galley_outcome_unref (galley_desk_undo (f->desk, f->article, NULL, NULL, NULL));
  undone = redraft_load (f->desk, f->article);
  after = redraft_describe (undone);
  g_assert_cmpstr (after, ==, before);
  galley_outcome_unref (galley_desk_redo (f->desk, f->article, NULL, NULL));
}

/* Earlier drafts can be read with the verdicts of then; a draft that was undone is none. */
static void
test_reading_at_a_draft (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) check = redraft_load (f->desk, f->article);
  g_autofree char *before = redraft_describe (check);
  g_autofree char *now = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GalleyCheck) first = NULL;
  g_autoptr (GalleyCheck) second = NULL;
  g_autofree char *at_first = NULL;
  g_autofree char *at_second = NULL;
  g_autoptr (GError) error = NULL;

  redraft_perform (f->desk, f->article, "Something else.");
  galley_outcome_unref (galley_desk_undo (f->desk, f->article, NULL, NULL, NULL));
  redraft (f);
  testing_set_status (f->desk, f->river, GALLEY_STATUS_CONFIRMED, "by the gauge");
  testing_perform (f->desk, galley_verb_retire ((const char *[]){ f->money, NULL }));

  drafts = galley_desk_list_drafts (f->desk, f->article, NULL);
  g_assert_cmpuint (drafts->len, ==, 2);
  g_assert_cmpstr (((GalleyDraftEntry *) g_ptr_array_index (drafts, 0))->verb, ==, "import");
  g_assert_cmpstr (((GalleyDraftEntry *) g_ptr_array_index (drafts, 1))->verb, ==, "new-draft");

  first = galley_desk_load_draft (f->desk, f->article, 1, NULL);
  at_first = redraft_describe (first);
  g_assert_cmpstr (at_first, ==, before);
  second = galley_desk_load_draft (f->desk, f->article, 2, NULL);
  at_second = redraft_describe (second);
  g_clear_object (&check);
  check = redraft_load (f->desk, f->article);
  now = redraft_describe (check);
  g_assert_cmpstr (at_second, ==, now);
  g_assert_null (galley_desk_load_draft (f->desk, f->article, 3, &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND);
}

/* A new headline is the article's title, found by a search, and gone with all drafts. */
static void
test_title_and_purge (Fixture *f, gconstpointer data)
{
  GalleyArticle *article = galley_desk_find_article (f->desk, f->article);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GalleyOutcome) undone = NULL;
  g_autoptr (GalleyOutcome) redone = NULL;
  g_autoptr (GalleyOutcome) purged = NULL;
  g_autofree char *title = g_strdup (galley_article_get_title (article));

  redraft_perform (f->desk, f->article, "Zeppelins over Riverton.\n" RIVER);
  g_assert_cmpstr (galley_article_get_title (article), ==, "Zeppelins over Riverton.");
  hits = galley_desk_search (f->desk, "zeppelins", NULL, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  undone = galley_desk_undo (f->desk, f->article, NULL, NULL, NULL);
  g_assert_cmpstr (galley_article_get_title (article), ==, title);
  redone = galley_desk_redo (f->desk, f->article, NULL, NULL);
  testing_assert_sound (f->path);

  purged = galley_desk_purge_article (f->desk, f->article, NULL, NULL);
  g_assert_nonnull (purged);
  g_assert_cmpint (testing_get_int (f->path, "SELECT count(*) FROM blob"), ==, 0);
  g_assert_cmpint (testing_get_int (f->path, "SELECT count(*) FROM draft"), ==, 0);
  g_assert_cmpint (testing_get_int (f->path, "SELECT count(*) FROM article_words_docsize"), ==, 0);
}

/* Does what was decided about a new draft, of which the article was shown before something else was
 * done about it. */
static void
assert_too_late (Fixture *f, GalleyRedraft *redraft)
{
  g_autoptr (GalleyAction) action = galley_redraft_make_action (redraft);
  g_autoptr (GalleyCheck) before = redraft_load (f->desk, f->article), after = NULL;
  g_autofree char *was = redraft_describe (before), *is = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (galley_desk_perform (f->desk, action, NULL, &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);
  after = redraft_load (f->desk, f->article);
  is = redraft_describe (after);
  g_assert_cmpstr (is, ==, was);
}

/* The verdict is on the words to which the claim was moved, not on those that were followed. */
static void
test_moved_meanwhile (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyRedraft) redraft =
      redraft_begin (f->desk, f->article, RAIN "\n" HIGHER "\n" OPINION);
  g_autoptr (GalleyCheck) check = redraft_load (f->desk, f->article);
  GalleyRange range = find_words (check, "officials said");

  testing_perform (f->desk, galley_verb_move (redraft_find (check, f->rain),
                                              galley_check_get_document (check), range));
  testing_set_status (f->desk, f->rain, GALLEY_STATUS_CONFIRMED, NULL);
  assert_too_late (f, redraft);
}

/* What is kept is the verdict that was shown. One on the same words goes along. */
static void
test_judged_meanwhile (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyRedraft) redraft =
      redraft_begin (f->desk, f->article, RAIN "\n" HIGHER "\n" OPINION);
  g_autoptr (GalleyRedraft) other = NULL;
  g_autoptr (GalleyClaim) rain = NULL, river = NULL;

  for (guint i = 0; i < galley_redraft_get_n_claims (redraft); i++)
    if (g_str_equal (galley_claim_get_id (galley_redraft_peek (redraft, i)->claim), f->river))
      g_assert_true (galley_redraft_decide (redraft, i, GALLEY_PLACE_KEPT, NULL));
  testing_set_status (f->desk, f->river, GALLEY_STATUS_CONFIRMED, NULL);
  assert_too_late (f, redraft);

  other = redraft_begin (f->desk, f->article, RAIN "\n" HIGHER "\n" OPINION);
  testing_set_status (f->desk, f->rain, GALLEY_STATUS_DISPUTED, NULL);
  testing_set_status (f->desk, f->river, GALLEY_STATUS_DISPUTED, NULL);
  testing_perform (f->desk, galley_redraft_make_action (other));
  rain = find (f, f->rain);
  g_assert_cmpint (galley_claim_get_status (rain), ==, GALLEY_STATUS_DISPUTED);
  river = find (f, f->river);
  g_assert_cmpint (galley_claim_get_status (river), ==, GALLEY_STATUS_PENDING);
  g_assert_cmpint (galley_claim_get_former (river)->status, ==, GALLEY_STATUS_DISPUTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name, function)                                                                       \
  g_test_add ("/redraft-tray/" name, Fixture, NULL, set_up, function, tear_down)
  TEST ("correction", test_correction);
  TEST ("new-verdict", test_new_verdict);
  TEST ("keep-verdict", test_keep_verdict);
  TEST ("tray", test_tray);
  TEST ("relink", test_relink);
  TEST ("retire", test_retire);
  TEST ("unmark", test_unmark);
  TEST ("through-drafts", test_through_drafts);
  TEST ("decisions", test_decisions);
  TEST ("meanwhile", test_meanwhile);
  TEST ("dismissals", test_dismissals);
  TEST ("reading-at-a-draft", test_reading_at_a_draft);
  TEST ("title-and-purge", test_title_and_purge);
  TEST ("moved-meanwhile", test_moved_meanwhile);
  TEST ("judged-meanwhile", test_judged_meanwhile);
#undef TEST

  return g_test_run ();
}
