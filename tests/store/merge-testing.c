/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-testing.h"

#include "galley-tables.h"

/* Every row of what @sql gives, a line each. */
static void
append_rows (GString *out, sqlite3 *db, const char *sql)
{
  sqlite3_stmt *rows = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &rows, NULL), ==, SQLITE_OK);
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        {
          const char *text = (const char *) sqlite3_column_text (rows, i);

          g_string_append_printf (out, "%s%s=%s", i > 0 ? "|" : "", sqlite3_column_name (rows, i),
                                  text != NULL ? text : "NULL");
        }
      g_string_append_c (out, '\n');
    }
  sqlite3_finalize (rows);
}

/* Returns: (transfer full): the journal, all tables that are a fold of it, row numbers included,
 * and what a search finds; with @with_blobs the files too */
char *
merge_dump (const char *path, gboolean with_blobs)
{
  GString *out = g_string_new (NULL);
  sqlite3 *db = testing_connect (path);

  append_rows (out, db,
               "SELECT e.id, r.id, e.seq, e.clock, e.time, e.actor, e.article, e.subject, e.kind,"
               " e.base, e.unit, e.act, e.verb, e.target, e.digest, e.chain, e.body FROM event e"
               " JOIN replica r ON r.no = e.replica ORDER BY e.id");
  append_rows (out, db, "SELECT * FROM left_out ORDER BY replica, seq");
  for (guint i = 0; i < galley_n_tables; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT '%s' AS tbl, t.* FROM %s t ORDER BY t.id",
                                              galley_tables[i].name, galley_tables[i].name);

      append_rows (out, db, sql);
    }
  append_rows (out, db, "SELECT rowid, * FROM claim_words ORDER BY rowid");
  append_rows (out, db, "SELECT rowid, * FROM source_words ORDER BY rowid");
  append_rows (out, db, "SELECT id FROM article_words_docsize ORDER BY id");
  if (with_blobs)
    append_rows (out, db, "SELECT sha256, hex (data) FROM blob ORDER BY sha256");
  sqlite3_close (db);

  return g_string_free (out, FALSE);
}

/* Returns: (transfer full): a package of an article, or of everything if that is NULL */
GBytes *
merge_export (GalleyDesk *desk, const char *article_id)
{
  const char *const ids[] = { article_id, NULL };
  g_autofree char *path = g_strconcat (galley_desk_get_path (desk), ".galley", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *error = NULL;

  galley_desk_write_package (desk, article_id != NULL ? ids : NULL, file, NULL, &error);
  g_assert_no_error (error);
  return testing_read_file (path);
}

GalleyMergeResult *
merge_import (GalleyDesk *desk, GBytes *package)
{
  GError *error = NULL;
  GalleyMergeResult *result = galley_desk_merge_package (desk, package, NULL, &error);

  g_assert_no_error (error);
  return result;
}

guint
merge_count_disagreements (GalleyDesk *desk)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) disagreements = galley_desk_list_disagreements (desk, NULL, NULL, &error);

  g_assert_no_error (error);
  return disagreements->len;
}

/* Returns: (transfer full) (nullable): a claim as it is loaded anew, from the text or the tray */
GalleyClaim *
merge_find_claim (GalleyDesk *desk, const char *article_id, const char *claim_id)
{
  GError *error = NULL;
  g_autoptr (GalleyCheck) check = galley_desk_load (desk, article_id, NULL, &error);
  GalleyClaim *claim;

  g_assert_no_error (error);
  claim = galley_claim_list_find (galley_check_get_claims (check), claim_id);
  if (claim == NULL)
    claim = galley_claim_list_find (galley_check_get_tray (check), claim_id);
  return claim != NULL ? g_object_ref (claim) : NULL;
}

/* The list of articles that a desk has kept up says what is in the library, as @fresh has read it.
 */
