/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-folding.h"

#include "galley-account.h"
#include "galley-fields.h"
#include "galley-kinds.h"
#include "galley-tally.h"

#include <glib/gi18n-lib.h>

struct _GalleyFolding
{
  GalleyDb *db; /* not owned */
  GalleyTally *tally;
  GalleyAccount *account;
  gboolean counts_late;
  char *uncounted; /* (nullable) the article whose claims have to be counted at the end */
};

/**
 * galley_folding_new:
 * @db: a connection whose tables are the fold of all events before; outlives the fold
 *
 * Returns: (transfer full): a fold that has taken in nothing yet
 */
GalleyFolding *
galley_folding_new (GalleyDb *db)
{
  GalleyFolding *self = g_new0 (GalleyFolding, 1);

  self->db = db;
  self->tally = galley_tally_new (db);
  self->account = galley_account_new (db);

  return self;
}

void
galley_folding_free (GalleyFolding *self)
{
  galley_tally_free (self->tally);
  galley_account_free (self->account);
  g_free (self->uncounted);
  g_free (self);
}

/**
 * galley_folding_count_late:
 *
 * From now on all events are of one article, and its claims are counted once at the end where
 * events do not tell by themselves how their numbers change.
 */
void
galley_folding_count_late (GalleyFolding *self)
{
  self->counts_late = TRUE;
}

static GalleyStatement *
query_for_event (GalleyFolding *self, const char *sql, const GalleyEvent *event, GError **error)
{
  return galley_db_query (self->db, error, sql, "iisssss", event->id,
                          galley_event_get_time_ms (event), event->actor, event->article,
                          event->subject, event->body, event->act);
}

static gboolean
run_for_event (GalleyFolding *self, const char *sql, const GalleyEvent *event, GError **error)
{
  g_autoptr (GalleyStatement) statement = query_for_event (self, sql, event, error);

  return statement != NULL && galley_db_next (self->db, statement, error) == 0;
}

/* Runs a statement that counts, or sees to it that it need not be. */
static gboolean
count (GalleyFolding *self, const char *sql, const GalleyEvent *event, GError **error)
{
  if (sql == NULL)
    return TRUE;
  if (!self->counts_late)
    return run_for_event (self, sql, event, error);

  if (self->uncounted == NULL)
    self->uncounted = g_strdup (event->article);
  return TRUE;
}

/* What is most of a journal: verdicts as their authors gave them, on words that are as they were.
 */
static int
fold_plain (GalleyFolding *self, const GalleyKind *kind, const GalleyEvent *event, GError **error)
{
  g_autofree char *body = g_strdup (event->body);
  GalleyField fields[GALLEY_FIELDS_MAX];
  g_autoptr (GalleyStatement) statement = NULL;

  if (!galley_fields_read (body, kind->fields, fields))
    return 0;

  statement = query_for_event (self, kind->usual, event, error);
  if (statement == NULL)
    return -1;
  for (guint i = 0; kind->fields[i] != NULL; i++)
    galley_db_bind_field (statement, GALLEY_KIND_FIRST_FIELD + i, &fields[i]);
  if (galley_db_next (self->db, statement, error) != 0)
    return -1;
  if (galley_db_get_n_changed (self->db) == 0)
    return 0;

  return galley_tally_move (self->tally, event->article, fields[GALLEY_KIND_FROM_STATUS].text,
                            fields[GALLEY_KIND_TO_STATUS].text, error)
             ? 1
             : -1;
}

/* Folds @event at less cost than others if it is what most of its kind are. Returns 1 if it is, 0
 * if it is not and nothing was done, or -1. */
static int
fold_usual (GalleyFolding *self, const GalleyKind *kind, const GalleyEvent *event, GError **error)
{
  if (kind->fields[0] != NULL)
    return fold_plain (self, kind, event, error);
  if (kind->usual == NULL)
    return 0;

  return galley_tally_close (self->tally, error) && count (self, kind->usual_count, event, error) &&
                 run_for_event (self, kind->usual, event, error)
             ? galley_db_get_n_changed (self->db) > 0
             : -1;
}

static gboolean
fold_fully (GalleyFolding *self, const GalleyKind *kind, const GalleyEvent *event, GError **error)
{
  if (!galley_tally_close (self->tally, error))
    return FALSE;
  for (guint i = 0; i < GALLEY_KIND_MAX_FOLD && kind->fold[i] != NULL; i++)
    if (!run_for_event (self, kind->fold[i], event, error))
      return FALSE;

  return count (self, kind->count, event, error);
}

/**
 * galley_folding_take:
 * @event: the next event, with its number and its body
 * @is_undoable: whether what is done in its step can be undone, as far as it has an inverse
 *
 * Changes the tables as the event says.
 *
 * Returns: whether that was done
 */
gboolean
galley_folding_take (GalleyFolding *self,
                     const GalleyEvent *event,
                     gboolean is_undoable,
                     GError **error)
{
  const GalleyKind *kind = galley_kind_find (event->kind);
  int usual;

  if (kind == NULL)
    {
      g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NEWER,
                   _ ("The journal holds an event of the unknown kind “%s”"), event->kind);
      return FALSE;
    }

  usual = fold_usual (self, kind, event, error);
  return usual >= 0 && (usual > 0 || fold_fully (self, kind, event, error)) &&
         (!is_undoable || kind->inverse == NULL ||
          galley_account_note (self->account, event, error));
}

static gboolean
recount (GalleyFolding *self, GError **error)
{
  return galley_db_run (self->db, error,
                        "UPDATE article SET n_pending = x.pending, n_confirmed = x.confirmed,"
                        " n_disputed = x.disputed FROM (SELECT"
                        " count (*) FILTER (WHERE status = 'pending') AS pending,"
                        " count (*) FILTER (WHERE status = 'confirmed') AS confirmed,"
                        " count (*) FILTER (WHERE status = 'disputed') AS disputed FROM claim"
                        " WHERE article = ?1 AND gone = 0 AND stands) x WHERE id = ?1",
                        "s", self->uncounted);
}

/**
 * galley_folding_close:
 *
 * Writes down what is not written down yet.
 *
 * Returns: whether that was done
 */
gboolean
galley_folding_close (GalleyFolding *self, GError **error)
{
  return galley_tally_close (self->tally, error) &&
         (self->uncounted == NULL || recount (self, error)) &&
         galley_account_close (self->account, error);
}
