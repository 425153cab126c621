/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-fields.h"
#include "galley-sqlite.h"
#include "galley-store-error.h"

G_BEGIN_DECLS

/* How long a second program waits for the first to finish what it writes. */
#define GALLEY_DB_BUSY_TIMEOUT_MS 10000

/**
 * GalleyDb:
 *
 * A connection to an SQLite database, with its prepared statements. Used by one thread at a time.
 */
typedef struct _GalleyDb GalleyDb;

/* A statement that belongs to the connection's cache: giving it back resets it. */
typedef sqlite3_stmt GalleyStatement;

/**
 * GalleyDbMode:
 * @GALLEY_DB_WRITE: a file that is there, to be read and written
 * @GALLEY_DB_READ: a file that is there and stays as it is, such as a backup on a read-only medium
 * @GALLEY_DB_PEEK: likewise, and others may be writing to it: nothing but its header is to be
 * trusted
 * @GALLEY_DB_MEMORY: an empty database in memory
 *
 * What a connection is for.
 */
typedef enum
{
  GALLEY_DB_WRITE,
  GALLEY_DB_READ,
  GALLEY_DB_PEEK,
  GALLEY_DB_MEMORY,
} GalleyDbMode;

GalleyDb *galley_db_open (const char *path, GalleyDbMode mode, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_db_free (GalleyDb *self);

sqlite3 *galley_db_get_handle (GalleyDb *self);
const char *galley_db_get_path (GalleyDb *self);
void galley_db_set_patience (GalleyDb *self, int patience_ms);
void galley_db_set_error (GalleyDb *self, GError **error);
void galley_db_set_path_error (const char *path, int code, GError **error);
void galley_db_set_error_from_code (GalleyDb *self, int code, GError **error);

gboolean galley_db_exec (GalleyDb *self, const char *sql, GError **error);
GalleyStatement *
galley_db_query (GalleyDb *self, GError **error, const char *sql, const char *types, ...)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_db_bind_field (GalleyStatement *statement, int parameter, const GalleyField *field);
int galley_db_next (GalleyDb *self, GalleyStatement *statement, GError **error);
gboolean galley_db_run (GalleyDb *self, GError **error, const char *sql, const char *types, ...);
int galley_db_get_n_changed (GalleyDb *self);
gboolean galley_db_get_int (GalleyDb *self, const char *sql, gint64 *out_value, GError **error);
char *galley_db_get_text (GalleyDb *self, const char *sql, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

gboolean galley_db_begin (GalleyDb *self, GError **error);
gboolean galley_db_try_begin (GalleyDb *self, GError **error);
gboolean galley_db_commit (GalleyDb *self, GError **error);
void galley_db_rollback (GalleyDb *self);

const char *galley_db_column_text (GalleyStatement *statement, int column);
GBytes *galley_db_column_bytes (GalleyStatement *statement, int column) G_GNUC_WARN_UNUSED_RESULT;

void galley_db_give_back (GalleyStatement *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDb, galley_db_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyStatement, galley_db_give_back)

G_END_DECLS
