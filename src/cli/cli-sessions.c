/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-sessions.h"

#include "cli-desk.h"

#include "galley-agenda.h"
#include "galley-desk-sessions.h"
#include "galley-session-verbs.h"
#include "galley-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Finds a session by its id or the beginning of it. */
static GalleySession *
find_session (CliCall *call, const char *typed, GError **error)
{
  GalleyDesk *desk = cli_get_desk (call, error);
  g_autofree char *prefix = g_ascii_strdown (typed, -1);
  g_autoptr (GError) problem = NULL;
  GalleySession *session;

  if (desk == NULL)
    return NULL;
  session = galley_desk_find_session (desk, prefix, &problem);
  if (session != NULL)
    return session;

  if (g_error_matches (problem, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND))
    g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND, _ ("There is no review session %s"), typed);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * cli_choose_session:
 * @article_id: UUID
 * @typed: (nullable): the id of a session, or its beginning; %NULL for the article's last one
 * @out_session: (out) (nullable): the session; %NULL if nothing was typed and there is none
 *
 * Returns: whether what was typed is a session of the article
 */
gboolean
cli_choose_session (CliCall *call,
                    const char *article_id,
                    const char *typed,
                    GalleySession **out_session,
                    GError **error)
{
  GalleyDesk *desk = cli_get_desk (call, error);
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GalleySession) session = NULL;

  if (desk == NULL)
    return FALSE;
  if (typed != NULL)
    {
      session = find_session (call, typed, error);
      if (session == NULL)
        return FALSE;
      if (!g_str_equal (session->article_id, article_id))
        {
          g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND,
                       _ ("The review session %s is about another article"), typed);
          return FALSE;
        }
      *out_session = g_steal_pointer (&session);
      return TRUE;
    }

  sessions = galley_desk_list_sessions (desk, article_id, /* cancellable= */ NULL, error);
  if (sessions == NULL)
    return FALSE;
  *out_session = sessions->len > 0
                     ? galley_session_ref (g_ptr_array_index (sessions, sessions->len - 1))
                     : NULL;
  return TRUE;
}

/**
 * cli_load_review:
 * @typed: the id of a session, or its beginning
 *
 * Returns: (transfer full): the session with its article, or %NULL
 */
GalleyReview *
cli_load_review (CliCall *call, const char *typed, GError **error)
{
  g_autoptr (GalleySession) session = find_session (call, typed, error);
  g_autoptr (GalleyCheck) check =
      session != NULL ? cli_load (call, session->article_id, error) : NULL;

  return check != NULL ? galley_review_new (check, session) : NULL;
}

/**
 * cli_find_point:
 * @typed: a number on the agenda from 1, of up to five digits; or the id of a claim, or its
 * beginning
 *
 * Returns: (transfer none): the point, or %NULL
 */
GalleyReviewPoint *
cli_find_point (CliCall *call, GalleyReview *review, const char *typed, GError **error)
{
  guint n_points = g_list_model_get_n_items (galley_review_get_points (review));
  GalleyReviewPoint *found = NULL;
  gboolean is_number = strlen (typed) < 6 && strspn (typed, "0123456789") == strlen (typed);
  guint64 number = is_number ? g_ascii_strtoull (typed, NULL, 10) : 0;

  if (number >= 1 && number <= n_points)
    return galley_review_peek (review, number - 1);

  for (guint i = 0; i < n_points; i++)
    {
      GalleyReviewPoint *point = galley_review_peek (review, i);

      if (is_number || !g_str_has_prefix (galley_review_point_get_key (point), typed))
        continue;
      if (found != NULL)
        {
          found = NULL;
          break;
        }
      found = point;
    }
  if (found == NULL)
    g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND,
                 _ ("“%s” is no point of the agenda, or more than one"), typed);
  return found;
}

static const char *
name_state (GalleyPointState state)
{
  static const char *const names[] = {
    [GALLEY_POINT_OPEN] = "open",
    [GALLEY_POINT_PARKED] = "parked",
    [GALLEY_POINT_DECIDED] = "decided",
    [GALLEY_POINT_GONE] = "gone",
  };

  return names[state];
}

/**
 * cli_print_agenda:
 * @review: a session
 *
 * Prints the agenda, one point a line.
 */
