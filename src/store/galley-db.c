/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-db.h"

#include "galley-companion.h"

#include <string.h>

struct _GalleyDb
{
  sqlite3 *handle;
  char *path;
  int patience_ms;        /* how long to wait for another program that is writing */
  GHashTable *statements; /* SQL to its sqlite3_stmt */
  GHashTable *by_address; /* where SQL was found before to the same sqlite3_stmt, not owned */
};

static void
finalize_statement (gpointer statement)
{
  galley_sqlite.sqlite3_finalize (statement);
}

void
galley_db_free (GalleyDb *self)
{
  g_hash_table_unref (self->by_address);
  g_hash_table_unref (self->statements);
  galley_sqlite.sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
galley_db_get_handle (GalleyDb *self)
{
  return self->handle;
}

const char *
galley_db_get_path (GalleyDb *self)
{
  return self->path;
}

/**
 * galley_db_set_patience:
 * @patience_ms: how long to wait for another program that is writing, instead of
 *   %GALLEY_DB_BUSY_TIMEOUT_MS
 */
void
galley_db_set_patience (GalleyDb *self, int patience_ms)
{
  self->patience_ms = patience_ms;
  galley_sqlite.sqlite3_busy_timeout (self->handle, patience_ms);
}

/* Settings that hold for every connection. They write nothing. */
static gboolean
configure (GalleyDb *self, GalleyDbMode mode, GError **error)
{
  galley_db_set_patience (self, GALLEY_DB_BUSY_TIMEOUT_MS);
  galley_sqlite.sqlite3_extended_result_codes (self->handle, TRUE);
  galley_sqlite.sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  galley_sqlite.sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  galley_sqlite.sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  galley_sqlite.sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  galley_sqlite.sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);

  /* These would read the whole schema. */
  if (mode == GALLEY_DB_PEEK)
    return TRUE;
  return galley_db_exec (self,
                         "PRAGMA synchronous = FULL;"
                         "PRAGMA secure_delete = ON;"
                         "PRAGMA temp_store = MEMORY;"
                         "PRAGMA cell_size_check = ON;",
                         error);
}

/* SQLite takes ":memory:" for something else than a file's name. */
static char *
make_absolute (const char *path, GalleyDbMode mode)
{
  return mode == GALLEY_DB_MEMORY ? g_strdup (":memory:")
                                  : g_canonicalize_filename (path, /* relative_to= */ NULL);
}

/* Whether another connection left something beside the file that belongs to it. */
static gboolean
has_log (const char *path)
{
  g_autofree char *wal = galley_companion_get_path (path, "-wal");
  g_autofree char *journal = galley_companion_get_path (path, "-journal");

  return g_file_test (wal, G_FILE_TEST_EXISTS) || g_file_test (journal, G_FILE_TEST_EXISTS);
}

/* A file that is whole in itself is read as one that nobody changes: reading a copy of a library
 * would otherwise make a log beside it, which a read-only medium does not allow. */
static int
open_to_read (const char *path, GalleyDbMode mode, sqlite3 **out_handle)
{
  const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
  g_autofree char *uri = NULL;
  g_autofree char *immutable = NULL;

  if (mode == GALLEY_DB_READ && has_log (path))
    return galley_sqlite.sqlite3_open_v2 (path, out_handle, flags, NULL);

  uri = g_filename_to_uri (path, /* hostname= */ NULL, /* error= */ NULL);
  immutable = g_strconcat (uri, "?immutable=1", NULL);
  return galley_sqlite.sqlite3_open_v2 (immutable, out_handle, flags | SQLITE_OPEN_URI, NULL);
}

static int
open_handle (GalleyDb *self, GalleyDbMode mode)
{
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;

  if (mode == GALLEY_DB_READ || mode == GALLEY_DB_PEEK)
    return open_to_read (self->path, mode, &self->handle);

  return galley_sqlite.sqlite3_open_v2 (
      self->path, &self->handle, mode == GALLEY_DB_MEMORY ? flags | SQLITE_OPEN_MEMORY : flags,
      NULL);
}

/* SQLite is loaded here, and set up for the process.
 *
 * Counting every allocation under a lock is a tenth of what small statements cost, and nobody looks
 * at the counts. Refused, and no harm done, if something else in the process was there first. */
static void
configure_process (void)
{
  static gsize configured;

  if (g_once_init_enter (&configured))
    {
      galley_sqlite_load ();
      galley_sqlite.sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&configured, 1);
    }
}

/**
 * galley_db_open:
 * @path: (nullable): a file's path; %NULL in memory
 * @mode: what for
 * @error: (out) (optional): as of #GalleyStoreError
 *
 * Returns: (transfer full): a connection, or %NULL
 */
