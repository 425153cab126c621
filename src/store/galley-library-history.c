/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"

#include "galley-history-values.h"
#include "galley-sign-offs.h"

#include <glib/gi18n-lib.h>

/* Evidence goes by the title of its source. What was done to evidence, notes, queries and points of
 * an agenda was about their claim, which goes by its words, also when it is gone. */
#define HISTORY_COLUMNS                                                                            \
  "SELECT r.id || ':' || e.seq, e.time, e.actor, e.article, e.subject, e.kind, e.verb, e.unit,"    \
  " e.act, " HISTORY_OLD_VALUE ", " HISTORY_NEW_VALUE                                              \
  ", e.chain, c.id, c.quote, " HISTORY_OLD_PLACE ", " HISTORY_NEW_PLACE ", " HISTORY_OLD_PARTS     \
  ", " HISTORY_NEW_PARTS " FROM event e JOIN replica r ON r.no = e.replica"                        \
  " LEFT JOIN evidence v ON v.id = e.subject LEFT JOIN source s ON s.id = v.source"                \
  " LEFT JOIN note n ON n.id = e.subject LEFT JOIN query q ON q.id = e.subject"                    \
  " LEFT JOIN reading_verdict w ON w.id = e.subject LEFT JOIN reading g ON g.id = w.reading"       \
  " LEFT JOIN decision d ON d.id = e.subject LEFT JOIN parking p ON p.id = e.subject"              \
  " LEFT JOIN point o ON o.id = p.session || ' ' || p.key"                                         \
  " LEFT JOIN claim c ON c.id = coalesce (v.claim, n.claim, q.claim, w.claim, d.claim, o.claim,"   \
  " e.subject)"

static GalleyHistoryEntry *
entry_from_row (GalleyStatement *row)
{
  GalleyHistoryFields fields = {
    .event_id = galley_db_column_text (row, 0),
    .time = galley_db_column_text (row, 1),
    .actor = galley_db_column_text (row, 2),
    .article_id = galley_db_column_text (row, 3),
    .subject_id = galley_db_column_text (row, 4),
    .kind = galley_db_column_text (row, 5),
    .verb = galley_db_column_text (row, 6),
    .unit_id = galley_db_column_text (row, 7),
    .act = galley_db_column_text (row, 8),
    .old_value = galley_db_column_text (row, 9),
    .new_value = galley_db_column_text (row, 10),
    .seal = galley_db_column_text (row, 11),
    .claim_id = galley_db_column_text (row, 12),
    .claim = galley_db_column_text (row, 13),
    .old_place = galley_db_column_text (row, 14),
    .new_place = galley_db_column_text (row, 15),
    .old_parts = galley_db_column_text (row, 16),
    .new_parts = galley_db_column_text (row, 17),
  };

  return galley_history_entry_new (&fields);
}

/**
 * galley_library_list_history:
 * @article_id: (nullable): only what concerns this article
 * @subject_id: (nullable): only what concerns this claim, and its evidence
 *
 * Returns: (transfer full) (element-type GalleyHistoryEntry): the events, oldest first; or %NULL
 */
GPtrArray *
galley_library_list_history (GalleyLibrary *self,
                             const char *article_id,
                             const char *subject_id,
                             GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GalleyStatement) rows = NULL;
  int row;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  if (subject_id != NULL)
    rows = galley_db_query (self->reader, error,
                            HISTORY_COLUMNS
                            " WHERE e.subject = ?1"
                            " OR e.subject IN (SELECT id FROM evidence WHERE claim = ?1"
                            " UNION ALL SELECT id FROM note WHERE claim = ?1"
                            " UNION ALL SELECT id FROM query WHERE claim = ?1"
                            " UNION ALL SELECT id FROM reading_verdict WHERE claim = ?1"
                            " UNION ALL SELECT id FROM decision WHERE claim = ?1)"
                            " ORDER BY e.id",
                            "s", subject_id);
  else
    rows = galley_db_query (self->reader, error,
                            HISTORY_COLUMNS " WHERE ?1 IS NULL OR e.article = ?1 ORDER BY e.id",
                            "s", article_id);
  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (self->reader, rows, error)) > 0)
    g_ptr_array_add (entries, entry_from_row (rows));

  return row == 0 ? g_steal_pointer (&entries) : NULL;
}

/**
 * galley_library_list_changes:
 * @sign_off_id: UUID of a sign-off
 *
 * Tells what a signature does not cover: what was done to the article, as far as it shows in a
 * report, that the signer's library did not hold. That may have happened before the signature.
 *
 * Returns: (transfer full) (element-type GalleyHistoryEntry): the events, oldest first; or %NULL
 */
