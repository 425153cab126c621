/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-step.h"

#include "galley-records-sessions.h"
#include "galley-records.h"
#include "galley-rivals.h"

#include <glib/gi18n-lib.h>

void
galley_step_init (GalleyStep *step, GalleyLibrary *library)
{
  *step = (GalleyStep){
    .library = library,
    .claims = g_ptr_array_new_with_free_func (g_free),
    .dismissals = g_ptr_array_new_with_free_func (g_free),
    .sources = g_ptr_array_new_with_free_func (g_free),
    .readings = g_ptr_array_new_with_free_func (g_free),
    .sessions = g_ptr_array_new_with_free_func (g_free),
    .seen = g_hash_table_new (g_str_hash, g_str_equal),
  };
}

void
galley_step_clear (GalleyStep *step)
{
  g_clear_pointer (&step->writer, galley_writer_free);
  g_clear_pointer (&step->claims, g_ptr_array_unref);
  g_clear_pointer (&step->dismissals, g_ptr_array_unref);
  g_clear_pointer (&step->sources, g_ptr_array_unref);
  g_clear_pointer (&step->readings, g_ptr_array_unref);
  g_clear_pointer (&step->sessions, g_ptr_array_unref);
  g_clear_pointer (&step->seen, g_hash_table_unref);
}

static void
note_touched (GalleyStep *step, GPtrArray *ids, const char *id)
{
  char *copy;

  if (id == NULL || g_hash_table_contains (step->seen, id))
    return;

  copy = g_strdup (id);
  g_ptr_array_add (ids, copy);
  g_hash_table_add (step->seen, copy);
}

/* Notes what a part of it is known by: the claim that something is written under. Of what was
 * purged since there is no part. */
static gboolean
note_part (GalleyStep *step, const char *sql, const char *part_id, GPtrArray *ids, GError **error)
{
  GalleyDb *db = step->library->writer;
  g_autoptr (GalleyStatement) rows = galley_db_query (db, error, sql, "s", part_id);
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  if (row > 0)
    note_touched (step, ids, galley_db_column_text (rows, 0));
  return row >= 0;
}

/**
 * galley_step_touch:
 * @kind: kind of an event that is in the journal and in the tables
 * @subject: what it is about
 *
 * Notes what has to be read again after an event.
 *
 * Returns: whether that was done
 */
gboolean
galley_step_touch (GalleyStep *step, const GalleyKind *kind, const char *subject, GError **error)
{
  switch (kind->touches)
    {
    case GALLEY_TOUCHES_CLAIM:
      note_touched (step, step->claims, subject);
      return TRUE;
    case GALLEY_TOUCHES_DISMISSAL:
      note_touched (step, step->dismissals, subject);
      return TRUE;
    case GALLEY_TOUCHES_EVIDENCE:
      return note_part (step, "SELECT claim FROM evidence WHERE id = ?1", subject, step->claims,
                        error);
    case GALLEY_TOUCHES_NOTE:
      return note_part (step, "SELECT claim FROM note WHERE id = ?1", subject, step->claims, error);
    case GALLEY_TOUCHES_QUERY:
      return note_part (step, "SELECT claim FROM query WHERE id = ?1", subject, step->claims,
                        error);
    case GALLEY_TOUCHES_SOURCE:
      note_touched (step, step->sources, subject);
      return TRUE;
    case GALLEY_TOUCHES_READING:
      return note_part (step,
                        "SELECT coalesce ((SELECT reading FROM reading_verdict WHERE id = ?1), ?1)",
                        subject, step->readings, error);
    case GALLEY_TOUCHES_SESSION:
      return note_part (step,
                        "SELECT id FROM session WHERE id = ?1"
                        " UNION ALL SELECT session FROM decision WHERE id = ?1"
                        " UNION ALL SELECT session FROM parking WHERE id = ?1",
                        subject, step->sessions, error);
    case GALLEY_TOUCHES_DRAFT:
      step->has_new_draft = TRUE;
      return TRUE;
    case GALLEY_TOUCHES_SETTING:
      step->has_new_settings = TRUE;
      return TRUE;
    case GALLEY_TOUCHES_ARTICLE:
    case GALLEY_TOUCHES_SIGN_OFF:
    default:
      return TRUE;
    }
}

