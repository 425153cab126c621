/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-library-private.h"

#include "galley-journal.h"
#include "galley-records.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* A step under way: what it writes with and what has to be read again when it is done. */
typedef struct
{
  GalleyLibrary *library;
  GalleyWriter *writer;
  GPtrArray *claims;     /* (element-type utf8) ids */
  GPtrArray *dismissals; /* (element-type utf8) ids */
  GHashTable *seen;      /* the ids in both */
} Step;

/* Appends the events of a step. */
typedef gboolean (*StepFunc) (Step *step, gconstpointer data, GError **error);

static void
step_clear (Step *step)
{
  g_clear_pointer (&step->writer, galley_writer_free);
  g_clear_pointer (&step->claims, g_ptr_array_unref);
  g_clear_pointer (&step->dismissals, g_ptr_array_unref);
  g_clear_pointer (&step->seen, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, step_clear)

static void
note_touched (Step *step, GPtrArray *ids, const char *id)
{
  char *copy;

  if (id == NULL || g_hash_table_contains (step->seen, id))
    return;

  copy = g_strdup (id);
  g_ptr_array_add (ids, copy);
  g_hash_table_add (step->seen, copy);
}

static gboolean
note_evidence (Step *step, const char *evidence_id, GError **error)
{
  GalleyDb *db = step->library->writer;
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error, "SELECT claim FROM evidence WHERE id = ?1", "s", evidence_id);

  if (rows == NULL || galley_db_next (db, rows, error) <= 0)
    return FALSE;
  note_touched (step, step->claims, galley_db_column_text (rows, 0));
  return TRUE;
}

static gboolean
append (Step *step,
        const char *kind_name,
        const char *article,
        const char *subject,
        const char *to,
        GError **error)
{
  const GalleyKind *kind = galley_kind_find (kind_name);

  g_return_val_if_fail (kind != NULL, FALSE);

  if (!galley_writer_append (step->writer, kind, article, subject, to, error))
    return FALSE;

  switch (kind->touches)
    {
    case GALLEY_TOUCHES_CLAIM:
      note_touched (step, step->claims, subject);
      return TRUE;
    case GALLEY_TOUCHES_DISMISSAL:
      note_touched (step, step->dismissals, subject);
      return TRUE;
    case GALLEY_TOUCHES_EVIDENCE:
      return note_evidence (step, subject, error);
    case GALLEY_TOUCHES_ARTICLE:
    case GALLEY_TOUCHES_SOURCE:
    default:
      return TRUE;
    }
}

static gboolean
read_touched (Step *step, GalleyOutcome *outcome, GError **error)
{
  GalleyDb *db = step->library->writer;

  for (guint i = 0; i < step->claims->len; i++)
    {
      const char *id = g_ptr_array_index (step->claims, i);
      GalleyClaim *claim = NULL;

      if (!galley_records_read_claim (db, id, &claim, error))
        return FALSE;
      if (claim != NULL)
        g_ptr_array_add (outcome->claims, claim);
      else
        g_ptr_array_add (outcome->gone_claims, g_strdup (id));
    }

  for (guint i = 0; i < step->dismissals->len; i++)
    {
      const char *id = g_ptr_array_index (step->dismissals, i);
      GalleyDismissal *dismissal = NULL;

      if (!galley_records_read_dismissal (db, id, &dismissal, error))
        return FALSE;
      if (dismissal != NULL)
        g_ptr_array_add (outcome->dismissals, dismissal);
      else
        g_ptr_array_add (outcome->gone_dismissals, g_strdup (id));
    }

  return TRUE;
}

static gboolean
read_article (Step *step, GalleyOutcome *outcome, GError **error)
{
  GalleyDb *db = step->library->writer;
  g_autofree char *unit = NULL;
  GalleyArticle *article = NULL;

  if (outcome->article_id == NULL)
    return TRUE;
  if (!galley_records_read_article (db, outcome->article_id, &article, error))
    return FALSE;

  if (article != NULL)
    g_ptr_array_add (outcome->articles, article);
  else
    g_ptr_array_add (outcome->gone_articles, g_strdup (outcome->article_id));

  if (!galley_records_read_undo (db, outcome->article_id, &outcome->undo_verb, &unit, error))
    return FALSE;
  g_clear_pointer (&unit, g_free);
  return galley_records_read_redo (db, outcome->article_id, &outcome->redo_verb, &unit, error);
}

