/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-records.h"

#include "galley-library-private.h"

static GalleyReading *
reading_from_row (GalleyStatement *row, GError **error)
{
  const char *scope = galley_db_column_text (row, 4);
  GalleyReading fields = {
    .id = (char *) galley_db_column_text (row, 0),
    .article_id = (char *) galley_db_column_text (row, 1),
    .draft_id = (char *) galley_db_column_text (row, 2),
    .reader = (char *) galley_db_column_text (row, 3),
    .size = galley_sqlite.sqlite3_column_int (row, 5),
    .seed = (char *) galley_db_column_text (row, 6),
    .with_sources = galley_sqlite.sqlite3_column_int (row, 7),
    .started_at = galley_sqlite.sqlite3_column_int64 (row, 8),
    .ended_at = galley_sqlite.sqlite3_column_int64 (row, 9),
    .seen_at = galley_sqlite.sqlite3_column_int64 (row, 10),
    .is_here = galley_sqlite.sqlite3_column_int (row, 11),
  };

  if (!galley_reading_scope_from_nick (scope, &fields.scope))
    {
      galley_records_set_unknown_error (scope, error);
      return NULL;
    }
  return galley_reading_new (&fields);
}

static gboolean
add_verdict (GalleyReading *reading, GalleyStatement *row, GError **error)
{
  const char *status = galley_db_column_text (row, 3);
  const char *first_status = galley_db_column_text (row, 8);
  GalleyVerdict first = {
    .reason = (char *) galley_db_column_text (row, 9),
    .checked_by = (char *) galley_db_column_text (row, 10),
    .checked_at = galley_sqlite.sqlite3_column_int64 (row, 11),
  };
  GalleyReadingVerdict verdict = {
    .id = (char *) galley_db_column_text (row, 0),
    .claim_id = (char *) galley_db_column_text (row, 1),
    .quote = (char *) galley_db_column_text (row, 2),
    .is_given = status != NULL,
    .reason = (char *) galley_db_column_text (row, 4),
    .note = (char *) galley_db_column_text (row, 5),
    .words = (char *) galley_db_column_text (row, 6),
    .given_at = galley_sqlite.sqlite3_column_int64 (row, 7),
    .first = first_status != NULL ? &first : NULL,
    .first_words = (char *) galley_db_column_text (row, 12),
  };

  if (status != NULL && !galley_status_from_nick (status, &verdict.status))
    return galley_records_set_unknown_error (status, error);
  if (first_status != NULL && !galley_status_from_nick (first_status, &first.status))
    return galley_records_set_unknown_error (first_status, error);

  galley_reading_add (reading, &verdict);
  return TRUE;
}

static gboolean
read_verdicts (GalleyDb *db, GalleyReading *reading, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (
      db, error,
      "SELECT id, claim, quote, status, reason, note, words, given_at, first ->> '$.status',"
      " first ->> '$.reason', first ->> '$.checked_by', first ->> '$.checked_at', first ->> '$.on'"
      " FROM reading_verdict WHERE reading = ?1 ORDER BY no",
      "s", reading->id);
  int row;

  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (db, rows, error)) > 0)
    if (!add_verdict (reading, rows, error))
      return FALSE;

  return row == 0;
}

/* Whether it is this copy of the library that holds the reading. Where a copy has parted from
 * another that goes on under the same identity, that may be somebody else's. */
#define IS_OWN GALLEY_LIBRARY_IS_OWN ("held_by", "9223372036854775807")

/* Says what undo and redo would do in a reading. */
static gboolean
read_steps (GalleyDb *db, GalleyReading *reading, GError **error)
{
  g_autofree char *undo_verb = NULL, *undo_unit = NULL;
  g_autofree char *redo_verb = NULL, *redo_unit = NULL;

  if (!galley_reading_is_under_way (reading))
    return TRUE;
  if (!galley_records_read_undo (db, reading->id, &undo_verb, &undo_unit, error) ||
      !galley_records_read_redo (db, reading->id, &redo_verb, &redo_unit, error))
    return FALSE;

  reading->can_undo = undo_unit != NULL;
  reading->can_redo = redo_unit != NULL;
  return TRUE;
}

/* Reads the readings that @condition selects by ?1. */
static GPtrArray *
read_readings (GalleyDb *db, const char *condition, const char *argument, GError **error)
{
  g_autoptr (GPtrArray) readings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_reading_unref);
  g_autofree char *sql =
      g_strconcat ("SELECT id, article, draft, reader, scope, size, seed, with_sources, started_at,"
                   " ended_at, seen_at, " IS_OWN " FROM reading WHERE gone = 0 AND ",
                   condition, " ORDER BY started_at, id", NULL);
  g_autoptr (GalleyStatement) rows = galley_db_query (db, error, sql, "s", argument);
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      GalleyReading *reading = reading_from_row (rows, error);

      if (reading == NULL)
        return NULL;
      g_ptr_array_add (readings, reading);
    }
  for (guint i = 0; i < readings->len && row == 0; i++)
    if (!read_verdicts (db, g_ptr_array_index (readings, i), error) ||
        !read_steps (db, g_ptr_array_index (readings, i), error))
      return NULL;

  return row == 0 ? g_steal_pointer (&readings) : NULL;
}

/**
 * galley_records_read_readings:
 *
 * Returns: (transfer full) (element-type GalleyReading): the second readings of an article in the
 *   order in which they began; or %NULL
 */
GPtrArray *
galley_records_read_readings (GalleyDb *db, const char *article_id, GError **error)
{
  return read_readings (db, "article = ?1", article_id, error);
}

/**
 * galley_records_read_reading:
 * @id: UUID of a reading, or of its row for a claim
 * @out_reading: (out) (transfer full) (nullable): the reading; %NULL if there is none
 *
 * Returns: whether the library could be read
 */
gboolean
galley_records_read_reading (GalleyDb *db,
                             const char *id,
                             GalleyReading **out_reading,
                             GError **error)
{
  g_autoptr (GPtrArray) readings = read_readings (
      db, "id = coalesce ((SELECT reading FROM reading_verdict WHERE id = ?1), ?1)", id, error);

  if (readings == NULL)
    return FALSE;
  *out_reading = readings->len > 0 ? galley_reading_ref (g_ptr_array_index (readings, 0)) : NULL;
  return TRUE;
}
