/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-when.h"

#include <glib/gi18n-lib.h>

/* Times as people read them. */

static gboolean
is_midnight (GDateTime *time)
{
  return g_date_time_get_hour (time) == 0 && g_date_time_get_minute (time) == 0 &&
         g_date_time_get_seconds (time) == 0;
}

/**
 * galley_when_format:
 * @time: milliseconds since 1970 UTC, or 0
 *
 * Returns: (transfer full) (nullable): @time as people read it where the program runs, to the
 *   minute and with its time zone, so that it means the same to whoever it is sent to; a day alone
 *   where no more than that was noted, which is midnight there or in UTC; %NULL for 0
 */
char *
galley_when_format (gint64 time)
{
  g_autoptr (GDateTime) utc = time != 0 ? g_date_time_new_from_unix_utc (time / 1000) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return NULL;
  /* Translators: a day, as in "3 Sep 2025"; see g_date_time_format(). */
  if (is_midnight (local) || is_midnight (utc))
    return g_date_time_format (is_midnight (local) ? local : utc, _ ("%-d %b %Y"));
  /* Translators: a day, a time of day and its zone, as in "3 Sep 2025, 14:05 CEST". */
  return g_date_time_format (local, _ ("%-d %b %Y, %H:%M %Z"));
}
