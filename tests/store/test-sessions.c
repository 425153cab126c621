/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-testing.h"
#include "redraft-testing.h"

#include "galley-agenda.h"
#include "galley-desk-sessions.h"
#include "galley-session-verbs.h"

/* Review sessions in the journal and the tables that are folded from it. */

#define TEXT                                                                                       \
  "The strike killed 11 people.\nOfficials disagree.\nNobody said why it took three days.\n"       \
  "The harbour was closed."

typedef struct
{
  char *folder;
  char *path;
  GalleyDesk *desk;
  char *article;
  char *strike; /* claims */
  char *officials;
} Fixture;

static char *
mark (Fixture *f, const char *words, GalleyStatus status)
{
  g_autoptr (GalleyCheck) check = redraft_load (f->desk, f->article);

  return g_strdup (testing_mark_words (f->desk, check, words, status));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = testing_make_folder ();
  f->path = g_build_filename (f->folder, "x.galleydb", NULL);
  f->desk = testing_open (f->path);
  f->article = redraft_import (f->desk, TEXT);
  f->strike = mark (f, "The strike killed 11 people.", GALLEY_STATUS_PENDING);
  f->officials = mark (f, "Officials disagree.", GALLEY_STATUS_DISPUTED);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  testing_assert_sound (f->path);
  g_assert_finalize_object (f->desk);
  g_free (f->path);
  g_free (f->article);
  g_free (f->strike);
  g_free (f->officials);
  testing_remove_folder (f->folder);
}

static GalleySession *
load_session (GalleyDesk *desk, const char *article)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) sessions = galley_desk_list_sessions (desk, article, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, >, 0);
  return galley_session_ref (g_ptr_array_index (sessions, sessions->len - 1));
}

static void
start (GalleyDesk *desk, const char *article)
{
  static const GalleyTopic topics[] = { GALLEY_TOPIC_DISAGREEING, GALLEY_TOPIC_DISPUTED,
                                        GALLEY_TOPIC_PENDING, GALLEY_TOPIC_SUGGESTION };
  const char *const present[] = { "Eve", "Ana", NULL };
  g_autoptr (GalleyCheck) check = redraft_load (desk, article);
  g_autoptr (GPtrArray) points = galley_agenda_build (check, topics, G_N_ELEMENTS (topics));
  GalleySessionPlan plan = { NULL, "Eve", present, points };

  testing_perform (desk, galley_verb_start_session (article, &plan));
}

static GalleyAction *
make_decision (Fixture *f, guint position, const GalleyResolution *resolution)
{
  g_autoptr (GalleySession) session = load_session (f->desk, f->article);
  g_autoptr (GalleyCheck) check = redraft_load (f->desk, f->article);
  GalleyPoint *point = g_ptr_array_index (session->points, position);
  GalleyClaim *claim =
      point->claim_id != NULL
          ? galley_claim_list_find (galley_check_get_claims (check), point->claim_id)
          : NULL;

  return galley_verb_decide (session, point, claim, galley_check_get_document (check), resolution);
}

static void
decide (Fixture *f, guint position, GalleyResolution resolution)
{
  resolution.decider = "Eve";
  testing_perform (f->desk, make_decision (f, position, &resolution));
}

static void
turn (Fixture *f, gboolean back)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome =
      back ? galley_desk_undo (f->desk, f->article, NULL, NULL, &error)
           : galley_desk_redo (f->desk, f->article, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (outcome->sessions->len, ==, 1);
}

static void
assert_status (Fixture *f, const char *claim_id, GalleyStatus status)
{
  g_autoptr (GalleyCheck) check = redraft_load (f->desk, f->article);

  g_assert_cmpint (galley_claim_get_status (redraft_find (check, claim_id)), ==, status);
}

