/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-index-check.h"

/* Whether searching finds what there is. The tables of an FTS5 index are sound to SQLite whatever
 * stands in them, so that its integrity_check sees nothing of damage in there: of that the index
 * itself is asked, which takes a writing transaction although nothing is written in it. Neither
 * knows what belongs into the index, and that is compared. */

typedef struct
{
  const char *name;
  const char *examine;
  const char *compare; /* how many rows are missing in it, too many or not what they should be */
} IndexTable;

#define EXAMINE(table) table, "INSERT INTO " table " (" table ") VALUES ('integrity-check')"

/* The index of articles holds no words but for finding them; which drafts are in it, it tells. */
static const IndexTable tables[] = {
  { EXAMINE ("article_words"),
    "SELECT count (*) FROM (SELECT no FROM draft d JOIN blob b ON b.sha256 = d.text"
    " WHERE no NOT IN (SELECT id FROM article_words_docsize)"
    " UNION ALL SELECT id FROM article_words_docsize WHERE id NOT IN (SELECT no FROM draft))" },
  { EXAMINE ("claim_words"),
    "SELECT count (*) FROM (SELECT no FROM claim c LEFT JOIN claim_words_content w ON w.id = c.no"
    " WHERE w.c0 IS NOT c.quote OR w.c2 IS NOT c.note"
    " UNION ALL SELECT id FROM claim_words_content WHERE id NOT IN (SELECT no FROM claim))" },
  { EXAMINE ("source_words"),
    "SELECT count (*) FROM (SELECT no FROM source s LEFT JOIN source_words_content w ON w.id = s.no"
    " WHERE w.c0 IS NOT s.title"
    " UNION ALL SELECT id FROM source_words_content WHERE id NOT IN (SELECT no FROM source))" },
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
      galley_db_get_int (db, table->compare, &n_wrong, &problem))
    {
      *out_damaged = n_wrong > 0;
      return TRUE;
    }
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
      gboolean is_damaged;

      if (!check_table (db, &tables[i], &is_damaged, error))
        return FALSE;
      if (is_damaged)
        g_ptr_array_add (damaged, (gpointer) tables[i].name);
    }

  return TRUE;
}
