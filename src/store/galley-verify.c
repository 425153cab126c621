/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"

#include "galley-digest.h"

#include "galley-index-check.h"
#include "galley-records.h"
#include "galley-replay.h"
#include "galley-schema.h"
#include "galley-tables.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is wrong beyond this many things is not worth naming one by one. */
#define MAX_PROBLEMS 100

/* A verification under way. */
typedef struct
{
  GalleyDb *db;
  GPtrArray *problems; /* (element-type utf8) */
  GHashTable *purged;  /* ids of purged articles and sources */
} Verification;

static void
verification_init (Verification *verification, GalleyDb *db)
{
  verification->db = db;
  verification->problems = g_ptr_array_new_with_free_func (g_free);
  verification->purged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
verification_clear (Verification *verification)
{
  g_clear_pointer (&verification->problems, g_ptr_array_unref);
  g_clear_pointer (&verification->purged, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Verification, verification_clear)

static void report (Verification *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
report (Verification *self, const char *format, ...)
{
  va_list arguments;

  if (self->problems->len >= MAX_PROBLEMS)
    return;

  va_start (arguments, format);
  g_ptr_array_add (self->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Reports each row that a PRAGMA gives, but for a lone "ok". */
static gboolean
check_pragma (Verification *self, const char *sql, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (self->db, error, sql, "");
  int row;

  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (self->db, rows, error)) > 0)
    if (g_strcmp0 (galley_db_column_text (rows, 0), "ok") != 0)
      report (self, _ ("The file is damaged: %s"), galley_db_column_text (rows, 0));

  return row == 0;
}

static gboolean
collect (Verification *self, const char *sql, GHashTable *set, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (self->db, error, sql, "");
  int row;

  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (self->db, rows, error)) > 0)
    g_hash_table_add (set, g_strdup (galley_db_column_text (rows, 0)));

  return row == 0;
}

static gboolean
is_purged (Verification *self, const GalleyEvent *event)
{
  return (event->article != NULL && g_hash_table_contains (self->purged, event->article)) ||
         g_hash_table_contains (self->purged, event->subject);
}

/* Names an event for people: "replica:seq". */
static char *
identify (const char *replica, gint64 seq)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, replica, seq);
}

static void
check_event (Verification *self,
             const GalleyEvent *event,
             const char *stated_digest,
             const char *stated_chain,
             const char *previous_chain)
{
  g_autofree char *chain = galley_event_chain (event, stated_digest, previous_chain);
  g_autofree char *name = identify (event->replica, event->seq);
  g_autofree char *digest = NULL;

  if (!g_str_equal (chain, stated_chain))
    report (self, _ ("Event %s does not follow from the one before it"), name);

  if (event->body == NULL)
    {
      if (!is_purged (self, event))
        report (self, _ ("Event %s has lost its content"), name);
      return;
    }

  digest = galley_event_digest (event);
  if (!g_str_equal (digest, stated_digest))
    report (self, _ ("Event %s was changed after it was written"), name);
}

/* Of what was done in this copy no package can have left out anything: whoever takes an event away
 * and calls it left out would not be found by the chain, nor by its seal. */
#define LEFT_OUT                                                                                   \
  "SELECT chain FROM left_out WHERE replica = ?1 AND seq = ?2 AND NOT EXISTS (SELECT 1 FROM meta"  \
  " WHERE (key = 'replica' AND value = ?1)"                                                        \
  " OR (key = 'until:' || ?1 AND CAST (value AS INTEGER) >= ?3))"

/* What a package left out has left its chain value, from which @event has to follow. */
static gboolean
check_left_out (Verification *self,
                const GalleyEvent *event,
                gint64 expected_seq,
                char **chain,
                GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (self->db, error, LEFT_OUT, "sii",
                                                      event->replica, event->seq - 1, expected_seq);
  g_autofree char *name = identify (event->replica, expected_seq);
  int row = rows != NULL ? galley_db_next (self->db, rows, error) : -1;

  if (row == 0)
    report (self, _ ("Event %s is missing"), name);
  else if (row > 0)
    {
      g_free (*chain);
      *chain = g_strdup (galley_db_column_text (rows, 0));
    }
  return row >= 0;
}

