/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-replay.h"

#include "galley-folding.h"
#include "galley-kinds.h"
#include "galley-schema.h"

#include <glib/gi18n-lib.h>

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

/* What a purge took away has left traces in the journal that must not be folded. */
typedef struct
{
  GHashTable *subjects; /* ids of purged articles and sources */
  GHashTable *units;    /* those of purged articles */
} Purged;

static void
purged_clear (Purged *purged)
{
  g_hash_table_unref (purged->subjects);
  g_hash_table_unref (purged->units);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Purged, purged_clear)

static gboolean
collect (GalleyDb *db, const char *sql, GHashTable *set, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (db, error, sql, "");
  int row;

  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (db, rows, error)) > 0)
    g_hash_table_add (set, g_strdup (galley_db_column_text (rows, 0)));

  return row == 0;
}

static gboolean
is_purged (const Purged *purged, const GalleyEvent *event)
{
  return event->body == NULL ||
         (event->article != NULL && g_hash_table_contains (purged->subjects, event->article)) ||
         g_hash_table_contains (purged->subjects, event->subject);
}

static gboolean
set_failed_error (GError **error, const GalleyEvent *event, const GError *problem)
{
  g_autofree char *name = g_strdup_printf ("%s:%" G_GINT64_FORMAT, event->replica, event->seq);

  g_set_error (error, problem->domain, problem->code, _ ("Event %s can’t be applied: %s"), name,
               problem->message);
  return FALSE;
}

static gboolean
fold_rows (GalleyDb *from,
           GalleyStatement *rows,
           GalleyDb *into,
           const Purged *purged,
           GalleyReplayFailedFunc failed,
           gpointer user_data,
           guint *out_n_events,
           GError **error)
{
  g_autoptr (GalleyFolding) folding = galley_folding_new (into);
  guint n_events = 0;
  int row;

  while ((row = galley_db_next (from, rows, error)) > 0)
    {
      GalleyEvent event = galley_replay_read_event (rows);
      gboolean is_undoable = !g_hash_table_contains (purged->units, event.unit);
      g_autoptr (GError) problem = NULL;

      n_events++;
      if (is_purged (purged, &event) ||
          galley_folding_take (folding, &event, is_undoable, &problem))
        continue;
      if (failed == NULL)
        return set_failed_error (error, &event, problem);
      failed (&event, problem, user_data);
    }

  *out_n_events = n_events;
  return row == 0 && galley_folding_close (folding, error);
}

static gboolean
collect_purged (GalleyDb *db, Purged *purged, GError **error)
{
  return collect (db, "SELECT subject FROM event WHERE kind IN ('article.purge', 'source.purge')",
                  purged->subjects, error) &&
         collect (db,
                  "SELECT DISTINCT unit FROM event WHERE article IN"
                  " (SELECT subject FROM event WHERE kind = 'article.purge')",
                  purged->units, error);
}

/**
 * galley_replay_fold:
 * @from: a connection to a library
 * @into: where the fold's tables are, with nothing in them, and a transaction is under way; may be
 *   the same
 * @failed: (nullable): is told of each event that can't be folded; %NULL if that is an error
 * @out_n_events: (out): how many events there are
 *
 * Folds the whole journal.
 *
 * Returns: whether that was done
 */
gboolean
galley_replay_fold (GalleyDb *from,
                    GalleyDb *into,
                    GalleyReplayFailedFunc failed,
                    gpointer user_data,
                    guint *out_n_events,
                    GError **error)
{
  g_auto (Purged) purged = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                             g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autoptr (GalleyStatement) rows = NULL;

  if (!collect_purged (from, &purged, error))
    return FALSE;

  rows = galley_db_query (from, error, GALLEY_REPLAY_EVENTS " ORDER BY e.id", "");
  return rows != NULL &&
         fold_rows (from, rows, into, &purged, failed, user_data, out_n_events, error);
}

/**
 * galley_replay_go_on:
 * @db: a connection to a library with a transaction under way, whose tables are the fold of all
 *   events before @first_event
 * @first_event: number of an event; none from it on has been purged
 * @index: is told of whatever may have other words afterwards
 *
 * Folds the rest of the journal.
 *
 * Returns: whether that was done
 */
gboolean
galley_replay_go_on (GalleyDb *db, gint64 first_event, GalleyIndex *index, GError **error)
{
  g_autoptr (GalleyFolding) folding = galley_folding_new (db);
  g_autoptr (GalleyStatement) rows = galley_db_query (
      db, error, GALLEY_REPLAY_EVENTS " WHERE e.id >= ?1 ORDER BY e.id", "i", first_event);
  int row;

  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      GalleyEvent event = galley_replay_read_event (rows);
      g_autoptr (GError) problem = NULL;

      if (!galley_folding_take (folding, &event, /* is_undoable= */ TRUE, &problem))
        return set_failed_error (error, &event, problem);
      galley_index_note (index, galley_kind_find (event.kind)->touches, event.subject);
    }

  return row == 0 && galley_folding_close (folding, error);
}
