/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sign-offs.h"

#include "galley-records.h"

static GalleySignOff *
sign_off_from_row (GalleyStatement *row, GError **error)
{
  const char *nick = galley_db_column_text (row, 2);
  GalleySignOff fields = {
    .id = (char *) galley_db_column_text (row, 0),
    .article_id = (char *) galley_db_column_text (row, 1),
    .name = (char *) galley_db_column_text (row, 3),
    .exception = (char *) galley_db_column_text (row, 4),
    .draft_id = (char *) galley_db_column_text (row, 5),
    .signed_at = galley_sqlite.sqlite3_column_int64 (row, 6),
    .reopened_by = (char *) galley_db_column_text (row, 7),
    .reopened_at = galley_sqlite.sqlite3_column_int64 (row, 8),
    .reason = (char *) galley_db_column_text (row, 9),
    .article_changed_at = galley_sqlite.sqlite3_column_int64 (row, 10),
    .n_changes = galley_sqlite.sqlite3_column_int64 (row, 11),
  };

  if (!galley_role_from_nick (nick, &fields.role))
    {
      galley_records_set_unknown_error (nick, error);
      return NULL;
    }

  return galley_sign_off_new (&fields);
}

/**
 * galley_records_read_sign_offs:
 * @article_id: (nullable): an article; %NULL for all
 *
 * Returns: (transfer full) (element-type GalleySignOff): its sign-offs, those that ended too, in
 * the order of time; or %NULL
 */
GPtrArray *
galley_records_read_sign_offs (GalleyDb *db, const char *article_id, GError **error)
{
  g_autoptr (GPtrArray) sign_offs =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_sign_off_unref);
  g_autoptr (GalleyStatement) rows = galley_db_query (
      db, error,
      "SELECT o.id, o.article, o.role, o.name, o.exception, o.draft, o.signed_at, o.reopened_by,"
      " o.reopened_at, o.reason, a.changed_at, (SELECT count(*) FROM (" GALLEY_SIGN_OFF_CHANGES (
          "f.id = o.id") ")) FROM sign_off o JOIN article a ON a.id = o.article AND a.gone = 0"
                         " WHERE ?1 IS NULL OR o.article = ?1 ORDER BY o.signed_at, o.id",
      "s", article_id);
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      GalleySignOff *sign_off = sign_off_from_row (rows, error);

      if (sign_off == NULL)
        return NULL;
      g_ptr_array_add (sign_offs, sign_off);
    }

  return row == 0 ? g_steal_pointer (&sign_offs) : NULL;
}