static void
test_start (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleySession) session = NULL;
  g_auto (GStrv) present = NULL;
  GalleyPoint *last;

  start (f->desk, f->article);
  session = load_session (f->desk, f->article);
  g_assert_cmpstr (session->article_id, ==, f->article);
  g_assert_cmpstr (session->chair, ==, "Eve");
  g_assert_cmpuint (session->draft, ==, 1);
  g_assert_cmpint (session->state, ==, GALLEY_SESSION_OPEN);
  g_assert_cmpuint (session->points->len, ==, 4);
  g_assert_cmpstr (((GalleyPoint *) g_ptr_array_index (session->points, 0))->key, ==, f->officials);
  g_assert_cmpstr (((GalleyPoint *) g_ptr_array_index (session->points, 1))->key, ==, f->strike);
  last = g_ptr_array_index (session->points, 3);
  g_assert_cmpint (last->topic, ==, GALLEY_TOPIC_SUGGESTION);
  g_assert_null (last->claim_id);
  g_assert_cmpstr (last->quote, ==, "The harbour was closed.");

  present = galley_session_list_present (session);
  g_assert_cmpuint (g_strv_length (present), ==, 2);
  g_assert_cmpstr (present[0], ==, "Eve");
}

static void
test_one_undo_takes_back_both (Fixture *f, gconstpointer data)
{
  GalleyDecision *decision;

  start (f->desk, f->article);
  decide (f, 1,
          (GalleyResolution){ .ruling = GALLEY_RULING_VERDICT,
                              .status = GALLEY_STATUS_DISPUTED,
                              .reason = "twelve",
                              .corrects = TRUE,
                              .correction = "12 people" });
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GalleySession) session = load_session (f->desk, f->article);

      assert_status (f, f->strike, GALLEY_STATUS_DISPUTED);
      decision = galley_session_find_decision (session, f->strike);
      g_assert_nonnull (decision);
      g_assert_cmpstr (decision->decider, ==, "Eve");
      g_assert_cmpstr (decision->quote, ==, "The strike killed 11 people.");
      g_assert_true (decision->has_status && decision->had_status);
      g_assert_cmpint (decision->old_status, ==, GALLEY_STATUS_PENDING);
      g_assert_cmpint (decision->status, ==, GALLEY_STATUS_DISPUTED);
      g_assert_cmpstr (decision->reason, ==, "twelve");
      g_assert_cmpstr (decision->correction, ==, "12 people");
      g_assert_null (decision->old_correction);

      turn (f, /* back= */ TRUE);
      g_clear_pointer (&session, galley_session_unref);
      session = load_session (f->desk, f->article);
      g_assert_cmpuint (session->decisions->len, ==, 0);
      assert_status (f, f->strike, GALLEY_STATUS_PENDING);
      testing_assert_sound (f->path);
      turn (f, /* back= */ FALSE);
    }
}

