/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-kinds.h"

/* The identity of the event of a number, as other events name it. */
#define IDENTITY(number)                                                                           \
  "(SELECT r.id || ':' || e.seq FROM event e JOIN replica r ON r.no = e.replica"                   \
  " WHERE e.id = " number ")"

/* What gives and takes the existence of a row of @table. What is taken keeps @from, by which people
 * know it; all else is still there. */
#define NOTHING "'{}'"
#define GONE_STATE(table, article, gone, from)                                                     \
  "SELECT " article ", " IDENTITY ("t.gone_event") ", " from ", ?5, 0 FROM " table " t"            \
                                                   " WHERE t.id = ?4 AND t.gone = " gone
#define GONE_STATE_IN_ARTICLE(table, gone, from)                                                   \
  "SELECT t.article, " IDENTITY (                                                                  \
      "t.gone_event") ", " from ", ?5, 0 FROM " table " t JOIN article a"                          \
                      " ON a.id = t.article WHERE t.id = ?4 AND t.gone = " gone " AND a.gone = 0"  \
                      " AND t.draft = a.draft"
#define GONE_FOLD(table, gone) "UPDATE " table " SET gone = " gone ", gone_event = ?1 WHERE id = ?5"
#define QUOTE "json_object ('quote', t.quote)"
#define TITLE "json_object ('title', t.title)"

/* Evidence can only be changed while its claim and the article are there. */
#define EVIDENCE_GONE_STATE(gone)                                                                  \
  "SELECT c.article, " IDENTITY (                                                                  \
      "t.gone_event") ", '{}', ?5, 0 FROM evidence t JOIN claim c ON c.id = t.claim"               \
                      " JOIN article a ON a.id = c.article"                                        \
                      " WHERE t.id = ?4 AND t.gone = " gone " AND c.gone = 0 AND a.gone = 0"

/* A claim or dismissal can only be changed while its article is there. */
#define CLAIM_STATE(field, from, to, words)                                                        \
  "SELECT t.article, " IDENTITY ("t." field                                                        \
                                 "_event") ", " from ", " to ", " words                            \
                                           " FROM claim t JOIN article a ON a.id = t.article"      \
                                           " WHERE t.id = ?4 AND t.gone = 0 AND a.gone = 0"

#define SPAN_STATE                                                                                 \
  "SELECT a.id, NULL, NULL, json_set (?5, '$.draft', a.draft,"                                     \
  " '$.checked_by', ?2, '$.checked_at', ?1), 1 FROM article a WHERE a.id = ?3 AND a.gone = 0"

/* Moves a claim from one of its article's counts to another; NULL is none. Not a trigger: SQLite
 * would keep a journal of its own for each statement that fires one. */
#define COUNT(to, from)                                                                            \
  "UPDATE article SET"                                                                             \
  " n_pending = n_pending + (" to " IS 'pending') - (" from " IS 'pending'),"                      \
  " n_confirmed = n_confirmed + (" to " IS 'confirmed') - (" from " IS 'confirmed'),"              \
  " n_disputed = n_disputed + (" to " IS 'disputed') - (" from " IS 'disputed') WHERE id = ?4"
#define TO_STATUS "(?6 ->> '$.to.status')"
#define FROM_STATUS "(?6 ->> '$.from.status')"
#define PRESENT_STATUS "(SELECT status FROM claim WHERE id = ?5)"

/* A draft is entered when it first comes under check, and stays. */
#define ADD_DRAFT                                                                                  \
  "INSERT OR IGNORE INTO draft (id, article, text, structure, original, event)"                    \
  " VALUES (?6 ->> '$.to.draft', ?5, ?6 ->> '$.to.text', ?6 ->> '$.to.structure',"                 \
  " ?6 ->> '$.to.original', ?1)"