static GalleyOutcome *
read_outcome (Step *step, const char *verb, GError **error)
{
  g_autoptr (GalleyOutcome) outcome = galley_outcome_new ();

  outcome->verb = g_strdup (verb);
  outcome->unit_id = g_strdup (galley_writer_get_unit (step->writer));
  outcome->article_id = g_strdup (galley_writer_get_article (step->writer));
  if (!read_touched (step, outcome, error) || !read_article (step, outcome, error))
    return NULL;

  return g_steal_pointer (&outcome);
}

/* Runs @func in the transaction that is under way and reads what came of it. */
static GalleyOutcome *
run_in_transaction (GalleyLibrary *self,
                    const char *actor,
                    const char *verb,
                    StepFunc func,
                    gconstpointer data,
                    GError **error)
{
  g_auto (Step) step = { .library = self };

  step.claims = g_ptr_array_new_with_free_func (g_free);
  step.dismissals = g_ptr_array_new_with_free_func (g_free);
  step.seen = g_hash_table_new (g_str_hash, g_str_equal);
  step.writer = galley_writer_new (self->writer, self->replica, actor, verb, error);
  if (step.writer == NULL || !func (&step, data, error))
    return NULL;

  return read_outcome (&step, verb, error);
}

static GalleyOutcome *
end_transaction (GalleyLibrary *self, GalleyOutcome *outcome, GError **error)
{
  if (outcome == NULL)
    {
      galley_db_rollback (self->writer);
      return NULL;
    }
  if (galley_db_commit (self->writer, error))
    return outcome;

  galley_outcome_unref (outcome);
  return NULL;
}

/* An action with the blobs that its events speak of. */
typedef struct
{
  GalleyAction *action;
  GPtrArray *blobs; /* (nullable) (element-type GBytes) */
} Order;

static gboolean
put_blob (GalleyDb *db, GBytes *blob, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, blob);

  return galley_db_run (db, error, "INSERT OR IGNORE INTO blob (sha256, data) VALUES (?1, ?2)",
                        "sb", sha256, blob);
}

static char *
body_to_json (GVariant *body)
{
  g_autoptr (JsonNode) node = json_gvariant_serialize (body);

  return json_to_string (node, /* pretty= */ FALSE);
}

