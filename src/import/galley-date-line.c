/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-date-line.h"

#include <stdio.h>
#include <string.h>

/* A line that states when an article appeared is made of these parts and no others: words that
 * announce a date, a weekday, the date, a time of day with its zone. Dates of which the order of
 * day and month is not certain (03/09/2025) are not read: nothing is guessed. */

#define MAX_LINE_BYTES 80
#define MAX_NAMES 24 /* of a month, with an end */
#define MIN_DIGITS 5 /* a year and a day */

/* As they stand in dates, in many languages. "Listopada" is November in one and October in another,
 * and so is none. */
static const char *const months[12][MAX_NAMES] = {
  { "january", "jan", "enero", "janvier", "januar", "janeiro", "gennaio", "januari", "января",
    "stycznia", "ledna", "ocak", "січня", "ιανουαρίου", "يناير", "ianuarie", "tammikuuta",
    "januára", NULL },
  { "february", "feb", "febrero", "février", "februar", "fevereiro", "febbraio", "februari",
    "февраля", "lutego", "února", "şubat", "лютого", "φεβρουαρίου", "فبراير", "februarie",
    "helmikuuta", NULL },
  { "march", "mar", "marzo", "mars", "märz", "março", "maart", "марта", "marca", "března", "mart",
    "marts", "березня", "μαρτίου", "مارس", "martie", "maaliskuuta", NULL },
  { "april", "apr", "abril", "avril", "aprile", "апреля", "kwietnia", "dubna", "nisan", "квітня",
    "απριλίου", "أبريل", "إبريل", "ابريل", "aprilie", "huhtikuuta", NULL },
  { "may", "mayo", "mai", "maio", "maggio", "mei", "мая", "maja", "května", "maj", "mayıs",
    "травня", "μαΐου", "مايو", "toukokuuta", NULL },
  { "june", "jun", "junio", "juin", "juni", "junho", "giugno", "июня", "czerwca", "června",
    "haziran", "червня", "ιουνίου", "يونيو", "iunie", "kesäkuuta", NULL },
  { "july", "jul", "julio", "juillet", "juli", "julho", "luglio", "июля", "lipca", "července",
    "temmuz", "липня", "ιουλίου", "يوليو", "iulie", "heinäkuuta", NULL },
  { "august", "aug", "agosto", "août", "augustus", "августа", "sierpnia", "srpna", "ağustos",
    "серпня", "αυγούστου", "أغسطس", "اغسطس", "elokuuta", NULL },
  { "september", "sept", "sep", "septiembre", "septembre", "setembro", "settembre", "сентября",
    "września", "září", "eylül", "вересня", "σεπτεμβρίου", "سبتمبر", "septembrie", "syyskuuta",
    NULL },
  { "october", "oct", "octubre", "octobre", "oktober", "outubro", "ottobre", "октября",
    "października", "října", "ekim", "жовтня", "οκτωβρίου", "أكتوبر", "اكتوبر", "octombrie",
    "lokakuuta", NULL },
  { "november", "nov", "noviembre", "novembre", "novembro", "ноября", "listopadu", "kasım",
    "листопада", "νοεμβρίου", "نوفمبر", "noiembrie", "marraskuuta", NULL },
  { "december", "dec", "diciembre", "décembre", "dezember", "dezembro", "dicembre", "декабря",
    "grudnia", "prosince", "aralık", "грудня", "δεκεμβρίου", "ديسمبر", "decembrie", "joulukuuta",
    NULL },
};

