/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-index-check.h"

#include "galley-schema.h"

#include <string.h>

/* Whether searching finds what there is. The tables of an FTS5 index are sound to SQLite whatever
 * stands in them, so that its integrity_check sees nothing of damage in there: of that the index
 * itself is asked, which takes a writing transaction although nothing is written in it. Neither
 * knows what belongs into the index, and that is compared. */

/* Every word of every draft with its place, in one order. */
#define MAKE_PLACES                                                                                \
  "CREATE VIRTUAL TABLE temp.places USING fts5vocab ('main', 'article_words', 'instance')"
#define PLACES "SELECT term, doc, col, offset FROM temp.places"

/* Makes the index of articles anew in memory: there is nothing in it to compare its words with. */
static GalleyDb *
index_articles (GalleyDb *db, GError **error)
{
  g_autoptr (GalleyDb) fresh = galley_db_open (/* path= */ NULL, GALLEY_DB_MEMORY, error);
  g_autoptr (GalleyStatement) drafts = NULL;
  int row;

  if (fresh == NULL || !galley_db_exec (fresh, "PRAGMA secure_delete = OFF", error) ||
      !galley_schema_create_index (fresh, error) || !galley_db_begin (fresh, error))
    return NULL;
  drafts = galley_db_query (db, error,
                            "SELECT d.no, d.title, CAST (b.data AS TEXT) FROM draft d"
                            " JOIN blob b ON b.sha256 = d.text",
                            "");
  if (drafts == NULL)
    return NULL;
  while ((row = galley_db_next (db, drafts, error)) > 0)
    if (!galley_db_run (fresh, error,
                        "INSERT INTO article_words (rowid, title, words) VALUES (?1, ?2, ?3)",
                        "iss", galley_sqlite.sqlite3_column_int64 (drafts, 0),
                        galley_db_column_text (drafts, 1), galley_db_column_text (drafts, 2)))
      return NULL;

  return row == 0 && galley_db_commit (fresh, error) ? g_steal_pointer (&fresh) : NULL;
}

static gboolean
is_same_place (GalleyStatement *a, GalleyStatement *b)
{
  return g_strcmp0 (galley_db_column_text (a, 0), galley_db_column_text (b, 0)) == 0 &&
         galley_sqlite.sqlite3_column_int64 (a, 1) == galley_sqlite.sqlite3_column_int64 (b, 1) &&
         g_strcmp0 (galley_db_column_text (a, 2), galley_db_column_text (b, 2)) == 0 &&
         galley_sqlite.sqlite3_column_int64 (a, 3) == galley_sqlite.sqlite3_column_int64 (b, 3);
}

/* Sets *@out_damaged to whether the words in the index are not those of the drafts. */
static gboolean
compare_articles (GalleyDb *db, gboolean *out_damaged, GError **error)
{
  g_autoptr (GalleyDb) fresh = index_articles (db, error);
  g_autoptr (GalleyStatement) have = NULL, want = NULL;
  int have_row, want_row;

  if (fresh == NULL || !galley_db_exec (fresh, MAKE_PLACES, error) ||
      !galley_db_exec (db, MAKE_PLACES, error))
    return FALSE;
  have = galley_db_query (db, error, PLACES, "");
  want = galley_db_query (fresh, error, PLACES, "");
  if (have == NULL || want == NULL)
    return FALSE;

  do
    {
      have_row = galley_db_next (db, have, error);
      want_row = galley_db_next (fresh, want, error);
    }
  while (have_row > 0 && want_row > 0 && is_same_place (have, want));

  *out_damaged = have_row > 0 || want_row > 0;
  return have_row >= 0 && want_row >= 0;
}

typedef struct
{
  const char *name;
  const char *examine;
  const char *count; /* how many rows are missing in it, too many or not what they should be */
  gboolean (*compare) (GalleyDb *db, gboolean *out_damaged, GError **error); /* nullable */
} IndexTable;

#define EXAMINE(table) table, "INSERT INTO " table " (" table ") VALUES ('integrity-check')"

/* The index of articles holds no words but for finding them; which drafts are in it, it tells. */
static const IndexTable tables[] = {
  { EXAMINE ("article_words"),
    "SELECT count (*) FROM (SELECT no FROM draft d JOIN blob b ON b.sha256 = d.text"
    " WHERE no NOT IN (SELECT id FROM article_words_docsize)"
    " UNION ALL SELECT id FROM article_words_docsize WHERE id NOT IN (SELECT no FROM draft))",
    compare_articles },
  { EXAMINE ("claim_words"),
    "SELECT count (*) FROM (SELECT no FROM claim c LEFT JOIN claim_words_content w ON w.id = c.no"
    " WHERE w.c0 IS NOT c.quote OR w.c2 IS NOT c.note"
    " UNION ALL SELECT id FROM claim_words_content WHERE id NOT IN (SELECT no FROM claim))",
    NULL },
  { EXAMINE ("source_words"),
    "SELECT count (*) FROM (SELECT no FROM source s LEFT JOIN source_words_content w ON w.id = s.no"
    " WHERE w.c0 IS NOT s.title"
    " UNION ALL SELECT id FROM source_words_content WHERE id NOT IN (SELECT no FROM source))",
    NULL },
};

/* What no library can have done to itself is no damage of it. */
static gboolean
is_damage (GalleyDb *db)
{
  int code = galley_sqlite.sqlite3_errcode (galley_db_get_handle (db)) & 0xff;

  return code == SQLITE_CORRUPT || code == SQLITE_ERROR;
}

static gboolean
check_table (GalleyDb *db, const IndexTable *table, gboolean *out_damaged, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gint64 n_wrong = 0;

  if (galley_db_exec (db, table->examine, &problem) &&
      galley_db_get_int (db, table->count, &n_wrong, &problem))
    *out_damaged = n_wrong > 0;
  if (problem == NULL && !*out_damaged && table->compare != NULL)
    table->compare (db, out_damaged, &problem);
  if (problem == NULL)
    return TRUE;
  if (is_damage (db))
    {
      *out_damaged = TRUE;
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * galley_index_check:
 * @db: a connection with a writing transaction under way, in which nothing is changed
 * @damaged: (element-type utf8): the names of the tables that are damaged are added to it
 *
 * Examines the search index.
 *
 * Returns: whether it could be examined
 */
gboolean
galley_index_check (GalleyDb *db, GPtrArray *damaged, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      gboolean is_damaged = FALSE;

      if (!check_table (db, &tables[i], &is_damaged, error))
        return FALSE;
      if (is_damaged)
        g_ptr_array_add (damaged, (gpointer) tables[i].name);
    }

  return TRUE;
}