static gboolean
carry_out (Step *step, gconstpointer data, GError **error)
{
  const Order *order = data;

  for (guint i = 0; order->blobs != NULL && i < order->blobs->len; i++)
    if (!put_blob (step->library->writer, g_ptr_array_index (order->blobs, i), error))
      return FALSE;

  for (guint i = 0; i < order->action->changes->len; i++)
    {
      const GalleyChange *change = g_ptr_array_index (order->action->changes, i);
      g_autofree char *to = body_to_json (change->body);

      if (!append (step, change->kind, change->article_id, change->subject_id, to, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * galley_library_perform:
 * @actor: who does it
 * @action: what to do
 * @blobs: (nullable) (element-type GBytes): what the action's bodies name by SHA-256
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if something that the action would change
 *   is not there; and what may go wrong with a disk
 *
 * Carries out an action: all of it or nothing.
 *
 * Returns: (transfer full): what the library holds afterwards, durably; or %NULL
 */
GalleyOutcome *
galley_library_perform (GalleyLibrary *self,
                        const char *actor,
                        GalleyAction *action,
                        GPtrArray *blobs,
                        GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  Order order = { action, blobs };

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (actor != NULL && action != NULL && action->changes->len > 0, NULL);

  locker = g_mutex_locker_new (&self->write_lock);
  if (!galley_db_begin (self->writer, error))
    return NULL;

  return end_transaction (
      self, run_in_transaction (self, actor, action->verb, carry_out, &order, error), error);
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
 * something about is not unmarked under the note. */
static gboolean
check_nothing_built_on (GalleyDb *db, const char *unit, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (
      db, error,
      "SELECT 1 FROM unit x JOIN event mine ON mine.id BETWEEN x.first_event AND x.last_event"
      " AND mine.unit = x.last_unit"
      " JOIN event later ON later.subject = mine.subject AND later.id > x.last_event"
      " JOIN unit u ON u.id = coalesce (later.target, later.unit)"
      " WHERE x.id = ?1 AND u.id != x.id AND u.state = 'done' LIMIT 1",
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
reverse (Step *step, gconstpointer data, GError **error)
{
  const Reverse *order = data;
  g_autoptr (GPtrArray) reversals = read_reversals (step->library->writer, order->unit, error);

  if (reversals == NULL)
    return FALSE;

  galley_writer_set_target (step->writer, order->act, order->unit);
  for (guint i = 0; i < reversals->len; i++)
    {
      const Reversal *reversal = g_ptr_array_index (reversals, i);

      if (!append (step, reversal->kind, reversal->article, reversal->subject, reversal->from,
                   error))
        return FALSE;
    }

  return TRUE;
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
      const char *article_id,
      const char *unit_id,
      GError **error)
{
  g_autofree char *unit = g_strdup (unit_id);
  g_autofree char *verb = NULL;
  Reverse order = { .act = "undo" };

  if (!(unit != NULL ? read_verb (self->writer, unit, &verb, error)
                     : galley_records_read_undo (self->writer, article_id, &verb, &unit, error)) ||
      !set_nothing_error (unit, _ ("There is nothing to undo"), error) ||
      !check_nothing_built_on (self->writer, unit, error))
    return NULL;

  order.unit = unit;
  return run_in_transaction (self, actor, verb, reverse, &order, error);
}

/**
 * galley_library_undo:
 * @actor: who does it
 * @article_id: (nullable): the article whose last step is meant; %NULL for the library's last
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
                     const char *article_id,
                     const char *unit_id,
                     GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && actor != NULL, NULL);

  locker = g_mutex_locker_new (&self->write_lock);
  if (!galley_db_begin (self->writer, error))
    return NULL;

  return end_transaction (self, undo (self, actor, article_id, unit_id, error), error);
}

/* Redo within the transaction that is under way. */
static GalleyOutcome *
redo (GalleyLibrary *self, const char *actor, const char *article_id, GError **error)
{
  g_autofree char *unit = NULL;
  g_autofree char *verb = NULL;
  Reverse order = { .act = "redo" };

  if (!galley_records_read_redo (self->writer, article_id, &verb, &unit, error) ||
      !set_nothing_error (unit, _ ("There is nothing to redo"), error))
    return NULL;

  order.unit = unit;
  return run_in_transaction (self, actor, verb, reverse, &order, error);
}

/**
 * galley_library_redo:
 * @actor: who does it
 * @article_id: (nullable): the article whose last undone step is meant; %NULL for the library's
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if there is nothing to redo
 *
 * Does again what was undone last.
 *
 * Returns: (transfer full): what the library holds afterwards; or %NULL
 */
GalleyOutcome *
galley_library_redo (GalleyLibrary *self, const char *actor, const char *article_id, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && actor != NULL, NULL);

  locker = g_mutex_locker_new (&self->write_lock);
  if (!galley_db_begin (self->writer, error))
    return NULL;

  return end_transaction (self, redo (self, actor, article_id, error), error);
}

/* The sources that nothing but @article_id uses: they go with it. */
static GPtrArray *
find_own_sources (GalleyDb *db, const char *article_id, GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GalleyStatement) rows =
      galley_db_query (db, error,
                       "SELECT DISTINCT e.source FROM evidence e JOIN claim c ON c.id = e.claim"
                       " WHERE c.article = ?1 AND NOT EXISTS (SELECT 1 FROM evidence o JOIN claim d"
                       " ON d.id = o.claim WHERE o.source = e.source AND d.article != ?1)",
                       "s", article_id);
  int row;

  if (rows == NULL)
    return NULL;
  while ((row = galley_db_next (db, rows, error)) > 0)
    g_ptr_array_add (sources, g_strdup (galley_db_column_text (rows, 0)));

  return row == 0 ? g_steal_pointer (&sources) : NULL;
}

static gboolean
destroy_source (GalleyDb *db, const char *source, GError **error)
{
  return galley_db_run (db, error, galley_kind_unindex_source, "s", source) &&
         galley_db_run (db, error, "DELETE FROM source WHERE id = ?1", "s", source) &&
         galley_db_run (db, error, "UPDATE event SET body = NULL WHERE subject = ?1", "s", source);
}

static gboolean
destroy_article (GalleyDb *db, const char *article_id, GError **error)
{
  const char *const statements[] = {
    galley_kind_unindex_claims,
    galley_kind_unindex_article,
    "DELETE FROM evidence WHERE claim IN (SELECT id FROM claim WHERE article = ?1)",
    "DELETE FROM claim WHERE article = ?1",
    "DELETE FROM dismissal WHERE article = ?1",
    "DELETE FROM draft WHERE article = ?1",
    "DELETE FROM article WHERE id = ?1",
    "DELETE FROM unit WHERE article = ?1",
    "UPDATE event SET body = NULL WHERE article = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!galley_db_run (db, error, statements[i], "s", article_id))
      return FALSE;

  return TRUE;
}

/* Deleted words stay in the search index until its segments are merged. */
static gboolean
forget_leftovers (GalleyDb *db, GError **error)
{
  return galley_db_exec (db,
                         "DELETE FROM blob WHERE sha256 NOT IN (SELECT text FROM draft"
                         " UNION SELECT structure FROM draft UNION SELECT original FROM draft);"
                         "INSERT INTO article_words (article_words) VALUES ('optimize');"
                         "INSERT INTO claim_words (claim_words) VALUES ('optimize');"
                         "INSERT INTO source_words (source_words) VALUES ('optimize');",
                         error);
}

static gboolean
purge (Step *step, gconstpointer data, GError **error)
{
  const char *article_id = data;
  GalleyDb *db = step->library->writer;
  g_autoptr (GPtrArray) sources = find_own_sources (db, article_id, error);

  if (sources == NULL || !append (step, "article.purge", article_id, article_id, "{}", error))
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    if (!append (step, "source.purge", article_id, g_ptr_array_index (sources, i), "{}", error))
      return FALSE;

  if (!destroy_article (db, article_id, error))
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    if (!destroy_source (db, g_ptr_array_index (sources, i), error))
      return FALSE;

  return forget_leftovers (db, error);
}

/**
 * galley_library_purge_article:
 * @actor: who does it
 * @article_id: UUID
 * @error: (out) (optional): %GALLEY_STORE_ERROR_NOT_FOUND if there is no such article
 *
 * Destroys an article: its draft, claims, notes, the sources that nothing else uses, what the
 * journal told of them, the search index's words, the write-ahead log and the rotating backups. The
 * journal keeps that the events happened, when and by whom, and its chain still verifies. Nothing
 * undoes this. Copies that somebody made elsewhere are beyond its reach.
 *
 * Returns: (transfer full): what the library holds afterwards; or %NULL
 */
GalleyOutcome *
galley_library_purge_article (GalleyLibrary *self,
                              const char *actor,
                              const char *article_id,
                              GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && actor != NULL && article_id != NULL, NULL);

  locker = g_mutex_locker_new (&self->write_lock);
  if (!galley_db_begin (self->writer, error))
    return NULL;
  outcome = end_transaction (
      self, run_in_transaction (self, actor, "purge-article", purge, article_id, error), error);
  if (outcome == NULL || !galley_backup_forget_all (self->path, error))
    return NULL;

  /* A reader in another program may hold the log; then its next checkpoint empties it. */
  if (!galley_db_exec (self->writer, "PRAGMA wal_checkpoint (TRUNCATE)", error))
    return NULL;

  return g_steal_pointer (&outcome);
}
