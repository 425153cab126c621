/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-records-sessions.h"

#include "galley-records.h"

#include <glib/gi18n-lib.h>

#define COPY(column) g_strdup (galley_db_column_text (row, column))
#define NUMBER(column) galley_sqlite.sqlite3_column_int64 (row, column)

/* Adds what a row tells to a session. */
typedef gboolean (*AddFunc) (GalleySession *session, GalleyStatement *row, GError **error);

/* A draft is known by its number among those of its article. */
static gboolean
add_head (GalleySession *session, GalleyStatement *row, GError **error)
{
  const char *state = galley_db_column_text (row, 5);

  if (!galley_session_state_from_nick (state, &session->state))
    return galley_records_set_unknown_error (state, error);

  session->article_id = COPY (0);
  session->heading = COPY (1);
  session->chair = COPY (2);
  session->started_by = COPY (3);
  session->started_at = NUMBER (4);
  session->ended_at = NUMBER (6);
  session->draft = NUMBER (7);
  return TRUE;
}

static gboolean
add_sitting (GalleySession *session, GalleyStatement *row, GError **error)
{
  GalleySitting *sitting = g_new0 (GalleySitting, 1);

  sitting->id = COPY (0);
  sitting->started_by = COPY (1);
  sitting->started_at = NUMBER (2);
  sitting->last_at = NUMBER (3);
  sitting->is_closed = NUMBER (4);
  g_ptr_array_add (session->sittings, sitting);
  return TRUE;
}

static gboolean
add_attendance (GalleySession *session, GalleyStatement *row, GError **error)
{
  GalleyAttendance *attendance = g_new0 (GalleyAttendance, 1);

  attendance->name = COPY (0);
  attendance->since = NUMBER (1);
  attendance->until = NUMBER (2);
  g_ptr_array_add (session->attendance, attendance);
  return TRUE;
}

static gboolean
add_point (GalleySession *session, GalleyStatement *row, GError **error)
{
  const char *nick = galley_db_column_text (row, 1);
  const char *claim = galley_db_column_text (row, 2);
  GalleyRange range = { NUMBER (4), NUMBER (5) };
  GalleyTopic topic;
  GalleyPoint *point;

  if (!galley_topic_from_nick (nick, &topic))
    return galley_records_set_unknown_error (nick, error);

  point = claim != NULL ? galley_point_new_claim (topic, claim)
                        : galley_point_new_words (galley_db_column_text (row, 3), range,
                                                  galley_db_column_text (row, 6));
  g_free (point->key);
  point->key = COPY (0);
  point->topic = topic;
  point->is_parked = NUMBER (7);
  point->why_parked = COPY (8);
  point->parked_by = COPY (9);
  point->parked_at = NUMBER (10);
  point->parked_in = COPY (11);
  g_ptr_array_add (session->points, point);
  return TRUE;
}

/* Reads a status that may be missing. */
static gboolean
read_status (GalleyStatement *row, int column, gboolean *has, GalleyStatus *status, GError **error)
{
  const char *nick = galley_db_column_text (row, column);

  *has = nick != NULL;
  return nick == NULL || galley_status_from_nick (nick, status) ||
         galley_records_set_unknown_error (nick, error);
}

static gboolean
add_decision (GalleySession *session, GalleyStatement *row, GError **error)
{
  g_autoptr (GalleyDecision) decision = g_new0 (GalleyDecision, 1);
  const char *ruling = galley_db_column_text (row, 4);
  const char *addressee = galley_db_column_text (row, 16);

  if (!galley_ruling_from_nick (ruling, &decision->ruling))
    return galley_records_set_unknown_error (ruling, error);
  if (addressee != NULL && !galley_addressee_from_nick (addressee, &decision->addressee))
    return galley_records_set_unknown_error (addressee, error);
  if (!read_status (row, 8, &decision->has_status, &decision->status, error) ||
      !read_status (row, 11, &decision->had_status, &decision->old_status, error))
    return FALSE;

  decision->id = COPY (0);
  decision->key = COPY (1);
  decision->claim_id = COPY (2);
  decision->sitting = COPY (3);
  decision->decider = COPY (5);
  decision->words = COPY (6);
  decision->quote = COPY (7);
  decision->reason = COPY (9);
  decision->correction = COPY (10);
  decision->old_reason = COPY (12);
  decision->old_correction = COPY (13);
  decision->old_by = COPY (14);
  decision->old_at = NUMBER (15);
  decision->question = COPY (17);
  decision->query_id = COPY (18);
  decision->decided_at = NUMBER (19);
  decision->noted_by = COPY (20);
  g_ptr_array_add (session->decisions, g_steal_pointer (&decision));
  return TRUE;
}

