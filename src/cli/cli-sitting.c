/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"
#include "cli-sessions.h"

#include "galley-agenda.h"
#include "galley-session-verbs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All names as they are written, @chair among them; (transfer full), or NULL with an error. */
static GStrv
collect_names (char **typed, const char *chair, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) present = g_strdupv (typed);

  for (guint i = 0; present != NULL && present[i] != NULL; i++)
    if (!cli_clean_name (&present[i], error))
      return NULL;

  if (chair != NULL && (present == NULL || !g_strv_contains ((const char *const *) present, chair)))
    g_strv_builder_add (names, chair);
  if (present != NULL)
    g_strv_builder_addv (names, (const char **) present);
  return g_strv_builder_end (names);
}

/* What was typed of topics, or all that an agenda is usually made of. */
static gboolean
parse_topics (char **typed, GArray *topics, GError **error)
{
  for (GalleyTopic topic = 0; typed == NULL && topic < GALLEY_TOPIC_CHOSEN; topic++)
    g_array_append_val (topics, topic);
  for (guint i = 0; typed != NULL && typed[i] != NULL; i++)
    {
      GalleyTopic topic;

      if (!galley_topic_from_nick (typed[i], &topic) || topic == GALLEY_TOPIC_CHOSEN)
        {
          g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                       _ ("“%s” is none of “disagreeing”, “disputed”, “changed”, “pending”, "
                          "“starred” and “suggestion”"),
                       typed[i]);
          return FALSE;
        }
      g_array_append_val (topics, topic);
    }

  return TRUE;
}

static GPtrArray *
build_from_claims (CliCall *call, GalleyCheck *check, char **typed, GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_autofree char *id = cli_find_claim (call, typed[i], error);

      if (id == NULL)
        return NULL;
      g_strv_builder_add (ids, id);
    }
  all = g_strv_builder_end (ids);
  return galley_agenda_build_from_claims (check, (const char *const *) all);
}

static GPtrArray *
build_agenda (CliCall *call, GalleyCheck *check, char **topics, char **claims, GError **error)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (GalleyTopic));

  if (claims != NULL)
    return build_from_claims (call, check, claims, error);
  if (!parse_topics (topics, chosen, error))
    return NULL;
  return galley_agenda_build (check, (GalleyTopic *) chosen->data, chosen->len);
}

/* What was typed to begin a session. */
typedef struct
{
  char *heading;
  char *chair;
  char **present;
  char **topics;
  char **claims;
} Plan;

static void
plan_clear (Plan *plan)
{
  g_free (plan->heading);
  g_free (plan->chair);
  g_strfreev (plan->present);
  g_strfreev (plan->topics);
  g_strfreev (plan->claims);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static gboolean
start (CliCall *call, const Plan *typed, GError **error)
{
  g_autoptr (GalleyCheck) check = cli_load (call, call->arguments[0], error);
  g_autoptr (GPtrArray) points =
      check != NULL ? build_agenda (call, check, typed->topics, typed->claims, error) : NULL;
  g_auto (GStrv) present =
      points != NULL ? collect_names (typed->present, typed->chair, error) : NULL;
  GalleySessionPlan plan = { .heading = typed->heading, .points = points };

  if (present == NULL)
    return FALSE;
  if (present[0] == NULL)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("Who is present has to be said, with “--present” or “--chair”"));
      return FALSE;
    }
  if (points->len == 0)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED, _ ("There is nothing to put on the agenda"));
      return FALSE;
    }

  plan.chair = typed->chair != NULL ? typed->chair : present[0];
  plan.present = (const char *const *) present;
  return cli_perform_and_print (
      call,
      galley_verb_start_session (galley_article_get_id (galley_check_get_article (check)), &plan),
      /* n_printed= */ 1, error);
}

