/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-clocks.h"
#include "merge-people.h"
#include "merge-testing.h"
#include "redraft-testing.h"

#include "galley-place-verbs.h"
#include "galley-reading-verbs.h"
#include "galley-sign-off-verbs.h"

#include <stdlib.h>

#define N_COPIES MERGE_N_PEOPLE
#define N_HISTORIES 40
#define N_ROUNDS 8
#define MAX_STEPS 8

/* Several copies of a library, in which different people do whatever comes to their minds, and
 * which take in one another's packages now and then. */
typedef struct
{
  char *folder;
  char *paths[N_COPIES];
  GalleyDesk *desks[N_COPIES];
  GPtrArray *articles;   /* (element-type utf8) */
  GHashTable *signed_at; /* of a sign-off's id to how much there was to sign */
} Desks;

static const char *const texts[] = {
  "The strike killed 11 people.\nOfficials disagree.\nNobody said why it took three days.",
  "The strike killed 12 people.\nNobody said why it took three days.\nOfficials disagree.",
  "A new lead.\nThe strike killed 11 people.\nNobody said why.\nOfficials disagree.",
};

/* A library without anything in it, not even who it is: a copy of it costs less than another. */
static GBytes *
make_template (void)
{
  char *folder = testing_make_folder_in_memory ();
  g_autofree char *path = g_build_filename (folder, "empty.galleydb", NULL);
  GBytes *bytes;

  g_object_unref (testing_open (path));
  testing_change (path, "PRAGMA journal_mode = DELETE; DELETE FROM meta");
  bytes = testing_read_file (path);
  testing_remove_folder (folder);

  return bytes;
}

/* Somebody sits down at one of the computers, at once or some time later. */
static GalleyDesk *
sit_down (Desks *d, guint copy)
{
  merge_clocks_look_at (copy, merge_pick (3) * merge_pick (20 * 60000));
  return d->desks[copy];
}

static void
set_up (Desks *d, GBytes *template)
{
  d->folder = testing_make_folder_in_memory ();
  d->articles = g_ptr_array_new_with_free_func (g_free);
  d->signed_at = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < N_COPIES; i++)
    {
      GError *error = NULL;

      merge_clocks_set (i, merge_pick (2) ? merge_pick (MERGE_N_CLOCK_KINDS) : MERGE_CLOCK_RIGHT);
      d->paths[i] = g_strdup_printf ("%s/%u.galleydb", d->folder, i);
      g_file_set_contents (d->paths[i], g_bytes_get_data (template, NULL),
                           g_bytes_get_size (template), &error);
      g_assert_no_error (error);
      d->desks[i] = galley_desk_open (d->paths[i], merge_people[i], NULL, &error);
      g_assert_no_error (error);
    }
}

static void
tear_down (Desks *d)
{
  for (guint i = 0; i < N_COPIES; i++)
    {
      g_assert_finalize_object (d->desks[i]);
      g_free (d->paths[i]);
    }
  g_ptr_array_unref (d->articles);
  g_hash_table_unref (d->signed_at);
  testing_remove_folder (d->folder);
}

static GalleyRange
pick_words (GalleyCheck *check)
{
  guint length =
      galley_text_get_length (galley_document_get_text (galley_check_get_document (check)));
  guint start = merge_pick (length);

  return (GalleyRange){ start, start + 1 + merge_pick (MIN (12, length - start)) };
}

static GalleyClaim *
pick_claim (GalleyCheck *check)
{
  GalleyClaimList *claims = galley_check_get_claims (check);
  GalleyClaimList *tray = galley_check_get_tray (check);
  guint n_claims = galley_claim_list_get_n_claims (claims);
  guint n_tray = galley_claim_list_get_n_claims (tray);
  guint chosen = n_claims + n_tray > 0 ? merge_pick (n_claims + n_tray) : 0;

  if (n_claims + n_tray == 0)
    return NULL;
  return chosen < n_claims ? galley_claim_list_peek (claims, chosen)
                           : galley_claim_list_peek (tray, chosen - n_claims);
}

