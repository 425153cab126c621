/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-account.h"

/* Three statements for each event, of which there may be thousands in a unit, would take as long as
 * all else that is done about it. */
struct _GalleyAccount
{
  GalleyDb *db; /* not owned */

  /* Of the unit that is not written down yet; NULL if there is none. */
  char *unit;
  char *verb;
  char *act;
  char *target;       /* nullable */
  char *article;      /* (nullable) a unit may begin with a source, which is no article's */
  gint64 first_event; /* numbers */
  gint64 last_event;
  gint64 time_ms; /* of the last one */
};

/**
 * galley_account_new:
 * @db: where the fold's tables are; outlives the account
 *
 * Returns: (transfer full): an account with nothing in it
 */
GalleyAccount *
galley_account_new (GalleyDb *db)
{
  GalleyAccount *self = g_new0 (GalleyAccount, 1);

  self->db = db;

  return self;
}

static void
forget (GalleyAccount *self)
{
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->verb, g_free);
  g_clear_pointer (&self->act, g_free);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->article, g_free);
}

void
galley_account_free (GalleyAccount *self)
{
  forget (self);
  g_free (self);
}

static gboolean
write_unit (GalleyAccount *self, GError **error)
{
  if (g_str_equal (self->act, "do"))
    return galley_db_run (self->db, error,
                          "INSERT INTO unit (id, article, verb, state, done_event, last_unit,"
                          " first_event, last_event) VALUES (?1, ?2, ?3, 'done', ?4, ?1, ?4, ?5)"
                          " ON CONFLICT (id) DO UPDATE SET last_event = ?5,"
                          " article = coalesce (article, ?2)",
                          "sssii", self->unit, self->article, self->verb, self->first_event,
                          self->last_event);

  return galley_db_run (
      self->db, error,
      "UPDATE unit SET state = ?2, last_event = ?5,"
      " first_event = iif (last_unit = ?3, first_event, ?4), last_unit = ?3 WHERE id = ?1",
      "sssii", self->target, g_str_equal (self->act, "undo") ? "undone" : "done", self->unit,
      self->first_event, self->last_event);
}

/**
 * galley_account_close:
 *
 * Writes down what is not written down yet.
 *
 * Returns: whether that was done
 */
gboolean
galley_account_close (GalleyAccount *self, GError **error)
{
  gboolean done;

  if (self->unit == NULL)
    return TRUE;

  done = write_unit (self, error) &&
         (self->article == NULL ||
          galley_db_run (self->db, error,
                         "UPDATE article SET changed_at = max (changed_at, ?2) WHERE id = ?1", "si",
                         self->article, self->time_ms));
  forget (self);
  return done;
}

/**
 * galley_account_note:
 * @event: an event that was folded, and is part of a step that can be undone
 *
 * Returns: whether that was done
 */
gboolean
galley_account_note (GalleyAccount *self, const GalleyEvent *event, GError **error)
{
  if (g_strcmp0 (self->unit, event->unit) != 0)
    {
      if (!galley_account_close (self, error))
        return FALSE;
      self->unit = g_strdup (event->unit);
      self->verb = g_strdup (event->verb);
      self->act = g_strdup (event->act);
      self->target = g_strdup (event->target);
      self->first_event = event->id;
    }

  if (self->article == NULL)
    self->article = g_strdup (event->article);
  self->last_event = event->id;
  self->time_ms = galley_event_get_time_ms (event);
  return TRUE;
}
