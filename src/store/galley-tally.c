/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-tally.h"

#include "galley-status.h"

struct _GalleyTally
{
  GalleyDb *db;  /* not owned */
  char *article; /* whose counts are not written down yet; NULL if all are */
  gint64 n_more[GALLEY_N_STATUSES];
};

/**
 * galley_tally_new:
 * @db: where the fold's tables are; outlives the tally
 *
 * Returns: (transfer full): a tally with nothing in it
 */
GalleyTally *
galley_tally_new (GalleyDb *db)
{
  GalleyTally *self = g_new0 (GalleyTally, 1);

  self->db = db;

  return self;
}

static void
forget (GalleyTally *self)
{
  g_clear_pointer (&self->article, g_free);
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    self->n_more[i] = 0;
}

void
galley_tally_free (GalleyTally *self)
{
  forget (self);
  g_free (self);
}

static gboolean
write_counts (GalleyTally *self, GError **error)
{
  return galley_db_run (self->db, error,
                        "UPDATE article SET n_pending = n_pending + ?2,"
                        " n_confirmed = n_confirmed + ?3, n_disputed = n_disputed + ?4"
                        " WHERE id = ?1",
                        "siii", self->article, self->n_more[GALLEY_STATUS_PENDING],
                        self->n_more[GALLEY_STATUS_CONFIRMED],
                        self->n_more[GALLEY_STATUS_DISPUTED]);
}

/**
 * galley_tally_close:
 *
 * Writes down what is not written down yet.
 *
 * Returns: whether that was done
 */
gboolean
galley_tally_close (GalleyTally *self, GError **error)
{
  gboolean done = self->article == NULL || write_counts (self, error);

  forget (self);
  return done;
}

/**
 * galley_tally_move:
 * @article: (nullable): UUID
 * @from: nick of the status that one of its claims had
 * @to: likewise, that it has now
 *
 * Returns: whether that was done
 */
gboolean
galley_tally_move (GalleyTally *self,
                   const char *article,
                   const char *from,
                   const char *to,
                   GError **error)
{
  if (g_strcmp0 (self->article, article) != 0)
    {
      if (!galley_tally_close (self, error))
        return FALSE;
      self->article = g_strdup (article);
    }

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    self->n_more[i] +=
        g_str_equal (to, galley_status_to_nick (i)) - g_str_equal (from, galley_status_to_nick (i));
  return TRUE;
}
