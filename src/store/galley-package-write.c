/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"
#include "galley-package-manifest.h"

#include "galley-package-limits.h"
#include "galley-package-line.h"
#include "galley-replay.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A review package (`.galley`) is a copy of what was done to some articles, or to a whole library:
 * to hand on, to keep, and to merge. It is a zip archive (galley-package-sink.c) with
 *
 *   journal.jsonl   the events, one a line, in the order of their clocks; where clocks are equal in
 *                   that of replicas' ids, then of numbers (galley-package-line.c)
 *   blobs/<sha256>  texts, structures and original files of all drafts, and attachments, those of
 *                   earlier drafts and of changed sources too
 *   manifest.json   format ("galley-package") and its version, what wrote it, the ids of the
 *                   articles, whether it is a whole library, where events are left out, and the
 *                   SHA-256 of each other member
 *
 * The journal is the first member, so its name in the first header is what a package is known by
 * (data/org.galleydesk.Galley.mime.xml). An uncompressed member for that, as other formats have it,
 * would be one that packages from before do not have and their readers refuse.
 *
 * It is a function of the events that it holds: the same library and choice give the same bytes.
 * A whole library's package has all events. One of some articles has the events of these articles,
 * and all events of the sources that their claims use or used: who entered them and how they were
 * changed. Confidential sources come with their names: a package is a copy for the archive or for a
 * colleague, nothing to publish.
 *
 * What does not travel in a package of some articles: other articles, sources that only those use,
 * and the library's settings. An event is chained to its replica's event before, whatever that was
 * about, so something has to stand where it is left out. That is its chain value alone: a digest
 * over the one before, over two random UUIDs and all else, from which nothing can be guessed. The
 * digest of a body could not travel: a body may be as short as a status or a name, and whoever
 * suspects one would only have to try. So that of other work a package tells how many events a
 * replica appended meanwhile, by their numbers, and nothing else: neither of what, nor when, nor by
 * whom. ("left_out": replica, seq and chain of each event that is missing before one that is
 * there.) What is left out can come later by another package, and has to fit then.
 *
 * Where an article was purged, its events come without their bodies, in a whole library only.
 */

/* A package that is being written. */
typedef struct
{
  GalleyDb *db;
  GalleyPackageSink *sink;
  GalleyPackageManifest *manifest;
  GHashTable *last; /* replica to the number of its last event */
} Writing;

#define CHOSEN "(e.article IN (SELECT id FROM chosen) OR e.subject IN (SELECT id FROM chosen))"
#define CHOOSE_BLOBS "INSERT OR IGNORE INTO chosen_blob " GALLEY_PACKAGE_NAMED_BLOBS ("event")

/* All that the chosen articles' claims name as a source, or once named. */
#define CHOOSE_SOURCES                                                                             \
  "INSERT OR IGNORE INTO chosen SELECT v.value FROM event e,"                                      \
  " json_each (json_array (e.body ->> '$.to.source', e.body ->> '$.from.source')) v"               \
  " WHERE e.article IN (SELECT id FROM chosen) AND v.value IS NOT NULL"                            \
  " AND (e.kind LIKE 'evidence.%' OR e.kind LIKE 'query.%')"

static gboolean
choose (GalleyDb *db, const char *const *article_ids, GError **error)
{
  if (!galley_db_exec (db,
                       "CREATE TEMP TABLE chosen (id TEXT NOT NULL PRIMARY KEY);"
                       "CREATE TEMP TABLE chosen_blob (sha256 TEXT PRIMARY KEY);",
                       error))
    return FALSE;
  if (article_ids == NULL)
    return galley_db_exec (db, CHOOSE_BLOBS, error);

  for (guint i = 0; article_ids[i] != NULL; i++)
    if (!galley_db_run (db, error, "INSERT OR IGNORE INTO chosen (id) VALUES (?1)", "s",
                        article_ids[i]))
      return FALSE;

  return galley_db_exec (db, CHOOSE_SOURCES, error) &&
         galley_db_exec (db, CHOOSE_BLOBS " AND " CHOSEN, error);
}

static gboolean
check_articles (GalleyDb *db, const char *const *article_ids, GError **error)
{
  for (guint i = 0; article_ids[i] != NULL; i++)
    {
      g_autoptr (GalleyStatement) rows = galley_db_query (
          db, error, "SELECT 1 FROM article WHERE id = ?1 AND gone = 0", "s", article_ids[i]);
      int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

      if (row == 0)
        g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND,
                             _ ("There is no such article"));
      if (row <= 0)
        return FALSE;
    }

  return TRUE;
}

/* The articles in the order of their ids, as the manifest names them. */
static gboolean
list_articles (Writing *writing, gboolean is_whole, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (
      writing->db, error,
      is_whole ? "SELECT id FROM article ORDER BY id"
               : "SELECT id FROM article WHERE id IN (SELECT id FROM chosen) ORDER BY id",
      "");
  int row;

  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (writing->db, rows, error)) > 0)
    g_ptr_array_add (writing->manifest->articles, g_strdup (galley_db_column_text (rows, 0)));

  return row == 0;
}

/* Notes what stands in the place of the event before @event, which is left out. */
static gboolean
note_gap (Writing *writing, const GalleyEvent *event, GError **error)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (writing->db, error,
                       "SELECT e.chain FROM event e JOIN replica r ON r.no = e.replica"
                       " WHERE r.id = ?1 AND e.seq = ?2"
                       " UNION ALL SELECT chain FROM left_out WHERE replica = ?1 AND seq = ?2",
                       "si", event->replica, event->seq - 1);
  int row = rows != NULL ? galley_db_next (writing->db, rows, error) : -1;

  if (row == 0)
    g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED,
                         _ ("The library is damaged: its journal has a gap"));
  else if (row > 0)
    galley_package_manifest_add_gap (writing->manifest, event->replica, event->seq - 1,
                                     galley_db_column_text (rows, 0));
  return row > 0;
}