/* A source of the log, of which some were only just taken out elsewhere; (transfer full). */
static char *
pick_source (GalleyDesk *desk)
{
  g_autoptr (GPtrArray) sources = galley_desk_list_sources (desk, NULL, NULL);
  GalleySource *source =
      sources->len > 0 ? g_ptr_array_index (sources, merge_pick (sources->len)) : NULL;

  return source != NULL ? g_strdup (source->id) : NULL;
}

static void
use_source (GalleyDesk *desk, GalleyClaim *claim)
{
  g_autofree char *source = pick_source (desk);
  GalleyCitation citation = { .source_id = source };

  if (source == NULL)
    citation.source.texts[GALLEY_SOURCE_TITLE] = "A register";
  merge_attempt (desk, galley_verb_add_evidence (galley_claim_get_id (claim), &citation));
}

static void
do_with_claim (GalleyDesk *desk, GalleyCheck *check, GalleyClaim *claim)
{
  const char *id = galley_claim_get_id (claim);
  const char *const ids[] = { id, NULL };
  GPtrArray *evidence = galley_claim_get_evidence (claim);
  GalleyDocument *document = galley_check_get_document (check);
  static const char *const words[] = { "no source", "it’s so", NULL, "see page 3" };

  switch (merge_pick (16))
    {
    case 0:
      merge_attempt (desk, galley_verb_delete_claims (ids));
      break;
    case 1:
      merge_attempt (desk, galley_verb_move (claim, document, pick_words (check)));
      break;
    case 2:
      merge_attempt (desk, galley_verb_set_note (id, words[merge_pick (4)]));
      break;
    case 3:
      merge_attempt (desk, galley_verb_set_correction (id, words[merge_pick (4)]));
      break;
    case 4:
      merge_attempt (desk, galley_verb_add_note (id, "Called them"));
      break;
    case 5:
    case 6:
      use_source (desk, claim);
      break;
    case 7:
      if (evidence != NULL && evidence->len > 0)
        merge_attempt (desk, galley_verb_remove_evidence (
                                 ((GalleyEvidence *) g_ptr_array_index (evidence, 0))->id));
      break;
    case 8:
      merge_attempt (desk, galley_verb_keep_verdict (ids));
      break;
    case 9:
      merge_attempt (desk, galley_verb_relink (id, document, pick_words (check), merge_pick (2)));
      break;
    default:
      merge_attempt (desk, galley_verb_set_status (ids, merge_pick (GALLEY_N_STATUSES),
                                                   words[merge_pick (4)]));
    }
}

static void
redraft (GalleyDesk *desk, GalleyCheck *check)
{
  g_autoptr (GalleyDocument) document =
      redraft_new_document (texts[merge_pick (G_N_ELEMENTS (texts))]);
  g_autoptr (GalleyRedraft) redraft = galley_redraft_new (check, document, "new-draft");

  galley_redraft_compare (redraft);
  if (!galley_redraft_is_same (redraft) && galley_redraft_check (redraft, NULL))
    merge_attempt (desk, galley_redraft_make_action (redraft));
}

static void
turn (GalleyDesk *desk, const char *article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome = merge_pick (3) > 0
                                          ? galley_desk_undo (desk, article, NULL, NULL, &error)
                                          : galley_desk_redo (desk, article, NULL, &error);

  if (outcome == NULL)
    g_assert_true (error->domain == GALLEY_STORE_ERROR);
}

/* How many events of an article a library has that a signature would cover: counted in another way
 * than the library does. */
static guint
count_for_report (GalleyDesk *desk, const char *article)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count(*) FROM event WHERE article = '%s' AND kind != 'article.sign' AND kind !="
      " 'article.reopen' AND kind != 'article.archive' AND kind != 'article.restore' AND"
      " kind NOT LIKE 'session.%%' AND kind NOT LIKE 'reading.%%' AND"
      " coalesce (kind = 'claim.place' AND (body ->> '$.to.place' = 'exact' OR"
      " body ->> '$.to.place' = 'moved'), 0) = 0 AND coalesce (kind = 'dismissal.range' AND"
      " body ->> '$.to.quote' = body ->> '$.from.quote', 0) = 0",
      article);

  return testing_get_int (galley_desk_get_path (desk), sql);
}

