/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-merge-private.h"

#include <glib/gi18n-lib.h>

/* The events of a package stand in a table of their own until it is known which of them are new and
 * that they fit; what of the library's they would push on gets its new number then.
 *
 * Events are numbered from 1 without gaps in the order of (clock, replica, sequence), which is the
 * same wherever the same events are. So the numbers by which the tables name events, and the order
 * in which they are folded, do not depend on what came when: they are a function of the set of
 * events. A clock is greater than that of every event that was there when its event was appended,
 * so nothing is folded before what it was built on. */

#define INCOMING                                                                                   \
  "CREATE TEMP TABLE incoming (replica TEXT NOT NULL, seq INTEGER NOT NULL,"                       \
  " clock INTEGER NOT NULL, time TEXT NOT NULL, actor TEXT NOT NULL, article TEXT,"                \
  " subject TEXT NOT NULL, kind TEXT NOT NULL, base TEXT, unit TEXT NOT NULL, act TEXT NOT NULL,"  \
  " verb TEXT NOT NULL, target TEXT, digest TEXT NOT NULL, chain TEXT NOT NULL,"                   \
  " body TEXT CHECK (body IS NULL OR json_valid (body)), UNIQUE (replica, seq));"                  \
  "CREATE TEMP TABLE incoming_gap (replica TEXT NOT NULL, seq INTEGER NOT NULL,"                   \
  " chain TEXT NOT NULL, UNIQUE (replica, seq));"                                                  \
  "CREATE TEMP TABLE incoming_blob (sha256 TEXT PRIMARY KEY);"                                     \
  "CREATE TEMP TABLE place (place INTEGER PRIMARY KEY, old INTEGER, new INTEGER);"                 \
  "CREATE INDEX temp.place_by_old ON place (old) WHERE old IS NOT NULL"

#define PURGED "(SELECT subject FROM main.event WHERE kind IN ('article.purge', 'source.purge'))"

/* The tables are made once: whatever changes a schema costs all that was prepared on it. */
static gboolean
make_room (GalleyDb *db, GError **error)
{
  gint64 n_tables;

  return galley_db_get_int (db, "SELECT count(*) FROM temp.sqlite_schema WHERE name = 'incoming'",
                            &n_tables, error) &&
         (n_tables > 0 || galley_db_exec (db, INCOMING, error));
}

/* For galley_package_read_journal(). */
static gboolean
take_event (const GalleyPackageLine *line, gpointer user_data, GError **error)
{
  const GalleyEvent *event = &line->event;

  return galley_db_run (user_data, error,
                        "INSERT INTO incoming (replica, seq, clock, time, actor, article, subject,"
                        " kind, base, unit, act, verb, target, digest, chain, body)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,"
                        " ?16)",
                        "siisssssssssssss", event->replica, event->seq, event->clock, event->time,
                        event->actor, event->article, event->subject, event->kind, event->base,
                        event->unit, event->act, event->verb, event->target, line->digest,
                        line->chain, event->body);
}

static gboolean
take_gaps (GalleyDb *db, GalleyPackageManifest *manifest, GError **error)
{
  for (guint i = 0; i < manifest->gaps->len; i++)
    {
      const GalleyPackageGap *gap = g_ptr_array_index (manifest->gaps, i);

      if (!galley_db_run (db, error,
                          "INSERT INTO incoming_gap (replica, seq, chain) VALUES (?1, ?2, ?3)",
                          "sis", gap->replica, gap->seq, gap->chain))
        return FALSE;
    }

  return TRUE;
}

/**
 * galley_merge_take_in:
 * @db: a connection with a transaction under way
 *
 * Reads all events of a package.
 *
 * Returns: whether they are sound by themselves
 */
gboolean
galley_merge_take_in (GalleyDb *db,
                      GalleyPackageFile *file,
                      GalleyPackageManifest *manifest,
                      GalleyMergeResult *result,
                      GError **error)
{
  gint64 n_events;

  if (!make_room (db, error) || !take_gaps (db, manifest, error) ||
      !galley_package_read_journal (file, manifest, take_event, db, error) ||
      !galley_db_get_int (db, "SELECT count(*) FROM incoming", &n_events, error))
    return FALSE;

  result->n_events = n_events;
  return TRUE;
}

/* Sets *@out_text to what @sql gives first, or leaves it alone if that is no row. */
static gboolean
find_text (GalleyDb *db, const char *sql, char **out_text, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (db, error, sql, "");
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  if (row > 0)
    *out_text = g_strdup (galley_db_column_text (rows, 0));
  return row >= 0;
}

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT, message);
  return FALSE;
}

