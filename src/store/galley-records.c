/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-records.h"

#include <glib/gi18n-lib.h>

#define ARTICLE_COLUMNS                                                                            \
  "SELECT id, title, archived, imported_at, changed_at, n_pending, n_confirmed, n_disputed"        \
  " FROM article WHERE gone = 0"
#define CLAIM_COLUMNS                                                                              \
  "SELECT id, range_start, range_end, status, reason, note, correction, checked_by, checked_at"    \
  " FROM claim WHERE gone = 0"
#define EVIDENCE_COLUMNS                                                                           \
  "SELECT e.claim, e.id, e.stance, e.passage, e.locator, e.consulted_at, s.id, s.title, s.address" \
  " FROM evidence e JOIN source s ON s.id = e.source"
#define DISMISSAL_COLUMNS "SELECT id, range_start, range_end, kind FROM dismissal WHERE gone = 0"

static gboolean
set_unknown_error (GError **error, const char *nick)
{
  g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED,
               _ ("The library holds the unknown word “%s”"), nick);
  return FALSE;
}

static GalleyArticle *
article_from_row (GalleyStatement *row)
{
  GalleyArticleFields fields = {
    .title = galley_db_column_text (row, 1),
    .archived = galley_sqlite.sqlite3_column_int (row, 2),
    .imported_at = galley_sqlite.sqlite3_column_int64 (row, 3),
    .changed_at = galley_sqlite.sqlite3_column_int64 (row, 4),
    .n_with_status = {
      [GALLEY_STATUS_PENDING] = galley_sqlite.sqlite3_column_int (row, 5),
      [GALLEY_STATUS_CONFIRMED] = galley_sqlite.sqlite3_column_int (row, 6),
      [GALLEY_STATUS_DISPUTED] = galley_sqlite.sqlite3_column_int (row, 7),
    },
  };

  return galley_article_new (galley_db_column_text (row, 0), &fields);
}

/**
 * galley_records_read_articles:
 *
 * Returns: (transfer full) (element-type GalleyArticle): all articles, the archived ones too, last
 *   changed first; or %NULL
 */
GPtrArray *
galley_records_read_articles (GalleyDb *db, GError **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error, ARTICLE_COLUMNS " ORDER BY changed_at DESC, no DESC", "");
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    g_ptr_array_add (articles, article_from_row (rows));

  return row == 0 ? g_steal_pointer (&articles) : NULL;
}

/**
 * galley_records_read_article:
 * @out_article: (out) (nullable): the article, or %NULL if it is not there
 *
 * Returns: whether the library could be read
 */
gboolean
galley_records_read_article (GalleyDb *db,
                             const char *id,
                             GalleyArticle **out_article,
                             GError **error)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error, ARTICLE_COLUMNS " AND id = ?1", "s", id);
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  if (row >= 0)
    *out_article = row > 0 ? article_from_row (rows) : NULL;
  return row >= 0;
}

static GalleyEvidence *
evidence_from_row (GalleyStatement *row, GError **error)
{
  const char *nick = galley_db_column_text (row, 2);
  g_autoptr (GalleySource) source =
      galley_source_new (galley_db_column_text (row, 6), galley_db_column_text (row, 7),
                         galley_db_column_text (row, 8));
  GalleyStance stance;

  if (!galley_stance_from_nick (nick, &stance))
    {
      set_unknown_error (error, nick);
      return NULL;
    }

  return galley_evidence_new (galley_db_column_text (row, 1), source, stance,
                              galley_db_column_text (row, 3), galley_db_column_text (row, 4),
                              galley_sqlite.sqlite3_column_int64 (row, 5));
}

/* Reads the evidence that @rows gives into arrays by claim. */
static gboolean
collect_evidence (GalleyDb *db, GalleyStatement *rows, GHashTable *by_claim, GError **error)
{
  int row;

  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      const char *claim = galley_db_column_text (rows, 0);
      GPtrArray *evidence = g_hash_table_lookup (by_claim, claim);
      GalleyEvidence *one = evidence_from_row (rows, error);

      if (one == NULL)
        return FALSE;
      if (evidence == NULL)
        {
          evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);
          g_hash_table_insert (by_claim, g_strdup (claim), evidence);
        }
      g_ptr_array_add (evidence, one);
    }

  return row == 0;
}