/* galleyctl start-session ARTICLE */
gboolean
cli_start_session (CliCall *call, GError **error)
{
  g_auto (Plan) typed = { NULL };
  const GOptionEntry options[] = {
    { "present", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typed.present,
      N_ ("Who is present; may be repeated"), N_ ("NAME") },
    { "chair", 0, 0, G_OPTION_ARG_STRING, &typed.chair,
      N_ ("Who decides, if not the first of those present"), N_ ("NAME") },
    { "topic", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typed.topics,
      N_ ("What to talk about, if not everything; may be repeated, and the order counts"),
      N_ ("TOPIC") },
    { "claim", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typed.claims,
      N_ ("Talk about this claim, and no more than such; may be repeated"), N_ ("CLAIM") },
    { "heading", 0, 0, G_OPTION_ARG_STRING, &typed.heading, N_ ("What the session is about"),
      N_ ("TEXT") },
    { NULL },
  };

  return cli_call_parse (call, options, error) && cli_clean_name (&typed.chair, error) &&
         start (call, &typed, error);
}

/* galleyctl present SESSION NAME… */
gboolean
cli_present (CliCall *call, GError **error)
{
  g_autofree char *chair = NULL;
  const GOptionEntry options[] = {
    { "chair", 0, 0, G_OPTION_ARG_STRING, &chair, N_ ("Who decides from now on"), N_ ("NAME") },
    { NULL },
  };
  g_autoptr (GalleyReview) review = NULL;
  g_auto (GStrv) names = NULL;
  GalleySession *session;

  if (!cli_call_parse (call, options, error) || !cli_clean_name (&chair, error))
    return FALSE;
  names = collect_names (call->arguments + 1, chair, error);
  review = names != NULL ? cli_load_review (call, call->arguments[0], error) : NULL;
  if (review == NULL)
    return FALSE;

  session = galley_review_get_session (review);
  return cli_perform (call,
                      galley_verb_change_present (session, chair != NULL ? chair : session->chair,
                                                  (const char *const *) names),
                      error);
}

/* Puts what was typed first, in its order; the rest follows as it was. */
static GPtrArray *
reorder (CliCall *call, GalleyReview *review, gboolean drop, GError **error)
{
  g_autoptr (GPtrArray) points = galley_session_list_points (galley_review_get_session (review));
  guint n_placed = 0;

  for (guint i = 1; call->arguments[i] != NULL; i++)
    {
      GalleyReviewPoint *point = cli_find_point (call, review, call->arguments[i], error);
      guint position = 0;

      if (point == NULL)
        return NULL;
      if (!g_ptr_array_find (points, galley_review_point_get_point (point), &position) ||
          position < n_placed)
        continue;
      if (drop)
        g_ptr_array_remove_index (points, position);
      else
        galley_agenda_move (points, position, n_placed++);
    }

  return g_steal_pointer (&points);
}

/* galleyctl agenda SESSION [POINT…] */
gboolean
cli_agenda (CliCall *call, GError **error)
{
  gboolean drop = FALSE;
  const GOptionEntry options[] = {
    { "drop", 0, 0, G_OPTION_ARG_NONE, &drop, N_ ("Take the points off the agenda"), NULL },
    { NULL },
  };
  g_autoptr (GalleyReview) review = NULL;
  g_autoptr (GPtrArray) points = NULL;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  review = cli_load_review (call, call->arguments[0], error);
  if (review == NULL)
    return FALSE;
  if (call->arguments[1] == NULL)
    {
      cli_print_agenda (call, review);
      return TRUE;
    }

  points = reorder (call, review, drop, error);
  return points != NULL &&
         cli_perform (call, galley_verb_order_agenda (galley_review_get_session (review), points),
                      error);
}

