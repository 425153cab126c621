/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-records.h"

#include "galley-removal.h"

#include <glib/gi18n-lib.h>

#define ARTICLE_COLUMNS                                                                            \
  "SELECT id, title, archived, imported_at, changed_at, n_pending, n_confirmed, n_disputed,"       \
  " signed, (SELECT group_concat (r.reader, char (10)) FROM reading r"                             \
  " WHERE r.article = article.id AND r.gone = 0 AND r.ended_at = 0) FROM article WHERE gone = 0"
/* A step that was undone and done again goes by its own name, not by that of the doing again. */
#define REMOVALS                                                                                   \
  "SELECT a.id, a.title, a.n_pending + a.n_confirmed + a.n_disputed, u.id FROM article a"          \
  " JOIN event e ON e.id = a.gone_event JOIN unit u ON u.article = a.id AND u.last_unit = e.unit"  \
  " WHERE a.gone = 1 AND u.state = 'done' ORDER BY a.gone_event DESC"
#define SOURCE_COLUMNS                                                                             \
  "SELECT id, kind, terms, title, author, organisation, publisher, published, address, archived,"  \
  " contact, pseudonym, independence, reliability, attachment, attachment_name FROM source"
#define FIRST_SOURCE_TEXT                                                                          \
  3 /* of these columns; the texts stand in the order of GalleySourceText                          \
     */
#define DISMISSAL_COLUMNS                                                                          \
  "SELECT id, range_start, range_end, kind FROM dismissal"                                         \
  " WHERE gone = 0 AND draft = (SELECT a.draft FROM article a WHERE a.id = article)"

/**
 * galley_records_set_unknown_error:
 * @nick: a word that this version does not know
 *
 * Returns: %FALSE
 */
gboolean
galley_records_set_unknown_error (const char *nick, GError **error)
{
  g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED,
               _ ("The library holds the unknown word “%s”"), nick);
  return FALSE;
}

static GalleyArticle *
article_from_row (GalleyStatement *row)
{
  GalleyArticleFields fields = {
    .title = galley_db_column_text (row, 1),
    .archived = galley_sqlite.sqlite3_column_int (row, 2),
    .is_signed = galley_sqlite.sqlite3_column_int (row, 8),
    .imported_at = galley_sqlite.sqlite3_column_int64 (row, 3),
    .changed_at = galley_sqlite.sqlite3_column_int64 (row, 4),
    .n_with_status = {
      [GALLEY_STATUS_PENDING] = galley_sqlite.sqlite3_column_int (row, 5),
      [GALLEY_STATUS_CONFIRMED] = galley_sqlite.sqlite3_column_int (row, 6),
      [GALLEY_STATUS_DISPUTED] = galley_sqlite.sqlite3_column_int (row, 7),
    },
    .readers = galley_db_column_text (row, 9),
  };

  return galley_article_new (galley_db_column_text (row, 0), &fields);
}

/**
 * galley_records_read_articles:
 *
 * Returns: (transfer full) (element-type GalleyArticle): all articles, the archived ones too, last
 *   changed first; or %NULL
 */
GPtrArray *
galley_records_read_articles (GalleyDb *db, GError **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error, ARTICLE_COLUMNS " ORDER BY changed_at DESC, no DESC", "");
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    g_ptr_array_add (articles, article_from_row (rows));

  return row == 0 ? g_steal_pointer (&articles) : NULL;
}

/**
 * galley_records_read_removals:
 *
 * Returns: (transfer full) (element-type GalleyRemoval): the articles that were removed, the last
 *   one first; or %NULL
 */
GPtrArray *
galley_records_read_removals (GalleyDb *db, GError **error)
{
  g_autoptr (GPtrArray) removals =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_removal_free);
  g_autoptr (GalleyStatement) rows = galley_db_query (db, error, REMOVALS, "");
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    g_ptr_array_add (removals, galley_removal_new (galley_db_column_text (rows, 0),
                                                   galley_db_column_text (rows, 1),
                                                   galley_sqlite.sqlite3_column_int (rows, 2),
                                                   galley_db_column_text (rows, 3)));

  return row == 0 ? g_steal_pointer (&removals) : NULL;
}

/**
 * galley_records_read_article:
 * @out_article: (out) (nullable): the article, or %NULL if it is not there
 *
 * Returns: whether the library could be read
 */
