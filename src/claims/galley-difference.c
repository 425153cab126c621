/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-difference.h"

#include "galley-abbreviations.h"
#include "galley-difference-words.h"

#include <string.h>

static const char *const nicks[GALLEY_N_DIFFERENCES] = {
  "number", "name", "negation", "modal", "hedge", "quotation", "words", "punctuation",
};

/**
 * galley_difference_to_nick:
 * @change: one flag
 *
 * Returns: (transfer none): its name for scripts
 */
const char *
galley_difference_to_nick (GalleyDifference change)
{
  gint bit = g_bit_nth_lsf (change, -1);

  g_return_val_if_fail (bit >= 0 && bit < GALLEY_N_DIFFERENCES, NULL);

  return nicks[bit];
}

/* Whether writing tells names from other words: letters of scripts with case, and no others. */
static gboolean
has_case (gunichar c)
{
  return g_unichar_tolower (c) != c || g_unichar_toupper (c) != c;
}

/**
 * galley_difference_of_word:
 * @plain: a word as galley_typography_append_word() makes it
 * @folded: the same as galley_fold() makes it
 *
 * Returns: what it means that this word was put in, left out or replaced. A word of a script
 * without capitals may be a name, and counts as one.
 */
GalleyDifference
galley_difference_of_word (const char *plain, const char *folded)
{
  GalleyDifference change = galley_difference_look_up (folded);
  gunichar first = g_utf8_get_char (plain);

  if (g_str_has_suffix (folded, "n't"))
    {
      g_autofree char *stem = g_strndup (folded, strlen (folded) - strlen ("n't"));

      change |= GALLEY_DIFFERENCE_NEGATION | GALLEY_DIFFERENCE_REACHING |
                galley_difference_look_up (stem);
    }
  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      change |= GALLEY_DIFFERENCE_NUMBER;
  if (g_unichar_isupper (first) || g_unichar_istitle (first) ||
      (g_unichar_isalpha (first) && !has_case (first)))
    change |= GALLEY_DIFFERENCE_NAME;

  return change != GALLEY_DIFFERENCE_NONE ? change : GALLEY_DIFFERENCE_WORDS;
}

/* The signs of an exponent, and the line of a fraction: “10⁻⁶”, “1¹⁄₂”. */
static gboolean
belongs_to_exponent (gunichar c)
{
  return (c >= 0x207a && c <= 0x207e) || (c >= 0x208a && c <= 0x208e) || c == 0x2044;
}

static gboolean
belongs_to_number (gunichar c)
{
  if (c < 0x80)
    return strchr ("%+/<>=~^#$", c) != NULL;

  return belongs_to_exponent (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL ||
         g_unichar_type (c) == G_UNICODE_OTHER_NUMBER || c == 0xb0 || c == 0xb1 || c == 0xd7 ||
         c == 0xf7 || c == 0x2030 || (c >= 0x2200 && c < 0x2300);
}

/* Whether the hyphen at @p makes a number negative. */
static gboolean
is_minus (const char *plain, const char *p)
{
  return *p == '-' && (p == plain || p[-1] == ' ') && p[1] == '\0';
}

/**
 * galley_difference_of_gap:
 * @plain: what stands between two words, as galley_typography_append_gap() makes it
 *
 * Returns: what it means that these signs were put in, left out or replaced
 */
GalleyDifference
galley_difference_of_gap (const char *plain)
{
  GalleyDifference change = GALLEY_DIFFERENCE_NONE;

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"' || (c == '\'' && p[1] == '\0'))
        change |= GALLEY_DIFFERENCE_QUOTATION;
      else if (belongs_to_number (c) || is_minus (plain, p))
        change |= GALLEY_DIFFERENCE_NUMBER;
      else if (c == '?')
        change |= GALLEY_DIFFERENCE_HEDGE;
      else if (c != ' ')
        change |= GALLEY_DIFFERENCE_PUNCTUATION;
    }

  return change;
}

/**
 * galley_difference_is_common:
 * @folded: a word as galley_fold() makes it
 *
 * Returns: whether it is known to be no name although it may have a capital at the start of a
 *   sentence
 */
gboolean
galley_difference_is_common (const char *folded)
{
  guint16 word[GALLEY_ABBREVIATION_MAX];
  gsize length = 0;

  for (const char *p = folded; *p != '\0'; p++, length++)
    {
      if ((guchar) *p >= 0x80 || length == G_N_ELEMENTS (word))
        return FALSE;
      word[length] = *p;
    }

  for (GalleyWordLanguage language = 0; language < GALLEY_N_WORD_LANGUAGES; language++)
    if (galley_abbreviation_look_up (language, word, length) &
        (GALLEY_WORD_OPENER | GALLEY_WORD_PRONOUN | GALLEY_WORD_LINK))
      return TRUE;

  return FALSE;
}