/* galleyctl park SESSION POINT */
gboolean
cli_park (CliCall *call, GError **error)
{
  gboolean back = FALSE;
  g_autofree char *why = NULL;
  const GOptionEntry options[] = {
    { "why", 0, 0, G_OPTION_ARG_STRING, &why, N_ ("Until what or whom"), N_ ("TEXT") },
    { "back", 0, 0, G_OPTION_ARG_NONE, &back, N_ ("Take it up again"), NULL },
    { NULL },
  };
  g_autoptr (GalleyReview) review = NULL;
  GalleyReviewPoint *point;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  review = cli_load_review (call, call->arguments[0], error);
  point = review != NULL ? cli_find_point (call, review, call->arguments[1], error) : NULL;

  return point != NULL &&
         cli_perform (call,
                      galley_verb_park (galley_review_get_session (review),
                                        galley_review_point_get_key (point), !back, why),
                      error);
}

/* What was typed to decide about a point. */
typedef struct
{
  char *by;
  char *words;
  char *reason;
  char *correction;
  char *to;
  char *question;
  char *as;
} Ruling;

static void
ruling_clear (Ruling *ruling)
{
  g_free (ruling->by);
  g_free (ruling->words);
  g_free (ruling->reason);
  g_free (ruling->correction);
  g_free (ruling->to);
  g_free (ruling->question);
  g_free (ruling->as);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ruling, ruling_clear)

/* A status stands for a verdict, and every other word for itself. */
static gboolean
parse_ruling (const char *typed, GalleyResolution *resolution, GError **error)
{
  if (galley_status_from_nick (typed, &resolution->status))
    resolution->ruling = GALLEY_RULING_VERDICT;
  else if (!galley_ruling_from_nick (typed, &resolution->ruling) ||
           resolution->ruling == GALLEY_RULING_VERDICT)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("“%s” is none of “confirmed”, “disputed”, “pending”, “keep”, “correction”, "
                      "“ask”, “note” and “dismiss”"),
                   typed);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *line = text != NULL ? cli_to_line (text) : NULL;

  return line == NULL || *line == '\0';
}

/* Whether the options go with what is decided. */
static gboolean
complete (const Ruling *typed, GalleyResolution *resolution, GError **error)
{
  GalleyRuling ruling = resolution->ruling;
  const char *missing = NULL;

  resolution->query.addressee = GALLEY_ADDRESSEE_WRITER;
  if (ruling == GALLEY_RULING_CORRECTION && typed->correction == NULL)
    missing = "--correction";
  else if (ruling == GALLEY_RULING_ASK && is_blank (typed->question))
    missing = "--question";
  else if (ruling == GALLEY_RULING_NOTE && is_blank (typed->words))
    missing = "--words";
  if (missing != NULL)
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("“%s” is missing"), missing);
  else if (typed->to != NULL &&
           (!galley_addressee_from_nick (typed->to, &resolution->query.addressee) ||
            resolution->query.addressee == GALLEY_ADDRESSEE_SOURCE))
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("“%s” is neither “writer” nor “editor”"),
                 typed->to);
  else if (typed->as != NULL &&
           !galley_dismissal_kind_from_nick (typed->as, &resolution->dismissal))
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("“%s” is neither “opinion” nor “not-checkable”"), typed->as);
  else
    {
      resolution->decider = typed->by;
      resolution->words = typed->words;
      resolution->reason = typed->reason;
      resolution->corrects = typed->correction != NULL;
      resolution->correction = typed->correction;
      resolution->query.question = typed->question;
      return TRUE;
    }

  return FALSE;
}

static gboolean
resolve (CliCall *call, GalleyReview *review, GalleyResolution *resolution, GError **error)
{
  GalleyReviewPoint *point = cli_find_point (call, review, call->arguments[1], error);
  GalleySession *session = galley_review_get_session (review);
  GalleyClaim *claim = point != NULL ? galley_review_point_get_claim (point) : NULL;
  g_autoptr (GalleyAction) action = NULL;

  if (point == NULL)
    return FALSE;
  if (galley_review_point_get_state (point) == GALLEY_POINT_GONE ||
      (claim == NULL && galley_review_point_get_state (point) == GALLEY_POINT_DECIDED))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED,
                   _ ("There is nothing left to decide about “%s”"),
                   galley_review_point_get_quote (point));
      return FALSE;
    }
  if (!galley_verb_can_decide (claim, resolution->ruling))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED,
                   claim != NULL ? _ ("A claim is not dismissed; it takes a verdict")
                                 : _ ("Nobody has marked these words, so nothing can be kept"));
      return FALSE;
    }
  if (resolution->decider == NULL)
    resolution->decider = session->chair;

  action =
      galley_verb_decide (session, galley_review_point_get_point (point), claim,
                          galley_check_get_document (galley_review_get_check (review)), resolution);
  return cli_perform (call, g_steal_pointer (&action), error);
}

