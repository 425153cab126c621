/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-rivals.h"

/* A field of a claim that changes by itself. */
#define CLAIM_FIELD(field, words)                                                                  \
  {                                                                                                \
    .name = "claim." field, .inverse = "claim." field, .touches = GALLEY_TOUCHES_CLAIM,            \
    .state = CLAIM_STATE (field, "json_object ('" field "', t." field ")", "?5", words),           \
    .fold = { "UPDATE claim SET " field " = ?6 ->> '$.to." field "', " field                       \
              "_event = ?1 WHERE id = ?5" },                                                       \
  }

/* A claim comes back to the words that it stood on, unless the article has another draft by then.
 */
#define RETURNS                                                                                    \
  " AND EXISTS (SELECT 1 FROM article a WHERE a.id = t.article AND a.gone = 0"                     \
  " AND (t.draft = a.draft OR NOT t.stands))"

/* Where a claim is; and where it is once it is placed, but for the words that it is given. */
#define WORDS_OF_CLAIM                                                                             \
  "'start', t.range_start, 'end', t.range_end, 'quote', t.quote, 'prefix', t.prefix,"              \
  " 'suffix', t.suffix, 'block', t.block"
#define PLACE_OF_CLAIM "'draft', t.draft, " WORDS_OF_CLAIM ", 'place', t.place, 'stands', t.stands"
#define TO_PLACE "(?5 ->> '$.place')"
#define WILL_STAND                                                                                 \
  TO_PLACE " != 'ambiguous' AND " TO_PLACE " != 'lost' AND " TO_PLACE " != 'retired'"
#define NEW_PLACE                                                                                  \
  "'draft', iif (" WILL_STAND ", a.draft, t.draft), " WORDS_OF_CLAIM ", 'stands', " WILL_STAND
#define IS_SURE TO_PLACE " = 'exact' OR " TO_PLACE " = 'moved'"
#define IS_KEPT TO_PLACE " = 'kept'"
#define IS_OPEN "t.status = 'pending'"
#define OF_FORMER(field) "t.former ->> '$." field "'"

/* Where the words are the same the verdict stays, with its reason and correction, unless one is put
 * back as it was. */
#define PLACE_CHANGES_WORDS                                                                        \
  "NOT (" IS_SURE ") OR t.quote IS NOT coalesce (?5 ->> '$.quote', t.quote)"                       \
  " OR (?5 ->> '$.status' IS NOT NULL AND (t.reason IS NOT ?5 ->> '$.reason'"                      \
  " OR t.correction IS NOT ?5 ->> '$.correction'))"

/* Whatever is to stand in the draft is given words of it, or has them. */
#define HAS_WORDS                                                                                  \
  " AND (NOT (" WILL_STAND ") OR ?5 ->> '$.start' IS NOT NULL OR (t.stands AND t.draft = "         \
  "a.draft))"

/* What becomes of the verdict on a claim that is placed. It is decided here and not by whoever asks
 * for it: where the words are the same it stays. Where somebody says that it stands on other words,
 * it is theirs from now on. In all other cases the claim is pending, and what was decided, and on
 * which words, is kept beside it. */
