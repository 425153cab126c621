/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-journal.h"

#include "galley-folding.h"
#include "galley-index.h"

#include <glib/gi18n-lib.h>

/* Counting all claims of an article costs as much as keeping the counts for a few hundred. */
#define MANY_EVENTS 500

struct _GalleyWriter
{
  GalleyDb *db; /* not owned */
  const char *replica;
  const char *actor;
  const char *verb;
  const char *act;
  const char *target; /* nullable */
  char *unit;
  char *article;      /* (nullable) the article of the events so far */
  gboolean is_signed; /* whether that article is */
  guint n_events;
  GalleyIndex *index;
  GalleyFolding *folding;

  gint64 replica_no;
  gint64 seq;
  gint64 clock;
  gint64 time_ms; /* of the step; -1 if that is what the clock shows */
  char *time;
  char *chain;
};

void
galley_writer_free (GalleyWriter *self)
{
  g_free (self->unit);
  g_free (self->article);
  galley_index_free (self->index);
  galley_folding_free (self->folding);
  g_free (self->time);
  g_free (self->chain);
  g_free (self);
}

/* Another program may have appended since this one looked: read inside the transaction. */
static gboolean
find_end_of_chain (GalleyWriter *self, GError **error)
{
  g_autoptr (GalleyStatement) replica = NULL;
  g_autoptr (GalleyStatement) last = NULL;
  int row;

  if (!galley_db_run (self->db, error, "INSERT OR IGNORE INTO replica (id) VALUES (?1)", "s",
                      self->replica))
    return FALSE;
  replica =
      galley_db_query (self->db, error, "SELECT no FROM replica WHERE id = ?1", "s", self->replica);
  if (replica == NULL || galley_db_next (self->db, replica, error) <= 0)
    return FALSE;
  self->replica_no = galley_sqlite.sqlite3_column_int64 (replica, 0);

  last = galley_db_query (
      self->db, error, "SELECT seq, chain FROM event WHERE replica = ?1 ORDER BY seq DESC LIMIT 1",
      "i", self->replica_no);
  row = last != NULL ? galley_db_next (self->db, last, error) : -1;
  if (row < 0)
    return FALSE;
  self->seq = row > 0 ? galley_sqlite.sqlite3_column_int64 (last, 0) : 0;
  self->chain = g_strdup (row > 0 ? galley_db_column_text (last, 1) : GALLEY_EVENT_FIRST_CHAIN);

  /* Events are numbered in the order of their clocks, so the last one has the largest. */
  return galley_db_get_int (self->db, "SELECT clock FROM event ORDER BY id DESC LIMIT 1",
                            &self->clock, error);
}

/* How many events are looked at to find the last time that is not of a wrong clock. */
#define N_LAST_TIMES 1000

/* Where the clock is astray time is a hybrid clock of its own, which leaves out what is too far
 * ahead. A machine that has lost its time goes by the last event's. */
static gboolean
find_time (GalleyWriter *self, GError **error)
{
  gboolean is_lost = galley_clock_is_lost ();
  gint64 now_ms = galley_clock_now_ms ();
  g_autofree char *latest =
      galley_clock_format (is_lost ? GALLEY_CLOCK_END_MS : now_ms + GALLEY_CLOCK_MAX_AHEAD_MS);
  g_autoptr (GalleyStatement) last =
      galley_db_query (self->db, error,
                       "SELECT max (time) FROM (SELECT time FROM event ORDER BY id DESC LIMIT ?2)"
                       " WHERE time <= ?1",
                       "si", latest, (gint64) (is_lost ? 1 : N_LAST_TIMES));
  const char *text;

  if (last == NULL || galley_db_next (self->db, last, error) <= 0)
    return FALSE;
  text = galley_db_column_text (last, 0);
  self->time_ms = MAX (now_ms, text != NULL ? galley_clock_read (0, text) + 1 : 0);
  return TRUE;
}

static gboolean
set_time (GalleyWriter *self, GError **error)
{
  self->time_ms = -1;
  if (galley_clock_is_astray (self->clock) && !find_time (self, error))
    return FALSE;

  self->clock = galley_clock_next (self->clock) - 1;
  self->time = galley_clock_format (self->time_ms >= 0 ? self->time_ms : (self->clock + 1) >> 16);
  return TRUE;
}

/**
 * galley_writer_new:
 * @db: a connection with a transaction under way; outlives the writer
 * @replica: UUID of this copy of the library; outlives the writer
 * @actor: who does it; outlives the writer
 * @verb: nick of the step; outlives the writer
 *
 * Returns: (transfer full): a writer for one step, or %NULL
 */
