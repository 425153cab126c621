/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-reference-dates.h"

#include <string.h>

/* Reads @n_digits digits; G_MAXUINT if there are not so many. */
static guint
read_digits (const char *p, guint n_digits)
{
  guint value = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (p[i]))
        return G_MAXUINT;
      value = value * 10 + (p[i] - '0');
    }

  return value;
}

/**
 * galley_partial_date_is_valid:
 *
 * Returns: whether there is such a day, month or year
 */
gboolean
galley_partial_date_is_valid (const GalleyPartialDate *date)
{
  if (date->year > 9999 || date->month > 12 || (date->month == 0 && date->day > 0))
    return FALSE;

  return date->day == 0 || (date->year > 0 && date->day <= 31 &&
                            g_date_valid_dmy (date->day, date->month, date->year));
}

/**
 * galley_partial_date_parse:
 * @words: (nullable): "2025", "2025-09" or "2025-09-03", perhaps with a time of day after it
 * @out_date: (out): the date; untouched if it is none
 *
 * Returns: whether @words are a date and nothing else
 */
gboolean
galley_partial_date_parse (const char *words, GalleyPartialDate *out_date)
{
  gsize length = words != NULL ? strcspn (words, "T") : 0;
  GalleyPartialDate date = { 0 };

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  date.year = read_digits (words, 4);
  if (length >= 7)
    date.month = words[4] == '-' ? read_digits (words + 5, 2) : G_MAXUINT;
  if (length == 10)
    date.day = words[7] == '-' ? read_digits (words + 8, 2) : G_MAXUINT;
  if (words[length] == 'T' && (length < 10 || !g_ascii_isdigit (words[length + 1])))
    return FALSE;
  if ((length >= 7 && date.month == 0) || (length == 10 && date.day == 0) ||
      !galley_partial_date_is_valid (&date))
    return FALSE;

  *out_date = date;
  return TRUE;
}

/**
 * galley_partial_date_format:
 *
 * Returns: (transfer full): @date as the source log has it
 */
char *
galley_partial_date_format (const GalleyPartialDate *date)
{
  if (date->day > 0)
    return g_strdup_printf ("%04u-%02u-%02u", date->year, date->month, date->day);
  if (date->month > 0)
    return g_strdup_printf ("%04u-%02u", date->year, date->month);
  return g_strdup_printf ("%04u", date->year);
}

/**
 * galley_month_find:
 * @words: an English name of a month, its beginning of three letters, or its number
 *
 * Returns: the number of the month from 1, or 0
 */
guint
galley_month_find (const char *words)
{
  static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  gsize n_digits = strspn (words, "0123456789");

  if (n_digits > 0)
    {
      guint number = n_digits <= 2 ? read_digits (words, n_digits) : 0;

      return number <= 12 ? number : 0;
    }
  for (guint i = 0; i < 12; i++)
    if (g_ascii_strncasecmp (words, names + 3 * i, 3) == 0)
      return i + 1;

  return 0;
}