GPtrArray *
galley_library_list_changes (GalleyLibrary *self, const char *sign_off_id, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GalleyStatement) rows = NULL;
  int row;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && sign_off_id != NULL, NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  rows = galley_db_query (
      self->reader, error,
      HISTORY_COLUMNS " WHERE e.id IN (" GALLEY_SIGN_OFF_CHANGES ("f.id = ?1") ") ORDER BY e.id",
      "s", sign_off_id);
  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (self->reader, rows, error)) > 0)
    g_ptr_array_add (entries, entry_from_row (rows));

  return row == 0 ? g_steal_pointer (&entries) : NULL;
}

/**
 * galley_library_list_sign_offs:
 * @article_id: (nullable): UUID; %NULL for all articles
 *
 * Returns: (transfer full) (element-type GalleySignOff): the sign-offs, those that ended too, in
 * the order of time; or %NULL
 */
GPtrArray *
galley_library_list_sign_offs (GalleyLibrary *self, const char *article_id, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);

  locker = g_mutex_locker_new (&self->read_lock);
  return galley_records_read_sign_offs (self->reader, article_id, error);
}

/* Each word is to begin a word of what is found; quoted, so that nothing is query syntax. */
static char *
quote_words (const char *words)
{
  GString *match = g_string_new (NULL);
  g_auto (GStrv) tokens = g_strsplit_set (words, " \t\r\n", -1);

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      g_auto (GStrv) parts = NULL;
      g_autofree char *quoted = NULL;

      if (tokens[i][0] == '\0')
        continue;
      parts = g_strsplit (tokens[i], "\"", -1);
      quoted = g_strjoinv ("\"\"", parts);
      g_string_append_printf (match, "\"%s\"* ", quoted);
    }

  return g_string_free (match, FALSE);
}

/* @words with the digit raised that a word of letters ends with, or NULL if there is none: many
 * type “km2” for “km²”. */
static char *
dup_raised (const char *words)
{
  static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autoptr (GString) changed = g_string_new (NULL);
  gboolean is_changed = FALSE;

  for (const char *p = words; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && p > words && g_ascii_isalpha (p[-1]) && !g_ascii_isalnum (p[1]))
      {
        g_string_append (changed, raised[*p - '0']);
        is_changed = TRUE;
      }
    else
      g_string_append_c (changed, *p);

  return is_changed ? g_string_free (g_steal_pointer (&changed), FALSE) : NULL;
}

static char *
make_match (const char *words)
{
  g_autofree char *match = quote_words (words);
  g_autofree char *raised = dup_raised (words);
  g_autofree char *raised_match = raised != NULL ? quote_words (raised) : NULL;

  return raised_match != NULL ? g_strconcat (match, "OR ", raised_match, NULL)
                              : g_steal_pointer (&match);
}

static gboolean
collect_hits (GalleyDb *db, const char *sql, const char *match, GPtrArray *hits, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (db, error, sql, "s", match);
  int row;

  if (rows == NULL)
    return FALSE;
  while ((row = galley_db_next (db, rows, error)) > 0)
    g_ptr_array_add (hits, galley_search_hit_new (
                               galley_db_column_text (rows, 0), galley_db_column_text (rows, 1),
                               galley_db_column_text (rows, 2), galley_db_column_text (rows, 3),
                               galley_db_column_text (rows, 4)));

  return row == 0;
}

/**
 * galley_library_search:
 * @words: what to look for; each word may be the beginning of one
 *
 * Looks through articles, claims with their reasons, notes and corrections, and sources. Case,
 * diacritics and the style of quotation marks make no difference.
 *
 * Returns: (transfer full) (element-type GalleySearchHit): at most 200 of each, best first; or
 * %NULL
 */
GPtrArray *
galley_library_search (GalleyLibrary *self, const char *words, GError **error)
{
  static const char *const queries[] = {
    "SELECT a.id, NULL, NULL, a.title, NULL FROM article_words w"
    " JOIN draft d ON d.no = w.rowid JOIN article a ON a.id = d.article"
    " WHERE article_words MATCH ?1 AND a.gone = 0 AND d.id = a.draft ORDER BY rank LIMIT 200",
    "SELECT a.id, c.id, NULL, a.title, c.quote FROM claim_words w JOIN claim c ON c.no = w.rowid"
    " JOIN article a ON a.id = c.article WHERE claim_words MATCH ?1 AND c.gone = 0 AND c.stands"
    " AND a.gone = 0 ORDER BY rank LIMIT 200",
    "SELECT NULL, NULL, s.id, s.title, s.address FROM source_words w"
    " JOIN source s ON s.no = w.rowid WHERE source_words MATCH ?1 AND s.gone = 0"
    " ORDER BY rank LIMIT 200",
  };
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GPtrArray) hits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_search_hit_unref);
  g_autofree char *match = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && words != NULL, NULL);

  match = make_match (words);
  if (match[0] == '\0')
    return g_steal_pointer (&hits);

  locker = g_mutex_locker_new (&self->read_lock);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    if (!collect_hits (self->reader, queries[i], match, hits, error))
      return NULL;

  return g_steal_pointer (&hits);
}