GalleyDb *
galley_db_open (const char *path, GalleyDbMode mode, GError **error)
{
  g_autoptr (GalleyDb) self = g_new0 (GalleyDb, 1);
  int code;

  self->path = make_absolute (path, mode);
  self->by_address = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  configure_process ();
  code = open_handle (self, mode);
  if (code == SQLITE_OK && mode == GALLEY_DB_WRITE &&
      galley_sqlite.sqlite3_db_readonly (self->handle, "main") == 1)
    code = SQLITE_READONLY;
  if (code != SQLITE_OK)
    {
      galley_db_set_error_from_code (self, code, error);
      return NULL;
    }

  return configure (self, mode, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * galley_db_exec:
 * @sql: statements without parameters
 *
 * Returns: whether all of them ran
 */
gboolean
galley_db_exec (GalleyDb *self, const char *sql, GError **error)
{
  if (galley_sqlite.sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  galley_db_set_error (self, error);
  return FALSE;
}

/* Nearly all SQL is constant, and hashing it costs more than some statements: look first for what
 * was found at the same address, and make sure that the same words stand there. */
static GalleyStatement *
find_statement (GalleyDb *self, const char *sql)
{
  GalleyStatement *statement = g_hash_table_lookup (self->by_address, sql);

  if (statement != NULL && strcmp (galley_sqlite.sqlite3_sql (statement), sql) == 0)
    return statement;

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement != NULL)
    g_hash_table_insert (self->by_address, (gpointer) sql, statement);
  return statement;
}

static GalleyStatement *
prepare (GalleyDb *self, const char *sql, GError **error)
{
  GalleyStatement *statement = find_statement (self, sql);

  if (statement != NULL)
    return statement;

  if (galley_sqlite.sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                        &statement, NULL) != SQLITE_OK)
    {
      galley_db_set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) galley_sqlite.sqlite3_sql (statement),
                       statement);

  return statement;
}

/* Binds one parameter for each letter of @types: "s" (nullable) text, "i" gint64, "b" GBytes. Text
 * and bytes are not copied; they live as long as the caller uses the statement. */
static void
bind (GalleyStatement *statement, const char *types, va_list arguments)
{
  int n_parameters = galley_sqlite.sqlite3_bind_parameter_count (statement);

  for (int i = 1; types[i - 1] != '\0'; i++)
    {
      switch (types[i - 1])
        {
        case 's':
          {
            const char *text = va_arg (arguments, const char *);

            if (i <= n_parameters)
              galley_sqlite.sqlite3_bind_text (statement, i, text, -1, SQLITE_STATIC);
            break;
          }
        case 'i':
          {
            gint64 value = va_arg (arguments, gint64);

            if (i <= n_parameters)
              galley_sqlite.sqlite3_bind_int64 (statement, i, value);
            break;
          }
        case 'b':
          {
            gsize size_bytes;
            gconstpointer data = g_bytes_get_data (va_arg (arguments, GBytes *), &size_bytes);

            if (i <= n_parameters)
              galley_sqlite.sqlite3_bind_blob64 (statement, i, size_bytes > 0 ? data : "",
                                                 size_bytes, SQLITE_STATIC);
            break;
          }
        default:
          g_assert_not_reached ();
        }
    }
}

static GalleyStatement *
query_valist (GalleyDb *self, const char *sql, const char *types, va_list arguments, GError **error)
{
  GalleyStatement *statement = prepare (self, sql, error);

  if (statement != NULL)
    bind (statement, types, arguments);
  return statement;
}

/**
 * galley_db_query:
 * @sql: one statement
 * @types: a letter for each parameter: "s" text (nullable), "i" #gint64, "b" #GBytes; the statement
 *   may use fewer than are given
 *
 * Prepares a statement, or takes it from the cache. Text and bytes are not copied: they live until
 * the statement is given back.
 *
 * Returns: (transfer full): the statement, to be stepped by galley_db_next(), or %NULL
 */
GalleyStatement *
galley_db_query (GalleyDb *self, GError **error, const char *sql, const char *types, ...)
{
  GalleyStatement *statement;
  va_list arguments;

  va_start (arguments, types);
  statement = query_valist (self, sql, types, arguments, error);
  va_end (arguments);

  return statement;
}

/**
 * galley_db_bind_field:
 * @parameter: its number, from 1 on
 * @field: a value; a text is not copied, it lives until the statement is given back
 */
void
galley_db_bind_field (GalleyStatement *statement, int parameter, const GalleyField *field)
{
  if (field->type == GALLEY_FIELD_TEXT)
    galley_sqlite.sqlite3_bind_text (statement, parameter, field->text, -1, SQLITE_STATIC);
  else if (field->type == GALLEY_FIELD_NUMBER)
    galley_sqlite.sqlite3_bind_int64 (statement, parameter, field->number);
}

