/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-moved-file.h"

#include <glib/gi18n-lib.h>

/* A library whose file is renamed, replaced or deleted while it is open goes on to be written to,
 * and what was written last stays in the log under the old name, where nobody finds it: SQLite does
 * not put it into a file that has moved when it closes that. */

static gboolean
has_moved (GalleyDb *db)
{
  int moved = 0;

  return galley_sqlite.sqlite3_file_control (galley_db_get_handle (db), "main",
                                             SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
         moved != 0;
}

/**
 * galley_moved_file_check:
 * @db: a library that is open
 * @error: (out) (optional): %G_IO_ERROR_NOT_FOUND if not
 *
 * Returns: whether its file is still what is found under its name
 */
gboolean
galley_moved_file_check (GalleyDb *db, GError **error)
{
  g_autofree char *name = NULL;

  if (!has_moved (db))
    return TRUE;

  name = g_path_get_basename (galley_db_get_path (db));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _ ("The library “%s” was moved, replaced or deleted while it was open"), name);
  return FALSE;
}

/**
 * galley_moved_file_settle:
 * @db: a library that is open, without a transaction
 *
 * If its file has moved, puts all that was done into it, wherever it is now. Not if another file
 * has its name: somebody may have that open, and the log is the one of that then.
 */
void
galley_moved_file_settle (GalleyDb *db)
{
  if (has_moved (db) && !g_file_test (galley_db_get_path (db), G_FILE_TEST_EXISTS))
    galley_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", /* error= */ NULL);
}
