/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"

#include "galley-records-sessions.h"

#include <glib/gi18n-lib.h>

/**
 * galley_library_list_sessions:
 * @article_id: UUID
 *
 * Returns: (transfer full) (element-type GalleySession): the article's review sessions, oldest
 *   first; or %NULL
 */
GPtrArray *
galley_library_list_sessions (GalleyLibrary *self, const char *article_id, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  GPtrArray *sessions;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && article_id != NULL, NULL);

  /* One transaction, so that all parts are of the same moment. */
  locker = g_mutex_locker_new (&self->read_lock);
  if (!galley_db_exec (self->reader, "BEGIN", error))
    return NULL;
  sessions = galley_records_read_sessions (self->reader, article_id, error);
  galley_db_rollback (self->reader);

  return sessions;
}

/**
 * galley_library_find_session:
 * @prefix: a session's id, or its beginning
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if there is none, or more than one
 *
 * Returns: (transfer full): the session, or %NULL
 */
GalleySession *
galley_library_find_session (GalleyLibrary *self, const char *prefix, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GalleyStatement) rows = NULL;
  g_autofree char *id = NULL;
  int row;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && prefix != NULL, NULL);

  /* Ids are hexadecimal digits and hyphens, so "g" comes after all that begin with @prefix. */
  locker = g_mutex_locker_new (&self->read_lock);
  rows = galley_db_query (self->reader, error,
                          "SELECT id FROM session WHERE id >= ?1 AND id < ?1 || 'g' LIMIT 2", "s",
                          prefix);
  row = rows != NULL ? galley_db_next (self->reader, rows, error) : -1;
  if (row > 0)
    {
      id = g_strdup (galley_db_column_text (rows, 0));
      row = galley_db_next (self->reader, rows, error);
    }
  if (row < 0)
    return NULL;
  if (row > 0)
    g_clear_pointer (&id, g_free);

  return galley_records_read_session (self->reader, id != NULL ? id : "", error);
}

/**
 * galley_library_list_people:
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of all who did anything in the
 *   library, were present at a review session or are to check a claim, sorted; or %NULL
 */
GStrv
galley_library_list_people (GalleyLibrary *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GalleyStatement) rows = NULL;
  int row;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  rows = galley_db_query (self->reader, error,
                          "SELECT name FROM (SELECT DISTINCT actor AS name FROM event"
                          " UNION SELECT name FROM attendance UNION SELECT decider FROM decision"
                          " UNION SELECT assignee FROM claim WHERE assignee IS NOT NULL)"
                          " ORDER BY name COLLATE NOCASE, name",
                          "");
  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (self->reader, rows, error)) > 0)
    g_strv_builder_add (names, galley_db_column_text (rows, 0));

  return row == 0 ? g_strv_builder_end (names) : NULL;
}