#define NEW_VERDICT                                                                                \
  "'status', CASE WHEN " IS_SURE " THEN t.status WHEN " IS_KEPT "  THEN coalesce (" OF_FORMER (    \
      "status") ", t.status) ELSE 'pending' END,"                                                  \
                " 'reason', CASE WHEN " IS_SURE " THEN t.reason WHEN " IS_KEPT                     \
                "  THEN iif (t.former IS NULL, t.reason, " OF_FORMER (                             \
                    "reason") ")"                                                                  \
                              "  WHEN " IS_OPEN " THEN t.reason END,"                              \
                              " 'correction', CASE WHEN " IS_SURE                                  \
                              " THEN t.correction WHEN " IS_KEPT                                   \
                              "  THEN coalesce (t.correction, " OF_FORMER (                        \
                                  "correction") ") END,"                                           \
                                                " 'checked_by', CASE WHEN " IS_SURE                \
                                                " OR (NOT " IS_KEPT " AND " IS_OPEN                \
                                                ") THEN t.checked_by ELSE ?2 END,"                 \
                                                " 'checked_at', CASE WHEN " IS_SURE                \
                                                " OR (NOT " IS_KEPT " AND " IS_OPEN                \
                                                ") THEN t.checked_at ELSE ?1 END,"                 \
                                                " 'former', json (CASE WHEN " IS_SURE              \
                                                " THEN json (t.former) WHEN " IS_KEPT " THEN NULL" \
                                                "  WHEN t.former IS NOT NULL THEN json_set "       \
                                                "(t.former, '$.differences', ?5 ->> "              \
                                                "'$.differences',"                                 \
                                                "  '$.correction', coalesce "                      \
                                                "(t.correction, " OF_FORMER (                      \
                                                    "correction") "))"                             \
                                                                  "  ELSE json_object ('status', " \
                                                                  "t.status, 'reason', t.reason, " \
                                                                  "'correction', t.correction,"    \
                                                                  "  'checked_by', t.checked_by, " \
                                                                  "'checked_at', t.checked_at, "   \
                                                                  "'draft', t.draft,"              \
                                                                  "  'start', t.range_start, "     \
                                                                  "'end', t.range_end, 'quote', "  \
                                                                  "t.quote,"                       \
                                                                  "  'differences', ?5 ->> "       \
                                                                  "'$.differences') END)"
#define STATUS_OBJECT                                                                              \
  "json_object ('status', t.status, 'reason', t.reason, 'checked_by', t.checked_by,"               \
  " 'checked_at', t.checked_at, 'on', t.quote)"
#define STATUS_STATE                                                                               \
  "iif (t.former IS NULL, " STATUS_OBJECT ", json_set (" STATUS_OBJECT                             \
  ", '$.former', json (t.former)))"

/* A verdict tells on which words it was given, and on which sentence where there was one. */
#define VERDICT_ON_WORDS "json_set (?5, '$.checked_by', ?2, '$.checked_at', ?1, '$.on', t.quote)"
#define VERDICT_ON_SENTENCE                                                                        \
  "iif (t.sentence IS NULL, " VERDICT_ON_WORDS ", json_set (" VERDICT_ON_WORDS                     \
  ", '$.sentence', t.sentence))"

/* Evidence, notes and queries can only be changed while their claim and the article are there. */
#define PART_OF_CLAIM                                                                              \
  " t JOIN claim c ON c.id = t.claim JOIN article a ON a.id = c.article"                           \
  " WHERE t.id = ?4 AND c.gone = 0 AND a.gone = 0"
#define PART_STATE(table, field, from, to)                                                         \
  "SELECT c.article, " IDENTITY ("t." field "_event") ", " from ", " to                            \
                                                      ", 1 FROM " table PART_OF_CLAIM              \
                                                      " AND t.gone = 0"
#define PART_GONE_STATE(table, gone)                                                               \
  "SELECT c.article, " IDENTITY ("t.gone_event") ", '{}', ?5, 1 FROM " table PART_OF_CLAIM         \
                                                 " AND t.gone = " gone
#define PART_GONE(table, what, provided, returns)                                                  \
  { .name = table ".remove",                                                                       \
    .inverse = table ".restore",                                                                   \
    .touches = what,                                                                               \
    .state = PART_GONE_STATE (table, "0"),                                                         \
    .fold = { GONE_FOLD (table, "1") } },                                                          \
  {                                                                                                \
    .name = table ".restore", .inverse = table ".remove", .touches = what,                         \
    .state = PART_GONE_STATE (table, "1") provided, .fold = { GONE_FOLD (table, "0"), returns },   \
  }
/* Whatever names a source needs it to be in the log. */
#define SOURCE_IS_THERE(id)                                                                        \
  " AND (" id " IS NULL OR EXISTS (SELECT 1 FROM source s WHERE s.id = " id " AND s.gone = 0))"
