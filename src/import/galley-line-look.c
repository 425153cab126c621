/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-line-look.h"

#include <string.h>

/* What can be said of a short line by its letters and signs alone. All functions take a whole line
 * with single spaces between its words. */

#define MAX_HEADING_CHARS 100
#define MAX_HEADING_WORDS 15
#define MAX_SENTENCE_CHARS 70 /* of a heading that is written like a sentence */
#define MAX_SENTENCE_WORDS 11
#define MAX_DENSE_CHARS 30   /* of a heading in a script without capitals */
#define MAX_EMPHATIC_WORDS 5 /* of a heading that ends in "!" or ":" */
#define MAX_TITLE_CHARS 220
#define MAX_LABEL_BYTES 48
#define MAX_NAME_WORDS 8
#define MAX_SMALL_BYTES 5 /* of the words and particles below */

typedef struct
{
  guint n_words;
  guint n_long;       /* words that a title writes with a capital */
  guint n_long_upper; /* those that are */
  guint n_letters;
  guint n_cased;
  guint n_upper;
  guint n_digits;
  guint n_signs;
  gboolean holds_sentence_end; /* in the middle */
} Count;

/* Words that a headline does not write with a capital, in the languages that have such headlines.
 */
static const char *const small_words[] = {
  "a",   "an",  "and",  "as",  "at",   "but", "by",  "for",  "from", "if",  "in",  "into",
  "nor", "of",  "on",   "or",  "over", "per", "so",  "than", "the",  "to",  "up",  "via",
  "vs",  "vs.", "with", "yet", "de",   "del", "des", "du",   "el",   "en",  "et",  "la",
  "las", "le",  "les",  "los", "un",   "una", "y",   "und",  "der",  "die", "das",
};

/* What stands in lower case within a person's name or title. */
static const char *const particles[] = {
  "al",  "at",  "bin", "bint", "da",  "das", "de",  "del", "della", "den", "der",
  "des", "di",  "do",  "dos",  "du",  "e",   "el",  "for", "ibn",   "la",  "las",
  "le",  "los", "of",  "ten",  "ter", "the", "van", "von", "y",     "zu",
};

static gboolean
is_among (const char *word, gsize length_bytes, const char *const *words, guint n_words)
{
  char first = g_ascii_tolower (*word);

  if (length_bytes > MAX_SMALL_BYTES)
    return FALSE;

  for (guint i = 0; i < n_words; i++)
    if (first == words[i][0] && g_ascii_strncasecmp (word, words[i], length_bytes) == 0 &&
        words[i][length_bytes] == '\0')
      return TRUE;

  return FALSE;
}

static gboolean
is_closing (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION ||
         character == '"' || character == '\'';
}

/* The first letter or digit of a word, past quotes and brackets; 0 if it has none. */
static gunichar
get_first (const char *word, gsize length_bytes)
{
  for (const char *p = word; p < word + length_bytes; p = g_utf8_next_char (p))
    if (g_ascii_isalnum (*p) || g_unichar_isalnum (g_utf8_get_char (p)))
      return g_utf8_get_char (p);

  return 0;
}

/* Whether a stop after this word ends a sentence rather than an abbreviation: three letters or
 * more in lower case ("over.", not "U.S.", "Mr." or "No."). */
static gboolean
stops (const char *word, gsize length_bytes)
{
  guint n_letters = 0;

  if (length_bytes < 2 || strchr (".!?", word[length_bytes - 1]) == NULL)
    return FALSE;
  if (word[length_bytes - 1] != '.')
    return TRUE;

  for (const char *p = word; p < word + length_bytes - 1; p = g_utf8_next_char (p))
    {
      if (*p == '.')
        return FALSE;
      n_letters++;
    }

  return n_letters > 3;
}

