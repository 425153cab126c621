/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-records.h"

#include "galley-rivals.h"

#include <string.h>

#define UUID_LENGTH 36

/* Another draft than the claim's is under check, and whoever brought it did not know the claim. */
#define IS_LEFT_BEHIND "NOT stands AND NOT " IN_TRAY ("place")
#define CLAIM_COLUMNS                                                                              \
  "SELECT id, range_start, range_end, iif (" IS_LEFT_BEHIND ", 'pending', status),"                \
  " iif (" IS_LEFT_BEHIND ", NULL, reason), note, correction, checked_by, checked_at,"             \
  " category, speaker, sentence, assignee, priority, starred, publishable,"                        \
  " iif (" IS_LEFT_BEHIND ", 'lost', place), iif (" IS_LEFT_BEHIND                                 \
  " AND former IS NULL, " AS_FORMER ("NULL") ", former) FROM claim WHERE gone = 0"

/* What is written under claims: of those that @claims gives, such as BY_ARTICLE, or of one. */
#define EVIDENCE(claims, claim)                                                                    \
  "SELECT claim, id, source, stance, secondary, passage, locator, consulted_at FROM " claims       \
  "evidence WHERE gone = 0 AND claim = " claim " ORDER BY no"
#define NOTES(claims, claim)                                                                       \
  "SELECT claim, id, text, author, written_at FROM " claims                                        \
  "note WHERE gone = 0 AND claim = " claim " ORDER BY no"
#define QUERIES(claims, claim)                                                                     \
  "SELECT claim, id, source, addressee, question, due_at, answer, answered_at, decision,"          \
  " asked_by, asked_at FROM " claims "query WHERE gone = 0 AND claim = " claim " ORDER BY no"

/* Claim after claim: a list of them to look into would have to be sorted first. */
#define BY_ARTICLE "(SELECT id AS mine FROM claim WHERE article = ?1) CROSS JOIN "

/* Which claims are read, by ?1: those of an article that stand on words of its draft, or those that
 * do not. */
typedef struct
{
  const char *claims; /* of the claims themselves */
  const char *evidence;
  const char *notes;
  const char *queries;
} Selection;

static const Selection by_article = {
  CLAIM_COLUMNS " AND article = ?1 AND stands",
  EVIDENCE (BY_ARTICLE, "mine"),
  NOTES (BY_ARTICLE, "mine"),
  QUERIES (BY_ARTICLE, "mine"),
};

static const Selection in_tray = {
  CLAIM_COLUMNS " AND article = ?1 AND NOT stands",
  EVIDENCE (BY_ARTICLE, "mine"),
  NOTES (BY_ARTICLE, "mine"),
  QUERIES (BY_ARTICLE, "mine"),
};

/* A claim of an id, and whether there is anything under it. Most claims of a step have little, and
 * to look for it costs less within one statement than in others. */
#define HAS(table) "EXISTS (SELECT 1 FROM " table " WHERE claim = claims.id)"
#define ONE_CLAIM                                                                                  \
  "SELECT claims.*, " HAS ("evidence") ", " HAS ("note") ", " HAS (                                \
      "query") " FROM (" CLAIM_COLUMNS " AND id = ?1) claims"
#define FIRST_HAS 18 /* of these columns */

/*
 * The sentence that a verdict was given on. Verdicts are known by who gave them and when, so that
 * this goes with them whatever becomes of them: to new drafts, by undo and redo, as a rival that is
 * back. A verdict on former words that somebody lets stand for others ("kept") is known by whoever
 * did that, who was shown no sentence. Verdicts of versions that did not write it down were given
 * on the sentence that stood there if it was written in the same copy of the library: of another
 * copy's nobody can tell whether it was known.
 */
