/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-step.h"

#include "galley-digest.h"

#include "galley-records.h"

#include <glib/gi18n-lib.h>

static gboolean
put_blob (GalleyDb *db, GBytes *blob, GError **error)
{
  g_autofree char *sha256 = galley_digest_bytes (blob);

  return galley_db_run (db, error, "INSERT OR IGNORE INTO blob (sha256, data) VALUES (?1, ?2)",
                        "sb", sha256, blob);
}

/* Which article an action is about: the first one that a change names, or that has the claim which
 * a change is about. Out: %NULL if there is none. */
static gboolean
find_article (GalleyDb *db, const GalleyAction *action, char **out_article, GError **error)
{
  *out_article = NULL;
  for (guint i = 0; i < action->changes->len && *out_article == NULL; i++)
    {
      const GalleyChange *change = g_ptr_array_index (action->changes, i);
      g_autoptr (GalleyStatement) rows = galley_db_query (
          db, error, "SELECT coalesce (?1, (SELECT article FROM claim WHERE id = ?2))", "ss",
          change->article_id, change->subject_id);

      if (rows == NULL || galley_db_next (db, rows, error) < 0)
        return FALSE;
      *out_article = g_strdup (galley_db_column_text (rows, 0));
    }

  return TRUE;
}

/* Another program, or another step, may have given the article a draft that the person has not
 * seen yet. An article that is not there at all is its event's to report. */
static gboolean
check_text (GalleyDb *db, const GalleyAction *action, GError **error)
{
  g_autoptr (GalleyStatement) rows = NULL;
  g_autofree char *article = NULL;
  int row;

  if (action->expected_text == NULL)
    return TRUE;
  if (!find_article (db, action, &article, error))
    return FALSE;

  rows = galley_db_query (db, error,
                          "SELECT 1 FROM article a JOIN draft d ON d.id = a.draft"
                          " WHERE a.id = ?1 AND d.text IS NOT ?2",
                          "ss", article, action->expected_text);
  row = rows != NULL ? galley_db_next (db, rows, error) : -1;
  if (row > 0)
    g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                         _ ("The article has another draft by now"));

  return row == 0;
}

/* Whoever signs signs what he was shown, not what somebody else wrote down meanwhile. Where the
 * last event that was there has another number by now, something came before it that he does not
 * know.
 */
static gboolean
check_nothing_new (GalleyDb *db, const GalleyAction *action, GError **error)
{
  const GalleyChange *first = g_ptr_array_index (action->changes, 0);
  g_autoptr (GalleyStatement) rows = NULL;
  int row;

  if (action->expected_moment == NULL)
    return TRUE;

  rows = galley_db_query (db, error,
                          "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM event"
                          "  WHERE id = CAST (?2 AS INTEGER) AND id || ' ' || chain = ?2)"
                          " UNION ALL SELECT 1 FROM event WHERE id > CAST (?2 AS INTEGER)"
                          " AND (article = ?1 OR kind = 'source.change') LIMIT 1",
                          "ss", first->article_id, action->expected_moment);
  row = rows != NULL ? galley_db_next (db, rows, error) : -1;
  if (row > 0)
    g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                         _ ("The article was changed in the meantime, so nothing was done"));
  return row == 0;
}

/* In the order of GalleyExpected. A claim that is not where it was stands on no words. */
#define CLAIM_VALUES                                                                               \
  "SELECT iif (stands, quote, NULL), status, reason, note, correction, category, speaker,"         \
  " sentence, assignee, former ->> '$.status' FROM claim WHERE id = ?1 AND gone = 0"
/* As it is shown: who has not judged these words has written nothing, which is shown as pending. */
#define READING_VALUES                                                                             \
  "SELECT NULL, iif (has_words, coalesce (status, 'pending'), 'pending'),"                         \
  " iif (has_words, reason, NULL), iif (has_words, note, NULL), NULL, NULL, NULL, NULL, NULL, "    \
  "NULL"                                                                                           \
  " FROM (SELECT v.*, v.status IS NULL OR v.words = c.quote AS has_words"                          \
  "  FROM reading_verdict v JOIN claim c ON c.id = v.claim WHERE v.id = ?1)"

/* The first of what is expected of @id that is something else by now, or GALLEY_N_EXPECTED; -1 with
 * @error set. What is not there at all is its event's to report. */