/* The kinds of events with their bodies:
 *
 *   article.add        to: title, draft (id), text, structure, original (SHA-256 each)
 *   article.remove     from: title; undone by article.restore, to: title
 *   article.archive    to, from: archived
 *   article.draft      to, from: draft (id), text, structure, original (SHA-256 each): which of the
 *                      article's drafts is under check. What is marked in it follows in the same
 *                      step, each claim and dismissal by an event of its own
 *   article.purge      the article and everything in it is destroyed; nothing undoes it
 *   source.purge       likewise a source that nothing else used
 *   claim.add          to: draft, start, end, quote, prefix, suffix, block, status, reason, note,
 *                      checked_by, checked_at
 *   claim.delete       from: quote; undone by claim.restore, to: quote
 *   claim.range        to, from: draft, start, end, quote, prefix, suffix, block; without draft
 *                      where it stays in its own
 *   claim.status       to, from: status, reason, checked_by, checked_at
 *   claim.note         to, from: note
 *   claim.correction   to, from: correction
 *   source.add         to: title, address
 *   source.remove      from: title; undone by source.restore, to: title
 *   evidence.add       to: claim, source, stance, passage, locator, consulted_at
 *   evidence.remove    undone by evidence.restore
 *   dismissal.add      to: draft, start, end, quote, prefix, suffix, block, kind
 *   dismissal.range    to, from: draft, start, end, quote
 *   dismissal.remove   from: quote; undone by dismissal.restore, to: quote
 */
