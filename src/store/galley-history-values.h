/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * What was true before an event and what it made true, as SQL, in one line each: of the event "e",
 * the source "s" of its evidence, and the reading "g" of a second reader's verdict.
 *
 * Most bodies have what changed as a field of their own. What they do not say in a word is told
 * here by kind: values that follow from the kind itself, such as the state of a session; lists, of
 * which the first place is told where they differ; records, of which the fields are told that
 * differ. Where a body has nothing of what is gone, it is what the events before say.
 *
 * What a second reader found is told once the reading has ended. Of what is purged there is nothing
 * to tell.
 */

#define HISTORY_RECORD_OF(side)                                                                    \
  "e.body ->> '$." side ".text', e.body ->> '$." side ".question',"                                \
  " e.body ->> '$." side ".answer', e.body ->> '$." side ".decision',"                             \
  " e.body ->> '$." side ".category', e.body ->> '$." side ".speaker',"                            \
  " e.body ->> '$." side ".sentence', e.body ->> '$." side ".assignee',"                           \
  " e.body ->> '$." side ".priority', e.body ->> '$." side ".starred',"                            \
  " e.body ->> '$." side ".publishable', e.body ->> '$." side ".value',"                           \
  " (e.body ->> '$." side ".name') || ' (' || (e.body ->> '$." side ".role') || ')'"               \
  " || coalesce (': ' || (e.body ->> '$." side ".exception'), ''),"                                \
  " e.body ->> '$." side ".state', e.body ->> '$." side ".reason'"
#define HISTORY_VALUE_OF(side)                                                                     \
  "coalesce (e.body ->> '$." side ".status' || coalesce (': ' || (e.body ->> '$." side             \
  ".reason'), '') || coalesce (' “' || (e.body ->> '$." side ".quote') || '”', ''),"             \
  " e.body ->> '$." side ".quote', e.body ->> '$." side ".note',"                                  \
  " e.body ->> '$." side ".correction', e.body ->> '$." side ".title',"                            \
  " e.body ->> '$." side ".archived', " HISTORY_RECORD_OF (side) ")"

/* The fields of a record that differ, with their values, but for those that have none. */
#define HISTORY_FIELDS_OF(side, other)                                                             \
  "(SELECT group_concat (j.key || ': ' || j.value, ', ') FROM json_each (e.body, '$." side "') j"  \
  " WHERE j.value IS NOT NULL"                                                                     \
  " AND j.value IS NOT json_extract (e.body, '$." other ".\"' || j.key || '\"'))"
#define HISTORY_EVIDENCE_OF(side, other)                                                           \
  "s.title || coalesce (' (' || " HISTORY_FIELDS_OF (side, other) " || ')', '')"
#define HISTORY_QUERY_OF(side, other)                                                              \
  "iif (e.body ->> '$.from.question' IS NOT e.body ->> '$.to.question',"                           \
  " e.body ->> '$." side ".question', " HISTORY_FIELDS_OF (side, other) ")"

/* What a note or query says that is taken out or comes back. */
#define HISTORY_LAST_WORDS(kinds, field)                                                           \
  "(SELECT x.body ->> '$.to." field "' FROM event x WHERE x.subject = e.subject AND x.id < e.id"   \
  " AND x.kind IN (" kinds ") ORDER BY x.id DESC LIMIT 1)"
#define HISTORY_NOTE HISTORY_LAST_WORDS ("'note.add', 'note.text'", "text")
#define HISTORY_QUERY HISTORY_LAST_WORDS ("'query.add', 'query.question'", "question")
#define HISTORY_READING                                                                            \
  "(SELECT r.reader || ' (' || r.scope || ')' FROM reading r WHERE r.id = e.subject)"

/* Drafts of one article have numbers, in the order in which they came. */
#define HISTORY_DRAFT_OF(side)                                                                     \
  "(SELECT count (*) FROM draft x JOIN draft y ON y.id = e.body ->> '$." side ".draft'"            \
  " WHERE x.article = y.article AND x.no <= y.no) || coalesce (': ' ||"                            \
  " (e.body ->> '$." side ".title'), '')"

#define HISTORY_PEOPLE_OF(side)                                                                    \
  "(SELECT coalesce ((e.body ->> '$." side ".chair') || ': ', '') || coalesce (group_concat"       \
  " (j.value, ', '), '') FROM json_each (e.body, '$." side ".names') j)"
#define HISTORY_WORDS_OF_POINT                                                                     \
  "coalesce (j.value ->> '$.quote', (SELECT k.quote FROM claim k WHERE k.id = j.value ->> "        \
  "'$.claim'), j.value ->> '$.key')"
#define HISTORY_AGENDA_OF(side, other)                                                             \
  "(SELECT json_array_length (e.body, '$." side ".points') || coalesce ((SELECT ', ' || (j.key"    \
  " + 1) || ': ' || " HISTORY_WORDS_OF_POINT " FROM json_each (e.body, '$." side ".points') j"     \
  " LEFT JOIN json_each (e.body, '$." other ".points') o ON o.key = j.key"                         \
  " WHERE j.value ->> '$.key' IS NOT o.value ->> '$.key' ORDER BY j.key LIMIT 1), ''))"
