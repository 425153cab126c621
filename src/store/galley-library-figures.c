/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"

#include "galley-event.h"
#include "galley-text-words.h"

#include <glib/gi18n-lib.h>

/* What #GalleyFigures are made of is read here, in one transaction. Times of verdicts need those
 * of the whole library, whatever article is asked for: who did something else in between has not
 * spent that time on it. */

#define ARTICLES                                                                                   \
  "SELECT a.id, a.title, a.archived, t.data, s.data FROM article a"                                \
  " JOIN draft d ON d.id = a.draft JOIN blob t ON t.sha256 = d.text"                               \
  " JOIN blob s ON s.sha256 = d.structure"                                                         \
  " WHERE a.gone = 0 AND iif (?1 IS NULL, a.archived = 0 OR ?2, a.id = ?1)"                        \
  " ORDER BY a.changed_at DESC, a.no"

#define CLAIMS                                                                                     \
  "SELECT c.id, c.article, c.status, c.category, c.checked_by, c.gone = 0 AND c.stands"            \
  " FROM claim c WHERE ?1 IS NULL OR c.article = ?1 ORDER BY c.no"

#define EVENTS                                                                                     \
  "SELECT e.subject, e.kind, e.clock, e.actor, e.unit,"                                            \
  " e.act = 'do' AND u.state = 'done', e.body ->> '$.to.status', e.body ->> '$.to.draft',"         \
  " e.body ->> '$.to.place', e.time FROM event e LEFT JOIN unit u ON u.id = e.unit"                \
  " WHERE e.kind = 'claim.status' OR e.kind = 'claim.add' OR e.kind = 'claim.place'"               \
  " OR e.kind = 'claim.stray' OR e.kind = 'claim.range' OR e.kind = 'claim.delete' OR e.kind = "   \
  "'claim.restore'"                                                                                \
  " OR e.kind = 'article.add' OR e.kind = 'article.draft' ORDER BY e.id"

static gboolean
find_kind (const char *name, GalleyFiguresEventKind *out_kind)
{
  static const struct
  {
    const char *name;
    GalleyFiguresEventKind kind;
  } kinds[] = {
    { "claim.status", GALLEY_FIGURES_STATUS },   { "claim.add", GALLEY_FIGURES_ADD },
    { "claim.stray", GALLEY_FIGURES_ADD },       { "claim.place", GALLEY_FIGURES_PLACE },
    { "claim.range", GALLEY_FIGURES_PLACE },     { "claim.delete", GALLEY_FIGURES_DELETE },
    { "claim.restore", GALLEY_FIGURES_RESTORE }, { "article.add", GALLEY_FIGURES_DRAFT },
    { "article.draft", GALLEY_FIGURES_DRAFT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (name, kinds[i].name) != 0)
        continue;
      *out_kind = kinds[i].kind;
      return TRUE;
    }

  return FALSE;
}

/* Words that stand in blocks that are checked: both come in the order of the text. */
static guint
count_words (GalleyDocument *document)
{
  guint n_blocks, n = 0, block = 0;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);
  g_autoptr (GArray) words = galley_text_find_words (galley_document_get_text (document));

  for (guint i = 0; i < words->len; i++)
    {
      guint start = g_array_index (words, GalleyRange, i).start;

      while (block < n_blocks && blocks[block].range.end <= start)
        block++;
      n += block < n_blocks && blocks[block].range.start <= start &&
           galley_block_role_is_checkable (blocks[block].role);
    }

  return n;
}

static gboolean
add_articles (GalleyDb *db,
              const GalleyFiguresScope *scope,
              GalleyFiguresBuilder *builder,
              guint *n_articles,
              GError **error)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error, ARTICLES, "si", scope->article_id, (gint64) scope->with_archived);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  int row;

  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      g_autoptr (GBytes) text = galley_db_column_bytes (rows, 3);
      g_autoptr (GBytes) structure = galley_db_column_bytes (rows, 4);
      g_autoptr (GalleyDocument) document = galley_document_load (text, structure, nothing, error);

      if (document == NULL)
        return FALSE;
      galley_figures_builder_add_article (
          builder, galley_db_column_text (rows, 0), galley_db_column_text (rows, 1),
          galley_sqlite.sqlite3_column_int64 (rows, 2) != 0, count_words (document));
      (*n_articles)++;
    }

  return row == 0;
}

static gboolean
add_claims (GalleyDb *db, const char *article_id, GalleyFiguresBuilder *builder, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (db, error, CLAIMS, "s", article_id);
  int row;

  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      GalleyFiguresClaim claim = {
        .id = galley_db_column_text (rows, 0),
        .article_id = galley_db_column_text (rows, 1),
        .category = galley_db_column_text (rows, 3),
        .checked_by = galley_db_column_text (rows, 4),
        .counts = galley_sqlite.sqlite3_column_int64 (rows, 5) != 0,
      };

      /* The table allows no other. */
      if (galley_status_from_nick (galley_db_column_text (rows, 2), &claim.status))
        galley_figures_builder_add_claim (builder, &claim);
    }

  return row == 0;
}

static gboolean
add_events (GalleyDb *db, GalleyFiguresBuilder *builder, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (db, error, EVENTS, "");
  int row;

  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      GalleyFiguresEvent event = {
        .subject = galley_db_column_text (rows, 0),
        .time = galley_clock_read (galley_sqlite.sqlite3_column_int64 (rows, 2),
                                   galley_db_column_text (rows, 9)),
        .actor = galley_db_column_text (rows, 3),
        .unit = galley_db_column_text (rows, 4),
        .is_done = galley_sqlite.sqlite3_column_int64 (rows, 5) != 0,
        .status = galley_db_column_text (rows, 6),
        .draft = galley_db_column_text (rows, 7),
        .place = galley_db_column_text (rows, 8),
      };

      if (find_kind (galley_db_column_text (rows, 1), &event.kind))
        galley_figures_builder_add_event (builder, &event);
    }

  return row == 0;
}

static GalleyFigures *
read_figures (GalleyDb *db, const GalleyFiguresScope *scope, GError **error)
{
  g_autoptr (GalleyFiguresBuilder) builder = galley_figures_builder_new (scope);
  guint n_articles = 0;

  if (!add_articles (db, scope, builder, &n_articles, error))
    return NULL;
  if (scope->article_id != NULL && n_articles == 0)
    {
      g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND,
                           _ ("There is no such article"));
      return NULL;
    }
  if (!add_claims (db, scope->article_id, builder, error) || !add_events (db, builder, error))
    return NULL;

  return galley_figures_builder_finish (builder);
}

/**
 * galley_library_read_figures:
 * @scope: what it is asked for
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if there is no such article
 *
 * Reads how the work on an article or on all of them stands and how it went. Linear in the number
 * of events and the length of the articles.
 *
 * Returns: (transfer full): what there is to tell; or %NULL
 */
GalleyFigures *
galley_library_read_figures (GalleyLibrary *self, const GalleyFiguresScope *scope, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  GalleyFigures *figures;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && scope != NULL, NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  if (!galley_db_exec (self->reader, "BEGIN", error))
    return NULL;
  figures = read_figures (self->reader, scope, error);
  galley_db_rollback (self->reader);

  return figures;
}