static gboolean
check_follows (Writing *writing, const GalleyEvent *event, GError **error)
{
  gint64 *last = g_hash_table_lookup (writing->last, event->replica);

  if (last == NULL)
    {
      last = g_new0 (gint64, 1);
      g_hash_table_insert (writing->last, g_strdup (event->replica), last);
    }
  if (event->seq != *last + 1 && !note_gap (writing, event, error))
    return FALSE;

  *last = event->seq;
  return TRUE;
}

static gboolean
write_events (Writing *writing, GalleyStatement *rows, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  int row;

  while ((row = galley_db_next (writing->db, rows, error)) > 0)
    {
      GalleyEvent event = galley_replay_read_event (rows);

      if (!check_follows (writing, &event, error))
        return FALSE;
      g_string_truncate (line, 0);
      galley_package_line_append (line, &event, galley_db_column_text (rows, 15),
                                  galley_db_column_text (rows, 16));
      if (!galley_package_sink_write (writing->sink, line->str, line->len, error))
        return FALSE;
    }

  return row == 0;
}

/* Ends the member @name and notes its digest. */
static gboolean
end_member (Writing *writing, const char *name, GError **error)
{
  char *sha256 = galley_package_sink_end (writing->sink, error);

  if (sha256 != NULL)
    g_hash_table_insert (writing->manifest->digests, g_strdup (name), sha256);
  return sha256 != NULL;
}

static gboolean
write_journal (Writing *writing, gboolean is_whole, GError **error)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (writing->db, error,
                       is_whole ? GALLEY_REPLAY_EVENTS " ORDER BY e.id"
                                : GALLEY_REPLAY_EVENTS " WHERE " CHOSEN " ORDER BY e.id",
                       "");

  return rows != NULL && galley_package_sink_begin (writing->sink, GALLEY_PACKAGE_JOURNAL, error) &&
         write_events (writing, rows, error) && end_member (writing, GALLEY_PACKAGE_JOURNAL, error);
}

static gboolean
write_blobs (Writing *writing, GError **error)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (writing->db, error,
                       "SELECT sha256, data FROM blob WHERE sha256 IN"
                       " (SELECT sha256 FROM chosen_blob) ORDER BY sha256",
                       "");
  int row;

  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (writing->db, rows, error)) > 0)
    {
      g_autofree char *name =
          g_strconcat (GALLEY_PACKAGE_BLOBS, galley_db_column_text (rows, 0), NULL);
      gconstpointer data = galley_sqlite.sqlite3_column_blob (rows, 1);
      gsize size_bytes = galley_sqlite.sqlite3_column_bytes (rows, 1);

      if (!galley_package_sink_begin (writing->sink, name, error) ||
          !galley_package_sink_write (writing->sink, data, size_bytes, error) ||
          !end_member (writing, name, error))
        return FALSE;
    }

  return row == 0;
}

static gboolean
write_manifest (Writing *writing, GError **error)
{
  g_autofree char *json = galley_package_manifest_to_json (writing->manifest);
  g_autofree char *sha256 = NULL;

  return galley_package_sink_begin (writing->sink, GALLEY_PACKAGE_MANIFEST, error) &&
         galley_package_sink_write (writing->sink, json, strlen (json), error) &&
         (sha256 = galley_package_sink_end (writing->sink, error)) != NULL &&
         galley_package_sink_finish (writing->sink, error);
}

/**
 * galley_library_write_package:
 * @article_ids: (nullable) (array zero-terminated=1): UUIDs of the articles that it is to hold;
 * %NULL for the whole library, with its settings and its purged articles
 * @stream: where it goes; it is not closed
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if there is no such article, and what may
 *   go wrong with a disk
 *
 * Writes a review package. What others do to the library meanwhile is not in it.
 *
 * Returns: whether it is complete
 */
gboolean
galley_library_write_package (GalleyLibrary *self,
                              const char *const *article_ids,
                              GOutputStream *stream,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GalleyDb) db = NULL;
  g_autoptr (GalleyPackageSink) sink = NULL;
  g_autoptr (GalleyPackageManifest) manifest = galley_package_manifest_new ();
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Writing writing = { .manifest = manifest, .last = last };
  gboolean done;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && G_IS_OUTPUT_STREAM (stream), FALSE);

  /* A connection of its own: nobody waits for it, and all of it is of one moment. */
  db = galley_db_open (self->path, self->writer != NULL ? GALLEY_DB_WRITE : GALLEY_DB_READ, error);
  if (db == NULL || !galley_db_exec (db, "BEGIN", error))
    return FALSE;

  sink = galley_package_sink_new (stream, cancellable);
  writing.db = db;
  writing.sink = sink;
  manifest->application = g_strdup ("Galley " GALLEY_VERSION);
  manifest->is_whole = article_ids == NULL;
  done = (article_ids == NULL || check_articles (db, article_ids, error)) &&
         choose (db, article_ids, error) && list_articles (&writing, article_ids == NULL, error) &&
         write_journal (&writing, article_ids == NULL, error) && write_blobs (&writing, error) &&
         write_manifest (&writing, error);
  galley_db_rollback (db);

  return done;
}