static void
sign (Desks *d, GalleyDesk *desk, const char *article)
{
  static const char *const names[] = { "Ana", "Ben" };
  GalleyAction *action =
      galley_verb_sign_off (article, merge_pick (GALLEY_N_ROLES), names[merge_pick (2)],
                            merge_pick (2) ? NULL : "in part", /* moment= */ NULL);
  const GalleyChange *change = g_ptr_array_index (action->changes, 0);

  g_hash_table_insert (d->signed_at, g_strdup (change->subject_id),
                       GUINT_TO_POINTER (count_for_report (desk, article)));
  merge_attempt (desk, action);
}

/* What an annotation of some other text is about. */
static void
add_stray (GalleyDesk *desk, const char *article)
{
  GalleyAction *action = galley_action_new ("import-annotations");
  GalleyAnchor anchor = { { 400, 409 }, (char *) "11 people", (char *) "", (char *) "", -1 };
  GalleyMark mark = { .reason = "said elsewhere" };

  g_free (galley_verb_add_stray (action, article, &anchor, &mark,
                                 merge_pick (2) ? GALLEY_PLACE_LOST : GALLEY_PLACE_AMBIGUOUS));
  merge_attempt (desk, action);
}

/* What is about an article as a whole, or about none. */
static void
do_at_large (GalleyDesk *desk, const char *id)
{
  g_autofree char *source = pick_source (desk);

  switch (merge_pick (6))
    {
    case 4:
    case 5:
      add_stray (desk, id);
      break;
    case 0:
      merge_attempt (desk, galley_verb_archive (id, merge_pick (2)));
      break;
    case 1:
      if (merge_pick (4) == 0)
        merge_attempt (desk, galley_verb_remove_article (id));
      break;
    case 2:
      if (source != NULL)
        merge_attempt (desk, galley_verb_remove_source (source));
      break;
    default:
      merge_attempt (
          desk, galley_verb_change_setting ("confirmed.independent", merge_pick (2) ? "2" : "3"));
    }
}

static void
do_with_article (Desks *d, GalleyDesk *desk)
{
  const char *id = g_ptr_array_index (d->articles, merge_pick (d->articles->len));
  g_autoptr (GalleyCheck) check =
      galley_desk_find_article (desk, id) != NULL ? galley_desk_load (desk, id, NULL, NULL) : NULL;
  GalleyClaim *claim = check != NULL ? pick_claim (check) : NULL;
  GalleyMark mark = { { 0, 0 }, merge_pick (GALLEY_N_STATUSES), "because", NULL };
  guint what;

  if (check == NULL)
    return;
  if (galley_article_is_signed (galley_check_get_article (check)) && merge_pick (2) > 0)
    merge_attempt (desk, galley_verb_reopen (id, "a slip"));

  what = merge_pick (60);
  if (what < 4)
    do_at_large (desk, id);
  else if (what < 6)
    redraft (desk, check);
  else if (what < 7)
    sign (d, desk, id);
  else if (what < 9)
    turn (desk, merge_pick (2) > 0 ? id : NULL);
  else if (what < 10)
    merge_attempt (desk, galley_verb_dismiss (id, galley_check_get_document (check),
                                              pick_words (check), GALLEY_DISMISSAL_OPINION));
  else if (what < 12)
    add_stray (desk, id);
  else if (what < 17)
    merge_do_with_readings (desk, check);
  else if (what < 24)
    merge_sit_together (desk, check, id);
  else if (what < 28)
    {
      mark.range = pick_words (check);
      merge_attempt (desk, galley_verb_mark (id, galley_check_get_document (check), &mark, 1));
    }
  else if (claim != NULL)
    do_with_claim (desk, check, claim);
}

static void
do_something (Desks *d, guint copy)
{
  GalleyDesk *desk = sit_down (d, copy);

  if (d->articles->len == 0 || merge_pick (60) == 0)
    g_ptr_array_add (d->articles, redraft_import (desk, texts[merge_pick (G_N_ELEMENTS (texts))]));
  else
    do_with_article (d, desk);
}

