/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-schema.h"

#include "galley-index.h"
#include "galley-store-resources.h"

#include <glib/gi18n-lib.h>

#define RESOURCE_PREFIX "/org/galleydesk/Galley/store/sql/"

/* Known to GIO when they are first looked for: at the start of the program that would load it. */
static GResource *
get_resources (void)
{
  static gsize is_registered = FALSE;

  if (g_once_init_enter (&is_registered))
    {
      galley_store_register_resource ();
      g_once_init_leave (&is_registered, TRUE);
    }

  return galley_store_get_resource ();
}

static gboolean
run_script (GalleyDb *db, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);
  g_autoptr (GBytes) script =
      g_resource_lookup_data (get_resources (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return script != NULL && galley_db_exec (db, g_bytes_get_data (script, NULL), error);
}

/* The journal and what else is no fold of it comes first, then the fold's tables, then what only
 * serves search. */
static gboolean
migrate_to_1 (GalleyDb *db, GError **error)
{
  g_autofree char *mark =
      g_strdup_printf ("PRAGMA application_id = %d", GALLEY_SCHEMA_APPLICATION_ID);

  return run_script (db, "0001-library.sql", error) && run_script (db, "0001-fold.sql", error) &&
         run_script (db, "0001-search.sql", error) && galley_db_exec (db, mark, error);
}

/* An article can have a new draft. What was imported or dismissed before has its first. */
static gboolean
migrate_to_2 (GalleyDb *db, GError **error)
{
  return run_script (db, "0002-fold.sql", error) &&
         galley_db_exec (db,
                         "UPDATE article SET draft_event ="
                         " (SELECT event FROM draft WHERE draft.id = article.draft);"
                         "UPDATE dismissal SET range_event = (SELECT id FROM event"
                         " WHERE subject = dismissal.id AND kind = 'dismissal.add');",
                         error);
}

/* The whole record of a claim, the source log, notes and queries. */
static gboolean
migrate_to_3 (GalleyDb *db, GError **error)
{
  return run_script (db, "0003-fold.sql", error) && run_script (db, "0003-search.sql", error) &&
         galley_db_exec (db,
                         "UPDATE source SET change_event = (SELECT id FROM event"
                         " WHERE subject = source.id AND kind = 'source.add');"
                         "UPDATE evidence SET change_event = (SELECT id FROM event"
                         " WHERE subject = evidence.id AND kind = 'evidence.add');",
                         error) &&
         galley_index_fill (db, error);
}

/* A draft has a headline of its own. Until now a new one did not bring another. */
static gboolean
migrate_to_4 (GalleyDb *db, GError **error)
{
  return run_script (db, "0004-drafts.sql", error) &&
         galley_db_exec (db,
                         "UPDATE draft SET title ="
                         " (SELECT title FROM article WHERE article.id = draft.article);",
                         error);
}

/* Packages and merging. Nothing has come by a package yet. */
static gboolean
migrate_to_5 (GalleyDb *db, GError **error)
{
  return run_script (db, "0005-journal.sql", error) && run_script (db, "0005-fold.sql", error);
}

/* Signing articles, and second readings. Nobody has done either yet. All of it is fold. */
static gboolean
migrate_to_6 (GalleyDb *db, GError **error)
{
  static const char *const scripts[] = { "0006-units.sql", "0006-sign-offs.sql",
                                         "0006-readings.sql", "0006-sessions.sql" };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (!run_script (db, scripts[i], error))
      return FALSE;

  return TRUE;
}

/* Readings are held by one copy of the library. Of those that there are nobody knows by which. */
static gboolean
migrate_to_7 (GalleyDb *db, GError **error)
{
  return run_script (db, "0007-readings.sql", error) &&
         galley_db_exec (db,
                         "UPDATE reading SET held_event = (SELECT e.id FROM event e"
                         " WHERE e.subject = reading.id AND e.kind = 'reading.add');",
                         error);
}

static const GalleyMigration migrations[] = { migrate_to_1, migrate_to_2, migrate_to_3,
                                              migrate_to_4, migrate_to_5, migrate_to_6,
                                              migrate_to_7 };

const GalleySchema galley_schema = { G_N_ELEMENTS (migrations), migrations };

/* Judges what a database's header says. */
static gboolean
judge (const GalleySchema *schema,
       const char *path,
       guint32 application_id,
       guint32 version,
       GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (application_id != GALLEY_SCHEMA_APPLICATION_ID || version < 1)
    {
      g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED,
                   _ ("“%s” is not a Galley library"), name);
      return FALSE;
    }
  if (version > schema->version)
    {
      g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NEWER,
                   _ ("The library “%s” was written by a newer version of Galley"), name);
      return FALSE;
    }

  return TRUE;
}