#define HISTORY_PARKED_OF(side)                                                                    \
  "iif (e.body ->> '$." side ".parked', 'parked' || coalesce (': ' || (e.body ->> '$." side        \
  ".why'), ''), 'open')"
#define HISTORY_DECIDED                                                                            \
  "e.body ->> '$.to.old_status' || coalesce (': ' || (e.body ->> '$.to.old_reason'), '')"
#define HISTORY_DECISION                                                                           \
  "(e.body ->> '$.to.ruling') || coalesce (' · ' || " HISTORY_VALUE_OF (                           \
      "to") ", '') || coalesce (' · ' || (e.body ->> '$.to.question'), '')"
#define HISTORY_FIRST_OF(side)                                                                     \
  "e.body ->> '$." side ".first.status' || coalesce (': ' || (e.body ->> '$." side                 \
  ".first.reason'), '')"
#define HISTORY_END_OF(side) "iif (e.body ->> '$." side ".ended_at' = 0, 'open', 'ended')"

/* What changes from side to side. */
#define HISTORY_WHEN(kind, value) " WHEN '" kind "' THEN " value
#define HISTORY_CHANGE_OF(side, other)                                                             \
  HISTORY_WHEN ("article.draft", HISTORY_DRAFT_OF (side))                                          \
  HISTORY_WHEN ("source.change", HISTORY_FIELDS_OF (side, other))                                  \
  HISTORY_WHEN ("evidence.change", HISTORY_EVIDENCE_OF (side, other))                              \
  HISTORY_WHEN ("query.question", HISTORY_QUERY_OF (side, other))                                  \
  HISTORY_WHEN ("session.present", HISTORY_PEOPLE_OF (side))                                       \
  HISTORY_WHEN ("session.agenda", HISTORY_AGENDA_OF (side, other))                                 \
  HISTORY_WHEN ("session.park", HISTORY_PARKED_OF (side))                                          \
  HISTORY_WHEN ("reading.settle", HISTORY_FIRST_OF (side))                                         \
  HISTORY_WHEN ("reading.end", HISTORY_END_OF (side)) " ELSE " HISTORY_VALUE_OF (side)

#define HISTORY_OLD_KINDS                                                                          \
  HISTORY_WHEN ("evidence.remove", "s.title")                                                      \
  HISTORY_WHEN ("note.remove", HISTORY_NOTE)                                                       \
  HISTORY_WHEN ("query.remove", HISTORY_QUERY)                                                     \
  HISTORY_WHEN ("reading.remove", HISTORY_READING)                                                 \
  HISTORY_WHEN ("reading.take", "NULL")                                                            \
  HISTORY_WHEN ("session.decide", HISTORY_DECIDED)                                                 \
  HISTORY_WHEN ("session.restore", "NULL")
#define HISTORY_NEW_KINDS                                                                          \
  HISTORY_WHEN ("evidence.add", "s.title")                                                         \
  HISTORY_WHEN ("evidence.restore", "s.title")                                                     \
  HISTORY_WHEN ("note.restore", HISTORY_NOTE)                                                      \
  HISTORY_WHEN ("query.restore", HISTORY_QUERY)                                                    \
  HISTORY_WHEN ("reading.add", HISTORY_READING)                                                    \
  HISTORY_WHEN ("reading.take", HISTORY_READING)                                                   \
  HISTORY_WHEN ("reading.restore", HISTORY_READING)                                                \
  HISTORY_WHEN ("session.add", HISTORY_PEOPLE_OF ("to"))                                           \
  HISTORY_WHEN ("session.pause", "'paused'")                                                       \
  HISTORY_WHEN ("session.resume", "'open'")                                                        \
  HISTORY_WHEN ("session.end", "'ended'")                                                          \
  HISTORY_WHEN ("session.decide", HISTORY_DECISION)

#define HISTORY_BY_KIND "CASE WHEN g.ended_at = 0 OR e.body IS NULL THEN NULL ELSE CASE e.kind"
#define HISTORY_OLD_VALUE                                                                          \
  HISTORY_BY_KIND HISTORY_OLD_KINDS HISTORY_CHANGE_OF ("from", "to") " END END"
#define HISTORY_NEW_VALUE                                                                          \
  HISTORY_BY_KIND HISTORY_NEW_KINDS HISTORY_CHANGE_OF ("to", "from") " END END"

/* The same in parts, each with its name, as galley_history_parts_describe() reads them; what it
 * reads as the end of a part is a space in one. Only what has a status has all of those of a
 * verdict. */
#define HISTORY_BARE(value) "replace (" value ", char (30), ' ')"
#define HISTORY_PART(name, value)                                                                  \
  "coalesce ('" name "' || char (31) || " HISTORY_BARE (value) " || char (30), '')"
#define HISTORY_VERDICT(status, reason, quote)                                                     \
  HISTORY_PART ("status", status)                                                                  \
  " || " HISTORY_PART ("reason", reason) " || " HISTORY_PART ("quote", quote)
