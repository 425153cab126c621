/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-byline.h"

#include "galley-html-address.h"
#include "galley-html-name.h"
#include "galley-html-words.h"

#include <string.h>

/* Where a page states its author, more than names may stand: "By Jo Doe, Outlook Staff Writer",
 * "Jo Doe for the Outlook", "Jo Doe jdoe@outlook.example". The names are what is left. */

#define MAX_BYLINE_WEIGHT 100
#define MIN_NAME_WORDS 2

/* The last words of what somebody does at a newspaper. */
static const char *const offices[] = {
  "writer",         "writers",         "reporter",       "reporters",   "correspondent",
  "correspondents", "editor",          "editors",        "columnist",   "contributor",
  "contributors",   "producer",        "staff",          "journalist",  "critic",
  "bureau",         "chief",           "redakteur",      "redakteurin", "journaliste",
  "korrespondent",  "korrespondentin", "intern",         "fellow",      "correspondant",
  "correspondante", "corresponsal",    "corrispondente", NULL,
};

/* What stands before them. */
static const char *const ranks[] = {
  "staff",     "senior",   "chief",  "political", "contributing", "special",
  "freelance", "national", "local",  "assistant", "deputy",       "managing",
  "associate", "news",     "sports", "business",  NULL,
};

/* A name without the addresses of mail beside it: "JO DOE jdoe@outlook.example". */
static char *
drop_addresses (const char *words)
{
  g_auto (GStrv) tokens = g_strsplit (words, " ", -1);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      const char *sign = strchr (tokens[i], '@');

      if (i == 0 || sign == NULL || sign == tokens[i] || strchr (sign, '.') == NULL)
        g_string_append_printf (names, "%s%s", i > 0 ? " " : "", tokens[i]);
    }

  return g_strdup (names->str);
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  g_autofree char *folded = galley_html_fold (word);

  return g_strv_contains (words, folded);
}

/* Cuts off what somebody does, after a comma or as the last words of all: "Jo Doe, Outlook Staff
 * Writer", "Jo Doe Staff Writer". */
static void
cut_office (char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n = g_strv_length (words), n_left = n;
  char *comma = strrchr (line, ',');

  if (n < MIN_NAME_WORDS + 1 || !is_one_of (words[n - 1], offices))
    return;
  if (comma != NULL)
    {
      *comma = '\0';
      return;
    }

  n_left--;
  while (n_left > 0 && is_one_of (words[n_left - 1], ranks))
    n_left--;
  if (n_left < MIN_NAME_WORDS || n_left + 1 == n)
    return;
  for (guint i = 0; i < n_left; i++)
    line = strchr (line, ' ') + 1;
  line[-1] = '\0';
}

/* Cuts off what somebody does where that is written between brackets, or without a sign. */
static void
cut_suffix (char *name)
{
  static const char *const suffixes[] = { " 기자", " 특파원", "記者", "记者" };
  char *bracket = g_str_has_suffix (name, ")") ? g_strrstr (name, " (") : NULL;
  g_autofree char *inner = bracket != NULL ? galley_html_fold (bracket) : NULL;
  const char *last = inner != NULL ? strrchr (inner, ' ') : NULL;

  if (inner != NULL && is_one_of (last != NULL ? last + 1 : inner, offices))
    *bracket = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]) && strlen (name) > strlen (suffixes[i]))
      name[strlen (name) - strlen (suffixes[i])] = '\0';
}

/**
 * galley_html_byline_normalize:
 * @words: what is stated to be the author, with single spaces
 *
 * "By Jo Doe" is Jo Doe, and a sign that parts the name from something says nothing of it.
 *
 * Returns: (transfer full) (nullable): the names, or %NULL if it is none: an address, or too much
 */
char *
galley_html_byline_normalize (const char *words)
{
  static const char *const starts[] = {
    "by ",       "by: ",    "von ",     "por ",        "par ",      "door ",
    "author: ",  "autor: ", "autora: ", "autorin: ",   "autore: ",  "auteur: ",
    "auteur : ", "text: ",  "text by ", "written by ", "words by ", "texto: ",
    "texte : ",  "testo: ", "tekst: ",  "yazan: ",     "Автор: ",   "Текст: ",
    "מאת: ",     "מאת ",    "بقلم: ",   "بقلم : ",     "بقلم ",     "作者：",
    "作者:",     "作者︱",  "文／",     "文：",        "记者：",    "記者：",
  };
  g_autofree char *bare = drop_addresses (words + strspn (words, " |,;:-"));
  g_autofree char *line = galley_html_squeeze (bare);
  const char *name = line;

  if (*line == '\0' || galley_html_address_is_web (line) || *line == '@' ||
      galley_html_name_is_host (line) || galley_html_weigh (line) > MAX_BYLINE_WEIGHT)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (starts) && name == line; i++)
    if (g_ascii_strncasecmp (line, starts[i], strlen (starts[i])) == 0)
      name = line + strlen (starts[i]);
  if (name == line && g_str_has_prefix (line, "di ")) /* which in other cases is a part of a name */
    name = line + strlen ("di ");
  if (galley_html_weigh (name) == 0)
    return NULL;
  cut_suffix (line + (name - line));
  cut_office (line + (name - line));

  return g_strdup (name);
}

/**
 * galley_html_byline_cut_name:
 * @byline: names
 * @publication: the name of the publication
 *
 * Returns: (transfer full): @byline without the name of the publication after those of people: "Jo
 *   Doe, The Outlook", "Jo Doe for the Outlook"
 */
char *
galley_html_byline_cut_name (const char *byline, const char *publication)
{
  static const char *const signs[] = { ", ", " | ", " - ", " – ", " — ", "; ", " for ", " For " };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *last = g_strrstr (byline, signs[i]);

      if (last != NULL && last > byline &&
          galley_html_name_agrees (publication, last + strlen (signs[i])))
        return g_strndup (byline, last - byline);
    }

  return g_strdup (byline);
}