/* One number is one event, wherever it is. Two copies of a library's file that both went on have
 * the same identity, and their events can't be told apart. */
static gboolean
check_same_events (GalleyDb *db, GError **error)
{
  g_autofree char *event = NULL;

  if (!find_text (
          db,
          "WITH here AS (SELECT r.id AS replica, e.seq, e.chain FROM main.event e"
          "  JOIN main.replica r ON r.no = e.replica WHERE r.id IN (SELECT replica FROM incoming)"
          " UNION ALL SELECT replica, seq, chain FROM main.left_out),"
          " there AS (SELECT replica, seq, chain FROM incoming"
          " UNION ALL SELECT replica, seq, chain FROM incoming_gap)"
          "SELECT h.replica || ':' || h.seq FROM there t JOIN here h"
          " ON h.replica = t.replica AND h.seq = t.seq WHERE h.chain != t.chain LIMIT 1",
          &event, error))
    return FALSE;

  return event == NULL || refuse (error,
                                  _ ("Event %s is another one in the package than here: one of the "
                                     "two is a plain copy of the "
                                     "other’s library that went its own way"),
                                  event);
}

/* A purge is for whoever holds the article to decide: what would be destroyed here for good is
 * destroyed by nobody but the person at this library. */
static gboolean
check_purges (GalleyDb *db, GError **error)
{
  g_autofree char *article = NULL;
  g_autofree char *source = NULL;

  if (!find_text (db,
                  "SELECT a.title FROM incoming i JOIN main.article a ON a.id = i.subject"
                  " WHERE i.kind = 'article.purge' LIMIT 1",
                  &article, error) ||
      !find_text (db,
                  "SELECT s.title FROM incoming i JOIN main.source s ON s.id = i.subject"
                  " WHERE i.kind = 'source.purge' AND s.id NOT IN " PURGED " LIMIT 1",
                  &source, error))
    return FALSE;
  if (article != NULL)
    return refuse (error,
                   _ ("“%s” was purged where the package comes from, and is still here; purge it "
                      "here first, or import a package without it"),
                   article);

  return source == NULL ||
         refuse (error,
                 _ ("The source “%s” was purged where the package comes from, and is still in the "
                    "log here"),
                 source);
}

/* How many new events are dated so far ahead that a clock must have been wrong. */
static gboolean
count_astray (GalleyDb *db, GalleyMergeResult *result, GError **error)
{
  g_autofree char *latest =
      galley_clock_format (galley_clock_now_ms () + GALLEY_CLOCK_MAX_AHEAD_MS);
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error, "SELECT count(*) FROM incoming WHERE time > ?1", "s", latest);

  if (rows == NULL || galley_db_next (db, rows, error) <= 0)
    return FALSE;
  result->n_astray = galley_sqlite.sqlite3_column_int (rows, 0);
  return TRUE;
}

static gboolean
note_people (GalleyDb *db, GalleyMergeResult *result, GError **error)
{
  g_autoptr (GalleyStatement) articles = galley_db_query (
      db, error,
      "SELECT DISTINCT article, article NOT IN (SELECT id FROM main.article) FROM incoming"
      " WHERE article IS NOT NULL ORDER BY article",
      "");
  g_autoptr (GalleyStatement) people = galley_db_query (
      db, error,
      "SELECT actor, count(*), max (NOT " GALLEY_LIBRARY_IS_OWN (
          "incoming.replica",
          "incoming.seq") ")"
                          " FROM incoming GROUP BY actor ORDER BY count(*) DESC, actor",
      "");
  int row;

  if (articles == NULL || people == NULL)
    return FALSE;
  while ((row = galley_db_next (db, articles, error)) > 0)
    {
      g_ptr_array_add (result->articles, g_strdup (galley_db_column_text (articles, 0)));
      result->n_new_articles += galley_sqlite.sqlite3_column_int (articles, 1);
    }
  while (row == 0 && (row = galley_db_next (db, people, error)) > 0)
    {
      galley_merge_result_add_share (result, galley_db_column_text (people, 0),
                                     galley_sqlite.sqlite3_column_int (people, 1),
                                     galley_sqlite.sqlite3_column_int (people, 2));
      row = 0;
    }

  return row == 0;
}

/**
 * galley_merge_keep_new:
 *
 * Sees that the package and the library tell of one past, and leaves of the incoming events those
 * that are not here yet. What was purged here comes without its content.
 *
 * Returns: whether they can be merged
 */