static int
find_other_value (GalleyDb *db,
                  const char *id,
                  const GalleyExpectation *expectation,
                  GError **error)
{
  static const char *const queries[] = { CLAIM_VALUES, READING_VALUES };
  int row = 0;

  for (guint i = 0; i < G_N_ELEMENTS (queries) && row == 0; i++)
    {
      g_autoptr (GalleyStatement) rows = galley_db_query (db, error, queries[i], "s", id);

      row = rows != NULL ? galley_db_next (db, rows, error) : -1;
      for (GalleyExpected j = 0; j < GALLEY_N_EXPECTED && row > 0; j++)
        if (expectation->is_expected[j] &&
            g_strcmp0 (galley_db_column_text (rows, j), expectation->values[j]) != 0)
          return j;
    }

  return row >= 0 ? GALLEY_N_EXPECTED : -1;
}

static const char *
describe_other_value (GalleyExpected other)
{
  switch (other)
    {
    case GALLEY_EXPECTED_WORDS:
      return _ ("The claim stands on other words by now, so nothing was done");
    case GALLEY_EXPECTED_STATUS:
    case GALLEY_EXPECTED_FORMER:
      return _ ("The claim has another verdict by now, so nothing was done");
    default:
      return _ ("Somebody else wrote something else there meanwhile, so nothing was replaced");
    }
}

/* Nobody replaces what somebody else has written since they looked; a verdict is about words that
 * somebody has read, and a reason for the verdict that its writer was shown. */
static gboolean
check_expectations (GalleyDb *db, const GalleyAction *action, GError **error)
{
  int first = GALLEY_N_EXPECTED;
  GHashTableIter iter;
  gpointer id, expectation;

  if (action->expectations == NULL)
    return TRUE;

  g_hash_table_iter_init (&iter, action->expectations);
  while (g_hash_table_iter_next (&iter, &id, &expectation))
    {
      int other = find_other_value (db, id, expectation, error);

      if (other < 0)
        return FALSE;
      first = MIN (first, other);
    }

  if (first < GALLEY_N_EXPECTED)
    g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                         describe_other_value (first));
  return first == GALLEY_N_EXPECTED;
}

/* A source that is used stays in the log, whatever is undone or asked for. */
static gboolean
is_source_in_use (GalleyDb *db, const char *source, gboolean *out_in_use, GError **error)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error,
                       "SELECT 1 FROM evidence WHERE source = ?1 AND gone = 0"
                       " UNION ALL SELECT 1 FROM query WHERE source = ?1 AND gone = 0 LIMIT 1",
                       "s", source);
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  if (row >= 0)
    *out_in_use = row > 0;
  return row >= 0;
}

static gboolean
set_in_use_error (GError **error)
{
  g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                       _ ("This source is used for a claim, so it stays in the log"));
  return FALSE;
}

static gboolean
check_source_unused (GalleyStep *step, const GalleyChange *change, GError **error)
{
  gboolean in_use = FALSE;

  if (!g_str_equal (change->kind, "source.remove"))
    return TRUE;
  if (!is_source_in_use (step->library->writer, change->subject_id, &in_use, error))
    return FALSE;
  return !in_use || set_in_use_error (error);
}

/* Whoever moves the ends of a claim may not know of the verdict that it has got meanwhile: none
 * stays on words for which nobody gave it. */
static gboolean
take_moved_verdict (GalleyStep *step, const GalleyChange *change, GError **error)
{
  g_autoptr (GalleyStatement) rows = NULL;
  int row;

  if (!g_str_equal (change->kind, "claim.range"))
    return TRUE;

  rows = galley_db_query (step->library->writer, error,
                          "SELECT 1 FROM claim WHERE id = ?1 AND status != 'pending'", "s",
                          change->subject_id);
  row = rows != NULL ? galley_db_next (step->library->writer, rows, error) : -1;
  if (row > 0)
    return galley_step_append (step, "claim.status", /* article= */ NULL, change->subject_id,
                               "{\"status\":\"pending\"}", error);
  return row == 0;
}

static gboolean
carry_out (GalleyStep *step, gconstpointer data, GError **error)
{
  const GalleyAction *action = data;
  GalleyDb *db = step->library->writer;

  if (!check_text (db, action, error) || !check_nothing_new (db, action, error) ||
      !check_expectations (db, action, error))
    return FALSE;
  for (guint i = 0; i < action->blobs->len; i++)
    if (!put_blob (db, g_ptr_array_index (action->blobs, i), error))
      return FALSE;

  for (guint i = 0; i < action->changes->len; i++)
    {
      const GalleyChange *change = g_ptr_array_index (action->changes, i);

      if (!check_source_unused (step, change, error) ||
          !galley_step_append (step, change->kind, change->article_id, change->subject_id,
                               change->body, error))
        return FALSE;
    }
  for (guint i = 0; i < action->changes->len; i++)
    if (!take_moved_verdict (step, g_ptr_array_index (action->changes, i), error))
      return FALSE;

  return TRUE;
}

