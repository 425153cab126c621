/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-kinds-private.h"

/*
 * The kinds of events of review sessions, with their bodies:
 *
 *   session.add        to: draft (id), heading, chair, names (of those present), points (as
 *                      of session.agenda), sitting, started_by, started_at
 *   session.present    to, from: chair, names; to: sitting
 *   session.agenda     to, from: points, each with key, topic, claim, or text (SHA-256), start, end
 *                      and quote of what is no claim; to: sitting
 *   session.park       to, from: session, key, parked, why, parked_by, parked_at, sitting; the
 *                      subject is an id that session and key give
 *   session.pause      to: sitting; from: state
 *   session.resume     to: sitting (a new one); from: state
 *   session.end        to: sitting; from: state
 *   session.decide     to: session, key, claim, marked, sitting, ruling, decider, words, quote,
 *                      status, reason, corrects, correction, old_status, old_reason,
 * old_correction, old_by, old_at, addressee, question, query, decided_at, noted_by; undone by
 *   session.recall     from: quote; undone by session.restore
 *
 * What was decided is told with what stood there before and what stands there after, in one event:
 * minutes are written from these alone, whatever else becomes of the claim. It comes before the
 * events that carry it out, which belong to the same step, so that one undo takes back both.
 *
 * That people sat down, came, left, paused and ended took place, and nothing undoes it. Each event
 * names the sitting that it belongs to, which has lasted at least until then: so the clock needs no
 * ticks in the journal, and after a crash it stands where the last thing was done.
 *
 * Of two agendas that were put in order without knowledge of one another the later one stands, as
 * with all that is not a verdict; what is put off and what is decided does not depend on it. A
 * session that has ended stays ended, and keeps what was decided in it elsewhere meanwhile.
 */

#define WHILE_THERE                                                                                \
  " FROM session s JOIN article a ON a.id = s.article WHERE s.id = ?4 AND a.gone = 0"
#define NOT_ENDED " AND s.state != 'ended'"
#define NAMES_PRESENT                                                                              \
  "(SELECT json_group_array (name) FROM (SELECT name FROM attendance WHERE session = s.id"         \
  " AND until = 0 ORDER BY since, no))"
#define POINTS                                                                                     \
  "(SELECT json_group_array (json_object ('key', key, 'topic', topic, 'claim', claim,"             \
  " 'text', text, 'start', range_start, 'end', range_end, 'quote', quote))"                        \
  " FROM (SELECT * FROM point WHERE session = s.id ORDER BY position))"
#define STATE_STATE(provided)                                                                      \
  "SELECT s.article, " IDENTITY (                                                                  \
      "s.state_event") ", json_object ('state', s.state), ?5, 0" WHILE_THERE provided

/* The sitting goes on. */
#define TOUCH                                                                                      \
  "UPDATE sitting SET last_at = max (last_at, ?2) WHERE id = ?6 ->> '$.to.sitting' AND closed = 0"
#define CLOSE                                                                                      \
  "UPDATE sitting SET last_at = max (last_at, ?2), closed = 1 WHERE id = ?6 ->> '$.to.sitting'"
#define SIT_DOWN                                                                                   \
  "INSERT OR IGNORE INTO sitting (id, session, started_by, started_at, last_at)"                   \
  " VALUES (?6 ->> '$.to.sitting', ?5, ?3, ?2, ?2)"
#define LEAVE                                                                                      \
  "UPDATE attendance SET until = ?2 WHERE session = ?5 AND until = 0"                              \
  " AND name NOT IN (SELECT value FROM json_each (?6, '$.to.names'))"
#define COME                                                                                       \
  "INSERT OR IGNORE INTO attendance (id, session, name, since)"                                    \
  " SELECT ?5 || ' ' || ?2 || ' ' || value, ?5, value, ?2 FROM json_each (?6, '$.to.names')"       \
  " WHERE NOT EXISTS (SELECT 1 FROM attendance WHERE session = ?5 AND until = 0"                   \
  " AND name = value)"