#define JUDGED_SENTENCE                                                                            \
  "SELECT coalesce (e.body ->> '$.to.sentence', (SELECT iif (s.replica = e.replica,"               \
  " s.body ->> '$.to.sentence', NULL) FROM event s WHERE s.subject = e.subject"                    \
  " AND s.kind = 'claim.sentence' AND s.id < e.id ORDER BY s.id DESC LIMIT 1)) FROM event e"       \
  " WHERE e.subject = ?1 AND e.kind = 'claim.status' AND e.act = 'do'"                             \
  " AND e.body ->> '$.to.status' = ?2 AND e.body ->> '$.to.checked_at' = ?3"                       \
  " AND e.body ->> '$.to.checked_by' = ?4"

/* What is written under claims, by the claim's id. Sources are read once and shared. */
typedef struct
{
  GalleyDb *db;
  GalleyDb *journal;         /* which @db's tables are a fold of, or of its beginning */
  GHashTable *sources;       /* id to GalleySource */
  GHashTable *evidence;      /* claim to array */
  GHashTable *notes;         /* likewise */
  GHashTable *queries;       /* likewise */
  GHashTable *disagreements; /* claim to GalleyDisagreement */
} Parts;

static void
parts_clear (Parts *parts)
{
  g_hash_table_unref (parts->sources);
  g_hash_table_unref (parts->evidence);
  g_hash_table_unref (parts->notes);
  g_hash_table_unref (parts->queries);
  g_hash_table_unref (parts->disagreements);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static GHashTable *
new_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
}

static void
parts_init (Parts *parts, GalleyDb *db, GalleyDb *journal)
{
  parts->db = db;
  parts->journal = journal;
  parts->sources = new_table ((GDestroyNotify) galley_source_unref);
  parts->evidence = new_table ((GDestroyNotify) g_ptr_array_unref);
  parts->notes = new_table ((GDestroyNotify) g_ptr_array_unref);
  parts->queries = new_table ((GDestroyNotify) g_ptr_array_unref);
  parts->disagreements = new_table ((GDestroyNotify) galley_disagreement_unref);
}

static gboolean
find_source (Parts *parts, const char *id, GalleySource **out_source, GError **error)
{
  GalleySource *source = g_hash_table_lookup (parts->sources, id);

  if (source == NULL)
    {
      if (!galley_records_read_source (parts->db, id, /* gone_too= */ TRUE, &source, error))
        return FALSE;
      if (source != NULL)
        g_hash_table_insert (parts->sources, g_strdup (id), source);
    }

  *out_source = source;
  return TRUE;
}

static gpointer
evidence_from_row (Parts *parts, GalleyStatement *row, GError **error)
{
  const char *stance = galley_db_column_text (row, 3);
  GalleyEvidenceFields fields = {
    .is_secondary = galley_sqlite.sqlite3_column_int (row, 4),
    .passage = galley_db_column_text (row, 5),
    .locator = galley_db_column_text (row, 6),
    .consulted_at = galley_sqlite.sqlite3_column_int64 (row, 7),
  };
  GalleySource *source;

  if (!galley_stance_from_nick (stance, &fields.stance))
    {
      galley_records_set_unknown_error (stance, error);
      return NULL;
    }
  if (!find_source (parts, galley_db_column_text (row, 2), &source, error))
    return NULL;
  if (source == NULL)
    {
      galley_records_set_unknown_error (galley_db_column_text (row, 2), error);
      return NULL;
    }

  return galley_evidence_new (galley_db_column_text (row, 1), source, &fields);
}

static gpointer
note_from_row (Parts *parts, GalleyStatement *row, GError **error)
{
  return galley_note_new (galley_db_column_text (row, 1), galley_db_column_text (row, 2),
                          galley_db_column_text (row, 3),
                          galley_sqlite.sqlite3_column_int64 (row, 4));
}

