/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"

#include "galley-records.h"
#include "galley-sign-offs.h"

#include <glib/gi18n-lib.h>

/**
 * galley_library_list_articles:
 *
 * Returns: (transfer full) (element-type GalleyArticle): all articles, last changed first; or %NULL
 */
GPtrArray *
galley_library_list_articles (GalleyLibrary *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  return galley_records_read_articles (self->reader, error);
}

/**
 * galley_library_list_removals:
 *
 * Returns: (transfer full) (element-type GalleyRemoval): the articles that were removed and can be
 *   brought back, the last one first; or %NULL
 */
GPtrArray *
galley_library_list_removals (GalleyLibrary *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  return galley_records_read_removals (self->reader, error);
}

/**
 * galley_library_read_document:
 * @db: a connection of a library
 * @article_id: UUID
 * @draft_id: (nullable): one of its drafts; %NULL for the present one
 *
 * Returns: (transfer full): the draft, or %NULL
 */
GalleyDocument *
galley_library_read_document (GalleyDb *db,
                              const char *article_id,
                              const char *draft_id,
                              GError **error)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error,
                       "SELECT t.data, s.data, o.data FROM article a"
                       " JOIN draft d ON d.id = coalesce (?2, a.draft) AND d.article = a.id"
                       " JOIN blob t ON t.sha256 = d.text JOIN blob s ON s.sha256 = d.structure"
                       " JOIN blob o ON o.sha256 = d.original WHERE a.id = ?1",
                       "ss", article_id, draft_id);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) structure = NULL;
  g_autoptr (GBytes) original = NULL;
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  if (row < 0)
    return NULL;
  if (row == 0)
    {
      g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED,
                           _ ("The article’s draft is missing from the library"));
      return NULL;
    }

  text = galley_db_column_bytes (rows, 0);
  structure = galley_db_column_bytes (rows, 1);
  original = galley_db_column_bytes (rows, 2);
  return galley_document_load (text, structure, original, error);
}

/**
 * galley_library_check_quotes:
 * @db: a connection to the fold's tables
 * @document: the draft that is under check there
 *
 * A verdict is never shown on words that nobody checked: every claim has to stand where its quote
 * stands, or in the tray.
 *
 * Returns: whether that is so
 */
gboolean
galley_library_check_quotes (GalleyDb *db,
                             const char *article_id,
                             GalleyDocument *document,
                             GError **error)
{
  GalleyText *text = galley_document_get_text (document);
  const char *utf8 = galley_text_peek_utf8 (text, NULL);
  g_autoptr (GalleyStatement) rows = galley_db_query (
      db, error,
      "SELECT range_start, range_end, quote FROM claim WHERE article = ?1 AND gone = 0 AND stands",
      "s", article_id);
  int row;

  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      GalleyRange range = { galley_sqlite.sqlite3_column_int64 (rows, 0),
                            galley_sqlite.sqlite3_column_int64 (rows, 1) };
      const char *quote = galley_db_column_text (rows, 2);
      gsize size_bytes = galley_sqlite.sqlite3_column_bytes (rows, 2);
      gsize start_bytes;

      if (galley_text_has_range (text, range))
        {
          start_bytes = galley_text_to_bytes (text, range.start);
          if (galley_text_to_bytes (text, range.end) - start_bytes == size_bytes &&
              memcmp (utf8 + start_bytes, quote, size_bytes) == 0)
            continue;
        }
      g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED,
                   _ ("The library is damaged: the claim “%s” does not stand on these words"),
                   quote);
      return FALSE;
    }

  return row == 0;
}

/**
 * galley_library_read_stored:
 * @db: a connection of a library
 * @stored: what is to be filled
 *
 * Reads an article. What was filled in is left there if that fails.
 *
 * Returns: whether it is all there
 */
gboolean
galley_library_read_stored (GalleyDb *db,
                            const char *article_id,
                            GalleyStoredArticle *stored,
                            GError **error)
{
  g_autofree char *undo_unit = NULL;
  g_autofree char *redo_unit = NULL;

  if (!galley_records_read_article (db, article_id, &stored->article, error))
    return FALSE;
  if (stored->article == NULL)
    {
      g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND,
                           _ ("There is no such article"));
      return FALSE;
    }

  stored->document = galley_library_read_document (db, article_id, /* draft_id= */ NULL, error);
  if (stored->document == NULL ||
      !galley_library_check_quotes (db, article_id, stored->document, error))
    return FALSE;
  stored->claims = galley_records_read_claims (db, /* journal= */ db, article_id, error);
  stored->tray = stored->claims != NULL
                     ? galley_records_read_tray (db, /* journal= */ db, article_id, error)
                     : NULL;
  if (stored->tray == NULL)
    return FALSE;
  stored->dismissals = galley_records_read_dismissals (db, article_id, error);
  stored->readings =
      stored->dismissals != NULL ? galley_records_read_readings (db, article_id, error) : NULL;

  if (stored->readings == NULL)
    return FALSE;
  stored->moment = galley_db_get_text (db, GALLEY_LIBRARY_MOMENT, error);

  return stored->moment != NULL &&
         galley_records_read_undo (db, article_id, &stored->undo_verb, &undo_unit, error) &&
         galley_records_read_redo (db, article_id, &stored->redo_verb, &redo_unit, error);
}