gboolean
galley_merge_keep_new (GalleyDb *db, GalleyMergeResult *result, GError **error)
{
  gint64 n_new, n_without;

  if (!check_same_events (db, error) ||
      !galley_db_exec (db,
                       "DELETE FROM incoming WHERE EXISTS (SELECT 1 FROM main.event e"
                       " JOIN main.replica r ON r.no = e.replica"
                       " WHERE r.id = incoming.replica AND e.seq = incoming.seq)",
                       error) ||
      !check_purges (db, error) ||
      !galley_db_get_int (db,
                          "SELECT count(*) FROM incoming WHERE body IS NOT NULL"
                          " AND (article IN " PURGED " OR subject IN " PURGED ")",
                          &n_without, error) ||
      !galley_db_exec (
          db, "UPDATE incoming SET body = NULL WHERE article IN " PURGED " OR subject IN " PURGED,
          error) ||
      !galley_db_get_int (db, "SELECT count(*) FROM incoming", &n_new, error))
    return FALSE;

  result->n_new = n_new;
  result->n_without_content = n_without;
  return note_people (db, result, error) && count_astray (db, result, error);
}

/* For galley_package_read_blobs(): takes what the new events name. */
static gboolean
take_blob (const char *sha256, GBytes *bytes, gpointer user_data, GError **error)
{
  return galley_db_run (user_data, error,
                        "INSERT OR IGNORE INTO main.blob (sha256, data) SELECT ?1, ?2"
                        " WHERE ?1 IN (SELECT sha256 FROM incoming_blob)",
                        "sb", sha256, bytes);
}

/* Whatever the drafts and sources need, that came or was here, is here. */
static gboolean
check_blobs_there (GalleyDb *db, GError **error)
{
  g_autofree char *sha256 = NULL;

  if (!find_text (db,
                  "SELECT i.sha256 FROM incoming_blob i WHERE i.sha256 NOT IN"
                  " (SELECT sha256 FROM main.blob) AND i.sha256 IN"
                  " (SELECT text FROM main.draft UNION SELECT structure FROM main.draft"
                  " UNION SELECT original FROM main.draft"
                  " UNION SELECT attachment FROM main.source) LIMIT 1",
                  &sha256, error))
    return FALSE;

  return sha256 == NULL || refuse (error, _ ("The package lacks the file %s"), sha256);
}

/**
 * galley_merge_take_blobs:
 *
 * Reads all files of a package, and keeps those that the new events name.
 *
 * Returns: whether they are sound
 */
gboolean
galley_merge_take_blobs (GalleyDb *db,
                         GalleyPackageFile *file,
                         GalleyPackageManifest *manifest,
                         GError **error)
{
  return galley_db_exec (
             db, "INSERT OR IGNORE INTO incoming_blob " GALLEY_PACKAGE_NAMED_BLOBS ("incoming"),
             error) &&
         galley_package_read_blobs (file, manifest, take_blob, db, error);
}

/* The journal is append-only to everybody else: what sees to that is switched off for this
 * connection meanwhile. */
static gboolean
renumber (GalleyDb *db, GError **error)
{
  sqlite3 *handle = galley_db_get_handle (db);
  gboolean done;

  galley_sqlite.sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  done =
      galley_db_exec (db,
                      "UPDATE main.event SET id = -(SELECT place FROM place WHERE old = event.id)"
                      " WHERE id IN (SELECT old FROM place WHERE old != place);"
                      "UPDATE main.event SET id = -id WHERE id < 0",
                      error);
  galley_sqlite.sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);

  return done;
}

/* What comes before all that is new keeps its number, and is not looked at. */
static gboolean
find_places (GalleyDb *db, GError **error)
{
  return galley_db_exec (
      db,
      "WITH before (id) AS MATERIALIZED (SELECT coalesce ((SELECT e.id FROM main.event e"
      " WHERE e.clock < (SELECT min (clock) FROM incoming) ORDER BY e.id DESC LIMIT 1), 0))"
      " INSERT INTO place (place, old, new) SELECT (SELECT id FROM before) + row_number () OVER"
      " (ORDER BY clock, replica, seq), old, new FROM"
      " (SELECT e.clock, r.id AS replica, e.seq, e.id AS old, NULL AS new FROM main.event e"
      " JOIN main.replica r ON r.no = e.replica WHERE e.id > (SELECT id FROM before)"
      " UNION ALL SELECT clock, replica, seq, NULL, rowid FROM incoming)",
      error);
}

