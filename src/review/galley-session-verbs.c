/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-session-verbs.h"

#include "galley-digest.h"
#include "galley-record-verbs.h"
#include "galley-verbs.h"

#include <string.h>

static GPtrArray *
describe_points (GPtrArray *points)
{
  GPtrArray *bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_body_free);

  for (guint i = 0; i < points->len; i++)
    {
      GalleyPoint *point = g_ptr_array_index (points, i);
      GalleyBody *body = galley_body_new ();

      galley_body_add_text (body, "key", point->key);
      galley_body_add_text (body, "topic", galley_topic_to_nick (point->topic));
      galley_body_add_text (body, "claim", point->claim_id);
      if (point->claim_id == NULL)
        {
          galley_body_add_text (body, "text", point->text);
          galley_body_add_number (body, "start", point->range.start);
          galley_body_add_number (body, "end", point->range.end);
          galley_body_add_text (body, "quote", point->quote);
        }
      g_ptr_array_add (bodies, body);
    }

  return bodies;
}

static void
add_sitting (GalleyBody *body, GalleySession *session)
{
  galley_body_add_text (body, "sitting", galley_session_get_last_sitting (session)->id);
}

/**
 * galley_verb_start_session:
 * @article_id: UUID
 * @plan: what it is to be
 *
 * Returns: (transfer full): the action; its change's subject is the id of the session
 */
GalleyAction *
galley_verb_start_session (const char *article_id, const GalleySessionPlan *plan)
{
  GalleyAction *action = galley_action_new ("start-session");
  g_autoptr (GalleyBody) body = galley_body_new ();
  g_autoptr (GPtrArray) points = describe_points (plan->points);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *sitting = g_uuid_string_random ();

  galley_body_add_text (body, "heading", plan->heading);
  galley_body_add_text (body, "chair", plan->chair);
  galley_body_add_texts (body, "names", plan->present);
  galley_body_add_text (body, "sitting", sitting);
  galley_body_add_bodies (body, "points", points);
  galley_action_add (action, "session.add", article_id, id, galley_body_end (body));

  return action;
}

static void
add_present (GalleyAction *action,
             GalleySession *session,
             const char *sitting,
             const char *chair,
             const char *const *present)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_text (body, "chair", chair);
  galley_body_add_texts (body, "names", present);
  galley_body_add_text (body, "sitting", sitting);
  galley_action_add (action, "session.present", /* article_id= */ NULL, session->id,
                     galley_body_end (body));
}

/**
 * galley_verb_change_present:
 * @session: a session that people sit in
 * @chair: who decides unless somebody else is named
 * @present: (array zero-terminated=1): names of all who are present now
 *
 * Returns: (transfer full): the action; nothing undoes it
 */
GalleyAction *
galley_verb_change_present (GalleySession *session, const char *chair, const char *const *present)
{
  GalleyAction *action = galley_action_new ("change-present");

  add_present (action, session, galley_session_get_last_sitting (session)->id, chair, present);
  return action;
}

/**
 * galley_verb_order_agenda:
 * @session: a session that people sit in
 * @points: (element-type GalleyPoint): the whole agenda in its new order
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_order_agenda (GalleySession *session, GPtrArray *points)
{
  g_autoptr (GalleyBody) body = galley_body_new ();
  g_autoptr (GPtrArray) bodies = describe_points (points);

  galley_body_add_bodies (body, "points", bodies);
  add_sitting (body, session);
  return galley_verb_make_single ("order-agenda", "session.agenda", session->id, body);
}

/* Where a point of a session stands is known by an id that both give, so that two copies of the
 * library speak of the same. */