void
merge_assert_lists_fresh (GalleyDesk *desk, GalleyDesk *fresh)
{
  GListModel *articles = galley_desk_get_articles (fresh);

  g_assert_cmpuint (g_list_model_get_n_items (galley_desk_get_articles (desk)), ==,
                    g_list_model_get_n_items (articles));
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (articles, i);
      GalleyArticle *known = galley_desk_find_article (desk, galley_article_get_id (article));
      g_autoptr (GalleyCheck) check =
          galley_desk_load (fresh, galley_article_get_id (article), NULL, NULL);

      g_assert_nonnull (known);
      g_assert_nonnull (check);
      for (GalleyStatus status = 0; status < GALLEY_N_STATUSES; status++)
        {
          guint n = galley_article_get_n_with_status (article, status);

          g_assert_cmpuint (galley_article_get_n_with_status (known, status), ==, n);
          g_assert_cmpuint (
              galley_claim_list_get_n_with_status (galley_check_get_claims (check), status), ==, n);
        }
    }
}

#define SAME_VERDICT(side, row)                                                                    \
  "e.body ->> '$." side ".checked_at' = " row ".checked_at AND e.body ->> '$." side                \
  ".checked_by' = " row ".checked_by AND e.body ->> '$." side ".status' = " row ".status"

/* No claim shows a verdict that was not given on the words that it stands on. */
#define ON_UNCHECKED_WORDS                                                                         \
  "SELECT count(*) FROM claim c WHERE c.gone = 0 AND c.stands AND c.status != 'pending'"           \
  " AND NOT EXISTS (SELECT 1 FROM event e WHERE e.subject = c.id AND " SAME_VERDICT (              \
      "to", "c") " AND coalesce (e.body ->> '$.to.on', e.body ->> '$.to.quote') = c.quote)"

/* No verdict on the words that a claim stands on is gone unless somebody replaced it who knew it,
 * if only as the former one: it is the one that is shown, or a rival, or the former one. */
#define LOST_VERDICTS                                                                              \
  "WITH v AS (SELECT e.subject AS claim, e.body ->> '$.to.status' AS status,"                      \
  "  e.body ->> '$.to.checked_by' AS checked_by, e.body ->> '$.to.checked_at' AS checked_at"       \
  "  FROM event e JOIN claim c ON c.id = e.subject AND c.quote = e.body ->> '$.to.on'"             \
  "  WHERE e.kind = 'claim.status' AND e.act = 'do' AND c.gone = 0 AND c.stands)"                  \
  " SELECT count(*) FROM v JOIN claim c ON c.id = v.claim WHERE v.status != 'pending'"             \
  " AND NOT EXISTS (SELECT 1 FROM event e WHERE e.subject = v.claim"                               \
  "  AND e.kind = 'claim.status' AND " SAME_VERDICT (                                              \
      "from.former",                                                                               \
      "v") ")"                                                                                     \
           " AND NOT EXISTS (SELECT 1 FROM event e WHERE e.subject = v.claim AND " SAME_VERDICT (  \
               "from",                                                                             \
               "v") ") AND NOT EXISTS (SELECT 1 FROM event e, json_each (e.body, "                 \
                    "'$.from.rivals') j"                                                           \
                    "  WHERE e.subject = v.claim AND j.value ->> '$.checked_at' = v.checked_at"    \
                    "  AND j.value ->> '$.checked_by' = v.checked_by)"                             \
                    " AND NOT (c.status = v.status AND c.checked_by = v.checked_by AND "           \
                    "c.checked_at = "                                                              \
                    "v.checked_at)"                                                                \
                    " AND NOT EXISTS (SELECT 1 FROM rival r WHERE r.claim = v.claim AND "          \
                    "r.checked_at = "                                                              \
                    "v.checked_at"                                                                 \
                    "  AND r.checked_by = v.checked_by) AND c.former IS NULL"

/* What a reader found is never the claim's verdict. */
#define READ_AND_SHOWN "SELECT count(*) FROM claim WHERE reason = 'read'"

/* What no order of events may bring about, in the library at @path. */
void
merge_assert_honest (const char *path)
{
  g_assert_cmpint (testing_get_int (path, ON_UNCHECKED_WORDS), ==, 0);
  g_assert_cmpint (testing_get_int (path, LOST_VERDICTS), ==, 0);
  g_assert_cmpint (testing_get_int (path, READ_AND_SHOWN), ==, 0);
}
