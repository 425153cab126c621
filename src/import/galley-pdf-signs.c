/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-signs.h"

#include <string.h>

/* What the first and last characters of a line tell. */

#define SOFT_HYPHEN 0x00AD
#define HYPHEN 0x2010
#define NON_BREAKING_HYPHEN 0x2011
#define MAX_ORDINAL_DIGITS 3
#define MAX_NUMBER_PARTS 5

/* Whether @words end as sentences do: with a stop, within brackets and quotation marks or not, or
 * with a colon. */
gboolean
galley_pdf_signs_end_sentence (const char *words)
{
  const char *p = words + strlen (words);

  while (p > words)
    {
      gunichar last;

      p = g_utf8_prev_char (p);
      last = g_utf8_get_char (p);
      if (g_utf8_strchr (".!?…:;。！？", -1, last) != NULL)
        return TRUE;
      if (g_utf8_strchr (")]”’\"'»“‘«", -1, last) == NULL && !g_unichar_isspace (last))
        return FALSE;
    }

  return FALSE;
}

gboolean
galley_pdf_signs_is_hyphen (gunichar character)
{
  return character == '-' || character == SOFT_HYPHEN || character == HYPHEN ||
         character == NON_BREAKING_HYPHEN;
}

/* Whether @words end within a word that a hyphen breaks. */
gboolean
galley_pdf_signs_end_hyphenated (const char *words)
{
  const char *end = words + strlen (words);
  const char *hyphen = g_utf8_find_prev_char (words, end);
  const char *before = hyphen != NULL ? g_utf8_find_prev_char (words, hyphen) : NULL;

  return before != NULL && galley_pdf_signs_is_hyphen (g_utf8_get_char (hyphen)) &&
         g_unichar_isalpha (g_utf8_get_char (before));
}

/* The length in bytes of the sign of a list item at the start of @words, with the spaces after it;
 * 0 if there is none. Fonts of signs have theirs where Unicode has no characters; a dash has other
 * uses, and counts with a space only. */
gsize
galley_pdf_signs_measure_bullet (const char *words)
{
  gunichar first = g_utf8_get_char (words);
  const char *after = *words != '\0' ? g_utf8_next_char (words) : words;
  gsize n_spaces = strspn (after, " ");
  gboolean is_sign = g_utf8_strchr ("•‣◦▪▫●○■□◆◇▸►➢➤✓✔∙⁃", -1, first) != NULL ||
                     (first >= 0xF000 && first <= 0xF0FF) || first == 0xB7;
  gboolean is_dash = first == '-' || first == 0x2013 || first == 0x2014 || first == '*';

  if (*words == '\0' || after[n_spaces] == '\0')
    return 0;
  return is_sign || (is_dash && n_spaces > 0) ? (gsize) (after - words) + n_spaces : 0;
}

gboolean
galley_pdf_signs_is_bullet (const char *words)
{
  return galley_pdf_signs_measure_bullet (words) > 0;
}

/* The length in bytes of a number or a letter at the start of @words that counts items, with what
 * ends it and the spaces after it; 0 if there is none. */
gsize
galley_pdf_signs_measure_ordinal (const char *words, char *out_stop, guint *out_value)
{
  const char *p = words + (*words == '(');
  guint value = 0, n_digits = 0;

  for (; g_ascii_isdigit (*p) && n_digits < MAX_ORDINAL_DIGITS; n_digits++)
    value = value * 10 + (*p++ - '0');
  if (n_digits == 0 && g_ascii_islower (*p))
    value = *p++ - 'a' + 1;
  if (value == 0 || (*p != '.' && *p != ')') || (*words == '(' && *p != ')') || p[1] != ' ' ||
      p[1 + strspn (p + 1, " ")] == '\0')
    return 0;

  *out_stop = *words == '(' ? '(' : *p;
  *out_value = value;
  p++;
  return p - words + strspn (p, " ");
}

/* Reads a number of parts, such as "2" or "2.1.", into @out_parts. Returns how many it has, or 0 if
 * @words do not begin with such a number and a space. */
static guint
read_number (const char *words, guint *out_parts)
{
  const char *p = words;
  guint n_parts = 0;

  while (g_ascii_isdigit (*p) && n_parts < MAX_NUMBER_PARTS)
    {
      guint n_digits = 0;

      out_parts[n_parts] = 0;
      for (; g_ascii_isdigit (*p) && n_digits < MAX_ORDINAL_DIGITS; n_digits++)
        out_parts[n_parts] = out_parts[n_parts] * 10 + (*p++ - '0');
      n_parts++;
      if (*p == '.')
        p++;
    }

  return *p == ' ' ? n_parts : 0;
}

/* Whether @next_words begin with the number or letter that comes after the one of @words: "b)"
 * after "a)", "3" after "2", "2.2" or "3" or "2.1.1" after "2.1". */
gboolean
galley_pdf_signs_count_on (const char *words, const char *next_words)
{
  guint parts[MAX_NUMBER_PARTS], next_parts[MAX_NUMBER_PARTS];
  guint n_parts, n_next, value, next_value, i = 0;
  char stop, next_stop;

  if (galley_pdf_signs_measure_ordinal (words, &stop, &value) > 0 &&
      galley_pdf_signs_measure_ordinal (next_words, &next_stop, &next_value) > 0)
    return stop == next_stop && value + 1 == next_value;

  n_parts = read_number (words, parts);
  n_next = read_number (next_words, next_parts);
  while (i < n_parts && i < n_next && parts[i] == next_parts[i])
    i++;
  if (n_parts == 0 || i + 1 != n_next)
    return FALSE;
  return next_parts[i] == (i < n_parts ? parts[i] + 1 : 1);
}