static void
test_keep_and_ask (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleySession) session = NULL;
  g_autoptr (GalleyCheck) check = NULL;
  GalleyDecision *kept, *asked;
  GPtrArray *queries;

  start (f->desk, f->article);
  decide (f, 0,
          (GalleyResolution){ .ruling = GALLEY_RULING_KEEP, .words = "It is what they said" });
  decide (f, 1,
          (GalleyResolution){
              .ruling = GALLEY_RULING_ASK,
              .query = { .addressee = GALLEY_ADDRESSEE_EDITOR, .question = "Who counted?" } });
  session = load_session (f->desk, f->article);
  kept = galley_session_find_decision (session, f->officials);
  g_assert_cmpint (kept->ruling, ==, GALLEY_RULING_KEEP);
  g_assert_cmpint (kept->status, ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpint (kept->old_status, ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpstr (kept->words, ==, "It is what they said");

  asked = galley_session_find_decision (session, f->strike);
  check = redraft_load (f->desk, f->article);
  queries = galley_claim_get_queries (redraft_find (check, f->strike));
  g_assert_cmpuint (queries->len, ==, 1);
  g_assert_cmpstr (((GalleyQuery *) g_ptr_array_index (queries, 0))->id, ==, asked->query_id);
  g_assert_cmpint (asked->addressee, ==, GALLEY_ADDRESSEE_EDITOR);
  turn (f, /* back= */ TRUE);
  turn (f, /* back= */ TRUE);
}

static void
test_suggestions (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleySession) session = NULL;
  g_autoptr (GalleyCheck) check = NULL;
  GalleyDecision *decision;
  GArray *suggestions;

  start (f->desk, f->article);
  decide (f, 2,
          (GalleyResolution){ .ruling = GALLEY_RULING_VERDICT, .status = GALLEY_STATUS_CONFIRMED });
  decide (
      f, 3,
      (GalleyResolution){ .ruling = GALLEY_RULING_DISMISS, .dismissal = GALLEY_DISMISSAL_OPINION });
  session = load_session (f->desk, f->article);
  decision = g_ptr_array_index (session->decisions, 0);
  g_assert_false (decision->had_status);
  g_assert_cmpint (decision->status, ==, GALLEY_STATUS_CONFIRMED);
  assert_status (f, decision->claim_id, GALLEY_STATUS_CONFIRMED);
  decision = g_ptr_array_index (session->decisions, 1);
  g_assert_false (decision->has_status);
  g_assert_cmpstr (decision->quote, ==, "The harbour was closed.");

  check = redraft_load (f->desk, f->article);
  suggestions = galley_check_get_suggestions (check);
  g_assert_cmpuint (suggestions->len, ==, 0);
  g_array_unref (suggestions);
  turn (f, /* back= */ TRUE);
  turn (f, /* back= */ TRUE);
  g_clear_object (&check);
  check = redraft_load (f->desk, f->article);
  suggestions = galley_check_get_suggestions (check);
  g_assert_cmpuint (suggestions->len, ==, 2);
  g_array_unref (suggestions);
}

static void
test_nothing_undoes_a_pause (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleySession) session = NULL;

  start (f->desk, f->article);
  decide (f, 1,
          (GalleyResolution){ .ruling = GALLEY_RULING_VERDICT, .status = GALLEY_STATUS_CONFIRMED });
  session = load_session (f->desk, f->article);
  testing_perform (f->desk, galley_verb_pause_session (session));
  turn (f, /* back= */ TRUE);
  assert_status (f, f->strike, GALLEY_STATUS_PENDING);
  g_clear_pointer (&session, galley_session_unref);
  session = load_session (f->desk, f->article);
  g_assert_cmpint (session->state, ==, GALLEY_SESSION_PAUSED);
}

static void
test_parking_and_order (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleySession) session = NULL;
  g_autoptr (GPtrArray) points = NULL;
  GalleyPoint *point;

  start (f->desk, f->article);
  session = load_session (f->desk, f->article);
  testing_perform (f->desk, galley_verb_park (session, f->strike, TRUE, "until Ben is here"));
  points = galley_session_list_points (session);
  g_assert_true (galley_agenda_move (points, 3, 0));
  testing_perform (f->desk, galley_verb_order_agenda (session, points));

  g_clear_pointer (&session, galley_session_unref);
  session = load_session (f->desk, f->article);
  g_assert_cmpstr (((GalleyPoint *) g_ptr_array_index (session->points, 0))->quote, ==,
                   "The harbour was closed.");
  point = galley_session_find_point (session, f->strike);
  g_assert_true (point->is_parked);
  g_assert_cmpstr (point->why_parked, ==, "until Ben is here");
  g_assert_cmpstr (point->parked_in, ==, galley_session_get_last_sitting (session)->id);

  turn (f, /* back= */ TRUE);
  turn (f, /* back= */ TRUE);
  g_clear_pointer (&session, galley_session_unref);
  session = load_session (f->desk, f->article);
  g_assert_cmpstr (((GalleyPoint *) g_ptr_array_index (session->points, 0))->key, ==, f->officials);
  g_assert_false (galley_session_find_point (session, f->strike)->is_parked);
}