/* What the header says and whether there is anything behind it are looked at at one moment: another
 * program may just be making the library. */
static gboolean
read_header (GalleyDb *db,
             gint64 *out_application_id,
             gint64 *out_version,
             gboolean *out_empty,
             GError **error)
{
  g_autoptr (GalleyStatement) statement = galley_db_query (
      db, error,
      "SELECT application_id, user_version, NOT EXISTS (SELECT 1 FROM sqlite_schema)"
      " FROM pragma_application_id, pragma_user_version",
      "");

  if (statement == NULL || galley_db_next (db, statement, error) != 1)
    return FALSE;

  *out_application_id = galley_sqlite.sqlite3_column_int64 (statement, 0);
  *out_version = galley_sqlite.sqlite3_column_int64 (statement, 1);
  *out_empty = *out_application_id == 0 && *out_version == 0 &&
               galley_sqlite.sqlite3_column_int (statement, 2);
  return TRUE;
}

/**
 * galley_schema_check:
 * @schema: the schema to be used
 * @out_version: (out): the library's format; 0 if the database is empty
 * @error: (out) (optional): #GALLEY_STORE_ERROR_DAMAGED if it is something else than a library,
 *   #GALLEY_STORE_ERROR_NEWER if a newer version wrote it
 *
 * Finds out what a database is. Writes nothing.
 *
 * Returns: whether it is a library that this version can use, or empty
 */
gboolean
galley_schema_check (const GalleySchema *schema, GalleyDb *db, gint64 *out_version, GError **error)
{
  gint64 application_id, version;
  gboolean empty;

  if (!read_header (db, &application_id, &version, &empty, error) ||
      (!empty && !judge (schema, galley_db_get_path (db), application_id, version, error)))
    return FALSE;

  *out_version = version;
  return TRUE;
}

/**
 * galley_schema_check_file:
 * @schema: the schema to be used
 * @path: a file
 * @error: (out) (optional): as of galley_schema_check()
 *
 * Looks at a database past its locks and its log. Opening it properly would already clear away the
 * log of a program that was killed: what is not ours, or not for us, stays as it is.
 *
 * Returns: whether it may be opened properly
 */
