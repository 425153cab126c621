/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-words.h"

#include <string.h>

/* What a word weighs of a language that parts words by spaces; a letter of one that does not says
 * as much as two or three of those. */
#define UNSPACED_WEIGHT 3
#define FIRST_UNSPACED 0x2E80
#define MIN_COMMON_WORDS 3

/**
 * galley_html_is_space:
 *
 * Returns: whether nothing is to be seen of @character
 */
gboolean
galley_html_is_space (gunichar character)
{
  return character == ' ' || (character >= '\t' && character <= '\r') || character == 0xA0 ||
         character == 0x200B || character == 0xFEFF ||
         (character >= 0x80 && g_unichar_isspace (character));
}

/**
 * galley_html_squeeze:
 *
 * Returns: (transfer full): @utf8 on one line, without white space at its ends, each run of white
 *   space within a single space
 */
char *
galley_html_squeeze (const char *utf8)
{
  GString *line = g_string_new (NULL);
  gboolean is_spaced = FALSE;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (galley_html_is_space (g_utf8_get_char (p)))
        {
          is_spaced = TRUE;
          continue;
        }
      if (is_spaced && line->len > 0)
        g_string_append_c (line, ' ');
      is_spaced = FALSE;
      g_string_append_len (line, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (line, FALSE);
}

/* What galley_html_fold() makes of ASCII, which needs no tables. */
static char *
fold_ascii (const char *ascii)
{
  GString *words = g_string_sized_new (strlen (ascii));
  gboolean is_parted = FALSE;

  for (const char *p = ascii; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p))
        {
          is_parted |= *p != '\'';
          continue;
        }
      if (is_parted && words->len > 0)
        g_string_append_c (words, ' ');
      is_parted = FALSE;
      g_string_append_c (words, g_ascii_tolower (*p));
    }

  return g_string_free (words, FALSE);
}

/**
 * galley_html_fold:
 *
 * Returns: (transfer full): the letters and digits of @utf8 in one case, its words parted by single
 *   spaces, so that two ways of setting the same words are equal
 */
char *
galley_html_fold (const char *utf8)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  GString *words;
  gboolean is_parted = FALSE;

  if (g_str_is_ascii (utf8))
    return fold_ascii (utf8);

  normal = g_utf8_normalize (utf8, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = g_utf8_casefold (normal != NULL ? normal : utf8, -1);
  words = g_string_new (NULL);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isalnum (character) || g_unichar_ismark (character))
        {
          if (is_parted && words->len > 0)
            g_string_append_c (words, ' ');
          is_parted = FALSE;
          g_string_append_unichar (words, character);
        }
      else if (character != '\'' && character != 0x2019)
        is_parted = TRUE;
    }

  return g_string_free (words, FALSE);
}

/**
 * galley_html_weigh:
 *
 * Returns: how much @utf8 has to say: its characters without white space, those of scripts that do
 *   not part words counted as several
 */
guint
galley_html_weigh (const char *utf8)
{
  guint weight = 0;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p < 0x80)
        weight += !g_ascii_isspace (*p);
      else if ((guchar) *p >= 0xE2)
        {
          gunichar character = g_utf8_get_char (p);

          weight += galley_html_is_space (character) ? 0
                    : character >= FIRST_UNSPACED    ? UNSPACED_WEIGHT
                                                     : 1;
        }
      else
        weight += g_utf8_get_char (p) != 0xA0;
    }

  return weight;
}

/**
 * galley_html_resemble:
 * @folded: words, as galley_html_fold() gives them
 * @folded_other: others
 *
 * Returns: whether half of the words of the shorter of two lines, and no fewer than some, are in
 *   both
 */
gboolean
galley_html_resemble (const char *folded, const char *folded_other)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_auto (GStrv) others = g_strsplit (folded_other, " ", -1);
  guint n_common = 0, n = MIN (g_strv_length (words), g_strv_length (others));

  for (guint i = 0; words[i] != NULL; i++)
    n_common += g_strv_contains ((const char *const *) others, words[i]);

  return n_common >= MIN_COMMON_WORDS && n_common * 2 >= n;
}
