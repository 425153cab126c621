/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-kinds-private.h"

/* A part of a reading can only be changed while the reading, the claim and the article are there.
 */
#define ROW_OF_READING                                                                             \
  " FROM reading_verdict t JOIN reading r ON r.id = t.reading JOIN claim c ON c.id = t.claim"      \
  " JOIN article a ON a.id = r.article WHERE t.id = ?4 AND r.gone = 0 AND c.gone = 0"              \
  " AND a.gone = 0"
/* What stays as it is where a change says nothing of it; what is about words that the claim has no
 * more does not. */
#define AS_SHOWN(column) "iif (t.status IS NULL OR t.words = c.quote, t." column ", NULL)"
#define STATUS_AS_SHOWN "'$.status', " AS_SHOWN ("status") ", '$.reason', " AS_SHOWN ("reason")
#define FULL_VERDICT                                                                               \
  "iif (?5 ->> '$.status' IS NULL, json_insert (?5, " STATUS_AS_SHOWN "),"                         \
  " json_insert (?5, '$.note', " AS_SHOWN ("note") "))"
#define READING_GONE_STATE(gone)                                                                   \
  "SELECT t.article, " IDENTITY ("t.gone_event") ", '{}', ?5, 0 FROM reading t"                    \
                                                 " JOIN article a ON a.id = t.article"             \
                                                 " WHERE t.id = ?4 AND t.gone = " gone             \
                                                 " AND a.gone = 0"

/* The claims that a reading asks for, with their words as they are when it begins. */
#define CHOSEN_CLAIMS                                                                              \
  "FROM json_each (?5, '$.claims') j CROSS JOIN claim c ON c.id = j.value ->> '$.claim'"           \
  " WHERE c.article = a.id AND c.gone = 0 AND c.stands"

/* This copy of the library. */
#define OWN_REPLICA "(SELECT value FROM meta WHERE key = 'replica')"

/* The kinds of a second reading:
 *
 * - reading.add. To: draft, reader, held_by, scope (all, starred, sample), size, seed (of a
 * sample), with_sources (0 or 1), started_at, claims: an array of id, claim, quote. Each id is that
 * of the reading's row for that claim, the subject of reading.verdict and reading.settle.
 * - reading.take. To, from: held_by: the id of the copy of the library in which it is read, at
 * first that in which it began. A name does not tell who reads; whoever goes on elsewhere says so.
 * - reading.verdict. To, from: status, reason, note, on (the words), given_at; without a status the
 *   claim is not judged. A change is either of the status and reason or, without a status, of the
 *   note; the other stays. It is what the reader found and not the claim's verdict, which no
 * reading changes.
 * - reading.settle. To, from: first: status, reason, checked_by, checked_at, on: the verdict that
 *   the check had when somebody began to decide between the two; absent if nobody has. It precedes
 *   the claim.status of that decision in its step, so that what two people found independently
 * stays known.
 * - reading.end. To, from: ended_at; 0 while it is under way. The reader has seen the first
 * verdicts from then on, also if the end is undone.
 * - reading.remove, undone by reading.restore.
 *
 * All of it follows from the events alone, in their order: of two verdicts of one reading on one
 * claim, given in two copies of a library, the later one stands, and both are in the history.
 */