void
cli_print_agenda (CliCall *call, GalleyReview *review)
{
  for (guint i = 0; i < g_list_model_get_n_items (galley_review_get_points (review)); i++)
    {
      GalleyReviewPoint *point = galley_review_peek (review, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      cli_print_fields (number, galley_review_point_get_key (point),
                        galley_topic_to_nick (galley_review_point_get_point (point)->topic),
                        name_state (galley_review_point_get_state (point)),
                        galley_review_point_get_quote (point), NULL);
    }
}

static void
add_attendance (JsonBuilder *builder, GalleySession *session)
{
  json_builder_set_member_name (builder, "present");
  json_builder_begin_array (builder);
  for (guint i = 0; i < session->attendance->len; i++)
    {
      GalleyAttendance *attendance = g_ptr_array_index (session->attendance, i);

      json_builder_begin_object (builder);
      cli_json_add_string (builder, "name", attendance->name);
      cli_json_add_time (builder, "since", attendance->since);
      cli_json_add_time (builder, "until", attendance->until);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_points (JsonBuilder *builder, GalleyReview *review)
{
  json_builder_set_member_name (builder, "agenda");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (galley_review_get_points (review)); i++)
    {
      GalleyReviewPoint *point = galley_review_peek (review, i);
      GalleyPoint *stored = galley_review_point_get_point (point);

      json_builder_begin_object (builder);
      cli_json_add_string (builder, "key", stored->key);
      cli_json_add_string (builder, "topic", galley_topic_to_nick (stored->topic));
      cli_json_add_string (builder, "claim", stored->claim_id);
      cli_json_add_string (builder, "quote", galley_review_point_get_quote (point));
      cli_json_add_string (builder, "state", name_state (galley_review_point_get_state (point)));
      cli_json_add_string (builder, "why_parked", stored->is_parked ? stored->why_parked : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_decision (JsonBuilder *builder, GalleyDecision *decision)
{
  json_builder_begin_object (builder);
  cli_json_add_string (builder, "id", decision->id);
  cli_json_add_string (builder, "key", decision->key);
  cli_json_add_string (builder, "claim", decision->claim_id);
  cli_json_add_string (builder, "ruling", galley_ruling_to_nick (decision->ruling));
  cli_json_add_string (builder, "decider", decision->decider);
  cli_json_add_time (builder, "decided_at", decision->decided_at);
  cli_json_add_string (builder, "noted_by", decision->noted_by);
  cli_json_add_string (builder, "quote", decision->quote);
  cli_json_add_string (builder, "old_status",
                       decision->had_status ? galley_status_to_nick (decision->old_status) : NULL);
  cli_json_add_string (builder, "status",
                       decision->has_status ? galley_status_to_nick (decision->status) : NULL);
  cli_json_add_string (builder, "reason", decision->reason);
  cli_json_add_string (builder, "correction", decision->correction);
  cli_json_add_string (builder, "words", decision->words);
  cli_json_add_string (builder, "addressee",
                       decision->question != NULL ? galley_addressee_to_nick (decision->addressee)
                                                  : NULL);
  cli_json_add_string (builder, "question", decision->question);
  json_builder_end_object (builder);
}

static void
add_session (JsonBuilder *builder, GalleyReview *review)
{
  GalleySession *session = galley_review_get_session (review);
  GalleyReviewProgress progress;

  galley_review_get_progress (review, &progress);
  json_builder_begin_object (builder);
  cli_json_add_string (builder, "id", session->id);
  cli_json_add_string (builder, "heading", session->heading);
  cli_json_add_string (builder, "chair", session->chair);
  cli_json_add_string (builder, "state", galley_session_state_to_nick (session->state));
  cli_json_add_integer (builder, "draft", session->draft);
  cli_json_add_time (builder, "started_at", session->started_at);
  cli_json_add_time (builder, "ended_at", session->ended_at);
  cli_json_add_integer (builder, "duration_ms", galley_session_get_duration (session, 0));
  cli_json_add_integer (builder, "sittings", session->sittings->len);
  cli_json_add_integer (builder, "decided", progress.n_decided);
  cli_json_add_integer (builder, "parked", progress.n_parked);
  cli_json_add_integer (builder, "left", progress.n_left);
  add_attendance (builder, session);
  add_points (builder, review);
  json_builder_set_member_name (builder, "decisions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < session->decisions->len; i++)
    add_decision (builder, g_ptr_array_index (session->decisions, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_session (GalleyReview *review)
{
  GalleySession *session = galley_review_get_session (review);
  GalleyReviewProgress progress;
  g_autofree char *started = cli_format_time (session->started_at);
  g_autofree char *decided = NULL;
  g_autofree char *left = NULL;

  galley_review_get_progress (review, &progress);
  decided = g_strdup_printf ("%u", progress.n_decided);
  left = g_strdup_printf ("%u", progress.n_left + progress.n_parked);
  cli_print_fields (session->id, galley_session_state_to_nick (session->state), started,
                    session->chair, decided, left, session->heading != NULL ? session->heading : "",
                    NULL);
}

/* galleyctl sessions ARTICLE */
gboolean
cli_sessions (CliCall *call, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GPtrArray) sessions = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL)
    return FALSE;
  sessions = galley_desk_list_sessions (cli_get_desk (call, error),
                                        galley_article_get_id (galley_check_get_article (check)),
                                        /* cancellable= */ NULL, error);
  if (sessions == NULL)
    return FALSE;

  json_builder_begin_array (builder);
  for (guint i = 0; i < sessions->len; i++)
    {
      g_autoptr (GalleyReview) review = galley_review_new (check, g_ptr_array_index (sessions, i));

      if (call->json)
        add_session (builder, review);
      else
        print_session (review);
    }
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}
