/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-append.h"

#include <stdarg.h>
#include <string.h>

/* A guint has ten digits at most. */
#define MAX_DIGITS 10

static void
append_number (GString *out, guint number)
{
  char digits[MAX_DIGITS];
  gsize at = MAX_DIGITS;

  do
    digits[--at] = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  galley_append_bytes (out, digits + at, MAX_DIGITS - at);
}

/**
 * galley_append:
 * @format: as of printf(), with no conversions but "%s" and "%u"
 *
 * Appends what writers of markup have to say for each element and run, millions of times in a large
 * document: g_string_append_printf() costs several times as much, for it prints into memory of its
 * own first, and was more than half of the time that writing a page took.
 */
void
galley_append (GString *out, const char *format, ...)
{
  va_list values;
  const char *percent, *string;

  va_start (values, format);
  while ((percent = strchr (format, '%')) != NULL)
    {
      galley_append_bytes (out, format, (gsize) (percent - format));
      if (percent[1] == 's')
        {
          string = va_arg (values, const char *);
          galley_append_bytes (out, string, strlen (string));
        }
      else if (percent[1] == 'u')
        append_number (out, va_arg (values, guint));
      else
        g_assert_not_reached ();
      format = percent + 2;
    }
  galley_append_bytes (out, format, strlen (format));
  va_end (values);
}
