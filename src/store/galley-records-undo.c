/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-records.h"

#include "galley-library-private.h"

/* What undo and redo are about next.
 *
 * In an article, or the whole library, they go through the steps of the first checker. A second
 * reading has an undo of its own while it is under way: its reader takes back what they found, in
 * the order in which they found it, whatever somebody else does to the article meanwhile; and who
 * checks the article neither takes a judgement back unseen, nor the reading in which there is one.
 * Once a reading has ended its steps are among the others, in the order in which all were done. */

/* Whether a judgement "n" is younger than all of readings that are no longer under way; ?1 is the
 * article, or NULL. Most are, and of thousands nothing else has to be looked up then. */
#define IS_YOUNGER                                                                                 \
  "n.verb = 'read-claim' AND n.done_event > (SELECT coalesce (max (o.verdict_event), 0)"           \
  " FROM reading c CROSS JOIN reading_verdict o ON o.reading = c.id"                               \
  " WHERE (c.ended_at != 0 OR c.gone) AND (?1 IS NULL OR c.article = ?1))"

/* Of a unit "n": whether it is a reader's, of a reading under way. (For IN, SQLite would build a
 * temporary index each time.) */
#define IS_OF_READING                                                                              \
  IS_YOUNGER                                                                                       \
  " OR (n.verb = 'read-claim' OR n.verb = 'start-reading' OR n.verb = 'take-reading') AND EXISTS"  \
  " (SELECT 1 FROM event e LEFT JOIN reading_verdict v ON v.id = e.subject"                        \
  "  JOIN reading d ON d.id = coalesce (v.reading, e.subject) WHERE e.id = n.done_event"           \
  "  AND d.ended_at = 0 AND d.gone = 0 AND (v.id IS NOT NULL OR EXISTS"                            \
  "   (SELECT 1 FROM reading_verdict o WHERE o.reading = d.id AND o.status IS NOT NULL)))"
#define OF_CHECK(of) " FROM unit n WHERE " of "NOT (" IS_OF_READING ") AND "

/* The units of a reading's judgements. */
#define OF_READING(id)                                                                             \
  " FROM reading d JOIN unit n ON n.article = d.article"                                           \
  " JOIN event e ON e.id = n.done_event JOIN reading_verdict v ON v.id = e.subject"                \
  " AND v.reading = d.id WHERE d.id = " id " AND d.ended_at = 0 AND d.gone = 0"                    \
  " AND n.verb = 'read-claim' AND "

/* Of a unit "u" that was chosen by its place among all: its id and verb, if it was done in this
 * copy of the library, or in what has become of it. What somebody else did came by a package, and
 * is not taken back by going back one's own steps. (CROSS JOIN says that the unit comes first,
 * which SQLite then need not put into a table of its own.) */
#define IF_OWN(unit)                                                                               \
  "SELECT u.id, u.verb FROM (" unit ") u CROSS JOIN event e ON e.id = u.done_event"                \
  " CROSS JOIN replica r ON r.no = e.replica WHERE " GALLEY_LIBRARY_IS_OWN ("r.id", "e.seq")
#define LAST_DONE(units)                                                                           \
  IF_OWN ("SELECT n.*" units "n.state = 'done' ORDER BY n.done_event DESC LIMIT 1")
#define LAST_UNDONE(units)                                                                         \
  IF_OWN ("SELECT n.*" units "n.state = 'undone' AND n.first_event >"                              \
          " (SELECT max (n.done_event)" units "TRUE) ORDER BY n.first_event DESC LIMIT 1")

/* Whether an id is that of a second reading; -1 with an error. */
static int
is_reading (GalleyDb *db, const char *id, GError **error)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error, "SELECT 1 FROM reading WHERE id = ?1", "s", id);

  return rows != NULL ? galley_db_next (db, rows, error) : -1;
}

/* Reads (unit, verb) from the first row of a query by what it is about: @queries are those about
 * the library, an article and a second reading. */
static gboolean
read_unit (GalleyDb *db,
           const char *const *queries,
           const char *scope_id,
           char **out_verb,
           char **out_unit,
           GError **error)
{
  int of_reading = scope_id != NULL ? is_reading (db, scope_id, error) : 0;
  const char *sql = queries[scope_id == NULL ? 0 : of_reading > 0 ? 2 : 1];
  g_autoptr (GalleyStatement) rows = NULL;
  int row;

  if (of_reading < 0)
    return FALSE;
  rows = galley_db_query (db, error, sql, "s", scope_id);
  row = rows != NULL ? galley_db_next (db, rows, error) : -1;
  if (row < 0)
    return FALSE;

  *out_unit = row > 0 ? g_strdup (galley_db_column_text (rows, 0)) : NULL;
  *out_verb = row > 0 ? g_strdup (galley_db_column_text (rows, 1)) : NULL;
  return TRUE;
}

/**
 * galley_records_read_undo:
 * @scope_id: (nullable): an article, or a second reading; %NULL for the whole library
 * @out_verb: (out) (nullable): nick of the step that undo would undo; %NULL if there is none
 * @out_unit: (out) (nullable): its unit
 *
 * Undo goes back through the steps of an article, or the judgements of a reading that is under way,
 * in the order in which they were first done, up to one that came by a package: what others did
 * afterwards stands on it.
 *
 * Returns: whether the library could be read
 */
gboolean
galley_records_read_undo (GalleyDb *db,
                          const char *scope_id,
                          char **out_verb,
                          char **out_unit,
                          GError **error)
{
  static const char *const queries[] = { LAST_DONE (OF_CHECK ("")),
                                         LAST_DONE (OF_CHECK ("n.article = ?1 AND ")),
                                         LAST_DONE (OF_READING ("?1")) };

  return read_unit (db, queries, scope_id, out_verb, out_unit, error);
}

/**
 * galley_records_read_redo:
 * @scope_id: (nullable): an article, or a second reading; %NULL for the whole library
 * @out_verb: (out) (nullable): nick of the step that redo would do again; %NULL if there is none
 * @out_unit: (out) (nullable): its unit
 *
 * Redo does again what was undone last, until something new is done there.
 *
 * Returns: whether the library could be read
 */
gboolean
galley_records_read_redo (GalleyDb *db,
                          const char *scope_id,
                          char **out_verb,
                          char **out_unit,
                          GError **error)
{
  static const char *const queries[] = { LAST_UNDONE (OF_CHECK ("")),
                                         LAST_UNDONE (OF_CHECK ("n.article = ?1 AND ")),
                                         LAST_UNDONE (OF_READING ("?1")) };

  return read_unit (db, queries, scope_id, out_verb, out_unit, error);
}