static const GalleyKind kinds[] = {
  {
      .name = "claim.status",
      .inverse = "claim.status",
      .touches = GALLEY_TOUCHES_CLAIM,
      .state = CLAIM_STATE ("status",
                            "json_object ('status', t.status, 'reason', t.reason,"
                            " 'checked_by', t.checked_by, 'checked_at', t.checked_at)",
                            "json_set (?5, '$.checked_by', ?2, '$.checked_at', ?1)",
                            "t.reason IS NOT (?5 ->> '$.reason')"),
      .fold = { "UPDATE claim SET status = ?6 ->> '$.to.status', reason = ?6 ->> '$.to.reason',"
                " checked_by = ?6 ->> '$.to.checked_by', checked_at = ?6 ->> '$.to.checked_at',"
                " status_event = ?1 WHERE id = ?5",
                COUNT (TO_STATUS, FROM_STATUS) },
  },
  {
      .name = "claim.add",
      .inverse = "claim.delete",
      .touches = GALLEY_TOUCHES_CLAIM,
      .state = SPAN_STATE,
      .fold = { "INSERT INTO claim (id, article, draft, range_start, range_end, quote, prefix, "
                "suffix,"
                " block, range_event, status, reason, checked_by, checked_at, status_event, note,"
                " note_event, correction_event, gone_event)"
                " VALUES (?5, ?4, ?6 ->> '$.to.draft', ?6 ->> '$.to.start', ?6 ->> '$.to.end',"
                " ?6 ->> '$.to.quote', ?6 ->> '$.to.prefix', ?6 ->> '$.to.suffix', ?6 ->> "
                "'$.to.block',"
                " ?1, ?6 ->> '$.to.status', ?6 ->> '$.to.reason', ?6 ->> '$.to.checked_by',"
                " ?6 ->> '$.to.checked_at', ?1, ?6 ->> '$.to.note', ?1, ?1, ?1)",
                COUNT (TO_STATUS, "NULL") },
  },
  {
      .name = "claim.delete",
      .inverse = "claim.restore",
      .touches = GALLEY_TOUCHES_CLAIM,
      .state = CLAIM_STATE ("gone", QUOTE, "?5", "0"),
      .fold = { GONE_FOLD ("claim", "1"), COUNT ("NULL", PRESENT_STATUS) },
  },
  {
      .name = "claim.restore",
      .inverse = "claim.delete",
      .touches = GALLEY_TOUCHES_CLAIM,
      .state = GONE_STATE_IN_ARTICLE ("claim", "1", NOTHING),
      .fold = { GONE_FOLD ("claim", "0"), COUNT (PRESENT_STATUS, "NULL") },
  },
  {
      .name = "claim.range",
      .inverse = "claim.range",
      .touches = GALLEY_TOUCHES_CLAIM,
      .state =
          CLAIM_STATE ("range",
                       "json_object ('draft', t.draft, 'start', t.range_start, 'end', t.range_end,"
                       " 'quote', t.quote, 'prefix', t.prefix, 'suffix', t.suffix,"
                       " 'block', t.block)",
                       "?5",
                       "1"),
      .fold = { "UPDATE claim SET draft = coalesce (?6 ->> '$.to.draft', draft),"
                " range_start = ?6 ->> '$.to.start', range_end = ?6 ->> '$.to.end',"
                " quote = ?6 ->> '$.to.quote', prefix = ?6 ->> '$.to.prefix',"
                " suffix = ?6 ->> '$.to.suffix', block = ?6 ->> '$.to.block', range_event = ?1"
                " WHERE id = ?5" },
  },
  {
      .name = "claim.note",
      .inverse = "claim.note",
      .touches = GALLEY_TOUCHES_CLAIM,
      .state = CLAIM_STATE ("note", "json_object ('note', t.note)", "?5", "1"),
      .fold = { "UPDATE claim SET note = ?6 ->> '$.to.note', note_event = ?1 WHERE id = ?5" },
  },
  {
      .name = "claim.correction",
      .inverse = "claim.correction",
      .touches = GALLEY_TOUCHES_CLAIM,
      .state = CLAIM_STATE ("correction", "json_object ('correction', t.correction)", "?5", "1"),
      .fold = { "UPDATE claim SET correction = ?6 ->> '$.to.correction', correction_event = ?1"
                " WHERE id = ?5" },
  },
  {
      .name = "source.add",
      .inverse = "source.remove",
      .touches = GALLEY_TOUCHES_SOURCE,
      .state = "SELECT NULL, NULL, NULL, ?5, 1",
      .fold = { "INSERT INTO source (id, title, address, gone_event)"
                " VALUES (?5, ?6 ->> '$.to.title', ?6 ->> '$.to.address', ?1)" },
  },
  {
      .name = "source.remove",
      .inverse = "source.restore",
      .touches = GALLEY_TOUCHES_SOURCE,
      .state = GONE_STATE ("source", "NULL", "0", TITLE),
      .fold = { GONE_FOLD ("source", "1") },
  },
  {
      .name = "source.restore",
      .inverse = "source.remove",
      .touches = GALLEY_TOUCHES_SOURCE,
      .state = GONE_STATE ("source", "NULL", "1", NOTHING),
      .fold = { GONE_FOLD ("source", "0") },
  },
  {
      .name = "evidence.add",
      .inverse = "evidence.remove",
      .touches = GALLEY_TOUCHES_EVIDENCE,
      .state = "SELECT c.article, NULL, NULL, ?5, 0 FROM claim c JOIN article a ON a.id = c.article"
               " WHERE c.id = ?5 ->> '$.claim' AND c.gone = 0 AND a.gone = 0 AND EXISTS"
               " (SELECT 1 FROM source s WHERE s.id = ?5 ->> '$.source' AND s.gone = 0)",
      .fold = { "INSERT INTO evidence (id, claim, source, stance, passage, locator, consulted_at,"
                " gone_event) VALUES (?5, ?6 ->> '$.to.claim', ?6 ->> '$.to.source',"
                " ?6 ->> '$.to.stance', ?6 ->> '$.to.passage', ?6 ->> '$.to.locator',"
                " ?6 ->> '$.to.consulted_at', ?1)" },
  },
  {
      .name = "evidence.remove",
      .inverse = "evidence.restore",
      .touches = GALLEY_TOUCHES_EVIDENCE,
      .state = EVIDENCE_GONE_STATE ("0"),
      .fold = { GONE_FOLD ("evidence", "1") },
  },
  {
      .name = "evidence.restore",
      .inverse = "evidence.remove",
      .touches = GALLEY_TOUCHES_EVIDENCE,
      .state = EVIDENCE_GONE_STATE ("1") " AND EXISTS (SELECT 1 FROM source s WHERE s.id = t.source"
                                         " AND s.gone = 0)",
      .fold = { GONE_FOLD ("evidence", "0") },
  },
  {
      .name = "dismissal.add",
      .inverse = "dismissal.remove",
      .touches = GALLEY_TOUCHES_DISMISSAL,
      .state = SPAN_STATE,
      .fold = { "INSERT INTO dismissal (id, article, draft, range_start, range_end, quote, kind,"
                " gone_event, range_event) VALUES (?5, ?4, ?6 ->> '$.to.draft',"
                " ?6 ->> '$.to.start', ?6 ->> '$.to.end', ?6 ->> '$.to.quote',"
                " ?6 ->> '$.to.kind', ?1, ?1)" },
  },
  {
      .name = "dismissal.range",
      .inverse = "dismissal.range",
      .touches = GALLEY_TOUCHES_DISMISSAL,
      .state = "SELECT t.article, " IDENTITY (
          "t.range_event") ", json_object ('draft', t.draft, 'start', t.range_start,"
                           " 'end', t.range_end, 'quote', t.quote), ?5, 0"
                           " FROM dismissal t JOIN article a ON a.id = t.article"
                           " WHERE t.id = ?4 AND t.gone = 0 AND a.gone = 0",
      .fold = { "UPDATE dismissal SET draft = ?6 ->> '$.to.draft',"
                " range_start = ?6 ->> '$.to.start', range_end = ?6 ->> '$.to.end',"
                " quote = ?6 ->> '$.to.quote', range_event = ?1 WHERE id = ?5" },
  },
  {
      .name = "dismissal.remove",
      .inverse = "dismissal.restore",
      .touches = GALLEY_TOUCHES_DISMISSAL,
      .state = GONE_STATE_IN_ARTICLE ("dismissal", "0", QUOTE),
      .fold = { GONE_FOLD ("dismissal", "1") },
  },
  {
      .name = "dismissal.restore",
      .inverse = "dismissal.remove",
      .touches = GALLEY_TOUCHES_DISMISSAL,
      .state = GONE_STATE_IN_ARTICLE ("dismissal", "1", NOTHING),
      .fold = { GONE_FOLD ("dismissal", "0") },
  },
  {
      .name = "article.add",
      .inverse = "article.remove",
      .touches = GALLEY_TOUCHES_ARTICLE,
      .state = "SELECT ?4, NULL, NULL, ?5, 1",
      .fold = { "INSERT INTO article (id, title, draft, draft_event, archived_event, gone_event,"
                " imported_at, changed_at) VALUES (?5, ?6 ->> '$.to.title', ?6 ->> '$.to.draft',"
                " ?1, ?1, ?1, ?2, ?2)",
                ADD_DRAFT },
  },
  {
      .name = "article.remove",
      .inverse = "article.restore",
      .touches = GALLEY_TOUCHES_ARTICLE,
      .state = GONE_STATE ("article", "t.id", "0", TITLE),
      .fold = { GONE_FOLD ("article", "1") },
  },
  {
      .name = "article.restore",
      .inverse = "article.remove",
      .touches = GALLEY_TOUCHES_ARTICLE,
      .state = GONE_STATE ("article", "t.id", "1", NOTHING),
      .fold = { GONE_FOLD ("article", "0") },
  },
  {
      .name = "article.archive",
      .inverse = "article.archive",
      .touches = GALLEY_TOUCHES_ARTICLE,
      .state = "SELECT t.id, " IDENTITY (
          "t.archived_event") ","
                              " json_object ('archived', json (iif (t.archived, 'true', "
                              "'false'))), ?5, 0"
                              " FROM article t WHERE t.id = ?4 AND t.gone = 0",
      .fold = { "UPDATE article SET archived = ?6 ->> '$.to.archived', archived_event = ?1"
                " WHERE id = ?5" },
  },
  {
      .name = "article.draft",
      .inverse = "article.draft",
      .touches = GALLEY_TOUCHES_DRAFT,
      .state = "SELECT t.id, " IDENTITY (
          "t.draft_event") ", json_object ('draft', d.id, 'text', d.text,"
                           " 'structure', d.structure, 'original', d.original), ?5, 1"
                           " FROM article t JOIN draft d ON d.id = t.draft"
                           " WHERE t.id = ?4 AND t.gone = 0",
      .fold = { ADD_DRAFT, "UPDATE article SET draft = ?6 ->> '$.to.draft', draft_event = ?1"
                           " WHERE id = ?5" },
  },
  {
      .name = "article.purge",
      .inverse = NULL,
      .touches = GALLEY_TOUCHES_ARTICLE,
      .state =
          "SELECT t.id, " IDENTITY ("t.gone_event") ", NULL, ?5, 0 FROM article t WHERE t.id = ?4",
      .fold = { NULL },
  },
  {
      .name = "source.purge",
      .inverse = NULL,
      .touches = GALLEY_TOUCHES_SOURCE,
      .state =
          "SELECT ?3, " IDENTITY ("t.gone_event") ", NULL, ?5, 0 FROM source t WHERE t.id = ?4",
      .fold = { NULL },
  },
};

/**
 * galley_kind_find:
 * @name: (nullable): a kind's name in the journal
 *
 * Returns: (transfer none) (nullable): the kind; %NULL if this version does not know it
 */
const GalleyKind *
galley_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (name, kinds[i].name) == 0)
      return &kinds[i];

  return NULL;
}