/* UUIDs as a JSON array: nothing in them needs to be quoted. */
static char *
make_list (GPtrArray *ids)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (json, "%s\"%s\"", i > 0 ? "," : "",
                            (const char *) g_ptr_array_index (ids, i));
  g_string_append_c (json, ']');

  return g_string_free (g_steal_pointer (&json), FALSE);
}

static GHashTable *
new_evidence_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

static GalleyClaim *
claim_from_row (GalleyStatement *row, GHashTable *evidence, GError **error)
{
  const char *id = galley_db_column_text (row, 0);
  const char *nick = galley_db_column_text (row, 3);
  GalleyClaimFields fields = {
    .range = { galley_sqlite.sqlite3_column_int64 (row, 1),
               galley_sqlite.sqlite3_column_int64 (row, 2) },
    .reason = galley_db_column_text (row, 4),
    .note = galley_db_column_text (row, 5),
    .correction = galley_db_column_text (row, 6),
    .checked_by = galley_db_column_text (row, 7),
    .checked_at = galley_sqlite.sqlite3_column_int64 (row, 8),
    .evidence = g_hash_table_lookup (evidence, id),
  };

  if (!galley_status_from_nick (nick, &fields.status))
    {
      set_unknown_error (error, nick);
      return NULL;
    }

  return galley_claim_new (id, &fields);
}

/* Reads the claims that two queries for the same @argument give, one of their evidence and one of
 * themselves. */
static GPtrArray *
read_claims (GalleyDb *db,
             const char *evidence_sql,
             const char *claims_sql,
             const char *argument,
             GError **error)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) evidence = new_evidence_table ();
  g_autoptr (GalleyStatement) evidence_rows =
      galley_db_query (db, error, evidence_sql, "s", argument);
  g_autoptr (GalleyStatement) rows = NULL;
  int row;

  if (evidence_rows == NULL || !collect_evidence (db, evidence_rows, evidence, error))
    return NULL;
  rows = galley_db_query (db, error, claims_sql, "s", argument);
  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      GalleyClaim *claim = claim_from_row (rows, evidence, error);

      if (claim == NULL)
        return NULL;
      g_ptr_array_add (claims, claim);
    }

  return row == 0 ? g_steal_pointer (&claims) : NULL;
}

/**
 * galley_records_read_claims:
 *
 * Returns: (transfer full) (element-type GalleyClaim): the claims of an article, in no order; or
 *   %NULL
 */
GPtrArray *
galley_records_read_claims (GalleyDb *db, const char *article_id, GError **error)
{
  return read_claims (db,
                      EVIDENCE_COLUMNS " WHERE e.gone = 0 AND e.claim IN"
                                       " (SELECT id FROM claim WHERE article = ?1) ORDER BY e.no",
                      CLAIM_COLUMNS " AND article = ?1", article_id, error);
}

/**
 * galley_records_read_claims_by_id:
 * @ids: (element-type utf8): UUIDs
 *
 * Returns: (transfer full) (element-type GalleyClaim): those of the claims that are there, in no
 *   order; or %NULL
 */
GPtrArray *
galley_records_read_claims_by_id (GalleyDb *db, GPtrArray *ids, GError **error)
{
  g_autofree char *json = make_list (ids);

  return read_claims (db,
                      EVIDENCE_COLUMNS " WHERE e.gone = 0 AND e.claim IN"
                                       " (SELECT value FROM json_each (?1)) ORDER BY e.no",
                      CLAIM_COLUMNS " AND id IN (SELECT value FROM json_each (?1))", json, error);
}

static GalleyDismissal *
dismissal_from_row (GalleyStatement *row, GError **error)
{
  const char *nick = galley_db_column_text (row, 3);
  GalleyRange range = { galley_sqlite.sqlite3_column_int64 (row, 1),
                        galley_sqlite.sqlite3_column_int64 (row, 2) };
  GalleyDismissalKind kind;

  if (!galley_dismissal_kind_from_nick (nick, &kind))
    {
      set_unknown_error (error, nick);
      return NULL;
    }

  return galley_dismissal_new (galley_db_column_text (row, 0), range, kind);
}

/**
 * galley_records_read_dismissals:
 *
 * Returns: (transfer full) (element-type GalleyDismissal): the dismissals of an article, in no
 *   order; or %NULL
 */