/* One copy takes in all of another, or one of its articles. */
static void
exchange (Desks *d, guint from, guint to, gboolean all)
{
  const char *id =
      d->articles->len > 0 ? g_ptr_array_index (d->articles, merge_pick (d->articles->len)) : NULL;
  gboolean is_part = !all && id != NULL && merge_pick (2) > 0 &&
                     galley_desk_find_article (d->desks[from], id) != NULL;
  g_autoptr (GBytes) package = merge_export (sit_down (d, from), is_part ? id : NULL);
  g_autoptr (GalleyMergeResult) result = merge_import (sit_down (d, to), package);
  g_autoptr (GalleyMergeResult) again = merge_import (d->desks[to], package);

  g_assert_cmpuint (result->n_new, <=, result->n_events);
  g_assert_cmpuint (again->n_new, ==, 0);
}

#define READ_AND_SETTLED "SELECT count(*) FROM event WHERE kind = 'reading.settle'"

#define LEFT_BEHIND                                                                                \
  "SELECT count(*) FROM claim WHERE gone = 0 AND NOT stands AND place IN ('marked', 'exact',"      \
  " 'moved', 'kept', 'changed', 'relinked')"

/* Every signature covers what there was when it was given, and all else is told. */
static guint
assert_signatures_honest (Desks *d, GalleyDesk *desk)
{
  g_autoptr (GPtrArray) sign_offs = galley_desk_list_sign_offs (desk, NULL, NULL);

  g_assert_nonnull (sign_offs);
  for (guint i = 0; i < sign_offs->len; i++)
    {
      GalleySignOff *sign_off = g_ptr_array_index (sign_offs, i);
      guint n_signed = GPOINTER_TO_UINT (g_hash_table_lookup (d->signed_at, sign_off->id));

      g_assert_cmpuint (sign_off->n_changes, ==,
                        count_for_report (desk, sign_off->article_id) - n_signed);
    }

  return sign_offs->len;
}

/* Everybody takes in everybody else's, in any order, until all have all. */
static void
assert_all_agree (Desks *d)
{
  guint chosen = merge_pick (N_COPIES);
  g_autoptr (GalleyDesk) fresh = NULL;
  g_autofree char *first = NULL;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < N_COPIES; i++)
      {
        guint shift = merge_pick (N_COPIES);

        for (guint j = 0; j < N_COPIES; j++)
          if ((j + shift) % N_COPIES != i)
            exchange (d, (j + shift) % N_COPIES, i, /* all= */ TRUE);
      }

  fresh = testing_open (d->paths[chosen]);
  first = merge_dump (d->paths[0], /* with_blobs= */ TRUE);
  for (guint i = 0; i < N_COPIES; i++)
    {
      g_autofree char *dump = merge_dump (d->paths[i], /* with_blobs= */ TRUE);

      g_assert_cmpstr (dump, ==, first);
      merge_assert_lists_fresh (d->desks[i], fresh);
    }

  /* What is the same need not be examined more than once. */
  testing_assert_sound (d->paths[chosen]);
  merge_assert_honest (d->paths[chosen]);
  assert_signatures_honest (d, d->desks[chosen]);
}

/* A space makes of each body one that is not plain, so that nothing is folded the short way: it has
 * to come to the same. */
static void
assert_short_way_honest (const char *path)
{
  g_autofree char *trigger =
      testing_get_text (path, "SELECT sql FROM sqlite_schema WHERE name = 'event_never_changes'");
  g_autoptr (GPtrArray) problems = NULL;

  testing_change (path, "DROP TRIGGER event_never_changes; UPDATE event SET body = body || ' '");
  testing_change (path, trigger);
  problems = testing_verify (path);
  for (guint i = 0; i < problems->len; i++)
    g_assert_nonnull (strstr (g_ptr_array_index (problems, i), "was changed after it was written"));
  g_assert_cmpuint (problems->len, ==,
                    testing_get_int (path, "SELECT count(*) FROM event WHERE body IS NOT NULL"));
}

/* Loads the article that everybody has; %NULL if it was taken out. */
static GalleyCheck *
load_first (Desks *d, guint copy)
{
  const char *id = g_ptr_array_index (d->articles, 0);

  return galley_desk_find_article (d->desks[copy], id) != NULL
             ? galley_desk_load (d->desks[copy], id, NULL, NULL)
             : NULL;
}

