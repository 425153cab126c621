/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-figures-private.h"

/* The last step of a person. */
typedef struct
{
  char *unit;
  gint64 time;  /* when it was taken */
  gint64 since; /* the step before it, milliseconds; -1 if it was not in the same sitting */
  guint claim;  /* the only one that it decided */
  guint n_claims;
} Step;

struct _GalleyFiguresClock
{
  GHashTable *steps; /* (element-type utf8 Step) by person */
  GArray *taken;     /* (element-type GalleyFiguresTaken) */
};

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->unit);
  g_free (step);
}

GalleyFiguresClock *
galley_figures_clock_new (void)
{
  GalleyFiguresClock *self = g_new0 (GalleyFiguresClock, 1);

  self->steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, step_free);
  self->taken = g_array_new (FALSE, FALSE, sizeof (GalleyFiguresTaken));

  return self;
}

void
galley_figures_clock_free (GalleyFiguresClock *self)
{
  g_hash_table_unref (self->steps);
  g_array_unref (self->taken);
  g_free (self);
}

static void
take (GalleyFiguresClock *self, const char *checker, const Step *step)
{
  GalleyFiguresTaken taken = { .checker = checker, .claim = step->claim, .time = step->since };

  if (step->n_claims == 1 && step->claim != GALLEY_FIGURES_NO_CLAIM && step->since >= 0)
    g_array_append_val (self->taken, taken);
}

static gint64
measure (gint64 from, gint64 to)
{
  gint64 time = to - from;

  return time >= 0 && time <= GALLEY_FIGURES_SITTING_MINUTES * G_GINT64_CONSTANT (60000) ? time
                                                                                         : -1;
}

/**
 * galley_figures_clock_add:
 * @verdict: that somebody gave
 * @claim: number of the claim, or %GALLEY_FIGURES_NO_CLAIM if its time is not asked for
 *
 * Takes note of a verdict.
 */
void
galley_figures_clock_add (GalleyFiguresClock *self, const GalleyFiguresEvent *verdict, guint claim)
{
  gpointer person, value;
  Step *step;

  if (!g_hash_table_lookup_extended (self->steps, verdict->actor, &person, &value))
    {
      step = g_new0 (Step, 1);
      step->since = -1;
      g_hash_table_insert (self->steps, g_strdup (verdict->actor), step);
    }
  else
    {
      step = value;
      if (g_str_equal (step->unit, verdict->unit))
        {
          step->n_claims++;
          return;
        }
      take (self, person, step);
      step->since = measure (step->time, verdict->time);
    }

  g_free (step->unit);
  step->unit = g_strdup (verdict->unit);
  step->time = verdict->time;
  step->claim = claim;
  step->n_claims = 1;
}

/**
 * galley_figures_clock_stop:
 *
 * Returns: (transfer none) (element-type GalleyFiguresTaken): the times that could be taken
 */
GArray *
galley_figures_clock_stop (GalleyFiguresClock *self)
{
  GHashTableIter iter;
  gpointer person, step;

  g_hash_table_iter_init (&iter, self->steps);
  while (g_hash_table_iter_next (&iter, &person, &step))
    {
      take (self, person, step);
      ((Step *) step)->claim = GALLEY_FIGURES_NO_CLAIM;
    }

  return self->taken;
}

static gint
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/**
 * galley_figures_times_set:
 * @times: (element-type gint64): milliseconds; is sorted
 *
 * Sums up times.
 */
void
galley_figures_times_set (GalleyFiguresTimes *self, GArray *times)
{
  self->n = times->len;
  if (galley_figures_times_are_few (self))
    return;

  g_array_sort (times, compare_times);
  for (guint i = 0; i < 3; i++)
    {
      double at = (times->len - 1) * (i + 1) / 4.;
      guint below = (guint) at, above = MIN (below + 1, times->len - 1);
      double low = (double) g_array_index (times, gint64, below);
      double high = (double) g_array_index (times, gint64, above);

      self->quartiles[i] = low + (high - low) * (at - below);
    }
}
