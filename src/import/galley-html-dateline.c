/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-dateline.h"

#include "galley-date-line.h"
#include "galley-html-words.h"

#include <stdlib.h>
#include <string.h>

/* Between the title and the text pages say in many ways when the article appeared, who wrote it,
 * and how many have read it: "Jo Doe, Staff Writer", "Published 2 hours ago", "May 2, 2019 @ 1:00
 * PM", "3 Comments". Such a line is made of nothing but numbers, of words for such things, and of
 * the names of author and publication; that the page states these is what tells "Jo Doe" from the
 * first words of a text. */

#define MAX_LINE_BYTES 160

/* Sorted; what a date is made of is not among them. */
static const char *const words[] = {
  "aangepast",    "actualisé",   "actualizada",   "actualizado",
  "agence",       "agencia",     "agencies",      "agency",
  "agenzia",      "aggiornato",  "ago",           "aktualisiert",
  "analysis",     "and",         "associate",     "associated",
  "atualizado",   "autor",       "autora",        "bijgewerkt",
  "bureau",       "by",          "chief",         "columnist",
  "comentarios",  "comment",     "commentaires",  "comments",
  "contributing", "contributor", "correspondant", "correspondent",
  "created",      "da",          "das",           "day",
  "days",         "della",       "der",           "desk",
  "di",           "die",         "door",          "dopo",
  "dpa",          "du",          "edited",        "editor",
  "editorial",    "erstellt",    "escrito",       "fa",
  "fassung",      "for",         "gepubliceerd",  "geändert",
  "giorni",       "guest",       "hace",          "heure",
  "heures",       "heute",       "hier",          "hoje",
  "hora",         "horas",       "hour",          "hours",
  "hoy",          "hr",          "hrs",           "ieri",
  "jour",         "journaliste", "jours",         "kommentare",
  "la",           "last",        "lectura",       "lecture",
  "leer",         "leitura",     "lesedauer",     "lesezeit",
  "lettura",      "letzte",      "local",         "min",
  "mins",         "minute",      "minuten",       "minutes",
  "minuti",       "minutos",     "mis",           "mise",
  "modificado",   "modificato",  "modified",      "modifié",
  "month",        "months",      "news",          "of",
  "om",           "online",      "opinion",       "par",
  "photographer", "political",   "por",           "post",
  "press",        "print",       "producer",      "pubblicata",
  "publicação",   "publiée",     "read",          "redacción",
  "redaction",    "redaktion",   "redazione",     "redação",
  "report",       "reporter",    "reporters",     "reports",
  "senior",       "service",     "share",         "shares",
  "special",      "staff",       "stand",         "stunden",
  "tage",         "tagen",       "team",          "tempo",
  "temps",        "text",        "texte",         "texto",
  "thur",         "tiempo",      "tijd",          "time",
  "times",        "to",          "today",         "update",
  "updated",      "uur",         "view",          "views",
  "von",          "vor",         "week",          "weeks",
  "writer",       "written",     "year",          "years",
  "yesterday",    "última",      "últimas",
};

static int
compare (const void *a, const void *b)
{
  return strcmp (a, *(const char *const *) b);
}

/* "10", "10am", "2nd", "2k", "13h36". */
static gboolean
is_number (const char *word)
{
  gsize n = strspn (word, "0123456789");

  return n > 0 &&
         (strlen (word + n) <= 2 ||
          (word[n] == 'h' && strspn (word + n + 1, "0123456789") == strlen (word + n + 1)));
}

static gboolean
has_word (const char *folded, const char *word)
{
  g_auto (GStrv) tokens = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;

  return tokens != NULL && g_strv_contains ((const char *const *) tokens, word);
}

/* Whether a word is a name without its space, as a handle is ("@jodoe"). */
static gboolean
is_handle (const char *folded, const char *word)
{
  g_auto (GStrv) tokens = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;
  g_autofree char *name = tokens != NULL ? g_strjoinv ("", tokens) : NULL;

  return name != NULL && strcmp (name, word) == 0;
}

static gboolean
is_address (const char *line)
{
  return strchr (line, ' ') == NULL && strchr (line, '@') != NULL;
}

static gboolean
is_agency (const char *folded)
{
  static const char *const agencies[] = { "afp",
                                          "agence france presse",
                                          "ani",
                                          "ap",
                                          "associated press",
                                          "bloomberg",
                                          "dpa",
                                          "efe",
                                          "ians",
                                          "pti",
                                          "reuters",
                                          "the associated press",
                                          "xinhua",
                                          NULL };

  return g_strv_contains (agencies, folded);
}

/**
 * galley_html_dateline_is_one:
 * @line: a line between the title of an article and its text, with single spaces
 * @metadata: what the page states
 *
 * Returns: whether @line says nothing but when the article appeared, who wrote it, or how it is
 *   received
 */
gboolean
galley_html_dateline_is_one (const char *line, const GalleyHtmlMetadata *metadata)
{
  const char *byline = metadata->values[GALLEY_METADATA_BYLINE];
  const char *publication = metadata->values[GALLEY_METADATA_PUBLICATION];
  g_autofree char *folded = NULL;
  g_autofree char *author = NULL;
  g_autofree char *house = NULL;
  g_auto (GStrv) tokens = NULL;
  guint n_proofs = 0;

  if (strlen (line) > MAX_LINE_BYTES)
    return FALSE;
  if (is_address (line))
    return TRUE;

  folded = galley_html_fold (line);
  if (is_agency (folded))
    return TRUE;
  author = byline != NULL ? galley_html_fold (byline) : NULL;
  house = publication != NULL ? galley_html_fold (publication) : NULL;
  tokens = g_strsplit (folded, " ", -1);
  for (guint i = 0; tokens[i] != NULL; i++)
    {
      gboolean is_proof =
          is_number (tokens[i]) || has_word (author, tokens[i]) || is_handle (author, tokens[i]);

      n_proofs += is_proof;
      if (!is_proof && !has_word (house, tokens[i]) && !galley_date_line_has_word (tokens[i]) &&
          bsearch (tokens[i], words, G_N_ELEMENTS (words), sizeof *words, compare) == NULL)
        return FALSE;
    }

  return n_proofs > 0 && tokens[0] != NULL && tokens[1] != NULL;
}
