/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-step.h"
#include "galley-index.h"
#include "galley-tables.h"

/* The sources that nothing but @article_id uses: they go with it, unless they came into the log, or
 * were changed there, together with others. Such a step is the log's and stays whole. */
static GPtrArray *
find_own_sources (GalleyDb *db, const char *article_id, GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error,
                       "SELECT e.source FROM (SELECT source FROM evidence WHERE claim IN"
                       "  (SELECT id FROM claim WHERE article = ?1)"
                       " UNION SELECT source FROM query WHERE source IS NOT NULL AND claim IN"
                       "  (SELECT id FROM claim WHERE article = ?1)) e"
                       " WHERE NOT EXISTS (SELECT 1 FROM evidence o JOIN claim d"
                       "  ON d.id = o.claim WHERE o.source = e.source AND d.article != ?1)"
                       " AND NOT EXISTS (SELECT 1 FROM query o JOIN claim d"
                       "  ON d.id = o.claim WHERE o.source = e.source AND d.article != ?1)"
                       " AND NOT EXISTS (SELECT 1 FROM event x"
                       " JOIN unit u ON u.id = coalesce (x.target, x.unit) AND u.article IS NULL"
                       " JOIN event y ON y.id BETWEEN u.first_event AND u.last_event"
                       " AND y.unit = u.last_unit AND y.subject != x.subject"
                       " WHERE x.subject = e.source)",
                       "s", article_id);
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    g_ptr_array_add (sources, g_strdup (galley_db_column_text (rows, 0)));

  return row == 0 ? g_steal_pointer (&sources) : NULL;
}

static gboolean
destroy_source (GalleyDb *db, const char *source, GError **error)
{
  return galley_index_forget_source (db, source, error) &&
         galley_db_run (db, error, "DELETE FROM source WHERE id = ?1", "s", source) &&
         galley_db_run (db, error,
                        "DELETE FROM unit WHERE article IS NULL AND id IN"
                        " (SELECT coalesce (target, unit) FROM event WHERE subject = ?1)",
                        "s", source) &&
         galley_db_run (db, error, "UPDATE event SET body = NULL WHERE subject = ?1", "s", source);
}

static gboolean
destroy_article (GalleyDb *db, const char *article_id, GError **error)
{
  if (!galley_index_forget_article (db, article_id, error))
    return FALSE;
  for (guint i = 0; i < galley_n_tables; i++)
    {
      const GalleyTable *table = &galley_tables[i];
      g_autofree char *sql =
          g_strconcat ("DELETE FROM ", table->name, " WHERE ", table->of_article, NULL);

      if (table->of_article != NULL && !galley_db_run (db, error, sql, "s", article_id))
        return FALSE;
    }

  return galley_db_run (db, error, "UPDATE event SET body = NULL WHERE article = ?1", "s",
                        article_id);
}

static gboolean
forget_leftovers (GalleyDb *db, GError **error)
{
  return galley_db_exec (db,
                         "DELETE FROM blob WHERE sha256 NOT IN (SELECT text FROM draft"
                         " UNION SELECT structure FROM draft UNION SELECT original FROM draft"
                         " UNION SELECT attachment FROM source WHERE attachment IS NOT NULL)",
                         error) &&
         galley_index_forget_leftovers (db, error);
}

static gboolean
purge (GalleyStep *step, gconstpointer data, GError **error)
{
  const char *article_id = data;
  GalleyDb *db = step->library->writer;
  g_autoptr (GPtrArray) sources = find_own_sources (db, article_id, error);

  if (sources == NULL ||
      !galley_step_append (step, "article.purge", article_id, article_id, "{}", error))
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    if (!galley_step_append (step, "source.purge", article_id, g_ptr_array_index (sources, i), "{}",
                             error))
      return FALSE;

  if (!destroy_article (db, article_id, error))
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    if (!destroy_source (db, g_ptr_array_index (sources, i), error))
      return FALSE;

  return forget_leftovers (db, error);
}

/* The backups go first: if they can't, the article is still there and nothing is said to be gone.
 * No backup that still has it can be under way meanwhile. */
static GalleyOutcome *
commit_purge (GalleyLibrary *self, GalleyOutcome *outcome, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->backup_lock);

  if (outcome != NULL && !galley_backup_forget_all (self->path, error))
    g_clear_pointer (&outcome, galley_outcome_unref);

  return galley_step_end (self, outcome, error);
}

/**
 * galley_library_purge_article:
 * @actor: who does it
 * @article_id: UUID
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if there is no such article
 *
 * Destroys an article: its draft, claims, notes, the sources that nothing else uses, what the
 * journal told of them, the search index's words, the write-ahead log and all backups that were
 * made without being asked for. The journal keeps that the events happened, when and by whom, and
 * its chain still verifies. Nothing undoes this. Copies that somebody made elsewhere are beyond its
 * reach.
 *
 * Returns: (transfer full): what the library holds afterwards; or %NULL
 */
GalleyOutcome *
galley_library_purge_article (GalleyLibrary *self,
                              const char *actor,
                              const char *article_id,
                              GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && actor != NULL && article_id != NULL, NULL);

  locker = g_mutex_locker_new (&self->write_lock);
  if (!galley_library_begin (self, error))
    return NULL;
  outcome = galley_step_run (self, actor, "purge-article", purge, article_id, error);
  outcome = commit_purge (self, g_steal_pointer (&outcome), error);

  /* A reader in another program may hold the log; then its next checkpoint empties it. */
  if (outcome == NULL || !galley_db_exec (self->writer, "PRAGMA wal_checkpoint (TRUNCATE)", error))
    return NULL;

  return g_steal_pointer (&outcome);
}