/**
 * galley_step_append:
 * @kind_name: kind of the event
 * @article: (nullable): the article, where the subject does not tell
 * @subject: what it is about
 * @to: what is to be true, as a JSON object
 *
 * Appends an event and notes what has to be read again after it.
 *
 * Returns: whether that was done
 */
gboolean
galley_step_append (GalleyStep *step,
                    const char *kind_name,
                    const char *article,
                    const char *subject,
                    const char *to,
                    GError **error)
{
  const GalleyKind *kind = galley_kind_find (kind_name);

  g_return_val_if_fail (kind != NULL, FALSE);

  return galley_writer_append (step->writer, kind, article, subject, to, error) &&
         galley_step_touch (step, kind, subject, error);
}

static gboolean
read_touched_claims (GalleyStep *step, GalleyOutcome *outcome, GError **error)
{
  g_autoptr (GPtrArray) claims = NULL;
  guint n_there = 0;

  if (step->claims->len == 0)
    return TRUE;
  claims = galley_records_read_claims_by_id (step->library->writer, step->claims, error);
  if (claims == NULL)
    return FALSE;

  for (guint i = 0; i < step->claims->len; i++)
    {
      const char *id = g_ptr_array_index (step->claims, i);
      GalleyClaim *claim = n_there < claims->len ? g_ptr_array_index (claims, n_there) : NULL;

      if (claim != NULL && g_str_equal (galley_claim_get_id (claim), id))
        {
          g_ptr_array_add (outcome->claims, g_object_ref (claim));
          n_there++;
        }
      else
        g_ptr_array_add (outcome->gone_claims, g_strdup (id));
    }

  return TRUE;
}

static gboolean
read_touched_dismissals (GalleyStep *step, GalleyOutcome *outcome, GError **error)
{
  GalleyDb *db = step->library->writer;

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
read_touched_sources (GalleyStep *step, GalleyOutcome *outcome, GError **error)
{
  GalleyDb *db = step->library->writer;

  for (guint i = 0; i < step->sources->len; i++)
    {
      const char *id = g_ptr_array_index (step->sources, i);
      GalleySource *source = NULL;

      if (!galley_records_read_source (db, id, /* gone_too= */ FALSE, &source, error))
        return FALSE;
      if (source != NULL)
        g_ptr_array_add (outcome->sources, source);
      else
        g_ptr_array_add (outcome->gone_sources, g_strdup (id));
    }

  return TRUE;
}

static gboolean
read_touched_readings (GalleyStep *step, GalleyOutcome *outcome, GError **error)
{
  for (guint i = 0; i < step->readings->len; i++)
    {
      const char *id = g_ptr_array_index (step->readings, i);
      GalleyReading *reading = NULL;

      if (!galley_records_read_reading (step->library->writer, id, &reading, error))
        return FALSE;
      if (reading != NULL)
        g_ptr_array_add (outcome->readings, reading);
      else
        g_ptr_array_add (outcome->gone_readings, g_strdup (id));
    }

  return TRUE;
}

static gboolean
read_touched_sessions (GalleyStep *step, GalleyOutcome *outcome, GError **error)
{
  for (guint i = 0; i < step->sessions->len; i++)
    {
      GalleySession *session = galley_records_read_session (
          step->library->writer, g_ptr_array_index (step->sessions, i), error);

      if (session == NULL)
        return FALSE;
      g_ptr_array_add (outcome->sessions, session);
    }

  return TRUE;
}

static gboolean
read_text (GalleyStep *step, GalleyOutcome *outcome, GError **error)
{
  GalleyDb *db = step->library->writer;
  g_autoptr (GalleyStatement) rows = galley_db_query (
      db, error, "SELECT d.text FROM article a JOIN draft d ON d.id = a.draft WHERE a.id = ?1", "s",
      outcome->article_id);
  int row = rows != NULL ? galley_db_next (db, rows, error) : -1;

  if (row > 0)
    outcome->text_sha256 = g_strdup (galley_db_column_text (rows, 0));
  return row >= 0;
}

static gboolean
read_article (GalleyStep *step, GalleyOutcome *outcome, GError **error)
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

  if (!read_text (step, outcome, error) ||
      !galley_records_read_undo (db, outcome->article_id, &outcome->undo_verb, &unit, error))
    return FALSE;
  g_clear_pointer (&unit, g_free);
  return galley_records_read_redo (db, outcome->article_id, &outcome->redo_verb, &unit, error);
}

