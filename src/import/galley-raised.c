/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-raised.h"

#include <string.h>

#define MAX_DIGITS 3

/**
 * galley_raised_digits:
 * @text: what is set above the line
 *
 * Raised digits keep their meaning only as such: 10² is not 102. A lone 0 is what a prime is in
 * some fonts.
 *
 * Returns: (transfer full) (nullable): @text with such digits, or %NULL if it is none
 */
char *
galley_raised_digits (const char *text)
{
  static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  gsize n_digits = strspn (text, "0123456789");
  GString *digits;

  if (n_digits == 0 || n_digits > MAX_DIGITS || (n_digits == 1 && *text == '0') ||
      text[n_digits + strspn (text + n_digits, " ")] != '\0')
    return NULL;

  digits = g_string_new (NULL);
  for (gsize i = 0; i < n_digits; i++)
    g_string_append (digits, raised[text[i] - '0']);
  g_string_append (digits, text + n_digits);

  return g_string_free (digits, FALSE);
}