gboolean
galley_schema_check_file (const GalleySchema *schema, const char *path, GError **error)
{
  g_autoptr (GalleyDb) db = galley_db_open (path, GALLEY_DB_PEEK, error);
  g_autoptr (GError) problem = NULL;
  gint64 version;

  if (db == NULL)
    return FALSE;

  /* A file that somebody is just writing to may look torn. */
  if (galley_schema_check (schema, db, &version, &problem) ||
      (galley_sqlite.sqlite3_errcode (galley_db_get_handle (db)) & 0xff) == SQLITE_CORRUPT)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
run_migrations (const GalleySchema *schema, GalleyDb *db, gint64 from_version, GError **error)
{
  for (gint64 version = from_version; version < schema->version; version++)
    {
      g_autofree char *mark =
          g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version + 1);

      if (!schema->migrations[version](db, error) || !galley_db_exec (db, mark, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * galley_schema_migrate:
 * @schema: the schema to be used
 * @from_version: the library's format, as galley_schema_check() found it
 *
 * Brings a library to today's format, in one transaction: all of it or nothing.
 *
 * Returns: whether it is in today's format
 */
gboolean
galley_schema_migrate (const GalleySchema *schema,
                       GalleyDb *db,
                       gint64 from_version,
                       GError **error)
{
  gint64 version;

  if (from_version == schema->version)
    return TRUE;
  if (!galley_db_begin (db, error))
    return FALSE;

  /* Another program may have done it while this one waited. */
  if (!galley_schema_check (schema, db, &version, error) ||
      !run_migrations (schema, db, version, error))
    {
      galley_db_rollback (db);
      return FALSE;
    }

  return galley_db_commit (db, error);
}

/**
 * galley_schema_create_fold:
 * @db: an empty database
 *
 * Makes the tables that are a fold of the journal, to compute it anew beside a library.
 *
 * Returns: whether they are there
 */
gboolean
galley_schema_create_fold (GalleyDb *db, GError **error)
{
  return run_script (db, "0001-fold.sql", error) && run_script (db, "0002-fold.sql", error) &&
         run_script (db, "0003-fold.sql", error) && run_script (db, "0004-drafts.sql", error) &&
         run_script (db, "0005-fold.sql", error) && migrate_to_6 (db, error) &&
         run_script (db, "0007-readings.sql", error);
}

/**
 * galley_schema_create_index:
 * @db: a database without a search index
 *
 * Makes an empty one.
 *
 * Returns: whether it is there
 */
gboolean
galley_schema_create_index (GalleyDb *db, GError **error)
{
  return run_script (db, "0001-search.sql", error) && run_script (db, "0003-search.sql", error);
}

/* An FTS5 table is not even dropped when it does not know its own format any more. */
#define MEND_FORMATS                                                                               \
  "INSERT OR REPLACE INTO article_words_config (k, v) VALUES ('version', 4);"                      \
  "INSERT OR REPLACE INTO claim_words_config (k, v) VALUES ('version', 4);"                        \
  "INSERT OR REPLACE INTO source_words_config (k, v) VALUES ('version', 4);"

static gboolean
drop_index (GalleyDb *db, GError **error)
{
  sqlite3 *handle = galley_db_get_handle (db);
  gboolean done;

  galley_sqlite.sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  done = galley_db_exec (db, MEND_FORMATS, error);
  galley_sqlite.sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  return done && galley_db_exec (db,
                                 "DROP TABLE article_words; DROP TABLE claim_words;"
                                 "DROP TABLE source_words;",
                                 error);
}

/**
 * galley_schema_renew_index:
 * @db: a library with a writing transaction under way
 *
 * Drops the search index, whatever is in it, and makes it anew of the words that it is for.
 *
 * Returns: whether that was done
 */
gboolean
galley_schema_renew_index (GalleyDb *db, GError **error)
{
  return drop_index (db, error) && galley_schema_create_index (db, error) &&
         galley_index_fill_articles (db, error) && galley_index_fill (db, error);
}

/* What SQLite notes for its planner is no part of a format. */
#define PARTS                                                                                      \
  "SELECT name, type || ' ' || tbl_name || ' ' || coalesce (sql, '') FROM sqlite_schema"           \
  " WHERE name NOT LIKE 'sqlite_stat%'"

static GHashTable *
read_parts (GalleyDb *db, GError **error)
{
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GalleyStatement) rows = galley_db_query (db, error, PARTS, "");
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    g_hash_table_insert (parts, g_strdup (galley_db_column_text (rows, 0)),
                         g_strdup (galley_db_column_text (rows, 1)));

  return row == 0 ? g_steal_pointer (&parts) : NULL;
}

/* Adds the names of what @parts has and @others has not, or not the same. */
static void
add_different (GHashTable *parts, GHashTable *others, GPtrArray *names)
{
  GHashTableIter i;
  gpointer name, words;

  g_hash_table_iter_init (&i, parts);
  while (g_hash_table_iter_next (&i, &name, &words))
    if (g_strcmp0 (words, g_hash_table_lookup (others, name)) != 0 &&
        !g_ptr_array_find_with_equal_func (names, name, g_str_equal, /* index_= */ NULL))
      g_ptr_array_add (names, g_strdup (name));
}

/**
 * galley_schema_compare:
 * @db: a library in today's format
 * @changed: (element-type utf8): the names of tables, indexes and triggers are added to it that are
 *   missing, are not as they should be, or are none of a library's: a trigger can change verdicts
 *
 * Returns: whether it could be read
 */
gboolean
galley_schema_compare (GalleyDb *db, GPtrArray *changed, GError **error)
{
  g_autoptr (GalleyDb) pattern = galley_db_open (/* path= */ NULL, GALLEY_DB_MEMORY, error);
  g_autoptr (GHashTable) want = NULL, have = NULL;

  if (pattern == NULL ||
      !galley_schema_migrate (&galley_schema, pattern, /* from_version= */ 0, error))
    return FALSE;
  want = read_parts (pattern, error);
  have = want != NULL ? read_parts (db, error) : NULL;
  if (have == NULL)
    return FALSE;

  add_different (want, have, changed);
  add_different (have, want, changed);
  return TRUE;
}
