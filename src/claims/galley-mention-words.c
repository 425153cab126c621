/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-mention-words.h"

#include <string.h>

/* English words, folded as galley_fold() does it. They are looked up once for each word of an
 * article, in tables. */

static const char empty_words[] =
    "a an the of to in on at by for from with as and or but that which who whom whose this these "
    "those it its he his him she her they their them we our us you your i my is are was were be "
    "been being am has have had having do does did done there here into than then so if when where "
    "while also such both each other over under between after before during about up out off";

static const char negations[] = "not no never none nobody nothing neither nor without cannot "
                                "deny denies denied denying false untrue refuse refuses refused "
                                "fail fails failed";

static const char hedges[] =
    "reportedly allegedly alleged alleges allege reported report reports apparently apparent "
    "around roughly nearly almost approximately about suspected suspect suspects believed believe "
    "believes claimed claim claims said say says saying according likely unlikely unclear disputed "
    "dispute disputes unconfirmed unverified seem seems seemed appear appears appeared possibly "
    "probably perhaps supposedly estimated estimate estimates presumably purportedly purported";

static const char modals[] = "may might could would should will shall must can";

static const char *const numbers[] = {
  "zero 0",
  "one 1",
  "two 2",
  "three 3",
  "four 4",
  "five 5",
  "six 6",
  "seven 7",
  "eight 8",
  "nine 9",
  "ten 10",
  "eleven 11",
  "twelve 12",
  "thirteen 13",
  "fourteen 14",
  "fifteen 15",
  "sixteen 16",
  "seventeen 17",
  "eighteen 18",
  "nineteen 19",
  "twenty 20",
  "thirty 30",
  "forty 40",
  "fifty 50",
  "sixty 60",
  "seventy 70",
  "eighty 80",
  "ninety 90",
  "once 1",
  "twice 2",
  "half half",
  "dozen dozen",
  "dozens dozen",
  "hundred hundred",
  "hundreds hundred",
  "thousand thousand",
  "thousands thousand",
  "million million",
  "millions million",
  "billion billion",
  "billions billion",
  "trillion trillion",
};

static void
add_words (GHashTable *table, const char *words, gpointer value)
{
  g_auto (GStrv) split = g_strsplit (words, " ", -1);

  for (guint i = 0; split[i] != NULL; i++)
    if (!g_hash_table_contains (table, split[i]))
      g_hash_table_insert (table, g_strdup (split[i]), value);
}

/* Values are one more than a #GalleyMentionPart, as 0 is nothing. */
static GHashTable *
get_classes (void)
{
  static gsize classes;

  if (g_once_init_enter (&classes))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

      add_words (table, negations, GUINT_TO_POINTER (GALLEY_MENTION_NEGATIONS + 1));
      add_words (table, hedges, GUINT_TO_POINTER (GALLEY_MENTION_HEDGES + 1));
      add_words (table, modals, GUINT_TO_POINTER (GALLEY_MENTION_MODALS + 1));
      g_once_init_leave (&classes, (gsize) table);
    }

  return (GHashTable *) classes;
}

static GHashTable *
get_empty_words (void)
{
  static gsize words;

  if (g_once_init_enter (&words))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

      add_words (table, empty_words, GUINT_TO_POINTER (TRUE));
      g_once_init_leave (&words, (gsize) table);
    }

  return (GHashTable *) words;
}

static GHashTable *
get_numbers (void)
{
  static gsize words;

  if (g_once_init_enter (&words))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
        {
          const char *space = strchr (numbers[i], ' ');

          g_hash_table_insert (table, g_strndup (numbers[i], space - numbers[i]),
                               (gpointer) (space + 1));
        }
      g_once_init_leave (&words, (gsize) table);
    }

  return (GHashTable *) words;
}

/**
 * galley_mention_word_is_empty:
 * @word: a folded word
 *
 * Returns: whether it says nothing of what a sentence is about
 */
gboolean
galley_mention_word_is_empty (const char *word)
{
  return g_hash_table_contains (get_empty_words (), word);
}

/**
 * galley_mention_word_classify:
 * @word: a folded word
 * @out_part: (out): whether it denies, hedges or says what may be; untouched if it does none of it
 *
 * Returns: whether it does any of it
 */
gboolean
galley_mention_word_classify (const char *word, GalleyMentionPart *out_part)
{
  guint value = GPOINTER_TO_UINT (g_hash_table_lookup (get_classes (), word));

  if (value == 0 && g_str_has_suffix (word, "n't"))
    value = GALLEY_MENTION_NEGATIONS + 1;
  if (value > 0)
    *out_part = value - 1;
  return value > 0;
}

/**
 * galley_mention_word_to_number:
 * @word: a folded word
 *
 * Returns: (transfer full) (nullable): the number that it is, without separators of thousands
 */
char *
galley_mention_word_to_number (const char *word)
{
  const char *named = g_hash_table_lookup (get_numbers (), word);
  GString *digits;

  if (named != NULL)
    return g_strdup (named);
  if (!g_ascii_isdigit (*word))
    return NULL;

  digits = g_string_new (NULL);
  for (const char *p = word; *p != '\0'; p++)
    if (*p != ',')
      g_string_append_c (digits, *p);
  return g_string_free (digits, FALSE);
}

/**
 * galley_mention_word_stem:
 * @word: a folded word
 *
 * Returns: (transfer full): what its forms have in common, more or less
 */
char *
galley_mention_word_stem (const char *word)
{
  static const char *const endings[][2] = { { "'s", "" },  { "ies", "y" }, { "ied", "y" },
                                            { "ing", "" }, { "ed", "" },   { "es", "" },
                                            { "s", "" },   { "e", "" } };
  gsize length_bytes = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize ending_bytes = strlen (endings[i][0]);

      if (length_bytes >= ending_bytes + 3 && g_str_has_suffix (word, endings[i][0]))
        {
          g_autofree char *stem = g_strndup (word, length_bytes - ending_bytes);

          return g_strconcat (stem, endings[i][1], NULL);
        }
    }

  return g_strdup (word);
}