static gpointer
query_from_row (Parts *parts, GalleyStatement *row, GError **error)
{
  const char *source = galley_db_column_text (row, 2), *addressee = galley_db_column_text (row, 3);
  GalleyQueryFields fields = {
    .question = galley_db_column_text (row, 4),
    .due_at = galley_sqlite.sqlite3_column_int64 (row, 5),
    .answer = galley_db_column_text (row, 6),
    .answered_at = galley_sqlite.sqlite3_column_int64 (row, 7),
    .decision = galley_db_column_text (row, 8),
    .asked_by = galley_db_column_text (row, 9),
    .asked_at = galley_sqlite.sqlite3_column_int64 (row, 10),
  };

  if (!galley_addressee_from_nick (addressee, &fields.addressee))
    {
      galley_records_set_unknown_error (addressee, error);
      return NULL;
    }
  if (source != NULL && !find_source (parts, source, &fields.source, error))
    return NULL;

  return galley_query_new (galley_db_column_text (row, 1), galley_db_column_text (row, 0), &fields);
}

typedef gpointer (*FromRow) (Parts *parts, GalleyStatement *row, GError **error);

/* Reads the parts that a query for @argument gives into arrays by claim. */
static gboolean
read_parts (Parts *parts,
            const char *sql,
            const char *argument,
            GHashTable *by_claim,
            FromRow from_row,
            GDestroyNotify free_part,
            GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (parts->db, error, sql, "s", argument);
  int row;

  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (parts->db, rows, error)) > 0)
    {
      const char *claim = galley_db_column_text (rows, 0);
      GPtrArray *array = g_hash_table_lookup (by_claim, claim);
      gpointer part = from_row (parts, rows, error);

      if (part == NULL)
        return FALSE;
      if (array == NULL)
        {
          array = g_ptr_array_new_with_free_func (free_part);
          g_hash_table_insert (by_claim, g_strdup (claim), array);
        }
      g_ptr_array_add (array, part);
    }

  return row == 0;
}

/* What @by_claim holds for @claim. Often there is nothing in it at all. */
static gpointer
find (GHashTable *by_claim, const char *claim)
{
  return g_hash_table_size (by_claim) > 0 ? g_hash_table_lookup (by_claim, claim) : NULL;
}

/* Finds whether the sentence is another one than the verdict was given on. Few claims have one. */
static gboolean
judge_sentence (Parts *parts, const char *id, GalleyClaimFields *fields, GError **error)
{
  g_autoptr (GalleyStatement) rows = NULL;
  int row;

  if (fields->sentence == NULL || fields->status == GALLEY_STATUS_PENDING)
    return TRUE;

  rows = galley_db_query (parts->journal, error, JUDGED_SENTENCE, "ssis", id,
                          galley_status_to_nick (fields->status), fields->checked_at,
                          fields->checked_by);
  row = rows != NULL ? galley_db_next (parts->journal, rows, error) : -1;
  fields->has_new_sentence =
      row <= 0 || g_strcmp0 (galley_db_column_text (rows, 0), fields->sentence) != 0;

  return row >= 0;
}

/* What is damaged may be anything. */
static gboolean
is_claim (const char *id, const GalleyRange *range)
{
  return id != NULL && strlen (id) <= UUID_LENGTH && range->start < range->end;
}