/* What may stand in such a line besides the date. */
static const char *const fillers[] = {
  "published",
  "posted",
  "date",
  "on",
  "at",
  "de",
  "le",
  "am",
  "the",
  "a",
  "las",
  "um",
  "uhr",
  "the",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "mon",
  "tue",
  "tues",
  "wed",
  "thu",
  "thurs",
  "fri",
  "sat",
  "sun",
  "lunes",
  "martes",
  "miércoles",
  "jueves",
  "viernes",
  "sábado",
  "domingo",
  "lundi",
  "mardi",
  "mercredi",
  "jeudi",
  "vendredi",
  "samedi",
  "dimanche",
  "montag",
  "dienstag",
  "mittwoch",
  "donnerstag",
  "freitag",
  "samstag",
  "sonntag",
  "pm",
  "noon",
  "midnight",
  "et",
  "est",
  "edt",
  "ct",
  "cst",
  "cdt",
  "mt",
  "mst",
  "mdt",
  "pt",
  "pst",
  "pdt",
  "gmt",
  "utc",
  "bst",
  "cet",
  "cest",
  "first",
  "publicado",
  "publicada",
  "publié",
  "el",
  "del",
  "à",
  "em",
  "il",
  "op",
  "às",
  "alle",
  "ore",
  "veröffentlicht",
  "am",
  "pubblicato",
  "ist",
  "aest",
  "aedt",
  "jst",
  "г",
  "года",
  "год",
  "року",
  "roku",
  "lunedì",
  "martedì",
  "mercoledì",
  "giovedì",
  "venerdì",
  "sabato",
  "domenica",
  "maandag",
  "dinsdag",
  "woensdag",
  "donderdag",
  "vrijdag",
  "zaterdag",
  "zondag",
  "poniedziałek",
  "wtorek",
  "środa",
  "czwartek",
  "piątek",
  "sobota",
  "niedziela",
  "pazartesi",
  "salı",
  "çarşamba",
  "perşembe",
  "cuma",
  "cumartesi",
  "pazar",
  "понедельник",
  "вторник",
  "среда",
  "четверг",
  "пятница",
  "суббота",
  "воскресенье",
  "segunda-feira",
  "terça-feira",
  "quarta-feira",
  "quinta-feira",
  "sexta-feira",
  "måndag",
  "tisdag",
  "onsdag",
  "torsdag",
  "fredag",
  "lördag",
  "söndag",
  "hs",
  "om",
  "kl",
  "klo",
  "publicerad",
  "publisert",
  "gepubliceerd",
  "opublikowano",
  "опубликовано",
};

typedef struct
{
  guint day;
  guint month;
  guint year;
} Date;

static guint
find_month (const char *word)
{
  for (guint i = 0; i < 12; i++)
    if (g_strv_contains (months[i], word))
      return i + 1;

  return 0;
}

static gboolean
is_filler (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (*fillers[i] == *word && strcmp (fillers[i], word) == 0)
      return TRUE;

  return FALSE;
}

/* A time of day: "10", "10:30", "10am"; @word is in lower case and holds no dots at its end. */
static gboolean
is_time (const char *word)
{
  gsize n_digits = strspn (word, "0123456789:.h");

  return g_ascii_isdigit (*word) && n_digits <= 8 &&
         (word[n_digits] == '\0' || strcmp (word + n_digits, "am") == 0 ||
          strcmp (word + n_digits, "pm") == 0 || strcmp (word + n_digits, "z") == 0);
}

/* A date of ISO 8601, perhaps with a time after it, or with other signs between its numbers. */
static gboolean
parse_iso (const char *word, Date *date)
{
  if (strlen (word) < 10 || strspn (word, "0123456789") != 4 || strchr ("-./", word[4]) == NULL ||
      word[7] != word[4] || (word[10] != '\0' && word[10] != 't'))
    return FALSE;

  *date = (Date){ atoi (word + 8), atoi (word + 5), atoi (word) };
  return TRUE;
}

/* A day, a month and a year in numbers, of which only one can be the day: "14.03.2018",
 * "3/14/2018". */
static gboolean
parse_certain (const char *word, Date *date)
{
  guint first, second, year;
  char sign, other, rest;

  if (strlen (word) > 10 || !g_ascii_isdigit (*word) ||
      sscanf (word, "%2u%c%2u%c%4u%c", &first, &sign, &second, &other, &year, &rest) != 5 ||
      sign != other || strchr ("./-", sign) == NULL || year < 1900)
    return FALSE;
  if (first > 12 && second <= 12)
    *date = (Date){ first, second, year };
  else if (second > 12 && first <= 12)
    *date = (Date){ second, first, year };
  else if (first == second)
    *date = (Date){ first, second, year };
  else
    return FALSE;

  return TRUE;
}