gboolean
galley_records_read_article (GalleyDb *db,
                             const char *id,
                             GalleyArticle **out_article,
                             GError **error)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error, ARTICLE_COLUMNS " AND id = ?1", "s", id);
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  if (row >= 0)
    *out_article = row > 0 ? article_from_row (rows) : NULL;
  return row >= 0;
}

static GalleyDismissal *
dismissal_from_row (GalleyStatement *row, GError **error)
{
  const char *nick = galley_db_column_text (row, 3);
  GalleyRange range = { galley_sqlite.sqlite3_column_int64 (row, 1),
                        galley_sqlite.sqlite3_column_int64 (row, 2) };
  GalleyDismissalKind kind;

  if (!galley_dismissal_kind_from_nick (nick, &kind))
    {
      galley_records_set_unknown_error (nick, error);
      return NULL;
    }

  return galley_dismissal_new (galley_db_column_text (row, 0), range, kind);
}

/**
 * galley_records_read_dismissals:
 *
 * Returns: (transfer full) (element-type GalleyDismissal): the dismissals of an article, in no
 *   order; or %NULL
 */
GPtrArray *
galley_records_read_dismissals (GalleyDb *db, const char *article_id, GError **error)
{
  g_autoptr (GPtrArray) dismissals =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_dismissal_unref);
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error, DISMISSAL_COLUMNS " AND article = ?1", "s", article_id);
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      GalleyDismissal *dismissal = dismissal_from_row (rows, error);

      if (dismissal == NULL)
        return NULL;
      g_ptr_array_add (dismissals, dismissal);
    }

  return row == 0 ? g_steal_pointer (&dismissals) : NULL;
}

/**
 * galley_records_read_dismissal:
 * @out_dismissal: (out) (nullable): the dismissal, or %NULL if it is not there
 *
 * Returns: whether the library could be read
 */
gboolean
galley_records_read_dismissal (GalleyDb *db,
                               const char *id,
                               GalleyDismissal **out_dismissal,
                               GError **error)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error, DISMISSAL_COLUMNS " AND id = ?1", "s", id);
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  if (row < 0)
    return FALSE;

  *out_dismissal = row > 0 ? dismissal_from_row (rows, error) : NULL;
  return row == 0 || *out_dismissal != NULL;
}

static GalleySource *
source_from_row (GalleyStatement *row, GError **error)
{
  const char *kind = galley_db_column_text (row, 1), *terms = galley_db_column_text (row, 2);
  GalleySourceFields fields = { 0 };

  if (!galley_source_kind_from_nick (kind, &fields.kind))
    {
      galley_records_set_unknown_error (kind, error);
      return NULL;
    }
  if (!galley_terms_from_nick (terms, &fields.terms))
    {
      galley_records_set_unknown_error (terms, error);
      return NULL;
    }
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    fields.texts[i] = galley_db_column_text (row, FIRST_SOURCE_TEXT + i);
  if (*fields.texts[GALLEY_SOURCE_TITLE] == '\0')
    /* Translators: in the place of the title of a source of which nothing is known any more */
    fields.texts[GALLEY_SOURCE_TITLE] = _ ("A source that was purged");

  return galley_source_new (galley_db_column_text (row, 0), &fields);
}

/**
 * galley_records_read_sources:
 *
 * Returns: (transfer full) (element-type GalleySource): the source log, newest first; or %NULL
 */
GPtrArray *
galley_records_read_sources (GalleyDb *db, GError **error)
{
  g_autoptr (GPtrArray) sources =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_source_unref);
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error, SOURCE_COLUMNS " WHERE gone = 0 ORDER BY no DESC", "");
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      GalleySource *source = source_from_row (rows, error);

      if (source == NULL)
        return NULL;
      g_ptr_array_add (sources, source);
    }

  return row == 0 ? g_steal_pointer (&sources) : NULL;
}

/**
 * galley_records_read_source:
 * @id: UUID
 * @gone_too: whether one that was taken out of the log counts
 * @out_source: (out) (nullable): the source, or %NULL if it is not there
 *
 * Returns: whether the library could be read
 */
gboolean
galley_records_read_source (GalleyDb *db,
                            const char *id,
                            gboolean gone_too,
                            GalleySource **out_source,
                            GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (
      db, error, SOURCE_COLUMNS " WHERE id = ?1 AND gone <= ?2", "si", id, (gint64) gone_too);
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  if (row < 0)
    return FALSE;

  *out_source = row > 0 ? source_from_row (rows, error) : NULL;
  return row == 0 || *out_source != NULL;
}