GalleyWriter *
galley_writer_new (GalleyDb *db,
                   const char *replica,
                   const char *actor,
                   const char *verb,
                   GError **error)
{
  g_autoptr (GalleyWriter) self = g_new0 (GalleyWriter, 1);

  self->db = db;
  self->replica = replica;
  self->actor = actor;
  self->verb = verb;
  self->act = "do";
  self->unit = g_uuid_string_random ();
  self->index = galley_index_new ();
  self->folding = galley_folding_new (db);
  if (!find_end_of_chain (self, error) || !set_time (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * galley_writer_set_target:
 * @act: "undo" or "redo"; outlives the writer
 * @target: the unit that is undone or done again; outlives the writer
 */
void
galley_writer_set_target (GalleyWriter *self, const char *act, const char *target)
{
  self->act = act;
  self->target = target;
}

/**
 * galley_writer_get_unit:
 *
 * Returns: (transfer none): the id of the step
 */
const char *
galley_writer_get_unit (GalleyWriter *self)
{
  return self->unit;
}

/**
 * galley_writer_get_article:
 *
 * Returns: (transfer none) (nullable): the article that the step concerns
 */
const char *
galley_writer_get_article (GalleyWriter *self)
{
  return self->article;
}

/* What an event is about to replace, as GalleyKind's state query tells it. */
typedef struct
{
  char *article;
  char *base;
  char *from;
  char *to;
  gboolean changes_words;
} State;

static void
state_clear (State *state)
{
  g_free (state->article);
  g_free (state->base);
  g_free (state->from);
  g_free (state->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, state_clear)

/* Whether @subject is a claim of the article that stands on no words of the present draft. */
static gboolean
is_without_words (GalleyWriter *self, const char *subject)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (
      self->db, /* error= */ NULL, "SELECT 1 FROM claim WHERE id = ?1 AND gone = 0 AND stands = 0",
      "s", subject);

  return rows != NULL && galley_db_next (self->db, rows, /* error= */ NULL) > 0;
}

static gboolean
has_row (GalleyWriter *self, const char *sql, const char *article, const char *to)
{
  g_autoptr (GalleyStatement) rows =
      galley_db_query (self->db, /* error= */ NULL, sql, "ss", article, to);

  return rows != NULL && galley_db_next (self->db, rows, /* error= */ NULL) > 0;
}

/* Why an article can't be signed (@article) or opened again (@subject). */
static gboolean
set_sign_off_error (GalleyWriter *self,
                    const char *article,
                    const char *subject,
                    const char *to,
                    GError **error)
{
  const char *id = article != NULL ? article : subject;

  if (has_row (self,
               "SELECT 1 FROM article a JOIN sign_off s ON s.article = a.id AND s.reopened_by IS"
               " NULL AND s.name = ?2 ->> '$.name' AND s.role = ?2 ->> '$.role'"
               " WHERE a.id = ?1 AND a.gone = 0",
               id, to))
    g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                         _ ("This article is signed off in that name and role already"));
  else if (has_row (self, "SELECT 1 FROM article WHERE id = ?1 AND gone = 0 AND signed = 0", id,
                    to))
    g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                         _ ("This article is not signed off"));
  else
    g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND,
                         _ ("There is no such article"));
  return FALSE;
}

static gboolean
set_missing_error (GalleyWriter *self, const GalleyKind *kind, const char *subject, GError **error)
{
  static const char *const messages[] = {
    [GALLEY_TOUCHES_ARTICLE] = N_ ("There is no such article"),
    [GALLEY_TOUCHES_DRAFT] = N_ ("There is no such article"),
    [GALLEY_TOUCHES_CLAIM] = N_ ("There is no such claim"),
    [GALLEY_TOUCHES_EVIDENCE] = N_ ("There is no such claim or source"),
    [GALLEY_TOUCHES_NOTE] = N_ ("There is no such claim or note"),
    [GALLEY_TOUCHES_QUERY] = N_ ("There is no such claim, source or query"),
    [GALLEY_TOUCHES_SETTING] = N_ ("There is no such setting"),
    [GALLEY_TOUCHES_DISMISSAL] = N_ ("There is no such suggestion"),
    [GALLEY_TOUCHES_READING] = N_ ("There is no such reading, or it has ended"),
    [GALLEY_TOUCHES_SOURCE] = N_ ("There is no such source"),
    [GALLEY_TOUCHES_SIGN_OFF] = N_ ("There is no such article"),
    [GALLEY_TOUCHES_SESSION] = N_ ("There is no such review session or claim, or it has ended"),
  };

  if (kind->touches == GALLEY_TOUCHES_CLAIM && is_without_words (self, subject))
    g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                         _ ("This claim has no words in the present draft until it is re-linked"));
  else
    g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND,
                         _ (messages[kind->touches]));
  return FALSE;
}

static gboolean
read_state (GalleyWriter *self,
            const GalleyKind *kind,
            const char *article,
            const char *subject,
            const char *to,
            State *out_state,
            GError **error)
{
  g_autoptr (GalleyStatement) statement =
      galley_db_query (self->db, error, kind->state, "issss",
                       self->time_ms >= 0 ? self->time_ms : (self->clock + 1) >> 16, self->actor,
                       article, subject, to);
  int row = statement != NULL ? galley_db_next (self->db, statement, error) : -1;

  if (row < 0)
    return FALSE;
  if (row == 0)
    return kind->touches == GALLEY_TOUCHES_SIGN_OFF
               ? set_sign_off_error (self, article, subject, to, error)
               : set_missing_error (self, kind, subject, error);

  out_state->article = g_strdup (galley_db_column_text (statement, 0));
  out_state->base = g_strdup (galley_db_column_text (statement, 1));
  out_state->from = g_strdup (galley_db_column_text (statement, 2));
  out_state->to = g_strdup (galley_db_column_text (statement, 3));
  out_state->changes_words = galley_sqlite.sqlite3_column_int (statement, 4);
  return TRUE;
}

