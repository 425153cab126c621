/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-rivals.h"

/* What a draft calls its article. Those before format 4 say nothing, and it stays what it was. */
#define NEW_TITLE "coalesce (?6 ->> '$.to.title', (SELECT title FROM article WHERE id = ?5))"

/* A draft is entered when it first comes under check, and stays. */
#define ADD_DRAFT                                                                                  \
  "INSERT OR IGNORE INTO draft (id, article, text, structure, original, event, title)"             \
  " VALUES (?6 ->> '$.to.draft', ?5, ?6 ->> '$.to.text', ?6 ->> '$.to.structure',"                 \
  " ?6 ->> '$.to.original', ?1, " NEW_TITLE ")"

/* A claim stands in its own draft only. Those that are known are placed afterwards. */
#define TAKE_OFF_WORDS                                                                             \
  "UPDATE claim SET stands = draft IS ?6 ->> '$.to.draft' WHERE article = ?5 AND gone = 0"         \
  " AND NOT " IN_TRAY ("place") " AND stands != (draft IS ?6 ->> '$.to.draft')"
#define N_STANDING(status)                                                                         \
  "(SELECT count(*) FROM claim c WHERE c.article = ?5 AND c.gone = 0 AND c.stands"                 \
  " AND c.status = '" status "')"

/* The kinds of events with their bodies:
 *
 *   article.add        to: title, draft (id), text, structure, original (SHA-256 each)
 *   article.remove     from: title; undone by article.restore, to: title
 *   article.archive    to, from: archived
 *   article.sign, article.reopen: see galley-sign-off-kinds.c
 *   article.draft      to, from: draft (id), title, text, structure, original (SHA-256 each): which
 *                      of the article's drafts is under check. What is marked in it follows in the
 *                      same step, each claim and dismissal by an event of its own
 *   article.purge      the article and everything in it is destroyed; nothing undoes it
 *   source.purge       likewise a source that nothing else used
 *   claim.add          to: draft, start, end, quote, prefix, suffix, block, status, reason, note,
 *                      checked_by, checked_at
 *   claim.stray        to: likewise, and place (lost, ambiguous): a claim of words that an
 *                      annotation quotes of some other text, where they began at start; in the
 *                      tray from the first, until somebody links it. Undone as claim.add is
 *   claim.delete       from: quote, verdict; undone by claim.restore, to: quote
 *   claim.range        to, from: draft, start, end, quote, prefix, suffix, block; without draft
 *                      where it stays in its own; from: verdict too
 *   claim.place        to, from: draft, start, end, quote, prefix, suffix, block, place, stands,
 *                      status, reason, correction, checked_by, checked_at, former. Whoever places
 *                      a claim says where and how (place, differences); what becomes of the verdict
 *                      follows from that
 *   claim.status       to, from: status, reason, checked_by, checked_at, on (the words), and former
 *                      and rivals if there are any; to: sentence, where there was one when the
 *                      verdict was given
 *   claim.note         to, from: note
 *   claim.correction   to, from: correction
 *   claim.category, claim.speaker, claim.sentence, claim.assignee, claim.priority, claim.starred,
 *   claim.publishable  to, from: the field of that name; the last two are 0 or 1
 *   source.add         to: kind, terms, title, author, organisation, publisher, published, address,
 *                      archived, contact, pseudonym, group, reliability, attachment (SHA-256),
 *                      attachment_name
 *   source.change      to, from: likewise, all of it
 *   source.remove      from: title; undone by source.restore, to: title
 *   evidence.add       to: claim, source, stance, passage, locator, consulted_at
 *                      and secondary, 0 or 1
 *   evidence.change    to, from: stance, secondary, passage, locator, consulted_at
 *   evidence.remove    undone by evidence.restore
 *   note.add           to: claim, text, author, written_at
 *   note.text          to, from: text
 *   note.remove        undone by note.restore
 *   query.add          to: claim, addressee, source, question, due_at, asked_by, asked_at
 *   query.question     to, from: addressee, source, question, due_at
 *   query.answer       to, from: answer, answered_at
 *   query.decision     to, from: decision
 *   query.remove       undone by query.restore
 *   library.setting    to, from: value; the subject is the setting's name
 *   dismissal.add      to: draft, start, end, quote, prefix, suffix, block, kind
 *   dismissal.range    to, from: draft, start, end, quote
 *   dismissal.remove   from: quote; undone by dismissal.restore, to: quote
 */
static const GalleyKind kinds[] = {
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
      .fold = { GONE_FOLD ("article", "1") " AND signed = 0" },
  },
  {
      .name = "article.restore",
      .inverse = "article.remove",
      .touches = GALLEY_TOUCHES_ARTICLE,
      .while_signed = TRUE,
      .state = "SELECT t.id, " IDENTITY (
          "t.gone_event") ", '{}', ?5, 0 FROM article t WHERE t.id = ?4 AND (t.gone = 1 OR"
                          " EXISTS (SELECT 1 FROM sign_off s WHERE s.article = t.id))",
      .fold = { GONE_FOLD ("article", "0") },
  },
  {
      .name = "article.archive",
      .inverse = "article.archive",
      .touches = GALLEY_TOUCHES_ARTICLE,
      .while_signed = TRUE,
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
          "t.draft_event") ", json_object ('draft', d.id, 'title', t.title, 'text', d.text,"
                           " 'structure', d.structure, 'original', d.original), ?5, 1"
                           " FROM article t JOIN draft d ON d.id = t.draft"
                           " WHERE t.id = ?4 AND t.gone = 0",
      .fold = { ADD_DRAFT, TAKE_OFF_WORDS,
                "UPDATE article SET draft = ?6 ->> '$.to.draft', draft_event = ?1,"
                " title = " NEW_TITLE
                ", n_pending = " N_STANDING ("pending") ", n_confirmed = " N_STANDING (
                    "confirmed") ", n_disputed = " N_STANDING ("disputed") " WHERE id = ?5" },
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
  {
      .name = "library.setting",
      .inverse = "library.setting",
      .touches = GALLEY_TOUCHES_SETTING,
      .state = "SELECT NULL, " IDENTITY (
          "(SELECT event FROM setting WHERE id = ?4)") ", json_object ('value', (SELECT value FROM"
                                                       " setting WHERE id = ?4)), ?5, 0",
      .fold = { "INSERT OR REPLACE INTO setting (id, value, event)"
                " VALUES (?5, ?6 ->> '$.to.value', ?1)" },
  },
};

static const guint n_kinds = G_N_ELEMENTS (kinds);

/* All kinds, by the files that they stand in. */
static const struct
{
  const GalleyKind *kinds;
  const guint *n_kinds;
} families[] = {
  { galley_record_kinds, &galley_n_record_kinds },
  { galley_sign_off_kinds, &galley_n_sign_off_kinds },
  { kinds, &n_kinds },
  { galley_reading_kinds, &galley_n_reading_kinds },
  { galley_session_kinds, &galley_n_session_kinds },
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
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (guint j = 0; j < *families[i].n_kinds; j++)
      if (g_strcmp0 (name, families[i].kinds[j].name) == 0)
        return &families[i].kinds[j];

  return NULL;
}

/**
 * galley_kind_peek:
 * @index: any number from 0 on
 *
 * Returns: (transfer none) (nullable): a kind; %NULL once all have been there
 */
const GalleyKind *
galley_kind_peek (guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      if (index < *families[i].n_kinds)
        return &families[i].kinds[index];
      index -= *families[i].n_kinds;
    }

  return NULL;
}