static void
test_people_come_and_go (Fixture *f, gconstpointer data)
{
  const char *const present[] = { "Ben", "Ana", NULL };
  g_autoptr (GalleySession) session = NULL;
  guint n_left = 0;

  start (f->desk, f->article);
  session = load_session (f->desk, f->article);
  testing_perform (f->desk, galley_verb_change_present (session, "Ben", present));
  g_clear_pointer (&session, galley_session_unref);
  session = load_session (f->desk, f->article);
  g_assert_cmpstr (session->chair, ==, "Ben");
  g_assert_cmpuint (session->attendance->len, ==, 3);
  for (guint i = 0; i < session->attendance->len; i++)
    {
      GalleyAttendance *attendance = g_ptr_array_index (session->attendance, i);

      n_left += attendance->until != 0;
      if (g_str_equal (attendance->name, "Eve"))
        g_assert_cmpint (attendance->until, >=, attendance->since);
    }
  g_assert_cmpuint (n_left, ==, 1);
}

/* The program is gone in the middle of a sitting; so is its desk. */
static void
test_goes_on_after_a_crash (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleySession) session = NULL;
  GalleySitting *sitting;
  gint64 until;

  start (f->desk, f->article);
  decide (f, 1,
          (GalleyResolution){ .ruling = GALLEY_RULING_VERDICT, .status = GALLEY_STATUS_CONFIRMED });
  g_assert_finalize_object (f->desk);
  f->desk = testing_open (f->path);

  session = load_session (f->desk, f->article);
  g_assert_cmpint (session->state, ==, GALLEY_SESSION_OPEN);
  sitting = galley_session_get_last_sitting (session);
  g_assert_false (sitting->is_closed);
  g_assert_cmpint (sitting->last_at, ==,
                   galley_session_find_decision (session, f->strike)->decided_at);
  until = sitting->last_at - sitting->started_at;
  g_assert_cmpint (galley_session_get_duration (session, 0), ==, until);

  testing_perform (f->desk, galley_verb_resume_session (session, NULL, NULL));
  g_clear_pointer (&session, galley_session_unref);
  session = load_session (f->desk, f->article);
  g_assert_cmpuint (session->sittings->len, ==, 2);
  g_assert_cmpint (galley_session_get_duration (session, 0), ==, until);
  decide (f, 0, (GalleyResolution){ .ruling = GALLEY_RULING_KEEP });
}

static void
test_end_is_the_end (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleySession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  GalleyResolution resolution = { .ruling = GALLEY_RULING_KEEP, .decider = "Eve" };

  start (f->desk, f->article);
  session = load_session (f->desk, f->article);
  testing_perform (f->desk, galley_verb_end_session (session));
  outcome = testing_try (f->desk, make_decision (f, 0, &resolution), &error);
  g_assert_null (outcome);
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  outcome = testing_try (f->desk, galley_verb_resume_session (session, NULL, NULL), &error);
  g_assert_null (outcome);

  g_clear_pointer (&session, galley_session_unref);
  session = load_session (f->desk, f->article);
  g_assert_cmpint (session->state, ==, GALLEY_SESSION_ENDED);
  g_assert_cmpint (session->ended_at, >=, session->started_at);
  g_assert_true (galley_session_get_last_sitting (session)->is_closed);
}