static const struct
{
  const char *sql;
  AddFunc add;
} parts[] = {
  { "SELECT article, heading, chair, started_by, started_at, state, ended_at,"
    " (SELECT count(*) FROM draft d WHERE d.article = s.article AND d.event <="
    "  (SELECT event FROM draft WHERE id = s.draft)) FROM session s WHERE id = ?1",
    add_head },
  { "SELECT id, started_by, started_at, last_at, closed FROM sitting WHERE session = ?1"
    " ORDER BY started_at, id",
    add_sitting },
  { "SELECT name, since, until FROM attendance WHERE session = ?1 ORDER BY since, no",
    add_attendance },
  { "SELECT p.key, p.topic, p.claim, p.text, p.range_start, p.range_end, p.quote, k.parked, k.why,"
    " k.parked_by, k.parked_at, k.sitting FROM point p LEFT JOIN parking k"
    " ON k.session = p.session AND k.key = p.key WHERE p.session = ?1 ORDER BY p.position",
    add_point },
  { "SELECT id, key, claim, sitting, ruling, decider, words, quote, status, reason, correction,"
    " old_status, old_reason, old_correction, old_by, old_at, addressee, question, query,"
    " decided_at, noted_by FROM decision WHERE session = ?1 AND gone = 0 ORDER BY decided_at, no",
    add_decision },
};

/* Returns how many rows there were, or -1. */
static int
read_part (GalleyDb *db, GalleySession *session, const char *sql, AddFunc add, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (db, error, sql, "s", session->id);
  int row, n_rows = 0;

  if (rows == NULL)
    return -1;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      if (!add (session, rows, error))
        return -1;
      n_rows++;
    }

  return row == 0 ? n_rows : -1;
}

/**
 * galley_records_read_session:
 * @id: UUID
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if there is no such session
 *
 * Returns: (transfer full): the session, or %NULL
 */
GalleySession *
galley_records_read_session (GalleyDb *db, const char *id, GError **error)
{
  g_autoptr (GalleySession) session = galley_session_new (id);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      int n_rows = read_part (db, session, parts[i].sql, parts[i].add, error);

      if (n_rows < 0)
        return NULL;
      if (i == 0 && n_rows == 0)
        {
          g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND,
                               _ ("There is no such review session"));
          return NULL;
        }
    }

  return g_steal_pointer (&session);
}

/**
 * galley_records_read_sessions:
 * @article_id: UUID
 *
 * Returns: (transfer full) (element-type GalleySession): the article's review sessions, oldest
 *   first; or %NULL
 */
GPtrArray *
galley_records_read_sessions (GalleyDb *db, const char *article_id, GError **error)
{
  g_autoptr (GPtrArray) sessions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_session_unref);
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error,
                       "SELECT s.id FROM session s JOIN article a ON a.id = s.article"
                       " WHERE s.article = ?1 AND a.gone = 0 ORDER BY s.started_at, s.id",
                       "s", article_id);
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      GalleySession *session =
          galley_records_read_session (db, galley_db_column_text (rows, 0), error);

      if (session == NULL)
        return NULL;
      g_ptr_array_add (sessions, session);
    }

  return row == 0 ? g_steal_pointer (&sessions) : NULL;
}