#define HISTORY_VERDICT_OF(side)                                                                   \
  "iif (e.body ->> '$." side ".status' IS NULL, NULL, " HISTORY_VERDICT (                          \
      "e.body ->> '$." side ".status'", "e.body ->> '$." side ".reason'",                          \
      "e.body ->> '$." side ".quote'") ")"

/* A field of a claim that changes by itself. */
#define HISTORY_FIELD_OF(side, field)                                                              \
  HISTORY_WHEN ("claim." field, HISTORY_PART (field, "e.body ->> '$." side "." field "'"))

/* The fields of a record that differ. A source goes by its title. */
#define HISTORY_RECORD_PARTS_OF(side, other)                                                       \
  "(SELECT group_concat (j.key || char (31) || " HISTORY_BARE (                                    \
      "coalesce (iif (j.key = 'source', (SELECT x.title FROM source x WHERE x.id = j.value),"      \
      " NULL), j.value)") " || char (30), '')"                                                     \
                          " FROM json_each (e.body, '$." side "') j WHERE j.value IS NOT NULL"     \
                          " AND j.value IS NOT json_extract (e.body, '$." other                    \
                          ".\"' || j.key || '\"'))"
#define HISTORY_READING_PARTS                                                                      \
  "(SELECT " HISTORY_PART ("reader", "r.reader") " || " HISTORY_PART (                             \
      "scope", "r.scope") " FROM reading r WHERE r.id = e.subject)"
#define HISTORY_PEOPLE_PARTS_OF(side)                                                              \
  HISTORY_PART ("chair", "e.body ->> '$." side ".chair'")                                          \
  " || " HISTORY_PART ("names",                                                                    \
                       "(SELECT group_concat (j.value, ', ') FROM json_each (e.body, '$." side     \
                       ".names') j)")
#define HISTORY_SIGNATURE_PARTS                                                                    \
  HISTORY_PART ("name", "e.body ->> '$.to.name'")                                                  \
  " || " HISTORY_PART ("role", "e.body ->> '$.to.role'") " || " HISTORY_PART (                     \
      "exception", "e.body ->> '$.to.exception'")

#define HISTORY_PARTS_OF(side, other)                                                              \
  HISTORY_WHEN ("source.change", HISTORY_RECORD_PARTS_OF (side, other))                            \
  HISTORY_WHEN ("evidence.change",                                                                 \
                HISTORY_PART ("evidence", "s.title") " || coalesce (" HISTORY_RECORD_PARTS_OF (    \
                    side, other) ", '')")                                                          \
  HISTORY_WHEN ("session.present", HISTORY_PEOPLE_PARTS_OF (side))                                 \
  HISTORY_WHEN ("query.question", HISTORY_RECORD_PARTS_OF (side, other))                           \
  HISTORY_FIELD_OF (side, "correction")                                                            \
  HISTORY_FIELD_OF (side, "category")                                                              \
  HISTORY_FIELD_OF (side, "priority")                                                              \
  HISTORY_FIELD_OF (side, "starred")                                                               \
  HISTORY_FIELD_OF (side, "publishable")                                                           \
  HISTORY_WHEN ("reading.settle",                                                                  \
                HISTORY_VERDICT ("e.body ->> '$." side ".first.status'",                           \
                                 "e.body ->> '$." side ".first.reason'", "NULL"))                  \
  " ELSE " HISTORY_VERDICT_OF (side)

#define HISTORY_OLD_PARTS                                                                          \
  HISTORY_BY_KIND                                                                                  \
  HISTORY_WHEN ("reading.remove", HISTORY_READING_PARTS)                                           \
  HISTORY_WHEN ("session.decide", HISTORY_VERDICT ("e.body ->> '$.to.old_status'",                 \
                                                   "e.body ->> '$.to.old_reason'", "NULL"))        \
  HISTORY_PARTS_OF ("from", "to") " END END"
#define HISTORY_NEW_PARTS                                                                          \
  HISTORY_BY_KIND                                                                                  \
  HISTORY_WHEN ("reading.add", HISTORY_READING_PARTS)                                              \
  HISTORY_WHEN ("reading.take", HISTORY_READING_PARTS)                                             \
  HISTORY_WHEN ("reading.restore", HISTORY_READING_PARTS)                                          \
  HISTORY_WHEN ("session.add", HISTORY_PEOPLE_PARTS_OF ("to"))                                     \
  HISTORY_WHEN ("article.sign", HISTORY_SIGNATURE_PARTS)                                           \
  HISTORY_WHEN ("session.decide",                                                                  \
                HISTORY_VERDICT (                                                                  \
                    "e.body ->> '$.to.status'", "e.body ->> '$.to.reason'",                        \
                    "e.body ->> '$.to.quote'") " || " HISTORY_PART ("question",                    \
                                                                    "e.body ->> '$.to.question'")) \
  HISTORY_PARTS_OF ("to", "from") " END END"

/* How a claim stood before it was placed anew, and how it stands since. */
#define HISTORY_OLD_PLACE "iif (e.kind = 'claim.place', e.body ->> '$.from.place', NULL)"
#define HISTORY_NEW_PLACE "iif (e.kind = 'claim.place', e.body ->> '$.to.place', NULL)"
