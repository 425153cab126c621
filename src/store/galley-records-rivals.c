/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-records.h"

#include "galley-disagreement.h"

/* Only verdicts on the words that the claim stands on now disagree: what was decided on others is
 * no verdict on these. Where all of them say the same there is nothing to decide. */
#define DISAGREEMENTS                                                                              \
  "WITH v AS (SELECT r.claim, r.status, r.reason, r.checked_by, r.checked_at, 1 AS rank, r.quote"  \
  " FROM rival r UNION ALL SELECT id, status, reason, checked_by, checked_at, 0, quote FROM claim" \
  " WHERE id IN (SELECT claim FROM rival))"                                                        \
  " SELECT c.id, c.article, c.quote, v.status, v.reason, v.checked_by, v.checked_at"               \
  " FROM (SELECT DISTINCT claim FROM rival) d CROSS JOIN claim c ON c.id = d.claim"                \
  " JOIN article a ON a.id = c.article JOIN v ON v.claim = c.id AND v.quote = c.quote"             \
  " WHERE c.gone = 0 AND a.gone = 0 AND c.stands AND c.former IS NULL"                             \
  " AND (?1 IS NULL OR c.article = ?1)"                                                            \
  " AND EXISTS (SELECT 1 FROM rival o WHERE o.claim = c.id AND o.quote = c.quote"                  \
  " AND o.status != c.status)"                                                                     \
  " ORDER BY a.no, c.range_start, c.range_end, c.id, v.rank, v.checked_at, v.checked_by"

static gboolean
add_row (GPtrArray *disagreements, GalleyStatement *row, GError **error)
{
  const char *claim = galley_db_column_text (row, 0), *status = galley_db_column_text (row, 3);
  GalleyDisagreement *last =
      disagreements->len > 0 ? g_ptr_array_index (disagreements, disagreements->len - 1) : NULL;
  GalleyVerdict verdict = {
    .reason = (char *) galley_db_column_text (row, 4),
    .checked_by = (char *) galley_db_column_text (row, 5),
    .checked_at = galley_sqlite.sqlite3_column_int64 (row, 6),
  };

  if (!galley_status_from_nick (status, &verdict.status))
    return galley_records_set_unknown_error (status, error);
  if (last == NULL || !g_str_equal (last->claim_id, claim))
    {
      last = galley_disagreement_new (claim, galley_db_column_text (row, 1),
                                      galley_db_column_text (row, 2));
      g_ptr_array_add (disagreements, last);
    }
  galley_disagreement_add (last, &verdict);
  return TRUE;
}

/**
 * galley_records_read_disagreements:
 * @article_id: (nullable): only those about claims of this article
 *
 * Returns: (transfer full) (element-type GalleyDisagreement): what nobody has decided about yet, in
 *   the order of the articles' texts; or %NULL
 */
GPtrArray *
galley_records_read_disagreements (GalleyDb *db, const char *article_id, GError **error)
{
  g_autoptr (GPtrArray) disagreements =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_disagreement_unref);
  g_autoptr (GalleyStatement) rows = galley_db_query (db, error, DISAGREEMENTS, "s", article_id);
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    if (!add_row (disagreements, rows, error))
      return NULL;

  return row == 0 ? g_steal_pointer (&disagreements) : NULL;
}