static char *
make_parking_id (GalleySession *session, const char *key)
{
  g_autofree char *name = g_strconcat (session->id, "/", key, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (name, strlen (name));
  g_autofree char *digest = galley_digest_bytes (bytes);

  return g_strdup_printf ("%.8s-%.4s-8%.3s-8%.3s-%.12s", digest, digest + 8, digest + 12,
                          digest + 15, digest + 18);
}

/**
 * galley_verb_park:
 * @session: a session that people sit in
 * @key: a point of its agenda
 * @parked: whether it is put off; if not, it is taken up again
 * @why: (nullable): until what or whom
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_park (GalleySession *session, const char *key, gboolean parked, const char *why)
{
  g_autoptr (GalleyBody) body = galley_body_new ();
  g_autofree char *subject = make_parking_id (session, key);

  galley_body_add_text (body, "session", session->id);
  galley_body_add_text (body, "key", key);
  galley_body_add_truth (body, "parked", parked);
  galley_body_add_text (body, "why", why);
  add_sitting (body, session);
  return galley_verb_make_single (parked ? "park" : "unpark", "session.park", subject, body);
}

/**
 * galley_verb_pause_session:
 * @session: a session that people sit in
 *
 * Returns: (transfer full): the action; nothing undoes it
 */
GalleyAction *
galley_verb_pause_session (GalleySession *session)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  add_sitting (body, session);
  return galley_verb_make_single ("pause-session", "session.pause", session->id, body);
}

/**
 * galley_verb_resume_session:
 * @session: a session that was paused, or left behind by a program that was killed
 * @chair: (nullable): who decides from now on; %NULL if nobody else
 * @present: (nullable) (array zero-terminated=1): who is present now; %NULL if they are the same
 *
 * Returns: (transfer full): the action; nothing undoes it
 */
GalleyAction *
galley_verb_resume_session (GalleySession *session, const char *chair, const char *const *present)
{
  g_autoptr (GalleyBody) body = galley_body_new ();
  g_auto (GStrv) same = galley_session_list_present (session);
  g_autofree char *sitting = g_uuid_string_random ();
  GalleyAction *action;

  galley_body_add_text (body, "sitting", sitting);
  action = galley_verb_make_single ("resume-session", "session.resume", session->id, body);
  if (chair != NULL || present != NULL)
    add_present (action, session, sitting, chair != NULL ? chair : session->chair,
                 present != NULL ? present : (const char *const *) same);

  return action;
}

/**
 * galley_verb_end_session:
 * @session: a session that has not ended
 *
 * Returns: (transfer full): the action; nothing undoes it
 */
GalleyAction *
galley_verb_end_session (GalleySession *session)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  add_sitting (body, session);
  return galley_verb_make_single ("end-session", "session.end", session->id, body);
}

/**
 * galley_verb_can_decide:
 * @claim: (nullable): what a point is about; %NULL if it is about words that are no claim
 *
 * Returns: whether such a decision makes sense there: a claim is not dismissed, and what nobody has
 *   marked has nothing that could be kept
 */
gboolean
galley_verb_can_decide (GalleyClaim *claim, GalleyRuling ruling)
{
  return claim != NULL ? ruling != GALLEY_RULING_DISMISS : ruling != GALLEY_RULING_KEEP;
}

/* Whether words that are no claim become one by such a decision. */
static gboolean
makes_claim (GalleyRuling ruling)
{
  return ruling == GALLEY_RULING_VERDICT || ruling == GALLEY_RULING_CORRECTION ||
         ruling == GALLEY_RULING_ASK;
}

static void
add_decision (GalleyAction *action,
              GalleySession *session,
              GalleyPoint *point,
              const char *claim_id,
              gboolean is_marked,
              const char *query_id,
              const GalleyResolution *resolution)
{
  g_autoptr (GalleyBody) body = galley_body_new ();
  g_autofree char *id = g_uuid_string_random ();

  galley_body_add_text (body, "session", session->id);
  galley_body_add_text (body, "key", point->key);
  galley_body_add_text (body, "claim", claim_id);
  if (is_marked)
    galley_body_add_truth (body, "marked", TRUE);
  add_sitting (body, session);
  galley_body_add_text (body, "ruling", galley_ruling_to_nick (resolution->ruling));
  galley_body_add_text (body, "decider", resolution->decider);
  galley_body_add_text (body, "words", resolution->words);
  galley_body_add_text (body, "quote", point->quote);
  if (resolution->ruling == GALLEY_RULING_VERDICT || is_marked)
    galley_body_add_text (body, "status",
                          galley_status_to_nick (resolution->ruling == GALLEY_RULING_VERDICT
                                                     ? resolution->status
                                                     : GALLEY_STATUS_PENDING));
  galley_body_add_text (body, "reason", resolution->reason);
  if (resolution->corrects)
    {
      galley_body_add_truth (body, "corrects", TRUE);
      galley_body_add_text (body, "correction", resolution->correction);
    }
  if (query_id != NULL)
    {
      galley_body_add_text (body, "addressee",
                            galley_addressee_to_nick (resolution->query.addressee));
      galley_body_add_text (body, "question", resolution->query.question);
      galley_body_add_text (body, "query", query_id);
    }
  galley_action_add (action, "session.decide", /* article_id= */ NULL, id, galley_body_end (body));
}