/**
 * galley_library_load_article:
 * @article_id: UUID
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if there is no such article,
 *   %GALLEY_STORE_ERROR_DAMAGED if a claim does not stand on its words
 *
 * Returns: (transfer full): all that the library holds of the article; or %NULL
 */
GalleyStoredArticle *
galley_library_load_article (GalleyLibrary *self, const char *article_id, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GalleyStoredArticle) stored = g_new0 (GalleyStoredArticle, 1);
  gboolean done;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && article_id != NULL, NULL);

  /* One transaction, so that all parts are of the same moment. */
  locker = g_mutex_locker_new (&self->read_lock);
  if (!galley_db_exec (self->reader, "BEGIN", error))
    return NULL;
  done = galley_library_read_stored (self->reader, article_id, stored, error);
  if (done)
    {
      stored->sign_offs = galley_records_read_sign_offs (self->reader, article_id, error);
      done = stored->sign_offs != NULL;
    }
  galley_db_rollback (self->reader);

  return done ? g_steal_pointer (&stored) : NULL;
}

/**
 * galley_library_find_original:
 * @sha256: digest of a file's bytes
 * @out_article_id: (out) (nullable): the article that was made from such a file; %NULL if none was
 *
 * Returns: whether the library could be read
 */
gboolean
galley_library_find_original (GalleyLibrary *self,
                              const char *sha256,
                              char **out_article_id,
                              GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GalleyStatement) rows = NULL;
  int row;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && sha256 != NULL, FALSE);

  locker = g_mutex_locker_new (&self->read_lock);
  rows = galley_db_query (self->reader, error,
                          "SELECT a.id FROM draft d JOIN article a ON a.id = d.article"
                          " WHERE d.original = ?1 AND a.gone = 0 ORDER BY a.no DESC LIMIT 1",
                          "s", sha256);
  row = rows != NULL ? galley_db_next (self->reader, rows, error) : -1;
  if (row >= 0)
    *out_article_id = row > 0 ? g_strdup (galley_db_column_text (rows, 0)) : NULL;

  return row >= 0;
}

/**
 * galley_library_find_claim:
 * @prefix: a claim's id, or its beginning
 * @out_claim_id: (out) (nullable): the claim's id; %NULL if there is none or more than one
 * @out_article_id: (out) (nullable): the article's id
 *
 * Returns: whether the library could be read
 */
gboolean
galley_library_find_claim (GalleyLibrary *self,
                           const char *prefix,
                           char **out_claim_id,
                           char **out_article_id,
                           GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GalleyStatement) rows = NULL;
  g_autofree char *claim = NULL;
  g_autofree char *article = NULL;
  int row;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && prefix != NULL, FALSE);

  /* Ids are hexadecimal digits and hyphens, so "g" comes after all that begin with @prefix. */
  locker = g_mutex_locker_new (&self->read_lock);
  rows = galley_db_query (self->reader, error,
                          "SELECT id, article FROM claim WHERE id >= ?1 AND id < ?1 || 'g'"
                          " AND gone = 0 LIMIT 2",
                          "s", prefix);
  row = rows != NULL ? galley_db_next (self->reader, rows, error) : -1;
  if (row > 0)
    {
      claim = g_strdup (galley_db_column_text (rows, 0));
      article = g_strdup (galley_db_column_text (rows, 1));
      row = galley_db_next (self->reader, rows, error);
      if (row > 0)
        {
          g_clear_pointer (&claim, g_free);
          g_clear_pointer (&article, g_free);
        }
    }
  if (row < 0)
    return FALSE;

  *out_claim_id = g_steal_pointer (&claim);
  *out_article_id = g_steal_pointer (&article);
  return TRUE;
}

/**
 * galley_library_list_disagreements:
 * @article_id: (nullable): only those about claims of this article
 *
 * Returns: (transfer full) (element-type GalleyDisagreement): what nobody has decided about yet; or
 *   %NULL
 */
GPtrArray *
galley_library_list_disagreements (GalleyLibrary *self, const char *article_id, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  return galley_records_read_disagreements (self->reader, article_id, error);
}
