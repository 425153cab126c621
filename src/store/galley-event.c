/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-event.h"

#include "galley-digest.h"

#include <string.h>

#define COUNTER_BITS 16

/* A decimal number, without the detour by a format: there are fifteen in each event. */
static void
append_decimal (GString *fields, guint64 number)
{
  char digits[20];
  gsize at = sizeof digits;

  do
    digits[--at] = '0' + number % 10;
  while ((number /= 10) > 0);
  g_string_append_len (fields, digits + at, sizeof digits - at);
}

static void
append_field (GString *fields, const char *field)
{
  gsize length_bytes = field != NULL ? strlen (field) : 0;

  if (field == NULL)
    g_string_append_c (fields, '-');
  else
    {
      append_decimal (fields, length_bytes);
      g_string_append_c (fields, ':');
      g_string_append_len (fields, field, length_bytes);
    }
  g_string_append_c (fields, ',');
}

static void
append_number (GString *fields, gint64 number)
{
  char digits[24];

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, number);
  append_field (fields, digits);
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
 * Returns: the time that the event's clock shows, milliseconds since 1970 UTC
 */
gint64
galley_event_get_time_ms (const GalleyEvent *event)
{
  return event->clock >> COUNTER_BITS;
}

/**
 * galley_clock_next:
 * @last_clock: the largest clock value in the journal, 0 if it is empty
 *
 * A hybrid logical clock: the machine's time, unless that is behind what the journal has already
 * seen, in which case the clock goes on counting from there. (Kulkarni et al., “Logical Physical
 * Clocks”, 2014, with time and counter in one number.)
 *
 * Returns: a clock value greater than @last_clock
 */
gint64
galley_clock_next (gint64 last_clock)
{
  gint64 now = (g_get_real_time () / 1000) << COUNTER_BITS;

  return MAX (now, last_clock + 1);
}

/**
 * galley_clock_format:
 * @clock: a clock value
 *
 * Returns: (transfer full): its time in UTC, ISO 8601 with milliseconds
 */
char *
galley_clock_format (gint64 clock)
{
  gint64 time_ms = clock >> COUNTER_BITS;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_ms / 1000);
  g_autofree char *seconds = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, (int) (time_ms % 1000));
}