/**
 * galley_library_perform:
 * @actor: who does it
 * @action: what to do
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if something that the action would change
 *   is not there, %GALLEY_STORE_ERROR_CONFLICT if its offsets are another draft's; and what may go
 *   wrong with a disk
 *
 * Carries out an action: all of it or nothing.
 *
 * Returns: (transfer full): what the library holds afterwards, durably; or %NULL
 */
GalleyOutcome *
galley_library_perform (GalleyLibrary *self,
                        const char *actor,
                        GalleyAction *action,
                        GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (actor != NULL && action != NULL && action->changes->len > 0, NULL);

  locker = g_mutex_locker_new (&self->write_lock);
  if (!galley_library_begin (self, error))
    return NULL;

  return galley_step_end (
      self, galley_step_run (self, actor, action->verb, carry_out, action, error), error);
}

/* One event of the step that is to be reversed. */
typedef struct
{
  char *kind;
  char *article;
  char *subject;
  char *from;
} Reversal;

static void
reversal_free (gpointer data)
{
  Reversal *reversal = data;

  g_free (reversal->kind);
  g_free (reversal->article);
  g_free (reversal->subject);
  g_free (reversal->from);
  g_free (reversal);
}

/* What undo or redo reverses: the unit, and how. */
typedef struct
{
  const char *act;
  const char *unit;
} Reverse;

/* Whatever is done and came later must not lose its ground: a claim that somebody has noted
 * something about is not unmarked under the note, nor under its evidence, nor under what a second
 * reader found of it, and an article not taken out under its claims. */
static gboolean
check_nothing_built_on (GalleyDb *db, const char *unit, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (
      db, error,
      "WITH x AS (SELECT * FROM unit WHERE id = ?1),"
      " mine AS (SELECT e.subject, e.kind FROM x JOIN event e"
      "  ON e.id BETWEEN x.first_event AND x.last_event AND e.unit = x.last_unit),"
      " ground AS (SELECT subject FROM mine UNION ALL"
      "  SELECT v.id FROM mine JOIN (SELECT id, claim FROM evidence"
      "   UNION ALL SELECT id, claim FROM note UNION ALL SELECT id, claim FROM query"
      "   UNION ALL SELECT id, claim FROM reading_verdict) v"
      "  ON v.claim = mine.subject WHERE mine.kind IN ('claim.add', 'claim.stray', 'claim.restore')"
      " UNION ALL SELECT v.id FROM mine JOIN reading_verdict v ON v.reading = mine.subject"
      "  WHERE mine.kind IN ('reading.add', 'reading.restore'))"
      "SELECT 1 FROM x JOIN ground CROSS JOIN event later ON later.subject = ground.subject"
      "  AND later.id > x.last_event"
      " JOIN unit u ON u.id = coalesce (later.target, later.unit)"
      " WHERE u.id != x.id AND u.state = 'done'"
      " UNION ALL SELECT 1 FROM x JOIN mine CROSS JOIN unit u ON u.article = mine.subject"
      "  AND u.done_event > x.done_event"
      " WHERE mine.kind IN ('article.add', 'article.restore', 'article.draft')"
      "  AND u.state = 'done'"
      " UNION ALL SELECT 1 FROM x JOIN event later ON later.subject = x.article"
      "  AND later.kind = 'article.draft' AND later.id > x.last_event"
      " JOIN unit u ON u.id = coalesce (later.target, later.unit)"
      " WHERE u.id != x.id AND u.state = 'done' LIMIT 1",
      "s", unit);
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  if (row > 0)
    g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                         _ ("This can’t be undone any more, because something was changed since"));
  return row == 0;
}

/* The events that last did, undid or redid @unit, last one first. */
static GPtrArray *
read_reversals (GalleyDb *db, const char *unit, GError **error)
{
  g_autoptr (GPtrArray) reversals = g_ptr_array_new_with_free_func (reversal_free);
  g_autoptr (GalleyStatement) rows = galley_db_query (
      db, error,
      "SELECT e.kind, e.article, e.subject, e.body -> '$.from' FROM unit u"
      " JOIN event e ON e.id BETWEEN u.first_event AND u.last_event AND e.unit = u.last_unit"
      " WHERE u.id = ?1 ORDER BY e.id DESC",
      "s", unit);
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    {
      const GalleyKind *kind = galley_kind_find (galley_db_column_text (rows, 0));
      const char *from = galley_db_column_text (rows, 3);
      Reversal *reversal = g_new0 (Reversal, 1);

      g_ptr_array_add (reversals, reversal);
      if (kind == NULL || kind->inverse == NULL)
        {
          g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                               _ ("This can’t be undone"));
          return NULL;
        }
      reversal->kind = g_strdup (kind->inverse);
      reversal->article = g_strdup (galley_db_column_text (rows, 1));
      reversal->subject = g_strdup (galley_db_column_text (rows, 2));
      reversal->from = g_strdup (from != NULL ? from : "{}");
    }

  return row == 0 ? g_steal_pointer (&reversals) : NULL;
}