/* galleyctl resolve SESSION POINT RULING */
gboolean
cli_resolve (CliCall *call, GError **error)
{
  g_auto (Ruling) typed = { NULL };
  const GOptionEntry options[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &typed.by, N_ ("Whose decision it is, if not the chair’s"),
      N_ ("NAME") },
    { "words", 0, 0, G_OPTION_ARG_STRING, &typed.words, N_ ("What was said about it"),
      N_ ("TEXT") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &typed.reason, N_ ("Why the claim stands so"),
      N_ ("REASON") },
    { "correction", 0, 0, G_OPTION_ARG_STRING, &typed.correction,
      N_ ("What is to stand there instead"), N_ ("TEXT") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &typed.to,
      N_ ("Whom to ask: “writer” (the default) or “editor”"), N_ ("WHOM") },
    { "question", 0, 0, G_OPTION_ARG_STRING, &typed.question, N_ ("What to ask"), N_ ("TEXT") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &typed.as, N_ ("“opinion” (the default) or “not-checkable”"),
      N_ ("KIND") },
    { NULL },
  };
  GalleyResolution resolution = { 0 };
  g_autoptr (GalleyReview) review = NULL;

  if (!cli_call_parse (call, options, error) ||
      !parse_ruling (call->arguments[2], &resolution, error) ||
      !cli_clean_name (&typed.by, error) || !complete (&typed, &resolution, error))
    return FALSE;
  review = cli_load_review (call, call->arguments[0], error);

  return review != NULL && resolve (call, review, &resolution, error);
}

/* galleyctl pause-session SESSION */
gboolean
cli_pause_session (CliCall *call, GError **error)
{
  g_autoptr (GalleyReview) review = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  review = cli_load_review (call, call->arguments[0], error);

  return review != NULL &&
         cli_perform (call, galley_verb_pause_session (galley_review_get_session (review)), error);
}

/* galleyctl resume-session SESSION */
gboolean
cli_resume_session (CliCall *call, GError **error)
{
  g_auto (GStrv) present = NULL;
  g_autofree char *chair = NULL;
  const GOptionEntry options[] = {
    { "present", 0, 0, G_OPTION_ARG_STRING_ARRAY, &present,
      N_ ("Who is present, if not the same people; may be repeated"), N_ ("NAME") },
    { "chair", 0, 0, G_OPTION_ARG_STRING, &chair, N_ ("Who decides from now on"), N_ ("NAME") },
    { NULL },
  };
  g_autoptr (GalleyReview) review = NULL;
  g_auto (GStrv) names = NULL;

  if (!cli_call_parse (call, options, error) || !cli_clean_name (&chair, error))
    return FALSE;
  names = collect_names (present, /* chair= */ NULL, error);
  review = names != NULL ? cli_load_review (call, call->arguments[0], error) : NULL;

  return review != NULL && cli_perform (call,
                                        galley_verb_resume_session (
                                            galley_review_get_session (review), chair,
                                            present != NULL ? (const char *const *) names : NULL),
                                        error);
}

/* galleyctl end-session SESSION */
gboolean
cli_end_session (CliCall *call, GError **error)
{
  g_autoptr (GalleyReview) review = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  review = cli_load_review (call, call->arguments[0], error);

  return review != NULL &&
         cli_perform (call, galley_verb_end_session (galley_review_get_session (review)), error);
}
