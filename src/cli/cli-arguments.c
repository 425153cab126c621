/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-name.h"

#include <glib/gi18n-lib.h>

/**
 * cli_parse_offset:
 * @typed: decimal digits
 * @out_offset: (out): code points
 *
 * Returns: whether @typed is a number; if not, @error is %CLI_EXIT_USAGE
 */
gboolean
cli_parse_offset (const char *typed, guint *out_offset, GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (typed, /* base= */ 10, 0, G_MAXUINT, &number, NULL))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("“%s” is no offset, which counts characters from 0"), typed);
      return FALSE;
    }

  *out_offset = number;
  return TRUE;
}

/**
 * cli_parse_number:
 * @typed: decimal digits
 * @out_number: (out): which one of a list that is counted from 1; 0 is none of it
 *
 * Returns: whether @typed is a number; if not, @error is %CLI_EXIT_USAGE
 */
gboolean
cli_parse_number (const char *typed, int *out_number, GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (typed, /* base= */ 10, 0, G_MAXINT, &number, NULL))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("“%s” is no number"), typed);
      return FALSE;
    }

  *out_number = number;
  return TRUE;
}

/**
 * cli_clean_name:
 * @name: (inout) (nullable): a person's name, however it was typed; it becomes what is written
 *   everywhere
 *
 * Returns: whether there is anything to be seen of it; if not, @error is %CLI_EXIT_USAGE
 */
gboolean
cli_clean_name (char **name, GError **error)
{
  g_autofree char *typed = *name;

  if (typed == NULL)
    return TRUE;
  *name = galley_name_clean (typed);
  if (**name != '\0')
    return TRUE;

  g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("The name of a person is empty"));
  return FALSE;
}

/**
 * cli_parse_range:
 * @arguments: (array length=2): start and end
 * @text: the text that they are in
 * @out_range: (out): the range
 *
 * Returns: whether there are words between the two; if not, @error is %CLI_EXIT_USAGE for what is
 *   no number, and %CLI_EXIT_FAILED for numbers that do not fit @text
 */
gboolean
cli_parse_range (char **arguments, GalleyText *text, GalleyRange *out_range, GError **error)
{
  guint length = galley_text_get_length (text);
  GalleyRange range;
  GalleyRange words;

  if (!cli_parse_offset (arguments[0], &range.start, error) ||
      !cli_parse_offset (arguments[1], &range.end, error))
    return FALSE;

  if (range.start > range.end || range.end > length)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED,
                   _ ("There are no characters from %u to %u in the article, which has %u"),
                   range.start, range.end, length);
      return FALSE;
    }
  words = galley_anchor_trim (text, range);
  if (words.start == words.end)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED,
                   _ ("There are no words from character %u to %u of the article"), range.start,
                   range.end);
      return FALSE;
    }

  *out_range = range;
  return TRUE;
}

/**
 * cli_parse_status:
 * @nick: what was typed
 * @out_status: (out): the status
 *
 * Returns: whether there is such a status; if not, @error is %CLI_EXIT_USAGE
 */
gboolean
cli_parse_status (const char *nick, GalleyStatus *out_status, GError **error)
{
  if (galley_status_from_nick (nick, out_status))
    return TRUE;

  g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
               _ ("“%s” is none of “pending”, “confirmed” and “disputed”"), nick);
  return FALSE;
}

/**
 * cli_parse_time:
 * @typed: a day or a day and time in ISO 8601; UTC unless it says otherwise
 * @out_time_ms: (out): milliseconds since 1970 UTC
 *
 * Returns: whether @typed is a time; if not, @error is %CLI_EXIT_USAGE
 */
gboolean
cli_parse_time (const char *typed, gint64 *out_time_ms, GError **error)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *day = g_strconcat (typed, "T00:00:00", NULL);
  g_autoptr (GDateTime) time =
      g_date_time_new_from_iso8601 (strchr (typed, 'T') != NULL ? typed : day, utc);

  if (time == NULL || g_date_time_to_unix (time) <= 0)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("“%s” is no time, such as “2025-09-03” or “2025-09-03T14:30:00Z”"), typed);
      return FALSE;
    }

  *out_time_ms = g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000;
  return TRUE;
}