GPtrArray *
galley_records_read_dismissals (GalleyDb *db, const char *article_id, GError **error)
{
  g_autoptr (GPtrArray) dismissals =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_dismissal_unref);
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error, DISMISSAL_COLUMNS " AND article = ?1", "s", article_id);
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      GalleyDismissal *dismissal = dismissal_from_row (rows, error);

      if (dismissal == NULL)
        return NULL;
      g_ptr_array_add (dismissals, dismissal);
    }

  return row == 0 ? g_steal_pointer (&dismissals) : NULL;
}

/**
 * galley_records_read_dismissal:
 * @out_dismissal: (out) (nullable): the dismissal, or %NULL if it is not there
 *
 * Returns: whether the library could be read
 */
gboolean
galley_records_read_dismissal (GalleyDb *db,
                               const char *id,
                               GalleyDismissal **out_dismissal,
                               GError **error)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error, DISMISSAL_COLUMNS " AND id = ?1", "s", id);
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  if (row < 0)
    return FALSE;

  *out_dismissal = row > 0 ? dismissal_from_row (rows, error) : NULL;
  return row == 0 || *out_dismissal != NULL;
}

/**
 * galley_records_read_sources:
 *
 * Returns: (transfer full) (element-type GalleySource): the source log, newest first; or %NULL
 */
GPtrArray *
galley_records_read_sources (GalleyDb *db, GError **error)
{
  g_autoptr (GPtrArray) sources =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_source_unref);
  g_autoptr (GalleyStatement) rows = galley_db_query (
      db, error, "SELECT id, title, address FROM source WHERE gone = 0 ORDER BY no DESC", "");
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    g_ptr_array_add (sources, galley_source_new (galley_db_column_text (rows, 0),
                                                 galley_db_column_text (rows, 1),
                                                 galley_db_column_text (rows, 2)));

  return row == 0 ? g_steal_pointer (&sources) : NULL;
}

/* Reads (unit, verb) from the first row of a query by article. */
static gboolean
read_unit (GalleyDb *db,
           const char *sql,
           const char *article_id,
           char **out_verb,
           char **out_unit,
           GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (db, error, sql, "s", article_id);
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  if (row < 0)
    return FALSE;

  *out_unit = row > 0 ? g_strdup (galley_db_column_text (rows, 0)) : NULL;
  *out_verb = row > 0 ? g_strdup (galley_db_column_text (rows, 1)) : NULL;
  return TRUE;
}

/**
 * galley_records_read_undo:
 * @article_id: (nullable): an article, or %NULL for the whole library
 * @out_verb: (out) (nullable): nick of the step that undo would undo; %NULL if there is none
 * @out_unit: (out) (nullable): its unit
 *
 * Undo goes back through the steps of an article in the order in which they were first done.
 *
 * Returns: whether the library could be read
 */
gboolean
galley_records_read_undo (GalleyDb *db,
                          const char *article_id,
                          char **out_verb,
                          char **out_unit,
                          GError **error)
{
  return read_unit (db,
                    article_id != NULL
                        ? "SELECT id, verb FROM unit WHERE article = ?1 AND state = 'done'"
                          " ORDER BY done_event DESC LIMIT 1"
                        : "SELECT id, verb FROM unit WHERE state = 'done'"
                          " ORDER BY done_event DESC LIMIT 1",
                    article_id, out_verb, out_unit, error);
}

/**
 * galley_records_read_redo:
 * @article_id: (nullable): an article, or %NULL for the whole library
 * @out_verb: (out) (nullable): nick of the step that redo would do again; %NULL if there is none
 * @out_unit: (out) (nullable): its unit
 *
 * Redo does again what was undone last, until something new is done in the article.
 *
 * Returns: whether the library could be read
 */
gboolean
galley_records_read_redo (GalleyDb *db,
                          const char *article_id,
                          char **out_verb,
                          char **out_unit,
                          GError **error)
{
  return read_unit (db,
                    article_id != NULL
                        ? "SELECT id, verb FROM unit u WHERE article = ?1 AND state = 'undone' AND"
                          " first_event > (SELECT max (done_event) FROM unit WHERE article = ?1)"
                          " ORDER BY first_event DESC LIMIT 1"
                        : "SELECT id, verb FROM unit u WHERE state = 'undone' AND"
                          " first_event > (SELECT max (done_event) FROM unit)"
                          " ORDER BY first_event DESC LIMIT 1",
                    article_id, out_verb, out_unit, error);
}