static gboolean
check_chains (Verification *self, GError **error)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (self->db, error, GALLEY_REPLAY_EVENTS " ORDER BY e.replica, e.seq", "");
  g_autofree char *replica = NULL;
  g_autofree char *chain = NULL;
  gint64 seq = 0;
  int row;

  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (self->db, rows, error)) > 0)
    {
      GalleyEvent event = galley_replay_read_event (rows);

      if (g_strcmp0 (replica, event.replica) != 0)
        {
          g_free (replica);
          replica = g_strdup (event.replica);
          g_free (chain);
          chain = g_strdup (GALLEY_EVENT_FIRST_CHAIN);
          seq = 0;
        }
      if (event.seq != ++seq && !check_left_out (self, &event, seq, &chain, error))
        return FALSE;
      seq = event.seq;
      check_event (self, &event, galley_db_column_text (rows, 15), galley_db_column_text (rows, 16),
                   chain);
      g_free (chain);
      chain = g_strdup (galley_db_column_text (rows, 16));
    }

  return row == 0;
}

/* For galley_replay_fold(). */
static void
report_failed (const GalleyEvent *event, const GError *problem, gpointer user_data)
{
  g_autofree char *name = identify (event->replica, event->seq);

  report (user_data, _ ("Event %s can’t be applied: %s"), name, problem->message);
}

/* Folds the whole journal into the empty tables of @fold. */
static gboolean
fold_all (Verification *self, GalleyDb *fold, guint *out_n_events, GError **error)
{
  return galley_db_begin (fold, error) &&
         galley_replay_fold (self->db, fold, report_failed, self, out_n_events, error) &&
         galley_db_commit (fold, error);
}