/* All begin with an article that has some claims, and with a reading of it. */
static void
begin_together (Desks *d)
{
  g_autoptr (GalleyCheck) check = NULL;

  for (guint i = 0; i < 12; i++)
    do_something (d, 0);
  check = load_first (d, 0);
  if (check != NULL)
    merge_start_reading (d->desks[0], check);
  for (guint i = 1; i < N_COPIES; i++)
    exchange (d, 0, i, /* all= */ TRUE);
}

/* Whoever can goes through all that a reading is. */
static void
read_and_settle (GalleyDesk *desk, GalleyCheck *check)
{
  GPtrArray *readings = galley_check_get_readings (check);
  g_autoptr (GalleyReading) reading =
      readings->len > 0 ? galley_reading_ref (g_ptr_array_index (readings, 0)) : NULL;
  const char *ids[] = { NULL, NULL };

  if (reading == NULL)
    return;
  ids[0] = ((GalleyReadingVerdict *) g_ptr_array_index (reading->verdicts, 0))->claim_id;
  merge_attempt (desk,
                 galley_verb_read_claims (reading, ids, GALLEY_STATUS_DISPUTED, "read", NULL));
  merge_attempt (desk, galley_verb_end_reading (reading));
  merge_attempt (desk, galley_verb_settle (check, ids, GALLEY_STATUS_CONFIRMED, "settled"));
}

/* In the end everybody has a say on something, so that some disagree in nearly every history. */
static void
have_the_last_word (Desks *d)
{
  for (guint i = 0; i < N_COPIES; i++)
    {
      GalleyDesk *desk = sit_down (d, i);
      g_autoptr (GalleyCheck) check = load_first (d, i);
      GalleyClaimList *claims = check != NULL ? galley_check_get_claims (check) : NULL;
      const char *ids[] = { NULL, NULL };

      if (claims == NULL || galley_claim_list_get_n_claims (claims) == 0)
        continue;
      ids[0] = galley_claim_get_id (galley_claim_list_peek (claims, 0));
      read_and_settle (desk, check);
      merge_attempt (desk, galley_verb_set_status (ids, i % GALLEY_N_STATUSES, NULL));
    }
}

static void
test_all_sides_agree (void)
{
  const char *typed = g_getenv ("GALLEY_N_HISTORIES");
  guint n_histories = typed != NULL ? atoi (typed) : N_HISTORIES;
  g_autoptr (GBytes) template = make_template ();
  guint n_disagreements = 0, n_left_behind = 0, n_signed = 0, n_settled = 0, n_decisions = 0;

  for (guint history = 0; history < n_histories; history++)
    {
      Desks d = { NULL };

      set_up (&d, template);
      begin_together (&d);
      for (guint round = 0; round < N_ROUNDS; round++)
        {
          guint copy = merge_pick (N_COPIES), n_steps = merge_pick (MAX_STEPS + 1);

          if (round == N_ROUNDS / 2)
            merge_clocks_mend (copy);

          for (guint step = 0; step < n_steps; step++)
            do_something (&d, copy);
          if (merge_pick (4) == 0)
            exchange (&d, copy, (copy + 1 + merge_pick (N_COPIES - 1)) % N_COPIES,
                      /* all= */ FALSE);
        }
      have_the_last_word (&d);
      assert_all_agree (&d);
      n_disagreements += merge_count_disagreements (d.desks[0]);
      n_decisions += testing_get_int (d.paths[0], "SELECT count(*) FROM decision");
      n_left_behind += testing_get_int (d.paths[0], LEFT_BEHIND);
      n_signed += testing_get_int (d.paths[0], "SELECT count(*) FROM sign_off");
      n_settled += testing_get_int (d.paths[0], READ_AND_SETTLED);
      assert_short_way_honest (d.paths[0]);
      tear_down (&d);
    }

  /* What is to be tested did happen. */
  g_test_message ("%u disagreements, %u left behind, %u signed, %u settled, %u decisions",
                  n_disagreements, n_left_behind, n_signed, n_settled, n_decisions);
  g_assert_cmpuint (n_disagreements, >, 0);
  g_assert_cmpuint (n_left_behind, >, 0);
  g_assert_cmpuint (n_signed, >, 0);
  g_assert_cmpuint (n_settled, >, 0);
  g_assert_cmpuint (n_decisions, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge-random/all-sides-agree", test_all_sides_agree);

  return g_test_run ();
}