/* Looked at once in a step, and again after what may have changed it. */
static gboolean
read_signed (GalleyWriter *self, GError **error)
{
  g_autoptr (GalleyStatement) rows = galley_db_query (
      self->db, error, "SELECT signed FROM article WHERE id = ?1", "s", self->article);
  int row = rows != NULL ? galley_db_next (self->db, rows, error) : -1;

  self->is_signed = row > 0 && galley_sqlite.sqlite3_column_int (rows, 0) != 0;
  return row >= 0;
}

/* What was signed stays as it is: all kinds of events are refused but those that say otherwise. */
static gboolean
check_open (GalleyWriter *self, const GalleyKind *kind, const char *article, GError **error)
{
  if (article == NULL || !self->is_signed || kind->while_signed)
    return TRUE;

  g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_SIGNED,
                       _ ("This article is signed off. Reopen it to change it"));
  return FALSE;
}

/* A step concerns one article: undo goes by articles, and so does purging. */
static gboolean
adopt_article (GalleyWriter *self, const char *article, GError **error)
{
  if (article == NULL || g_strcmp0 (self->article, article) == 0)
    return TRUE;

  if (self->article != NULL)
    {
      g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                           _ ("One step can only change one article"));
      return FALSE;
    }
  self->article = g_strdup (article);
  return read_signed (self, error);
}

static gboolean
write_event (GalleyWriter *self, GalleyEvent *event, GError **error)
{
  g_autofree char *digest = galley_event_digest (event);
  g_autofree char *chain = galley_event_chain (event, digest, self->chain);

  if (!galley_db_run (self->db, error,
                      "INSERT INTO event (replica, seq, clock, time, actor, article, subject, kind,"
                      " base, unit, act, verb, target, digest, chain, body)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,"
                      " ?16)",
                      "iiisssssssssssss", self->replica_no, event->seq, event->clock, event->time,
                      event->actor, event->article, event->subject, event->kind, event->base,
                      event->unit, event->act, event->verb, event->target, digest, chain,
                      event->body))
    return FALSE;

  event->id = galley_sqlite.sqlite3_last_insert_rowid (galley_db_get_handle (self->db));
  self->seq = event->seq;
  self->clock = event->clock;
  g_free (self->chain);
  self->chain = g_steal_pointer (&chain);
  return TRUE;
}

/**
 * galley_writer_append:
 * @kind: kind of the event
 * @article: (nullable): the article, where the subject does not tell
 * @subject: what it is about
 * @to: what is to be true, as a JSON object
 * @error: (out) (optional): #GALLEY_STORE_ERROR_NOT_FOUND if there is nothing to change,
 *   #GALLEY_STORE_ERROR_SIGNED if the article is signed off
 *
 * Appends an event and folds it into the tables.
 *
 * Returns: whether that was done; if not, the caller rolls back
 */
gboolean
galley_writer_append (GalleyWriter *self,
                      const GalleyKind *kind,
                      const char *article,
                      const char *subject,
                      const char *to,
                      GError **error)
{
  g_auto (State) state = { NULL };
  g_autofree char *body = NULL;
  GalleyEvent event;

  if (!read_state (self, kind, article, subject, to, &state, error) ||
      !adopt_article (self, state.article, error) || !check_open (self, kind, state.article, error))
    return FALSE;

  /* What is undone or done again is put back as it was, who and when included. */
  if (self->target == NULL)
    to = state.to;
  body = state.from != NULL ? g_strconcat ("{\"to\":", to, ",\"from\":", state.from, "}", NULL)
                            : g_strconcat ("{\"to\":", to, "}", NULL);
  event = (GalleyEvent){
    .replica = self->replica,
    .seq = self->seq + 1,
    .clock = self->clock + 1,
    .time = self->time,
    .actor = self->actor,
    .article = state.article,
    .subject = subject,
    .kind = kind->name,
    .base = state.base,
    .unit = self->unit,
    .act = self->act,
    .verb = self->verb,
    .target = self->target,
    .body = body,
  };

  if (state.changes_words)
    galley_index_note (self->index, kind->touches, subject);
  if (kind->touches == GALLEY_TOUCHES_DRAFT || ++self->n_events == MANY_EVENTS)
    galley_folding_count_late (self->folding);
  return write_event (self, &event, error) &&
         galley_folding_take (self->folding, &event, /* is_undoable= */ TRUE, error) &&
         (kind->touches != GALLEY_TOUCHES_SIGN_OFF || read_signed (self, error));
}

/**
 * galley_writer_finish:
 *
 * Brings the account of units and the search index up to date after the last event of the step.
 *
 * Returns: whether that was done; if not, the caller rolls back
 */
gboolean
galley_writer_finish (GalleyWriter *self, GError **error)
{
  return galley_folding_close (self->folding, error) &&
         galley_index_update (self->index, self->db, error);
}