static gboolean
rows_equal (GalleyStatement *a, GalleyStatement *b)
{
  for (int i = 0; i < galley_sqlite.sqlite3_column_count (a); i++)
    {
      if (galley_sqlite.sqlite3_column_type (a, i) != galley_sqlite.sqlite3_column_type (b, i) ||
          g_strcmp0 (galley_db_column_text (a, i), galley_db_column_text (b, i)) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Compares what two connections hold under @sql, whose first column is an id and its order. */
static gboolean
compare_rows (Verification *self,
              GalleyDb *fold,
              const char *table,
              const char *sql,
              GError **error)
{
  g_autoptr (GalleyStatement) have = galley_db_query (self->db, error, sql, "");
  g_autoptr (GalleyStatement) want = galley_db_query (fold, error, sql, "");
  int have_row, want_row;

  if (have == NULL || want == NULL)
    return FALSE;

  have_row = galley_db_next (self->db, have, error);
  want_row = galley_db_next (fold, want, error);
  while (have_row > 0 || want_row > 0)
    {
      const char *have_id = have_row > 0 ? galley_db_column_text (have, 0) : NULL;
      const char *want_id = want_row > 0 ? galley_db_column_text (want, 0) : NULL;
      int order = have_id == NULL ? 1 : want_id == NULL ? -1 : strcmp (have_id, want_id);

      if (order < 0)
        report (self, _ ("The %s %s is not in the journal"), table, have_id);
      else if (order > 0)
        report (self, _ ("The %s %s is missing, but is in the journal"), table, want_id);
      else if (!rows_equal (have, want))
        report (self, _ ("The %s %s is not what the journal says"), table, have_id);

      if (order <= 0)
        have_row = galley_db_next (self->db, have, error);
      if (order >= 0)
        want_row = galley_db_next (fold, want, error);
      if (have_row < 0 || want_row < 0)
        return FALSE;
    }

  return have_row == 0 && want_row == 0;
}

/* All columns of a fold's table but its row number, which only this file knows; the id first. */
static char *
make_comparison (GalleyDb *fold, const char *table, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (
      fold, error, "SELECT name FROM pragma_table_info (?1) WHERE name NOT IN ('no', 'id')", "s",
      table);
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (fold, rows, error)) > 0)
    g_string_append_printf (sql, ", %s", galley_db_column_text (rows, 0));
  g_string_append_printf (sql, " FROM %s ORDER BY id", table);

  return row == 0 ? g_strdup (sql->str) : NULL;
}

static gboolean
check_fold (Verification *self, GError **error)
{
  g_autoptr (GalleyDb) fold = galley_replay_open_fold (error);
  guint n_events;

  if (fold == NULL || !fold_all (self, fold, &n_events, error))
    return FALSE;

  for (guint i = 0; i < galley_n_tables; i++)
    {
      const char *table = galley_tables[i].name;
      g_autofree char *sql = make_comparison (fold, table, error);

      if (sql == NULL || !compare_rows (self, fold, table, sql, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_blobs (Verification *self, GError **error)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (self->db, error, "SELECT sha256, data FROM blob", "");
  g_autoptr (GalleyStatement) missing = galley_db_query (
      self->db, error,
      "SELECT w.sha256 FROM (SELECT text AS sha256 FROM draft UNION SELECT structure FROM draft"
      " UNION SELECT original FROM draft"
      " UNION SELECT attachment FROM source WHERE attachment IS NOT NULL) w WHERE w.sha256 NOT IN "
      "(SELECT sha256 FROM blob)",
      "");
  int row;

  if (rows == NULL || missing == NULL)
    return FALSE;
  while ((row = galley_db_next (self->db, rows, error)) > 0)
    {
      g_autoptr (GBytes) data = galley_db_column_bytes (rows, 1);
      g_autofree char *sha256 = galley_digest_bytes (data);

      if (g_strcmp0 (sha256, galley_db_column_text (rows, 0)) != 0)
        report (self, _ ("The stored file %s is damaged"), galley_db_column_text (rows, 0));
    }
  if (row < 0)
    return FALSE;

  while ((row = galley_db_next (self->db, missing, error)) > 0)
    report (self, _ ("The stored file %s is missing"), galley_db_column_text (missing, 0));

  return row == 0;
}

static gboolean
check_format (Verification *self, GError **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_free);

  if (!galley_schema_compare (self->db, changed, error))
    return FALSE;
  for (guint i = 0; i < changed->len; i++)
    report (self, _ ("The library’s format was changed: “%s”"),
            (char *) g_ptr_array_index (changed, i));

  return TRUE;
}

static gboolean
collect_purged (Verification *self, GError **error)
{
  return collect (self, "SELECT subject FROM event WHERE kind IN ('article.purge', 'source.purge')",
                  self->purged, error);
}

static gboolean
check_all (Verification *self, GError **error)
{
  return check_pragma (self, "PRAGMA integrity_check", error) && check_format (self, error) &&
         check_pragma (self, "PRAGMA foreign_key_check", error) && collect_purged (self, error) &&
         check_chains (self, error) && check_fold (self, error) && check_blobs (self, error);
}

/* Every article is opened as a checker would open it: that each claim stands on its words. */
static gboolean
check_articles (GalleyLibrary *library, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) articles = galley_library_list_articles (library, error);

  if (articles == NULL)
    return FALSE;
  for (guint i = 0; i < articles->len; i++)
    {
      GalleyArticle *article = g_ptr_array_index (articles, i);
      g_autoptr (GError) load_error = NULL;
      g_autoptr (GalleyStoredArticle) stored =
          galley_library_load_article (library, galley_article_get_id (article), &load_error);

      if (stored == NULL)
        g_ptr_array_add (problems,
                         g_strdup_printf (_ ("The article “%s” can’t be opened: %s"),
                                          galley_article_get_title (article), load_error->message));
    }

  return TRUE;
}

/* By a connection that may write, unless another program is just writing. */
static gboolean
collect_damaged (GalleyDb *db, GPtrArray *damaged, GError **error)
{
  gboolean done;

  if (!galley_db_try_begin (db, error))
    return FALSE;
  done = galley_index_check (db, damaged, error);
  galley_db_rollback (db);

  return done;
}

/* What can't be written to, or not now, is examined in a copy. */
static gboolean
collect_damaged_in_copy (GalleyLibrary *library, GPtrArray *damaged, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&library->read_lock);
  g_autoptr (GalleyDb) copy = galley_db_open (/* path= */ NULL, GALLEY_DB_MEMORY, error);

  return copy != NULL && galley_backup_copy_pages (library->reader, copy, error) &&
         collect_damaged (copy, damaged, error);
}

/* What is found by searching. */
static gboolean
check_index (GalleyLibrary *library, GPtrArray *problems, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&library->write_lock);
  g_autoptr (GPtrArray) damaged = g_ptr_array_new ();
  g_autoptr (GError) problem = NULL;

  if (library->writer == NULL || !collect_damaged (library->writer, damaged, &problem))
    {
      if (problem != NULL &&
          !g_error_matches (problem, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_LOCKED))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      if (!collect_damaged_in_copy (library, damaged, error))
        return FALSE;
    }

  for (guint i = 0; i < damaged->len; i++)
    g_ptr_array_add (problems, g_strdup_printf (_ ("The search index “%s” is damaged"),
                                                (char *) g_ptr_array_index (damaged, i)));
  return TRUE;
}