/**
 * galley_db_next:
 *
 * Returns: 1 if there is a row, 0 if there are no more, -1 if @error is set
 */
int
galley_db_next (GalleyDb *self, GalleyStatement *statement, GError **error)
{
  switch (galley_sqlite.sqlite3_step (statement))
    {
    case SQLITE_ROW:
      return 1;
    case SQLITE_DONE:
      return 0;
    default:
      galley_db_set_error (self, error);
      return -1;
    }
}

/**
 * galley_db_run:
 *
 * Runs one statement to its end. See galley_db_query().
 *
 * Returns: whether it ran
 */
gboolean
galley_db_run (GalleyDb *self, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (GalleyStatement) statement = NULL;
  va_list arguments;
  int row = 0;

  va_start (arguments, types);
  statement = query_valist (self, sql, types, arguments, error);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;

  do
    row = galley_db_next (self, statement, error);
  while (row > 0);

  return row == 0;
}

/**
 * galley_db_get_n_changed:
 *
 * Returns: how many rows were changed by the statement that was run last and changes rows
 */
int
galley_db_get_n_changed (GalleyDb *self)
{
  return galley_sqlite.sqlite3_changes (self->handle);
}

/**
 * galley_db_get_int:
 * @sql: a query without parameters
 * @out_value: (out): the first column of its first row; 0 if there is no row
 *
 * Returns: whether it ran
 */
gboolean
galley_db_get_int (GalleyDb *self, const char *sql, gint64 *out_value, GError **error)
{
  g_autoptr (GalleyStatement) statement = galley_db_query (self, error, sql, "");
  int row = statement != NULL ? galley_db_next (self, statement, error) : -1;

  if (row >= 0)
    *out_value = row > 0 ? galley_sqlite.sqlite3_column_int64 (statement, 0) : 0;
  return row >= 0;
}

/**
 * galley_db_get_text:
 * @sql: a query without parameters that gives a row
 *
 * Returns: (transfer full): the first column of its first row, or %NULL
 */
char *
galley_db_get_text (GalleyDb *self, const char *sql, GError **error)
{
  g_autoptr (GalleyStatement) statement = galley_db_query (self, error, sql, "");

  if (statement == NULL || galley_db_next (self, statement, error) <= 0)
    return NULL;
  return g_strdup (galley_db_column_text (statement, 0));
}

/**
 * galley_db_begin:
 *
 * Begins to write; waits for another program that is writing.
 */
gboolean
galley_db_begin (GalleyDb *self, GError **error)
{
  return galley_db_run (self, error, "BEGIN IMMEDIATE", "");
}

/**
 * galley_db_try_begin:
 *
 * As galley_db_begin(), but for the waiting.
 */
gboolean
galley_db_try_begin (GalleyDb *self, GError **error)
{
  gboolean is_begun;

  galley_sqlite.sqlite3_busy_timeout (self->handle, 0);
  is_begun = galley_db_begin (self, error);
  galley_sqlite.sqlite3_busy_timeout (self->handle, self->patience_ms);

  return is_begun;
}

/**
 * galley_db_commit:
 *
 * Makes everything since galley_db_begin() durable, or nothing of it.
 */
gboolean
galley_db_commit (GalleyDb *self, GError **error)
{
  if (galley_db_run (self, error, "COMMIT", ""))
    return TRUE;

  galley_db_rollback (self);
  return FALSE;
}

void
galley_db_rollback (GalleyDb *self)
{
  if (!galley_sqlite.sqlite3_get_autocommit (self->handle))
    galley_db_run (self, NULL, "ROLLBACK", "");
}

/**
 * galley_db_column_text:
 *
 * Returns: (transfer none) (nullable): the text in @column, until the next step
 */
const char *
galley_db_column_text (GalleyStatement *statement, int column)
{
  return (const char *) galley_sqlite.sqlite3_column_text (statement, column);
}

/**
 * galley_db_column_bytes:
 *
 * Returns: (transfer full): a copy of the bytes in @column
 */
GBytes *
galley_db_column_bytes (GalleyStatement *statement, int column)
{
  gconstpointer data = galley_sqlite.sqlite3_column_blob (statement, column);

  return g_bytes_new (data, galley_sqlite.sqlite3_column_bytes (statement, column));
}

void
galley_db_give_back (GalleyStatement *statement)
{
  galley_sqlite.sqlite3_reset (statement);
  galley_sqlite.sqlite3_clear_bindings (statement);
}