static gboolean
parse_number (const char *word, Date *date)
{
  gsize n_digits = strspn (word, "0123456789");
  const char *rest = word + n_digits;

  if (n_digits == 4 && *rest == '\0' && date->year == 0 && date->month != 0)
    date->year = atoi (word);
  else if (n_digits >= 1 && n_digits <= 2 && date->day == 0 &&
           (*rest == '\0' || strcmp (rest, "st") == 0 || strcmp (rest, "nd") == 0 ||
            strcmp (rest, "rd") == 0 || strcmp (rest, "th") == 0 || strcmp (rest, "er") == 0))
    date->day = atoi (word);
  else
    return FALSE;

  return TRUE;
}

static gboolean
parse_word (const char *word, Date *date)
{
  g_auto (GStrv) parts = NULL;

  guint month = find_month (word);

  if (month != 0 && date->month == 0)
    {
      date->month = month;
      return TRUE;
    }

  /* "14-Mar-2018" */
  parts = date->day == 0 && date->month == 0 ? g_strsplit (word, "-", 4) : NULL;
  if (parts != NULL && g_strv_length (parts) == 3 && find_month (parts[1]) != 0 &&
      parse_number (parts[0], date))
    {
      date->month = find_month (parts[1]);
      return parse_number (parts[2], date);
    }

  return (date->year == 0 && date->day == 0 && parse_certain (word, date)) ||
         (date->year == 0 && (parse_iso (word, date) || parse_number (word, date))) ||
         is_filler (word) || ((date->year != 0 || strchr (word, ':') != NULL) && is_time (word));
}

/* A word as it is looked up: in lower case, dots left out that end or part it ("p.m.", "Sept.") but
 * for those in a number. */
static char *
normalize (const char *word, gsize length_bytes)
{
  char *folded = g_utf8_strdown (word, length_bytes);
  gsize n = 0;

  for (gsize i = 0; folded[i] != '\0'; i++)
    if ((folded[i] != '.' ||
         (i > 0 && g_ascii_isdigit (folded[i - 1]) && g_ascii_isdigit (folded[i + 1]))) &&
        strchr (",;()", folded[i]) == NULL && (folded[i] != ':' || folded[i + 1] != '\0'))
      folded[n++] = folded[i];
  folded[n] = '\0';

  return folded;
}

/**
 * galley_date_line_has_word:
 * @word: a word in lower case, without dots
 *
 * Returns: whether @word may stand in a line that states a date: a month, a weekday, "published"
 */
gboolean
galley_date_line_has_word (const char *word)
{
  return find_month (word) != 0 || is_filler (word);
}

/**
 * galley_date_line_is_update:
 * @line: a whole line, with single spaces
 *
 * Returns: whether @line says when the article was changed, not when it appeared ("Updated 4:12
 * p.m. ET, Sept. 4, 2025")
 */
gboolean
galley_date_line_is_update (const char *line)
{
  static const char *const starts[] = {
    "updated ",     "updated: ",    "last updated ", "last updated: ", "last modified ",
    "actualizado ", "actualizada ", "aggiornato ",   "aktualisiert ",  "atualizado ",
    "bijgewerkt ",  "mis à jour ",  "modifié ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts) && strlen (line) <= MAX_LINE_BYTES; i++)
    if (g_ascii_strncasecmp (line, starts[i], strlen (starts[i])) == 0 &&
        strpbrk (line, "0123456789") != NULL)
      return TRUE;

  return FALSE;
}

static guint
count_digits (const char *line)
{
  guint n = 0;

  for (const char *p = line; *p != '\0'; p++)
    n += g_ascii_isdigit (*p);

  return n;
}

/**
 * galley_date_line_parse:
 * @line: a whole line, with single spaces
 *
 * Returns: (transfer full) (nullable): the date that @line states, as YYYY-MM-DD, if it is made of
 *   nothing but a date ("Published Wednesday, Sept. 3, 2025, 10:00 a.m. ET"); else %NULL
 */
char *
galley_date_line_parse (const char *line)
{
  Date date = { 0 };

  if (strlen (line) > MAX_LINE_BYTES || count_digits (line) < MIN_DIGITS)
    return NULL;

  for (gsize n; *line != '\0'; line += n + (line[n] != '\0'))
    {
      g_autofree char *word = normalize (line, n = strcspn (line, " \t"));

      if (*word != '\0' && !parse_word (word, &date))
        return NULL;
    }
  if (date.year == 0 || !g_date_valid_dmy (date.day, date.month, date.year))
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day);
}