/**
 * galley_library_verify:
 * @error: (out) (optional): set if the library could not be read far enough to tell
 *
 * Proves that a library is what was done to it: the file is sound and of today's format, each
 * replica's chain of events holds, folding the journal from empty gives exactly the tables, each
 * stored file has its digest, each claim stands on its words, and searching finds what there is.
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each thing that is wrong, at most a
 *   few hundred; empty if nothing is; or %NULL
 */
GPtrArray *
galley_library_verify (GalleyLibrary *self, GError **error)
{
  g_auto (Verification) verification = { NULL };
  gboolean done;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  verification_init (&verification, self->reader);
  g_mutex_lock (&self->read_lock);
  done = galley_db_exec (self->reader, "BEGIN", error) && check_all (&verification, error);
  galley_db_rollback (self->reader);
  g_mutex_unlock (&self->read_lock);

  if (!done || !check_articles (self, verification.problems, error) ||
      !check_index (self, verification.problems, error))
    return NULL;

  return g_steal_pointer (&verification.problems);
}

/**
 * galley_library_renew_index:
 *
 * Makes the search index anew: it holds nothing that is not in the library besides.
 *
 * Returns: whether that is durable
 */
gboolean
galley_library_renew_index (GalleyLibrary *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), FALSE);

  locker = g_mutex_locker_new (&self->write_lock);
  if (!galley_library_begin (self, error))
    return FALSE;
  if (!galley_schema_renew_index (self->writer, error))
    {
      galley_db_rollback (self->writer);
      return FALSE;
    }

  return galley_library_commit (self, error);
}

/**
 * galley_library_replay:
 * @out_n_events: (out): how many events there are
 *
 * Folds the whole journal into empty tables in memory and forgets them: what merging and
 * verification rest on, to be measured by itself.
 *
 * Returns: whether all of it could be read and folded
 */
gboolean
galley_library_replay (GalleyLibrary *self, guint *out_n_events, GError **error)
{
  g_auto (Verification) verification = { NULL };
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GalleyDb) fold = galley_replay_open_fold (error);

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), FALSE);

  verification_init (&verification, self->reader);
  locker = g_mutex_locker_new (&self->read_lock);

  return fold != NULL && fold_all (&verification, fold, out_n_events, error);
}

/**
 * galley_library_list_seals:
 *
 * Returns: (transfer full) (element-type GalleySeal): the end of each replica's chain, in the order
 *   of their ids; or %NULL
 */
GPtrArray *
galley_library_list_seals (GalleyLibrary *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GPtrArray) seals = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_seal_free);
  g_autoptr (GalleyStatement) rows = NULL;
  int row;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  rows = galley_db_query (self->reader, error,
                          "SELECT r.id, e.seq, e.chain FROM event e JOIN replica r"
                          " ON r.no = e.replica WHERE e.seq ="
                          " (SELECT max (seq) FROM event WHERE replica = r.no) ORDER BY r.id",
                          "");
  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (self->reader, rows, error)) > 0)
    g_ptr_array_add (seals, galley_seal_new (galley_db_column_text (rows, 0),
                                             galley_sqlite.sqlite3_column_int64 (rows, 1),
                                             galley_db_column_text (rows, 2)));

  return row == 0 ? g_steal_pointer (&seals) : NULL;
}