const GalleyKind galley_reading_kinds[] = {
  {
      .name = "reading.add",
      .inverse = "reading.remove",
      .touches = GALLEY_TOUCHES_READING,
      .while_signed = TRUE,
      .state = "SELECT a.id, NULL, NULL, json_set (?5, '$.draft', a.draft, '$.reader', ?2,"
               " '$.held_by', " OWN_REPLICA
               ", '$.started_at', ?1, '$.claims', json ((SELECT json_group_array (json_object ("
               " 'id', j.value ->> '$.id', 'claim', c.id, 'quote', c.quote)) " CHOSEN_CLAIMS "))),"
               " 0 FROM article a WHERE a.id = ?3 AND a.gone = 0"
               " AND json_array_length (?5, '$.claims') > 0"
               " AND json_array_length (?5, '$.claims') = (SELECT count (*) " CHOSEN_CLAIMS ")",
      .fold = { "INSERT INTO reading (id, article, draft, reader, held_by, scope, size, seed,"
                " with_sources, started_at, end_event, held_event, gone_event) VALUES (?5, ?4,"
                " ?6 ->> '$.to.draft', ?6 ->> '$.to.reader', coalesce (?6 ->> '$.to.held_by', ''),"
                " ?6 ->> '$.to.scope', ?6 ->> '$.to.size', ?6 ->> '$.to.seed',"
                " ?6 ->> '$.to.with_sources', ?6 ->> '$.to.started_at', ?1, ?1, ?1)",
                "INSERT INTO reading_verdict (id, reading, claim, quote, verdict_event,"
                " settle_event) SELECT j.value ->> '$.id', ?5, c.id, j.value ->> '$.quote', ?1, ?1"
                " FROM json_each (?6, '$.to.claims') j CROSS JOIN claim"
                " c ON c.id = j.value ->> '$.claim' AND c.article = ?4 ORDER BY j.key" },
  },
  {
      .name = "reading.take",
      .inverse = "reading.take",
      .touches = GALLEY_TOUCHES_READING,
      .while_signed = TRUE,
      .state = "SELECT t.article, " IDENTITY (
          "t.held_event") ", json_object ('held_by', t.held_by),"
                          " json_set (?5, '$.held_by', " OWN_REPLICA "), 0 FROM reading t"
                          " JOIN article a ON a.id = t.article"
                          " WHERE t.id = ?4 AND t.gone = 0 AND t.ended_at = 0 AND a.gone = 0",
      .fold = { "UPDATE reading SET held_by = ?6 ->> '$.to.held_by', held_event = ?1"
                " WHERE id = ?5" },
  },
  {
      .name = "reading.verdict",
      .inverse = "reading.verdict",
      .touches = GALLEY_TOUCHES_READING,
      .while_signed = TRUE,
      .state = "SELECT r.article, " IDENTITY (
          "t.verdict_event") ", json_object ('status', t.status, 'reason', t.reason,"
                             " 'note', t.note, 'on', t.words, 'given_at', t.given_at),"
                             " json_set (" FULL_VERDICT ", '$.on', c.quote, '$.given_at', ?1),"
                             " 0" ROW_OF_READING " AND c.stands AND r.ended_at = 0",
      .fold = { "UPDATE reading_verdict SET status = ?6 ->> '$.to.status',"
                " reason = ?6 ->> '$.to.reason', note = ?6 ->> '$.to.note',"
                " words = ?6 ->> '$.to.on', given_at = coalesce (?6 ->> '$.to.given_at', 0),"
                " verdict_event = ?1 WHERE id = ?5" },
  },
  {
      .name = "reading.settle",
      .inverse = "reading.settle",
      .touches = GALLEY_TOUCHES_READING,
      .while_signed = TRUE,
      .state = "SELECT r.article, " IDENTITY (
          "t.settle_event") ", json_object ('first', json (t.first)),"
                            " json_set (?5, '$.first', json_object ('status', c.status,"
                            " 'reason', c.reason, 'checked_by', c.checked_by,"
                            " 'checked_at', c.checked_at, 'on', c.quote)), 0" ROW_OF_READING
                            " AND c.stands",
      .fold = { "UPDATE reading_verdict SET first = nullif (?6 -> '$.to.first', 'null'),"
                " settle_event = ?1 WHERE id = ?5" },
  },
  {
      .name = "reading.end",
      .inverse = "reading.end",
      .touches = GALLEY_TOUCHES_READING,
      .while_signed = TRUE,
      .state = "SELECT t.article, " IDENTITY (
          "t.end_event") ", json_object ('ended_at', t.ended_at), json_set (?5, '$.ended_at', ?1),"
                         " 0 FROM reading t JOIN article a ON a.id = t.article"
                         " WHERE t.id = ?4 AND t.gone = 0 AND a.gone = 0",
      .fold = { "UPDATE reading SET ended_at = ?6 ->> '$.to.ended_at', end_event = ?1,"
                " seen_at = iif (seen_at = 0, ?6 ->> '$.to.ended_at', seen_at) WHERE id = ?5" },
  },
  {
      .name = "reading.remove",
      .inverse = "reading.restore",
      .touches = GALLEY_TOUCHES_READING,
      .while_signed = TRUE,
      .state = READING_GONE_STATE ("0"),
      .fold = { GONE_FOLD ("reading", "1") },
  },
  {
      .name = "reading.restore",
      .inverse = "reading.remove",
      .touches = GALLEY_TOUCHES_READING,
      .while_signed = TRUE,
      .state = READING_GONE_STATE ("1"),
      .fold = { GONE_FOLD ("reading", "0") },
  },
};

const guint galley_n_reading_kinds = G_N_ELEMENTS (galley_reading_kinds);