/**
 * galley_step_read:
 * @article_id: (nullable): the article that the step is about
 *
 * Reads what was touched.
 *
 * Returns: (transfer full): what the library holds of it; or %NULL
 */
GalleyOutcome *
galley_step_read (GalleyStep *step, const char *article_id, GError **error)
{
  g_autoptr (GalleyOutcome) outcome = galley_outcome_new ();

  outcome->article_id = g_strdup (article_id);
  outcome->has_new_draft = step->has_new_draft;
  outcome->has_new_settings = step->has_new_settings;
  /* Whatever is open of an article with a new draft is loaded again. */
  if ((!step->has_new_draft && (!read_touched_claims (step, outcome, error) ||
                                !read_touched_dismissals (step, outcome, error))) ||
      !read_touched_sources (step, outcome, error) ||
      !read_touched_readings (step, outcome, error) ||
      !read_touched_sessions (step, outcome, error) || !read_article (step, outcome, error))
    return NULL;

  return g_steal_pointer (&outcome);
}

/* What was marked by somebody else after the new draft was compared is in none of its step's
 * events.
 */
static gboolean
check_nothing_left_behind (GalleyStep *step, GError **error)
{
  GalleyDb *db = step->library->writer;
  g_autoptr (GalleyStatement) rows = NULL;
  int row;

  if (!step->has_new_draft)
    return TRUE;

  rows = galley_db_query (
      db, error,
      "WITH before AS (SELECT body ->> '$.from.draft' AS draft FROM event WHERE subject = ?1"
      "  AND kind = 'article.draft' ORDER BY id DESC LIMIT 1)"
      " SELECT 1 FROM before b JOIN article a ON a.id = ?1 AND a.draft != b.draft"
      " JOIN claim c ON c.article = ?1 AND c.draft = b.draft AND c.gone = 0"
      " AND NOT c.stands AND NOT " IN_TRAY (
          "c.place") " UNION ALL SELECT 1 FROM before b JOIN article a ON a.id = ?1 AND a.draft != "
                     "b.draft"
                     " JOIN dismissal c ON c.article = ?1 AND c.draft = b.draft AND c.gone = 0 "
                     "LIMIT 1",
      "s", galley_writer_get_article (step->writer));
  row = rows != NULL ? galley_db_next (db, rows, error) : -1;
  if (row > 0)
    g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                         _ ("The article was changed in the meantime, so nothing was done"));
  return row == 0;
}

/**
 * galley_step_run:
 * @library: a library whose writing lock is held and whose writer has a transaction under way
 * @func: appends the step's events
 * @data: for @func
 *
 * Runs a step and reads what came of it.
 *
 * Returns: (transfer full): what the library will hold once the transaction is committed; or %NULL
 */
GalleyOutcome *
galley_step_run (GalleyLibrary *self,
                 const char *actor,
                 const char *verb,
                 GalleyStepFunc func,
                 gconstpointer data,
                 GError **error)
{
  g_autofree char *replica = NULL;
  g_auto (GalleyStep) step = { .library = self };
  GalleyOutcome *outcome;

  /* Read anew each time: another program may have put a backup in the library's place. */
  replica = galley_db_get_text (self->writer, GALLEY_LIBRARY_REPLICA, error);
  if (replica == NULL)
    return NULL;

  galley_step_init (&step, self);
  step.writer = galley_writer_new (self->writer, replica, actor, verb, error);
  if (step.writer == NULL || !func (&step, data, error) ||
      !check_nothing_left_behind (&step, error) || !galley_writer_finish (step.writer, error))
    return NULL;

  outcome = galley_step_read (&step, galley_writer_get_article (step.writer), error);
  if (outcome != NULL)
    {
      outcome->verb = g_strdup (verb);
      outcome->unit_id = g_strdup (galley_writer_get_unit (step.writer));
    }

  return outcome;
}

/**
 * galley_step_end:
 * @outcome: (transfer full) (nullable): what galley_step_run() gave
 *
 * Commits, or rolls back if there is no outcome.
 *
 * Returns: (transfer full): @outcome if it is durable; else %NULL
 */
GalleyOutcome *
galley_step_end (GalleyLibrary *self, GalleyOutcome *outcome, GError **error)
{
  if (outcome == NULL)
    {
      galley_db_rollback (self->writer);
      return NULL;
    }
  if (galley_library_commit (self, error))
    return outcome;

  galley_outcome_unref (outcome);
  return NULL;
}
