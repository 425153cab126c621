/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-credit-line.h"

#include "galley-credit-line.h"
#include "galley-date-line.h"
#include "galley-html-dateline.h"
#include "galley-html-tags.h"
#include "galley-html-title.h"
#include "galley-html-words.h"
#include "galley-line-look.h"

#include <string.h>

/* Lines of an article that say who wrote it, when it appeared and how long it takes to read, and
 * are metadata. Where they stand tells them from those of the text: the more they are in it, the
 * more the page has to say that they are credits. */

#define MAX_READING_WORDS 8

/* Whether a line says how long the article takes to read: "5 min read". */
static gboolean
is_reading_time (const char *line)
{
  static const char *const words[] = { "min",      "mins",      "minute",  "minutes", "minuten",
                                       "minuti",   "minutos",   "read",    "reading", "time",
                                       "lesezeit", "lesedauer", "lecture", "lectura", "lettura",
                                       "leitura",  "temps",     "tiempo",  "tempo",   "de",
                                       "di",       NULL };
  g_autofree char *folded = galley_html_fold (line);
  g_auto (GStrv) tokens = g_strsplit (folded, " ", MAX_READING_WORDS);
  guint n_numbers = 0;

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      gboolean is_number = strspn (tokens[i], "0123456789") == strlen (tokens[i]);

      if (!is_number && !g_strv_contains (words, tokens[i]))
        return FALSE;
      n_numbers += is_number;
    }

  return n_numbers == 1 && tokens[1] != NULL;
}

/* Whether a line says who looked an article over before it appeared: "Medically reviewed by Jo Doe,
 * MD". */
static gboolean
names_reviewer (const char *line)
{
  static const char *const deeds[] = { "reviewed ",     "medically reviewed ",
                                       "fact checked ", "fact-checked ",
                                       "edited ",       "illustrated " };

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      gsize n = strlen (deeds[i]);
      g_autofree char *names = NULL;

      if (g_ascii_strncasecmp (line, deeds[i], n) == 0)
        names = galley_line_look_find_byline (line + n);
      if (names != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Whether a line below the text says when it appeared: "First published: May 2, 2019". A date by
 * itself may be what the article says there. */
static gboolean
is_late_date (const GalleyHtmlMetadata *metadata, const char *line)
{
  static const char *const starts[] = { "first published", "originally published", "published",
                                        "posted" };

  if (galley_date_line_is_update (line))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_ascii_strncasecmp (line, starts[i], strlen (starts[i])) == 0)
      return galley_html_dateline_is_one (line, metadata);

  return FALSE;
}

/* Whether a paragraph of the head begins with "By" and the author who is stated, and says more of
 * them. */
static gboolean
is_long_byline (const GalleyHtmlMetadata *metadata, const char *line)
{
  const char *byline = metadata->values[GALLEY_METADATA_BYLINE];
  g_autofree char *author = byline != NULL ? galley_html_fold (byline) : NULL;
  g_autofree char *folded = NULL;

  if (author == NULL || *author == '\0' || g_ascii_strncasecmp (line, "by ", 3) != 0)
    return FALSE;

  folded = galley_html_fold (line + 3);
  return g_str_has_prefix (folded, author);
}

/* Whether a line names a day that is not the one on which the article appeared, as those of a
 * chronicle do. */
static gboolean
is_other_day (const GalleyHtmlMetadata *metadata, const char *line)
{
  const char *stated = metadata->values[GALLEY_METADATA_DATE];
  g_autofree char *date = galley_date_line_parse (line);
  g_autofree char *folded = galley_html_fold (line);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  gboolean has_year = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    has_year |= strlen (words[i]) == 4 && strspn (words[i], "0123456789") == 4;

  return has_year && !galley_date_line_is_update (line) &&
         (date == NULL || stated == NULL || !g_str_has_prefix (stated, date));
}

/* Whether a line is nothing but the author who is stated. */
static gboolean
is_author (const GalleyHtmlMetadata *metadata, const char *line)
{
  const char *byline = metadata->values[GALLEY_METADATA_BYLINE];

  return byline != NULL && galley_html_title_agrees (byline, line);
}

/* Whether a line between the lead and the text says who wrote the article, or when it appeared:
 * what is stated, and nothing else. */
static gboolean
is_stated (const GalleyHtmlMetadata *metadata, const char *line)
{
  const char *stated_date = metadata->values[GALLEY_METADATA_DATE];
  g_autofree char *byline = galley_line_look_find_byline (line);
  g_autofree char *date = stated_date != NULL ? galley_date_line_parse (line) : NULL;

  return is_author (metadata, line) || (byline != NULL && is_author (metadata, byline)) ||
         (date != NULL && g_str_has_prefix (stated_date, date) &&
          strlen (stated_date) > strlen (date));
}

/**
 * galley_html_credit_line_is_one:
 * @node: index of an element of the article
 * @metadata: what the page states
 * @zone: where the element stands
 *
 * Returns: whether the element holds nothing but who wrote the article or when it appeared, so far
 *   as the page says so
 */
gboolean
galley_html_credit_line_is_one (const GalleyHtmlTree *tree,
                                const GalleyHtmlFeatures *features,
                                guint node,
                                const GalleyHtmlMetadata *metadata,
                                GalleyHtmlZone zone)
{
  const GalleyHtmlFeatures *f = &features[node];
  g_autofree char *words = NULL;

  if (tree->nodes[node].text != NULL || f->length == 0 ||
      f->length > GALLEY_HTML_MAX_CREDIT_WEIGHT ||
      galley_html_tag_get_display (tree->nodes[node].tag) != GALLEY_HTML_BLOCK ||
      galley_html_tag_get_heading_level (tree->nodes[node].tag) > 0)
    return FALSE;
  words = galley_html_tree_dup_words (tree, node);
  if (f->n_prose == 0 && (f->hints & (GALLEY_HTML_HINT_BYLINE | GALLEY_HTML_HINT_DATE)) != 0)
    return zone != GALLEY_HTML_ZONE_TEXT || !is_other_day (metadata, words);
  if (f->n_prose > 0) /* signs in dates may be taken for those of a sentence */
    return zone == GALLEY_HTML_ZONE_HEAD &&
           (galley_html_dateline_is_one (words, metadata) || is_long_byline (metadata, words));
  if (zone != GALLEY_HTML_ZONE_HEAD)
    return is_late_date (metadata, words) ||
           (zone == GALLEY_HTML_ZONE_LEAD && is_stated (metadata, words));

  return galley_credit_line_read (words, /* builder= */ NULL) != GALLEY_CREDITS_NONE ||
         is_author (metadata, words) || names_reviewer (words) || is_reading_time (words) ||
         galley_html_dateline_is_one (words, metadata);
}
