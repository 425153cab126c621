/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"

#include "galley-companion.h"
#include "galley-moved-file.h"
#include "galley-records.h"
#include "galley-step.h"

/* What other programs do to a library that is open here, read from where everything that is done
 * stands: the journal.
 *
 * The library remembers up to which event whoever has it open was told. Events are numbered without
 * gaps, so as long as the last of those that were told still has its number, all that others did
 * since comes after it, and the tables are read again where these events touched them. It has
 * another number, or is gone, after events of another copy were merged in between, or a backup was
 * put in the library's place: then anything may be different.
 *
 * What is done here is told by its own outcome. It moves the mark on if nobody else wrote before
 * it; if somebody did, it is read once more with what they did, which costs a little and harms
 * nothing: outcomes say what is, and not what became different. */

static void
moment_clear (GalleyLibraryMoment *moment)
{
  g_clear_pointer (&moment->chain, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyLibraryMoment, moment_clear)

static gboolean
moment_is (const GalleyLibraryMoment *a, const GalleyLibraryMoment *b)
{
  return a->event == b->event && g_strcmp0 (a->chain, b->chain) == 0;
}

#define LAST_EVENT G_MAXINT64

/* Finds the last event up to @number. */
static gboolean
read_moment (GalleyDb *db, gint64 number, GalleyLibraryMoment *out_moment, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (
      db, error, "SELECT id, chain FROM event WHERE id <= ?1 ORDER BY id DESC LIMIT 1", "i",
      number);
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  if (row > 0)
    *out_moment = (GalleyLibraryMoment){ galley_sqlite.sqlite3_column_int64 (rows, 0),
                                         g_strdup (galley_db_column_text (rows, 1)) };
  return row >= 0;
}

/* Takes the chain's value out of @moment. */
static void
set_told (GalleyLibrary *self, GalleyLibraryMoment *moment)
{
  moment_clear (&self->told);
  self->told = (GalleyLibraryMoment){ moment->event, g_steal_pointer (&moment->chain) };
}

/**
 * galley_library_start_following:
 *
 * For opening: nobody has been told anything yet, and what is read from now on is not news.
 *
 * Returns: whether the journal could be read
 */
gboolean
galley_library_start_following (GalleyLibrary *self, GError **error)
{
  g_auto (GalleyLibraryMoment) now = { 0 };

  if (!read_moment (self->writer != NULL ? self->writer : self->reader, LAST_EVENT, &now, error))
    return FALSE;
  set_told (self, &now);
  return TRUE;
}

/**
 * galley_library_begin:
 * @self: a library whose writing lock is held
 *
 * Begins to write, unless the file is not where it was opened; waits for another program that is
 * writing.
 *
 * Returns: whether a transaction is under way
 */
gboolean
galley_library_begin (GalleyLibrary *self, GError **error)
{
  g_auto (GalleyLibraryMoment) now = { 0 };

  if (self->writer == NULL)
    {
      galley_db_set_path_error (self->path, SQLITE_READONLY, error);
      return FALSE;
    }
  if (!galley_db_begin (self->writer, error))
    return FALSE;
  if (!galley_moved_file_check (self->writer, error))
    {
      galley_db_rollback (self->writer);
      galley_moved_file_settle (self->writer);
      return FALSE;
    }
  if (!read_moment (self->writer, LAST_EVENT, &now, error))
    {
      galley_db_rollback (self->writer);
      return FALSE;
    }

  self->is_abreast = moment_is (&now, &self->told);
  return TRUE;
}

/**
 * galley_library_commit:
 * @self: a library whose writing lock is held
 *
 * Makes everything since galley_library_begin() durable, or nothing of it.
 *
 * Returns: whether it is durable
 */
gboolean
galley_library_commit (GalleyLibrary *self, GError **error)
{
  g_auto (GalleyLibraryMoment) now = { 0 };

  if (!read_moment (self->writer, LAST_EVENT, &now, error))
    {
      galley_db_rollback (self->writer);
      return FALSE;
    }
  if (!galley_db_commit (self->writer, error))
    return FALSE;

  if (self->is_abreast)
    set_told (self, &now);
  return TRUE;
}

/**
 * galley_library_get_log_path:
 *
 * Returns: (transfer full): the file that changes whenever anybody writes to the library
 */
char *
galley_library_get_log_path (GalleyLibrary *self)
{
  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  return galley_companion_get_path (self->path, "-wal");
}

/* What was done to one article; to what belongs to none, with an empty id. */
static GalleyStep *
ensure_step (GalleyLibrary *self, GHashTable *steps, GPtrArray *order, const char *article_id)
{
  const char *key = g_intern_string (article_id != NULL ? article_id : "");
  GalleyStep *step = g_hash_table_lookup (steps, key);

  if (step != NULL)
    return step;

  step = g_new (GalleyStep, 1);
  galley_step_init (step, self);
  g_hash_table_insert (steps, (gpointer) key, step);
  g_ptr_array_add (order, (gpointer) key);
  return step;
}

static void
step_free (gpointer data)
{
  galley_step_clear (data);
  g_free (data);
}

/* Notes what the events after @told touched. Sets *@out_known to FALSE if this version does not
 * know what one of them does. */
static gboolean
touch_all (GalleyLibrary *self,
           GHashTable *steps,
           GPtrArray *order,
           gboolean *out_known,
           GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (
      self->writer, error, "SELECT article, kind, subject FROM event WHERE id > ?1 ORDER BY id",
      "i", self->told.event);
  int row;

  *out_known = TRUE;
  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (self->writer, rows, error)) > 0)
    {
      GalleyStep *step = ensure_step (self, steps, order, galley_db_column_text (rows, 0));
      const GalleyKind *kind = galley_kind_find (galley_db_column_text (rows, 1));

      if (kind == NULL)
        *out_known = FALSE;
      else if (!galley_step_touch (step, kind, galley_db_column_text (rows, 2), error))
        return FALSE;
    }

  return row == 0;
}