static GalleyClaim *
claim_from_row (Parts *parts, GalleyStatement *row, GError **error)
{
  const char *id = galley_db_column_text (row, 0);
  const char *status = galley_db_column_text (row, 3);
  const char *priority = galley_db_column_text (row, 13);
  const char *place = galley_db_column_text (row, 16);
  g_autoptr (GalleyFormer) former = NULL;
  GalleyClaimFields fields = {
    .range = { galley_sqlite.sqlite3_column_int64 (row, 1),
               galley_sqlite.sqlite3_column_int64 (row, 2) },
    .reason = galley_db_column_text (row, 4),
    .note = galley_db_column_text (row, 5),
    .correction = galley_db_column_text (row, 6),
    .checked_by = galley_db_column_text (row, 7),
    .checked_at = galley_sqlite.sqlite3_column_int64 (row, 8),
    .category = galley_db_column_text (row, 9),
    .speaker = galley_db_column_text (row, 10),
    .sentence = galley_db_column_text (row, 11),
    .assignee = galley_db_column_text (row, 12),
    .is_starred = galley_sqlite.sqlite3_column_int (row, 14),
    .is_publishable = galley_sqlite.sqlite3_column_int (row, 15),
    .evidence = find (parts->evidence, id),
    .notes = find (parts->notes, id),
    .queries = find (parts->queries, id),
    .disagreement = find (parts->disagreements, id),
  };

  if (!is_claim (id, &fields.range))
    {
      galley_records_set_unknown_error (id, error);
      return NULL;
    }
  if (!galley_status_from_nick (status, &fields.status))
    {
      galley_records_set_unknown_error (status, error);
      return NULL;
    }
  if (!galley_priority_from_nick (priority, &fields.priority))
    {
      galley_records_set_unknown_error (priority, error);
      return NULL;
    }

  if (!galley_place_from_nick (place, &fields.place))
    {
      galley_records_set_unknown_error (place, error);
      return NULL;
    }
  if (!galley_records_read_former (galley_db_column_text (row, 17), &former, error) ||
      !judge_sentence (parts, id, &fields, error))
    return NULL;

  fields.former = former;
  return galley_claim_new (id, &fields);
}

/* There are few, if any, in a library. */
static gboolean
read_disagreements (Parts *parts, GError **error)
{
  g_autoptr (GPtrArray) all =
      galley_records_read_disagreements (parts->db, /* article_id= */ NULL, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      GalleyDisagreement *disagreement = g_ptr_array_index (all, i);

      g_hash_table_insert (parts->disagreements, g_strdup (disagreement->claim_id),
                           galley_disagreement_ref (disagreement));
    }

  return TRUE;
}

static gboolean
read_evidence (Parts *parts, const char *sql, const char *argument, GError **error)
{
  return read_parts (parts, sql, argument, parts->evidence, evidence_from_row,
                     (GDestroyNotify) galley_evidence_unref, error);
}

static gboolean
read_notes (Parts *parts, const char *sql, const char *argument, GError **error)
{
  return read_parts (parts, sql, argument, parts->notes, note_from_row,
                     (GDestroyNotify) galley_note_unref, error);
}

static gboolean
read_queries (Parts *parts, const char *sql, const char *argument, GError **error)
{
  return read_parts (parts, sql, argument, parts->queries, query_from_row,
                     (GDestroyNotify) galley_query_unref, error);
}

static gboolean
add_claim (Parts *parts, GalleyStatement *row, GPtrArray *claims, GError **error)
{
  GalleyClaim *claim = claim_from_row (parts, row, error);

  if (claim != NULL)
    g_ptr_array_add (claims, claim);
  return claim != NULL;
}

static GPtrArray *
read_claims (GalleyDb *db,
             GalleyDb *journal,
             const Selection *selection,
             const char *article_id,
             GError **error)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GalleyStatement) rows = NULL;
  g_auto (Parts) parts;
  int row;

  parts_init (&parts, db, journal);
  if (!read_evidence (&parts, selection->evidence, article_id, error) ||
      !read_notes (&parts, selection->notes, article_id, error) ||
      !read_queries (&parts, selection->queries, article_id, error) ||
      !read_disagreements (&parts, error))
    return NULL;

  rows = galley_db_query (db, error, selection->claims, "s", article_id);
  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    if (!add_claim (&parts, rows, claims, error))
      return NULL;

  return row == 0 ? g_steal_pointer (&claims) : NULL;
}

/* Adds the claim of @id, if it is there. */
static gboolean
read_one (Parts *parts, const char *id, GPtrArray *claims, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (parts->db, error, ONE_CLAIM, "s", id);
  int row = rows != NULL ? galley_db_next (parts->db, rows, error) : -1;

  if (row <= 0)
    return row == 0;

  return (!galley_sqlite.sqlite3_column_int (rows, FIRST_HAS) ||
          read_evidence (parts, EVIDENCE ("", "?1"), id, error)) &&
         (!galley_sqlite.sqlite3_column_int (rows, FIRST_HAS + 1) ||
          read_notes (parts, NOTES ("", "?1"), id, error)) &&
         (!galley_sqlite.sqlite3_column_int (rows, FIRST_HAS + 2) ||
          read_queries (parts, QUERIES ("", "?1"), id, error)) &&
         add_claim (parts, rows, claims, error);
}

