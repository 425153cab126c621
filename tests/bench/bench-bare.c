/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-bare.h"

#include <sqlite3.h>

/* The peer of a verdict: a table with one row more for each transaction, with the settings of a
 * library. */
struct _BenchBare
{
  sqlite3 *db;
  sqlite3_stmt *insert;
};

/**
 * bench_bare_new:
 * @folder: where the library is, for the peer's file has to be on the same disk
 *
 * Returns: (transfer full): the peer
 */
BenchBare *
bench_bare_new (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "bare.db", NULL);
  BenchBare *self = g_new0 (BenchBare, 1);

  g_assert_cmpint (sqlite3_open (path, &self->db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (self->db,
                                 "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                 "PRAGMA secure_delete = ON;"
                                 "CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_prepare_v2 (self->db, "INSERT INTO t (words) VALUES ('confirmed')", -1, &self->insert,
                      NULL);

  return self;
}

/**
 * bench_bare_run:
 *
 * Writes one row, durably.
 *
 * Returns: how long that took, in milliseconds
 */
double
bench_bare_run (BenchBare *self)
{
  gint64 start_us = g_get_monotonic_time ();

  g_assert_cmpint (sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (self->insert), ==, SQLITE_DONE);
  sqlite3_reset (self->insert);
  g_assert_cmpint (sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);

  return (g_get_monotonic_time () - start_us) / 1000.0;
}

void
bench_bare_free (BenchBare *self)
{
  sqlite3_finalize (self->insert);
  sqlite3_close (self->db);
  g_free (self);
}