#define ADD_PART_STATE(to)                                                                         \
  "SELECT c.article, NULL, NULL, " to ", 1 FROM claim c JOIN article a ON a.id = c.article"        \
  " WHERE c.id = ?5 ->> '$.claim' AND c.gone = 0 AND a.gone = 0"

/* All that is noted of a source, in one order. */
#define SOURCE_TEXTS                                                                               \
  "title, author, organisation, publisher, published, address, archived, contact, pseudonym,"      \
  " independence, reliability, attachment, attachment_name"
#define SOURCE_VALUES                                                                              \
  "coalesce (?6 ->> '$.to.kind', 'unspecified'), coalesce (?6 ->> '$.to.terms', 'on-record'),"     \
  " ?6 ->> '$.to.title', ?6 ->> '$.to.author', ?6 ->> '$.to.organisation',"                        \
  " ?6 ->> '$.to.publisher', ?6 ->> '$.to.published', ?6 ->> '$.to.address',"                      \
  " ?6 ->> '$.to.archived', ?6 ->> '$.to.contact', ?6 ->> '$.to.pseudonym',"                       \
  " ?6 ->> '$.to.group', ?6 ->> '$.to.reliability', ?6 ->> '$.to.attachment',"                     \
  " ?6 ->> '$.to.attachment_name'"
#define SOURCE_OBJECT                                                                              \
  "json_object ('kind', t.kind, 'terms', t.terms, 'title', t.title, 'author', t.author,"           \
  " 'organisation', t.organisation, 'publisher', t.publisher, 'published', t.published,"           \
  " 'address', t.address, 'archived', t.archived, 'contact', t.contact,"                           \
  " 'pseudonym', t.pseudonym, 'group', t.independence, 'reliability', t.reliability,"              \
  " 'attachment', t.attachment, 'attachment_name', t.attachment_name)"

/* A range is one of the draft in which the claim was; the verdict that is there was not. */
#define RANGE_IS_HERE "(?6 ->> '$.from.draft' IS NULL OR ?6 ->> '$.from.draft' = draft)"
#define RANGE_LOSES_VERDICT                                                                        \
  RANGE_IS_HERE " AND NOT " SAW_VERDICT " AND status != 'pending' AND ?6 ->> '$.to.quote' != "     \
                "quote"

/* Before format 4 a draft's claims were placed by their ranges. */
#define RANGE_STANDS                                                                               \
  "(NOT " IN_TRAY ("place") " AND coalesce (?6 ->> '$.to.draft', draft)"                           \
                            " IS (SELECT a.draft FROM article a WHERE a.id = ?4))"

/* A source that is used is in the log. */
#define IS_USED(source)                                                                            \
  "(EXISTS (SELECT 1 FROM evidence v WHERE v.source = " source " AND v.gone = 0)"                  \
  " OR EXISTS (SELECT 1 FROM query q WHERE q.source = " source " AND q.gone = 0))"
/* A source that was purged here, and that somebody used elsewhere without knowing of that, is there
 * without anything that was known of it: what rests on it is not lost. It may have been a
 * confidential one, so that where something stands in it, and when it was read, must not go out. */
#define SOURCE_STANDS_IN(source)                                                                   \
  "INSERT OR IGNORE INTO source (id, terms, title, gone_event, change_event)"                      \
  " SELECT s.id, 'confidential', '', ?1, ?1"                                                       \
  " FROM (SELECT " source " AS id) s WHERE s.id IS NOT NULL"                                       \
  " AND NOT EXISTS (SELECT 1 FROM source o WHERE o.id = s.id)"
#define NOT_PURGED                                                                                 \
  " AND NOT EXISTS (SELECT 1 FROM event e WHERE e.subject = t.id AND e.kind = 'source.purge')"
#define SOURCE_RETURNS(source) "UPDATE source SET gone = 0 WHERE id = " source " AND gone = 1"

