/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-event.h"

#include <string.h>

#define COUNTER_BITS 16

static void
hash_field (GChecksum *checksum, const char *field)
{
  char length[24];

  if (field == NULL)
    {
      g_checksum_update (checksum, (const guchar *) "-,", 2);
      return;
    }

  g_snprintf (length, sizeof length, "%" G_GSIZE_FORMAT ":", strlen (field));
  g_checksum_update (checksum, (const guchar *) length, -1);
  g_checksum_update (checksum, (const guchar *) field, -1);
  g_checksum_update (checksum, (const guchar *) ",", 1);
}

static void
hash_number (GChecksum *checksum, gint64 number)
{
  char digits[24];

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, number);
  hash_field (checksum, digits);
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
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, event->body, -1);
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
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) previous, -1);
  hash_field (checksum, event->replica);
  hash_number (checksum, event->seq);
  hash_number (checksum, event->clock);
  hash_field (checksum, event->time);
  hash_field (checksum, event->actor);
  hash_field (checksum, event->article);
  hash_field (checksum, event->subject);
  hash_field (checksum, event->kind);
  hash_field (checksum, event->base);
  hash_field (checksum, event->unit);
  hash_field (checksum, event->act);
  hash_field (checksum, event->verb);
  hash_field (checksum, event->target);
  hash_field (checksum, digest);

  return g_strdup (g_checksum_get_string (checksum));
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
