/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"

#include "galley-folding.h"
#include "galley-records.h"
#include "galley-replay.h"

#include <glib/gi18n-lib.h>

/* The drafts of an article are those that its steps brought, without the ones that were undone. A
 * draft was under check until the step that brought the next one began: what was true of it then is
 * in the journal, and is folded anew. */

static GPtrArray *
list_drafts (GalleyDb *db, const char *article_id, GError **error)
{
  g_autoptr (GPtrArray) drafts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_draft_entry_unref);
  g_autoptr (GalleyStatement) rows = galley_db_query (
      db, error,
      "SELECT d.id, d.title, d.text, e.verb, e.actor, e.time, u.done_event, length (b.data)"
      " FROM event e JOIN unit u ON u.id = e.unit AND u.state = 'done'"
      " JOIN draft d ON d.id = e.body ->> '$.to.draft' JOIN blob b ON b.sha256 = d.original"
      " WHERE e.subject = ?1 AND (e.kind = 'article.add' OR e.kind = 'article.draft')"
      " AND e.act = 'do' ORDER BY e.id",
      "s", article_id);
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    g_ptr_array_add (drafts, galley_draft_entry_new (&(GalleyDraftEntry){
                                 .number = drafts->len + 1,
                                 .id = (char *) galley_db_column_text (rows, 0),
                                 .title = (char *) galley_db_column_text (rows, 1),
                                 .text_sha256 = (char *) galley_db_column_text (rows, 2),
                                 .verb = (char *) galley_db_column_text (rows, 3),
                                 .actor = (char *) galley_db_column_text (rows, 4),
                                 .time = (char *) galley_db_column_text (rows, 5),
                                 .first_event = galley_sqlite.sqlite3_column_int64 (rows, 6),
                                 .size_bytes = galley_sqlite.sqlite3_column_int64 (rows, 7),
                             }));

  return row == 0 ? g_steal_pointer (&drafts) : NULL;
}

/**
 * galley_library_list_drafts:
 * @article_id: UUID
 *
 * Returns: (transfer full) (element-type GalleyDraftEntry): the drafts of an article, the present
 *   one last; empty if there is no such article; or %NULL
 */
GPtrArray *
galley_library_list_drafts (GalleyLibrary *self, const char *article_id, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && article_id != NULL, NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  return list_drafts (self->reader, article_id, error);
}

/* Folds what was done to an article, and to the source log, before the event @end. */
static gboolean
fold_until (GalleyDb *db, GalleyDb *into, const char *article_id, gint64 end, GError **error)
{
  g_autoptr (GalleyFolding) folding = galley_folding_new (into);
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error,
                       GALLEY_REPLAY_EVENTS " WHERE e.id < ?2 AND e.body IS NOT NULL"
                                            " AND (e.article = ?1 OR e.article IS NULL)"
                                            " ORDER BY e.id",
                       "si", article_id, end);
  int row;

  if (rows == NULL || !galley_db_begin (into, error))
    return FALSE;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      GalleyEvent event = galley_replay_read_event (rows);

      if (!galley_folding_take (folding, &event, /* is_undoable= */ FALSE, error))
        return FALSE;
    }

  return row == 0 && galley_folding_close (folding, error) && galley_db_commit (into, error);
}

static gboolean
read_draft (GalleyDb *db,
            const char *article_id,
            const char *draft_id,
            gint64 end,
            GalleyStoredArticle *stored,
            GError **error)
{
  g_autoptr (GalleyDb) fold = galley_replay_open_fold (error);

  if (fold == NULL || !fold_until (db, fold, article_id, end, error) ||
      !galley_records_read_article (fold, article_id, &stored->article, error))
    return FALSE;

  stored->document = galley_library_read_document (db, article_id, draft_id, error);
  if (stored->document == NULL ||
      !galley_library_check_quotes (fold, article_id, stored->document, error))
    return FALSE;
  stored->claims = galley_records_read_claims (fold, /* journal= */ db, article_id, error);
  stored->tray = stored->claims != NULL
                     ? galley_records_read_tray (fold, /* journal= */ db, article_id, error)
                     : NULL;
  stored->dismissals =
      stored->tray != NULL ? galley_records_read_dismissals (fold, article_id, error) : NULL;

  return stored->dismissals != NULL && stored->article != NULL;
}

static gboolean
find_and_read_draft (GalleyDb *db,
                     const char *article_id,
                     guint number,
                     GalleyStoredArticle *stored,
                     GError **error)
{
  g_autoptr (GPtrArray) drafts = list_drafts (db, article_id, error);
  const GalleyDraftEntry *draft, *next;

  if (drafts == NULL)
    return FALSE;
  if (number < 1 || number > drafts->len)
    {
      g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND,
                   _ ("The article has no draft %u"), number);
      return FALSE;
    }

  draft = g_ptr_array_index (drafts, number - 1);
  next = number < drafts->len ? g_ptr_array_index (drafts, number) : NULL;
  return read_draft (db, article_id, draft->id, next != NULL ? next->first_event : G_MAXINT64,
                     stored, error);
}

/**
 * galley_library_load_draft:
 * @article_id: UUID
 * @number: a draft, counted from 1
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if there is no such draft
 *
 * Reads an article as it was when the draft was last under check, with the verdicts of then.
 *
 * Returns: (transfer full): all that the library held of it; or %NULL
 */
GalleyStoredArticle *
galley_library_load_draft (GalleyLibrary *self,
                           const char *article_id,
                           guint number,
                           GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GalleyStoredArticle) stored = g_new0 (GalleyStoredArticle, 1);
  gboolean done;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && article_id != NULL, NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  if (!galley_db_exec (self->reader, "BEGIN", error))
    return NULL;
  done = find_and_read_draft (self->reader, article_id, number, stored, error);
  galley_db_rollback (self->reader);

  return done ? g_steal_pointer (&stored) : NULL;
}

static GalleyDocument *
find_and_read_document (GalleyDb *db, const char *article_id, guint number, GError **error)
{
  g_autoptr (GPtrArray) drafts = list_drafts (db, article_id, error);

  if (drafts == NULL)
    return NULL;
  if (number >= 1 && number <= drafts->len)
    return galley_library_read_document (
        db, article_id, ((GalleyDraftEntry *) g_ptr_array_index (drafts, number - 1))->id, error);

  g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND,
               _ ("The article has no draft %u"), number);
  return NULL;
}

/**
 * galley_library_load_draft_document:
 * @article_id: UUID
 * @number: a draft, counted from 1
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if there is no such draft
 *
 * Reads the text of a draft alone, which needs nothing to be folded.
 *
 * Returns: (transfer full): the draft; or %NULL
 */
GalleyDocument *
galley_library_load_draft_document (GalleyLibrary *self,
                                    const char *article_id,
                                    guint number,
                                    GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && article_id != NULL, NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  return find_and_read_document (self->reader, article_id, number, error);
}