/* All that there is, for whoever has the library open to begin anew with. */
static gboolean
add_whole (GalleyLibrary *self, GPtrArray *outcomes, GError **error)
{
  g_autoptr (GalleyOutcome) outcome = galley_outcome_new ();
  g_autoptr (GPtrArray) articles = galley_records_read_articles (self->writer, error);
  g_autoptr (GPtrArray) sources =
      articles != NULL ? galley_records_read_sources (self->writer, error) : NULL;

  if (sources == NULL)
    return FALSE;

  outcome->is_whole = TRUE;
  outcome->has_new_settings = TRUE;
  g_ptr_array_unref (outcome->articles);
  outcome->articles = g_steal_pointer (&articles);
  g_ptr_array_unref (outcome->sources);
  outcome->sources = g_steal_pointer (&sources);
  g_ptr_array_add (outcomes, g_steal_pointer (&outcome));
  return TRUE;
}

static gboolean
add_touched (GalleyLibrary *self, GPtrArray *outcomes, GError **error)
{
  g_autoptr (GHashTable) steps = g_hash_table_new_full (NULL, NULL, NULL, step_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  gboolean is_known;

  if (!touch_all (self, steps, order, &is_known, error))
    return FALSE;
  if (!is_known)
    return add_whole (self, outcomes, error);

  for (guint i = 0; i < order->len; i++)
    {
      const char *article_id = g_ptr_array_index (order, i);
      GalleyOutcome *outcome = galley_step_read (g_hash_table_lookup (steps, article_id),
                                                 *article_id != '\0' ? article_id : NULL, error);

      if (outcome == NULL)
        return FALSE;
      g_ptr_array_add (outcomes, outcome);
    }

  return TRUE;
}

static gboolean
follow (GalleyLibrary *self, GPtrArray *outcomes, GError **error)
{
  g_auto (GalleyLibraryMoment) now = { 0 };
  g_auto (GalleyLibraryMoment) before = { 0 };

  if (!read_moment (self->writer, LAST_EVENT, &now, error))
    return FALSE;
  if (moment_is (&now, &self->told))
    return TRUE;
  if (!read_moment (self->writer, self->told.event, &before, error))
    return FALSE;
  if (!(moment_is (&before, &self->told) ? add_touched (self, outcomes, error)
                                         : add_whole (self, outcomes, error)))
    return FALSE;

  set_told (self, &now);
  return TRUE;
}

/**
 * galley_library_follow:
 * @out_outcomes: (out) (transfer full) (element-type GalleyOutcome): what the library holds now
 *   where other programs have changed it since this was asked last, or the library was opened; none
 *   of them has a unit or a verb. Empty if nobody has
 * @error: (out) (optional): #GALLEY_STORE_ERROR_LOCKED if another program is writing just now: what
 *   it writes is to be had when it has finished
 *
 * Finds out what other programs did, and costs next to nothing if that is nothing. It never waits
 * for them. Of a library that can only be read nobody is told anything.
 *
 * Returns: whether that could be found out
 */
gboolean
galley_library_follow (GalleyLibrary *self, GPtrArray **out_outcomes, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GPtrArray) outcomes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_outcome_unref);
  gboolean done;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && out_outcomes != NULL, FALSE);

  /* A file shows that it is written to before what is written counts. Whoever gets this lock knows
   * that it does. */
  locker = g_mutex_locker_new (&self->write_lock);
  if (self->writer == NULL)
    {
      *out_outcomes = g_steal_pointer (&outcomes);
      return TRUE;
    }
  if (!galley_db_try_begin (self->writer, error))
    return FALSE;
  done = follow (self, outcomes, error);
  galley_db_rollback (self->writer);
  if (done)
    *out_outcomes = g_steal_pointer (&outcomes);

  return done;
}
