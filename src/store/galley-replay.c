/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-replay.h"

#include "galley-schema.h"

/**
 * galley_replay_read_event:
 * @row: a row of %GALLEY_REPLAY_EVENTS
 *
 * Returns: the event, whose texts are good until the next row
 */
GalleyEvent
galley_replay_read_event (GalleyStatement *row)
{
  return (GalleyEvent){
    .id = galley_sqlite.sqlite3_column_int64 (row, 0),
    .replica = galley_db_column_text (row, 1),
    .seq = galley_sqlite.sqlite3_column_int64 (row, 2),
    .clock = galley_sqlite.sqlite3_column_int64 (row, 3),
    .time = galley_db_column_text (row, 4),
    .actor = galley_db_column_text (row, 5),
    .article = galley_db_column_text (row, 6),
    .subject = galley_db_column_text (row, 7),
    .kind = galley_db_column_text (row, 8),
    .base = galley_db_column_text (row, 9),
    .unit = galley_db_column_text (row, 10),
    .act = galley_db_column_text (row, 11),
    .verb = galley_db_column_text (row, 12),
    .target = galley_db_column_text (row, 13),
    .body = galley_db_column_text (row, 14),
  };
}

/**
 * galley_replay_open_fold:
 *
 * Returns: (transfer full): a database in memory with the fold's tables and nothing in them; or
 *   %NULL
 */
GalleyDb *
galley_replay_open_fold (GError **error)
{
  g_autoptr (GalleyDb) fold = galley_db_open (NULL, GALLEY_DB_MEMORY, error);

  if (fold == NULL || !galley_db_exec (fold, "PRAGMA secure_delete = OFF", error) ||
      !galley_schema_create_fold (fold, error))
    return NULL;

  return g_steal_pointer (&fold);
}