#define GONE_DECISION(gone)                                                                        \
  "SELECT s.article, " IDENTITY ("t.gone_event") ", json_object ('quote', t.quote), ?5, 0"         \
                                                 " FROM decision t JOIN session s"                 \
                                                 " ON s.id = t.session JOIN article a"             \
                                                 " ON a.id = s.article WHERE t.id = ?4"            \
                                                 " AND t.gone = " gone " AND a.gone = 0"

#define SET_POINTS                                                                                 \
  "INSERT OR IGNORE INTO point (id, session, key, position, topic, claim, text,"                   \
  " range_start, range_end, quote) SELECT ?5 || ' ' || (value ->> '$.key'), ?5,"                   \
  " value ->> '$.key', key, value ->> '$.topic', value ->> '$.claim', value ->> '$.text',"         \
  " value ->> '$.start', value ->> '$.end', value ->> '$.quote'"                                   \
  " FROM json_each (?6, '$.to.points') ORDER BY key"

const GalleyKind galley_session_kinds[] = {
  {
      .name = "session.add",
      .touches = GALLEY_TOUCHES_SESSION,
      .while_signed = TRUE,
      .state = "SELECT a.id, NULL, NULL, json_set (?5, '$.draft', a.draft, '$.started_by', ?2,"
               " '$.started_at', ?1), 0 FROM article a WHERE a.id = ?3 AND a.gone = 0",
      .fold = { "INSERT INTO session (id, article, draft, heading, chair, present_event, "
                "started_by,"
                " started_at, agenda_event, state, state_event) VALUES (?5, ?4, ?6 ->> "
                "'$.to.draft',"
                " ?6 ->> '$.to.heading', ?6 ->> '$.to.chair', ?1, ?6 ->> '$.to.started_by',"
                " ?6 ->> '$.to.started_at', ?1, 'open', ?1)",
                SIT_DOWN, COME, SET_POINTS },
  },
  {
      .name = "session.present",
      .touches = GALLEY_TOUCHES_SESSION,
      .while_signed = TRUE,
      .state = "SELECT s.article, " IDENTITY (
          "s.present_event") ", json_object ('chair', s.chair, 'names', json (" NAMES_PRESENT
                             ")), ?5, 0" WHILE_THERE NOT_ENDED,
      .fold = { "UPDATE session SET chair = ?6 ->> '$.to.chair', present_event = ?1 WHERE id = ?5",
                LEAVE, COME, TOUCH },
  },
  {
      .name = "session.agenda",
      .inverse = "session.agenda",
      .touches = GALLEY_TOUCHES_SESSION,
      .while_signed = TRUE,
      .state = "SELECT s.article, " IDENTITY (
          "s.agenda_event") ", json_object ('points', json (" POINTS ")), ?5, 0" WHILE_THERE,
      .fold = { "UPDATE session SET agenda_event = ?1 WHERE id = ?5",
                "DELETE FROM point WHERE session = ?5", SET_POINTS, TOUCH },
  },
  {
      .name = "session.park",
      .inverse = "session.park",
      .touches = GALLEY_TOUCHES_SESSION,
      .while_signed = TRUE,
      .state = "SELECT s.article, " IDENTITY (
          "p.event") ", json_object ('session', s.id, 'key', ?5 ->> '$.key', 'parked',"
                     " json (iif (p.parked, 'true', 'false')), 'why', p.why,"
                     " 'parked_by', p.parked_by, 'parked_at', coalesce (p.parked_at, 0),"
                     " 'sitting', p.sitting), json_set (?5, '$.parked_by', ?2,"
                     " '$.parked_at', ?1), 0 FROM session s JOIN article a ON a.id = s.article"
                     " LEFT JOIN parking p ON p.id = ?4"
                     " WHERE s.id = ?5 ->> '$.session' AND a.gone = 0",
      .fold = { "INSERT OR REPLACE INTO parking (id, session, key, parked, why, parked_by,"
                " parked_at, sitting, event) VALUES (?5, ?6 ->> '$.to.session', ?6 ->> '$.to.key',"
                " ?6 ->> '$.to.parked', ?6 ->> '$.to.why', ?6 ->> '$.to.parked_by',"
                " ?6 ->> '$.to.parked_at', ?6 ->> '$.to.sitting', ?1)",
                TOUCH },
  },
  {
      .name = "session.pause",
      .touches = GALLEY_TOUCHES_SESSION,
      .while_signed = TRUE,
      .state = STATE_STATE (" AND s.state = 'open'"),
      .fold = { "UPDATE session SET state = 'paused', state_event = ?1 WHERE id = ?5"
                " AND state != 'ended'",
                CLOSE },
  },
  {
      .name = "session.resume",
      .touches = GALLEY_TOUCHES_SESSION,
      .while_signed = TRUE,
      .state = STATE_STATE (NOT_ENDED),
      .fold = { "UPDATE session SET state = 'open', state_event = ?1 WHERE id = ?5"
                " AND state != 'ended'",
                SIT_DOWN },
  },
  {
      .name = "session.end",
      .touches = GALLEY_TOUCHES_SESSION,
      .while_signed = TRUE,
      .state = STATE_STATE (NOT_ENDED),
      .fold = { "UPDATE session SET state = 'ended', state_event = ?1, ended_at = ?2"
                " WHERE id = ?5 AND state != 'ended'",
                CLOSE },
  },
  {
      .name = "session.decide",
      .inverse = "session.recall",
      .touches = GALLEY_TOUCHES_SESSION,
      .while_signed = TRUE,
      .state = "SELECT s.article, NULL, NULL, json_set (?5, '$.decided_at', ?1, '$.noted_by', ?2,"
               " '$.quote', coalesce (c.quote, ?5 ->> '$.quote'),"
               " '$.status', coalesce (?5 ->> '$.status', c.status),"
               " '$.reason', iif (?5 ->> '$.status' IS NULL, c.reason, ?5 ->> '$.reason'),"
               " '$.correction', iif (?5 ->> '$.corrects', ?5 ->> '$.correction',"
               " c.correction),"
               " '$.old_status', c.status, '$.old_reason', c.reason,"
               " '$.old_correction', c.correction, '$.old_by', c.checked_by,"
               " '$.old_at', coalesce (c.checked_at, 0)), 0"
               " FROM session s JOIN article a ON a.id = s.article"
               " LEFT JOIN claim c ON c.id = ?5 ->> '$.claim' AND c.article = s.article"
               " AND c.gone = 0 AND c.stands WHERE s.id = ?5 ->> '$.session' AND a.gone = 0"
               " AND (c.id IS NOT NULL OR ?5 ->> '$.claim' IS NULL OR ?5 ->> '$.marked')" NOT_ENDED,
      .fold = { "INSERT INTO decision (id, session, key, claim, sitting, ruling, decider, words,"
                " quote, status, reason, correction, old_status, old_reason, "
                "old_correction,"
                " old_by, old_at, addressee, question, query, decided_at, noted_by, gone_event)"
                " VALUES (?5, ?6 ->> '$.to.session', ?6 ->> '$.to.key', ?6 ->> '$.to.claim',"
                " ?6 ->> '$.to.sitting', ?6 ->> '$.to.ruling', ?6 ->> '$.to.decider',"
                " ?6 ->> '$.to.words', ?6 ->> '$.to.quote', ?6 ->> '$.to.status',"
                " ?6 ->> '$.to.reason', ?6 ->> '$.to.correction', ?6 ->> '$.to.old_status',"
                " ?6 ->> '$.to.old_reason', ?6 ->> '$.to.old_correction', ?6 ->> '$.to.old_by',"
                " ?6 ->> '$.to.old_at', ?6 ->> '$.to.addressee', ?6 ->> '$.to.question',"
                " ?6 ->> '$.to.query', ?6 ->> '$.to.decided_at', ?6 ->> '$.to.noted_by', ?1)",
                TOUCH },
  },
  {
      .name = "session.recall",
      .inverse = "session.restore",
      .touches = GALLEY_TOUCHES_SESSION,
      .while_signed = TRUE,
      .state = GONE_DECISION ("0"),
      .fold = { GONE_FOLD ("decision", "1") },
  },
  {
      .name = "session.restore",
      .inverse = "session.recall",
      .touches = GALLEY_TOUCHES_SESSION,
      .while_signed = TRUE,
      .state = GONE_DECISION ("1"),
      .fold = { GONE_FOLD ("decision", "0") },
  },
};

const guint galley_n_session_kinds = G_N_ELEMENTS (galley_session_kinds);