/**
 * galley_records_read_claims:
 * @db: a connection to the fold's tables
 * @journal: a connection to the journal that they are made of
 *
 * Returns: (transfer full) (element-type GalleyClaim): the claims of an article that stand on words
 *   of its draft, in no order; or %NULL
 */
GPtrArray *
galley_records_read_claims (GalleyDb *db, GalleyDb *journal, const char *article_id, GError **error)
{
  return read_claims (db, journal, &by_article, article_id, error);
}

/**
 * galley_records_read_tray:
 * @db: a connection to the fold's tables
 * @journal: a connection to the journal that they are made of
 *
 * Returns: (transfer full) (element-type GalleyClaim): the claims of an article that stand on no
 *   words of its draft, those that wait and those that were retired, in no order; or %NULL
 */
GPtrArray *
galley_records_read_tray (GalleyDb *db, GalleyDb *journal, const char *article_id, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (
      db, error, "SELECT 1 FROM claim WHERE article = ?1 AND gone = 0 AND NOT stands LIMIT 1", "s",
      article_id);
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  /* Most articles have none, and what is written under claims need not be read twice. */
  if (row == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);
  return row > 0 ? read_claims (db, journal, &in_tray, article_id, error) : NULL;
}

/**
 * galley_records_read_claims_by_id:
 * @ids: (element-type utf8): UUIDs
 *
 * Returns: (transfer full) (element-type GalleyClaim): those of the claims that are there, in the
 *   order of @ids; or %NULL
 */
GPtrArray *
galley_records_read_claims_by_id (GalleyDb *db, GPtrArray *ids, GError **error)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (Parts) parts;

  parts_init (&parts, db, /* journal= */ db);
  if (!read_disagreements (&parts, error))
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    if (!read_one (&parts, g_ptr_array_index (ids, i), claims, error))
      return NULL;

  return g_steal_pointer (&claims);
}

/**
 * galley_records_read_queries:
 * @open_only: whether those that have an answer or a decision are left out
 *
 * Returns: (transfer full) (element-type GalleyQueryPlace): the queries of all articles that are
 *   not in the archive, those due first first; or %NULL
 */
GPtrArray *
galley_records_read_queries (GalleyDb *db, gboolean open_only, GError **error)
{
  g_autoptr (GPtrArray) places =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_query_place_unref);
  g_autoptr (GalleyStatement) rows = NULL;
  g_auto (Parts) parts;
  int row;

  parts_init (&parts, db, /* journal= */ db);
  rows = galley_db_query (
      db, error,
      "SELECT q.claim, q.id, q.source, q.addressee, q.question, q.due_at, q.answer, q.answered_at,"
      " q.decision, q.asked_by, q.asked_at, a.id, a.title, c.quote FROM query q"
      " JOIN claim c ON c.id = q.claim JOIN article a ON a.id = c.article WHERE q.gone = 0"
      " AND c.gone = 0 AND c.place != 'retired' AND a.gone = 0 AND a.archived = 0"
      " AND (?1 = 0 OR (q.answer IS NULL AND q.decision IS NULL))"
      " ORDER BY q.due_at = 0, q.due_at, q.no",
      "i", (gint64) open_only);
  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      g_autoptr (GalleyQuery) query = query_from_row (&parts, rows, error);

      if (query == NULL)
        return NULL;
      g_ptr_array_add (places, galley_query_place_new (query, galley_db_column_text (rows, 11),
                                                       galley_db_column_text (rows, 12),
                                                       galley_db_column_text (rows, 13)));
    }

  return row == 0 ? g_steal_pointer (&places) : NULL;
}
