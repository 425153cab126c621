/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-event.h"

#include "galley-digest.h"

#include <string.h>

#define COUNTER_BITS 16

/* The beginning of 2026: a machine that shows an earlier time than that, when this was written, has
 * lost it. */
#define EARLIEST_MS G_GINT64_CONSTANT (1767225600000)

#define EPOCH_DAY 719163 /* of the first of January 1970, as GDate counts */

#define MAX_DIGITS 20

/* Writes a decimal number to the end of @digits, without the detour by a format: there are fifteen
 * in each event. Returns where it begins. */
static char *
write_decimal (guint64 number, char digits[MAX_DIGITS + 1])
{
  char *at = digits + MAX_DIGITS;

  *at = '\0';
  do
    *--at = '0' + number % 10;
  while ((number /= 10) > 0);

  return at;
}

static void
append_field (GString *fields, const char *field)
{
  gsize length_bytes = field != NULL ? strlen (field) : 0;
  char digits[MAX_DIGITS + 1];

  if (field == NULL)
    g_string_append_c (fields, '-');
  else
    {
      g_string_append (fields, write_decimal (length_bytes, digits));
      g_string_append_c (fields, ':');
      g_string_append_len (fields, field, length_bytes);
    }
  g_string_append_c (fields, ',');
}

static void
append_number (GString *fields, gint64 number)
{
  char digits[MAX_DIGITS + 2];
  char *start = write_decimal (number < 0 ? -(guint64) number : (guint64) number, digits + 1);

  if (number < 0)
    *--start = '-';
  append_field (fields, start);
}

/**
 * galley_event_digest:
 * @event: an event with its body
 *
 * Returns: (transfer full): SHA-256 of the body, hexadecimal
 */
char *
galley_event_digest (const GalleyEvent *event)
{
  return galley_digest (event->body, strlen (event->body));
}

/**
 * galley_event_chain:
 * @event: an event; its body is not looked at
 * @digest: the body's digest
 * @previous: chain value of the replica's event before, or %GALLEY_EVENT_FIRST_CHAIN
 *
 * Returns: (transfer full): the event's chain value, hexadecimal
 */
char *
galley_event_chain (const GalleyEvent *event, const char *digest, const char *previous)
{
  g_autoptr (GString) fields = g_string_sized_new (1024);

  g_string_append (fields, previous);
  append_field (fields, event->replica);
  append_number (fields, event->seq);
  append_number (fields, event->clock);
  append_field (fields, event->time);
  append_field (fields, event->actor);
  append_field (fields, event->article);
  append_field (fields, event->subject);
  append_field (fields, event->kind);
  append_field (fields, event->base);
  append_field (fields, event->unit);
  append_field (fields, event->act);
  append_field (fields, event->verb);
  append_field (fields, event->target);
  append_field (fields, digest);

  return galley_digest (fields->str, fields->len);
}

/**
 * galley_event_get_time_ms:
 *
 * Returns: when the event was done, milliseconds since 1970 UTC
 */
gint64
galley_event_get_time_ms (const GalleyEvent *event)
{
  return galley_clock_read (event->clock, event->time);
}

/**
 * galley_clock_now_ms:
 *
 * Returns: what this machine's clock shows, milliseconds since 1970 UTC, from 1 on and before the
 *   year 3000
 */
gint64
galley_clock_now_ms (void)
{
  return CLAMP (g_get_real_time () / 1000, 1, GALLEY_CLOCK_END_MS - 1);
}

/**
 * galley_clock_is_astray:
 * @last_clock: the largest clock value in the journal
 *
 * Returns: whether the journal's clock is so far ahead of this machine's that one of them is wrong:
 *   this one, or it was until somebody set it right, or that of somebody whose package came
 */
gboolean
galley_clock_is_astray (gint64 last_clock)
{
  return (last_clock >> COUNTER_BITS) > galley_clock_now_ms () + GALLEY_CLOCK_MAX_AHEAD_MS;
}

/**
 * galley_clock_is_lost:
 *
 * Returns: whether this machine's clock shows what no right clock can show any more
 */
gboolean
galley_clock_is_lost (void)
{
  return galley_clock_now_ms () < EARLIEST_MS;
}

/**
 * galley_clock_next:
 * @last_clock: the largest clock value in the journal, 0 if it is empty
 *
 * A hybrid logical clock: the machine's time, unless that is behind what the journal has already
 * seen, in which case the clock goes on from there. (Kulkarni et al., “Logical Physical Clocks”,
 * 2014, with time and counter in one number.) The counter is for the events of one step. The next
 * step begins with the next millisecond, so that no two verdicts of a person are of one moment.
 *
 * What is done is dated by this clock too, so that nothing is dated before what it was built on;
 * but not where the clock is astray: then the order goes on from there, and the time is what the
 * machine shows, or, if that has lost its own, what goes on from the event before. One wrong clock
 * must not date what all others do from then on.
 *
 * Returns: a clock value greater than @last_clock
 */
gint64
galley_clock_next (gint64 last_clock)
{
  return MAX (galley_clock_now_ms (), (last_clock >> COUNTER_BITS) + 1) << COUNTER_BITS;
}

/**
 * galley_clock_format:
 * @time_ms: milliseconds since 1970 UTC
 *
 * Returns: (transfer full): the time in UTC, ISO 8601 with milliseconds
 */
char *
galley_clock_format (gint64 time_ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_ms / 1000);
  g_autofree char *seconds = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, (int) (time_ms % 1000));
}

/* The number of @n_digits at @text; -1 if other signs stand there. */
static int
read_digits (const char *text, guint n_digits)
{
  int number = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = 10 * number + text[i] - '0';
    }

  return number;
}

/* What galley_clock_format() wrote; -1 if it did not write that. */
static gint64
parse_time (const char *text)
{
  static const char form[] = "0000-00-00T00:00:00.000Z";
  int year, month, day, hour, minute, second, ms;
  GDate date;

  if (strlen (text) != strlen (form))
    return -1;
  for (gsize i = 0; form[i] != '\0'; i++)
    if (form[i] != '0' && text[i] != form[i])
      return -1;

  year = read_digits (text, 4);
  month = read_digits (text + 5, 2);
  day = read_digits (text + 8, 2);
  hour = read_digits (text + 11, 2);
  minute = read_digits (text + 14, 2);
  second = read_digits (text + 17, 2);
  ms = read_digits (text + 20, 3);
  if (year < 1970 || month < 0 || day < 0 || hour < 0 || minute < 0 || second < 0 || ms < 0 ||
      !g_date_valid_dmy (day, month, year))
    return -1;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return (((gint64) (g_date_get_julian (&date) - EPOCH_DAY) * 24 + hour) * 60 + minute) * 60000 +
         second * 1000 + ms;
}

/**
 * galley_clock_read:
 * @clock: an event's
 * @time: likewise
 *
 * Returns: when the event was done, milliseconds since 1970 UTC
 */
gint64
galley_clock_read (gint64 clock, const char *time)
{
  gint64 clock_ms = clock >> COUNTER_BITS, time_ms;

  /* In a step of very many events the counter takes the clock past the step's time. */
  time_ms = parse_time (time);
  return time_ms < 0 || ABS (time_ms - clock_ms) < G_GINT64_CONSTANT (60000) ? clock_ms : time_ms;
}