static void
count_character (Count *count, const char *p)
{
  gunichar character;

  if (g_ascii_isalpha (*p)) /* most are, and need no look into the tables of Unicode */
    {
      count->n_letters++;
      count->n_cased++;
      count->n_upper += g_ascii_isupper (*p);
      return;
    }

  character = g_utf8_get_char (p);
  if (g_unichar_isalpha (character))
    {
      count->n_letters++;
      count->n_upper += g_unichar_isupper (character);
      count->n_cased += g_unichar_isupper (character) || g_unichar_islower (character);
    }
  else if (g_unichar_isdigit (character))
    count->n_digits++;
  else if (!g_unichar_ismark (character))
    count->n_signs++;
}

static void
count_word (Count *count, const char *word, gsize length_bytes, gboolean is_last)
{
  gunichar first = get_first (word, length_bytes);
  guint n_chars = 0;

  for (const char *p = word; p < word + length_bytes; p = g_utf8_next_char (p), n_chars++)
    count_character (count, p);

  count->n_words++;
  if (first != 0 && n_chars > 2 &&
      !is_among (word, length_bytes, small_words, G_N_ELEMENTS (small_words)))
    {
      count->n_long++;
      count->n_long_upper += !g_unichar_islower (first);
    }
  if (!is_last && stops (word, length_bytes))
    count->holds_sentence_end = TRUE;
}

static Count
count_line (const char *line)
{
  Count count = { 0 };

  for (const char *word = line; *word != '\0';)
    {
      gsize length_bytes = strcspn (word, " ");

      if (length_bytes > 0)
        count_word (&count, word, length_bytes, word[length_bytes] == '\0');
      word += length_bytes + (word[length_bytes] == ' ');
    }

  return count;
}

static gboolean
ends_in_abbreviation (const char *line)
{
  gsize n = strlen (line);

  return n >= 4 && line[n - 1] == '.' && g_ascii_isupper (line[n - 2]) && line[n - 3] == '.' &&
         g_ascii_isupper (line[n - 4]);
}

/* The last character that is no closing quote or bracket. */
static gunichar
get_last (const char *line)
{
  const char *p = line + strlen (line);

  while (p > line)
    {
      p = g_utf8_prev_char (p);
      if (!is_closing (g_utf8_get_char (p)))
        return g_utf8_get_char (p);
    }

  return 0;
}

static gboolean
has_final_stop (const char *line)
{
  gunichar last = get_last (line);

  if (ends_in_abbreviation (line))
    return FALSE;

  return last == '.' || last == ',' || last == ';' || last == 0x2026 || last == 0x3002 ||
         last == 0x3001 || last == 0x060C || last == 0x06D4 || last == 0x0964 || last == 0xFF0C;
}

static gboolean
is_address (const char *line)
{
  return strstr (line, "://") != NULL || g_str_has_prefix (line, "www.") ||
         (strchr (line, ' ') == NULL && strpbrk (line, "@_=<>{}\\#") != NULL);
}

/* Signs of program text and formulas, which no heading has. */
static gboolean
is_code (const char *line)
{
  const char *sign = strpbrk (line, "(/={}<>\\"); /* most lines have none */

  return sign != NULL && (strstr (sign, "();") != NULL || strstr (sign, "//") != NULL ||
                          strstr (line, " = ") != NULL || strpbrk (sign, "{}<>\\") != NULL);
}

/* A heading begins like a sentence does: not in lower case, and not within brackets. */
static gboolean
starts_well (const char *line)
{
  gunichar first = g_utf8_get_char (line);

  if (first == '(' || first == '[' || g_unichar_islower (get_first (line, strlen (line))))
    return FALSE;

  return g_unichar_isalnum (first) || !galley_line_look_is_title (line) ||
         g_unichar_ispunct (first);
}

/* Other than g_utf8_strlen(), this need not decode anything. */
static glong
count_chars (const char *line)
{
  glong n = 0;

  for (const char *p = line; *p != '\0'; p++)
    n += ((guchar) *p & 0xC0) != 0x80;

  return n;
}

/* Whether a line in a script without capitals is too long for a heading or has a comma in it. */
static gboolean
is_dense (const char *line, glong n_chars)
{
  return n_chars > MAX_DENSE_CHARS || strstr (line, "，") != NULL || strstr (line, "：") != NULL;
}