/* Of what is left out, only what the next event has to follow from. */
static gboolean
note_gaps (GalleyDb *db, GError **error)
{
  return galley_db_exec (db,
                         "INSERT OR IGNORE INTO main.left_out (replica, seq, chain)"
                         " SELECT replica, seq, chain FROM incoming_gap;"
                         "DELETE FROM main.left_out WHERE EXISTS (SELECT 1 FROM main.event e"
                         " JOIN main.replica r ON r.no = e.replica"
                         " WHERE r.id = left_out.replica AND e.seq = left_out.seq)",
                         error);
}

/* A purge tells that what came before it is not to be folded. */
static gboolean
find_first (GalleyDb *db, gint64 *out_first_event, GError **error)
{
  return galley_db_get_int (db,
                            "SELECT iif (EXISTS (SELECT 1 FROM place WHERE old != place) OR EXISTS"
                            " (SELECT 1 FROM incoming WHERE body IS NULL OR kind IN"
                            " ('article.purge', 'source.purge')), 0,"
                            " (SELECT min (place) FROM place WHERE new IS NOT NULL))",
                            out_first_event, error);
}

/**
 * galley_merge_append:
 * @out_first_event: (out): the number of the first new event if all come after those that were
 *   here, and have not been purged, so that the tables are the fold of what comes before it; else 0
 *
 * Puts the new events into the journal, each into its place. The tables are not those of the
 * journal afterwards, until it is folded anew, or from the first new event on.
 *
 * Returns: whether that was done
 */
gboolean
galley_merge_append (GalleyDb *db, gint64 *out_first_event, GError **error)
{
  return find_places (db, error) && find_first (db, out_first_event, error) &&
         (*out_first_event > 0 || renumber (db, error)) &&
         galley_db_exec (db,
                         "INSERT OR IGNORE INTO main.replica (id)"
                         " SELECT DISTINCT replica FROM incoming ORDER BY replica;"
                         "INSERT INTO main.event (id, replica, seq, clock, time, actor, article,"
                         " subject, kind, base, unit, act, verb, target, digest, chain, body)"
                         " SELECT p.place, r.no, i.seq, i.clock, i.time, i.actor, i.article,"
                         " i.subject, i.kind, i.base, i.unit, i.act, i.verb, i.target, i.digest,"
                         " i.chain, i.body FROM place p JOIN incoming i ON i.rowid = p.new"
                         " JOIN main.replica r ON r.id = i.replica ORDER BY p.place",
                         error) &&
         note_gaps (db, error);
}

#define MISPLACED(kind, article)                                                                   \
  "SELECT i.replica || ':' || i.seq FROM incoming i WHERE i.kind LIKE '" kind ".%'"                \
  " AND i.body IS NOT NULL AND i.article IS NOT (SELECT article FROM " article " = i.subject)"     \
  " LIMIT 1"
#define PART_MISPLACED(table)                                                                      \
  MISPLACED (table, "main." table " t JOIN main.claim c ON c.id = t.claim WHERE t.id")

/* Whoever makes a chain of his own could name another article than that of which something changes:
 * it would be counted there, and left out of packages of its own. */
static gboolean
check_subjects (GalleyDb *db, GError **error)
{
  static const char *const queries[] = {
    MISPLACED ("claim", "main.claim WHERE id"),
    MISPLACED ("dismissal", "main.dismissal WHERE id"),
    PART_MISPLACED ("evidence"),
    PART_MISPLACED ("note"),
    PART_MISPLACED ("query"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *event = NULL;

      if (!find_text (db, queries[i], &event, error))
        return FALSE;
      if (event != NULL)
        return refuse (error, _ ("Event %s of the package is about something of another article"),
                       event);
    }

  return TRUE;
}

/**
 * galley_merge_forget:
 *
 * Checks that the new events are about what they say they are, and that no file is missing from the
 * tables, which are the journal's again; and forgets the package.
 *
 * Returns: whether that was done
 */
gboolean
galley_merge_forget (GalleyDb *db, GError **error)
{
  return check_subjects (db, error) && check_blobs_there (db, error) &&
         galley_db_run (db, error, "DELETE FROM temp.incoming", "") &&
         galley_db_run (db, error, "DELETE FROM temp.incoming_gap", "") &&
         galley_db_run (db, error, "DELETE FROM temp.incoming_blob", "") &&
         galley_db_run (db, error, "DELETE FROM temp.place", "");
}
