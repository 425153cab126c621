/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-people.h"

#include "store-testing.h"

#include "galley-agenda.h"
#include "galley-desk-sessions.h"
#include "galley-reading-verbs.h"
#include "galley-session-verbs.h"

const char *const merge_people[MERGE_N_PEOPLE] = { "Ana", "Ben", "Zoë" };

guint
merge_pick (guint n)
{
  return (guint) g_test_rand_int_range (0, n);
}

/* People may try what can't be done any more; nothing worse may come of it. */
void
merge_attempt (GalleyDesk *desk, GalleyAction *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome = testing_try (desk, action, &error);

  if (outcome == NULL)
    g_assert_true (error->domain == GALLEY_STORE_ERROR &&
                   (error->code == GALLEY_STORE_ERROR_NOT_FOUND ||
                    error->code == GALLEY_STORE_ERROR_CONFLICT ||
                    error->code == GALLEY_STORE_ERROR_SIGNED));
}

static void
begin_session (GalleyDesk *desk, GalleyCheck *check, const char *article)
{
  static const GalleyTopic topics[] = { GALLEY_TOPIC_SUGGESTION, GALLEY_TOPIC_DISPUTED,
                                        GALLEY_TOPIC_PENDING };
  const char *const present[] = { merge_people[merge_pick (MERGE_N_PEOPLE)], "Eve", NULL };
  g_autoptr (GPtrArray) points = galley_agenda_build (check, topics, G_N_ELEMENTS (topics));
  GalleySessionPlan plan = { merge_pick (2) ? "The rest" : NULL, "Eve", present, points };

  merge_attempt (desk, galley_verb_start_session (article, &plan));
}

static void
decide (GalleyDesk *desk, GalleyCheck *check, GalleySession *session, GalleyPoint *point)
{
  GalleyClaim *claim =
      point->claim_id != NULL
          ? galley_claim_list_find (galley_check_get_claims (check), point->claim_id)
          : NULL;
  GalleyResolution resolution = { .ruling = merge_pick (GALLEY_N_RULINGS),
                                  .decider = merge_people[merge_pick (MERGE_N_PEOPLE)],
                                  .words = "as Eve said",
                                  .status = merge_pick (GALLEY_N_STATUSES),
                                  .query = { .question = "Who says so?" } };

  if ((claim == NULL) != (point->claim_id == NULL) ||
      (claim == NULL && !g_str_equal (point->text, galley_document_get_text_sha256 (
                                                       galley_check_get_document (check)))) ||
      !galley_verb_can_decide (claim, resolution.ruling))
    return;
  resolution.corrects = resolution.ruling == GALLEY_RULING_CORRECTION;
  resolution.correction = merge_pick (2) ? "12 people" : NULL;
  merge_attempt (desk, galley_verb_decide (session, point, claim, galley_check_get_document (check),
                                           &resolution));
}

static void
do_in_session (GalleyDesk *desk, GalleyCheck *check, GalleySession *session)
{
  const char *const present[] = { "Eve", merge_people[merge_pick (MERGE_N_PEOPLE)], NULL };
  g_autoptr (GPtrArray) points = galley_session_list_points (session);
  GalleyPoint *point =
      points->len > 0 ? g_ptr_array_index (points, merge_pick (points->len)) : NULL;

  switch (merge_pick (14))
    {
    case 0:
      merge_attempt (desk, galley_verb_pause_session (session));
      break;
    case 1:
      merge_attempt (desk,
                     galley_verb_resume_session (session, "Eve", merge_pick (2) ? present : NULL));
      break;
    case 2:
      if (merge_pick (3) == 0)
        merge_attempt (desk, galley_verb_end_session (session));
      break;
    case 3:
      merge_attempt (desk, galley_verb_change_present (
                               session, merge_people[merge_pick (MERGE_N_PEOPLE)], present));
      break;
    case 4:
      if (points->len > 1 && galley_agenda_move (points, 0, points->len - 1))
        merge_attempt (desk, galley_verb_order_agenda (session, points));
      break;
    case 5:
    case 6:
      if (point != NULL)
        merge_attempt (desk, galley_verb_park (session, point->key, merge_pick (3) > 0, "later"));
      break;
    default:
      if (point != NULL)
        decide (desk, check, session, point);
    }
}

void
merge_sit_together (GalleyDesk *desk, GalleyCheck *check, const char *article)
{
  g_autoptr (GPtrArray) sessions = galley_desk_list_sessions (desk, article, NULL, NULL);

  g_assert_nonnull (sessions);
  if (sessions->len == 0 || merge_pick (12) == 0)
    begin_session (desk, check, article);
  else
    do_in_session (desk, check, g_ptr_array_index (sessions, merge_pick (sessions->len)));
}

void
merge_start_reading (GalleyDesk *desk, GalleyCheck *check)
{
  GalleyReadingChoice choice = { merge_pick (GALLEY_N_READING_SCOPES), 1 + merge_pick (4), "seed",
                                 merge_pick (2) };
  g_autoptr (GPtrArray) claims = galley_reading_choose (galley_check_get_claims (check), &choice);

  if (claims->len > 0)
    merge_attempt (
        desk, galley_verb_start_reading (galley_article_get_id (galley_check_get_article (check)),
                                         claims, &choice));
}

static void
go_on_reading (GalleyDesk *desk, GalleyCheck *check, GalleyReading *reading)
{
  GalleyReadingVerdict *part =
      g_ptr_array_index (reading->verdicts, merge_pick (reading->verdicts->len));
  const char *const ids[] = { part->claim_id, NULL };

  if (merge_pick (12) == 0)
    merge_attempt (desk, galley_verb_remove_reading (reading));
  else if (!galley_reading_is_under_way (reading))
    merge_attempt (desk,
                   galley_verb_settle (check, ids, merge_pick (GALLEY_N_STATUSES), "settled"));
  else if (galley_reading_get_n_given (reading) > 0 && merge_pick (3) == 0)
    merge_attempt (desk, galley_verb_end_reading (reading));
  else
    merge_attempt (
        desk, galley_verb_read_claims (reading, ids, merge_pick (GALLEY_N_STATUSES), "read", NULL));
}

/* A second reader may read in a copy where somebody else ends, removes or settles it. */
void
merge_do_with_readings (GalleyDesk *desk, GalleyCheck *check)
{
  GPtrArray *readings = galley_check_get_readings (check);

  if (readings->len == 0 || merge_pick (4) == 0)
    merge_start_reading (desk, check);
  else
    go_on_reading (desk, check, g_ptr_array_index (readings, merge_pick (readings->len)));
}
