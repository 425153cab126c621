/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-date.h"

#include "galley-date-line.h"
#include "galley-html-words.h"

#include <stdlib.h>
#include <string.h>

#define MAX_TIME_CHARS 16 /* after a day */
#define MAX_SHOWN_BYTES 200

/* How many digits stand at @p, at most @max. */
static guint
count_digits (const char *p, guint max)
{
  guint n = 0;

  while (n < max && g_ascii_isdigit (p[n]))
    n++;

  return n;
}

/* "2016-12-09", "2016/12/09" and "20161209" at the start of @date, and what comes after them. */
static const char *
parse_day (const char *date, guint *year, guint *month, guint *day)
{
  char sign = date[0] != '\0' && count_digits (date, 4) == 4 ? date[4] : '\0';

  if (count_digits (date, 9) == 8)
    {
      *year = (date[0] - '0') * 1000 + (date[1] - '0') * 100 + (date[2] - '0') * 10 + date[3] - '0';
      *month = (date[4] - '0') * 10 + date[5] - '0';
      *day = (date[6] - '0') * 10 + date[7] - '0';
      return date + 8;
    }
  if ((sign != '-' && sign != '/') || count_digits (date + 5, 2) != 2 || date[7] != sign ||
      count_digits (date + 8, 2) != 2)
    return NULL;

  *year = atoi (date);
  *month = atoi (date + 5);
  *day = atoi (date + 8);
  return date + 10;
}

/* The time of day and the zone after a day, as ISO 8601 has them, or NULL if it is anything else.
 */
static char *
parse_time (const char *rest)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *whole = NULL;

  if (*rest != 'T' && *rest != ' ')
    return NULL;

  whole = g_strconcat ("2000-01-01T", rest + 1, NULL);
  g_strdelimit (whole + 11, " ", '\0');
  time = g_date_time_new_from_iso8601 (whole, NULL);
  if (time == NULL)
    {
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

      time = g_date_time_new_from_iso8601 (whole, utc);
    }

  return time != NULL ? g_strdup (whole + 10) : NULL;
}

/* "2020年3月4日", with a time of day after it, a weekday or nothing, and no signs of a sentence. */
static char *
parse_ideographs (const char *date)
{
  static const char *const signs[] = { "年", "月", "日" };
  guint values[G_N_ELEMENTS (signs)];

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      guint n = count_digits (date, 4);

      if (n == 0 || !g_str_has_prefix (date + n, signs[i]))
        return NULL;
      values[i] = atoi (date);
      date += n + strlen (signs[i]);
    }
  if (g_utf8_strlen (date, -1) > MAX_TIME_CHARS || strpbrk (date, ".,") != NULL ||
      strstr (date, "，") != NULL || strstr (date, "。") != NULL || strstr (date, "、") != NULL ||
      !g_date_valid_dmy (values[2], values[1], values[0]))
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", values[0], values[1], values[2]);
}

/* "Fri, 09 Dec 2016 10:00:00 GMT" is a line of a date as people write it. */
static char *
parse_words (const char *date)
{
  g_autofree char *line = galley_html_squeeze (date);
  char *zone = strrchr (line, ' ');

  if (zone != NULL && (zone[1] == '+' || zone[1] == '-') && count_digits (zone + 2, 5) == 4)
    *zone = '\0';

  return galley_date_line_parse (line);
}

/**
 * galley_html_date_normalize:
 * @date: a date as a page states it
 *
 * Returns: (transfer full) (nullable): @date in ISO 8601, with the time of day if it has one; %NULL
 *   if it is not certain which day it is
 */
char *
galley_html_date_normalize (const char *date)
{
  g_autofree char *time = NULL;
  const char *rest;
  guint year, month, day;

  while (g_ascii_isspace (*date))
    date++;
  rest = parse_day (date, &year, &month, &day);
  if (rest == NULL && strstr (date, "年") != NULL)
    return parse_ideographs (date);
  if (rest == NULL)
    return parse_words (date);
  if (!g_date_valid_dmy (day, month, year))
    return NULL;

  time = parse_time (rest);
  return g_strdup_printf ("%04u-%02u-%02u%s", year, month, day, time != NULL ? time : "");
}

/* Where a line goes on with when the article was changed, or its end. */
static char *
find_update (char *folded)
{
  static const char *const words[] = {
    "updated",   "modified",   "aktualisiert", "geändert",   "actualizado", "actualizada",
    "modifié",   "mis à jour", "aggiornato",   "modificato", "atualizado",  "bijgewerkt",
    "обновлено", "изменено",   "수정",         "更新",
  };
  char *end = folded + strlen (folded);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      char *found = strstr (folded + 1, words[i]);

      if (found != NULL && found < end)
        end = found;
    }
  while (end > folded && strchr (" ,;|/-(", end[-1]) != NULL)
    end--;

  return end;
}

/* What comes after a label that announces a date without a space after it. */
static const char *
skip_label (const char *line)
{
  static const char *const labels[] = {
    "发布时间", "發布時間", "发布日期", "发表时间", "发布于", "时间",   "時間", "日期",
    "公開日時", "公開日",   "掲載日",   "配信",     "등록일", "게시일", "입력", "등록",
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_has_prefix (line, labels[i]))
      {
        line += strlen (labels[i]);
        return line + strspn (line, ": ");
      }

  return line;
}

/**
 * galley_html_date_read_shown:
 * @line: a line as readers see it, with single spaces, one byte at least
 *
 * Returns: (transfer full) (nullable): the day on which the article appeared, as YYYY-MM-DD, if the
 *   line says that and nothing else but when it was changed
 */
char *
galley_html_date_read_shown (const char *line)
{
  /* Digits that are as wide as ideographs are digits. */
  g_autofree char *narrow =
      strlen (line) <= MAX_SHOWN_BYTES ? g_utf8_normalize (line, -1, G_NORMALIZE_NFKC) : NULL;
  g_autofree char *folded = narrow != NULL && *narrow != '\0' ? g_utf8_strdown (narrow, -1) : NULL;
  const char *date;

  if (folded == NULL)
    return NULL;

  *find_update (folded) = '\0';
  date = skip_label (folded);
  return strstr (date, "年") != NULL ? galley_html_date_normalize (date)
                                     : galley_date_line_parse (date);
}