/* A new claim; status, reason, stands, place and former follow. */
#define ADD_CLAIM                                                                                  \
  "INSERT INTO claim (id, article, draft, range_start, range_end, quote, prefix, suffix, block,"   \
  " range_event, checked_by, checked_at, status_event, note, note_event, correction_event,"        \
  " gone_event, status, reason, stands, place, former) VALUES (?5, ?4, ?6 ->> '$.to.draft',"       \
  " ?6 ->> '$.to.start', ?6 ->> '$.to.end', ?6 ->> '$.to.quote', ?6 ->> '$.to.prefix',"            \
  " ?6 ->> '$.to.suffix', ?6 ->> '$.to.block', ?1, ?6 ->> '$.to.checked_by',"                      \
  " ?6 ->> '$.to.checked_at', ?1, ?6 ->> '$.to.note', ?1, ?1, ?1,"

const GalleyKind galley_record_kinds[] = {
  {
      .name = "claim.place",
      .inverse = "claim.place",
      .touches = GALLEY_TOUCHES_CLAIM,
      .state = CLAIM_STATE ("range",
                            "json_object (" PLACE_OF_CLAIM ", 'status', t.status,"
                            " 'reason', t.reason, 'correction', t.correction,"
                            " 'checked_by', t.checked_by, 'checked_at', t.checked_at,"
                            " 'former', json (t.former))",
                            "json_patch (json_object (" NEW_PLACE ", " NEW_VERDICT "), ?5)",
                            PLACE_CHANGES_WORDS) HAS_WORDS,
      .fold = { PLACE_COUNT, PLACE_NEW_RIVAL, PLACE_OLD_RIVAL,
                PLACE_UPDATE " status = " PLACED_STATUS ", reason = " PLACED_REASON ","
                             " checked_by = " PLACED_BY ", checked_at = " PLACED_AT ","
                             " former = " PLACED_FORMER ","
                             " correction = " PLACED_CORRECTION ","
                             " status_event = ?1, correction_event = ?1 WHERE id = ?5" },
      .usual = USUAL_PLACE,
      .usual_count = USUAL_PLACE_COUNT,
  },
  {
      .name = "claim.status",
      .inverse = "claim.status",
      .touches = GALLEY_TOUCHES_CLAIM,
      .state = CLAIM_STATE ("status",
                            "iif (" HAS_RIVALS ("t.id") ", json_set (" STATUS_STATE
                                                        ", '$.rivals', json (" RIVALS_OF (
                                                            "t.id") ")), " STATUS_STATE ")",
                            VERDICT_ON_SENTENCE,
                            "t.reason IS NOT (?5 ->> '$.reason')") STANDS,
      .fold = { STATUS_COUNT, STATUS_NEW_RIVAL, STATUS_FORGET_RIVALS, STATUS_OLD_RIVALS,
                STATUS_FORMER_RIVAL, STATUS_WAITING_RIVAL, STATUS_FORMER,
                "UPDATE claim SET status = ?6 ->> '$.to.status', reason = ?6 ->> '$.to.reason',"
                " checked_by = ?6 ->> '$.to.checked_by', checked_at = ?6 ->> '$.to.checked_at',"
                " status_event = ?1, stands = " STANDS_WITH_VERDICT
                ", gone = 0, former = iif (" TO_STATUS " = 'pending',"
                " coalesce (" NEW_FORMER ", former), " NEW_FORMER
                ") WHERE id = ?5 AND " VERDICT_COUNTS },
      .usual = USUAL_STATUS,
      .fields = USUAL_STATUS_FIELDS,
  },
  {
      .name = "claim.add",
      .inverse = "claim.delete",
      .touches = GALLEY_TOUCHES_CLAIM,
      .state = SPAN_STATE,
      .fold = { ADD_CLAIM " ?6 ->> '$.to.status', ?6 ->> '$.to.reason',"
                          " (SELECT a.draft IS ?6 ->> '$.to.draft' FROM article a WHERE a.id = ?4),"
                          " 'marked', NULL)" },
      .count = COUNT (PRESENT_STATUS, "NULL"),
  },
  {
      .name = "claim.stray",
      .inverse = "claim.delete",
      .touches = GALLEY_TOUCHES_CLAIM,
      .state = SPAN_STATE,
      .fold = { ADD_CLAIM " 'pending', iif (" TO_STATUS " = 'pending', ?6 ->> '$.to.reason', NULL),"
                          " 0, iif (?6 ->> '$.to.place' = 'ambiguous', 'ambiguous', 'lost'),"
                          " json_object ('status', " TO_STATUS ", 'reason', ?6 ->> '$.to.reason',"
                          " 'correction', NULL, 'checked_by', ?6 ->> '$.to.checked_by',"
                          " 'checked_at', ?6 ->> '$.to.checked_at', 'draft', ?6 ->> '$.to.draft',"
                          " 'start', ?6 ->> '$.to.start', 'end', ?6 ->> '$.to.end',"
                          " 'quote', ?6 ->> '$.to.quote', 'differences', NULL))" },
  },
  {
      .name = "claim.delete",
      .inverse = "claim.restore",
      .touches = GALLEY_TOUCHES_CLAIM,
      .state = CLAIM_STATE ("gone",
                            "json_object ('quote', t.quote, " SEEN_VERDICT ("t.") ")",
                            "?5",
                            "0"),
      .fold = { RECOUNT ("NULL", SAW_VERDICT), GONE_FOLD ("claim", "1") " AND " SAW_VERDICT },
  },
  {
      .name = "claim.restore",
      .inverse = "claim.delete",
      .touches = GALLEY_TOUCHES_CLAIM,
      .state = GONE_STATE ("claim", "t.article", "1", NOTHING) RETURNS,
      .fold = { RECOUNT ("iif (" STANDS_AGAIN ", status, NULL)", "1"),
                "UPDATE claim SET gone = 0, gone_event = ?1, stands = " STANDS_AGAIN
                " WHERE id = ?5" },
  },
  {
      .name = "claim.range",
      .inverse = "claim.range",
      .touches = GALLEY_TOUCHES_CLAIM,
      .state =
          CLAIM_STATE ("range",
                       "json_object ('draft', t.draft, 'start', t.range_start, 'end', t.range_end,"
                       " 'quote', t.quote, 'prefix', t.prefix, 'suffix', t.suffix,"
                       " 'block', t.block, " SEEN_VERDICT ("t.") ")",
                       "?5",
                       "1") STANDS,
      .fold = { RECOUNT ("iif (" RANGE_STANDS " AND gone = 0,"
                         " iif (" RANGE_LOSES_VERDICT ", 'pending', status), NULL)",
                         RANGE_IS_HERE),
                "UPDATE claim SET status = 'pending', reason = NULL, status_event = ?1,"
                " former = " AS_FORMER ("NULL") " WHERE id = ?5 AND " RANGE_LOSES_VERDICT,
                "UPDATE claim SET draft = coalesce (?6 ->> '$.to.draft', draft),"
                " range_start = ?6 ->> '$.to.start', range_end = ?6 ->> '$.to.end',"
                " quote = ?6 ->> '$.to.quote', prefix = ?6 ->> '$.to.prefix',"
                " suffix = ?6 ->> '$.to.suffix', block = ?6 ->> '$.to.block', range_event = ?1,"
                " stands = " RANGE_STANDS " WHERE id = ?5 AND " RANGE_IS_HERE },
  },
  CLAIM_FIELD ("note", "1"),
  CLAIM_FIELD ("correction", "1"),
  CLAIM_FIELD ("category", "0"),
  CLAIM_FIELD ("speaker", "1"),
  CLAIM_FIELD ("sentence", "1"),
  CLAIM_FIELD ("assignee", "0"),
  CLAIM_FIELD ("priority", "0"),
  CLAIM_FIELD ("starred", "0"),
  CLAIM_FIELD ("publishable", "0"),
  {
      .name = "source.add",
      .inverse = "source.remove",
      .touches = GALLEY_TOUCHES_SOURCE,
      .state = "SELECT NULL, NULL, NULL, ?5, 1",
      .fold = { "INSERT INTO source (id, gone_event, change_event, kind, terms, " SOURCE_TEXTS
                ") VALUES (?5, ?1, ?1, " SOURCE_VALUES ")" },
  },
  {
      .name = "source.change",
      .inverse = "source.change",
      .touches = GALLEY_TOUCHES_SOURCE,
      .state = "SELECT NULL, " IDENTITY (
          "t.change_event") ", " SOURCE_OBJECT
                            ", ?5, 1 FROM source t WHERE t.id = ?4 AND t.gone = 0" NOT_PURGED,
      .fold = { "UPDATE source SET change_event = ?1, (kind, terms, " SOURCE_TEXTS
                ") = (SELECT " SOURCE_VALUES ") WHERE id = ?5" },
  },
  {
      .name = "source.remove",
      .inverse = "source.restore",
      .touches = GALLEY_TOUCHES_SOURCE,
      .state = GONE_STATE ("source", "NULL", "0", TITLE) NOT_PURGED,
      .fold = { GONE_FOLD ("source", "1") " AND NOT " IS_USED ("?5") },
  },
  {
      .name = "source.restore",
      .inverse = "source.remove",
      .touches = GALLEY_TOUCHES_SOURCE,
      .state = GONE_STATE ("source", "NULL", "1", NOTHING) NOT_PURGED,
      .fold = { GONE_FOLD ("source", "0") },
  },
  {
      .name = "evidence.add",
      .inverse = "evidence.remove",
      .touches = GALLEY_TOUCHES_EVIDENCE,
      .state = "SELECT c.article, NULL, NULL, ?5, 1 FROM claim c JOIN article a ON a.id = c.article"
               " WHERE c.id = ?5 ->> '$.claim' AND c.gone = 0 AND a.gone = 0 AND EXISTS"
               " (SELECT 1 FROM source s WHERE s.id = ?5 ->> '$.source' AND s.gone = 0)",
      .fold = { SOURCE_STANDS_IN ("?6 ->> '$.to.source'"),
                "INSERT INTO evidence (id, claim, source, stance, passage, locator, consulted_at,"
                " gone_event, secondary, change_event) VALUES (?5, ?6 ->> '$.to.claim', ?6 ->> "
                "'$.to.source',"
                " ?6 ->> '$.to.stance', ?6 ->> '$.to.passage', ?6 ->> '$.to.locator',"
                " ?6 ->> '$.to.consulted_at', ?1,"
                " coalesce (?6 ->> '$.to.secondary', 0), ?1)",
                SOURCE_RETURNS ("?6 ->> '$.to.source'") },
  },
  {
      .name = "evidence.change",
      .inverse = "evidence.change",
      .touches = GALLEY_TOUCHES_EVIDENCE,
      .state = PART_STATE ("evidence",
                           "change",
                           "json_object ('stance', t.stance, 'secondary', t.secondary,"
                           " 'passage', t.passage, 'locator', t.locator,"
                           " 'consulted_at', t.consulted_at)",
                           "?5"),
      .fold = { "UPDATE evidence SET stance = ?6 ->> '$.to.stance',"
                " secondary = coalesce (?6 ->> '$.to.secondary', 0),"
                " passage = ?6 ->> '$.to.passage', locator = ?6 ->> '$.to.locator',"
                " consulted_at = ?6 ->> '$.to.consulted_at', change_event = ?1 WHERE id = ?5" },
  },
  PART_GONE ("evidence",
             GALLEY_TOUCHES_EVIDENCE,
             SOURCE_IS_THERE ("t.source"),
             SOURCE_RETURNS ("(SELECT source FROM evidence WHERE id = ?5)")),
  {
      .name = "note.add",
      .inverse = "note.remove",
      .touches = GALLEY_TOUCHES_NOTE,
      .state = ADD_PART_STATE ("json_set (?5, '$.author', ?2, '$.written_at', ?1)"),
      .fold = { "INSERT INTO note (id, claim, text, author, written_at, text_event, gone_event)"
                " VALUES (?5, ?6 ->> '$.to.claim', ?6 ->> '$.to.text', ?6 ->> '$.to.author',"
                " ?6 ->> '$.to.written_at', ?1, ?1)" },
  },
  {
      .name = "note.text",
      .inverse = "note.text",
      .touches = GALLEY_TOUCHES_NOTE,
      .state = PART_STATE ("note", "text", "json_object ('text', t.text)", "?5"),
      .fold = { "UPDATE note SET text = ?6 ->> '$.to.text', text_event = ?1 WHERE id = ?5" },
  },
  PART_GONE ("note", GALLEY_TOUCHES_NOTE, "", NULL),
  {
      .name = "query.add",
      .inverse = "query.remove",
      .touches = GALLEY_TOUCHES_QUERY,
      .state = ADD_PART_STATE ("json_set (?5, '$.asked_by', ?2, '$.asked_at', ?1)")
          SOURCE_IS_THERE ("(?5 ->> '$.source')"),
      .fold = { SOURCE_STANDS_IN ("?6 ->> '$.to.source'"),
                "INSERT INTO query (id, claim, addressee, source, question, due_at, asked_by,"
                " asked_at, question_event, answer_event, decision_event, gone_event)"
                " VALUES (?5, ?6 ->> '$.to.claim', ?6 ->> '$.to.addressee',"
                " ?6 ->> '$.to.source', ?6 ->> '$.to.question',"
                " coalesce (?6 ->> '$.to.due_at', 0), ?6 ->> '$.to.asked_by',"
                " ?6 ->> '$.to.asked_at', ?1, ?1, ?1, ?1)",
                SOURCE_RETURNS ("?6 ->> '$.to.source'") },
  },
  {
      .name = "query.question",
      .inverse = "query.question",
      .touches = GALLEY_TOUCHES_QUERY,
      .state = PART_STATE ("query",
                           "question",
                           "json_object ('addressee', t.addressee, 'source', t.source,"
                           " 'question', t.question, 'due_at', t.due_at)",
                           "?5") SOURCE_IS_THERE ("(?5 ->> '$.source')"),
      .fold = { SOURCE_STANDS_IN ("?6 ->> '$.to.source'"),
                "UPDATE query SET addressee = ?6 ->> '$.to.addressee',"
                " source = ?6 ->> '$.to.source', question = ?6 ->> '$.to.question',"
                " due_at = coalesce (?6 ->> '$.to.due_at', 0), question_event = ?1"
                " WHERE id = ?5",
                SOURCE_RETURNS ("?6 ->> '$.to.source'") },
  },
  {
      .name = "query.answer",
      .inverse = "query.answer",
      .touches = GALLEY_TOUCHES_QUERY,
      .state = PART_STATE ("query",
                           "answer",
                           "json_object ('answer', t.answer, 'answered_at', t.answered_at)",
                           "json_set (?5, '$.answered_at',"
                           " iif (?5 ->> '$.answer' IS NULL, 0, ?1))"),
      .fold = { "UPDATE query SET answer = ?6 ->> '$.to.answer',"
                " answered_at = ?6 ->> '$.to.answered_at', answer_event = ?1 WHERE id = ?5" },
  },
  {
      .name = "query.decision",
      .inverse = "query.decision",
      .touches = GALLEY_TOUCHES_QUERY,
      .state = PART_STATE ("query", "decision", "json_object ('decision', t.decision)", "?5"),
      .fold = { "UPDATE query SET decision = ?6 ->> '$.to.decision', decision_event = ?1"
                " WHERE id = ?5" },
  },
  PART_GONE ("query",
             GALLEY_TOUCHES_QUERY,
             SOURCE_IS_THERE ("t.source"),
             SOURCE_RETURNS ("(SELECT source FROM query WHERE id = ?5)")),
};

const guint galley_n_record_kinds = G_N_ELEMENTS (galley_record_kinds);