/**
 * galley_line_look_find:
 * @line: a line
 *
 * Says how @line looks for a heading: short, made of words, without a final stop and without a
 * sentence's end within, begun with a capital, a digit or a letter of a script that has no
 * capitals. A question may be one; an exclamation or a line with a colon at its end only if it is
 * written like a title.
 *
 * Returns: its look
 */
GalleyLineLook
galley_line_look_find (const char *line)
{
  glong n_chars;
  gunichar last = get_last (line);
  gboolean emphatic = last == '!' || last == ':' || last == 0xFF1A || last == 0xFF01;
  Count count;

  if (has_final_stop (line))
    return GALLEY_LINE_LOOK_NONE;
  n_chars = count_chars (line);
  if (n_chars > MAX_HEADING_CHARS || is_address (line) || is_code (line))
    return GALLEY_LINE_LOOK_NONE;

  count = count_line (line);
  if (count.n_words > MAX_HEADING_WORDS || count.holds_sentence_end || !starts_well (line) ||
      count.n_letters < 2 || count.n_letters <= count.n_digits + count.n_signs)
    return GALLEY_LINE_LOOK_NONE;
  if (count.n_cased > 1 && count.n_upper == count.n_cased)
    return GALLEY_LINE_LOOK_CAPITALS;
  if (count.n_cased > 0 && count.n_long > 0 && count.n_long_upper * 4 >= count.n_long * 3 &&
      (!emphatic || (count.n_long > 1 && count.n_words <= MAX_EMPHATIC_WORDS)))
    return GALLEY_LINE_LOOK_TITLE;
  if (emphatic || n_chars > MAX_SENTENCE_CHARS || count.n_words > MAX_SENTENCE_WORDS ||
      strchr (line, ';') != NULL ||
      (count.n_cased * 2 < count.n_letters && is_dense (line, n_chars)))
    return GALLEY_LINE_LOOK_NONE;

  return GALLEY_LINE_LOOK_SENTENCE;
}

/**
 * galley_line_look_is_title:
 *
 * Returns: whether @line may be the title of an article: words without a final stop, at most
 *   220 characters long
 */
gboolean
galley_line_look_is_title (const char *line)
{
  Count count;
  gunichar last = get_last (line);

  if (g_utf8_strlen (line, -1) > MAX_TITLE_CHARS || has_final_stop (line) || is_address (line) ||
      last == ':')
    return FALSE;

  count = count_line (line);
  return count.n_letters >= 2 && !count.holds_sentence_end;
}

/**
 * galley_line_look_has_label:
 * @out_length_bytes: (out): length of what stands before the colon
 *
 * Returns: whether @line begins with a few words and a colon with more after it, as in
 *   conversations ("Q: What happened?", "SMITH: Nothing")
 */
gboolean
galley_line_look_has_label (const char *line, guint *out_length_bytes)
{
  const char *colon = memchr (line, ':', MIN (strlen (line), MAX_LABEL_BYTES));

  if (colon == NULL || colon == line || colon[1] != ' ')
    return FALSE;

  *out_length_bytes = colon - line;
  return TRUE;
}

static gboolean
is_name_word (const char *word, gsize length_bytes)
{
  gunichar first = g_utf8_get_char (word);

  for (const char *p = word; p < word + length_bytes; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_isalpha (character) && !g_unichar_ismark (character) &&
          strchr (".-'’&", (int) (character < 0x80 ? character : '.')) == NULL)
        return FALSE;
    }

  return g_unichar_isupper (first) ||
         is_among (word, length_bytes, particles, G_N_ELEMENTS (particles));
}

/**
 * galley_line_look_is_credit:
 *
 * Returns: whether @line is a name and an agency with a slash between them ("Jo Doe/Reuters"), as
 *   below a picture
 */
gboolean
galley_line_look_is_credit (const char *line)
{
  const char *slash = strchr (line, '/');

  return slash != NULL && slash[1] != ' ' && galley_line_look_is_name (line, slash - line) &&
         g_unichar_isupper (g_utf8_get_char (slash + 1));
}