/* Two copies hold a session each, and one of them ends the one that the other goes on with. */
static void
test_merging_keeps_both (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "y.galleydb", NULL);
  g_autoptr (GalleyDesk) other = testing_open (path);
  g_autoptr (GalleySession) session = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  start (f->desk, f->article);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GBytes) package = merge_export (f->desk, NULL);
      g_autoptr (GalleyMergeResult) result = merge_import (other, package);
    }
  session = load_session (other, f->article);
  testing_perform (other, galley_verb_end_session (session));
  start (other, f->article);
  decide (f, 1,
          (GalleyResolution){ .ruling = GALLEY_RULING_VERDICT, .status = GALLEY_STATUS_DISPUTED });

  {
    g_autoptr (GBytes) package = merge_export (other, NULL);
    g_autoptr (GalleyMergeResult) result = merge_import (f->desk, package);
    g_autoptr (GBytes) back = merge_export (f->desk, NULL);
    g_autoptr (GalleyMergeResult) there = merge_import (other, back);
  }
  ours = merge_dump (f->path, TRUE);
  theirs = merge_dump (path, TRUE);
  g_assert_cmpstr (ours, ==, theirs);
  g_assert_cmpint (testing_get_int (f->path, "SELECT count(*) FROM session"), ==, 2);
  g_assert_cmpint (testing_get_int (f->path, "SELECT count(*) FROM session s JOIN decision d"
                                             " ON d.session = s.id WHERE s.state = 'ended'"),
                   ==, 1);
  testing_assert_sound (path);
}

/* To keep a verdict that somebody else contradicts decides between the two. */
static void
test_keeping_decides (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "y.galleydb", NULL);
  g_autoptr (GalleyDesk) other = testing_open (path);
  g_autoptr (GBytes) package = merge_export (f->desk, NULL);
  g_autoptr (GalleyMergeResult) result = merge_import (other, package);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GalleyMergeResult) merged = NULL;
  g_autoptr (GalleySession) session = NULL;

  testing_set_status (f->desk, f->strike, GALLEY_STATUS_CONFIRMED, NULL);
  testing_set_status (other, f->strike, GALLEY_STATUS_DISPUTED, "twelve");
  back = merge_export (other, NULL);
  merged = merge_import (f->desk, back);
  g_assert_cmpuint (merge_count_disagreements (f->desk), ==, 1);

  start (f->desk, f->article);
  session = load_session (f->desk, f->article);
  /* First, whichever of the two verdicts stands: within a millisecond that is chance. */
  g_assert_cmpstr (((GalleyPoint *) g_ptr_array_index (session->points, 0))->key, ==, f->strike);
  decide (f, 0, (GalleyResolution){ .ruling = GALLEY_RULING_KEEP });
  g_assert_cmpuint (merge_count_disagreements (f->desk), ==, 0);
  turn (f, /* back= */ TRUE);
  g_assert_cmpuint (merge_count_disagreements (f->desk), ==, 1);
}

static void
test_purge_destroys_them (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  start (f->desk, f->article);
  decide (f, 1, (GalleyResolution){ .ruling = GALLEY_RULING_NOTE, .words = "Ask the lawyer" });
  outcome = galley_desk_purge_article (f->desk, f->article, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (testing_get_int (f->path, "SELECT (SELECT count(*) FROM session)"
                                             " + (SELECT count(*) FROM sitting)"
                                             " + (SELECT count(*) FROM attendance)"
                                             " + (SELECT count(*) FROM point)"
                                             " + (SELECT count(*) FROM parking)"
                                             " + (SELECT count(*) FROM decision)"),
                   ==, 0);
  g_assert_cmpint (testing_get_int (f->path, "SELECT count(*) FROM event WHERE kind LIKE"
                                             " 'session.%' AND body IS NOT NULL"),
                   ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "start", test_start },
    { "one-undo-takes-back-both", test_one_undo_takes_back_both },
    { "keep-and-ask", test_keep_and_ask },
    { "suggestions", test_suggestions },
    { "nothing-undoes-a-pause", test_nothing_undoes_a_pause },
    { "parking-and-order", test_parking_and_order },
    { "people-come-and-go", test_people_come_and_go },
    { "goes-on-after-a-crash", test_goes_on_after_a_crash },
    { "end-is-the-end", test_end_is_the_end },
    { "merging-keeps-both", test_merging_keeps_both },
    { "keeping-decides", test_keeping_decides },
    { "purge-destroys-them", test_purge_destroys_them },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/sessions/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
