/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-mention-words.h"

#include <string.h>

/* What words change for a statement, galley-difference-words.c knows for all that compares words.
 * Here stands only which words are others for the same. They are looked up once for each word that
 * an article has. */

/* Numbers that are written out where they are short. What else counts is kept as it is written:
 * “dozens” are not a dozen. */
static const char *const numbers[] = {
  "zero",     "one",     "two",     "three",     "four",     "five",     "six",
  "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
};

static const char *const tens[] = { "thirty",  "forty",  "fifty", "sixty",
                                    "seventy", "eighty", "ninety" };

/**
 * galley_mention_word_is_article:
 * @plain: a word as it is written, without the capital of a sentence's start
 *
 * Returns: whether mentions with it and without it say the same. Only of English, as elsewhere the
 *   articles are also other words.
 */
gboolean
galley_mention_word_is_article (const char *plain)
{
  return g_str_equal (plain, "the") || g_str_equal (plain, "a") || g_str_equal (plain, "an");
}

/**
 * galley_mention_word_points_back:
 * @plain: a word as it is written, without the capital of a sentence's start
 *
 * Returns: whether a sentence that begins with it is about what was named before
 */
gboolean
galley_mention_word_points_back (const char *plain)
{
  static const char *const words[] = {
    "he",     "she",  "it",    "they",  "i",     "we",   "you",   "this",  "that",  "these",
    "those",  "his",  "her",   "its",   "their", "my",   "our",   "your",  "there", "here",
    "él",     "ella", "ellos", "ellas", "esto",  "esta", "este",  "estos", "estas", "esa",
    "ese",    "eso",  "su",    "sus",   "er",    "sie",  "es",    "dies",  "diese", "dieser",
    "dieses", "sein", "seine", "ihr",   "ihre",  "il",   "elle",  "ils",   "elles", "ce",
    "cette",  "ces",  "son",   "sa",    "ses",   "leur", "leurs", NULL,
  };

  return g_strv_contains (words, plain);
}

static char *
name_number (const char *plain)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_ascii_strcasecmp (plain, numbers[i]) == 0)
      return g_strdup_printf ("%u", i);
  for (guint i = 0; i < G_N_ELEMENTS (tens); i++)
    if (g_ascii_strcasecmp (plain, tens[i]) == 0)
      return g_strdup_printf ("%u", 30 + 10 * i);

  return NULL;
}

/* Whether commas stand in @plain and only where thousands are parted: “1,100”, and not “1,5”. */
static gboolean
has_thousands (const char *plain)
{
  gsize n_digits = strspn (plain, "0123456789");

  if (n_digits == 0 || n_digits > 3 || plain[n_digits] != ',')
    return FALSE;
  for (plain += n_digits; *plain == ','; plain += n_digits + 1)
    {
      n_digits = strspn (plain + 1, "0123456789");
      if (n_digits != 3)
        return FALSE;
    }

  return *plain == '\0';
}

/**
 * galley_mention_word_to_form:
 * @plain: a word as it is written, without the capital of a sentence's start
 *
 * Returns: (transfer full): the same for all words that say the same: the word itself, and of
 *   numbers their digits without separators
 */
char *
galley_mention_word_to_form (const char *plain)
{
  char *form = name_number (plain);

  if (form != NULL)
    return form;
  if (!has_thousands (plain))
    return g_strdup (plain);

  form = g_strdup (plain);
  for (char *p = form; *plain != '\0'; plain++)
    if (*plain != ',')
      *p++ = *plain, *p = '\0';
  return form;
}

/**
 * galley_mention_word_to_stem:
 * @folded: a folded word
 *
 * Returns: (transfer full): what its forms have in common, more or less
 */
char *
galley_mention_word_to_stem (const char *folded)
{
  static const char *const endings[][2] = { { "'s", "" },  { "ies", "y" }, { "ied", "y" },
                                            { "ing", "" }, { "ed", "" },   { "es", "" },
                                            { "s", "" },   { "e", "" } };
  gsize length_bytes = strlen (folded);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize ending_bytes = strlen (endings[i][0]);

      if (length_bytes >= ending_bytes + 3 && g_str_has_suffix (folded, endings[i][0]))
        {
          g_autofree char *stem = g_strndup (folded, length_bytes - ending_bytes);

          return g_strconcat (stem, endings[i][1], NULL);
        }
    }

  return g_strdup (folded);
}