/**
 * galley_line_look_is_name:
 * @words: words with single spaces between them
 * @length_bytes: length of @words
 *
 * Returns: whether @words are like the name of a person, perhaps with a title before it: two words
 *   or more, each with a capital but for particles ("Juan Ramón de la Fuente")
 */
gboolean
galley_line_look_is_name (const char *words, gsize length_bytes)
{
  const char *end = words + length_bytes;
  guint n_words = 0;

  if (length_bytes == 0 || !g_unichar_isupper (g_utf8_get_char (words)))
    return FALSE;

  for (const char *word = words; word < end;)
    {
      const char *space = memchr (word, ' ', end - word);
      gsize word_bytes = (space != NULL ? space : end) - word;

      if (word_bytes == 0 || !is_name_word (word, word_bytes))
        return FALSE;
      n_words++;
      word += word_bytes + 1;
    }

  return n_words >= 2 && n_words <= MAX_NAME_WORDS;
}

/**
 * galley_line_look_is_speaker:
 * @out_name_bytes: (out): length of the name, from the start of @line
 * @out_has_role: (out): whether more than a name stands there
 *
 * Returns: whether @line is like the name of a person, alone or with an office after a comma or
 *   something between brackets ("Marco Rubio, U.S. Secretary of State")
 */
gboolean
galley_line_look_is_speaker (const char *line, gsize *out_name_bytes, gboolean *out_has_role)
{
  gsize length_bytes = strlen (line);
  gsize name_bytes = strcspn (line, ",(");

  *out_has_role = name_bytes < length_bytes;
  if (*out_has_role && line[name_bytes] == '(' && line[length_bytes - 1] != ')')
    return FALSE;
  while (name_bytes > 0 && line[name_bytes - 1] == ' ')
    name_bytes--;

  *out_name_bytes = name_bytes;
  return galley_line_look_is_name (line, name_bytes);
}

/* Whether @names are like names of persons or agencies, parted by commas and "and". What follows
 * the first comma may be an office, in any case ("staff writer"). */
static gboolean
are_names (const char *names)
{
  gsize first_bytes = strcspn (names, ",;|");
  g_autofree char *first = g_strchomp (g_strndup (names, first_bytes));
  g_auto (GStrv) parts = NULL;

  for (const char *const *joint =
           (const char *const[]){ " and ", " AND ", " & ", " y ", " et ", " und ", NULL };
       *joint != NULL; joint++)
    {
      const char *found = strstr (first, *joint);

      if (found != NULL)
        {
          parts = g_strsplit (first, *joint, 3);
          break;
        }
    }
  if (parts == NULL)
    return galley_line_look_is_name (first, strlen (first));

  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_unichar_isupper (g_utf8_get_char (parts[i])) ||
        !(galley_line_look_is_name (parts[i], strlen (parts[i])) ||
          is_name_word (parts[i], strlen (parts[i]))))
      return FALSE;

  return TRUE;
}

/**
 * galley_line_look_find_byline:
 *
 * Returns: (transfer full) (nullable): the names in @line if it says who wrote the article ("By
 * JANE DOE", "Von Anna Müller"), or %NULL
 */
char *
galley_line_look_find_byline (const char *line)
{
  static const char *const words[] = {
    "by ",      "written by ", "posted by ",    "story by ", "submitted by ", "reported by ",
    "text by ", "words by ",   "interview by ", "por ",      "par ",          "von ",
    "di ",      "door ",       "author: ",      "auteur: ",  "auteur : ",     "autor: ",
    "autora: ", "autore: ",    "Автор: ",       "Автор ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (g_ascii_strncasecmp (line, words[i], n) == 0 &&
          g_utf8_strlen (line, -1) <= 2 * MAX_HEADING_CHARS && !has_final_stop (line) &&
          strpbrk (line + n, "0123456789") == NULL && are_names (line + n))
        return g_strdup (line + n);
    }

  return NULL;
}
