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

/* Returns: (transfer full): the journal and all tables that are a fold of it, row numbers included;
 * with @with_blobs the files too */
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