static gboolean
reverse_one (GalleyStep *step, const Reversal *reversal, gboolean *out_kept, GError **error)
{
  *out_kept = FALSE;
  if (g_str_equal (reversal->kind, "source.remove") &&
      !is_source_in_use (step->library->writer, reversal->subject, out_kept, error))
    return FALSE;

  return *out_kept || galley_step_append (step, reversal->kind, reversal->article,
                                          reversal->subject, reversal->from, error);
}

static gboolean
reverse (GalleyStep *step, gconstpointer data, GError **error)
{
  const Reverse *order = data;
  g_autoptr (GPtrArray) reversals = read_reversals (step->library->writer, order->unit, error);
  gboolean is_kept, all_kept = TRUE;

  if (reversals == NULL)
    return FALSE;

  galley_writer_set_target (step->writer, order->act, order->unit);
  for (guint i = 0; i < reversals->len; i++)
    if (!reverse_one (step, g_ptr_array_index (reversals, i), &is_kept, error))
      return FALSE;
    else
      all_kept = all_kept && is_kept;

  return !all_kept || set_in_use_error (error);
}

static gboolean
read_verb (GalleyDb *db, const char *unit, char **out_verb, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (
      db, error, "SELECT verb FROM unit WHERE id = ?1 AND state = 'done'", "s", unit);
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  if (row > 0)
    *out_verb = g_strdup (galley_db_column_text (rows, 0));
  else if (row == 0)
    g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                         _ ("This was undone already"));
  return row > 0;
}

static gboolean
set_nothing_error (const char *unit, const char *message, GError **error)
{
  if (unit != NULL)
    return TRUE;

  g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND, message);
  return FALSE;
}

/* Undo within the transaction that is under way. */
static GalleyOutcome *
undo (GalleyLibrary *self,
      const char *actor,
      const char *scope_id,
      const char *unit_id,
      GError **error)
{
  g_autofree char *unit = g_strdup (unit_id);
  g_autofree char *verb = NULL;
  Reverse order = { .act = "undo" };

  if (!(unit != NULL ? read_verb (self->writer, unit, &verb, error)
                     : galley_records_read_undo (self->writer, scope_id, &verb, &unit, error)) ||
      !set_nothing_error (unit, _ ("There is nothing to undo"), error) ||
      !check_nothing_built_on (self->writer, unit, error))
    return NULL;

  order.unit = unit;
  return galley_step_run (self, actor, verb, reverse, &order, error);
}

/**
 * galley_library_undo:
 * @actor: who does it
 * @scope_id: (nullable): the article whose last step is meant, or the second reading whose last
 *   judgement is; %NULL for the library's last step
 * @unit_id: (nullable): a certain step instead
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if there is nothing to undo,
 *   %GALLEY_STORE_ERROR_CONFLICT if something was built on it since
 *
 * Undoes a step by appending the inverse of each of its events.
 *
 * Returns: (transfer full): what the library holds afterwards; or %NULL
 */
GalleyOutcome *
galley_library_undo (GalleyLibrary *self,
                     const char *actor,
                     const char *scope_id,
                     const char *unit_id,
                     GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && actor != NULL, NULL);

  locker = g_mutex_locker_new (&self->write_lock);
  if (!galley_library_begin (self, error))
    return NULL;

  return galley_step_end (self, undo (self, actor, scope_id, unit_id, error), error);
}

/* Redo within the transaction that is under way. */
static GalleyOutcome *
redo (GalleyLibrary *self, const char *actor, const char *scope_id, GError **error)
{
  g_autofree char *unit = NULL;
  g_autofree char *verb = NULL;
  Reverse order = { .act = "redo" };

  if (!galley_records_read_redo (self->writer, scope_id, &verb, &unit, error) ||
      !set_nothing_error (unit, _ ("There is nothing to redo"), error))
    return NULL;

  order.unit = unit;
  return galley_step_run (self, actor, verb, reverse, &order, error);
}

/**
 * galley_library_redo:
 * @actor: who does it
 * @scope_id: (nullable): the article or second reading of which the last undone step is meant;
 * %NULL for the library's
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if there is nothing to redo
 *
 * Does again what was undone last.
 *
 * Returns: (transfer full): what the library holds afterwards; or %NULL
 */
GalleyOutcome *
galley_library_redo (GalleyLibrary *self, const char *actor, const char *scope_id, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && actor != NULL, NULL);

  locker = g_mutex_locker_new (&self->write_lock);
  if (!galley_library_begin (self, error))
    return NULL;

  return galley_step_end (self, redo (self, actor, scope_id, error), error);
}
