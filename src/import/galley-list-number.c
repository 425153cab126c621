/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-list-number.h"

/* Larger numbers are written in digits: nobody reads them as letters, and they would be long. */
#define MAX_LETTERS (26 * 8)
#define MAX_ROMAN 3999

static void
append_letters (GString *text, char first, guint number)
{
  for (guint i = 0; i <= (number - 1) / 26; i++)
    g_string_append_c (text, first + (number - 1) % 26);
}

static void
append_roman (GString *text, gboolean is_upper, guint number)
{
  static const struct
  {
    guint value;
    const char *signs;
  } digits[] = { { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
                 { 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
                 { 5, "v" },    { 4, "iv" },   { 1, "i" } };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    for (; number >= digits[i].value; number -= digits[i].value)
      for (const char *sign = digits[i].signs; *sign != '\0'; sign++)
        g_string_append_c (text, is_upper ? g_ascii_toupper (*sign) : *sign);
}

/**
 * galley_list_number_append:
 * @text: what it is added to
 * @format: how to write it
 * @number: the place of an item
 *
 * Writes a number as word processors do. What has no letter or Roman number is written in digits.
 */
void
galley_list_number_append (GString *text, GalleyNumberFormat format, int number)
{
  gboolean is_letter = number > 0 && number <= MAX_LETTERS;
  gboolean is_roman = number > 0 && number <= MAX_ROMAN;

  if (format == GALLEY_NUMBER_NONE || format == GALLEY_NUMBER_BULLET)
    return;

  if (is_letter && format == GALLEY_NUMBER_LOWER_LETTER)
    append_letters (text, 'a', number);
  else if (is_letter && format == GALLEY_NUMBER_UPPER_LETTER)
    append_letters (text, 'A', number);
  else if (is_roman && format == GALLEY_NUMBER_LOWER_ROMAN)
    append_roman (text, /* is_upper= */ FALSE, number);
  else if (is_roman && format == GALLEY_NUMBER_UPPER_ROMAN)
    append_roman (text, /* is_upper= */ TRUE, number);
  else
    g_string_append_printf (text, format == GALLEY_NUMBER_DECIMAL_ZERO ? "%02d" : "%d", number);
}

/**
 * galley_list_marker_new:
 * @level: depth of the item, from 1
 * @sign: "•", or a number with what is around it; may be empty
 *
 * Returns: (transfer full): what stands before the item, with the spaces that indent it
 */
char *
galley_list_marker_new (guint level, const char *sign)
{
  return g_strdup_printf ("%*s%s%s", (int) (level - 1) * 2, "", sign, *sign != '\0' ? " " : "");
}