/* What the decision does to a claim. To keep a verdict that others contradict is to decide between
 * them, as giving it again is. */
static void
carry_out (GalleyAction *action,
           const char *claim_id,
           GalleyClaim *claim,
           const char *query_id,
           const GalleyResolution *resolution)
{
  if (resolution->ruling == GALLEY_RULING_VERDICT && claim != NULL)
    galley_verb_add_status (action, claim_id, resolution->status, resolution->reason);
  if (resolution->ruling == GALLEY_RULING_KEEP && galley_claim_get_disagreement (claim) != NULL)
    galley_verb_add_status (action, claim_id, galley_claim_get_status (claim),
                            galley_claim_get_reason (claim));
  if (resolution->corrects)
    galley_verb_add_correction (action, claim_id, resolution->correction);
  if (resolution->ruling == GALLEY_RULING_NOTE)
    galley_verb_add_comment (action, claim_id, resolution->words);
  if (query_id != NULL)
    galley_verb_add_question (action, query_id, claim_id, &resolution->query);
}

static void
add_dismissal (GalleyAction *action,
               GalleySession *session,
               GalleyPoint *point,
               GalleyDocument *document,
               GalleyDismissalKind kind)
{
  g_autoptr (GalleyBody) body = galley_body_new ();
  g_autofree char *id = g_uuid_string_random ();

  galley_anchor_describe (document, point->range, body);
  galley_body_add_text (body, "kind", galley_dismissal_kind_to_nick (kind));
  galley_action_add (action, "dismissal.add", session->article_id, id, galley_body_end (body));
}

/**
 * galley_verb_decide:
 * @session: a session that people sit in
 * @point: a point of its agenda
 * @claim: (nullable): the claim that it is about by now; %NULL if it is about words of @document,
 *   which has to be the text that they were chosen in
 * @document: the article's draft
 * @resolution: what was decided; see galley_verb_can_decide()
 *
 * Notes a decision and carries it out, in one step: undo takes back both.
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_decide (GalleySession *session,
                    GalleyPoint *point,
                    GalleyClaim *claim,
                    GalleyDocument *document,
                    const GalleyResolution *resolution)
{
  GalleyAction *action = galley_action_new ("decide");
  gboolean is_marked = claim == NULL && makes_claim (resolution->ruling);
  GalleyMark mark = { point->range, GALLEY_STATUS_PENDING, resolution->reason, NULL };
  g_autofree char *query_id =
      resolution->ruling == GALLEY_RULING_ASK ? g_uuid_string_random () : NULL;
  g_autoptr (GalleyAction) marking = galley_action_new ("mark");
  g_autofree char *marked_id = NULL;
  const char *claim_id = claim != NULL ? galley_claim_get_id (claim) : NULL;

  if (claim == NULL)
    galley_action_expect_text (action, point->text);
  if (resolution->ruling == GALLEY_RULING_VERDICT)
    mark.status = resolution->status;
  if (is_marked)
    claim_id = marked_id = galley_verb_add_mark (marking, session->article_id, document, &mark);

  add_decision (action, session, point, claim_id, is_marked, query_id, resolution);
  for (guint i = 0; i < marking->changes->len; i++)
    {
      GalleyChange *change = g_ptr_array_index (marking->changes, i);

      galley_action_add (action, change->kind, change->article_id, change->subject_id,
                         change->body);
    }
  if (resolution->ruling == GALLEY_RULING_DISMISS)
    add_dismissal (action, session, point, document, resolution->dismissal);
  else if (claim_id != NULL)
    carry_out (action, claim_id, claim, query_id, resolution);

  return action;
}
