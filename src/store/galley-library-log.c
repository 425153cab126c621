/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"

#include "galley-digest.h"

#include "galley-records.h"

#include <glib/gi18n-lib.h>

/**
 * galley_library_list_sources:
 *
 * Returns: (transfer full) (element-type GalleySource): the source log, newest first; or %NULL
 */
GPtrArray *
galley_library_list_sources (GalleyLibrary *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  return galley_records_read_sources (self->reader, error);
}

/**
 * galley_library_list_queries:
 * @open_only: whether those that have an answer or a decision are left out
 *
 * Returns: (transfer full) (element-type GalleyQueryPlace): the queries of all articles, those due
 *   first first; or %NULL
 */
GPtrArray *
galley_library_list_queries (GalleyLibrary *self, gboolean open_only, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  return galley_records_read_queries (self->reader, open_only, error);
}

/**
 * galley_library_list_uses:
 * @source_id: (nullable): UUID of a source; %NULL for all of the log
 *
 * Returns: (transfer full) (element-type GalleySourceUse): for which claims sources are used, in
 *   the order of articles and words; or %NULL
 */
GPtrArray *
galley_library_list_uses (GalleyLibrary *self, const char *source_id, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GPtrArray) uses =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_source_use_unref);
  g_autoptr (GalleyStatement) rows = NULL;
  int row;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  rows = galley_db_query (self->reader, error,
                          "SELECT e.source, c.id, a.id, a.title, c.quote FROM evidence e"
                          " JOIN claim c ON c.id = e.claim JOIN article a ON a.id = c.article"
                          " WHERE (?1 IS NULL OR e.source = ?1) AND e.gone = 0 AND c.gone = 0"
                          " AND a.gone = 0 ORDER BY a.no DESC, c.range_start, e.no",
                          "s", source_id);
  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (self->reader, rows, error)) > 0)
    g_ptr_array_add (uses, galley_source_use_new (
                               galley_db_column_text (rows, 0), galley_db_column_text (rows, 1),
                               galley_db_column_text (rows, 2), galley_db_column_text (rows, 3),
                               galley_db_column_text (rows, 4)));

  return row == 0 ? g_steal_pointer (&uses) : NULL;
}

/**
 * galley_library_list_settings:
 *
 * Returns: (transfer full) (element-type utf8 utf8): what the desk of this library wants, by the
 *   names of the settings that were changed; or %NULL
 */
GHashTable *
galley_library_list_settings (GalleyLibrary *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GHashTable) settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GalleyStatement) rows = NULL;
  int row;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  rows = galley_db_query (self->reader, error,
                          "SELECT id, value FROM setting WHERE value IS NOT NULL", "");
  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (self->reader, rows, error)) > 0)
    g_hash_table_insert (settings, g_strdup (galley_db_column_text (rows, 0)),
                         g_strdup (galley_db_column_text (rows, 1)));

  return row == 0 ? g_steal_pointer (&settings) : NULL;
}

/**
 * galley_library_read_attachment:
 * @sha256: digest of a file that was attached to a source, in hexadecimal
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if the library has no such file,
 *   %GALLEY_STORE_ERROR_DAMAGED if its bytes are others by now
 *
 * Returns: (transfer full): the file's bytes; or %NULL
 */
GBytes *
galley_library_read_attachment (GalleyLibrary *self, const char *sha256, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GalleyStatement) rows = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *digest = NULL;
  int row;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && sha256 != NULL, NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  rows =
      galley_db_query (self->reader, error, "SELECT data FROM blob WHERE sha256 = ?1", "s", sha256);
  row = rows != NULL ? galley_db_next (self->reader, rows, error) : -1;
  if (row < 0)
    return NULL;
  if (row == 0)
    {
      g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND,
                           _ ("The library has no such attachment"));
      return NULL;
    }

  bytes = galley_db_column_bytes (rows, 0);
  digest = galley_digest_bytes (bytes);
  if (!g_str_equal (digest, sha256))
    {
      g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED,
                           _ ("The attachment is damaged: it is not the file that was attached"));
      return NULL;
    }

  return g_steal_pointer (&bytes);
}
