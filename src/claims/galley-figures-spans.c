/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-figures-private.h"

/* No day of a calendar is later than this, milliseconds since 1970: the year 9000. */
#define LAST_TIME (G_GINT64_CONSTANT (221845392000) * 1000)
#define MS_PER_SECOND 1000

static GDateTime *
to_local (GTimeZone *zone, gint64 time)
{
  g_autoptr (GDateTime) utc =
      g_date_time_new_from_unix_utc (CLAMP (time, 0, LAST_TIME) / MS_PER_SECOND);

  return g_date_time_to_timezone (utc, zone);
}

static gint64
to_ms (GDateTime *local)
{
  return g_date_time_to_unix (local) * MS_PER_SECOND;
}

/* A day begins at midnight, or at the first moment after it that clocks show. */
static GDateTime *
begin_day (GTimeZone *zone, int year, int month, int day)
{
  return g_date_time_new (zone, year, month, day, 0, 0, 0);
}

/* When the span begins that @local is in. */
static GDateTime *
find_start (GTimeZone *zone, GDateTime *local, GalleyFiguresUnit unit)
{
  int year = g_date_time_get_year (local), month = g_date_time_get_month (local);
  int day = g_date_time_get_day_of_month (local);
  g_autoptr (GDateTime) monday = NULL;

  switch (unit)
    {
    case GALLEY_FIGURES_HOUR:
      return g_date_time_add_seconds (
          local, -(g_date_time_get_minute (local) * 60. + g_date_time_get_second (local)));
    case GALLEY_FIGURES_WEEK:
      monday = g_date_time_add_days (local, 1 - g_date_time_get_day_of_week (local));
      return begin_day (zone, g_date_time_get_year (monday), g_date_time_get_month (monday),
                        g_date_time_get_day_of_month (monday));
    case GALLEY_FIGURES_MONTH:
      return begin_day (zone, year, month, 1);
    case GALLEY_FIGURES_QUARTER:
      return begin_day (zone, year, (month - 1) / 3 * 3 + 1, 1);
    case GALLEY_FIGURES_YEAR:
      return begin_day (zone, year, 1, 1);
    case GALLEY_FIGURES_DAY:
    default:
      return begin_day (zone, year, month, day);
    }
}

static GDateTime *
find_next (GDateTime *start, GalleyFiguresUnit unit, guint n_units)
{
  int n = (int) n_units;

  switch (unit)
    {
    case GALLEY_FIGURES_HOUR:
      return g_date_time_add_hours (start, n);
    case GALLEY_FIGURES_WEEK:
      return g_date_time_add_days (start, 7 * n);
    case GALLEY_FIGURES_MONTH:
      return g_date_time_add_months (start, n);
    case GALLEY_FIGURES_QUARTER:
      return g_date_time_add_months (start, 3 * n);
    case GALLEY_FIGURES_YEAR:
      return g_date_time_add_years (start, n);
    case GALLEY_FIGURES_DAY:
    default:
      return g_date_time_add_days (start, n);
    }
}

/* Whether few enough spans of this kind reach from @first to @last. */
static gboolean
try_cut (GalleyFigures *self, GDateTime *first, gint64 last)
{
  g_autoptr (GDateTime) start = find_start (self->time_zone, first, self->unit);

  g_array_set_size (self->spans, 0);
  while (start != NULL && to_ms (start) <= last)
    {
      GDateTime *next = find_next (start, self->unit, self->n_units);
      GalleyFiguresSpan span = { .start = to_ms (start) };

      if (self->spans->len == GALLEY_FIGURES_MAX_SPANS)
        {
          g_date_time_unref (next);
          return FALSE;
        }
      span.end = to_ms (next);
      g_array_append_val (self->spans, span);
      g_date_time_unref (start);
      start = next;
    }

  return TRUE;
}

static gboolean
is_same_day (GDateTime *a, GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) &&
         g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/**
 * galley_figures_cut_time:
 * @first: when something happened first, milliseconds since 1970 UTC
 * @last: when something happened last, likewise
 *
 * Cuts the time between both into spans: hours if all is on one day, else days; longer ones where
 * these would be too many.
 */
void
galley_figures_cut_time (GalleyFigures *self, gint64 first, gint64 last)
{
  g_autoptr (GDateTime) from = to_local (self->time_zone, MIN (first, last));
  g_autoptr (GDateTime) to = to_local (self->time_zone, MAX (first, last));

  self->unit = is_same_day (from, to) ? GALLEY_FIGURES_HOUR : GALLEY_FIGURES_DAY;
  self->n_units = 1;
  while (!try_cut (self, from, to_ms (to)))
    {
      if (self->unit < GALLEY_FIGURES_YEAR)
        self->unit++;
      else
        self->n_units *= 2;
    }
}

/**
 * galley_figures_find_span:
 * @time: milliseconds since 1970 UTC
 *
 * Returns: (transfer none) (nullable): the span that @time is in, or the nearest one; %NULL if
 *   there are none
 */
GalleyFiguresSpan *
galley_figures_find_span (GalleyFigures *self, gint64 time)
{
  guint low = 0, high = self->spans->len;

  if (high == 0)
    return NULL;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->spans, GalleyFiguresSpan, middle).start <= time)
        low = middle;
      else
        high = middle;
    }

  return &g_array_index (self->spans, GalleyFiguresSpan, low);
}
