/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-credit.h"

#include "galley-date-line.h"
#include "galley-html-tags.h"
#include "galley-html-words.h"

#include <string.h>

/* A line that shows who wrote an article often goes on with when, and with what else is to be known
 * of them: "By Jo Doe | Sept. 3, 2025 | @jodoe". The name ends there. */

static const char *const ends[] = { " | ", " - ", " – ", " — ", " » ", "•", "·", "@", "/" };

/* Whether the words so far only announce a name. */
static gboolean
announces (const char *words)
{
  static const char *const starts[] = {
    "",       "by",     "by:",  "written by", "posted by", "from",  "von",    "por",
    "par",    "di",     "door", "author:",    "autor:",    "text:", "texto:", "interview:",
    "Автор:", "Текст:", "מאת",  "מאת:",       "بقلم",      "بقلم:", NULL
  };
  g_autofree char *line = galley_html_squeeze (words);
  g_autofree char *folded = g_ascii_strdown (line, -1);

  return g_strv_contains (starts, folded);
}

/* The words of the element but for those that are a date; what comes on a line below the name says
 * what else is to be known. */
static char *
collect_words (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = node; i < tree->nodes[node].end; i++)
    {
      if (tree->nodes[i].text != NULL)
        g_string_append (words, tree->nodes[i].text);
      else if (tree->nodes[i].tag == GUMBO_TAG_TIME || tree->nodes[i].tag == GUMBO_TAG_SCRIPT ||
               (i > node && (features[i].hints & GALLEY_HTML_HINT_DATE) != 0))
        i = tree->nodes[i].end - 1;
      else if (words->len > 0)
        g_string_append (words,
                         galley_html_tag_get_display (tree->nodes[i].tag) == GALLEY_HTML_BLOCK &&
                                 !announces (words->str)
                             ? " | "
                             : " ");
    }

  return galley_html_squeeze (words->str);
}

/* Whether a word begins a date: the name of a month or of a day of the week. */
static gboolean
begins_date (const char *word)
{
  static const char *const rests[] = { " 1, 2000", ", January 1, 2000" };

  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    {
      g_autofree char *line = g_strconcat (word, rests[i], NULL);
      g_autofree char *date = galley_date_line_parse (line);

      if (date != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Cuts off signs that part the name from what came after it. */
static void
cut_signs (char *line)
{
  static const char *const signs[] = { " ", ",", ";", ":", "(", "|", "-", "–", "—" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_suffix (line, signs[i]))
      {
        line[strlen (line) - strlen (signs[i])] = '\0';
        i = -1;
      }
}

/* Cuts off what comes after the name. */
static void
cut_end (char *line)
{
  char *digit = strpbrk (line, "0123456789"), *word;

  /* What somebody is called in a forum may end in a number. */
  while (digit != NULL && digit > line && digit[-1] == '_')
    digit = strpbrk (digit + strcspn (digit, " "), "0123456789");
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      char *end = strstr (line + 1, ends[i]);

      if (end == NULL)
        continue;
      while (*end == '@' && end > line && end[-1] != ' ') /* all of an address of mail */
        *--end = '@';
      *end = '\0';
    }
  if (digit != NULL)
    *digit = '\0';
  g_strchomp (line);

  while (digit != NULL && (word = strrchr (line, ' ')) != NULL && begins_date (word + 1))
    *word = '\0';
  cut_signs (line);
  if (g_str_has_suffix (line, " on") || g_str_has_suffix (line, " at"))
    line[strlen (line) - strlen (" on")] = '\0';
}

/**
 * galley_html_credit_read:
 * @node: index of an element that shows who wrote the article
 * @metadata: (inout): where the name goes, unless there is one
 */
void
galley_html_credit_read (const GalleyHtmlTree *tree,
                         const GalleyHtmlFeatures *features,
                         guint node,
                         GalleyHtmlMetadata *metadata)
{
  g_autofree char *line = collect_words (tree, features, node);
  const char *by = strstr (line, " by "), *name;

  if (*line == '\0' || galley_date_line_is_update (line))
    return;
  if (by == NULL)
    by = strstr (line, " By ");
  name = by != NULL ? by + strlen (" by ") : line;
  cut_end (line + (name - line));
  galley_html_metadata_offer (metadata, GALLEY_METADATA_BYLINE, name);
}
